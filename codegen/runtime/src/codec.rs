//! Types to and from the wire: the two traits that emitted code implements for every structure, union and enum.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;

use super::json::{Document, Reader, Rejected, Writer};
use super::schema::TimestampFormat;
use super::timestamp::Timestamp;

/// A type that is read from the wire.
pub trait Decode: Sized {
    /// Reads a value; `None` for `null`, and for a text that the reader refuses: one that is not JSON, in which a value
    /// has the wrong type, or a required member is missing.
    fn decode(reader: &mut Reader<'_>) -> Option<Self>;

    /// Reads a body that holds one value and nothing else, nested at most `max_depth` deep.
    ///
    /// # Errors
    /// [`Rejected`] for `null` and what [`decode`](Self::decode) refuses, and if something else follows.
    fn from_body(body: &[u8], max_depth: usize) -> Result<Self, Rejected> {
        let mut reader = Reader::new(body, max_depth)?;
        let value = Self::decode(&mut reader);
        reader.finish()?;
        value.ok_or(Rejected)
    }
}

/// A type that is written to the wire.
pub trait Encode {
    /// Writes the value; members that are not set are left out.
    fn encode(&self, writer: &mut Writer);

    /// The value as a body.
    fn to_body(&self) -> Vec<u8>
    where
        Self: Sized,
    {
        let mut writer = Writer::default();
        self.encode(&mut writer);
        writer.into_bytes()
    }

    /// The value as a body that is soon sent: it is not copied.
    fn to_shared_body(&self) -> Bytes
    where
        Self: Sized,
    {
        let mut writer = Writer::default();
        self.encode(&mut writer);
        writer.into_shared()
    }
}

/// The input of an operation that takes nothing: any body will do, an empty one included.
impl Decode for () {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.skip();
        Some(())
    }

    fn from_body(_body: &[u8], _max_depth: usize) -> Result<Self, Rejected> {
        Ok(())
    }
}

/// The output of an operation that answers nothing: an empty body.
impl Encode for () {
    fn encode(&self, _writer: &mut Writer) {}

    fn to_body(&self) -> Vec<u8> {
        Vec::new()
    }

    fn to_shared_body(&self) -> Bytes {
        Bytes::new()
    }
}

impl Decode for Document {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        Some(reader.document()).filter(|value| *value != Document::Null)
    }
}

impl Encode for Document {
    fn encode(&self, writer: &mut Writer) {
        writer.document(self);
    }
}

impl Decode for String {
    #[allow(clippy::inline_always, reason = "see `Reader::string`")]
    #[inline(always)]
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.string()
    }
}

impl Encode for String {
    fn encode(&self, writer: &mut Writer) {
        writer.string(self);
    }
}

impl Decode for i32 {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.integer()
    }
}

impl Encode for i32 {
    fn encode(&self, writer: &mut Writer) {
        writer.integer(*self);
    }
}

impl Decode for i64 {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.long()
    }
}

impl Encode for i64 {
    fn encode(&self, writer: &mut Writer) {
        writer.long(*self);
    }
}

impl Decode for f32 {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.float()
    }
}

impl Encode for f32 {
    fn encode(&self, writer: &mut Writer) {
        writer.float(*self);
    }
}

impl Decode for f64 {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.double()
    }
}

impl Encode for f64 {
    fn encode(&self, writer: &mut Writer) {
        writer.double(*self);
    }
}

impl Decode for bool {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.boolean()
    }
}

impl Encode for bool {
    fn encode(&self, writer: &mut Writer) {
        writer.boolean(*self);
    }
}

/// From base64.
impl Decode for Vec<u8> {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.blob()
    }
}

/// As base64.
impl Encode for Vec<u8> {
    fn encode(&self, writer: &mut Writer) {
        writer.blob(self);
    }
}

/// From seconds since 1970; those in another format are read by [`Reader::timestamp`].
impl Decode for Timestamp {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.timestamp(TimestampFormat::EpochSeconds)
    }
}

/// As seconds since 1970; those in another format are written by [`Writer::timestamp`].
impl Encode for Timestamp {
    fn encode(&self, writer: &mut Writer) {
        writer.timestamp(*self, TimestampFormat::EpochSeconds);
    }
}

impl<T: Decode> Decode for Box<T> {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        T::decode(reader).map(Self::new)
    }
}

impl<T: Encode> Encode for Box<T> {
    fn encode(&self, writer: &mut Writer) {
        (**self).encode(writer);
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.list(T::decode)
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn encode(&self, writer: &mut Writer) {
        writer.list(self, |writer, item| item.encode(writer));
    }
}

impl<T: Decode> Decode for BTreeMap<String, T> {
    fn decode(reader: &mut Reader<'_>) -> Option<Self> {
        reader.map(T::decode)
    }
}

impl<T: Encode> Encode for BTreeMap<String, T> {
    fn encode(&self, writer: &mut Writer) {
        writer.map(self, |writer, value| value.encode(writer));
    }
}

/// The bytes that a base64 text stands for; `None` if it is not base64 with its padding.
pub(super) fn blob_from_base64(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}

/// The base64 text of some bytes, with padding and without line breaks.
pub(super) fn blob_to_base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}
