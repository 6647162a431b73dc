//! Requests to responses by awsJson: statuses, headers and bodies, exactly.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "protocol/bookshop.rs"]
mod bookshop;

use bookshop::{
    BookNotFound, Bookshop, CONTENT_TYPE, CountBooks, CountBooksOutput, FIND_BOOK, FindBook, FindBookInput, FindBookOutput,
    Operations, RemoveBook, RemoveBookInput, ShopClosed, header, headers, is_uuid_v4, request, server,
};
use bytes::Bytes;
use codegen_runtime::protocol::aws_json::content_type;
use codegen_runtime::schema::{Operation, Protocol, Service, Validation, Wording};
use codegen_runtime::service::{Limits, call};
use codegen_runtime::{Context, Dispatch, Failure, Outcome, Reply, Server, StatusCodes};
use http::{Method, Request, Response};

/// Answers by the book that is asked for.
struct Shop;

impl Bookshop for Shop {
    async fn find_book(&self, _: &Context, input: FindBookInput) -> Outcome<FindBook> {
        Ok(match input.isbn.as_str() {
            "1" => FindBookOutput { title: Some("Les Misérables \"I\"".to_owned()) },
            "2" => FindBookOutput { title: None },
            "3" => return Err(BookNotFound { message: Some("No book 3.".to_owned()), shelf: Some(7) }.into()),
            "4" => Err(BookNotFound::default())?,
            "5" => Err(ShopClosed)?,
            "6" => return Err(with_message("Kein Buch für dich.")),
            "7" => return Err(with_message("line\nbreak")),
            "8" => return Err(Failure::other("Throttled", 429, "Slow down.")),
            "9" => return Err(with_message("say \"please\" \\o/")),
            isbn => FindBookOutput { title: Some(format!("{isbn} {:?}", input.limit)) },
        })
    }

    async fn remove_book(&self, _: &Context, input: RemoveBookInput) -> Outcome<RemoveBook> {
        match input.isbn.as_deref() {
            Some("3") => Err(BookNotFound::default().into()),
            Some("5") => Err(Failure::undeclared(&ShopClosed)),
            _ => Ok(()),
        }
    }

    async fn count_books(&self, _: &Context) -> Outcome<CountBooks> {
        Ok(CountBooksOutput { count: 12 })
    }
}

fn with_message(message: &str) -> Failure<FindBook> {
    BookNotFound { message: Some(message.to_owned()), shelf: None }.into()
}

/// A service with no method written.
struct Empty;

impl Bookshop for Empty {}

async fn respond(request: Request<Bytes>) -> Response<Bytes> {
    server(Shop).respond(request).await
}

fn body(response: &Response<Bytes>) -> &str {
    std::str::from_utf8(response.body()).unwrap()
}

const OWN: (&str, &str) = ("content-type", CONTENT_TYPE);

/// Checks a whole response: its status, all of its headers, and its body.
fn assert_response(response: &Response<Bytes>, status: u16, expected: &[(&str, &str)], text: &str) {
    assert_eq!((response.status().as_u16(), body(response)), (status, text));
    assert_eq!(headers(response), expected, "{text}");
}

/// An error that arises before an operation has its input: no error headers.
fn assert_framework_fault(response: &Response<Bytes>, text: &str) {
    assert_response(response, 400, &[OWN], text);
}

const UNREADABLE: &str = r#"{"__type":"SerializationException"}"#;
const UNKNOWN: &str = r#"{"__type":"UnknownOperationException"}"#;

// good requests

#[tokio::test]
async fn an_output_is_the_body_of_a_200() {
    let response = respond(request("FindBook", r#"{"Isbn":"1"}"#)).await;
    assert_response(&response, 200, &[OWN], r#"{"Title":"Les Misérables \"I\""}"#);
}

#[tokio::test]
async fn an_output_without_members_is_an_empty_object() {
    assert_response(&respond(request("FindBook", r#"{"Isbn":"2"}"#)).await, 200, &[OWN], "{}");
}

#[tokio::test]
async fn no_output_is_an_empty_body_with_a_content_type() {
    assert_response(&respond(request("RemoveBook", "{}")).await, 200, &[OWN], "");
}

#[tokio::test]
async fn an_operation_that_takes_nothing_takes_any_body() {
    for body in ["", "{}", r#"{"Isbn":1}"#, "null", "[]", "not json"] {
        assert_response(&respond(request("CountBooks", body)).await, 200, &[OWN], r#"{"Count":12}"#);
    }
}

#[tokio::test]
async fn unknown_members_and_nulls_count_as_absent() {
    for body in [
        r#"{"Isbn":"11","Limit":null}"#,
        r#"{"Isbn":"11","Colour":{"a":[1,"x",null]}}"#,
        r#" { "Limit" : null , "isbn" : 5 , "Isbn" : "11" } "#,
    ] {
        assert_response(&respond(request("FindBook", body)).await, 200, &[OWN], r#"{"Title":"11 None"}"#);
    }
}

#[tokio::test]
async fn numbers_are_taken_as_the_real_services_take_them() {
    let response = respond(request("FindBook", r#"{"Isbn":"11","Limit":1.5}"#)).await;
    assert_response(&response, 200, &[OWN], r#"{"Title":"11 Some(1)"}"#);
}

#[tokio::test]
async fn the_content_type_may_have_parameters_blanks_and_any_case() {
    for content_type in [
        "application/x-amz-json-1.1",
        "application/x-amz-json-1.1;charset=utf-8",
        "application/x-amz-json-1.1 ; x",
        " application/x-amz-json-1.1 ",
        "Application/X-Amz-JSON-1.1",
    ] {
        let mut request = request("RemoveBook", "{}");
        request.headers_mut().insert("content-type", content_type.parse().unwrap());
        assert_response(&respond(request).await, 200, &[OWN], "");
    }
}

#[tokio::test]
async fn what_follows_a_question_mark_is_passed_over() {
    let mut request = request("RemoveBook", "{}");
    *request.uri_mut() = "/?a=b".parse().unwrap();
    assert_response(&respond(request).await, 200, &[OWN], "");
}

#[test]
fn each_version_of_the_protocol_has_its_content_type() {
    assert_eq!(content_type(Protocol::AwsJson10), "application/x-amz-json-1.0");
    assert_eq!(content_type(Protocol::AwsJson11), "application/x-amz-json-1.1");
}

// requests that no operation gets

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
    for content_type in ["text/plain", "application/json", "application/x-www-form-urlencoded", "x", ""] {
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
        ("null", UNKNOWN),
        ("[1]", UNKNOWN),
        ("not json", UNREADABLE),
        ("{\"a\":1", UNREADABLE),
        ("{} x", UNREADABLE),
        (" ", UNREADABLE),
    ] {
        assert_framework_fault(&respond(request("BurnBook", body)).await, expected);
    }
}

// bodies that an operation does not take

#[tokio::test]
async fn a_body_that_is_no_json_object_has_no_message() {
    for text in ["", " ", "{", r#"{"Isbn":"1""#, "null", "\"text\"", "1", "true", r#"{"Isbn":"1",}"#, "{} {}", "{'Isbn':1}"]
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

// limits

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

// errors

#[tokio::test]
async fn a_declared_error_has_its_name_first_and_two_headers() {
    assert_response(
        &respond(request("FindBook", r#"{"Isbn":"3"}"#)).await,
        400,
        &[OWN, ("x-amzn-errormessage", "No book 3."), ("x-amzn-errortype", "BookNotFound:")],
        r#"{"__type":"BookNotFound","message":"No book 3.","shelf":7}"#,
    );
}

#[tokio::test]
async fn an_error_without_a_message_has_neither_member_nor_header() {
    assert_response(
        &respond(request("FindBook", r#"{"Isbn":"4"}"#)).await,
        400,
        &[OWN, ("x-amzn-errortype", "BookNotFound:")],
        r#"{"__type":"BookNotFound"}"#,
    );
    assert_response(
        &respond(request("FindBook", r#"{"Isbn":"5"}"#)).await,
        503,
        &[OWN, ("x-amzn-errortype", "ShopClosed:")],
        r#"{"__type":"ShopClosed"}"#,
    );
}

#[tokio::test]
async fn a_message_that_no_header_can_hold_is_left_out_of_them() {
    for (isbn, message) in [("6", "Kein Buch für dich."), ("7", r"line\nbreak")] {
        assert_response(
            &respond(request("FindBook", &format!(r#"{{"Isbn":"{isbn}"}}"#))).await,
            400,
            &[OWN, ("x-amzn-errortype", "BookNotFound:")],
            &format!(r#"{{"__type":"BookNotFound","message":"{message}"}}"#),
        );
    }
}

#[tokio::test]
async fn a_message_is_escaped_in_the_body_and_not_in_the_header() {
    assert_response(
        &respond(request("FindBook", r#"{"Isbn":"9"}"#)).await,
        400,
        &[OWN, ("x-amzn-errormessage", r#"say "please" \o/"#), ("x-amzn-errortype", "BookNotFound:")],
        r#"{"__type":"BookNotFound","message":"say \"please\" \\o/"}"#,
    );
}

#[tokio::test]
async fn an_error_that_the_description_lacks_has_its_own_status() {
    assert_response(
        &respond(request("FindBook", r#"{"Isbn":"8"}"#)).await,
        429,
        &[OWN, ("x-amzn-errormessage", "Slow down."), ("x-amzn-errortype", "Throttled:")],
        r#"{"__type":"Throttled","message":"Slow down."}"#,
    );
}

#[tokio::test]
async fn a_method_that_is_not_written_says_so() {
    for (operation, body) in [("FindBook", r#"{"Isbn":"1"}"#), ("RemoveBook", "{}"), ("CountBooks", "")] {
        let message = format!("{operation} is not implemented by this server.");
        assert_response(
            &server(Empty).respond(request(operation, body)).await,
            501,
            &[OWN, ("x-amzn-errormessage", &message), ("x-amzn-errortype", "NotImplementedException:")],
            &format!(r#"{{"__type":"NotImplementedException","message":"{message}"}}"#),
        );
    }
    // the input is judged first
    let response = server(Empty).respond(request("FindBook", "{}")).await;
    assert_eq!(response.status(), 400);
}

#[tokio::test]
async fn documented_statuses_are_each_operations_own() {
    let documented = || server(Shop).statuses(StatusCodes::Documented);
    for (operation, body, wire, status) in [
        // declared with a documented status, a different one by operation
        ("FindBook", r#"{"Isbn":"3"}"#, 400, 481),
        ("RemoveBook", r#"{"Isbn":"3"}"#, 400, 470),
        // declared without one
        ("FindBook", r#"{"Isbn":"5"}"#, 503, 503),
        // not declared by this operation
        ("RemoveBook", r#"{"Isbn":"5"}"#, 503, 503),
        // not in the description
        ("FindBook", r#"{"Isbn":"8"}"#, 429, 429),
        // violations, declared by the one operation only
        ("FindBook", "{}", 400, 480),
        ("RemoveBook", r#"{"Isbn":"x"}"#, 400, 400),
        // of the framework
        ("FindBook", "[]", 400, 400),
        ("BurnBook", "{}", 400, 400),
        ("RemoveBook", "{}", 200, 200),
    ] {
        let response = documented().respond(request(operation, body)).await;
        assert_eq!(response.status().as_u16(), status, "{operation} {body}");
        let real = respond(request(operation, body)).await;
        assert_eq!(real.status().as_u16(), wire, "{operation} {body}");
        assert_eq!(response.body(), real.body(), "only the status differs");
        assert_eq!(headers(&response), headers(&real), "only the status differs");
    }
}

// other services

/// The same operations by another version of the protocol, with violations in other words.
struct Other;

static OTHER: Service = Service {
    name: "other",
    title: "Other",
    version: "2026-01-31",
    protocol: Protocol::AwsJson10,
    target_prefix: "Other",
    signing_name: None,
    validation: Validation { error: "ValidationException", wording: Wording::Smithy },
    operations: &[&FIND_BOOK],
    errors: &[],
};

impl Dispatch for Other {
    const SERVICE: &'static Service = &OTHER;
    type Operation = ();

    fn lookup(name: &str) -> Option<()> {
        (name == "FindBook").then_some(())
    }

    fn describe((): ()) -> &'static Operation {
        &FIND_BOOK
    }

    fn dispatch<'a>(&'a self, (): (), context: &'a Context, body: &[u8]) -> Reply<'a> {
        call::<FindBook, _>(context, body, |input| Empty.find_book(context, input))
    }
}

async fn respond_as_other(body: &'static str, content_type: &str) -> Response<Bytes> {
    let request = Request::post("/").header("content-type", content_type).header("x-amz-target", "Other.FindBook");
    Server::new(Other).respond(request.body(Bytes::from_static(body.as_bytes())).unwrap()).await
}

#[tokio::test]
async fn each_version_of_the_protocol_takes_and_sends_its_content_type() {
    let response = respond_as_other("[", "application/x-amz-json-1.0").await;
    assert_response(&response, 400, &[("content-type", "application/x-amz-json-1.0")], UNREADABLE);
    let response = respond_as_other("[", "application/x-amz-json-1.1").await;
    assert_response(&response, 404, &[("content-type", "application/xml")], "<UnknownOperationException/>");
}

#[tokio::test]
async fn violations_in_the_words_of_smithy_have_a_list_of_fields_beside_the_message() {
    let response = respond_as_other(r#"{"Isbn":"11","Limit":0}"#, "application/x-amz-json-1.0").await;
    const WRONG: &str = "Value at '/Limit' failed to satisfy constraint: Member must be between 1 and 60, inclusive";
    let body: serde_json::Value = serde_json::from_slice(response.body()).unwrap();
    assert_eq!(
        body,
        serde_json::json!({
            "__type": "ValidationException",
            "message": format!("1 validation error detected. {WRONG}"),
            "fieldList": [{ "path": "/Limit", "message": WRONG }],
        })
    );
}

// what all responses have

#[tokio::test]
async fn every_response_has_an_identifier_of_its_own() {
    let server: Server<Operations<Shop>> = server(Shop);
    let mut ids = std::collections::HashSet::new();
    for _ in 0..50 {
        for request in [
            request("RemoveBook", "{}"),
            request("FindBook", r#"{"Isbn":"3"}"#),
            request("FindBook", "{}"),
            request("FindBook", "["),
            request("BurnBook", "{}"),
            Request::get("/").body(Bytes::new()).unwrap(),
            Request::post("/").body(Bytes::new()).unwrap(),
        ] {
            let response = server.respond(request).await;
            let id = header(&response, "x-amzn-requestid").to_owned();
            assert!(is_uuid_v4(&id), "{id}");
            assert!(ids.insert(id), "an identifier was given twice");
        }
    }
}
