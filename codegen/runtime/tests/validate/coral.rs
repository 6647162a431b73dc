//! Violations in the words of AWS's services.

use crate::compare;
use crate::tables::{EVERY_RULE, SIGN_UP};

#[test]
fn constraints_of_single_values_have_the_text_that_was_observed() {
    compare(
        &EVERY_RULE,
        &[
            (
                "length, lower bound, with the pattern an empty text breaks too",
                r#"{"UserPoolId":""}"#,
                "2 validation errors detected: Value '' at 'userPoolId' failed to satisfy constraint: \
                 Member must have length greater than or equal to 1; Value '' at 'userPoolId' failed to satisfy \
                 constraint: Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+",
            ),
            (
                "pattern",
                r#"{"UserPoolId":" x_y"}"#,
                "1 validation error detected: Value ' x_y' at 'userPoolId' failed to satisfy constraint: \
                 Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+",
            ),
            (
                "length, upper bound",
                r#"{"AWSAccountId":"1234"}"#,
                "1 validation error detected: Value '1234' at 'aWSAccountId' failed to satisfy constraint: \
                 Member must have length less than or equal to 3",
            ),
            ("length in characters", r#"{"AWSAccountId":"äöü"}"#, "acceptable"),
            ("length in code points", r#"{"AWSAccountId":"👍👍👍"}"#, "acceptable"),
            (
                "range, lower bound",
                r#"{"Limit":0}"#,
                "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: \
                 Member must have value greater than or equal to 1",
            ),
            (
                "range, upper bound",
                r#"{"Limit":100}"#,
                "1 validation error detected: Value '100' at 'limit' failed to satisfy constraint: \
                 Member must have value less than or equal to 60",
            ),
            (
                "range of a float",
                r#"{"Share":2.5}"#,
                "1 validation error detected: Value '2.5' at 'share' failed to satisfy constraint: \
                 Member must have value less than or equal to 2.0",
            ),
            (
                "a whole number for a float",
                r#"{"Share":3}"#,
                "1 validation error detected: Value '3.0' at 'share' failed to satisfy constraint: \
                 Member must have value less than or equal to 2.0",
            ),
            (
                "enum",
                r#"{"Flow":"token"}"#,
                "1 validation error detected: Value 'token' at 'flow' failed to satisfy constraint: \
                 Member must satisfy enum value set: [implicit, client_credentials, code]",
            ),
            (
                "blob",
                r#"{"Image":"YQ=="}"#,
                "1 validation error detected: Value 'java.nio.HeapByteBuffer[pos=0 lim=1 cap=1]' at 'image' failed to \
                 satisfy constraint: Member must have length greater than or equal to 2",
            ),
            ("a minimum of nothing, and a pattern that matches", r#"{"Lower":""}"#, "acceptable"),
        ],
    );
}

#[test]
fn constraints_of_lists_and_maps_have_the_text_that_was_observed() {
    compare(
        &EVERY_RULE,
        &[
            (
                "list, upper bound",
                r#"{"AllowedOAuthFlows":["code","code","code","code"]}"#,
                "1 validation error detected: Value '[code, code, code, code]' at 'allowedOAuthFlows' failed to \
                 satisfy constraint: Member must have length less than or equal to 3",
            ),
            (
                "items of a list",
                r#"{"AllowedOAuthFlows":["code","token"]}"#,
                "1 validation error detected: Value '[code, token]' at 'allowedOAuthFlows' failed to satisfy \
                 constraint: Member must satisfy constraint: \
                 [Member must satisfy enum value set: [implicit, client_credentials, code]]",
            ),
            (
                "items of a list, all constraints of them, once",
                r#"{"CallbackURLs":["", ""]}"#,
                "1 validation error detected: Value '[, ]' at 'callbackURLs' failed to satisfy constraint: \
                 Member must satisfy constraint: [Member must have length less than or equal to 55, \
                 Member must have length greater than or equal to 1, \
                 Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+]",
            ),
            (
                "list and its items",
                r#"{"CallbackURLs":["a","b","c"]}"#,
                "2 validation errors detected: Value '[a, b, c]' at 'callbackURLs' failed to satisfy constraint: \
                 Member must have length less than or equal to 2; Value '[a, b, c]' at 'callbackURLs' failed to \
                 satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to \
                 55, Member must have length greater than or equal to 1, \
                 Member must satisfy regular expression pattern: [\\w-]+_[0-9a-zA-Z]+]",
            ),
            (
                "items with a range",
                r#"{"Limits":[5, 0]}"#,
                "1 validation error detected: Value '[5, 0]' at 'limits' failed to satisfy constraint: Member must \
                 satisfy constraint: [Member must have value less than or equal to 60, \
                 Member must have value greater than or equal to 1]",
            ),
            (
                "values of a map",
                r#"{"Shares":{"2":4}}"#,
                "1 validation error detected: Value '{2=4.0}' at 'shares' failed to satisfy constraint: Map value must \
                 satisfy constraint: [Member must have value less than or equal to 2.0, \
                 Member must have value greater than or equal to 0.5]",
            ),
            (
                "keys of a map",
                r#"{"Shares":{"":1, "b":1}}"#,
                "1 validation error detected: Value '{=1.0, b=1.0}' at 'shares' failed to satisfy constraint: Map keys \
                 must satisfy constraint: [Member must have length less than or equal to 3, \
                 Member must have length greater than or equal to 1]",
            ),
            (
                "size of a map",
                r#"{"Shares":{"a":1,"b":1,"c":1}}"#,
                "1 validation error detected: Value '{a=1.0, b=1.0, c=1.0}' at 'shares' failed to satisfy constraint: \
                 Member must have length less than or equal to 2",
            ),
            (
                "unique items",
                r#"{"Unique":["a","b","a"]}"#,
                "1 validation error detected: Value '[a, b, a]' at 'unique' failed to satisfy constraint: \
                 Member must have unique values",
            ),
            (
                "lists of lists",
                r#"{"Grid":[["code"],["token"]]}"#,
                "1 validation error detected: Value '[[code], [token]]' at 'grid' failed to satisfy constraint: Member \
                 must satisfy constraint: [Member must have length less than or equal to 3, Member must satisfy \
                 constraint: [Member must satisfy enum value set: [implicit, client_credentials, code]]]",
            ),
        ],
    );
}

#[test]
fn members_that_must_be_there() {
    compare(
        &SIGN_UP,
        &[
            (
                "plain",
                r#"{"Username":"a","Password":"","UserAttributes":[],"ClientId":null}"#,
                "3 validation errors detected: Value at 'password' failed to satisfy constraint: Member must have \
                 length greater than or equal to 6; Value at 'password' failed to satisfy constraint: Member must \
                 satisfy regular expression pattern: [\\S]+; \
                 Value null at 'clientId' failed to satisfy constraint: Member must not be null",
            ),
            (
                "redacted, and the order of the table",
                "{}",
                "4 validation errors detected: Value at 'password' failed to satisfy constraint: Member must not be \
                 null; Value null at 'userAttributes' failed to satisfy constraint: Member must not be null; \
                 Value at 'username' failed to satisfy constraint: Member must not be null; \
                 Value null at 'clientId' failed to satisfy constraint: Member must not be null",
            ),
        ],
    );
}

#[test]
fn paths_are_written_as_observed() {
    compare(
        &EVERY_RULE,
        &[
            (
                "nested structure",
                r#"{"Node":{"Next":{"Next":{"Count":0}}}}"#,
                "1 validation error detected: Value '0' at 'node.next.next.count' failed to satisfy constraint: \
                 Member must have value greater than or equal to 1",
            ),
            (
                "list of structures",
                r#"{"UserAttributes":[{"Name":"a"},{"Name":"abcd"}]}"#,
                "1 validation error detected: Value 'abcd' at 'userAttributes.2.member.name' failed to satisfy \
                 constraint: Member must have length less than or equal to 3",
            ),
            (
                "missing in a list of structures",
                r#"{"UserAttributes":[{}]}"#,
                "1 validation error detected: Value null at 'userAttributes.1.member.name' failed to satisfy \
                 constraint: Member must not be null",
            ),
            (
                "redacted in a list of structures",
                r#"{"UserAttributes":[{"Name":"a","Value":""}]}"#,
                "1 validation error detected: Value at 'userAttributes.1.member.value' failed to satisfy constraint: \
                 Member must have length greater than or equal to 1",
            ),
            (
                "map of structures",
                r#"{"MessageAttributes":{"x/y":{"Name":""}}}"#,
                "1 validation error detected: Value '' at 'messageAttributes.x/y.member.name' failed to satisfy \
                 constraint: Member must have length greater than or equal to 1",
            ),
            (
                "list of lists of structures",
                r#"{"Rows":[[],[{"Name":"a"},{}]]}"#,
                "1 validation error detected: Value null at 'rows.2.member.2.member.name' failed to satisfy \
                 constraint: Member must not be null",
            ),
            (
                "list in a structure of a list",
                r#"{"UserAttributes":[{"Name":"a","Tags":["long tag"]}]}"#,
                "1 validation error detected: Value '[long tag]' at 'userAttributes.1.member.tags' failed to satisfy \
                 constraint: Member must satisfy constraint: [Member must have length less than or equal to 3, \
                 Member must have length greater than or equal to 1]",
            ),
            (
                "union",
                r#"{"Choice":{"Text":""}}"#,
                "1 validation error detected: Value '' at 'choice.text' failed to satisfy constraint: \
                 Member must have length greater than or equal to 1",
            ),
        ],
    );
}

#[test]
fn values_are_displayed_as_observed() {
    let short = "Member must satisfy constraint: [Member must have length less than or equal to 3, \
                 Member must have length greater than or equal to 1]";
    let at_shorts = |value: &str| {
        format!("1 validation error detected: Value '{value}' at 'shorts' failed to satisfy constraint: {short}")
    };
    let at_half = |value: &str| {
        format!(
            "1 validation error detected: Value '{value}' at 'half' failed to satisfy constraint: \
             Member must have value greater than or equal to 0.5"
        )
    };
    compare(
        &EVERY_RULE,
        &[
            ("an empty text in a list", r#"{"Shorts":[""]}"#, &at_shorts("[]")),
            ("no escapes", r#"{"Shorts":["it's\n\"<b>\""]}"#, &at_shorts("[it's\n\"<b>\"]")),
            ("float", r#"{"Half":0.1}"#, &at_half("0.1")),
            ("small float", r#"{"Half":0.0001}"#, &at_half("1.0E-4")),
            ("great float", r#"{"Half":-12345678}"#, &at_half("-1.2345678E7")),
            ("zero", r#"{"Half":-0}"#, &at_half("-0.0")),
            ("not a number", r#"{"Half":"NaN"}"#, &at_half("NaN")),
            ("infinite", r#"{"Half":"-Infinity"}"#, &at_half("-Infinity")),
            (
                "whole number after saturation",
                r#"{"Limit":99999999999}"#,
                "1 validation error detected: Value '2147483647' at 'limit' failed to satisfy constraint: \
                 Member must have value less than or equal to 60",
            ),
            (
                "whole number after truncation",
                r#"{"Limit":0.9}"#,
                "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: \
                 Member must have value greater than or equal to 1",
            ),
            (
                "list of structures, with what is secret in it",
                r#"{"UserAttributes":[{"Name":"a","Value":"b"},{"Name":"c","Tags":["d","e"]},{"Name":"f"}]}"#,
                "1 validation error detected: Value '[AttributeType(name=a, value=***Sensitive Data Redacted***, \
                 tags=null), AttributeType(name=c, value=null, tags=[d, e]), AttributeType(name=f, value=null, \
                 tags=null)]' at 'userAttributes' failed to satisfy constraint: \
                 Member must have length less than or equal to 2",
            ),
            (
                "all of a redacted member",
                r#"{"Hidden":[{"Name":"a"},{"Name":"b"},{}]}"#,
                "2 validation errors detected: Value at 'hidden' failed to satisfy constraint: Member must have length \
                 less than or equal to 2; Value at 'hidden.3.member.name' failed to satisfy constraint: \
                 Member must not be null",
            ),
            (
                "items of a secret shape",
                r#"{"Codes":["a","b"]}"#,
                "1 validation error detected: Value '[***Sensitive Data Redacted***, ***Sensitive Data Redacted***]' \
                 at 'codes' failed to satisfy constraint: Member must have length less than or equal to 1",
            ),
        ],
    );
}
