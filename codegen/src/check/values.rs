//! Rules of the values that a description writes down: defaults and examples are values of their shapes.

use super::Problems;
use crate::model::{Constraint, Kind, Model, Origin, Presence, Scalar, Shape};
use crate::report::Problem;
use crate::spec::Spec;

/// Judges the defaults and examples of a resolved description.
pub(crate) fn values(spec: &Spec, model: &Model) -> Vec<Problem> {
    let mut problems = Problems::default();
    for shape in &model.shapes {
        let name = &shape.name.wire;
        let (section, source) = match shape.origin {
            Origin::Described => ("shapes", spec.shapes.iter().find(|(_, shape, _)| shape == name).map(|found| found.0)),
            Origin::Error => ("errors", spec.errors.iter().find(|(_, error, _)| error == name).map(|found| found.0)),
            Origin::Plain => continue,
        };
        let source = source.unwrap_or(0);
        if let Some(example) = &shape.example
            && let Err(reason) = is_value_of(model, shape, example)
        {
            let help = "give an example that the shape allows";
            problems.add(source, &[section, name, "example"], reason, help);
        }
        for member in shape.kind.members() {
            if let Some(example) = &member.example
                && let Err(reason) = is_value_of(model, &model[member.target], example)
            {
                let keys = [section, name, "members", &member.name.wire, "example"];
                problems.add(source, &keys, reason, "give an example that the member's shape allows");
            }
            if let Presence::Default(default) = &member.presence
                && let Err(reason) = is_value_of(model, &model[member.target], default)
            {
                let keys = [section, name, "members", &member.name.wire, "default"];
                problems.add(source, &keys, reason, "give a default that the member's shape allows");
            }
        }
    }
    problems.0
}

/// Whether a value is one of a shape; if not, why.
fn is_value_of(model: &Model, shape: &Shape, value: &Scalar) -> Result<(), String> {
    let fits = match (&shape.kind, value) {
        (Kind::Boolean, Scalar::Boolean(_))
        | (Kind::Integer | Kind::Long | Kind::Float | Kind::Double | Kind::Timestamp(_), Scalar::Integer(_))
        | (Kind::Float | Kind::Double, Scalar::Float(_))
        | (Kind::String | Kind::Enum(_) | Kind::Blob, Scalar::String(_))
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
        return Err(format!("this is not a value of `{}`", shape.name.wire));
    }
    if let (Kind::Enum(values), Scalar::String(text)) = (&shape.kind, value)
        && !values.variants.iter().any(|variant| variant.wire == *text)
    {
        return Err(format!("the enum `{}` does not list `{text}`", shape.name.wire));
    }
    if let Some(broken) = shape.constraints.iter().find(|constraint| !keeps(model, constraint, value)) {
        return Err(format!("this value breaks the {} of `{}`", broken.word(), shape.name.wire));
    }
    Ok(())
}

/// Whether a value of the right kind keeps a constraint.
fn keeps(model: &Model, constraint: &Constraint, value: &Scalar) -> bool {
    match (constraint, value) {
        (Constraint::Length { min, max }, Scalar::String(text)) => {
            let length = text.chars().count() as u64;
            min.is_none_or(|min| length >= min) && max.is_none_or(|max| length <= max)
        }
        (Constraint::Length { min, .. }, Scalar::EmptyList | Scalar::EmptyMap) => min.is_none_or(|min| min == 0),
        (Constraint::Range { min, max }, Scalar::Integer(number)) => {
            min.is_none_or(|min| *number >= min) && max.is_none_or(|max| *number <= max)
        }
        #[allow(clippy::cast_precision_loss)] // compared with bounds of the same precision
        (Constraint::FloatRange { min, max }, Scalar::Integer(number)) => {
            in_float_range(*number as f64, *min, *max)
        }
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
