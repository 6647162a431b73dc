//! Values of Smithy traits -> values of the language.

use serde::Deserialize;
use serde_json::Value;

use super::super::failure::ImportError;
use super::super::html::to_markdown;
use super::super::notes::Notes;
use super::raw::{Shape, Traits, Type as Kind, value};
use codegen_spec::{Scalar, TimestampFormat};

#[derive(Deserialize)]
struct EnumValue {
    value: String,
}

/// The documentation among some traits.
///
/// # Errors
/// Where it is no text.
pub(super) fn documentation(place: &str, traits: &Traits) -> Result<Option<String>, ImportError> {
    let text: Option<String> = value(place, traits, "smithy.api#documentation")?;
    Ok(text.as_deref().and_then(to_markdown))
}

/// The values of an enum: members of a shape since 2.0, a trait of a string before.
///
/// # Errors
/// Where one is no text.
pub(super) fn values(place: &str, shape: &Shape, traits: &Traits) -> Result<Option<Vec<String>>, ImportError> {
    if shape.r#type != Kind::Enum {
        let values: Option<Vec<EnumValue>> = value(place, traits, "smithy.api#enum")?;
        return Ok(values.map(|values| values.into_iter().map(|EnumValue { value }| value).collect()));
    }
    let mut values = Vec::new();
    for (name, member) in shape.members.iter() {
        let value: Option<String> = value(place, &member.traits, "smithy.api#enumValue")?;
        values.push(value.unwrap_or_else(|| name.to_owned()));
    }
    Ok(Some(values))
}

/// How a timestamp is written.
///
/// # Errors
/// Where the model has a way of its own.
pub(super) fn format(place: &str, traits: &Traits) -> Result<Option<TimestampFormat>, ImportError> {
    let format: Option<String> = value(place, traits, "smithy.api#timestampFormat")?;
    match format.as_deref() {
        None => Ok(None),
        Some("epoch-seconds") => Ok(Some(TimestampFormat::EpochSeconds)),
        Some("date-time") => Ok(Some(TimestampFormat::DateTime)),
        Some("http-date") => Ok(Some(TimestampFormat::HttpDate)),
        Some(other) => Err(ImportError::new(
            place,
            format!("there is no timestamp format `{other}`"),
            "use `epoch-seconds`, `date-time` or `http-date`",
        )),
    }
}

/// The value that a member has when it is absent; `null` takes that of its shape away.
pub(super) fn default(place: &str, value: Option<&Value>, notes: &mut Notes) -> Option<Scalar> {
    let value = value.filter(|value| !value.is_null())?;
    let scalar = Scalar::deserialize(value).ok();
    if scalar.is_none() {
        notes.left_out(&place, "default", value);
    }
    scalar
}
