//! The reference's examples are good, and every key and word can be used.

use crate::readme::{Block, Row};
use crate::{
    addition, assert_good, bookshop, complaints, generate, language, mapping, over, read, readme, service, text,
    validator, without_service,
};
use serde_yaml::Mapping;

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
