//! A request on the command line -> what a handler saw of it, and how the server answered.
//!
//! `vectors SERVICE ERROR ANSWER METHOD URI [NAME: VALUE]... < BODY`: the handler answers the JSON `ANSWER`, as the
//! error named `ERROR` where that is not empty. This is the source of a program of its own; the test puts the table of
//! operations, an invocation of `services!`, below it.

use std::env::args;
use std::future::Future;
use std::io::Read;
use std::pin::pin;
use std::task::{Poll, Waker};

use bytes::Bytes;
use http::{Request, Response};
use vectors::runtime::{Context, Decode, Encode, Exchange, Outcome};

type Input<O> = <O as Exchange>::Input;

/// All operations of all services.
struct Handler {
    error: String,
    answer: String,
}

impl Handler {
    fn answer<T: Decode>(&self) -> T {
        match T::from_body(self.answer.as_bytes(), 64) {
            Ok(answer) => answer,
            Err(_) => panic!("no such answer: {}", self.answer),
        }
    }
}

fn saw(body: &[u8]) {
    println!("received: {}", String::from_utf8_lossy(body));
}

macro_rules! services {
    ($($module:ident {
        $($operation:ident $method:ident($($input:ident)?) [$($error:ident)*];)*
    })*) => {
        $(impl vectors::$module::Vectors for Handler {
            $(async fn $method(
                &self,
                _: &Context,
                $($input: Input<vectors::$module::operation::$operation>)?
            ) -> Outcome<vectors::$module::operation::$operation> {
                let body: Option<Vec<u8>> = None;
                $(let body = body.or(Some($input.to_body()));)?
                saw(body.as_deref().unwrap_or(b"{}"));
                $(if self.error == stringify!($error) {
                    return Err(self.answer::<vectors::$module::errors::$error>().into());
                })*
                Ok(self.answer())
            })*
        })*

        fn respond(service: &str, handler: Handler, request: Request<Bytes>) -> Response<Bytes> {
            match service {
                $(stringify!($module) => now(vectors::$module::server(handler).respond(request)),)*
                other => panic!("no such service: {other}"),
            }
        }
    };
}

fn main() {
    let mut arguments = args().skip(1);
    let mut next = || arguments.next().expect("an argument is missing");
    let service = next();
    let handler = Handler { error: next(), answer: next() };
    let mut request = Request::builder().method(next().as_str()).uri(next());
    for header in arguments {
        let (name, value) = header.split_once(": ").expect("a header has a name and a value");
        request = request.header(name, value);
    }
    let mut body = Vec::new();
    std::io::stdin().read_to_end(&mut body).expect("the body can be read");
    let response = respond(&service, handler, request.body(Bytes::from(body)).expect("a request"));
    println!("status: {}", response.status().as_u16());
    for (name, value) in response.headers() {
        println!("{name}: {}", String::from_utf8_lossy(value.as_bytes()));
    }
    print!("\n{}", String::from_utf8_lossy(response.body()));
}

/// What a future comes to; nothing here waits.
fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).as_mut().poll(&mut std::task::Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the handler waits"),
    }
}
