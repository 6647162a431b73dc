//! A canonical request and a secret -> the signature.

use std::fmt::Write as _;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// The way of signing, and the only one.
pub(super) const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// What every scope ends with.
pub(super) const TERMINATOR: &str = "aws4_request";

/// When and for what a signature is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope<'a> {
    /// When, as in `20150830T123600Z`.
    pub time: String,
    /// The day, as in `20150830`.
    pub date: &'a str,
    /// The region.
    pub region: &'a str,
    /// The service.
    pub service: &'a str,
    /// What a scope ends with: `aws4_request`.
    pub terminator: &'a str,
}

/// The text that is signed in place of a canonical request.
#[must_use]
pub fn string_to_sign(scope: &Scope<'_>, canonical_request: &[u8]) -> String {
    let Scope { time, date, region, service, terminator } = scope;
    let hash = hex(&Sha256::digest(canonical_request));
    format!("{ALGORITHM}\n{time}\n{date}/{region}/{service}/{terminator}\n{hash}")
}

/// The signature of a canonical request: 64 hexadecimal digits in lower case. There always is one; `None` only says
/// that a hash refused its key, which this one does not.
#[must_use]
pub fn signature(secret: &str, scope: &Scope<'_>, canonical_request: &[u8]) -> Option<String> {
    let mut key = format!("AWS4{secret}").into_bytes();
    for part in [scope.date, scope.region, scope.service, scope.terminator] {
        key = hmac(&key, part)?;
    }
    Some(hex(&hmac(&key, &string_to_sign(scope, canonical_request))?))
}

fn hmac(key: &[u8], text: &str) -> Option<Vec<u8>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    mac.update(text.as_bytes());
    Some(mac.finalize().into_bytes().to_vec())
}

/// Bytes as hexadecimal digits in lower case.
pub(super) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // writing to a string does not fail
        let _ = write!(text, "{byte:02x}");
    }
    text
}
