//! Violations in the words of servers generated from Smithy models.

use codegen_runtime::schema::Wording;
use codegen_runtime::validate::{Explanation, explain};

use crate::DEPTH;
use crate::tables::{EVERY_RULE, SIGN_UP};

const POOL: &str = "Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+";
const FLOWS: &str = "Member must satisfy enum value set: [code, implicit, client_credentials]";

/// Body, and for each violation the path, what stands between `Value` and `at`, and the constraint.
type Case = (&'static str, &'static [(&'static str, &'static str, &'static str)]);

const CASES: &[Case] = &[
    (
        r#"{"UserPoolId":""}"#,
        &[
            ("/UserPoolId", "with length 0 ", "Member must have length between 1 and 55, inclusive"),
            ("/UserPoolId", "", POOL),
        ],
    ),
    (
        r#"{"AllowedOAuthFlows":["x","code","y","z"]}"#,
        &[
            ("/AllowedOAuthFlows", "with length 4 ", "Member must have length less than or equal to 3"),
            ("/AllowedOAuthFlows/0", "", FLOWS),
            ("/AllowedOAuthFlows/2", "", FLOWS),
            ("/AllowedOAuthFlows/3", "", FLOWS),
        ],
    ),
    (r#"{"Limit":0}"#, &[("/Limit", "", "Member must be between 1 and 60, inclusive")]),
    (r#"{"Share":0}"#, &[("/Share", "", "Member must be between 0.5 and 2, inclusive")]),
    (r#"{"Half":0}"#, &[("/Half", "", "Member must be greater than or equal to 0.5")]),
    (r#"{"Image":"YQ=="}"#, &[("/Image", "with length 1 ", "Member must have length between 2 and 4, inclusive")]),
    (r#"{"Unique":["a","a"]}"#, &[("/Unique", "", "Member must have unique values")]),
    (
        r#"{"Shares":{"abcd":1,"a/b":9}}"#,
        &[
            ("/Shares", "with length 4 ", "Member must have length between 1 and 3, inclusive"),
            ("/Shares/a~1b", "", "Member must be between 0.5 and 2, inclusive"),
        ],
    ),
    (r#"{"Grid":[["code"],["code","x"]]}"#, &[("/Grid/1/1", "", FLOWS)]),
    (r#"{"UserAttributes":[{"Name":"a"},{}]}"#, &[("/UserAttributes/1/Name", "", "Member must not be null")]),
    (
        r#"{"Choice":{"Text":""}}"#,
        &[("/Choice/Text", "with length 0 ", "Member must have length between 1 and 3, inclusive")],
    ),
];

#[test]
fn the_message_and_the_field_list() {
    for (body, expected) in CASES {
        let Explanation::Invalid(violations) = explain(body.as_bytes(), &EVERY_RULE, DEPTH) else {
            assert!(body.is_empty(), "nothing is wrong with {body}");
            continue;
        };
        let fields: Vec<_> = expected
            .iter()
            .map(|(path, with, constraint)| {
                let text = format!("Value {with}at '{path}' failed to satisfy constraint: {constraint}");
                ((*path).to_owned(), text)
            })
            .collect();
        assert_eq!(violations.field_list(), fields, "{body}");
        let texts: Vec<_> = fields.iter().map(|(_, text)| text.as_str()).collect();
        let plural = if texts.len() == 1 { "" } else { "s" };
        let message = format!("{} validation error{plural} detected. {}", texts.len(), texts.join("; "));
        assert_eq!(violations.message(Wording::Smithy), message);
    }
}

#[test]
fn what_is_missing() {
    let Explanation::Invalid(violations) = explain(b"{}", &SIGN_UP, DEPTH) else {
        assert_eq!(SIGN_UP.name, "", "members are missing");
        return;
    };
    let texts: Vec<_> = violations.iter().map(|violation| violation.message(Wording::Smithy)).collect();
    let text = |name: &str| format!("Value at '/{name}' failed to satisfy constraint: Member must not be null");
    assert_eq!(texts, ["Password", "UserAttributes", "Username", "ClientId"].map(text));
}
