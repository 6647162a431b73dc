//! The faces of a server: a tower service, an axum router, and a listening socket.

#![cfg(all(feature = "http", feature = "axum", feature = "serve"))]
#![allow(clippy::similar_names)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "protocol/bookshop.rs"]
mod bookshop;
#[path = "http/cors.rs"]
mod cors;
#[path = "protocol/messages.rs"]
mod messages;

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{self, Poll};
use std::time::Duration;

use bookshop::{
    Bookshop, CountBooks, CountBooksOutput, FindBook, FindBookInput, FindBookOutput, RemoveBook, RemoveBookInput,
    server,
};
use bytes::Bytes;
use codegen_runtime::http::{HttpService, router, serve};
use codegen_runtime::service::Limits;
use codegen_runtime::{Context, Outcome, Server};
use http::{Request, Response};
use http_body::{Body, Frame};
use http_body_util::{BodyExt, Full};
use hyper::client::conn::http2;
use hyper_util::rt::{TokioExecutor, TokioIo};
use messages::{CONTENT_TYPE, headers, request};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, oneshot};
use tokio::task::JoinHandle;
use tokio::time::Instant;
use tower_service::Service;

/// Finds every book at once, its title as long as asked for, and counts them only when told to go on.
#[derive(Clone, Default)]
struct Shop {
    counting: Arc<Notify>,
    go_on: Arc<Notify>,
}

impl Bookshop for Shop {
    async fn find_book(&self, context: &Context, input: FindBookInput) -> Outcome<FindBook> {
        let times = context.header("x-times").map_or(1, |times| times.parse().unwrap());
        Ok(FindBookOutput { title: Some(input.isbn.repeat(times)) })
    }

    async fn remove_book(&self, context: &Context, _: RemoveBookInput) -> Outcome<RemoveBook> {
        assert_eq!(context.header("x-panic"), None, "a handler that panics");
        Ok(())
    }

    async fn count_books(&self, _: &Context) -> Outcome<CountBooks> {
        self.counting.notify_one();
        self.go_on.notified().await;
        Ok(CountBooksOutput { count: 3 })
    }
}

/// A body that comes in pieces, and then may break off.
struct Pieces {
    pieces: Vec<Bytes>,
    breaks: bool,
}

impl Pieces {
    fn new(pieces: &[&'static str]) -> Self {
        let pieces = pieces.iter().rev().map(|piece| Bytes::from_static(piece.as_bytes())).collect();
        Self { pieces, breaks: false }
    }
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut task::Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        Poll::Ready(match (self.pieces.pop(), self.breaks) {
            (Some(piece), _) => Some(Ok(Frame::data(piece))),
            (None, true) => Some(Err(io::Error::other("the caller went away"))),
            (None, false) => None,
        })
    }
}

/// The response that a tower service gives, with its body in one piece.
async fn call<S, B, R>(service: &mut S, request: Request<B>) -> Response<Bytes>
where
    S: Service<Request<B>, Response = Response<R>, Error = Infallible>,
    R: Body,
    R::Error: std::fmt::Debug,
{
    std::future::poll_fn(|cx| service.poll_ready(cx)).await.unwrap();
    let (head, body) = service.call(request).await.unwrap().into_parts();
    Response::from_parts(head, body.collect().await.unwrap().to_bytes())
}

/// Everything of a response but what differs from one to the next.
fn parts(response: &Response<Bytes>) -> (u16, Vec<(&str, &str)>, &str) {
    (response.status().as_u16(), headers(response), std::str::from_utf8(response.body()).unwrap())
}

// the tower service

#[tokio::test]
async fn a_body_in_pieces_is_put_together() {
    let mut service = HttpService::new(server(Shop::default()));
    let pieces = request("FindBook", "").map(|_| Pieces::new(&["{\"Is", "bn\"", "", ":\"11\"}"]));
    assert_eq!(
        parts(&call(&mut service, pieces).await),
        (200, vec![("content-type", CONTENT_TYPE)], r#"{"Title":"11"}"#)
    );
}

#[tokio::test]
async fn a_body_that_breaks_off_is_a_bad_request() {
    let mut service = HttpService::new(server(Shop::default()));
    for pieces in [&[][..], &["{\"Isbn\":"], &["{\"Isbn\":\"11\"}"]] {
        let broken = request("FindBook", "").map(|_| Pieces { breaks: true, ..Pieces::new(pieces) });
        let response = call(&mut service, broken).await;
        assert_eq!((response.status().as_u16(), response.body().len()), (400, 0));
    }
}

fn small() -> Server<bookshop::Operations<Shop>> {
    server(Shop::default()).limits(Limits { body_bytes: 20, ..Limits::default() })
}

#[tokio::test]
async fn a_body_over_the_limit_is_not_read_to_its_end() {
    let mut service = HttpService::new(small());
    // the pieces after the limit would break off
    let endless = request("FindBook", "").map(|_| Pieces { breaks: true, ..Pieces::new(&["0123456789"; 3]) });
    let response = call(&mut service, endless).await;
    assert_eq!((response.status().as_u16(), response.body().len()), (413, 0));
    let exact = request("FindBook", "").map(|_| Pieces::new(&["{\"Isbn\":\"", "12345678\"", "} "]));
    let response = call(&mut service, exact).await;
    assert_eq!(response.status(), 200);
}

#[tokio::test]
async fn the_service_answers_as_the_server_does() {
    let (mut service, plain) = (HttpService::new(small()), small());
    for (operation, body) in [
        ("FindBook", r#"{"Isbn":"11"}"#),
        ("FindBook", "{}"),
        ("FindBook", "["),
        ("BurnBook", ""),
        ("FindBook", "123456789012345678901"),
    ] {
        let response = call(&mut service, request(operation, body).map(Full::new)).await;
        assert_eq!(parts(&response), parts(&plain.respond(request(operation, body)).await), "{operation} {body}");
    }
}

#[tokio::test]
async fn clones_of_the_service_share_one_server() {
    let shop = Shop::default();
    let service = HttpService::new(server(shop.clone()));
    let counts: Vec<_> = (0..3)
        .map(|_| {
            let mut service = service.clone();
            tokio::spawn(async move { call(&mut service, request("CountBooks", "").map(Full::new)).await })
        })
        .collect();
    for count in counts {
        shop.go_on.notify_one();
        assert_eq!(count.await.unwrap().body(), r#"{"Count":3}"#);
    }
}

// the axum router

#[tokio::test]
async fn a_router_answers_every_path_and_method() {
    let mut router = router(server(Shop::default()));
    let body = |text: &'static str| axum::body::Body::from(text);
    let response = call(&mut router, request("FindBook", "").map(|_| body(r#"{"Isbn":"11"}"#))).await;
    assert_eq!(response.status(), 200);
    assert_eq!(response.body(), r#"{"Title":"11"}"#);
    let get = Request::get("/pool/.well-known/jwks.json").body(body("")).unwrap();
    let response = call(&mut router, get).await;
    assert_eq!(response.status(), 404);
    assert!(response.body().starts_with(b"{\"code\":\"BadRequest\""), "{:?}", response.body());
}

#[tokio::test]
async fn a_router_gives_way_to_other_routes() {
    let health = axum::routing::get(|| async { "fine" });
    let mut router = axum::Router::new().route("/health", health).merge(router(server(Shop::default())));
    let get = Request::get("/health").body(axum::body::Body::empty()).unwrap();
    assert_eq!(call(&mut router, get).await.body(), "fine");
    let find = request("FindBook", "").map(|_| axum::body::Body::from(r#"{"Isbn":"11"}"#));
    assert_eq!(call(&mut router, find).await.body(), r#"{"Title":"11"}"#);
}

// the listening socket

/// A server on a port of its own.
struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    served: JoinHandle<io::Result<()>>,
}

impl Running {
    async fn new(shop: Shop) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, told) = oneshot::channel();
        let told = async { told.await.unwrap_or_default() };
        let served = tokio::spawn(serve(listener, server(shop), told));
        Self { address, stop, served }
    }

    async fn connect(&self) -> Connection {
        Connection(BufReader::new(TcpStream::connect(self.address).await.unwrap()))
    }

    /// Tells the server to stop, and waits until it takes no more connections.
    async fn stop_listening(self) -> JoinHandle<io::Result<()>> {
        self.stop.send(()).unwrap();
        while TcpStream::connect(self.address).await.is_ok() {
            tokio::task::yield_now().await;
        }
        self.served
    }

    async fn stop(self) {
        self.stop_listening().await.await.unwrap().unwrap();
    }
}

/// A connection by HTTP/1.1, byte by byte.
struct Connection(BufReader<TcpStream>);

impl Connection {
    async fn send(&mut self, operation: &str, extra: &str, body: &str) {
        let head = format!(
            "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: {CONTENT_TYPE}\r\nX-Amz-Target: \
             BookshopService.{operation}\r\nContent-Length: {}\r\n{extra}\r\n",
            body.len()
        );
        self.write(&(head + body)).await;
    }

    async fn write(&mut self, text: &str) {
        self.0.write_all(text.as_bytes()).await.unwrap();
    }

    /// The lines of a response's head, its date and identifier left out, and its body.
    async fn receive(&mut self) -> (Vec<String>, String) {
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            assert_ne!(self.0.read_line(&mut line).await.unwrap(), 0, "the response breaks off after {lines:?}");
            match line.trim_end() {
                "" => break,
                line => lines.push(line.to_ascii_lowercase()),
            }
        }
        let length = lines.iter().find_map(|line| line.strip_prefix("content-length: ")).expect("it has a length");
        let mut body = vec![0; length.parse().unwrap()];
        self.0.read_exact(&mut body).await.unwrap();
        for varying in ["date: ", "x-amzn-requestid: "] {
            let at = lines.iter().position(|line| line.starts_with(varying)).unwrap_or_else(|| panic!("{lines:?}"));
            lines.remove(at);
        }
        lines[1..].sort_unstable();
        (lines, String::from_utf8(body).unwrap())
    }

    /// What comes until the server closes the connection.
    async fn rest(&mut self) -> String {
        let mut rest = Vec::new();
        match self.0.read_to_end(&mut rest).await {
            Ok(_) => {}
            Err(error) => assert_eq!(error.kind(), io::ErrorKind::ConnectionReset),
        }
        String::from_utf8(rest).unwrap()
    }
}

fn head(status: &str, length: usize) -> Vec<String> {
    vec![format!("http/1.1 {status}"), format!("content-length: {length}"), format!("content-type: {CONTENT_TYPE}")]
}

#[tokio::test]
async fn requests_follow_each_other_on_one_connection() {
    let running = Running::new(Shop::default()).await;
    let mut connection = running.connect().await;
    for isbn in ["11", "12", "13"] {
        connection.send("FindBook", "", &format!(r#"{{"Isbn":"{isbn}"}}"#)).await;
        assert_eq!(connection.receive().await, (head("200 ok", 14), format!(r#"{{"Title":"{isbn}"}}"#)));
        connection.send("RemoveBook", "", "{}").await;
        assert_eq!(connection.receive().await, (head("200 ok", 0), String::new()));
        connection.send("BurnBook", "", "").await;
        let unknown = r#"{"__type":"UnknownOperationException"}"#;
        assert_eq!(connection.receive().await, (head("400 bad request", 38), unknown.to_owned()));
    }
    // two at once
    connection.send("FindBook", "", r#"{"Isbn":"1"}"#).await;
    connection.send("FindBook", "", r#"{"Isbn":"2"}"#).await;
    assert_eq!(connection.receive().await.1, r#"{"Title":"1"}"#);
    assert_eq!(connection.receive().await.1, r#"{"Title":"2"}"#);
    running.stop().await;
}

#[tokio::test]
async fn a_connection_is_closed_where_the_caller_asks_for_it() {
    let running = Running::new(Shop::default()).await;
    let mut connection = running.connect().await;
    connection.send("RemoveBook", "Connection: close\r\n", "{}").await;
    assert_eq!(connection.receive().await.0[0], "http/1.1 200 ok");
    assert_eq!(connection.rest().await, "");
    running.stop().await;
}

#[tokio::test]
async fn a_connection_that_breaks_ends_alone() {
    let running = Running::new(Shop::default()).await;
    let mut healthy = running.connect().await;
    healthy.send("RemoveBook", "", "{}").await;
    assert_eq!(healthy.receive().await.0[0], "http/1.1 200 ok");

    let mut garbage = running.connect().await;
    garbage.write("this is not HTTP\r\n\r\n").await;
    assert!(garbage.rest().await.starts_with("HTTP/1.1 400 "));
    let mut half = running.connect().await;
    half.write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n{").await;
    drop(half);
    let mut panicking = running.connect().await;
    panicking.send("RemoveBook", "X-Panic: yes\r\n", "{}").await;
    panicking.rest().await;

    healthy.send("RemoveBook", "", "{}").await;
    assert_eq!(healthy.receive().await.0[0], "http/1.1 200 ok");
    running.stop().await;
}

#[tokio::test]
async fn http_2_is_spoken_to_who_begins_with_it() {
    let running = Running::new(Shop::default()).await;
    let stream = TcpStream::connect(running.address).await.unwrap();
    let (sender, connection) = http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await.unwrap();
    let connection = tokio::spawn(connection);
    let calls: Vec<_> = (0..10)
        .map(|isbn| {
            let mut sender = sender.clone();
            let mut request = request("FindBook", &format!(r#"{{"Isbn":"{isbn}"}}"#)).map(Full::new);
            *request.uri_mut() = format!("http://{}/", running.address).parse().unwrap();
            tokio::spawn(async move {
                let response = sender.send_request(request).await.unwrap();
                assert_eq!((response.status(), response.version()), (http::StatusCode::OK, http::Version::HTTP_2));
                let body = response.into_body().collect().await.unwrap().to_bytes();
                assert_eq!(body, format!(r#"{{"Title":"{isbn}"}}"#));
            })
        })
        .collect();
    for call in calls {
        call.await.unwrap();
    }
    drop(sender);
    connection.await.unwrap().unwrap();
    running.stop().await;
}

#[tokio::test]
async fn a_request_in_flight_is_answered_after_the_server_is_told_to_stop() {
    let shop = Shop::default();
    let running = Running::new(shop.clone()).await;
    let mut connection = running.connect().await;
    connection.send("CountBooks", "", "").await;
    shop.counting.notified().await;

    let served = running.stop_listening().await;
    assert!(!served.is_finished(), "the server waits for the request in flight");
    shop.go_on.notify_one();
    assert_eq!(connection.receive().await.1, r#"{"Count":3}"#);
    assert_eq!(connection.rest().await, "", "the connection is not kept for another request");
    served.await.unwrap().unwrap();
}

#[tokio::test]
async fn who_has_no_more_to_say_gets_its_answer() {
    let shop = Shop::default();
    let running = Running::new(shop.clone()).await;
    let mut connection = running.connect().await;
    connection.send("CountBooks", "", "").await;
    connection.0.shutdown().await.unwrap();
    shop.counting.notified().await;
    // the server learns of the end before the answer is there
    requests_elsewhere(&running).await;
    shop.go_on.notify_one();
    assert_eq!(connection.receive().await.1, r#"{"Count":3}"#);
    assert_eq!(connection.rest().await, "");
    running.stop().await;
}

async fn requests_elsewhere(running: &Running) {
    let mut connection = running.connect().await;
    for _ in 0..3 {
        connection.send("RemoveBook", "", "{}").await;
        assert_eq!(connection.receive().await.0[0], "http/1.1 200 ok");
    }
}

#[tokio::test]
async fn a_great_answer_arrives_as_a_whole() {
    let running = Running::new(Shop::default()).await;
    let mut connection = running.connect().await;
    for times in [1 << 20, 1, 3 << 20] {
        connection.send("FindBook", &format!("X-Times: {times}\r\n"), r#"{"Isbn":"1"}"#).await;
        assert!(connection.receive().await.1 == format!(r#"{{"Title":"{}"}}"#, "1".repeat(times)), "{times}");
    }
    running.stop().await;
}

#[tokio::test]
async fn http_2_is_told_by_its_preface_even_in_pieces() {
    let running = Running::new(Shop::default()).await;
    let mut connection = running.connect().await;
    for piece in ["P", "RI * HTTP/2.0\r\n\r\nSM\r", "\n\r\n"] {
        connection.write(piece).await;
        tokio::task::yield_now().await;
    }
    // an empty frame of settings, which is what a client begins with
    connection.write("\0\0\0\x04\0\0\0\0\0").await;
    let mut frame = [0; 9];
    connection.0.read_exact(&mut frame).await.unwrap();
    assert_eq!((frame[3], &frame[5..]), (4, &[0; 4][..]), "the server's settings");
    drop(connection);
    running.stop().await;
}

// The clock of these tests stands still and jumps ahead where nothing else is left to do, so that they take no time.

#[tokio::test(start_paused = true)]
async fn a_request_that_never_ends_does_not_hold_up_the_server_for_ever() {
    let shop = Shop::default();
    let running = Running::new(shop.clone()).await;
    let mut connection = running.connect().await;
    connection.send("CountBooks", "", "").await;
    shop.counting.notified().await;
    tokio::time::timeout(Duration::from_secs(3600), running.stop()).await.expect("the server gives up in the end");
}

#[tokio::test(start_paused = true)]
async fn a_head_that_never_ends_is_given_up() {
    let running = Running::new(Shop::default()).await;
    let mut connection = running.connect().await;
    connection.write("POST / HTTP/1.1\r\nHost: localhost\r\n").await;
    tokio::time::timeout(Duration::from_secs(3600), connection.rest()).await.expect("the server closes the connection");
    running.stop().await;
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_says_nothing_is_given_up() {
    let running = Running::new(Shop::default()).await;
    for beginning in ["", "P"] {
        let mut connection = running.connect().await;
        connection.write(beginning).await;
        let closed = tokio::time::timeout(Duration::from_secs(3600), connection.rest()).await;
        closed.expect("the server closes the connection");
    }
    running.stop().await;
}

/// Long, but less than a client may take for the head of a request.
const A_WHILE: Duration = Duration::from_secs(20);

#[tokio::test(start_paused = true)]
async fn each_head_has_the_whole_time() {
    let running = Running::new(Shop::default()).await;
    let mut connection = running.connect().await;
    for _ in 0..5 {
        tokio::time::sleep(A_WHILE).await;
        connection.send("FindBook", "", r#"{"Isbn":"11"}"#).await;
        assert_eq!(connection.receive().await.1, r#"{"Title":"11"}"#);
    }
    let start = Instant::now();
    tokio::time::timeout(Duration::from_secs(3600), connection.rest()).await.expect("the server closes the connection");
    assert!(start.elapsed() > A_WHILE, "closed after {:?}", start.elapsed());
    running.stop().await;
}

#[tokio::test(start_paused = true)]
async fn an_answer_may_take_longer_than_a_head() {
    let shop = Shop::default();
    let running = Running::new(shop.clone()).await;
    let mut connection = running.connect().await;
    connection.send("CountBooks", "", "").await;
    shop.counting.notified().await;
    tokio::time::sleep(10 * A_WHILE).await;
    shop.go_on.notify_one();
    assert_eq!(connection.receive().await.1, r#"{"Count":3}"#);
    running.stop().await;
}

#[tokio::test(start_paused = true)]
async fn connections_without_a_request_end_when_the_server_is_told_to_stop() {
    let running = Running::new(Shop::default()).await;
    let (mut silent, mut idle) = (running.connect().await, running.connect().await);
    idle.send("RemoveBook", "", "{}").await;
    assert_eq!(idle.receive().await.0[0], "http/1.1 200 ok");
    let stream = TcpStream::connect(running.address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let (mut sender, http_2) = http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await.unwrap();
    let http_2 = tokio::spawn(http_2);
    let mut request = request("RemoveBook", "{}").map(Full::new);
    *request.uri_mut() = format!("http://{}/", running.address).parse().unwrap();
    assert_eq!(sender.send_request(request).await.unwrap().status(), 200);

    let start = Instant::now();
    running.stop().await;
    assert_eq!(start.elapsed(), Duration::ZERO, "there is nothing to wait for");
    assert_eq!((silent.rest().await, idle.rest().await), (String::new(), String::new()));
    http_2.await.unwrap().unwrap();
}
