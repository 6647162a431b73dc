//! An error of the API -> a sample of it, which an operation can fail with.

use super::super::codec::Encode;
use super::super::errors::DeclaredError;
use super::super::json::{Document, Writer};
use super::super::schema::{self, Kind};
use super::sample::sample;

/// A sample of an error, all members set, whose message says that it was asked for.
#[derive(Debug)]
pub(super) struct Failed {
    error: &'static schema::Error,
    message: Option<String>,
    members: Document,
}

impl Failed {
    pub(super) fn new(error: &'static schema::Error) -> Self {
        let mut members = sample(error.shape).unwrap_or(Document::Object(Vec::new()));
        let text = format!("This mock was told to fail with {}.", error.name);
        let message = message(error).map(|name| {
            set(&mut members, name, Document::from(text.as_str()));
            text
        });
        Self { error, message, members }
    }

    pub(super) fn name(&self) -> &'static str {
        self.error.name
    }

    /// What its body holds beside its name.
    pub(super) fn into_members(self) -> Document {
        self.members
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
