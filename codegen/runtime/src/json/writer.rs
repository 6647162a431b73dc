//! Values into the bytes of a body.

use std::fmt;

use bytes::Bytes;

use super::super::codec::Encode;
use super::super::schema::TimestampFormat;
use super::super::timestamp::Timestamp;
use super::document::Document;
use super::escape::{copy_plain, plain};
use super::room;

/// A writer of one compact JSON text.
///
/// After each value it writes a comma, in whose place then comes what closes the structure, list or map around it; so
/// nothing is to be found out before each value.
///
/// Emitted code calls [`begin_structure`](Self::begin_structure), then for each member [`required`](Self::required) or
/// [`optional`](Self::optional), then [`end_structure`](Self::end_structure).
pub struct Writer {
    /// What was written, and room for what comes: bytes that are already there need one check a token.
    buffer: Vec<u8>,
    /// How much was written.
    at: usize,
}

impl Default for Writer {
    fn default() -> Self {
        Self { buffer: room::take(), at: 0 }
    }
}

/// Shows what was written, and nothing that the thread's last writer left.
impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.buffer.get(..self.end()).unwrap_or_default();
        f.debug_tuple("Writer").field(&String::from_utf8_lossy(text)).finish()
    }
}

impl Writer {
    /// The text that was written.
    #[must_use]
    #[inline]
    pub fn into_bytes(self) -> Vec<u8> {
        let end = self.end();
        room::copied(self.buffer, end)
    }

    /// As [`into_bytes`](Self::into_bytes), for a text that is soon done with: it is not copied.
    #[must_use]
    #[inline]
    pub fn into_shared(self) -> Bytes {
        let end = self.end();
        room::lent(self.buffer, end)
    }

    /// Opens an object.
    pub fn begin_structure(&mut self) {
        self.byte(b'{');
    }

    /// Closes an object.
    // once in each `encode`, which it would make longer
    #[inline(never)]
    pub fn end_structure(&mut self) {
        self.close(b'}');
    }

    /// Writes the name of a member whose value comes next. `name` needs no escapes: the generator refuses names
    /// that would.
    pub fn member(&mut self, name: &str) -> &mut Self {
        if let Some([first, inside @ .., last, colon]) = self.room(name.len() + 3) {
            (*first, *last, *colon) = (b'"', b'"', b':');
            inside.copy_from_slice(name.as_bytes());
        }
        self
    }

    /// Writes a member that is always set.
    pub fn required<T: Encode>(&mut self, name: &str, value: &T) {
        value.encode(self.member(name));
    }

    /// As [`required`](Self::required), where `write` says how.
    pub fn required_with<T>(&mut self, name: &str, value: &T, write: impl FnOnce(&mut Self, &T)) {
        write(self.member(name), value);
    }

    /// Writes a member if it is set.
    #[allow(clippy::ref_option, reason = "each of many calls is shorter")]
    pub fn optional<T: Encode>(&mut self, name: &str, value: &Option<T>) {
        if let Some(value) = value {
            value.encode(self.member(name));
        }
    }

    /// As [`optional`](Self::optional), where `write` says how.
    #[allow(clippy::ref_option, reason = "as for `optional`")]
    pub fn optional_with<T>(&mut self, name: &str, value: &Option<T>, write: impl FnOnce(&mut Self, &T)) {
        if let Some(value) = value {
            write(self.member(name), value);
        }
    }

    /// Writes an array, each item with `item`.
    pub fn list<'v, T: 'v>(&mut self, items: impl IntoIterator<Item = &'v T>, mut item: impl FnMut(&mut Self, &'v T)) {
        self.byte(b'[');
        for value in items {
            item(self, value);
        }
        self.close(b']');
    }

    /// Writes an object, each value with `value`.
    pub fn map<'v, T: 'v>(
        &mut self,
        entries: impl IntoIterator<Item = (&'v String, &'v T)>,
        mut value: impl FnMut(&mut Self, &'v T),
    ) {
        self.begin_structure();
        for (key, entry) in entries {
            self.string(key);
            self.at = self.end();
            self.byte(b':');
            value(self, entry);
        }
        self.end_structure();
    }

    /// Writes a string.
    pub fn string(&mut self, text: &str) {
        if let Some([first, inside @ .., last, comma]) = self.room(text.len() + 3) {
            (*first, *last, *comma) = (b'"', b'"', b',');
            if !copy_plain(text.as_bytes(), inside) {
                self.escaped(text);
            }
        }
    }

    /// Writes once more a string that has to be escaped, and was written as it is.
    #[cold]
    fn escaped(&mut self, mut text: &str) {
        self.at -= text.len() + 3;
        self.byte(b'"');
        while let Some((as_is, rest)) = text.split_at_checked(plain(text.as_bytes())) {
            self.raw(as_is);
            let Some((special, after)) = rest.split_at_checked(1) else { break };
            special.bytes().for_each(|byte| self.escape(byte));
            text = after;
        }
        self.raw("\",");
    }

    /// Writes a whole number of 32 bits.
    pub fn integer(&mut self, value: i32) {
        self.long(i64::from(value));
    }

    /// Writes a whole number of 64 bits.
    pub fn long(&mut self, value: i64) {
        self.bare(itoa::Buffer::new().format(value));
    }

    /// Writes a floating-point number of 32 bits, with the fewest digits that read back as the same number; see
    /// [`double`](Self::double) for numbers without digits.
    pub fn float(&mut self, value: f32) {
        if value.is_finite() {
            self.bare(ryu::Buffer::new().format_finite(value));
        } else {
            self.double(f64::from(value));
        }
    }

    /// Writes a floating-point number of 64 bits, with the fewest digits that read back as the same number;
    /// `NaN`, `Infinity` and `-Infinity` as strings.
    pub fn double(&mut self, value: f64) {
        if value.is_finite() {
            self.bare(ryu::Buffer::new().format_finite(value));
        } else if value.is_nan() {
            self.string("NaN");
        } else if value > 0.0 {
            self.string("Infinity");
        } else {
            self.string("-Infinity");
        }
    }

    /// Writes a truth value.
    pub fn boolean(&mut self, value: bool) {
        self.bare(if value { "true" } else { "false" });
    }

    /// Writes bytes as a base64 string.
    pub fn blob(&mut self, bytes: &[u8]) {
        self.string(&super::super::codec::blob_to_base64(bytes));
    }

    /// Writes a moment in time.
    pub fn timestamp(&mut self, value: Timestamp, format: TimestampFormat) {
        match format {
            TimestampFormat::EpochSeconds => {
                value.write_epoch_seconds(|part| self.raw(part));
                self.byte(b',');
            }
            TimestampFormat::DateTime | TimestampFormat::HttpDate => self.string(&value.format(format)),
        }
    }

    /// Writes a value of any form.
    pub fn document(&mut self, value: &Document) {
        match value {
            Document::Null => self.bare("null"),
            Document::Boolean(value) => self.boolean(*value),
            Document::Number(number) => self.bare(number.digits()),
            Document::String(text) => self.string(text),
            Document::Array(items) => self.list(items, Self::document),
            Document::Object(entries) => {
                self.map(entries.iter().map(|(key, value)| (key, value)), Self::document);
            }
        }
    }

    /// Writes a value that needs no quotes.
    fn bare(&mut self, text: &str) {
        if let Some([inside @ .., comma]) = self.room(text.len() + 1) {
            inside.copy_from_slice(text.as_bytes());
            *comma = b',';
        }
    }

    fn raw(&mut self, text: &str) {
        if let Some(room) = self.room(text.len()) {
            room.copy_from_slice(text.as_bytes());
        }
    }

    #[inline]
    fn byte(&mut self, byte: u8) {
        if let Some([room]) = self.room(1) {
            *room = byte;
        }
    }

    /// Closes an object or array: in the place of the comma after its last entry, if there is one.
    #[inline]
    fn close(&mut self, bracket: u8) {
        self.at = self.end();
        if let Some([last, comma]) = self.room(2) {
            (*last, *comma) = (bracket, b',');
        }
    }

    /// Where what was written ends, without a comma that nothing has come after.
    #[inline]
    fn end(&self) -> usize {
        let last = self.at.checked_sub(1);
        last.filter(|&last| self.buffer.get(last) == Some(&b',')).unwrap_or(self.at)
    }

    /// The next `length` bytes, to be written; there are always as many.
    #[inline]
    fn room(&mut self, length: usize) -> Option<&mut [u8]> {
        // not `if`: the compiler knows of what ended a loop
        while self.buffer.len() - self.at < length {
            self.grow(length);
        }
        let room = self.buffer.get_mut(self.at..)?.get_mut(..length);
        self.at += length;
        room
    }

    #[cold]
    fn grow(&mut self, length: usize) {
        const LEAST: usize = 1024;
        self.buffer.resize(self.at + length.max(self.buffer.len()).max(LEAST), 0);
    }

    #[cold]
    fn escape(&mut self, byte: u8) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let short = match byte {
            b'"' => b'"',
            b'\\' => b'\\',
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0c => b'f',
            _ => {
                self.raw("\\u00");
                self.byte(HEX[usize::from(byte >> 4)]);
                self.byte(HEX[usize::from(byte & 15)]);
                return;
            }
        };
        self.byte(b'\\');
        self.byte(short);
    }
}
