//! The members of a structure, one after another.

use std::borrow::Cow;

use super::{Reader, Rejected};

/// The members of a structure that is being read.
#[derive(Debug)]
pub struct Members {
    pub(super) first: bool,
}

impl Members {
    /// The name of the next member, whose value the reader then stands at; `None` at the end of the structure.
    ///
    /// # Errors
    /// [`Rejected`] if the text is not JSON.
    pub fn next<'a>(&mut self, reader: &mut Reader<'a>) -> Result<Option<Cow<'a, str>>, Rejected> {
        let is_first = std::mem::replace(&mut self.first, false);
        let next = match reader.peek() {
            Some(b',') if !is_first => {
                reader.at += 1;
                reader.peek()
            }
            Some(b'}') => {
                reader.close();
                return Ok(None);
            }
            Some(_) if !is_first => return Err(Rejected),
            next => next,
        };
        if next != Some(b'"') {
            return Err(Rejected);
        }
        let name = reader.quoted()?;
        if reader.peek() != Some(b':') {
            return Err(Rejected);
        }
        reader.at += 1;
        Ok(Some(name))
    }
}
