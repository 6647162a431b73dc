//! The schema takes what the language takes, and refuses what it refuses.

use crate::source::Key;
use crate::{addition, bookshop, complaints, generate, language, mapping, root, text, validator, without_service};
use serde_yaml::Mapping;
use serde_yaml::Value as Yaml;
use std::fs;
use std::path::{Path, PathBuf};

fn yaml_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (folders, mut files): (Vec<_>, Vec<_>) = files.into_iter().partition(|path| path.is_dir());
    files.retain(|path| path.extension().is_some_and(|extension| extension == "yaml"));
    files.extend(folders.iter().flat_map(|folder| yaml_files(folder)));
    files
}

#[test]
fn the_schema_takes_every_description_of_this_repository() {
    let validator = validator();
    let files = yaml_files(&root().join("spec"));
    assert!(files.len() > 10);
    for file in files {
        let complaints = complaints(&validator, &serde_yaml::from_str(&fs::read_to_string(&file).unwrap()).unwrap());
        assert!(complaints.is_empty(), "{}\n{}", file.display(), complaints.join("\n"));
    }
}

/// The language takes a number for a text as it is written; the schema wants quotes, so that other readers do too.
const STRICTER: &str = "spec/text_without_quotes";

#[test]
fn the_schema_takes_every_good_case_and_refuses_what_is_not_of_the_language() {
    let validator = validator();
    let cases = root().join("codegen/tests/cases");
    let (mut good, mut bad) = (0, 0);
    for file in yaml_files(&cases) {
        let case = file.strip_prefix(&cases).unwrap().components().take(2).collect::<PathBuf>();
        // what is no YAML, or has a key twice, is no concern of a schema; merged aliases are resolved by the reader
        let Ok(yaml) = serde_yaml::from_str::<Yaml>(&fs::read_to_string(&file).unwrap()) else { continue };
        let complaints = complaints(&validator, &yaml);
        if case == Path::new(STRICTER) {
            assert!(!complaints.is_empty());
        } else if cases.join(&case).join("expected.rs").exists() {
            good += 1;
            assert!(complaints.is_empty(), "{}\n{}", file.display(), complaints.join("\n"));
        } else if case.starts_with("spec") {
            bad += 1;
            assert!(!complaints.is_empty(), "{} is good by the schema", file.display());
        }
    }
    assert!(good > 40 && bad > 20, "{good} {bad}");
}

/// Mistakes that both the language and the schema refuse, by the type of the language whose keys they are.
const BAD: [(&str, &str); 60] = [
    ("File", "{ Shapes: {} }"),
    ("File", "{ operations: { 1st: {} } }"),
    ("File", "{ operations: { a-b: {} } }"),
    ("File", "{ errors: { 'a b': { fault: client } } }"),
    ("File", "{ shapes: [] }"),
    ("File", "{ shapes: { Added: string } }"),
    ("Service", "name: Book_Shop"),
    ("Service", "name: book--shop"),
    ("Service", "name: 2books"),
    ("Service", "rust_name: bookshop"),
    ("Service", "rust_name: Book-Shop"),
    ("Service", "protocol: rest_json"),
    ("Service", "target_prefix: ''"),
    ("Service", "target_prefix: Corner Bookshop"),
    ("Service", "signing: sigv4"),
    ("Service", "first_documented_status: 200"),
    ("Service", "tittle: x"),
    ("Signing", "scheme: sigv5"),
    ("Validation", "error: Bad Input"),
    ("Validation", "wording: smithey"),
    ("Validation", "order: alphabetical"),
    ("Provenance", "url: x"),
    ("Operation", "auth: sigv3"),
    ("Operation", "inputs: Book"),
    ("Operation", "errors: [BadInput, BadInput]"),
    ("Operation", "errors: BadInput"),
    ("Operation", "rust_name: add it"),
    ("DocumentedError", "documented_status: 399"),
    ("DocumentedError", "status: 404"),
    ("Error", "fault: nobody"),
    ("Error", "status: 600"),
    ("Error", "members: { 'a\"b': { target: string } }"),
    ("Shape", "type: text"),
    ("Shape", "{ type: integer, pattern: a }"),
    ("Shape", "{ type: integer, length: { max: 1 } }"),
    ("Shape", "{ type: string, range: { max: 1 } }"),
    ("Shape", "{ type: string, format: date_time }"),
    ("Shape", "{ type: string, unique_items: true }"),
    ("Shape", "{ type: integer, enum: ['1'] }"),
    ("Shape", "{ type: list }"),
    ("Shape", "{ type: list, members: {} }"),
    ("Shape", "{ type: map, key: string }"),
    ("Shape", "{ type: structure, member: string }"),
    ("Shape", "{ type: union }"),
    ("Shape", "{ type: union, members: { A: { target: string, required: true } } }"),
    ("Shape", "{ type: union, members: { A: { target: string, default: a } } }"),
    ("Shape", "{ type: timestamp, format: iso }"),
    ("Shape", "{ type: document, example: a }"),
    ("Shape", "{ type: integer, example: '1' }"),
    ("Shape", "{ type: integer, range: { min: 0.5 } }"),
    ("Shape", "{ type: integer, wire: { pattern: a, evidence: x } }"),
    ("Shape", "{ enum: [] }"),
    ("Shape", "{ enum: [A, A] }"),
    ("Shape", "{ rust_names: { A: B } }"),
    ("Length", "{}"),
    ("Length", "min: -1"),
    ("Range", "min: one"),
    ("Wire", "evidence: [a]"),
    ("Member", "{ required: true, default: a }"),
    ("Member", "default: [a]"),
];

#[test]
fn bad_examples_are_refused_by_language_and_schema() {
    let validator = validator();
    let (own, rest) = without_service(&bookshop());
    for (name, keys) in BAD {
        let addition = addition(name, mapping(keys));
        let mut files = vec![text(&rest), text(&addition)];
        if !addition.contains_key("service") {
            files.push(text(&own));
        }
        assert!(generate(&files).is_err(), "the language takes {name}: {keys}");
        assert!(!complaints(&validator, &Yaml::Mapping(addition)).is_empty(), "the schema takes {name}: {keys}");
    }
}

#[test]
fn a_required_key_that_is_missing_is_refused_by_language_and_schema() {
    let validator = validator();
    for (name, keys) in &language().structs {
        for Key { name: key, .. } in keys.iter().filter(|key| key.required) {
            let mut found = false;
            let mut whole = addition(name, Mapping::new());
            remove(&mut whole, name, key, &mut found);
            assert!(found, "{name}.{key}");
            let (own, rest) = without_service(&bookshop());
            let mut files = vec![text(&rest), text(&whole)];
            if !whole.contains_key("service") {
                files.push(text(&own));
            }
            let report = generate(&files).unwrap_err();
            // a declared error is a name or a map, so that its reader cannot tell which key is missing
            assert!(report.contains(key) || name == "DocumentedError", "{name}.{key}\n{report}");
            assert!(!complaints(&validator, &Yaml::Mapping(whole)).is_empty(), "the schema does not miss {name}.{key}");
        }
    }
}

/// Takes a key out of the map that [`addition`] was asked for.
fn remove(map: &mut Mapping, name: &str, key: &str, found: &mut bool) {
    let path: &[&str] = match name {
        "Service" => &["service"],
        "Signing" => &["service", "signing"],
        "Validation" => &["service", "validation"],
        "Provenance" => &["service", "provenance"],
        "DocumentedError" => &["operations", "Added", "errors"],
        "Error" => &["errors", "Added"],
        "WireError" => &["errors", "Added", "wire"],
        "Shape" => &["shapes", "Added"],
        "Wire" => &["shapes", "Added", "wire"],
        "Member" => &["shapes", "Added", "members", "added"],
        _ => panic!("say here where the keys of {name} are"),
    };
    let (first, rest) = path.split_first().unwrap();
    let inner = rest.iter().fold(map.get_mut(*first).unwrap(), |value, key| value.get_mut(*key).unwrap());
    let inner = if inner.is_sequence() { inner.get_mut(0).unwrap() } else { inner };
    *found = inner.as_mapping_mut().unwrap().shift_remove(key).is_some();
}
