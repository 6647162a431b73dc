//! Signatures in the query.

use bytes::Bytes;
use codegen_runtime::Timestamp;
use codegen_runtime::auth::Guard;
use codegen_runtime::auth::sigv4::{Credential, InMemory, SigV4};
use http::Request;

use crate::bookshop::server;
use crate::signer::Signer;
use crate::{MISMATCH, NOW, Shop, UNRECOGNIZED, alice, assert_refused, body, credentials, guarded, respond, unsigned};

fn presigned(expires: Option<&str>) -> Request<Bytes> {
    alice().presign(unsigned("RemoveBook", r#"{"Isbn":"1"}"#), expires)
}

fn query(request: &Request<Bytes>) -> &str {
    request.uri().query().unwrap()
}

/// The same request with another query.
fn requeried(mut request: Request<Bytes>, query: &str) -> Request<Bytes> {
    *request.uri_mut() = format!("/?{query}").parse().unwrap();
    request
}

#[tokio::test]
async fn a_signature_may_be_in_the_query() {
    for expires in [None, Some("1"), Some("900"), Some("604800")] {
        let response = respond(presigned(expires)).await;
        assert_eq!(response.status(), 200, "{expires:?}: {}", body(&response));
    }
}

#[tokio::test]
async fn the_order_of_a_query_is_no_matter() {
    let request = presigned(Some("900"));
    let parts: Vec<_> = query(&request).split('&').rev().map(str::to_owned).collect();
    assert_eq!(respond(requeried(request, &parts.join("&"))).await.status(), 200);
}

#[tokio::test]
async fn more_in_a_query_is_not_what_was_signed() {
    let request = presigned(Some("900"));
    let more = format!("{}&more=1", query(&request));
    assert_refused(&respond(requeried(request, &more)).await, "InvalidSignatureException", MISMATCH);
}

#[tokio::test]
async fn all_that_a_query_lacks_is_told_at_once() {
    const PARTS: [&str; 5] =
        ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date"];
    for lacking in 0..1 << PARTS.len() {
        let (mut parts, mut words) = (Vec::new(), Vec::new());
        for (index, part) in PARTS.iter().enumerate() {
            if lacking >> index & 1 == 0 {
                parts.push(format!("{part}=a"));
            } else {
                // the algorithm is what tells that the query is signed
                parts.extend((index == 0).then(|| format!("{part}=")));
                words.push(format!("AWS query-string parameters must include '{part}'. "));
            }
        }
        if !words.is_empty() {
            let request = requeried(unsigned("RemoveBook", "{}"), &parts.join("&"));
            let message = words.concat() + "Re-examine the query-string parameters.";
            assert_refused(&respond(request).await, "IncompleteSignatureException", &message);
        }
    }
}

#[tokio::test]
async fn a_query_is_good_for_as_long_as_it_says() {
    for (expires, seconds, message) in [
        (Some("900"), 900, ""),
        (
            Some("900"),
            901,
            "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T125101Z - 15 min.)",
        ),
        (
            Some("90"),
            91,
            "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T123731Z - 90 sec.)",
        ),
        (Some("604800"), 604_800, ""),
        (
            None,
            301,
            "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T124101Z - 5 min.)",
        ),
        (
            Some("900"),
            -301,
            "Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z (20150830T123059Z + 5 \
             min.)",
        ),
        (Some("900"), -300, ""),
    ] {
        let clock = move || Timestamp::from_seconds(NOW.seconds() + seconds);
        let server = server(Shop::default()).guard(Guard::new(SigV4::new(credentials()).clock(clock)));
        let response = server.respond(presigned(expires)).await;
        if message.is_empty() {
            assert_eq!(response.status(), 200, "{expires:?} {seconds}");
        } else {
            assert_refused(&response, "InvalidSignatureException", message);
        }
    }
}

#[tokio::test]
async fn nothing_is_good_for_ever() {
    for expires in ["0", "604801", "-1", "+1", "1.5", "x", "", "99999999999999999999"] {
        let message = format!("X-Amz-Expires must be a whole number of seconds from 1 to 604800. Got '{expires}'.");
        assert_refused(&respond(presigned(Some(expires))).await, "InvalidSignatureException", &message);
    }
}

#[tokio::test]
async fn a_session_token_is_in_the_query_too() {
    let known = InMemory::default();
    known.insert("AKIDEXAMPLE", Credential::new("secret").session("a/token+="));
    let (_, server) = guarded(known);
    // the signer takes what it is given for encoded
    for (token, is_good) in [(Some("a%2Ftoken%2B%3D"), true), (Some("other"), false), (None, false)] {
        let signer = Signer { token: token.map(str::to_owned), ..alice() };
        let response = server.respond(signer.presign(unsigned("RemoveBook", "{}"), None)).await;
        if is_good {
            assert_eq!(response.status(), 200, "{}", body(&response));
        } else {
            assert_refused(&response, "UnrecognizedClientException", UNRECOGNIZED);
        }
    }
}
