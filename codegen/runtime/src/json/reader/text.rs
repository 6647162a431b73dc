//! A JSON string into its text.

use std::borrow::Cow;

use super::super::escape::{plain, plain_few, unescape};
use super::Reader;

impl<'a> Reader<'a> {
    /// Reads a string. Refuses what is neither a string nor `null`.
    #[allow(
        clippy::inline_always,
        reason = "in one function with `Reader::member` and `Reader::required`: a text that was just returned through \
                  memory is waited for when it is moved"
    )]
    #[inline(always)]
    pub fn string(&mut self) -> Option<String> {
        self.short_or_any_text().map(Cow::into_owned)
    }

    /// Reads a string without copying it where it has no escapes. Refuses what is neither a string nor `null`.
    // called by the `decode` of each enum, which would become longer
    #[inline(never)]
    pub fn text(&mut self) -> Option<Cow<'a, str>> {
        self.short_or_any_text()
    }

    /// As [`text`](Self::text).
    #[inline]
    fn short_or_any_text(&mut self) -> Option<Cow<'a, str>> {
        match self.short(self.at) {
            Some((text, after)) => {
                self.at = after;
                Some(Cow::Borrowed(text))
            }
            None => self.any_text(),
        }
    }

    /// As [`text`](Self::text), for any string.
    #[inline(never)]
    fn any_text(&mut self) -> Option<Cow<'a, str>> {
        match self.peek() {
            Some(b'"') => self.quoted(),
            _ => self.null(),
        }
    }

    /// Takes the string at whose opening quote the reader stands, or refuses the text.
    pub(super) fn quoted(&mut self) -> Option<Cow<'a, str>> {
        let start = self.at + 1;
        let rest = self.text.get(start..)?;
        match before_quote(rest, plain(rest.as_bytes())) {
            Some(text) => {
                self.at = start + text.len() + 1;
                Some(Cow::Borrowed(text))
            }
            None => self.escaped(start).map(Cow::Owned),
        }
    }

    /// The string whose opening quote is at `at`, or at the most a blank further, and where it ends; `None` if it is
    /// not short, or has escapes, or is none.
    ///
    /// Botocore, as Python's json does, writes one blank before a name and a value, most other clients none.
    #[inline]
    pub(super) fn short(&self, at: usize) -> Option<(&'a str, usize)> {
        let bytes = self.text.as_bytes();
        let start = match bytes.get(at)? {
            b'"' => at + 1,
            b' ' if bytes.get(at + 1) == Some(&b'"') => at + 2,
            _ => return None,
        };
        let rest = self.text.get(start..)?;
        let length = plain_few(rest.as_bytes())?;
        let text = before_quote(rest, length)?;
        Some((text, start + length + 1))
    }

    /// As [`quoted`](Self::quoted), for a string with escapes that starts at `start`.
    #[cold]
    fn escaped(&mut self, start: usize) -> Option<String> {
        match unescape(self.text, start) {
            Some((text, after)) => {
                self.at = after;
                Some(text)
            }
            None => self.reject(),
        }
    }
}

/// The first `length` bytes of `text`, if a quote comes after them.
#[inline]
fn before_quote(text: &str, length: usize) -> Option<&str> {
    if text.as_bytes().get(length) == Some(&b'"') { text.get(..length) } else { None }
}
