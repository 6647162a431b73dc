//! The types, the reference and the schema have the same keys and words.

use crate::readme::{Row, Table};
use crate::source::Key;
use crate::{language, readme, schema};
use serde_json::Value as Json;

/// The part of the schema that describes a type of the language. The one of a file is the schema itself.
fn definition<'s>(schema: &'s Json, name: &str) -> &'s Json {
    if name == "File" { schema } else { &schema["$defs"][name] }
}

fn row_names(table: &Table) -> Vec<&str> {
    table.rows.iter().map(|row| row.name.as_str()).collect()
}

#[test]
fn the_reference_has_every_key_and_word_in_the_order_of_the_types() {
    let (readme, language) = (readme(), language());
    for (name, keys) in &language.structs {
        let table = readme.table(name);
        let expected: Vec<_> = keys.iter().map(|key| key.name.as_str()).collect();
        assert_eq!(row_names(table), expected, "keys of {name}");
        for (row, Key { name: key, required }) in table.rows.iter().zip(keys) {
            assert_eq!(row.is_required, *required, "{name}.{key} is marked as required where it is");
        }
    }
    for (name, words) in &language.enums {
        assert_eq!(row_names(readme.table(name)), *words, "words of {name}");
    }
    let known: Vec<_> =
        language.structs.iter().map(|(name, _)| name).chain(language.enums.iter().map(|(name, _)| name)).collect();
    for table in &readme.tables {
        assert!(known.contains(&&table.name), "the reference has a table of {}, which the language lacks", table.name);
    }
}

#[test]
fn the_schema_has_every_key_and_word_and_nothing_else() {
    let (schema, language) = (schema(), language());
    for (name, keys) in &language.structs {
        let definition = definition(&schema, name);
        let mut properties: Vec<_> = definition["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        let mut expected: Vec<_> = keys.iter().map(|key| key.name.as_str()).collect();
        // an object of serde_json may be sorted
        properties.sort_unstable();
        expected.sort_unstable();
        assert_eq!(properties, expected, "keys of {name}");
        let required: Vec<_> = keys.iter().filter(|key| key.required).map(|key| key.name.as_str()).collect();
        let listed: Vec<_> = definition["required"].as_array().into_iter().flatten().filter_map(Json::as_str).collect();
        assert_eq!(listed, required, "required keys of {name}");
        assert_eq!(definition["additionalProperties"], false, "{name} has no other keys");
    }
    for (name, words) in &language.enums {
        let listed: Vec<_> = schema["$defs"][name]
            .get("oneOf")
            .unwrap()
            .as_array()
            .unwrap()
            .iter()
            .map(|word| word["const"].as_str().unwrap())
            .collect();
        assert_eq!(listed, *words, "words of {name}");
    }
    let helpers = ["Members", "Scalar"];
    for name in schema["$defs"].as_object().unwrap().keys() {
        let known = language.structs.iter().any(|(known, _)| known == name)
            || language.enums.iter().any(|(known, _)| known == name)
            || helpers.contains(&name.as_str());
        assert!(known, "the schema defines {name}, which the language lacks");
    }
}

#[test]
fn the_schema_explains_every_key_in_the_words_of_the_reference() {
    let (schema, readme) = (schema(), readme());
    for table in &readme.tables {
        let definition = definition(&schema, &table.name);
        for Row { name, meaning, .. } in &table.rows {
            let described = match definition.get("oneOf") {
                Some(words) => words.as_array().unwrap().iter().find(|word| word["const"] == **name),
                None => definition["properties"].get(name),
            };
            let description = described.and_then(|described| described["description"].as_str());
            assert_eq!(description, Some(meaning.as_str()), "{}.{name}", table.name);
        }
    }
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        assert!(
            definition.get("oneOf").is_some() || definition["description"].is_string(),
            "{name} has no description"
        );
    }
}
