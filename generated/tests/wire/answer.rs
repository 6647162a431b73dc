//! What a response should be, and how one differs from that.

use std::collections::BTreeMap;

use bytes::Bytes;
use http::Response;

pub const CONTENT_TYPE: &str = "application/x-amz-json-1.1";

/// The header that differs from one response to the next.
pub const REQUEST_ID: &str = "x-amzn-requestid";

/// What a response should be.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    pub status: u16,
    /// All headers but the identifier of the request.
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

impl Expected {
    pub fn plain(status: u16, body: String) -> Self {
        Self { status, headers: [("content-type".to_owned(), CONTENT_TYPE.to_owned())].into(), body }
    }

    /// Section 3.1: all violations in one frame, under a lower-case `message`, with both error headers.
    pub fn violations(violations: &[String]) -> Self {
        let errors = if violations.len() == 1 { "error" } else { "errors" };
        let message = format!("{} validation {errors} detected: {}", violations.len(), violations.join("; "));
        let body = format!(r#"{{"__type":"InvalidParameterException","message":{}}}"#, quoted(&message));
        let mut expected = Self::plain(400, body);
        expected.headers.insert("x-amzn-errortype".to_owned(), "InvalidParameterException:".to_owned());
        expected.headers.insert("x-amzn-errormessage".to_owned(), message);
        expected
    }

    /// Section 1.5: the text under a capital `Message`, without error headers.
    pub fn mistyped(text: &str) -> Self {
        Self::plain(400, format!(r#"{{"__type":"SerializationException","Message":{}}}"#, quoted(text)))
    }

    /// In what a response differs.
    pub fn differences(&self, response: &Response<Bytes>) -> Vec<String> {
        let mut differences = Vec::new();
        let mut differ = |what: &str, got: String, expected: String| {
            if got != expected {
                differences.push(format!("{what}\n      got      {got}\n      expected {expected}"));
            }
        };
        differ("status", response.status().as_u16().to_string(), self.status.to_string());
        let (ids, headers): (Vec<_>, Vec<_>) = response
            .headers()
            .iter()
            .map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes())))
            .partition(|(name, _)| *name == REQUEST_ID);
        let lines = |headers: Vec<(&str, &str)>| {
            let mut lines: Vec<_> = headers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            lines.sort_unstable();
            lines.join("\n               ")
        };
        differ(
            "headers",
            lines(headers.iter().map(|(name, value)| (*name, &**value)).collect()),
            lines(self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()),
        );
        let ids: Vec<_> = ids.iter().map(|(_, id)| is_uuid_v4(id)).collect();
        differ("identifiers", format!("{ids:?}"), "[true]".to_owned());
        differ("body", String::from_utf8_lossy(response.body()).into_owned(), self.body.clone());
        differences
    }
}

/// A text as a JSON string.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn is_uuid_v4(text: &str) -> bool {
    text.len() == 36
        && text.char_indices().all(|(index, character)| match index {
            8 | 13 | 18 | 23 => character == '-',
            14 => character == '4',
            19 => matches!(character, '8' | '9' | 'a' | 'b'),
            _ => matches!(character, '0'..='9' | 'a'..='f'),
        })
}
