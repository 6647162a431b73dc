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
            Self::User(value) => writer.required("User", value),
            Self::Free(value) => writer.required("Free", value),
        }
        writer.end_structure();
    }
}

impl Encode for Outer {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Users", &self.users);
        writer.optional("Groups", &self.groups);
        writer.optional("Choice", &self.choice);
        writer.optional("Rows", &self.rows);
        writer.end_structure();
    }
}

impl Encode for User {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Name", &self.name);
        writer.optional("Age", &self.age);
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
                "User" => Decode::decode(reader).map(Self::User),
                "Free" => Decode::decode(reader).map(Self::Free),
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

impl Decode for Outer {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Users" => reader.member(&mut value.users),
                "Groups" => reader.member(&mut value.groups),
                "Choice" => reader.member(&mut value.choice),
                "Rows" => reader.member(&mut value.rows),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for User {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            name: String::new(),
            age: None,
        };
        let mut has_name = false;
        while let Some(member) = members.next(reader) {
            match member {
                "Name" => has_name = reader.required(&mut value.name),
                "Age" => reader.member(&mut value.age),
                _ => reader.skip(),
            }
        }
        if has_name {
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
    async fn put(&self, context: &Context, input: Outer) -> Outcome<operation::Put> {
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
    type Input = types::Outer;
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
    input: Some(&shapes::OUTER),
    output: None,
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

use crate::runtime::schema::*;

/// `Age`.
pub static AGE: Shape = Shape::new("Age", Kind::Integer).within(&[Constraint::range(0, 150)]).such_as("1");

/// `Ages`.
pub static AGES: Shape = Shape::new("Ages", Kind::List(&AGE));

/// `Choice`.
pub static CHOICE: Shape = Shape::new(
    "Choice",
    Kind::Union(&[Member::optional("User", "user", &USER), Member::optional("Free", "free", &plain::STRING)]),
);

/// `Groups`.
pub static GROUPS: Shape = Shape::new("Groups", Kind::Map { key: &NAME, value: &USERS });

/// `Name`.
pub static NAME: Shape = Shape::new("Name", Kind::String).within(&[Constraint::length(1, 3)]).such_as("\"exa\"");

/// `Outer`.
pub static OUTER: Shape = Shape::structure(
    "Outer",
    &[
        Member::optional("Users", "users", &USERS),
        Member::optional("Groups", "groups", &GROUPS),
        Member::optional("Choice", "choice", &CHOICE),
        Member::optional("Rows", "rows", &ROWS),
    ],
    &[0, 1, 2, 3],
);

/// `Rows`.
pub static ROWS: Shape = Shape::new("Rows", Kind::List(&AGES));

/// `User`.
pub static USER: Shape =
    Shape::structure("User", &[Member::required("Name", "name", &NAME), Member::optional("Age", "age", &AGE)], &[0, 1]);

/// `Users`.
pub static USERS: Shape = Shape::new("Users", Kind::List(&USER));
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
        input: Outer,
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
    /// Wire name `User`.
    User(User),
    /// Wire name `Free`.
    Free(String),
}

/// `Outer`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outer {
    /// Wire name `Users`.
    pub users: Option<Vec<User>>,
    /// Wire name `Groups`, each key 1 to 3 characters.
    pub groups: Option<BTreeMap<String, Vec<User>>>,
    /// Wire name `Choice`.
    pub choice: Option<Choice>,
    /// Wire name `Rows`, each each 0 to 150.
    pub rows: Option<Vec<Vec<i32>>>,
}

/// `User`.
#[derive(Clone, Debug, PartialEq)]
pub struct User {
    /// Wire name `Name`, 1 to 3 characters.
    pub name: String,
    /// Wire name `Age`, 0 to 150.
    pub age: Option<i32>,
}

impl User {
    /// A new `User` with its required members; the others are unset.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            age: None,
        }
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

/// `Age`: 0 to 150.
fn is_age(value: i32) -> bool {
    (0..=150).contains(&value)
}

/// `Ages`: each 0 to 150.
fn is_ages(value: &[i32]) -> bool {
    value.iter().all(|item| is_age(*item))
}

impl Validate for Choice {
    const SHAPE: &'static Shape = &shapes::CHOICE;

    fn is_valid(&self) -> bool {
        match self {
            Self::User(value) => value.is_valid(),
            Self::Free(_) => true,
        }
    }
}

/// `Groups`: each key 1 to 3 characters.
fn is_groups(value: &BTreeMap<String, Vec<User>>) -> bool {
    value.keys().all(|key| is_name(key)) && value.values().all(|value| is_users(value))
}

/// `Name`: 1 to 3 characters.
fn is_name(value: &str) -> bool {
    characters(value, 1..=3)
}

impl Validate for Outer {
    const SHAPE: &'static Shape = &shapes::OUTER;

    fn is_valid(&self) -> bool {
        self.users.as_deref().is_none_or(is_users)
            && self.groups.as_ref().is_none_or(is_groups)
            && self.choice.as_ref().is_none_or(Validate::is_valid)
            && self.rows.as_deref().is_none_or(is_rows)
    }
}

/// `Rows`: each each 0 to 150.
fn is_rows(value: &[Vec<i32>]) -> bool {
    value.iter().all(|item| is_ages(item))
}

impl Validate for User {
    const SHAPE: &'static Shape = &shapes::USER;

    fn is_valid(&self) -> bool {
        is_name(&self.name) && self.age.is_none_or(is_age)
    }
}

/// `Users`.
fn is_users(value: &[User]) -> bool {
    value.iter().all(Validate::is_valid)
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(Choice, CHOICE);

wire_form!(Outer, OUTER);

wire_form!(User, USER);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
