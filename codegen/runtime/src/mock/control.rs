//! Requests to a mock -> answers of the API, and what the mock has to tell.

use std::convert::Infallible;
use std::future::ready;
use std::task::{Context, Poll};

use ::http::header::{CONTENT_TYPE, HeaderValue};
use ::http::{Method, Request, Response, StatusCode};
use bytes::Bytes;
use http_body::Body;
use http_body_util::{BodyExt, Full, Limited};
use tower_service::Service;

use super::super::codec::Encode;
use super::super::http::{HttpService, ResponseFuture};
use super::super::json::Writer;
use super::super::service::{Dispatch, Server};
use super::samples::samples;
use super::{Failures, Mock, UnknownName};

const REQUESTS: &str = "/_mock/requests";
const SAMPLES: &str = "/_mock/samples";
const FAILURES: &str = "/_mock/failures";

/// The longest body that can be the name of an error.
const NAME_BYTES: usize = 1024;

/// A tower service for a server of a mock: what it is asked below `/_mock/` is answered here, and everything else goes
/// to the API.
///
/// | request | answer |
/// |---|---|
/// | `GET /_mock/requests` | what the mock received; `DELETE` makes it forget |
/// | `GET /_mock/samples` | what can be sent, what it answers, and the errors it can fail with |
/// | `GET /_mock/failures` | what fails: the errors' names by those of the operations; `DELETE` ends all of it |
/// | `PUT /_mock/failures/OPERATION` | none, but the operation fails with the error that the body names; `DELETE` ends it |
///
/// A name that the API does not have is told in a JSON object's `message`, with status 404 for an operation and 400 for
/// an error. Browsers do not let pages of other origins read these answers: what was received may be secret.
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
        let failures = self.mock.failures();
        let path = request.uri().path();
        let failing = path.strip_prefix(FAILURES).and_then(|rest| rest.strip_prefix('/'));
        let own = match (request.method(), path, failing) {
            (&Method::GET, REQUESTS, _) => json(self.mock.requests_json()),
            (&Method::GET, SAMPLES, _) => json(samples(self.mock.service)),
            (&Method::GET, FAILURES, _) => json(failures.to_body()),
            (&Method::DELETE, REQUESTS, _) => {
                self.mock.forget();
                no_content()
            }
            (&Method::DELETE, FAILURES, _) => {
                failures.clear();
                no_content()
            }
            (&Method::DELETE, _, Some(operation)) => done(failures.remove(operation)),
            (&Method::PUT, _, Some(operation)) => {
                let (failures, operation) = (failures.clone(), operation.to_owned());
                return Box::pin(
                    async move { Ok(fail(&failures, &operation, request.into_body()).await.map(Full::new)) },
                );
            }
            _ => return self.api.call(request),
        };
        Box::pin(ready(Ok(own.map(Full::new))))
    }
}

/// Makes an operation fail with the error that the body names.
async fn fail<B: Body>(failures: &Failures, operation: &str, body: B) -> Response<Bytes>
where
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    match Limited::new(body, NAME_BYTES).collect().await {
        Ok(name) => done(failures.set(operation, String::from_utf8_lossy(&name.to_bytes()).trim())),
        Err(error) => refused(StatusCode::BAD_REQUEST, &format!("the body should be the name of an error: {error}")),
    }
}

fn done(done: Result<(), UnknownName>) -> Response<Bytes> {
    match done {
        Ok(()) => no_content(),
        Err(UnknownName::Operation(message)) => refused(StatusCode::NOT_FOUND, &message),
        Err(UnknownName::Error(message) | UnknownName::Neither(message)) => refused(StatusCode::BAD_REQUEST, &message),
    }
}

fn refused(status: StatusCode, message: &str) -> Response<Bytes> {
    let mut writer = Writer::default();
    writer.begin_structure();
    writer.member("message").string(message);
    writer.end_structure();
    let mut response = json(writer.into_bytes());
    *response.status_mut() = status;
    response
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
