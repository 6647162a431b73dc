//! An `OpenAPI` 3 document -> a [`Draft`].
//!
//! Directories of public APIs publish the JSON services of AWS in this form: each operation is a path of its own,
//! `/#X-Amz-Target=Prefix.Operation`, and its errors are responses whose statuses only number them.

mod kinds;
mod operations;
mod raw;
mod schemas;

use serde_json::Value;

use super::draft::{Draft, validation};
use super::failure::ImportError;
use super::html::to_markdown;
use super::notes::Notes;
use codegen_spec::{self as spec, Protocol, Service, Signing, SigningScheme};
use operations::Paths;
use raw::{Document, Info};
use schemas::Reader;

/// What a document of the form looks like, for the cure of those that do not.
const FORM: &str = "an OpenAPI 3 document with a path `/#X-Amz-Target=Prefix.Operation` for each operation";

/// Reads a document.
///
/// # Errors
/// Where it is not of the form.
pub(super) fn read(model: &str, name: &str) -> Result<Draft, ImportError> {
    let document = parse(model)?;
    if !document.openapi.starts_with("3.") {
        return Err(ImportError::new(
            "openapi",
            format!("version {} of the form is not known", document.openapi),
            format!("give {FORM}"),
        ));
    }
    let mut notes = Notes::default();
    let Document { openapi: _, info, paths, components, security } = document;
    let errors = operations::errors(&paths, &components)?;
    let mut reader = Reader::new(&components.schemas, errors);
    let operations = operations::read(&paths, &components, &mut reader, &mut notes)?;
    reader.read(&mut notes)?;
    let (shapes, errors) = reader.into_parts(operations.is_counted, &mut notes);
    let Paths { operations, target_prefix, first_documented_status, protocol, is_counted: _ } = operations;
    let Info { title, version, description, service_name } = info;
    let is_signed = security.iter().flat_map(|schemes| schemes.keys()).any(|scheme| {
        let scheme = components.security_schemes.get(scheme);
        scheme.is_some_and(|scheme| scheme.authtype.as_deref() == Some("awsSigv4"))
    });
    let signing = is_signed.then(|| {
        let name = service_name.unwrap_or_else(|| name.to_owned());
        notes.guess(&"service", format_args!("`signing.name` is a guess, `{name}`: the document does not say it"));
        Signing { scheme: SigningScheme::Sigv4, name }
    });
    let protocol = protocol.unwrap_or_else(|| {
        notes.guess(&"service", "`protocol` is a guess, `aws_json_1_1`: the document does not say its version");
        Protocol::AwsJson11
    });
    let service = Service {
        name: name.to_owned(),
        title,
        version: version.as_str().map_or_else(|| version.to_string(), str::to_owned),
        doc: description.as_deref().and_then(to_markdown),
        rust_name: None,
        protocol,
        target_prefix,
        signing,
        validation: validation(&errors, &mut notes),
        first_documented_status,
        provenance: Vec::new(),
    };
    Ok(Draft { service, operations, shapes, errors, notes })
}

/// Reads the text, JSON or YAML.
fn parse(model: &str) -> Result<Document, ImportError> {
    if model.trim_start().starts_with('{') {
        return serde_json::from_str(model).map_err(|error| ImportError::json(&error, FORM));
    }
    spec::read_yaml(model).map_err(|problem| {
        let place = format!("line {}, column {}", problem.line, problem.column);
        ImportError::new(place, problem.message, format!("give {FORM}"))
    })
}

/// A value of an enum or the like as text: YAML takes some for numbers or truth values.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
