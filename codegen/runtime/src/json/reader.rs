//! Bytes of a body into values, one token at a time.

mod members;
mod text;
mod token;

pub use members::Members;
pub use token::Token;

use std::collections::{BTreeMap, HashSet};

use super::super::codec::Decode;
use super::super::schema::TimestampFormat;
use super::super::timestamp::Timestamp;
use super::document::{Document, Number};
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
///
/// What is no value of the right type is `None` too, and is remembered: there is nothing left to read then, so that
/// what stands around it comes to its end soon, and [`finish`](Self::finish) refuses the text. So emitted code need not
/// look for mistakes after each value.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The text; none of it is left when it is refused.
    text: &'a str,
    at: usize,
    /// How many more structures, lists and maps may be opened inside one another.
    depth_left: usize,
    is_rejected: bool,
    /// The last name of a member that had escapes in it.
    unescaped_name: Option<String>,
}

impl<'a> Reader<'a> {
    /// A reader at the start of `body`, which refuses nesting deeper than `max_depth`.
    ///
    /// # Errors
    /// [`Rejected`] if `body` is not UTF-8.
    pub fn new(body: &'a [u8], max_depth: usize) -> Result<Self, Rejected> {
        // cut to the length it has: the processor would wait to read pointer and length, just written, as one
        let text = std::str::from_utf8(body).ok().and_then(|text| text.get(..body.len())).ok_or(Rejected)?;
        Ok(Self { text, at: 0, depth_left: max_depth, is_rejected: false, unescaped_name: None })
    }

    /// Checks that nothing was refused, and nothing but white space is left.
    ///
    /// # Errors
    /// [`Rejected`] if something was refused or is left.
    pub fn finish(&mut self) -> Result<(), Rejected> {
        // a body mostly ends where its value does
        let is_over = self.at == self.text.len() || self.peek().is_none();
        if self.is_rejected || !is_over { Err(Rejected) } else { Ok(()) }
    }

    /// Refuses the text: nothing of it is left to read.
    #[inline]
    pub fn reject<T>(&mut self) -> Option<T> {
        self.refuse();
        None
    }

    #[cold]
    fn refuse(&mut self) {
        self.text = "";
        self.is_rejected = true;
    }

    /// What the next value is. The rest of it may still be wrong. Refuses a text that has none.
    pub fn token(&mut self) -> Option<Token> {
        self.peek().and_then(Token::starting_with).or_else(|| self.reject())
    }

    /// Opens a structure: [`Members`] gives its members one by one. Refuses what is neither an object nor `null`, or is
    /// nested too deeply.
    pub fn structure(&mut self) -> Option<Members> {
        match self.peek() {
            Some(b'{') => self.open().then_some(Members { first: true }),
            _ => self.null(),
        }
    }

    /// Reads the value of a member. Of equal names the last one counts, `null` included.
    // once for each member of each structure: `decode` would become longer by what is dropped
    #[inline(never)]
    pub fn member<T: Decode>(&mut self, value: &mut Option<T>) {
        *value = T::decode(self);
    }

    /// Reads the value of a required member into its place, and tells whether there is one; as with
    /// [`member`](Self::member), the last one counts. Without one, the place is left as it is.
    #[inline(never)]
    pub fn required<T: Decode>(&mut self, place: &mut T) -> bool {
        Self::put(place, T::decode(self))
    }

    /// Puts what was read into its place, and tells whether it was a value.
    pub fn put<T>(place: &mut T, value: Option<T>) -> bool {
        let Some(value) = value else { return false };
        *place = value;
        true
    }

    /// Reads a list, each item with `item`; items that are `null` are dropped. Refuses what is neither an array nor
    /// `null`, or is nested too deeply.
    pub fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        if self.peek() != Some(b'[') {
            return self.null();
        }
        if !self.open() {
            return None;
        }
        let mut items = Vec::new();
        if self.peek() == Some(b']') {
            self.close();
            return Some(items);
        }
        let start = self.at;
        loop {
            if let Some(value) = item(self) {
                if items.capacity() == 0 {
                    items.reserve(self.likely_items(start, size_of::<T>()));
                }
                items.push(value);
            }
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.close();
                    return Some(items);
                }
                _ => return self.reject(),
            }
        }
    }

    /// For how many items of `size` bytes a list gets room when the first has been read, which stands at `start`: as
    /// many as the rest of the text can have of its length, but little more than a list has without a guess.
    fn likely_items(&self, start: usize, size: usize) -> usize {
        const MOST_BYTES: usize = 512;
        let left = self.text.len().saturating_sub(self.at) / (self.at - start).max(1);
        (1 + left).min(MOST_BYTES / size.max(1))
    }

    /// Reads the text of an enum. Refuses what is neither a string nor `null`.
    pub fn variant<T: for<'t> From<&'t str>>(&mut self) -> Option<T> {
        self.text().map(|text| T::from(&text))
    }

    /// Reads a map, each value with `value`; entries whose value is `null` are dropped, and of equal keys the last
    /// one stays. Refuses what is neither an object nor `null`, or is nested too deeply.
    pub fn map<T>(&mut self, mut value: impl FnMut(&mut Self) -> Option<T>) -> Option<BTreeMap<String, T>> {
        let mut members = self.structure()?;
        let mut map = BTreeMap::new();
        // keys whose last value is `null`; to remove an entry at once would compile all that balances a tree, for
        // each type of values
        let mut nulls = HashSet::new();
        while let Some(key) = members.next(self) {
            let key = key.to_owned();
            match value(self) {
                Some(value) => {
                    if !nulls.is_empty() {
                        nulls.remove(&key);
                    }
                    map.insert(key, value);
                }
                None => {
                    nulls.insert(key);
                }
            }
        }
        if nulls.is_empty() {
            return Some(map);
        }
        let mut kept = BTreeMap::new();
        for (key, value) in map {
            if !nulls.contains(&key) {
                kept.insert(key, value);
            }
        }
        Some(kept)
    }

    /// Reads a whole number of 32 bits: a fraction is cut off, and a number out of range becomes the nearest one
    /// in range, as services of AWS do it. Refuses what is neither a number nor `null`.
    pub fn integer(&mut self) -> Option<i32> {
        self.long().map(number::saturate)
    }

    /// Reads a whole number of 64 bits, with the allowances of [`integer`](Self::integer).
    pub fn long(&mut self) -> Option<i64> {
        self.number_or_null().map(number::to_i64)
    }

    /// Reads a floating-point number of 32 bits, with the allowances of [`double`](Self::double).
    #[allow(clippy::cast_possible_truncation)] // a number of more precision is rounded, as the wire has no other
    pub fn float(&mut self) -> Option<f32> {
        self.double().map(|value| value as f32)
    }

    /// Reads a floating-point number of 64 bits; the strings `NaN`, `Infinity` and `-Infinity` count as numbers.
    /// Refuses what is none of these and not `null`.
    pub fn double(&mut self) -> Option<f64> {
        if self.peek() == Some(b'"') {
            let text = self.quoted()?;
            return number::special(&text).or_else(|| self.reject());
        }
        self.number_or_null().map(number::to_f64)
    }

    /// Reads a truth value; a string counts as `true` if it spells that word in any case, and as `false` otherwise,
    /// as services of AWS have it. Refuses what is no truth value, string or `null`.
    pub fn boolean(&mut self) -> Option<bool> {
        match self.peek() {
            Some(b't') => self.literal("true", true),
            Some(b'f') => self.literal("false", false),
            Some(b'"') => self.quoted().map(|text| text.eq_ignore_ascii_case("true")),
            _ => self.null(),
        }
    }

    /// Reads bytes from a base64 string. Refuses what is neither such a string nor `null`.
    pub fn blob(&mut self) -> Option<Vec<u8>> {
        let text = self.text()?;
        super::super::codec::blob_from_base64(&text).or_else(|| self.reject())
    }

    /// Reads a moment in time. Refuses what is neither a timestamp in that format nor `null`.
    pub fn timestamp(&mut self, format: TimestampFormat) -> Option<Timestamp> {
        let parsed = match format {
            TimestampFormat::EpochSeconds => Timestamp::parse_epoch_seconds(self.number_or_null()?),
            TimestampFormat::DateTime | TimestampFormat::HttpDate => Timestamp::parse(&self.text()?, format),
        };
        parsed.or_else(|| self.reject())
    }

    /// Reads a value of any form. Refuses what is not JSON or is nested too deeply; then, and for `null`, it answers
    /// [`Document::Null`].
    pub fn document(&mut self) -> Document {
        let value = match self.peek() {
            Some(b'{') => self.structure().map(|mut members| {
                let mut entries = Vec::new();
                while let Some(name) = members.next(self) {
                    let name = name.to_owned();
                    entries.push((name, self.document()));
                }
                Document::Object(entries)
            }),
            Some(b'[') => self.list(|reader| Some(reader.document())).map(Document::Array),
            Some(b'"') => self.quoted().map(|text| Document::String(text.into_owned())),
            Some(b't') => self.literal("true", Document::Boolean(true)),
            Some(b'f') => self.literal("false", Document::Boolean(false)),
            Some(b'n') => self.null(),
            _ => self.number().map(|digits| Document::Number(Number::from_digits(digits))),
        };
        value.unwrap_or_default()
    }

    /// Passes over a value of any form. Refuses what is not JSON or is nested too deeply.
    pub fn skip(&mut self) {
        match self.peek() {
            Some(b'{') => {
                if let Some(mut members) = self.structure() {
                    while members.next(self).is_some() {
                        self.skip();
                    }
                }
            }
            Some(b'[') => drop(self.list(|reader| {
                reader.skip();
                None::<()>
            })),
            Some(b'"') => drop(self.quoted()),
            Some(b't') => drop(self.literal("true", ())),
            Some(b'f') => drop(self.literal("false", ())),
            Some(b'n') => drop(self.null::<()>()),
            _ => drop(self.number()),
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

    /// Takes the bracket at hand and goes one level deeper; refuses the text and says `false` if that is too deep.
    fn open(&mut self) -> bool {
        let Some(left) = self.depth_left.checked_sub(1) else {
            self.refuse();
            return false;
        };
        self.depth_left = left;
        self.at += 1;
        true
    }

    /// Takes the bracket at hand and comes one level up.
    fn close(&mut self) {
        self.depth_left += 1;
        self.at += 1;
    }

    /// Takes `null`, or refuses the text.
    fn null<T>(&mut self) -> Option<T> {
        self.literal("null", ());
        None
    }

    /// Takes `word`, which stands for `value`, or refuses the text.
    #[inline]
    fn literal<T>(&mut self, word: &str, value: T) -> Option<T> {
        if self.rest().starts_with(word.as_bytes()) {
            self.at += word.len();
            Some(value)
        } else {
            self.reject()
        }
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or_default()
    }

    fn number_or_null(&mut self) -> Option<&'a str> {
        match self.peek() {
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.null(),
        }
    }

    /// Takes a number as it is written, or refuses the text.
    fn number(&mut self) -> Option<&'a str> {
        let start = self.at;
        let end = start + number::scan(self.rest()).unwrap_or_default();
        if end == start {
            return self.reject();
        }
        self.at = end;
        self.text.get(start..end)
    }
}

/// Whether `body` is one JSON value and nothing else, nested at most `max_depth` deep.
#[must_use]
pub fn is_json(body: &[u8], max_depth: usize) -> bool {
    let Ok(mut reader) = Reader::new(body, max_depth) else { return false };
    reader.skip();
    reader.finish().is_ok()
}

/// Where the white space at `at` ends.
///
/// Most clients send none, so this stands apart; and it takes no reader, so that the compiler need not write one
/// to memory before the call and read it again after it.
#[cold]
fn beyond_space(bytes: &[u8], mut at: usize) -> usize {
    while let Some(b' ' | b'\n' | b'\r' | b'\t') = bytes.get(at) {
        at += 1;
    }
    at
}
