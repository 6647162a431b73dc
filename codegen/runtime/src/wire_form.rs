//! serde's traits for the types of an API, in the form that values have on the wire.
//!
//! Members have the names of the wire, and those that are unset are left out; moments are seconds since 1970, blobs
//! base64. What is written is whole, secrets included, and what is read is not checked against constraints. Only
//! formats that say of what form a value is can be read: JSON, YAML, TOML, CBOR and others, but not those that are
//! bare bytes.
//!
//! All goes by way of a [`Document`], so that there is one place that knows how a type looks on the wire, and serde's
//! derives, which are slow to compile, are not needed. A body is read and written without any of this.

use std::fmt;

use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::codec::{Decode, Encode};
use super::json::{Document, Number, Rejected};
use super::schema::{Shape, Wording};
use super::service::Limits;
use super::timestamp::Timestamp;
use super::validate::{Explanation, explain};

/// Implements `Serialize` and `Deserialize` for a type: a structure or union, with the name that its shape has in
/// `shapes`, or an enum. It needs this module and `shapes` in scope: the runtime does not know where it stands.
#[allow(unused_macros, reason = "emitted code calls it")]
macro_rules! wire_form {
    ($name:ident, $shape:ident) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                wire_form::serialize(self, serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                wire_form::deserialize(deserializer, &shapes::$shape)
            }
        }
    };
    (enum $name:ident) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <String as ::serde::Deserialize>::deserialize(deserializer).map(|value| Self::from(value.as_str()))
            }
        }
    };
}
#[allow(unused_imports, reason = "emitted code calls it")]
pub(crate) use wire_form;

/// Writes a value as it is on the wire.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<T: Encode, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    // the limit is against bodies of strangers, and this one is our own
    match Document::parse(&value.to_body(), usize::MAX) {
        Ok(document) => document.serialize(serializer),
        Err(Rejected) => Err(serde::ser::Error::custom("the value has no form on the wire")),
    }
}

/// Reads a value of `shape` as it is on the wire. Constraints are not checked.
///
/// # Errors
/// What is wrong with the value, in the words of a server that refuses it; and those of the deserializer.
pub fn deserialize<'de, T: Decode, D: Deserializer<'de>>(
    deserializer: D,
    shape: &'static Shape,
) -> Result<T, D::Error> {
    let body = Document::deserialize(deserializer)?.to_body();
    let max_depth = Limits::default().nesting_depth;
    T::from_body(&body, max_depth).map_err(|Rejected| {
        let name = shape.name;
        D::Error::custom(match explain(&body, shape, max_depth) {
            Explanation::Mistyped(error) => format!("{name}: {error}"),
            Explanation::Invalid(violations) => format!("{name}: {}", violations.message(Wording::Coral)),
            Explanation::Malformed | Explanation::Acceptable => {
                format!("{name}: it is no object, or nested more than {max_depth} deep")
            }
        })
    })
}

/// Seconds since 1970, as on the wire: whole ones, or with up to three places.
impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Number::from_digits(&self.to_epoch_seconds()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let moment = match Document::deserialize(deserializer)? {
            Document::Number(number) => Self::parse_epoch_seconds(number.digits()),
            Document::Null | Document::Boolean(_) | Document::String(_) | Document::Array(_) | Document::Object(_) => {
                None
            }
        };
        moment.ok_or_else(|| D::Error::custom("a moment is a number of seconds since 1970"))
    }
}

/// Whole where the digits are, else a floating-point number.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.digits().parse(), self.digits().parse()) {
            (Ok(whole), _) => serializer.serialize_i64(whole),
            (_, Ok(whole)) => serializer.serialize_u64(whole),
            (Err(_), Err(_)) => serializer.serialize_f64(self.to_f64()),
        }
    }
}

/// The value itself, as `serde_json::Value` is: `null` is a unit, and of equal names all are written.
impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Boolean(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(entries) => serializer.collect_map(entries.iter().map(|(name, value)| (name, value))),
        }
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyForm)
    }
}

struct AnyForm;

impl<'de> Visitor<'de> for AnyForm {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON can hold")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Document, E> {
        Ok(Document::Boolean(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Document, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Document, E> {
        Ok(Document::Number(Number::from_digits(&value.to_string())))
    }

    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Document, E> {
        let number = Number::try_from(value);
        number.map(Document::Number).map_err(|value| E::custom(format_args!("JSON has no number {value}")))
    }

    fn visit_str<E>(self, value: &str) -> Result<Document, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Document, E> {
        Ok(Document::String(value))
    }

    fn visit_unit<E>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_none<E>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        Document::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Document, A::Error> {
        let mut found = Vec::new();
        while let Some(item) = items.next_element()? {
            found.push(item);
        }
        Ok(Document::Array(found))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Document, A::Error> {
        let mut found = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            found.push(entry);
        }
        Ok(Document::Object(found))
    }
}
