//! Good requests, and what all responses have.

use crate::bookshop::{Operations, server};
use crate::messages::{header, is_uuid_v4, request};
use crate::{OWN, Shop, assert_response, respond};
use bytes::Bytes;
use codegen_runtime::Server;
use codegen_runtime::protocol::aws_json::content_type;
use codegen_runtime::schema::Protocol;
use http::Request;

#[tokio::test]
async fn an_output_is_the_body_of_a_200() {
    let response = respond(request("FindBook", r#"{"Isbn":"1"}"#)).await;
    assert_response(&response, 200, &[OWN], r#"{"Title":"Les Misérables \"I\""}"#);
}

#[tokio::test]
async fn an_output_without_members_is_an_empty_object() {
    assert_response(&respond(request("FindBook", r#"{"Isbn":"2"}"#)).await, 200, &[OWN], "{}");
}

#[tokio::test]
async fn no_output_is_an_empty_body_with_a_content_type() {
    assert_response(&respond(request("RemoveBook", "{}")).await, 200, &[OWN], "");
}

#[tokio::test]
async fn an_operation_that_takes_nothing_takes_any_body() {
    for body in ["", "{}", r#"{"Isbn":1}"#, "null", "[]", "not json"] {
        assert_response(&respond(request("CountBooks", body)).await, 200, &[OWN], r#"{"Count":12}"#);
    }
}

#[tokio::test]
async fn unknown_members_and_nulls_count_as_absent() {
    for body in [
        r#"{"Isbn":"11","Limit":null}"#,
        r#"{"Isbn":"11","Colour":{"a":[1,"x",null]}}"#,
        r#" { "Limit" : null , "isbn" : 5 , "Isbn" : "11" } "#,
    ] {
        assert_response(&respond(request("FindBook", body)).await, 200, &[OWN], r#"{"Title":"11 None"}"#);
    }
}

#[tokio::test]
async fn numbers_are_taken_as_the_real_services_take_them() {
    let response = respond(request("FindBook", r#"{"Isbn":"11","Limit":1.5}"#)).await;
    assert_response(&response, 200, &[OWN], r#"{"Title":"11 Some(1)"}"#);
}

#[tokio::test]
async fn the_content_type_may_have_parameters_blanks_and_any_case() {
    for content_type in [
        "application/x-amz-json-1.1",
        "application/x-amz-json-1.1;charset=utf-8",
        "application/x-amz-json-1.1 ; x",
        " application/x-amz-json-1.1 ",
        "Application/X-Amz-JSON-1.1",
    ] {
        let mut request = request("RemoveBook", "{}");
        request.headers_mut().insert("content-type", content_type.parse().unwrap());
        assert_response(&respond(request).await, 200, &[OWN], "");
    }
}

#[tokio::test]
async fn what_follows_a_question_mark_is_passed_over() {
    let mut request = request("RemoveBook", "{}");
    *request.uri_mut() = "/?a=b".parse().unwrap();
    assert_response(&respond(request).await, 200, &[OWN], "");
}

#[test]
fn each_version_of_the_protocol_has_its_content_type() {
    assert_eq!(content_type(Protocol::AwsJson10), "application/x-amz-json-1.0");
    assert_eq!(content_type(Protocol::AwsJson11), "application/x-amz-json-1.1");
}

#[tokio::test]
async fn every_response_has_an_identifier_of_its_own() {
    let server: Server<Operations<Shop>> = server(Shop);
    let mut ids = std::collections::HashSet::new();
    for _ in 0..50 {
        for request in [
            request("RemoveBook", "{}"),
            request("FindBook", r#"{"Isbn":"3"}"#),
            request("FindBook", "{}"),
            request("FindBook", "["),
            request("BurnBook", "{}"),
            Request::get("/").body(Bytes::new()).unwrap(),
            Request::post("/").body(Bytes::new()).unwrap(),
        ] {
            let response = server.respond(request).await;
            let id = header(&response, "x-amzn-requestid").to_owned();
            assert!(is_uuid_v4(&id), "{id}");
            assert!(ids.insert(id), "an identifier was given twice");
        }
    }
}
