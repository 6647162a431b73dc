//! Services with another version of the protocol and other words.

use crate::bookshop::{Bookshop, FIND_BOOK, FindBook};
use crate::{Empty, UNREADABLE, assert_response};
use bytes::Bytes;
use codegen_runtime::schema::{Operation, Protocol, Service, Validation, Wording};
use codegen_runtime::service::call;
use codegen_runtime::{Context, Dispatch, Reply, Server};
use http::{Request, Response};

/// The same operations by another version of the protocol, with violations in other words.
struct Other;

static OTHER: Service = Service {
    name: "other",
    title: "Other",
    version: "2026-01-31",
    protocol: Protocol::AwsJson10,
    target_prefix: "Other",
    signing_name: None,
    validation: Validation { error: "ValidationException", wording: Wording::Smithy },
    operations: &[&FIND_BOOK],
    errors: &[],
};

impl Dispatch for Other {
    const SERVICE: &'static Service = &OTHER;
    type Operation = ();

    fn lookup(name: &str) -> Option<()> {
        (name == "FindBook").then_some(())
    }

    fn describe((): ()) -> &'static Operation {
        &FIND_BOOK
    }

    fn dispatch<'a>(&'a self, (): (), context: &'a Context, body: &[u8]) -> Reply<'a> {
        call::<_, FindBook, _>(&Empty, context, body, Empty::find_book)
    }
}

async fn respond_as_other(body: &'static str, content_type: &str) -> Response<Bytes> {
    let request = Request::post("/").header("content-type", content_type).header("x-amz-target", "Other.FindBook");
    Server::new(Other).respond(request.body(Bytes::from_static(body.as_bytes())).unwrap()).await
}

#[tokio::test]
async fn each_version_of_the_protocol_takes_and_sends_its_content_type() {
    let response = respond_as_other("[", "application/x-amz-json-1.0").await;
    assert_response(&response, 400, &[("content-type", "application/x-amz-json-1.0")], UNREADABLE);
    let response = respond_as_other("[", "application/x-amz-json-1.1").await;
    assert_response(&response, 404, &[("content-type", "application/xml")], "<UnknownOperationException/>");
}

#[tokio::test]
async fn violations_in_the_words_of_smithy_have_a_list_of_fields_beside_the_message() {
    const WRONG: &str = "Value at '/Limit' failed to satisfy constraint: Member must be between 1 and 60, inclusive";
    let response = respond_as_other(r#"{"Isbn":"11","Limit":0}"#, "application/x-amz-json-1.0").await;
    let body: serde_json::Value = serde_json::from_slice(response.body()).unwrap();
    assert_eq!(
        body,
        serde_json::json!({
            "__type": "ValidationException",
            "message": format!("1 validation error detected. {WRONG}"),
            "fieldList": [{ "path": "/Limit", "message": WRONG }],
        })
    );
}
