//! Serving an API without a network: a request's head and body in, a response out.

mod context;
mod cors;
mod implemented;
mod request_id;
mod settings;

use std::future::{Future, ready};
use std::pin::Pin;

use ::http::request::Parts;
use ::http::{Request, Response};
use bytes::Bytes;

pub use context::Context;
pub use implemented::{Implemented, Method, NotImplemented, method};
pub use settings::{Cors, Limits, Settings, StatusCodes};

use super::auth::Guard;
use super::codec::{Decode, Encode};
use super::errors::{Failure, Fault};
use super::protocol::aws_json::{self, Kind};
use super::schema;
use super::validate::Validate;
use cors::{Asked, Sharing};
pub(super) use request_id::RequestId;

/// What an operation takes and answers, at the level of types.
pub trait Exchange: Sized + 'static {
    /// The request's body; `()` where the operation takes nothing.
    type Input: Decode + Validate;
    /// The response's body; `()` where the operation answers nothing.
    type Output: Encode;
    /// The operation in the static tables.
    const OPERATION: &'static schema::Operation;
}

/// What a handler answers: the operation's output, or why there is none.
pub type Outcome<O> = Result<<O as Exchange>::Output, Failure<O>>;

/// What a trait method does that has not been written: drops its input and says so.
pub fn not_implemented<O: Exchange, I>(context: &Context, input: I) -> NotImplemented<O> {
    drop(input);
    NotImplemented::new(context.operation())
}

/// What comes of dispatching a request: the body of the response, in a while.
pub type Reply<'a> = Pin<Box<dyn Future<Output = Result<Bytes, Refusal>> + Send + 'a>>;

/// Why a dispatched request has no output.
#[derive(Debug)]
pub enum Refusal {
    /// The body is not what the operation takes.
    Input,
    /// The handler failed.
    Fault(Fault),
}

/// The operations of an API on top of an implementation of its trait. Emitted for every API.
pub trait Dispatch: Send + Sync + 'static {
    /// The API in the static tables.
    const SERVICE: &'static schema::Service;
    /// The API's operations, one variant each.
    type Operation: Copy + Send + Sync;

    /// The operation of that name.
    fn lookup(name: &str) -> Option<Self::Operation>;

    /// What the static tables say of an operation.
    fn describe(operation: Self::Operation) -> &'static schema::Operation;

    /// Decodes and checks `body`, and if it is good, calls the handler.
    fn dispatch<'a>(&'a self, operation: Self::Operation, context: &'a Context, body: &[u8]) -> Reply<'a>;
}

/// Decodes and checks the input of one operation, and if it is good, calls the method of `service` that handles it.
pub fn call<'a, S, O, F>(
    service: &'a S,
    context: &'a Context,
    body: &[u8],
    method: impl FnOnce(&'a S, &'a Context, O::Input) -> F,
) -> Reply<'a>
where
    O: Exchange,
    F: Future<Output = Outcome<O>> + Send + 'a,
{
    match O::Input::from_body(body, context.max_depth()) {
        Ok(input) if input.is_valid() => {
            let answer = method(service, context, input);
            Box::pin(async move {
                match answer.await {
                    Ok(output) => Ok(output.to_shared_body()),
                    Err(failure) => Err(Refusal::Fault(failure.into_fault())),
                }
            })
        }
        Ok(_) | Err(_) => Box::pin(ready(Err(Refusal::Input))),
    }
}

/// A request whose head was read, and whose body may still be on its way.
#[allow(clippy::large_enum_variant, reason = "the great one is what nearly all requests are")]
pub(super) enum Opened<O> {
    /// A question of a browser. It is answered with this, whatever else is in it.
    Preflight(Response<Bytes>),
    /// Anything else.
    Request { kind: Kind<O>, sharing: Sharing },
}

impl<O> Opened<O> {
    /// The response if the body was not read to its end.
    #[cfg(feature = "http")]
    pub(super) fn unread(self, service: &schema::Service, status: ::http::StatusCode) -> Response<Bytes> {
        match self {
            Self::Preflight(response) => response,
            Self::Request { sharing, .. } => sharing.granted(match service.protocol {
                schema::Protocol::AwsJson10 | schema::Protocol::AwsJson11 => aws_json::unread(service, status),
            }),
        }
    }
}

/// A server of one API: an implementation of its trait, and how to answer.
#[derive(Debug)]
pub struct Server<D> {
    dispatch: D,
    settings: Settings,
    guard: Option<Guard>,
}

impl<D: Dispatch> Server<D> {
    /// A server with the settings of the real endpoint that asks nobody for proof of who they are.
    #[must_use]
    pub fn new(dispatch: D) -> Self {
        Self { dispatch, settings: Settings::default(), guard: None }
    }

    /// The same server with other HTTP statuses for declared errors.
    #[must_use]
    pub fn statuses(mut self, statuses: StatusCodes) -> Self {
        self.settings.statuses = statuses;
        self
    }

    /// The same server with another answer to scripts of other origins.
    #[must_use]
    pub fn cors(mut self, cors: Cors) -> Self {
        self.settings.cors = cors;
        self
    }

    /// The same server with other limits.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.settings.limits = limits;
        self
    }

    /// The same server, but operations that need proof of their caller are for those only whom the guard lets in.
    #[must_use]
    pub fn guard(mut self, guard: Guard) -> Self {
        self.guard = Some(guard);
        self
    }

    /// How the server answers.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Answers one request as the API's protocol has it. Every request gets a response; there is no error to handle.
    pub async fn respond(&self, request: Request<Bytes>) -> Response<Bytes> {
        let (head, body) = request.into_parts();
        let mut opened = self.open(head);
        self.answer(&mut opened, &body).await
    }

    /// What is to be known of a request by its head, for those who read bodies themselves.
    pub(super) fn open(&self, head: Parts) -> Opened<D::Operation> {
        let sharing = match cors::asked(&head, self.settings.cors) {
            Asked::Preflight => return Opened::Preflight(cors::preflight(&head)),
            Asked::Sharing(sharing) => sharing,
        };
        let kind = match D::SERVICE.protocol {
            schema::Protocol::AwsJson10 | schema::Protocol::AwsJson11 => Kind::of::<D>(head, &self.settings),
        };
        Opened::Request { kind, sharing }
    }

    /// The response to a request whose body is there. It is lent, so that it stays where it is: moving it from future
    /// to future would take longer than what else is done with it.
    pub(super) async fn answer(&self, opened: &mut Opened<D::Operation>, body: &[u8]) -> Response<Bytes> {
        match opened {
            Opened::Preflight(response) => std::mem::take(response),
            Opened::Request { kind, sharing } => sharing.granted(match D::SERVICE.protocol {
                schema::Protocol::AwsJson10 | schema::Protocol::AwsJson11 => {
                    aws_json::respond(&self.dispatch, &self.settings, self.guard.as_ref(), kind, body).await
                }
            }),
        }
    }

    /// Answers one call whose operation is known by name, for callers that have no HTTP request: tests, queues,
    /// functions. The same as [`respond`](Self::respond) for a request with that target and body and no other headers:
    /// where there is a [`guard`](Self::guard), it is no way around it.
    pub async fn dispatch(&self, operation: &str, body: &[u8]) -> Response<Bytes> {
        let (head, ()) = Request::new(()).into_parts();
        let kind = Kind::of_call::<D>(D::lookup(operation), head, &self.settings);
        self.answer(&mut Opened::Request { kind, sharing: Sharing::No }, body).await
    }
}
