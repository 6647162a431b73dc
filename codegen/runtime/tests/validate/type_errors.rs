//! Bodies that are not JSON or have values of the wrong type.

use crate::tables::{BARE_UNION, EVERY_KIND};
use crate::{answer, compare};

const STRUCTURE: &str = "type: Start of structure or map found where not expected.";
const LIST: &str = "type: Start of list found where not expected";

#[test]
fn bodies_that_are_not_json_have_no_text() {
    let deep = format!("{}{}", "[".repeat(70), "]".repeat(70));
    let unknown = format!(r#"{{"Unknown":{deep}}}"#);
    compare(
        &EVERY_KIND,
        &[
            ("empty", "", "malformed"),
            ("truncated", r#"{"Text":"#, "malformed"),
            ("null", "null", "malformed"),
            ("bare string", r#""x""#, "malformed"),
            ("bare number", "1", "malformed"),
            ("bare truth value", "true", "malformed"),
            ("trailing comma", r#"{"Text":"x",}"#, "malformed"),
            ("more than one value", "{}{}", "malformed"),
            ("not JSON beats a type error", r#"{"Text":1,}"#, "malformed"),
            ("too deep", &deep, "malformed"),
            ("too deep in an unknown member", &unknown, "malformed"),
            ("list", "[]", LIST),
            ("empty object", "{}", "acceptable"),
            ("white space", " {\r\n\t} ", "acceptable"),
            ("unknown members", r#"{"Unknown":[1,{"a":null}]}"#, "acceptable"),
        ],
    );
    assert_eq!(answer(BARE_UNION, "null"), "malformed");
}

#[test]
fn values_of_the_wrong_type_have_the_text_that_was_observed() {
    compare(
        &EVERY_KIND,
        &[
            ("object to string", r#"{"Text":{}}"#, STRUCTURE),
            ("object to number", r#"{"Integer":{}}"#, STRUCTURE),
            ("array to string", r#"{"Text":[]}"#, LIST),
            ("array to number", r#"{"Double":[]}"#, LIST),
            ("array to structure", r#"{"Inner":[]}"#, LIST),
            ("array to map", r#"{"TextMap":[]}"#, LIST),
            ("string to map", r#"{"TextMap":"x"}"#, "type: Expected map or null"),
            ("number to map", r#"{"TextMap":1}"#, "type: Expected map or null"),
            ("true to map", r#"{"TextMap":true}"#, "type: Expected map or null"),
            ("string to list", r#"{"Texts":"x"}"#, "type: Expected list or null"),
            ("number to list", r#"{"Texts":1}"#, "type: Expected list or null"),
            ("true to list", r#"{"Texts":true}"#, "type: Expected list or null"),
            ("string to structure", r#"{"Inner":"x"}"#, "type: Expected null"),
            ("number to structure", r#"{"Inner":1}"#, "type: Expected null"),
            ("true to structure", r#"{"Inner":true}"#, "type: Expected null"),
            ("object to list", r#"{"Texts":{}}"#, STRUCTURE),
            ("number to string", r#"{"Text":1}"#, "type: NUMBER_VALUE can not be converted to a String"),
            ("number to enum", r#"{"Enum":1}"#, "type: NUMBER_VALUE can not be converted to a String"),
            ("true to string", r#"{"Text":true}"#, "type: TRUE_VALUE can not be converted to a String"),
            ("false to string", r#"{"Text":false}"#, "type: FALSE_VALUE can not be converted to a String"),
            ("string to integer", r#"{"Integer":"1"}"#, "type: STRING_VALUE can not be converted to an Integer"),
            ("true to integer", r#"{"Integer":true}"#, "type: TRUE_VALUE can not be converted to an Integer"),
            ("string to long", r#"{"Long":"1"}"#, "type: STRING_VALUE can not be converted to a Long"),
            ("string to float", r#"{"Float":"1"}"#, "type: STRING_VALUE can not be converted to a Float"),
            ("string to double", r#"{"Double":"nan"}"#, "type: STRING_VALUE can not be converted to a Double"),
            ("number to boolean", r#"{"Boolean":1}"#, "type: NUMBER_VALUE can not be converted to a Boolean"),
            ("number to blob", r#"{"Blob":1}"#, "type: NUMBER_VALUE can not be converted to a Blob"),
            (
                "length of base64",
                r#"{"Blob":"23456"}"#,
                "type: '23456' can not be converted to a Blob: \
                 Base64 encoded length is expected a multiple of 4 bytes but found: 5",
            ),
            (
                "character of base64",
                r#"{"Blob":"=+/="}"#,
                "type: '=+/=' can not be converted to a Blob: Invalid Base64 character: '='",
            ),
            (
                "character outside ASCII",
                r#"{"Blob":"aé+"}"#,
                "type: 'aé+' can not be converted to a Blob: Invalid Base64 character: 'é'",
            ),
            (
                "last character of base64",
                r#"{"Blob":"+/+="}"#,
                "type: '+/+=' can not be converted to a Blob: Invalid last non-pad Base64 character dectected",
            ),
            (
                "nothing but pads",
                r#"{"Blob":"===="}"#,
                "type: '====' can not be converted to a Blob: Invalid Base64 character: '='",
            ),
            (
                "secret base64",
                r#"{"SecretBlob":"+/+="}"#,
                "type: Value can not be converted to a Blob: Invalid last non-pad Base64 character dectected",
            ),
            (
                "string to timestamp",
                r#"{"Moment":"now"}"#,
                "type: class java.lang.String can not be converted to milliseconds since epoch",
            ),
            (
                "other string to timestamp as a string",
                r#"{"Date":"now"}"#,
                "type: class java.lang.String can not be converted to milliseconds since epoch",
            ),
            (
                "true to timestamp",
                r#"{"Moment":true}"#,
                "type: class java.lang.Boolean can not be converted to milliseconds since epoch",
            ),
            ("string to list of structures", r#"{"Inners":"nope"}"#, "type: Unexpected field type"),
            ("number to list of structures", r#"{"Inners":1}"#, "type: Unexpected field type"),
            ("object to list of structures", r#"{"Inners":{}}"#, STRUCTURE),
            ("string to document", r#"{"Document":"nope"}"#, "acceptable"),
        ],
    );
}

#[test]
fn a_union_has_exactly_one_member() {
    compare(
        &EVERY_KIND,
        &[
            ("one", r#"{"Choice":{"Text":"x"}}"#, "acceptable"),
            ("one among others", r#"{"Choice":{"__type":"Text","Text":"x","Count":null,"New":1}}"#, "acceptable"),
            ("none", r#"{"Choice":{}}"#, "type: Union must have exactly one member set, but has none"),
            ("null", r#"{"Choice":{"Text":null}}"#, "type: Union must have exactly one member set, but has none"),
            ("unknown", r#"{"Choice":{"New":1}}"#, "type: Union must have exactly one member set, but has none"),
            ("two", r#"{"Choice":{"Text":"x","Count":1}}"#, "type: Union must have exactly one member set, but has 2"),
            ("no object", r#"{"Choice":"x"}"#, "type: Expected null"),
            ("array", r#"{"Choice":[]}"#, LIST),
        ],
    );
    assert_eq!(answer(BARE_UNION, "{}"), "type: Union must have exactly one member set, but has none");
}

#[test]
fn the_first_type_error_of_the_body_is_told() {
    let string = "type: NUMBER_VALUE can not be converted to a String";
    compare(
        &EVERY_KIND,
        &[
            ("body's order", r#"{"Integer":[],"Text":1}"#, LIST),
            ("body's order, the other way", r#"{"Text":1,"Integer":[]}"#, string),
            ("in a list", r#"{"Texts":["a",1],"Integer":[]}"#, string),
            ("in a map", r#"{"TextMap":{"a":1},"Integer":[]}"#, string),
            ("in a list of structures", r#"{"Inners":[{},{"A":1}],"Integer":[]}"#, string),
            ("inside of a union before the union", r#"{"Choice":{"Count":1,"Text":1}}"#, string),
            ("a duplicate that does not count", r#"{"Text":1,"Text":"x"}"#, string),
            ("a duplicate key of a map", r#"{"TextMap":{"a":1,"a":"x"}}"#, string),
        ],
    );
}
