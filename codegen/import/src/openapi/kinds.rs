//! Types and formats of `OpenAPI` schemas -> the types of the language.

use super::super::notes::Notes;
use super::raw::{self, Additional, Schema};
use codegen_spec::{Number, Type};

/// The type of a schema.
pub(super) fn kind(place: &str, schema: &Schema, notes: &mut Notes) -> Type {
    let has_members = schema.properties.is_some();
    let guessed = if has_members || schema.additional_properties.is_some() {
        Some(raw::Type::Object)
    } else if schema.items.is_some() {
        Some(raw::Type::Array)
    } else if schema.r#enum.is_some() {
        Some(raw::Type::String)
    } else {
        None
    };
    let format = schema.format.as_deref();
    match (schema.r#type.or(guessed), format) {
        _ if is_union(schema) => Type::Union,
        (Some(raw::Type::Object), _) => object(schema),
        (Some(raw::Type::Array), _) => Type::List,
        (Some(raw::Type::Boolean), _) => Type::Boolean,
        (Some(raw::Type::Integer), Some("int64")) => Type::Long,
        (Some(raw::Type::Integer), None) if is_large(schema) => Type::Long,
        (Some(raw::Type::Integer), None | Some("int32")) => Type::Integer,
        (Some(raw::Type::Number), Some("float")) => Type::Float,
        (Some(raw::Type::Number), None | Some("double")) => Type::Double,
        (Some(raw::Type::String), None | Some("password")) => Type::String,
        (Some(raw::Type::String), Some("date-time")) => Type::Timestamp,
        (Some(raw::Type::String), Some("byte" | "binary")) => Type::Blob,
        (Some(known), Some(format)) => {
            notes.add(&place, format_args!("`format: {format}` is left out; the language has no word for it"));
            match known {
                raw::Type::Integer => Type::Integer,
                raw::Type::Number => Type::Double,
                raw::Type::Object | raw::Type::Array | raw::Type::String | raw::Type::Boolean => Type::String,
            }
        }
        (None, _) => {
            notes.add(&place, "it says no type; `document` stands for it");
            Type::Document
        }
    }
}

/// Whether an integer reaches beyond what fits into 32 bits.
fn is_large(schema: &Schema) -> bool {
    let bounds = schema.minimum.iter().chain(&schema.maximum);
    bounds.copied().any(|bound| match bound {
        Number::Integer(bound) => i32::try_from(bound).is_err(),
        Number::Float(bound) => bound.abs() > f64::from(i32::MAX),
    })
}

/// An object is a structure where its members have names, a map where they look alike, and anything otherwise.
fn object(schema: &Schema) -> Type {
    match (&schema.properties, &schema.additional_properties) {
        (Some(members), Some(Additional::Schema(_))) if members.is_empty() => Type::Map,
        (None, Some(Additional::Schema(_))) => Type::Map,
        (Some(_), _) | (None, Some(Additional::Allowed(false))) => Type::Structure,
        (None, Some(Additional::Allowed(true)) | None) => Type::Document,
    }
}

/// Whether a schema lists objects of one member each, of which a value is one.
pub(super) fn is_union(schema: &Schema) -> bool {
    let has_one = |option: &Schema| option.properties.as_ref().is_some_and(|members| members.0.len() == 1);
    !schema.one_of.is_empty() && schema.one_of.iter().all(has_one)
}
