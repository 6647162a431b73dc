//! A file of vectors -> its suites, typed.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

/// Cases of one operation, with the part of a model that they need.
#[derive(Deserialize)]
pub struct Suite {
    /// What the service is, as in a model.
    pub metadata: Map<String, Value>,
    /// Shapes by name, as in a model.
    pub shapes: Map<String, Value>,
    pub cases: Vec<Case>,
}

/// A case: an operation, and one exchange with it.
#[derive(Deserialize)]
pub struct Case {
    pub id: String,
    /// The operation, as in a model.
    pub given: Map<String, Value>,
    #[serde(flatten)]
    pub exchange: Exchange,
}

impl Case {
    pub fn operation(&self) -> &str {
        self.given["name"].as_str().unwrap()
    }

    /// The shape that the operation names under `input` or `output`.
    pub fn shape(&self, part: &str) -> Option<&str> {
        self.given.get(part)?.get("shape")?.as_str()
    }
}

/// What goes to and fro.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Exchange {
    /// What the handler must see of a request.
    Input { params: Value, serialized: Request },
    /// What an error must be sent as.
    #[serde(rename_all = "camelCase")]
    Failure { error_code: String, error: Value, response: Response },
    /// What a result must be sent as.
    Output { result: Value, response: Response },
}

/// A request; what a case does not care about is not there.
#[derive(Deserialize)]
pub struct Request {
    pub method: String,
    pub uri: String,
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    #[serde(default)]
    pub body: Option<String>,
}

/// A response; what a case does not care about is not there.
#[derive(Deserialize)]
pub struct Response {
    pub status_code: u16,
    #[serde(default)]
    pub headers: BTreeMap<String, String>,
    #[serde(default)]
    pub body: Option<String>,
}

/// A shape, as far as it says how a value is written.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Shape {
    Structure {
        members: BTreeMap<String, Reference>,
        #[serde(default)]
        document: bool,
    },
    List {
        member: Reference,
    },
    Map {
        value: Reference,
    },
    Blob,
    #[serde(rename_all = "camelCase")]
    Timestamp {
        #[serde(default)]
        timestamp_format: TimestampFormat,
    },
    String,
    Integer,
    Long,
    Float,
    Double,
    Boolean,
}

/// The use of a shape.
#[derive(Deserialize)]
pub struct Reference {
    pub shape: String,
}

/// How a moment is written.
#[derive(Clone, Copy, Default, Deserialize)]
pub enum TimestampFormat {
    #[default]
    #[serde(rename = "unixTimestamp")]
    EpochSeconds,
    #[serde(rename = "iso8601")]
    DateTime,
    #[serde(rename = "rfc822")]
    HttpDate,
}
