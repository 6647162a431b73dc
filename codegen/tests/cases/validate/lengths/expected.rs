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

use super::types::*;
use crate::runtime::{Encode, Writer};

impl Encode for Sizes {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.optional("AtLeast", &self.at_least);
        writer.optional("AtMost", &self.at_most);
        writer.optional("Exactly", &self.exactly);
        writer.optional("Nothing", &self.nothing);
        writer.optional("NoLeast", &self.no_least);
        writer.optional("List", &self.list);
        writer.optional("NotEmpty", &self.not_empty);
        writer.optional("EmptyList", &self.empty_list);
        writer.optional("Map", &self.map);
        writer.optional("Bytes", &self.bytes);
        writer.optional("Huge", &self.huge);
        writer.end_structure();
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::types::*;
use crate::runtime::{Decode, Reader};

impl Decode for Sizes {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                "AtLeast" => reader.member(&mut value.at_least),
                "AtMost" => reader.member(&mut value.at_most),
                "Exactly" => reader.member(&mut value.exactly),
                "Nothing" => reader.member(&mut value.nothing),
                "NoLeast" => reader.member(&mut value.no_least),
                "List" => reader.member(&mut value.list),
                "NotEmpty" => reader.member(&mut value.not_empty),
                "EmptyList" => reader.member(&mut value.empty_list),
                "Map" => reader.member(&mut value.map),
                "Bytes" => reader.member(&mut value.bytes),
                "Huge" => reader.member(&mut value.huge),
                _ => reader.skip(),
            }
        }
        Some(value)
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
    async fn put(&self, context: &Context, input: Sizes) -> Outcome<operation::Put> {
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
    type Input = types::Sizes;
    type Output = ();
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
    input: Some(&shapes::SIZES),
    output: None,
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

use crate::runtime::schema::*;

/// `AtLeast`.
pub static AT_LEAST: Shape =
    Shape::new("AtLeast", Kind::String).within(&[Constraint::length_from(2)]).such_as("\"example\"");

/// `AtMost`.
pub static AT_MOST: Shape = Shape::new("AtMost", Kind::String).within(&[Constraint::length_to(4)]).such_as("\"exam\"");

/// `Bytes`.
pub static BYTES: Shape =
    Shape::new("Bytes", Kind::Blob).within(&[Constraint::length_from(2)]).such_as("\"ZXhhbXBsZQ==\"");

/// `EmptyList`.
pub static EMPTY_LIST: Shape = Shape::new("EmptyList", Kind::List(&plain::STRING)).within(&[Constraint::length_to(0)]);

/// `Exactly`.
pub static EXACTLY: Shape = Shape::new("Exactly", Kind::String).within(&[Constraint::length(3, 3)]).such_as("\"exa\"");

/// `Huge`.
pub static HUGE: Shape =
    Shape::new("Huge", Kind::Blob).within(&[Constraint::length_to(9223372036854775807)]).such_as("\"ZXhhbXBsZQ==\"");

/// `List`.
pub static LIST: Shape = Shape::new("List", Kind::List(&TEXT)).within(&[Constraint::length(1, 2)]);

/// `Map`.
pub static MAP: Shape =
    Shape::new("Map", Kind::Map { key: &TEXT, value: &AT_LEAST }).within(&[Constraint::length_to(1)]);

/// `NoLeast`.
pub static NO_LEAST: Shape =
    Shape::new("NoLeast", Kind::String).within(&[Constraint::length_from(0)]).such_as("\"example\"");

/// `NotEmpty`.
pub static NOT_EMPTY: Shape = Shape::new("NotEmpty", Kind::List(&plain::STRING)).within(&[Constraint::length_from(1)]);

/// `Nothing`.
pub static NOTHING: Shape = Shape::new("Nothing", Kind::String).within(&[Constraint::length_to(0)]).such_as("\"\"");

/// `Sizes`.
pub static SIZES: Shape = Shape::structure(
    "Sizes",
    &[
        Member::optional("Text", "text", &TEXT),
        Member::optional("AtLeast", "atLeast", &AT_LEAST),
        Member::optional("AtMost", "atMost", &AT_MOST),
        Member::optional("Exactly", "exactly", &EXACTLY),
        Member::optional("Nothing", "nothing", &NOTHING),
        Member::optional("NoLeast", "noLeast", &NO_LEAST),
        Member::optional("List", "list", &LIST),
        Member::optional("NotEmpty", "notEmpty", &NOT_EMPTY),
        Member::optional("EmptyList", "emptyList", &EMPTY_LIST),
        Member::optional("Map", "map", &MAP),
        Member::optional("Bytes", "bytes", &BYTES),
        Member::optional("Huge", "huge", &HUGE),
    ],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
);

/// `Text`.
pub static TEXT: Shape = Shape::new("Text", Kind::String).within(&[Constraint::length(2, 4)]).such_as("\"exam\"");
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
    /// is answered with an empty body.
    fn put(
        &self,
        context: &Context,
        input: Sizes,
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

/// `Sizes`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sizes {
    /// Wire name `Text`, 2 to 4 characters.
    pub text: Option<String>,
    /// Wire name `AtLeast`, at least 2 characters.
    pub at_least: Option<String>,
    /// Wire name `AtMost`, at most 4 characters.
    pub at_most: Option<String>,
    /// Wire name `Exactly`, exactly 3 characters.
    pub exactly: Option<String>,
    /// Wire name `Nothing`, at most 0 characters.
    pub nothing: Option<String>,
    /// Wire name `NoLeast`.
    pub no_least: Option<String>,
    /// Wire name `List`, 1 to 2 items, each 2 to 4 characters.
    pub list: Option<Vec<String>>,
    /// Wire name `NotEmpty`, at least 1 item.
    pub not_empty: Option<Vec<String>>,
    /// Wire name `EmptyList`, at most 0 items.
    pub empty_list: Option<Vec<String>>,
    /// Wire name `Map`, at most 1 entry, each key 2 to 4 characters, each value at least 2 characters.
    pub map: Option<BTreeMap<String, String>>,
    /// Wire name `Bytes`, at least 2 bytes.
    pub bytes: Option<Vec<u8>>,
    /// Wire name `Huge`, at most 9223372036854775807 bytes.
    pub huge: Option<Vec<u8>>,
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

/// `AtLeast`: at least 2 characters.
fn is_at_least(value: &str) -> bool {
    characters(value, 2..)
}

/// `AtMost`: at most 4 characters.
fn is_at_most(value: &str) -> bool {
    characters(value, ..=4)
}

/// `Bytes`: at least 2 bytes.
fn is_bytes(value: &[u8]) -> bool {
    value.len() >= 2
}

/// `EmptyList`: at most 0 items.
fn is_empty_list(value: &[String]) -> bool {
    value.is_empty()
}

/// `Exactly`: exactly 3 characters.
fn is_exactly(value: &str) -> bool {
    characters(value, 3..=3)
}

/// `Huge`: at most 9223372036854775807 bytes.
fn is_huge(value: &[u8]) -> bool {
    value.len() <= 9_223_372_036_854_775_807
}

/// `List`: 1 to 2 items; each 2 to 4 characters.
fn is_list(value: &[String]) -> bool {
    (1..=2).contains(&value.len()) && value.iter().all(|item| is_text(item))
}

/// `Map`: at most 1 entry; each key 2 to 4 characters; each value at least 2 characters.
fn is_map(value: &BTreeMap<String, String>) -> bool {
    value.len() <= 1 && value.keys().all(|key| is_text(key))
        && value.values().all(|value| is_at_least(value))
}

/// `NotEmpty`: at least 1 item.
fn is_not_empty(value: &[String]) -> bool {
    !value.is_empty()
}

/// `Nothing`: at most 0 characters.
fn is_nothing(value: &str) -> bool {
    characters(value, ..=0)
}

impl Validate for Sizes {
    const SHAPE: &'static Shape = &shapes::SIZES;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_text)
            && self.at_least.as_deref().is_none_or(is_at_least)
            && self.at_most.as_deref().is_none_or(is_at_most)
            && self.exactly.as_deref().is_none_or(is_exactly)
            && self.nothing.as_deref().is_none_or(is_nothing)
            && self.list.as_deref().is_none_or(is_list)
            && self.not_empty.as_deref().is_none_or(is_not_empty)
            && self.empty_list.as_deref().is_none_or(is_empty_list)
            && self.map.as_ref().is_none_or(is_map)
            && self.bytes.as_deref().is_none_or(is_bytes)
            && self.huge.as_deref().is_none_or(is_huge)
    }
}

/// `Text`: 2 to 4 characters.
fn is_text(value: &str) -> bool {
    characters(value, 2..=4)
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(Sizes, SIZES);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
