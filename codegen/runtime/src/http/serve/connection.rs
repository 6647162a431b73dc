//! One connection from its first byte to its last.

use std::convert::Infallible;
use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use ::http::{Request, Response};
use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::server::conn::{http1, http2};
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulConnection;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until, timeout};

use super::heads::{HEADER_TIMEOUT, Heads};
use super::version::Version;

/// What answers the requests of connections.
pub(super) trait Answering:
    Service<Request<Incoming>, Response = Response<Full<Bytes>>, Error = Infallible, Future: Send> + Clone + Send + 'static
{
}

impl<S> Answering for S where
    S: Service<Request<Incoming>, Response = Response<Full<Bytes>>, Error = Infallible, Future: Send>
        + Clone
        + Send
        + 'static
{
}

/// Answers what comes over `stream` until its client has enough, or `stop` changes and what was asked is answered.
pub(super) async fn serve<S: Answering>(stream: TcpStream, service: S, mut stop: watch::Receiver<()>) {
    let version = tokio::select! {
        // which version a connection has is told by its first bytes, and nothing else limits the time for them
        version = timeout(HEADER_TIMEOUT, Version::of(&stream)) => version,
        _ = stop.changed() => return,
    };
    let Ok(Ok(version)) = version else { return };
    let (stream, heads) = (TokioIo::new(stream), Heads::new());
    match version {
        Version::Http1 => {
            let mut http = http1::Builder::new();
            http.timer(heads.clone()).header_read_timeout(HEADER_TIMEOUT);
            // who has nothing more to say may still want its answer; and to listen on meanwhile would take room anew
            http.half_close(true);
            // answers are small: a copy behind the head is cheaper than two pieces, for the system too
            http.writev(false);
            let came = heads.clone();
            let service = service_fn(move |request| {
                came.came();
                service.call(request)
            });
            attend(http.serve_connection(stream, service), &heads, stop).await;
        }
        Version::Http2 => {
            let mut http = http2::Builder::new(TokioExecutor::new());
            http.timer(TokioTimer::new());
            attend(http.serve_connection(stream, service), &heads, stop).await;
        }
    }
}

/// Drives a connection to its end.
///
/// What else may happen to it is rare. It is waited for once, which wakes the task that all of this is, and is only
/// looked at from then on: to wait for it anew at each request takes longer than to read its head.
async fn attend<C: GracefulConnection>(connection: C, heads: &Heads, mut stop: watch::Receiver<()>) {
    let told = stop.clone();
    let (mut connection, mut stop) = (pin!(connection), pin!(stop.changed()));
    let mut alarm = pin!(sleep_until(Instant::now() + HEADER_TIMEOUT));
    let (mut waits, mut leaves) = (false, false);
    poll_fn(|cx| {
        if !waits || alarm.is_elapsed() {
            while alarm.as_mut().poll(cx).is_ready() {
                let Some(next) = heads.look() else { return Poll::Ready(()) };
                alarm.as_mut().reset(next);
            }
        }
        if !waits {
            waits = true;
            let _ = stop.as_mut().poll(cx);
        }
        if !leaves && !matches!(told.has_changed(), Ok(false)) {
            leaves = true;
            connection.as_mut().graceful_shutdown();
        }
        // what ends a connection is its client's to know
        connection.as_mut().poll(cx).map(drop)
    })
    .await;
}
