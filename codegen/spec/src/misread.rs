//! What serde and the YAML reader say of a file they cannot read -> a problem in the words of the language.

use super::locate;
use crate::report::{Place, Problem, did_you_mean};

/// The problem of a file.
pub(super) fn problem(source: usize, text: &str, error: &serde_yaml::Error) -> Problem {
    let (line, column) = error.location().map_or((1, 1), |place| (place.line(), place.column()));
    let said = error.to_string();
    // the reader appends the place, which is shown better
    let said = said.split(" at line ").next().unwrap_or(&said);
    let at = |span: locate::Span| Place::Point { source, line: span.line, column: span.column };
    let here = Place::Point { source, line, column };
    let (subject, said) = split(said);
    let (place, message, help) = if let Some(rest) = said.strip_prefix("unknown field ") {
        let (key, keys) = unknown(rest);
        (here, format!("unknown key `{key}`"), Some(instead(key, "keys", &keys)))
    } else if let Some(rest) = said.strip_prefix("unknown variant ") {
        let (word, words) = unknown(rest);
        (here, format!("unknown word `{word}`"), Some(instead(word, "words", &words)))
    } else if let Some(key) = said.strip_prefix("missing field ") {
        (here, format!("missing key {key}"), None)
    } else if let Some(key) = said.strip_prefix("duplicate field ") {
        // the reader has gone on to the end of the map when it says so
        let place = locate::repeated(text).map_or(here, at);
        (place, format!("{key} stands here twice"), Some("remove one of the two".to_owned()))
    } else if said.contains("stands here twice") {
        (here, said.to_owned(), Some("remove one of the two, or rename it".to_owned()))
    } else if let Some(rest) = said.strip_prefix("invalid type: ").or_else(|| said.strip_prefix("invalid value: ")) {
        let (found, expected) = rest.rsplit_once(", expected ").unwrap_or((rest, "something else"));
        (here, format!("expected {}, found {}", wanted(expected), had(found)), None)
    } else if said.contains("more than one document") {
        let help = "put each into a file of its own".to_owned();
        (locate::second_document(text).map_or(here, at), "a second YAML document".to_owned(), Some(help))
    } else if said.contains("cannot start any token") && is_tab(text, line, column) {
        (here, "a tab where YAML wants blanks".to_owned(), Some("indent with blanks".to_owned()))
    } else {
        (here, said.to_owned(), None)
    };
    Problem { place, subject: subject.to_owned(), message, help }
}

/// What serde's texts for a wrong value or key begin with.
const BEGINNINGS: [&str; 6] = [
    "unknown field `",
    "unknown variant `",
    "missing field `",
    "duplicate field `",
    "invalid type: ",
    "invalid value: ",
];

/// The path of keys that stands before a message, and the message. A key may hold anything, even a colon.
fn split(said: &str) -> (&str, &str) {
    if BEGINNINGS.iter().any(|beginning| said.starts_with(beginning)) {
        return ("", said);
    }
    let starts = BEGINNINGS.iter().filter_map(|beginning| said.find(&format!(": {beginning}")));
    match starts.min() {
        Some(start) => (&said[..start], &said[start + 2..]),
        None => said.rsplit_once(": ").filter(|(path, _)| !path.contains(' ')).unwrap_or(("", said)),
    }
}

/// A word in backquotes that is not known, and those that are.
fn unknown(rest: &str) -> (&str, Vec<&str>) {
    let (word, known) = rest.split_once(", ").unwrap_or((rest, ""));
    let known = known.split('`').skip(1).step_by(2).collect();
    (word.trim_matches('`'), known)
}

/// What may stand where a word is not known.
fn instead(word: &str, kind: &str, known: &[&str]) -> String {
    let slip = did_you_mean(word, known.iter().copied(), "");
    let slip = if slip.is_empty() { slip } else { slip + " " };
    let known: Vec<_> = known.iter().map(|known| format!("`{known}`")).collect();
    format!("{slip}{kind} that may stand here: {}", known.join(", "))
}

/// What should be there, in the words of YAML and not of Rust.
fn wanted(expected: &str) -> &str {
    match expected {
        "a boolean" => "`true` or `false`",
        "a string" => "a text",
        "a sequence" => "a list",
        "u16" => "a whole number from 0 to 65535",
        "u64" => "a whole number from 0",
        "struct File" => "the sections of a description",
        _ if expected.starts_with("struct ") || expected.starts_with("enum ") => "a map of keys",
        _ => expected,
    }
}

/// What is there instead.
fn had(found: &str) -> String {
    let number = found.strip_prefix("integer ").or_else(|| found.strip_prefix("floating point "));
    if let Some(number) = number.or_else(|| found.strip_prefix("boolean ")) {
        return number.to_owned();
    }
    match found {
        "sequence" => "a list".to_owned(),
        "map" => "a map".to_owned(),
        "unit value" | "Option value" => "nothing".to_owned(),
        _ => found.strip_prefix("string ").map_or_else(|| found.to_owned(), |text| format!("the text {text}")),
    }
}

fn is_tab(text: &str, line: usize, column: usize) -> bool {
    let line = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    line.chars().nth(column.saturating_sub(1)) == Some('\t')
}
