//! awsJson 1.0 and 1.1: an operation named by a header, JSON both ways, errors named in the body and by a header.
//!
//! What is said here of the real endpoint was observed at Amazon Cognito or, where nothing was seen there, at
//! services of the same framework (Athena, Kinesis).
//!
//! What is done where nothing was observed is listed in the documentation of the runtime as a whole.

use ::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use ::http::request::Parts;
use ::http::{HeaderMap, Method, Response, StatusCode};
use bytes::Bytes;

use super::super::auth::Guard;
use super::super::errors::Fault;
use super::super::json::{Writer, is_json};
use super::super::schema::{self, Protocol, Wording};
use super::super::service::{Context, Dispatch, Refusal, RequestId, Settings, StatusCodes};
use super::super::validate::{Explanation, Violations, explain};
use super::coding::decoded;
use super::coral_json;

const TARGET: HeaderName = HeaderName::from_static("x-amz-target");
const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");
const ERROR_MESSAGE: HeaderName = HeaderName::from_static("x-amzn-errormessage");

/// The longest message that is sent as a header too. Node.js, for one, takes 16 KiB of headers in all.
const MESSAGE_HEADER_BYTES: usize = 8 * 1024;

/// What a request is by its head.
#[allow(clippy::large_enum_variant, reason = "the great one is what nearly all requests are")]
pub(in super::super) enum Kind<O> {
    /// None of this protocol: it is answered so, whatever its body.
    Foreign(fn() -> Response<Bytes>),
    /// One of the framework's older protocol.
    Coral,
    /// A call of no operation of the API.
    Unknown,
    /// A call.
    Call(O, Context),
}

impl<O: Copy> Kind<O> {
    pub(in super::super) fn of<D: Dispatch<Operation = O>>(head: Parts, settings: &Settings) -> Self {
        if head.method != Method::POST || head.uri.path() != "/" {
            return Self::Foreign(not_understood);
        }
        let content_type = content_type(D::SERVICE.protocol);
        let sent = head.headers.get(CONTENT_TYPE);
        // mostly it is sent to the letter
        let media_type =
            if sent.is_some_and(|sent| sent == content_type) { Some(content_type) } else { sent.and_then(media_type) };
        match media_type {
            Some(media_type) if media_type.eq_ignore_ascii_case(content_type) => {}
            Some(media_type) if media_type.eq_ignore_ascii_case("application/json") => return Self::Coral,
            // the endpoint takes the request for one of a protocol that answers in XML
            None => return Self::Foreign(unknown_operation_xml),
            Some(media_type) if media_type.starts_with("application/x-amz-json-") => {
                return Self::Foreign(unknown_operation_xml);
            }
            Some(_) => return Self::Foreign(not_understood),
        }
        let target = head.headers.get(TARGET).and_then(|target| target.to_str().ok());
        let operation = target.and_then(|target| operation_name(D::SERVICE, target)).and_then(D::lookup);
        Self::of_call::<D>(operation, head, settings)
    }

    /// A request whose operation was looked up.
    pub(in super::super) fn of_call<D: Dispatch<Operation = O>>(
        operation: Option<O>,
        head: Parts,
        settings: &Settings,
    ) -> Self {
        match operation {
            Some(operation) => {
                Self::Call(operation, Context::from_head(D::describe(operation), head, settings.limits.nesting_depth))
            }
            None => Self::Unknown,
        }
    }
}

/// Answers a request.
pub(in super::super) async fn respond<D: Dispatch>(
    dispatch: &D,
    settings: &Settings,
    guard: Option<&Guard>,
    kind: &mut Kind<D::Operation>,
    body: &[u8],
) -> Response<Bytes> {
    let limits = &settings.limits;
    let (operation, context) = match kind {
        Kind::Foreign(answer) => return answer(),
        Kind::Coral => return coral_json::respond(D::SERVICE, limits, body),
        Kind::Unknown | Kind::Call(..) if body.len() > limits.body_bytes => {
            return unread(D::SERVICE, StatusCode::PAYLOAD_TOO_LARGE);
        }
        Kind::Unknown => return unknown(D::SERVICE, settings, body),
        Kind::Call(operation, context) => (*operation, context),
    };
    let answer = Answer { service: D::SERVICE, settings, request_id: context.id() };
    let schema = context.operation();
    // a signature covers the body as it was sent
    let caller = match guard {
        Some(guard) => guard.admit(context.call(D::SERVICE, body)).await,
        None => Ok(None),
    };
    let Some(body) = decoded(&context.head().headers, body, limits.body_bytes) else {
        return unread(D::SERVICE, StatusCode::PAYLOAD_TOO_LARGE);
    };
    match caller {
        Ok(identity) => context.set_identity(identity),
        Err(fault) if is_readable(&body, limits.nesting_depth) => return answer.fault(schema, &fault),
        // a body that is not JSON is noticed before who sent it
        Err(_) => return answer.framework_fault(&Fault::bare("SerializationException", 400)),
    }
    match dispatch.dispatch(operation, context, &body).await {
        Ok(output) => response(D::SERVICE, context.id(), StatusCode::OK, output, context.emptied_headers()),
        Err(Refusal::Fault(fault)) => answer.fault(schema, &fault),
        Err(Refusal::Input) => answer.refuse(schema, &body),
    }
}

/// The value of the `Content-Type` header of a request or response.
#[must_use]
pub fn content_type(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::AwsJson10 => "application/x-amz-json-1.0",
        Protocol::AwsJson11 => "application/x-amz-json-1.1",
    }
}

/// The media type of a request, without parameters.
fn media_type(content_type: &HeaderValue) -> Option<&str> {
    content_type.to_str().ok()?.split(';').next().map(str::trim)
}

/// The operation that a target names. A prefix that is not the API's names none.
fn operation_name<'t>(service: &schema::Service, target: &'t str) -> Option<&'t str> {
    target.strip_prefix(service.target_prefix)?.strip_prefix('.')
}

/// Whether a request that no operation gets has nothing worse wrong with it: its body is empty, or is a JSON object or
/// array. A bare value counts as not being JSON, as it does at Kinesis.
pub(super) fn is_readable(body: &[u8], max_depth: usize) -> bool {
    let is_bare = !matches!(body.trim_ascii_start(), [b'{' | b'[', ..]);
    body.is_empty() || (!is_bare && is_json(body, max_depth))
}

/// The response to a call of no operation of the API.
fn unknown(service: &'static schema::Service, settings: &Settings, body: &[u8]) -> Response<Bytes> {
    // a body that is not JSON is noticed before the target is looked up
    let name = if is_readable(body, settings.limits.nesting_depth) {
        "UnknownOperationException"
    } else {
        "SerializationException"
    };
    Answer { service, settings, request_id: RequestId::new() }.framework_fault(&Fault::bare(name, 400))
}

/// The response to a request whose body was not read to its end.
pub(in super::super) fn unread(service: &schema::Service, status: StatusCode) -> Response<Bytes> {
    response(service, RequestId::new(), status, Bytes::new(), HeaderMap::new())
}

/// `response` with an identifier of its own, for those that belong to no call.
pub(in super::super) fn identified(mut response: Response<Bytes>) -> Response<Bytes> {
    identify(&mut response, RequestId::new());
    response
}

fn identify(response: &mut Response<Bytes>, id: RequestId) {
    if let Some(id) = id.header() {
        response.headers_mut().insert(REQUEST_ID, id);
    }
}

/// A response with the room of `headers`, which are empty.
fn response(
    service: &schema::Service,
    id: RequestId,
    status: StatusCode,
    body: Bytes,
    headers: HeaderMap,
) -> Response<Bytes> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.headers_mut() = headers;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type(service.protocol)));
    identify(&mut response, id);
    response
}

/// What all responses to one request share.
struct Answer<'a> {
    service: &'static schema::Service,
    settings: &'a Settings,
    request_id: RequestId,
}

impl Answer<'_> {
    fn response(&self, status: StatusCode, body: Bytes) -> Response<Bytes> {
        response(self.service, self.request_id, status, body, HeaderMap::new())
    }

    /// The response for a body that is not what the operation takes.
    fn refuse(&self, operation: &schema::Operation, body: &[u8]) -> Response<Bytes> {
        let Some(input) = operation.input else {
            return self.framework_fault(&Fault::bare("SerializationException", 400));
        };
        match explain(body, input, self.settings.limits.nesting_depth) {
            Explanation::Invalid(violations) => self.fault(operation, &violated(&self.service.validation, &violations)),
            Explanation::Mistyped(error) => {
                self.framework_fault(&Fault::with_message("SerializationException", 400, "Message", error.to_string()))
            }
            Explanation::Malformed | Explanation::Acceptable => {
                self.framework_fault(&Fault::bare("SerializationException", 400))
            }
        }
    }

    /// The response for an error of the API, or one of the handler's own.
    fn fault(&self, operation: &schema::Operation, fault: &Fault) -> Response<Bytes> {
        let mut response = self.response(status_code(self.status(operation, fault)), envelope(fault).into());
        let headers = response.headers_mut();
        // the colon stands where a namespace's URI could follow; the real endpoint always sends it
        if let Ok(name) = HeaderValue::from_str(&[&*fault.name, ":"].concat()) {
            headers.insert(ERROR_TYPE, name);
        }
        if let Some(message) = fault.message.as_deref()
            && message.len() <= MESSAGE_HEADER_BYTES
            // no way out before the end, so that the compiler turns it into vector instructions
            && message.bytes().fold(true, |all, byte| all & matches!(byte, b' '..=b'~'))
            && let Ok(message) = HeaderValue::from_str(message)
        {
            headers.insert(ERROR_MESSAGE, message);
        }
        response
    }

    /// The response for an error that arises before an operation has its input.
    fn framework_fault(&self, fault: &Fault) -> Response<Bytes> {
        self.response(status_code(fault.status), envelope(fault).into())
    }

    fn status(&self, operation: &schema::Operation, fault: &Fault) -> u16 {
        match self.settings.statuses {
            StatusCodes::Wire => fault.status,
            StatusCodes::Documented => operation.documented_status(&fault.name).unwrap_or(fault.status),
        }
    }
}

fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The error that carries violations; in the words of Smithy with the fields they are of beside the message.
fn violated(validation: &schema::Validation, violations: &Violations) -> Fault {
    let message = violations.message(validation.wording);
    let mut fault = Fault::with_message(validation.error, 400, "message", message);
    match validation.wording {
        Wording::Coral => {}
        Wording::Smithy => {
            let mut writer = Writer::default();
            writer.begin_structure();
            writer.member("message").string(fault.message.as_deref().unwrap_or_default());
            writer.member("fieldList").list(&violations.field_list(), |writer, (path, message)| {
                writer.begin_structure();
                writer.member("path").string(path);
                writer.member("message").string(message);
                writer.end_structure();
            });
            writer.end_structure();
            fault.members = writer.into_bytes();
        }
    }
    fault
}

/// The body of an error: its name before its members.
fn envelope(fault: &Fault) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.begin_structure();
    writer.member("__type").string(&fault.name);
    let name = writer.into_bytes();
    match fault.members.strip_prefix(b"{") {
        Some(members) if members != b"}" => [&name, b",".as_slice(), members].concat(),
        Some(_) | None => [&*name, b"}"].concat(),
    }
}

/// What the REST router beside the API answers to a request that no protocol claims.
fn not_understood() -> Response<Bytes> {
    const BODY: &[u8] =
        br#"{"code":"BadRequest","message":"The server did not understand the operation that was requested.","type":"client"}"#;
    plain(StatusCode::NOT_FOUND, "application/json", BODY)
}

fn unknown_operation_xml() -> Response<Bytes> {
    plain(StatusCode::NOT_FOUND, "application/xml", b"<UnknownOperationException/>")
}

fn plain(status: StatusCode, media_type: &'static str, body: &'static [u8]) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from_static(body));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    identified(response)
}
