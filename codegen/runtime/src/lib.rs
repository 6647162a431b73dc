//! What emitted code stands on: reading and writing JSON, checking constraints, the wire protocols, and serving.
//!
//! An emitted module says `use crate::runtime as rt;` and calls into here. The sources of this crate are copied
//! into every output, so that a generated crate stands alone and can never meet another version of its runtime.
//!
//! The way of one request through [`Server`]: the [`protocol`] finds the operation's name, [`auth`] who calls it if
//! that is asked for, [`codec`] reads the body into a typed input, [`validate`] checks it, the handler answers, and [`codec`] writes
//! the output. That path only ever says *yes*; what is wrong with a refused body is found afterwards, from the
//! static tables of [`schema`], by [`validate::explain`].
//!
//! # Where the real endpoint is unknown
//!
//! A server answers as Amazon Cognito was seen to answer; where nothing was seen there, as services of the same
//! framework were (Athena, Kinesis and others); and where nothing was seen at all, as follows.
//!
//! Requests:
//!
//! - A body above [`Limits::body_bytes`](service::Limits::body_bytes), 7 MiB by default: `413` with an empty body, as
//!   Kinesis had it. The same with status `400` where a body breaks off before its end.
//! - A body nested deeper than [`Limits::nesting_depth`](service::Limits::nesting_depth), 128 by default: as one that
//!   is not JSON.
//! - Equal names in one object: the last counts, and a `null` takes back what stood before it. A wrong type is told of
//!   the earlier ones too.
//! - A media type is compared without regard to case; what follows a `?` in the path is passed over.
//! - A method other than `POST`, a path other than `/`, or a foreign media type: `404` with `BadRequest` as JSON. It was
//!   seen for unknown paths with `GET`; some report it with `400`.
//! - No media type, or that of another version of the protocol: `404` in XML, with the content type `application/xml`
//!   and no line break at its end. Siblings were seen to send a line break and no content type.
//! - The media type `application/json`: no operation is served by it, as at Cognito, not even where the body names one
//!   in the way of the older protocol that it stands for.
//! - An operation without input takes any body, even one that is not JSON.
//! - A preflight that lacks one of its two headers is answered without the header that would echo it; one that has
//!   several of a kind gets all of them back.
//!
//! Errors:
//!
//! - `x-amzn-ErrorType` and `x-amzn-ErrorMessage` on `SerializationException` and `UnknownOperationException`: left out,
//!   as at Athena.
//! - `x-amzn-ErrorMessage` where the message has anything but visible ASCII and blanks, or more than 8 KiB: left out.
//! - A method that is not written: `501`, `NotImplementedException`. No real endpoint has it.
//!
//! Values of the wrong type:
//!
//! - A wrong type anywhere is told before, and without, any violation of a constraint, as at Athena; of several, the
//!   first in the order of the body.
//! - `Unexpected field type` for a string, number or truth value in place of a list of structures, or of a list of
//!   unions; `Expected list or null` for every other list. The former was seen at Cognito for a string only; whether it
//!   is now said of more is unknown.
//! - Numbers and truth values in place of a string: `NUMBER_VALUE can not be converted to a String`, as at Athena. The
//!   text that Cognito had in 2018 is not used.
//! - Long, float and double have the texts of integer; a number or truth value in place of a blob that of a string in
//!   place of an integer, with `a Blob`.
//! - Timestamps have the texts of an older time (`class java.lang.String can not be converted to milliseconds since
//!   epoch`). Pads of base64 in the wrong place are called invalid characters.
//! - Unions of none or several members: a type error with a text of our own.
//! - Any string in place of a truth value is taken, as at Cognito: as true if it spells `true` in any case, else as
//!   false.
//! - Any value in place of a document is taken. This one differs knowingly: Cognito failed with a `500` on a string.
//!
//! Violations of constraints:
//!
//! - The length of a string counts Unicode code points, that of a blob bytes.
//! - Violations of one member: length, pattern, range. Both orders of the first two were seen.
//! - The members of a structure come in the order of a hash table that holds all of them, those without constraints
//!   included; that matters above 12 members. Where two meet in one bucket, the description's order decides.
//! - A member's own violations come before those inside it: of a list its size, then its items taken together, then
//!   what is in them; of a map its size, keys, values, then what is in them.
//! - At most 1000 violations are told, and at most 1 MiB of values displayed; what is longer ends in `...`.
//! - Displayed structures have their members in the description's order, maps their entries by key; what is secret in
//!   them reads `***Sensitive Data Redacted***`. Timestamps are displayed as in RFC 3339, documents as JSON.
//! - What is inside a redacted member, or in a list or map whose items are secret, is redacted.
//! - Lists of lists: the items of the inner list are told in brackets within the brackets of the outer one, up to four
//!   deep. Brackets never have `Member must not be null`.
//! - Items that are not unique: `Member must have unique values`, as Smithy has it.
//! - A float that is no number is below the least one, or, where there is none, above the greatest.
//!
//! Outputs:
//!
//! - Timestamps are written as decimals with up to three places, and none that are zero at their end: `1606995525.734`,
//!   `1606995525`; never with an exponent.
//! - Characters beyond ASCII, and `/`, are written as themselves.
//! - Identifiers of requests are UUIDs of version 4, as they are seen since 2020.

pub mod auth;
pub mod codec;
pub mod errors;
pub mod json;
pub mod pattern;
pub mod protocol;
pub mod redacted;
pub mod schema;
pub mod service;
pub mod timestamp;
pub mod validate;

#[cfg(feature = "http")]
pub mod http;

#[cfg(feature = "mock")]
pub mod mock;

#[cfg(feature = "serde")]
pub mod wire_form;

pub use codec::{Decode, Encode};
pub use errors::{DeclaredError, Failure, Raises};
pub use json::{Document, Reader, Rejected, Writer};
pub use redacted::{Redacted, debug_structure};
pub use service::{Context, Cors, Dispatch, Exchange, Outcome, Reply, Server, StatusCodes};
pub use timestamp::Timestamp;
pub use validate::{Validate, Violations};
