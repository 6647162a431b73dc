//! A name -> a server that runs until it is killed: the generated one, or a rival with the same answer.

use std::convert::Infallible;
use std::future::pending;
use std::net::Ipv4Addr;
use std::sync::Arc;

use anyhow::Result;
use axum::Router;
use axum::extract::State as Known;
use axum::routing::post;
use bench::ours::Pools;
use bench::{REQUESTS, State, hand};
use bytes::Bytes;
use clap::{Parser, ValueEnum};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper::header::{CONTENT_TYPE, HeaderMap, HeaderValue};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;

/// Serve `GetSigningCertificate` on a free port, which is printed.
#[derive(Parser)]
struct Arguments {
    which: Which,
}

#[derive(Clone, Copy, ValueEnum)]
enum Which {
    /// the generated server
    Ours,
    /// hyper, which reads the request and sends an answer that is ready
    Hyper,
    /// axum, with the server by hand
    Axum,
    /// TCP: sends an answer that is ready whenever it has read something
    Tcp,
}

const JSON: HeaderValue = HeaderValue::from_static("application/x-amz-json-1.1");

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    println!("listening on http://{}", listener.local_addr()?);
    match Arguments::parse().which {
        Which::Ours => {
            cognito_idp::runtime::http::serve(listener, cognito_idp::server(Pools(State::new())), pending()).await?;
        }
        Which::Axum => {
            let router = Router::new().route("/", post(by_hand)).with_state(Arc::new(State::new()));
            axum::serve(axum::serve::ListenerExt::tap_io(listener, |stream| drop(stream.set_nodelay(true))), router)
                .await?;
        }
        Which::Hyper => hyper(listener).await?,
        Which::Tcp => tcp(listener).await?,
    }
    Ok(())
}

/// The answer of all of them.
fn answer() -> Result<Bytes> {
    let [certificate, ..] = REQUESTS;
    let answer = hand::answer(certificate.target, certificate.body.as_bytes(), &State::new());
    Ok(answer.map_err(|refused| anyhow::anyhow!("{refused}"))?.into())
}

async fn by_hand(
    Known(state): Known<Arc<State>>,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, [(hyper::header::HeaderName, HeaderValue); 1], Vec<u8>) {
    let target = headers.get("x-amz-target").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (status, body) = match hand::answer(target, &body, &state) {
        Ok(answer) => (StatusCode::OK, answer),
        Err(refused) => (StatusCode::BAD_REQUEST, refused.to_string().into()),
    };
    (status, [(CONTENT_TYPE, JSON)], body)
}

async fn hyper(listener: TcpListener) -> Result<()> {
    let answer = answer()?;
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let answer = answer.clone();
        let service = service_fn(move |request: Request<Incoming>| {
            let answer = answer.clone();
            async move {
                let _ = request.into_body().collect().await;
                let mut response = Response::new(Full::new(answer));
                response.headers_mut().insert(CONTENT_TYPE, JSON);
                Ok::<_, Infallible>(response)
            }
        });
        let http = hyper::server::conn::http1::Builder::new();
        tokio::spawn(http.serve_connection(TokioIo::new(stream), service));
    }
}

async fn tcp(listener: TcpListener) -> Result<()> {
    let body = answer()?;
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n", body.len());
    let answer = Bytes::from([head.as_bytes(), &body[..]].concat());
    loop {
        let (mut stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let answer = answer.clone();
        tokio::spawn(async move {
            let mut room = [0; 4096];
            while stream.read(&mut room).await.is_ok_and(|read| read > 0) && stream.write_all(&answer).await.is_ok() {}
        });
    }
}
