//! Truth values, bytes, `null`, lists, maps, structures and documents.

use crate::{DEPTH, document, skip, string, whole, written};
use codegen_runtime::json::{Document, Reader, Rejected, Writer};
use std::collections::BTreeMap;

#[test]
fn truth_values_are_words_or_any_string() {
    for (text, expected) in [
        ("true", true),
        ("false", false),
        (r#""true""#, true),
        (r#""TRUE""#, true),
        (r#""tr\u0075e""#, true),
        (r#""false""#, false),
        (r#""yes""#, false),
        (r#""1""#, false),
        (r#""""#, false),
        (r#"" true""#, false),
    ] {
        assert_eq!(whole(text, Reader::boolean), Ok(Some(expected)), "{text}");
    }
    for text in ["1", "0", "True", "TRUE", "tru", "truex", "t", "[]", "{}", "yes"] {
        assert_eq!(whole(text, Reader::boolean), Err(Rejected), "{text}");
    }
    assert_eq!(written(|writer| writer.boolean(true)), "true");
    assert_eq!(written(|writer| writer.boolean(false)), "false");
}

#[test]
fn bytes_are_base64_with_its_padding() {
    for (text, expected) in [
        (r#""""#, &b""[..]),
        (r#""AA==""#, &[0]),
        (r#""AAA=""#, &[0, 0]),
        (r#""+/+/""#, &[0xfb, 0xff, 0xbf]),
        (r#""\u0041AAA""#, &[0, 0, 0]),
    ] {
        assert_eq!(whole(text, Reader::blob), Ok(Some(expected.to_vec())), "{text}");
    }
    for text in
        [r#""AA""#, r#""A===""#, r#""AA=A""#, r#""A A=""#, r#""-_-_""#, r#""AB==""#, r#""AAAA\n""#, "0", "[0]", "true"]
    {
        assert_eq!(whole(text, Reader::blob), Err(Rejected), "{text}");
    }
    for length in 0..64_u8 {
        let bytes: Vec<u8> = (0..length).map(|byte| byte.wrapping_mul(37)).collect();
        let text = written(|writer| writer.blob(&bytes));
        assert_eq!(whole(&text, Reader::blob), Ok(Some(bytes)), "{text}");
    }
}

#[test]
fn null_is_no_value_of_every_type() {
    for null in ["null", " null ", "\n\tnull\r"] {
        assert_eq!(whole(null, Reader::string), Ok(None));
        assert_eq!(whole(null, Reader::integer), Ok(None));
        assert_eq!(whole(null, Reader::long), Ok(None));
        assert_eq!(whole(null, Reader::float), Ok(None));
        assert_eq!(whole(null, Reader::double), Ok(None));
        assert_eq!(whole(null, Reader::boolean), Ok(None));
        assert_eq!(whole(null, Reader::blob), Ok(None));
        assert_eq!(whole(null, |reader| reader.list(Reader::integer)), Ok(None));
        assert_eq!(whole(null, |reader| reader.map(Reader::integer)), Ok(None));
        assert!(whole(null, Reader::structure).unwrap().is_none());
        assert_eq!(document(null), Ok(Document::Null));
    }
    for bad in ["nul", "nulll", "Null", "NULL", "n", "none", "undefined", "nullnull", "null,"] {
        assert_eq!(string(bad), Err(Rejected), "{bad}");
        assert_eq!(document(bad), Err(Rejected), "{bad}");
        assert_eq!(skip(bad.as_bytes(), DEPTH), Err(Rejected), "{bad}");
    }
}

#[test]
fn no_type_takes_another_ones_value() {
    for text in ["1", "true", "[]", "{}"] {
        assert_eq!(string(text), Err(Rejected), "{text}");
        assert_eq!(whole(text, Reader::blob), Err(Rejected), "{text}");
    }
    for text in ["true", r#""1""#, "[]", "{}"] {
        assert_eq!(whole(text, Reader::integer), Err(Rejected), "{text}");
        assert_eq!(whole(text, Reader::long), Err(Rejected), "{text}");
    }
    for text in ["1", "true", r#""""#, "{}"] {
        assert_eq!(whole(text, |reader| reader.list(Reader::integer)), Err(Rejected), "{text}");
    }
    for text in ["1", "true", r#""""#, "[]"] {
        assert_eq!(whole(text, |reader| reader.map(Reader::integer)), Err(Rejected), "{text}");
        assert!(whole(text, Reader::structure).is_err(), "{text}");
    }
}

#[test]
fn lists_lose_their_nulls() {
    let list = |text| whole(text, |reader: &mut Reader<'_>| reader.list(Reader::integer));
    assert_eq!(list("[]"), Ok(Some(vec![])));
    assert_eq!(list(" [ \n ] "), Ok(Some(vec![])));
    assert_eq!(list("[null]"), Ok(Some(vec![])));
    assert_eq!(list("[null, 1 ,null,null,2\t]"), Ok(Some(vec![1, 2])));
    for bad in
        ["[", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[1}", "[1]]", "]", "[1:2]", "[\"a\"]", "[[1]]", "[,]"]
    {
        assert_eq!(list(bad), Err(Rejected), "{bad}");
    }
}

#[test]
fn maps_keep_the_last_of_equal_keys_and_lose_their_nulls() {
    let map = |text| whole(text, |reader: &mut Reader<'_>| reader.map(Reader::integer));
    let of = |entries: &[(&str, i32)]| {
        Ok(Some(entries.iter().map(|(key, value)| ((*key).to_owned(), *value)).collect::<BTreeMap<_, _>>()))
    };
    assert_eq!(map("{}"), of(&[]));
    assert_eq!(map("{ }"), of(&[]));
    assert_eq!(map(r#"{"a":1,"b":null}"#), of(&[("a", 1)]));
    assert_eq!(map(r#"{"a":1,"a":2}"#), of(&[("a", 2)]));
    assert_eq!(map(r#"{"a":1,"a":null}"#), of(&[]));
    assert_eq!(map(r#"{"a":null,"a":3}"#), of(&[("a", 3)]));
    assert_eq!(map(r#"{"a":1,"\u0061":2}"#), of(&[("a", 2)]));
    assert_eq!(map(r#"{"":1}"#), of(&[("", 1)]));
    for bad in [
        "{",
        r#"{"a""#,
        r#"{"a":"#,
        r#"{"a":1"#,
        r#"{"a":1,"#,
        r#"{"a":1,}"#,
        r#"{,"a":1}"#,
        r#"{"a" 1}"#,
        r#"{"a"}"#,
        "{a:1}",
        "{1:1}",
        "{null:1}",
        r#"{"a":1 "b":2}"#,
        r#"{"a":1]"#,
        r#"{"a":1}}"#,
        "}",
        "{,}",
        r#"{"a"::1}"#,
        r#"{"a":1;"b":2}"#,
    ] {
        assert_eq!(map(bad), Err(Rejected), "{bad}");
        assert_eq!(document(bad), Err(Rejected), "{bad}");
        assert_eq!(skip(bad.as_bytes(), DEPTH), Err(Rejected), "{bad}");
    }
}

#[test]
fn a_structure_gives_its_members_one_by_one() {
    let mut reader = Reader::new(br#" { "A" : 1 , "\u0042" : {"x":[]} , "A" : null } "#, DEPTH).unwrap();
    let mut members = reader.structure().unwrap();
    assert_eq!(members.next(&mut reader), Some("A"));
    assert_eq!(reader.integer(), Some(1));
    assert_eq!(members.next(&mut reader), Some("B"));
    reader.skip();
    assert_eq!(members.next(&mut reader), Some("A"));
    assert_eq!(reader.integer(), None);
    assert_eq!(members.next(&mut reader), None);
    assert_eq!(reader.finish(), Ok(()));
}

#[test]
fn nothing_is_left_to_read_of_a_text_that_was_refused() {
    let refusals: [fn(&mut Reader<'_>); 4] = [
        |reader| assert_eq!(reader.string(), None),
        |reader| assert_eq!(reader.list(Reader::string), None),
        |reader| assert!(reader.structure().is_none()),
        |reader| assert_eq!(reader.reject::<()>(), None),
    ];
    for refuse in refusals {
        let mut reader = Reader::new(br#"[1,2],null,{"A":1}"#, DEPTH).unwrap();
        let mut members = Reader::new(b"{}", DEPTH).unwrap().structure().unwrap();
        assert_eq!(reader.list(Reader::string), None, "a list of numbers");
        refuse(&mut reader);
        assert_eq!(reader.token(), None);
        assert_eq!(reader.integer(), None);
        assert_eq!(reader.document(), Document::Null);
        assert_eq!(members.next(&mut reader), None);
        reader.skip();
        assert_eq!(reader.finish(), Err(Rejected));
    }
}

#[test]
fn a_document_keeps_equal_names_and_gives_the_last() {
    let found = document(r#"{"a":1,"b":[],"a":"x"}"#).unwrap();
    assert_eq!(found.get("a"), Some(&Document::from("x")));
    assert_eq!(found.get("b"), Some(&Document::Array(vec![])));
    assert_eq!(found.get("c"), None);
    assert_eq!(Document::from(true).get("a"), None);
    assert_eq!(written(|writer| writer.document(&found)), r#"{"a":1,"b":[],"a":"x"}"#);
}

#[test]
fn numbers_of_a_document_keep_their_digits() {
    let text = r"[1.50,-0,1E+5,123456789012345678901234567890,0.1e-400]";
    assert_eq!(written(|writer| writer.document(&document(text).unwrap())), text);
}

#[test]
fn commas_stand_between_entries_and_nowhere_else() {
    let text = written(|writer| {
        writer.begin_structure();
        writer.member("Empty").begin_structure();
        writer.end_structure();
        writer.member("List").list(&[1, 2, 3], |writer, item| writer.integer(*item));
        writer.member("None").list(&[], |writer, item| writer.integer(*item));
        writer.member("Nested").list(&[vec![], vec![1], vec![]], |writer, inner| {
            writer.list(inner, |writer, item| writer.integer(*item));
        });
        let map = BTreeMap::from([("[".to_owned(), "{".to_owned()), ("{".to_owned(), "[".to_owned())]);
        writer.member("Map").map(&map, |writer, value| writer.string(value));
        let none: BTreeMap<String, String> = BTreeMap::new();
        writer.member("NoMap").map(&none, |writer, value| writer.string(value));
        writer.member("Last").string("{");
        writer.end_structure();
    });
    assert_eq!(
        text,
        r#"{"Empty":{},"List":[1,2,3],"None":[],"Nested":[[],[1],[]],"Map":{"[":"{","{":"["},"NoMap":{},"Last":"{"}"#
    );
}

#[test]
fn a_writer_has_nothing_of_the_one_before_it_or_around_it() {
    let text = |length: usize| "x".repeat(length);
    // the longest is more than a thread keeps
    for length in [0, 10, 2000, 100_000, 3] {
        let outer = written(|writer| {
            writer.begin_structure();
            writer.member("Outer").string(&text(length));
            let inner = written(|writer| writer.string(&text(length / 2)));
            assert_eq!(inner, format!("\"{}\"", text(length / 2)));
            writer.member("After").integer(1);
            writer.end_structure();
        });
        assert_eq!(outer, format!("{{\"Outer\":\"{}\",\"After\":1}}", text(length)));
    }
}

#[test]
fn a_writer_shows_what_it_wrote_and_nothing_else() {
    let _ = written(|writer| writer.string("of another request"));
    written(|writer| {
        writer.boolean(true);
        assert_eq!(format!("{writer:?}"), "Writer(\"true\")");
    });
}

#[test]
fn a_shared_text_stays_what_it_is_while_others_are_written() {
    // within room of one size: greater and smaller ones, one that needs more, one that leaves room which is given back,
    // and one of more than a thread keeps
    let lengths = [900, 10, 900, 300, 5000, 1, 4000, 300_000, 900, 90_000, 1, 2, 900, 2_000_000, 900];
    let text = |length: usize, letter: char| letter.to_string().repeat(length);
    let shared = |length, letter| {
        let mut writer = Writer::default();
        writer.string(&text(length, letter));
        writer.into_shared()
    };
    // the text before is there while the next one is written, and gone when the one after that is
    let mut before = None;
    for (length, letter) in lengths.into_iter().zip('a'..) {
        let (now, expected) = (shared(length, letter), format!("\"{}\"", text(length, letter)));
        if let Some((before, expected)) = before {
            assert_eq!(before, expected);
        }
        before = Some((now, expected));
    }
    let (body, other) = (shared(900, 'x'), shared(800, 'y'));
    let copy = body.clone();
    std::thread::spawn(move || drop(body)).join().unwrap();
    assert_eq!(written(|writer| writer.string("short")), "\"short\"");
    assert_eq!((copy.len(), other.len()), (902, 802));
    assert!(
        copy.slice(1..901).iter().all(|byte| *byte == b'x') && other.slice(1..801).iter().all(|byte| *byte == b'y')
    );
}
