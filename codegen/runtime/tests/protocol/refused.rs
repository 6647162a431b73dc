//! Requests that no operation gets, bodies that an operation does not take, and limits.

use crate::bookshop::server;
use crate::messages::request;
use crate::{OWN, Shop, UNKNOWN, UNREADABLE, assert_framework_fault, assert_response, body, respond};
use bytes::Bytes;
use codegen_runtime::service::Limits;
use http::Method;

#[tokio::test]
async fn what_no_protocol_claims_is_not_understood() {
    const BODY: &str = r#"{"code":"BadRequest","message":"The server did not understand the operation that was requested.","type":"client"}"#;
    let json = [("content-type", "application/json")];
    for method in [Method::GET, Method::PUT, Method::DELETE, Method::HEAD, Method::PATCH, Method::OPTIONS] {
        let mut request = request("RemoveBook", "{}");
        *request.method_mut() = method;
        assert_response(&respond(request).await, 404, &json, BODY);
    }
    for path in ["/pool/.well-known/jwks.json", "//", "/x", "/?/x/"] {
        let mut request = request("RemoveBook", "{}");
        *request.uri_mut() = path.parse().unwrap();
        let response = respond(request).await;
        if path.starts_with("/?") {
            assert_eq!(response.status(), 200);
        } else {
            assert_response(&response, 404, &json, BODY);
        }
    }
    for content_type in ["text/plain", "application/jsonx", "application/x-www-form-urlencoded", "x", ""] {
        let mut request = request("RemoveBook", "{}");
        request.headers_mut().insert("content-type", content_type.parse().unwrap());
        assert_response(&respond(request).await, 404, &json, BODY);
    }
}

#[tokio::test]
async fn another_version_of_the_protocol_is_answered_in_xml() {
    let xml = [("content-type", "application/xml")];
    for content_type in [None, Some("application/x-amz-json-1.0"), Some("application/x-amz-json-1.0; charset=utf-8")] {
        let mut request = request("RemoveBook", "{}");
        match content_type {
            Some(content_type) => drop(request.headers_mut().insert("content-type", content_type.parse().unwrap())),
            None => drop(request.headers_mut().remove("content-type")),
        }
        assert_response(&respond(request).await, 404, &xml, "<UnknownOperationException/>");
    }
}

#[tokio::test]
async fn the_older_media_type_gets_an_envelope_and_no_operation() {
    const JSON: (&str, &str) = ("content-type", "application/json");
    let unknown = r#"{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}"#;
    let unreadable = r#"{"Output":{"__type":"com.amazon.coral.service#SerializationException"},"Version":"1.0"}"#;
    let server = server(Shop).limits(Limits { body_bytes: 20, nesting_depth: 2 });
    for (body, expected) in [
        ("", unknown),
        ("{}", unknown),
        (r#"{"Isbn":"11"}"#, unknown),
        (r#"{"Isbn":5}"#, unknown),
        ("[[]]", unknown),
        ("[[[]]]", unreadable),
        ("hello", unreadable),
        ("null", unreadable),
        ("{", unreadable),
    ] {
        for (operation, content_type) in
            [("FindBook", "application/json"), ("BurnBook", "Application/JSON; charset=utf-8")]
        {
            let mut request = request(operation, body);
            request.headers_mut().insert("content-type", content_type.parse().unwrap());
            assert_response(&server.respond(request).await, 200, &[JSON], expected);
        }
    }
    let mut large = request("FindBook", &" ".repeat(21));
    large.headers_mut().insert("content-type", "application/json".parse().unwrap());
    assert_response(&server.respond(large).await, 413, &[OWN], "");
}

#[tokio::test]
async fn a_target_that_names_no_operation_is_unknown() {
    for target in [
        "BookshopService.BurnBook",
        "BookshopService.removebook",
        "BookshopService.RemoveBook.More",
        "BookshopService.RemoveBook ",
        "BookshopService.",
        "BookshopService",
        "BookshopServiceRemoveBook",
        "bookshopservice.RemoveBook",
        "LibraryService.RemoveBook",
        ".RemoveBook",
        "RemoveBook",
        "",
    ] {
        let mut request = request("RemoveBook", "{}");
        request.headers_mut().insert("x-amz-target", target.parse().unwrap());
        assert_framework_fault(&respond(request).await, UNKNOWN);
    }
    let mut without = request("RemoveBook", "{}");
    without.headers_mut().remove("x-amz-target");
    assert_framework_fault(&respond(without).await, UNKNOWN);
    let mut beyond_ascii = request("RemoveBook", "{}");
    beyond_ascii.headers_mut().insert("x-amz-target", "BookshopService.RemoveBook\u{e9}".parse().unwrap());
    assert_framework_fault(&respond(beyond_ascii).await, UNKNOWN);
}

#[tokio::test]
async fn a_body_that_is_not_json_is_noticed_before_an_unknown_target() {
    for (body, expected) in [
        ("", UNKNOWN),
        ("{}", UNKNOWN),
        (" {\n} ", UNKNOWN),
        ("[1]", UNKNOWN),
        // bare values do not count as JSON
        ("null", UNREADABLE),
        ("\"text\"", UNREADABLE),
        ("1", UNREADABLE),
        ("not json", UNREADABLE),
        ("{\"a\":1", UNREADABLE),
        ("{} x", UNREADABLE),
        (" ", UNREADABLE),
    ] {
        assert_framework_fault(&respond(request("BurnBook", body)).await, expected);
    }
}

#[tokio::test]
async fn a_body_that_is_no_json_object_has_no_message() {
    for text in
        ["", " ", "{", r#"{"Isbn":"1""#, "null", "\"text\"", "1", "true", r#"{"Isbn":"1",}"#, "{} {}", "{'Isbn':1}"]
    {
        assert_framework_fault(&respond(request("FindBook", text)).await, UNREADABLE);
    }
    let mut not_utf8 = request("FindBook", "");
    *not_utf8.body_mut() = Bytes::from_static(b"{\"Isbn\":\"\xff\"}");
    assert_framework_fault(&respond(not_utf8).await, UNREADABLE);
}

#[tokio::test]
async fn a_wrong_type_is_told_under_a_capital_message() {
    for (text, message) in [
        ("[]", "Start of list found where not expected"),
        (r#"{"Isbn":{}}"#, "Start of structure or map found where not expected."),
        (r#"{"Isbn":[]}"#, "Start of list found where not expected"),
        (r#"{"Isbn":5}"#, "NUMBER_VALUE can not be converted to a String"),
        (r#"{"Isbn":true}"#, "TRUE_VALUE can not be converted to a String"),
        (r#"{"Isbn":"1","Limit":"5"}"#, "STRING_VALUE can not be converted to an Integer"),
        // a wrong type comes before whatever else is wrong
        (r#"{"Isbn":"","Limit":true}"#, "TRUE_VALUE can not be converted to an Integer"),
    ] {
        let expected = format!(r#"{{"__type":"SerializationException","Message":"{message}"}}"#);
        assert_framework_fault(&respond(request("FindBook", text)).await, &expected);
    }
}

/// A violation is an error like any other: with error headers and the name that the service gives it.
async fn assert_violation(text: &str, message: &str) {
    assert_response(
        &respond(request("FindBook", text)).await,
        400,
        &[OWN, ("x-amzn-errormessage", message), ("x-amzn-errortype", "BadInput:")],
        &format!(r#"{{"__type":"BadInput","message":"{message}"}}"#),
    );
}

#[tokio::test]
async fn violations_are_told_all_at_once() {
    const MISSING: &str =
        "1 validation error detected: Value null at 'isbn' failed to satisfy constraint: Member must not be null";
    assert_violation("{}", MISSING).await;
    assert_violation(r#"{"Isbn":null}"#, MISSING).await;
    assert_violation(
        r#"{"Isbn":"12345678901234","Limit":99999999999}"#,
        "2 validation errors detected: Value '12345678901234' at 'isbn' failed to satisfy constraint: Member must have \
         length less than or equal to 13; Value '2147483647' at 'limit' failed to satisfy constraint: Member must have \
         value less than or equal to 60",
    )
    .await;
    assert_violation(
        r#"{"Isbn":"1a"}"#,
        "1 validation error detected: Value '1a' at 'isbn' failed to satisfy constraint: Member must satisfy regular \
         expression pattern: [0-9X]+",
    )
    .await;
}

#[tokio::test]
async fn of_equal_members_the_last_counts() {
    let response = respond(request("FindBook", r#"{"Isbn":"x","Isbn":"11"}"#)).await;
    assert_response(&response, 200, &[OWN], r#"{"Title":"11 None"}"#);
    let response = respond(request("FindBook", r#"{"Isbn":"11","Isbn":null}"#)).await;
    assert_eq!(response.status(), 400);
}

#[tokio::test]
async fn a_body_over_the_limit_is_too_large() {
    let limits = |body_bytes| Limits { body_bytes, ..Limits::default() };
    for (operation, text) in [("RemoveBook", r#"{"Isbn":"11"}"#), ("BurnBook", "12345678901234567890")] {
        let small = server(Shop).limits(limits(text.len() - 1));
        assert_response(&small.respond(request(operation, text)).await, 413, &[OWN], "");
        let exact = server(Shop).limits(limits(text.len()));
        assert_ne!(exact.respond(request(operation, text)).await.status(), 413);
    }
    assert_eq!(Limits::default().body_bytes, 7 * 1024 * 1024);
}

#[tokio::test]
async fn a_body_nested_over_the_limit_is_not_json() {
    let nested = |depth: usize| format!(r#"{{"x":{}1{}}}"#, "[".repeat(depth - 1), "]".repeat(depth - 1));
    for operation in ["RemoveBook", "BurnBook"] {
        for limit in [1, 5, 128] {
            let server = server(Shop).limits(Limits { nesting_depth: limit, ..Limits::default() });
            let response = server.respond(request(operation, &nested(limit))).await;
            assert_ne!(body(&response), UNREADABLE, "{limit}");
            let response = server.respond(request(operation, &nested(limit + 1))).await;
            assert_framework_fault(&response, UNREADABLE);
        }
    }
    assert_eq!(Limits::default().nesting_depth, 128);
}

#[tokio::test]
async fn a_very_deep_body_is_refused_by_default() {
    let text = format!(r#"{{"x":{}"#, "[".repeat(100_000));
    assert_framework_fault(&respond(request("RemoveBook", &text)).await, UNREADABLE);
}
