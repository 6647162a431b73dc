//! The files of a description -> operations and shapes, read without any of the generator's code.
//!
//! What this reader does not know stops it: a new key of the language is a thing that edges must be tried for.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use serde_yaml::{Mapping, Value};

/// The types that a member may name without a shape.
const PLAIN: [&str; 6] = ["string", "integer", "boolean", "blob", "timestamp", "document"];

/// An API: which structure each operation takes, and all shapes.
#[derive(Default)]
pub struct Description {
    /// The error that carries violations.
    pub error: String,
    /// The name of the input's shape, by operation.
    pub operations: BTreeMap<String, String>,
    shapes: BTreeMap<String, Shape>,
}

/// What the values of a shape are, and what they must keep on the wire.
#[derive(Default)]
pub struct Shape {
    pub name: String,
    pub kind: Kind,
    pub length: Bounds,
    pub range: Bounds,
    pub pattern: Option<String>,
    /// The values of an enum; none for any other string.
    pub values: Vec<String>,
    pub sensitive: bool,
    pub echoed: Option<bool>,
    pub example: Option<String>,
}

#[derive(Clone, Default)]
pub enum Kind {
    #[default]
    Text,
    Integer,
    Boolean,
    Blob,
    Document,
    Structure(Vec<Member>),
    /// Of items of the named shape.
    List(String),
    Map {
        key: String,
        value: String,
    },
}

#[derive(Clone)]
pub struct Member {
    pub name: String,
    pub target: String,
    pub required: bool,
    pub sensitive: Option<bool>,
}

/// Least and greatest size or value.
#[derive(Clone, Copy, Default)]
pub struct Bounds {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

impl Description {
    /// Reads all files of a folder.
    pub fn read(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let mut description = Self::default();
        for file in fs::read_dir(folder)? {
            let file: Mapping = serde_yaml::from_str(&fs::read_to_string(file?.path())?)?;
            for (section, content) in &file {
                description.section(&text(section), mapping(content));
            }
        }
        for name in PLAIN {
            let shape = || Shape { name: name.to_owned(), kind: kind(name, &Mapping::new()), ..Shape::default() };
            description.shapes.entry(name.to_owned()).or_insert_with(shape);
        }
        for input in description.operations.values() {
            description.ends(input, &mut Vec::new());
        }
        Ok(description)
    }

    pub fn shape(&self, name: &str) -> &Shape {
        self.shapes.get(name).unwrap_or_else(|| panic!("no shape is named {name}"))
    }

    /// Whether messages leave out the values of a shape, or those in its lists and maps.
    pub fn is_hidden(&self, shape: &Shape) -> bool {
        let inside = |name: &String| self.is_hidden(self.shape(name));
        match &shape.kind {
            _ if shape.echoed.is_some() => shape.is_hidden(),
            Kind::List(item) => shape.sensitive || inside(item),
            Kind::Map { key, value } => shape.sensitive || inside(key) || inside(value),
            Kind::Text | Kind::Integer | Kind::Boolean | Kind::Blob | Kind::Document | Kind::Structure(_) => {
                shape.sensitive
            }
        }
    }

    /// Stops at a shape that contains itself: how deep to go into one is not known here.
    fn ends<'a>(&'a self, name: &'a str, open: &mut Vec<&'a str>) {
        assert!(!open.contains(&name), "{name} contains itself: {open:?}");
        open.push(name);
        match &self.shape(name).kind {
            Kind::Structure(members) => members.iter().for_each(|member| self.ends(&member.target, open)),
            Kind::List(item) => self.ends(item, open),
            Kind::Map { key, value } => [key, value].into_iter().for_each(|name| self.ends(name, open)),
            Kind::Text | Kind::Integer | Kind::Boolean | Kind::Blob | Kind::Document => {}
        }
        open.pop();
    }

    fn section(&mut self, name: &str, content: &Mapping) {
        match name {
            "service" => {
                let validation = mapping(&content["validation"]);
                assert_eq!(text(&validation["wording"]), "coral", "the only words that are known here");
                assert_eq!(text(&validation["order"]), "hash_map", "the only order that is known here");
                self.error = text(&validation["error"]);
            }
            "operations" => {
                let inputs = content.iter().map(|(name, operation)| (text(name), text(&operation["input"])));
                self.operations.extend(inputs);
            }
            "shapes" => {
                let shapes = content.iter().map(|(name, shape)| (text(name), shape_of(&text(name), mapping(shape))));
                self.shapes.extend(shapes);
            }
            "errors" => {}
            other => panic!("{other} is not known here"),
        }
    }
}

impl Shape {
    /// Whether messages leave out the values of the shape itself.
    pub fn is_hidden(&self) -> bool {
        self.echoed.map_or(self.sensitive, |echoed| !echoed)
    }
}

fn shape_of(name: &str, written: &Mapping) -> Shape {
    let mut shape = Shape { name: name.to_owned(), ..Shape::default() };
    for (key, value) in written {
        match text(key).as_str() {
            "type" => shape.kind = kind(&text(value), written),
            "enum" => shape.values = texts(value),
            "length" => shape.length = bounds(value),
            "range" => shape.range = bounds(value),
            "pattern" => shape.pattern = Some(text(value)),
            "sensitive" => shape.sensitive = is_true(value),
            "example" => shape.example = Some(text(value)),
            // read by `kind`, read below, or of no meaning on the wire
            "members" | "member" | "key" | "value" | "wire" | "doc" | "rust_name" | "rust_names" => {}
            other => panic!("{name}: {other} is not known here"),
        }
    }
    for (key, value) in written.get("wire").map(mapping).into_iter().flatten() {
        match text(key).as_str() {
            "length" => shape.length = bounds(value),
            "pattern" => shape.pattern = Some(text(value)),
            "echoed" => shape.echoed = Some(is_true(value)),
            "evidence" => {}
            other => panic!("{name}: {other} is not known here"),
        }
    }
    if !shape.values.is_empty() {
        (shape.length, shape.pattern) = (Bounds::default(), None);
    }
    shape
}

fn kind(word: &str, written: &Mapping) -> Kind {
    match word {
        "string" => Kind::Text,
        // no bound of the API is beyond those of 32 bits
        "integer" | "long" => Kind::Integer,
        "boolean" => Kind::Boolean,
        "blob" => Kind::Blob,
        // no operation takes a timestamp; a document will do for what answers alone hold
        "document" | "timestamp" => Kind::Document,
        "structure" => Kind::Structure(mapping(&written["members"]).iter().map(member).collect()),
        "list" => Kind::List(text(&written["member"])),
        "map" => Kind::Map { key: text(&written["key"]), value: text(&written["value"]) },
        other => panic!("values of the type {other} are not known here"),
    }
}

fn member((name, written): (&Value, &Value)) -> Member {
    let written = mapping(written);
    let known = ["target", "doc", "required", "sensitive", "example", "rust_name"];
    let unknown = written.keys().map(text).find(|key| !known.contains(&key.as_str()));
    assert!(unknown.is_none(), "{}: {} is not known here", text(name), unknown.unwrap_or_default());
    Member {
        name: text(name),
        target: text(&written["target"]),
        required: written.get("required").is_some_and(is_true),
        sensitive: written.get("sensitive").map(is_true),
    }
}

fn bounds(value: &Value) -> Bounds {
    let bound = |name: &str| value.get(name).map(|bound| bound.as_i64().expect("bounds are whole"));
    Bounds { min: bound("min"), max: bound("max") }
}

fn mapping(value: &Value) -> &Mapping {
    value.as_mapping().unwrap_or_else(|| panic!("{value:?} is no mapping"))
}

fn texts(value: &Value) -> Vec<String> {
    value.as_sequence().into_iter().flatten().map(text).collect()
}

/// A text, or as one what looks like a number or truth value.
fn text(value: &Value) -> String {
    let text = value.as_str().map(str::to_owned);
    let text = text.or_else(|| value.as_i64().map(|number| number.to_string()));
    text.or_else(|| value.as_bool().map(|truth| truth.to_string())).unwrap_or_else(|| panic!("{value:?} is no text"))
}

fn is_true(value: &Value) -> bool {
    value.as_bool().expect("a truth value")
}
