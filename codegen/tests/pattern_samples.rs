//! Checks the values that are made from patterns: they match or not, and have the length they should.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use codegen::pattern::compile;

/// A pattern, the bounds on the length, and the example.
const EXAMPLES: &[(&str, u64, u64, Option<&str>)] = &[
    ("[\\w-]+_[0-9a-zA-Z]+", 1, 55, Some("a_b")),
    ("[0-9]{3,9}", 5, 10, Some("01234")),
    ("Level[1-4]", 0, 20, Some("Level1")),
    ("[a-z]{1,2048}", 0, 2048, Some("a")),
    ("[A-Z]+", 3, 4, Some("ABC")),
    ("(?s).*", 6, 140, Some("abcdef")),
    ("^(terms-of-use|privacy-policy)$", 0, 100, Some("terms-of-use")),
    (".*\\{####\\}.*", 6, 140, Some("{####}")),
    ("^[0-9A-Za-z\\.\\-_]*(?<!\\.)$", 3, 63, Some("abc")),
    ("[0-9]{6}", 7, 9, None),
    ("a(?!a)a", 0, 9, None),
    ("[\\p{So}]", 1, 1, Some("¦")),
    ("", 0, 5, Some("")),
];

#[test]
fn examples_are_readable() {
    for (pattern, min, max, expected) in EXAMPLES {
        assert_eq!(compile(pattern).unwrap().example(*min, *max).as_deref(), *expected, "{pattern}");
    }
}

const PATTERNS: &[&str] = &[
    "[a-z]{3,5}",
    "[\\S]+",
    "(?s).{2,4}",
    "[\\w-]+_[0-9a-zA-Z]+",
    "^[a-z0-9](?:[a-z0-9\\-]{0,61}[a-z0-9])?$",
    "[\\p{L}\\p{M}]+@[\\p{N}]{2}",
    "(?!aws:)[a-z:]{1,12}",
    "(aaa|aaaaa){2,3}",
    "[^a-z]*",
    "x{0,2000}",
    "(?s).*a.{1000}",
    "https://([^/]+)/?.{3,16}_.{17}",
];

#[test]
fn samples_keep_their_promises() {
    for pattern in PATTERNS {
        let compiled = compile(pattern).unwrap();
        for (min, max) in [(0, 0), (1, 1), (2, 3), (4, 9), (6, 6), (10, 10), (5, 64), (64, 70), (0, 3000)] {
            let within = |value: &String| (min..=max).contains(&(value.chars().count() as u64));
            let found = [compiled.example(min, max), compiled.longest(min, max)];
            for value in found.iter().flatten() {
                assert!(compiled.matches(value) && within(value), "{pattern}: {value:?}");
            }
            assert_eq!(found[0].is_some(), found[1].is_some(), "{pattern} in {min}..={max}");
            if let Some(value) = compiled.counterexample(min, max) {
                assert!(!compiled.matches(&value) && within(&value), "{pattern}: {value:?}");
            }
        }
    }
}

#[test]
fn samples_are_as_short_and_as_long_as_can_be() {
    let length = |value: Option<String>| value.map(|value| value.chars().count());
    let compiled = compile("(aaa|aaaaa){2,3}").unwrap();
    assert_eq!(length(compiled.example(0, 100)), Some(6));
    assert_eq!(length(compiled.example(7, 100)), Some(8));
    assert_eq!(length(compiled.longest(0, 100)), Some(15));
    assert_eq!(length(compiled.longest(0, 14)), Some(13));
    assert_eq!(length(compile("[a-z]*").unwrap().longest(0, 131_072)), Some(131_072));
    assert_eq!(length(compile("[a-z]{1,2048}").unwrap().longest(0, u64::MAX)), Some(2048));
}

#[test]
fn counterexamples_may_be_too_short_or_too_long_only() {
    let compiled = compile("(?s).{2,4}").unwrap();
    assert_eq!(compiled.counterexample(0, 9).as_deref(), Some(""));
    assert_eq!(compiled.counterexample(2, 9).map(|value| value.len()), Some(5));
    assert_eq!(compiled.counterexample(2, 4), None);
    assert_eq!(compile("(?s).*").unwrap().counterexample(0, 100), None);
}
