//! Text of a description -> [`Spec`]: what the files say, name by name, with nothing resolved or judged.
//!
//! This is the spec language itself; `spec/README.md` explains each key. The names of the fields are the keys.

mod entries;
pub(crate) mod locate;
mod parse;
pub(crate) mod print;

use serde::{Deserialize, Serialize};

pub use entries::Entries;
pub use parse::{Spec, parse};
pub use print::print;
pub(crate) use print::read_yaml;

/// One file of a description.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// What the API's operations have in common; in exactly one file of the folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Service>,
    /// Operations by name.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub operations: Entries<Operation>,
    /// Shapes by name.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub shapes: Entries<Shape>,
    /// Errors by name.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub errors: Entries<Error>,
}

/// What the API's operations have in common.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Name as a crate or folder would spell it.
    pub name: String,
    /// Name as a person would say it; also what the trait is named after.
    pub title: String,
    /// Version of the API, usually a date.
    pub version: String,
    /// Documentation, Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc: Option<String>,
    /// Name of the trait, where the one made from the title will not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rust_name: Option<String>,
    /// Wire protocol.
    pub protocol: Protocol,
    /// What stands before the dot in the `X-Amz-Target` header.
    pub target_prefix: String,
    /// How requests are signed, if they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing: Option<Signing>,
    /// How violations of constraints are told.
    pub validation: Validation,
    /// Documented status of each operation's first error; the following ones count up from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_documented_status: Option<u16>,
    /// Where the description's facts come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provenance: Vec<Provenance>,
}

/// A wire protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Protocol {
    /// awsJson 1.0.
    #[serde(rename = "aws_json_1_0")]
    AwsJson10,
    /// awsJson 1.1.
    #[serde(rename = "aws_json_1_1")]
    AwsJson11,
}

/// How requests are signed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Signing {
    /// The scheme.
    pub scheme: SigningScheme,
    /// The name signatures are scoped to.
    pub name: String,
}

/// A signing scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SigningScheme {
    /// AWS signature, version 4.
    Sigv4,
}

/// How violations of constraints are told.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Validation {
    /// Name of the error that carries them. It need not be one of `errors`.
    pub error: String,
    /// The words.
    #[serde(default)]
    pub wording: Wording,
    /// The order of a structure's members.
    #[serde(default)]
    pub order: ReportOrder,
}

/// The words that violations are told in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// As the services of AWS put it.
    #[default]
    Coral,
    /// As servers generated from Smithy models put it.
    Smithy,
}

/// The order in which violations of a structure's members are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportOrder {
    /// As the members stand in the description.
    #[default]
    Spec,
    /// As a Java hash map of the members' names would give them.
    HashMap,
}

/// A source of facts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// Name of the source.
    pub source: String,
    /// Its version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// What was taken from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// An operation.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// Documentation, Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc: Option<String>,
    /// Name of the trait's method, in upper camel case, where the one made from the operation's will not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rust_name: Option<String>,
    /// What a caller must prove; by default what `service.signing` says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auth: Option<Auth>,
    /// Name of the structure it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
    /// Name of the structure it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<String>,
    /// The errors it declares, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeclaredError>,
}

/// What a caller must prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Auth {
    /// The request carries an AWS signature, version 4.
    Sigv4,
    /// Nothing.
    None,
}

/// An error as one operation declares it: its name, or its name with the status its documentation prints.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum DeclaredError {
    /// By name alone.
    Name(String),
    /// With a documented status of its own.
    Documented(DocumentedError),
}

impl DeclaredError {
    /// The error's name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Name(name) => name,
            Self::Documented(documented) => &documented.error,
        }
    }
}

/// An error with the status that an operation's documentation prints for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentedError {
    /// Name of the error.
    pub error: String,
    /// The status.
    pub documented_status: u16,
}

/// An error.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Error {
    /// Documentation, Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc: Option<String>,
    /// Name of the Rust type, where the one made from the error's will not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rust_name: Option<String>,
    /// Who is to blame.
    pub fault: Fault,
    /// HTTP status the real endpoint sends; 400 for a client's fault and 500 for the server's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Members of its structure.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub members: Entries<Member>,
}

/// Who is to blame for an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// The caller.
    Client,
    /// The service.
    Server,
}

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
    #[serde(default, skip_serializing_if = "Option::is_none")]
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

/// A number as the description writes it.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Number {
    /// A whole number.
    Integer(i64),
    /// A number with a fraction or an exponent.
    Float(f64),
}

/// A value as the description writes it.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(untagged)]
pub enum Scalar {
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(Number),
    /// A text.
    String(String),
    /// An empty list, `[]`.
    List([(); 0]),
    /// An empty map, `{}`.
    Map(Empty),
}

/// A map without entries.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Empty {}

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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<Scalar>,
    /// A value that documentation and samples show, in place of the shape's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<Scalar>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // serde passes a reference
fn is_false(value: &bool) -> bool {
    !value
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

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Integer(value) => value.fmt(f),
            Self::Float(value) => value.fmt(f),
        }
    }
}
