//! The sections `operations` and `errors`: what can be called, and how it may fail.

use serde::{Deserialize, Serialize};

use super::{Entries, Member};

/// An operation.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Operation {
    /// Documentation, Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc: Option<String>,
    /// Name of the trait's method, in upper camel case, where the one made from the operation's will not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rust_name: Option<String>,
    /// What a caller must prove; by default what `service.signing` says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub auth: Option<Auth>,
    /// Name of the structure it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
    /// Name of the structure it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub output: Option<String>,
    /// The errors it declares, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<DeclaredError>,
}

/// What a caller must prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Auth {
    /// The request carries an AWS signature, version 4.
    Sigv4,
    /// Nothing.
    None,
}

/// An error as one operation declares it: its name, or its name with the status its documentation prints.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(untagged, expecting = "expected the name of an error, or a map of `error` and `documented_status`")]
pub enum DeclaredError {
    /// By name alone.
    Name(String),
    /// With a documented status of its own.
    Documented(DocumentedError),
}

impl DeclaredError {
    /// The error's name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Name(name) => name,
            Self::Documented(documented) => &documented.error,
        }
    }
}

/// An error with the status that an operation's documentation prints for it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentedError {
    /// Name of the error.
    pub error: String,
    /// The status.
    pub documented_status: u16,
}

/// An error.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Error {
    /// Documentation, Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc: Option<String>,
    /// Name of the Rust type, where the one made from the error's will not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rust_name: Option<String>,
    /// Who is to blame.
    pub fault: Fault,
    /// HTTP status the real endpoint sends; 400 for a client's fault and 500 for the server's by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Members of its structure.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub members: Entries<Member>,
    /// What the real endpoint does that the vendor's model does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wire: Option<WireError>,
}

impl Error {
    /// The HTTP status that the real endpoint sends.
    #[must_use]
    pub fn real_status(&self) -> u16 {
        let said = self.wire.as_ref().map(|wire| wire.status).or(self.status);
        said.unwrap_or(match self.fault {
            Fault::Client => 400,
            Fault::Server => 500,
        })
    }
}

/// Who is to blame for an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// The caller.
    Client,
    /// The service.
    Server,
}

/// What the real endpoint does with an error that the vendor's model does not say.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct WireError {
    /// HTTP status in place of the error's own.
    pub status: u16,
    /// Where it was seen.
    pub evidence: String,
}
