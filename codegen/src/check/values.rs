//! Rules of the values that a description writes down: defaults and examples are values of their shapes.

use super::Problems;
use crate::model::{Constraint, Kind, Model, Origin, Presence, Scalar, Shape, ShapeId};
use crate::report::{Problem, did_you_mean};
use crate::resolve::Index;

/// Judges the defaults and examples of a resolved description.
pub(crate) fn values(index: &Index<'_>, model: &Model) -> Vec<Problem> {
    let mut problems = Problems::default();
    for (id, shape) in model.shapes.iter().enumerate() {
        let name = &shape.name.wire;
        let source = index.source(ShapeId(id));
        let section = match shape.origin {
            Origin::Described => "shapes",
            Origin::Error => "errors",
            Origin::Plain => continue,
        };
        let mut judge = |keys: &[&str], shape: &Shape, value: Option<&Scalar>| {
            if let Some(Err((message, help))) = value.map(|value| is_value_of(model, shape, value)) {
                problems.add(source, keys, message, help);
            }
        };
        judge(&[section, name, "example"], shape, shape.example.as_ref());
        for member in shape.kind.members() {
            let target = &model[member.target];
            let keys = |key| [section, name, "members", &member.name.wire, key];
            judge(&keys("example"), target, member.example.as_ref());
            if let Presence::Default(default) = &member.presence {
                judge(&keys("default"), target, Some(default));
            }
        }
    }
    problems.0
}

/// Whether a value is one of a shape; if not, why, and what to do.
fn is_value_of(model: &Model, shape: &Shape, value: &Scalar) -> Result<(), (String, String)> {
    #[allow(clippy::cast_possible_truncation)] // what is too great becomes infinite
    let fits = match (&shape.kind, value) {
        (Kind::Integer, Scalar::Integer(number)) => i32::try_from(*number).is_ok(),
        (Kind::Float, Scalar::Float(number)) => (*number as f32).is_finite(),
        (Kind::Double, Scalar::Float(number)) => number.is_finite(),
        (Kind::Blob, value @ Scalar::String(_)) => value.bytes().is_some(),
        (Kind::Boolean, Scalar::Boolean(_))
        | (Kind::Long | Kind::Float | Kind::Double | Kind::Timestamp(_), Scalar::Integer(_))
        | (Kind::String | Kind::Enum(_), Scalar::String(_))
        | (Kind::List(_), Scalar::EmptyList)
        | (Kind::Map { .. }, Scalar::EmptyMap) => true,
        (
            Kind::Structure(_)
            | Kind::Union(_)
            | Kind::List(_)
            | Kind::Map { .. }
            | Kind::String
            | Kind::Enum(_)
            | Kind::Integer
            | Kind::Long
            | Kind::Float
            | Kind::Double
            | Kind::Boolean
            | Kind::Blob
            | Kind::Timestamp(_)
            | Kind::Document,
            _,
        ) => false,
    };
    if !fits {
        return Err((format!("this is not a value of `{}`", shape.name.wire), values_of(&shape.kind).to_owned()));
    }
    if let (Kind::Enum(values), Scalar::String(text)) = (&shape.kind, value)
        && !values.variants.iter().any(|variant| variant.wire == *text)
    {
        let listed = values.variants.iter().map(|variant| variant.wire.as_str());
        let help = did_you_mean(text, listed, "write one of its values");
        return Err((format!("the enum `{}` does not list `{text}`", shape.name.wire), help));
    }
    if let Some(broken) = shape.constraints.iter().find(|constraint| !keeps(model, shape, constraint, value)) {
        let message = format!("this value breaks the `{}` of `{}`", broken.word(), shape.name.wire);
        return Err((message, "give a value that the shape allows".to_owned()));
    }
    Ok(())
}

/// How the description writes the values of a kind.
fn values_of(kind: &Kind) -> &'static str {
    match kind {
        Kind::String | Kind::Enum(_) => "write a text, in quotes where it looks like something else",
        Kind::Integer => "write a whole number from -2147483648 to 2147483647",
        Kind::Long => "write a whole number from -9223372036854775808 to 9223372036854775807",
        Kind::Float => "write a number that 32 bits hold",
        Kind::Double => "write a number",
        Kind::Boolean => "write `true` or `false`",
        Kind::Blob => "write the bytes in base64, with padding",
        Kind::Timestamp(_) => "write whole seconds since 1970-01-01T00:00:00Z",
        Kind::List(_) => "the only value of a list that can be written here is `[]`",
        Kind::Map { .. } => "the only value of a map that can be written here is `{}`",
        Kind::Structure(_) | Kind::Union(_) | Kind::Document => "no value of its type can be written here",
    }
}

/// Whether a value of the right kind keeps a constraint.
fn keeps(model: &Model, shape: &Shape, constraint: &Constraint, value: &Scalar) -> bool {
    match (constraint, value) {
        (Constraint::Length { min, max }, Scalar::String(text)) => {
            let length = match (&shape.kind, value.bytes()) {
                (Kind::Blob, Some(bytes)) => bytes.len(),
                _ => text.chars().count(),
            } as u64;
            min.is_none_or(|min| length >= min) && max.is_none_or(|max| length <= max)
        }
        (Constraint::Length { min, .. }, Scalar::EmptyList | Scalar::EmptyMap) => min.is_none_or(|min| min == 0),
        (Constraint::Range { min, max }, Scalar::Integer(number)) => {
            min.is_none_or(|min| *number >= min) && max.is_none_or(|max| *number <= max)
        }
        #[allow(clippy::cast_precision_loss)] // compared with bounds of the same precision
        (Constraint::FloatRange { min, max }, Scalar::Integer(number)) => in_float_range(*number as f64, *min, *max),
        (Constraint::FloatRange { min, max }, Scalar::Float(number)) => in_float_range(*number, *min, *max),
        (Constraint::Pattern(id), Scalar::String(text)) => model[*id].compiled.matches(text),
        (
            Constraint::Length { .. }
            | Constraint::Range { .. }
            | Constraint::FloatRange { .. }
            | Constraint::Pattern(_)
            | Constraint::UniqueItems,
            _,
        ) => true,
    }
}

fn in_float_range(number: f64, min: Option<f64>, max: Option<f64>) -> bool {
    min.is_none_or(|min| number >= min) && max.is_none_or(|max| number <= max)
}

impl Constraint {
    /// The key of the language that gives it.
    fn word(&self) -> &'static str {
        match self {
            Self::Length { .. } => "length",
            Self::Range { .. } | Self::FloatRange { .. } => "range",
            Self::Pattern(_) => "pattern",
            Self::UniqueItems => "unique_items",
        }
    }
}
