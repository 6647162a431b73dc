//! Documents and moments through serde.

#![cfg(feature = "serde")]

use codegen_runtime::{Document, Timestamp};

fn through_json(text: &str) -> serde_json::Result<String> {
    let document: Document = serde_json::from_str(text)?;
    serde_json::to_string(&document)
}

#[test]
fn a_document_stays_as_it_is() -> serde_json::Result<()> {
    for text in [
        "null",
        "true",
        "-9223372036854775808",
        "18446744073709551615",
        "1.5",
        r#""a\n\u0001é""#,
        r#"[1,[],{"b":{},"a":null}]"#,
        r#"{"a":1,"a":2}"#,
    ] {
        assert_eq!(through_json(text)?, text);
    }
    assert_eq!(through_json("1e3")?, "1000.0");
    Ok(())
}

#[test]
fn a_document_holds_no_number_that_json_has_not() {
    let told = |text| serde_yaml::from_str::<Document>(text).map_err(|error| error.to_string());
    assert_eq!(told(".nan"), Err("JSON has no number NaN".to_owned()));
    assert_eq!(told("~"), Ok(Document::Null));
}

#[test]
fn a_moment_is_seconds_since_1970() {
    for (moment, text) in [
        (Timestamp::from_seconds(0), "0"),
        (Timestamp::from_millis(1_606_995_525_734), "1606995525.734"),
        (Timestamp::from_millis(-500), "-0.5"),
    ] {
        assert_eq!(serde_json::to_string(&moment).ok().as_deref(), Some(text));
        assert_eq!(serde_json::from_str::<Timestamp>(text).ok(), Some(moment));
    }
    let told = serde_json::from_str::<Timestamp>("\"now\"").map_err(|error| error.to_string());
    assert_eq!(told, Err("a moment is a number of seconds since 1970".to_owned()));
}
