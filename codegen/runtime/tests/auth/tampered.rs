//! Good requests with one bit turned, every bit of all that is signed: none is let in.

use bytes::Bytes;
use http::{HeaderValue, Request, Response};

use crate::{MISMATCH, alice, assert_refused, body, respond, signed, unsigned};

/// Every text that differs from this one by one bit.
fn flipped(text: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    (0..text.len() * 8).map(|bit| {
        let mut other = text.to_vec();
        other[bit / 8] ^= 1 << (bit % 8);
        other
    })
}

/// The name of the error that a response is.
fn error(response: &Response<Bytes>) -> String {
    assert_eq!(response.status(), 400, "{}", body(response));
    let text = body(response).trim_start_matches(r#"{"__type":""#);
    text.split('"').next().unwrap().to_owned()
}

/// A request with another value of a header, if there is such a value.
fn with_bytes(mut request: Request<Bytes>, name: &'static str, value: &[u8]) -> Option<Request<Bytes>> {
    let value = HeaderValue::from_bytes(value).ok()?;
    request.headers_mut().insert(name, value);
    Some(request)
}

#[tokio::test]
async fn no_bit_of_the_body_can_be_turned() {
    let mut tried = 0;
    for other in flipped(signed().body()) {
        let mut request = signed();
        *request.body_mut() = Bytes::from(other);
        let response = respond(request).await;
        // some are no JSON any more, which is noticed first
        if body(&response) == r#"{"__type":"SerializationException"}"# {
            continue;
        }
        tried += 1;
        assert_refused(&response, "InvalidSignatureException", MISMATCH);
    }
    assert!(tried > 20, "only {tried} bodies were JSON");
}

#[tokio::test]
async fn no_bit_of_a_signed_header_can_be_turned() {
    // beside those that decide what is called at all
    for name in ["host", "x-trace", "x-amz-security-token"] {
        let good = || {
            let mut request = unsigned("RemoveBook", "{}");
            request.headers_mut().insert("x-trace", HeaderValue::from_static("a b, c"));
            request.headers_mut().insert("x-amz-security-token", HeaderValue::from_static("t"));
            alice().sign(request)
        };
        let mut tried = 0;
        for other in flipped(good().headers()[name].as_bytes()) {
            let Some(request) = with_bytes(good(), name, &other) else { continue };
            tried += 1;
            assert_refused(&respond(request).await, "InvalidSignatureException", MISMATCH);
        }
        assert!(tried > 5, "{name}");
    }
}

#[tokio::test]
async fn no_bit_of_the_date_can_be_turned() {
    for other in flipped(b"20150830T123600Z") {
        let Some(request) = with_bytes(signed(), "x-amz-date", &other) else { continue };
        let error = error(&respond(request).await);
        // no date, another time, or too far from now
        assert!(["IncompleteSignatureException", "InvalidSignatureException"].contains(&error.as_str()), "{error}");
    }
}

#[tokio::test]
async fn no_bit_of_the_authorization_can_be_turned() {
    let good = crate::authorization(&signed());
    let signature = good.find("Signature=").unwrap() + "Signature=".len();
    let mut tried = 0;
    for (bit, other) in flipped(good.as_bytes()).enumerate() {
        let Some(request) = with_bytes(signed(), "authorization", &other) else { continue };
        tried += 1;
        let response = respond(request).await;
        let text = String::from_utf8_lossy(&other).into_owned();
        if bit / 8 >= signature && !matches!(other[bit / 8], b',' | b' ') {
            assert_refused(&response, "InvalidSignatureException", MISMATCH);
        }
        let error = error(&response);
        let known = [
            "MissingAuthenticationTokenException",
            "IncompleteSignatureException",
            "InvalidSignatureException",
            "UnrecognizedClientException",
        ];
        assert!(known.contains(&error.as_str()), "{text}: {error}");
    }
    assert!(tried > good.len() * 6, "most are values of a header: {tried}");
}

#[tokio::test]
async fn no_bit_of_the_query_can_be_turned() {
    let good = || alice().presign(unsigned("RemoveBook", "{}"), Some("900"));
    let mut tried = 0;
    for other in flipped(good().uri().query().unwrap().as_bytes()) {
        let Ok(query) = String::from_utf8(other) else { continue };
        let mut request = good();
        let Ok(uri) = format!("/?{query}").parse() else { continue };
        let is_same = query.replace("%2f", "%2F").replace("%3b", "%3B") == good().uri().query().unwrap();
        *request.uri_mut() = uri;
        tried += 1;
        let response = respond(request).await;
        if is_same {
            assert_eq!(response.status(), 200, "{query}");
        } else {
            error(&response);
        }
    }
    assert!(tried > 1000, "{tried}");
}

/// The only path that the protocol serves is `/`; what is signed for another is not good for it.
#[tokio::test]
async fn method_and_path_are_signed() {
    for (method, path) in [("POST", "/a"), ("GET", "/"), ("PUT", "/")] {
        let mut other = unsigned("RemoveBook", "{}");
        *other.method_mut() = method.parse().unwrap();
        *other.uri_mut() = path.parse().unwrap();
        let mut request = alice().sign(other);
        *request.method_mut() = "POST".parse().unwrap();
        *request.uri_mut() = "/".parse().unwrap();
        assert_refused(&respond(request).await, "InvalidSignatureException", MISMATCH);
    }
}

#[tokio::test]
async fn a_query_beside_a_signed_header_is_signed() {
    let mut plain = unsigned("RemoveBook", "{}");
    *plain.uri_mut() = "/?a=1&b=2".parse().unwrap();
    let good = alice().sign(plain);
    for (uri, is_good) in [
        ("/?a=1&b=2", true),
        ("/?b=2&a=1", true),
        ("/?%61=1&b=2", true),
        ("/?&a=1&&b=2", true),
        ("/?a=1&b=3", false),
        ("/?a=1", false),
        ("/?a=1&b=2&X-Amz-Signature=1", false),
        ("/?a=1&b=2&c", false),
        ("/", false),
    ] {
        let mut request = good.clone();
        *request.uri_mut() = uri.parse().unwrap();
        let response = respond(request).await;
        if is_good {
            assert_eq!(response.status(), 200, "{uri} {}", body(&response));
        } else {
            assert_refused(&response, "InvalidSignatureException", MISMATCH);
        }
    }
}
