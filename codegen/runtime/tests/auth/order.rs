//! What of several things wrong is told first, and what needs no signature.

use codegen_runtime::{Context, Server};

use crate::bookshop::{FIND_BOOK, server};
use crate::{Shop, alice, assert_refused, body, credentials, guarded, signed, unsigned, with};

const MISSING: (&str, &str) = ("MissingAuthenticationTokenException", "Missing Authentication Token");

#[tokio::test]
async fn a_body_that_is_not_json_comes_before_who_sent_it() {
    let (shop, server) = guarded(credentials());
    for text in ["not json", r#"{"Isbn":"1","#, " ", "{} x", "null"] {
        let response = server.respond(unsigned("RemoveBook", text)).await;
        assert_eq!((response.status().as_u16(), body(&response)), (400, r#"{"__type":"SerializationException"}"#));
    }
    assert_eq!(shop.calls(), []);
}

#[tokio::test]
async fn who_sent_it_comes_before_all_that_can_be_wrong_with_json() {
    let (shop, server) = guarded(credentials());
    for text in ["", "[]", r#"{"Isbn":{}}"#, r#"{"Isbn":"x"}"#, "{}"] {
        assert_refused(&server.respond(unsigned("FindBook", text)).await, MISSING.0, MISSING.1);
        let response = server.respond(alice().sign(unsigned("FindBook", text))).await;
        assert_eq!(response.status(), 400);
        assert!(!body(&response).contains("MissingAuthenticationToken"), "{text} is refused for what it is");
    }
    assert_eq!(shop.calls(), []);
}

#[tokio::test]
async fn an_unknown_operation_comes_before_who_sent_it() {
    let (_, server) = guarded(credentials());
    let response = server.respond(unsigned("BurnBook", "{}")).await;
    assert_eq!((response.status().as_u16(), body(&response)), (400, r#"{"__type":"UnknownOperationException"}"#));
}

/// The first thing wrong is told, by the order that was seen at `DynamoDB`.
#[tokio::test]
async fn the_first_thing_wrong_is_told() {
    let mut request = signed();
    // everything is wrong, and one after the other is put right
    let good = crate::authorization(&request);
    let bad = good
        .replace("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA1")
        .replace("AKIDEXAMPLE", "AKIDOTHER/")
        .replace("us-east-1", "nowhere")
        .replace("host;", "");
    let signature = bad.rsplit_once('=').unwrap().1.to_owned();
    let mut bad = bad.replace(&signature, &"0".repeat(64));
    request = with(request, "x-amz-date", "yesterday");
    let steps: [(&str, &str, &str); 6] = [
        ("Date must be in ISO-8601", "", ""),
        ("'Host' or ':authority' must be", "SignedHeaders=content-type;", "SignedHeaders=content-type;host;"),
        ("Unsupported AWS 'algorithm'", "AWS4-HMAC-SHA1", "AWS4-HMAC-SHA256"),
        ("Credential must have exactly 5", "AKIDOTHER/", "AKIDOTHER"),
        ("Credential should be scoped to a valid region", "nowhere", "us-east-1"),
        ("The security token included in the request is invalid", "AKIDOTHER", "AKIDEXAMPLE"),
    ];
    for (message, from, to) in steps {
        let again = with(request.clone(), "authorization", &bad);
        let (_, server) = guarded(credentials());
        let response = server.respond(again).await;
        assert!(body(&response).contains(message), "not {message}, but {}", body(&response));
        bad = bad.replace(from, to);
        if from.is_empty() {
            request = with(request, "x-amz-date", "20150830T123600Z");
        }
    }
    let again = with(request, "authorization", &bad);
    assert_refused(&crate::respond(again).await, "InvalidSignatureException", crate::MISMATCH);
}

#[tokio::test]
async fn an_open_operation_is_open_to_everybody() {
    let (shop, server) = guarded(credentials());
    for request in [
        unsigned("CountBooks", "{}"),
        alice().sign(unsigned("CountBooks", "{}")),
        with(unsigned("CountBooks", "{}"), "authorization", "AWS4-HMAC-SHA256 nonsense"),
    ] {
        assert_eq!(server.respond(request).await.status(), 200);
        assert_eq!(shop.calls(), [("CountBooks", None)]);
    }
}

#[tokio::test]
async fn a_call_by_name_is_no_way_around() {
    let (shop, server) = guarded(credentials());
    assert_refused(&server.dispatch("RemoveBook", b"{}").await, MISSING.0, MISSING.1);
    assert_eq!(shop.calls(), []);
    assert_eq!(server.dispatch("CountBooks", b"{}").await.status(), 200);
    assert_eq!(shop.calls(), [("CountBooks", None)]);
}

#[tokio::test]
async fn without_a_guard_nobody_is_asked() {
    let shop = Shop::default();
    let server: Server<_> = server(shop.clone());
    for request in [unsigned("RemoveBook", "{}"), signed(), with(signed(), "authorization", "AWS4-nonsense")] {
        assert_eq!(server.respond(request).await.status(), 200);
        assert_eq!(shop.calls(), [("RemoveBook", None)]);
    }
}

#[test]
fn a_context_can_have_an_identity_for_tests_of_handlers() {
    let identity = codegen_runtime::auth::Identity::new("AKIDEXAMPLE").with_principal(crate::ALICE);
    assert_eq!(Context::new(&FIND_BOOK).identity(), None);
    assert_eq!(Context::new(&FIND_BOOK).with_identity(identity.clone()).identity(), Some(&identity));
}
