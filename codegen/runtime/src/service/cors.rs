//! A request of a script from another origin -> the headers that let its browser pass the response on.
//!
//! All of it was observed at Amazon Cognito, save what a preflight without its two headers, or on another path than
//! `/`, is answered: that was seen at Kinesis.

use ::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_HEADERS,
    ACCESS_CONTROL_REQUEST_METHOD, HeaderValue, ORIGIN,
};
use ::http::request::Parts;
use ::http::{Method, Response};
use bytes::Bytes;

use super::super::protocol::aws_json::identified;
use super::settings::Cors;

const EXPOSED: HeaderValue = HeaderValue::from_static("x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");

/// How long a browser may remember the answer to a preflight: two days, in seconds.
const MAX_AGE: HeaderValue = HeaderValue::from_static("172800");

/// What a request asks for on behalf of a script.
pub(super) enum Asked {
    /// Whether it may be sent at all.
    Preflight,
    /// An answer, to be shared or not.
    Sharing(Sharing),
}

/// Whether a response is for scripts of other origins too.
pub(in super::super) enum Sharing {
    /// It is: the request names an origin.
    Yes,
    /// It is not, or nothing is said of it.
    No,
}

pub(super) fn asked(head: &Parts, cors: Cors) -> Asked {
    match cors {
        Cors::Off => Asked::Sharing(Sharing::No),
        Cors::Wire if !head.headers.contains_key(ORIGIN) => Asked::Sharing(Sharing::No),
        Cors::Wire if head.method == Method::OPTIONS => Asked::Preflight,
        Cors::Wire => Asked::Sharing(Sharing::Yes),
    }
}

impl Sharing {
    /// `response`, shared if it is to be.
    pub(super) fn granted(&self, response: Response<Bytes>) -> Response<Bytes> {
        match self {
            Self::Yes => shared(response),
            Self::No => response,
        }
    }
}

/// `response` with the headers that share it with every origin.
fn shared(mut response: Response<Bytes>) -> Response<Bytes> {
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
    response
}

/// Allows whatever is asked for, in the bytes it is asked for; what is not asked for is not mentioned.
pub(super) fn preflight(head: &Parts) -> Response<Bytes> {
    let mut response = shared(identified(Response::new(Bytes::new())));
    let headers = response.headers_mut();
    for (asked, allowed) in [
        (ACCESS_CONTROL_REQUEST_HEADERS, ACCESS_CONTROL_ALLOW_HEADERS),
        (ACCESS_CONTROL_REQUEST_METHOD, ACCESS_CONTROL_ALLOW_METHODS),
    ] {
        for value in head.headers.get_all(asked) {
            headers.append(&allowed, value.clone());
        }
    }
    headers.insert(ACCESS_CONTROL_MAX_AGE, MAX_AGE);
    response
}
