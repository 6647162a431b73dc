//! Numbers: the grammar, and their value as each numeric type.

use crate::random::Dice;
use crate::{DEPTH, document, skip, whole, written};
use codegen_runtime::json::{Document, Number, Reader, Rejected};

const NOT_NUMBERS: [&str; 33] = [
    "-",
    "+1",
    "01",
    "-01",
    "00",
    "1.",
    ".5",
    "-.5",
    "1.e1",
    "1e",
    "1e+",
    "1E-",
    "1e1.5",
    "1..2",
    "1.2.3",
    "--1",
    "1-",
    "0x10",
    "1_000",
    "1,0",
    "NaN",
    "Infinity",
    "-Infinity",
    "-inf",
    "1f",
    "1d",
    "1L",
    "٣",
    "1 2",
    "",
    " ",
    "1e٣",
    "e5",
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
    let mut dice = Dice::new(7);
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
