//! Requests with the media type `application/json` -> answers in an envelope of output and version.
//!
//! This is an older protocol of the framework that the real services stand on. It names the operation in the body, and
//! what a client of awsJson sends with this media type by mistake names none. Amazon Cognito was seen to answer that
//! with [`UNKNOWN`], with its `X-Amz-Target` in place; Kinesis answered what is not JSON with [`UNREADABLE`]; the
//! status was 200 wherever one was recorded. No client speaks it, so that no operation is served by it.

use ::http::header::{CONTENT_TYPE, HeaderValue};
use ::http::{Response, StatusCode};
use bytes::Bytes;

use super::super::schema::Service;
use super::super::service::Limits;
use super::aws_json::{identified, is_readable, unread};

const UNKNOWN: &[u8] = br#"{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}"#;
const UNREADABLE: &[u8] = br#"{"Output":{"__type":"com.amazon.coral.service#SerializationException"},"Version":"1.0"}"#;

/// Answers a request, whatever its target.
pub(super) fn respond(service: &Service, limits: &Limits, body: &[u8]) -> Response<Bytes> {
    if body.len() > limits.body_bytes {
        return unread(service, StatusCode::PAYLOAD_TOO_LARGE);
    }
    let envelope = if is_readable(body, limits.nesting_depth) { UNKNOWN } else { UNREADABLE };
    let mut response = identified(Response::new(Bytes::from_static(envelope)));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}
