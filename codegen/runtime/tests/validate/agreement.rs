//! What the reader accepts, the explanation finds nothing wrong with, and the other way round.

use codegen_runtime::schema::TimestampFormat;
use codegen_runtime::{Decode, Document, Reader};

use crate::tables::{BARE_ENUM, EVERY_KIND, EVERY_RULE};
use crate::{DEPTH, answer, compare};

const VALUES: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1",
    "1.5",
    "-1.5",
    "1e3",
    "1E400",
    "-1e400",
    "99999999999",
    "9223372036854775807",
    "9223372036854775808",
    "1e18",
    "1e19",
    r#""""#,
    r#""x""#,
    r#""true""#,
    r#""TRUE""#,
    r#""yes""#,
    r#""1""#,
    r#""NaN""#,
    r#""nan""#,
    r#""Infinity""#,
    r#""-Infinity""#,
    r#""+Infinity""#,
    r#""YQ==""#,
    r#""YQ=""#,
    r#""YR==""#,
    r#""YWJj""#,
    r#""1985-04-12T23:20:50.52Z""#,
    r#""Tue, 29 Apr 2014 18:30:38 GMT""#,
    "[]",
    r#"["a",null]"#,
    "[null]",
    "[1]",
    "{}",
    r#"{"A":"x"}"#,
    r#"{"A":null}"#,
    r#"{"A":1}"#,
    r#"{"B":1.5}"#,
    r#"{"Text":"x"}"#,
    "-",
    "01",
    "nul",
    "'",
    "",
];

type Read = fn(&mut Reader<'_>) -> Option<()>;

const READERS: &[(&str, Read)] = &[
    ("Text", |reader| reader.string().map(drop)),
    ("Integer", |reader| reader.integer().map(drop)),
    ("Long", |reader| reader.long().map(drop)),
    ("Float", |reader| reader.float().map(drop)),
    ("Double", |reader| reader.double().map(drop)),
    ("Boolean", |reader| reader.boolean().map(drop)),
    ("Blob", |reader| reader.blob().map(drop)),
    ("Moment", |reader| reader.timestamp(TimestampFormat::EpochSeconds).map(drop)),
    ("Date", |reader| reader.timestamp(TimestampFormat::DateTime).map(drop)),
    ("HttpDate", |reader| reader.timestamp(TimestampFormat::HttpDate).map(drop)),
    ("Document", |reader| Document::decode(reader).map(drop)),
    ("Texts", |reader| reader.list(Reader::string).map(drop)),
    ("TextMap", |reader| reader.map(Reader::string).map(drop)),
    ("Inner", |reader| {
        let mut members = reader.structure()?;
        while let Some(name) = members.next(reader) {
            match name {
                "A" => drop(reader.string()),
                "B" => {
                    reader.integer();
                }
                _ => reader.skip(),
            }
        }
        Some(())
    }),
];

fn reads(read: Read, text: &str) -> bool {
    let Ok(mut reader) = Reader::new(text.as_bytes(), DEPTH) else { return false };
    read(&mut reader);
    reader.finish().is_ok()
}

#[test]
fn both_accept_the_same_values() {
    for (member, read) in READERS {
        for value in VALUES {
            let answer = answer(&EVERY_KIND, &format!(r#"{{"{member}":{value}}}"#));
            assert_eq!(reads(*read, value), answer == "acceptable", "{member} {value}: {answer}");
        }
    }
}

#[test]
fn both_accept_the_same_base64() {
    let alphabet = ["", "A", "B", "Q", "/", "-", "=", "é"];
    let blob: Read = |reader| reader.blob().map(drop);
    for index in 0..8_usize.pow(6) {
        let text: String = (0..6).map(|place| alphabet[index / 8_usize.pow(place) % 8]).collect();
        let answer = answer(&EVERY_KIND, &format!(r#"{{"Blob":"{text}"}}"#));
        assert_eq!(reads(blob, &format!(r#""{text}""#)), answer == "acceptable", "{text}: {answer}");
    }
}

#[test]
fn coercions_come_before_checks() {
    let one = |text: &str| format!("1 validation error detected: {text}");
    compare(
        &EVERY_RULE,
        &[
            ("null is absent", r#"{"Limit":null,"UserPoolId":null,"UserAttributes":null}"#, "acceptable"),
            ("a fraction is cut off", r#"{"Limit":60.9}"#, "acceptable"),
            ("the last duplicate counts", r#"{"Limit":0,"Limit":1}"#, "acceptable"),
            (
                "even if it is the bad one",
                r#"{"Limit":1,"Limit":0}"#,
                &one(
                    "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
                ),
            ),
            ("or null", r#"{"Limit":0,"Limit":null}"#, "acceptable"),
            (
                "a null is taken back too",
                r#"{"Limit":null,"Limit":0}"#,
                &one(
                    "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
                ),
            ),
            ("a null item does not count", r#"{"AllowedOAuthFlows":["code",null,"code",null,"code"]}"#, "acceptable"),
            ("a null entry does not count", r#"{"Shares":{"a":1,"b":1,"c":null}}"#, "acceptable"),
            ("and takes back an earlier one", r#"{"Shares":{"a":1,"b":9,"b":null,"c":1}}"#, "acceptable"),
            ("an equal key counts once", r#"{"Shares":{"a":9,"b":1,"a":1}}"#, "acceptable"),
            ("equal names by escapes", r#"{"Limit":0,"L\u0069mit":1}"#, "acceptable"),
            ("unknown members in a structure", r#"{"Attribute":{"Name":"a","Limit":0}}"#, "acceptable"),
            ("NaN equals nothing", r#"{"UniqueDoubles":["NaN","NaN",1,2]}"#, "acceptable"),
            (
                "zero equals zero",
                r#"{"UniqueDoubles":[0,-0]}"#,
                &one(
                    "Value '[0.0, -0.0]' at 'uniqueDoubles' failed to satisfy constraint: Member must have unique values",
                ),
            ),
            (
                "unknown members make no difference",
                r#"{"UniqueInners":[{"A":"x","B":1},{"B":1.5,"A":"x","C":2}]}"#,
                &one("Value '[Inner(a=x, b=1), Inner(a=x, b=1)]' at 'uniqueInners' failed to satisfy constraint: \
                     Member must have unique values"),
            ),
            ("absent is not empty", r#"{"UniqueInners":[{"A":""},{"B":0},{}]}"#, "acceptable"),
        ],
    );
}

#[test]
fn a_shape_that_is_no_structure_may_be_a_whole_body() {
    compare(
        BARE_ENUM,
        &[
            ("good", r#""code""#, "acceptable"),
            (
                "bad",
                r#""token""#,
                "1 validation error detected: Value 'token' at '' failed to satisfy constraint: \
                 Member must satisfy enum value set: [implicit, client_credentials, code]",
            ),
        ],
    );
}
