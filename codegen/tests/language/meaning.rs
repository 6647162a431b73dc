//! What the reference says of names, statuses, patterns and values is what the generator does.

use crate::{addition, assert_good, bookshop, generate, mapping, text, under, validator, without_service};
use serde_yaml::Mapping;

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
    for expected in [
        "BadInput): 400, documented as 480",
        "BookNotFound): 404, documented as 410",
        "ShopClosed): 500, documented as 482",
    ] {
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
        r"^\w+\d\s\b.$",
        r"\p{Alpha}\p{L}\p{Lu}\p{IsGreek}\p{IsAlphabetic}",
        "[a-z&&[^aeiou]]",
        r"\Qa.b\E\h\v\R",
        "(?=a)a(?!b).",
        "(?<=a{1,3})b",
        "(?<!a)b",
        "(?i)a",
        "(?m)^a$",
        "(?s).",
        "(?d).",
        "(?x) a # b",
        "a*?b+?",
        "[a-z]*+",
        r"\x41\u0041\x{1F600}\n",
        "(?<name>a)",
        "(?:a|b){2,3}",
    ] {
        assert_eq!(pattern_report(possible), None, "{possible}");
    }
    for impossible in [
        r"(a)\1",
        r"(?<name>a)\k<name>",
        "(?>a)",
        "(?u)a",
        "(?U)a",
        "(?c)a",
        r"\X",
        r"\b{g}",
        r"\N{DIGIT ONE}",
        r"\p{InGreek}",
        "(a|b)*+",
        "(?<=a+)b",
        "(a{1,500}b?){1,500}",
        "(",
        "[a",
        "*a",
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
