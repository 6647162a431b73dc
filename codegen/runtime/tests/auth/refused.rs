//! Every reason not to believe a signature, in the words of the real endpoint.

use codegen_runtime::auth::Guard;
use codegen_runtime::auth::sigv4::{SigV4, Signed};

use crate::bookshop::server;
use crate::signer::{Signer, sha256};
use crate::{
    ALICE, MISMATCH, NOW, Shop, UNRECOGNIZED, alice, assert_refused, authorization, body, credentials, guarded,
    respond, reworded, signed, unsigned, with,
};

#[tokio::test]
async fn a_good_signature_lets_in_and_tells_who_it_is() {
    let (shop, server) = guarded(credentials());
    let response = server.respond(signed()).await;
    assert_eq!(response.status(), 200, "{}", body(&response));
    let [("RemoveBook", Some(identity))] = &shop.calls()[..] else { panic!("one call, by somebody") };
    assert_eq!(identity.access_key(), "AKIDEXAMPLE");
    assert_eq!(identity.principal(), Some(ALICE));
    assert_eq!(identity.region(), Some("us-east-1"));
}

#[tokio::test]
async fn no_signature_is_told_as_a_missing_token() {
    let expected = ("MissingAuthenticationTokenException", "Missing Authentication Token");
    assert_refused(&respond(unsigned("RemoveBook", "{}")).await, expected.0, expected.1);
    for other in ["", "Bearer AKIDEXAMPLE", "Basic c2VjcmV0", "AWS AKIDEXAMPLE:c2VjcmV0", "aws4-hmac-sha256"] {
        let request = with(unsigned("RemoveBook", "{}"), "authorization", other);
        assert_refused(&respond(request).await, expected.0, expected.1);
    }
}

#[tokio::test]
async fn all_that_a_signature_lacks_is_told_at_once() {
    const CREDENTIAL: &str = "Authorization header requires 'Credential' parameter. ";
    const SIGNATURE: &str = "Authorization header requires 'Signature' parameter. ";
    const NAMES: &str = "Authorization header requires 'SignedHeaders' parameter. ";
    const DATE: &str = "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
    for (authorization, has_date, lacks) in [
        ("AWS4-HMAC-SHA256", false, [CREDENTIAL, SIGNATURE, NAMES, DATE]),
        ("AWS4-HMAC-SHA256 ", true, [CREDENTIAL, SIGNATURE, NAMES, ""]),
        ("AWS4-HMAC-SHA256 Credential=a", true, ["", SIGNATURE, NAMES, ""]),
        ("AWS4-HMAC-SHA256 Credential=a,Signature=b", false, ["", "", NAMES, DATE]),
        ("AWS4-HMAC-SHA256 Credential=a, SignedHeaders=b", true, ["", SIGNATURE, "", ""]),
        ("AWS4-HMAC-SHA256 Credential=, Signature=, SignedHeaders=", true, [CREDENTIAL, SIGNATURE, "", ""]),
        ("AWS4-HMAC-SHA256 Credential=a, Signature=b, SignedHeaders=c", false, ["", "", "", DATE]),
        ("AWS4-HMAC-SHA256 credential=a, Signature=b, SignedHeaders=c", true, [CREDENTIAL, "", "", ""]),
    ] {
        let mut request = with(unsigned("RemoveBook", "{}"), "authorization", authorization);
        if has_date {
            request = with(request, "x-amz-date", "20150830T123600Z");
        }
        let message = format!("{}Authorization={authorization}", lacks.concat());
        assert_refused(&respond(request).await, "IncompleteSignatureException", &message);
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_told() {
    for (from, to, message) in [
        (
            "Credential=AKIDEXAMPLE/20150830/us-east-1/bookshop/aws4_request",
            "Credential=AKIDEXAMPLE/20150830/us-east-1/aws4_request",
            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got \
             'AKIDEXAMPLE/20150830/us-east-1/aws4_request'",
        ),
        (
            "AKIDEXAMPLE/",
            "AKID/EXAMPLE/",
            "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got \
             'AKID/EXAMPLE/20150830/us-east-1/bookshop/aws4_request'",
        ),
        (
            "AWS4-HMAC-SHA256",
            "AWS4-HMAC-SHA1",
            "Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA1' (only AWS4-HMAC-SHA256 for now). ",
        ),
    ] {
        assert_refused(&respond(reworded(signed(), from, to)).await, "IncompleteSignatureException", message);
    }
    let request = with(signed(), "authorization", "AWS4-HMAC-SHA256 Credential, Signature=b");
    let message = "'Credential' not a valid key=value pair (missing equal-sign) in Authorization header: \
                   'AWS4-HMAC-SHA256 Credential, Signature=b'.";
    assert_refused(&respond(request).await, "IncompleteSignatureException", message);
    for date in ["201", "", "2015-08-30T12:36:00Z", "20150830T123600", "20150830T123600Z ", "20150230T123600Z"] {
        let message =
            format!("Date must be in ISO-8601 'basic format'. Got '{date}'. See http://en.wikipedia.org/wiki/ISO_8601");
        let response = respond(with(signed(), "x-amz-date", date)).await;
        assert_refused(&response, "IncompleteSignatureException", &message);
    }
}

/// They were seen to be no matter at `DynamoDB`.
#[tokio::test]
async fn slashes_behind_a_credential_are_ignored() {
    assert_eq!(respond(reworded(signed(), "aws4_request,", "aws4_request/,")).await.status(), 200);
}

#[tokio::test]
async fn parts_of_the_header_may_be_apart_by_commas_or_blanks_and_in_any_order() {
    let authorization = authorization(&signed());
    let (algorithm, rest) = authorization.split_once(' ').unwrap();
    let mut parts: Vec<_> = rest.split(", ").collect();
    for between in [",", " ", ",   ", " , "] {
        parts.reverse();
        let other = format!("{algorithm} {}", parts.join(between));
        assert_eq!(respond(with(signed(), "authorization", &other)).await.status(), 200, "{other}");
    }
}

#[tokio::test]
async fn two_signatures_are_one_too_many() {
    let message = "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.";
    for query in ["/?X-Amz-Algorithm=AWS4-HMAC-SHA256", "/?X-Amz-Algorithm", "/?a=b&X-Amz-Algorithm="] {
        let mut request = signed();
        *request.uri_mut() = query.parse().unwrap();
        assert_refused(&respond(request).await, "InvalidSignatureException", message);
    }
}

#[tokio::test]
async fn host_and_target_must_be_signed() {
    for (signed, message) in [
        ("host;", "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."),
        (";x-amz-target", "'X-Amz-Target' must be a 'SignedHeader' in the AWS Authorization."),
    ] {
        let request = reworded(crate::signed(), signed, "");
        assert_refused(&respond(request).await, "InvalidSignatureException", message);
    }
}

#[tokio::test]
async fn all_that_is_wrong_with_a_scope_is_told_at_once() {
    const REGION: &str = "Credential should be scoped to a valid region. ";
    const SERVICE: &str = "Credential should be scoped to correct service: 'bookshop'. ";
    const TERMINATOR: &str = "Credential should be scoped with a valid terminator: 'aws4_request', not 'end'. ";
    const DATE: &str = "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: \
                        '20150831' != '20150830', from '20150830T123600Z'.";
    for (scope, message) in [
        ("20150830/eu-west-1/bookshop/aws4_request", REGION.to_owned()),
        ("20150830/US-EAST-1/bookshop/aws4_request", REGION.to_owned()),
        ("20150830/us-east-1/library/aws4_request", SERVICE.to_owned()),
        ("20150830/us-east-1/bookshop/end", TERMINATOR.to_owned()),
        ("20150831/us-east-1/bookshop/aws4_request", DATE.to_owned()),
        ("20150831/eu-west-1/library/end", [REGION, SERVICE, TERMINATOR, DATE].concat()),
    ] {
        let request = reworded(signed(), "20150830/us-east-1/bookshop/aws4_request", scope);
        assert_refused(&respond(request).await, "InvalidSignatureException", &message);
    }
}

#[tokio::test]
async fn without_a_region_any_will_do() {
    let shop = Shop::default();
    let anywhere = Guard::new(SigV4::new(credentials()).clock(|| NOW));
    let server = server(shop.clone()).guard(anywhere);
    let request = Signer { region: "eu-west-1".to_owned(), ..alice() }.sign(unsigned("RemoveBook", "{}"));
    assert_eq!(server.respond(request).await.status(), 200);
    let [(_, Some(identity))] = &shop.calls()[..] else { panic!("one call, by somebody") };
    assert_eq!(identity.region(), Some("eu-west-1"));
}

#[tokio::test]
async fn an_unknown_key_is_an_unknown_token() {
    let request = Signer { access_key: "AKIDOTHER".to_owned(), ..alice() }.sign(unsigned("RemoveBook", "{}"));
    assert_refused(&respond(request).await, "UnrecognizedClientException", UNRECOGNIZED);
}

#[tokio::test]
async fn keys_come_and_go_while_a_server_runs() {
    let known = credentials();
    let (_, server) = guarded(known.clone());
    assert_eq!(server.respond(signed()).await.status(), 200);
    let alice = known.remove("AKIDEXAMPLE").unwrap();
    assert_refused(&server.respond(signed()).await, "UnrecognizedClientException", UNRECOGNIZED);
    assert_eq!(known.insert("AKIDEXAMPLE", alice), None);
    assert_eq!(server.respond(signed()).await.status(), 200);
}

#[tokio::test]
async fn a_wrong_secret_makes_a_wrong_signature() {
    let request = Signer { secret: "Secret".to_owned(), ..alice() }.sign(unsigned("RemoveBook", "{}"));
    assert_refused(&respond(request).await, "InvalidSignatureException", MISMATCH);
}

/// However they are signed: a request with a header named a thousand times would make a text a thousand times as long.
#[test]
fn signed_headers_are_sorted_and_named_once() {
    let request = signed();
    for (names, is_good) in [
        ("content-type;host;x-amz-date", true),
        ("host", true),
        ("host;content-type", false),
        ("host;host", false),
        ("content-type;host;host;x-amz-date", false),
        (";host", false),
    ] {
        let (method, headers, body) = (request.method(), request.headers(), request.body());
        let signed = Signed { method, path: "/", query: "", headers, authority: None, names, body };
        assert_eq!(signed.canonical_request().is_some(), is_good, "{names}");
    }
}

#[tokio::test]
async fn a_signed_header_must_be_there() {
    let mut request = alice().sign(with(unsigned("RemoveBook", "{}"), "x-amz-empty", ""));
    request.headers_mut().remove("x-amz-empty");
    assert_refused(&respond(request).await, "InvalidSignatureException", MISMATCH);
}

/// What may be said of a body instead of its hash is no use where the body says what to do.
#[tokio::test]
async fn the_body_is_always_signed() {
    let text = r#"{"Isbn":"1"}"#;
    let hash = sha256(text.as_bytes());
    for (claimed, is_good) in [
        (hash.as_str(), true),
        (&hash.to_uppercase(), false),
        (&sha256(b""), false),
        ("UNSIGNED-PAYLOAD", false),
        ("STREAMING-UNSIGNED-PAYLOAD-TRAILER", false),
        ("", false),
    ] {
        let request = alice().sign(with(unsigned("RemoveBook", text), "x-amz-content-sha256", claimed));
        let response = respond(request).await;
        if is_good {
            assert_eq!(response.status(), 200, "{}", body(&response));
        } else {
            assert_refused(&response, "InvalidSignatureException", MISMATCH);
        }
    }
}

/// In HTTP/2 there is no `Host`, but an authority beside the path.
#[tokio::test]
async fn the_host_may_be_the_authority() {
    for (authority, is_good) in [("books.example", true), ("books.example:443", false), ("other.example", false)] {
        let mut request = signed();
        request.headers_mut().remove("host");
        *request.uri_mut() = format!("https://{authority}/").parse().unwrap();
        let response = respond(request).await;
        if is_good {
            assert_eq!(response.status(), 200, "{}", body(&response));
        } else {
            assert_refused(&response, "InvalidSignatureException", MISMATCH);
        }
    }
}
