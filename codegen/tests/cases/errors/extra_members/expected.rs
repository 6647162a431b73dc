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
use crate::runtime::{Decode, Reader, Validate};
use crate::runtime::schema::Shape;

impl Decode for Bare {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        while members.next(reader).is_some() {
            reader.skip();
        }
        Some(Self {})
    }
}

impl Decode for Detailed {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            message: String::new(),
            reason: None,
            details: None,
            texts: None,
            counts: None,
            since: None,
            any: None,
            retries: 0,
        };
        let mut has_message = false;
        while let Some(member) = members.next(reader) {
            match member {
                "message" => has_message = reader.required(&mut value.message),
                "Reason" => reader.member(&mut value.reason),
                "Details" => reader.member(&mut value.details),
                "Texts" => reader.member(&mut value.texts),
                "Counts" => reader.member(&mut value.counts),
                "Since" => reader.member(&mut value.since),
                "Any" => reader.member(&mut value.any),
                "Retries" => value.retries = Decode::decode(reader).unwrap_or_default(),
                _ => reader.skip(),
            }
        }
        if has_message {
            return Some(value);
        }
        reader.reject()
    }
}

impl Decode for Details {
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

impl Decode for Reason {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.variant()
    }
}

impl Validate for Details {
    const SHAPE: &'static Shape = &shapes::DETAILS;

    fn is_valid(&self) -> bool {
        true
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::errors::*;
use super::types::*;
use crate::runtime::{Encode, Writer};

impl Encode for Bare {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.end_structure();
    }
}

impl Encode for Detailed {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("message", &self.message);
        writer.optional("Reason", &self.reason);
        writer.optional("Details", &self.details);
        writer.optional("Texts", &self.texts);
        writer.optional("Counts", &self.counts);
        writer.optional("Since", &self.since);
        writer.optional("Any", &self.any);
        writer.required("Retries", &self.retries);
        writer.end_structure();
    }
}

impl Encode for Details {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for Reason {
    fn encode(&self, writer: &mut Writer) {
        writer.string(self.as_str());
    }
}
}

pub mod errors {
//! The errors of the API.

use std::collections::BTreeMap;
use std::fmt;
use super::schema;
use super::types::*;
use crate::runtime as rt;
use crate::runtime::{Document, Timestamp};

/// `Bare`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bare {}

impl rt::DeclaredError for Bare {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::BARE
    }

    fn message(&self) -> Option<&str> {
        None
    }
}

impl fmt::Display for Bare {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for Bare {}

/// `Detailed`.
#[derive(Clone, Debug, PartialEq)]
pub struct Detailed {
    /// Wire name `message`.
    pub message: String,
    /// Wire name `Reason`.
    pub reason: Option<Reason>,
    /// Wire name `Details`.
    pub details: Option<Details>,
    /// Wire name `Texts`.
    pub texts: Option<Vec<String>>,
    /// Wire name `Counts`.
    pub counts: Option<BTreeMap<String, i64>>,
    /// Wire name `Since`.
    pub since: Option<Timestamp>,
    /// Wire name `Any`.
    pub any: Option<Document>,
    /// Wire name `Retries`, `0` if absent.
    pub retries: i32,
}

impl Detailed {
    /// A new `Detailed` with its required members; the others are unset.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            reason: None,
            details: None,
            texts: None,
            counts: None,
            since: None,
            any: None,
            retries: 0,
        }
    }
}

impl rt::DeclaredError for Detailed {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::DETAILED
    }

    fn message(&self) -> Option<&str> {
        Some(&self.message)
    }
}

impl fmt::Display for Detailed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for Detailed {}

/// Any error of the API, for code that serves more than one operation.
///
/// An operation answers with one by [`Failure::undeclared`](rt::Failure::undeclared), since the compiler
/// cannot know whether it declares it.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// `Bare`, HTTP status 400.
    Bare(Bare),
    /// `Detailed`, HTTP status 409.
    Detailed(Detailed),
}

impl From<Bare> for Error {
    fn from(error: Bare) -> Self {
        Self::Bare(error)
    }
}

impl From<Detailed> for Error {
    fn from(error: Detailed) -> Self {
        Self::Detailed(error)
    }
}

impl Error {
    /// The error as what all of them have in common.
    #[must_use]
    pub fn as_declared(&self) -> &dyn rt::DeclaredError {
        match self {
            Self::Bare(error) => error,
            Self::Detailed(error) => error,
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

impl Raises<errors::Detailed> for Put {}
impl Raises<errors::Bare> for Put {}
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

/// `Bare`.
pub static BARE: Shape = Shape::structure("Bare", &[], &[]);

/// `Counts`.
pub static COUNTS: Shape = Shape::new("Counts", Kind::Map { key: &plain::STRING, value: &plain::LONG });

/// `Detailed`.
pub static DETAILED: Shape = Shape::structure(
    "Detailed",
    &[
        Member::required("message", "message", &plain::STRING),
        Member::optional("Reason", "reason", &REASON),
        Member::optional("Details", "details", &DETAILS),
        Member::optional("Texts", "texts", &TEXTS),
        Member::optional("Counts", "counts", &COUNTS),
        Member::optional("Since", "since", &plain::TIMESTAMP),
        Member::optional("Any", "any", &plain::DOCUMENT),
        Member::optional("Retries", "retries", &plain::INTEGER),
    ],
    &[0, 1, 2, 3, 4, 5, 6, 7],
);

/// `Details`.
pub static DETAILS: Shape = Shape::structure("Details", &[Member::optional("Text", "text", &plain::STRING)], &[0]);

/// `Reason`.
pub static REASON: Shape = Shape::new("Reason", Kind::Enum)
    .within(&[Constraint::Enum { values: &["BUSY", "GONE"], reported: &["BUSY", "GONE"] }])
    .such_as("\"BUSY\"");

/// `Texts`.
pub static TEXTS: Shape = Shape::new("Texts", Kind::List(&plain::STRING));
}

pub mod errors {
//! The errors, as static tables.

use super::shapes;
use crate::runtime::schema::{Error, Fault};

/// `Bare`.
pub static BARE: Error = Error {
    name: "Bare",
    shape: &shapes::BARE,
    fault: Fault::Client,
    status: 400,
};

/// `Detailed`.
pub static DETAILED: Error = Error {
    name: "Detailed",
    shape: &shapes::DETAILED,
    fault: Fault::Client,
    status: 409,
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
    errors: &[&errors::DETAILED, &errors::BARE],
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
    errors: &[&errors::BARE, &errors::DETAILED],
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
    /// - [`Detailed`](super::errors::Detailed): 409
    /// - [`Bare`](super::errors::Bare): 400
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

use std::fmt;

/// `Details`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// Wire name `Text`.
    pub text: Option<String>,
}

/// `Reason`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// `BUSY`.
    Busy,
    /// `GONE`.
    Gone,
    /// A value that the description does not list.
    Unknown(String),
}

impl Reason {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Busy => "BUSY",
            Self::Gone => "GONE",
            Self::Unknown(value) => value,
        }
    }

    /// Whether the description lists the value.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown(_))
    }
}

impl From<&str> for Reason {
    fn from(value: &str) -> Self {
        match value {
            "BUSY" => Self::Busy,
            "GONE" => Self::Gone,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
}

mod validate {
//! Whether values keep the constraints of their shapes.
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::errors::*;
use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(Bare, BARE);

wire_form!(Detailed, DETAILED);

wire_form!(Details, DETAILS);

wire_form!(enum Reason);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
