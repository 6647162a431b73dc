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
use crate::runtime::{Decode, Reader};

impl Decode for Lower {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "message" => reader.member(&mut value.message),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for NoneShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        while members.next(reader).is_some() {
            reader.skip();
        }
        Some(Self {})
    }
}

impl Decode for Number {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "message" => reader.member(&mut value.message),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for Required {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self { message: String::new() };
        let mut has_message = false;
        while let Some(member) = members.next(reader) {
            match member {
                "message" => has_message = reader.required(&mut value.message),
                _ => reader.skip(),
            }
        }
        if has_message {
            return Some(value);
        }
        reader.reject()
    }
}

impl Decode for Upper {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Message" => reader.member(&mut value.message),
                "Code" => reader.member(&mut value.code),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::errors::*;
use crate::runtime::{Encode, Writer};

impl Encode for Lower {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("message", &self.message);
        writer.end_structure();
    }
}

impl Encode for NoneShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.end_structure();
    }
}

impl Encode for Number {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("message", &self.message);
        writer.end_structure();
    }
}

impl Encode for Required {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("message", &self.message);
        writer.end_structure();
    }
}

impl Encode for Upper {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Message", &self.message);
        writer.optional("Code", &self.code);
        writer.end_structure();
    }
}
}

pub mod errors {
//! The errors of the API.

use std::fmt;
use super::schema;
use crate::runtime as rt;

/// `Lower`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lower {
    /// Wire name `message`.
    pub message: Option<String>,
}

impl Lower {
    /// The error with what went wrong, for a person.
    #[must_use]
    pub fn with_message(message: impl Into<String>) -> Self {
        Self {
            message: Some(message.into()),
        }
    }
}

impl rt::DeclaredError for Lower {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::LOWER
    }

    fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

impl fmt::Display for Lower {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for Lower {}

/// `None`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NoneShape {}

impl rt::DeclaredError for NoneShape {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::NONE
    }

    fn message(&self) -> Option<&str> {
        None
    }
}

impl fmt::Display for NoneShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for NoneShape {}

/// `Number`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Number {
    /// Wire name `message`.
    pub message: Option<i32>,
}

impl rt::DeclaredError for Number {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::NUMBER
    }

    fn message(&self) -> Option<&str> {
        None
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for Number {}

/// `Required`.
#[derive(Clone, Debug, PartialEq)]
pub struct Required {
    /// Wire name `message`.
    pub message: String,
}

impl Required {
    /// A new `Required` with its required members.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

impl rt::DeclaredError for Required {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::REQUIRED
    }

    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }
}

impl fmt::Display for Required {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for Required {}

/// `Upper`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Upper {
    /// Wire name `Message`, at most 5 characters.
    pub message: Option<String>,
    /// Wire name `Code`.
    pub code: Option<String>,
}

impl Upper {
    /// The error with what went wrong, for a person.
    #[must_use]
    pub fn with_message(message: impl Into<String>) -> Self {
        Self {
            message: Some(message.into()),
            ..Self::default()
        }
    }
}

impl rt::DeclaredError for Upper {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::UPPER
    }

    fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

impl fmt::Display for Upper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for Upper {}

/// Any error of the API, for code that serves more than one operation.
///
/// An operation answers with one by [`Failure::undeclared`](rt::Failure::undeclared), since the compiler
/// cannot know whether it declares it.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// `Lower`, HTTP status 400.
    Lower(Lower),
    /// `None`, HTTP status 500.
    NoneShape(NoneShape),
    /// `Number`, HTTP status 400.
    Number(Number),
    /// `Required`, HTTP status 400.
    Required(Required),
    /// `Upper`, HTTP status 500.
    Upper(Upper),
}

impl From<Lower> for Error {
    fn from(error: Lower) -> Self {
        Self::Lower(error)
    }
}

impl From<NoneShape> for Error {
    fn from(error: NoneShape) -> Self {
        Self::NoneShape(error)
    }
}

impl From<Number> for Error {
    fn from(error: Number) -> Self {
        Self::Number(error)
    }
}

impl From<Required> for Error {
    fn from(error: Required) -> Self {
        Self::Required(error)
    }
}

impl From<Upper> for Error {
    fn from(error: Upper) -> Self {
        Self::Upper(error)
    }
}

impl Error {
    /// The error as what all of them have in common.
    #[must_use]
    pub fn as_declared(&self) -> &dyn rt::DeclaredError {
        match self {
            Self::Lower(error) => error,
            Self::NoneShape(error) => error,
            Self::Number(error) => error,
            Self::Required(error) => error,
            Self::Upper(error) => error,
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
    Implemented::new([method(|service: &'static S, context, ()| service.put(context))])
}
}

#[cfg(feature = "mock")]
pub mod mock {
//! A server that answers with made-up values.

use super::service::Case;
use super::{operation, schema};
use crate::runtime::{Context, Outcome, mock};

/// A mock of Case: it answers every operation with a sample of its output, remembers what it was asked,
/// and fails where it is told to. Hand it to [`server`](super::server), and keep a clone to ask for
/// what was received.
#[must_use]
pub fn mock() -> mock::Mock {
    mock::Mock::new(&schema::SERVICE)
}

impl Case for mock::Mock {
    async fn put(&self, context: &Context) -> Outcome<operation::Put> {
        self.answer(context, ()).await
    }
}
}

pub mod operation {
//! A type for each operation: what it takes, answers and raises, for the compiler.

use super::errors;
use super::schema;
use crate::runtime::{Exchange, Raises, schema as table};

/// `Put`.
pub enum Put {}

impl Exchange for Put {
    type Input = ();
    type Output = ();
    const OPERATION: &'static table::Operation = &schema::operations::PUT;
}

impl Raises<errors::Lower> for Put {}
impl Raises<errors::Upper> for Put {}
impl Raises<errors::Required> for Put {}
impl Raises<errors::Number> for Put {}
impl Raises<errors::NoneShape> for Put {}
}

pub mod patterns {
//! The regular expressions of the API, compiled to static data.
}

pub mod schema {
//! The API as static tables.

mod client {
//! The shapes that are only for clients, as static tables: what a server answers, and what is inside of
//! it.

use crate::runtime::schema::*;

/// `Lower`.
pub static LOWER: Shape = Shape::structure("Lower", &[Member::optional("message", "message", &plain::STRING)], &[0]);

/// `None`.
pub static NONE: Shape = Shape::structure("None", &[], &[]);

/// `Number`.
pub static NUMBER: Shape = Shape::structure("Number", &[Member::optional("message", "message", &plain::INTEGER)], &[0]);

/// `Required`.
pub static REQUIRED: Shape =
    Shape::structure("Required", &[Member::required("message", "message", &plain::STRING)], &[0]);

/// `Text`.
pub static TEXT: Shape = Shape::new("Text", Kind::String).within(&[Constraint::length_to(5)]).such_as("\"examp\"");

/// `Upper`.
pub static UPPER: Shape = Shape::structure(
    "Upper",
    &[Member::optional("Message", "message", &TEXT), Member::optional("Code", "code", &plain::STRING)],
    &[0, 1],
);
}

pub mod errors {
//! The errors, as static tables.

use super::shapes;
use crate::runtime::schema::{Error, Fault};

/// `Lower`.
pub static LOWER: Error = Error {
    name: "Lower",
    shape: &shapes::LOWER,
    fault: Fault::Client,
    status: 400,
};

/// `None`.
pub static NONE: Error = Error {
    name: "None",
    shape: &shapes::NONE,
    fault: Fault::Server,
    status: 500,
};

/// `Number`.
pub static NUMBER: Error = Error {
    name: "Number",
    shape: &shapes::NUMBER,
    fault: Fault::Client,
    status: 400,
};

/// `Required`.
pub static REQUIRED: Error = Error {
    name: "Required",
    shape: &shapes::REQUIRED,
    fault: Fault::Client,
    status: 400,
};

/// `Upper`.
pub static UPPER: Error = Error {
    name: "Upper",
    shape: &shapes::UPPER,
    fault: Fault::Server,
    status: 500,
};
}

pub mod operations {
//! The operations, as static tables.

use super::errors;
use crate::runtime::schema::*;

/// `Put`.
pub static PUT: Operation = Operation {
    name: "Put",
    auth: Auth::None,
    input: None,
    output: None,
    errors: &[&errors::LOWER, &errors::UPPER, &errors::REQUIRED, &errors::NUMBER, &errors::NONE],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

pub use super::client::*;
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
    errors: &[&errors::LOWER, &errors::NONE, &errors::NUMBER, &errors::REQUIRED, &errors::UPPER],
};
}

pub mod service {
//! What a server implements, and what calls it.

use std::future::Future;
use super::{operation, schema};
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
    ///
    /// # Errors
    ///
    /// - [`Lower`](super::errors::Lower): 400
    /// - [`Upper`](super::errors::Upper): 500
    /// - [`Required`](super::errors::Required): 400
    /// - [`Number`](super::errors::Number): 400
    /// - [`NoneShape`](super::errors::NoneShape): 500
    fn put(
        &self,
        context: &Context,
    ) -> impl Future<Output = Outcome<operation::Put>> + Send {
        not_implemented(context, ())
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
            Operation::Put => {
                call(service, context, body, |service, context, ()| service.put(context))
            }
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
}

mod validate {
//! Whether values keep the constraints of their shapes.
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::errors::*;
use super::schema::shapes;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(Lower, LOWER);

wire_form!(NoneShape, NONE);

wire_form!(Number, NUMBER);

wire_form!(Required, REQUIRED);

wire_form!(Upper, UPPER);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
