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

impl Encode for Clients {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Shown", &self.shown);
        writer.optional("Told", &self.told);
        writer.optional("ListShown", &self.list_shown);
        writer.optional("MapShown", &self.map_shown);
        writer.optional("Pairs", &self.pairs);
        writer.optional("Hidden", &self.hidden);
        writer.optional("ListHidden", &self.list_hidden);
        writer.optional("ListTold", &self.list_told);
        writer.end_structure();
    }
}

impl Encode for Pair {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Shown", &self.shown);
        writer.optional("ListShown", &self.list_shown);
        writer.end_structure();
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::types::*;
use crate::runtime::{Decode, Reader};

impl Decode for Clients {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Shown" => reader.member(&mut value.shown),
                "Told" => reader.member(&mut value.told),
                "ListShown" => reader.member(&mut value.list_shown),
                "MapShown" => reader.member(&mut value.map_shown),
                "Pairs" => reader.member(&mut value.pairs),
                "Hidden" => reader.member(&mut value.hidden),
                "ListHidden" => reader.member(&mut value.list_hidden),
                "ListTold" => reader.member(&mut value.list_told),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for Pair {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Shown" => reader.member(&mut value.shown),
                "ListShown" => reader.member(&mut value.list_shown),
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
    Implemented::new([method(S::find)])
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
    async fn find(&self, context: &Context, input: Clients) -> Outcome<operation::Find> {
        self.answer(context, input).await
    }
}
}

pub mod operation {
//! A type for each operation: what it takes, answers and raises, for the compiler.

use super::schema;
use super::types;
use crate::runtime::{Exchange, schema as table};

/// `Find`.
pub enum Find {}

impl Exchange for Find {
    type Input = types::Clients;
    type Output = ();
    const OPERATION: &'static table::Operation = &schema::operations::FIND;
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

/// `Find`.
pub static FIND: Operation = Operation {
    name: "Find",
    auth: Auth::None,
    input: Some(&shapes::CLIENTS),
    output: None,
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

use crate::runtime::schema::*;

/// `Clients`.
pub static CLIENTS: Shape = Shape::structure(
    "Clients",
    &[
        Member::optional("Shown", "shown", &SHOWN),
        Member::optional("Told", "told", &SHOWN),
        Member::optional("ListShown", "listShown", &LIST_SHOWN),
        Member::optional("MapShown", "mapShown", &MAP_SHOWN),
        Member::optional("Pairs", "pairs", &PAIRS),
        Member::optional("Hidden", "hidden", &HIDDEN).redacted(),
        Member::optional("ListHidden", "listHidden", &LIST_HIDDEN).redacted(),
        Member::optional("ListTold", "listTold", &LIST_TOLD),
    ],
    &[0, 1, 2, 3, 4, 5, 6, 7],
);

/// `Hidden`.
pub static HIDDEN: Shape =
    Shape::new("Hidden", Kind::String).within(&[Constraint::length_to(1)]).redacted().such_as("\"e\"");

/// `ListHidden`.
pub static LIST_HIDDEN: Shape = Shape::new("ListHidden", Kind::List(&HIDDEN));

/// `ListShown`.
pub static LIST_SHOWN: Shape = Shape::new("ListShown", Kind::List(&SHOWN));

/// `ListTold`.
pub static LIST_TOLD: Shape = Shape::new("ListTold", Kind::List(&HIDDEN));

/// `MapShown`.
pub static MAP_SHOWN: Shape = Shape::new("MapShown", Kind::Map { key: &SHOWN, value: &SHOWN });

/// `Pair`.
pub static PAIR: Shape = Shape::structure(
    "Pair",
    &[Member::optional("Shown", "shown", &SHOWN), Member::optional("ListShown", "listShown", &LIST_SHOWN)],
    &[0, 1],
);

/// `Pairs`.
pub static PAIRS: Shape = Shape::new("Pairs", Kind::List(&PAIR)).within(&[Constraint::length_to(1)]);

/// `Shown`.
pub static SHOWN: Shape = Shape::new("Shown", Kind::String).within(&[Constraint::length_to(1)]).such_as("\"e\"");
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
    operations: &[&operations::FIND],
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
    /// `Find`.
    ///
    /// # Example
    ///
    /// ```json
    /// {}
    /// ```
    ///
    /// is answered with an empty body.
    fn find(
        &self,
        context: &Context,
        input: Clients,
    ) -> impl Future<Output = Outcome<operation::Find>> + Send {
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
            Operation::Find => call(service, context, body, S::find),
        }
    }
}

/// An operation of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    /// `Find`.
    Find,
}

impl Operation {
    /// All operations, sorted by name.
    pub const ALL: &[Self] = &[Self::Find];

    /// The operation of that name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let operation = match name {
            "Find" => Self::Find,
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
            Self::Find => &schema::operations::FIND,
        }
    }
}
}

pub mod types {
//! The structures, unions and enums of the API.

use std::collections::BTreeMap;
use std::fmt;
use crate::runtime::{Redacted, debug_structure};

/// `Clients`.
#[derive(Clone, Default, PartialEq)]
pub struct Clients {
    /// Wire name `Shown`, at most 1 character.
    pub shown: Option<String>,
    /// Wire name `Told`, at most 1 character.
    pub told: Option<String>,
    /// Wire name `ListShown`, each at most 1 character.
    pub list_shown: Option<Vec<String>>,
    /// Wire name `MapShown`, each key at most 1 character, each value at most 1 character.
    pub map_shown: Option<BTreeMap<String, String>>,
    /// Wire name `Pairs`, at most 1 item.
    pub pairs: Option<Vec<Pair>>,
    /// Wire name `Hidden`, at most 1 character.
    pub hidden: Option<String>,
    /// Wire name `ListHidden`, each at most 1 character.
    pub list_hidden: Option<Vec<String>>,
    /// Wire name `ListTold`, each at most 1 character.
    pub list_told: Option<Vec<String>>,
}

impl fmt::Debug for Clients {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug_structure(
            f,
            "Clients",
            &[
                ("shown", &Redacted::option(&self.shown)),
                ("told", &Redacted::option(&self.told)),
                ("list_shown", &Redacted::option(&self.list_shown)),
                ("map_shown", &Redacted::option(&self.map_shown)),
                ("pairs", &self.pairs),
                ("hidden", &self.hidden),
                ("list_hidden", &self.list_hidden),
                ("list_told", &self.list_told),
            ],
        )
    }
}

/// `Pair`.
#[derive(Clone, Default, PartialEq)]
pub struct Pair {
    /// Wire name `Shown`, at most 1 character.
    pub shown: Option<String>,
    /// Wire name `ListShown`, each at most 1 character.
    pub list_shown: Option<Vec<String>>,
}

impl fmt::Debug for Pair {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug_structure(
            f,
            "Pair",
            &[
                ("shown", &Redacted::option(&self.shown)),
                ("list_shown", &Redacted::option(&self.list_shown)),
            ],
        )
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

impl Validate for Clients {
    const SHAPE: &'static Shape = &shapes::CLIENTS;

    fn is_valid(&self) -> bool {
        self.shown.as_deref().is_none_or(is_shown)
            && self.told.as_deref().is_none_or(is_shown)
            && self.list_shown.as_deref().is_none_or(is_list_shown)
            && self.map_shown.as_ref().is_none_or(is_map_shown)
            && self.pairs.as_deref().is_none_or(is_pairs)
            && self.hidden.as_deref().is_none_or(is_hidden)
            && self.list_hidden.as_deref().is_none_or(is_list_hidden)
            && self.list_told.as_deref().is_none_or(is_list_told)
    }
}

/// `Hidden`: at most 1 character.
fn is_hidden(value: &str) -> bool {
    characters(value, ..=1)
}

/// `ListHidden`: each at most 1 character.
fn is_list_hidden(value: &[String]) -> bool {
    value.iter().all(|item| is_hidden(item))
}

/// `ListShown`: each at most 1 character.
fn is_list_shown(value: &[String]) -> bool {
    value.iter().all(|item| is_shown(item))
}

/// `ListTold`: each at most 1 character.
fn is_list_told(value: &[String]) -> bool {
    value.iter().all(|item| is_hidden(item))
}

/// `MapShown`: each key at most 1 character; each value at most 1 character.
fn is_map_shown(value: &BTreeMap<String, String>) -> bool {
    value.keys().all(|key| is_shown(key)) && value.values().all(|value| is_shown(value))
}

impl Validate for Pair {
    const SHAPE: &'static Shape = &shapes::PAIR;

    fn is_valid(&self) -> bool {
        self.shown.as_deref().is_none_or(is_shown)
            && self.list_shown.as_deref().is_none_or(is_list_shown)
    }
}

/// `Pairs`: at most 1 item.
fn is_pairs(value: &[Pair]) -> bool {
    value.len() <= 1 && value.iter().all(Validate::is_valid)
}

/// `Shown`: at most 1 character.
fn is_shown(value: &str) -> bool {
    characters(value, ..=1)
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(Clients, CLIENTS);

wire_form!(Pair, PAIR);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
