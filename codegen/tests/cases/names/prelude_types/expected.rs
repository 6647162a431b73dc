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

impl Encode for AsRefShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for BoxShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for CloneShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for CopyShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for DebugShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for DefaultShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for DropShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for EqShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for ErrShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for ExtendShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for FromShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for HashShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for Holder {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("AsRef", &self.as_ref);
        writer.optional("Box", &self.r#box);
        writer.optional("Clone", &self.clone);
        writer.optional("Copy", &self.copy);
        writer.optional("Debug", &self.debug);
        writer.optional("Default", &self.default);
        writer.optional("Drop", &self.drop);
        writer.optional("Eq", &self.eq);
        writer.optional("Err", &self.err);
        writer.optional("Extend", &self.extend);
        writer.optional("Fn", &self.r#fn);
        writer.optional("From", &self.from);
        writer.optional("Hash", &self.hash);
        writer.optional("Into", &self.into);
        writer.optional("IntoIterator", &self.into_iterator);
        writer.optional("Iterator", &self.iterator);
        writer.optional("None", &self.none);
        writer.optional("Ok", &self.ok);
        writer.optional("Option", &self.option);
        writer.optional("Ord", &self.ord);
        writer.optional("PartialEq", &self.partial_eq);
        writer.optional("Result", &self.result);
        writer.optional("Send", &self.send);
        writer.optional("Sized", &self.sized);
        writer.optional("Some", &self.some);
        writer.optional("String", &self.string);
        writer.optional("Sync", &self.sync);
        writer.optional("ToOwned", &self.to_owned);
        writer.optional("ToString", &self.to_string);
        writer.optional("TryFrom", &self.try_from);
        writer.optional("Vec", &self.vec);
        writer.optional("i32", &self.i32);
        writer.optional("str", &self.str);
        writer.end_structure();
    }
}

impl Encode for IntoShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for IntoIteratorShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for IteratorShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for NoneShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for OkShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for OptionShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for OrdShape {
    fn encode(&self, writer: &mut Writer) {
        writer.string(self.as_str());
    }
}

impl Encode for PartialEqShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for ResultShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for SelfShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Self" => reader.member(&mut value.self_),
                "Fn" => reader.member(&mut value.r#fn),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for SizedShape {
    fn encode(&self, writer: &mut Writer) {
        writer.string(self.as_str());
    }
}

impl Encode for SomeShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for SyncShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for ToOwnedShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for ToStringShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for TryFromShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for I32 {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for Str {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Validate for SelfShape {
    const SHAPE: &'static Shape = &shapes::SELF;

    fn is_valid(&self) -> bool {
        self.self_.as_deref().is_none_or(Validate::is_valid)
            && self.r#fn.as_ref().is_none_or(Validate::is_valid)
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::types::*;
use crate::runtime::{Decode, Encode, Reader, Writer};

impl Decode for AsRefShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for BoxShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for CloneShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for CopyShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for DebugShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for DefaultShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for DropShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for EqShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for ErrShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for ExtendShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for FnShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for FnShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for FromShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for HashShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for Holder {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "AsRef" => reader.member(&mut value.as_ref),
                "Box" => reader.member(&mut value.r#box),
                "Clone" => reader.member(&mut value.clone),
                "Copy" => reader.member(&mut value.copy),
                "Debug" => reader.member(&mut value.debug),
                "Default" => reader.member(&mut value.default),
                "Drop" => reader.member(&mut value.drop),
                "Eq" => reader.member(&mut value.eq),
                "Err" => reader.member(&mut value.err),
                "Extend" => reader.member(&mut value.extend),
                "Fn" => reader.member(&mut value.r#fn),
                "From" => reader.member(&mut value.from),
                "Hash" => reader.member(&mut value.hash),
                "Into" => reader.member(&mut value.into),
                "IntoIterator" => reader.member(&mut value.into_iterator),
                "Iterator" => reader.member(&mut value.iterator),
                "None" => reader.member(&mut value.none),
                "Ok" => reader.member(&mut value.ok),
                "Option" => reader.member(&mut value.option),
                "Ord" => reader.member(&mut value.ord),
                "PartialEq" => reader.member(&mut value.partial_eq),
                "Result" => reader.member(&mut value.result),
                "Send" => reader.member(&mut value.send),
                "Sized" => reader.member(&mut value.sized),
                "Some" => reader.member(&mut value.some),
                "String" => reader.member(&mut value.string),
                "Sync" => reader.member(&mut value.sync),
                "ToOwned" => reader.member(&mut value.to_owned),
                "ToString" => reader.member(&mut value.to_string),
                "TryFrom" => reader.member(&mut value.try_from),
                "Vec" => reader.member(&mut value.vec),
                "i32" => reader.member(&mut value.i32),
                "str" => reader.member(&mut value.str),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for IntoShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for IntoIteratorShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for IteratorShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for NoneShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for OkShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for OptionShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for OrdShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.variant()
    }
}

impl Decode for PartialEqShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for ResultShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for SelfShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Self", &self.self_);
        writer.optional("Fn", &self.r#fn);
        writer.end_structure();
    }
}

impl Decode for SizedShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.variant()
    }
}

impl Decode for SomeShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for SyncShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for ToOwnedShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for ToStringShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for TryFromShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for I32 {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for Str {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => value.text = Decode::decode(reader).unwrap_or("x".to_owned()),
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
    type Output = types::SelfShape;
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

use super::shapes::*;
use crate::runtime::schema::*;

/// `Self`.
pub static SELF: Shape =
    Shape::structure("Self", &[Member::optional("Self", "self", &SELF), Member::optional("Fn", "fn", &FN)], &[0, 1]);
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
    output: Some(&shapes::SELF),
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

pub use super::client::*;
use crate::runtime::schema::*;

/// `AsRef`.
pub static AS_REF: Shape = Shape::structure("AsRef", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Box`.
pub static BOX: Shape = Shape::structure("Box", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Clone`.
pub static CLONE: Shape = Shape::structure("Clone", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Copy`.
pub static COPY: Shape = Shape::structure("Copy", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Debug`.
pub static DEBUG: Shape = Shape::structure("Debug", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Default`.
pub static DEFAULT: Shape = Shape::structure("Default", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Drop`.
pub static DROP: Shape = Shape::structure("Drop", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Eq`.
pub static EQ: Shape = Shape::structure("Eq", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Err`.
pub static ERR: Shape = Shape::structure("Err", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Extend`.
pub static EXTEND: Shape = Shape::structure("Extend", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Fn`.
pub static FN: Shape = Shape::structure("Fn", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `From`.
pub static FROM: Shape = Shape::structure("From", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Hash`.
pub static HASH: Shape = Shape::structure("Hash", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Holder`.
pub static HOLDER: Shape = Shape::structure(
    "Holder",
    &[
        Member::optional("AsRef", "asRef", &AS_REF),
        Member::optional("Box", "box", &BOX),
        Member::optional("Clone", "clone", &CLONE),
        Member::optional("Copy", "copy", &COPY),
        Member::optional("Debug", "debug", &DEBUG),
        Member::optional("Default", "default", &DEFAULT),
        Member::optional("Drop", "drop", &DROP),
        Member::optional("Eq", "eq", &EQ),
        Member::optional("Err", "err", &ERR),
        Member::optional("Extend", "extend", &EXTEND),
        Member::optional("Fn", "fn", &FN),
        Member::optional("From", "from", &FROM),
        Member::optional("Hash", "hash", &HASH),
        Member::optional("Into", "into", &INTO),
        Member::optional("IntoIterator", "intoIterator", &INTO_ITERATOR),
        Member::optional("Iterator", "iterator", &ITERATOR),
        Member::optional("None", "none", &NONE),
        Member::optional("Ok", "ok", &OK),
        Member::optional("Option", "option", &OPTION),
        Member::optional("Ord", "ord", &ORD),
        Member::optional("PartialEq", "partialEq", &PARTIAL_EQ),
        Member::optional("Result", "result", &RESULT),
        Member::optional("Send", "send", &SEND),
        Member::optional("Sized", "sized", &SIZED),
        Member::optional("Some", "some", &SOME),
        Member::optional("String", "string", &STRING),
        Member::optional("Sync", "sync", &SYNC),
        Member::optional("ToOwned", "toOwned", &TO_OWNED),
        Member::optional("ToString", "toString", &TO_STRING),
        Member::optional("TryFrom", "tryFrom", &TRY_FROM),
        Member::optional("Vec", "vec", &VEC),
        Member::optional("i32", "i32", &I32),
        Member::optional("str", "str", &STR),
    ],
    &[
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29,
        30, 31, 32,
    ],
);

/// `Into`.
pub static INTO: Shape = Shape::structure("Into", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `IntoIterator`.
pub static INTO_ITERATOR: Shape = Shape::structure("IntoIterator", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Iterator`.
pub static ITERATOR: Shape = Shape::structure("Iterator", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `None`.
pub static NONE: Shape = Shape::structure("None", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Ok`.
pub static OK: Shape = Shape::structure("Ok", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Option`.
pub static OPTION: Shape = Shape::structure("Option", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Ord`.
pub static ORD: Shape = Shape::new("Ord", Kind::Enum)
    .within(&[Constraint::Enum { values: &["a", "b"], reported: &["a", "b"] }])
    .such_as("\"a\"");

/// `PartialEq`.
pub static PARTIAL_EQ: Shape = Shape::structure("PartialEq", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Result`.
pub static RESULT: Shape = Shape::structure("Result", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Send`.
pub static SEND: Shape = Shape::new("Send", Kind::List(&SIZED)).within(&[Constraint::UniqueItems]);

/// `Short`.
pub static SHORT: Shape = Shape::new("Short", Kind::String).within(&[Constraint::length_to(3)]).such_as("\"exa\"");

/// `Sized`.
pub static SIZED: Shape = Shape::new("Sized", Kind::Enum)
    .within(&[Constraint::Enum { values: &["a", "b"], reported: &["a", "b"] }])
    .such_as("\"a\"");

/// `Some`.
pub static SOME: Shape = Shape::structure("Some", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `String`.
pub static STRING: Shape =
    Shape::new("String", Kind::String).within(&[Constraint::length_to(9)]).such_as("\"example\"");

/// `Sync`.
pub static SYNC: Shape = Shape::structure("Sync", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `ToOwned`.
pub static TO_OWNED: Shape = Shape::structure("ToOwned", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `ToString`.
pub static TO_STRING: Shape = Shape::structure("ToString", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `TryFrom`.
pub static TRY_FROM: Shape = Shape::structure("TryFrom", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Vec`.
pub static VEC: Shape = Shape::new("Vec", Kind::List(&STRING));

/// `i32`.
pub static I32: Shape = Shape::structure("i32", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `str`.
pub static STR: Shape = Shape::structure("str", &[Member::optional("Text", "text", &SHORT)], &[0]);
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
    /// may be answered with
    ///
    /// ```json
    /// {"Self":{"Fn":{"Text":"exa"}},"Fn":{"Text":"exa"}}
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

use std::fmt;

/// `AsRef`.
#[derive(Clone, Debug, PartialEq)]
pub struct AsRefShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for AsRefShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Box`.
#[derive(Clone, Debug, PartialEq)]
pub struct BoxShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for BoxShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Clone`.
#[derive(Clone, Debug, PartialEq)]
pub struct CloneShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for CloneShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Copy`.
#[derive(Clone, Debug, PartialEq)]
pub struct CopyShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for CopyShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Debug`.
#[derive(Clone, Debug, PartialEq)]
pub struct DebugShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for DebugShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Default`.
#[derive(Clone, Debug, PartialEq)]
pub struct DefaultShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for DefaultShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Drop`.
#[derive(Clone, Debug, PartialEq)]
pub struct DropShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for DropShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Eq`.
#[derive(Clone, Debug, PartialEq)]
pub struct EqShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for EqShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Err`.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for ErrShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Extend`.
#[derive(Clone, Debug, PartialEq)]
pub struct ExtendShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for ExtendShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Fn`.
#[derive(Clone, Debug, PartialEq)]
pub struct FnShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for FnShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `From`.
#[derive(Clone, Debug, PartialEq)]
pub struct FromShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for FromShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Hash`.
#[derive(Clone, Debug, PartialEq)]
pub struct HashShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for HashShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Holder`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Holder {
    /// Wire name `AsRef`.
    pub as_ref: Option<AsRefShape>,
    /// Wire name `Box`.
    pub r#box: Option<BoxShape>,
    /// Wire name `Clone`.
    pub clone: Option<CloneShape>,
    /// Wire name `Copy`.
    pub copy: Option<CopyShape>,
    /// Wire name `Debug`.
    pub debug: Option<DebugShape>,
    /// Wire name `Default`.
    pub default: Option<DefaultShape>,
    /// Wire name `Drop`.
    pub drop: Option<DropShape>,
    /// Wire name `Eq`.
    pub eq: Option<EqShape>,
    /// Wire name `Err`.
    pub err: Option<ErrShape>,
    /// Wire name `Extend`.
    pub extend: Option<ExtendShape>,
    /// Wire name `Fn`.
    pub r#fn: Option<FnShape>,
    /// Wire name `From`.
    pub from: Option<FromShape>,
    /// Wire name `Hash`.
    pub hash: Option<HashShape>,
    /// Wire name `Into`.
    pub into: Option<IntoShape>,
    /// Wire name `IntoIterator`.
    pub into_iterator: Option<IntoIteratorShape>,
    /// Wire name `Iterator`.
    pub iterator: Option<IteratorShape>,
    /// Wire name `None`.
    pub none: Option<NoneShape>,
    /// Wire name `Ok`.
    pub ok: Option<OkShape>,
    /// Wire name `Option`.
    pub option: Option<OptionShape>,
    /// Wire name `Ord`.
    pub ord: Option<OrdShape>,
    /// Wire name `PartialEq`.
    pub partial_eq: Option<PartialEqShape>,
    /// Wire name `Result`.
    pub result: Option<ResultShape>,
    /// Wire name `Send`, no two equal.
    pub send: Option<Vec<SizedShape>>,
    /// Wire name `Sized`.
    pub sized: Option<SizedShape>,
    /// Wire name `Some`.
    pub some: Option<SomeShape>,
    /// Wire name `String`, at most 9 characters.
    pub string: Option<String>,
    /// Wire name `Sync`.
    pub sync: Option<SyncShape>,
    /// Wire name `ToOwned`.
    pub to_owned: Option<ToOwnedShape>,
    /// Wire name `ToString`.
    pub to_string: Option<ToStringShape>,
    /// Wire name `TryFrom`.
    pub try_from: Option<TryFromShape>,
    /// Wire name `Vec`, each at most 9 characters.
    pub vec: Option<Vec<String>>,
    /// Wire name `i32`.
    pub i32: Option<I32>,
    /// Wire name `str`.
    pub str: Option<Str>,
}

/// `Into`.
#[derive(Clone, Debug, PartialEq)]
pub struct IntoShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for IntoShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `IntoIterator`.
#[derive(Clone, Debug, PartialEq)]
pub struct IntoIteratorShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for IntoIteratorShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Iterator`.
#[derive(Clone, Debug, PartialEq)]
pub struct IteratorShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for IteratorShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct NoneShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for NoneShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Ok`.
#[derive(Clone, Debug, PartialEq)]
pub struct OkShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for OkShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Option`.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for OptionShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Ord`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OrdShape {
    /// `a`.
    A,
    /// `b`.
    B,
    /// A value that the description does not list.
    Unknown(String),
}

impl OrdShape {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::Unknown(value) => value,
        }
    }

    /// Whether the description lists the value.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown(_))
    }
}

impl From<&str> for OrdShape {
    fn from(value: &str) -> Self {
        match value {
            "a" => Self::A,
            "b" => Self::B,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for OrdShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// `PartialEq`.
#[derive(Clone, Debug, PartialEq)]
pub struct PartialEqShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for PartialEqShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Result`.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for ResultShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Self`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SelfShape {
    /// Wire name `Self`.
    pub self_: Option<Box<SelfShape>>,
    /// Wire name `Fn`.
    pub r#fn: Option<FnShape>,
}

/// `Sized`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum SizedShape {
    /// `a`.
    A,
    /// `b`.
    B,
    /// A value that the description does not list.
    Unknown(String),
}

impl SizedShape {
    /// The value on the wire.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::Unknown(value) => value,
        }
    }

    /// Whether the description lists the value.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !matches!(self, Self::Unknown(_))
    }
}

impl From<&str> for SizedShape {
    fn from(value: &str) -> Self {
        match value {
            "a" => Self::A,
            "b" => Self::B,
            _ => Self::Unknown(value.to_owned()),
        }
    }
}

impl fmt::Display for SizedShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// `Some`.
#[derive(Clone, Debug, PartialEq)]
pub struct SomeShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for SomeShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `Sync`.
#[derive(Clone, Debug, PartialEq)]
pub struct SyncShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for SyncShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `ToOwned`.
#[derive(Clone, Debug, PartialEq)]
pub struct ToOwnedShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for ToOwnedShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `ToString`.
#[derive(Clone, Debug, PartialEq)]
pub struct ToStringShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for ToStringShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `TryFrom`.
#[derive(Clone, Debug, PartialEq)]
pub struct TryFromShape {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for TryFromShape {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `i32`.
#[derive(Clone, Debug, PartialEq)]
pub struct I32 {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for I32 {
    fn default() -> Self {
        Self { text: "x".to_owned() }
    }
}

/// `str`.
#[derive(Clone, Debug, PartialEq)]
pub struct Str {
    /// Wire name `Text`, `"x"` if absent, at most 3 characters.
    pub text: String,
}

impl Default for Str {
    fn default() -> Self {
        Self { text: "x".to_owned() }
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
use crate::runtime::validate::unique;

impl Validate for AsRefShape {
    const SHAPE: &'static Shape = &shapes::AS_REF;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for BoxShape {
    const SHAPE: &'static Shape = &shapes::BOX;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for CloneShape {
    const SHAPE: &'static Shape = &shapes::CLONE;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for CopyShape {
    const SHAPE: &'static Shape = &shapes::COPY;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for DebugShape {
    const SHAPE: &'static Shape = &shapes::DEBUG;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for DefaultShape {
    const SHAPE: &'static Shape = &shapes::DEFAULT;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for DropShape {
    const SHAPE: &'static Shape = &shapes::DROP;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for EqShape {
    const SHAPE: &'static Shape = &shapes::EQ;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for ErrShape {
    const SHAPE: &'static Shape = &shapes::ERR;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for ExtendShape {
    const SHAPE: &'static Shape = &shapes::EXTEND;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for FnShape {
    const SHAPE: &'static Shape = &shapes::FN;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for FromShape {
    const SHAPE: &'static Shape = &shapes::FROM;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for HashShape {
    const SHAPE: &'static Shape = &shapes::HASH;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for Holder {
    const SHAPE: &'static Shape = &shapes::HOLDER;

    fn is_valid(&self) -> bool {
        self.as_ref.as_ref().is_none_or(Validate::is_valid)
            && self.r#box.as_ref().is_none_or(Validate::is_valid)
            && self.clone.as_ref().is_none_or(Validate::is_valid)
            && self.copy.as_ref().is_none_or(Validate::is_valid)
            && self.debug.as_ref().is_none_or(Validate::is_valid)
            && self.default.as_ref().is_none_or(Validate::is_valid)
            && self.drop.as_ref().is_none_or(Validate::is_valid)
            && self.eq.as_ref().is_none_or(Validate::is_valid)
            && self.err.as_ref().is_none_or(Validate::is_valid)
            && self.extend.as_ref().is_none_or(Validate::is_valid)
            && self.r#fn.as_ref().is_none_or(Validate::is_valid)
            && self.from.as_ref().is_none_or(Validate::is_valid)
            && self.hash.as_ref().is_none_or(Validate::is_valid)
            && self.into.as_ref().is_none_or(Validate::is_valid)
            && self.into_iterator.as_ref().is_none_or(Validate::is_valid)
            && self.iterator.as_ref().is_none_or(Validate::is_valid)
            && self.none.as_ref().is_none_or(Validate::is_valid)
            && self.ok.as_ref().is_none_or(Validate::is_valid)
            && self.option.as_ref().is_none_or(Validate::is_valid)
            && self.ord.as_ref().is_none_or(OrdShape::is_known)
            && self.partial_eq.as_ref().is_none_or(Validate::is_valid)
            && self.result.as_ref().is_none_or(Validate::is_valid)
            && self.send.as_deref().is_none_or(is_send)
            && self.sized.as_ref().is_none_or(SizedShape::is_known)
            && self.some.as_ref().is_none_or(Validate::is_valid)
            && self.string.as_deref().is_none_or(is_string)
            && self.sync.as_ref().is_none_or(Validate::is_valid)
            && self.to_owned.as_ref().is_none_or(Validate::is_valid)
            && self.to_string.as_ref().is_none_or(Validate::is_valid)
            && self.try_from.as_ref().is_none_or(Validate::is_valid)
            && self.vec.as_deref().is_none_or(is_vec)
            && self.i32.as_ref().is_none_or(Validate::is_valid)
            && self.str.as_ref().is_none_or(Validate::is_valid)
    }
}

impl Validate for IntoShape {
    const SHAPE: &'static Shape = &shapes::INTO;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for IntoIteratorShape {
    const SHAPE: &'static Shape = &shapes::INTO_ITERATOR;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for IteratorShape {
    const SHAPE: &'static Shape = &shapes::ITERATOR;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for NoneShape {
    const SHAPE: &'static Shape = &shapes::NONE;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for OkShape {
    const SHAPE: &'static Shape = &shapes::OK;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for OptionShape {
    const SHAPE: &'static Shape = &shapes::OPTION;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for PartialEqShape {
    const SHAPE: &'static Shape = &shapes::PARTIAL_EQ;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for ResultShape {
    const SHAPE: &'static Shape = &shapes::RESULT;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

/// `Send`: no two equal.
fn is_send(value: &[SizedShape]) -> bool {
    unique(value, Clone::clone) && value.iter().all(SizedShape::is_known)
}

/// `Short`: at most 3 characters.
fn is_short(value: &str) -> bool {
    characters(value, ..=3)
}

impl Validate for SomeShape {
    const SHAPE: &'static Shape = &shapes::SOME;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

/// `String`: at most 9 characters.
fn is_string(value: &str) -> bool {
    characters(value, ..=9)
}

impl Validate for SyncShape {
    const SHAPE: &'static Shape = &shapes::SYNC;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for ToOwnedShape {
    const SHAPE: &'static Shape = &shapes::TO_OWNED;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for ToStringShape {
    const SHAPE: &'static Shape = &shapes::TO_STRING;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for TryFromShape {
    const SHAPE: &'static Shape = &shapes::TRY_FROM;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

/// `Vec`: each at most 9 characters.
fn is_vec(value: &[String]) -> bool {
    value.iter().all(|item| is_string(item))
}

impl Validate for I32 {
    const SHAPE: &'static Shape = &shapes::I32;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}

impl Validate for Str {
    const SHAPE: &'static Shape = &shapes::STR;

    fn is_valid(&self) -> bool {
        is_short(&self.text)
    }
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(AsRefShape, AS_REF);

wire_form!(BoxShape, BOX);

wire_form!(CloneShape, CLONE);

wire_form!(CopyShape, COPY);

wire_form!(DebugShape, DEBUG);

wire_form!(DefaultShape, DEFAULT);

wire_form!(DropShape, DROP);

wire_form!(EqShape, EQ);

wire_form!(ErrShape, ERR);

wire_form!(ExtendShape, EXTEND);

wire_form!(FnShape, FN);

wire_form!(FromShape, FROM);

wire_form!(HashShape, HASH);

wire_form!(Holder, HOLDER);

wire_form!(IntoShape, INTO);

wire_form!(IntoIteratorShape, INTO_ITERATOR);

wire_form!(IteratorShape, ITERATOR);

wire_form!(NoneShape, NONE);

wire_form!(OkShape, OK);

wire_form!(OptionShape, OPTION);

wire_form!(enum OrdShape);

wire_form!(PartialEqShape, PARTIAL_EQ);

wire_form!(ResultShape, RESULT);

wire_form!(SelfShape, SELF);

wire_form!(enum SizedShape);

wire_form!(SomeShape, SOME);

wire_form!(SyncShape, SYNC);

wire_form!(ToOwnedShape, TO_OWNED);

wire_form!(ToStringShape, TO_STRING);

wire_form!(TryFromShape, TRY_FROM);

wire_form!(I32, I32);

wire_form!(Str, STR);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
