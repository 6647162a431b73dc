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

impl Encode for Numbers {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Small", &self.small);
        writer.required("Below", &self.below);
        writer.optional("AtLeast", &self.at_least);
        writer.optional("All", &self.all);
        writer.optional("Long", &self.long);
        writer.optional("AllLong", &self.all_long);
        writer.optional("Float", &self.float);
        writer.optional("Double", &self.double);
        writer.required("Whole", &self.whole);
        writer.optional("List", &self.list);
        writer.end_structure();
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::types::*;
use crate::runtime::{Decode, Reader};

impl Decode for Numbers {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            small: None,
            below: 0,
            at_least: None,
            all: None,
            long: None,
            all_long: None,
            float: None,
            double: None,
            whole: 0.0,
            list: None,
        };
        let mut has_below = false;
        let mut has_whole = false;
        while let Some(member) = members.next(reader) {
            match member {
                "Small" => reader.member(&mut value.small),
                "Below" => has_below = reader.required(&mut value.below),
                "AtLeast" => reader.member(&mut value.at_least),
                "All" => reader.member(&mut value.all),
                "Long" => reader.member(&mut value.long),
                "AllLong" => reader.member(&mut value.all_long),
                "Float" => reader.member(&mut value.float),
                "Double" => reader.member(&mut value.double),
                "Whole" => has_whole = reader.required(&mut value.whole),
                "List" => reader.member(&mut value.list),
                _ => reader.skip(),
            }
        }
        if has_below && has_whole {
            return Some(value);
        }
        reader.reject()
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
    async fn put(&self, context: &Context, input: Numbers) -> Outcome<operation::Put> {
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
    type Input = types::Numbers;
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
    input: Some(&shapes::NUMBERS),
    output: None,
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

use crate::runtime::schema::*;

/// `All`.
pub static ALL: Shape =
    Shape::new("All", Kind::Integer).within(&[Constraint::range(-2147483648, 2147483647)]).such_as("1");

/// `AllLong`.
pub static ALL_LONG: Shape = Shape::new("AllLong", Kind::Long)
    .within(&[Constraint::range(-9223372036854775808, 9223372036854775807)])
    .such_as("1");

/// `AtLeast`.
pub static AT_LEAST: Shape = Shape::new("AtLeast", Kind::Integer).within(&[Constraint::range_from(-1)]).such_as("1");

/// `Below`.
pub static BELOW: Shape = Shape::new("Below", Kind::Integer).within(&[Constraint::range(-9, -1)]).such_as("-1");

/// `Double`.
pub static DOUBLE: Shape = Shape::new("Double", Kind::Double)
    .within(&[Constraint::FloatRange { min: Some(-1.5e300), max: Some(1e-7) }])
    .such_as("0.0000001");

/// `Float`.
pub static FLOAT: Shape = Shape::new("Float", Kind::Float)
    .within(&[Constraint::FloatRange { min: Some(0.5), max: Some(1.5) }])
    .such_as("1.5");

/// `List`.
pub static LIST: Shape = Shape::new("List", Kind::List(&SMALL));

/// `Long`.
pub static LONG: Shape = Shape::new("Long", Kind::Long).within(&[Constraint::range_to(9000000000)]).such_as("1");

/// `Numbers`.
pub static NUMBERS: Shape = Shape::structure(
    "Numbers",
    &[
        Member::optional("Small", "small", &SMALL),
        Member::required("Below", "below", &BELOW),
        Member::optional("AtLeast", "atLeast", &AT_LEAST),
        Member::optional("All", "all", &ALL),
        Member::optional("Long", "long", &LONG),
        Member::optional("AllLong", "allLong", &ALL_LONG),
        Member::optional("Float", "float", &FLOAT),
        Member::optional("Double", "double", &DOUBLE),
        Member::required("Whole", "whole", &WHOLE),
        Member::optional("List", "list", &LIST),
    ],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
);

/// `Small`.
pub static SMALL: Shape = Shape::new("Small", Kind::Integer).within(&[Constraint::range(1, 9)]).such_as("1");

/// `Whole`.
pub static WHOLE: Shape =
    Shape::new("Whole", Kind::Double).within(&[Constraint::FloatRange { min: Some(1.0), max: None }]).such_as("1.5");
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
    /// {"Below":-1,"Whole":1.5}
    /// ```
    ///
    /// is answered with an empty body.
    fn put(
        &self,
        context: &Context,
        input: Numbers,
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

/// `Numbers`.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbers {
    /// Wire name `Small`, 1 to 9.
    pub small: Option<i32>,
    /// Wire name `Below`, -9 to -1.
    pub below: i32,
    /// Wire name `AtLeast`, at least -1.
    pub at_least: Option<i32>,
    /// Wire name `All`, -2147483648 to 2147483647.
    pub all: Option<i32>,
    /// Wire name `Long`, at most 9000000000.
    pub long: Option<i64>,
    /// Wire name `AllLong`, -9223372036854775808 to 9223372036854775807.
    pub all_long: Option<i64>,
    /// Wire name `Float`, 0.5 to 1.5.
    pub float: Option<f32>,
    /// Wire name `Double`,
    /// -1500000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
    /// to 0.0000001.
    pub double: Option<f64>,
    /// Wire name `Whole`, at least 1.
    pub whole: f64,
    /// Wire name `List`, each 1 to 9.
    pub list: Option<Vec<i32>>,
}

impl Numbers {
    /// A new `Numbers` with its required members; the others are unset.
    #[must_use]
    pub fn new(below: i32, whole: f64) -> Self {
        Self {
            small: None,
            below,
            at_least: None,
            all: None,
            long: None,
            all_long: None,
            float: None,
            double: None,
            whole,
            list: None,
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

/// `All`: -2147483648 to 2147483647.
fn is_all(value: i32) -> bool {
    (-2_147_483_648..=2_147_483_647).contains(&value)
}

/// `AllLong`: -9223372036854775808 to 9223372036854775807.
fn is_all_long(value: i64) -> bool {
    (-9_223_372_036_854_775_808..=9_223_372_036_854_775_807).contains(&value)
}

/// `AtLeast`: at least -1.
fn is_at_least(value: i32) -> bool {
    value >= -1
}

/// `Below`: -9 to -1.
fn is_below(value: i32) -> bool {
    (-9..=-1).contains(&value)
}

/// `Double`:
/// -1500000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
/// to 0.0000001.
fn is_double(value: f64) -> bool {
    (-1500000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000.0..=0.0000001)
        .contains(&value)
}

/// `Float`: 0.5 to 1.5.
fn is_float(value: f32) -> bool {
    (0.5..=1.5).contains(&value)
}

/// `List`: each 1 to 9.
fn is_list(value: &[i32]) -> bool {
    value.iter().all(|item| is_small(*item))
}

/// `Long`: at most 9000000000.
fn is_long(value: i64) -> bool {
    value <= 9_000_000_000
}

impl Validate for Numbers {
    const SHAPE: &'static Shape = &shapes::NUMBERS;

    fn is_valid(&self) -> bool {
        self.small.is_none_or(is_small) && is_below(self.below)
            && self.at_least.is_none_or(is_at_least) && self.all.is_none_or(is_all)
            && self.long.is_none_or(is_long) && self.all_long.is_none_or(is_all_long)
            && self.float.is_none_or(is_float) && self.double.is_none_or(is_double)
            && is_whole(self.whole) && self.list.as_deref().is_none_or(is_list)
    }
}

/// `Small`: 1 to 9.
fn is_small(value: i32) -> bool {
    (1..=9).contains(&value)
}

/// `Whole`: at least 1.
fn is_whole(value: f64) -> bool {
    value >= 1.0
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(Numbers, NUMBERS);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
