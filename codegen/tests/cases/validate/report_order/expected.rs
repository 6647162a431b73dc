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

impl Encode for Thing {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("UserPoolId", &self.user_pool_id);
        writer.required("ClientName", &self.client_name);
        writer.required("GenerateSecret", &self.generate_secret);
        writer.required("RefreshTokenValidity", &self.refresh_token_validity);
        writer.end_structure();
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::types::*;
use crate::runtime::{Decode, Reader};

impl Decode for Thing {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self {
            user_pool_id: String::new(),
            client_name: String::new(),
            generate_secret: String::new(),
            refresh_token_validity: String::new(),
        };
        let mut has_user_pool_id = false;
        let mut has_client_name = false;
        let mut has_generate_secret = false;
        let mut has_refresh_token_validity = false;
        while let Some(member) = members.next(reader) {
            match member {
                "UserPoolId" => {
                    has_user_pool_id = reader.required(&mut value.user_pool_id);
                }
                "ClientName" => has_client_name = reader.required(&mut value.client_name),
                "GenerateSecret" => {
                    has_generate_secret = reader.required(&mut value.generate_secret);
                }
                "RefreshTokenValidity" => {
                    has_refresh_token_validity = reader
                        .required(&mut value.refresh_token_validity);
                }
                _ => reader.skip(),
            }
        }
        if has_user_pool_id && has_client_name && has_generate_secret
            && has_refresh_token_validity
        {
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
    async fn put(&self, context: &Context, input: Thing) -> Outcome<operation::Put> {
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
    type Input = types::Thing;
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
    input: Some(&shapes::THING),
    output: None,
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

use crate::runtime::schema::*;

/// `Name`.
pub static NAME: Shape = Shape::new("Name", Kind::String).within(&[Constraint::length(1, 3)]).such_as("\"exa\"");

/// `Thing`.
pub static THING: Shape = Shape::structure(
    "Thing",
    &[
        Member::required("UserPoolId", "userPoolId", &NAME),
        Member::required("ClientName", "clientName", &NAME),
        Member::required("GenerateSecret", "generateSecret", &NAME),
        Member::required("RefreshTokenValidity", "refreshTokenValidity", &NAME),
    ],
    &[1, 3, 2, 0],
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
    /// {"UserPoolId":"exa","ClientName":"exa","GenerateSecret":"exa","RefreshTokenValidity":"exa"}
    /// ```
    ///
    /// is answered with an empty body.
    fn put(
        &self,
        context: &Context,
        input: Thing,
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

/// `Thing`.
#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    /// Wire name `UserPoolId`, 1 to 3 characters.
    pub user_pool_id: String,
    /// Wire name `ClientName`, 1 to 3 characters.
    pub client_name: String,
    /// Wire name `GenerateSecret`, 1 to 3 characters.
    pub generate_secret: String,
    /// Wire name `RefreshTokenValidity`, 1 to 3 characters.
    pub refresh_token_validity: String,
}

impl Thing {
    /// A new `Thing` with its required members.
    #[must_use]
    pub fn new(
        user_pool_id: impl Into<String>,
        client_name: impl Into<String>,
        generate_secret: impl Into<String>,
        refresh_token_validity: impl Into<String>,
    ) -> Self {
        Self {
            user_pool_id: user_pool_id.into(),
            client_name: client_name.into(),
            generate_secret: generate_secret.into(),
            refresh_token_validity: refresh_token_validity.into(),
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
use crate::runtime::validate::characters;

/// `Name`: 1 to 3 characters.
fn is_name(value: &str) -> bool {
    characters(value, 1..=3)
}

impl Validate for Thing {
    const SHAPE: &'static Shape = &shapes::THING;

    fn is_valid(&self) -> bool {
        is_name(&self.user_pool_id) && is_name(&self.client_name)
            && is_name(&self.generate_secret) && is_name(&self.refresh_token_validity)
    }
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(Thing, THING);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
