//! An `OpenAPI` document -> what it says, as far as an API of one path per operation goes.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use codegen_spec::{Entries, Number};

/// A document.
#[derive(Deserialize)]
pub(super) struct Document {
    pub(super) openapi: String,
    pub(super) info: Info,
    pub(super) paths: Entries<PathItem>,
    #[serde(default)]
    pub(super) components: Components,
    #[serde(default)]
    pub(super) security: Vec<BTreeMap<String, Value>>,
}

/// What the document is about.
#[derive(Deserialize)]
pub(super) struct Info {
    pub(super) title: String,
    /// A text that YAML may take for a number.
    pub(super) version: Value,
    #[serde(default)]
    pub(super) description: Option<String>,
    #[serde(default, rename = "x-serviceName")]
    pub(super) service_name: Option<String>,
}

/// What is used by name.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Components {
    #[serde(default)]
    pub(super) schemas: Entries<Schema>,
    #[serde(default)]
    pub(super) responses: BTreeMap<String, Response>,
    #[serde(default)]
    pub(super) security_schemes: BTreeMap<String, SecurityScheme>,
}

/// A way to prove who is calling.
#[derive(Deserialize)]
pub(super) struct SecurityScheme {
    #[serde(default, rename = "x-amazon-apigateway-authtype")]
    pub(super) authtype: Option<String>,
}

/// A path.
#[derive(Deserialize)]
pub(super) struct PathItem {
    #[serde(default)]
    pub(super) post: Option<Operation>,
    /// Other methods, and what is said for all of them.
    #[serde(flatten)]
    pub(super) rest: BTreeMap<String, Value>,
}

/// An operation.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Operation {
    #[serde(default)]
    pub(super) description: Option<String>,
    #[serde(default)]
    pub(super) parameters: Vec<Parameter>,
    #[serde(default)]
    pub(super) request_body: Option<Body>,
    #[serde(default)]
    pub(super) responses: BTreeMap<Status, Response>,
    #[serde(default)]
    pub(super) security: Option<Vec<Value>>,
    #[serde(default)]
    pub(super) deprecated: bool,
}

/// A parameter, or a reference to one, of which only the name would matter.
#[derive(Deserialize)]
pub(super) struct Parameter {
    #[serde(default)]
    pub(super) name: String,
    #[serde(default)]
    pub(super) r#in: String,
    #[serde(default)]
    pub(super) schema: Option<Schema>,
}

/// Key of a response: YAML writes numbers with and without quotes.
#[derive(PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(untagged)]
pub(super) enum Status {
    Number(u16),
    Text(String),
}

/// A response.
#[derive(Deserialize)]
pub(super) struct Response {
    #[serde(default, rename = "$ref")]
    pub(super) reference: Option<String>,
    #[serde(default)]
    pub(super) description: Option<String>,
    #[serde(default)]
    pub(super) content: BTreeMap<String, Content>,
}

/// The body of a request.
#[derive(Deserialize)]
pub(super) struct Body {
    #[serde(default)]
    pub(super) content: BTreeMap<String, Content>,
}

/// A body as one media type has it.
#[derive(Deserialize)]
pub(super) struct Content {
    #[serde(default)]
    pub(super) schema: Option<Schema>,
}

/// A schema.
#[derive(Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Schema {
    #[serde(rename = "$ref")]
    pub(super) reference: Option<String>,
    pub(super) r#type: Option<Type>,
    pub(super) format: Option<String>,
    pub(super) description: Option<String>,
    pub(super) required: Vec<String>,
    pub(super) properties: Option<Entries<Schema>>,
    pub(super) additional_properties: Option<Additional>,
    pub(super) items: Option<Box<Schema>>,
    pub(super) all_of: Vec<Schema>,
    pub(super) one_of: Vec<Schema>,
    pub(super) r#enum: Option<Vec<Value>>,
    pub(super) min_length: Option<Number>,
    pub(super) max_length: Option<Number>,
    pub(super) min_items: Option<Number>,
    pub(super) max_items: Option<Number>,
    pub(super) min_properties: Option<Number>,
    pub(super) max_properties: Option<Number>,
    pub(super) minimum: Option<Number>,
    pub(super) maximum: Option<Number>,
    pub(super) pattern: Option<String>,
    /// A pattern that JavaScript cannot run.
    #[serde(rename = "x-pattern")]
    pub(super) x_pattern: Option<String>,
    pub(super) unique_items: bool,
    pub(super) default: Option<Value>,
    #[serde(flatten)]
    pub(super) rest: BTreeMap<String, Value>,
}

impl Schema {
    /// The schema of any text.
    pub(super) fn text() -> Self {
        Self { r#type: Some(Type::String), ..Self::default() }
    }
}

/// The JSON type of values.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Type {
    Object,
    Array,
    String,
    Integer,
    Number,
    Boolean,
}

/// Properties beyond those that have names.
#[derive(Clone, Deserialize)]
#[serde(untagged)]
pub(super) enum Additional {
    /// Whether there may be some.
    Allowed(bool),
    /// What they look like.
    Schema(Box<Schema>),
}

/// The name in a reference to a part of the document.
pub(super) fn name(reference: &str) -> &str {
    reference.rsplit('/').next().unwrap_or(reference)
}
