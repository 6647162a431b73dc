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

impl Decode for Broken {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        while members.next(reader).is_some() {
            reader.skip();
        }
        Some(Self {})
    }
}

impl Decode for Invalid {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        while members.next(reader).is_some() {
            reader.skip();
        }
        Some(Self {})
    }
}

impl Decode for Missing {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        while members.next(reader).is_some() {
            reader.skip();
        }
        Some(Self {})
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::errors::*;
use crate::runtime::{Encode, Writer};

impl Encode for Broken {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.end_structure();
    }
}

impl Encode for Invalid {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.end_structure();
    }
}

impl Encode for Missing {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.end_structure();
    }
}
}

pub mod errors {
//! The errors of the API.

use std::fmt;
use super::schema;
use crate::runtime as rt;

/// `Broken`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Broken {}

impl rt::DeclaredError for Broken {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::BROKEN
    }

    fn message(&self) -> Option<&str> {
        None
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for Broken {}

/// `Invalid`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Invalid {}

impl rt::DeclaredError for Invalid {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::INVALID
    }

    fn message(&self) -> Option<&str> {
        None
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for Invalid {}

/// `Missing`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Missing {}

impl rt::DeclaredError for Missing {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::MISSING
    }

    fn message(&self) -> Option<&str> {
        None
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for Missing {}

/// Any error of the API, for code that serves more than one operation.
///
/// An operation answers with one by [`Failure::undeclared`](rt::Failure::undeclared), since the compiler
/// cannot know whether it declares it.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// `Broken`, HTTP status 503.
    Broken(Broken),
    /// `Invalid`, HTTP status 400.
    Invalid(Invalid),
    /// `Missing`, HTTP status 410.
    Missing(Missing),
}

impl From<Broken> for Error {
    fn from(error: Broken) -> Self {
        Self::Broken(error)
    }
}

impl From<Invalid> for Error {
    fn from(error: Invalid) -> Self {
        Self::Invalid(error)
    }
}

impl From<Missing> for Error {
    fn from(error: Missing) -> Self {
        Self::Missing(error)
    }
}

impl Error {
    /// The error as what all of them have in common.
    #[must_use]
    pub fn as_declared(&self) -> &dyn rt::DeclaredError {
        match self {
            Self::Broken(error) => error,
            Self::Invalid(error) => error,
            Self::Missing(error) => error,
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
    Implemented::new([
        method(|service: &'static S, context, ()| service.get(context)),
        method(|service: &'static S, context, ()| service.put(context)),
    ])
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
    async fn get(&self, context: &Context) -> Outcome<operation::Get> {
        self.answer(context, ()).await
    }

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

/// `Get`.
pub enum Get {}

impl Exchange for Get {
    type Input = ();
    type Output = ();
    const OPERATION: &'static table::Operation = &schema::operations::GET;
}

impl Raises<errors::Invalid> for Get {}
impl Raises<errors::Missing> for Get {}
impl Raises<errors::Broken> for Get {}

/// `Put`.
pub enum Put {}

impl Exchange for Put {
    type Input = ();
    type Output = ();
    const OPERATION: &'static table::Operation = &schema::operations::PUT;
}

impl Raises<errors::Broken> for Put {}
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

/// `Broken`.
pub static BROKEN: Shape = Shape::structure("Broken", &[], &[]);

/// `Invalid`.
pub static INVALID: Shape = Shape::structure("Invalid", &[], &[]);

/// `Missing`.
pub static MISSING: Shape = Shape::structure("Missing", &[], &[]);
}

pub mod errors {
//! The errors, as static tables.

use super::shapes;
use crate::runtime::schema::{Error, Fault};

/// `Broken`.
pub static BROKEN: Error = Error {
    name: "Broken",
    shape: &shapes::BROKEN,
    fault: Fault::Server,
    status: 503,
};

/// `Invalid`.
pub static INVALID: Error = Error {
    name: "Invalid",
    shape: &shapes::INVALID,
    fault: Fault::Client,
    status: 400,
};

/// `Missing`.
pub static MISSING: Error = Error {
    name: "Missing",
    shape: &shapes::MISSING,
    fault: Fault::Client,
    status: 410,
};
}

pub mod operations {
//! The operations, as static tables.

use super::errors;
use crate::runtime::schema::*;

/// `Get`.
pub static GET: Operation = Operation {
    name: "Get",
    auth: Auth::None,
    input: None,
    output: None,
    errors: &[&errors::INVALID, &errors::MISSING, &errors::BROKEN],
    documented_statuses: DocumentedStatuses::Each(&[Some(480), Some(404), Some(482)]),
};

/// `Put`.
pub static PUT: Operation = Operation {
    name: "Put",
    auth: Auth::None,
    input: None,
    output: None,
    errors: &[&errors::BROKEN],
    documented_statuses: DocumentedStatuses::From(480),
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
    validation: Validation { error: "Invalid", wording: Wording::Coral },
    operations: &[&operations::GET, &operations::PUT],
    errors: &[&errors::BROKEN, &errors::INVALID, &errors::MISSING],
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
    /// `Get`.
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
    /// - [`Invalid`](super::errors::Invalid): 400, documented as 480
    /// - [`Missing`](super::errors::Missing): 410, documented as 404
    /// - [`Broken`](super::errors::Broken): 503, documented as 482
    fn get(
        &self,
        context: &Context,
    ) -> impl Future<Output = Outcome<operation::Get>> + Send {
        not_implemented(context, ())
    }

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
    /// - [`Broken`](super::errors::Broken): 503, documented as 480
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
            Operation::Get => {
                call(service, context, body, |service, context, ()| service.get(context))
            }
            Operation::Put => {
                call(service, context, body, |service, context, ()| service.put(context))
            }
        }
    }
}

/// An operation of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    /// `Get`.
    Get,
    /// `Put`.
    Put,
}

impl Operation {
    /// All operations, sorted by name.
    pub const ALL: &[Self] = &[Self::Get, Self::Put];

    /// The operation of that name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let operation = match name {
            "Get" => Self::Get,
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
            Self::Get => &schema::operations::GET,
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

wire_form!(Broken, BROKEN);

wire_form!(Invalid, INVALID);

wire_form!(Missing, MISSING);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
