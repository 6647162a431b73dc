//! Whole texts: what may stand around a value, cut off texts, and nesting.

use crate::{DEPTH, SAMPLE, document, skip, whole};
use codegen_runtime::json::{Document, Reader, Rejected};
use codegen_runtime::{Decode, Encode};

#[test]
fn only_white_space_may_follow_a_value() {
    for value in ["1", "\"a\"", "true", "null", "[]", "{}"] {
        for after in [" ", "\n", "\t", "\r", " \n\t\r "] {
            assert!(document(&format!("{value}{after}")).is_ok(), "{value}{after:?}");
        }
        for after in
            [" 1", ",", "]", "}", "x", "\0", "\u{a0}", "\u{feff}", "\u{b}", "\u{c}", "//", "{}", "\"", " null", ":"]
        {
            let text = format!("{value}{after}");
            assert_eq!(document(&text), Err(Rejected), "{text:?}");
            assert_eq!(skip(text.as_bytes(), DEPTH), Err(Rejected), "{text:?}");
        }
    }
    for before in ["\u{feff}", "\u{a0}", "\u{c}", "\0", ",", "//\n"] {
        assert_eq!(document(&format!("{before}1")), Err(Rejected), "{before:?}");
    }
}

#[test]
fn a_text_cut_off_anywhere_is_refused() {
    assert!(document(SAMPLE).is_ok());
    assert_eq!(skip(SAMPLE.as_bytes(), DEPTH), Ok(()));
    for end in 0..SAMPLE.len() {
        let bytes = &SAMPLE.as_bytes()[..end];
        assert_eq!(Document::parse(bytes, DEPTH), Err(Rejected), "{end}");
        assert_eq!(skip(bytes, DEPTH), Err(Rejected), "{end}");
        assert_eq!(decode(bytes), Err(Rejected), "{end}");
    }
}

/// Reads with the methods that emitted code uses.
fn decode(bytes: &[u8]) -> Result<(), Rejected> {
    let mut reader = Reader::new(bytes, DEPTH)?;
    let mut members = reader.structure().ok_or(Rejected)?;
    while let Some(name) = members.next(&mut reader) {
        match name {
            "a" => drop(reader.list(|reader| Some(reader.document()))),
            "b" => drop(reader.map(|reader| Some(reader.document()))),
            _ => drop(reader.string()),
        }
    }
    reader.finish()
}

#[test]
fn the_sample_that_is_cut_off_is_whole() {
    assert_eq!(decode(SAMPLE.as_bytes()), Ok(()));
}

#[test]
fn nesting_is_refused_beyond_the_limit_and_only_there() {
    for limit in [0, 1, 2, 7, 100] {
        for depth in [1, 2, 3, 7, 8, 99, 100, 101] {
            for (open, inner, close) in
                [("[", "", "]"), ("[", "1", "]"), ("{\"a\":", "{}", "}"), ("[{\"a\":", "null", "}]")]
            {
                let text = format!("{}{inner}{}", open.repeat(depth), close.repeat(depth));
                let levels =
                    depth * open.chars().filter(|c| matches!(c, '[' | '{')).count() + usize::from(inner == "{}");
                assert_eq!(
                    Document::parse(text.as_bytes(), limit).is_ok(),
                    levels <= limit,
                    "{levels} of {limit}: {open}"
                );
                assert_eq!(skip(text.as_bytes(), limit).is_ok(), levels <= limit, "{levels} of {limit}: {open}");
            }
        }
    }
    assert_eq!(Document::parse(b"1", 0), Ok(Document::from(1)));
}

#[test]
fn what_was_closed_does_not_count_against_the_limit() {
    let text = format!("[{}1]", "[[]],{\"a\":{}},".repeat(1000));
    assert!(Document::parse(text.as_bytes(), 3).is_ok());
    assert_eq!(skip(text.as_bytes(), 3), Ok(()));
    assert_eq!(Document::parse(text.as_bytes(), 2), Err(Rejected));
    let mut reader = Reader::new(b"[{\"a\":{}},{\"a\":{}},null,{}]", 3).unwrap();
    let items = reader.list(|reader| reader.map(|reader| reader.map(Reader::integer))).unwrap();
    assert_eq!(items.len(), 3);
    assert_eq!(reader.finish(), Ok(()));
}

#[test]
fn a_text_of_brackets_alone_is_refused_without_harm() {
    for bracket in ["[", "{\"a\":", "]"] {
        let text = bracket.repeat(200_000);
        assert_eq!(Document::parse(text.as_bytes(), 128), Err(Rejected));
        assert_eq!(skip(text.as_bytes(), 128), Err(Rejected));
    }
}

#[test]
fn bodies_are_one_value_and_nothing_else() {
    assert_eq!(Document::from_body(b" [1] ", DEPTH), Ok(Document::Array(vec![1.into()])));
    for bad in [&b"null"[..], b"", b" ", b"[1] x", b"[1", b"[[[1]]]"] {
        assert_eq!(Document::from_body(bad, 2), Err(Rejected), "{bad:?}");
    }
    let object = Document::Object(vec![("a".into(), Document::Null)]);
    assert_eq!(object.to_body(), b"{\"a\":null}");
    assert_eq!(object.to_shared_body(), "{\"a\":null}");
    for body in [&b""[..], b"{}", b"not json"] {
        assert_eq!(<()>::from_body(body, DEPTH), Ok(()));
    }
    assert_eq!(().to_body(), b"");
    assert_eq!(().to_shared_body(), "");
}

#[test]
fn white_space_may_stand_around_every_token_and_nothing_else_may() {
    let long = "a text of more than a few words of eight bytes";
    let quoted = format!("\"{long}\"");
    let tokens = ["{", "\"one\"", ":", "\"two\"", ",", "\"three\"", ":", &quoted, "}"];
    let expected = [("one", "two"), ("three", long)].map(|(key, value)| (key.to_owned(), value.to_owned()));
    let read = |text: &str| whole(text, |reader| reader.map(Reader::string));
    for at in 1..tokens.len() {
        let (before, after) = (tokens[..at].concat(), tokens[at..].concat());
        for space in ["", " ", "  ", "\n", "\r\n", "\t", " \n "] {
            let text = format!("{before}{space}{after}");
            assert_eq!(read(&text), Ok(Some(expected.clone().into())), "{text}");
        }
        for other in ["_", " _", "_ ", "\0", "\u{b}", "\u{c}", "\u{a0}", " :", ", ", " \""] {
            let text = format!("{before}{other}{after}");
            assert_eq!(read(&text), Err(Rejected), "{text}");
        }
    }
}

#[test]
fn of_equal_keys_of_a_map_the_last_counts() {
    let read = |text: &str| whole(text, |reader| reader.map(Reader::integer)).map(Option::unwrap);
    let map = |entries: &[(&str, i32)]| entries.iter().map(|(key, value)| ((*key).to_owned(), *value)).collect();
    assert_eq!(read(r#"{"a":1,"b":2,"a":3}"#), Ok(map(&[("a", 3), ("b", 2)])));
    assert_eq!(read(r#"{"a":1,"b":2,"a":null}"#), Ok(map(&[("b", 2)])));
    assert_eq!(read(r#"{"a":null,"b":2,"a":1}"#), Ok(map(&[("a", 1), ("b", 2)])));
    assert_eq!(read(r#"{"a":1,"c":null,"a":null,"a":4,"b":5,"b":null}"#), Ok(map(&[("a", 4)])));
    assert_eq!(read(r#"{"a":null}"#), Ok(map(&[])));
}
