//! `service-2.json` of botocore -> what it says, key by key. Keys without a field here end up in `rest`, from where
//! they are noted.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use codegen_spec::{Entries, Number};

/// Keys that have no field.
pub(super) type Rest = BTreeMap<String, Value>;

/// A model.
#[derive(Deserialize)]
pub(super) struct Model {
    pub(super) metadata: Metadata,
    pub(super) operations: Entries<Operation>,
    pub(super) shapes: Entries<Shape>,
    #[serde(default)]
    pub(super) documentation: Option<String>,
    /// Of the form; it has been 2.0 for all its life.
    #[serde(default, rename = "version")]
    _version: Option<String>,
    #[serde(flatten)]
    pub(super) rest: Rest,
}

/// What the operations have in common.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Metadata {
    pub(super) api_version: String,
    pub(super) protocol: String,
    #[serde(default)]
    pub(super) protocols: Vec<String>,
    #[serde(default)]
    pub(super) json_version: Option<String>,
    #[serde(default)]
    pub(super) target_prefix: Option<String>,
    pub(super) service_full_name: String,
    pub(super) endpoint_prefix: String,
    #[serde(default)]
    pub(super) signing_name: Option<String>,
    #[serde(default)]
    pub(super) signature_version: Option<String>,
    #[serde(flatten)]
    pub(super) rest: Rest,
}

/// An operation.
#[derive(Deserialize)]
pub(super) struct Operation {
    #[serde(default)]
    pub(super) name: Option<String>,
    #[serde(default)]
    pub(super) http: Http,
    #[serde(default)]
    pub(super) input: Option<Reference>,
    #[serde(default)]
    pub(super) output: Option<Reference>,
    #[serde(default)]
    pub(super) errors: Vec<Reference>,
    #[serde(default)]
    pub(super) documentation: Option<String>,
    #[serde(default)]
    pub(super) authtype: Option<String>,
    #[serde(default)]
    pub(super) auth: Vec<String>,
    #[serde(flatten)]
    pub(super) rest: Rest,
}

/// The request line, which is the same for all operations of the protocol.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Http {
    #[serde(default)]
    pub(super) method: Option<String>,
    #[serde(default)]
    pub(super) request_uri: Option<String>,
    #[serde(flatten)]
    pub(super) rest: Rest,
}

/// The use of a shape: by a member, a list, a map or an operation.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Reference {
    pub(super) shape: String,
    #[serde(default)]
    pub(super) documentation: Option<String>,
    #[serde(default)]
    pub(super) location_name: Option<String>,
    #[serde(default)]
    pub(super) sensitive: Option<bool>,
    #[serde(default)]
    pub(super) timestamp_format: Option<TimestampFormat>,
    #[serde(flatten)]
    pub(super) rest: Rest,
}

/// A shape.
#[derive(Deserialize)]
#[allow(clippy::struct_excessive_bools)] // the form has a key for each
#[serde(rename_all = "camelCase")]
pub(super) struct Shape {
    pub(super) r#type: Type,
    #[serde(default)]
    pub(super) members: Option<Entries<Reference>>,
    #[serde(default)]
    pub(super) required: Vec<String>,
    #[serde(default)]
    pub(super) member: Option<Reference>,
    #[serde(default)]
    pub(super) key: Option<Reference>,
    #[serde(default)]
    pub(super) value: Option<Reference>,
    #[serde(default)]
    pub(super) r#enum: Option<Vec<String>>,
    #[serde(default)]
    pub(super) min: Option<Number>,
    #[serde(default)]
    pub(super) max: Option<Number>,
    #[serde(default)]
    pub(super) pattern: Option<String>,
    #[serde(default)]
    pub(super) sensitive: bool,
    #[serde(default)]
    pub(super) documentation: Option<String>,
    #[serde(default)]
    pub(super) timestamp_format: Option<TimestampFormat>,
    #[serde(default)]
    pub(super) exception: bool,
    #[serde(default)]
    pub(super) fault: bool,
    #[serde(default)]
    pub(super) error: ErrorFacts,
    #[serde(default)]
    pub(super) union: bool,
    #[serde(default)]
    pub(super) document: bool,
    #[serde(default)]
    pub(super) eventstream: bool,
    #[serde(flatten)]
    pub(super) rest: Rest,
}

/// The kind of a shape.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Type {
    Structure,
    List,
    Map,
    String,
    Character,
    Byte,
    Short,
    Integer,
    Long,
    BigInteger,
    Float,
    Double,
    BigDecimal,
    Boolean,
    Blob,
    Timestamp,
}

/// How a timestamp is written.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum TimestampFormat {
    #[serde(rename = "unixTimestamp")]
    UnixTimestamp,
    #[serde(rename = "iso8601")]
    Iso8601,
    #[serde(rename = "rfc822")]
    Rfc822,
}

/// What is said of an exception beyond its members.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ErrorFacts {
    #[serde(default)]
    pub(super) code: Option<String>,
    #[serde(default)]
    pub(super) http_status_code: Option<u16>,
    #[serde(default)]
    pub(super) sender_fault: Option<bool>,
    #[serde(default)]
    pub(super) fault: bool,
    #[serde(flatten)]
    pub(super) rest: Rest,
}
