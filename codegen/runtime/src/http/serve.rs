//! A listening socket into answered requests.

mod beginning;

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::time::Duration;

use ::http::{Request, Response};
use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tower_service::Service;

use super::super::service::{Dispatch, Server};
use super::{HttpService, ResponseFuture};
use beginning::Beginning;

/// How long a client may take to send the head of a request.
const HEADER_TIMEOUT: Duration = Duration::from_secs(30);

/// How long requests in flight may take once the server is told to stop.
const DRAIN_TIMEOUT: Duration = Duration::from_secs(10);

/// How long to wait before accepting again when the system has no more sockets to give.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// Serves an API over HTTP/1.1 and HTTP/2 on `listener` until `stop` is done; then takes no more connections,
/// and lets requests in flight finish for up to ten seconds.
///
/// # Errors
/// The listener's, if it cannot say its own address any more. A connection that breaks ends that connection only.
pub async fn serve<D: Dispatch>(
    listener: TcpListener,
    server: Server<D>,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    serve_service(listener, HttpService::new(server), stop).await
}

/// As [`serve`], for any tower service that answers as [`HttpService`] does: one with more around it.
///
/// # Errors
/// As [`serve`].
pub async fn serve_service<S>(listener: TcpListener, service: S, stop: impl Future<Output = ()>) -> io::Result<()>
where
    S: Service<Request<Incoming>, Response = Response<Full<Bytes>>, Error = Infallible, Future = ResponseFuture>
        + Clone
        + Send
        + 'static,
{
    listener.local_addr()?;
    let service = TowerToHyperService::new(service);
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEADER_TIMEOUT);
    builder.http2().timer(TokioTimer::new());
    let connections = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        let Ok((stream, _)) = accepted else {
            tokio::time::sleep(ACCEPT_PAUSE).await;
            continue;
        };
        // small answers are sent at once; where the system refuses, they are only slower
        let _ = stream.set_nodelay(true);
        let connection =
            builder.serve_connection(TokioIo::new(Beginning::new(stream, HEADER_TIMEOUT)), service.clone());
        let connection = connections.watch(connection.into_owned());
        tokio::spawn(async move {
            // what ends a connection is its client's to know
            let _ = connection.await;
        });
    }
    drop(listener);
    let _ = tokio::time::timeout(DRAIN_TIMEOUT, connections.shutdown()).await;
    Ok(())
}
