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

use super::schema::shapes;
use super::types::*;
use crate::runtime::{Decode, Encode, Reader, Validate, Writer};
use crate::runtime::schema::Shape;

impl Decode for AllZero {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Count" => value.count = Decode::decode(reader).unwrap_or_default(),
                "On" => value.on = Decode::decode(reader).unwrap_or_default(),
                "Numbers" => value.numbers = Decode::decode(reader).unwrap_or_default(),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for AllZero {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Count", &self.count);
        writer.required("On", &self.on);
        writer.required("Numbers", &self.numbers);
        writer.end_structure();
    }
}

impl Decode for Mixed {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            id: String::new(),
            count: 1,
            note: None,
        };
        let mut has_id = false;
        while let Some(member) = members.next(reader) {
            match member {
                "Id" => has_id = reader.required(&mut value.id),
                "Count" => value.count = Decode::decode(reader).unwrap_or(1),
                "Note" => reader.member(&mut value.note),
                _ => reader.skip(),
            }
        }
        if has_id {
            return Some(value);
        }
        reader.reject()
    }
}

impl Encode for Mixed {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Id", &self.id);
        writer.required("Count", &self.count);
        writer.optional("Note", &self.note);
        writer.end_structure();
    }
}

impl Validate for AllZero {
    const SHAPE: &'static Shape = &shapes::ALL_ZERO;

    fn is_valid(&self) -> bool {
        true
    }
}

impl Validate for Mixed {
    const SHAPE: &'static Shape = &shapes::MIXED;

    fn is_valid(&self) -> bool {
        true
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::types::*;
use crate::runtime::{Decode, Encode, Reader, Timestamp, Writer};

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

impl Decode for Settings {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Name" => {
                    value.name = Decode::decode(reader).unwrap_or("nobody".to_owned());
                }
                "Empty" => value.empty = Decode::decode(reader).unwrap_or(String::new()),
                "Count" => value.count = Decode::decode(reader).unwrap_or(3),
                "Zero" => value.zero = Decode::decode(reader).unwrap_or_default(),
                "Below" => value.below = Decode::decode(reader).unwrap_or(-3),
                "Big" => value.big = Decode::decode(reader).unwrap_or(9_000_000_000),
                "Least" => {
                    value.least = Decode::decode(reader)
                        .unwrap_or(-9_223_372_036_854_775_808);
                }
                "Half" => value.half = Decode::decode(reader).unwrap_or(0.5),
                "Whole" => value.whole = Decode::decode(reader).unwrap_or(2.0),
                "Minus" => value.minus = Decode::decode(reader).unwrap_or(-1.25),
                "On" => value.on = Decode::decode(reader).unwrap_or(true),
                "Off" => value.off = Decode::decode(reader).unwrap_or_default(),
                "Colour" => {
                    value.colour = Decode::decode(reader).unwrap_or(Colour::Green);
                }
                "Bytes" => value.bytes = Decode::decode(reader).unwrap_or(b"".to_vec()),
                "Moment" => {
                    value.moment = Decode::decode(reader)
                        .unwrap_or(Timestamp::from_seconds(1_700_000_000));
                }
                "Epoch" => value.epoch = Decode::decode(reader).unwrap_or_default(),
                "Texts" => value.texts = Decode::decode(reader).unwrap_or_default(),
                "Numbers" => value.numbers = Decode::decode(reader).unwrap_or_default(),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for Settings {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Name", &self.name);
        writer.required("Empty", &self.empty);
        writer.required("Count", &self.count);
        writer.required("Zero", &self.zero);
        writer.required("Below", &self.below);
        writer.required("Big", &self.big);
        writer.required("Least", &self.least);
        writer.required("Half", &self.half);
        writer.required("Whole", &self.whole);
        writer.required("Minus", &self.minus);
        writer.required("On", &self.on);
        writer.required("Off", &self.off);
        writer.required("Colour", &self.colour);
        writer.required("Bytes", &self.bytes);
        writer.required("Moment", &self.moment);
        writer.required("Epoch", &self.epoch);
        writer.required("Texts", &self.texts);
        writer.required("Numbers", &self.numbers);
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
    async fn put(&self, context: &Context, input: Settings) -> Outcome<operation::Put> {
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
    type Input = types::Settings;
    type Output = types::Settings;
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

use super::shapes::*;
use crate::runtime::schema::*;

/// `AllZero`.
pub static ALL_ZERO: Shape = Shape::structure(
    "AllZero",
    &[
        Member::optional("Count", "count", &plain::INTEGER),
        Member::optional("On", "on", &plain::BOOLEAN),
        Member::optional("Numbers", "numbers", &NUMBERS),
    ],
    &[0, 1, 2],
);

/// `Mixed`.
pub static MIXED: Shape = Shape::structure(
    "Mixed",
    &[
        Member::required("Id", "id", &plain::STRING),
        Member::optional("Count", "count", &plain::INTEGER),
        Member::optional("Note", "note", &plain::STRING),
    ],
    &[0, 1, 2],
);
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
    input: Some(&shapes::SETTINGS),
    output: Some(&shapes::SETTINGS),
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

pub use super::client::*;
use crate::runtime::schema::*;

/// `Colour`.
pub static COLOUR: Shape = Shape::new("Colour", Kind::Enum)
    .within(&[Constraint::Enum { values: &["RED", "GREEN"], reported: &["GREEN", "RED"] }])
    .such_as("\"RED\"");

/// `Numbers`.
pub static NUMBERS: Shape = Shape::new("Numbers", Kind::Map { key: &plain::STRING, value: &plain::INTEGER });

/// `Settings`.
pub static SETTINGS: Shape = Shape::structure(
    "Settings",
    &[
        Member::optional("Name", "name", &plain::STRING),
        Member::optional("Empty", "empty", &plain::STRING),
        Member::optional("Count", "count", &plain::INTEGER),
        Member::optional("Zero", "zero", &plain::INTEGER),
        Member::optional("Below", "below", &plain::INTEGER),
        Member::optional("Big", "big", &plain::LONG),
        Member::optional("Least", "least", &plain::LONG),
        Member::optional("Half", "half", &plain::FLOAT),
        Member::optional("Whole", "whole", &plain::DOUBLE),
        Member::optional("Minus", "minus", &plain::DOUBLE),
        Member::optional("On", "on", &plain::BOOLEAN),
        Member::optional("Off", "off", &plain::BOOLEAN),
        Member::optional("Colour", "colour", &COLOUR),
        Member::optional("Bytes", "bytes", &plain::BLOB),
        Member::optional("Moment", "moment", &plain::TIMESTAMP),
        Member::optional("Epoch", "epoch", &plain::TIMESTAMP),
        Member::optional("Texts", "texts", &TEXTS),
        Member::optional("Numbers", "numbers", &NUMBERS),
    ],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17],
);

/// `Texts`.
pub static TEXTS: Shape = Shape::new("Texts", Kind::List(&plain::STRING));
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
    /// {"Name":"example","Empty":"example","Count":1,"Zero":1,"Below":1,"Big":1}
    /// ```
    fn put(
        &self,
        context: &Context,
        input: Settings,
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
use crate::runtime::Timestamp;

/// `AllZero`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AllZero {
    /// Wire name `Count`, `0` if absent.
    pub count: i32,
    /// Wire name `On`, `false` if absent.
    pub on: bool,
    /// Wire name `Numbers`, `{}` if absent.
    pub numbers: BTreeMap<String, i32>,
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

/// `Mixed`.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixed {
    /// Wire name `Id`.
    pub id: String,
    /// Wire name `Count`, `1` if absent.
    pub count: i32,
    /// Wire name `Note`.
    pub note: Option<String>,
}

impl Mixed {
    /// A new `Mixed` with its required members; the others are unset.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            count: 1,
            note: None,
        }
    }
}

/// `Settings`.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Wire name `Name`, `"nobody"` if absent.
    pub name: String,
    /// Wire name `Empty`, `""` if absent.
    pub empty: String,
    /// Wire name `Count`, `3` if absent.
    pub count: i32,
    /// Wire name `Zero`, `0` if absent.
    pub zero: i32,
    /// Wire name `Below`, `-3` if absent.
    pub below: i32,
    /// Wire name `Big`, `9000000000` if absent.
    pub big: i64,
    /// Wire name `Least`, `-9223372036854775808` if absent.
    pub least: i64,
    /// Wire name `Half`, `0.5` if absent.
    pub half: f32,
    /// Wire name `Whole`, `2` if absent.
    pub whole: f64,
    /// Wire name `Minus`, `-1.25` if absent.
    pub minus: f64,
    /// Wire name `On`, `true` if absent.
    pub on: bool,
    /// Wire name `Off`, `false` if absent.
    pub off: bool,
    /// Wire name `Colour`, `"GREEN"` if absent.
    pub colour: Colour,
    /// Wire name `Bytes`, `""` if absent.
    pub bytes: Vec<u8>,
    /// Wire name `Moment`, `1700000000` if absent.
    pub moment: Timestamp,
    /// Wire name `Epoch`, `0` if absent.
    pub epoch: Timestamp,
    /// Wire name `Texts`, `[]` if absent.
    pub texts: Vec<String>,
    /// Wire name `Numbers`, `{}` if absent.
    pub numbers: BTreeMap<String, i32>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: "nobody".to_owned(),
            empty: String::new(),
            count: 3,
            zero: 0,
            below: -3,
            big: 9_000_000_000,
            least: -9_223_372_036_854_775_808,
            half: 0.5,
            whole: 2.0,
            minus: -1.25,
            on: true,
            off: false,
            colour: Colour::Green,
            bytes: b"".to_vec(),
            moment: Timestamp::from_seconds(1_700_000_000),
            epoch: Timestamp::from_seconds(0),
            texts: Vec::new(),
            numbers: BTreeMap::new(),
        }
    }
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;

impl Validate for Settings {
    const SHAPE: &'static Shape = &shapes::SETTINGS;

    fn is_valid(&self) -> bool {
        self.colour.is_known()
    }
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(AllZero, ALL_ZERO);

wire_form!(enum Colour);

wire_form!(Mixed, MIXED);

wire_form!(Settings, SETTINGS);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
