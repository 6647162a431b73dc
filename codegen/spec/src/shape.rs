//! The section `shapes`: named types of values, their members and constraints.

use serde::{Deserialize, Serialize};

use super::scalar::given;
use super::{Entries, Number, Scalar};

/// A shape. Which keys may stand beside `type` depends on it; that is judged when the spec is resolved, where all
/// problems can be told at once.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Shape {
    /// The kind of shape.
    pub r#type: Type,
    /// Documentation, Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc: Option<String>,
    /// Name of the Rust type, where the one made from the shape's will not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rust_name: Option<String>,
    /// Whether values are secret.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sensitive: bool,
    /// Members of a structure or union.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<Entries<Member>>,
    /// Shape of a list's items.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// Shape of a map's keys.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Shape of a map's values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// How a timestamp is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<TimestampFormat>,
    /// Values of an enum, in order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#enum: Option<Vec<String>>,
    /// Names of an enum's variants, by value, where those made from the values will not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rust_names: Option<Entries<String>>,
    /// Bounds of the size.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<Length>,
    /// Bounds of the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    /// Regular expression that the whole text matches, in the dialect of Java.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// Whether no two items of a list are equal.
    #[serde(default, skip_serializing_if = "is_false")]
    pub unique_items: bool,
    /// A value that documentation and samples show.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub example: Option<Scalar>,
    /// What the real endpoint does that the vendor's model does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wire: Option<Wire>,
}

/// The kind of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the words of the language; `spec/README.md` explains them
pub enum Type {
    Structure,
    Union,
    List,
    Map,
    String,
    Integer,
    Long,
    Float,
    Double,
    Boolean,
    Blob,
    Timestamp,
    Document,
}

/// How a timestamp is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TimestampFormat {
    /// JSON number of seconds since 1970.
    EpochSeconds,
    /// RFC 3339 text.
    DateTime,
    /// Text as in HTTP headers.
    HttpDate,
}

/// Bounds of a size, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Length {
    /// The least size.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<u64>,
    /// The greatest size.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<u64>,
}

/// Bounds of a number, both inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// The least value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Number>,
    /// The greatest value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Number>,
}

/// What the real endpoint does that the vendor's model does not say, laid over the shape.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Wire {
    /// Whether the text of violations shows the value; by default that of a shape that is not sensitive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub echoed: Option<bool>,
    /// Bounds of the size in place of the shape's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub length: Option<Length>,
    /// Pattern in place of the shape's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// Where it was seen.
    pub evidence: String,
}

/// A member of a structure or union.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Name of its shape, or the name of a type.
    pub target: String,
    /// Documentation, Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc: Option<String>,
    /// Name of the field, in snake case, where the one made from the member's will not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rust_name: Option<String>,
    /// Whether it must be there.
    #[serde(default, skip_serializing_if = "is_false")]
    pub required: bool,
    /// Whether its value is secret, whatever its shape says; by default what the shape says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sensitive: Option<bool>,
    /// The value it has when it is absent.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub default: Option<Scalar>,
    /// A value that documentation and samples show, in place of the shape's.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub example: Option<Scalar>,
}

impl Type {
    /// The word of the language.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Union => "union",
            Self::List => "list",
            Self::Map => "map",
            Self::String => "string",
            Self::Integer => "integer",
            Self::Long => "long",
            Self::Float => "float",
            Self::Double => "double",
            Self::Boolean => "boolean",
            Self::Blob => "blob",
            Self::Timestamp => "timestamp",
            Self::Document => "document",
        }
    }
}

impl Shape {
    /// A shape of a type, with no other keys.
    #[must_use]
    pub fn of_type(r#type: Type) -> Self {
        Self {
            r#type,
            doc: None,
            rust_name: None,
            sensitive: false,
            members: None,
            member: None,
            key: None,
            value: None,
            format: None,
            r#enum: None,
            rust_names: None,
            length: None,
            range: None,
            pattern: None,
            unique_items: false,
            example: None,
            wire: None,
        }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde passes a reference
fn is_false(value: &bool) -> bool {
    !value
}
