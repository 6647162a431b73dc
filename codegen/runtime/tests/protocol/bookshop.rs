//! A small API by hand, in the form that the generator emits: three operations, of which one answers nothing and one
//! takes nothing.

#![allow(dead_code)] // each test crate uses its part

use std::future::Future;

use codegen_runtime::errors;
use codegen_runtime::pattern::{self, Pattern};
use codegen_runtime::schema::{
    Auth, Constraint, DocumentedStatuses, Error, Fault, Kind, Member, Operation as Table, Protocol, Service, Shape,
    Structure, Validation, Wording, plain,
};
use codegen_runtime::service::{call, not_implemented};
use codegen_runtime::validate::characters;
use codegen_runtime::{
    Context, DeclaredError, Decode, Dispatch, Encode, Exchange, Outcome, Raises, Reader, Reply, Server, Validate,
    Writer,
};

/// What the service does. The default of every method is that it is not implemented.
pub trait Bookshop: Send + Sync + 'static {
    fn find_book(&self, context: &Context, input: FindBookInput) -> impl Future<Output = Outcome<FindBook>> + Send {
        not_implemented(context, input)
    }

    fn remove_book(
        &self,
        context: &Context,
        input: RemoveBookInput,
    ) -> impl Future<Output = Outcome<RemoveBook>> + Send {
        not_implemented(context, input)
    }

    fn count_books(&self, context: &Context) -> impl Future<Output = Outcome<CountBooks>> + Send {
        not_implemented(context, ())
    }
}

pub fn server<S: Bookshop>(service: S) -> Server<Operations<S>> {
    Server::new(Operations(service))
}

#[derive(Clone, Debug)]
pub struct Operations<S>(pub S);

impl<S: Bookshop> Dispatch for Operations<S> {
    const SERVICE: &'static Service = &SERVICE;
    type Operation = Operation;

    fn lookup(name: &str) -> Option<Operation> {
        match name {
            "FindBook" => Some(Operation::FindBook),
            "RemoveBook" => Some(Operation::RemoveBook),
            "CountBooks" => Some(Operation::CountBooks),
            _ => None,
        }
    }

    fn describe(operation: Operation) -> &'static Table {
        match operation {
            Operation::FindBook => &FIND_BOOK,
            Operation::RemoveBook => &REMOVE_BOOK,
            Operation::CountBooks => &COUNT_BOOKS,
        }
    }

    fn dispatch<'a>(&'a self, operation: Operation, context: &'a Context, body: &[u8]) -> Reply<'a> {
        let service = &self.0;
        match operation {
            Operation::FindBook => call(service, context, body, S::find_book),
            Operation::RemoveBook => call(service, context, body, S::remove_book),
            Operation::CountBooks => call(service, context, body, |service, context, ()| service.count_books(context)),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    FindBook,
    RemoveBook,
    CountBooks,
}

// operations as types

#[derive(Debug)]
pub struct FindBook;

impl Exchange for FindBook {
    type Input = FindBookInput;
    type Output = FindBookOutput;
    const OPERATION: &'static Table = &FIND_BOOK;
}

impl Raises<BookNotFound> for FindBook {}
impl Raises<ShopClosed> for FindBook {}

#[derive(Debug)]
pub struct RemoveBook;

impl Exchange for RemoveBook {
    type Input = RemoveBookInput;
    type Output = ();
    const OPERATION: &'static Table = &REMOVE_BOOK;
}

impl Raises<BookNotFound> for RemoveBook {}

#[derive(Debug)]
pub struct CountBooks;

impl Exchange for CountBooks {
    type Input = ();
    type Output = CountBooksOutput;
    const OPERATION: &'static Table = &COUNT_BOOKS;
}

// structures

#[derive(Clone, Debug, PartialEq)]
pub struct FindBookInput {
    pub isbn: String,
    pub limit: Option<i32>,
}

impl Decode for FindBookInput {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let (mut isbn, mut limit) = (None, None);
        while let Some(member) = members.next(reader) {
            match member {
                "Isbn" => isbn = reader.string(),
                "Limit" => limit = reader.integer(),
                _ => reader.skip(),
            }
        }
        let Some(isbn) = isbn else { return reader.reject() };
        Some(Self { isbn, limit })
    }
}

impl Encode for FindBookInput {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.required("Isbn", &self.isbn);
        writer.optional("Limit", &self.limit);
        writer.end_structure();
    }
}

impl Validate for FindBookInput {
    const SHAPE: &'static Shape = &FIND_BOOK_INPUT;

    fn is_valid(&self) -> bool {
        characters(&self.isbn, 1..=13)
            && ISBN_PATTERN.matches(&self.isbn)
            && self.limit.is_none_or(|limit| (1..=60).contains(&limit))
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FindBookOutput {
    pub title: Option<String>,
}

impl Encode for FindBookOutput {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Title", &self.title);
        writer.end_structure();
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct RemoveBookInput {
    pub isbn: Option<String>,
}

impl Decode for RemoveBookInput {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        let mut members = reader.structure()?;
        let mut isbn = None;
        while let Some(member) = members.next(reader) {
            match member {
                "Isbn" => isbn = reader.string(),
                _ => reader.skip(),
            }
        }
        Some(Self { isbn })
    }
}

impl Encode for RemoveBookInput {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.optional("Isbn", &self.isbn);
        writer.end_structure();
    }
}

impl Validate for RemoveBookInput {
    const SHAPE: &'static Shape = &REMOVE_BOOK_INPUT;

    fn is_valid(&self) -> bool {
        self.isbn.as_deref().is_none_or(|isbn| characters(isbn, 1..=13) && ISBN_PATTERN.matches(isbn))
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct CountBooksOutput {
    pub count: i32,
}

impl Encode for CountBooksOutput {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.member("Count").integer(self.count);
        writer.end_structure();
    }
}

// errors

/// Every operation but `CountBooks` declares it; a client's fault that the documentation numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BookNotFound {
    pub message: Option<String>,
    pub shelf: Option<i32>,
}

impl Encode for BookNotFound {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        if let Some(message) = &self.message {
            writer.member("message").string(message);
        }
        if let Some(shelf) = self.shelf {
            writer.member("shelf").integer(shelf);
        }
        writer.end_structure();
    }
}

impl DeclaredError for BookNotFound {
    fn error(&self) -> &'static Error {
        &BOOK_NOT_FOUND
    }

    fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

impl std::fmt::Display for BookNotFound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        errors::display(self, f)
    }
}

/// The server's fault, without members and without a documented status.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ShopClosed;

impl Encode for ShopClosed {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        writer.end_structure();
    }
}

impl DeclaredError for ShopClosed {
    fn error(&self) -> &'static Error {
        &SHOP_CLOSED
    }

    fn message(&self) -> Option<&str> {
        None
    }
}

impl std::fmt::Display for ShopClosed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        errors::display(self, f)
    }
}

// tables

pub static SERVICE: Service = Service {
    name: "bookshop",
    title: "Bookshop",
    version: "2026-01-31",
    protocol: Protocol::AwsJson11,
    target_prefix: "BookshopService",
    signing_name: Some("bookshop"),
    validation: Validation { error: "BadInput", wording: Wording::Coral },
    operations: &[&COUNT_BOOKS, &FIND_BOOK, &REMOVE_BOOK],
    errors: &[&BAD_INPUT, &BOOK_NOT_FOUND, &SHOP_CLOSED],
};

pub static FIND_BOOK: Table = Table {
    name: "FindBook",
    auth: Auth::SigV4,
    input: Some(&FIND_BOOK_INPUT),
    #[cfg(feature = "client")]
    output: Some(&FIND_BOOK_OUTPUT),
    errors: &[&BAD_INPUT, &BOOK_NOT_FOUND, &SHOP_CLOSED],
    documented_statuses: DocumentedStatuses::Each(&[Some(480), Some(481), None]),
};

pub static REMOVE_BOOK: Table = Table {
    name: "RemoveBook",
    auth: Auth::SigV4,
    input: Some(&REMOVE_BOOK_INPUT),
    #[cfg(feature = "client")]
    output: None,
    errors: &[&BOOK_NOT_FOUND],
    documented_statuses: DocumentedStatuses::From(470),
};

pub static COUNT_BOOKS: Table = Table {
    name: "CountBooks",
    auth: Auth::None,
    input: None,
    #[cfg(feature = "client")]
    output: Some(&COUNT_BOOKS_OUTPUT),
    errors: &[],
    documented_statuses: DocumentedStatuses::Real,
};

pub static BAD_INPUT: Error = Error {
    name: "BadInput",
    #[cfg(feature = "client")]
    shape: &BAD_INPUT_SHAPE,
    fault: Fault::Client,
    status: 400,
};
pub static BOOK_NOT_FOUND: Error = Error {
    name: "BookNotFound",
    #[cfg(feature = "client")]
    shape: &BOOK_NOT_FOUND_SHAPE,
    fault: Fault::Client,
    status: 400,
};
pub static SHOP_CLOSED: Error = Error {
    name: "ShopClosed",
    #[cfg(feature = "client")]
    shape: &SHOP_CLOSED_SHAPE,
    fault: Fault::Server,
    status: 503,
};

static ISBN_PATTERN: Pattern<'static> = Pattern::new(
    "[0-9X]+",
    pattern::Length { min: 1, max: u32::MAX },
    pattern::Strategy::Run(&pattern::Class::new(&[(b'0', b'9'), (b'X', b'X')], pattern::Set::Nothing)),
);

static ISBN: Shape = Shape {
    name: "Isbn",
    kind: Kind::String,
    constraints: &[Constraint::Length { min: Some(1), max: Some(13) }, Constraint::Pattern(&ISBN_PATTERN)],
    redacted: false,
    example: None,
};

static LIMIT: Shape = Shape {
    name: "Limit",
    kind: Kind::Integer,
    constraints: &[Constraint::Range { min: Some(1), max: Some(60) }],
    redacted: false,
    example: None,
};

const fn member(name: &'static str, reported_name: &'static str, shape: &'static Shape, required: bool) -> Member {
    Member { required, ..Member::optional(name, reported_name, shape) }
}

const fn structure(name: &'static str, members: &'static [Member], report_order: &'static [u16]) -> Shape {
    Shape {
        name,
        kind: Kind::Structure(Structure { members, report_order }),
        constraints: &[],
        redacted: false,
        example: None,
    }
}

static FIND_BOOK_INPUT: Shape = structure(
    "FindBookInput",
    &[member("Isbn", "isbn", &ISBN, true), member("Limit", "limit", &LIMIT, false)],
    &[0, 1],
);
static FIND_BOOK_OUTPUT: Shape = structure("FindBookOutput", &[member("Title", "title", &plain::STRING, false)], &[0]);
static REMOVE_BOOK_INPUT: Shape = structure("RemoveBookInput", &[member("Isbn", "isbn", &ISBN, false)], &[0]);
static COUNT_BOOKS_OUTPUT: Shape =
    structure("CountBooksOutput", &[member("Count", "count", &plain::INTEGER, false)], &[0]);
static BAD_INPUT_SHAPE: Shape = structure("BadInput", &[member("message", "message", &plain::STRING, false)], &[0]);
static BOOK_NOT_FOUND_SHAPE: Shape = structure(
    "BookNotFound",
    &[member("message", "message", &plain::STRING, false), member("shelf", "shelf", &plain::INTEGER, false)],
    &[0, 1],
);
static SHOP_CLOSED_SHAPE: Shape = structure("ShopClosed", &[], &[]);
