//! Requests whose body is compressed.

use std::io::Write as _;

use bytes::Bytes;
use codegen_runtime::service::Limits;
use flate2::Compression;
use flate2::write::GzEncoder;
use http::{Request, Response};

use crate::bookshop::server;
use crate::messages::request;
use crate::{OWN, Shop, UNREADABLE, assert_framework_fault, assert_response, body};

const LIMIT: usize = 1024;

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}

fn finding(isbn: &str) -> String {
    format!(r#"{{"Isbn":"{isbn}"}}"#)
}

/// What a server with a small limit answers to a request with that body and those codings.
async fn respond(codings: &str, body: impl Into<Bytes>) -> Response<Bytes> {
    let (mut head, _) = request("FindBook", "").into_parts();
    head.headers.insert("content-encoding", codings.parse().unwrap());
    let limits = Limits { body_bytes: LIMIT, ..Limits::default() };
    server(Shop).limits(limits).respond(Request::from_parts(head, body.into())).await
}

#[tokio::test]
async fn gzip_is_taken_off() {
    for codings in ["gzip", "GZIP", " gzip ", "custom, gzip", "custom,gzip"] {
        let response = respond(codings, gzip(&finding("77"))).await;
        assert_response(&response, 200, &[OWN], r#"{"Title":"77 None"}"#);
    }
    let (first, second) = (gzip(r#"{"Isbn":"#), gzip(r#""78"}"#));
    let response = respond("gzip", [first, second].concat()).await;
    assert_response(&response, 200, &[OWN], r#"{"Title":"78 None"}"#);
}

#[tokio::test]
async fn what_is_wrong_is_told_of_what_was_meant() {
    let response = respond("gzip", gzip("{}")).await;
    assert_eq!(response.status(), 400);
    assert!(body(&response).contains("at 'isbn' failed to satisfy constraint"), "{}", body(&response));
}

#[tokio::test]
async fn what_is_not_compressed_as_it_says_is_not_json() {
    let plain = finding("77");
    let packed = gzip(&plain);
    for (codings, body) in [
        ("gzip", plain.clone().into_bytes()),
        ("gzip", packed[..packed.len() - 1].to_vec()),
        ("gzip", gzip("not JSON")),
        ("gzip, br", packed.clone()),
        ("identity", packed.clone()),
        ("", packed.clone()),
    ] {
        assert_framework_fault(&respond(codings, body).await, UNREADABLE);
    }
}

#[tokio::test]
async fn the_limit_holds_for_what_was_meant() {
    let fits = format!("{:LIMIT$}", finding("77"));
    assert_eq!(respond("gzip", gzip(&fits)).await.status(), 200);
    assert_response(&respond("gzip", gzip(&format!("{fits} "))).await, 413, &[OWN], "");
    assert_response(&respond("gzip", gzip(&" ".repeat(100 * LIMIT))).await, 413, &[OWN], "");
}
