//! Requests of callers who can prove who they are, and of those who cannot: answers, exactly, and who is let in.

#![cfg(feature = "sigv4")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "protocol/bookshop.rs"]
mod bookshop;
#[path = "protocol/messages.rs"]
mod messages;
#[path = "auth/order.rs"]
mod order;
#[path = "auth/policy.rs"]
mod policy;
#[path = "auth/presigned.rs"]
mod presigned;
#[path = "auth/refused.rs"]
mod refused;
#[path = "auth/session.rs"]
mod session;
// over there, since that crate stands alone
#[path = "../../../generated/tests/auth/signer.rs"]
mod signer;
#[path = "auth/suite.rs"]
mod suite;
#[path = "auth/tampered.rs"]
mod tampered;
#[path = "auth/time.rs"]
mod time;

use std::sync::{Arc, Mutex};

use bookshop::{
    Bookshop, CountBooks, CountBooksOutput, FindBook, FindBookInput, FindBookOutput, Operations, RemoveBook,
    RemoveBookInput,
};
use bytes::Bytes;
use codegen_runtime::auth::sigv4::{Credential, Credentials, InMemory, SigV4};
use codegen_runtime::auth::{Guard, Identity};
use codegen_runtime::{Context, Outcome, Server, Timestamp};
use http::{Request, Response};
use messages::{CONTENT_TYPE, headers};
use signer::Signer;

/// The name of an operation, and who called it.
type Called = (&'static str, Option<Identity>);

/// Writes down who calls which operation.
#[derive(Clone, Default)]
struct Shop {
    calls: Arc<Mutex<Vec<Called>>>,
}

impl Shop {
    fn write_down(&self, context: &Context) {
        self.calls.lock().unwrap().push((context.operation().name, context.identity().cloned()));
    }

    /// Who called which operation since the last time this was asked.
    fn calls(&self) -> Vec<Called> {
        std::mem::take(&mut self.calls.lock().unwrap())
    }
}

impl Bookshop for Shop {
    async fn find_book(&self, context: &Context, _: FindBookInput) -> Outcome<FindBook> {
        self.write_down(context);
        Ok(FindBookOutput { title: None })
    }

    async fn remove_book(&self, context: &Context, _: RemoveBookInput) -> Outcome<RemoveBook> {
        self.write_down(context);
        Ok(())
    }

    async fn count_books(&self, context: &Context) -> Outcome<CountBooks> {
        self.write_down(context);
        Ok(CountBooksOutput { count: 1 })
    }
}

const ALICE: &str = "arn:aws:iam::123456789012:user/alice";

/// 2015-08-30T12:36:00Z, when it always is in these tests.
const NOW: Timestamp = Timestamp::from_seconds(1_440_938_160);

fn credentials() -> InMemory {
    let known = InMemory::default();
    known.insert("AKIDEXAMPLE", Credential::new("secret").principal(ALICE));
    known
}

fn verifier(credentials: impl Credentials) -> SigV4<impl Credentials> {
    SigV4::new(credentials).region("us-east-1").clock(|| NOW)
}

/// A shop whose signed operations are for those only who sign with these credentials.
fn guarded(credentials: impl Credentials) -> (Shop, Server<Operations<Shop>>) {
    let shop = Shop::default();
    (shop.clone(), bookshop::server(shop).guard(Guard::new(verifier(credentials))))
}

/// Alice, who has the key that all know.
fn alice() -> Signer {
    Signer {
        access_key: "AKIDEXAMPLE".to_owned(),
        secret: "secret".to_owned(),
        token: None,
        region: "us-east-1".to_owned(),
        service: "bookshop".to_owned(),
        time: "20150830T123600Z".to_owned(),
    }
}

/// A request without a signature.
fn unsigned(operation: &str, body: &str) -> Request<Bytes> {
    let mut request = messages::request(operation, body);
    request.headers_mut().insert("host", "books.example".parse().unwrap());
    request
}

/// A good request that Alice signed.
fn signed() -> Request<Bytes> {
    alice().sign(unsigned("RemoveBook", r#"{"Isbn":"1"}"#))
}

/// Sets a header of a request after it was signed.
fn with(mut request: Request<Bytes>, name: &'static str, value: &str) -> Request<Bytes> {
    request.headers_mut().insert(name, value.parse().unwrap());
    request
}

/// The value of the `Authorization` header.
fn authorization(request: &Request<Bytes>) -> String {
    request.headers()["authorization"].to_str().unwrap().to_owned()
}

/// The same request with another `Authorization` header.
fn reworded(request: Request<Bytes>, from: &str, to: &str) -> Request<Bytes> {
    let old = authorization(&request);
    assert!(old.contains(from), "{from} is not in {old}");
    with(request, "authorization", &old.replacen(from, to, 1))
}

/// Sends a request to a shop that Alice may enter.
async fn respond(request: Request<Bytes>) -> Response<Bytes> {
    let (shop, server) = guarded(credentials());
    let response = server.respond(request).await;
    assert_eq!(shop.calls().len(), usize::from(response.status() == 200), "whoever is refused reaches no handler");
    response
}

fn body(response: &Response<Bytes>) -> &str {
    std::str::from_utf8(response.body()).unwrap()
}

#[track_caller]
fn assert_error(response: &Response<Bytes>, status: u16, name: &str, member: &str, message: &str) {
    let text = format!(r#"{{"__type":"{name}","{member}":"{message}"}}"#);
    assert_eq!((response.status().as_u16(), body(response)), (status, text.as_str()));
    let error_type = format!("{name}:");
    let expected =
        [("content-type", CONTENT_TYPE), ("x-amzn-errormessage", message), ("x-amzn-errortype", &error_type)];
    assert_eq!(headers(response), expected);
}

/// Checks a whole response of a refusal: status, headers and body.
#[track_caller]
fn assert_refused(response: &Response<Bytes>, name: &str, message: &str) {
    assert_error(response, 400, name, "message", message);
}

const MISMATCH: &str = "The request signature we calculated does not match the signature you provided. Check your AWS \
    Secret Access Key and signing method. Consult the service documentation for details.";
const UNRECOGNIZED: &str = "The security token included in the request is invalid.";
