//! What emitted code stands on: reading and writing JSON, checking constraints, the wire protocols, and serving.
//!
//! An emitted module says `use crate::runtime as rt;` and calls into here. The sources of this crate are copied
//! into every output, so that a generated crate stands alone and can never meet another version of its runtime.
//!
//! The way of one request through [`Server`]: the [`protocol`] finds the operation's name, [`auth`] who calls it if
//! that is asked for, [`codec`] reads the body into a typed input, [`validate`] checks it, the handler answers, and [`codec`] writes
//! the output. That path only ever says *yes*; what is wrong with a refused body is found afterwards, from the
//! static tables of [`schema`], by [`validate::explain`].

pub mod auth;
pub mod codec;
pub mod errors;
pub mod json;
pub mod pattern;
pub mod protocol;
pub mod schema;
pub mod service;
pub mod timestamp;
pub mod validate;

#[cfg(feature = "http")]
pub mod http;

#[cfg(feature = "mock")]
pub mod mock;

pub use codec::{Decode, Encode, Redacted};
pub use errors::{DeclaredError, Failure, Raises};
pub use json::{Document, Reader, Rejected, Writer};
pub use service::{Context, Dispatch, Exchange, Outcome, Reply, Server, StatusCodes};
pub use timestamp::Timestamp;
pub use validate::{Validate, Violations};
