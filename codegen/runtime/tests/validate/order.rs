//! What comes before what.

use crate::tables::{EVERY_RULE, SIGN_UP};
use crate::{answer, compare};

/// The paths of all violations, in order.
fn paths(answer: &str) -> Vec<&str> {
    answer.split(" at '").skip(1).filter_map(|rest| rest.split('\'').next()).collect()
}

#[test]
fn type_errors_come_before_violations() {
    compare(
        &EVERY_RULE,
        &[(
            "later in the body",
            r#"{"UserPoolId":"","Limit":"x"}"#,
            "type: STRING_VALUE can not be converted to an Integer",
        )],
    );
}

#[test]
fn members_are_reported_in_the_order_of_the_table() {
    let body = r#"{"ClientId":"","UserAttributes":[{"Value":""},{"Name":""},{}],"Password":" ","Username":""}"#;
    let answer = answer(&SIGN_UP, body);
    let expected = [
        "password",
        "password",
        "userAttributes",
        "userAttributes.1.member.name",
        "userAttributes.1.member.value",
        "userAttributes.2.member.name",
        "userAttributes.3.member.name",
        "username",
        "clientId",
    ];
    assert_eq!(paths(&answer), expected);
    assert!(answer.starts_with("9 validation errors detected: "));
}

#[test]
fn a_null_item_does_not_count() {
    let answer = answer(&EVERY_RULE, r#"{"UserAttributes":[null,{"Name":"a"},null,{},null]}"#);
    assert_eq!(paths(&answer), ["userAttributes.2.member.name"]);
}

#[test]
fn what_is_reported_has_a_limit() {
    let many = format!(r#"{{"UserAttributes":[{}{{}}]}}"#, "{},".repeat(50_000));
    let answer = answer(&EVERY_RULE, &many);
    assert!(answer.starts_with("1000 validation errors detected: "));
    assert!(answer.contains("...' at "), "a value as long as this is cut off");
    assert!(answer.len() < 2_000_000);
}
