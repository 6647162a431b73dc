//! A server of an API on the network: a tower service, an axum router and a hyper server on top of
//! [`Server`].

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use ::http::{Request, Response, StatusCode};
use bytes::Bytes;
use http_body::Body;
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use tower_service::Service;

use super::service::{Dispatch, Server};

#[cfg(feature = "serve")]
mod serve;
#[cfg(feature = "serve")]
pub use serve::{serve, serve_service};

/// A tower service that answers every request of one API.
#[derive(Debug)]
pub struct HttpService<D> {
    server: Arc<Server<D>>,
}

impl<D> HttpService<D> {
    /// A service on top of `server`.
    #[must_use]
    pub fn new(server: Server<D>) -> Self {
        Self { server: Arc::new(server) }
    }
}

impl<D> Clone for HttpService<D> {
    fn clone(&self) -> Self {
        Self { server: Arc::clone(&self.server) }
    }
}

/// A response to be.
pub type ResponseFuture = Pin<Box<dyn Future<Output = Result<Response<Full<Bytes>>, Infallible>> + Send>>;

impl<D, B> Service<Request<B>> for HttpService<D>
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
        let server = Arc::clone(&self.server);
        Box::pin(async move { Ok(answer(&server, request).await.map(Full::new)) })
    }
}

async fn answer<D, B>(server: &Server<D>, request: Request<B>) -> Response<Bytes>
where
    D: Dispatch,
    B: Body,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let (head, body) = request.into_parts();
    match Limited::new(body, server.settings().limits.body_bytes).collect().await {
        Ok(body) => server.respond(Request::from_parts(head, body.to_bytes())).await,
        Err(error) if error.is::<LengthLimitError>() => server.unread(&head, StatusCode::PAYLOAD_TOO_LARGE),
        // the caller went away or broke off; it will hardly read this
        Err(_) => server.unread(&head, StatusCode::BAD_REQUEST),
    }
}

/// An axum router that answers every request of one API, to be merged with others or nested.
#[cfg(feature = "axum")]
pub fn router<D: Dispatch>(server: Server<D>) -> axum::Router {
    axum::Router::new().fallback_service(HttpService::new(server))
}
