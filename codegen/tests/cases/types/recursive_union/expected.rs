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

impl Decode for Expression {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut chosen = None;
        while let Some(member) = members.next(reader) {
            let value = match member {
                "Not" => Decode::decode(reader).map(Self::Not),
                "All" => Decode::decode(reader).map(Self::All),
                "Pair" => Decode::decode(reader).map(Self::Pair),
                "Literal" => Decode::decode(reader).map(Self::Literal),
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

impl Encode for Expression {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        match self {
            Self::Not(value) => writer.required("Not", value),
            Self::All(value) => writer.required("All", value),
            Self::Pair(value) => writer.required("Pair", value),
            Self::Literal(value) => writer.required("Literal", value),
        }
        writer.end_structure();
    }
}

impl Decode for Holder {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            expression: Expression::All(Vec::new()),
        };
        let mut has_expression = false;
        while let Some(member) = members.next(reader) {
            match member {
                "Expression" => has_expression = reader.required(&mut value.expression),
                _ => reader.skip(),
            }
        }
        if has_expression {
            return Some(value);
        }
        reader.reject()
    }
}

impl Encode for Holder {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Expression", &self.expression);
        writer.end_structure();
    }
}

impl Decode for Pair {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            left: Box::new(Expression::All(Vec::new())),
            right: None,
        };
        let mut has_left = false;
        while let Some(member) = members.next(reader) {
            match member {
                "Left" => has_left = reader.required(&mut value.left),
                "Right" => reader.member(&mut value.right),
                _ => reader.skip(),
            }
        }
        if has_left {
            return Some(value);
        }
        reader.reject()
    }
}

impl Encode for Pair {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Left", &self.left);
        writer.optional("Right", &self.right);
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

/// `Expression`.
pub static EXPRESSION: Shape = Shape::new(
    "Expression",
    Kind::Union(&[
        Member::optional("Not", "not", &EXPRESSION),
        Member::optional("All", "all", &EXPRESSIONS),
        Member::optional("Pair", "pair", &PAIR),
        Member::optional("Literal", "literal", &plain::STRING),
    ]),
);

/// `Expressions`.
pub static EXPRESSIONS: Shape = Shape::new("Expressions", Kind::List(&EXPRESSION));

/// `Holder`.
pub static HOLDER: Shape =
    Shape::structure("Holder", &[Member::required("Expression", "expression", &EXPRESSION)], &[0]);

/// `Pair`.
pub static PAIR: Shape = Shape::structure(
    "Pair",
    &[Member::required("Left", "left", &EXPRESSION), Member::optional("Right", "right", &EXPRESSION)],
    &[0, 1],
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
    /// {"Expression":{"All":[]}}
    /// ```
    ///
    /// may be answered with
    ///
    /// ```json
    /// {"Expression":{"All":[]}}
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

/// `Expression`.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// Wire name `Not`.
    Not(Box<Expression>),
    /// Wire name `All`.
    All(Vec<Expression>),
    /// Wire name `Pair`.
    Pair(Box<Pair>),
    /// Wire name `Literal`.
    Literal(String),
}

/// `Holder`.
#[derive(Clone, Debug, PartialEq)]
pub struct Holder {
    /// Wire name `Expression`.
    pub expression: Expression,
}

impl Holder {
    /// A new `Holder` with its required members.
    #[must_use]
    pub fn new(expression: Expression) -> Self {
        Self { expression }
    }
}

/// `Pair`.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Wire name `Left`.
    pub left: Box<Expression>,
    /// Wire name `Right`.
    pub right: Option<Box<Expression>>,
}

impl Pair {
    /// A new `Pair` with its required members; the others are unset.
    #[must_use]
    pub fn new(left: Box<Expression>) -> Self {
        Self { left, right: None }
    }
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;

impl Validate for Expression {
    const SHAPE: &'static Shape = &shapes::EXPRESSION;

    fn is_valid(&self) -> bool {
        true
    }
}

impl Validate for Holder {
    const SHAPE: &'static Shape = &shapes::HOLDER;

    fn is_valid(&self) -> bool {
        true
    }
}

impl Validate for Pair {
    const SHAPE: &'static Shape = &shapes::PAIR;

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

wire_form!(Expression, EXPRESSION);

wire_form!(Holder, HOLDER);

wire_form!(Pair, PAIR);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
