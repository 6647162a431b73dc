//! A vendor's model of an API -> the files of a folder in the spec language.
//!
//! A model is read into a `Draft`, which is the spec language without files; what people wrote into
//! the folder is laid over it, names that would clash in Rust are told apart, and each entry goes into its file.

mod botocore;
mod disambiguate;
mod draft;
mod failure;
mod folder;
mod html;
mod merge;
mod notes;
mod number;
mod openapi;
mod place;
mod smithy;

use codegen_spec::Provenance;

pub use failure::ImportError;

/// A vendor's way to write a model down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vendor {
    /// `service-2.json` of botocore, the library below the AWS command line.
    Botocore,
    /// The JSON form of a Smithy model, 1.0 or 2.0.
    Smithy,
    /// `OpenAPI` 3, JSON or YAML, as directories of public APIs publish the services of AWS in it.
    OpenApi,
}

/// What to do with documentation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Docs {
    /// Leave no documentation in the folder.
    None,
    /// Leave the folder's as it is and take none from the model.
    #[default]
    Keep,
    /// Leave the folder's as it is and take the model's where there is none: its first paragraph, as Markdown.
    Import,
}

/// A file of the folder as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Existing {
    /// Its name within the folder.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// What came of importing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The folder as it should be: names and YAML, sorted. A file that is not among them has nothing left to say.
    pub files: Vec<(String, String)>,
    /// What is different from the folder as it was, one line each.
    pub changes: Vec<String>,
    /// What the model says and the language cannot, one line each with the place.
    pub notes: Vec<String>,
}

/// Turns a vendor's model into the files of a folder that holds `existing` now. `name` is what `service.name` will
/// say; `provenance` names the source of the model and its version.
///
/// # Errors
/// Where the model, or a file of the folder, is not what it should be: the first such place, and the cure.
pub fn import(
    vendor: Vendor,
    model: &str,
    existing: &[Existing],
    docs: Docs,
    name: &str,
    provenance: Option<(String, String)>,
) -> Result<Imported, ImportError> {
    let folder = folder::read(existing)?;
    let mut draft = match vendor {
        Vendor::Botocore => botocore::read(model, name)?,
        Vendor::Smithy => smithy::read(model, name)?,
        Vendor::OpenApi => openapi::read(model, name)?,
    };
    draft.check()?;
    draft.settle_presence();
    let source = provenance.map(|(source, version)| Provenance { source, version: Some(version), note: None });
    merge::merge(&mut draft, &folder, vendor, docs, source);
    disambiguate::disambiguate(&mut draft);
    let changes = merge::changes(&draft, &folder);
    let mut notes = std::mem::take(&mut draft.notes);
    let files = place::place(draft, &folder);
    let files = folder::render(files, &folder, &mut notes);
    Ok(Imported { files, changes, notes: notes.into_lines() })
}
