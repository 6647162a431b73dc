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

impl Decode for Holder {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Odd" => reader.member(&mut value.odd),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for Holder {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Odd", &self.odd);
        writer.end_structure();
    }
}

impl Decode for Odd {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.variant()
    }
}

impl Encode for Odd {
    fn encode(&self, writer: &mut Writer) {
        writer.string(self.as_str());
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

/// `Holder`.
pub static HOLDER: Shape = Shape::structure("Holder", &[Member::optional("Odd", "odd", &ODD)], &[0]);

/// `Odd`.
pub static ODD: Shape = Shape::new("Odd", Kind::Enum)
    .within(&[Constraint::Enum {
        values: &[
            "",
            "2fa",
            "a.b/c",
            "a-b-c",
            "Unknown",
            "unknown",
            "*",
            "quote \"",
            "back\\slash",
            "new\nline",
            "Größe",
            "Self",
            "ALL_CAPS",
            "camelCase",
            "with `ticks`",
        ],
        reported: &[
            "",
            "camelCase",
            "back\\slash",
            "a.b/c",
            "*",
            "unknown",
            "Unknown",
            "Self",
            "a-b-c",
            "2fa",
            "with `ticks`",
            "Größe",
            "new\nline",
            "quote \"",
            "ALL_CAPS",
        ],
    }])
    .such_as("\"\"");
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
    /// {"Odd":""}
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

use std::fmt;

/// `Holder`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Holder {
    /// Wire name `Odd`.
    pub odd: Option<Odd>,
}

/// `Odd`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Odd {
    /// ``.
    Empty,
    /// `2fa`.
    N2fa,
    /// `a.b/c`.
    ABC,
    /// `a-b-c`.
    Dashes,
    /// `Unknown`.
    UnknownValue,
    /// `unknown`.
    SaidUnknown,
    /// `*`.
    Star,
    /// `quote "`.
    Quote,
    /// `back\slash`.
    BackSlash,
    /// `new line`.
    NewLine,
    /// `Größe`.
    GrE,
    /// `Self`.
    SelfValue,
    /// `ALL_CAPS`.
    AllCaps,
    /// `camelCase`.
    CamelCase,
    /// `` with `ticks` ``.
    WithTicks,
    /// A value that the description does not list.
    Unknown(String),
}

impl Odd {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::N2fa => "2fa",
            Self::ABC => "a.b/c",
            Self::Dashes => "a-b-c",
            Self::UnknownValue => "Unknown",
            Self::SaidUnknown => "unknown",
            Self::Star => "*",
            Self::Quote => "quote \"",
            Self::BackSlash => "back\\slash",
            Self::NewLine => "new\nline",
            Self::GrE => "Größe",
            Self::SelfValue => "Self",
            Self::AllCaps => "ALL_CAPS",
            Self::CamelCase => "camelCase",
            Self::WithTicks => "with `ticks`",
            Self::Unknown(value) => value,
        }
    }

    /// Whether the description lists the value.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown(_))
    }
}

impl From<&str> for Odd {
    fn from(value: &str) -> Self {
        match value {
            "" => Self::Empty,
            "2fa" => Self::N2fa,
            "a.b/c" => Self::ABC,
            "a-b-c" => Self::Dashes,
            "Unknown" => Self::UnknownValue,
            "unknown" => Self::SaidUnknown,
            "*" => Self::Star,
            "quote \"" => Self::Quote,
            "back\\slash" => Self::BackSlash,
            "new\nline" => Self::NewLine,
            "Größe" => Self::GrE,
            "Self" => Self::SelfValue,
            "ALL_CAPS" => Self::AllCaps,
            "camelCase" => Self::CamelCase,
            "with `ticks`" => Self::WithTicks,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;

impl Validate for Holder {
    const SHAPE: &'static Shape = &shapes::HOLDER;

    fn is_valid(&self) -> bool {
        self.odd.as_ref().is_none_or(Odd::is_known)
    }
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(Holder, HOLDER);

wire_form!(enum Odd);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
