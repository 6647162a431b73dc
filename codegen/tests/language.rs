//! The types that read the language, its reference (`spec/README.md`) and its schema (`spec/schema.json`) -> whether
//! all three say the same, and whether what they say is true.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "language/readme.rs"]
mod readme;
#[path = "language/source.rs"]
mod source;

use std::fs;
use std::path::{Path, PathBuf};

use codegen::Source;
use jsonschema::Validator;
use readme::{Block, Row, Table};
use serde_json::Value as Json;
use serde_yaml::{Mapping, Value as Yaml};
use source::{Key, Language};

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
    source::parse(&read("codegen/src/spec.rs"))
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

// the three say the same

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
    let known: Vec<_> = language.structs.iter().map(|(name, _)| name).chain(language.enums.iter().map(|(name, _)| name)).collect();
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
        let listed: Vec<_> =
            schema["$defs"][name].get("oneOf").unwrap().as_array().unwrap().iter().map(|word| word["const"].as_str().unwrap()).collect();
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
        assert!(definition.get("oneOf").is_some() || definition["description"].is_string(), "{name} has no description");
    }
}

// what the reference says is true

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

#[test]
fn complete_examples_generate_as_they_are() {
    let (readme, validator) = (readme(), validator());
    let complete: Vec<_> = readme.blocks.iter().filter(|block| block.info == "yaml complete").collect();
    assert!(!complete.is_empty());
    for Block { text, line, .. } in complete {
        let output = generate(std::slice::from_ref(text)).unwrap_or_else(|report| panic!("line {line}\n{report}"));
        assert!(output.operations > 0 && output.shapes > 0);
        let complaints = complaints(&validator, &serde_yaml::from_str(text).unwrap());
        assert!(complaints.is_empty(), "line {line}\n{}", complaints.join("\n"));
    }
}

#[test]
fn every_other_example_could_be_added_to_the_first() {
    let (readme, validator) = (readme(), validator());
    let fragments: Vec<_> = readme.blocks.iter().filter(|block| block.info == "yaml").collect();
    assert!(fragments.len() > 4);
    for Block { text, line, .. } in fragments {
        assert_good(&validator, &serde_yaml::from_str(text).unwrap(), &format!("line {line}"));
    }
    let known = ["yaml complete", "yaml", "sh"];
    for Block { info, line, .. } in &readme.blocks {
        assert!(known.contains(&info.as_str()), "line {line}: nobody tries a block of `{info}`");
    }
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
        "Shape" => shape(over("{ type: string }", keys)),
        "Length" => shape(over("{ type: string }", under(&["length"], keys))),
        "Range" => shape(over("{ type: integer }", under(&["range"], keys))),
        "Wire" => shape(over("{ type: string }", under(&["wire"], over("{ evidence: seen in a log }", keys)))),
        "Member" => {
            shape(over("{ type: structure }", under(&["members", "added"], over("{ target: string }", keys))))
        }
        _ => panic!("say here how an example of {name} becomes part of an API"),
    }
}

#[test]
fn the_example_of_every_key_has_that_key_and_is_good() {
    let (readme, validator) = (readme(), validator());
    for (name, _) in &language().structs {
        for Row { name: key, example, .. } in &readme.table(name).rows {
            let example = mapping(example);
            assert!(example.contains_key(key.as_str()), "{name}.{key}: its example does not show it");
            assert_good(&validator, &addition(name, example), &format!("{name}.{key}"));
        }
    }
}

/// An addition to the bookshop that uses a word of the language.
fn use_of(name: &str, word: &str) -> Mapping {
    let key = |key: &str| Mapping::from_iter([(key.into(), word.into())]);
    match name {
        "Protocol" => service(key("protocol")),
        "SigningScheme" => addition("Signing", key("scheme")),
        "Wording" => addition("Validation", key("wording")),
        "ReportOrder" => addition("Validation", key("order")),
        "Auth" => {
            let mut both = service(mapping("signing: { scheme: sigv4, name: bookshop }"));
            both.extend(addition("Operation", key("auth")));
            both
        }
        "Fault" => addition("Error", key("fault")),
        "Type" => {
            let needed = match word {
                "list" => "member: Isbn",
                "map" => "{ key: Isbn, value: Book }",
                "union" => "members: { Book: { target: Book } }",
                _ => "{}",
            };
            addition("Shape", over(needed, key("type")))
        }
        "TimestampFormat" => addition("Shape", over("type: timestamp", key("format"))),
        _ => panic!("say here how a word of {name} becomes part of an API"),
    }
}

#[test]
fn every_word_can_be_used() {
    let validator = validator();
    for (name, words) in &language().enums {
        for word in words {
            assert_good(&validator, &use_of(name, word), &format!("{name} `{word}`"));
        }
    }
}

#[test]
fn types_that_need_no_shape_are_those_that_the_reference_lists() {
    let validator = validator();
    let types = &language().enums.iter().find(|(name, _)| name == "Type").unwrap().1.clone();
    let sentence = read("spec/README.md").replace('\n', " ");
    let listed = sentence.split("just a type: ").nth(1).and_then(|rest| rest.split(". ").next()).unwrap();
    let listed: Vec<_> = listed.split(", ").map(|word| word.trim_matches('`')).collect();
    for word in types {
        let target = Mapping::from_iter([("target".into(), word.as_str().into())]);
        let member = addition("Member", target);
        if listed.contains(&word.as_str()) {
            assert_good(&validator, &member, word);
        } else {
            let (service, rest) = without_service(&bookshop());
            let report = generate(&[text(&service), text(&rest), text(&member)]).unwrap_err();
            assert!(report.contains(&format!("no shape is named `{word}`")), "{report}");
        }
    }
}

#[test]
fn names_in_rust_are_made_as_the_reference_says() {
    let api = "
operations:
  Added: { input: MFAOptionType }
  type: {}
shapes:
  MFAOptionType:
    type: structure
    members:
      CallbackURLs: { target: Option }
      type: { target: string }
      self: { target: UserPoolId }
      Odd: { target: Odd }
      Choice: { target: Choice }
  Option: { type: structure }
  UserPoolId: { type: string, length: { max: 3 } }
  Odd: { type: string, enum: [PHONE_NUMBER, '2048', '*', Self, Unknown] }
  Choice: { type: union, members: { MFAOptionType: { target: string } } }
";
    let output = assert_good(&validator(), &mapping(api), "names");
    let all: String = output.files.values().map(String::as_str).collect();
    for expected in [
        "pub struct MfaOptionType",
        "pub callback_urls: ",
        "pub r#type: ",
        "pub self_: ",
        "fn r#type(",
        "pub struct OptionShape",
        "PhoneNumber,",
        "N2048,",
        "Empty,",
        "SelfValue,",
        "UnknownValue,",
        "MfaOptionType(",
        "pub static USER_POOL_ID: ",
        "pub trait CornerBookshop:",
    ] {
        assert!(all.contains(expected), "{expected}");
    }
}

#[test]
fn statuses_are_documented_as_the_reference_says() {
    let api = "
service:
  name: bookshop
  title: Bookshop
  version: '1'
  protocol: aws_json_1_1
  target_prefix: Bookshop
  validation: { error: BadInput }
  first_documented_status: 480
operations:
  Added: { errors: [BadInput, { error: BookNotFound, documented_status: 410 }, ShopClosed] }
errors:
  ShopClosed: { fault: server }
";
    let output = assert_good(&validator(), &mapping(api), "statuses");
    let service = &output.files["service.rs"];
    for expected in ["BadInput): 400, documented as 480", "BookNotFound): 404, documented as 410", "ShopClosed): 500, documented as 482"]
    {
        assert!(service.contains(expected), "{expected}");
    }
}

/// The report on a bookshop with a string of that pattern, if there is anything to report.
fn pattern_report(pattern: &str) -> Option<String> {
    let (service, rest) = without_service(&bookshop());
    let shape = Mapping::from_iter([("type".into(), "string".into()), ("pattern".into(), pattern.into())]);
    generate(&[text(&service), text(&rest), text(&under(&["shapes", "Added"], shape))]).err()
}

#[test]
fn patterns_can_do_what_the_reference_says_and_no_more() {
    for possible in [
        r"^\w+\d\s\b.$", r"\p{Alpha}\p{L}\p{Lu}\p{IsGreek}\p{IsAlphabetic}", "[a-z&&[^aeiou]]", r"\Qa.b\E\h\v\R",
        "(?=a)a(?!b).", "(?<=a{1,3})b", "(?<!a)b", "(?i)a", "(?m)^a$", "(?s).", "(?d).", "(?x) a # b", "a*?b+?", "[a-z]*+",
        r"\x41\u0041\x{1F600}\n", "(?<name>a)", "(?:a|b){2,3}",
    ] {
        assert_eq!(pattern_report(possible), None, "{possible}");
    }
    for impossible in [
        r"(a)\1", r"(?<name>a)\k<name>", "(?>a)", "(?u)a", "(?U)a", "(?c)a", r"\X", r"\b{g}", r"\N{DIGIT ONE}", r"\p{InGreek}",
        "(a|b)*+", "(?<=a+)b", "(a{1,500}b?){1,500}", "(", "[a", "*a",
    ] {
        let report = pattern_report(impossible).unwrap_or_else(|| panic!("{impossible} is taken"));
        assert!(report.contains("Added.pattern: "), "{report}");
    }
}

/// Whether a text is an example of a shape with that pattern, which says whether it matches.
fn matches(pattern: &str, value: &str) -> bool {
    let (service, rest) = without_service(&bookshop());
    let shape = Mapping::from_iter([
        ("type".into(), "string".into()),
        ("pattern".into(), pattern.into()),
        ("example".into(), value.into()),
    ]);
    generate(&[text(&service), text(&rest), text(&under(&["shapes", "Added"], shape))]).is_ok()
}

#[test]
fn patterns_mean_what_the_reference_says() {
    for (pattern, value, expected) in [
        // the whole value, with or without anchors
        ("[A-Z]+", "ABC", true),
        ("[A-Z]+", "ABCd", false),
        ("[A-Z]+", " ABC", false),
        ("^[A-Z]+$", "ABC", true),
        ("a|ab", "ab", true),
        // ASCII and Unicode
        (r"\w+", "é", false),
        (r"\d+", "٣", false),
        (r"\s", "\u{a0}", false),
        (r"\p{Alpha}", "é", false),
        (r"\p{L}", "é", true),
        (r"\p{IsGreek}", "λ", true),
        (".", "😀", true),
        ("(?i)é", "É", false),
        ("(?i)a", "A", true),
        ("[a-z&&[^aeiou]]", "b", true),
        ("[a-z&&[^aeiou]]", "a", false),
    ] {
        assert_eq!(matches(pattern, value), expected, "{pattern} {value}");
    }
}

/// A blob is base64 wherever a description writes one down.
#[test]
fn values_of_blobs_are_base64() {
    let shape = |shape: &str| under(&["shapes", "Added"], mapping(shape));
    let validator = validator();
    // three bytes
    assert_good(&validator, &shape("{ type: blob, length: { min: 3, max: 3 }, example: AAEC }"), "base64");
    let member = addition("Member", mapping("{ target: blob, default: AAEC }"));
    let output = assert_good(&validator, &member, "default");
    let types = &output.files["types.rs"];
    assert!(!types.contains("b\"AAEC\""), "the default is the text of the base64, not its bytes");
    let (service, rest) = without_service(&bookshop());
    let bad = shape("{ type: blob, example: 'no base64' }");
    assert!(generate(&[text(&service), text(&rest), text(&bad)]).is_err(), "what is no base64 is refused");
}

/// A moment is shown as the wire writes it, whatever its format.
#[test]
fn examples_of_timestamps_are_shown_in_their_format() {
    let api = "
operations:
  Added: { input: Moments }
shapes:
  Moments:
    type: structure
    members:
      Shape: { target: Moment, required: true }
      Member: { target: Other, required: true, example: 1000000000 }
  Moment: { type: timestamp, format: date_time, example: 1100000000 }
  Other: { type: timestamp, format: http_date }
";
    let output = assert_good(&validator(), &mapping(api), "timestamps");
    let service = &output.files["service.rs"];
    assert!(service.contains(r#""Shape":"2004-11-09T11:33:20Z""#), "an example in RFC 3339");
    assert!(service.contains(r#""Member":"Sun, 09 Sep 2001 01:46:40 GMT""#), "an example as an HTTP date");
}

// what the schema says of other files

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
        if cases.join(&case).join("expected.rs").exists() {
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
const BAD: [(&str, &str); 62] = [
    ("File", "{ Shapes: {} }"),
    ("File", "{ operations: { 1st: {} } }"),
    ("File", "{ operations: { a-b: {} } }"),
    ("File", "{ errors: { 'a b': { fault: client } } }"),
    ("File", "{ shapes: [] }"),
    ("File", "{ shapes: { Added: string } }"),
    ("Service", "name: Book_Shop"),
    ("Service", "name: book--shop"),
    ("Service", "name: 2books"),
    ("Service", "version: 1.0"),
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
    ("Shape", "{ enum: [A, 1] }"),
    ("Shape", "{ rust_names: { A: B } }"),
    ("Length", "{}"),
    ("Length", "min: -1"),
    ("Range", "min: one"),
    ("Wire", "evidence: null"),
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
            assert!(report.contains(key), "{name}.{key}\n{report}");
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
