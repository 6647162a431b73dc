//! JSON texts into values and back: what the reader takes, what it refuses, and what the writer writes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use codegen_runtime::json::{Document, Number, Reader, Rejected, Writer};
use codegen_runtime::{Decode, Encode};

const DEPTH: usize = 16;

/// What `read` makes of a text that holds one value and nothing else.
fn whole<'a, T>(
    text: &'a str,
    read: impl FnOnce(&mut Reader<'a>) -> Result<Option<T>, Rejected>,
) -> Result<Option<T>, Rejected> {
    let mut reader = Reader::new(text.as_bytes(), DEPTH)?;
    let value = read(&mut reader)?;
    reader.finish()?;
    Ok(value)
}

fn string(text: &str) -> Result<Option<String>, Rejected> {
    whole(text, Reader::string)
}

fn document(text: &str) -> Result<Document, Rejected> {
    document_of(text.as_bytes(), DEPTH)
}

fn document_of(bytes: &[u8], depth: usize) -> Result<Document, Rejected> {
    let mut reader = Reader::new(bytes, depth)?;
    let value = reader.document()?;
    reader.finish()?;
    Ok(value)
}

fn skip(bytes: &[u8], depth: usize) -> Result<(), Rejected> {
    let mut reader = Reader::new(bytes, depth)?;
    reader.skip()?;
    reader.finish()
}

fn written(write: impl FnOnce(&mut Writer)) -> String {
    let mut writer = Writer::default();
    write(&mut writer);
    String::from_utf8(writer.into_bytes()).expect("what is written is UTF-8")
}

/// A small generator of numbers without a pattern (xorshift64*), the same ones in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, sides: usize) -> usize {
        usize::try_from(self.roll() >> 16).unwrap() % sides
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }

    fn text(&mut self) -> String {
        const CHARACTERS: [char; 22] = [
            'a', 'Z', '0', ' ', '"', '\\', '/', '\n', '\r', '\t', '\u{0}', '\u{8}', '\u{c}', '\u{1f}', '\u{7f}',
            '\u{80}', 'é', '\u{2028}', '\u{ffff}', '\u{fffd}', '😀', '\u{10ffff}',
        ];
        (0..self.below(24)).map(|_| self.of(&CHARACTERS)).collect()
    }

    fn number(&mut self) -> serde_json::Number {
        const EDGES: [i64; 7] = [0, -1, i64::MIN, i64::MAX, 2_147_483_647, -2_147_483_648, 9_007_199_254_740_993];
        match self.below(4) {
            0 => self.of(&EDGES).into(),
            1 => self.roll().cast_signed().into(),
            2 => self.roll().into(),
            _ => serde_json::Number::from_f64(f64::from_bits(self.roll())).unwrap_or_else(|| 0.into()),
        }
    }

    fn value(&mut self, depth: usize) -> serde_json::Value {
        use serde_json::Value;
        match self.below(if depth == 0 { 5 } else { 8 }) {
            0 => Value::Null,
            1 => Value::Bool(self.below(2) == 0),
            2 | 3 => Value::Number(self.number()),
            4 => Value::String(self.text()),
            5 => (0..self.below(5)).map(|_| self.value(depth - 1)).collect(),
            _ => Value::Object((0..self.below(5)).map(|_| (self.text(), self.value(depth - 1))).collect()),
        }
    }

    /// A text of the same meaning, laid out otherwise.
    fn layout(&mut self, value: &serde_json::Value) -> String {
        use serde_json::Value;
        let inner = match value {
            Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
            Value::String(text) => self.quoted(text),
            Value::Array(items) => {
                let items: Vec<_> = items.iter().map(|item| self.layout(item)).collect();
                format!("[{}{}]", self.blank(), items.join(","))
            }
            Value::Object(entries) => {
                let entries: Vec<_> = entries
                    .iter()
                    .map(|(key, value)| {
                        format!("{}{}{}:{}", self.blank(), self.quoted(key), self.blank(), self.layout(value))
                    })
                    .collect();
                format!("{{{}{}}}", self.blank(), entries.join(","))
            }
        };
        format!("{}{inner}{}", self.blank(), self.blank())
    }

    fn blank(&mut self) -> &'static str {
        self.of(&["", "", "", " ", "\n", "\t\r\n ", "        "])
    }

    /// A string in which any character may be escaped that need not be.
    fn quoted(&mut self, text: &str) -> String {
        let inner: String = text
            .chars()
            .map(|character| {
                let must = matches!(character, '"' | '\\' | '\0'..='\x1f');
                if must || self.below(4) == 0 {
                    character.encode_utf16(&mut [0; 2]).iter().fold(String::new(), |out, unit| {
                        let unit = if self.below(2) == 0 { format!("\\u{unit:04x}") } else { format!("\\u{unit:04X}") };
                        out + &unit
                    })
                } else {
                    character.to_string()
                }
            })
            .collect();
        format!("\"{inner}\"")
    }
}

/// The value as an independent reader would give it. Objects of the sample have no equal names.
fn to_serde(document: &Document) -> serde_json::Value {
    match document {
        Document::Null => serde_json::Value::Null,
        Document::Boolean(value) => (*value).into(),
        Document::Number(number) => serde_json::from_str(number.digits()).expect("a number's digits are a number"),
        Document::String(text) => text.as_str().into(),
        Document::Array(items) => items.iter().map(to_serde).collect(),
        Document::Object(entries) => {
            serde_json::Value::Object(entries.iter().map(|(key, value)| (key.clone(), to_serde(value))).collect())
        }
    }
}

/// A text with every kind of value and no white space at its end, so that no shorter part of it is whole.
const SAMPLE: &str = r#"{"a":[1,-2.50,3e-7,true,false,null,"x\n\u00e9\ud83d\ude00é"],"b":{"c":{}, "d":[]},"e":"😀"}"#;

// strings

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
    for bad in [r"\u", r"\u1", r"\u12", r"\u123", r"\u+123", r"\u-123", r"\u 123", r"\u12 4", r"\u12g4", r"\U0041", r"\u{41}", r"\u00é"]
    {
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
    for offset in 0..40 {
        for after in [0, 1, 7, 8, 9] {
            // neighbours that differ from special bytes by one or by the high bit
            for filler in ["a", "!", "#", "[", "]", " ", "\u{7f}", "\u{a2}", "\u{dc}", "é"] {
                let (before, after) = (filler.repeat(offset), filler.repeat(after));
                assert_eq!(string(&format!("\"{before}\"")), Ok(Some(before.clone())), "{filler}{offset}");
                assert_eq!(string(&format!("\"{before}\"{after}")).is_ok(), after.trim().is_empty(), "{filler}{offset}");
                for (escape, byte) in [(r"\n", "\n"), (r#"\""#, "\""), (r"\\", "\\"), (r"\u0000", "\0"), (r"\u001f", "\x1f")] {
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
    for bytes in [&b"\"\xff\""[..], b"\"\xc3\"", b"\"\xc0\xaf\"", b"\"\xed\xa0\xbd\"", b"\"\xf4\x90\x80\x80\"", b"{\"\xe9\":1}", b"\x80"] {
        assert_eq!(document_of(bytes, DEPTH), Err(Rejected), "{bytes:?}");
        assert_eq!(skip(bytes, DEPTH), Err(Rejected), "{bytes:?}");
    }
}

// numbers

const NOT_NUMBERS: [&str; 33] = [
    "-", "+1", "01", "-01", "00", "1.", ".5", "-.5", "1.e1", "1e", "1e+", "1E-", "1e1.5", "1..2", "1.2.3", "--1", "1-",
    "0x10", "1_000", "1,0", "NaN", "Infinity", "-Infinity", "-inf", "1f", "1d", "1L", "٣", "1 2", "", " ", "1e٣", "e5",
];

#[test]
fn only_numbers_by_the_grammar_are_numbers() {
    for text in NOT_NUMBERS {
        assert_eq!(whole(text, Reader::integer), Err(Rejected), "{text}");
        assert_eq!(whole(text, Reader::long), Err(Rejected), "{text}");
        assert_eq!(whole(text, Reader::double), Err(Rejected), "{text}");
        assert_eq!(document(text), Err(Rejected), "{text}");
        assert_eq!(skip(text.as_bytes(), DEPTH), Err(Rejected), "{text}");
    }
    for text in ["0", "-0", "0.0", "-0.0", "10", "1e5", "1E+05", "1e-05", "0e0", "1.25e2", "-9.5E-1"] {
        let expected: f64 = text.parse().unwrap();
        assert_eq!(whole(text, Reader::double), Ok(Some(expected)), "{text}");
        assert_eq!(skip(text.as_bytes(), DEPTH), Ok(()), "{text}");
    }
}

#[test]
fn integers_lose_their_fraction_and_stop_at_their_bounds() {
    for (text, expected) in [
        ("0", 0),
        ("-0", 0),
        ("1.5", 1),
        ("-1.5", -1),
        ("1.999999", 1),
        ("-0.9", 0),
        ("0.0", 0),
        ("1e2", 100),
        ("1.5e1", 15),
        ("15e-1", 1),
        ("1E-9", 0),
        ("2147483646", i32::MAX - 1),
        ("2147483647", i32::MAX),
        ("2147483647.9", i32::MAX),
        ("2147483648", i32::MAX),
        ("-2147483648", i32::MIN),
        ("-2147483648.9", i32::MIN),
        ("-2147483649", i32::MIN),
        ("99999999999", i32::MAX),
        ("-99999999999", i32::MIN),
        ("9223372036854775808", i32::MAX),
        ("1e400", i32::MAX),
        ("-1e400", i32::MIN),
        ("1e-400", 0),
    ] {
        assert_eq!(whole(text, Reader::integer), Ok(Some(expected)), "{text}");
        let Ok(Document::Number(number)) = document(text) else { panic!("{text} is a number") };
        assert_eq!(number.to_i32(), expected, "{text}");
    }
}

#[test]
fn longs_lose_their_fraction_and_stop_at_their_bounds() {
    let huge = "9".repeat(400);
    for (text, expected) in [
        ("9223372036854775807", i64::MAX),
        ("9223372036854775808", i64::MAX),
        ("-9223372036854775808", i64::MIN),
        ("-9223372036854775809", i64::MIN),
        ("9007199254740993", 9_007_199_254_740_993),
        ("-9007199254740993", -9_007_199_254_740_993),
        ("2147483648", 2_147_483_648),
        ("1.5", 1),
        ("-1.5", -1),
        ("1e18", 1_000_000_000_000_000_000),
        ("1e19", i64::MAX),
        ("-1e19", i64::MIN),
        (huge.as_str(), i64::MAX),
    ] {
        assert_eq!(whole(text, Reader::long), Ok(Some(expected)), "{text}");
        let Ok(Document::Number(number)) = document(text) else { panic!("{text} is a number") };
        assert_eq!(number.to_i64(), expected, "{text}");
    }
}

/// A floating-point number has 53 bits of precision, the whole part of a long has 64.
#[test]
fn the_whole_part_of_a_long_is_exact_beside_a_fraction() {
    for (text, expected) in [
        ("9007199254740993.0", 9_007_199_254_740_993),
        ("9007199254740993.5", 9_007_199_254_740_993),
        ("-9007199254740993.9", -9_007_199_254_740_993),
        ("9223372036854775806.5", i64::MAX - 1),
        ("-9223372036854775807.5", i64::MIN + 1),
        ("9223372036854775807.5", i64::MAX),
        ("-9223372036854775808.5", i64::MIN),
    ] {
        assert_eq!(whole(text, Reader::long), Ok(Some(expected)), "{text}");
    }
}

#[test]
fn floating_point_numbers_are_the_nearest_ones() {
    for (text, expected) in [
        ("0.1", 0.1),
        ("1e23", 1e23),
        ("5e-324", 5e-324),
        ("2.4703282292062327e-324", 0.0),
        ("2.4703282292062328e-324", 5e-324),
        ("1.7976931348623157e308", f64::MAX),
        ("1e309", f64::INFINITY),
        ("-1e309", f64::NEG_INFINITY),
        ("123456789012345678901234567890", 1.234_567_890_123_456_8e29),
    ] {
        assert_eq!(whole(text, Reader::double), Ok(Some(expected)), "{text}");
        let Ok(Document::Number(number)) = document(text) else { panic!("{text} is a number") };
        assert_eq!(number.to_f64().to_bits(), expected.to_bits(), "{text}");
        assert_eq!(number.digits(), text);
    }
    let negative_zero = whole("-0.0", Reader::double).unwrap().unwrap();
    assert!(negative_zero.is_sign_negative());
    assert_eq!(whole("0.1", Reader::float), Ok(Some(0.1_f32)));
    assert_eq!(whole("1e39", Reader::float), Ok(Some(f32::INFINITY)));
}

#[test]
fn numbers_without_digits_are_strings() {
    for (text, expected) in [("NaN", f64::NAN), ("Infinity", f64::INFINITY), ("-Infinity", f64::NEG_INFINITY)] {
        let quoted = format!("\"{text}\"");
        let read = whole(&quoted, Reader::double).unwrap().unwrap();
        assert!(read.to_bits() == expected.to_bits() || (read.is_nan() && expected.is_nan()), "{text}");
        let read = whole(&quoted, Reader::float).unwrap().unwrap();
        assert!(f64::from(read).to_bits() == expected.to_bits() || (read.is_nan() && expected.is_nan()), "{text}");
        assert_eq!(written(|writer| writer.double(expected)), quoted);
        #[allow(clippy::cast_possible_truncation)]
        let narrow = expected as f32;
        assert_eq!(written(|writer| writer.float(narrow)), quoted);
        assert_eq!(whole(&quoted, Reader::integer), Err(Rejected), "{text}");
        assert_eq!(whole(&quoted, Reader::long), Err(Rejected), "{text}");
    }
    for text in [r#""nan""#, r#""inf""#, r#""+Infinity""#, r#""1.5""#, r#""""#, r#"" NaN""#] {
        assert_eq!(whole(text, Reader::double), Err(Rejected), "{text}");
        assert_eq!(whole(text, Reader::float), Err(Rejected), "{text}");
    }
    assert_eq!(Number::try_from(f64::INFINITY).map_err(f64::is_infinite), Err(true));
    assert_eq!(Number::try_from(1.5).map(|number| number.digits().to_owned()), Ok("1.5".to_owned()));
}

#[test]
fn numbers_are_written_so_that_they_read_back() {
    for value in [0, 1, -1, i32::MAX, i32::MIN] {
        assert_eq!(written(|writer| writer.integer(value)), value.to_string());
    }
    for value in [0, i64::MAX, i64::MIN, 9_007_199_254_740_993] {
        assert_eq!(written(|writer| writer.long(value)), value.to_string());
    }
    let mut dice = Dice(7);
    for _ in 0..20_000 {
        let double = f64::from_bits(dice.roll());
        if double.is_finite() {
            let text = written(|writer| writer.double(double));
            assert_eq!(whole(&text, Reader::double).unwrap().map(f64::to_bits), Some(double.to_bits()), "{text}");
            assert_eq!(serde_json::from_str::<f64>(&text).unwrap().to_bits(), double.to_bits(), "{text}");
        }
        let single = f32::from_bits(u32::try_from(dice.roll() >> 32).unwrap());
        if single.is_finite() {
            let text = written(|writer| writer.float(single));
            assert_eq!(whole(&text, Reader::float).unwrap().map(f32::to_bits), Some(single.to_bits()), "{text}");
            assert_eq!(text.parse::<f32>().unwrap().to_bits(), single.to_bits(), "{text}");
        }
    }
    assert_eq!(written(|writer| writer.float(0.1)), "0.1");
}

// truth values, bytes, null

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
    for text in [r#""AA""#, r#""A===""#, r#""AA=A""#, r#""A A=""#, r#""-_-_""#, r#""AB==""#, r#""AAAA\n""#, "0", "[0]", "true"] {
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

// lists, maps, structures

#[test]
fn lists_lose_their_nulls() {
    let list = |text| whole(text, |reader: &mut Reader<'_>| reader.list(Reader::integer));
    assert_eq!(list("[]"), Ok(Some(vec![])));
    assert_eq!(list(" [ \n ] "), Ok(Some(vec![])));
    assert_eq!(list("[null]"), Ok(Some(vec![])));
    assert_eq!(list("[null, 1 ,null,null,2\t]"), Ok(Some(vec![1, 2])));
    for bad in ["[", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[1 2]", "[1}", "[1]]", "]", "[1:2]", "[\"a\"]", "[[1]]", "[,]"] {
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
        "{", r#"{"a""#, r#"{"a":"#, r#"{"a":1"#, r#"{"a":1,"#, r#"{"a":1,}"#, r#"{,"a":1}"#, r#"{"a" 1}"#, r#"{"a"}"#,
        "{a:1}", "{1:1}", "{null:1}", r#"{"a":1 "b":2}"#, r#"{"a":1]"#, r#"{"a":1}}"#, "}", "{,}", r#"{"a"::1}"#, r#"{"a":1;"b":2}"#,
    ] {
        assert_eq!(map(bad), Err(Rejected), "{bad}");
        assert_eq!(document(bad), Err(Rejected), "{bad}");
        assert_eq!(skip(bad.as_bytes(), DEPTH), Err(Rejected), "{bad}");
    }
}

#[test]
fn a_structure_gives_its_members_one_by_one() {
    let mut reader = Reader::new(br#" { "A" : 1 , "\u0042" : {"x":[]} , "A" : null } "#, DEPTH).unwrap();
    let mut members = reader.structure().unwrap().unwrap();
    assert_eq!(members.next(&mut reader).unwrap().as_deref(), Some("A"));
    assert_eq!(reader.integer(), Ok(Some(1)));
    assert_eq!(members.next(&mut reader).unwrap().as_deref(), Some("B"));
    assert_eq!(reader.skip(), Ok(()));
    assert_eq!(members.next(&mut reader).unwrap().as_deref(), Some("A"));
    assert_eq!(reader.integer(), Ok(None));
    assert_eq!(members.next(&mut reader).unwrap(), None);
    assert_eq!(reader.finish(), Ok(()));
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

// whole texts

#[test]
fn only_white_space_may_follow_a_value() {
    for value in ["1", "\"a\"", "true", "null", "[]", "{}"] {
        for after in [" ", "\n", "\t", "\r", " \n\t\r "] {
            assert!(document(&format!("{value}{after}")).is_ok(), "{value}{after:?}");
        }
        for after in [" 1", ",", "]", "}", "x", "\0", "\u{a0}", "\u{feff}", "\u{b}", "\u{c}", "//", "{}", "\"", " null", ":"] {
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
        assert_eq!(document_of(bytes, DEPTH), Err(Rejected), "{end}");
        assert_eq!(skip(bytes, DEPTH), Err(Rejected), "{end}");
        assert_eq!(decode(bytes), Err(Rejected), "{end}");
    }
}

/// Reads with the methods that emitted code uses.
fn decode(bytes: &[u8]) -> Result<(), Rejected> {
    let mut reader = Reader::new(bytes, DEPTH)?;
    let mut members = reader.structure()?.ok_or(Rejected)?;
    while let Some(name) = members.next(&mut reader)? {
        match &*name {
            "a" => reader.list(|reader| reader.document().map(Some)).map(drop)?,
            "b" => reader.map(|reader| reader.document().map(Some)).map(drop)?,
            _ => reader.string().map(drop)?,
        }
    }
    reader.finish()
}

#[test]
fn the_sample_that_is_cut_off_is_whole() {
    assert_eq!(decode(SAMPLE.as_bytes()), Ok(()));
}

#[test]
fn any_byte_put_anywhere_is_read_as_an_independent_reader_does() {
    let mut bytes = SAMPLE.as_bytes().to_vec();
    for at in 0..bytes.len() {
        let original = bytes[at];
        for byte in 0..=u8::MAX {
            bytes[at] = byte;
            agree(&bytes);
        }
        bytes[at] = original;
    }
}

#[test]
fn random_garbage_is_read_as_an_independent_reader_does() {
    const BYTES: &[u8] = b"{}[]\",:\\ \n0123456789-+.eEtrufalsn/bux\x00\x7f\xc3\xa9";
    let mut dice = Dice(11);
    for _ in 0..20_000 {
        let bytes: Vec<u8> = (0..dice.below(24)).map(|_| dice.of(BYTES)).collect();
        agree(&bytes);
    }
}

/// Both readers refuse a text, or both take it for the same value; and passing over it is as strict as reading it.
fn agree(bytes: &[u8]) {
    let ours = document_of(bytes, DEPTH);
    assert_eq!(skip(bytes, DEPTH).is_ok(), ours.is_ok(), "{:?}", String::from_utf8_lossy(bytes));
    // the other reader refuses a lone half of a pair and a number beyond the greatest one, which this one must not
    let beyond = |error: &serde_json::Error| {
        let text = error.to_string();
        text.contains("surrogate") || text.contains("end of hex escape") || text.contains("out of range")
    };
    match serde_json::from_slice::<serde_json::Value>(bytes) {
        Ok(theirs) => {
            let ours = ours.unwrap_or_else(|Rejected| panic!("{:?} is refused", String::from_utf8_lossy(bytes)));
            assert_eq!(to_serde(&ours), theirs, "{:?}", String::from_utf8_lossy(bytes));
        }
        Err(error) if beyond(&error) => {}
        Err(error) => assert_eq!(ours, Err(Rejected), "{error}: {:?}", String::from_utf8_lossy(bytes)),
    }
}

#[test]
fn random_documents_go_round() {
    let mut dice = Dice(42);
    for _ in 0..5_000 {
        let value = dice.value(5);
        let text = dice.layout(&value);
        let ours = document(&text).unwrap_or_else(|Rejected| panic!("{text} is refused"));
        assert_eq!(to_serde(&ours), value, "{text}");
        assert_eq!(skip(text.as_bytes(), DEPTH), Ok(()), "{text}");
        let again = written(|writer| writer.document(&ours));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&again).unwrap(), value, "{again}");
        assert_eq!(document(&again), Ok(ours), "{again}");
    }
}

#[test]
fn nesting_is_refused_beyond_the_limit_and_only_there() {
    for limit in [0, 1, 2, 7, 100] {
        for depth in [1, 2, 3, 7, 8, 99, 100, 101] {
            for (open, inner, close) in [("[", "", "]"), ("[", "1", "]"), ("{\"a\":", "{}", "}"), ("[{\"a\":", "null", "}]")] {
                let text = format!("{}{inner}{}", open.repeat(depth), close.repeat(depth));
                let levels = depth * open.chars().filter(|c| matches!(c, '[' | '{')).count() + usize::from(inner == "{}");
                assert_eq!(document_of(text.as_bytes(), limit).is_ok(), levels <= limit, "{levels} of {limit}: {open}");
                assert_eq!(skip(text.as_bytes(), limit).is_ok(), levels <= limit, "{levels} of {limit}: {open}");
            }
        }
    }
    assert_eq!(document_of(b"1", 0), Ok(Document::from(1)));
}

#[test]
fn what_was_closed_does_not_count_against_the_limit() {
    let text = format!("[{}1]", "[[]],{\"a\":{}},".repeat(1000));
    assert!(document_of(text.as_bytes(), 3).is_ok());
    assert_eq!(skip(text.as_bytes(), 3), Ok(()));
    assert_eq!(document_of(text.as_bytes(), 2), Err(Rejected));
    let mut reader = Reader::new(b"[{\"a\":{}},{\"a\":{}},null,{}]", 3).unwrap();
    let items = reader.list(|reader| reader.map(|reader| reader.map(Reader::integer))).unwrap().unwrap();
    assert_eq!(items.len(), 3);
    assert_eq!(reader.finish(), Ok(()));
}

#[test]
fn a_text_of_brackets_alone_is_refused_without_harm() {
    for bracket in ["[", "{\"a\":", "]"] {
        let text = bracket.repeat(200_000);
        assert_eq!(document_of(text.as_bytes(), 128), Err(Rejected));
        assert_eq!(skip(text.as_bytes(), 128), Err(Rejected));
    }
}

#[test]
fn bodies_are_one_value_and_nothing_else() {
    assert_eq!(Document::from_body(b" [1] ", DEPTH), Ok(Document::Array(vec![1.into()])));
    for bad in [&b"null"[..], b"", b" ", b"[1] x", b"[1", b"[[[1]]]"] {
        assert_eq!(Document::from_body(bad, 2), Err(Rejected), "{bad:?}");
    }
    assert_eq!(Document::Object(vec![("a".into(), Document::Null)]).to_body(), b"{\"a\":null}");
    for body in [&b""[..], b"{}", b"not json"] {
        assert_eq!(<()>::from_body(body, DEPTH), Ok(()));
    }
    assert_eq!(().to_body(), b"");
}
