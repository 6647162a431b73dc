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

use super::types::*;
use crate::runtime::{Decode, Encode, Reader, Writer};

impl Decode for Choice {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut chosen = None;
        while let Some(member) = members.next(reader) {
            let value = match member {
                "Text" => Decode::decode(reader).map(Self::Text),
                "Number" => Decode::decode(reader).map(Self::Number),
                "Truth" => Decode::decode(reader).map(Self::Truth),
                "Colour" => Decode::decode(reader).map(Self::Colour),
                "Texts" => Decode::decode(reader).map(Self::Texts),
                "Inner" => Decode::decode(reader).map(Self::Inner),
                "Bytes" => Decode::decode(reader).map(Self::Bytes),
                "Moment" => Decode::decode(reader).map(Self::Moment),
                "Any" => Decode::decode(reader).map(Self::Any),
                "Map" => Decode::decode(reader).map(Self::Map),
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
            Self::Truth(value) => writer.required("Truth", value),
            Self::Colour(value) => writer.required("Colour", value),
            Self::Texts(value) => writer.required("Texts", value),
            Self::Inner(value) => writer.required("Inner", value),
            Self::Bytes(value) => writer.required("Bytes", value),
            Self::Moment(value) => writer.required("Moment", value),
            Self::Any(value) => writer.required("Any", value),
            Self::Map(value) => writer.required("Map", value),
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

impl Decode for Holder {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Choice" => reader.member(&mut value.choice),
                "Plain" => reader.member(&mut value.plain),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for Holder {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Choice", &self.choice);
        writer.optional("Plain", &self.plain);
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

impl Decode for Plain {
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

impl Encode for Plain {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        match self {
            Self::Text(value) => writer.required("Text", value),
            Self::Number(value) => writer.required("Number", value),
        }
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
    async fn put(&self, context: &Context, input: Holder) -> Outcome<operation::Put> {
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
    type Input = types::Holder;
    type Output = types::Holder;
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
    input: Some(&shapes::HOLDER),
    output: Some(&shapes::HOLDER),
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
    Kind::Union(&[
        Member::optional("Text", "text", &SHORT),
        Member::optional("Number", "number", &SMALL),
        Member::optional("Truth", "truth", &plain::BOOLEAN),
        Member::optional("Colour", "colour", &COLOUR),
        Member::optional("Texts", "texts", &TEXTS),
        Member::optional("Inner", "inner", &INNER),
        Member::optional("Bytes", "bytes", &plain::BLOB),
        Member::optional("Moment", "moment", &plain::TIMESTAMP),
        Member::optional("Any", "any", &plain::DOCUMENT),
        Member::optional("Map", "map", &MAP),
    ]),
);

/// `Colour`.
pub static COLOUR: Shape = Shape::new("Colour", Kind::Enum)
    .within(&[Constraint::Enum { values: &["RED", "GREEN"], reported: &["GREEN", "RED"] }])
    .such_as("\"RED\"");

/// `Holder`.
pub static HOLDER: Shape = Shape::structure(
    "Holder",
    &[Member::optional("Choice", "choice", &CHOICE), Member::optional("Plain", "plain", &PLAIN)],
    &[0, 1],
);

/// `Inner`.
pub static INNER: Shape = Shape::structure("Inner", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Map`.
pub static MAP: Shape = Shape::new("Map", Kind::Map { key: &plain::STRING, value: &SMALL });

/// `Plain`.
pub static PLAIN: Shape = Shape::new(
    "Plain",
    Kind::Union(
        &[Member::optional("Text", "text", &plain::STRING), Member::optional("Number", "number", &plain::INTEGER)],
    ),
);

/// `Short`.
pub static SHORT: Shape = Shape::new("Short", Kind::String).within(&[Constraint::length_to(3)]).such_as("\"exa\"");

/// `Small`.
pub static SMALL: Shape = Shape::new("Small", Kind::Integer).within(&[Constraint::range_to(9)]).such_as("1");

/// `Texts`.
pub static TEXTS: Shape = Shape::new("Texts", Kind::List(&SHORT));
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
    /// {}
    /// ```
    ///
    /// may be answered with
    ///
    /// ```json
    /// {"Choice":{"Text":"exa"},"Plain":{"Text":"example"}}
    /// ```
    fn put(
        &self,
        context: &Context,
        input: Holder,
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
    /// Wire name `Text`, at most 3 characters.
    Text(String),
    /// Wire name `Number`, at most 9.
    Number(i32),
    /// Wire name `Truth`.
    Truth(bool),
    /// Wire name `Colour`.
    Colour(Colour),
    /// Wire name `Texts`, each at most 3 characters.
    Texts(Vec<String>),
    /// Wire name `Inner`.
    Inner(Inner),
    /// Wire name `Bytes`.
    Bytes(Vec<u8>),
    /// Wire name `Moment`.
    Moment(Timestamp),
    /// Wire name `Any`.
    Any(Document),
    /// Wire name `Map`, each value at most 9.
    Map(BTreeMap<String, i32>),
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

/// `Holder`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Holder {
    /// Wire name `Choice`.
    pub choice: Option<Choice>,
    /// Wire name `Plain`.
    pub plain: Option<Plain>,
}

/// `Inner`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inner {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Plain`.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain {
    /// Wire name `Text`.
    Text(String),
    /// Wire name `Number`.
    Number(i32),
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use std::collections::BTreeMap;
use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;
use crate::runtime::validate::characters;

impl Validate for Choice {
    const SHAPE: &'static Shape = &shapes::CHOICE;

    fn is_valid(&self) -> bool {
        match self {
            Self::Text(value) => is_short(value),
            Self::Number(value) => is_small(*value),
            Self::Colour(value) => value.is_known(),
            Self::Texts(value) => is_texts(value),
            Self::Inner(value) => value.is_valid(),
            Self::Map(value) => is_map(value),
            Self::Truth(_) | Self::Bytes(_) | Self::Moment(_) | Self::Any(_) => true,
        }
    }
}

impl Validate for Holder {
    const SHAPE: &'static Shape = &shapes::HOLDER;

    fn is_valid(&self) -> bool {
        self.choice.as_ref().is_none_or(Validate::is_valid)
    }
}

impl Validate for Inner {
    const SHAPE: &'static Shape = &shapes::INNER;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

/// `Map`: each value at most 9.
fn is_map(value: &BTreeMap<String, i32>) -> bool {
    value.values().all(|value| is_small(*value))
}

impl Validate for Plain {
    const SHAPE: &'static Shape = &shapes::PLAIN;

    fn is_valid(&self) -> bool {
        true
    }
}

/// `Short`: at most 3 characters.
fn is_short(value: &str) -> bool {
    characters(value, ..=3)
}

/// `Small`: at most 9.
fn is_small(value: i32) -> bool {
    value <= 9
}

/// `Texts`: each at most 3 characters.
fn is_texts(value: &[String]) -> bool {
    value.iter().all(|item| is_short(item))
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

wire_form!(Holder, HOLDER);

wire_form!(Inner, INNER);

wire_form!(Plain, PLAIN);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
