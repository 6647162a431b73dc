//! Every operation behind a guard: the signed ones are for those only who sign, the others for everybody.

#![cfg(feature = "mock")]

#[path = "auth/signer.rs"]
mod signer;

use std::collections::BTreeMap;
use std::time::Duration;

use bytes::Bytes;
use cognito_idp::mock::mock;
use cognito_idp::runtime::auth::Guard;
use cognito_idp::runtime::auth::sigv4::{Credential, InMemory, SigV4};
use cognito_idp::runtime::mock::{Mock, Options, least, run};
use cognito_idp::runtime::schema::{Auth, Operation};
use cognito_idp::runtime::service::Dispatch;
use cognito_idp::runtime::{Document, Encode, Timestamp};
use cognito_idp::schema::SERVICE;
use cognito_idp::{Cors, Server, StatusCodes, server};
use http::{Request, Response};
use signer::Signer;

/// 2015-08-30T12:36:00Z, when it always is in these tests.
const NOW: Timestamp = Timestamp::from_seconds(1_440_938_160);

/// A server of a mock, for Alice alone. The mock remembers what reaches it.
fn guarded() -> (Mock, Server<impl Dispatch>) {
    let known = InMemory::default();
    known.insert("AKIDEXAMPLE", Credential::new("secret"));
    let mock = mock().remember(10_000);
    (mock.clone(), server(mock).guard(Guard::new(SigV4::new(known).region("us-east-1").clock(|| NOW))))
}

fn alice() -> Signer {
    Signer {
        access_key: "AKIDEXAMPLE".to_owned(),
        secret: "secret".to_owned(),
        token: None,
        region: "us-east-1".to_owned(),
        service: "cognito-idp".to_owned(),
        time: "20150830T123600Z".to_owned(),
    }
}

/// A good request without a signature.
fn unsigned(operation: &Operation) -> Request<Bytes> {
    let input = operation.input.and_then(least).unwrap_or(Document::Object(Vec::new()));
    let mut request = Request::new(Bytes::from(input.to_body()));
    *request.method_mut() = http::Method::POST;
    for (name, value) in [
        ("host", "cognito-idp.us-east-1.amazonaws.com"),
        ("content-type", "application/x-amz-json-1.1"),
        ("x-amz-target", &target(operation)),
    ] {
        set(&mut request, name, value);
    }
    request
}

fn target(operation: &Operation) -> String {
    format!("{}.{}", SERVICE.target_prefix, operation.name)
}

fn set(request: &mut Request<Bytes>, name: &str, value: &str) {
    let name: http::HeaderName = name.parse().expect("the name is one of a header");
    request.headers_mut().insert(name, value.parse().expect("the value is one of a header"));
}

fn signed_operations() -> impl Iterator<Item = &'static Operation> {
    SERVICE.operations.iter().copied().filter(|operation| operation.auth == Auth::SigV4)
}

/// The name and message of the error that a response is.
fn error(response: &Response<Bytes>) -> (String, String) {
    let text = String::from_utf8_lossy(response.body());
    assert_eq!(response.status(), 400, "{text}");
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (name, message) = (header("x-amzn-errortype").trim_end_matches(':'), header("x-amzn-errormessage"));
    assert_eq!(text, format!(r#"{{"__type":"{name}","message":"{message}"}}"#));
    (name.to_owned(), message.to_owned())
}

const MISMATCH: &str = "The request signature we calculated does not match the signature you provided. Check your AWS \
    Secret Access Key and signing method. Consult the service documentation for details.";

#[test]
fn the_description_marks_107_operations_as_signed() {
    assert_eq!((signed_operations().count(), SERVICE.operations.len()), (107, 141));
}

#[tokio::test]
async fn every_operation_can_be_called_with_a_good_signature() {
    let (mock, server) = guarded();
    for operation in SERVICE.operations {
        for request in [alice().sign(unsigned(operation)), alice().presign(unsigned(operation), Some("900"))] {
            let response = server.respond(request).await;
            let text = String::from_utf8_lossy(response.body());
            assert_eq!(response.status(), 200, "{}: {text}", operation.name);
        }
    }
    let mut reached = BTreeMap::new();
    for request in mock.requests() {
        *reached.entry(request.operation).or_insert(0) += 1;
    }
    let twice = SERVICE.operations.iter().map(|operation| (operation.name, 2)).collect();
    assert_eq!(reached, twice, "every operation is reached, each time");
}

#[tokio::test]
async fn no_signed_operation_is_reached_without_a_good_signature() {
    let (mock, server) = guarded();
    let (missing, unrecognized) =
        ("Missing Authentication Token", "The security token included in the request is invalid.");
    for operation in signed_operations() {
        let elsewhere = "Credential should be scoped to a valid region. ";
        let otherwise = "Credential should be scoped to correct service: 'cognito-idp'. ";
        let old =
            "Signature expired: 20150830T122959Z is now earlier than 20150830T123100Z (20150830T123600Z - 5 min.)";
        for (signer, name, message) in [
            (None, "MissingAuthenticationTokenException", missing),
            (Some(Signer { secret: "other".into(), ..alice() }), "InvalidSignatureException", MISMATCH),
            (Some(Signer { access_key: "other".into(), ..alice() }), "UnrecognizedClientException", unrecognized),
            (Some(Signer { token: Some("other".into()), ..alice() }), "UnrecognizedClientException", unrecognized),
            (Some(Signer { region: "eu-west-1".into(), ..alice() }), "InvalidSignatureException", elsewhere),
            (Some(Signer { service: "iam".into(), ..alice() }), "InvalidSignatureException", otherwise),
            (Some(Signer { time: "20150830T122959Z".into(), ..alice() }), "InvalidSignatureException", old),
        ] {
            let request = unsigned(operation);
            let request = signer.map_or_else(|| request.clone(), |signer| signer.sign(request.clone()));
            let (found, told) = error(&server.respond(request).await);
            assert_eq!((found.as_str(), told.as_str()), (name, message), "{}", operation.name);
        }
        let (found, _) = error(&server.dispatch(operation.name, unsigned(operation).body()).await);
        assert_eq!(found, "MissingAuthenticationTokenException", "{} by name", operation.name);
    }
    assert_eq!(mock.requests().len(), 0);
}

#[tokio::test]
async fn every_other_operation_needs_no_signature() {
    let (mock, server) = guarded();
    let open = || SERVICE.operations.iter().filter(|operation| operation.auth == Auth::None);
    for operation in open() {
        let mut nonsense = unsigned(operation);
        set(&mut nonsense, "authorization", "AWS4-HMAC-SHA256 nonsense");
        for request in
            [unsigned(operation), nonsense, Signer { secret: "other".into(), ..alice() }.sign(unsigned(operation))]
        {
            assert_eq!(server.respond(request).await.status(), 200, "{}", operation.name);
        }
    }
    assert_eq!((open().count(), mock.requests().len()), (34, 3 * 34));
}

#[tokio::test]
async fn a_signature_is_good_for_its_own_request_only() {
    let (mock, server) = guarded();
    let next = signed_operations().skip(1).chain(signed_operations());
    for (operation, next) in signed_operations().zip(next) {
        let good = || alice().sign(unsigned(operation));
        let mut tampered = Vec::new();
        for (name, value) in [
            ("x-amz-target", target(next).as_str()),
            ("host", "cognito-idp.us-east-1.amazonaws.com:443"),
            ("content-type", "application/x-amz-json-1.1; charset=utf-8"),
            ("x-amz-date", "20150830T123601Z"),
        ] {
            let mut request = good();
            set(&mut request, name, value);
            tampered.push(request);
        }
        let mut queried = good();
        *queried.uri_mut() = http::Uri::from_static("/?a");
        let mut filled = good();
        *filled.body_mut() = Bytes::from([good().body(), &b" "[..]].concat());
        tampered.extend([queried, filled]);
        let authorization = good().headers()["authorization"].to_str().unwrap_or_default().to_owned();
        let signature = authorization.len() - 64;
        for place in signature..authorization.len() {
            let mut other = authorization.clone().into_bytes();
            other[place] ^= 1;
            let mut request = good();
            set(&mut request, "authorization", &String::from_utf8_lossy(&other));
            tampered.push(request);
        }
        assert_eq!(tampered.len(), 6 + 64);
        for request in tampered {
            let told = error(&server.respond(request).await);
            assert_eq!(told, ("InvalidSignatureException".to_owned(), MISMATCH.to_owned()), "{}", operation.name);
        }
    }
    assert_eq!(mock.requests().len(), 0);
}

/// A key that cannot be read stops the mock at once, and is not shown: it may hold a secret.
#[tokio::test]
async fn the_mock_is_served_with_keys_that_can_be_read_only() {
    for bad in ["AKIDEXAMPLE", "AKIDEXAMPLE:", ":hush", "a:hush:", "a:hush:b:c", ""] {
        let options = Options {
            listen: ([127, 0, 0, 1], 0).into(),
            statuses: StatusCodes::Wire,
            latency: Duration::ZERO,
            fail: Vec::new(),
            cors: Cors::Wire,
            credentials: vec!["AKIDEXAMPLE:secret".to_owned(), bad.to_owned()],
        };
        // one that is served is so until the process is asked to end
        let served = tokio::time::timeout(Duration::from_secs(60), run(options, server)).await;
        let told = served.map(|ended| ended.map_err(|error| error.to_string()));
        let form = "ACCESS_KEY:SECRET or ACCESS_KEY:SECRET:SESSION_TOKEN";
        assert_eq!(told, Ok(Err(format!("number 2 of the credentials is not {form}"))), "{bad}");
    }
}
