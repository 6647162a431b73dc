//! Text of a description -> [`Spec`]: what the files say, name by name, with nothing resolved or judged.
//!
//! This is the spec language itself; `spec/README.md` explains each key. The names of the fields are the keys.

mod entries;
mod locate;
mod misread;
pub mod names;
mod operation;
pub mod parallel;
mod parse;
mod print;
pub mod report;
mod scalar;
mod service;
mod shape;

use serde::{Deserialize, Serialize};

pub use entries::Entries;
pub use operation::{Auth, DeclaredError, DocumentedError, Error, Fault, Operation, WireError};
pub use parse::{Source, Spec, parse};
pub use print::{Unreadable, print, read_yaml};
pub use scalar::{Number, Scalar};
pub use service::{Protocol, Provenance, ReportOrder, Service, Signing, SigningScheme, Validation, Wording};
pub use shape::{Length, Member, Range, Shape, TimestampFormat, Type, Wire};

/// One file of a description.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// What the API's operations have in common; in exactly one file of the folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Service>,
    /// Operations by name.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub operations: Entries<Operation>,
    /// Shapes by name.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub shapes: Entries<Shape>,
    /// Errors by name.
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub errors: Entries<Error>,
}
