//! Requests of scripts from other origins, by every face of a server.

use crate::bookshop::server;
use crate::messages::{CONTENT_TYPE, request};
use crate::{Pieces, Running, Shop, call, parts, small};
use codegen_runtime::Cors;
use codegen_runtime::http::{HttpService, router};
use http::{HeaderValue, Method, Request};
use http_body_util::Full;

const ALLOWED: [(&str, &str); 2] = [
    ("access-control-allow-origin", "*"),
    ("access-control-expose-headers", "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date"),
];

const ORIGIN: HeaderValue = HeaderValue::from_static("https://shop.example");

/// The headers of a shared response with a content type.
fn shared() -> Vec<(&'static str, &'static str)> {
    [&ALLOWED[..], &[("content-type", CONTENT_TYPE)]].concat()
}

fn preflight<B>(body: B) -> Request<B> {
    let request = Request::options("/").header("origin", ORIGIN).header("access-control-request-method", "POST");
    request.header("access-control-request-headers", "x-amz-target,content-type").body(body).unwrap()
}

/// The headers of the answer to [`preflight`].
fn preflighted() -> Vec<(&'static str, &'static str)> {
    vec![
        ("access-control-allow-headers", "x-amz-target,content-type"),
        ("access-control-allow-methods", "POST"),
        ALLOWED[0],
        ALLOWED[1],
        ("access-control-max-age", "172800"),
    ]
}

#[tokio::test]
async fn the_service_and_the_router_answer_preflights_and_share() {
    let mut service = HttpService::new(server(Shop::default()));
    let response = call(&mut service, preflight(Full::<bytes::Bytes>::default())).await;
    assert_eq!(parts(&response), (200, preflighted(), ""));
    let mut router = router(server(Shop::default()));
    let response = call(&mut router, preflight(axum::body::Body::empty())).await;
    assert_eq!(parts(&response), (200, preflighted(), ""));
    let mut find = request("FindBook", r#"{"Isbn":"11"}"#).map(axum::body::Body::from);
    find.headers_mut().insert("origin", ORIGIN);
    assert_eq!(parts(&call(&mut router, find).await), (200, shared(), r#"{"Title":"11"}"#));
}

#[tokio::test]
async fn responses_to_unread_bodies_are_shared_too() {
    let mut service = HttpService::new(small());
    for (pieces, status) in
        [(Pieces::new(&["0123456789"; 3]), 413), (Pieces { breaks: true, ..Pieces::new(&["{"]) }, 400)]
    {
        let mut request = request("FindBook", "").map(|_| pieces);
        request.headers_mut().insert("origin", ORIGIN);
        assert_eq!(parts(&call(&mut service, request).await), (status, shared(), ""));
    }
    // a preflight is one whatever its body
    let response = call(&mut service, preflight(Pieces::new(&["0123456789"; 3]))).await;
    assert_eq!(parts(&response), (200, preflighted(), ""));
}

#[tokio::test]
async fn a_service_that_shares_nothing_says_nothing_of_it() {
    let mut service = HttpService::new(small().cors(Cors::Off));
    let own = vec![("content-type", CONTENT_TYPE)];
    for (body, status) in [(r#"{"Isbn":"11"}"#, 200), ("123456789012345678901", 413)] {
        let mut request = request("FindBook", body).map(Full::new);
        request.headers_mut().insert("origin", ORIGIN);
        let response = call(&mut service, request).await;
        assert_eq!((response.status().as_u16(), parts(&response).1), (status, own.clone()));
    }
    let mut options = request("FindBook", "").map(Full::new);
    *options.method_mut() = Method::OPTIONS;
    options.headers_mut().insert("origin", ORIGIN);
    assert_eq!(call(&mut service, options).await.status(), 404);
}

#[tokio::test]
async fn a_preflight_over_a_socket_has_neither_content_type_nor_body() {
    let running = Running::new(Shop::default()).await;
    let mut connection = running.connect().await;
    connection
        .write(
            "OPTIONS / HTTP/1.1\r\nHost: localhost\r\nOrigin: https://shop.example\r\nAccess-Control-Request-Method: \
             POST\r\nAccess-Control-Request-Headers: x-amz-target,content-type\r\n\r\n",
        )
        .await;
    let (head, body) = connection.receive().await;
    let mut expected = vec!["http/1.1 200 ok".to_owned()];
    expected.extend(preflighted().iter().map(|(name, value)| format!("{name}: {value}").to_ascii_lowercase()));
    expected.push("content-length: 0".to_owned());
    assert_eq!((head, body.as_str()), (expected, ""));
    connection.send("RemoveBook", "Origin: https://shop.example\r\n", "{}").await;
    let (head, _) = connection.receive().await;
    assert!(head.contains(&"access-control-allow-origin: *".to_owned()), "{head:?}");
    running.stop().await;
}
