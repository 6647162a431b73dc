//! Requests of scripts from other origins.

use crate::bookshop::server;
use crate::messages::request;
use crate::{OWN, Shop, UNKNOWN, assert_response};
use bytes::Bytes;
use codegen_runtime::service::Limits;
use codegen_runtime::{Cors, StatusCodes};
use http::{HeaderValue, Method, Request};

const ORIGIN: (&str, &str) = ("access-control-allow-origin", "*");
const EXPOSED: (&str, &str) =
    ("access-control-expose-headers", "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");
const MAX_AGE: (&str, &str) = ("access-control-max-age", "172800");
const NOT_UNDERSTOOD: &str = r#"{"code":"BadRequest","message":"The server did not understand the operation that was requested.","type":"client"}"#;

fn from_elsewhere(operation: &str, body: &str) -> Request<Bytes> {
    let mut request = request(operation, body);
    request.headers_mut().insert("origin", HeaderValue::from_static("https://shop.example"));
    request
}

fn preflight(path: &str, asked: &[(&str, &[u8])]) -> Request<Bytes> {
    let mut request = Request::options(path).header("origin", "null");
    for (name, value) in asked {
        request = request.header(*name, HeaderValue::from_bytes(value).unwrap());
    }
    request.body(Bytes::new()).unwrap()
}

#[tokio::test]
async fn a_preflight_is_allowed_what_it_asks_for() {
    let request = preflight(
        "/",
        &[("access-control-request-method", b"POST"), ("access-control-request-headers", b"X-Amz-Target, b,c ")],
    );
    assert_response(
        &server(Shop).respond(request).await,
        200,
        &[
            ("access-control-allow-headers", "X-Amz-Target, b,c "),
            ("access-control-allow-methods", "POST"),
            ORIGIN,
            EXPOSED,
            MAX_AGE,
        ],
        "",
    );
}

#[tokio::test]
async fn a_preflight_that_asks_for_nothing_is_allowed_nothing() {
    for path in ["/", "/pool/.well-known/jwks.json", "*"] {
        assert_response(&server(Shop).respond(preflight(path, &[])).await, 200, &[ORIGIN, EXPOSED, MAX_AGE], "");
    }
}

#[tokio::test]
async fn what_a_preflight_asks_for_is_echoed_byte_for_byte() {
    let asked: &[(&str, &[u8])] = &[
        ("access-control-request-headers", b"\xff\t,,;\""),
        ("access-control-request-headers", b""),
        ("access-control-request-method", b"p\xc3\xb6st"),
    ];
    let response = server(Shop).respond(preflight("/", asked)).await;
    let values =
        |name: &str| -> Vec<_> { response.headers().get_all(name).iter().map(HeaderValue::as_bytes).collect() };
    assert_eq!(values("access-control-allow-headers"), [b"\xff\t,,;\"", &b""[..]]);
    assert_eq!(values("access-control-allow-methods"), [b"p\xc3\xb6st"]);
}

#[tokio::test]
async fn a_preflight_is_answered_before_everything_else() {
    let mut request = from_elsewhere("BurnBook", &"x".repeat(100));
    *request.method_mut() = Method::OPTIONS;
    let server = server(Shop).limits(Limits { body_bytes: 10, ..Limits::default() });
    assert_response(&server.respond(request).await, 200, &[ORIGIN, EXPOSED, MAX_AGE], "");
}

#[tokio::test]
async fn every_response_to_an_origin_is_shared() {
    let server = server(Shop).limits(Limits { body_bytes: 100, ..Limits::default() });
    assert_response(&server.respond(from_elsewhere("RemoveBook", "{}")).await, 200, &[ORIGIN, EXPOSED, OWN], "");
    assert_response(
        &server.respond(from_elsewhere("FindBook", r#"{"Isbn":"5"}"#)).await,
        503,
        &[ORIGIN, EXPOSED, OWN, ("x-amzn-errortype", "ShopClosed:")],
        r#"{"__type":"ShopClosed"}"#,
    );
    assert_response(&server.respond(from_elsewhere("BurnBook", "{}")).await, 400, &[ORIGIN, EXPOSED, OWN], UNKNOWN);
    let large = from_elsewhere("FindBook", &" ".repeat(101));
    assert_response(&server.respond(large).await, 413, &[ORIGIN, EXPOSED, OWN], "");
    let mut get = from_elsewhere("FindBook", "");
    *get.method_mut() = Method::GET;
    let json = ("content-type", "application/json");
    assert_response(&server.respond(get).await, 404, &[ORIGIN, EXPOSED, json], NOT_UNDERSTOOD);
}

#[tokio::test]
async fn options_without_an_origin_are_no_preflight() {
    let mut request = preflight("/", &[("access-control-request-method", b"POST")]);
    request.headers_mut().remove("origin");
    let json = ("content-type", "application/json");
    assert_response(&server(Shop).respond(request).await, 404, &[json], NOT_UNDERSTOOD);
}

#[tokio::test]
async fn a_server_that_shares_nothing_says_nothing_of_it() {
    let server = server(Shop).cors(Cors::Off).statuses(StatusCodes::Wire);
    assert_eq!(server.settings().cors, Cors::Off);
    assert_response(&server.respond(from_elsewhere("RemoveBook", "{}")).await, 200, &[OWN], "");
    let json = ("content-type", "application/json");
    assert_response(&server.respond(preflight("/", &[])).await, 404, &[json], NOT_UNDERSTOOD);
}
