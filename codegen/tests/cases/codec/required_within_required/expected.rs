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

use std::collections::BTreeMap;
use super::types::*;
use crate::runtime::{Decode, Encode, Reader, Writer};

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

impl Decode for Notes {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "First" => reader.member(&mut value.first),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for Notes {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("First", &self.first);
        writer.end_structure();
    }
}

impl Decode for Order {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            value: String::new(),
            paint: Paint::blank(),
            part: Part::Paint(Paint::blank()),
            notes: Notes::default(),
            count: 3,
            extra: None,
        };
        let mut has_value = false;
        let mut has_paint = false;
        let mut has_part = false;
        let mut has_notes = false;
        while let Some(member) = members.next(reader) {
            match member {
                "value" => has_value = reader.required(&mut value.value),
                "Paint" => has_paint = reader.required(&mut value.paint),
                "Part" => has_part = reader.required(&mut value.part),
                "Notes" => has_notes = reader.required(&mut value.notes),
                "Count" => value.count = Decode::decode(reader).unwrap_or(3),
                "Extra" => reader.member(&mut value.extra),
                _ => reader.skip(),
            }
        }
        if has_value && has_paint && has_part && has_notes {
            return Some(value);
        }
        reader.reject()
    }
}

impl Encode for Order {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("value", &self.value);
        writer.required("Paint", &self.paint);
        writer.required("Part", &self.part);
        writer.required("Notes", &self.notes);
        writer.required("Count", &self.count);
        writer.optional("Extra", &self.extra);
        writer.end_structure();
    }
}

impl Paint {
    /// What it is while it is read: members that are required have values of no meaning.
    pub(super) fn blank() -> Self {
        Self {
            colour: Colour::Unknown(String::new()),
            shades: BTreeMap::new(),
            gloss: 0.5,
        }
    }
}

impl Decode for Paint {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::blank();
        let mut has_colour = false;
        let mut has_shades = false;
        while let Some(member) = members.next(reader) {
            match member {
                "Colour" => has_colour = reader.required(&mut value.colour),
                "Shades" => has_shades = reader.required(&mut value.shades),
                "Gloss" => value.gloss = Decode::decode(reader).unwrap_or(0.5),
                _ => reader.skip(),
            }
        }
        if has_colour && has_shades {
            return Some(value);
        }
        reader.reject()
    }
}

impl Encode for Paint {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Colour", &self.colour);
        writer.required("Shades", &self.shades);
        writer.required("Gloss", &self.gloss);
        writer.end_structure();
    }
}

impl Decode for Pair {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            left: Box::new(Part::Paint(Paint::blank())),
            right: Box::new(Part::Paint(Paint::blank())),
        };
        let mut has_left = false;
        let mut has_right = false;
        while let Some(member) = members.next(reader) {
            match member {
                "Left" => has_left = reader.required(&mut value.left),
                "Right" => has_right = reader.required(&mut value.right),
                _ => reader.skip(),
            }
        }
        if has_left && has_right {
            return Some(value);
        }
        reader.reject()
    }
}

impl Encode for Pair {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Left", &self.left);
        writer.required("Right", &self.right);
        writer.end_structure();
    }
}

impl Decode for Part {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut chosen = None;
        while let Some(member) = members.next(reader) {
            let value = match member {
                "Parts" => Decode::decode(reader).map(Self::Parts),
                "Paint" => Decode::decode(reader).map(Self::Paint),
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

impl Encode for Part {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        match self {
            Self::Parts(value) => writer.required("Parts", value),
            Self::Paint(value) => writer.required("Paint", value),
        }
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
    async fn put(&self, context: &Context, input: Order) -> Outcome<operation::Put> {
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
    type Input = types::Order;
    type Output = types::Order;
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
    input: Some(&shapes::ORDER),
    output: Some(&shapes::ORDER),
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

use crate::runtime::schema::*;

/// `Colour`.
pub static COLOUR: Shape = Shape::new("Colour", Kind::Enum)
    .within(&[Constraint::Enum { values: &["RED", "GREEN"], reported: &["GREEN", "RED"] }])
    .such_as("\"RED\"");

/// `Notes`.
pub static NOTES: Shape = Shape::structure("Notes", &[Member::optional("First", "first", &plain::STRING)], &[0]);

/// `Order`.
pub static ORDER: Shape = Shape::structure(
    "Order",
    &[
        Member::required("value", "value", &plain::STRING),
        Member::required("Paint", "paint", &PAINT),
        Member::required("Part", "part", &PART),
        Member::required("Notes", "notes", &NOTES),
        Member::optional("Count", "count", &plain::INTEGER),
        Member::optional("Extra", "extra", &plain::STRING),
    ],
    &[0, 1, 2, 3, 4, 5],
);

/// `Paint`.
pub static PAINT: Shape = Shape::structure(
    "Paint",
    &[
        Member::required("Colour", "colour", &COLOUR),
        Member::required("Shades", "shades", &SHADES),
        Member::optional("Gloss", "gloss", &plain::DOUBLE),
    ],
    &[0, 1, 2],
);

/// `Pair`.
pub static PAIR: Shape = Shape::structure(
    "Pair",
    &[Member::required("Left", "left", &PART), Member::required("Right", "right", &PART)],
    &[0, 1],
);

/// `Part`.
pub static PART: Shape = Shape::new(
    "Part",
    Kind::Union(&[Member::optional("Parts", "parts", &PAIR), Member::optional("Paint", "paint", &PAINT)]),
);

/// `Shades`.
pub static SHADES: Shape = Shape::new("Shades", Kind::Map { key: &plain::STRING, value: &COLOUR });
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
    /// {"value":"example","Paint":{"Colour":"RED","Shades":{"example":"RED"}},"Part":{"Paint":{"Colour":"RED","Shades":{"example":"RED"}}},"Notes":{"First":"example"}}
    /// ```
    ///
    /// may be answered with
    ///
    /// ```json
    /// {"value":"example","Paint":{"Colour":"RED","Shades":{"example":"RED"},"Gloss":1.5},"Part":{"Paint":{"Colour":"RED","Shades":{"example":"RED"},"Gloss":1.5}},"Notes":{"First":"example"},"Count":1,"Extra":"example"}
    /// ```
    fn put(
        &self,
        context: &Context,
        input: Order,
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

/// `Notes`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Notes {
    /// Wire name `First`.
    pub first: Option<String>,
}

/// `Order`.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// Wire name `value`.
    pub value: String,
    /// Wire name `Paint`.
    pub paint: Paint,
    /// Wire name `Part`.
    pub part: Part,
    /// Wire name `Notes`.
    pub notes: Notes,
    /// Wire name `Count`, `3` if absent.
    pub count: i32,
    /// Wire name `Extra`.
    pub extra: Option<String>,
}

impl Order {
    /// A new `Order` with its required members; the others are unset.
    #[must_use]
    pub fn new(
        value: impl Into<String>,
        paint: Paint,
        part: Part,
        notes: Notes,
    ) -> Self {
        Self {
            value: value.into(),
            paint,
            part,
            notes,
            count: 3,
            extra: None,
        }
    }
}

/// `Paint`.
#[derive(Clone, Debug, PartialEq)]
pub struct Paint {
    /// Wire name `Colour`.
    pub colour: Colour,
    /// Wire name `Shades`.
    pub shades: BTreeMap<String, Colour>,
    /// Wire name `Gloss`, `0.5` if absent.
    pub gloss: f64,
}

impl Paint {
    /// A new `Paint` with its required members; the others are unset.
    #[must_use]
    pub fn new(colour: Colour, shades: BTreeMap<String, Colour>) -> Self {
        Self { colour, shades, gloss: 0.5 }
    }
}

/// `Pair`.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Wire name `Left`.
    pub left: Box<Part>,
    /// Wire name `Right`.
    pub right: Box<Part>,
}

impl Pair {
    /// A new `Pair` with its required members.
    #[must_use]
    pub fn new(left: Box<Part>, right: Box<Part>) -> Self {
        Self { left, right }
    }
}

/// `Part`.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Wire name `Parts`.
    Parts(Box<Pair>),
    /// Wire name `Paint`.
    Paint(Paint),
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use std::collections::BTreeMap;
use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;

impl Validate for Notes {
    const SHAPE: &'static Shape = &shapes::NOTES;

    fn is_valid(&self) -> bool {
        true
    }
}

impl Validate for Order {
    const SHAPE: &'static Shape = &shapes::ORDER;

    fn is_valid(&self) -> bool {
        self.paint.is_valid() && self.part.is_valid()
    }
}

impl Validate for Paint {
    const SHAPE: &'static Shape = &shapes::PAINT;

    fn is_valid(&self) -> bool {
        self.colour.is_known() && is_shades(&self.shades)
    }
}

impl Validate for Pair {
    const SHAPE: &'static Shape = &shapes::PAIR;

    fn is_valid(&self) -> bool {
        self.left.is_valid() && self.right.is_valid()
    }
}

impl Validate for Part {
    const SHAPE: &'static Shape = &shapes::PART;

    fn is_valid(&self) -> bool {
        match self {
            Self::Parts(value) => value.is_valid(),
            Self::Paint(value) => value.is_valid(),
        }
    }
}

/// `Shades`.
fn is_shades(value: &BTreeMap<String, Colour>) -> bool {
    value.values().all(|value| value.is_known())
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(enum Colour);

wire_form!(Notes, NOTES);

wire_form!(Order, ORDER);

wire_form!(Paint, PAINT);

wire_form!(Pair, PAIR);

wire_form!(Part, PART);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
