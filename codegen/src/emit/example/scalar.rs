//! A shape that is not made of others -> a value of it: what the description gives, or one made up.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::date;
use crate::model::{Constraint, Kind, Model, Scalar, Shape, ShapeId, TimestampFormat};

/// A value of a shape that is not made of others, as JSON: the example that the description gives, or one that is
/// made up within the constraints. `None` for the other shapes, and where no value keeps the constraints.
pub(in super::super) fn scalar(model: &Model, id: ShapeId) -> Option<String> {
    let Shape { example, kind, .. } = &model[id];
    example.as_ref().map(|example| json(kind, example)).or_else(|| made_up(model, id))
}

/// A value of a kind that the description writes down, as JSON: seconds become a date where the wire has dates.
pub(in super::super) fn json(kind: &Kind, value: &Scalar) -> String {
    match (kind, value) {
        (Kind::Timestamp(format), Scalar::Integer(seconds)) => {
            let text = match format {
                TimestampFormat::DateTime => date::date_time(*seconds, 0),
                TimestampFormat::HttpDate => date::http_date(*seconds),
                TimestampFormat::EpochSeconds => None,
            };
            text.map_or_else(|| seconds.to_string(), |text| quoted(&text))
        }
        (_, Scalar::Integer(value)) => value.to_string(),
        (_, Scalar::Boolean(value)) => value.to_string(),
        (_, Scalar::Float(value)) => value.to_string(),
        (_, Scalar::String(text)) => quoted(text),
        (_, Scalar::EmptyList) => "[]".to_owned(),
        (_, Scalar::EmptyMap) => "{}".to_owned(),
    }
}

/// A value within the constraints of a shape that has no example.
fn made_up(model: &Model, id: ShapeId) -> Option<String> {
    let Shape { kind, constraints, .. } = &model[id];
    Some(match kind {
        Kind::Integer | Kind::Long => whole(constraints).to_string(),
        Kind::Float | Kind::Double => fraction(constraints).to_string(),
        Kind::Boolean => "true".to_owned(),
        Kind::Blob => {
            let bytes: Vec<u8> = WORD.bytes().cycle().take(word_size(constraints)?).collect();
            quoted(&STANDARD.encode(bytes))
        }
        Kind::Timestamp(TimestampFormat::EpochSeconds) => "1700000000.123".to_owned(),
        Kind::Timestamp(TimestampFormat::DateTime) => quoted("2023-11-14T22:13:20Z"),
        Kind::Timestamp(TimestampFormat::HttpDate) => quoted("Tue, 14 Nov 2023 22:13:20 GMT"),
        Kind::String => quoted(&text(model, constraints)?),
        Kind::Enum(values) => quoted(&values.variants.first()?.wire),
        Kind::Document => r#"{"example":true}"#.to_owned(),
        Kind::Structure(_) | Kind::Union(_) | Kind::List(_) | Kind::Map { .. } => return None,
    })
}

/// A whole number within constraints, and not zero if that can be: many clients read zero as unset.
fn whole(constraints: &[Constraint]) -> i64 {
    let range = constraints.iter().find_map(|constraint| match constraint {
        Constraint::Range { min, max } => Some(1.clamp(min.unwrap_or(i64::MIN), max.unwrap_or(i64::MAX))),
        Constraint::Length { .. }
        | Constraint::FloatRange { .. }
        | Constraint::Pattern(_)
        | Constraint::UniqueItems => None,
    });
    range.unwrap_or(1)
}

/// A floating-point number within constraints.
fn fraction(constraints: &[Constraint]) -> f64 {
    const NUMBER: f64 = 1.5;
    let range = constraints.iter().find_map(|constraint| match constraint {
        Constraint::FloatRange { min, max } => Some(NUMBER.max(min.unwrap_or(NUMBER)).min(max.unwrap_or(f64::MAX))),
        Constraint::Length { .. } | Constraint::Range { .. } | Constraint::Pattern(_) | Constraint::UniqueItems => None,
    });
    range.unwrap_or(NUMBER)
}

/// No text or blob is made up that is longer than this.
const LONGEST: u64 = 1 << 20;

/// What texts and blobs are made of.
const WORD: &str = "example";

/// The size of a text or blob within constraints that is nearest to the word's.
fn word_size(constraints: &[Constraint]) -> Option<usize> {
    let (min, max) = lengths(constraints);
    let size = (WORD.len() as u64).clamp(min, max);
    usize::try_from(size).ok().filter(|_| size <= LONGEST)
}

/// The least size within constraints, but one at the least where that is allowed.
pub(super) fn size(constraints: &[Constraint]) -> Option<usize> {
    let (min, max) = lengths(constraints);
    let size = 1.clamp(min, max);
    usize::try_from(size).ok().filter(|_| size <= LONGEST)
}

pub(super) fn may_be_empty(constraints: &[Constraint]) -> bool {
    lengths(constraints).0 == 0
}

/// A text within constraints.
fn text(model: &Model, constraints: &[Constraint]) -> Option<String> {
    let (min, max) = lengths(constraints);
    let pattern = constraints.iter().find_map(|constraint| match constraint {
        Constraint::Pattern(id) => Some(&model[*id].compiled),
        Constraint::Length { .. }
        | Constraint::Range { .. }
        | Constraint::FloatRange { .. }
        | Constraint::UniqueItems => None,
    });
    let fits = |text: &str| {
        let length = text.chars().count() as u64;
        (min..=max).contains(&length) && pattern.is_none_or(|pattern| pattern.matches(text))
    };
    if fits(WORD) {
        return Some(WORD.to_owned());
    }
    match pattern {
        Some(pattern) => pattern.example(min, max),
        None => Some(WORD.chars().cycle().take(word_size(constraints)?).collect()),
    }
}

/// The bounds of a size.
fn lengths(constraints: &[Constraint]) -> (u64, u64) {
    let length = constraints.iter().find_map(|constraint| match constraint {
        Constraint::Length { min, max } => Some((min.unwrap_or(0), max.unwrap_or(u64::MAX))),
        Constraint::Range { .. } | Constraint::FloatRange { .. } | Constraint::Pattern(_) | Constraint::UniqueItems => {
            None
        }
    });
    length.unwrap_or((0, u64::MAX))
}

/// A text as JSON.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
