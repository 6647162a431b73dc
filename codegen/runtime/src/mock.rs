//! The static tables of an API -> answers to every operation, made up within all constraints.
//!
//! [`Mock`] is what the emitted module `mock` implements the API's trait for. It answers each operation with a
//! sample of its output, remembers what it was asked, and fails where it is told to; [`run()`] serves one on the
//! network. It is for tests of clients: it knows no state, and what it remembers may hold secrets.

mod control;
mod credentials;
mod fail;
mod failures;
mod log;
mod run;
mod sample;
mod samples;
mod vary;

use std::time::Duration;

pub use control::Control;
pub use failures::{Failures, UnknownName};
pub use log::Received;
pub use run::{Options, run};
pub use sample::{least, sample};

use super::codec::{Decode, Encode};
use super::errors::Failure;
use super::schema::Service;
use super::service::{Context, Exchange, Outcome};
use log::Log;

/// A server that answers every operation with a sample of its output: all members set, all constraints kept, and
/// the same for every request.
///
/// Clones share the memory of what was received and of what is to fail, so that one can be asked what another was sent,
/// and told what another fails.
#[derive(Clone, Debug)]
pub struct Mock {
    service: &'static Service,
    latency: Duration,
    failures: Failures,
    log: Log,
}

impl Mock {
    /// A mock of `service` that answers at once, never fails, and remembers the last 1000 requests.
    #[must_use]
    pub fn new(service: &'static Service) -> Self {
        Self { service, latency: Duration::ZERO, failures: Failures::new(service), log: Log::default() }
    }

    /// The same mock, but every answer takes at least this long.
    #[must_use]
    pub fn latency(mut self, latency: Duration) -> Self {
        self.latency = latency;
        self
    }

    /// The same mock, remembering this many requests, and none yet.
    #[must_use]
    pub fn remember(mut self, requests: usize) -> Self {
        self.log = Log::new(requests);
        self
    }

    /// The same mock, but `operation` fails with `error`: one that it declares, or any other of the API.
    ///
    /// # Errors
    /// [`UnknownName`] if the API has no such operation or no such error.
    pub fn fail(self, operation: &str, error: &str) -> Result<Self, UnknownName> {
        self.failures.set(operation, error)?;
        Ok(self)
    }

    /// What fails, to be read and changed while the mock runs.
    #[must_use]
    pub fn failures(&self) -> &Failures {
        &self.failures
    }

    /// What was received, oldest first. A request whose input breaks a constraint is refused before it gets here.
    #[must_use]
    pub fn requests(&self) -> Vec<Received> {
        self.log.requests()
    }

    /// What was received as a JSON array of `{"operation", "requestId", "time", "input"}`, oldest first.
    #[must_use]
    pub fn requests_json(&self) -> Vec<u8> {
        self.log.to_body()
    }

    /// Forgets what was received.
    pub fn forget(&self) {
        self.log.clear();
    }

    /// Answers one call.
    ///
    /// # Errors
    /// The error that the operation was told to fail with; `InternalFailure` if no sample of its output can be made.
    pub async fn answer<O>(&self, context: &Context, input: O::Input) -> Outcome<O>
    where
        O: Exchange<Input: Encode, Output: Decode>,
    {
        self.log.record(context, &input);
        drop(input);
        if !self.latency.is_zero() {
            tokio::time::sleep(self.latency).await;
        }
        if let Some(failed) = self.failures.of(context.operation().name) {
            return Err(Failure::undeclared(&*failed));
        }
        output::<O>().ok_or_else(|| {
            let name = O::OPERATION.name;
            Failure::other("InternalFailure", 500, format!("No output of {name} was found that keeps all constraints."))
        })
    }
}

/// The sample of an operation's output, in its type.
fn output<O: Exchange<Output: Decode>>() -> Option<O::Output> {
    let body = match O::OPERATION.output {
        Some(shape) => sample(shape)?.to_body(),
        None => Vec::new(),
    };
    O::Output::from_body(&body, usize::MAX).ok()
}
