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
use super::types::*;
use crate::runtime::{Decode, Encode, Reader, Writer};

impl Encode for N2faRequest {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("3d", &self.n3d);
        writer.required("x.y", &self.x_y);
        writer.optional("x-amz-date", &self.x_amz_date);
        writer.optional("Größe", &self.gr_e);
        writer.optional("$", &self.nameless);
        writer.end_structure();
    }
}

impl Decode for N3dError {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "x-y" => reader.member(&mut value.x_y),
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
use super::types::*;
use crate::runtime::{Decode, Encode, Reader, Writer};

impl Decode for N2faRequest {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            n3d: None,
            x_y: String::new(),
            x_amz_date: None,
            gr_e: None,
            nameless: None,
        };
        let mut has_x_y = false;
        while let Some(member) = members.next(reader) {
            match member {
                "3d" => reader.member(&mut value.n3d),
                "x.y" => has_x_y = reader.required(&mut value.x_y),
                "x-amz-date" => reader.member(&mut value.x_amz_date),
                "Größe" => reader.member(&mut value.gr_e),
                "$" => reader.member(&mut value.nameless),
                _ => reader.skip(),
            }
        }
        if has_x_y {
            return Some(value);
        }
        reader.reject()
    }
}

impl Encode for N3dError {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("x-y", &self.x_y);
        writer.end_structure();
    }
}

impl Decode for GrE {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "é" => reader.member(&mut value.nameless),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for GrE {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("é", &self.nameless);
        writer.end_structure();
    }
}
}

pub mod errors {
//! The errors of the API.

use std::fmt;
use super::schema;
use crate::runtime as rt;

/// `3d.Error`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct N3dError {
    /// Wire name `x-y`.
    pub x_y: Option<String>,
}

impl rt::DeclaredError for N3dError {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::N3D_ERROR
    }

    fn message(&self) -> Option<&str> {
        None
    }
}

impl fmt::Display for N3dError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for N3dError {}

/// Any error of the API, for code that serves more than one operation.
///
/// An operation answers with one by [`Failure::undeclared`](rt::Failure::undeclared), since the compiler
/// cannot know whether it declares it.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// `3d.Error`, HTTP status 400.
    N3dError(N3dError),
}

impl From<N3dError> for Error {
    fn from(error: N3dError) -> Self {
        Self::N3dError(error)
    }
}

impl Error {
    /// The error as what all of them have in common.
    #[must_use]
    pub fn as_declared(&self) -> &dyn rt::DeclaredError {
        match self {
            Self::N3dError(error) => error,
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
    async fn put(
        &self,
        context: &Context,
        input: N2faRequest,
    ) -> Outcome<operation::Put> {
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
    type Input = types::N2faRequest;
    type Output = types::GrE;
    const OPERATION: &'static table::Operation = &schema::operations::PUT;
}

impl Raises<errors::N3dError> for Put {}
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

/// `3d.Error`.
pub static N3D_ERROR: Shape = Shape::structure("3d.Error", &[Member::optional("x-y", "x-y", &plain::STRING)], &[0]);
}

pub mod errors {
//! The errors, as static tables.

use super::shapes;
use crate::runtime::schema::{Error, Fault};

/// `3d.Error`.
pub static N3D_ERROR: Error = Error {
    name: "3d.Error",
    shape: &shapes::N3D_ERROR,
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
    input: Some(&shapes::N2FA_REQUEST),
    output: Some(&shapes::GR_E),
    errors: &[&errors::N3D_ERROR],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

pub use super::client::*;
use crate::runtime::schema::*;

/// `2fa.Request`.
pub static N2FA_REQUEST: Shape = Shape::structure(
    "2fa.Request",
    &[
        Member::optional("3d", "3d", &A_B),
        Member::required("x.y", "x.y", &plain::STRING),
        Member::optional("x-amz-date", "x-amz-date", &plain::TIMESTAMP),
        Member::optional("Größe", "größe", &GR_E),
        Member::optional("$", "$", &plain::STRING),
    ],
    &[0, 1, 2, 3, 4],
);

/// `Größe`.
pub static GR_E: Shape = Shape::structure("Größe", &[Member::optional("é", "é", &A_B)], &[0]);

/// `a b`.
pub static A_B: Shape = Shape::new("a b", Kind::String).within(&[Constraint::length_to(3)]).such_as("\"exa\"");
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
    errors: &[&errors::N3D_ERROR],
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
    /// {"x.y":"example"}
    /// ```
    ///
    /// may be answered with
    ///
    /// ```json
    /// {"é":"exa"}
    /// ```
    ///
    /// # Errors
    ///
    /// - [`N3dError`](super::errors::N3dError): 400
    fn put(
        &self,
        context: &Context,
        input: N2faRequest,
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

use crate::runtime::Timestamp;

/// `2fa.Request`.
#[derive(Clone, Debug, PartialEq)]
pub struct N2faRequest {
    /// Wire name `3d`, at most 3 characters.
    pub n3d: Option<String>,
    /// Wire name `x.y`.
    pub x_y: String,
    /// Wire name `x-amz-date`.
    pub x_amz_date: Option<Timestamp>,
    /// Wire name `Größe`.
    pub gr_e: Option<GrE>,
    /// Wire name `$`.
    pub nameless: Option<String>,
}

impl N2faRequest {
    /// A new `N2faRequest` with its required members; the others are unset.
    #[must_use]
    pub fn new(x_y: impl Into<String>) -> Self {
        Self {
            n3d: None,
            x_y: x_y.into(),
            x_amz_date: None,
            gr_e: None,
            nameless: None,
        }
    }
}

/// `Größe`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GrE {
    /// Wire name `é`, at most 3 characters.
    pub nameless: Option<String>,
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;
use crate::runtime::validate::characters;

impl Validate for N2faRequest {
    const SHAPE: &'static Shape = &shapes::N2FA_REQUEST;

    fn is_valid(&self) -> bool {
        self.n3d.as_deref().is_none_or(is_a_b)
            && self.gr_e.as_ref().is_none_or(Validate::is_valid)
    }
}

impl Validate for GrE {
    const SHAPE: &'static Shape = &shapes::GR_E;

    fn is_valid(&self) -> bool {
        self.nameless.as_deref().is_none_or(is_a_b)
    }
}

/// `a b`: at most 3 characters.
fn is_a_b(value: &str) -> bool {
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

wire_form!(N2faRequest, N2FA_REQUEST);

wire_form!(N3dError, N3D_ERROR);

wire_form!(GrE, GR_E);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
