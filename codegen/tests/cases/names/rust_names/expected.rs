// @generated from the description beside this, by UPDATE_EXPECT=1 cargo test -p codegen --test it

//! A server of Case (version 1): its types, validators and wire protocol.
//!
//! Implement [`Renamed`], hand the implementation to [`server`], and serve it: [`Server::respond`]
//! turns one HTTP request into its response. Every method has a default that answers that it is not
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

impl Encode for Choice {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        match self {
            Self::First(value) => writer.required("a", value),
            Self::Second(value) => writer.required("A", value),
        }
        writer.end_structure();
    }
}

impl Encode for Colour {
    fn encode(&self, writer: &mut Writer) {
        writer.string(self.as_str());
    }
}

impl Decode for Mishap {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "m" => reader.member(&mut value.message),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for RenamedThing {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("x", &self.horizontal);
        writer.optional("X", &self.r#type);
        writer.optional("choice", &self.choice);
        writer.end_structure();
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::errors::*;
use super::types::*;
use crate::runtime::{Decode, Encode, Reader, Writer};

impl Decode for Choice {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut chosen = None;
        while let Some(member) = members.next(reader) {
            let value = match member {
                "a" => Decode::decode(reader).map(Self::First),
                "A" => Decode::decode(reader).map(Self::Second),
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

impl Decode for Colour {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.variant()
    }
}

impl Encode for Mishap {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("m", &self.message);
        writer.end_structure();
    }
}

impl Decode for RenamedThing {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "x" => reader.member(&mut value.horizontal),
                "X" => reader.member(&mut value.r#type),
                "choice" => reader.member(&mut value.choice),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}
}

pub mod errors {
//! The errors of the API.

use std::fmt;
use super::schema;
use crate::runtime as rt;

/// `oops`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mishap {
    /// Wire name `m`.
    pub message: Option<String>,
}

impl rt::DeclaredError for Mishap {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::MISHAP
    }

    fn message(&self) -> Option<&str> {
        None
    }
}

impl fmt::Display for Mishap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for Mishap {}

/// Any error of the API, for code that serves more than one operation.
///
/// An operation answers with one by [`Failure::undeclared`](rt::Failure::undeclared), since the compiler
/// cannot know whether it declares it.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// `oops`, HTTP status 400.
    Mishap(Mishap),
}

impl From<Mishap> for Error {
    fn from(error: Mishap) -> Self {
        Self::Mishap(error)
    }
}

impl Error {
    /// The error as what all of them have in common.
    #[must_use]
    pub fn as_declared(&self) -> &dyn rt::DeclaredError {
        match self {
            Self::Mishap(error) => error,
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

use super::service::Renamed;
use crate::runtime::service::{Implemented, method};

/// Which operations the implementation `S` has, and which answer that they are not implemented.
///
/// Displays as a table, to be printed when a server starts. No method is called: they are told apart by the
/// types they return.
#[must_use]
pub fn implemented<S: Renamed>() -> Implemented {
    Implemented::new([
        method(|service: &'static S, context, ()| service.get_two(context)),
        method(S::get_one),
    ])
}
}

#[cfg(feature = "mock")]
pub mod mock {
//! A server that answers with made-up values.

use super::service::Renamed;
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

impl Renamed for mock::Mock {
    async fn get_two(&self, context: &Context) -> Outcome<operation::GetTwo> {
        self.answer(context, ()).await
    }

    async fn get_one(
        &self,
        context: &Context,
        input: RenamedThing,
    ) -> Outcome<operation::GetOne> {
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

/// `Get`.
pub enum GetTwo {}

impl Exchange for GetTwo {
    type Input = ();
    type Output = ();
    const OPERATION: &'static table::Operation = &schema::operations::GET_TWO;
}

/// `get`.
pub enum GetOne {}

impl Exchange for GetOne {
    type Input = types::RenamedThing;
    type Output = ();
    const OPERATION: &'static table::Operation = &schema::operations::GET_ONE;
}

impl Raises<errors::Mishap> for GetOne {}
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

/// `oops`.
pub static MISHAP: Shape = Shape::structure("oops", &[Member::optional("m", "m", &plain::STRING)], &[0]);
}

pub mod errors {
//! The errors, as static tables.

use super::shapes;
use crate::runtime::schema::{Error, Fault};

/// `oops`.
pub static MISHAP: Error = Error {
    name: "oops",
    shape: &shapes::MISHAP,
    fault: Fault::Client,
    status: 400,
};
}

pub mod operations {
//! The operations, as static tables.

use super::errors;
use super::shapes;
use crate::runtime::schema::*;

/// `Get`.
pub static GET_TWO: Operation = Operation {
    name: "Get",
    auth: Auth::None,
    input: None,
    output: None,
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};

/// `get`.
pub static GET_ONE: Operation = Operation {
    name: "get",
    auth: Auth::None,
    input: Some(&shapes::RENAMED_THING),
    output: None,
    errors: &[&errors::MISHAP],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

pub use super::client::*;
use crate::runtime::schema::*;

/// `choice`.
pub static CHOICE: Shape = Shape::new(
    "choice",
    Kind::Union(&[Member::optional("a", "a", &plain::STRING), Member::optional("A", "a", &plain::STRING)]),
);

/// `code`.
pub static COLOUR: Shape = Shape::new("code", Kind::Enum)
    .within(&[Constraint::Enum { values: &["r", "R", "g"], reported: &["g", "R", "r"] }])
    .such_as("\"r\"");

/// `thing`.
pub static RENAMED_THING: Shape = Shape::structure(
    "thing",
    &[
        Member::optional("x", "x", &COLOUR),
        Member::optional("X", "x", &plain::STRING),
        Member::optional("choice", "choice", &CHOICE),
    ],
    &[0, 1, 2],
);
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
    operations: &[&operations::GET_TWO, &operations::GET_ONE],
    errors: &[&errors::MISHAP],
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
pub trait Renamed: Send + Sync + 'static {
    /// `Get`.
    ///
    /// # Example
    ///
    /// ```json
    /// {}
    /// ```
    ///
    /// is answered with an empty body.
    fn get_two(
        &self,
        context: &Context,
    ) -> impl Future<Output = Outcome<operation::GetTwo>> + Send {
        not_implemented(context, ())
    }

    /// `get`.
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
    /// - [`Mishap`](super::errors::Mishap): 400
    fn get_one(
        &self,
        context: &Context,
        input: RenamedThing,
    ) -> impl Future<Output = Outcome<operation::GetOne>> + Send {
        not_implemented(context, input)
    }
}

/// A server on top of an implementation of the operations, with the settings of the real endpoint.
#[must_use]
pub fn server<S: Renamed>(service: S) -> Server<Operations<S>> {
    Server::new(Operations(service))
}

/// An implementation of the operations, as the runtime calls it.
#[derive(Clone, Debug)]
pub struct Operations<S>(pub S);

impl<S: Renamed> Dispatch for Operations<S> {
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
            Operation::GetTwo => {
                call(
                    service,
                    context,
                    body,
                    |service, context, ()| service.get_two(context),
                )
            }
            Operation::GetOne => call(service, context, body, S::get_one),
        }
    }
}

/// An operation of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    /// `Get`.
    GetTwo,
    /// `get`.
    GetOne,
}

impl Operation {
    /// All operations, sorted by name.
    pub const ALL: &[Self] = &[Self::GetTwo, Self::GetOne];

    /// The operation of that name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let operation = match name {
            "Get" => Self::GetTwo,
            "get" => Self::GetOne,
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
            Self::GetTwo => &schema::operations::GET_TWO,
            Self::GetOne => &schema::operations::GET_ONE,
        }
    }
}
}

pub mod types {
//! The structures, unions and enums of the API.

use std::fmt;

/// `choice`.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Wire name `a`.
    First(String),
    /// Wire name `A`.
    Second(String),
}

/// `code`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Colour {
    /// `r`.
    Red,
    /// `R`.
    VeryRed,
    /// `g`.
    G,
    /// A value that the description does not list.
    Unknown(String),
}

impl Colour {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Red => "r",
            Self::VeryRed => "R",
            Self::G => "g",
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
            "r" => Self::Red,
            "R" => Self::VeryRed,
            "g" => Self::G,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// `thing`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RenamedThing {
    /// Wire name `x`.
    pub horizontal: Option<Colour>,
    /// Wire name `X`.
    pub r#type: Option<String>,
    /// Wire name `choice`.
    pub choice: Option<Choice>,
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

impl Validate for RenamedThing {
    const SHAPE: &'static Shape = &shapes::RENAMED_THING;

    fn is_valid(&self) -> bool {
        self.horizontal.as_ref().is_none_or(Colour::is_known)
    }
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

wire_form!(enum Colour);

wire_form!(Mishap, MISHAP);

wire_form!(RenamedThing, RENAMED_THING);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Renamed, Operation, server};
