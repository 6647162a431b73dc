//! Traits of a Smithy model that have no word in the language -> notes.

use serde::Deserialize;
use serde_json::Value;

use super::super::notes::{Aside, Notes};
use super::raw::Traits;

/// What becomes of a trait.
enum Use {
    /// The language has a word for it, or it adds nothing to what is said otherwise.
    Read,
    /// Only clients and tools heed it.
    Aside(Aside),
    /// It is lost.
    Lost,
}

/// Notes what is lost of the traits at a place.
pub(super) fn note(place: &str, traits: &Traits, notes: &mut Notes) {
    for (id, value) in traits {
        match part(id) {
            Use::Read => {}
            Use::Aside(aside) => notes.aside(aside),
            Use::Lost => lost(place, id, value, notes),
        }
    }
}

fn part(id: &str) -> Use {
    let (namespace, name) = id.split_once('#').unwrap_or(("", id));
    match namespace {
        "smithy.api" => part_of_prelude(name),
        "smithy.rules" | "aws.endpoints" => Use::Aside(Aside::Endpoint),
        "smithy.waiters" => Use::Aside(Aside::Paging),
        "smithy.test" => Use::Aside(Aside::Example),
        "aws.iam" | "aws.cloudformation" | "aws.customizations" | "smithy.openapi" => Use::Aside(Aside::Tooling),
        "aws.api" => match name {
            "clientEndpointDiscovery" | "clientDiscoveredEndpoint" => Use::Aside(Aside::Endpoint),
            _ => Use::Aside(Aside::Tooling),
        },
        "aws.auth" if name == "sigv4" => Use::Read,
        // read for the protocol; `awsQueryCompatible` is neither
        "aws.protocols" if name.starts_with("awsJson") || name == "awsQueryError" => Use::Read,
        _ => Use::Lost,
    }
}

fn part_of_prelude(name: &str) -> Use {
    match name {
        "documentation" | "title" | "length" | "range" | "pattern" | "enum" | "enumValue" | "uniqueItems"
        | "sensitive" | "required" | "default" | "error" | "httpError" | "timestampFormat" | "auth"
        | "optionalAuth" | "mixin" | "streaming" | "input" | "output" | "unitType" => Use::Read,
        "idempotencyToken" => Use::Aside(Aside::IdempotencyToken),
        "endpoint" | "hostLabel" => Use::Aside(Aside::Endpoint),
        "idempotent" | "readonly" | "retryable" => Use::Aside(Aside::Retry),
        "paginated" => Use::Aside(Aside::Paging),
        "box" | "clientOptional" | "addedDefault" | "sparse" => Use::Aside(Aside::Box),
        "xmlName" | "xmlNamespace" | "xmlFlattened" | "xmlAttribute" => Use::Aside(Aside::Xml),
        "http" | "httpLabel" | "httpQuery" | "httpQueryParams" | "httpHeader" | "httpPrefixHeaders" | "httpPayload"
        | "httpResponseCode" | "cors" => Use::Aside(Aside::Http),
        "examples" => Use::Aside(Aside::Example),
        "suppress"
        | "tags"
        | "references"
        | "resourceIdentifier"
        | "notProperty"
        | "property"
        | "nestedProperties"
        | "noReplace"
        | "internal"
        | "unstable"
        | "since"
        | "externalDocumentation"
        | "recommended"
        | "private"
        | "idRef" => Use::Aside(Aside::Tooling),
        _ => Use::Lost,
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Deprecation {
    message: Option<String>,
    since: Option<String>,
}

fn lost(place: &str, id: &str, value: &Value, notes: &mut Notes) {
    match id {
        "smithy.api#deprecated" => {
            let Deprecation { message, since } = Deprecation::deserialize(value).unwrap_or_default();
            let since = since.map(|since| format!(" since {since}")).unwrap_or_default();
            let message = message.map(|message| format!(": {message}")).unwrap_or_default();
            notes.add(&place, format_args!("deprecated{since}{message}"));
        }
        "smithy.api#jsonName" => {
            notes.add(&place, format_args!("`jsonName: {value}` is left out; the protocol sends the member's name"));
        }
        "smithy.api#requestCompression" => notes.compressed(&place),
        _ => notes.left_out(&place, id, value),
    }
}
