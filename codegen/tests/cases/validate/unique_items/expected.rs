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

use super::types::*;
use crate::runtime::{Encode, Writer};

impl Encode for Choice {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        match self {
            Self::Text(value) => writer.required("Text", value),
            Self::Number(value) => writer.required("Number", value),
        }
        writer.end_structure();
    }
}

impl Encode for Colour {
    fn encode(&self, writer: &mut Writer) {
        writer.string(self.as_str());
    }
}

impl Encode for Inner {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for Lists {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Strings", &self.strings);
        writer.optional("Integers", &self.integers);
        writer.optional("Longs", &self.longs);
        writer.optional("Floats", &self.floats);
        writer.optional("Doubles", &self.doubles);
        writer.optional("Booleans", &self.booleans);
        writer.optional("Blobs", &self.blobs);
        writer.optional("Timestamps", &self.timestamps);
        writer.optional("Documents", &self.documents);
        writer.optional("Enums", &self.enums);
        writer.optional("Structures", &self.structures);
        writer.optional("Unions", &self.unions);
        writer.optional("Lists", &self.lists);
        writer.optional("Maps", &self.maps);
        writer.end_structure();
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::types::*;
use crate::runtime::{Decode, Reader};

impl Decode for Choice {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut chosen = None;
        while let Some(member) = members.next(reader) {
            let value = match member {
                "Text" => Decode::decode(reader).map(Self::Text),
                "Number" => Decode::decode(reader).map(Self::Number),
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

impl Decode for Inner {
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

impl Decode for Lists {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Strings" => reader.member(&mut value.strings),
                "Integers" => reader.member(&mut value.integers),
                "Longs" => reader.member(&mut value.longs),
                "Floats" => reader.member(&mut value.floats),
                "Doubles" => reader.member(&mut value.doubles),
                "Booleans" => reader.member(&mut value.booleans),
                "Blobs" => reader.member(&mut value.blobs),
                "Timestamps" => reader.member(&mut value.timestamps),
                "Documents" => reader.member(&mut value.documents),
                "Enums" => reader.member(&mut value.enums),
                "Structures" => reader.member(&mut value.structures),
                "Unions" => reader.member(&mut value.unions),
                "Lists" => reader.member(&mut value.lists),
                "Maps" => reader.member(&mut value.maps),
                _ => reader.skip(),
            }
        }
        Some(value)
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
    async fn put(&self, context: &Context, input: Lists) -> Outcome<operation::Put> {
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
    type Input = types::Lists;
    type Output = ();
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
    input: Some(&shapes::LISTS),
    output: None,
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

use crate::runtime::schema::*;

/// `Blobs`.
pub static BLOBS: Shape = Shape::new("Blobs", Kind::List(&plain::BLOB)).within(&[Constraint::UniqueItems]);

/// `Booleans`.
pub static BOOLEANS: Shape = Shape::new("Booleans", Kind::List(&plain::BOOLEAN)).within(&[Constraint::UniqueItems]);

/// `Choice`.
pub static CHOICE: Shape = Shape::new(
    "Choice",
    Kind::Union(
        &[Member::optional("Text", "text", &plain::STRING), Member::optional("Number", "number", &plain::INTEGER)],
    ),
);

/// `Colour`.
pub static COLOUR: Shape = Shape::new("Colour", Kind::Enum)
    .within(&[Constraint::Enum { values: &["RED", "GREEN"], reported: &["GREEN", "RED"] }])
    .such_as("\"RED\"");

/// `Documents`.
pub static DOCUMENTS: Shape = Shape::new("Documents", Kind::List(&plain::DOCUMENT)).within(&[Constraint::UniqueItems]);

/// `Doubles`.
pub static DOUBLES: Shape = Shape::new("Doubles", Kind::List(&plain::DOUBLE)).within(&[Constraint::UniqueItems]);

/// `Enums`.
pub static ENUMS: Shape =
    Shape::new("Enums", Kind::List(&COLOUR)).within(&[Constraint::length_to(2), Constraint::UniqueItems]);

/// `Floats`.
pub static FLOATS: Shape = Shape::new("Floats", Kind::List(&plain::FLOAT)).within(&[Constraint::UniqueItems]);

/// `Inner`.
pub static INNER: Shape = Shape::structure("Inner", &[Member::optional("Text", "text", &plain::STRING)], &[0]);

/// `Integers`.
pub static INTEGERS: Shape = Shape::new("Integers", Kind::List(&plain::INTEGER)).within(&[Constraint::UniqueItems]);

/// `ListOfLists`.
pub static LIST_OF_LISTS: Shape = Shape::new("ListOfLists", Kind::List(&LONGS)).within(&[Constraint::UniqueItems]);

/// `Lists`.
pub static LISTS: Shape = Shape::structure(
    "Lists",
    &[
        Member::optional("Strings", "strings", &STRINGS),
        Member::optional("Integers", "integers", &INTEGERS),
        Member::optional("Longs", "longs", &LONGS),
        Member::optional("Floats", "floats", &FLOATS),
        Member::optional("Doubles", "doubles", &DOUBLES),
        Member::optional("Booleans", "booleans", &BOOLEANS),
        Member::optional("Blobs", "blobs", &BLOBS),
        Member::optional("Timestamps", "timestamps", &TIMESTAMPS),
        Member::optional("Documents", "documents", &DOCUMENTS),
        Member::optional("Enums", "enums", &ENUMS),
        Member::optional("Structures", "structures", &STRUCTURES),
        Member::optional("Unions", "unions", &UNIONS),
        Member::optional("Lists", "lists", &LIST_OF_LISTS),
        Member::optional("Maps", "maps", &MAPS),
    ],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13],
);

/// `Longs`.
pub static LONGS: Shape = Shape::new("Longs", Kind::List(&plain::LONG)).within(&[Constraint::UniqueItems]);

/// `Map`.
pub static MAP: Shape = Shape::new("Map", Kind::Map { key: &plain::STRING, value: &plain::INTEGER });

/// `Maps`.
pub static MAPS: Shape = Shape::new("Maps", Kind::List(&MAP)).within(&[Constraint::UniqueItems]);

/// `Strings`.
pub static STRINGS: Shape = Shape::new("Strings", Kind::List(&plain::STRING)).within(&[Constraint::UniqueItems]);

/// `Structures`.
pub static STRUCTURES: Shape = Shape::new("Structures", Kind::List(&INNER)).within(&[Constraint::UniqueItems]);

/// `Timestamps`.
pub static TIMESTAMPS: Shape =
    Shape::new("Timestamps", Kind::List(&plain::TIMESTAMP)).within(&[Constraint::UniqueItems]);

/// `Unions`.
pub static UNIONS: Shape = Shape::new("Unions", Kind::List(&CHOICE)).within(&[Constraint::UniqueItems]);
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
    /// is answered with an empty body.
    fn put(
        &self,
        context: &Context,
        input: Lists,
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
use crate::runtime::{Document, Timestamp};

/// `Choice`.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Wire name `Text`.
    Text(String),
    /// Wire name `Number`.
    Number(i32),
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

/// `Inner`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inner {
    /// Wire name `Text`.
    pub text: Option<String>,
}

/// `Lists`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lists {
    /// Wire name `Strings`, no two equal.
    pub strings: Option<Vec<String>>,
    /// Wire name `Integers`, no two equal.
    pub integers: Option<Vec<i32>>,
    /// Wire name `Longs`, no two equal.
    pub longs: Option<Vec<i64>>,
    /// Wire name `Floats`, no two equal.
    pub floats: Option<Vec<f32>>,
    /// Wire name `Doubles`, no two equal.
    pub doubles: Option<Vec<f64>>,
    /// Wire name `Booleans`, no two equal.
    pub booleans: Option<Vec<bool>>,
    /// Wire name `Blobs`, no two equal.
    pub blobs: Option<Vec<Vec<u8>>>,
    /// Wire name `Timestamps`, no two equal.
    pub timestamps: Option<Vec<Timestamp>>,
    /// Wire name `Documents`, no two equal.
    pub documents: Option<Vec<Document>>,
    /// Wire name `Enums`, at most 2 items, no two equal.
    pub enums: Option<Vec<Colour>>,
    /// Wire name `Structures`, no two equal.
    pub structures: Option<Vec<Inner>>,
    /// Wire name `Unions`, no two equal.
    pub unions: Option<Vec<Choice>>,
    /// Wire name `Lists`, no two equal, each no two equal.
    pub lists: Option<Vec<Vec<i64>>>,
    /// Wire name `Maps`, no two equal.
    pub maps: Option<Vec<BTreeMap<String, i32>>>,
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use std::collections::BTreeMap;
use super::schema::shapes;
use super::types::*;
use crate::runtime::{Document, Encode, Timestamp, Validate};
use crate::runtime::schema::Shape;
use crate::runtime::validate::unique;

/// `Blobs`: no two equal.
fn is_blobs(value: &[Vec<u8>]) -> bool {
    unique(value, Clone::clone)
}

/// `Booleans`: no two equal.
fn is_booleans(value: &[bool]) -> bool {
    unique(value, Clone::clone)
}

impl Validate for Choice {
    const SHAPE: &'static Shape = &shapes::CHOICE;

    fn is_valid(&self) -> bool {
        true
    }
}

/// `Documents`: no two equal.
fn is_documents(value: &[Document]) -> bool {
    unique(value, Encode::to_body)
}

/// `Doubles`: no two equal.
fn is_doubles(value: &[f64]) -> bool {
    unique(value, |item| item.to_bits())
}

/// `Enums`: at most 2 items; no two equal.
fn is_enums(value: &[Colour]) -> bool {
    value.len() <= 2 && unique(value, Clone::clone) && value.iter().all(Colour::is_known)
}

/// `Floats`: no two equal.
fn is_floats(value: &[f32]) -> bool {
    unique(value, |item| item.to_bits())
}

impl Validate for Inner {
    const SHAPE: &'static Shape = &shapes::INNER;

    fn is_valid(&self) -> bool {
        true
    }
}

/// `Integers`: no two equal.
fn is_integers(value: &[i32]) -> bool {
    unique(value, Clone::clone)
}

/// `ListOfLists`: no two equal; each no two equal.
fn is_list_of_lists(value: &[Vec<i64>]) -> bool {
    unique(value, Encode::to_body) && value.iter().all(|item| is_longs(item))
}

impl Validate for Lists {
    const SHAPE: &'static Shape = &shapes::LISTS;

    fn is_valid(&self) -> bool {
        self.strings.as_deref().is_none_or(is_strings)
            && self.integers.as_deref().is_none_or(is_integers)
            && self.longs.as_deref().is_none_or(is_longs)
            && self.floats.as_deref().is_none_or(is_floats)
            && self.doubles.as_deref().is_none_or(is_doubles)
            && self.booleans.as_deref().is_none_or(is_booleans)
            && self.blobs.as_deref().is_none_or(is_blobs)
            && self.timestamps.as_deref().is_none_or(is_timestamps)
            && self.documents.as_deref().is_none_or(is_documents)
            && self.enums.as_deref().is_none_or(is_enums)
            && self.structures.as_deref().is_none_or(is_structures)
            && self.unions.as_deref().is_none_or(is_unions)
            && self.lists.as_deref().is_none_or(is_list_of_lists)
            && self.maps.as_deref().is_none_or(is_maps)
    }
}

/// `Longs`: no two equal.
fn is_longs(value: &[i64]) -> bool {
    unique(value, Clone::clone)
}

/// `Maps`: no two equal.
fn is_maps(value: &[BTreeMap<String, i32>]) -> bool {
    unique(value, Encode::to_body)
}

/// `Strings`: no two equal.
fn is_strings(value: &[String]) -> bool {
    unique(value, Clone::clone)
}

/// `Structures`: no two equal.
fn is_structures(value: &[Inner]) -> bool {
    unique(value, Encode::to_body)
}

/// `Timestamps`: no two equal.
fn is_timestamps(value: &[Timestamp]) -> bool {
    unique(value, Clone::clone)
}

/// `Unions`: no two equal.
fn is_unions(value: &[Choice]) -> bool {
    unique(value, Encode::to_body)
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(Choice, CHOICE);

wire_form!(enum Colour);

wire_form!(Inner, INNER);

wire_form!(Lists, LISTS);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
