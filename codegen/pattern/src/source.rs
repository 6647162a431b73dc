//! Turns the text of a pattern into characters with their offsets, and reads them one by one.

use crate::PatternError;

/// A place in the text of a pattern.
///
/// It follows the dialect's own reader: a character is looked at with [`peek`](Self::peek), and in
/// comments mode white space and comments are passed over on the way.
pub(crate) struct Source {
    characters: Vec<(char, usize)>,
    end: usize,
    at: usize,
    /// Whether white space and comments are passed over, as after `(?x)`.
    pub(crate) comments: bool,
}

impl Source {
    pub(crate) fn new(text: &str) -> Self {
        Self { characters: unquoted(text), end: text.len(), at: 0, comments: false }
    }

    /// The next character that counts, without taking it.
    pub(crate) fn peek(&mut self) -> Option<char> {
        while self.comments {
            match self.raw(0) {
                Some(' ' | '\t'..='\r') => self.at += 1,
                Some('#') => {
                    while self.raw(0).is_some_and(|c| !is_line_terminator(c)) {
                        self.at += 1;
                    }
                }
                Some(_) | None => break,
            }
        }
        self.raw(0)
    }

    /// The next character that counts.
    pub(crate) fn take(&mut self) -> Option<char> {
        let character = self.peek()?;
        self.at += 1;
        Some(character)
    }

    /// The very next character, even where white space is passed over.
    pub(crate) fn take_raw(&mut self) -> Option<char> {
        let character = self.raw(0)?;
        self.at += 1;
        Some(character)
    }

    /// Takes the next character that counts if it is `expected`.
    pub(crate) fn accept(&mut self, expected: char) -> bool {
        let found = self.peek() == Some(expected);
        self.at += usize::from(found);
        found
    }

    /// The character `ahead` of the next, whatever it is.
    pub(crate) fn raw(&self, ahead: usize) -> Option<char> {
        self.characters.get(self.at + ahead).map(|&(character, _)| character)
    }

    /// The character before the next, whatever it is.
    pub(crate) fn previous(&self) -> Option<char> {
        self.characters.get(self.at.checked_sub(1)?).map(|&(character, _)| character)
    }

    /// Where the next character is, to come back to it.
    pub(crate) fn mark(&self) -> usize {
        self.at
    }

    /// Comes back to a place.
    pub(crate) fn reset(&mut self, mark: usize) {
        self.at = mark;
    }

    /// An error at a place.
    pub(crate) fn error(&self, mark: usize, message: impl Into<String>) -> PatternError {
        let offset = self.characters.get(mark).map_or(self.end, |&(_, offset)| offset);
        PatternError { offset, message: message.into(), help: None }
    }
}

/// Whether a character ends a line.
pub(crate) fn is_line_terminator(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The characters of `text`, of which what is between `\Q` and `\E` is escaped one by one.
fn unquoted(text: &str) -> Vec<(char, usize)> {
    let mut characters = Vec::new();
    let mut rest = text.char_indices().peekable();
    let mut quoting = false;
    while let Some((offset, character)) = rest.next() {
        let escapes = character == '\\';
        match rest.peek() {
            Some(&(_, 'Q')) if escapes && !quoting => {
                quoting = true;
                rest.next();
            }
            Some(&(_, 'E')) if escapes && quoting => {
                quoting = false;
                rest.next();
            }
            Some(&(next_offset, next)) if escapes && !quoting => {
                characters.extend([(character, offset), (next, next_offset)]);
                rest.next();
            }
            Some(_) | None => {
                // a letter or digit stands for itself, but would not after a backslash
                if quoting && character.is_ascii() && !character.is_ascii_alphanumeric() {
                    characters.push(('\\', offset));
                }
                characters.push((character, offset));
            }
        }
    }
    characters
}
