//! The JSON form of a Smithy model -> what it says, shape by shape, with nothing resolved.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::super::failure::ImportError;
use codegen_spec::Entries;

/// Traits by absolute id.
pub(super) type Traits = BTreeMap<String, Value>;

/// A model.
#[derive(Deserialize)]
pub(super) struct Model {
    pub(super) smithy: String,
    #[serde(default)]
    pub(super) shapes: Entries<Shape>,
    #[serde(default)]
    pub(super) metadata: Option<Value>,
}

/// A shape. Which keys stand beside `type` depends on it.
#[derive(Clone, Deserialize)]
pub(super) struct Shape {
    pub(super) r#type: Type,
    #[serde(default)]
    pub(super) traits: Traits,
    #[serde(default)]
    pub(super) mixins: Vec<Reference>,
    /// Of structures, unions and enums.
    #[serde(default)]
    pub(super) members: Entries<Member>,
    /// Of a list.
    #[serde(default)]
    pub(super) member: Option<Member>,
    /// Of a map.
    #[serde(default)]
    pub(super) key: Option<Member>,
    /// Of a map.
    #[serde(default)]
    pub(super) value: Option<Member>,
    /// Of an operation.
    #[serde(default)]
    pub(super) input: Option<Reference>,
    /// Of an operation.
    #[serde(default)]
    pub(super) output: Option<Reference>,
    /// Of an operation, or of all of a service.
    #[serde(default)]
    pub(super) errors: Vec<Reference>,
    /// Of a service.
    #[serde(default)]
    pub(super) version: Option<String>,
    /// Of a service: other names for some shapes.
    #[serde(default)]
    pub(super) rename: BTreeMap<String, String>,
    /// Of a service or resource.
    #[serde(default)]
    pub(super) operations: Vec<Reference>,
    /// Of a service or resource.
    #[serde(default)]
    pub(super) resources: Vec<Reference>,
    #[serde(flatten)]
    pub(super) lifecycle: Lifecycle,
}

impl Shape {
    /// A shape that says nothing but its kind.
    pub(super) fn plain(r#type: Type) -> Self {
        Self {
            r#type,
            traits: Traits::new(),
            mixins: Vec::new(),
            members: Entries::default(),
            member: None,
            key: None,
            value: None,
            input: None,
            output: None,
            errors: Vec::new(),
            version: None,
            rename: BTreeMap::new(),
            operations: Vec::new(),
            resources: Vec::new(),
            lifecycle: Lifecycle::default(),
        }
    }
}

/// The operations of a resource by their part in its life.
#[derive(Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Lifecycle {
    #[serde(default)]
    pub(super) create: Option<Reference>,
    #[serde(default)]
    pub(super) put: Option<Reference>,
    #[serde(default)]
    pub(super) read: Option<Reference>,
    #[serde(default)]
    pub(super) update: Option<Reference>,
    #[serde(default)]
    pub(super) delete: Option<Reference>,
    #[serde(default)]
    pub(super) list: Option<Reference>,
    #[serde(default)]
    pub(super) collection_operations: Vec<Reference>,
}

/// The id of another shape.
#[derive(Clone, Deserialize)]
pub(super) struct Reference {
    pub(super) target: String,
}

/// A member, or what a list or map is made of.
#[derive(Clone, Deserialize)]
pub(super) struct Member {
    pub(super) target: String,
    #[serde(default)]
    pub(super) traits: Traits,
}

/// The kind of a shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Type {
    Service,
    Operation,
    Resource,
    /// Traits for a shape that stands elsewhere.
    Apply,
    Structure,
    Union,
    List,
    /// A list without equal items; only in 1.0.
    Set,
    Map,
    Enum,
    IntEnum,
    String,
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
    Document,
}

/// The value of a trait, where it is there.
///
/// # Errors
/// Where it has another form.
pub(super) fn value<T: DeserializeOwned>(place: &str, traits: &Traits, id: &str) -> Result<Option<T>, ImportError> {
    let value = traits.get(id).cloned().map(serde_json::from_value);
    value.transpose().map_err(|error| {
        ImportError::new(place, format!("the trait `{id}` has another form: {error}"), "mend the model")
    })
}

/// The name of a shape in its id.
pub(super) fn name(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}
