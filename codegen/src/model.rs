//! The model: a description resolved, checked and named. All that emitting may see.
//!
//! References are ids into one arena, kinds are closed enums, and every name carries its Rust spellings. Nothing in
//! here can be missing or wrong any more, so that emitting cannot fail.

use std::ops::Index;
use std::sync::Arc;

use crate::pattern::Compiled;

/// An API.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) service: Service,
    /// Sorted by name.
    pub(crate) operations: Vec<Operation>,
    /// Sorted by name; those of errors and the plain types included.
    pub(crate) shapes: Vec<Shape>,
    /// Sorted by name.
    pub(crate) errors: Vec<Error>,
    /// Each distinct pattern once, sorted by name.
    pub(crate) patterns: Vec<Pattern>,
}

/// A shape's place in [`Model::shapes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ShapeId(pub(crate) usize);

/// A pattern's place in [`Model::patterns`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PatternId(pub(crate) usize);

impl Index<ShapeId> for Model {
    type Output = Shape;

    fn index(&self, id: ShapeId) -> &Shape {
        &self.shapes[id.0]
    }
}

impl Index<PatternId> for Model {
    type Output = Pattern;

    fn index(&self, id: PatternId) -> &Pattern {
        &self.patterns[id.0]
    }
}

/// A name on the wire and its spellings in Rust.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// As the description has it.
    pub(crate) wire: String,
    /// In upper camel case: types and variants.
    pub(crate) camel: String,
    /// In snake case, raw where it is a keyword: fields, methods and functions.
    pub(crate) snake: String,
    /// In upper case: statics.
    pub(crate) upper: String,
}

/// What the operations have in common.
#[derive(Debug)]
pub(crate) struct Service {
    /// The API's name; in camel case, the name of its trait.
    pub(crate) name: Name,
    pub(crate) title: String,
    pub(crate) version: String,
    pub(crate) doc: Option<String>,
    pub(crate) protocol: Protocol,
    pub(crate) target_prefix: String,
    pub(crate) signing_name: Option<String>,
    pub(crate) validation_error: String,
    pub(crate) wording: Wording,
    pub(crate) provenance: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Protocol {
    AwsJson10,
    AwsJson11,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wording {
    Coral,
    Smithy,
}

#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) name: Name,
    pub(crate) doc: Option<String>,
    pub(crate) auth: Auth,
    pub(crate) input: Option<ShapeId>,
    pub(crate) output: Option<ShapeId>,
    /// In the order of the description.
    pub(crate) errors: Vec<Declared>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Auth {
    SigV4,
    None,
}

/// An error as one operation declares it.
#[derive(Debug)]
pub(crate) struct Declared {
    /// Index into [`Model::errors`].
    pub(crate) error: usize,
    pub(crate) documented_status: Option<u16>,
}

#[derive(Debug)]
pub(crate) struct Error {
    pub(crate) shape: ShapeId,
    pub(crate) fault: Fault,
    pub(crate) status: u16,
    /// Index of the member that says what went wrong.
    pub(crate) message: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Client,
    Server,
}

#[derive(Debug)]
pub(crate) struct Shape {
    pub(crate) name: Name,
    pub(crate) doc: Option<String>,
    pub(crate) origin: Origin,
    pub(crate) kind: Kind,
    pub(crate) constraints: Vec<Constraint>,
    /// Whether `Debug` leaves values out.
    pub(crate) sensitive: bool,
    /// Whether the text of violations leaves values out.
    pub(crate) redacted: bool,
    /// Whether a value of it, or anything inside of one, can violate a constraint.
    pub(crate) checked: bool,
    pub(crate) served: Served,
    pub(crate) example: Option<Scalar>,
}

/// What a server does with a shape's values.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Served {
    /// It reads them: the shape is an operation's input, or inside of one.
    pub(crate) read: bool,
    /// It writes them: the shape is an operation's output or an error, or inside of one.
    pub(crate) written: bool,
}

/// Where a shape comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The description.
    Described,
    /// The language: a type named by its word, without constraints.
    Plain,
    /// The description's errors.
    Error,
}

#[derive(Debug)]
pub(crate) enum Kind {
    Structure(Structure),
    /// Members, of which one is set.
    Union(Vec<Member>),
    List(ShapeId),
    Map {
        key: ShapeId,
        value: ShapeId,
    },
    String,
    Enum(Enum),
    Integer,
    Long,
    Float,
    Double,
    Boolean,
    Blob,
    Timestamp(TimestampFormat),
    Document,
}

#[derive(Debug)]
pub(crate) struct Structure {
    pub(crate) members: Vec<Member>,
    /// Indices into `members`, in the order in which violations are reported.
    pub(crate) report_order: Vec<usize>,
}

#[derive(Debug)]
pub(crate) struct Enum {
    pub(crate) variants: Vec<Name>,
    /// Indices into `variants`, in the order in which the set is reported.
    pub(crate) report_order: Vec<usize>,
}

#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) name: Name,
    /// Name in the text of violations.
    pub(crate) reported_name: String,
    pub(crate) doc: Option<String>,
    pub(crate) target: ShapeId,
    pub(crate) presence: Presence,
    /// Whether the value is kept in a `Box`, since the structure contains itself.
    pub(crate) boxed: bool,
    /// Whether `Debug` leaves the value out.
    pub(crate) sensitive: bool,
    /// Whether the text of violations leaves the value out.
    pub(crate) redacted: bool,
    pub(crate) example: Option<Scalar>,
}

/// What it means that a member is absent.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Presence {
    /// It may not be.
    Required,
    /// It is unset.
    Optional,
    /// It has this value.
    Default(Scalar),
}

/// A value that the description writes down.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Scalar {
    Boolean(bool),
    Integer(i64),
    Float(f64),
    String(String),
    EmptyList,
    EmptyMap,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Constraint {
    Length { min: Option<u64>, max: Option<u64> },
    Range { min: Option<i64>, max: Option<i64> },
    FloatRange { min: Option<f64>, max: Option<f64> },
    Pattern(PatternId),
    UniqueItems,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimestampFormat {
    EpochSeconds,
    DateTime,
    HttpDate,
}

/// A pattern, compiled.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// Named after the first shape that has it.
    pub(crate) name: Name,
    pub(crate) source: String,
    pub(crate) compiled: Arc<Compiled>,
}
