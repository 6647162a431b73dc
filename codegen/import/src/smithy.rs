//! The JSON form of a Smithy model -> a [`Draft`] of its one service.

pub(super) mod anchors;
mod closure;
mod kinds;
mod mixins;
mod raw;
mod rest;
mod shapes;
mod traits;

use std::collections::{BTreeMap, HashSet};

use serde::Deserialize;

use super::draft::{Draft, validation};
use super::failure::ImportError;
use super::notes::{Aside, Notes};
use closure::Closure;
use codegen_spec::{Auth, DeclaredError, Operation, Protocol, Service, Signing, SigningScheme, Wording};
use raw::{Model, Shape, Type, value};
use shapes::Reader;
use traits::documentation;

/// The error of servers that are generated from Smithy models.
const FRAMEWORK_ERROR: &str = "smithy.framework#ValidationException";

/// Reads a model.
///
/// # Errors
/// Where it is not of the form, has not one service, or is of a protocol that the language has no word for.
pub(super) fn read(model: &str, name: &str) -> Result<Draft, ImportError> {
    let model: Model = serde_json::from_str(model)
        .map_err(|error| ImportError::json(&error, "the JSON form of a Smithy model, with all shapes it needs"))?;
    let Model { smithy, shapes, metadata } = model;
    if !smithy.starts_with("1.") && !smithy.starts_with("2.") {
        return Err(ImportError::new(
            "smithy",
            format!("version {smithy} of the form is not known"),
            "write the model with version 1.0 or 2.0",
        ));
    }
    let mut notes = Notes::default();
    if metadata.is_some() {
        notes.aside(Aside::Tooling);
    }
    let shapes = mixins::resolve(shapes)?;
    let (id, service) = only_service(&shapes)?;
    let closure = closure::closure(&shapes, service)?;
    let mut reader = Reader::new(&shapes, &closure);
    reader.read(&mut notes)?;
    let operations = read_operations(&shapes, service, &closure, &mut reader, &mut notes)?;
    let (shapes_read, errors) = reader.into_parts();
    let place = "service";
    rest::note(place, &service.traits, &mut notes);
    let title: Option<String> = value(place, &service.traits, "smithy.api#title")?;
    let mut validation = validation(&errors, &mut notes);
    if closure.names.contains_key(FRAMEWORK_ERROR) {
        validation.wording = Wording::Smithy;
    }
    let service = Service {
        name: name.to_owned(),
        title: title.unwrap_or_else(|| raw::name(id).to_owned()),
        version: service.version.clone().unwrap_or_default(),
        doc: documentation(place, &service.traits)?,
        rust_name: None,
        protocol: protocol(service)?,
        target_prefix: raw::name(id).to_owned(),
        signing: signing(service)?,
        validation,
        first_documented_status: None,
        provenance: Vec::new(),
    };
    Ok(Draft { service, operations, shapes: shapes_read, errors, notes })
}

fn only_service(shapes: &BTreeMap<String, Shape>) -> Result<(&str, &Shape), ImportError> {
    let services: Vec<_> = shapes.iter().filter(|(_, shape)| shape.r#type == Type::Service).collect();
    match services.as_slice() {
        [(id, service)] => Ok((id, service)),
        [] => Err(ImportError::new("the model", "it has no service", "give the model of a service")),
        several => {
            let ids: Vec<_> = several.iter().map(|(id, _)| format!("`{id}`")).collect();
            let message = format!("it has the services {}", ids.join(" and "));
            Err(ImportError::new("the model", message, "take all but one of them out: a folder describes one"))
        }
    }
}

fn protocol(service: &Shape) -> Result<Protocol, ImportError> {
    let has = |id: &str| service.traits.contains_key(id);
    if has("aws.protocols#awsJson1_1") {
        return Ok(Protocol::AwsJson11);
    }
    if has("aws.protocols#awsJson1_0") {
        return Ok(Protocol::AwsJson10);
    }
    let is_protocol = |id: &&String| id.starts_with("aws.protocols#") || id.starts_with("smithy.protocols#");
    let others: Vec<_> = service.traits.keys().filter(is_protocol).map(|id| format!("`{id}`")).collect();
    let message = if others.is_empty() {
        "it names no protocol".to_owned()
    } else {
        format!("the language has no word for {}", others.join(" or "))
    };
    Err(ImportError::new("service", message, "only services of awsJson 1.0 and 1.1 can be imported"))
}

#[derive(Deserialize)]
struct Sigv4 {
    name: String,
}

/// How requests are signed; a service can have the scheme and list, by `auth`, others.
fn signing(service: &Shape) -> Result<Option<Signing>, ImportError> {
    let listed: Option<Vec<String>> = value("service", &service.traits, "smithy.api#auth")?;
    if listed.is_some_and(|schemes| !schemes.iter().any(|scheme| scheme == "aws.auth#sigv4")) {
        return Ok(None);
    }
    let sigv4: Option<Sigv4> = value("service", &service.traits, "aws.auth#sigv4")?;
    Ok(sigv4.map(|Sigv4 { name }| Signing { scheme: SigningScheme::Sigv4, name }))
}

fn read_operations(
    shapes: &BTreeMap<String, Shape>,
    service: &Shape,
    closure: &Closure<'_>,
    reader: &mut Reader<'_>,
    notes: &mut Notes,
) -> Result<BTreeMap<String, Operation>, ImportError> {
    let mut operations = BTreeMap::new();
    for id in &closure.operations {
        let name = raw::name(id);
        let place = format!("operation {name}");
        let shape = shapes.get(*id).ok_or_else(|| {
            ImportError::new(
                "service",
                format!("names `{id}`, which the model does not define"),
                "give the whole model",
            )
        })?;
        rest::note(&place, &shape.traits, notes);
        let operation = Operation {
            doc: documentation(&place, &shape.traits)?,
            rust_name: None,
            auth: auth(&place, shape, notes)?,
            input: structure(&place, shape.input.as_ref(), reader, notes)?,
            output: structure(&place, shape.output.as_ref(), reader, notes)?,
            errors: declared(&place, shape, service, shapes, closure)?,
        };
        if operations.insert(name.to_owned(), operation).is_some() {
            return Err(ImportError::new(
                format!("operation {id}"),
                "without namespaces another operation has the same name",
                "mend the model: a server could not tell them apart",
            ));
        }
    }
    Ok(operations)
}

fn structure(
    place: &str,
    reference: Option<&raw::Reference>,
    reader: &mut Reader<'_>,
    notes: &mut Notes,
) -> Result<Option<String>, ImportError> {
    reference.map_or(Ok(None), |reference| reader.target(place, &reference.target, notes))
}

/// The errors of an operation: its own, then those that the service declares for all.
fn declared(
    place: &str,
    operation: &Shape,
    service: &Shape,
    shapes: &BTreeMap<String, Shape>,
    closure: &Closure<'_>,
) -> Result<Vec<DeclaredError>, ImportError> {
    let mut declared = Vec::new();
    let mut seen = HashSet::new();
    for error in operation.errors.iter().chain(&service.errors) {
        let name = closure.names.get(error.target.as_str()).ok_or_else(|| {
            ImportError::new(
                place,
                format!("declares `{}`, which the model does not define", error.target),
                "give the whole model, or define the error in it",
            )
        })?;
        if !shapes.get(&error.target).is_some_and(shapes::is_error) {
            let message = format!("declares `{name}`, which has no `error` trait");
            return Err(ImportError::new(place, message, "mend the model: say whose fault it is"));
        }
        if seen.insert(*name) {
            declared.push(DeclaredError::Name((*name).to_owned()));
        }
    }
    Ok(declared)
}

/// What a caller must prove, where it is not what the service says.
fn auth(place: &str, operation: &Shape, notes: &mut Notes) -> Result<Option<Auth>, ImportError> {
    let schemes: Option<Vec<String>> = value(place, &operation.traits, "smithy.api#auth")?;
    let is_optional = operation.traits.contains_key("smithy.api#optionalAuth");
    if schemes.as_ref().is_some_and(Vec::is_empty) {
        return Ok(Some(Auth::None));
    }
    if is_optional {
        notes.add(&place, "signatures are optional, which the language cannot say; they are asked for");
    }
    let schemes = schemes.unwrap_or_default();
    for other in schemes.iter().filter(|scheme| *scheme != "aws.auth#sigv4") {
        notes.add(&place, format_args!("the scheme `{other}` is left out; what the service says holds"));
    }
    Ok(None)
}
