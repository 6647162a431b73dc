//! What a model says and the language cannot -> lines for the person who imports.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde_json::Value;

/// Things of a model that only clients heed. They are counted, not listed, so that the rest can be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Aside {
    /// A member that clients fill in.
    IdempotencyToken,
    /// How clients find and choose an endpoint.
    Endpoint,
    /// What clients may send again.
    Retry,
    /// How clients fetch page by page, or wait.
    Paging,
    /// Whether a client's type may be null.
    Box,
    /// Names for clients, such as those of their packages.
    ClientName,
    /// How XML is written.
    Xml,
    /// Bindings to paths, headers and status lines, which the protocol does not use.
    Http,
    /// Samples and tests.
    Example,
    /// What the tools of the model's owner heed: permissions, events, resources, checks.
    Tooling,
}

impl Aside {
    fn text(self) -> &'static str {
        match self {
            Self::IdempotencyToken => "members that a client fills in by itself (idempotency tokens)",
            Self::Endpoint => "rules by which a client finds its endpoint",
            Self::Retry => "hints on what a client may send again",
            Self::Paging => "hints on how a client pages or waits",
            Self::Box => "hints on whether a client's type is nullable (box)",
            Self::ClientName => "names for clients",
            Self::Xml => "rules for XML, without meaning in JSON",
            Self::Http => "bindings to HTTP, without meaning in this protocol",
            Self::Example => "samples and tests",
            Self::Tooling => "hints for the tools of the model's owner",
        }
    }
}

/// Notes as they are gathered.
#[derive(Clone, Debug, Default)]
pub(super) struct Notes {
    guesses: Vec<String>,
    lines: Vec<String>,
    asides: BTreeMap<Aside, usize>,
}

impl Notes {
    /// Notes something at a place.
    pub(super) fn add(&mut self, place: &impl Display, text: impl Display) {
        self.lines.push(format!("{place}: {text}"));
    }

    /// Notes something that was guessed because a new folder must say it.
    pub(super) fn guess(&mut self, place: &impl Display, text: impl Display) {
        self.guesses.push(format!("{place}: {text}"));
    }

    /// Forgets the guesses: the folder knows better.
    pub(super) fn withdraw_guesses(&mut self) {
        self.guesses.clear();
    }

    /// Notes that a key of the model has no word in the language.
    pub(super) fn left_out(&mut self, place: &impl Display, key: &str, value: &Value) {
        let mut value = value.to_string();
        if value.len() > 80 {
            value = format!("{}…", value.chars().take(80).collect::<String>());
        }
        self.add(place, format_args!("`{key}: {value}` is left out; the language has no word for it"));
    }

    /// Notes that clients of an operation may compress what they send.
    pub(super) fn compressed(&mut self, place: &impl Display) {
        self.add(place, "clients may compress large requests; build the server with its feature `gzip` to read them");
    }

    /// Counts something that only clients heed.
    pub(super) fn aside(&mut self, aside: Aside) {
        *self.asides.entry(aside).or_default() += 1;
    }

    /// The notes, those with a place first.
    pub(super) fn into_lines(self) -> Vec<String> {
        let Self { guesses: mut lines, lines: places, asides } = self;
        lines.extend(places);
        lines.extend(asides.into_iter().map(|(aside, count)| format!("left out {count}: {}", aside.text())));
        lines
    }
}
