//! Paths of an `OpenAPI` document -> operations, and what only they say of the whole service.

use std::collections::{BTreeMap, BTreeSet};

use super::super::failure::ImportError;
use super::super::html::to_markdown;
use super::super::notes::{Aside, Notes};
use super::raw::{self, Components, Content, PathItem, Response, Schema, Status, name};
use super::schemas::Reader;
use super::{FORM, text};
use codegen_spec::{Auth, DeclaredError, DocumentedError, Entries, Operation, Protocol};

/// The header that names the operation.
const TARGET: &str = "X-Amz-Target";

/// What the paths say.
pub(super) struct Paths {
    /// Operations by name.
    pub(super) operations: BTreeMap<String, Operation>,
    /// What stands before the dot in the header.
    pub(super) target_prefix: String,
    /// The status that the errors of operations are counted from.
    pub(super) first_documented_status: Option<u16>,
    /// The protocol, where the media type of a body tells it.
    pub(super) protocol: Option<Protocol>,
    /// Whether the statuses of errors are only numbers, and nothing that is sent.
    pub(super) is_counted: bool,
}

/// The names of all schemas that are errors, each with the statuses it is declared with.
///
/// # Errors
/// Where a response does not name its error.
pub(super) fn errors(
    paths: &Entries<PathItem>,
    components: &Components,
) -> Result<BTreeMap<String, BTreeSet<u16>>, ImportError> {
    let mut errors: BTreeMap<String, BTreeSet<u16>> = BTreeMap::new();
    for (path, item) in paths.iter() {
        for (status, name) in item
            .post
            .iter()
            .map(|operation| failures(path, operation, components))
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
        {
            errors.entry(name).or_default().insert(status);
        }
    }
    Ok(errors)
}

/// Reads all paths.
///
/// # Errors
/// Where one is not of the form, or is of another service.
pub(super) fn read(
    paths: &Entries<PathItem>,
    components: &Components,
    reader: &mut Reader<'_>,
    notes: &mut Notes,
) -> Result<Paths, ImportError> {
    let mut operations = BTreeMap::new();
    let mut prefix: Option<String> = None;
    let mut protocol = None;
    for (path, PathItem { post, rest }) in paths.iter() {
        let place = format!("path {path}");
        let Some(post) = post else {
            return Err(ImportError::new(place, "it has no `post`", format!("give {FORM}")));
        };
        for method in rest.keys().filter(|key| !matches!(key.as_str(), "parameters" | "summary" | "description")) {
            notes.add(&place, format_args!("`{method}` is left out; the protocol has `post` only"));
        }
        let target = target(&place, path, post)?;
        let (service, name) = target
            .rsplit_once('.')
            .ok_or_else(|| ImportError::new(&place, format!("`{target}` has no prefix"), format!("give {FORM}")))?;
        if prefix.get_or_insert_with(|| service.to_owned()) != service {
            let message = format!("the prefix `{service}` is not that of the operations before");
            return Err(ImportError::new(place, message, "take the operations of other services out"));
        }
        protocol = protocol.or_else(|| media_protocol(post));
        let place = format!("operation {name}");
        let operation = read_operation(name, path, post, components, reader, notes)?;
        if operations.insert(name.to_owned(), operation).is_some() {
            return Err(ImportError::new(place, "it has two paths", "take one of the two out"));
        }
    }
    let target_prefix =
        prefix.ok_or_else(|| ImportError::new("paths", "there is no operation", format!("give {FORM}")))?;
    let first_documented_status = first_status(&operations);
    let is_counted = first_documented_status.is_some();
    Ok(Paths { operations, target_prefix, first_documented_status, protocol, is_counted })
}

/// The value of the header: an enum of one, or what the path says.
fn target(place: &str, path: &str, operation: &raw::Operation) -> Result<String, ImportError> {
    let parameter = operation.parameters.iter().find(|parameter| parameter.name.eq_ignore_ascii_case(TARGET));
    let values = parameter.and_then(|parameter| parameter.schema.as_ref()?.r#enum.as_ref());
    if let Some([value]) = values.map(Vec::as_slice) {
        return Ok(text(value));
    }
    let in_path = path.split_once("X-Amz-Target=").map(|(_, target)| target.to_owned());
    in_path.ok_or_else(|| ImportError::new(place, format!("it does not say its `{TARGET}`"), format!("give {FORM}")))
}

fn media_protocol(operation: &raw::Operation) -> Option<Protocol> {
    let media = operation.request_body.iter().flat_map(|body| body.content.keys());
    let mut known = media.filter_map(|media| match media.as_str() {
        "application/x-amz-json-1.0" => Some(Protocol::AwsJson10),
        "application/x-amz-json-1.1" => Some(Protocol::AwsJson11),
        _ => None,
    });
    known.next()
}

fn read_operation(
    name: &str,
    path: &str,
    operation: &raw::Operation,
    components: &Components,
    reader: &mut Reader<'_>,
    notes: &mut Notes,
) -> Result<Operation, ImportError> {
    let place = format!("operation {name}");
    for parameter in operation.parameters.iter().filter(|parameter| !parameter.name.eq_ignore_ascii_case(TARGET)) {
        match parameter.r#in.as_str() {
            // pages can be asked for in the query too, as this form has it; the body has the same members
            "query" if parameter.name.contains("Token") || parameter.name.starts_with("Max") => {
                notes.aside(Aside::Paging);
            }
            "header" | "" => notes.aside(Aside::Http),
            kind => notes.add(&place, format_args!("the parameter `{}` in `{kind}` is left out", parameter.name)),
        }
    }
    for status in operation.responses.keys().filter(|status| number(status).is_none()) {
        if let Status::Text(status) = status {
            notes.add(&place, format_args!("the response `{status}` is left out; it stands for no one error"));
        }
    }
    if operation.deprecated {
        notes.add(&place, "deprecated");
    }
    let mut errors: Vec<DeclaredError> = Vec::new();
    for (status, error) in failures(path, operation, components)? {
        if errors.iter().any(|known| known.name() == error) {
            notes.add(&place, format_args!("declares `{error}` twice; the second, {status}, is left out"));
        } else {
            errors.push(DeclaredError::Documented(DocumentedError { error, documented_status: status }));
        }
    }
    let input = operation.request_body.as_ref().and_then(|body| schema(&body.content));
    let output = success(operation, components).and_then(|response| schema(&response.content));
    let mut structure = |schema: Option<&Schema>, part: &str| -> Result<Option<String>, ImportError> {
        schema.map(|schema| reader.reference(&place, name, part, schema, notes)).transpose()
    };
    Ok(Operation {
        doc: operation.description.as_deref().and_then(to_markdown),
        rust_name: None,
        auth: operation.security.as_ref().filter(|schemes| schemes.is_empty()).map(|_| Auth::None),
        input: structure(input, "Request")?,
        output: structure(output, "Response")?,
        errors,
    })
}

fn schema(content: &BTreeMap<String, Content>) -> Option<&Schema> {
    content.values().find_map(|content| content.schema.as_ref())
}

fn resolved<'d>(response: &'d Response, components: &'d Components) -> &'d Response {
    let target = response.reference.as_ref().and_then(|reference| components.responses.get(name(reference)));
    target.unwrap_or(response)
}

fn number(status: &Status) -> Option<u16> {
    match status {
        Status::Number(number) => Some(*number),
        Status::Text(text) => text.parse().ok(),
    }
}

fn success<'d>(operation: &'d raw::Operation, components: &'d Components) -> Option<&'d Response> {
    let mut responses = operation.responses.iter();
    let found = responses.find(|(status, _)| number(status).is_some_and(|number| (200..300).contains(&number)));
    found.map(|(_, response)| resolved(response, components))
}

/// The errors of an operation with their statuses, by status.
fn failures(
    path: &str,
    operation: &raw::Operation,
    components: &Components,
) -> Result<Vec<(u16, String)>, ImportError> {
    let mut failures = Vec::new();
    for (status, response) in &operation.responses {
        let status = match number(status) {
            Some(status) if (200..300).contains(&status) => continue,
            Some(status) => status,
            // what `default` and `4XX` stand for is an error without a name
            None => continue,
        };
        let response = resolved(response, components);
        let named = schema(&response.content).and_then(|schema| schema.reference.as_deref()).map(name);
        let described = response.description.as_deref().filter(|text| components.schemas.get(text).is_some());
        let error = named.or(described).ok_or_else(|| {
            ImportError::new(
                format!("path {path}"),
                format!("the response {status} names no error"),
                "refer to the error's schema in its content",
            )
        })?;
        failures.push((status, error.to_owned()));
    }
    failures.sort_by_key(|(status, _)| *status);
    Ok(failures)
}

/// The status that most operations count their errors from, if they count.
fn first_status(operations: &BTreeMap<String, Operation>) -> Option<u16> {
    let mut counts: BTreeMap<u16, usize> = BTreeMap::new();
    let mut total = 0_usize;
    for operation in operations.values() {
        let statuses: Vec<u16> = operation.errors.iter().filter_map(status).collect();
        let Some(first) = statuses.first() else { continue };
        total += 1;
        // one that is left out as a repetition leaves a gap; HTTP itself has no status from 452 to 499
        let is_counted = statuses.windows(2).all(|pair| pair[1] - pair[0] <= 2);
        if is_counted && (statuses.len() > 1 || (452..500).contains(first)) {
            *counts.entry(*first).or_default() += 1;
        }
    }
    let (first, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (count * 2 > total).then_some(first)
}

fn status(error: &DeclaredError) -> Option<u16> {
    match error {
        DeclaredError::Documented(documented) => Some(documented.documented_status),
        DeclaredError::Name(_) => None,
    }
}
