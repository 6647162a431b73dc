//! A path of keys -> the line and column where its value stands in the YAML text. Used only to print a problem.

use std::collections::HashSet;

use saphyr_parser::{Event, Parser, Span as Marks};

/// A stretch of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// Line, from 1.
    pub(super) line: usize,
    /// Column in characters, from 1.
    pub(super) column: usize,
    /// Length in characters.
    pub(super) length: usize,
}

/// Finds the value under `keys` (map keys, and list indices as digits). Where the text does not go as far, the last
/// key that it has is found, or its start. A value that is a map or list is shown by its key, or in a list by where
/// it starts.
pub(super) fn find(text: &str, keys: &[String]) -> Span {
    search(text, keys, true)
}

/// Finds the last of `keys` itself.
pub(super) fn find_key(text: &str, keys: &[String]) -> Span {
    search(text, keys, false)
}

/// The first key that its map has had before.
pub(super) fn repeated(text: &str) -> Option<Span> {
    let mut open: Vec<Option<Keys>> = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, marks) = event.ok()?;
        let is_key = matches!(open.last(), Some(Some(keys)) if keys.next_is_key);
        if let Some(Some(keys)) = open.last_mut() {
            keys.next_is_key = match event {
                Event::MappingEnd | Event::SequenceEnd => keys.next_is_key,
                _ => !keys.next_is_key,
            };
        }
        match event {
            Event::Scalar(key, ..) if is_key => {
                if let Some(Some(keys)) = open.last_mut()
                    && !keys.seen.insert(key.into_owned())
                {
                    return Some(span(marks));
                }
            }
            Event::MappingStart(..) => open.push(Some(Keys { seen: HashSet::new(), next_is_key: true })),
            Event::SequenceStart(..) => open.push(None),
            Event::MappingEnd | Event::SequenceEnd => {
                open.pop();
            }
            Event::Scalar(..)
            | Event::Alias(_)
            | Event::Nothing
            | Event::StreamStart
            | Event::StreamEnd
            | Event::DocumentStart(_)
            | Event::DocumentEnd => {}
        }
    }
    None
}

/// The keys of an open map so far.
struct Keys {
    seen: HashSet<String>,
    next_is_key: bool,
}

/// Where the second document of a file begins.
pub(super) fn second_document(text: &str) -> Option<Span> {
    let starts =
        Parser::new_from_str(text).map_while(Result::ok).filter(|(event, _)| matches!(event, Event::DocumentStart(_)));
    starts.map(|(_, marks)| span(marks)).nth(1)
}

fn span(marks: Marks) -> Span {
    let length = if marks.start.line() == marks.end.line() { marks.len() } else { 1 };
    Span { line: marks.start.line(), column: marks.start.col() + 1, length: length.max(1) }
}

fn search(text: &str, keys: &[String], values: bool) -> Span {
    let start = Span { line: 1, column: 1, length: 1 };
    let mut finder = Finder { keys, values, open: Vec::new(), best: (0, start) };
    for event in Parser::new_from_str(text) {
        // an error ends the text as far as this is concerned: the reader has judged it already
        let Ok((event, marks)) = event else { break };
        finder.take(&event, marks);
    }
    finder.best.1
}

struct Finder<'k> {
    keys: &'k [String],
    /// Whether the value is looked for, and not its key.
    values: bool,
    /// The maps and lists that the event at hand is inside of.
    open: Vec<Level>,
    /// How many keys were found so far, doubled, plus one where the value itself was; and where.
    best: (usize, Span),
}

/// An open map or list.
struct Level {
    /// Whether everything above is on the path.
    on_path: bool,
    position: Position,
}

enum Position {
    /// In a map: the key that was read last, if its value is still to come.
    Map(Option<String>),
    /// In a list: the index of the next item.
    List(usize),
}

impl Finder<'_> {
    fn take(&mut self, event: &Event<'_>, marks: Marks) {
        match event {
            Event::Scalar(text, ..) => self.scalar(text, marks),
            Event::MappingStart(..) => self.open(Position::Map(None), marks),
            Event::SequenceStart(..) => self.open(Position::List(0), marks),
            Event::MappingEnd | Event::SequenceEnd => {
                self.open.pop();
                self.value_done();
            }
            Event::Alias(_) => self.value_done(),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) | Event::DocumentEnd => {}
        }
    }

    /// The key or index of the value that comes next, if it is on the path.
    fn at_key(&self) -> bool {
        let Some(level) = self.open.last() else { return true };
        let Some(wanted) = self.keys.get(self.open.len() - 1) else { return false };
        level.on_path
            && match &level.position {
                Position::Map(key) => key.as_ref() == Some(wanted),
                Position::List(index) => index.to_string() == *wanted,
            }
    }

    fn open(&mut self, position: Position, marks: Marks) {
        let on_path = self.at_key();
        if on_path && matches!(self.open.last(), Some(Level { position: Position::List(_), .. })) {
            self.found(2 * self.open.len(), Marks { end: marks.start, ..marks });
        }
        self.open.push(Level { on_path, position });
    }

    fn scalar(&mut self, text: &str, marks: Marks) {
        let depth = self.open.len();
        if let Some(Level { on_path, position: Position::Map(key @ None) }) = self.open.last_mut() {
            let found = *on_path && self.keys.get(depth - 1).is_some_and(|wanted| wanted == text);
            *key = Some(text.to_owned());
            if found {
                self.found(2 * depth, marks);
            }
            return;
        }
        if self.values && self.at_key() && depth == self.keys.len() {
            self.found(2 * depth + 1, marks);
        }
        self.value_done();
    }

    fn found(&mut self, rank: usize, marks: Marks) {
        if rank > self.best.0 {
            self.best = (rank, span(marks));
        }
    }

    fn value_done(&mut self) {
        match self.open.last_mut().map(|level| &mut level.position) {
            Some(Position::Map(key)) => *key = None,
            Some(Position::List(index)) => *index += 1,
            None => {}
        }
    }
}
