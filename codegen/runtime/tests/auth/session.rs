//! Temporary keys: good together with their session token, and until their time is up.

use codegen_runtime::Timestamp;
use codegen_runtime::auth::sigv4::{Credential, InMemory};
use http::Response;

use crate::signer::Signer;
use crate::{MISMATCH, NOW, UNRECOGNIZED, alice, assert_refused, guarded, unsigned, with};

const TOKEN: &str = "AQoDYXdzEPT//wEXAMPLE+token==";

fn temporary(token: Option<&str>) -> Signer {
    Signer { token: token.map(str::to_owned), ..alice() }
}

async fn respond(credential: Credential, signer: &Signer) -> Response<bytes::Bytes> {
    let known = InMemory::default();
    known.insert("AKIDEXAMPLE", credential);
    guarded(known).1.respond(signer.sign(unsigned("RemoveBook", "{}"))).await
}

#[tokio::test]
async fn a_session_token_belongs_to_its_key() {
    let session = || Credential::new("secret").session(TOKEN);
    assert_eq!(respond(session(), &temporary(Some(TOKEN))).await.status(), 200);
    for wrong in [None, Some("AQoDYXdzEPT//wEXAMPLE+token="), Some("other"), Some("")] {
        assert_refused(&respond(session(), &temporary(wrong)).await, "UnrecognizedClientException", UNRECOGNIZED);
    }
    let lasting = respond(Credential::new("secret"), &temporary(Some(TOKEN))).await;
    assert_refused(&lasting, "UnrecognizedClientException", UNRECOGNIZED);
}

#[tokio::test]
async fn a_session_ends_when_its_time_is_up() {
    let until = |seconds| Timestamp::from_seconds(NOW.seconds() + seconds);
    for (seconds, lasts) in [(3600, true), (1, true), (0, false), (-1, false), (-3600, false)] {
        let session = Credential::new("secret").session_until(TOKEN, until(seconds));
        let response = respond(session, &temporary(Some(TOKEN))).await;
        if lasts {
            assert_eq!(response.status(), 200, "{seconds}");
        } else {
            let message = "The security token included in the request is expired";
            assert_refused(&response, "ExpiredTokenException", message);
        }
    }
}

#[tokio::test]
async fn only_who_signs_right_is_told_that_a_session_is_over() {
    let over = || Credential::new("secret").session_until(TOKEN, NOW);
    let wrong = Signer { secret: "other".to_owned(), ..temporary(Some(TOKEN)) };
    assert_refused(&respond(over(), &wrong).await, "InvalidSignatureException", MISMATCH);
    let other_token = temporary(Some("other"));
    assert_refused(&respond(over(), &other_token).await, "UnrecognizedClientException", UNRECOGNIZED);
}

/// As the second of the two cases in the suite's `post-sts-token`.
#[tokio::test]
async fn a_token_need_not_be_signed() {
    let known = InMemory::default();
    known.insert("AKIDEXAMPLE", Credential::new("secret").session(TOKEN));
    let (_, server) = guarded(known);
    let request = || temporary(None).sign(unsigned("RemoveBook", "{}"));
    assert_eq!(server.respond(with(request(), "x-amz-security-token", TOKEN)).await.status(), 200);
    let response = server.respond(with(request(), "x-amz-security-token", "other")).await;
    assert_refused(&response, "UnrecognizedClientException", UNRECOGNIZED);
}

#[test]
fn secrets_are_not_printed() {
    let credential = Credential::new("hush").session("whisper").principal("arn:aws:iam::123456789012:user/alice");
    let known = InMemory::default();
    known.insert("AKIDEXAMPLE", credential.clone());
    for text in [format!("{credential:?}"), format!("{known:?}")] {
        assert!(text.contains("user/alice"), "{text}");
        assert!(!text.contains("hush") && !text.contains("whisper"), "{text}");
    }
}
