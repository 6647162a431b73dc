//! What a handler knows of a call besides its input.

use ::http::request::Parts;
use ::http::{Extensions, HeaderMap, Request};

use super::super::auth::{Call, Identity};
use super::super::schema::{Operation, Service};
use super::request_id::RequestId;
use super::settings::Limits;

/// What a handler knows of a call besides its input.
#[derive(Clone, Debug)]
pub struct Context {
    operation: &'static Operation,
    request_id: RequestId,
    head: Parts,
    max_depth: usize,
    identity: Option<Identity>,
}

impl Context {
    /// A call of `operation` without headers, for tests of handlers.
    #[must_use]
    pub fn new(operation: &'static Operation) -> Self {
        let (head, ()) = Request::new(()).into_parts();
        Self::from_head(operation, head, Limits::default().nesting_depth)
    }

    pub(in super::super) fn from_head(operation: &'static Operation, head: Parts, max_depth: usize) -> Self {
        Self { operation, request_id: RequestId::new(), head, max_depth, identity: None }
    }

    /// The operation that is called.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// The identifier of this call, which the response carries too: a UUID, version 4.
    #[must_use]
    pub fn request_id(&self) -> &str {
        self.request_id.as_str()
    }

    /// The value of a request header, by its name in any case; `None` if it is absent or not visible ASCII.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.headers.get(name)?.to_str().ok()
    }

    /// Values that middleware attached to the request, by type.
    #[must_use]
    pub fn extensions(&self) -> &Extensions {
        &self.head.extensions
    }

    /// As [`extensions`](Self::extensions), to attach more.
    pub fn extensions_mut(&mut self) -> &mut Extensions {
        &mut self.head.extensions
    }

    /// Who calls, if that was found out: the server has a [`Guard`](super::super::auth::Guard), and the operation is
    /// one that needs proof of its caller.
    #[must_use]
    pub fn identity(&self) -> Option<&Identity> {
        self.identity.as_ref()
    }

    /// The same call by that caller, for tests of handlers.
    #[must_use]
    pub fn with_identity(mut self, identity: Identity) -> Self {
        self.identity = Some(identity);
        self
    }

    /// The call before anything of its input is known, for those who find out who calls.
    pub(in super::super) fn call<'a>(&'a self, service: &'static Service, body: &'a [u8]) -> Call<'a> {
        Call { service, operation: self.operation, head: &self.head, body }
    }

    /// Method, URI and headers.
    pub(in super::super) fn head(&self) -> &Parts {
        &self.head
    }

    /// The room of the headers, for those of the response.
    pub(in super::super) fn emptied_headers(&mut self) -> HeaderMap {
        let mut headers = std::mem::take(&mut self.head.headers);
        headers.clear();
        headers
    }

    /// See [`request_id`](Self::request_id).
    pub(in super::super) fn id(&self) -> RequestId {
        self.request_id
    }

    pub(in super::super) fn set_identity(&mut self, identity: Option<Identity>) {
        self.identity = identity;
    }

    /// How deep the input may be nested.
    pub(super) fn max_depth(&self) -> usize {
        self.max_depth
    }
}
