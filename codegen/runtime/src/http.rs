//! A server of an API on the network: a tower service, an axum router and a hyper server on top of
//! [`Server`].

use std::convert::Infallible;
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use ::http::{Request, Response, StatusCode};
use bytes::{Buf, BufMut, Bytes, BytesMut};
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
        Box::pin(response(Arc::clone(&self.server), request))
    }
}

/// The response of `server` to `request`.
fn response<D, B>(
    server: Arc<Server<D>>,
    request: Request<B>,
) -> impl Future<Output = Result<Response<Full<Bytes>>, Infallible>> + Send
where
    D: Dispatch,
    B: Body + Send,
    B::Data: Send,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let (head, body) = request.into_parts();
    // before the future is made, which is as great as all that it ever holds
    let mut opened = server.open(head);
    async move {
        let response = match whole(body, server.settings().limits.body_bytes).await {
            Ok(body) => server.answer(&mut opened, &body).await,
            Err(status) => opened.unread(D::SERVICE, status),
        };
        Ok(response.map(Full::new))
    }
}

/// The whole of a body, or the status where there is none. Most come in one piece, which is taken as it is.
async fn whole<B>(body: B, limit: usize) -> Result<Bytes, StatusCode>
where
    B: Body,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let mut body = pin!(Limited::new(body, limit));
    let mut whole = Bytes::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|error| {
            if error.is::<LengthLimitError>() {
                StatusCode::PAYLOAD_TOO_LARGE
            } else {
                // the caller went away or broke off; it will hardly read this
                StatusCode::BAD_REQUEST
            }
        })?;
        let Ok(mut piece) = frame.into_data() else { continue };
        if whole.is_empty() {
            whole = piece.copy_to_bytes(piece.remaining());
        } else {
            let mut longer = BytesMut::from(whole);
            longer.put(piece);
            whole = longer.freeze();
        }
        if body.is_end_stream() {
            break;
        }
    }
    Ok(whole)
}

/// An axum router that answers every request of one API, to be merged with others or nested.
#[cfg(feature = "axum")]
pub fn router<D: Dispatch>(server: Server<D>) -> axum::Router {
    axum::Router::new().fallback_service(HttpService::new(server))
}
