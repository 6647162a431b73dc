//! The types that read the language, its reference (`spec/README.md`) and its schema (`spec/schema.json`) -> whether
//! all three say the same, and whether what they say is true.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "language/agree.rs"]
mod agree;
#[path = "language/examples.rs"]
mod examples;
#[path = "language/meaning.rs"]
mod meaning;
#[path = "language/readme.rs"]
mod readme;
#[path = "language/schema.rs"]
mod schema;
#[path = "language/source.rs"]
mod source;

use std::fs;
use std::path::{Path, PathBuf};

use codegen::Source;
use jsonschema::Validator;
use serde_json::Value as Json;
use serde_yaml::{Mapping, Value as Yaml};
use source::Language;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn readme() -> readme::Readme {
    readme::parse(&read("spec/README.md"))
}

fn language() -> Language {
    // in the order of the reference
    let files = ["lib.rs", "service.rs", "operation.rs", "shape.rs"];
    source::parse(&files.map(|file| read(&format!("codegen/spec/src/{file}"))))
}

fn schema() -> Json {
    serde_json::from_str(&read("spec/schema.json")).unwrap()
}

fn validator() -> Validator {
    let schema = schema();
    jsonschema::draft202012::meta::validate(&schema).expect("schema.json is a schema");
    jsonschema::draft202012::new(&schema).unwrap()
}

/// What the schema finds wrong with a file, a line each.
fn complaints(validator: &Validator, file: &Yaml) -> Vec<String> {
    let json = serde_json::to_value(file).unwrap();
    validator.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Files of one folder.
fn sources(files: &[String]) -> Vec<Source> {
    let named = files.iter().enumerate();
    named.map(|(index, text)| Source { path: format!("bookshop/{index}.yaml"), text: text.clone() }).collect()
}

fn generate(files: &[String]) -> Result<codegen::Output, String> {
    codegen::generate(&sources(files)).map_err(|report| report.to_string())
}

/// The API at the top of the reference.
fn bookshop() -> Mapping {
    let readme = readme();
    let complete = readme.blocks.iter().find(|block| block.info == "yaml complete").expect("there is a complete API");
    serde_yaml::from_str(&complete.text).unwrap()
}

/// An API's `service` in one file, and everything else in another.
fn without_service(api: &Mapping) -> (Mapping, Mapping) {
    let (mut service, mut rest) = (Mapping::new(), api.clone());
    service.insert("service".into(), rest.shift_remove("service").unwrap());
    (service, rest)
}

fn text(value: &impl serde::Serialize) -> String {
    serde_yaml::to_string(value).unwrap()
}

/// Checks that an addition to the bookshop is good: it generates, and the schema has no objection.
fn assert_good(validator: &Validator, addition: &Mapping, what: &str) -> codegen::Output {
    let (service, rest) = without_service(&bookshop());
    let mut files = vec![text(&rest), text(addition)];
    if !addition.contains_key("service") {
        files.push(text(&service));
    }
    let complaints = complaints(validator, &Yaml::Mapping(addition.clone()));
    assert!(complaints.is_empty(), "{what}\n{}\n{}", text(addition), complaints.join("\n"));
    generate(&files).unwrap_or_else(|report| panic!("{what}\n{report}"))
}

fn mapping(text: &str) -> Mapping {
    serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// `inner` under a path of keys.
fn under(keys: &[&str], inner: Mapping) -> Mapping {
    keys.iter().rev().fold(inner, |inner, key| Mapping::from_iter([((*key).into(), Yaml::Mapping(inner))]))
}

fn over(base: &str, example: Mapping) -> Mapping {
    let mut merged = mapping(base);
    merged.extend(example);
    merged
}

/// The bookshop's service with some keys changed or added.
fn service(changes: Mapping) -> Mapping {
    let mut service = bookshop()["service"].as_mapping().unwrap().clone();
    service.extend(changes);
    under(&["service"], service)
}

/// An addition to the bookshop that has some keys of a type of the language, and those that they need beside them.
fn addition(name: &str, keys: Mapping) -> Mapping {
    let shape = |shape| under(&["shapes", "Added"], shape);
    match name {
        "File" => match keys.get("service") {
            Some(changes) => service(changes.as_mapping().unwrap().clone()),
            None => keys,
        },
        "Service" => service(keys),
        "Signing" => service(under(&["signing"], over("{ scheme: sigv4, name: bookshop }", keys))),
        "Validation" => service(under(&["validation"], over("{ error: BadInput }", keys))),
        "Provenance" => {
            let provenance = over("{ source: The owner }", keys);
            service(Mapping::from_iter([("provenance".into(), Yaml::Sequence(vec![provenance.into()]))]))
        }
        "Operation" => under(&["operations", "Added"], keys),
        "DocumentedError" => {
            let error = over("{ error: BadInput, documented_status: 499 }", keys);
            let errors = Mapping::from_iter([("errors".into(), Yaml::Sequence(vec![error.into()]))]);
            under(&["operations", "Added"], errors)
        }
        "Error" => under(&["errors", "Added"], over("{ fault: client }", keys)),
        "WireError" => {
            let wire = over("{ status: 410, evidence: seen in a log }", keys);
            under(&["errors", "Added"], over("{ fault: client }", under(&["wire"], wire)))
        }
        "Shape" => shape(over("{ type: string }", keys)),
        "Length" => shape(over("{ type: string }", under(&["length"], keys))),
        "Range" => shape(over("{ type: integer }", under(&["range"], keys))),
        "Wire" => shape(over("{ type: string }", under(&["wire"], over("{ evidence: seen in a log }", keys)))),
        "Member" => shape(over("{ type: structure }", under(&["members", "added"], over("{ target: string }", keys)))),
        _ => panic!("say here how an example of {name} becomes part of an API"),
    }
}
