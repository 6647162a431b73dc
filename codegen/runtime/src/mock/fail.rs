//! The names of an operation and an error -> the error that the operation fails with.

use std::fmt;

use super::super::codec::Encode;
use super::super::errors::DeclaredError;
use super::super::json::{Document, Writer};
use super::super::schema::{self, Kind, Service};
use super::sample::sample;

/// The error that an operation was told to fail with.
#[derive(Debug)]
pub(super) struct Failed {
    pub(super) operation: &'static str,
    error: &'static schema::Error,
    message: Option<String>,
    members: Document,
}

impl Failed {
    pub(super) fn new(service: &'static Service, operation: &str, error: &str) -> Result<Self, UnknownName> {
        let unknown_operation = || UnknownName::operation(service, operation);
        let operation =
            service.operations.iter().find(|known| known.name == operation).ok_or_else(unknown_operation)?;
        let unknown_error = || UnknownName::error(service, operation, error);
        let error = service.errors.iter().find(|known| known.shape.name == error).ok_or_else(unknown_error)?;
        let mut members = sample(error.shape).unwrap_or(Document::Object(Vec::new()));
        let text = format!("This mock was told to fail {} with {}.", operation.name, error.shape.name);
        let message = message(error).map(|name| {
            set(&mut members, name, Document::from(text.as_str()));
            text
        });
        Ok(Self { operation: operation.name, error, message, members })
    }
}

impl Encode for Failed {
    fn encode(&self, writer: &mut Writer) {
        writer.document(&self.members);
    }
}

impl DeclaredError for Failed {
    fn error(&self) -> &'static schema::Error {
        self.error
    }

    fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

/// The name of the member that says what went wrong.
fn message(error: &schema::Error) -> Option<&'static str> {
    let Kind::Structure(structure) = &error.shape.kind else { return None };
    let is_message = |member: &&schema::Member| {
        member.name.eq_ignore_ascii_case("message") && matches!(member.shape.kind, Kind::String)
    };
    structure.members.iter().find(is_message).map(|member| member.name)
}

fn set(object: &mut Document, name: &str, value: Document) {
    let Document::Object(entries) = object else { return };
    match entries.iter_mut().find(|(key, _)| key == name) {
        Some((_, old)) => *old = value,
        None => entries.push((name.to_owned(), value)),
    }
}

/// What a mock was told to fail is not in the API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName(String);

impl UnknownName {
    fn operation(service: &Service, name: &str) -> Self {
        let title = service.title;
        let same = service.operations.iter().find(|known| known.name.eq_ignore_ascii_case(name));
        let hint = same.map(|known| format!("; did you mean `{}`?", known.name)).unwrap_or_default();
        Self(format!("`{name}` is no operation of {title}{hint}"))
    }

    fn error(service: &Service, operation: &schema::Operation, name: &str) -> Self {
        let declared: Vec<_> = operation.errors.iter().map(|declared| declared.error.shape.name).collect();
        let hint = if declared.is_empty() {
            format!("{} declares none", operation.name)
        } else {
            format!("{} declares {}", operation.name, declared.join(", "))
        };
        Self(format!("`{name}` is no error of {}; {hint}", service.title))
    }

    /// That a text is not `OPERATION=ERROR`.
    pub(super) fn form(text: &str) -> Self {
        Self(format!("`{text}` has no `=`: write OPERATION=ERROR"))
    }
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for UnknownName {}
