//! Requests to responses by awsJson: statuses, headers and bodies, exactly.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "protocol/bookshop.rs"]
mod bookshop;
#[cfg(feature = "gzip")]
#[path = "protocol/compressed.rs"]
mod compressed;
#[path = "protocol/cors.rs"]
mod cors;
#[path = "protocol/errors.rs"]
mod errors;
#[path = "protocol/good.rs"]
mod good;
#[path = "protocol/messages.rs"]
mod messages;
#[path = "protocol/other.rs"]
mod other;
#[path = "protocol/refused.rs"]
mod refused;

use bookshop::{
    BookNotFound, Bookshop, CountBooks, CountBooksOutput, FindBook, FindBookInput, FindBookOutput, RemoveBook,
    RemoveBookInput, ShopClosed, server,
};
use bytes::Bytes;
use codegen_runtime::{Context, Failure, Outcome};
use http::{Request, Response};
use messages::{CONTENT_TYPE, headers};

/// Answers by the book that is asked for.
struct Shop;

impl Bookshop for Shop {
    async fn find_book(&self, _: &Context, input: FindBookInput) -> Outcome<FindBook> {
        Ok(match input.isbn.as_str() {
            "1" => FindBookOutput { title: Some("Les Misérables \"I\"".to_owned()) },
            "2" => FindBookOutput { title: None },
            "3" => return Err(BookNotFound { message: Some("No book 3.".to_owned()), shelf: Some(7) }.into()),
            "4" => Err(BookNotFound::default())?,
            "5" => Err(ShopClosed)?,
            "6" => return Err(with_message("Kein Buch für dich.")),
            "7" => return Err(with_message("line\nbreak")),
            "10" => return Err(with_message("a\ttab")),
            "14" => return Err(with_message("\u{7f}")),
            "8" => return Err(Failure::other("Throttled", 429, "Slow down.")),
            "9" => return Err(with_message("say \"please\" \\o/")),
            "12" => return Err(with_message(&"x".repeat(8 * 1024))),
            "13" => return Err(with_message(&"x".repeat(8 * 1024 + 1))),
            isbn => FindBookOutput { title: Some(format!("{isbn} {:?}", input.limit)) },
        })
    }

    async fn remove_book(&self, _: &Context, input: RemoveBookInput) -> Outcome<RemoveBook> {
        match input.isbn.as_deref() {
            Some("3") => Err(BookNotFound::default().into()),
            Some("5") => Err(Failure::undeclared(&ShopClosed)),
            _ => Ok(()),
        }
    }

    async fn count_books(&self, _: &Context) -> Outcome<CountBooks> {
        Ok(CountBooksOutput { count: 12 })
    }
}

fn with_message(message: &str) -> Failure<FindBook> {
    BookNotFound { message: Some(message.to_owned()), shelf: None }.into()
}

/// A service with no method written.
struct Empty;

impl Bookshop for Empty {}

async fn respond(request: Request<Bytes>) -> Response<Bytes> {
    server(Shop).respond(request).await
}

fn body(response: &Response<Bytes>) -> &str {
    std::str::from_utf8(response.body()).unwrap()
}

const OWN: (&str, &str) = ("content-type", CONTENT_TYPE);

/// Checks a whole response: its status, all of its headers, and its body.
fn assert_response(response: &Response<Bytes>, status: u16, expected: &[(&str, &str)], text: &str) {
    assert_eq!((response.status().as_u16(), body(response)), (status, text));
    assert_eq!(headers(response), expected, "{text}");
}

/// An error that arises before an operation has its input: no error headers.
fn assert_framework_fault(response: &Response<Bytes>, text: &str) {
    assert_response(response, 400, &[OWN], text);
}

const UNREADABLE: &str = r#"{"__type":"SerializationException"}"#;
const UNKNOWN: &str = r#"{"__type":"UnknownOperationException"}"#;
