//! The mock, asked for every operation without a network: good requests, refused ones, and told to fail.

#![cfg(feature = "mock")]

use std::time::{Duration, Instant};

use bytes::Bytes;

use cognito_idp::mock::mock;
use cognito_idp::runtime::mock::{Control, Mock, least, sample};
use cognito_idp::runtime::schema::{self, Kind, Shape};
use cognito_idp::runtime::service::Dispatch;
use cognito_idp::runtime::validate::{Explanation, explain};
use cognito_idp::runtime::{Document, Encode};
use cognito_idp::schema::SERVICE;
use cognito_idp::{Server, StatusCodes, server};
use http::{Method, Request};
use http_body_util::{BodyExt, Full};
use tower_service::Service;

/// A response: its status, the error's name if it is one, and its body.
struct Answer {
    status: u16,
    error: Option<String>,
    body: Vec<u8>,
}

async fn ask<D: Dispatch>(server: &Server<D>, operation: &str, body: &[u8]) -> Answer {
    let response = server.dispatch(operation, body).await;
    let error = response.headers().get("x-amzn-errortype").and_then(|name| name.to_str().ok());
    Answer {
        status: response.status().as_u16(),
        error: error.map(|name| name.trim_end_matches(':').to_owned()),
        body: response.into_body().to_vec(),
    }
}

fn parse(json: &[u8]) -> Document {
    let document = Document::parse(json, usize::MAX);
    document.unwrap_or_default()
}

/// A request of an operation, as `make` makes values; the empty one where it takes nothing.
fn request(operation: &schema::Operation, make: fn(&'static Shape) -> Option<Document>) -> Document {
    let made = operation.input.map(|shape| make(shape).unwrap_or_default());
    made.unwrap_or(Document::Object(Vec::new()))
}

/// The paths of members that are not set, but for those through which a shape contains itself.
fn unset(value: &Document, shape: &'static Shape, path: &str, open: &mut Vec<&'static str>, found: &mut Vec<String>) {
    let leads_back = |shape: &'static Shape, open: &[&str]| open.contains(&innermost(shape).name);
    open.push(shape.name);
    match (&shape.kind, value) {
        (Kind::Structure(structure), _) => {
            for member in structure.members {
                let path = format!("{path}.{}", member.name);
                match value.get(member.name) {
                    Some(value) => unset(value, member.shape, &path, open, found),
                    None if leads_back(member.shape, open) => {}
                    None => found.push(path),
                }
            }
        }
        (Kind::Union(members), _) => {
            let set = members.iter().find_map(|member| Some((member, value.get(member.name)?)));
            match set {
                Some((member, value)) => unset(value, member.shape, &format!("{path}.{}", member.name), open, found),
                None => found.push(path.to_owned()),
            }
        }
        (Kind::List(item), Document::Array(items)) => match items.first() {
            Some(value) => unset(value, item, &format!("{path}[0]"), open, found),
            None => found.push(format!("{path}[0]")),
        },
        (Kind::Map { value: shape, .. }, Document::Object(entries)) => match entries.first() {
            Some((key, value)) => unset(value, shape, &format!("{path}[{key}]"), open, found),
            None => found.push(format!("{path}[]")),
        },
        _ => {}
    }
    open.pop();
}

/// The shape of a list's items or a map's values, however deep.
fn innermost(shape: &'static Shape) -> &'static Shape {
    match &shape.kind {
        Kind::List(item) => innermost(item),
        Kind::Map { value, .. } => innermost(value),
        _ => shape,
    }
}

/// Sends a request to every operation, and judges the answers and what the mock remembers.
async fn every_operation_answers(make: fn(&'static Shape) -> Option<Document>) {
    let mock = mock();
    let server = server(mock.clone());
    let mut wrong = Vec::new();
    let mut requests = Vec::new();
    for operation in SERVICE.operations {
        let request = request(operation, make);
        let Answer { status, body, .. } = ask(&server, operation.name, &request.to_body()).await;
        let text = String::from_utf8_lossy(&body);
        if status != 200 {
            wrong.push(format!("{}: {status} {text}", operation.name));
        }
        match operation.output {
            Some(shape) => {
                if !matches!(explain(&body, shape, 128), Explanation::Acceptable) {
                    wrong.push(format!("{}: {text}: {:?}", operation.name, explain(&body, shape, 128)));
                }
                unset(&parse(&body), shape, operation.name, &mut Vec::new(), &mut wrong);
            }
            None if body.is_empty() => {}
            None => wrong.push(format!("{}: {text}", operation.name)),
        }
        requests.push((operation.name, request));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let received: Vec<_> = mock.requests().into_iter().map(|received| (received.operation, received.input)).collect();
    assert_eq!(received, requests);
    println!("{} operations answered", requests.len());
}

#[tokio::test]
async fn every_operation_answers_its_least_request_with_all_members_set() {
    every_operation_answers(least).await;
}

#[tokio::test]
async fn every_operation_answers_a_request_with_all_members_set() {
    every_operation_answers(sample).await;
}

#[tokio::test]
async fn an_empty_request_is_refused_where_members_are_required() {
    let mock = mock();
    let server = server(mock.clone());
    let (mut refused, mut answered) = (0, 0);
    for operation in SERVICE.operations {
        let members = operation.input.map(|shape| &shape.kind);
        let is_required = matches!(members, Some(Kind::Structure(structure)) if structure.members.iter().any(|member| member.required));
        let Answer { status, error, body } = ask(&server, operation.name, b"{}").await;
        let text = String::from_utf8_lossy(&body);
        if is_required {
            refused += 1;
            assert_eq!((status, error.as_deref()), (400, Some(SERVICE.validation.error)), "{} {text}", operation.name);
            assert!(text.contains("failed to satisfy constraint: Member must not be null"), "{text}");
        } else {
            answered += 1;
            assert_eq!(status, 200, "{} {text}", operation.name);
        }
    }
    assert_eq!(mock.requests().len(), answered, "what is refused is not received");
    println!("{refused} operations refused an empty request, {answered} answered");
}

#[tokio::test]
async fn every_declared_error_can_be_told_to_happen_with_either_status() -> Result<(), Box<dyn std::error::Error>> {
    let mut declared = 0;
    for operation in SERVICE.operations {
        let request = request(operation, least).to_body();
        for error in operation.errors {
            let failing = || mock().fail(operation.name, error.name);
            let documented = server(failing()?).statuses(StatusCodes::Documented);
            let name = Some(error.name);
            let wire = ask(&server(failing()?), operation.name, &request).await;
            assert_eq!((wire.status, wire.error.as_deref()), (error.status, name));
            let documented = ask(&documented, operation.name, &request).await;
            let status = operation.documented_status(error.name).unwrap_or(error.status);
            assert_eq!((documented.status, documented.error.as_deref()), (status, name));
            declared += 1;
        }
    }
    println!("{declared} declared errors of {} operations", SERVICE.operations.len());
    Ok(())
}

#[tokio::test]
async fn an_error_says_that_it_was_asked_for() -> Result<(), Box<dyn std::error::Error>> {
    let mock = mock().fail("SignUp", "UsernameExistsException")?;
    let sign_up = cognito_idp::Operation::SignUp.schema();
    let body = ask(&server(mock.clone()), sign_up.name, &request(sign_up, least).to_body()).await.body;
    let message = "This mock was told to fail with UsernameExistsException.";
    assert_eq!(
        String::from_utf8_lossy(&body),
        format!(r#"{{"__type":"UsernameExistsException","message":"{message}"}}"#)
    );
    assert_eq!(mock.requests().len(), 1, "a request that fails was received all the same");
    Ok(())
}

#[tokio::test]
async fn clones_share_what_fails() -> Result<(), Box<dyn std::error::Error>> {
    let mock = mock();
    let server = server(mock.clone());
    let error = async || ask(&server, "ListUserPools", br#"{"MaxResults":1}"#).await.error;
    assert_eq!(error().await, None);
    mock.failures().set("ListUserPools", "TooManyRequestsException")?;
    assert_eq!(error().await.as_deref(), Some("TooManyRequestsException"));
    mock.failures().set("ListUserPools", "AliasExistsException")?;
    assert_eq!(
        error().await.as_deref(),
        Some("AliasExistsException"),
        "an error of others will do, and the last counts"
    );
    assert_eq!(mock.failures().names(), [("ListUserPools", "AliasExistsException")]);
    mock.failures().remove("ListUserPools")?;
    assert_eq!(error().await, None);
    Ok(())
}

/// Why a mock does not fail as told.
fn refused(mock: Result<Mock, impl std::fmt::Display>) -> String {
    mock.map_err(|error| error.to_string()).err().unwrap_or_default()
}

#[test]
fn an_error_that_the_api_does_not_have_is_refused_at_once() {
    let message = refused(mock().fail("GetSigningCertificate", "NoSuchException"));
    let told = "`NoSuchException` is no error of Amazon Cognito Identity Provider; GetSigningCertificate declares ";
    assert!(message.starts_with(told), "{message}");
    assert!(message.contains("ResourceNotFoundException"), "{message}");
    assert!(refused(mock().fail("Nothing", "InternalErrorException")).starts_with("`Nothing` is no operation of "));
    assert_eq!(refused(mock().fail("GetSigningCertificate", "ExpiredCodeException")), "", "an error of others will do");
}

#[tokio::test]
async fn an_answer_takes_as_long_as_told() {
    let server = server(mock().latency(Duration::from_millis(30)));
    let start = Instant::now();
    assert_eq!(ask(&server, "ListUserPools", br#"{"MaxResults":1}"#).await.status, 200);
    assert!(start.elapsed() >= Duration::from_millis(30));
}

#[tokio::test]
async fn the_last_requests_are_remembered_as_json() {
    let mock = mock().remember(2);
    let server = server(mock.clone());
    for number in ["1", "2", "3"] {
        let body = format!(r#"{{"MaxResults":{number},"Other":true}}"#);
        assert_eq!(ask(&server, "ListUserPools", body.as_bytes()).await.status, 200);
    }
    let Document::Array(requests) = parse(&mock.requests_json()) else { return assert_eq!(mock.requests_json(), b"") };
    let inputs: Vec<_> = requests.iter().filter_map(|request| request.get("input")?.get("MaxResults")).collect();
    assert_eq!(inputs, [&Document::from(2), &Document::from(3)]);
    for request in &requests {
        assert_eq!(request.get("operation"), Some(&Document::from("ListUserPools")));
        assert!(matches!(request.get("requestId"), Some(Document::String(id)) if id.len() == 36));
        assert!(matches!(request.get("time"), Some(Document::String(time)) if time.ends_with('Z')));
        assert_eq!(request.get("input").and_then(|input| input.get("Other")), None);
    }
    mock.forget();
    assert_eq!(mock.requests_json(), b"[]");
}

/// Sends a request for `ListUserPools`, or another one, to a mock on HTTP.
async fn send(
    control: &mut Control<impl Dispatch>,
    method: Method,
    path: &str,
    body: &'static str,
) -> Result<(u16, String), Box<dyn std::error::Error>> {
    let request = Request::builder().method(method).uri(path);
    let request = request
        .header("content-type", "application/x-amz-json-1.1")
        .header("x-amz-target", "AWSCognitoIdentityProviderService.ListUserPools")
        .body(Full::new(Bytes::from_static(body.as_bytes())))?;
    let response = control.call(request).await?;
    let status = response.status().as_u16();
    let body = response.into_body().collect().await?.to_bytes();
    Ok((status, String::from_utf8(body.to_vec())?))
}

#[tokio::test]
async fn what_was_received_can_be_asked_for_over_http() -> Result<(), Box<dyn std::error::Error>> {
    let mock = mock();
    let mut control = Control::new(mock.clone(), server(mock));
    assert_eq!(send(&mut control, Method::POST, "/", r#"{"MaxResults":7}"#).await?.0, 200);
    let (status, text) = send(&mut control, Method::GET, "/_mock/requests", "").await?;
    assert_eq!(status, 200);
    assert!(text.starts_with(r#"[{"operation":"ListUserPools","requestId":""#), "{text}");
    assert!(text.ends_with(r#""input":{"MaxResults":7}}]"#), "{text}");
    assert_eq!(send(&mut control, Method::DELETE, "/_mock/requests", "").await?.0, 204);
    assert_eq!(send(&mut control, Method::GET, "/_mock/requests", "").await?.1, "[]");
    let (status, _) = send(&mut control, Method::POST, "/_mock/requests", "{}").await?;
    assert_eq!(status, 404, "everything else is the API's");
    Ok(())
}

#[tokio::test]
async fn what_fails_can_be_changed_over_http() -> Result<(), Box<dyn std::error::Error>> {
    let mock = mock();
    let mut control = Control::new(mock.clone(), server(mock));
    let mut ask = async |method: Method, path: &str, body| send(&mut control, method, path, body).await;
    let input = r#"{"MaxResults":7}"#;
    let list = "/_mock/failures/ListUserPools";
    assert_eq!(ask(Method::PUT, list, "TooManyRequestsException\n").await?, (204, String::new()));
    assert_eq!(ask(Method::PUT, "/_mock/failures/SignUp", "UsernameExistsException").await?.0, 204);
    let both = r#"{"ListUserPools":"TooManyRequestsException","SignUp":"UsernameExistsException"}"#;
    assert_eq!(ask(Method::GET, "/_mock/failures", "").await?, (200, both.to_owned()));
    let (status, text) = ask(Method::POST, "/", input).await?;
    assert!(status == 400 && text.contains(r#""__type":"TooManyRequestsException""#), "{status} {text}");
    assert_eq!(ask(Method::DELETE, list, "").await?.0, 204);
    assert_eq!(ask(Method::DELETE, list, "").await?.0, 204, "what does not fail may be told not to");
    assert_eq!(ask(Method::POST, "/", input).await?.0, 200);
    assert_eq!(ask(Method::DELETE, "/_mock/failures", "").await?.0, 204);
    assert_eq!(ask(Method::GET, "/_mock/failures", "").await?.1, "{}");
    Ok(())
}

#[tokio::test]
async fn what_cannot_fail_is_told_over_http() -> Result<(), Box<dyn std::error::Error>> {
    let mock = mock();
    let mut control = Control::new(mock.clone(), server(mock.clone()));
    let mut ask = async |method: Method, path: &str, body| send(&mut control, method, path, body).await;
    let (status, text) = ask(Method::PUT, "/_mock/failures/signUp", "UsernameExistsException").await?;
    let hint = "`signUp` is no operation of Amazon Cognito Identity Provider; did you mean `SignUp`?";
    assert_eq!((status, text), (404, format!(r#"{{"message":"{hint}"}}"#)));
    assert_eq!(ask(Method::DELETE, "/_mock/failures/Nothing", "").await?.0, 404);
    let (status, text) = ask(Method::PUT, "/_mock/failures/SignUp", "NoSuchException").await?;
    assert!(status == 400 && text.contains("`NoSuchException` is no error of "), "{status} {text}");
    let long: &str = String::leak("x".repeat(5000));
    let (status, text) = ask(Method::PUT, "/_mock/failures/SignUp", long).await?;
    assert!(status == 400 && text.contains("the body should be the name of an error"), "{status} {text}");
    assert_eq!(mock.failures().names(), []);
    Ok(())
}

#[tokio::test]
async fn the_samples_tell_every_error_as_it_is_answered() -> Result<(), Box<dyn std::error::Error>> {
    let mock = mock();
    let mut control = Control::new(mock.clone(), server(mock.clone()));
    let (_, text) = send(&mut control, Method::GET, "/_mock/samples", "").await?;
    let samples = parse(text.as_bytes());
    let told = |list: &str, name: &str| match samples.get(list) {
        Some(Document::Array(all)) => all.iter().find(|one| one.get("name") == Some(&Document::from(name))).cloned(),
        _ => None,
    };
    for operation in SERVICE.operations {
        let declared = operation.errors.iter().map(|declared| Document::from(declared.name)).collect();
        let told = told("operations", operation.name).and_then(|told| told.get("errors").cloned());
        assert_eq!(told, Some(Document::Array(declared)), "{}", operation.name);
    }
    let server = server(mock.clone());
    for error in SERVICE.errors {
        let name = error.name;
        mock.failures().set("ListUserPools", name)?;
        let answer = ask(&server, "ListUserPools", br#"{"MaxResults":1}"#).await;
        let told = told("errors", name).unwrap_or_default();
        assert_eq!(told.get("status"), Some(&Document::from(i64::from(answer.status))), "{name}");
        let Document::Object(mut members) = parse(&answer.body) else { panic!("{name}: no object") };
        members.retain(|(member, _)| member != "__type");
        assert_eq!(told.get("members"), Some(&Document::Object(members)), "{name}");
    }
    Ok(())
}
