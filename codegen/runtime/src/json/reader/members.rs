//! The members of a structure, one after another.

use std::borrow::Cow;

use super::Reader;

/// The members of a structure that is being read.
#[derive(Debug)]
pub struct Members {
    pub(super) first: bool,
}

impl Members {
    /// The name of the next member, whose value the reader then stands at; `None` at the end of the structure, and
    /// where the text is refused, as it is not JSON.
    pub fn next<'r>(&mut self, reader: &'r mut Reader<'_>) -> Option<&'r str> {
        let is_first = std::mem::replace(&mut self.first, false);
        match reader.text.as_bytes().get(reader.at) {
            Some(b'"') if is_first => Self::at_quote(reader.at, is_first, reader),
            Some(b',') if !is_first => Self::at_quote(reader.at + 1, is_first, reader),
            Some(b'}') => {
                reader.close();
                None
            }
            _ => Self::after_space(is_first, reader),
        }
    }

    /// As [`next`](Self::next), for a name whose opening quote may be at `quote`. Where it is what most names are, the
    /// position is written once.
    #[inline(never)]
    fn at_quote<'r>(quote: usize, is_first: bool, reader: &'r mut Reader<'_>) -> Option<&'r str> {
        if let Some((name, colon)) = reader.short(quote)
            && reader.text.as_bytes().get(colon) == Some(&b':')
        {
            reader.at = colon + 1;
            return Some(name);
        }
        Self::after_space(is_first, reader)
    }

    /// As [`next`](Self::next), for any text.
    #[cold]
    fn after_space<'r>(is_first: bool, reader: &'r mut Reader<'_>) -> Option<&'r str> {
        let next = match reader.peek() {
            Some(b',') if !is_first => {
                reader.at += 1;
                reader.peek()
            }
            Some(b'}') => {
                reader.close();
                return None;
            }
            Some(_) if !is_first => return reader.reject(),
            next => next,
        };
        if next != Some(b'"') {
            return reader.reject();
        }
        let name = reader.quoted()?;
        if reader.peek() != Some(b':') {
            return reader.reject();
        }
        reader.at += 1;
        Some(match name {
            Cow::Borrowed(name) => name,
            Cow::Owned(name) => reader.unescaped_name.insert(name),
        })
    }
}
