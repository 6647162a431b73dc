//! The section `service`: what the operations of an API have in common.

use serde::{Deserialize, Serialize};

/// What the API's operations have in common.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Name as a crate or folder would spell it.
    pub name: String,
    /// Name as a person would say it; also what the trait is named after.
    pub title: String,
    /// Version of the API, usually a date.
    pub version: String,
    /// Documentation, Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub doc: Option<String>,
    /// Name of the trait, where the one made from the title will not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rust_name: Option<String>,
    /// Wire protocol.
    pub protocol: Protocol,
    /// What stands before the dot in the `X-Amz-Target` header.
    pub target_prefix: String,
    /// How requests are signed, if they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signing: Option<Signing>,
    /// How violations of constraints are told.
    pub validation: Validation,
    /// Documented status of each operation's first error; the following ones count up from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_documented_status: Option<u16>,
    /// Where the description's facts come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub provenance: Vec<Provenance>,
}

/// A wire protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub enum Protocol {
    /// awsJson 1.0.
    #[serde(rename = "aws_json_1_0")]
    AwsJson10,
    /// awsJson 1.1.
    #[serde(rename = "aws_json_1_1")]
    AwsJson11,
}

/// How requests are signed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Signing {
    /// The scheme.
    pub scheme: SigningScheme,
    /// The name signatures are scoped to.
    pub name: String,
}

/// A signing scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SigningScheme {
    /// AWS signature, version 4.
    Sigv4,
}

/// How violations of constraints are told.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Validation {
    /// Name of the error that carries them. It need not be one of `errors`.
    pub error: String,
    /// The words.
    #[serde(default)]
    pub wording: Wording,
    /// The order of a structure's members.
    #[serde(default)]
    pub order: ReportOrder,
}

/// The words that violations are told in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// As the services of AWS put it.
    #[default]
    Coral,
    /// As servers generated from Smithy models put it.
    Smithy,
}

/// The order in which violations of a structure's members are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportOrder {
    /// As the members stand in the description.
    #[default]
    Spec,
    /// As a Java hash map of the members' names would give them.
    HashMap,
}

/// A source of facts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// Name of the source.
    pub source: String,
    /// Its version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// What was taken from it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
