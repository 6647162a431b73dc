//! The errors of a description -> whether a script got each of them as an exception of the SDK's own.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Formatter};

use serde_json::Value;

use super::cases::print;

/// The errors that one SDK's script made happen: what fails is printed as it comes in, and all is counted.
pub struct Errors<'a> {
    name: &'static str,
    /// Every error that must be reported, with the operations that declare it.
    declared: &'a BTreeMap<String, BTreeSet<String>>,
    /// The errors that were reported, and whether they passed.
    outcomes: BTreeMap<&'a str, bool>,
    /// What the SDK should have no exception for, and what it was found to have none for.
    lacks: [BTreeSet<String>; 2],
    /// What went wrong beside them.
    failed: usize,
}

impl<'a> Errors<'a> {
    /// Nothing reported yet, and these errors expected, each at one of the operations that declare it. For those in
    /// `lacks` the SDK has no exception.
    pub fn new(name: &'static str, declared: &'a BTreeMap<String, BTreeSet<String>>, lacks: Vec<String>) -> Self {
        let lacks = [lacks.into_iter().collect(), BTreeSet::new()];
        Self { name, declared, outcomes: BTreeMap::new(), lacks, failed: 0 }
    }

    /// Reads a line that a script printed: `{"error": "…", "operation": "…", "ok": true, "detail": "…", "lacks": false}`,
    /// where the last says that the SDK has no exception for the error, but tells its name and the rest. Any other line
    /// is a failure, and so is an error that is not in the description, or reported twice.
    pub fn read(&mut self, line: &str) {
        let report: Value = serde_json::from_str(line).unwrap_or_default();
        let (Some(error), Some(ok)) = (report["error"].as_str(), report["ok"].as_bool()) else {
            return self.fail("every line reports an error", line);
        };
        let Some((error, declare)) = self.declared.get_key_value(error) else {
            return self.fail(error, "the description has no such error");
        };
        let lacks = report["lacks"] == true;
        let operation = report["operation"].as_str().unwrap_or("none");
        let problem = if !ok {
            Some(report["detail"].as_str().unwrap_or("no detail").to_owned())
        } else if !lacks && !declare.contains(operation) {
            Some(format!("it was tried at {operation}, which does not declare it"))
        } else {
            None
        };
        if self.outcomes.insert(error, problem.is_none()).is_some() {
            return self.fail(error, "it is reported twice");
        }
        if lacks {
            self.lacks[1].insert(error.clone());
        }
        if let Some(problem) = problem {
            print(self.name, &format!("{error} of {operation}"), Some(&problem));
        }
    }

    /// Fails what was not reported, and what is lacking or not lacking against what is known.
    pub fn end(&mut self) {
        for error in self.declared.keys() {
            if !self.outcomes.contains_key(error.as_str()) {
                self.outcomes.insert(error, false);
                print(self.name, error, Some("it was not reported"));
            }
        }
        let [known, found] = std::mem::take(&mut self.lacks);
        for error in found.difference(&known) {
            self.fail(error, "the SDK has no exception for it");
        }
        for error in known.difference(&found) {
            self.fail(error, "the SDK has an exception for it, although lacks.txt says that it does not");
        }
        self.lacks = [known, found];
    }

    /// Prints and counts what went wrong beside the errors.
    pub fn fail(&mut self, what: &str, problem: &str) {
        self.failed += 1;
        print(self.name, what, Some(problem));
    }

    /// Whether there are errors, every one passed, and nothing else went wrong.
    pub fn passed(&self) -> bool {
        !self.outcomes.is_empty() && self.outcomes.values().all(|passed| *passed) && self.failed == 0
    }

    /// How many errors passed as exceptions of their own.
    fn count(&self) -> usize {
        let lacking = |error: &str| self.lacks.iter().any(|lacks| lacks.contains(error));
        self.outcomes.iter().filter(|(error, passed)| **passed && !lacking(error)).count()
    }
}

impl Display for Errors<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { name, declared, outcomes: _, lacks, failed } = self;
        write!(f, "{name}: {} of {} errors", self.count(), declared.len())?;
        if !lacks[0].is_empty() {
            write!(f, "; not in this version of the SDK: {}", lacks[0].len())?;
        }
        if *failed > 0 { write!(f, "; other failures: {failed}") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Errors;

    const GOOD: [&str; 2] = [
        r#"{"error":"A","operation":"Get","ok":true,"detail":"","lacks":false}"#,
        r#"{"error":"B","operation":"Put","ok":true,"detail":"","lacks":false}"#,
    ];
    const LACKING: &str = r#"{"error":"B","operation":"Get","ok":true,"detail":"","lacks":true}"#;

    /// What is said of two expected errors after these lines, and whether they passed.
    fn said(lacks: &[&str], lines: &[&str]) -> (String, bool) {
        let declare = |error: &str, operation: &str| (error.to_owned(), [operation.to_owned()].into());
        let declared = BTreeMap::from([declare("A", "Get"), declare("B", "Put")]);
        let mut errors = Errors::new("sdk", &declared, lacks.iter().map(|lack| (*lack).to_owned()).collect());
        for line in lines {
            errors.read(line);
        }
        errors.end();
        (errors.to_string(), errors.passed())
    }

    #[test]
    fn every_error_must_pass() {
        assert_eq!(said(&[], &GOOD), ("sdk: 2 of 2 errors".to_owned(), true));
        assert_eq!(said(&[], &GOOD[..1]), ("sdk: 1 of 2 errors".to_owned(), false));
        assert_eq!(said(&[], &[]), ("sdk: 0 of 2 errors".to_owned(), false));
        let fails = GOOD[1].replace("true", "false");
        assert_eq!(said(&[], &[GOOD[0], &fails]), ("sdk: 1 of 2 errors".to_owned(), false));
    }

    #[test]
    fn an_error_must_be_tried_where_it_is_declared() {
        let elsewhere = GOOD[1].replace("Put", "Get");
        assert_eq!(said(&[], &[GOOD[0], &elsewhere]), ("sdk: 1 of 2 errors".to_owned(), false));
    }

    #[test]
    fn any_other_line_fails() {
        for strange in [GOOD[0], r#"{"error":"C","operation":"Get","ok":true}"#, r#"{"error":"A"}"#, "{}", ""] {
            let expected = ("sdk: 2 of 2 errors; other failures: 1".to_owned(), false);
            assert_eq!(said(&[], &[GOOD[0], GOOD[1], strange]), expected, "{strange}");
        }
    }

    #[test]
    fn what_an_sdk_lacks_must_be_known() {
        let known = "sdk: 1 of 2 errors; not in this version of the SDK: 1".to_owned();
        assert_eq!(said(&["B"], &[GOOD[0], LACKING]), (known, true));
        assert!(!said(&[], &[GOOD[0], LACKING]).1);
        assert!(!said(&["A", "B"], &[GOOD[0], LACKING]).1);
        assert!(!said(&["B"], &GOOD).1);
    }
}
