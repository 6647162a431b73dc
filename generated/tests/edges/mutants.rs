//! The answers of the server -> those of servers that are wrong in one way each.

use cognito_idp::Operation;
use cognito_idp::runtime::schema::{Constraint, Kind, Shape};
use cognito_idp::runtime::validate::{Broken, Explanation, Segment, Shown, Side, Violation, explain};
use serde_json::{Value, json};

use super::cases::{Edge, Place, Rule};
use super::report::Answer;

/// A server that is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mutant {
    /// It is not: only what the others change is noticed of them.
    Faithful,
    AlwaysRefuses,
    AlwaysAccepts,
    /// It loses a member on the way to the handler.
    Forgets,
    /// It tells violations last to first.
    Reversed,
    /// It tells members in the order of the description.
    SpecOrder,
    /// It displays values in small letters.
    SmallLetters,
    /// It displays values up to the twentieth character.
    Cut,
    /// It says that a secret is not there.
    NullForSecrets,
    /// It does not know a constraint.
    Without(Edge),
}

impl Mutant {
    /// All that know the constraints.
    pub const OTHERS: [Self; 9] = [
        Self::Faithful,
        Self::AlwaysRefuses,
        Self::AlwaysAccepts,
        Self::Forgets,
        Self::Reversed,
        Self::SpecOrder,
        Self::SmallLetters,
        Self::Cut,
        Self::NullForSecrets,
    ];

    /// The constraint that it does not know.
    pub fn without(self) -> Option<Edge> {
        if let Self::Without(edge) = self { Some(edge) } else { None }
    }
}

/// A request, and how it was answered.
pub struct Answered<'a> {
    operation: Operation,
    answer: &'a Answer,
    /// Each with its part of the message.
    violations: Vec<(Violation, String)>,
}

impl<'a> Answered<'a> {
    pub fn new(operation: &str, body: &'a [u8], answer: &'a Answer) -> Self {
        let operation = *Operation::ALL.iter().find(|it| it.name() == operation).expect("an operation of the API");
        let input = operation.schema().input.filter(|_| answer.status == 400);
        let violations = match input.map(|shape| explain(body, shape, 128)) {
            Some(Explanation::Invalid(violations)) => {
                violations.into_iter().map(|it| (it.clone(), it.to_string())).collect()
            }
            Some(Explanation::Malformed | Explanation::Mistyped(_) | Explanation::Acceptable) | None => Vec::new(),
        };
        Self { operation, answer, violations }
    }

    /// What a wrong server answers to the same, which was `sent`.
    pub fn by(&self, mutant: Mutant, sent: &Value) -> Answer {
        let mut violations: Vec<_> = self.violations.iter().collect();
        let text = |(_, text): &(Violation, String)| text.clone();
        let told: Vec<String> = match mutant {
            Mutant::AlwaysRefuses => {
                return refused(&["Value null at 'it' failed to satisfy constraint: it".to_owned()]);
            }
            Mutant::AlwaysAccepts => return accepted(sent.clone()),
            Mutant::Forgets if self.answer.status == 200 => return accepted(forget(sent.clone())),
            // where nothing is told, nothing is told otherwise
            _ if violations.is_empty() => return self.answer.clone(),
            Mutant::Forgets => return self.answer.clone(),
            Mutant::Faithful => violations.into_iter().map(text).collect(),
            Mutant::Reversed => violations.into_iter().rev().map(text).collect(),
            Mutant::SpecOrder => {
                let input = self.operation.schema().input;
                violations.sort_by_cached_key(|(violation, _)| positions(violation, input));
                violations.into_iter().map(text).collect()
            }
            Mutant::SmallLetters => violations.into_iter().map(|it| displayed(it, str::to_lowercase)).collect(),
            Mutant::Cut => violations.into_iter().map(|it| displayed(it, |it| it.chars().take(20).collect())).collect(),
            Mutant::NullForSecrets => {
                violations.into_iter().map(|(_, text)| text.replacen("Value at", "Value null at", 1)).collect()
            }
            Mutant::Without(edge) => violations.into_iter().filter(|(it, _)| !is_of(it, edge)).map(text).collect(),
        };
        if told.is_empty() { accepted(sent.clone()) } else { refused(&told) }
    }
}

fn accepted(received: Value) -> Answer {
    Answer { status: 200, body: Value::Null, received: Some(received) }
}

fn refused(told: &[String]) -> Answer {
    let plural = if told.len() == 1 { "" } else { "s" };
    let message = format!("{} validation error{plural} detected: {}", told.len(), told.join("; "));
    Answer { status: 400, body: json!({ "__type": "InvalidParameterException", "message": message }), received: None }
}

/// A violation's part of the message, with its value displayed otherwise.
fn displayed((violation, text): &(Violation, String), other: fn(&str) -> String) -> String {
    match violation.value() {
        Shown::Text(value) => text.replacen(&format!("'{value}'"), &format!("'{}'", other(value)), 1),
        Shown::Absent | Shown::Redacted => text.clone(),
    }
}

/// Whether a violation is of nothing but one constraint.
fn is_of(violation: &Violation, without: Edge) -> bool {
    let place = match violation.constraint() {
        Broken::Required | Broken::Constraint { .. } => return edge(violation, Place::Member) == Some(without),
        Broken::Elements(_) => Place::Item,
        Broken::Keys(_) => Place::Key,
        Broken::Values(_) => Place::Value,
    };
    violation.parts().iter().all(|part| edge(part, place) == Some(without))
}

fn edge(violation: &Violation, place: Place) -> Option<Edge> {
    let rule = match violation.constraint() {
        Broken::Required => Rule::Required,
        Broken::Constraint { constraint, side } => match (constraint, side) {
            (Constraint::Length { .. }, Side::Below) => Rule::LengthMin,
            (Constraint::Length { .. }, Side::Above) => Rule::LengthMax,
            (Constraint::Range { .. }, Side::Below) => Rule::RangeMin,
            (Constraint::Range { .. }, Side::Above) => Rule::RangeMax,
            (Constraint::Pattern(_), _) => Rule::Pattern,
            (Constraint::Enum { .. }, _) => Rule::Enum,
            _ => return None,
        },
        Broken::Elements(_) | Broken::Keys(_) | Broken::Values(_) => return None,
    };
    Some(Edge { rule, place })
}

/// The place of each member on the way to a violation, among those of its structure in the description.
fn positions(violation: &Violation, mut shape: Option<&'static Shape>) -> Vec<usize> {
    let mut positions = Vec::new();
    for segment in violation.segments() {
        let Some(kind) = shape.map(|shape| &shape.kind) else { break };
        match (segment, kind) {
            (Segment::Member(member), Kind::Structure(structure)) => {
                let position = structure.members.iter().position(|known| known.name == member.name);
                positions.push(position.unwrap_or_default());
                shape = Some(member.shape);
            }
            (Segment::Index(index), Kind::List(item)) => {
                positions.push(*index);
                shape = Some(item);
            }
            (_, Kind::Map { value, .. }) => shape = Some(value),
            _ => {}
        }
    }
    positions
}

/// The same without its last member.
fn forget(mut input: Value) -> Value {
    if let Some(members) = input.as_object_mut() {
        let last = members.keys().next_back().cloned();
        last.and_then(|last| members.remove(&last));
    }
    input
}
