//! A listening socket into answered requests.

mod connection;
mod heads;
mod version;

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use ::http::{Request, Response};
use bytes::Bytes;
use http_body_util::Full;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_service::Service;

use super::super::service::{Dispatch, Server};
use super::{ResponseFuture, response};
use connection::Answering;

/// How long requests in flight may take once the server is told to stop.
const DRAIN_TIMEOUT: Duration = Duration::from_secs(10);

/// How long to wait before accepting again when the system has no more sockets to give.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// Serves an API over HTTP/1.1 and HTTP/2 on `listener` until `stop` is done; then takes no more connections,
/// and lets requests in flight finish for up to ten seconds.
///
/// A request by HTTP/1.1 is answered to its end even if its client closes its side of the connection meanwhile.
///
/// # Errors
/// The listener's, if it cannot say its own address any more. A connection that breaks ends that connection only.
pub async fn serve<D: Dispatch>(
    listener: TcpListener,
    server: Server<D>,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let server = Arc::new(server);
    listen(listener, service_fn(move |request| response(Arc::clone(&server), request)), stop).await
}

/// As [`serve`], for any tower service that answers as [`HttpService`](super::HttpService) does: one with more around
/// it.
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
    listen(listener, TowerToHyperService::new(service), stop).await
}

async fn listen<S>(listener: TcpListener, service: S, stop: impl Future<Output = ()>) -> io::Result<()>
where
    S: Answering,
{
    listener.local_addr()?;
    // told when to stop, and gone when all connections are
    let connections = watch::Sender::new(());
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
        tokio::spawn(connection::serve(stream, service.clone(), connections.subscribe()));
    }
    drop(listener);
    connections.send_replace(());
    let _ = tokio::time::timeout(DRAIN_TIMEOUT, connections.closed()).await;
    Ok(())
}
