//! What the description says of signatures -> whether an SDK finds every operation to be signed or open as it says, and
//! is told what is wrong with bad signatures.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

use serde_json::Value;

use super::cases::{Tally, print};

/// The keys that the mock knows. The scripts have them too: a lasting one, and one of a session.
pub const CREDENTIALS: [&str; 4] = ["--credentials", "AKIDEXAMPLE:secret", "--credentials", "ASIDEXAMPLE:secret:token"];

/// What a script must report beside the operations.
const CASES: [&str; 6] = [
    "a wrong secret is an InvalidSignatureException",
    "an unknown access key is an UnrecognizedClientException",
    "a wrong session token is an UnrecognizedClientException",
    "a session token is taken together with its key",
    "no credentials for a signed operation are a MissingAuthenticationTokenException",
    "no credentials are needed for an operation that is not signed",
];

/// What an SDK's script found: the operations that are signed, those that are not, and what becomes of bad signatures.
pub struct Signatures {
    name: &'static str,
    /// By operation: whether it should be signed, and whether it was found to be so, if it was tried.
    operations: BTreeMap<String, (bool, Option<bool>)>,
    /// How many operations the SDK does not have.
    lacking: usize,
    cases: Tally,
}

impl Signatures {
    /// Nothing reported yet, and all these operations expected but those that the SDK is known to lack.
    pub fn new(name: &'static str, signed: &BTreeMap<String, bool>, lacks: &[String]) -> Self {
        let all = signed.iter().filter(|(name, _)| !lacks.contains(name));
        let operations: BTreeMap<_, _> = all.map(|(name, signed)| (name.clone(), (*signed, None))).collect();
        let lacking = signed.len() - operations.len();
        Self { name, operations, lacking, cases: Tally::new(name, &CASES) }
    }

    /// Reads a line that a script printed: of an operation `{"operation": "…", "signed": true, "ok": true,
    /// "detail": "…"}`, where `signed` is whether it was refused without a signature, and `ok` whether it was answered
    /// with one; of a case what [`Tally::read`] takes.
    pub fn read(&mut self, line: &str) {
        let report: Value = serde_json::from_str(line).unwrap_or_default();
        let Some(name) = report["operation"].as_str() else { return self.cases.read(line) };
        let Some((expected, found @ None)) = self.operations.get_mut(name) else {
            return self.cases.check(name, Some("it is not expected, or reported twice"));
        };
        let problem = match (report["signed"].as_bool(), report["ok"].as_bool()) {
            (Some(signed), Some(true)) if signed == *expected => None,
            (Some(true), Some(true)) => Some("it is refused without a signature, but should be open"),
            (Some(false), Some(true)) => Some("it is open, but should be refused without a signature"),
            (_, _) => Some(report["detail"].as_str().unwrap_or("no detail")),
        };
        *found = Some(problem.is_none());
        if problem.is_some() {
            print(self.name, &format!("{name} with and without a signature"), problem);
        }
    }

    /// Fails what was not reported, and the script if it did not end well.
    pub fn end(&mut self, problem: Option<&str>) {
        self.cases.end();
        if problem.is_some() {
            self.cases.check("the script runs to its end", problem);
        }
        for (name, (_, found)) in &mut self.operations {
            if found.is_none() {
                *found = Some(false);
                print(self.name, &format!("{name} with and without a signature"), Some("it was not reported"));
            }
        }
    }

    /// Whether there are operations and cases, and all passed.
    pub fn passed(&self) -> bool {
        let good = |signed| matches!(self.count(signed), (good, all) if good == all);
        !self.operations.is_empty() && good(true) && good(false) && self.cases.passed()
    }

    /// How many operations that should be signed, or should not, were found to be so, and how many there are.
    fn count(&self, signed: bool) -> (usize, usize) {
        let all = self.operations.values().filter(|(expected, _)| *expected == signed);
        (all.clone().filter(|(_, found)| *found == Some(true)).count(), all.count())
    }
}

impl Display for Signatures {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let ((signed, all_signed), (open, all_open)) = (self.count(true), self.count(false));
        write!(f, "{}; signatures: {signed} of {all_signed} operations that are signed", self.cases)?;
        write!(f, ", {open} of {all_open} that are not")?;
        if self.lacking > 0 { write!(f, "; not in this version of the SDK: {}", self.lacking) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::{CASES, Signatures};

    const GOOD: [&str; 2] = [
        r#"{"operation":"A","signed":true,"ok":true,"detail":""}"#,
        r#"{"operation":"B","signed":false,"ok":true,"detail":""}"#,
    ];

    /// What is said of a signed and an open operation after these lines and those of all cases, and whether all passed.
    fn said(lines: &[&str]) -> (String, bool) {
        let signed = [("A".to_owned(), true), ("B".to_owned(), false), ("C".to_owned(), true)].into();
        let mut signatures = Signatures::new("sdk", &signed, &["C".to_owned(), "A input.X".to_owned()]);
        for case in CASES {
            signatures.read(&format!(r#"{{"case":"{case}","ok":true}}"#));
        }
        for line in lines {
            signatures.read(line);
        }
        signatures.end(None);
        (signatures.to_string(), signatures.passed())
    }

    /// As [`said`], where so many cases failed and so many operations passed.
    fn line(failed: usize, signed: usize, open: usize) -> String {
        format!(
            "sdk: 6 passed, {failed} failed; signatures: {signed} of 1 operations that are signed, {open} of 1 that are \
             not; not in this version of the SDK: 1"
        )
    }

    #[test]
    fn every_operation_must_be_reported_as_it_is_described() {
        assert_eq!(said(&GOOD), (line(0, 1, 1), true));
        assert_eq!(said(&GOOD[..1]), (line(0, 1, 0), false));
        assert_eq!(said(&[]), (line(0, 0, 0), false));
        let open = r#"{"operation":"A","signed":false,"ok":true}"#;
        assert_eq!(said(&[open, GOOD[1]]), (line(0, 0, 1), false));
        let refused = r#"{"operation":"B","signed":true,"ok":true}"#;
        assert_eq!(said(&[GOOD[0], refused]), (line(0, 1, 0), false));
        let failed = r#"{"operation":"A","signed":true,"ok":false,"detail":"no"}"#;
        assert_eq!(said(&[failed, GOOD[1]]), (line(0, 0, 1), false));
    }

    #[test]
    fn what_is_not_expected_fails() {
        for strange in [GOOD[0], r#"{"operation":"C","signed":true,"ok":true}"#, r#"{"case":"a","ok":true}"#, ""] {
            assert_eq!(said(&[GOOD[0], GOOD[1], strange]), (line(1, 1, 1), false), "{strange}");
        }
    }
}
