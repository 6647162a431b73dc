//! Static tables of an API: its operations, shapes, members and constraints, as the description gives them.
//!
//! Emitted code declares them as `static`s. Error texts, samples and tools read them; answering a good request
//! does not.

use std::fmt;

use super::pattern::Pattern;

mod declare;

/// An API: what all of its operations have in common.
#[derive(Debug)]
pub struct Service {
    /// Name of the API as a folder or crate would spell it, such as `cognito-idp`.
    pub name: &'static str,
    /// Name of the API as a person would say it.
    pub title: &'static str,
    /// Version of the API, usually a date.
    pub version: &'static str,
    /// How requests and responses are laid out on the wire.
    pub protocol: Protocol,
    /// What stands before the dot in the `X-Amz-Target` header.
    pub target_prefix: &'static str,
    /// Name that signatures are scoped to, or `None` where requests are never signed.
    pub signing_name: Option<&'static str>,
    /// How violations of constraints are told to the caller.
    pub validation: Validation,
    /// All operations, sorted by name.
    pub operations: &'static [&'static Operation],
    /// All errors, sorted by name.
    pub errors: &'static [&'static Error],
}

/// A wire protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// awsJson 1.0: `POST /`, the operation in `X-Amz-Target`, `application/x-amz-json-1.0`.
    AwsJson10,
    /// awsJson 1.1: as 1.0 with `application/x-amz-json-1.1`.
    AwsJson11,
}

/// How violations of constraints are told to the caller.
#[derive(Debug)]
pub struct Validation {
    /// Name of the error that carries them.
    pub error: &'static str,
    /// The words they are told in.
    pub wording: Wording,
}

/// The words that violations are told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// As the services of AWS put it: `1 validation error detected: Value 'x' at 'userPoolId' failed …`.
    Coral,
    /// As servers generated from Smithy models put it, with a `fieldList` beside the message.
    Smithy,
}

/// An operation: what it takes, what it answers, and how it may fail.
#[derive(Debug)]
pub struct Operation {
    /// Name on the wire.
    pub name: &'static str,
    /// What a caller must prove.
    pub auth: Auth,
    /// The structure of the request's body, or `None` where the operation takes nothing.
    pub input: Option<&'static Shape>,
    /// The structure of the response's body, or `None` where the operation answers nothing. With the feature `client`:
    /// a server does not check what it answers.
    #[cfg(feature = "client")]
    pub output: Option<&'static Shape>,
    /// The errors the operation declares, in the order of its description.
    pub errors: &'static [&'static Error],
    /// The statuses that the documentation prints for them.
    pub documented_statuses: DocumentedStatuses,
}

/// What a caller of an operation must prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Auth {
    /// The request carries a signature, version 4.
    SigV4,
    /// Nothing: the operation is open, or its input carries a token.
    None,
}

/// The HTTP statuses that an operation's documentation prints for the errors that it declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentedStatuses {
    /// The real ones.
    Real,
    /// One after the other from this one on, in the order in which the errors are declared.
    From(u16),
    /// One for each error; `None` is the real one.
    Each(&'static [Option<u16>]),
}

impl Operation {
    /// The HTTP status that the operation's documentation prints for the declared error of this name, where that differs
    /// from the real one.
    #[must_use]
    pub fn documented_status(&self, error: &str) -> Option<u16> {
        let position = self.errors.iter().position(|declared| declared.name == error)?;
        match self.documented_statuses {
            DocumentedStatuses::Real => None,
            DocumentedStatuses::From(first) => u16::try_from(position).ok().and_then(|after| first.checked_add(after)),
            DocumentedStatuses::Each(statuses) => statuses.get(position).copied().flatten(),
        }
    }
}

/// An error of the API.
#[derive(Debug)]
pub struct Error {
    /// Name on the wire.
    pub name: &'static str,
    /// Its structure. With the feature `client`, as an operation's output.
    #[cfg(feature = "client")]
    pub shape: &'static Shape,
    /// Who is to blame.
    pub fault: Fault,
    /// HTTP status that the real endpoint sends.
    pub status: u16,
}

/// Who is to blame for an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The caller.
    Client,
    /// The service.
    Server,
}

/// A shape: a named type of the API with its constraints.
pub struct Shape {
    /// Name in the description.
    pub name: &'static str,
    /// What kind of value it describes.
    pub kind: Kind,
    /// What a value must hold beyond being of that kind, in the order in which it is reported.
    pub constraints: &'static [Constraint],
    /// Whether the text of violations leaves values out. What `Debug` redacts may be something else.
    pub redacted: bool,
    /// A value within the constraints, as JSON. `None` for what is made of other shapes, and where no value was
    /// found.
    pub example: Option<&'static str>,
}

/// The name alone: shapes may contain themselves.
impl fmt::Debug for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Shape").field(&self.name).finish()
    }
}

/// What kind of value a shape describes.
#[derive(Debug)]
pub enum Kind {
    /// Named members.
    Structure(Structure),
    /// Named members, of which exactly one is set.
    Union(&'static [Member]),
    /// Values of one shape in order.
    List(&'static Shape),
    /// Values of one shape under string keys.
    Map {
        /// Shape of the keys: a string or an enum.
        key: &'static Shape,
        /// Shape of the values.
        value: &'static Shape,
    },
    /// Text.
    String,
    /// One of the texts of the shape's [`Constraint::Enum`].
    Enum,
    /// Whole number of 32 bits.
    Integer,
    /// Whole number of 64 bits.
    Long,
    /// Floating-point number of 32 bits.
    Float,
    /// Floating-point number of 64 bits.
    Double,
    /// Truth value.
    Boolean,
    /// Bytes, base64 on the wire.
    Blob,
    /// Moment in time.
    Timestamp(TimestampFormat),
    /// Any JSON value.
    Document,
}

/// The members of a structure.
#[derive(Debug)]
pub struct Structure {
    /// The members in the order of the description.
    pub members: &'static [Member],
    /// The order in which violations of the members are reported: indices into `members`.
    pub report_order: &'static [u16],
}

/// A member of a structure or union.
#[derive(Debug)]
pub struct Member {
    /// Name on the wire.
    pub name: &'static str,
    /// Name in the text of violations.
    pub reported_name: &'static str,
    /// What its value is.
    pub shape: &'static Shape,
    /// Whether it must be there.
    pub required: bool,
    /// Whether the text of violations leaves its value out.
    pub redacted: bool,
    /// A value of its own within the constraints of its shape, as JSON. `None` where the shape's example will do.
    pub example: Option<&'static str>,
}

/// What a value must hold beyond being of its kind.
#[derive(Debug)]
pub enum Constraint {
    /// Size in characters (strings), entries (lists, maps) or bytes (blobs), both bounds inclusive.
    Length {
        /// The least size.
        min: Option<u64>,
        /// The greatest size.
        max: Option<u64>,
    },
    /// Value of a whole number, both bounds inclusive.
    Range {
        /// The least value.
        min: Option<i64>,
        /// The greatest value.
        max: Option<i64>,
    },
    /// Value of a floating-point number, both bounds inclusive.
    FloatRange {
        /// The least value.
        min: Option<f64>,
        /// The greatest value.
        max: Option<f64>,
    },
    /// The whole text matches a regular expression.
    Pattern(&'static Pattern<'static>),
    /// The text is one of these.
    Enum {
        /// The values in the order of the description.
        values: &'static [&'static str],
        /// The order in which the set is reported: the values once more.
        reported: &'static [&'static str],
    },
    /// No two entries of the list are equal.
    UniqueItems,
}

/// How a moment in time is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimestampFormat {
    /// JSON number: seconds since 1970-01-01T00:00:00Z, milliseconds as a fraction.
    EpochSeconds,
    /// JSON string as RFC 3339 has it, in UTC: `1985-04-12T23:20:50.52Z`.
    DateTime,
    /// JSON string as HTTP headers have it: `Tue, 29 Apr 2014 18:30:38 GMT`.
    HttpDate,
}

/// The types of the spec language that are shapes of their own, without constraints.
pub mod plain {
    use super::{Kind, Shape, TimestampFormat};

    const fn plain(name: &'static str, kind: Kind, example: &'static str) -> Shape {
        Shape::new(name, kind).such_as(example)
    }

    /// Bytes.
    pub static BLOB: Shape = plain("blob", Kind::Blob, r#""ZXhhbXBsZQ==""#);
    /// A truth value.
    pub static BOOLEAN: Shape = plain("boolean", Kind::Boolean, "true");
    /// Any JSON value.
    pub static DOCUMENT: Shape = plain("document", Kind::Document, r#"{"example":true}"#);
    /// A floating-point number of 64 bits.
    pub static DOUBLE: Shape = plain("double", Kind::Double, "1.5");
    /// A floating-point number of 32 bits.
    pub static FLOAT: Shape = plain("float", Kind::Float, "1.5");
    /// A whole number of 32 bits.
    pub static INTEGER: Shape = plain("integer", Kind::Integer, "1");
    /// A whole number of 64 bits.
    pub static LONG: Shape = plain("long", Kind::Long, "1");
    /// A text.
    pub static STRING: Shape = plain("string", Kind::String, r#""example""#);
    /// A moment in time, in epoch seconds.
    pub static TIMESTAMP: Shape = plain("timestamp", Kind::Timestamp(TimestampFormat::EpochSeconds), "1700000000.123");
}
