//! Types to and from the wire: the two traits that emitted code implements for every structure, union and enum.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;

use super::json::{Document, Reader, Rejected, Writer};

/// A type that is read from the wire.
pub trait Decode: Sized {
    /// Reads a value; `None` for `null`.
    ///
    /// # Errors
    /// [`Rejected`] if the text is not JSON, a value has the wrong type, or a required member is missing.
    fn decode(reader: &mut Reader<'_>) -> Result<Option<Self>, Rejected>;

    /// Reads a body that holds one value and nothing else, nested at most `max_depth` deep.
    ///
    /// # Errors
    /// [`Rejected`] as [`decode`](Self::decode), and for `null`.
    fn from_body(body: &[u8], max_depth: usize) -> Result<Self, Rejected> {
        let mut reader = Reader::new(body, max_depth)?;
        let value = Self::decode(&mut reader)?.ok_or(Rejected)?;
        reader.finish()?;
        Ok(value)
    }
}

/// A type that is written to the wire.
pub trait Encode {
    /// Writes the value; members that are not set are left out.
    fn encode(&self, writer: &mut Writer);

    /// The value as a body.
    fn to_body(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        self.encode(&mut writer);
        writer.into_bytes()
    }

    /// The value as a body that is soon sent: it is not copied.
    fn to_shared_body(&self) -> Bytes {
        let mut writer = Writer::default();
        self.encode(&mut writer);
        writer.into_shared()
    }
}

/// The input of an operation that takes nothing: any body will do, an empty one included.
impl Decode for () {
    fn decode(reader: &mut Reader<'_>) -> Result<Option<Self>, Rejected> {
        reader.skip()?;
        Ok(Some(()))
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
    fn decode(reader: &mut Reader<'_>) -> Result<Option<Self>, Rejected> {
        Ok(match reader.document()? {
            Document::Null => None,
            value => Some(value),
        })
    }
}

impl Encode for Document {
    fn encode(&self, writer: &mut Writer) {
        writer.document(self);
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

/// Stands in `Debug` for a value that is secret.
#[derive(Clone, Copy)]
pub struct Redacted;

impl std::fmt::Debug for Redacted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("<redacted>")
    }
}
