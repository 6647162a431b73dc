//! What a script reports, one JSON line a case -> one printed line a case, and a count.

use std::fmt::{self, Display, Formatter};

use serde_json::Value;

/// The cases that every SDK's script must report. They are listed here and not in the scripts, so that a script cannot
/// pass by running fewer.
pub const CASES: [&str; 8] = [
    "signing certificate is X.509, in DER, in base64, on one line",
    "signing certificate is valid for ten years",
    "signing certificate is the same in a second answer",
    "unknown pool is the SDK's ResourceNotFoundException",
    "malformed pool id is the SDK's InvalidParameterException",
    "missing pool id is the SDK's InvalidParameterException",
    "operation that is not implemented is NotImplementedException, with status 501",
    "unknown pool with documented statuses is 482, and still the SDK's ResourceNotFoundException",
];

/// The cases of a browser and a server that shares nothing with pages of other origins.
pub const CLOSED: [&str; 1] = ["page of another origin is kept from a server that shares nothing"];

/// The cases of one SDK, or of the server itself: printed and counted as they come in.
pub struct Tally {
    name: &'static str,
    /// The cases that must still be reported.
    open: Vec<&'static str>,
    passed: usize,
    failed: usize,
}

impl Tally {
    /// Nothing reported yet, and these cases expected.
    pub fn new(name: &'static str, expected: &[&'static str]) -> Self {
        Self { name, open: expected.to_vec(), passed: 0, failed: 0 }
    }

    /// Reads a line that a script printed: `{"case": "…", "ok": true, "detail": "…"}`. Any other line is a failure, and
    /// so is a case that is not expected or was reported before.
    pub fn read(&mut self, line: &str) {
        let report: Value = serde_json::from_str(line).unwrap_or_default();
        let (Some(case), Some(ok)) = (report["case"].as_str(), report["ok"].as_bool()) else {
            return self.check("every line reports a case", Some(line));
        };
        let Some(index) = self.open.iter().position(|open| *open == case) else {
            return self.check(case, Some("it is not expected, or reported twice"));
        };
        let problem = (!ok).then(|| report["detail"].as_str().unwrap_or("no detail").to_owned());
        self.open.remove(index);
        self.check(case, problem.as_deref());
    }

    /// Fails the cases that were not reported.
    pub fn end(&mut self) {
        for case in std::mem::take(&mut self.open) {
            self.check(case, Some("it was not reported"));
        }
    }

    /// Prints and counts a case. It failed if there is a problem.
    pub fn check(&mut self, case: &str, problem: Option<&str>) {
        print(self.name, case, problem);
        match problem {
            None => self.passed += 1,
            Some(_) => self.failed += 1,
        }
    }

    /// Whether there were cases, and all passed.
    pub fn passed(&self) -> bool {
        self.passed > 0 && self.failed == 0 && self.open.is_empty()
    }
}

/// Prints a case. It failed if there is a problem.
pub fn print(name: &str, case: &str, problem: Option<&str>) {
    println!("{name:<11} {case} … {}", if problem.is_none() { "ok" } else { "FAILED" });
    for line in problem.unwrap_or_default().lines() {
        println!("{:<11}   {line}", "");
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} passed, {} failed", self.name, self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    /// The tally of two expected cases after these lines.
    fn tally(lines: &[&str]) -> (Tally, String) {
        let mut tally = Tally::new("sdk", &["a", "b"]);
        for line in lines {
            tally.read(line);
        }
        tally.end();
        let summary = tally.to_string();
        (tally, summary)
    }

    #[test]
    fn every_case_must_pass() {
        let (tally, summary) = tally(&[r#"{"case":"b","ok":true,"detail":""}"#, r#"{"case":"a","ok":true}"#]);
        assert_eq!(summary, "sdk: 2 passed, 0 failed");
        assert!(tally.passed());
    }

    #[test]
    fn a_case_that_fails_is_counted() {
        let (tally, summary) = tally(&[r#"{"case":"a","ok":false,"detail":"no"}"#, r#"{"case":"b","ok":true}"#]);
        assert_eq!(summary, "sdk: 1 passed, 1 failed");
        assert!(!tally.passed());
    }

    #[test]
    fn a_case_that_is_not_reported_fails() {
        assert_eq!(tally(&[]).1, "sdk: 0 passed, 2 failed");
        assert_eq!(tally(&[r#"{"case":"a","ok":true}"#]).1, "sdk: 1 passed, 1 failed");
    }

    #[test]
    fn a_case_that_is_not_expected_fails() {
        let passed = [r#"{"case":"a","ok":true}"#, r#"{"case":"b","ok":true}"#];
        for strange in [r#"{"case":"a","ok":true}"#, r#"{"case":"c","ok":true}"#] {
            assert_eq!(tally(&[passed[0], passed[1], strange]).1, "sdk: 2 passed, 1 failed");
        }
    }

    #[test]
    fn a_line_that_reports_no_case_fails() {
        for strange in ["", "ok", "{}", r#"{"case":"a"}"#, r#"{"case":"a","ok":"true"}"#, r#"["a", true]"#] {
            assert_eq!(tally(&[strange]).1, "sdk: 0 passed, 3 failed", "{strange}");
        }
    }

    #[test]
    fn nothing_at_all_is_no_pass() {
        assert!(!Tally::new("sdk", &[]).passed());
    }
}
