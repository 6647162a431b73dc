//! A case -> the request that a client sends, whole.

use std::collections::BTreeMap;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

use crate::service::Service;
use crate::suite::{Case, Request};

/// A request as it is sent.
pub struct Sent {
    pub method: String,
    pub uri: String,
    pub headers: BTreeMap<String, String>,
    pub body: Vec<u8>,
}

impl Sent {
    /// The request of a case, with what the case does not care about: the headers that the protocol asks for, and the
    /// body, which is `input` in the coding that the headers name.
    pub fn completed(service: &Service, case: &Case, request: &Request, input: &Value) -> Self {
        let Request { method, uri, headers, body } = request;
        let content_type = format!("application/x-amz-json-{}", service.metadata("jsonVersion"));
        let target = format!("{}.{}", service.metadata("targetPrefix"), case.operation());
        let mut headers = headers.clone();
        headers.entry("Content-Type".to_owned()).or_insert(content_type);
        headers.entry("X-Amz-Target".to_owned()).or_insert(target);
        let body = match (body, headers.get("Content-Encoding").map(String::as_str)) {
            (Some(body), _) => body.clone().into_bytes(),
            (None, None) => input.to_string().into_bytes(),
            (None, Some("gzip")) => gzip(&input.to_string()),
            (None, Some(other)) => panic!("{}: no such coding: {other}", case.id),
        };
        Self { method: method.clone(), uri: uri.clone(), headers, body }
    }

    /// A request of an operation whose answer is what matters.
    pub fn any(service: &Service, case: &Case) -> Self {
        let request = Request {
            method: "POST".to_owned(),
            uri: "/".to_owned(),
            headers: BTreeMap::new(),
            body: Some("{}".to_owned()),
        };
        Self::completed(service, case, &request, &Value::Null)
    }
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}
