//! Servers without a network: what a handler gets to know, how it fails, and calls without HTTP.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "protocol/bookshop.rs"]
mod bookshop;
#[path = "protocol/messages.rs"]
mod messages;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use bookshop::{
    BookNotFound, Bookshop, COUNT_BOOKS, CountBooks, CountBooksOutput, FIND_BOOK, FindBook, FindBookInput,
    FindBookOutput, Operations, REMOVE_BOOK, RemoveBook, ShopClosed, server,
};
use bytes::Bytes;
use codegen_runtime::errors::Fault;
use codegen_runtime::schema::{self, Auth};
use codegen_runtime::service::{Cors, Implemented, Limits, Refusal, Settings, method};
use codegen_runtime::{Context, Dispatch, Exchange, Failure, Outcome, Server, StatusCodes, Validate};
use http::{Request, Response};
use messages::{header, headers, is_uuid_v4, request};

#[derive(Clone, Copy, Debug, PartialEq)]
struct Caller(u32);

/// Writes down what it is called with.
#[derive(Clone, Default)]
struct Witness {
    calls: Arc<AtomicUsize>,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Bookshop for Witness {
    async fn find_book(&self, context: &Context, input: FindBookInput) -> Outcome<FindBook> {
        self.calls.fetch_add(1, Ordering::Relaxed);
        let line = format!(
            "{} {} {:?} {:?} {:?} {:?}",
            context.operation().name,
            input.isbn,
            context.header("X-Api-KEY"),
            context.header("x-missing"),
            context.header("x-bytes"),
            context.extensions().get::<Caller>(),
        );
        self.seen.lock().unwrap().push(line);
        Ok(FindBookOutput { title: Some(context.request_id().to_owned()) })
    }
}

fn text(response: &Response<Bytes>) -> &str {
    std::str::from_utf8(response.body()).unwrap()
}

// what a handler gets

#[tokio::test]
async fn a_handler_knows_operation_headers_and_extensions() {
    let witness = Witness::default();
    let mut request = request("FindBook", r#"{"Isbn":"11"}"#);
    request.headers_mut().insert("x-api-key", "key".parse().unwrap());
    request.headers_mut().insert("x-bytes", http::HeaderValue::from_bytes(b"\xff").unwrap());
    request.extensions_mut().insert(Caller(7));
    let response = server(witness.clone()).respond(request).await;
    assert_eq!(response.status(), 200);
    assert_eq!(*witness.seen.lock().unwrap(), [r#"FindBook 11 Some("key") None None Some(Caller(7))"#]);
}

#[tokio::test]
async fn a_handler_knows_the_identifier_that_the_response_carries() {
    let response = server(Witness::default()).respond(request("FindBook", r#"{"Isbn":"11"}"#)).await;
    assert_eq!(text(&response), format!(r#"{{"Title":"{}"}}"#, header(&response, "x-amzn-requestid")));
}

#[tokio::test]
async fn a_handler_sees_good_input_only() {
    let witness = Witness::default();
    let server = server(witness.clone());
    for body in [
        "",
        "null",
        "{}",
        "[",
        "[]",
        r#"{"Isbn":""}"#,
        r#"{"Isbn":"abc"}"#,
        r#"{"Isbn":"1","Limit":0}"#,
        r#"{"Isbn":1}"#,
    ] {
        assert_eq!(server.respond(request("FindBook", body)).await.status(), 400, "{body}");
    }
    assert_eq!(witness.calls.load(Ordering::Relaxed), 0);
    assert_eq!(server.respond(request("FindBook", r#"{"Isbn":"1","Limit":1}"#)).await.status(), 200);
    assert_eq!(witness.calls.load(Ordering::Relaxed), 1);
}

#[test]
fn a_context_can_be_made_for_tests_of_handlers() {
    let mut context = Context::new(&FIND_BOOK);
    assert_eq!(context.operation().name, "FindBook");
    assert!(is_uuid_v4(context.request_id()));
    assert_ne!(context.request_id(), Context::new(&FIND_BOOK).request_id());
    assert_eq!(context.header("content-type"), None);
    assert_eq!(context.extensions().get::<Caller>(), None);
    context.extensions_mut().insert(Caller(1));
    assert_eq!(context.extensions().get::<Caller>(), Some(&Caller(1)));
}

#[tokio::test]
async fn a_handler_can_be_called_by_itself() {
    let (witness, context) = (Witness::default(), Context::new(&FIND_BOOK));
    let output = witness.find_book(&context, FindBookInput { isbn: "11".into(), limit: None }).await.unwrap();
    assert_eq!(output.title.as_deref(), Some(context.request_id()));
}

// calls without HTTP

/// The parts of a response that do not differ from call to call.
fn parts(response: &Response<Bytes>) -> (u16, Vec<(&str, &str)>, &str) {
    (response.status().as_u16(), headers(response), text(response))
}

#[tokio::test]
async fn a_call_by_name_is_answered_as_the_request_with_that_target() {
    let large = r#"{"Isbn":"11","Shelf":"0123456789012345678901234567890123456789"}"#;
    let server = server(Half).limits(Limits { body_bytes: large.len() - 1, nesting_depth: 3 });
    for (operation, body) in [
        ("FindBook", r#"{"Isbn":"11"}"#),
        ("FindBook", r#"{"Isbn":"404"}"#),
        ("FindBook", "{}"),
        ("FindBook", "[]"),
        ("FindBook", ""),
        ("FindBook", large),
        ("FindBook", r#"{"x":[[[]]]}"#),
        ("RemoveBook", "{}"),
        ("CountBooks", "x"),
        ("BurnBook", ""),
        ("BurnBook", "x"),
        ("BookshopService.FindBook", "{}"),
        ("", "{}"),
    ] {
        let called = server.dispatch(operation, body.as_bytes()).await;
        let requested = server.respond(request(operation, body)).await;
        assert_eq!(parts(&called), parts(&requested), "{operation} {body}");
    }
}

/// Two methods written, of which one fails for one book.
struct Half;

impl Bookshop for Half {
    async fn find_book(&self, _: &Context, input: FindBookInput) -> Outcome<FindBook> {
        if input.isbn == "404" {
            Err(BookNotFound { message: Some("gone".into()), shelf: None })?;
        }
        Ok(FindBookOutput { title: Some(input.isbn) })
    }

    async fn count_books(&self, _: &Context) -> Outcome<CountBooks> {
        Ok(CountBooksOutput { count: 1 })
    }
}

#[tokio::test]
async fn a_call_is_decoded_and_handled_before_its_reply_is_awaited_for() {
    let operations = Operations(Half);
    let context = Context::new(&FIND_BOOK);
    let operation = Operations::<Half>::lookup("FindBook").unwrap();
    // the body may go before the reply comes
    let reply = {
        let body = br#"{"Isbn":"11"}"#.to_vec();
        operations.dispatch(operation, &context, &body)
    };
    assert_eq!(reply.await.unwrap(), r#"{"Title":"11"}"#);
    let refused = operations.dispatch(operation, &context, b"{}").await.unwrap_err();
    assert!(matches!(refused, Refusal::Input), "{refused:?}");
    let failed = operations.dispatch(operation, &context, br#"{"Isbn":"404"}"#).await.unwrap_err();
    assert!(matches!(&failed, Refusal::Fault(fault) if fault.name == "BookNotFound"), "{failed:?}");
}

#[tokio::test]
async fn many_calls_are_answered_at_the_same_time() {
    let server: Arc<Server<Operations<Half>>> = Arc::new(server(Half));
    let calls: Vec<_> = (0..100)
        .map(|isbn| {
            let server = Arc::clone(&server);
            tokio::spawn(async move {
                let response = server.respond(request("FindBook", &format!(r#"{{"Isbn":"{isbn}"}}"#))).await;
                assert_eq!(text(&response), format!(r#"{{"Title":"{isbn}"}}"#));
            })
        })
        .collect();
    for call in calls {
        call.await.unwrap();
    }
}

// failures

#[test]
fn a_declared_error_becomes_a_failure_with_all_it_says() {
    let failure: Failure<FindBook> = BookNotFound { message: Some("none".into()), shelf: Some(3) }.into();
    assert_eq!(
        failure.into_fault(),
        Fault {
            name: "BookNotFound".into(),
            status: 400,
            message: Some("none".into()),
            members: br#"{"message":"none","shelf":3}"#.to_vec(),
        }
    );
    let failure: Failure<RemoveBook> = Failure::undeclared(&ShopClosed);
    assert_eq!(failure.into_fault(), Fault::bare("ShopClosed", 503));
}

#[test]
fn other_failures_have_the_name_and_status_they_are_given() {
    let failure: Failure<FindBook> = Failure::other(String::from("Teapot"), 418, "short\tand \"stout\"");
    assert_eq!(
        failure.into_fault(),
        Fault {
            name: "Teapot".into(),
            status: 418,
            message: Some("short\tand \"stout\"".into()),
            members: br#"{"message":"short\tand \"stout\""}"#.to_vec(),
        }
    );
    let failure: Failure<FindBook> = Failure::not_implemented(&REMOVE_BOOK);
    let fault = failure.into_fault();
    assert_eq!((fault.status, fault.message.as_deref()), (501, Some("RemoveBook is not implemented by this server.")));
    let fault = Fault::with_message("Odd", 400, "Message", "x");
    assert_eq!(fault.members, br#"{"Message":"x"}"#);
}

/// Names come from handlers too: a gateway passes on what it got.
#[tokio::test]
async fn a_failure_of_any_name_is_answered_with_json() {
    struct Gateway;
    impl Bookshop for Gateway {
        async fn count_books(&self, _: &Context) -> Outcome<CountBooks> {
            Err(Failure::other("say \"no\"\\\n", 400, "x"))
        }
    }
    let response = server(Gateway).respond(request("CountBooks", "")).await;
    let body: serde_json::Value = serde_json::from_slice(response.body()).expect("the body is JSON");
    assert_eq!(body, serde_json::json!({ "__type": "say \"no\"\\\n", "message": "x" }));
}

#[test]
fn errors_are_displayed_in_a_line() {
    assert_eq!(BookNotFound { message: Some("none".into()), shelf: None }.to_string(), "BookNotFound: none");
    assert_eq!(BookNotFound::default().to_string(), "BookNotFound");
    assert_eq!(ShopClosed.to_string(), "ShopClosed");
}

#[tokio::test]
async fn a_status_that_http_lacks_is_an_internal_error() {
    struct Wrong;
    impl Bookshop for Wrong {
        async fn count_books(&self, _: &Context) -> Outcome<CountBooks> {
            Err(Failure::other("Odd", 42, "x"))
        }
    }
    assert_eq!(server(Wrong).respond(request("CountBooks", "")).await.status(), 500);
}

// settings and tables

#[test]
fn a_server_has_the_settings_of_the_real_endpoint_unless_told_otherwise() {
    let server = server(Half);
    assert_eq!(server.settings(), &Settings::default());
    assert_eq!(server.settings().statuses, StatusCodes::Wire);
    assert_eq!(server.settings().cors, Cors::Wire);
    let limits = Limits { body_bytes: 1, nesting_depth: 2 };
    let server = server.statuses(StatusCodes::Documented).cors(Cors::Off).limits(limits);
    assert_eq!(server.settings(), &Settings { statuses: StatusCodes::Documented, cors: Cors::Off, limits });
}

#[test]
fn an_operation_knows_its_table() {
    assert_eq!(FindBook::OPERATION.name, "FindBook");
    assert_eq!((FIND_BOOK.auth, COUNT_BOOKS.auth), (Auth::SigV4, Auth::None));
    assert!(Operations::<Half>::lookup("findBook").is_none());
}

#[test]
fn it_is_known_which_methods_are_written() {
    let implemented = Implemented::new(vec![
        method::<CountBooks, Half, _, _>(|service, context, ()| service.count_books(context)),
        method::<FindBook, Half, _, _>(Half::find_book),
        method::<RemoveBook, Half, _, _>(Half::remove_book),
    ]);
    let names = |operations: Vec<&'static schema::Operation>| operations.iter().map(|o| o.name).collect::<Vec<_>>();
    assert_eq!(names(implemented.written().collect()), ["CountBooks", "FindBook"]);
    assert_eq!(names(implemented.missing().collect()), ["RemoveBook"]);
    assert_eq!(implemented.methods().len(), 3);
    assert_eq!(
        implemented.to_string(),
        "CountBooks  implemented\nFindBook    implemented\nRemoveBook  -\n2 of 3 operations implemented"
    );
}

#[test]
fn an_input_can_be_checked_by_hand() {
    assert!(FindBookInput { isbn: "11".into(), limit: Some(60) }.validate().is_ok());
    let violations = FindBookInput { isbn: String::new(), limit: Some(61) }.validate().unwrap_err();
    let paths: Vec<_> = violations.iter().map(codegen_runtime::validate::Violation::path).collect();
    assert_eq!(paths, ["isbn", "isbn", "limit"]);
    assert!(().validate().is_ok());
}

#[tokio::test]
async fn a_request_that_is_dropped_half_way_leaves_the_server_usable() {
    let server = server(Half);
    drop(server.respond(Request::new(Bytes::new())));
    drop(server.respond(request("FindBook", r#"{"Isbn":"11"}"#)));
    assert_eq!(server.respond(request("FindBook", r#"{"Isbn":"11"}"#)).await.status(), 200);
}
