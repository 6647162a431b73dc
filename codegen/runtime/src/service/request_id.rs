//! Randomness -> the identifier of a call: a UUID of version 4.

use std::fmt;

use ::http::header::HeaderValue;
use uuid::fmt::Hyphenated;

/// The identifier of a call, in lower case.
#[derive(Clone, Copy)]
pub(in super::super) struct RequestId([u8; Hyphenated::LENGTH]);

impl RequestId {
    /// A fresh one. It tells calls apart and guards nothing, so a quick source of randomness will do.
    pub(in super::super) fn new() -> Self {
        let mut text = [0; Hyphenated::LENGTH];
        let id = uuid::Builder::from_random_bytes(fastrand::u128(..).to_ne_bytes()).into_uuid();
        id.hyphenated().encode_lower(&mut text);
        Self(text)
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The same in a header; there is always a value.
    pub(in super::super) fn header(&self) -> Option<HeaderValue> {
        HeaderValue::from_bytes(&self.0).ok()
    }
}

impl fmt::Debug for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}
