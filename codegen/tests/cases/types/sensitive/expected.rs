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

impl Encode for Secret {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        match self {
            Self::Code(value) => writer.required("Code", value),
            Self::Device(value) => writer.required("Device", value),
        }
        writer.end_structure();
    }
}

impl Encode for SignIn {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("User", &self.user);
        writer.required("Password", &self.password);
        writer.optional("Hint", &self.hint);
        writer.optional("Shown", &self.shown);
        writer.optional("Answer", &self.answer);
        writer.optional("Secret", &self.secret);
        writer.end_structure();
    }
}

impl Decode for Token {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self { value: None, expires: 0 };
        let mut has_expires = false;
        while let Some(member) = members.next(reader) {
            match member {
                "Value" => reader.member(&mut value.value),
                "Expires" => has_expires = reader.required(&mut value.expires),
                _ => reader.skip(),
            }
        }
        if has_expires {
            return Some(value);
        }
        reader.reject()
    }
}

impl Validate for Token {
    const SHAPE: &'static Shape = &shapes::TOKEN;

    fn is_valid(&self) -> bool {
        true
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::types::*;
use crate::runtime::{Decode, Encode, Reader, Writer};

impl Decode for Secret {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut chosen = None;
        while let Some(member) = members.next(reader) {
            let value = match member {
                "Code" => Decode::decode(reader).map(Self::Code),
                "Device" => Decode::decode(reader).map(Self::Device),
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

impl Decode for SignIn {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            user: String::new(),
            password: String::new(),
            hint: None,
            shown: None,
            answer: None,
            secret: None,
        };
        let mut has_user = false;
        let mut has_password = false;
        while let Some(member) = members.next(reader) {
            match member {
                "User" => has_user = reader.required(&mut value.user),
                "Password" => has_password = reader.required(&mut value.password),
                "Hint" => reader.member(&mut value.hint),
                "Shown" => reader.member(&mut value.shown),
                "Answer" => reader.member(&mut value.answer),
                "Secret" => reader.member(&mut value.secret),
                _ => reader.skip(),
            }
        }
        if has_user && has_password {
            return Some(value);
        }
        reader.reject()
    }
}

impl Encode for Token {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Value", &self.value);
        writer.required("Expires", &self.expires);
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
    async fn put(&self, context: &Context, input: SignIn) -> Outcome<operation::Put> {
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
    type Input = types::SignIn;
    type Output = types::Token;
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

use crate::runtime::schema::*;

/// `Token`.
pub static TOKEN: Shape = Shape::structure(
    "Token",
    &[Member::optional("Value", "value", &plain::STRING), Member::required("Expires", "expires", &plain::INTEGER)],
    &[0, 1],
)
.redacted();
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
    input: Some(&shapes::SIGN_IN),
    output: Some(&shapes::TOKEN),
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

pub use super::client::*;
use crate::runtime::schema::*;

/// `Password`.
pub static PASSWORD: Shape = Shape::new("Password", Kind::String).redacted().such_as("\"example\"");

/// `Secret`.
pub static SECRET: Shape = Shape::new(
    "Secret",
    Kind::Union(&[
        Member::optional("Code", "code", &plain::STRING).redacted(),
        Member::optional("Device", "device", &plain::STRING),
    ]),
);

/// `SignIn`.
pub static SIGN_IN: Shape = Shape::structure(
    "SignIn",
    &[
        Member::required("User", "user", &plain::STRING),
        Member::required("Password", "password", &PASSWORD).redacted(),
        Member::optional("Hint", "hint", &PASSWORD).redacted(),
        Member::optional("Shown", "shown", &PASSWORD),
        Member::optional("Answer", "answer", &plain::STRING).redacted(),
        Member::optional("Secret", "secret", &SECRET),
    ],
    &[0, 1, 2, 3, 4, 5],
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
    /// {"User":"example","Password":"example"}
    /// ```
    ///
    /// may be answered with
    ///
    /// ```json
    /// {"Value":"example","Expires":1}
    /// ```
    fn put(
        &self,
        context: &Context,
        input: SignIn,
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

use std::fmt;
use crate::runtime::{Redacted, debug_structure};

/// `Secret`.
#[derive(Clone, PartialEq)]
pub enum Secret {
    /// Wire name `Code`.
    Code(String),
    /// Wire name `Device`.
    Device(String),
}

impl fmt::Debug for Secret {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(_) => f.debug_tuple("Code").field(&Redacted).finish(),
            Self::Device(value) => f.debug_tuple("Device").field(value).finish(),
        }
    }
}

/// `SignIn`.
#[derive(Clone, PartialEq)]
pub struct SignIn {
    /// Wire name `User`.
    pub user: String,
    /// Wire name `Password`.
    pub password: String,
    /// Wire name `Hint`.
    pub hint: Option<String>,
    /// Wire name `Shown`.
    pub shown: Option<String>,
    /// Wire name `Answer`.
    pub answer: Option<String>,
    /// Wire name `Secret`.
    pub secret: Option<Secret>,
}

impl SignIn {
    /// A new `SignIn` with its required members; the others are unset.
    #[must_use]
    pub fn new(user: impl Into<String>, password: impl Into<String>) -> Self {
        Self {
            user: user.into(),
            password: password.into(),
            hint: None,
            shown: None,
            answer: None,
            secret: None,
        }
    }
}

impl fmt::Debug for SignIn {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug_structure(
            f,
            "SignIn",
            &[
                ("user", &self.user),
                ("password", &Redacted),
                ("hint", &Redacted::option(&self.hint)),
                ("shown", &self.shown),
                ("answer", &Redacted::option(&self.answer)),
                ("secret", &self.secret),
            ],
        )
    }
}

/// `Token`.
#[derive(Clone, PartialEq)]
pub struct Token {
    /// Wire name `Value`.
    pub value: Option<String>,
    /// Wire name `Expires`.
    pub expires: i32,
}

impl Token {
    /// A new `Token` with its required members; the others are unset.
    #[must_use]
    pub fn new(expires: i32) -> Self {
        Self { value: None, expires }
    }
}

impl fmt::Debug for Token {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug_structure(
            f,
            "Token",
            &[("value", &Redacted::option(&self.value)), ("expires", &Redacted)],
        )
    }
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;

impl Validate for Secret {
    const SHAPE: &'static Shape = &shapes::SECRET;

    fn is_valid(&self) -> bool {
        true
    }
}

impl Validate for SignIn {
    const SHAPE: &'static Shape = &shapes::SIGN_IN;

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

wire_form!(Secret, SECRET);

wire_form!(SignIn, SIGN_IN);

wire_form!(Token, TOKEN);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
