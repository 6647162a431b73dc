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

use std::collections::BTreeMap;
use super::errors::*;
use super::schema::shapes;
use super::types::*;
use super::validate::*;
use crate::runtime::{Decode, Encode, Reader, Validate, Writer};
use crate::runtime::schema::Shape;
use crate::runtime::validate::unique;

impl Decode for BTreeMapShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for BTreeMapShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for ContextShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for DecodeShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for DecodeShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for DispatchShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for DispatchShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for DocumentShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for DocumentShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for EncodeShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for EncodeShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for ErrorShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Reader" => reader.member(&mut value.reader),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for ExchangeShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for ExchangeShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for FailureShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "message" => reader.member(&mut value.message),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for FutureShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for FutureShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for Kind {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for Kind {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for Member {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for Member {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for OperationShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for OperationsShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for OutcomeShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for OutcomeShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for Pattern {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for Pattern {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for RaisesShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for RaisesShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for ReaderShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Decode for RedactedShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Secret" => reader.member(&mut value.secret),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for RedactedShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Secret", &self.secret);
        writer.end_structure();
    }
}

impl Decode for Rejected {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for Rejected {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for ReplyShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for ServerShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for Service {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for Service {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for ShapeShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for ShapeShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for StatusCodesShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for StatusCodesShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for TimestampShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "At" => reader.member(&mut value.at),
                "Map" => reader.member(&mut value.map),
                "Any" => reader.member(&mut value.any),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for TimestampShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("At", &self.at);
        writer.optional("Map", &self.map);
        writer.optional("Any", &self.any);
        writer.end_structure();
    }
}

impl Decode for TimestampFormatShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for TimestampFormatShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for ValidateShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "List" => reader.member(&mut value.list),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for ValidateShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("List", &self.list);
        writer.end_structure();
    }
}

impl Decode for WriterShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for WriterShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Validate for BTreeMapShape {
    const SHAPE: &'static Shape = &shapes::B_TREE_MAP;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for DecodeShape {
    const SHAPE: &'static Shape = &shapes::DECODE;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for DispatchShape {
    const SHAPE: &'static Shape = &shapes::DISPATCH;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for DocumentShape {
    const SHAPE: &'static Shape = &shapes::DOCUMENT;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for EncodeShape {
    const SHAPE: &'static Shape = &shapes::ENCODE;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for ExchangeShape {
    const SHAPE: &'static Shape = &shapes::EXCHANGE;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for FutureShape {
    const SHAPE: &'static Shape = &shapes::FUTURE;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for Kind {
    const SHAPE: &'static Shape = &shapes::KIND;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

/// `Map`: each key at most 3 characters; each value at most 3 characters.
fn is_map(value: &BTreeMap<String, String>) -> bool {
    value.keys().all(|key| is_short(key)) && value.values().all(|value| is_short(value))
}

impl Validate for Member {
    const SHAPE: &'static Shape = &shapes::MEMBER;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for OperationShape {
    const SHAPE: &'static Shape = &shapes::OPERATION;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for OutcomeShape {
    const SHAPE: &'static Shape = &shapes::OUTCOME;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for Pattern {
    const SHAPE: &'static Shape = &shapes::PATTERN;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for RaisesShape {
    const SHAPE: &'static Shape = &shapes::RAISES;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for ReaderShape {
    const SHAPE: &'static Shape = &shapes::READER;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for RedactedShape {
    const SHAPE: &'static Shape = &shapes::REDACTED;

    fn is_valid(&self) -> bool {
        self.secret.as_deref().is_none_or(is_short)
    }
}

impl Validate for Rejected {
    const SHAPE: &'static Shape = &shapes::REJECTED;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for ReplyShape {
    const SHAPE: &'static Shape = &shapes::REPLY;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for Service {
    const SHAPE: &'static Shape = &shapes::SERVICE;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for ShapeShape {
    const SHAPE: &'static Shape = &shapes::SHAPE;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for StatusCodesShape {
    const SHAPE: &'static Shape = &shapes::STATUS_CODES;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for TimestampShape {
    const SHAPE: &'static Shape = &shapes::TIMESTAMP;

    fn is_valid(&self) -> bool {
        self.map.as_ref().is_none_or(is_map)
    }
}

impl Validate for TimestampFormatShape {
    const SHAPE: &'static Shape = &shapes::TIMESTAMP_FORMAT;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

/// `Unique`: no two equal; each each key at most 3 characters and each value at most 3 characters.
fn is_unique(value: &[BTreeMap<String, String>]) -> bool {
    unique(value, Encode::to_body) && value.iter().all(|item| is_map(item))
}

impl Validate for ValidateShape {
    const SHAPE: &'static Shape = &shapes::VALIDATE;

    fn is_valid(&self) -> bool {
        self.list.as_deref().is_none_or(is_unique)
    }
}

impl Validate for WriterShape {
    const SHAPE: &'static Shape = &shapes::WRITER;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}
}

mod codec {
//! Requests from the wire, responses and errors to it.

use super::errors::*;
use super::types::*;
use crate::runtime::{Decode, Encode, Reader, Writer};

impl Decode for ContextShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for ErrorShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Reader", &self.reader);
        writer.end_structure();
    }
}

impl Encode for FailureShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("message", &self.message);
        writer.end_structure();
    }
}

impl Encode for OperationShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for OperationsShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}

impl Encode for ReaderShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Encode for ReplyShape {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Text", &self.text);
        writer.end_structure();
    }
}

impl Decode for ServerShape {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut value = Self::default();
        while let Some(member) = members.next(reader) {
            match member {
                "Text" => reader.member(&mut value.text),
                _ => reader.skip(),
            }
        }
        Some(value)
    }
}
}

pub mod errors {
//! The errors of the API.

use std::fmt;
use super::schema;
use super::types::*;
use crate::runtime as rt;

/// `Error`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ErrorShape {
    /// Wire name `Reader`.
    pub reader: Option<ReaderShape>,
}

impl rt::DeclaredError for ErrorShape {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::ERROR
    }

    fn message(&self) -> Option<&str> {
        None
    }
}

impl fmt::Display for ErrorShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for ErrorShape {}

/// `Failure`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FailureShape {
    /// Wire name `message`.
    pub message: Option<String>,
}

impl FailureShape {
    /// The error with what went wrong, for a person.
    #[must_use]
    pub fn with_message(message: impl Into<String>) -> Self {
        Self {
            message: Some(message.into()),
        }
    }
}

impl rt::DeclaredError for FailureShape {
    fn error(&self) -> &'static rt::schema::Error {
        &schema::errors::FAILURE
    }

    fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

impl fmt::Display for FailureShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        rt::errors::display(self, f)
    }
}

impl std::error::Error for FailureShape {}

/// Any error of the API, for code that serves more than one operation.
///
/// An operation answers with one by [`Failure::undeclared`](rt::Failure::undeclared), since the compiler
/// cannot know whether it declares it.
#[derive(Clone, Debug, PartialEq)]
pub enum Error {
    /// `Error`, HTTP status 400.
    ErrorShape(ErrorShape),
    /// `Failure`, HTTP status 400.
    FailureShape(FailureShape),
}

impl From<ErrorShape> for Error {
    fn from(error: ErrorShape) -> Self {
        Self::ErrorShape(error)
    }
}

impl From<FailureShape> for Error {
    fn from(error: FailureShape) -> Self {
        Self::FailureShape(error)
    }
}

impl Error {
    /// The error as what all of them have in common.
    #[must_use]
    pub fn as_declared(&self) -> &dyn rt::DeclaredError {
        match self {
            Self::ErrorShape(error) => error,
            Self::FailureShape(error) => error,
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
        method(S::context),
        method(S::exchange),
        method(S::operation),
        method(|service: &'static S, context, ()| service.raises(context)),
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
    async fn context(
        &self,
        context: &Context,
        input: ContextShape,
    ) -> Outcome<operation::ContextShape> {
        self.answer(context, input).await
    }

    async fn exchange(
        &self,
        context: &Context,
        input: ServerShape,
    ) -> Outcome<operation::ExchangeShape> {
        self.answer(context, input).await
    }

    async fn operation(
        &self,
        context: &Context,
        input: OperationsShape,
    ) -> Outcome<operation::OperationShape> {
        self.answer(context, input).await
    }

    async fn raises(&self, context: &Context) -> Outcome<operation::RaisesShape> {
        self.answer(context, ()).await
    }
}
}

pub mod operation {
//! A type for each operation: what it takes, answers and raises, for the compiler.

use super::errors;
use super::schema;
use super::types;
use crate::runtime::{Exchange, Raises, schema as table};

/// `Context`.
pub enum ContextShape {}

impl Exchange for ContextShape {
    type Input = types::ContextShape;
    type Output = types::ReplyShape;
    const OPERATION: &'static table::Operation = &schema::operations::CONTEXT;
}

impl Raises<errors::ErrorShape> for ContextShape {}
impl Raises<errors::FailureShape> for ContextShape {}

/// `Exchange`.
pub enum ExchangeShape {}

impl Exchange for ExchangeShape {
    type Input = types::ServerShape;
    type Output = ();
    const OPERATION: &'static table::Operation = &schema::operations::EXCHANGE;
}

/// `Operation`.
pub enum OperationShape {}

impl Exchange for OperationShape {
    type Input = types::OperationsShape;
    type Output = ();
    const OPERATION: &'static table::Operation = &schema::operations::OPERATION;
}

/// `Raises`.
pub enum RaisesShape {}

impl Exchange for RaisesShape {
    type Input = ();
    type Output = types::OperationShape;
    const OPERATION: &'static table::Operation = &schema::operations::RAISES;
}

impl Raises<errors::FailureShape> for RaisesShape {}
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

/// `BTreeMap`.
pub static B_TREE_MAP: Shape = Shape::structure("BTreeMap", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Decode`.
pub static DECODE: Shape = Shape::structure("Decode", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Dispatch`.
pub static DISPATCH: Shape = Shape::structure("Dispatch", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Document`.
pub static DOCUMENT: Shape = Shape::structure("Document", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Encode`.
pub static ENCODE: Shape = Shape::structure("Encode", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Error`.
pub static ERROR: Shape = Shape::structure("Error", &[Member::optional("Reader", "reader", &READER)], &[0]);

/// `Exchange`.
pub static EXCHANGE: Shape = Shape::structure("Exchange", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Failure`.
pub static FAILURE: Shape =
    Shape::structure("Failure", &[Member::optional("message", "message", &plain::STRING)], &[0]);

/// `Future`.
pub static FUTURE: Shape = Shape::structure("Future", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Kind`.
pub static KIND: Shape = Shape::structure("Kind", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Map`.
pub static MAP: Shape = Shape::new("Map", Kind::Map { key: &SHORT, value: &SHORT });

/// `Member`.
pub static MEMBER: Shape = Shape::structure("Member", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Operation`.
pub static OPERATION: Shape = Shape::structure("Operation", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Outcome`.
pub static OUTCOME: Shape = Shape::structure("Outcome", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Pattern`.
pub static PATTERN: Shape = Shape::structure("Pattern", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Raises`.
pub static RAISES: Shape = Shape::structure("Raises", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Reader`.
pub static READER: Shape = Shape::structure("Reader", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Redacted`.
pub static REDACTED: Shape =
    Shape::structure("Redacted", &[Member::optional("Secret", "secret", &SHORT).redacted()], &[0]);

/// `Rejected`.
pub static REJECTED: Shape = Shape::structure("Rejected", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Reply`.
pub static REPLY: Shape = Shape::structure("Reply", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Service`.
pub static SERVICE: Shape = Shape::structure("Service", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Shape`.
pub static SHAPE: Shape = Shape::structure("Shape", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `StatusCodes`.
pub static STATUS_CODES: Shape = Shape::structure("StatusCodes", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Timestamp`.
pub static TIMESTAMP: Shape = Shape::structure(
    "Timestamp",
    &[
        Member::optional("At", "at", &plain::TIMESTAMP),
        Member::optional("Map", "map", &MAP),
        Member::optional("Any", "any", &plain::DOCUMENT),
    ],
    &[0, 1, 2],
);

/// `TimestampFormat`.
pub static TIMESTAMP_FORMAT: Shape =
    Shape::structure("TimestampFormat", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Unique`.
pub static UNIQUE: Shape = Shape::new("Unique", Kind::List(&MAP)).within(&[Constraint::UniqueItems]);

/// `Validate`.
pub static VALIDATE: Shape = Shape::structure("Validate", &[Member::optional("List", "list", &UNIQUE)], &[0]);

/// `Writer`.
pub static WRITER: Shape = Shape::structure("Writer", &[Member::optional("Text", "text", &SHORT)], &[0]);
}

pub mod errors {
//! The errors, as static tables.

use super::shapes;
use crate::runtime::schema::{Error, Fault};

/// `Error`.
pub static ERROR: Error = Error {
    name: "Error",
    shape: &shapes::ERROR,
    fault: Fault::Client,
    status: 400,
};

/// `Failure`.
pub static FAILURE: Error = Error {
    name: "Failure",
    shape: &shapes::FAILURE,
    fault: Fault::Client,
    status: 400,
};
}

pub mod operations {
//! The operations, as static tables.

use super::errors;
use super::shapes;
use crate::runtime::schema::*;

/// `Context`.
pub static CONTEXT: Operation = Operation {
    name: "Context",
    auth: Auth::None,
    input: Some(&shapes::CONTEXT),
    output: Some(&shapes::REPLY),
    errors: &[&errors::ERROR, &errors::FAILURE],
    documented_statuses: DocumentedStatuses::Real,
};

/// `Exchange`.
pub static EXCHANGE: Operation = Operation {
    name: "Exchange",
    auth: Auth::None,
    input: Some(&shapes::SERVER),
    output: None,
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};

/// `Operation`.
pub static OPERATION: Operation = Operation {
    name: "Operation",
    auth: Auth::None,
    input: Some(&shapes::OPERATIONS),
    output: None,
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};

/// `Raises`.
pub static RAISES: Operation = Operation {
    name: "Raises",
    auth: Auth::None,
    input: None,
    output: Some(&shapes::OPERATION),
    errors: &[&errors::FAILURE],
    documented_statuses: DocumentedStatuses::Real,
};
}

pub mod shapes {
//! The shapes, as static tables.

pub use super::client::*;
use crate::runtime::schema::*;

/// `Context`.
pub static CONTEXT: Shape = Shape::structure("Context", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Operations`.
pub static OPERATIONS: Shape = Shape::structure("Operations", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Server`.
pub static SERVER: Shape = Shape::structure("Server", &[Member::optional("Text", "text", &SHORT)], &[0]);

/// `Short`.
pub static SHORT: Shape = Shape::new("Short", Kind::String).within(&[Constraint::length_to(3)]).such_as("\"exa\"");
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
    operations: &[&operations::CONTEXT, &operations::EXCHANGE, &operations::OPERATION, &operations::RAISES],
    errors: &[&errors::ERROR, &errors::FAILURE],
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
    /// `Context`.
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
    /// {"Text":"exa"}
    /// ```
    ///
    /// # Errors
    ///
    /// - [`ErrorShape`](super::errors::ErrorShape): 400
    /// - [`FailureShape`](super::errors::FailureShape): 400
    fn context(
        &self,
        context: &Context,
        input: ContextShape,
    ) -> impl Future<Output = Outcome<operation::ContextShape>> + Send {
        not_implemented(context, input)
    }

    /// `Exchange`.
    ///
    /// # Example
    ///
    /// ```json
    /// {}
    /// ```
    ///
    /// is answered with an empty body.
    fn exchange(
        &self,
        context: &Context,
        input: ServerShape,
    ) -> impl Future<Output = Outcome<operation::ExchangeShape>> + Send {
        not_implemented(context, input)
    }

    /// `Operation`.
    ///
    /// # Example
    ///
    /// ```json
    /// {}
    /// ```
    ///
    /// is answered with an empty body.
    fn operation(
        &self,
        context: &Context,
        input: OperationsShape,
    ) -> impl Future<Output = Outcome<operation::OperationShape>> + Send {
        not_implemented(context, input)
    }

    /// `Raises`.
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
    /// {"Text":"exa"}
    /// ```
    ///
    /// # Errors
    ///
    /// - [`FailureShape`](super::errors::FailureShape): 400
    fn raises(
        &self,
        context: &Context,
    ) -> impl Future<Output = Outcome<operation::RaisesShape>> + Send {
        not_implemented(context, ())
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
            Operation::ContextShape => call(service, context, body, S::context),
            Operation::ExchangeShape => call(service, context, body, S::exchange),
            Operation::OperationShape => call(service, context, body, S::operation),
            Operation::RaisesShape => {
                call(
                    service,
                    context,
                    body,
                    |service, context, ()| service.raises(context),
                )
            }
        }
    }
}

/// An operation of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Operation {
    /// `Context`.
    ContextShape,
    /// `Exchange`.
    ExchangeShape,
    /// `Operation`.
    OperationShape,
    /// `Raises`.
    RaisesShape,
}

impl Operation {
    /// All operations, sorted by name.
    pub const ALL: &[Self] = &[
        Self::ContextShape,
        Self::ExchangeShape,
        Self::OperationShape,
        Self::RaisesShape,
    ];

    /// The operation of that name on the wire.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let operation = match name {
            "Context" => Self::ContextShape,
            "Exchange" => Self::ExchangeShape,
            "Operation" => Self::OperationShape,
            "Raises" => Self::RaisesShape,
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
            Self::ContextShape => &schema::operations::CONTEXT,
            Self::ExchangeShape => &schema::operations::EXCHANGE,
            Self::OperationShape => &schema::operations::OPERATION,
            Self::RaisesShape => &schema::operations::RAISES,
        }
    }
}
}

pub mod types {
//! The structures, unions and enums of the API.

use std::collections::BTreeMap;
use std::fmt;
use crate::runtime::{Document, Redacted, Timestamp, debug_structure};

/// `BTreeMap`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BTreeMapShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Context`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ContextShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Decode`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DecodeShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Dispatch`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DispatchShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Document`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Encode`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EncodeShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Exchange`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExchangeShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Future`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FutureShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Kind`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kind {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Member`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Member {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Operation`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperationShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Operations`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OperationsShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Outcome`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutcomeShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Pattern`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pattern {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Raises`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RaisesShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Reader`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReaderShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Redacted`.
#[derive(Clone, Default, PartialEq)]
pub struct RedactedShape {
    /// Wire name `Secret`, at most 3 characters.
    pub secret: Option<String>,
}

impl fmt::Debug for RedactedShape {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug_structure(
            f,
            "RedactedShape",
            &[("secret", &Redacted::option(&self.secret))],
        )
    }
}

/// `Rejected`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rejected {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Reply`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReplyShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Server`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ServerShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Service`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Service {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Shape`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShapeShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `StatusCodes`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StatusCodesShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Timestamp`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimestampShape {
    /// Wire name `At`.
    pub at: Option<Timestamp>,
    /// Wire name `Map`, each key at most 3 characters, each value at most 3 characters.
    pub map: Option<BTreeMap<String, String>>,
    /// Wire name `Any`.
    pub any: Option<Document>,
}

/// `TimestampFormat`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimestampFormatShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}

/// `Validate`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValidateShape {
    /// Wire name `List`, no two equal, each each key at most 3 characters and each value at most 3
    /// characters.
    pub list: Option<Vec<BTreeMap<String, String>>>,
}

/// `Writer`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WriterShape {
    /// Wire name `Text`, at most 3 characters.
    pub text: Option<String>,
}
}

mod validate {
//! Whether values keep the constraints of their shapes.

use super::schema::shapes;
use super::types::*;
use crate::runtime::Validate;
use crate::runtime::schema::Shape;
use crate::runtime::validate::characters;

impl Validate for ContextShape {
    const SHAPE: &'static Shape = &shapes::CONTEXT;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for OperationsShape {
    const SHAPE: &'static Shape = &shapes::OPERATIONS;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

impl Validate for ServerShape {
    const SHAPE: &'static Shape = &shapes::SERVER;

    fn is_valid(&self) -> bool {
        self.text.as_deref().is_none_or(is_short)
    }
}

/// `Short`: at most 3 characters.
pub(super) fn is_short(value: &str) -> bool {
    characters(value, ..=3)
}
}

#[cfg(feature = "serde")]
mod wire_form {
//! serde's traits for all types, in the form of the wire.

use super::errors::*;
use super::schema::shapes;
use super::types::*;
use crate::runtime::wire_form::{self, wire_form};

wire_form!(BTreeMapShape, B_TREE_MAP);

wire_form!(ContextShape, CONTEXT);

wire_form!(DecodeShape, DECODE);

wire_form!(DispatchShape, DISPATCH);

wire_form!(DocumentShape, DOCUMENT);

wire_form!(EncodeShape, ENCODE);

wire_form!(ErrorShape, ERROR);

wire_form!(ExchangeShape, EXCHANGE);

wire_form!(FailureShape, FAILURE);

wire_form!(FutureShape, FUTURE);

wire_form!(Kind, KIND);

wire_form!(Member, MEMBER);

wire_form!(OperationShape, OPERATION);

wire_form!(OperationsShape, OPERATIONS);

wire_form!(OutcomeShape, OUTCOME);

wire_form!(Pattern, PATTERN);

wire_form!(RaisesShape, RAISES);

wire_form!(ReaderShape, READER);

wire_form!(RedactedShape, REDACTED);

wire_form!(Rejected, REJECTED);

wire_form!(ReplyShape, REPLY);

wire_form!(ServerShape, SERVER);

wire_form!(Service, SERVICE);

wire_form!(ShapeShape, SHAPE);

wire_form!(StatusCodesShape, STATUS_CODES);

wire_form!(TimestampShape, TIMESTAMP);

wire_form!(TimestampFormatShape, TIMESTAMP_FORMAT);

wire_form!(ValidateShape, VALIDATE);

wire_form!(WriterShape, WRITER);
}



pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
pub use implemented::implemented;
pub use service::{Case, Operation, server};
