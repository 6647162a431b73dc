//! The requests of all operations -> what came of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use cognito_idp::mock::mock;
use cognito_idp::runtime::Encode;
use cognito_idp::server;
use serde_json::{Value, json};

use super::cases::{Purpose, Variant};
use super::description::Description;
use super::judge::{Violation, judge, message};
use super::mutants::{Answered, Mutant};
use super::values::Maker;

/// The longest body, in bytes, that wrong servers are tried with.
const LONGEST_MISJUDGED: usize = 4000;

/// What came of all requests.
#[derive(Default)]
pub struct Report {
    pub operations: BTreeSet<String>,
    /// How many requests are valid and how many are not, by what they are for.
    pub counts: BTreeMap<Purpose, [usize; 2]>,
    /// Requests that are not what they were made for.
    pub astray: Vec<String>,
    /// Answers that are wrong.
    pub wrong: Vec<String>,
    /// How many answers of a wrong server were noticed, and the first of them.
    pub noticed: BTreeMap<Mutant, (usize, String)>,
    /// How many requests have several violations.
    mixed: usize,
}

/// What came of a request.
#[derive(Clone)]
pub struct Answer {
    pub status: u16,
    /// `null` for an answer of success: what a mock makes up is of no interest here.
    pub body: Value,
    /// What the handler was given.
    pub received: Option<Value>,
}

/// A request, and what must come of it.
struct Request<'a> {
    operation: &'a str,
    variant: &'a Variant,
    violations: Vec<Violation>,
    /// The body of the answer that tells them.
    refusal: Value,
}

impl Report {
    /// Sends every request of every operation, and looks at the answers, and at those of wrong servers.
    pub async fn of(description: &Description, mutants: &[Mutant]) -> Self {
        let maker = Maker::new(description);
        let mock = mock();
        let server = server(mock.clone());
        let mut report = Self::default();
        for (operation, input) in &description.operations {
            report.operations.insert(operation.clone());
            let shape = description.shape(input);
            for variant in &maker.requests(shape) {
                let body = variant.value.to_string().into_bytes();
                let response = server.dispatch(operation, &body).await;
                let received = mock.requests().pop().map(|received| parse(&received.input.to_body()));
                mock.forget();
                let status = response.status().as_u16();
                let told = if status == 200 { Value::Null } else { parse(response.body()) };
                let answer = Answer { status, body: told, received };
                let violations = judge(&maker, shape, &variant.value);
                let refusal = json!({ "__type": description.error, "message": message(&violations) });
                let request = Request { operation, variant, violations, refusal };
                report.add(&request, &answer);
                if body.len() <= LONGEST_MISJUDGED {
                    report.misjudge(&request, &Answered::new(operation, &body, &answer), mutants);
                }
            }
        }
        report
    }

    fn add(&mut self, request: &Request<'_>, answer: &Answer) {
        let Variant { purpose, value } = request.variant;
        let [valid, invalid] = self.counts.entry(*purpose).or_default();
        *(if request.violations.is_empty() { valid } else { invalid }) += 1;
        self.mixed += usize::from(request.violations.len() > 1);
        if !request.is_as_meant() {
            self.astray.push(format!("{}, {purpose}: {value}", request.operation));
        }
        self.wrong.extend(request.wrong(answer));
    }

    fn misjudge(&mut self, request: &Request<'_>, answered: &Answered<'_>, mutants: &[Mutant]) {
        let purpose = request.variant.purpose;
        // each constraint by requests of its own
        let tried = mutants.iter().filter(|it| it.without().is_none_or(|edge| purpose == Purpose::Breaks(edge)));
        for &mutant in tried {
            if let Some(wrong) = request.wrong(&answered.by(mutant, &request.variant.value)) {
                self.noticed.entry(mutant).or_insert((0, wrong)).0 += 1;
            }
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:>26} {:>7} {:>7}", "", "valid", "invalid")?;
        for (purpose, [valid, invalid]) in &self.counts {
            writeln!(f, "{:<26} {valid:>7} {invalid:>7}", purpose.to_string())?;
        }
        let [valid, invalid] = self.counts.values().fold([0, 0], |[a, b], [c, d]| [a + c, b + d]);
        writeln!(f, "{:<26} {valid:>7} {invalid:>7}", "all")?;
        write!(f, "{} operations; {} requests with several violations", self.operations.len(), self.mixed)
    }
}

impl Request<'_> {
    /// Whether it is what it was made for.
    fn is_as_meant(&self) -> bool {
        let breaks = |edge| self.violations.iter().any(|violation| violation.broken.contains(&edge));
        match self.variant.purpose {
            Purpose::Least | Purpose::Greatest | Purpose::Free => self.violations.is_empty(),
            Purpose::Keeps(edge) => !breaks(edge),
            Purpose::Breaks(edge) => breaks(edge),
            Purpose::Mixed => true,
        }
    }

    /// What is wrong with an answer, if anything is.
    fn wrong(&self, answer: &Answer) -> Option<String> {
        let Answer { status, body, received } = answer;
        let sent = &self.variant.value;
        let is_right = if self.violations.is_empty() {
            *status == 200 && received.as_ref() == Some(sent)
        } else {
            *status == 400 && received.is_none() && *body == self.refusal
        };
        (!is_right).then(|| {
            let received = received.as_ref().map_or_else(String::new, Value::to_string);
            let expected =
                if self.violations.is_empty() { "it to be received".to_owned() } else { self.refusal.to_string() };
            format!(
                "{}, {}\n  sent     {}\n  answer   {status} {}\n  received {}\n  expected {}",
                self.operation,
                self.variant.purpose,
                cut(&sent.to_string()),
                cut(&body.to_string()),
                cut(&received),
                cut(&expected),
            )
        })
    }
}

/// What of a text is worth to print.
fn cut(text: &str) -> String {
    text.chars().take(1000).collect()
}

fn parse(text: &[u8]) -> Value {
    serde_json::from_slice(text).unwrap_or_else(|error| panic!("{}: {error}", String::from_utf8_lossy(text)))
}
