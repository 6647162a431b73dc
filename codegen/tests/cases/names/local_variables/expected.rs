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

use super::errors::*;
use super::schema::shapes;
use super::types::*;
use super::validate::*;
use crate::runtime::{Decode, Encode, Reader, Validate, Writer};
use crate::runtime::schema::Shape;

impl Decode for Choice {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut chosen = None;
        while let Some(member) = members.next(reader) {
            let value = match member {
                "reader" => Decode::decode(reader).map(Self::Reader),
                "member" => Decode::decode(reader).map(Self::Member),
                "value" => Decode::decode(reader).map(Self::Value),
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
            Self::Reader(value) => writer.required("reader", value),
            Self::Member(value) => writer.required("member", value),
            Self::Value(value) => writer.required("value", value),
        }
        writer.end_structure();
    }
}

impl Decode for Denied {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "writer" => reader.member(&mut value.writer),
                "self" => reader.member(&mut value.self_),
                "error" => reader.member(&mut value.error),
                "message" => reader.member(&mut value.message),
                "f" => reader.member(&mut value.f),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Validate for Choice {
    const SHAPE: &'static Shape = &shapes::CHOICE;

    fn is_valid(&self) -> bool {
        match self {
            Self::Value(value) => is_short(value),
            Self::Reader(_) | Self::Member(_) => true,
        }
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::errors::*;
use super::types::*;
use crate::runtime::{Decode, Encode, Reader, Writer};

impl Encode for Denied {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("writer", &self.writer);
        writer.optional("self", &self.self_);
        writer.optional("error", &self.error);
        writer.optional("message", &self.message);
        writer.optional("f", &self.f);
        writer.end_structure();
    }
}

impl Decode for Locals {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            reader: None,
            member: String::new(),
            members: 3,
            writer: None,
            value: String::new(),
            values: None,
            item: None,
            f: None,
            input: None,
            context: None,
            body: None,
            name: None,
            chosen: None,
            text: None,
        };
        let mut has_member = false;
        let mut has_value = false;
        while let Some(member) = members.next(reader) {
            match member {
                "reader" => reader.member(&mut value.reader),
                "Member" => has_member = reader.required(&mut value.member),
                "members" => value.members = Decode::decode(reader).unwrap_or(3),
                "writer" => reader.member(&mut value.writer),
                "value" => has_value = reader.required(&mut value.value),
                "values" => reader.member(&mut value.values),
                "item" => reader.member(&mut value.item),
                "f" => reader.member(&mut value.f),
                "input" => reader.member(&mut value.input),
                "context" => reader.member(&mut value.context),
                "body" => reader.member(&mut value.body),
                "name" => reader.member(&mut value.name),
                "chosen" => reader.member(&mut value.chosen),
                "text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        if has_member && has_value {
            return Some(value);
        }
        reader.reject()
    }
}

impl Encode for Locals {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("reader", &self.reader);
        writer.required("Member", &self.member);
        writer.required("members", &self.members);
        writer.optional("writer", &self.writer);
        writer.required("value", &self.value);
        writer.optional("values", &self.values);
        writer.optional("item", &self.item);
        writer.optional("f", &self.f);
        writer.optional("input", &self.input);
        writer.optional("context", &self.context);
        writer.optional("body", &self.body);
        writer.optional("name", &self.name);
        writer.optional("chosen", &self.chosen);
        writer.optional("text", &self.text);
        writer.end_structure();
    }
}
}

pub mod errors {
//! The errors of the API.

use std::fmt;
use super::schema;
use crate::runtime as rt;

/// `Denied`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Denied {
    /// Wire name `writer`.
    pub writer: Option<String>,
    /// Wire name `self`.
    pub self_: Option<String>,
    /// Wire name `error`.
    pub error: Option<String>,
    /// Wire name `message`.
    pub message: Option<String>,
    /// Wire name `f`.
    pub f: Option<String>,
}

impl Denied {
    /// The error with what went wrong, for a person.
    #[must_use]
    pub fn with_message(message: impl Into<String>) -> Self {
        Self {
            message: Some(message.into()),
            ..Self::default()
        }
    }
}

impl rt::DeclaredError for Denied {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::DENIED
    }

    fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

impl fmt::Display for Denied {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for Denied {}

/// Any error of the API, for code that serves more than one operation.
///
/// An operation answers with one by [`Failure::undeclared`](rt::Failure::undeclared), since the compiler
/// cannot know whether it declares it.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// `Denied`, HTTP status 400.
    Denied(Denied),
}

impl From<Denied> for Error {
    fn from(error: Denied) -> Self {
        Self::Denied(error)
    }
}

impl Error {
    /// The error as what all of them have in common.
    #[must_use]
    pub fn as_declared(&self) -> &dyn rt::DeclaredError {
        match self {
            Self::Denied(error) => error,
        }
    }
}

impl rt::DeclaredError for Error {
    fn error(&self) -> &'static rt::schema::Error {
        self.as_declared().error()
    }

    fn message(&self) -> Option<&str> {
        self.as_declared().message()
    }
}

impl rt::Encode for Error {
    fn encode(&self, writer: &mut rt::Writer) {
        self.as_declared().encode(writer);
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for Error {}
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
    async fn put(&self, context: &Context, input: Locals) -> Outcome<operation::Put> {
        self.answer(context, input).await
    }
}
}

pub mod operation {
//! A type for each operation: what it takes, answers and raises, for the compiler.

use super::errors;
use super::schema;
use super::types;
use crate::runtime::{Exchange, Raises, schema as table};

/// `Put`.
pub enum Put {}

impl Exchange for Put {
    type Input = types::Locals;
    type Output = types::Locals;
    const OPERATION: &'static table::Operation = &schema::operations::PUT;
}

impl Raises<errors::Denied> for Put {}
}

pub mod patterns {
//! The regular expressions of the API, compiled to static data.
}

pub mod schema {
//! The API as static tables.

mod client {
//! The shapes that are only for clients, as static tables: what a server answers, and what is inside of
//! it.

use super::shapes::*;
use crate::runtime::schema::*;

/// `Choice`.
pub static CHOICE: Shape = Shape::new(
    "Choice",
    Kind::Union(&[
        Member::optional("reader", "reader", &plain::STRING),
        Member::optional("member", "member", &plain::STRING),
        Member::optional("value", "value", &SHORT),
    ]),
);

/// `Denied`.
pub static DENIED: Shape = Shape::structure(
    "Denied",
    &[
        Member::optional("writer", "writer", &plain::STRING),
        Member::optional("self", "self", &plain::STRING),
        Member::optional("error", "error", &plain::STRING),
        Member::optional("message", "message", &plain::STRING),
        Member::optional("f", "f", &plain::STRING),
    ],
    &[0, 1, 2, 3, 4],
);
}

pub mod errors {
//! The errors, as static tables.

use super::shapes;
use crate::runtime::schema::{Error, Fault};

/// `Denied`.
pub static DENIED: Error = Error {
    name: "Denied",
    shape: &shapes::DENIED,
    fault: Fault::Client,
    status: 400,
};
}

pub mod operations {
//! The operations, as static tables.

use super::errors;
use super::shapes;
use crate::runtime::schema::*;

/// `Put`.
pub static PUT: Operation = Operation {
    name: "Put",
    auth: Auth::None,
    input: Some(&shapes::LOCALS),
    output: Some(&shapes::LOCALS),
    errors: &[&errors::DENIED],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

pub use super::client::*;
use crate::runtime::schema::*;

/// `Locals`.
pub static LOCALS: Shape = Shape::structure(
    "Locals",
    &[
        Member::optional("reader", "reader", &plain::STRING),
        Member::required("Member", "member", &plain::STRING),
        Member::optional("members", "members", &plain::INTEGER),
        Member::optional("writer", "writer", &plain::STRING).redacted(),
        Member::required("value", "value", &SHORT),
        Member::optional("values", "values", &plain::STRING),
        Member::optional("item", "item", &SHORT),
        Member::optional("f", "f", &plain::STRING),
        Member::optional("input", "input", &plain::STRING),
        Member::optional("context", "context", &plain::STRING),
        Member::optional("body", "body", &plain::STRING),
        Member::optional("name", "name", &plain::STRING),
        Member::optional("chosen", "chosen", &plain::STRING),
        Member::optional("text", "text", &plain::STRING),
    ],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
);

/// `Short`.
pub static SHORT: Shape = Shape::new("Short", Kind::String).within(&[Constraint::length_to(3)]).such_as("\"exa\"");
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
    errors: &[&errors::DENIED],
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
    /// {"Member":"example","value":"exa"}
    /// ```
    ///
    /// may be answered with
    ///
    /// ```json
    /// {"reader":"example","Member":"example","members":1,"writer":"example","value":"exa","values":"example"}
    /// ```
    ///
    /// # Errors
    ///
    /// - [`Denied`](super::errors::Denied): 400
    fn put(
        &self,
        context: &Context,
        input: Locals,
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

use std::fmt;
use crate::runtime::{Redacted, debug_structure};

/// `Choice`.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Wire name `reader`.
    Reader(String),
    /// Wire name `member`.
    Member(String),
    /// Wire name `value`, at most 3 characters.
    Value(String),
}

/// `Locals`.
#[derive(Clone, PartialEq)]
pub struct Locals {
    /// Wire name `reader`.
    pub reader: Option<String>,
    /// Wire name `Member`.
    pub member: String,
    /// Wire name `members`, `3` if absent.
    pub members: i32,
    /// Wire name `writer`.
    pub writer: Option<String>,
    /// Wire name `value`, at most 3 characters.
    pub value: String,
    /// Wire name `values`.
    pub values: Option<String>,
    /// Wire name `item`, at most 3 characters.
    pub item: Option<String>,
    /// Wire name `f`.
    pub f: Option<String>,
    /// Wire name `input`.
    pub input: Option<String>,
    /// Wire name `context`.
    pub context: Option<String>,
    /// Wire name `body`.
    pub body: Option<String>,
    /// Wire name `name`.
    pub name: Option<String>,
    /// Wire name `chosen`.
    pub chosen: Option<String>,
    /// Wire name `text`.
    pub text: Option<String>,
}

impl Locals {
    /// A new `Locals` with its required members; the others are unset.
    #[must_use]
    pub fn new(member: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            reader: None,
            member: member.into(),
            members: 3,
            writer: None,
            value: value.into(),
            values: None,
            item: None,
            f: None,
            input: None,
            context: None,
            body: None,
            name: None,
            chosen: None,
            text: None,
        }
    }
}

impl fmt::Debug for Locals {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug_structure(
            f,
            "Locals",
            &[
                ("reader", &self.reader),
                ("member", &self.member),
                ("members", &self.members),
                ("writer", &Redacted::option(&self.writer)),
                ("value", &self.value),
                ("values", &self.values),
                ("item", &self.item),
                ("f", &self.f),
                ("input", &self.input),
                ("context", &self.context),
                ("body", &self.body),
                ("name", &self.name),
                ("chosen", &self.chosen),
                ("text", &self.text),
            ],
        )
    }
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;
use crate::runtime::validate::characters;

impl Validate for Locals {
    const SHAPE: &'static Shape = &shapes::LOCALS;

    fn is_valid(&self) -> bool {
        is_short(&self.value) && self.item.as_deref().is_none_or(is_short)
    }
}

/// `Short`: at most 3 characters.
pub(super) fn is_short(value: &str) -> bool {
    characters(value, ..=3)
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::errors::*;
use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(Choice, CHOICE);

wire_form!(Denied, DENIED);

wire_form!(Locals, LOCALS);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
