// @generated from the description beside this, by UPDATE_EXPECT=1 cargo test -p codegen --test it

//! A server of Case (version 1): its types, validators and wire protocol.
//!
//! Implement [`Case`], hand the implementation to [`server`], and serve it: [`Server::respond`] turns
//! one HTTP request into its response. Every method has a default that answers that it is not
//! implemented, so one method is enough to begin with; [`implemented()`] tells which are written.
//!
//! Requests come by awsJson 1.1. A handler only sees input that keeps every constraint of its shapes;
//! what breaks one is answered as the real endpoint answers it. What is done where the real endpoint is
//! unknown is listed [with the runtime](crate::runtime).
//!
//! # Features
//!
//! - `http`, `axum`, `serve`: a tower service, an axum router and a hyper server, in `runtime::http`.
//! - `sigv4`: verifies AWS signatures, in `runtime::auth::sigv4`, for a [`Server::guard`].
//! - `client`: the other direction as well, for clients, gateways and tests: requests are written,
//!   responses and errors read, responses checked, all shapes in [`schema`].
//! - `gzip`: reads requests that clients compress.
//! - `serde`: serde's traits for all types, in the form of the wire.
//! - `mock`: a server that answers every operation with made-up values, in `mock`.

mod client {
//! The other direction: requests to the wire, responses and errors from it.
}

mod codec {
//! Requests from the wire, responses and errors to it.

use std::collections::BTreeMap;
use super::types::*;
use crate::runtime::{Decode, Document, Encode, Reader, Timestamp, Writer};

impl Decode for Choice {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut chosen = None;
        while let Some(member) = members.next(reader) {
            let value = match member {
                "Text" => Decode::decode(reader).map(Self::Text),
                "Number" => Decode::decode(reader).map(Self::Number),
                _ => {
                    reader.skip();
                    None
                }
            };
            if value.is_some() && std::mem::replace(&mut chosen, value).is_some() {
                return reader.reject();
            }
        }
        chosen.or_else(|| reader.reject())
    }
}

impl Encode for Choice {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        match self {
            Self::Text(value) => writer.required("Text", value),
            Self::Number(value) => writer.required("Number", value),
        }
        writer.end_structure();
    }
}

impl Decode for Colour {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.variant()
    }
}

impl Encode for Colour {
    fn encode(&self, writer: &mut Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for Everything {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            structure: None,
            union: None,
            list: None,
            map: None,
            string: None,
            integer: None,
            long: None,
            float: None,
            double: None,
            boolean: None,
            blob: None,
            timestamp: None,
            document: None,
            r#enum: None,
            required_structure: Inner::default(),
            required_union: Choice::Text(String::new()),
            required_list: Vec::new(),
            required_map: BTreeMap::new(),
            required_string: String::new(),
            required_integer: 0,
            required_long: 0,
            required_float: 0.0,
            required_double: 0.0,
            required_boolean: false,
            required_blob: Vec::new(),
            required_timestamp: Timestamp::default(),
            required_document: Document::Null,
            required_enum: Colour::Unknown(String::new()),
        };
        let mut has_required_structure = false;
        let mut has_required_union = false;
        let mut has_required_list = false;
        let mut has_required_map = false;
        let mut has_required_string = false;
        let mut has_required_integer = false;
        let mut has_required_long = false;
        let mut has_required_float = false;
        let mut has_required_double = false;
        let mut has_required_boolean = false;
        let mut has_required_blob = false;
        let mut has_required_timestamp = false;
        let mut has_required_document = false;
        let mut has_required_enum = false;
        while let Some(member) = members.next(reader) {
            match member {
                "Structure" => reader.member(&mut value.structure),
                "Union" => reader.member(&mut value.union),
                "List" => reader.member(&mut value.list),
                "Map" => reader.member(&mut value.map),
                "String" => reader.member(&mut value.string),
                "Integer" => reader.member(&mut value.integer),
                "Long" => reader.member(&mut value.long),
                "Float" => reader.member(&mut value.float),
                "Double" => reader.member(&mut value.double),
                "Boolean" => reader.member(&mut value.boolean),
                "Blob" => reader.member(&mut value.blob),
                "Timestamp" => reader.member(&mut value.timestamp),
                "Document" => reader.member(&mut value.document),
                "Enum" => reader.member(&mut value.r#enum),
                "RequiredStructure" => {
                    has_required_structure = reader
                        .required(&mut value.required_structure);
                }
                "RequiredUnion" => {
                    has_required_union = reader.required(&mut value.required_union);
                }
                "RequiredList" => {
                    has_required_list = reader.required(&mut value.required_list);
                }
                "RequiredMap" => {
                    has_required_map = reader.required(&mut value.required_map);
                }
                "RequiredString" => {
                    has_required_string = reader.required(&mut value.required_string);
                }
                "RequiredInteger" => {
                    has_required_integer = reader.required(&mut value.required_integer);
                }
                "RequiredLong" => {
                    has_required_long = reader.required(&mut value.required_long);
                }
                "RequiredFloat" => {
                    has_required_float = reader.required(&mut value.required_float);
                }
                "RequiredDouble" => {
                    has_required_double = reader.required(&mut value.required_double);
                }
                "RequiredBoolean" => {
                    has_required_boolean = reader.required(&mut value.required_boolean);
                }
                "RequiredBlob" => {
                    has_required_blob = reader.required(&mut value.required_blob);
                }
                "RequiredTimestamp" => {
                    has_required_timestamp = reader
                        .required(&mut value.required_timestamp);
                }
                "RequiredDocument" => {
                    has_required_document = reader.required(&mut value.required_document);
                }
                "RequiredEnum" => {
                    has_required_enum = reader.required(&mut value.required_enum);
                }
                _ => reader.skip(),
            }
        }
        if has_required_structure && has_required_union && has_required_list
            && has_required_map && has_required_string && has_required_integer
            && has_required_long && has_required_float && has_required_double
            && has_required_boolean && has_required_blob && has_required_timestamp
            && has_required_document && has_required_enum
        {
            return Some(value);
        }
        reader.reject()
    }
}

impl Encode for Everything {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Structure", &self.structure);
        writer.optional("Union", &self.union);
        writer.optional("List", &self.list);
        writer.optional("Map", &self.map);
        writer.optional("String", &self.string);
        writer.optional("Integer", &self.integer);
        writer.optional("Long", &self.long);
        writer.optional("Float", &self.float);
        writer.optional("Double", &self.double);
        writer.optional("Boolean", &self.boolean);
        writer.optional("Blob", &self.blob);
        writer.optional("Timestamp", &self.timestamp);
        writer.optional("Document", &self.document);
        writer.optional("Enum", &self.r#enum);
        writer.required("RequiredStructure", &self.required_structure);
        writer.required("RequiredUnion", &self.required_union);
        writer.required("RequiredList", &self.required_list);
        writer.required("RequiredMap", &self.required_map);
        writer.required("RequiredString", &self.required_string);
        writer.required("RequiredInteger", &self.required_integer);
        writer.required("RequiredLong", &self.required_long);
        writer.required("RequiredFloat", &self.required_float);
        writer.required("RequiredDouble", &self.required_double);
        writer.required("RequiredBoolean", &self.required_boolean);
        writer.required("RequiredBlob", &self.required_blob);
        writer.required("RequiredTimestamp", &self.required_timestamp);
        writer.required("RequiredDocument", &self.required_document);
        writer.required("RequiredEnum", &self.required_enum);
        writer.end_structure();
    }
}

impl Decode for Inner {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for Inner {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}
}

pub mod errors {
//! The errors of the API.
}

mod implemented {
//! Which operations of a server are written.

use super::service::Case;
use crate::runtime::service::{Implemented, method};

/// Which operations the implementation `S` has, and which answer that they are not implemented.
///
/// Displays as a table, to be printed when a server starts. No method is called: they are told apart by the
/// types they return.
#[must_use]
pub fn implemented<S: Case>() -> Implemented {
    Implemented::new([method(S::put)])
}
}

#[cfg(feature = "mock")]
pub mod mock {
//! A server that answers with made-up values.

use super::service::Case;
use super::{operation, schema};
use super::types::*;
use crate::runtime::{Context, Outcome, mock};

/// A mock of Case: it answers every operation with a sample of its output, remembers what it was asked,
/// and fails where it is told to. Hand it to [`server`](super::server), and keep a clone to ask for
/// what was received.
#[must_use]
pub fn mock() -> mock::Mock {
    mock::Mock::new(&schema::SERVICE)
}

impl Case for mock::Mock {
    async fn put(
        &self,
        context: &Context,
        input: Everything,
    ) -> Outcome<operation::Put> {
        self.answer(context, input).await
    }
}
}

pub mod operation {
//! A type for each operation: what it takes, answers and raises, for the compiler.

use super::schema;
use super::types;
use crate::runtime::{Exchange, schema as table};

/// `Put`.
pub enum Put {}

impl Exchange for Put {
    type Input = types::Everything;
    type Output = types::Everything;
    const OPERATION: &'static table::Operation = &schema::operations::PUT;
}
}

pub mod patterns {
//! The regular expressions of the API, compiled to static data.
}

pub mod schema {
//! The API as static tables.

mod client {
//! The shapes that are only for clients, as static tables: what a server answers, and what is inside of
//! it.
}

pub mod errors {
//! The errors, as static tables.
}

pub mod operations {
//! The operations, as static tables.

use super::shapes;
use crate::runtime::schema::*;

/// `Put`.
pub static PUT: Operation = Operation {
    name: "Put",
    auth: Auth::None,
    input: Some(&shapes::EVERYTHING),
    output: Some(&shapes::EVERYTHING),
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

use crate::runtime::schema::*;

/// `Choice`.
pub static CHOICE: Shape = Shape::new(
    "Choice",
    Kind::Union(
        &[Member::optional("Text", "text", &plain::STRING), Member::optional("Number", "number", &plain::INTEGER)],
    ),
);

/// `Colour`.
pub static COLOUR: Shape = Shape::new("Colour", Kind::Enum)
    .within(&[Constraint::Enum { values: &["RED", "GREEN"], reported: &["GREEN", "RED"] }])
    .such_as("\"RED\"");

/// `Everything`.
pub static EVERYTHING: Shape = Shape::structure(
    "Everything",
    &[
        Member::optional("Structure", "structure", &INNER),
        Member::optional("Union", "union", &CHOICE),
        Member::optional("List", "list", &TEXTS),
        Member::optional("Map", "map", &NUMBERS),
        Member::optional("String", "string", &plain::STRING),
        Member::optional("Integer", "integer", &plain::INTEGER),
        Member::optional("Long", "long", &plain::LONG),
        Member::optional("Float", "float", &plain::FLOAT),
        Member::optional("Double", "double", &plain::DOUBLE),
        Member::optional("Boolean", "boolean", &plain::BOOLEAN),
        Member::optional("Blob", "blob", &plain::BLOB),
        Member::optional("Timestamp", "timestamp", &plain::TIMESTAMP),
        Member::optional("Document", "document", &plain::DOCUMENT),
        Member::optional("Enum", "enum", &COLOUR),
        Member::required("RequiredStructure", "requiredStructure", &INNER),
        Member::required("RequiredUnion", "requiredUnion", &CHOICE),
        Member::required("RequiredList", "requiredList", &TEXTS),
        Member::required("RequiredMap", "requiredMap", &NUMBERS),
        Member::required("RequiredString", "requiredString", &plain::STRING),
        Member::required("RequiredInteger", "requiredInteger", &plain::INTEGER),
        Member::required("RequiredLong", "requiredLong", &plain::LONG),
        Member::required("RequiredFloat", "requiredFloat", &plain::FLOAT),
        Member::required("RequiredDouble", "requiredDouble", &plain::DOUBLE),
        Member::required("RequiredBoolean", "requiredBoolean", &plain::BOOLEAN),
        Member::required("RequiredBlob", "requiredBlob", &plain::BLOB),
        Member::required("RequiredTimestamp", "requiredTimestamp", &plain::TIMESTAMP),
        Member::required("RequiredDocument", "requiredDocument", &plain::DOCUMENT),
        Member::required("RequiredEnum", "requiredEnum", &COLOUR),
    ],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27],
);

/// `Inner`.
pub static INNER: Shape = Shape::structure("Inner", &[Member::optional("Text", "text", &plain::STRING)], &[0]);

/// `Numbers`.
pub static NUMBERS: Shape = Shape::new("Numbers", Kind::Map { key: &plain::STRING, value: &plain::LONG });

/// `Texts`.
pub static TEXTS: Shape = Shape::new("Texts", Kind::List(&plain::STRING));
}


use crate::runtime::schema::*;

/// The API.
pub static SERVICE: Service = Service {
    name: "case",
    title: "Case",
    version: "1",
    protocol: Protocol::AwsJson11,
    target_prefix: "Case",
    signing_name: None,
    validation: Validation { error: "ValidationException", wording: Wording::Coral },
    operations: &[&operations::PUT],
    errors: &[],
};
}

pub mod service {
//! What a server implements, and what calls it.

use std::future::Future;
use super::{operation, schema};
use super::types::*;
use crate::runtime::schema as table;
use crate::runtime::service::{call, not_implemented};
use crate::runtime::{Context, Dispatch, Outcome, Reply, Server};

/// The operations of Case, one method each.
///
/// Every method that is not written answers that it is not implemented, so that a server can start with
/// one operation and grow.
pub trait Case: Send + Sync + 'static {
    /// `Put`.
    ///
    /// # Example
    ///
    /// ```json
    /// {"RequiredStructure":{"Text":"example"},"RequiredUnion":{"Text":"example"},"RequiredList":["example"],"RequiredMap":{"example":1},"RequiredString":"example","RequiredInteger":1,"RequiredLong":1,"RequiredFloat":1.5,"RequiredDouble":1.5,"RequiredBoolean":true,"RequiredBlob":"ZXhhbXBsZQ==","RequiredTimestamp":1700000000.123,"RequiredDocument":{"example":true},"RequiredEnum":"RED"}
    /// ```
    ///
    /// may be answered with
    ///
    /// ```json
    /// {"Structure":{"Text":"example"},"Union":{"Text":"example"},"List":["example"],"Map":{"example":1},"String":"example","Integer":1,"RequiredStructure":{"Text":"example"},"RequiredUnion":{"Text":"example"},"RequiredList":["example"],"RequiredMap":{"example":1},"RequiredString":"example","RequiredInteger":1,"RequiredLong":1,"RequiredFloat":1.5,"RequiredDouble":1.5,"RequiredBoolean":true,"RequiredBlob":"ZXhhbXBsZQ==","RequiredTimestamp":1700000000.123,"RequiredDocument":{"example":true},"RequiredEnum":"RED"}
    /// ```
    fn put(
        &self,
        context: &Context,
        input: Everything,
    ) -> impl Future<Output = Outcome<operation::Put>> + Send {
        not_implemented(context, input)
    }
}

/// A server on top of an implementation of the operations, with the settings of the real endpoint.
#[must_use]
pub fn server<S: Case>(service: S) -> Server<Operations<S>> {
    Server::new(Operations(service))
}

/// An implementation of the operations, as the runtime calls it.
#[derive(Clone, Debug)]
pub struct Operations<S>(pub S);

impl<S: Case> Dispatch for Operations<S> {
    const SERVICE: &'static table::Service = &schema::SERVICE;
    type Operation = Operation;

    fn lookup(name: &str) -> Option<Operation> {
        Operation::from_name(name)
    }

    fn describe(operation: Operation) -> &'static table::Operation {
        operation.schema()
    }

    fn dispatch<'a>(
        &'a self,
        operation: Operation,
        context: &'a Context,
        body: &[u8],
    ) -> Reply<'a> {
        let service = &self.0;
        match operation {
            Operation::Put => call(service, context, body, S::put),
        }
    }
}

/// An operation of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    /// `Put`.
    Put,
}

impl Operation {
    /// All operations, sorted by name.
    pub const ALL: &[Self] = &[Self::Put];

    /// The operation of that name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let operation = match name {
            "Put" => Self::Put,
            _ => return None,
        };
        Some(operation)
    }

    /// Its name on the wire.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.schema().name
    }

    /// What the description says of it.
    #[must_use]
    pub fn schema(self) -> &'static table::Operation {
        match self {
            Self::Put => &schema::operations::PUT,
        }
    }
}
}

pub mod types {
//! The structures, unions and enums of the API.

use std::collections::BTreeMap;
use std::fmt;
use crate::runtime::{Document, Timestamp};

/// `Choice`.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Wire name `Text`.
    Text(String),
    /// Wire name `Number`.
    Number(i32),
}

/// `Colour`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Colour {
    /// `RED`.
    Red,
    /// `GREEN`.
    Green,
    /// A value that the description does not list.
    Unknown(String),
}

impl Colour {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Red => "RED",
            Self::Green => "GREEN",
            Self::Unknown(value) => value,
        }
    }

    /// Whether the description lists the value.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown(_))
    }
}

impl From<&str> for Colour {
    fn from(value: &str) -> Self {
        match value {
            "RED" => Self::Red,
            "GREEN" => Self::Green,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// `Everything`.
#[derive(Clone, Debug, PartialEq)]
pub struct Everything {
    /// Wire name `Structure`.
    pub structure: Option<Inner>,
    /// Wire name `Union`.
    pub union: Option<Choice>,
    /// Wire name `List`.
    pub list: Option<Vec<String>>,
    /// Wire name `Map`.
    pub map: Option<BTreeMap<String, i64>>,
    /// Wire name `String`.
    pub string: Option<String>,
    /// Wire name `Integer`.
    pub integer: Option<i32>,
    /// Wire name `Long`.
    pub long: Option<i64>,
    /// Wire name `Float`.
    pub float: Option<f32>,
    /// Wire name `Double`.
    pub double: Option<f64>,
    /// Wire name `Boolean`.
    pub boolean: Option<bool>,
    /// Wire name `Blob`.
    pub blob: Option<Vec<u8>>,
    /// Wire name `Timestamp`.
    pub timestamp: Option<Timestamp>,
    /// Wire name `Document`.
    pub document: Option<Document>,
    /// Wire name `Enum`.
    pub r#enum: Option<Colour>,
    /// Wire name `RequiredStructure`.
    pub required_structure: Inner,
    /// Wire name `RequiredUnion`.
    pub required_union: Choice,
    /// Wire name `RequiredList`.
    pub required_list: Vec<String>,
    /// Wire name `RequiredMap`.
    pub required_map: BTreeMap<String, i64>,
    /// Wire name `RequiredString`.
    pub required_string: String,
    /// Wire name `RequiredInteger`.
    pub required_integer: i32,
    /// Wire name `RequiredLong`.
    pub required_long: i64,
    /// Wire name `RequiredFloat`.
    pub required_float: f32,
    /// Wire name `RequiredDouble`.
    pub required_double: f64,
    /// Wire name `RequiredBoolean`.
    pub required_boolean: bool,
    /// Wire name `RequiredBlob`.
    pub required_blob: Vec<u8>,
    /// Wire name `RequiredTimestamp`.
    pub required_timestamp: Timestamp,
    /// Wire name `RequiredDocument`.
    pub required_document: Document,
    /// Wire name `RequiredEnum`.
    pub required_enum: Colour,
}

impl Everything {
    /// A new `Everything` with its required members; the others are unset.
    #[must_use]
    #[allow(clippy::too_many_arguments)]
    pub fn new(
        required_structure: Inner,
        required_union: Choice,
        required_list: Vec<String>,
        required_map: BTreeMap<String, i64>,
        required_string: impl Into<String>,
        required_integer: i32,
        required_long: i64,
        required_float: f32,
        required_double: f64,
        required_boolean: bool,
        required_blob: Vec<u8>,
        required_timestamp: Timestamp,
        required_document: Document,
        required_enum: Colour,
    ) -> Self {
        Self {
            structure: None,
            union: None,
            list: None,
            map: None,
            string: None,
            integer: None,
            long: None,
            float: None,
            double: None,
            boolean: None,
            blob: None,
            timestamp: None,
            document: None,
            r#enum: None,
            required_structure,
            required_union,
            required_list,
            required_map,
            required_string: required_string.into(),
            required_integer,
            required_long,
            required_float,
            required_double,
            required_boolean,
            required_blob,
            required_timestamp,
            required_document,
            required_enum,
        }
    }
}

/// `Inner`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inner {
    /// Wire name `Text`.
    pub text: Option<String>,
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;

impl Validate for Choice {
    const SHAPE: &'static Shape = &shapes::CHOICE;

    fn is_valid(&self) -> bool {
        true
    }
}

impl Validate for Everything {
    const SHAPE: &'static Shape = &shapes::EVERYTHING;

    fn is_valid(&self) -> bool {
        self.r#enum.as_ref().is_none_or(Colour::is_known)
            && self.required_enum.is_known()
    }
}

impl Validate for Inner {
    const SHAPE: &'static Shape = &shapes::INNER;

    fn is_valid(&self) -> bool {
        true
    }
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(Choice, CHOICE);

wire_form!(enum Colour);

wire_form!(Everything, EVERYTHING);

wire_form!(Inner, INNER);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
