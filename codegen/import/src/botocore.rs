//! `service-2.json` of botocore -> a [`Draft`].

mod raw;
mod rest;
mod shapes;

use std::collections::{BTreeMap, HashSet};

use super::draft::{Draft, validation};
use super::failure::ImportError;
use super::html::to_markdown;
use super::notes::Notes;
use codegen_spec::{Auth, DeclaredError, Entries, Operation, Protocol, Service, Signing, SigningScheme};
use raw::{Metadata, Model, Reference};
use shapes::Reader;

/// Reads a model.
///
/// # Errors
/// Where it is not of the form, or of a protocol that the language has no word for.
pub(super) fn read(model: &str, name: &str) -> Result<Draft, ImportError> {
    let model: Model = serde_json::from_str(model)
        .map_err(|error| ImportError::json(&error, "the file `service-2.json` of botocore, unpacked"))?;
    let Model { metadata, operations, shapes: model_shapes, documentation, rest, .. } = model;
    let mut notes = Notes::default();
    rest::of_model(&rest, &mut notes);
    let protocol = protocol(&metadata, &mut notes)?;
    let signing = signing(&metadata, &mut notes);
    rest::of_metadata(&metadata.rest, &mut notes);
    let mut shapes = Reader::new(&model_shapes, &operations);
    shapes.read(&mut notes)?;
    let Metadata { api_version, target_prefix, service_full_name, .. } = metadata;
    let target_prefix = target_prefix.ok_or_else(|| {
        ImportError::new("metadata", "`targetPrefix` is missing", "the protocol needs it: ask for another model")
    })?;
    let operations = read_operations(&operations, &shapes, &mut notes)?;
    let (shapes, errors) = shapes.into_parts();
    let service = Service {
        name: name.to_owned(),
        title: service_full_name,
        version: api_version,
        doc: documentation.as_deref().and_then(to_markdown),
        rust_name: None,
        protocol,
        target_prefix,
        signing,
        validation: validation(&errors, &mut notes),
        first_documented_status: None,
        provenance: Vec::new(),
    };
    Ok(Draft { service, operations, shapes, errors, notes })
}

fn read_operations(
    model: &Entries<raw::Operation>,
    shapes: &Reader<'_>,
    notes: &mut Notes,
) -> Result<BTreeMap<String, Operation>, ImportError> {
    let mut operations = BTreeMap::new();
    for (key, raw) in model.iter() {
        let name = raw.name.as_deref().unwrap_or(key);
        if name != key {
            notes.add(&format!("operation {key}"), format_args!("is called `{name}` on the wire, and here"));
        }
        let operation = read_operation(&format!("operation {name}"), raw, shapes, notes);
        if operations.insert(name.to_owned(), operation).is_some() {
            return Err(ImportError::new(
                format!("operation {key}"),
                format!("another operation is called `{name}` on the wire too"),
                "mend the model: a server could not tell them apart",
            ));
        }
    }
    Ok(operations)
}

/// The protocol. A model of several names the one its clients should prefer, and lists all.
fn protocol(metadata: &Metadata, notes: &mut Notes) -> Result<Protocol, ImportError> {
    let Metadata { protocol, protocols, json_version, .. } = metadata;
    if protocol != "json" {
        if !protocols.iter().any(|other| other == "json") {
            return Err(ImportError::new(
                "metadata.protocol",
                format!("the protocol `{protocol}` has no word in the language"),
                "only models of the protocol `json` (awsJson 1.0 and 1.1) can be imported",
            ));
        }
        notes.add(
            &"service",
            format_args!("the model prefers the protocol `{protocol}`; its other one, `json`, is taken"),
        );
    }
    for other in protocols.iter().filter(|other| *other != "json" && *other != protocol) {
        notes.add(&"service", format_args!("the protocol `{other}`, which the model offers too, is left out"));
    }
    match json_version.as_deref() {
        Some("1.0") => Ok(Protocol::AwsJson10),
        Some("1.1") => Ok(Protocol::AwsJson11),
        Some(other) => Err(ImportError::new(
            "metadata.jsonVersion",
            format!("the version `{other}` of the protocol has no word in the language"),
            "only 1.0 and 1.1 can be imported",
        )),
        None => Err(ImportError::new(
            "metadata",
            "`jsonVersion` is missing",
            "add it: \"1.0\" or \"1.1\", as the service's `Content-Type` has it",
        )),
    }
}

fn signing(metadata: &Metadata, notes: &mut Notes) -> Option<Signing> {
    let Metadata { signature_version, signing_name, endpoint_prefix, .. } = metadata;
    match signature_version.as_deref() {
        Some("v4") => {
            let name = signing_name.as_ref().unwrap_or(endpoint_prefix).clone();
            Some(Signing { scheme: SigningScheme::Sigv4, name })
        }
        Some(other) => {
            notes
                .add(&"service", format_args!("signatures of version `{other}` are left out; requests are not signed"));
            None
        }
        None => None,
    }
}

fn read_operation(place: &str, raw: &raw::Operation, shapes: &Reader<'_>, notes: &mut Notes) -> Operation {
    let raw::Operation { name: _, http, input, output, errors, documentation, authtype, auth, rest } = raw;
    let (method, uri) = (http.method.as_deref().unwrap_or("POST"), http.request_uri.as_deref().unwrap_or("/"));
    if (method, uri) != ("POST", "/") {
        notes.add(&place, format_args!("`{method} {uri}` is left out; the protocol sends `POST /`"));
    }
    rest::of_operation(place, rest, notes);
    rest::of_operation(place, &http.rest, notes);
    let auth = read_auth(place, authtype.as_deref(), auth, notes);
    let mut declared: Vec<DeclaredError> = Vec::new();
    let mut seen = HashSet::new();
    for Reference { shape, rest, .. } in errors {
        rest::of_declared(place, rest, notes);
        if seen.insert(shape) {
            declared.push(DeclaredError::Name(shape.clone()));
        } else {
            notes.add(&place, format_args!("declares `{shape}` twice; the second is left out"));
        }
    }
    let mut target = |reference: &Option<Reference>| {
        let reference = reference.as_ref()?;
        rest::of_reference(place, &reference.rest, notes);
        Some(shapes.target(&reference.shape))
    };
    Operation {
        doc: documentation.as_deref().and_then(to_markdown),
        rust_name: None,
        auth,
        input: target(input),
        output: target(output),
        errors: declared,
    }
}

/// What a caller must prove, where it is not what the service says. `auth` is the newer key and lists schemes by
/// preference; both say the same in models that have both.
fn read_auth(place: &str, authtype: Option<&str>, auth: &[String], notes: &mut Notes) -> Option<Auth> {
    let is_none = |scheme: &String| scheme == "smithy.api#noAuth";
    if authtype == Some("none") || auth.first().is_some_and(is_none) {
        return Some(Auth::None);
    }
    if auth.iter().any(is_none) {
        notes.add(&place, "signatures are optional, which the language cannot say; they are asked for");
    }
    match authtype {
        None | Some("v4") => {}
        Some(other) => notes.add(&place, format_args!("`authtype: {other}` is left out; what the service says holds")),
    }
    for other in auth.iter().filter(|scheme| !is_none(scheme) && *scheme != "aws.auth#sigv4") {
        notes.add(&place, format_args!("`auth: {other}` is left out; what the service says holds"));
    }
    None
}
