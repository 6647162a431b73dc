//! Errors of handlers and of the API, with real and documented statuses.

use crate::bookshop::server;
use crate::messages::{headers, request};
use crate::{Empty, OWN, Shop, assert_response, respond};
use codegen_runtime::StatusCodes;

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
    for (isbn, message) in [("6", "Kein Buch für dich."), ("7", r"line\nbreak"), ("10", r"a\ttab"), ("14", "\u{7f}")] {
        assert_response(
            &respond(request("FindBook", &format!(r#"{{"Isbn":"{isbn}"}}"#))).await,
            400,
            &[OWN, ("x-amzn-errortype", "BookNotFound:")],
            &format!(r#"{{"__type":"BookNotFound","message":"{message}"}}"#),
        );
    }
}

/// Clients limit the size of all headers; Node.js to 16 KiB.
#[tokio::test]
async fn a_long_message_is_left_out_of_the_headers() {
    for (isbn, length, has_header) in [("12", 8 * 1024, true), ("13", 8 * 1024 + 1, false)] {
        let response = respond(request("FindBook", &format!(r#"{{"Isbn":"{isbn}"}}"#))).await;
        let message = "x".repeat(length);
        let header = response.headers().get("x-amzn-errormessage");
        assert_eq!(header.map(|header| header == message.as_str()), has_header.then_some(true), "{length}");
        assert_eq!(response.body(), &format!(r#"{{"__type":"BookNotFound","message":"{message}"}}"#));
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
