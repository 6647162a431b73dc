//! Clocks that are apart: what is still taken, and what is too old or too new.

use codegen_runtime::Timestamp;
use codegen_runtime::auth::Guard;
use codegen_runtime::auth::sigv4::SigV4;
use http::Response;

use crate::bookshop::server;
use crate::signer::Signer;
use crate::{NOW, Shop, alice, assert_refused, credentials, signed, unsigned, with};

/// The answer to a request that was signed in the middle of that day, at a clock that is so many seconds ahead.
async fn ahead(seconds: i64) -> Response<bytes::Bytes> {
    let clock = move || Timestamp::from_seconds(NOW.seconds() + seconds);
    server(Shop::default()).guard(Guard::new(SigV4::new(credentials()).clock(clock))).respond(signed()).await
}

#[tokio::test]
async fn five_minutes_either_way_are_no_matter() {
    for seconds in [0, 1, 299, 300, -1, -299, -300] {
        assert_eq!(ahead(seconds).await.status(), 200, "{seconds}");
    }
}

#[tokio::test]
async fn a_second_more_is_too_old() {
    let message =
        "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z (20150830T124101Z - 5 min.)";
    assert_refused(&ahead(301).await, "InvalidSignatureException", message);
    let message =
        "Signature expired: 20150830T123600Z is now earlier than 20160830T123100Z (20160830T123600Z - 5 min.)";
    assert_refused(&ahead(366 * 86_400).await, "InvalidSignatureException", message);
}

#[tokio::test]
async fn a_second_less_is_too_new() {
    let message =
        "Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z (20150830T123059Z + 5 min.)";
    assert_refused(&ahead(-301).await, "InvalidSignatureException", message);
}

#[tokio::test]
async fn parts_of_a_second_do_not_count() {
    let clock = || Timestamp::from_millis((NOW.seconds() + 300) * 1000 + 999);
    let server = server(Shop::default()).guard(Guard::new(SigV4::new(credentials()).clock(clock)));
    assert_eq!(server.respond(signed()).await.status(), 200);
}

/// Time is told before the signature is made: who is asked again by a client with a corrected clock need not have
/// been right before.
#[tokio::test]
async fn time_comes_before_the_signature() {
    let request = Signer { time: "20150830T123059Z".to_owned(), secret: "other".to_owned(), ..alice() }
        .sign(unsigned("RemoveBook", "{}"));
    let message =
        "Signature expired: 20150830T123059Z is now earlier than 20150830T123100Z (20150830T123600Z - 5 min.)";
    assert_refused(&crate::respond(request).await, "InvalidSignatureException", message);
}

#[tokio::test]
async fn without_a_date_of_its_own_a_request_has_that_of_http() {
    for date in ["Sun, 30 Aug 2015 12:36:00 GMT", "20150830T123600Z"] {
        let request = alice().sign(with(unsigned("RemoveBook", "{}"), "date", date));
        assert_eq!(request.headers().get("x-amz-date"), None);
        assert_eq!(crate::respond(request).await.status(), 200, "{date}");
    }
    let request = alice().sign(with(unsigned("RemoveBook", "{}"), "date", "Sun, 30 Aug 2015 12:30:59 GMT"));
    let message =
        "Signature expired: 20150830T123059Z is now earlier than 20150830T123100Z (20150830T123600Z - 5 min.)";
    assert_refused(&crate::respond(request).await, "InvalidSignatureException", message);
}
