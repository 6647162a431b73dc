//! Wrong servers, to show that the tables notice them.

use bytes::Bytes;
use cognito_idp::server;
use http::header::{HeaderName, HeaderValue};
use http::{Response, StatusCode};

use crate::answer::{CONTENT_TYPE, Expected, REQUEST_ID};
use crate::pairs;
use crate::pools::Pools;

/// A server that gives every request the same response passes where that is the right one, and nowhere else.
#[test]
fn servers_that_always_answer_the_same_fail() {
    for (status, body, right) in [(400, r#"{"__type":"SerializationException"}"#, 1..30), (200, "{}", 1..30)] {
        let mut response = Response::new(Bytes::from_static(body.as_bytes()));
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        response.headers_mut().insert("content-type", HeaderValue::from_static(CONTENT_TYPE));
        let id = "00000000-0000-4000-8000-000000000000";
        response.headers_mut().insert(REQUEST_ID, HeaderValue::from_static(id));
        let same = Expected::plain(status, body.to_owned());
        let mut passed = 0;
        for pair in pairs() {
            let passes = pair.expected.differences(&response).is_empty();
            assert_eq!(passes, pair.expected == same, "{} {}", pair.at, pair.name);
            passed += usize::from(passes);
        }
        assert!(right.contains(&passed), "always {status} {body} passes {passed} pairs");
    }
}

/// Every right response is made wrong in each of its parts, one at a time.
#[tokio::test]
async fn every_part_of_every_response_counts() {
    let server = server(Pools);
    for pair in pairs() {
        let response = server.respond(pair.request.clone()).await;
        for (what, wrong) in wrong(&response) {
            assert!(!pair.expected.differences(&wrong).is_empty(), "{} {}: {what}", pair.at, pair.name);
        }
    }
}

fn wrong(response: &Response<Bytes>) -> Vec<(String, Response<Bytes>)> {
    let mut all = Vec::new();
    let mut change = |what: &str, change: &dyn Fn(&mut Response<Bytes>)| {
        let mut changed = response.clone();
        change(&mut changed);
        all.push((what.to_owned(), changed));
    };
    change("another status", &|response| *response.status_mut() = StatusCode::IM_A_TEAPOT);
    change("a longer body", &|response| *response.body_mut() = [response.body(), &b" "[..]].concat().into());
    change("a header more", &|response| {
        response.headers_mut().insert("x-amz-id-2", HeaderValue::from_static("x"));
    });
    if !response.body().is_empty() {
        change("a shorter body", &|response| drop(response.body_mut().split_to(1)));
    }
    for name in response.headers().keys().map(HeaderName::clone).collect::<Vec<_>>() {
        change(&format!("without {name}"), &|response| drop(response.headers_mut().remove(&name)));
        change(&format!("another {name}"), &|response| {
            response.headers_mut().insert(&name, HeaderValue::from_static("other"));
        });
        change(&format!("{name} twice"), &|response| {
            let value = response.headers()[&name].clone();
            response.headers_mut().append(&name, value);
        });
    }
    all
}
