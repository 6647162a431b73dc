//! Bytes of a body into values, one token at a time.

mod members;
mod token;

pub use members::Members;
pub use token::Token;

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::schema::TimestampFormat;
use super::super::timestamp::Timestamp;
use super::document::{Document, Number};
use super::escape::{plain, unescape};
use super::number;

/// The body is not what the operation takes.
///
/// It carries no reason, which keeps the reading of good bodies small and quick;
/// [`validate::explain`](super::super::validate::explain) finds the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rejected;

/// A reader over one JSON text.
///
/// Every method that reads a value skips white space before it and answers `None` for `null`, which the
/// protocols treat as an absent value.
#[derive(Debug)]
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// How many more structures, lists and maps may be opened inside one another.
    depth_left: usize,
}

impl<'a> Reader<'a> {
    /// A reader at the start of `body`, which refuses nesting deeper than `max_depth`.
    ///
    /// # Errors
    /// [`Rejected`] if `body` is not UTF-8.
    pub fn new(body: &'a [u8], max_depth: usize) -> Result<Self, Rejected> {
        let text = std::str::from_utf8(body).map_err(|_| Rejected)?;
        Ok(Self { text, at: 0, depth_left: max_depth })
    }

    /// Checks that nothing but white space is left.
    ///
    /// # Errors
    /// [`Rejected`] if something is.
    pub fn finish(mut self) -> Result<(), Rejected> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(Rejected),
        }
    }

    /// What the next value is. The rest of it may still be wrong.
    ///
    /// # Errors
    /// [`Rejected`] if there is none.
    pub fn token(&mut self) -> Result<Token, Rejected> {
        self.peek().and_then(Token::starting_with).ok_or(Rejected)
    }

    /// Opens a structure: [`Members`] gives its members one by one.
    ///
    /// # Errors
    /// [`Rejected`] if the next value is neither an object nor `null`, or is nested too deeply.
    pub fn structure(&mut self) -> Result<Option<Members>, Rejected> {
        match self.peek() {
            Some(b'{') => {
                self.open()?;
                Ok(Some(Members { first: true }))
            }
            _ => self.null().map(|()| None),
        }
    }

    /// Reads a list, each item with `item`; items that are `null` are dropped.
    ///
    /// # Errors
    /// [`Rejected`] if the next value is neither an array nor `null` or is nested too deeply, and those of `item`.
    pub fn list<T, E: From<Rejected>>(
        &mut self,
        mut item: impl FnMut(&mut Self) -> Result<Option<T>, E>,
    ) -> Result<Option<Vec<T>>, E> {
        if self.peek() != Some(b'[') {
            self.null()?;
            return Ok(None);
        }
        self.open()?;
        let mut items = Vec::new();
        if self.peek() == Some(b']') {
            self.close();
            return Ok(Some(items));
        }
        loop {
            if let Some(value) = item(self)? {
                items.push(value);
            }
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.close();
                    return Ok(Some(items));
                }
                _ => return Err(Rejected.into()),
            }
        }
    }

    /// Reads a map, each value with `value`; entries whose value is `null` are dropped, and of equal keys the last
    /// one stays.
    ///
    /// # Errors
    /// [`Rejected`] if the next value is neither an object nor `null` or is nested too deeply, and those of `value`.
    pub fn map<T, E: From<Rejected>>(
        &mut self,
        mut value: impl FnMut(&mut Self) -> Result<Option<T>, E>,
    ) -> Result<Option<BTreeMap<String, T>>, E> {
        let Some(mut members) = self.structure()? else {
            return Ok(None);
        };
        let mut map = BTreeMap::new();
        while let Some(key) = members.next(self)? {
            let key = key.into_owned();
            match value(self)? {
                Some(value) => map.insert(key, value),
                None => map.remove(&key),
            };
        }
        Ok(Some(map))
    }

    /// Reads a string.
    ///
    /// # Errors
    /// [`Rejected`] if the next value is neither a string nor `null`.
    pub fn string(&mut self) -> Result<Option<String>, Rejected> {
        match self.peek() {
            Some(b'"') => match self.quoted()? {
                Cow::Borrowed(text) => Ok(Some(text.to_owned())),
                Cow::Owned(text) => Ok(Some(text)),
            },
            _ => self.null().map(|()| None),
        }
    }

    /// Reads a string without copying it where it has no escapes.
    ///
    /// # Errors
    /// [`Rejected`] if the next value is neither a string nor `null`.
    pub fn text(&mut self) -> Result<Option<Cow<'a, str>>, Rejected> {
        match self.peek() {
            Some(b'"') => self.quoted().map(Some),
            _ => self.null().map(|()| None),
        }
    }

    /// Reads a whole number of 32 bits: a fraction is cut off, and a number out of range becomes the nearest one
    /// in range, as services of AWS do it.
    ///
    /// # Errors
    /// [`Rejected`] if the next value is neither a number nor `null`.
    pub fn integer(&mut self) -> Result<Option<i32>, Rejected> {
        Ok(self.long()?.map(number::saturate))
    }

    /// Reads a whole number of 64 bits, with the allowances of [`integer`](Self::integer).
    ///
    /// # Errors
    /// [`Rejected`] if the next value is neither a number nor `null`.
    pub fn long(&mut self) -> Result<Option<i64>, Rejected> {
        self.number_or_null()?.map(number::to_i64).transpose()
    }

    /// Reads a floating-point number of 32 bits, with the allowances of [`double`](Self::double).
    ///
    /// # Errors
    /// [`Rejected`] as [`double`](Self::double).
    #[allow(clippy::cast_possible_truncation)] // a number of more precision is rounded, as the wire has no other
    pub fn float(&mut self) -> Result<Option<f32>, Rejected> {
        Ok(self.double()?.map(|value| value as f32))
    }

    /// Reads a floating-point number of 64 bits; the strings `NaN`, `Infinity` and `-Infinity` count as numbers.
    ///
    /// # Errors
    /// [`Rejected`] if the next value is none of these and not `null`.
    pub fn double(&mut self) -> Result<Option<f64>, Rejected> {
        if self.peek() == Some(b'"') {
            return number::special(&self.quoted()?).map(Some).ok_or(Rejected);
        }
        self.number_or_null()?.map(number::to_f64).transpose()
    }

    /// Reads a truth value; a string counts as `true` if it spells that word in any case, and as `false` otherwise,
    /// as services of AWS have it.
    ///
    /// # Errors
    /// [`Rejected`] if the next value is no truth value, string or `null`.
    pub fn boolean(&mut self) -> Result<Option<bool>, Rejected> {
        match self.peek() {
            Some(b't') => self.literal("true").map(|()| Some(true)),
            Some(b'f') => self.literal("false").map(|()| Some(false)),
            Some(b'"') => Ok(Some(self.quoted()?.eq_ignore_ascii_case("true"))),
            _ => self.null().map(|()| None),
        }
    }

    /// Reads bytes from a base64 string.
    ///
    /// # Errors
    /// [`Rejected`] if the next value is neither such a string nor `null`.
    pub fn blob(&mut self) -> Result<Option<Vec<u8>>, Rejected> {
        match self.text()? {
            Some(text) => super::super::codec::blob_from_base64(&text).map(Some).ok_or(Rejected),
            None => Ok(None),
        }
    }

    /// Reads a moment in time.
    ///
    /// # Errors
    /// [`Rejected`] if the next value is neither a timestamp in that format nor `null`.
    pub fn timestamp(&mut self, format: TimestampFormat) -> Result<Option<Timestamp>, Rejected> {
        let parsed = match format {
            TimestampFormat::EpochSeconds => match self.number_or_null()? {
                Some(digits) => Timestamp::parse_epoch_seconds(digits),
                None => return Ok(None),
            },
            TimestampFormat::DateTime | TimestampFormat::HttpDate => match self.text()? {
                Some(text) => Timestamp::parse(&text, format),
                None => return Ok(None),
            },
        };
        parsed.map(Some).ok_or(Rejected)
    }

    /// Reads a value of any form. Unlike the other methods it answers [`Document::Null`] for `null`.
    ///
    /// # Errors
    /// [`Rejected`] if the next value is not JSON or is nested too deeply.
    pub fn document(&mut self) -> Result<Document, Rejected> {
        Ok(match self.peek() {
            Some(b'{') => {
                let mut entries = Vec::new();
                self.open()?;
                let mut members = Members { first: true };
                while let Some(key) = members.next(self)? {
                    let value = self.document()?;
                    entries.push((key.into_owned(), value));
                }
                Document::Object(entries)
            }
            Some(b'[') => {
                let items = self.list(|reader| reader.document().map(Some))?;
                Document::Array(items.unwrap_or_default())
            }
            Some(b'"') => Document::String(self.quoted()?.into_owned()),
            Some(b't') => self.literal("true").map(|()| Document::Boolean(true))?,
            Some(b'f') => self.literal("false").map(|()| Document::Boolean(false))?,
            Some(b'n') => self.null().map(|()| Document::Null)?,
            _ => Document::Number(Number::from_digits(self.number()?)),
        })
    }

    /// Passes over a value of any form.
    ///
    /// # Errors
    /// [`Rejected`] if the next value is not JSON or is nested too deeply.
    pub fn skip(&mut self) -> Result<(), Rejected> {
        match self.peek() {
            Some(b'{') => {
                self.open()?;
                let mut members = Members { first: true };
                while members.next(self)?.is_some() {
                    self.skip()?;
                }
                Ok(())
            }
            Some(b'[') => self.list(|reader| reader.skip().map(|()| None::<()>)).map(|_| ()),
            Some(b'"') => self.quoted().map(|_| ()),
            Some(b't') => self.literal("true"),
            Some(b'f') => self.literal("false"),
            Some(b'n') => self.null(),
            _ => self.number().map(|_| ()),
        }
    }

    /// The next byte that is not white space, without taking it.
    #[inline]
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        match bytes.get(self.at) {
            Some(&byte) if byte > b' ' => Some(byte),
            _ => {
                self.at = beyond_space(bytes, self.at);
                bytes.get(self.at).copied()
            }
        }
    }

    /// Takes the bracket at hand and goes one level deeper.
    fn open(&mut self) -> Result<(), Rejected> {
        self.depth_left = self.depth_left.checked_sub(1).ok_or(Rejected)?;
        self.at += 1;
        Ok(())
    }

    /// Takes the bracket at hand and comes one level up.
    fn close(&mut self) {
        self.depth_left += 1;
        self.at += 1;
    }

    fn null(&mut self) -> Result<(), Rejected> {
        self.literal("null")
    }

    /// Takes `word`, if the reader stands at it.
    #[inline]
    fn literal(&mut self, word: &str) -> Result<(), Rejected> {
        if self.rest().starts_with(word.as_bytes()) {
            self.at += word.len();
            Ok(())
        } else {
            Err(Rejected)
        }
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn number_or_null(&mut self) -> Result<Option<&'a str>, Rejected> {
        match self.peek() {
            Some(b'-' | b'0'..=b'9') => self.number().map(Some),
            _ => self.null().map(|()| None),
        }
    }

    /// Takes a number as it is written.
    fn number(&mut self) -> Result<&'a str, Rejected> {
        let length = number::scan(self.rest()).ok_or(Rejected)?;
        let start = self.at;
        self.at += length;
        self.text.get(start..self.at).ok_or(Rejected)
    }

    /// Takes the string at whose opening quote the reader stands.
    #[inline]
    fn quoted(&mut self) -> Result<Cow<'a, str>, Rejected> {
        let start = self.at + 1;
        let bytes = self.text.as_bytes();
        let end = start + plain(bytes.get(start..).unwrap_or_default());
        if bytes.get(end) != Some(&b'"') {
            return self.escaped(start);
        }
        self.at = end + 1;
        self.text.get(start..end).map(Cow::Borrowed).ok_or(Rejected)
    }

    /// As [`quoted`](Self::quoted), for a string with escapes that starts at `start`.
    #[cold]
    fn escaped(&mut self, start: usize) -> Result<Cow<'a, str>, Rejected> {
        let (text, after) = unescape(self.text, start).ok_or(Rejected)?;
        self.at = after;
        Ok(Cow::Owned(text))
    }
}

/// Where the white space at `at` ends.
///
/// Clients send none, so this stands apart; and it takes no reader, so that the compiler need not write one
/// to memory before the call and read it again after it.
#[cold]
fn beyond_space(bytes: &[u8], at: usize) -> usize {
    let space = bytes.iter().skip(at).take_while(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'));
    at + space.count()
}
