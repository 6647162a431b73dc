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
            Self::Value(value) => writer.required("Value", value),
            Self::Item(value) => writer.required("Item", value),
        }
        writer.end_structure();
    }
}

impl Encode for Holder {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Value", &self.value);
        writer.optional("Item", &self.item);
        writer.optional("Key", &self.key);
        writer.optional("Unique", &self.unique);
        writer.optional("Characters", &self.characters);
        writer.optional("Values", &self.values);
        writer.optional("Items", &self.items);
        writer.optional("Map", &self.map);
        writer.optional("Choice", &self.choice);
        writer.optional("Patterns", &self.patterns);
        writer.optional("Shapes", &self.shapes);
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
                "Value" => Decode::decode(reader).map(Self::Value),
                "Item" => Decode::decode(reader).map(Self::Item),
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

impl Decode for Holder {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Value" => reader.member(&mut value.value),
                "Item" => reader.member(&mut value.item),
                "Key" => reader.member(&mut value.key),
                "Unique" => reader.member(&mut value.unique),
                "Characters" => reader.member(&mut value.characters),
                "Values" => reader.member(&mut value.values),
                "Items" => reader.member(&mut value.items),
                "Map" => reader.member(&mut value.map),
                "Choice" => reader.member(&mut value.choice),
                "Patterns" => reader.member(&mut value.patterns),
                "Shapes" => reader.member(&mut value.shapes),
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
    type Output = ();
    const OPERATION: &'static table::Operation = &schema::operations::PUT;
}
}

pub mod patterns {
//! The regular expressions of the API, compiled to static data.

use crate::runtime as rt;

static CLASS_1: rt::pattern::Class<'static> = rt::pattern::Class::new(
    &[(b'a', b'z')],
    rt::pattern::Set::Nothing,
);

/// The values that match `[a-z]+` as a whole.
pub static PATTERNS: rt::pattern::Pattern<'static> = rt::pattern::Pattern::new(
    "[a-z]+",
    rt::pattern::Length {
        min: 1,
        max: u32::MAX,
    },
    rt::pattern::Strategy::Run(&CLASS_1),
);
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
    output: None,
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

use super::super::patterns;
use crate::runtime::schema::*;

/// `Characters`.
pub static CHARACTERS: Shape =
    Shape::new("Characters", Kind::String).within(&[Constraint::length_to(3)]).such_as("\"exa\"");

/// `Choice`.
pub static CHOICE: Shape = Shape::new(
    "Choice",
    Kind::Union(&[Member::optional("Value", "value", &VALUE), Member::optional("Item", "item", &ITEM)]),
);

/// `Holder`.
pub static HOLDER: Shape = Shape::structure(
    "Holder",
    &[
        Member::optional("Value", "value", &VALUE),
        Member::optional("Item", "item", &ITEM),
        Member::optional("Key", "key", &KEY),
        Member::optional("Unique", "unique", &UNIQUE),
        Member::optional("Characters", "characters", &CHARACTERS),
        Member::optional("Values", "values", &VALUES),
        Member::optional("Items", "items", &ITEMS),
        Member::optional("Map", "map", &MAP),
        Member::optional("Choice", "choice", &CHOICE),
        Member::optional("Patterns", "patterns", &PATTERNS),
        Member::optional("Shapes", "shapes", &SHAPES),
    ],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
);

/// `Item`.
pub static ITEM: Shape = Shape::new("Item", Kind::String).within(&[Constraint::length_to(3)]).such_as("\"exa\"");

/// `Items`.
pub static ITEMS: Shape = Shape::new("Items", Kind::List(&ITEM));

/// `Key`.
pub static KEY: Shape = Shape::new("Key", Kind::String).within(&[Constraint::length_to(3)]).such_as("\"exa\"");

/// `Map`.
pub static MAP: Shape = Shape::new("Map", Kind::Map { key: &KEY, value: &VALUE });

/// `Patterns`.
pub static PATTERNS: Shape =
    Shape::new("Patterns", Kind::String).within(&[Constraint::Pattern(&patterns::PATTERNS)]).such_as("\"example\"");

/// `Shapes`.
pub static SHAPES: Shape =
    Shape::new("Shapes", Kind::String).within(&[Constraint::Pattern(&patterns::PATTERNS)]).such_as("\"example\"");

/// `Unique`.
pub static UNIQUE: Shape = Shape::new("Unique", Kind::List(&KEY)).within(&[Constraint::UniqueItems]);

/// `Value`.
pub static VALUE: Shape = Shape::new("Value", Kind::String).within(&[Constraint::length_to(3)]).such_as("\"exa\"");

/// `Values`.
pub static VALUES: Shape = Shape::new("Values", Kind::List(&VALUE));
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

use std::collections::BTreeMap;

/// `Choice`.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Wire name `Value`, at most 3 characters.
    Value(String),
    /// Wire name `Item`, at most 3 characters.
    Item(String),
}

/// `Holder`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Holder {
    /// Wire name `Value`, at most 3 characters.
    pub value: Option<String>,
    /// Wire name `Item`, at most 3 characters.
    pub item: Option<String>,
    /// Wire name `Key`, at most 3 characters.
    pub key: Option<String>,
    /// Wire name `Unique`, no two equal, each at most 3 characters.
    pub unique: Option<Vec<String>>,
    /// Wire name `Characters`, at most 3 characters.
    pub characters: Option<String>,
    /// Wire name `Values`, each at most 3 characters.
    pub values: Option<Vec<String>>,
    /// Wire name `Items`, each at most 3 characters.
    pub items: Option<Vec<String>>,
    /// Wire name `Map`, each key at most 3 characters, each value at most 3 characters.
    pub map: Option<BTreeMap<String, String>>,
    /// Wire name `Choice`.
    pub choice: Option<Choice>,
    /// Wire name `Patterns`, matching `[a-z]+`.
    pub patterns: Option<String>,
    /// Wire name `Shapes`, matching `[a-z]+`.
    pub shapes: Option<String>,
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use std::collections::BTreeMap;
use super::patterns;
use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;
use crate::runtime::validate::characters;
use crate::runtime::validate::unique;

/// `Characters`: at most 3 characters.
fn is_characters(value: &str) -> bool {
    characters(value, ..=3)
}

impl Validate for Choice {
    const SHAPE: &'static Shape = &shapes::CHOICE;

    fn is_valid(&self) -> bool {
        match self {
            Self::Value(value) => is_value(value),
            Self::Item(value) => is_item(value),
        }
    }
}

impl Validate for Holder {
    const SHAPE: &'static Shape = &shapes::HOLDER;

    fn is_valid(&self) -> bool {
        self.value.as_deref().is_none_or(is_value)
            && self.item.as_deref().is_none_or(is_item)
            && self.key.as_deref().is_none_or(is_key)
            && self.unique.as_deref().is_none_or(is_unique)
            && self.characters.as_deref().is_none_or(is_characters)
            && self.values.as_deref().is_none_or(is_values)
            && self.items.as_deref().is_none_or(is_items)
            && self.map.as_ref().is_none_or(is_map)
            && self.choice.as_ref().is_none_or(Validate::is_valid)
            && self.patterns.as_deref().is_none_or(is_patterns)
            && self.shapes.as_deref().is_none_or(is_shapes)
    }
}

/// `Item`: at most 3 characters.
fn is_item(value: &str) -> bool {
    characters(value, ..=3)
}

/// `Items`: each at most 3 characters.
fn is_items(value: &[String]) -> bool {
    value.iter().all(|item| is_item(item))
}

/// `Key`: at most 3 characters.
fn is_key(value: &str) -> bool {
    characters(value, ..=3)
}

/// `Map`: each key at most 3 characters; each value at most 3 characters.
fn is_map(value: &BTreeMap<String, String>) -> bool {
    value.keys().all(|key| is_key(key)) && value.values().all(|value| is_value(value))
}

/// `Patterns`: matching `[a-z]+`.
fn is_patterns(value: &str) -> bool {
    patterns::PATTERNS.matches(value)
}

/// `Shapes`: matching `[a-z]+`.
fn is_shapes(value: &str) -> bool {
    patterns::PATTERNS.matches(value)
}

/// `Unique`: no two equal; each at most 3 characters.
fn is_unique(value: &[String]) -> bool {
    unique(value, Clone::clone) && value.iter().all(|item| is_key(item))
}

/// `Value`: at most 3 characters.
fn is_value(value: &str) -> bool {
    characters(value, ..=3)
}

/// `Values`: each at most 3 characters.
fn is_values(value: &[String]) -> bool {
    value.iter().all(|item| is_value(item))
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(Choice, CHOICE);

wire_form!(Holder, HOLDER);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
