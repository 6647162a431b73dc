//! Calls -> the memory of the last of them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::super::codec::Encode;
use super::super::json::{Document, Writer};
use super::super::schema::TimestampFormat;
use super::super::service::Context;
use super::super::timestamp::Timestamp;
use super::sample::read;

/// How many requests are remembered if nothing else is said.
const REMEMBERED: usize = 1000;

/// A request that was received.
#[derive(Clone, Debug, PartialEq)]
pub struct Received {
    /// Name of the operation.
    pub operation: &'static str,
    /// Identifier of the call, which the response carried too.
    pub request_id: String,
    /// When it came.
    pub time: Timestamp,
    /// The input, read into its type and written again: members that the API does not know are gone.
    pub input: Document,
}

impl Encode for Received {
    fn encode(&self, writer: &mut Writer) {
        let Self { operation, request_id, time, input } = self;
        writer.begin_structure();
        writer.member("operation").string(operation);
        writer.member("requestId").string(request_id);
        writer.member("time").timestamp(*time, TimestampFormat::DateTime);
        writer.member("input").document(input);
        writer.end_structure();
    }
}

/// The last requests, in a memory that clones share.
#[derive(Clone, Debug)]
pub(super) struct Log {
    most: usize,
    requests: Arc<Mutex<VecDeque<Received>>>,
}

impl Default for Log {
    fn default() -> Self {
        Self::new(REMEMBERED)
    }
}

impl Log {
    pub(super) fn new(most: usize) -> Self {
        Self { most, requests: Arc::default() }
    }

    pub(super) fn record(&self, context: &Context, input: &impl Encode) {
        let received = Received {
            operation: context.operation().name,
            request_id: context.request_id().to_owned(),
            time: Timestamp::now(),
            // an operation that takes nothing has an empty body
            input: read(&input.to_body()).unwrap_or(Document::Object(Vec::new())),
        };
        let mut requests = self.lock();
        requests.push_back(received);
        while requests.len() > self.most {
            requests.pop_front();
        }
    }

    pub(super) fn requests(&self) -> Vec<Received> {
        self.lock().iter().cloned().collect()
    }

    pub(super) fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Received>> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Encode for Log {
    fn encode(&self, writer: &mut Writer) {
        writer.list(self.lock().iter(), |writer, received| received.encode(writer));
    }
}
