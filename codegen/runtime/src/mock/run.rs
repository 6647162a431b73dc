//! What a command line says -> a mock that is served until the process is asked to end.

use std::future::Future;
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpListener;

use super::super::http::serve_service;
use super::super::service::{Cors, Dispatch, Server, StatusCodes};
use super::credentials::guard;
use super::{Control, Mock, UnknownName};

/// What a command line says of a mock.
#[derive(Clone, Debug)]
pub struct Options {
    /// Address and port to listen on.
    pub listen: SocketAddr,
    /// HTTP statuses of errors.
    pub statuses: StatusCodes,
    /// Whether scripts of web pages may call it.
    pub cors: Cors,
    /// The least time that an answer takes.
    pub latency: Duration,
    /// What fails, each as `OPERATION=ERROR`.
    pub fail: Vec<String>,
    /// Whose signatures are good, each as `ACCESS_KEY:SECRET` or `ACCESS_KEY:SECRET:SESSION_TOKEN`. Without any,
    /// signatures are not checked.
    pub credentials: Vec<String>,
}

impl Options {
    /// The mock that is meant.
    fn mock<D: Dispatch>(&self) -> Result<Mock, UnknownName> {
        self.fail.iter().try_fold(Mock::new(D::SERVICE).latency(self.latency), |mock, rule| {
            let (operation, error) = rule.split_once('=').ok_or_else(|| UnknownName::form(rule))?;
            mock.fail(operation, error)
        })
    }
}

/// Serves a mock of an API on the network, with [`Control`] beside it, until the process gets SIGINT or SIGTERM.
///
/// `server` is the API's emitted function of that name. Prints the address once it listens.
///
/// # Errors
/// If the options name what the API does not have, or the address cannot be listened on.
pub async fn run<D: Dispatch>(
    options: Options,
    server: impl FnOnce(Mock) -> Server<D>,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let mock = options.mock::<D>()?;
    let mut server = server(mock.clone()).statuses(options.statuses).cors(options.cors);
    if let Some(guard) = guard(&options.credentials)? {
        server = server.guard(guard);
    }
    let stop = stop()?;
    let listener = TcpListener::bind(options.listen)
        .await
        .map_err(|error| format!("cannot listen on {}: {error}", options.listen))?;
    let (count, title) = (D::SERVICE.operations.len(), D::SERVICE.title);
    let mut out = io::stdout().lock();
    writeln!(out, "listening on http://{}\n{count} operations of {title}", listener.local_addr()?)?;
    drop(out);
    serve_service(listener, Control::new(mock, server), stop).await?;
    Ok(())
}

/// Done when the process is asked to end.
#[cfg(unix)]
fn stop() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Done when the process is asked to end.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps)] // as on Unix
fn stop() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // without a handler there is nothing to wait for, and the process ends as it would have anyway
        let _ = tokio::signal::ctrl_c().await;
    })
}
