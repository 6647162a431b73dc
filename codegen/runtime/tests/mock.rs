//! Shapes -> samples of them: within all constraints, every member set, the same every time.

#![cfg(feature = "mock")]

use codegen_runtime::mock::{Mock, UnknownName, least, sample};
use codegen_runtime::pattern::{Length, Pattern, Strategy};
use codegen_runtime::schema::{
    Auth, Constraint, DocumentedStatuses, Error, Fault, Kind, Member, Operation, Protocol, Service, Shape, Structure,
    TimestampFormat, Validation, Wording, plain,
};
use codegen_runtime::validate::{Explanation, explain};
use codegen_runtime::{Document, Encode};

const fn shape(name: &'static str, kind: Kind, constraints: &'static [Constraint]) -> Shape {
    Shape { name, kind, constraints, redacted: false, example: None }
}

const fn scalar(kind: Kind, example: &'static str, constraints: &'static [Constraint]) -> Shape {
    Shape { name: "Scalar", kind, constraints, redacted: false, example: Some(example) }
}

const fn structure(name: &'static str, members: &'static [Member]) -> Shape {
    shape(name, Kind::Structure(Structure { members, report_order: &[] }), &[])
}

const fn member(name: &'static str, shape: &'static Shape) -> Member {
    Member::optional(name, name, shape)
}

const fn required(name: &'static str, shape: &'static Shape) -> Member {
    Member::required(name, name, shape)
}

const fn exactly(size: u64) -> Constraint {
    Constraint::Length { min: Some(size), max: Some(size) }
}

const fn at_least(size: u64) -> Constraint {
    Constraint::Length { min: Some(size), max: None }
}

fn json(value: Option<Document>) -> String {
    value.map_or_else(String::new, |value| String::from_utf8_lossy(&value.to_body()).into_owned())
}

/// The sample as JSON, after a look whether it keeps all constraints.
#[track_caller]
fn sampled(shape: &'static Shape) -> String {
    let text = json(sample(shape));
    let explanation = explain(text.as_bytes(), shape, 64);
    assert!(matches!(explanation, Explanation::Acceptable), "{text}: {explanation:?}");
    text
}

static INNER: Shape = structure("Inner", &[member("Text", &plain::STRING), required("Flag", &plain::BOOLEAN)]);
static COLOR: Shape =
    scalar(Kind::Enum, r#""red""#, &[Constraint::Enum { values: &["red", "green"], reported: &["green", "red"] }]);

#[test]
fn every_member_is_set_to_its_shape_s_example() {
    static TEXTS: Shape = shape("Texts", Kind::List(&plain::STRING), &[]);
    static COUNTS: Shape = shape("Counts", Kind::Map { key: &plain::STRING, value: &plain::LONG }, &[]);
    static CHOICE: Shape = shape("Choice", Kind::Union(&[member("A", &INNER), member("B", &plain::LONG)]), &[]);
    static ALL: Shape = structure(
        "All",
        &[
            member("Inner", &INNER),
            member("Choice", &CHOICE),
            member("Texts", &TEXTS),
            member("Counts", &COUNTS),
            member("Enum", &COLOR),
            member("Blob", &plain::BLOB),
            member("Double", &plain::DOUBLE),
            member("Moment", &plain::TIMESTAMP),
            member("Any", &plain::DOCUMENT),
        ],
    );
    let inner = r#"{"Text":"example","Flag":true}"#;
    let expected = format!(
        r#"{{"Inner":{inner},"Choice":{{"A":{inner}}},"Texts":["example"],"Counts":{{"example":1}},"Enum":"red","Blob":"ZXhhbXBsZQ==","Double":1.5,"Moment":1700000000.123,"Any":{{"example":true}}}}"#
    );
    assert_eq!(sampled(&ALL), expected);
    assert_eq!(json(least(&ALL)), "{}");
}

#[test]
fn a_member_s_own_example_comes_before_its_shape_s() {
    static PLACE: Shape = structure("Place", &[member("Town", &plain::STRING).such_as(r#""Delft""#)]);
    static OUTER: Shape = structure("Outer", &[member("Place", &PLACE), member("Text", &plain::STRING)]);
    assert_eq!(sampled(&OUTER), r#"{"Place":{"Town":"Delft"},"Text":"example"}"#);
}

#[test]
fn lists_and_maps_are_as_long_as_they_must_be() {
    static THREE: Shape = shape("Three", Kind::List(&plain::LONG), &[exactly(3)]);
    static NONE: Shape = shape("None", Kind::List(&plain::LONG), &[exactly(0)]);
    static KEYED: Shape = shape("Keyed", Kind::Map { key: &plain::STRING, value: &plain::LONG }, &[at_least(3)]);
    static ALL: Shape =
        structure("All", &[required("Three", &THREE), member("None", &NONE), required("Keyed", &KEYED)]);
    let keyed = r#"{"example":1,"example1":1,"example2":1}"#;
    assert_eq!(sampled(&ALL), format!(r#"{{"Three":[1,1,1],"None":[],"Keyed":{keyed}}}"#));
    assert_eq!(json(least(&ALL)), format!(r#"{{"Three":[1,1,1],"Keyed":{keyed}}}"#));
}

/// A structure of one list whose items must differ.
macro_rules! distinct {
    ($item:expr, $size:expr) => {{
        static ITEM: Shape = $item;
        static LIST: Shape = shape("Distinct", Kind::List(&ITEM), &[Constraint::UniqueItems, exactly($size)]);
        static OUTER: Shape = structure("Outer", &[required("List", &LIST)]);
        &OUTER
    }};
}

#[test]
fn items_that_must_differ_do_so_within_their_constraints() {
    static WORDS: Pattern = Pattern::new("a1|a2|c", Length::ANY, Strategy::Words(&["a1", "a2", "b1"]));
    static NUMBERS: [Constraint; 1] = [Constraint::Range { min: Some(3), max: Some(5) }];
    static SHARES: [Constraint; 1] = [Constraint::FloatRange { min: Some(0.0), max: Some(1.0) }];
    let cases: &[(&'static Shape, &str)] = &[
        (distinct!(scalar(Kind::String, r#""ab""#, &[exactly(2)]), 3), r#"["ab","aa","ac"]"#),
        (distinct!(scalar(Kind::String, r#""a1""#, &[Constraint::Pattern(&WORDS)]), 3), r#"["a1","a2","b1"]"#),
        (distinct!(scalar(Kind::Integer, "4", &NUMBERS), 3), "[4,5,3]"),
        (distinct!(scalar(Kind::Float, "1.0", &SHARES), 3), "[1.0,0.9990234375,0.998046875]"),
        (distinct!(scalar(Kind::Blob, r#""AP8=""#, &[]), 3), r#"["AP8=","AAA=","AAE="]"#),
        (distinct!(scalar(Kind::Boolean, "true", &[]), 2), "[true,false]"),
        (
            distinct!(scalar(Kind::Timestamp(TimestampFormat::DateTime), r#""2023-11-14T22:13:20Z""#, &[]), 2),
            r#"["2023-11-14T22:13:20Z","2023-11-14T22:13:21Z"]"#,
        ),
        (
            distinct!(structure("Pair", &[member("Color", &COLOR), member("Flag", &plain::BOOLEAN)]), 2),
            r#"[{"Color":"red","Flag":true},{"Color":"green","Flag":true}]"#,
        ),
        (distinct!(shape("Texts", Kind::List(&plain::STRING), &[]), 2), r#"[["example"],["example1"]]"#),
    ];
    for (shape, expected) in cases {
        assert_eq!(sampled(shape), format!(r#"{{"List":{expected}}}"#));
    }
    assert_eq!(sample(distinct!(scalar(Kind::Boolean, "true", &[]), 3)), None, "there are no three truth values");
}

#[test]
fn a_shape_that_contains_itself_is_cut_off() {
    static NODE: Shape = structure(
        "Node",
        &[
            member("Next", &NODE),
            member("Others", &NODES),
            required("Children", &NODES),
            member("ByName", &NAMED),
            member("Choice", &CHOICE),
            member("Flag", &plain::BOOLEAN),
        ],
    );
    static NODES: Shape = shape("Nodes", Kind::List(&NODE), &[]);
    static NAMED: Shape = shape("Named", Kind::Map { key: &plain::STRING, value: &NODE }, &[at_least(1)]);
    static CHOICE: Shape = shape("Choice", Kind::Union(&[member("Node", &NODE), member("Leaf", &plain::LONG)]), &[]);
    assert_eq!(sampled(&NODE), r#"{"Children":[],"Choice":{"Leaf":1},"Flag":true}"#);
    assert_eq!(sampled(&CHOICE), r#"{"Node":{"Children":[],"Flag":true}}"#);
}

static NOT_FOUND: Error = Error { name: "NotFound", shape: &NOT_FOUND_SHAPE, fault: Fault::Client, status: 400 };
static NOT_FOUND_SHAPE: Shape =
    structure("NotFound", &[member("Message", &plain::STRING), member("Retry", &plain::BOOLEAN)]);
static GET: Operation = Operation {
    name: "Get",
    auth: Auth::None,
    input: None,
    output: None,
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};
static SERVICE: Service = Service {
    name: "shop",
    title: "Shop",
    version: "1",
    protocol: Protocol::AwsJson10,
    target_prefix: "Shop",
    signing_name: None,
    validation: Validation { error: "Invalid", wording: Wording::Coral },
    operations: &[&GET],
    errors: &[&NOT_FOUND],
};

#[test]
fn what_is_to_fail_must_be_in_the_api() {
    assert!(Mock::new(&SERVICE).fail("Get", "NotFound").is_ok());
    let refused = |operation: &str, error: &str| {
        Mock::new(&SERVICE).fail(operation, error).map_err(|error| error.to_string()).err().unwrap_or_default()
    };
    assert_eq!(refused("Put", "NotFound"), "`Put` is no operation of Shop");
    assert_eq!(refused("get", "NotFound"), "`get` is no operation of Shop; did you mean `Get`?");
    assert_eq!(refused("Get", "Gone"), "`Gone` is no error of Shop; Get declares none");
}

#[test]
fn what_fails_can_be_changed_and_asked_for() -> Result<(), UnknownName> {
    let mock = Mock::new(&SERVICE).fail("Get", "NotFound")?;
    let failures = mock.failures();
    assert_eq!(failures.names(), [("Get", "NotFound")]);
    assert_eq!(failures.to_body(), br#"{"Get":"NotFound"}"#);
    assert!(matches!(failures.set("Get", "Gone"), Err(UnknownName::Error(_))));
    assert!(matches!(failures.remove("Put"), Err(UnknownName::Operation(_))));
    assert_eq!(failures.names(), [("Get", "NotFound")], "what is refused changes nothing");
    failures.remove("Get")?;
    assert_eq!(failures.names(), []);
    failures.set("Get", "NotFound")?;
    mock.clone().failures().clear();
    assert_eq!(failures.to_body(), b"{}", "clones share what fails");
    Ok(())
}
