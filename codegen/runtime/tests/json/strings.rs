//! Strings: escapes, surrogates, control characters, and the scan that passes over words and blocks of bytes.

use crate::{DEPTH, skip, string, whole, written};
use codegen_runtime::json::{Document, Reader, Rejected};

#[test]
fn every_short_escape_stands_for_its_character() {
    for (escape, character) in [
        (r#"\""#, "\""),
        (r"\\", "\\"),
        (r"\/", "/"),
        (r"\b", "\u{8}"),
        (r"\f", "\u{c}"),
        (r"\n", "\n"),
        (r"\r", "\r"),
        (r"\t", "\t"),
    ] {
        assert_eq!(string(&format!("\"{escape}\"")), Ok(Some(character.to_owned())), "{escape}");
        assert_eq!(string(&format!("\"a{escape}b\"")), Ok(Some(format!("a{character}b"))), "{escape}");
    }
}

#[test]
fn no_other_character_may_follow_a_backslash() {
    let known = ['"', '\\', '/', 'b', 'f', 'n', 'r', 't', 'u'];
    for character in (0..0x80).map(char::from).filter(|character| !known.contains(character)).chain(['é', '😀']) {
        assert_eq!(string(&format!("\"\\{character}0000\"")), Err(Rejected), "{character:?}");
    }
}

#[test]
fn every_unit_of_utf16_that_is_a_character_can_be_escaped() {
    for unit in (0..=0xffff_u32).filter(|unit| !(0xd800..0xe000).contains(unit)) {
        let expected = char::from_u32(unit).unwrap().to_string();
        assert_eq!(string(&format!("\"\\u{unit:04x}\"")), Ok(Some(expected)), "{unit:04x}");
    }
    assert_eq!(string(r#""\u00e9\u00E9\u00Ab""#), Ok(Some("éé\u{ab}".to_owned())));
}

#[test]
fn escapes_of_four_digits_have_four_digits() {
    for bad in [
        r"\u", r"\u1", r"\u12", r"\u123", r"\u+123", r"\u-123", r"\u 123", r"\u12 4", r"\u12g4", r"\U0041", r"\u{41}",
        r"\u00é",
    ] {
        assert_eq!(string(&format!("\"{bad}\"")), Err(Rejected), "{bad}");
        assert_eq!(string(&format!("\"{bad}")), Err(Rejected), "{bad}");
    }
}

#[test]
fn surrogate_pairs_are_one_character() {
    for character in ['\u{10000}', '😀', '\u{10fc00}', '\u{103ff}', '\u{10ffff}'] {
        let mut units = [0; 2];
        let pair: Vec<_> = character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04X}")).collect();
        assert_eq!(string(&format!("\"{}\"", pair.concat())), Ok(Some(character.to_string())), "{character:?}");
        assert_eq!(string(&format!("\"{}\"", pair.concat().to_lowercase())), Ok(Some(character.to_string())));
    }
}

#[test]
fn lone_halves_are_replaced_and_what_follows_them_is_kept() {
    for (text, expected) in [
        (r#""\ud83d""#, "\u{fffd}"),
        (r#""\ude00""#, "\u{fffd}"),
        (r#""\ud83dx""#, "\u{fffd}x"),
        (r#""\ud83d\n""#, "\u{fffd}\n"),
        (r#""\ud83dé😀é""#, "\u{fffd}é😀é"),
        (r#""\ud83d\u0041""#, "\u{fffd}A"),
        (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
        (r#""\ud83d\ud83d""#, "\u{fffd}\u{fffd}"),
        (r#""\ude00\ud83d""#, "\u{fffd}\u{fffd}"),
        (r#""\udbff\udfff\udfff""#, "\u{10ffff}\u{fffd}"),
        (r#""\ud83d\\ude00""#, "\u{fffd}\\ude00"),
    ] {
        assert_eq!(string(text), Ok(Some(expected.to_owned())), "{text}");
    }
    for bad in [r#""\ud83d\ude0""#, r#""\ud83d\u""#, r#""\ud83d\uZZZZ""#, r#""\ud83d\"#, r#""\ud83d\x""#] {
        assert_eq!(string(bad), Err(Rejected), "{bad}");
    }
}

#[test]
fn control_characters_must_be_escaped_and_all_others_need_not() {
    for code in 0..0x20_u8 {
        assert_eq!(string(&format!("\"a{}b\"", char::from(code))), Err(Rejected), "{code:02x}");
    }
    for character in ['\u{7f}', '\u{80}', '\u{9f}', '\u{a0}', '\u{2028}', '\u{2029}', '\u{feff}', '\u{ffff}'] {
        assert_eq!(string(&format!("\"{character}\"")), Ok(Some(character.to_string())), "{character:?}");
    }
}

#[test]
fn a_special_byte_is_found_at_every_offset() {
    // up to more than the first words and a block
    for offset in 0..72 {
        for after in [0, 1, 7, 8, 9, 40] {
            // neighbours that differ from special bytes by one or by the high bit
            for filler in ["a", "!", "#", "[", "]", " ", "\u{7f}", "\u{a2}", "\u{dc}", "é"] {
                let (before, after) = (filler.repeat(offset), filler.repeat(after));
                assert_eq!(string(&format!("\"{before}\"")), Ok(Some(before.clone())), "{filler}{offset}");
                assert_eq!(
                    string(&format!("\"{before}\"{after}")).is_ok(),
                    after.trim().is_empty(),
                    "{filler}{offset}"
                );
                for (escape, byte) in
                    [(r"\n", "\n"), (r#"\""#, "\""), (r"\\", "\\"), (r"\u0000", "\0"), (r"\u001f", "\x1f")]
                {
                    let text = format!("\"{before}{escape}{after}\"");
                    let expected = format!("{before}{byte}{after}");
                    assert_eq!(string(&text).as_ref(), Ok(&Some(expected.clone())), "{text}");
                    let again = written(|writer| writer.string(&expected));
                    assert_eq!(serde_json::from_str::<String>(&again).unwrap(), expected, "{text}");
                }
                for control in ["\0", "\x01", "\n", "\x1f"] {
                    assert_eq!(string(&format!("\"{before}{control}{after}\"")), Err(Rejected), "{filler}{offset}");
                }
            }
        }
    }
}

#[test]
fn strings_without_escapes_are_not_copied() {
    use std::borrow::Cow;
    for (text, borrowed) in [(r#""plain é""#, true), (r#""""#, true), (r#""a\n""#, false)] {
        let value = whole(text, Reader::text).unwrap().unwrap();
        assert_eq!(matches!(value, Cow::Borrowed(_)), borrowed, "{text}");
    }
}

#[test]
fn strings_are_written_with_the_shortest_escapes_and_no_others() {
    let all: String = (0..0x20).map(char::from).collect();
    assert_eq!(
        written(|writer| writer.string(&all)),
        concat!(
            r#""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#,
            r#"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f""#,
        )
    );
    let kept = "/'<>&\u{7f}\u{80}é\u{2028}\u{2029}\u{fffd}😀";
    assert_eq!(written(|writer| writer.string(kept)), format!("\"{kept}\""));
    assert_eq!(written(|writer| writer.string(r#""\"#)), r#""\"\\""#);
    assert_eq!(written(|writer| writer.string("")), r#""""#);
}

#[test]
fn text_that_is_not_utf8_is_refused() {
    for bytes in [
        &b"\"\xff\""[..],
        b"\"\xc3\"",
        b"\"\xc0\xaf\"",
        b"\"\xed\xa0\xbd\"",
        b"\"\xf4\x90\x80\x80\"",
        b"{\"\xe9\":1}",
        b"\x80",
    ] {
        assert_eq!(Document::parse(bytes, DEPTH), Err(Rejected), "{bytes:?}");
        assert_eq!(skip(bytes, DEPTH), Err(Rejected), "{bytes:?}");
    }
}
