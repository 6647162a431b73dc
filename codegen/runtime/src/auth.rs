//! A request -> who sent it, and whether they may: what stands before operations that need proof of their caller.
//!
//! A [`Server`](super::service::Server) asks nobody for proof until it has a [`Guard`]. From then on every operation
//! that the description marks as signed passes its [`Authenticator`] and, if there is one, its [`Authorizer`] before
//! its input is looked at; whom they refuse is told so in the real endpoint's words.
//!
//! ```ignore
//! let known = InMemory::default();
//! known.insert("AKIDEXAMPLE", Credential::new("secret").principal("arn:aws:iam::123456789012:user/alice"));
//! let server = server.guard(Guard::new(SigV4::new(known).region("us-east-1")));
//! ```
//!
//! With the feature `sigv4` there is `sigv4::SigV4`, which verifies AWS signatures, version 4. Any other proof is a
//! matter of implementing [`Authenticator`]; any policy one of implementing [`Authorizer`]. Handlers get to know the
//! caller by [`Context::identity`](super::service::Context::identity).
//!
//! # Where the real endpoint is unknown
//!
//! - An operation that is not signed is open to everybody: a signature that it carries all the same, good or bad, is
//!   not looked at, and its handler has no identity.
//! - A body that is not JSON is noticed before who sent it, as at Kinesis; all that can be wrong with JSON, after.
//! - A caller without a known principal is named by the access key where a policy refuses.
//! - Where credentials or policies cannot be looked up, the answer is `InternalFailure` with status 500, the general
//!   error that AWS documents.
//!
//! What is unknown of signatures is told where they are verified, in the module `sigv4`.

mod identity;
mod refusal;
#[cfg(feature = "sigv4")]
pub mod sigv4;

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use ::http::request::Parts;

pub use identity::Identity;
pub use refusal::Refusal;

use super::errors::Fault;
use super::schema::{Auth, Operation, Service};

/// An answer that may take a while.
pub type Pending<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A call as it stands before anything of its input is known: whoever judges it sees the request itself.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// The API that is called.
    pub service: &'static Service,
    /// The operation that is called.
    pub operation: &'static Operation,
    /// Method, URI and headers.
    pub head: &'a Parts,
    /// The body as it came: nothing of it is checked yet.
    pub body: &'a [u8],
}

/// Finds out who sent a request.
pub trait Authenticator: Send + Sync + 'static {
    /// Who sent this request, or why that is not to be believed.
    fn authenticate<'a>(&'a self, call: Call<'a>) -> Pending<'a, Result<Identity, Refusal>>;
}

/// Decides whether somebody may call an operation.
pub trait Authorizer: Send + Sync + 'static {
    /// Whether the caller may do this.
    fn authorize<'a>(&'a self, call: Call<'a>, identity: &'a Identity) -> Pending<'a, Decision>;
}

/// What an [`Authorizer`] decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The caller may.
    Allowed,
    /// The caller may not, since no policy of theirs allows it.
    Denied {
        /// What they may not do it to: an ARN, or `*` for everything.
        resource: String,
    },
    /// There is no deciding it now.
    Unavailable,
}

/// What stands before the operations of a server that need proof of their caller.
pub struct Guard {
    authenticator: Box<dyn Authenticator>,
    authorizer: Option<Box<dyn Authorizer>>,
}

impl Guard {
    /// A guard that lets in whoever proves who they are.
    #[must_use]
    pub fn new(authenticator: impl Authenticator) -> Self {
        Self { authenticator: Box::new(authenticator), authorizer: None }
    }

    /// The same guard, but it lets in only those who may do what they ask for.
    #[must_use]
    pub fn authorizer(mut self, authorizer: impl Authorizer) -> Self {
        self.authorizer = Some(Box::new(authorizer));
        self
    }

    /// Who calls, if the operation asks for that; or how they are refused.
    pub(super) async fn admit(&self, call: Call<'_>) -> Result<Option<Identity>, Fault> {
        match call.operation.auth {
            Auth::None => return Ok(None),
            Auth::SigV4 => {}
        }
        let identity = self.authenticator.authenticate(call).await.map_err(Refusal::into_fault)?;
        if let Some(authorizer) = &self.authorizer {
            match authorizer.authorize(call, &identity).await {
                Decision::Allowed => {}
                Decision::Denied { resource } => return Err(denied(call, &identity, &resource)),
                Decision::Unavailable => return Err(Refusal::Unavailable.into_fault()),
            }
        }
        Ok(Some(identity))
    }
}

impl fmt::Debug for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Guard").field("has_authorizer", &self.authorizer.is_some()).finish_non_exhaustive()
    }
}

/// The error for a caller whom no policy allows what they ask for. Its message has a capital letter on the wire.
fn denied(call: Call<'_>, identity: &Identity, resource: &str) -> Fault {
    let who = identity.principal().unwrap_or(identity.access_key());
    let action = format!("{}:{}", call.service.signing_name.unwrap_or(call.service.name), call.operation.name);
    let message = format!(
        "User: {who} is not authorized to perform: {action} on resource: {resource} because no identity-based policy \
         allows the {action} action"
    );
    Fault::with_message("AccessDeniedException", 400, "Message", message)
}
