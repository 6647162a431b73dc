//! What is wrong with a signature -> the words for it.

use super::super::super::timestamp::Timestamp;
use super::signature::{ALGORITHM, TERMINATOR};

pub(super) const TWO_SIGNATURES: &str =
    "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.";
pub(super) const HOST_NOT_SIGNED: &str = "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.";
pub(super) const TARGET_NOT_SIGNED: &str = "'X-Amz-Target' must be a 'SignedHeader' in the AWS Authorization.";

/// For a header whose parts `Credential`, `Signature`, `SignedHeaders`, or whose date is lacking.
pub(super) fn header_lacks(lacking: [bool; 4], authorization: &str) -> String {
    const WORDS: [&str; 4] = [
        "Authorization header requires 'Credential' parameter. ",
        "Authorization header requires 'Signature' parameter. ",
        "Authorization header requires 'SignedHeaders' parameter. ",
        "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ",
    ];
    let words: String = WORDS.into_iter().zip(lacking).filter_map(|(words, lacks)| lacks.then_some(words)).collect();
    format!("{words}Authorization={authorization}")
}

/// For a query without these parts.
pub(super) fn query_lacks(parts: impl Iterator<Item = &'static str>) -> String {
    let words: Vec<_> = parts.map(|part| format!("AWS query-string parameters must include '{part}'. ")).collect();
    words.concat() + "Re-examine the query-string parameters."
}

pub(super) fn no_pair(part: &str, authorization: &str) -> String {
    format!("'{part}' not a valid key=value pair (missing equal-sign) in Authorization header: '{authorization}'.")
}

pub(super) fn no_date(date: &str) -> String {
    format!("Date must be in ISO-8601 'basic format'. Got '{date}'. See http://en.wikipedia.org/wiki/ISO_8601")
}

pub(super) fn no_algorithm(algorithm: &str) -> String {
    format!("Unsupported AWS 'algorithm': '{algorithm}' (only {ALGORITHM} for now). ")
}

pub(super) fn no_credential(credential: &str) -> String {
    format!(
        "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got \
         '{credential}'"
    )
}

pub(super) fn no_limit(seconds: &str) -> String {
    format!("X-Amz-Expires must be a whole number of seconds from 1 to 604800. Got '{seconds}'.")
}

pub(super) fn too_old(time: Timestamp, limit: Timestamp, now: Timestamp, seconds: i64) -> String {
    let [time, limit, now] = [time, limit, now].map(Timestamp::format_basic);
    format!("Signature expired: {time} is now earlier than {limit} ({now} - {})", length(seconds))
}

pub(super) fn too_new(time: Timestamp, limit: Timestamp, now: Timestamp, seconds: i64) -> String {
    let [time, limit, now] = [time, limit, now].map(Timestamp::format_basic);
    format!("Signature not yet current: {time} is still later than {limit} ({now} + {})", length(seconds))
}

fn length(seconds: i64) -> String {
    if seconds % 60 == 0 { format!("{} min.", seconds / 60) } else { format!("{seconds} sec.") }
}

pub(super) fn wrong_region() -> String {
    String::from("Credential should be scoped to a valid region. ")
}

pub(super) fn wrong_service(service: &str) -> String {
    format!("Credential should be scoped to correct service: '{service}'. ")
}

pub(super) fn wrong_terminator(terminator: &str) -> String {
    format!("Credential should be scoped with a valid terminator: '{TERMINATOR}', not '{terminator}'. ")
}

/// `date` is the credential's, `day` that of `time`.
pub(super) fn wrong_date(date: &str, day: &str, time: &str) -> String {
    format!(
        "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{date}' != \
         '{day}', from '{time}'."
    )
}
