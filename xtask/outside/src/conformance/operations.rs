//! The names of a description's operations -> whether a script tried each of them, with the least and the most of input.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};

use serde_json::Value;

use super::cases::print;

/// The inputs that each operation is called with.
const INPUTS: [&str; 2] = ["minimal", "maximal"];

/// What came of one operation.
#[derive(Default)]
struct Outcome {
    /// By [`INPUTS`], whether the exchange passed; none if it was not reported.
    passed: [Option<bool>; INPUTS.len()],
}

impl Outcome {
    /// Whether it passed with every input.
    fn good(&self) -> bool {
        self.passed.iter().all(|passed| *passed == Some(true))
    }
}

/// The operations that one SDK's script tried: what fails is printed as it comes in, and all is counted.
pub struct Operations {
    name: &'static str,
    /// Every operation that must be reported.
    outcomes: BTreeMap<String, Outcome>,
    /// What the SDK should lack, and what it was found to lack.
    lacks: [BTreeSet<String>; 2],
    /// The operations that the SDK lacks, and its script has made a command for.
    made: BTreeSet<String>,
    /// What went wrong beside them.
    failed: usize,
}

impl Operations {
    /// Nothing reported yet, and these operations expected, each with both inputs. `lacks` is what of them the SDK does
    /// not have: operations, and members such as `CreateGroup input.Precedence`.
    pub fn new(name: &'static str, expected: &[String], lacks: &[String]) -> Self {
        let outcomes = expected.iter().map(|name| (name.clone(), Outcome::default())).collect();
        let lacks = [lacks.iter().cloned().collect(), BTreeSet::new()];
        Self { name, outcomes, lacks, made: BTreeSet::new(), failed: 0 }
    }

    /// Reads a line that a script printed: `{"operation": "…", "input": "minimal", "ok": true, "detail": "…"}`, and
    /// where an SDK lacks something, `"lacks": ["input.Precedence"]`, or `[""]` for the whole operation, to which
    /// `"made": true` is added if it was called all the same. Any other line is a failure, and so is an operation that
    /// is not in the description, or reported twice.
    pub fn read(&mut self, line: &str) {
        let report: Value = serde_json::from_str(line).unwrap_or_default();
        let (Some(name), Some(ok)) = (report["operation"].as_str(), report["ok"].as_bool()) else {
            return self.fail("every line reports an operation", line);
        };
        let Some(index) = INPUTS.iter().position(|input| report["input"] == *input) else {
            return self.fail("every line reports an operation with minimal or maximal input", line);
        };
        let what = format!("{name} with {} input", INPUTS[index]);
        let Some(passed) = self.outcomes.get_mut(name).and_then(|outcome| outcome.passed.get_mut(index)) else {
            return self.fail(&what, "the description has no such operation");
        };
        if passed.is_some() {
            return self.fail(&what, "it is reported twice");
        }
        *passed = Some(ok);
        if report["made"] == true {
            self.made.insert(name.to_owned());
        }
        for lack in report["lacks"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            self.lacks[1].insert(format!("{name} {lack}").trim_end().to_owned());
        }
        if !ok {
            print(self.name, &what, Some(report["detail"].as_str().unwrap_or("no detail")));
        }
    }

    /// Fails what was not reported, and what is lacking or not lacking against what is known.
    pub fn end(&mut self) {
        let [known, found] = std::mem::take(&mut self.lacks);
        for lack in found.difference(&known) {
            self.fail(lack, "the SDK does not have it");
        }
        for lack in known.difference(&found) {
            // of an operation that was not reported nothing is known
            let name = lack.split(' ').next().unwrap_or_default();
            let outcome = self.outcomes.get(name);
            if outcome.is_none_or(|outcome| outcome.passed.iter().all(Option::is_some)) {
                self.fail(lack, "the SDK has it, although lacks.txt says that it does not");
            }
        }
        self.lacks = [known, found];
        for (name, outcome) in &mut self.outcomes {
            for (input, passed) in INPUTS.iter().zip(&mut outcome.passed) {
                if passed.is_none() {
                    *passed = Some(false);
                    print(self.name, &format!("{name} with {input} input"), Some("it was not reported"));
                }
            }
        }
    }

    /// Prints and counts what went wrong beside the operations.
    pub fn fail(&mut self, what: &str, problem: &str) {
        self.failed += 1;
        print(self.name, what, Some(problem));
    }

    /// Whether there are operations, every one that the SDK has passed with every input, and nothing else went wrong.
    pub fn passed(&self) -> bool {
        let good = self.outcomes.values().all(Outcome::good);
        self.count() > 0 && good && self.failed == 0
    }

    /// How many operations passed with every input.
    fn count(&self) -> usize {
        let good = |(name, outcome): &(&String, &Outcome)| {
            let lacking = self.lacks.iter().any(|lacks| lacks.contains(*name));
            !lacking && outcome.good()
        };
        self.outcomes.iter().filter(good).count()
    }

    /// How many operations the SDK does not have.
    fn lacking(&self) -> usize {
        self.outcomes.keys().filter(|name| self.lacks[0].contains(*name)).count()
    }
}

impl Display for Operations {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { name, outcomes, lacks, made, failed } = self;
        let (count, all, lacking) = (self.count(), outcomes.len(), self.lacking());
        write!(f, "{name}: {count} of {all} operations, {} input", INPUTS.join(" and "))?;
        if !lacks[0].is_empty() {
            let members = lacks[0].len() - lacking;
            write!(f, "; not in this version of the SDK: operations {lacking}, members {members}")?;
        }
        if !made.is_empty() {
            write!(f, "; called by a command made of the samples: {}", made.len())?;
        }
        if *failed > 0 { write!(f, "; other failures: {failed}") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Operations;

    const GOOD: [&str; 4] = [
        r#"{"operation":"A","input":"minimal","ok":true,"detail":""}"#,
        r#"{"operation":"A","input":"maximal","ok":true,"detail":""}"#,
        r#"{"operation":"B","input":"minimal","ok":true,"detail":""}"#,
        r#"{"operation":"B","input":"maximal","ok":true,"detail":""}"#,
    ];

    /// What is said of two expected operations after these lines, and whether they passed.
    fn said(lines: &[&str]) -> (String, bool) {
        said_lacking(&[], lines)
    }

    fn said_lacking(lacks: &[&str], lines: &[&str]) -> (String, bool) {
        let lacks: Vec<String> = lacks.iter().map(|lack| (*lack).to_owned()).collect();
        let mut operations = Operations::new("sdk", &["A".to_owned(), "B".to_owned()], &lacks);
        for line in lines {
            operations.read(line);
        }
        operations.end();
        (operations.to_string(), operations.passed())
    }

    #[test]
    fn every_operation_must_pass_with_every_input() {
        assert_eq!(said(&GOOD), ("sdk: 2 of 2 operations, minimal and maximal input".to_owned(), true));
        assert_eq!(said(&GOOD[..3]), ("sdk: 1 of 2 operations, minimal and maximal input".to_owned(), false));
        assert_eq!(said(&[]), ("sdk: 0 of 2 operations, minimal and maximal input".to_owned(), false));
    }

    #[test]
    fn an_operation_that_fails_is_not_counted() {
        let lines = [GOOD[0], GOOD[1], GOOD[2], r#"{"operation":"B","input":"maximal","ok":false,"detail":"no"}"#];
        assert_eq!(said(&lines), ("sdk: 1 of 2 operations, minimal and maximal input".to_owned(), false));
    }

    #[test]
    fn any_other_line_fails() {
        for strange in [
            GOOD[0],
            r#"{"operation":"C","input":"minimal","ok":true}"#,
            r#"{"operation":"A","input":"other","ok":true}"#,
            r#"{"operation":"A","input":"minimal"}"#,
            "{}",
            "",
        ] {
            let lines: Vec<&str> = GOOD.into_iter().chain([strange]).collect();
            let expected = "sdk: 2 of 2 operations, minimal and maximal input; other failures: 1";
            assert_eq!(said(&lines), (expected.to_owned(), false), "{strange}");
        }
    }

    #[test]
    fn nothing_at_all_is_no_pass() {
        assert!(!Operations::new("sdk", &[], &[]).passed());
    }

    #[test]
    fn what_an_sdk_lacks_must_be_known() {
        let lines = [
            r#"{"operation":"A","input":"minimal","ok":true,"lacks":["input.X"]}"#,
            GOOD[1],
            r#"{"operation":"B","input":"minimal","ok":true,"lacks":[""]}"#,
            r#"{"operation":"B","input":"maximal","ok":true,"lacks":[""]}"#,
        ];
        let known = "sdk: 1 of 2 operations, minimal and maximal input; \
                     not in this version of the SDK: operations 1, members 1";
        assert_eq!(said_lacking(&["A input.X", "B"], &lines), (known.to_owned(), true));
        assert!(!said_lacking(&["B"], &lines).1);
        assert!(!said_lacking(&["A input.X"], &lines).1);
        assert!(!said_lacking(&["A input.X", "B", "A"], &lines).1);
        assert!(!said_lacking(&["A input.X", "B"], &GOOD).1);
    }

    #[test]
    fn an_operation_that_an_sdk_lacks_may_be_called_all_the_same() {
        let [minimal, maximal] = [
            r#"{"operation":"B","input":"minimal","ok":true,"lacks":[""],"made":true}"#,
            r#"{"operation":"B","input":"maximal","ok":true,"lacks":[""],"made":true}"#,
        ];
        let made = "sdk: 1 of 2 operations, minimal and maximal input; not in this version of the SDK: operations 1, \
                    members 0; called by a command made of the samples: 1";
        assert_eq!(said_lacking(&["B"], &[GOOD[0], GOOD[1], minimal, maximal]), (made.to_owned(), true));
        let fails = maximal.replace("true,\"lacks", "false,\"lacks");
        assert_eq!(said_lacking(&["B"], &[GOOD[0], GOOD[1], minimal, &fails]), (made.to_owned(), false));
    }
}
