//! Violations into words, those of AWS's own services and those of servers generated from Smithy models.
//!
//! What [`Coral`](super::super::schema::Wording::Coral) says was observed at Cognito and at services of the same
//! framework. [`Smithy`](super::super::schema::Wording::Smithy) follows the protocol tests for malformed requests
//! that come with Smithy, as they are now: values are left out, as they may be secret.
//!
//! Choices, where nothing was observed:
//!
//! - Items that are not unique have the words of Smithy.
//! - The items of a list of lists, and so on, are told in brackets within the brackets of the outer list.
//! - Other services end some brackets with `Member must not be null`. The tables do not say for which items, and
//!   Cognito prints none.
//! - Smithy: a whole list of texts counts as its single items do, at most a hundred of one list.

use std::fmt::{self, Write};

use super::super::schema::{Constraint, Kind, Shape};
use super::display::double;
use super::violation::{Broken, Segment, Shown, Side, Violation};

const FAILED: &str = "failed to satisfy constraint:";
const NOT_NULL: &str = "Member must not be null";
const UNIQUE: &str = "Member must have unique values";

/// How deep brackets are put in brackets; nothing of that kind was observed even once.
const BRACKETS: usize = 4;

/// `2 validation errors detected: …; …`
pub(super) fn coral_message(violations: &[Violation], out: &mut dyn Write) -> fmt::Result {
    write!(out, "{} validation error{} detected: ", violations.len(), plural(violations.len()))?;
    for (index, violation) in violations.iter().enumerate() {
        if index > 0 {
            out.write_str("; ")?;
        }
        coral(violation, out)?;
    }
    Ok(())
}

/// `Value '…' at '…' failed to satisfy constraint: …`
pub(super) fn coral(violation: &Violation, out: &mut dyn Write) -> fmt::Result {
    match &violation.value {
        Shown::Absent => out.write_str("Value null at ")?,
        // observed: without `null` even where there is no value
        Shown::Redacted => out.write_str("Value at ")?,
        Shown::Text(text) => write!(out, "Value '{text}' at ")?,
    }
    write!(out, "'{}' {FAILED} ", coral_path(&violation.path))?;
    match violation.broken {
        Broken::Required => out.write_str(NOT_NULL),
        Broken::Constraint { constraint, side } => {
            out.write_str(&coral_constraint(constraint, side).unwrap_or_default())
        }
        Broken::Elements(shape) => out.write_str(&elements(shape, BRACKETS)),
        Broken::Keys(shape) => out.write_str(&keys(shape)),
        Broken::Values(shape) => out.write_str(&values(shape, BRACKETS)),
    }
}

/// `userAttributes.1.member.name`
pub(super) fn coral_path(path: &[Segment]) -> String {
    let mut out = String::new();
    for segment in path {
        if !out.is_empty() {
            out.push('.');
        }
        match segment {
            Segment::Member(member) => out.push_str(member.reported_name),
            Segment::Index(index) => out.push_str(&(index + 1).to_string()),
            Segment::Key(key) => out.push_str(key),
        }
        if matches!(segment, Segment::Index(_) | Segment::Key(_)) {
            out.push_str(".member");
        }
    }
    out
}

/// The text for one bound of a constraint, or for one without bounds. `None` if it has no such bound.
fn coral_constraint(constraint: &Constraint, side: Side) -> Option<String> {
    let bound = |side, less: Option<String>, greater: Option<String>, of| match side {
        Side::Above => less.map(|max| format!("Member must have {of} less than or equal to {max}")),
        Side::Below => greater.map(|min| format!("Member must have {of} greater than or equal to {min}")),
        Side::Otherwise => None,
    };
    match constraint {
        Constraint::Length { min, max } => bound(side, max.map(number), min.map(number), "length"),
        Constraint::Range { min, max } => bound(side, max.map(number), min.map(number), "value"),
        Constraint::FloatRange { min, max } => bound(side, max.map(double), min.map(double), "value"),
        Constraint::Pattern(pattern) => matches!(side, Side::Otherwise)
            .then(|| format!("Member must satisfy regular expression pattern: {}", pattern.source())),
        Constraint::Enum { reported, .. } => {
            matches!(side, Side::Otherwise).then(|| format!("Member must satisfy enum value set: [{}]", list(reported)))
        }
        Constraint::UniqueItems => matches!(side, Side::Otherwise).then(|| UNIQUE.to_owned()),
    }
}

fn elements(shape: &'static Shape, depth: usize) -> String {
    format!("Member must satisfy constraint: {}", bracket(shape, depth))
}

fn keys(shape: &'static Shape) -> String {
    format!("Map keys must satisfy constraint: {}", bracket(shape, 0))
}

fn values(shape: &'static Shape, depth: usize) -> String {
    format!("Map value must satisfy constraint: {}", bracket(shape, depth))
}

/// All constraints of a shape, broken or not, the upper bound of each before the lower.
fn bracket(shape: &'static Shape, depth: usize) -> String {
    let sides = [Side::Above, Side::Below, Side::Otherwise];
    let all = shape.constraints.iter().flat_map(|constraint| sides.map(|side| coral_constraint(constraint, side)));
    let mut texts: Vec<String> = all.flatten().collect();
    if let Some(depth) = depth.checked_sub(1) {
        match &shape.kind {
            Kind::List(element) if is_constrained(element, depth) => texts.push(elements(element, depth)),
            Kind::Map { key, value } => {
                texts.extend(is_constrained(key, 0).then(|| keys(key)));
                texts.extend(is_constrained(value, depth).then(|| values(value, depth)));
            }
            Kind::List(_)
            | Kind::Structure(_)
            | Kind::Union(_)
            | Kind::String
            | Kind::Enum
            | Kind::Integer
            | Kind::Long
            | Kind::Float
            | Kind::Double
            | Kind::Boolean
            | Kind::Blob
            | Kind::Timestamp(_)
            | Kind::Document => {}
        }
    }
    format!("[{}]", list(&texts))
}

/// Whether [`bracket`] has anything to say of a shape.
fn is_constrained(shape: &'static Shape, depth: usize) -> bool {
    let Some(inner) = depth.checked_sub(1) else {
        return !shape.constraints.is_empty();
    };
    let inside = match &shape.kind {
        Kind::List(element) => is_constrained(element, inner),
        Kind::Map { key, value } => is_constrained(key, 0) || is_constrained(value, inner),
        Kind::Structure(_)
        | Kind::Union(_)
        | Kind::String
        | Kind::Enum
        | Kind::Integer
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::Boolean
        | Kind::Blob
        | Kind::Timestamp(_)
        | Kind::Document => false,
    };
    inside || !shape.constraints.is_empty()
}

/// `2 validation errors detected. …; …`
pub(super) fn smithy_message(violations: &[Violation]) -> String {
    let fields = smithy_fields(violations);
    let texts: Vec<_> = fields.into_iter().map(|(_, text)| text).collect();
    format!("{} validation error{} detected. {}", texts.len(), plural(texts.len()), texts.join("; "))
}

/// The same without the frame.
pub(super) fn smithy_texts(violations: &[Violation]) -> String {
    let texts: Vec<_> = smithy_fields(violations).into_iter().map(|(_, text)| text).collect();
    texts.join("; ")
}

/// Paths and what is wrong there, items of lists singly.
pub(super) fn smithy_fields(violations: &[Violation]) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    smithy_fields_at("", violations, &mut fields);
    fields
}

fn smithy_fields_at(outer: &str, violations: &[Violation], fields: &mut Vec<(String, String)>) {
    for violation in violations {
        let path = format!("{outer}{}", smithy_path(&violation.path));
        match violation.broken {
            Broken::Required => fields.push(smithy_field(path, None, NOT_NULL)),
            Broken::Constraint { constraint, .. } => {
                fields.push(smithy_field(path, violation.size, &smithy_constraint(constraint)));
            }
            Broken::Elements(_) | Broken::Keys(_) | Broken::Values(_) => {
                smithy_fields_at(&path, &violation.parts, fields);
            }
        }
    }
}

fn smithy_field(path: String, size: Option<u64>, constraint: &str) -> (String, String) {
    let with_length = size.map(|size| format!(" with length {size}")).unwrap_or_default();
    let text = format!("Value{with_length} at '{path}' {FAILED} {constraint}");
    (path, text)
}

/// `/UserAttributes/0/Name`: a JSON pointer.
pub(super) fn smithy_path(path: &[Segment]) -> String {
    let mut out = String::new();
    for segment in path {
        out.push('/');
        match segment {
            Segment::Member(member) => out.push_str(member.name),
            Segment::Index(index) => out.push_str(&index.to_string()),
            Segment::Key(key) => out.push_str(&key.replace('~', "~0").replace('/', "~1")),
        }
    }
    out
}

fn smithy_constraint(constraint: &Constraint) -> String {
    match constraint {
        Constraint::Length { min, max } => {
            format!("Member must have length {}", smithy_bounds(min.map(number), max.map(number)))
        }
        Constraint::Range { min, max } => {
            format!("Member must be {}", smithy_bounds(min.map(number), max.map(number)))
        }
        Constraint::FloatRange { min, max } => {
            format!("Member must be {}", smithy_bounds(min.map(number), max.map(number)))
        }
        Constraint::Pattern(pattern) => {
            format!("Member must satisfy regular expression pattern: {}", pattern.source())
        }
        Constraint::Enum { values, .. } => format!("Member must satisfy enum value set: [{}]", list(values)),
        Constraint::UniqueItems => UNIQUE.to_owned(),
    }
}

fn smithy_bounds(min: Option<String>, max: Option<String>) -> String {
    match (min, max) {
        (Some(min), Some(max)) => format!("between {min} and {max}, inclusive"),
        (Some(min), None) => format!("greater than or equal to {min}"),
        (None, Some(max)) => format!("less than or equal to {max}"),
        (None, None) => String::new(),
    }
}

fn number(number: impl fmt::Display) -> String {
    number.to_string()
}

fn list<T: AsRef<str>>(texts: &[T]) -> String {
    texts.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(", ")
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
