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
use crate::runtime::schema::TimestampFormat;
use crate::runtime::{Decode, Encode, Reader, Writer};

impl Decode for Moments {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Plain" => reader.member(&mut value.plain),
                "Unsaid" => reader.member(&mut value.unsaid),
                "Epoch" => reader.member(&mut value.epoch),
                "DateTime" => {
                    value.date_time = reader.timestamp(TimestampFormat::DateTime);
                }
                "HttpDate" => {
                    value.http_date = reader.timestamp(TimestampFormat::HttpDate);
                }
                "List" => {
                    value.list = reader
                        .list(|reader| reader.timestamp(TimestampFormat::DateTime));
                }
                "Map" => {
                    value.map = reader
                        .map(|reader| reader.timestamp(TimestampFormat::HttpDate));
                }
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for Moments {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Plain", &self.plain);
        writer.optional("Unsaid", &self.unsaid);
        writer.optional("Epoch", &self.epoch);
        writer
            .optional_with(
                "DateTime",
                &self.date_time,
                |writer, value| writer.timestamp(*value, TimestampFormat::DateTime),
            );
        writer
            .optional_with(
                "HttpDate",
                &self.http_date,
                |writer, value| writer.timestamp(*value, TimestampFormat::HttpDate),
            );
        writer
            .optional_with(
                "List",
                &self.list,
                |writer, value| {
                    writer
                        .list(
                            value,
                            |writer, item| {
                                writer.timestamp(*item, TimestampFormat::DateTime)
                            },
                        )
                },
            );
        writer
            .optional_with(
                "Map",
                &self.map,
                |writer, value| {
                    writer
                        .map(
                            value,
                            |writer, value| {
                                writer.timestamp(*value, TimestampFormat::HttpDate)
                            },
                        )
                },
            );
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
    async fn put(&self, context: &Context, input: Moments) -> Outcome<operation::Put> {
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
    type Input = types::Moments;
    type Output = types::Moments;
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
    input: Some(&shapes::MOMENTS),
    output: Some(&shapes::MOMENTS),
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

use crate::runtime::schema::*;

/// `DateTime`.
pub static DATE_TIME: Shape =
    Shape::new("DateTime", Kind::Timestamp(TimestampFormat::DateTime)).such_as("\"2023-11-14T22:13:20Z\"");

/// `Epoch`.
pub static EPOCH: Shape = Shape::new("Epoch", Kind::Timestamp(TimestampFormat::EpochSeconds)).such_as("1700000000.123");

/// `HttpDate`.
pub static HTTP_DATE: Shape =
    Shape::new("HttpDate", Kind::Timestamp(TimestampFormat::HttpDate)).such_as("\"Tue, 14 Nov 2023 22:13:20 GMT\"");

/// `List`.
pub static LIST: Shape = Shape::new("List", Kind::List(&DATE_TIME));

/// `Map`.
pub static MAP: Shape = Shape::new("Map", Kind::Map { key: &plain::STRING, value: &HTTP_DATE });

/// `Moments`.
pub static MOMENTS: Shape = Shape::structure(
    "Moments",
    &[
        Member::optional("Plain", "plain", &plain::TIMESTAMP),
        Member::optional("Unsaid", "unsaid", &UNSAID),
        Member::optional("Epoch", "epoch", &EPOCH),
        Member::optional("DateTime", "dateTime", &DATE_TIME),
        Member::optional("HttpDate", "httpDate", &HTTP_DATE),
        Member::optional("List", "list", &LIST),
        Member::optional("Map", "map", &MAP),
    ],
    &[0, 1, 2, 3, 4, 5, 6],
);

/// `Unsaid`.
pub static UNSAID: Shape =
    Shape::new("Unsaid", Kind::Timestamp(TimestampFormat::EpochSeconds)).such_as("1700000000.123");
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
    /// {"Plain":1700000000.123,"Unsaid":1700000000.123,"Epoch":1700000000.123,"DateTime":"2023-11-14T22:13:20Z","HttpDate":"Tue, 14 Nov 2023 22:13:20 GMT","List":["2023-11-14T22:13:20Z"]}
    /// ```
    fn put(
        &self,
        context: &Context,
        input: Moments,
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
use crate::runtime::Timestamp;

/// `Moments`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moments {
    /// Wire name `Plain`.
    pub plain: Option<Timestamp>,
    /// Wire name `Unsaid`.
    pub unsaid: Option<Timestamp>,
    /// Wire name `Epoch`.
    pub epoch: Option<Timestamp>,
    /// Wire name `DateTime`, RFC 3339 text on the wire.
    pub date_time: Option<Timestamp>,
    /// Wire name `HttpDate`, HTTP date on the wire.
    pub http_date: Option<Timestamp>,
    /// Wire name `List`, each RFC 3339 text on the wire.
    pub list: Option<Vec<Timestamp>>,
    /// Wire name `Map`, each value HTTP date on the wire.
    pub map: Option<BTreeMap<String, Timestamp>>,
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;

impl Validate for Moments {
    const SHAPE: &'static Shape = &shapes::MOMENTS;

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

wire_form!(Moments, MOMENTS);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
