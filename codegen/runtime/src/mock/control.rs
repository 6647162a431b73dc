//! Requests to a mock -> answers of the API, and what the mock has to tell.

use std::convert::Infallible;
use std::future::ready;
use std::task::{Context, Poll};

use ::http::header::{CONTENT_TYPE, HeaderValue};
use ::http::{Method, Request, Response, StatusCode};
use bytes::Bytes;
use http_body::Body;
use http_body_util::Full;
use tower_service::Service;

use super::super::http::{HttpService, ResponseFuture};
use super::super::service::{Dispatch, Server};
use super::Mock;
use super::samples::samples;

const REQUESTS: &str = "/_mock/requests";
const SAMPLES: &str = "/_mock/samples";

/// A tower service for a server of a mock: `GET /_mock/requests` answers what the mock received, `DELETE` makes it
/// forget, `GET /_mock/samples` answers what can be sent and what it answers, and everything else goes to the API.
#[derive(Debug)]
pub struct Control<D> {
    mock: Mock,
    api: HttpService<D>,
}

impl<D> Control<D> {
    /// A service on top of `server`, which must be one of `mock` or a clone of it.
    #[must_use]
    pub fn new(mock: Mock, server: Server<D>) -> Self {
        Self { mock, api: HttpService::new(server) }
    }
}

impl<D> Clone for Control<D> {
    fn clone(&self) -> Self {
        Self { mock: self.mock.clone(), api: self.api.clone() }
    }
}

impl<D, B> Service<Request<B>> for Control<D>
where
    D: Dispatch,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    type Response = Response<Full<Bytes>>;
    type Error = Infallible;
    type Future = ResponseFuture;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<B>) -> ResponseFuture {
        let own = match (request.method(), request.uri().path()) {
            (&Method::GET, REQUESTS) => json(self.mock.requests_json()),
            (&Method::GET, SAMPLES) => json(samples(self.mock.service)),
            (&Method::DELETE, REQUESTS) => {
                self.mock.forget();
                no_content()
            }
            _ => return self.api.call(request),
        };
        Box::pin(ready(Ok(own.map(Full::new))))
    }
}

fn json(body: Vec<u8>) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

fn no_content() -> Response<Bytes> {
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::NO_CONTENT;
    response
}
