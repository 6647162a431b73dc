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

impl Encode for Node {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Name", &self.name);
        writer.optional("Next", &self.next);
        writer.optional("Children", &self.children);
        writer.optional("ByName", &self.by_name);
        writer.optional("Pair", &self.pair);
        writer.end_structure();
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::types::*;
use crate::runtime::{Decode, Encode, Reader, Writer};

impl Decode for Even {
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

impl Encode for Even {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Odd", &self.odd);
        writer.end_structure();
    }
}

impl Decode for Node {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            name: String::new(),
            next: None,
            children: None,
            by_name: None,
            pair: None,
        };
        let mut has_name = false;
        while let Some(member) = members.next(reader) {
            match member {
                "Name" => has_name = reader.required(&mut value.name),
                "Next" => reader.member(&mut value.next),
                "Children" => reader.member(&mut value.children),
                "ByName" => reader.member(&mut value.by_name),
                "Pair" => reader.member(&mut value.pair),
                _ => reader.skip(),
            }
        }
        if has_name {
            return Some(value);
        }
        reader.reject()
    }
}

impl Decode for Odd {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            even: Box::new(Even::default()),
        };
        let mut has_even = false;
        while let Some(member) = members.next(reader) {
            match member {
                "Even" => has_even = reader.required(&mut value.even),
                _ => reader.skip(),
            }
        }
        if has_even {
            return Some(value);
        }
        reader.reject()
    }
}

impl Encode for Odd {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Even", &self.even);
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
    async fn put(&self, context: &Context, input: Node) -> Outcome<operation::Put> {
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
    type Input = types::Node;
    type Output = types::Even;
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
    input: Some(&shapes::NODE),
    output: Some(&shapes::EVEN),
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

use crate::runtime::schema::*;

/// `Even`.
pub static EVEN: Shape = Shape::structure("Even", &[Member::optional("Odd", "odd", &ODD)], &[0]);

/// `Node`.
pub static NODE: Shape = Shape::structure(
    "Node",
    &[
        Member::required("Name", "name", &NODE_NAME),
        Member::optional("Next", "next", &NODE),
        Member::optional("Children", "children", &NODES),
        Member::optional("ByName", "byName", &NODES_BY_NAME),
        Member::optional("Pair", "pair", &EVEN),
    ],
    &[0, 1, 2, 3, 4],
);

/// `NodeName`.
pub static NODE_NAME: Shape =
    Shape::new("NodeName", Kind::String).within(&[Constraint::length(1, 8)]).such_as("\"example\"");

/// `Nodes`.
pub static NODES: Shape = Shape::new("Nodes", Kind::List(&NODE)).within(&[Constraint::length_to(2)]);

/// `NodesByName`.
pub static NODES_BY_NAME: Shape = Shape::new("NodesByName", Kind::Map { key: &NODE_NAME, value: &NODE });

/// `Odd`.
pub static ODD: Shape = Shape::structure("Odd", &[Member::required("Even", "even", &EVEN)], &[0]);
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
    /// {"Name":"example"}
    /// ```
    ///
    /// may be answered with
    ///
    /// ```json
    /// {"Odd":{"Even":{}}}
    /// ```
    fn put(
        &self,
        context: &Context,
        input: Node,
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

/// `Even`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Even {
    /// Wire name `Odd`.
    pub odd: Option<Box<Odd>>,
}

/// `Node`.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Wire name `Name`, 1 to 8 characters.
    pub name: String,
    /// Wire name `Next`.
    pub next: Option<Box<Node>>,
    /// Wire name `Children`, at most 2 items.
    pub children: Option<Vec<Node>>,
    /// Wire name `ByName`, each key 1 to 8 characters.
    pub by_name: Option<BTreeMap<String, Node>>,
    /// Wire name `Pair`.
    pub pair: Option<Even>,
}

impl Node {
    /// A new `Node` with its required members; the others are unset.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            next: None,
            children: None,
            by_name: None,
            pair: None,
        }
    }
}

/// `Odd`.
#[derive(Clone, Debug, PartialEq)]
pub struct Odd {
    /// Wire name `Even`.
    pub even: Box<Even>,
}

impl Odd {
    /// A new `Odd` with its required members.
    #[must_use]
    pub fn new(even: Box<Even>) -> Self {
        Self { even }
    }
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use std::collections::BTreeMap;
use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;
use crate::runtime::validate::characters;

impl Validate for Even {
    const SHAPE: &'static Shape = &shapes::EVEN;

    fn is_valid(&self) -> bool {
        true
    }
}

impl Validate for Node {
    const SHAPE: &'static Shape = &shapes::NODE;

    fn is_valid(&self) -> bool {
        is_node_name(&self.name) && self.next.as_deref().is_none_or(Validate::is_valid)
            && self.children.as_deref().is_none_or(is_nodes)
            && self.by_name.as_ref().is_none_or(is_nodes_by_name)
    }
}

/// `NodeName`: 1 to 8 characters.
fn is_node_name(value: &str) -> bool {
    characters(value, 1..=8)
}

/// `Nodes`: at most 2 items.
fn is_nodes(value: &[Node]) -> bool {
    value.len() <= 2 && value.iter().all(Validate::is_valid)
}

/// `NodesByName`: each key 1 to 8 characters.
fn is_nodes_by_name(value: &BTreeMap<String, Node>) -> bool {
    value.keys().all(|key| is_node_name(key)) && value.values().all(Validate::is_valid)
}

impl Validate for Odd {
    const SHAPE: &'static Shape = &shapes::ODD;

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

wire_form!(Even, EVEN);

wire_form!(Node, NODE);

wire_form!(Odd, ODD);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
