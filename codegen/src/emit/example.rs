//! A wire example of an operation: the smallest request it takes, and an answer to it.

use std::fmt::Write as _;

use crate::model::{Constraint, Kind, Member, Model, Operation, Presence, Scalar, ShapeId, TimestampFormat};

/// How deep structures of an answer are shown.
const DEPTH: usize = 2;

/// How many members of one structure of an answer are shown, beyond the required ones.
const BREADTH: usize = 6;

/// The example as a section of the operation's documentation.
pub(super) fn markdown(model: &Model, operation: &Operation) -> String {
    let request = operation.input.map(|input| structure(model, input, Which::Required, DEPTH));
    let response = operation.output.map(|output| structure(model, output, Which::Some, DEPTH));
    let mut text = String::from("\n\n# Example\n");
    let _ = write!(text, "\n```json\n{}\n```", request.as_deref().unwrap_or("{}"));
    match response {
        Some(response) => {
            let _ = write!(text, "\n\nmay be answered with\n\n```json\n{response}\n```");
        }
        None => text.push_str("\n\nis answered with an empty body."),
    }
    text
}

/// Which members of a structure are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    /// The required ones.
    Required,
    /// The required ones and the first others.
    Some,
}

fn structure(model: &Model, id: ShapeId, which: Which, depth: usize) -> String {
    let shown = |(position, member): &(usize, &Member)| match (&member.presence, which) {
        (Presence::Required, _) => true,
        (Presence::Optional | Presence::Default(_), Which::Required) => false,
        (Presence::Optional | Presence::Default(_), Which::Some) => {
            *position < BREADTH && (depth > 0 || !is_nested(model, member.target))
        }
    };
    let members = model[id].kind.members().iter().enumerate().filter(shown).map(|(_, member)| {
        let value = member.example.as_ref().map_or_else(|| value(model, member.target, which, depth), scalar);
        format!("{}:{value}", quoted(&member.name.wire))
    });
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

fn is_nested(model: &Model, id: ShapeId) -> bool {
    match &model[id].kind {
        Kind::Structure(_) | Kind::Union(_) => true,
        Kind::List(item) => is_nested(model, *item),
        Kind::Map { value, .. } => is_nested(model, *value),
        Kind::String
        | Kind::Enum(_)
        | Kind::Integer
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::Boolean
        | Kind::Blob
        | Kind::Timestamp(_)
        | Kind::Document => false,
    }
}

/// A value of a shape, as JSON.
fn value(model: &Model, id: ShapeId, which: Which, depth: usize) -> String {
    let shape = &model[id];
    let inner = depth.saturating_sub(1);
    match &shape.kind {
        Kind::Structure(_) => structure(model, id, which, inner),
        Kind::Union(members) => members.first().map_or_else(String::new, |member| {
            format!("{{{}:{}}}", quoted(&member.name.wire), value(model, member.target, which, inner))
        }),
        Kind::List(item) => {
            let count = usize::try_from(least(&shape.constraints)).unwrap_or(1).max(1);
            let items = vec![value(model, *item, which, inner); count];
            format!("[{}]", items.join(","))
        }
        Kind::Map { key, value: target } => {
            let key = value(model, *key, which, inner);
            format!("{{{key}:{}}}", value(model, *target, which, inner))
        }
        Kind::Enum(values) => values.variants.first().map_or_else(String::new, |variant| quoted(&variant.wire)),
        Kind::Document => "{}".to_owned(),
        Kind::String
        | Kind::Integer
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::Boolean
        | Kind::Blob
        | Kind::Timestamp(_) => match &shape.example {
            Some(example) => scalar(example),
            None => made_up(model, id),
        },
    }
}

fn scalar(value: &Scalar) -> String {
    match value {
        Scalar::Boolean(value) => value.to_string(),
        Scalar::Integer(value) => value.to_string(),
        Scalar::Float(value) => value.to_string(),
        Scalar::String(text) => quoted(text),
        Scalar::EmptyList => "[]".to_owned(),
        Scalar::EmptyMap => "{}".to_owned(),
    }
}

/// A value within the constraints of a scalar shape that has no example.
fn made_up(model: &Model, id: ShapeId) -> String {
    let shape = &model[id];
    match &shape.kind {
        Kind::Integer | Kind::Long => {
            let least = shape.constraints.iter().find_map(|constraint| match constraint {
                Constraint::Range { min, max } => Some(min.unwrap_or_else(|| max.map_or(1, |max| max.min(1)))),
                Constraint::Length { .. }
                | Constraint::FloatRange { .. }
                | Constraint::Pattern(_)
                | Constraint::UniqueItems => None,
            });
            least.unwrap_or(1).to_string()
        }
        Kind::Float | Kind::Double => "1.5".to_owned(),
        Kind::Boolean => "true".to_owned(),
        Kind::Blob => quoted("AA=="),
        Kind::Timestamp(TimestampFormat::EpochSeconds) => "1700000000.123".to_owned(),
        Kind::Timestamp(TimestampFormat::DateTime) => quoted("2023-11-14T22:13:20Z"),
        Kind::Timestamp(TimestampFormat::HttpDate) => quoted("Tue, 14 Nov 2023 22:13:20 GMT"),
        Kind::String => quoted(&text(model, &shape.constraints)),
        Kind::Structure(_)
        | Kind::Union(_)
        | Kind::List(_)
        | Kind::Map { .. }
        | Kind::Enum(_)
        | Kind::Document => "null".to_owned(),
    }
}

/// A text within constraints.
fn text(model: &Model, constraints: &[Constraint]) -> String {
    const WORD: &str = "example";
    let (mut min, mut max, mut pattern) = (0, u64::MAX, None);
    for constraint in constraints {
        match constraint {
            Constraint::Length { min: least, max: most } => {
                min = least.unwrap_or(0);
                max = most.unwrap_or(u64::MAX);
            }
            Constraint::Pattern(id) => pattern = Some(&model[*id].compiled),
            Constraint::Range { .. } | Constraint::FloatRange { .. } | Constraint::UniqueItems => {}
        }
    }
    let fits = |text: &str| {
        let length = text.chars().count() as u64;
        (min..=max).contains(&length) && pattern.is_none_or(|pattern| pattern.matches(text))
    };
    if fits(WORD) {
        return WORD.to_owned();
    }
    match pattern {
        Some(pattern) => pattern.example(min, max).unwrap_or_default(),
        None => WORD.chars().cycle().take(usize::try_from(min.clamp(1, max)).unwrap_or(1)).collect(),
    }
}

fn least(constraints: &[Constraint]) -> u64 {
    constraints
        .iter()
        .find_map(|constraint| match constraint {
            Constraint::Length { min, .. } => *min,
            Constraint::Range { .. }
            | Constraint::FloatRange { .. }
            | Constraint::Pattern(_)
            | Constraint::UniqueItems => None,
        })
        .unwrap_or(0)
}

fn quoted(text: &str) -> String {
    let mut writer = codegen_runtime::Writer::default();
    writer.string(text);
    String::from_utf8(writer.into_bytes()).unwrap_or_default()
}
