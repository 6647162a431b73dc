//! Kinds of Smithy shapes, those of the prelude among them -> the types of the language.

use super::super::failure::ImportError;
use super::super::notes::Notes;
use super::raw::{Member, Shape, Traits, Type as Kind};
use codegen_spec::Type;

/// The kind of a shape of the prelude.
///
/// # Errors
/// Where the prelude has no such shape.
pub(super) fn prelude(place: &str, id: &str) -> Result<Kind, ImportError> {
    let name = id.strip_prefix("smithy.api#").map(|name| name.strip_prefix("Primitive").unwrap_or(name));
    match name {
        Some("String") => Ok(Kind::String),
        Some("Blob") => Ok(Kind::Blob),
        Some("Boolean") => Ok(Kind::Boolean),
        Some("Byte") => Ok(Kind::Byte),
        Some("Short") => Ok(Kind::Short),
        Some("Integer") => Ok(Kind::Integer),
        Some("Long") => Ok(Kind::Long),
        Some("BigInteger") => Ok(Kind::BigInteger),
        Some("Float") => Ok(Kind::Float),
        Some("Double") => Ok(Kind::Double),
        Some("BigDecimal") => Ok(Kind::BigDecimal),
        Some("Timestamp") => Ok(Kind::Timestamp),
        Some("Document") => Ok(Kind::Document),
        Some(_) | None => Err(ImportError::new(
            place,
            format!("names the shape `{id}`, which the model does not define"),
            "give the whole model, or define the shape in it",
        )),
    }
}

/// The type of a shape.
///
/// # Errors
/// Where the shape holds no values.
pub(super) fn kind(place: &str, shape: &Shape, traits: &Traits, notes: &mut Notes) -> Result<Type, ImportError> {
    let r#type = nearest(place, shape.r#type, notes)?;
    match traits.contains_key("smithy.api#streaming").then_some(r#type) {
        Some(Type::Union) => {
            notes.add(&place, "an event stream has no word in the language; `union` stands for it");
        }
        Some(_) => notes.add(&place, "a stream has no word in the language; the value is sent whole"),
        None => {}
    }
    if shape.r#type == Kind::IntEnum {
        let value = |member: &Member| Some(member.traits.get("smithy.api#enumValue")?.to_string());
        let values =
            shape.members.iter().map(|(name, member)| format!("{name} = {}", value(member).unwrap_or_default()));
        let values: Vec<_> = values.collect();
        notes.add(&place, format_args!("an enum of integers has no word in the language: {}", values.join(", ")));
    }
    Ok(r#type)
}

/// The type that holds the values of a kind.
///
/// # Errors
/// Where the kind has none.
pub(super) fn nearest(place: &str, kind: Kind, notes: &mut Notes) -> Result<Type, ImportError> {
    let mut nearest = |r#type: Type, word: &str| {
        notes.add(&place, format_args!("this type has no word in the language; `{word}` stands for it"));
        Ok(r#type)
    };
    match kind {
        Kind::Structure => Ok(Type::Structure),
        Kind::Union => Ok(Type::Union),
        Kind::List | Kind::Set => Ok(Type::List),
        Kind::Map => Ok(Type::Map),
        Kind::String | Kind::Enum => Ok(Type::String),
        Kind::Integer | Kind::IntEnum => Ok(Type::Integer),
        Kind::Byte | Kind::Short => nearest(Type::Integer, "integer"),
        Kind::Long => Ok(Type::Long),
        Kind::BigInteger => nearest(Type::Long, "long"),
        Kind::Float => Ok(Type::Float),
        Kind::Double => Ok(Type::Double),
        Kind::BigDecimal => nearest(Type::Double, "double"),
        Kind::Boolean => Ok(Type::Boolean),
        Kind::Blob => Ok(Type::Blob),
        Kind::Timestamp => Ok(Type::Timestamp),
        Kind::Document => Ok(Type::Document),
        Kind::Service | Kind::Operation | Kind::Resource | Kind::Apply => Err(ImportError::new(
            place,
            "a shape that holds no values stands where a value is expected",
            "mend the model",
        )),
    }
}
