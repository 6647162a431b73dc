//! The signed parts of a request -> the canonical request: the one text that both sides make of it.

use std::fmt::Write as _;

use ::http::{HeaderMap, Method};
use sha2::{Digest, Sha256};

use super::signature::hex;

/// What of a request a signature covers.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    /// The method.
    pub method: &'a Method,
    /// The path as it is sent.
    pub path: &'a str,
    /// The query as it is sent, without the question mark.
    pub query: &'a str,
    /// All headers.
    pub headers: &'a HeaderMap,
    /// The host and port, where no header `Host` says them, as in HTTP/2.
    pub authority: Option<&'a str>,
    /// The names of the signed headers, with semicolons between them.
    pub names: &'a str,
    /// The body.
    pub body: &'a [u8],
}

/// The part of a query that tells that it is signed.
pub(super) const ALGORITHM: &str = "X-Amz-Algorithm";

/// The part of a signed query that is the signature.
pub(super) const SIGNATURE: &str = "X-Amz-Signature";

impl Signed<'_> {
    /// The canonical request. Bytes, since values of headers need not be text.
    ///
    /// `None` if the names are not sorted, if a signed header is missing, or if `X-Amz-Content-Sha256` is not the
    /// hash of the body: no signature of such a request is right.
    #[must_use]
    pub fn canonical_request(&self) -> Option<Vec<u8>> {
        let hash = hex(&Sha256::digest(self.body));
        if self.headers.get_all("x-amz-content-sha256").iter().any(|claimed| claimed != hash.as_str()) {
            return None;
        }
        // also, one header named a thousand times would be copied as often
        if !self.names.split(';').is_sorted_by(|one, next| one < next) {
            return None;
        }
        let (method, path, query) = (self.method.as_str(), path(self.path), query(self.query));
        let mut request = format!("{method}\n{path}\n{query}\n").into_bytes();
        for name in self.names.split(';') {
            request.extend_from_slice(name.as_bytes());
            request.push(b':');
            request.extend_from_slice(&self.value(name)?);
            request.push(b'\n');
        }
        request.extend_from_slice(format!("\n{}\n{hash}", self.names).as_bytes());
        Some(request)
    }

    /// The values of a header, each trimmed and with single spaces, with commas between them.
    fn value(&self, name: &str) -> Option<Vec<u8>> {
        let values: Vec<_> = self.headers.get_all(name).iter().map(|value| single_spaced(value.as_bytes())).collect();
        match self.authority {
            Some(authority) if values.is_empty() && name == "host" => Some(authority.as_bytes().to_vec()),
            Some(_) | None => (!values.is_empty()).then(|| values.join(&b',')),
        }
    }
}

fn single_spaced(value: &[u8]) -> Vec<u8> {
    let words: Vec<_> = value.split(|byte| *byte == b' ').filter(|word| !word.is_empty()).collect();
    words.join(&b' ')
}

/// A path without empty steps and those that lead back, encoded once more than it is sent.
fn path(path: &str) -> String {
    let mut steps = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(encode(step.as_bytes())),
        }
    }
    let end = if path.ends_with('/') && !steps.is_empty() { "/" } else { "" };
    format!("/{}{end}", steps.join("/"))
}

/// A query sorted by name and value, encoded in the one right way, and without its signature if it is a signed one.
fn query(query: &str) -> String {
    let is_signed = pairs(query).any(|(name, _)| name == ALGORITHM.as_bytes());
    let mut pairs: Vec<_> = pairs(query)
        .filter(|(name, _)| !(is_signed && name == SIGNATURE.as_bytes()))
        .map(|(name, value)| (encode(&name), encode(&value)))
        .collect();
    pairs.sort_unstable();
    pairs.into_iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
}

/// The decoded names and values of a query.
pub(super) fn pairs(query: &str) -> impl Iterator<Item = (Vec<u8>, Vec<u8>)> {
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(name), decode(value))
    })
}

/// A text with every byte percent-encoded that is not unreserved in RFC 3986.
fn encode(text: &[u8]) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text {
        // writing to a string does not fail
        let _ = match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.write_char((*byte).into()),
            byte => write!(encoded, "%{byte:02X}"),
        };
    }
    encoded
}

/// A text without percent-encoding. What is not percent-encoding after all stays as it is.
fn decode(text: &str) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escaped = match (first, after) {
            (b'%', [high, low, after @ ..]) => {
                digit(*high).zip(digit(*low)).map(|(high, low)| (high << 4 | low, after))
            }
            (_, _) => None,
        };
        let (byte, after) = escaped.unwrap_or((*first, after));
        decoded.push(byte);
        rest = after;
    }
    decoded
}

fn digit(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
