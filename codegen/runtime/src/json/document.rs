//! A JSON value of any form, as a tree.

use std::fmt;

use super::number;
use super::reader::{Reader, Rejected};

/// A JSON value of any form: the type of document members.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Document {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, with the digits it was written with.
    Number(Number),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Document>),
    /// An object: names and values in the order they were written, equal names included.
    Object(Vec<(String, Document)>),
}

impl Document {
    /// The value that `body` holds, and nothing else, nested at most `max_depth` deep.
    ///
    /// # Errors
    /// [`Rejected`] if it is not JSON, or nested more deeply.
    pub fn parse(body: &[u8], max_depth: usize) -> Result<Self, Rejected> {
        let mut reader = Reader::new(body, max_depth)?;
        let value = reader.document();
        reader.finish()?;
        Ok(value)
    }

    /// The value under `name`, if this is an object that has one; of equal names the last one counts.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => entries.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value),
            Self::Null | Self::Boolean(_) | Self::Number(_) | Self::String(_) | Self::Array(_) => None,
        }
    }
}

impl From<&str> for Document {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<bool> for Document {
    fn from(value: bool) -> Self {
        Self::Boolean(value)
    }
}

impl From<i64> for Document {
    fn from(value: i64) -> Self {
        Self::Number(Number(value.to_string()))
    }
}

/// A JSON number, with the digits it was written with: no precision is lost in passing it on.
#[derive(Clone, PartialEq, Eq)]
pub struct Number(String);

impl Number {
    /// `digits` must be a number by the grammar of JSON.
    pub(in super::super) fn from_digits(digits: &str) -> Self {
        Self(digits.to_owned())
    }

    /// The digits, with sign, fraction and exponent as written.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// The nearest floating-point number; infinite where it is too great for one.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        number::to_f64(&self.0)
    }

    /// The whole part, or the nearest number of 64 bits where it does not fit.
    #[must_use]
    pub fn to_i64(&self) -> i64 {
        number::to_i64(&self.0)
    }

    /// The whole part, or the nearest number of 32 bits where it does not fit.
    #[must_use]
    pub fn to_i32(&self) -> i32 {
        number::saturate(self.to_i64())
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<f64> for Number {
    /// The number itself: JSON has no digits for NaN and the infinities.
    type Error = f64;

    fn try_from(value: f64) -> Result<Self, f64> {
        if value.is_finite() { Ok(Self(ryu::Buffer::new().format_finite(value).to_owned())) } else { Err(value) }
    }
}
