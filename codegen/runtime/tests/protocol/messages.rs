//! Requests to the bookshop, and what is asked of its responses.

#![allow(dead_code)] // each test crate uses its part

use bytes::Bytes;
use http::{Request, Response};

pub const CONTENT_TYPE: &str = "application/x-amz-json-1.1";

/// A good request for an operation with that body.
pub fn request(operation: &str, body: &str) -> Request<Bytes> {
    Request::post("/")
        .header("content-type", CONTENT_TYPE)
        .header("x-amz-target", format!("BookshopService.{operation}"))
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .expect("the request is well formed")
}

/// The value of a header that is there once.
pub fn header<'r, B>(response: &'r Response<B>, name: &str) -> &'r str {
    let values: Vec<_> = response.headers().get_all(name).iter().collect();
    assert_eq!(values.len(), 1, "{name}: {:?}", response.headers());
    values[0].to_str().expect("the header is visible ASCII")
}

/// Names and values of all headers, sorted, without the identifier of the request, which must be there.
pub fn headers<B>(response: &Response<B>) -> Vec<(&str, &str)> {
    assert!(is_uuid_v4(header(response, "x-amzn-requestid")), "{:?}", response.headers());
    let mut headers: Vec<_> = response
        .headers()
        .iter()
        .filter(|(name, _)| *name != "x-amzn-requestid")
        .map(|(name, value)| (name.as_str(), value.to_str().expect("the header is visible ASCII")))
        .collect();
    headers.sort_unstable();
    headers
}

/// Whether a text is a UUID of version 4 in lower case.
pub fn is_uuid_v4(text: &str) -> bool {
    text.len() == 36
        && text.char_indices().all(|(index, character)| match index {
            8 | 13 | 18 | 23 => character == '-',
            14 => character == '4',
            19 => matches!(character, '8' | '9' | 'a' | 'b'),
            _ => matches!(character, '0'..='9' | 'a'..='f'),
        })
}
