//! Values into the bytes of a body.

use super::super::schema::TimestampFormat;
use super::super::timestamp::Timestamp;
use super::document::Document;
use super::escape::find_special;

/// A writer of one compact JSON text.
///
/// Emitted code calls [`begin_structure`](Self::begin_structure), then for each member that is set
/// [`member`](Self::member) and the method for its value, then [`end_structure`](Self::end_structure).
#[derive(Debug, Default)]
pub struct Writer {
    buffer: Vec<u8>,
}

impl Writer {
    /// A writer with room for `capacity` bytes.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        Self { buffer: Vec::with_capacity(capacity) }
    }

    /// The text that was written.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.buffer
    }

    /// Opens an object.
    pub fn begin_structure(&mut self) {
        self.buffer.push(b'{');
    }

    /// Closes an object.
    pub fn end_structure(&mut self) {
        self.buffer.push(b'}');
    }

    /// Writes the name of a member whose value comes next. `name` needs no escapes: the generator refuses names
    /// that would.
    pub fn member(&mut self, name: &str) -> &mut Self {
        self.separate(b'{');
        self.buffer.push(b'"');
        self.buffer.extend_from_slice(name.as_bytes());
        self.buffer.extend_from_slice(b"\":");
        self
    }

    /// Writes an array, each item with `item`.
    pub fn list<'v, T: 'v>(&mut self, items: impl IntoIterator<Item = &'v T>, mut item: impl FnMut(&mut Self, &'v T)) {
        self.buffer.push(b'[');
        for value in items {
            self.separate(b'[');
            item(self, value);
        }
        self.buffer.push(b']');
    }

    /// Writes an object, each value with `value`.
    pub fn map<'v, T: 'v>(
        &mut self,
        entries: impl IntoIterator<Item = (&'v String, &'v T)>,
        mut value: impl FnMut(&mut Self, &'v T),
    ) {
        self.begin_structure();
        for (key, entry) in entries {
            self.separate(b'{');
            self.string(key);
            self.buffer.push(b':');
            value(self, entry);
        }
        self.end_structure();
    }

    /// Writes a string.
    pub fn string(&mut self, text: &str) {
        let bytes = text.as_bytes();
        self.buffer.push(b'"');
        let mut at = 0;
        loop {
            let special = find_special(bytes, at);
            self.buffer.extend_from_slice(bytes.get(at..special).unwrap_or_default());
            let Some(&byte) = bytes.get(special) else { break };
            self.escape(byte);
            at = special + 1;
        }
        self.buffer.push(b'"');
    }

    /// Writes a whole number of 32 bits.
    pub fn integer(&mut self, value: i32) {
        self.long(i64::from(value));
    }

    /// Writes a whole number of 64 bits.
    pub fn long(&mut self, value: i64) {
        self.raw(itoa::Buffer::new().format(value));
    }

    /// Writes a floating-point number of 32 bits, with the fewest digits that read back as the same number; see
    /// [`double`](Self::double) for numbers without digits.
    pub fn float(&mut self, value: f32) {
        if value.is_finite() {
            self.raw(ryu::Buffer::new().format_finite(value));
        } else {
            self.double(f64::from(value));
        }
    }

    /// Writes a floating-point number of 64 bits, with the fewest digits that read back as the same number;
    /// `NaN`, `Infinity` and `-Infinity` as strings.
    pub fn double(&mut self, value: f64) {
        if value.is_finite() {
            self.raw(ryu::Buffer::new().format_finite(value));
        } else if value.is_nan() {
            self.raw("\"NaN\"");
        } else if value > 0.0 {
            self.raw("\"Infinity\"");
        } else {
            self.raw("\"-Infinity\"");
        }
    }

    /// Writes a truth value.
    pub fn boolean(&mut self, value: bool) {
        self.raw(if value { "true" } else { "false" });
    }

    /// Writes bytes as a base64 string.
    pub fn blob(&mut self, bytes: &[u8]) {
        self.buffer.push(b'"');
        self.raw(&super::super::codec::blob_to_base64(bytes));
        self.buffer.push(b'"');
    }

    /// Writes a moment in time.
    pub fn timestamp(&mut self, value: Timestamp, format: TimestampFormat) {
        match format {
            TimestampFormat::EpochSeconds => self.raw(&value.to_epoch_seconds()),
            TimestampFormat::DateTime | TimestampFormat::HttpDate => self.string(&value.format(format)),
        }
    }

    /// Writes a value of any form.
    pub fn document(&mut self, value: &Document) {
        match value {
            Document::Null => self.raw("null"),
            Document::Boolean(value) => self.boolean(*value),
            Document::Number(number) => self.raw(number.digits()),
            Document::String(text) => self.string(text),
            Document::Array(items) => self.list(items, Self::document),
            Document::Object(entries) => {
                self.map(entries.iter().map(|(key, value)| (key, value)), Self::document);
            }
        }
    }

    fn raw(&mut self, text: &str) {
        self.buffer.extend_from_slice(text.as_bytes());
    }

    /// Writes the comma before every entry but the first. What was just opened is told by the last byte, which
    /// saves a flag: no value ends in `{` or `[`.
    fn separate(&mut self, opening: u8) {
        if self.buffer.last() != Some(&opening) {
            self.buffer.push(b',');
        }
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
                self.buffer.push(HEX[usize::from(byte >> 4)]);
                self.buffer.push(HEX[usize::from(byte & 15)]);
                return;
            }
        };
        self.buffer.extend_from_slice(&[b'\\', short]);
    }
}
