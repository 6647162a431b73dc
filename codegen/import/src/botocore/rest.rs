//! Keys of a botocore model that have no word in the language -> notes.

use serde_json::Value;

use super::super::notes::{Aside, Notes};
use super::raw::Rest;

/// Keys at the top.
pub(super) fn of_model(rest: &Rest, notes: &mut Notes) {
    for (key, value) in rest {
        match key.as_str() {
            "examples" => notes.aside(Aside::Example),
            "clientContextParams" => notes.aside(Aside::Endpoint),
            _ => notes.left_out(&"the model", key, value),
        }
    }
}

/// Keys of `metadata`.
pub(super) fn of_metadata(rest: &Rest, notes: &mut Notes) {
    for (key, value) in rest {
        match key.as_str() {
            "serviceId" | "serviceAbbreviation" | "uid" | "ripServiceName" | "globalEndpoint" | "checksumFormat" => {
                notes.aside(Aside::ClientName);
            }
            "xmlNamespace" => notes.aside(Aside::Xml),
            "auth" => {
                let schemes = value.as_array().into_iter().flatten().filter_map(Value::as_str);
                for other in schemes.filter(|scheme| *scheme != "aws.auth#sigv4") {
                    notes.add(&"service", format_args!("the signing scheme `{other}` is left out"));
                }
            }
            _ => notes.left_out(&"service", key, value),
        }
    }
}

/// Keys of an operation.
pub(super) fn of_operation(place: &str, rest: &Rest, notes: &mut Notes) {
    deprecation(place, rest, notes);
    for (key, value) in rest {
        match key.as_str() {
            "idempotent" | "readonly" => notes.aside(Aside::Retry),
            "endpoint"
            | "endpointdiscovery"
            | "endpointoperation"
            | "staticContextParams"
            | "operationContextParams" => notes.aside(Aside::Endpoint),
            "documentationUrl" | "alias" | "responseCode" => notes.aside(Aside::ClientName),
            "requestcompression" => notes.compressed(&place),
            key if is_deprecation(key) => {}
            _ => notes.left_out(&place, key, value),
        }
    }
}

/// Keys of the errors that an operation lists: older models repeat there what the shape says.
pub(super) fn of_declared(place: &str, rest: &Rest, notes: &mut Notes) {
    for (key, value) in rest {
        match key.as_str() {
            "exception" | "fault" | "error" => {}
            _ => notes.left_out(&place, key, value),
        }
    }
}

/// Keys of a shape.
pub(super) fn of_shape(place: &str, rest: &Rest, notes: &mut Notes) {
    deprecation(place, rest, notes);
    for (key, value) in rest {
        match key.as_str() {
            "box" => notes.aside(Aside::Box),
            "retryable" => notes.aside(Aside::Retry),
            "synthetic" => notes.aside(Aside::Tooling),
            "flattened" | "wrapper" | "xmlNamespace" | "xmlOrder" | "locationName" | "resultWrapper" => {
                notes.aside(Aside::Xml);
            }
            "payload" => notes.aside(Aside::Http),
            key if is_deprecation(key) => {}
            _ => notes.left_out(&place, key, value),
        }
    }
}

/// Keys of a member, or of another use of a shape.
pub(super) fn of_reference(place: &str, rest: &Rest, notes: &mut Notes) {
    deprecation(place, rest, notes);
    for (key, value) in rest {
        match key.as_str() {
            "box" => notes.aside(Aside::Box),
            "idempotencyToken" => notes.aside(Aside::IdempotencyToken),
            "contextParam" | "endpointdiscoveryid" | "hostLabel" => notes.aside(Aside::Endpoint),
            "flattened" | "xmlNamespace" | "xmlAttribute" | "queryName" | "resultWrapper" => notes.aside(Aside::Xml),
            "location" => notes.aside(Aside::Http),
            key if is_deprecation(key) => {}
            _ => notes.left_out(&place, key, value),
        }
    }
}

fn is_deprecation(key: &str) -> bool {
    matches!(key, "deprecated" | "deprecatedMessage" | "deprecatedSince")
}

fn deprecation(place: &str, rest: &Rest, notes: &mut Notes) {
    if rest.get("deprecated") != Some(&Value::Bool(true)) {
        return;
    }
    let text = |key: &str| rest.get(key).and_then(Value::as_str);
    let since = text("deprecatedSince").map(|since| format!(" since {since}")).unwrap_or_default();
    let message = text("deprecatedMessage").map(|message| format!(": {message}")).unwrap_or_default();
    notes.add(&place, format_args!("deprecated{since}{message}"));
}
