//! A scalar shape -> its example, and other values for where no two may be equal.

use std::collections::HashSet;

use super::super::codec::{blob_from_base64, blob_to_base64};
use super::super::json::{Document, Number};
use super::super::schema::{Constraint, Kind, Shape, TimestampFormat};
use super::super::timestamp::Timestamp;
use super::sample::{lengths, read};

/// The example of a shape, or where `nth` is not 0, another value within its constraints, a different one for each
/// `nth`. `None` if there is none left.
pub(super) fn scalar(shape: &Shape, nth: usize) -> Option<Document> {
    let example = read(shape.example?.as_bytes())?;
    if nth == 0 {
        return Some(example);
    }
    match (&shape.kind, &example) {
        (Kind::Enum, Document::String(text)) => {
            let others = enumerated(shape).iter().filter(|value| **value != text);
            others.copied().nth(nth - 1).map(Document::from)
        }
        (Kind::String, Document::String(text)) => other_text(shape, text, nth).map(Document::String),
        (Kind::Blob, Document::String(text)) => other_bytes(text, nth).map(Document::String),
        (Kind::Boolean, Document::Boolean(value)) => (nth == 1).then(|| Document::from(!value)),
        (Kind::Integer, Document::Number(number)) => {
            whole(shape, number.to_i64(), nth, (i32::MIN.into(), i32::MAX.into())).map(Document::from)
        }
        (Kind::Long, Document::Number(number)) => {
            whole(shape, number.to_i64(), nth, (i64::MIN, i64::MAX)).map(Document::from)
        }
        (Kind::Float | Kind::Double, Document::Number(number)) => fraction(shape, number.to_f64(), nth),
        (Kind::Timestamp(TimestampFormat::EpochSeconds), Document::Number(number)) => {
            number.to_i64().checked_add(i64::try_from(nth).ok()?).map(Document::from)
        }
        (Kind::Timestamp(format), Document::String(text)) => {
            let seconds = Timestamp::parse(text, *format)?.seconds().checked_add(i64::try_from(nth).ok()?)?;
            Some(Document::String(Timestamp::from_seconds(seconds).format(*format)))
        }
        (Kind::Document, _) => i64::try_from(nth).ok().map(Document::from),
        (
            Kind::Structure(_)
            | Kind::Union(_)
            | Kind::List(_)
            | Kind::Map { .. }
            | Kind::String
            | Kind::Enum
            | Kind::Integer
            | Kind::Long
            | Kind::Float
            | Kind::Double
            | Kind::Boolean
            | Kind::Blob
            | Kind::Timestamp(_),
            _,
        ) => None,
    }
}

fn enumerated(shape: &Shape) -> &'static [&'static str] {
    let values = shape.constraints.iter().find_map(|constraint| match constraint {
        Constraint::Enum { values, .. } => Some(*values),
        Constraint::Length { .. }
        | Constraint::Range { .. }
        | Constraint::FloatRange { .. }
        | Constraint::Pattern(_)
        | Constraint::UniqueItems => None,
    });
    values.unwrap_or_default()
}

/// The numbers above, then those below the example.
fn whole(shape: &Shape, example: i64, nth: usize, (mut min, mut max): (i64, i64)) -> Option<i64> {
    for constraint in shape.constraints {
        if let Constraint::Range { min: least, max: most } = constraint {
            (min, max) = (least.unwrap_or(min), most.unwrap_or(max));
        }
    }
    let nth = i64::try_from(nth).ok()?;
    let above = max.saturating_sub(example);
    let value = if nth <= above { example + nth } else { example.checked_sub(nth - above)? };
    (value >= min).then_some(value)
}

/// As [`whole`], in small steps: a range may be no wider than from 0 to 1.
#[allow(clippy::cast_precision_loss)] // nobody asks for that many
fn fraction(shape: &Shape, example: f64, nth: usize) -> Option<Document> {
    let step = nth as f64 / 1024.0;
    let in_range = |value: &f64| {
        shape.constraints.iter().all(|constraint| match constraint {
            Constraint::FloatRange { min, max } => {
                min.is_none_or(|min| *value >= min) && max.is_none_or(|max| *value <= max)
            }
            Constraint::Length { .. }
            | Constraint::Range { .. }
            | Constraint::Pattern(_)
            | Constraint::Enum { .. }
            | Constraint::UniqueItems => true,
        })
    };
    let value = [example + step, example - step].into_iter().find(in_range)?;
    Number::try_from(value).ok().map(Document::Number)
}

/// The example with one character changed, or with a number behind it.
fn other_text(shape: &Shape, example: &str, nth: usize) -> Option<String> {
    const CHARACTERS: &str = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let (min, max) = lengths(shape);
    let keeps = |text: &String| {
        let length = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
        let matches =
            |constraint: &Constraint| !matches!(constraint, Constraint::Pattern(pattern) if !pattern.matches(text));
        (min..=max).contains(&length) && shape.constraints.iter().all(matches)
    };
    let numbered = (1..=nth.saturating_add(CHARACTERS.len())).map(|number| format!("{example}{number}"));
    let changed = example.char_indices().rev().flat_map(|(at, old)| {
        CHARACTERS.chars().map(move |new| {
            let (before, after) = example.split_at(at);
            format!("{before}{new}{}", after.get(old.len_utf8()..).unwrap_or_default())
        })
    });
    let mut seen = HashSet::from([example.to_owned()]);
    numbered.chain(changed).filter(keeps).filter(|text| seen.insert(text.clone())).nth(nth - 1)
}

/// The example's bytes, counted up by `nth`.
fn other_bytes(example: &str, nth: usize) -> Option<String> {
    let mut bytes = blob_from_base64(example)?;
    let mut left = nth;
    for byte in bytes.iter_mut().rev() {
        *byte = byte.wrapping_add(u8::try_from(left % 256).ok()?);
        left /= 256;
    }
    (left == 0).then(|| blob_to_base64(&bytes))
}
