//! The time that a client has for the head of a request, without a timer for each head.
//!
//! Nearly all heads come at once, and to set and clear a timer takes longer than to read one. So it is only noted until
//! when a head must be there, and one timer a connection looks at the note when it may have passed.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant as StdInstant};

use hyper::rt::{Sleep, Timer};
use tokio::time::Instant;

/// How long a client may take to send the head of a request.
pub(super) const HEADER_TIMEOUT: Duration = Duration::from_secs(30);

/// No head is waited for.
const NONE: u64 = u64::MAX;

/// The heads of one connection.
#[derive(Clone)]
pub(super) struct Heads(Arc<Note>);

struct Note {
    begin: Instant,
    /// When the head that is waited for must be there, in milliseconds from the beginning.
    due: AtomicU64,
}

impl Heads {
    pub(super) fn new() -> Self {
        Self(Arc::new(Note { begin: Instant::now(), due: AtomicU64::new(NONE) }))
    }

    /// The head that was waited for is there.
    pub(super) fn came(&self) {
        self.0.due.store(NONE, Ordering::Relaxed);
    }

    /// When to look next; `None` if the head that is waited for is overdue.
    pub(super) fn look(&self) -> Option<Instant> {
        let now = Instant::now();
        let due = match self.0.due.load(Ordering::Relaxed) {
            // one that is waited for from now on is due later than this
            NONE => now + HEADER_TIMEOUT,
            due => self.0.begin + Duration::from_millis(due),
        };
        (due > now).then_some(due)
    }
}

/// For hyper, which sets a timer when it begins to wait for a head, and for nothing else.
impl Timer for Heads {
    fn sleep(&self, duration: Duration) -> Pin<Box<dyn Sleep>> {
        self.sleep_until(self.now() + duration)
    }

    fn sleep_until(&self, deadline: StdInstant) -> Pin<Box<dyn Sleep>> {
        let due = deadline.saturating_duration_since(self.0.begin.into_std()).as_millis();
        self.0.due.store(u64::try_from(due).unwrap_or(NONE), Ordering::Relaxed);
        Box::pin(Forever)
    }

    fn now(&self) -> StdInstant {
        Instant::now().into_std()
    }
}

/// What hyper waits for: it never comes, since who looks at the note ends the connection.
struct Forever;

impl Future for Forever {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        Poll::Pending
    }
}

impl Sleep for Forever {}
