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

use super::errors::*;
use crate::runtime::{Decode, Reader};

impl Decode for Match {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "type" => reader.member(&mut value.r#type),
                "ref" => reader.member(&mut value.r#ref),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::errors::*;
use super::types::*;
use crate::runtime::{Decode, Encode, Reader, Writer};

impl Decode for Choice {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut chosen = None;
        while let Some(member) = members.next(reader) {
            let value = match member {
                "type" => Decode::decode(reader).map(Self::Type),
                "Self" => Decode::decode(reader).map(Self::SelfValue),
                "Unknown" => Decode::decode(reader).map(Self::UnknownValue),
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

impl Encode for Choice {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        match self {
            Self::Type(value) => writer.required("type", value),
            Self::SelfValue(value) => writer.required("Self", value),
            Self::UnknownValue(value) => writer.required("Unknown", value),
        }
        writer.end_structure();
    }
}

impl Decode for Keywords {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            r#type: None,
            self_: String::new(),
            self_value: None,
            super_: None,
            crate_: None,
            r#async: None,
            r#gen: None,
            r#dyn: 3,
            r#match: None,
        };
        let mut has_self_ = false;
        while let Some(member) = members.next(reader) {
            match member {
                "type" => reader.member(&mut value.r#type),
                "self" => has_self_ = reader.required(&mut value.self_),
                "Self" => reader.member(&mut value.self_value),
                "super" => reader.member(&mut value.super_),
                "crate" => reader.member(&mut value.crate_),
                "async" => reader.member(&mut value.r#async),
                "gen" => reader.member(&mut value.r#gen),
                "dyn" => value.r#dyn = Decode::decode(reader).unwrap_or(3),
                "match" => reader.member(&mut value.r#match),
                _ => reader.skip(),
            }
        }
        if has_self_ {
            return Some(value);
        }
        reader.reject()
    }
}

impl Encode for Keywords {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("type", &self.r#type);
        writer.required("self", &self.self_);
        writer.optional("Self", &self.self_value);
        writer.optional("super", &self.super_);
        writer.optional("crate", &self.crate_);
        writer.optional("async", &self.r#async);
        writer.optional("gen", &self.r#gen);
        writer.required("dyn", &self.r#dyn);
        writer.optional("match", &self.r#match);
        writer.end_structure();
    }
}

impl Encode for Match {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("type", &self.r#type);
        writer.optional("ref", &self.r#ref);
        writer.end_structure();
    }
}

impl Decode for Word {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.variant()
    }
}

impl Encode for Word {
    fn encode(&self, writer: &mut Writer) {
        writer.string(self.as_str());
    }
}
}

pub mod errors {
//! The errors of the API.

use std::fmt;
use super::schema;
use crate::runtime as rt;

/// `Match`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Match {
    /// Wire name `type`.
    pub r#type: Option<String>,
    /// Wire name `ref`.
    pub r#ref: Option<String>,
}

impl rt::DeclaredError for Match {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::MATCH
    }

    fn message(&self) -> Option<&str> {
        None
    }
}

impl fmt::Display for Match {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for Match {}

/// Any error of the API, for code that serves more than one operation.
///
/// An operation answers with one by [`Failure::undeclared`](rt::Failure::undeclared), since the compiler
/// cannot know whether it declares it.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// `Match`, HTTP status 400.
    Match(Match),
}

impl From<Match> for Error {
    fn from(error: Match) -> Self {
        Self::Match(error)
    }
}

impl Error {
    /// The error as what all of them have in common.
    #[must_use]
    pub fn as_declared(&self) -> &dyn rt::DeclaredError {
        match self {
            Self::Match(error) => error,
        }
    }
}

impl rt::DeclaredError for Error {
    fn error(&self) -> &'static rt::schema::Error {
        self.as_declared().error()
    }

    fn message(&self) -> Option<&str> {
        self.as_declared().message()
    }
}

impl rt::Encode for Error {
    fn encode(&self, writer: &mut rt::Writer) {
        self.as_declared().encode(writer);
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for Error {}
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
    Implemented::new([
        method(|service: &'static S, context, ()| service.r#async(context)),
        method(|service: &'static S, context, ()| service.r#move(context)),
        method(|service: &'static S, context, ()| service.self_(context)),
        method(S::r#type),
    ])
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
    async fn r#async(&self, context: &Context) -> Outcome<operation::Async> {
        self.answer(context, ()).await
    }

    async fn r#move(&self, context: &Context) -> Outcome<operation::Move> {
        self.answer(context, ()).await
    }

    async fn self_(&self, context: &Context) -> Outcome<operation::SelfShape> {
        self.answer(context, ()).await
    }

    async fn r#type(
        &self,
        context: &Context,
        input: Keywords,
    ) -> Outcome<operation::Type> {
        self.answer(context, input).await
    }
}
}

pub mod operation {
//! A type for each operation: what it takes, answers and raises, for the compiler.

use super::errors;
use super::schema;
use super::types;
use crate::runtime::{Exchange, Raises, schema as table};

/// `Async`.
pub enum Async {}

impl Exchange for Async {
    type Input = ();
    type Output = ();
    const OPERATION: &'static table::Operation = &schema::operations::ASYNC;
}

/// `Move`.
pub enum Move {}

impl Exchange for Move {
    type Input = ();
    type Output = ();
    const OPERATION: &'static table::Operation = &schema::operations::MOVE;
}

/// `Self`.
pub enum SelfShape {}

impl Exchange for SelfShape {
    type Input = ();
    type Output = ();
    const OPERATION: &'static table::Operation = &schema::operations::SELF;
}

/// `Type`.
pub enum Type {}

impl Exchange for Type {
    type Input = types::Keywords;
    type Output = types::Keywords;
    const OPERATION: &'static table::Operation = &schema::operations::TYPE;
}

impl Raises<errors::Match> for Type {}
}

pub mod patterns {
//! The regular expressions of the API, compiled to static data.
}

pub mod schema {
//! The API as static tables.

mod client {
//! The shapes that are only for clients, as static tables: what a server answers, and what is inside of
//! it.

use crate::runtime::schema::*;

/// `Match`.
pub static MATCH: Shape = Shape::structure(
    "Match",
    &[Member::optional("type", "type", &plain::STRING), Member::optional("ref", "ref", &plain::STRING)],
    &[0, 1],
);
}

pub mod errors {
//! The errors, as static tables.

use super::shapes;
use crate::runtime::schema::{Error, Fault};

/// `Match`.
pub static MATCH: Error = Error {
    name: "Match",
    shape: &shapes::MATCH,
    fault: Fault::Client,
    status: 400,
};
}

pub mod operations {
//! The operations, as static tables.

use super::errors;
use super::shapes;
use crate::runtime::schema::*;

/// `Async`.
pub static ASYNC: Operation = Operation {
    name: "Async",
    auth: Auth::None,
    input: None,
    output: None,
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};

/// `Move`.
pub static MOVE: Operation = Operation {
    name: "Move",
    auth: Auth::None,
    input: None,
    output: None,
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};

/// `Self`.
pub static SELF: Operation = Operation {
    name: "Self",
    auth: Auth::None,
    input: None,
    output: None,
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};

/// `Type`.
pub static TYPE: Operation = Operation {
    name: "Type",
    auth: Auth::None,
    input: Some(&shapes::KEYWORDS),
    output: Some(&shapes::KEYWORDS),
    errors: &[&errors::MATCH],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

pub use super::client::*;
use crate::runtime::schema::*;

/// `Choice`.
pub static CHOICE: Shape = Shape::new(
    "Choice",
    Kind::Union(&[
        Member::optional("type", "type", &IMPL),
        Member::optional("Self", "self", &LOOP),
        Member::optional("Unknown", "unknown", &plain::STRING),
    ]),
);

/// `Impl`.
pub static IMPL: Shape = Shape::new("Impl", Kind::String).within(&[Constraint::length_to(3)]).such_as("\"exa\"");

/// `Keywords`.
pub static KEYWORDS: Shape = Shape::structure(
    "Keywords",
    &[
        Member::optional("type", "type", &IMPL),
        Member::required("self", "self", &IMPL),
        Member::optional("Self", "self", &STATIC),
        Member::optional("super", "super", &LOOP),
        Member::optional("crate", "crate", &LOOP),
        Member::optional("async", "async", &WORD),
        Member::optional("gen", "gen", &plain::STRING).redacted(),
        Member::optional("dyn", "dyn", &plain::INTEGER),
        Member::optional("match", "match", &CHOICE),
    ],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8],
);

/// `Loop`.
pub static LOOP: Shape = Shape::new("Loop", Kind::Integer).within(&[Constraint::range_to(3)]).such_as("1");

/// `Static`.
pub static STATIC: Shape = Shape::new("Static", Kind::List(&IMPL)).within(&[Constraint::length_to(3)]);

/// `Word`.
pub static WORD: Shape = Shape::new("Word", Kind::Enum)
    .within(&[Constraint::Enum {
        values: &["type", "Self", "crate", "fn", "as_str", "from", "is_known"],
        reported: &["crate", "as_str", "fn", "from", "Self", "is_known", "type"],
    }])
    .such_as("\"type\"");
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
    operations: &[&operations::ASYNC, &operations::MOVE, &operations::SELF, &operations::TYPE],
    errors: &[&errors::MATCH],
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
    /// `Async`.
    ///
    /// # Example
    ///
    /// ```json
    /// {}
    /// ```
    ///
    /// is answered with an empty body.
    fn r#async(
        &self,
        context: &Context,
    ) -> impl Future<Output = Outcome<operation::Async>> + Send {
        not_implemented(context, ())
    }

    /// `Move`.
    ///
    /// # Example
    ///
    /// ```json
    /// {}
    /// ```
    ///
    /// is answered with an empty body.
    fn r#move(
        &self,
        context: &Context,
    ) -> impl Future<Output = Outcome<operation::Move>> + Send {
        not_implemented(context, ())
    }

    /// `Self`.
    ///
    /// # Example
    ///
    /// ```json
    /// {}
    /// ```
    ///
    /// is answered with an empty body.
    fn self_(
        &self,
        context: &Context,
    ) -> impl Future<Output = Outcome<operation::SelfShape>> + Send {
        not_implemented(context, ())
    }

    /// `Type`.
    ///
    /// # Example
    ///
    /// ```json
    /// {"self":"exa"}
    /// ```
    ///
    /// may be answered with
    ///
    /// ```json
    /// {"type":"exa","self":"exa","Self":["exa"],"super":1,"crate":1,"async":"type"}
    /// ```
    ///
    /// # Errors
    ///
    /// - [`Match`](super::errors::Match): 400
    fn r#type(
        &self,
        context: &Context,
        input: Keywords,
    ) -> impl Future<Output = Outcome<operation::Type>> + Send {
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
            Operation::Async => {
                call(
                    service,
                    context,
                    body,
                    |service, context, ()| service.r#async(context),
                )
            }
            Operation::Move => {
                call(
                    service,
                    context,
                    body,
                    |service, context, ()| service.r#move(context),
                )
            }
            Operation::SelfShape => {
                call(
                    service,
                    context,
                    body,
                    |service, context, ()| service.self_(context),
                )
            }
            Operation::Type => call(service, context, body, S::r#type),
        }
    }
}

/// An operation of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    /// `Async`.
    Async,
    /// `Move`.
    Move,
    /// `Self`.
    SelfShape,
    /// `Type`.
    Type,
}

impl Operation {
    /// All operations, sorted by name.
    pub const ALL: &[Self] = &[Self::Async, Self::Move, Self::SelfShape, Self::Type];

    /// The operation of that name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let operation = match name {
            "Async" => Self::Async,
            "Move" => Self::Move,
            "Self" => Self::SelfShape,
            "Type" => Self::Type,
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
            Self::Async => &schema::operations::ASYNC,
            Self::Move => &schema::operations::MOVE,
            Self::SelfShape => &schema::operations::SELF,
            Self::Type => &schema::operations::TYPE,
        }
    }
}
}

pub mod types {
//! The structures, unions and enums of the API.

use std::fmt;
use crate::runtime::{Redacted, debug_structure};

/// `Choice`.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Wire name `type`, at most 3 characters.
    Type(String),
    /// Wire name `Self`, at most 3.
    SelfValue(i32),
    /// Wire name `Unknown`.
    UnknownValue(String),
}

/// `Keywords`.
#[derive(Clone, PartialEq)]
pub struct Keywords {
    /// Wire name `type`, at most 3 characters.
    pub r#type: Option<String>,
    /// Wire name `self`, at most 3 characters.
    pub self_: String,
    /// Wire name `Self`, at most 3 items, each at most 3 characters.
    pub self_value: Option<Vec<String>>,
    /// Wire name `super`, at most 3.
    pub super_: Option<i32>,
    /// Wire name `crate`, at most 3.
    pub crate_: Option<i32>,
    /// Wire name `async`.
    pub r#async: Option<Word>,
    /// Wire name `gen`.
    pub r#gen: Option<String>,
    /// Wire name `dyn`, `3` if absent.
    pub r#dyn: i32,
    /// Wire name `match`.
    pub r#match: Option<Choice>,
}

impl Keywords {
    /// A new `Keywords` with its required members; the others are unset.
    #[must_use]
    pub fn new(self_: impl Into<String>) -> Self {
        Self {
            r#type: None,
            self_: self_.into(),
            self_value: None,
            super_: None,
            crate_: None,
            r#async: None,
            r#gen: None,
            r#dyn: 3,
            r#match: None,
        }
    }
}

impl fmt::Debug for Keywords {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug_structure(
            f,
            "Keywords",
            &[
                ("type", &self.r#type),
                ("self_", &self.self_),
                ("self_value", &self.self_value),
                ("super_", &self.super_),
                ("crate_", &self.crate_),
                ("async", &self.r#async),
                ("gen", &Redacted::option(&self.r#gen)),
                ("dyn", &self.r#dyn),
                ("match", &self.r#match),
            ],
        )
    }
}

/// `Word`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Word {
    /// `type`.
    Type,
    /// `Self`.
    SelfValue,
    /// `crate`.
    Crate,
    /// `fn`.
    Fn,
    /// `as_str`.
    AsStr,
    /// `from`.
    From,
    /// `is_known`.
    IsKnown,
    /// A value that the description does not list.
    Unknown(String),
}

impl Word {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Type => "type",
            Self::SelfValue => "Self",
            Self::Crate => "crate",
            Self::Fn => "fn",
            Self::AsStr => "as_str",
            Self::From => "from",
            Self::IsKnown => "is_known",
            Self::Unknown(value) => value,
        }
    }

    /// Whether the description lists the value.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown(_))
    }
}

impl From<&str> for Word {
    fn from(value: &str) -> Self {
        match value {
            "type" => Self::Type,
            "Self" => Self::SelfValue,
            "crate" => Self::Crate,
            "fn" => Self::Fn,
            "as_str" => Self::AsStr,
            "from" => Self::From,
            "is_known" => Self::IsKnown,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;
use crate::runtime::validate::characters;

impl Validate for Choice {
    const SHAPE: &'static Shape = &shapes::CHOICE;

    fn is_valid(&self) -> bool {
        match self {
            Self::Type(value) => is_impl(value),
            Self::SelfValue(value) => is_loop(*value),
            Self::UnknownValue(_) => true,
        }
    }
}

/// `Impl`: at most 3 characters.
fn is_impl(value: &str) -> bool {
    characters(value, ..=3)
}

impl Validate for Keywords {
    const SHAPE: &'static Shape = &shapes::KEYWORDS;

    fn is_valid(&self) -> bool {
        self.r#type.as_deref().is_none_or(is_impl) && is_impl(&self.self_)
            && self.self_value.as_deref().is_none_or(is_static)
            && self.super_.is_none_or(is_loop) && self.crate_.is_none_or(is_loop)
            && self.r#async.as_ref().is_none_or(Word::is_known)
            && self.r#match.as_ref().is_none_or(Validate::is_valid)
    }
}

/// `Loop`: at most 3.
fn is_loop(value: i32) -> bool {
    value <= 3
}

/// `Static`: at most 3 items; each at most 3 characters.
fn is_static(value: &[String]) -> bool {
    value.len() <= 3 && value.iter().all(|item| is_impl(item))
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::errors::*;
use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(Choice, CHOICE);

wire_form!(Keywords, KEYWORDS);

wire_form!(Match, MATCH);

wire_form!(enum Word);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
