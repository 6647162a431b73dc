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
use super::super::service::{Context, Dispatch, Refusal, Settings, StatusCodes, new_request_id};
use super::super::validate::{Explanation, Violations, explain};
use super::coding::decoded;
use super::coral_json;

const TARGET: HeaderName = HeaderName::from_static("x-amz-target");
const REQUEST_ID: HeaderName = HeaderName::from_static("x-amzn-requestid");
const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");
const ERROR_MESSAGE: HeaderName = HeaderName::from_static("x-amzn-errormessage");

/// The longest message that is sent as a header too. Node.js, for one, takes 16 KiB of headers in all.
const MESSAGE_HEADER_BYTES: usize = 8 * 1024;

/// Answers a request.
pub(in super::super) async fn respond<D: Dispatch>(
    dispatch: &D,
    settings: &Settings,
    guard: Option<&Guard>,
    head: Parts,
    body: &[u8],
) -> Response<Bytes> {
    if head.method != Method::POST || head.uri.path() != "/" {
        return not_understood();
    }
    match media_type(&head.headers) {
        Some(media_type) if media_type.eq_ignore_ascii_case(content_type(D::SERVICE.protocol)) => {}
        Some(media_type) if media_type.eq_ignore_ascii_case("application/json") => {
            return coral_json::respond(D::SERVICE, &settings.limits, body);
        }
        // the endpoint takes the request for one of a protocol that answers in XML
        None => return unknown_operation_xml(),
        Some(media_type) if media_type.starts_with("application/x-amz-json-") => return unknown_operation_xml(),
        Some(_) => return not_understood(),
    }
    let target = head.headers.get(TARGET).and_then(|target| target.to_str().ok()).map(str::to_owned);
    let operation = target.as_deref().and_then(|target| operation_name(D::SERVICE, target));
    respond_to_operation(dispatch, settings, guard, head, operation, body).await
}

/// Answers a request whose operation is named, if its target names one.
pub(in super::super) async fn respond_to_operation<D: Dispatch>(
    dispatch: &D,
    settings: &Settings,
    guard: Option<&Guard>,
    head: Parts,
    operation: Option<&str>,
    body: &[u8],
) -> Response<Bytes> {
    if body.len() > settings.limits.body_bytes {
        return unread(D::SERVICE, StatusCode::PAYLOAD_TOO_LARGE);
    }
    let answer = Answer { service: D::SERVICE, settings, request_id: new_request_id() };
    let Some(operation) = operation.and_then(D::lookup) else {
        // a body that is not JSON is noticed before the target is looked up
        let name = if is_readable(body, settings.limits.nesting_depth) {
            "UnknownOperationException"
        } else {
            "SerializationException"
        };
        return answer.framework_fault(&Fault::bare(name, 400));
    };
    let schema = D::describe(operation);
    let mut context = Context::from_head(schema, head, answer.request_id.clone(), settings.limits.nesting_depth);
    // a signature covers the body as it was sent
    let caller = match guard {
        Some(guard) => guard.admit(context.call(D::SERVICE, body)).await,
        None => Ok(None),
    };
    let Some(body) = decoded(context.header("content-encoding"), body, settings.limits.body_bytes) else {
        return unread(D::SERVICE, StatusCode::PAYLOAD_TOO_LARGE);
    };
    match caller {
        Ok(identity) => context.set_identity(identity),
        Err(fault) if is_readable(&body, settings.limits.nesting_depth) => return answer.fault(schema, &fault),
        // a body that is not JSON is noticed before who sent it
        Err(_) => return answer.framework_fault(&Fault::bare("SerializationException", 400)),
    }
    match dispatch.dispatch(operation, &context, &body).await {
        Ok(output) => answer.response(200, output),
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
fn media_type(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    value.split(';').next().map(str::trim)
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

/// What all responses to one request share.
struct Answer<'a> {
    service: &'static schema::Service,
    settings: &'a Settings,
    request_id: String,
}

/// The response to a request whose body was not read to its end.
pub(in super::super) fn unread(service: &schema::Service, status: StatusCode) -> Response<Bytes> {
    response(service, &new_request_id(), status, Vec::new())
}

/// `response` with an identifier of its own, for those that belong to no call.
pub(in super::super) fn identified(response: Response<Bytes>) -> Response<Bytes> {
    with_id(response, &new_request_id())
}

fn with_id(mut response: Response<Bytes>, id: &str) -> Response<Bytes> {
    if let Ok(id) = HeaderValue::from_str(id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

fn response(service: &schema::Service, request_id: &str, status: StatusCode, body: Vec<u8>) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type(service.protocol)));
    with_id(response, request_id)
}

impl Answer<'_> {
    fn response(&self, status: u16, body: Vec<u8>) -> Response<Bytes> {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        response(self.service, &self.request_id, status, body)
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
        let mut response = self.response(self.status(operation, fault), envelope(fault));
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
        self.response(fault.status, envelope(fault))
    }

    fn status(&self, operation: &schema::Operation, fault: &Fault) -> u16 {
        let declared = operation.errors.iter().find(|declared| declared.error.shape.name == fault.name);
        match (self.settings.statuses, declared) {
            (StatusCodes::Documented, Some(declared)) => declared.documented_status.unwrap_or(fault.status),
            (StatusCodes::Wire, Some(_)) | (StatusCodes::Wire | StatusCodes::Documented, None) => fault.status,
        }
    }
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
