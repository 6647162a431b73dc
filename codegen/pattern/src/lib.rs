//! Turns a string constraint in Java's dialect of regular expressions into a matcher.
//!
//! A value matches if the *whole* value does. Everything is settled here, exactly: the pattern
//! becomes a deterministic automaton, which is made minimal and then laid out in tables; or, if
//! that would be huge, a nondeterministic one, which may be in many states at once. What no
//! automaton can do is an error.

mod alphabet;
mod assertion;
pub mod beyond;
mod bounds;
mod class;
mod determine;
mod dfa;
mod escape;
pub mod letters;
mod nfa;
pub mod parallel;
mod parse;
mod plain;
mod property;
mod repeat;
mod sample;
mod source;
mod syntax;
pub mod table;
mod words;

/// What a server runs, so that it judges here as it will there: this crate has its sources, as every output has.
#[path = "../../runtime/src"]
pub mod runtime {
    pub mod pattern;
}

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use crate::runtime::pattern::Length;

use dfa::Dfa;
use nfa::{Nfa, TooLarge};
use parallel::Parallel;
use plain::Plain;
use sample::{Prefer, sample};
use syntax::Expr;
use table::Matcher;

/// A pattern with the matcher that the emitted code will have.
#[derive(Debug)]
pub struct Compiled {
    source: String,
    length: Length,
    matcher: Matcher,
    /// What the matcher was made from; it accepts values of any length.
    automaton: Automaton,
    /// The examples that were asked for, by their bounds: many members have the same shape.
    examples: Mutex<BTreeMap<(u64, u64), Option<String>>>,
}

#[derive(Clone, Debug)]
enum Automaton {
    Deterministic(Dfa),
    /// For patterns of which the deterministic automaton is huge.
    Nondeterministic(Plain),
}

/// Why a pattern has no matcher.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// Where in the pattern the trouble begins, in bytes.
    pub offset: usize,
    /// What the trouble is.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl PatternError {
    fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} at byte {} of the pattern", self.message, self.offset)
    }
}

impl std::error::Error for PatternError {}

/// Compiles a pattern.
///
/// # Errors
///
/// If the pattern is not one in Java's dialect, or asks for what a finite automaton of a sensible
/// size cannot do: back-references, independent groups, or counts that multiply each other.
pub fn compile(source: &str) -> Result<Compiled, PatternError> {
    let expr = parse::parse(source)?.without_ends();
    table(source, &expr).or_else(|TooLarge| parallel(source, &expr)).map_err(|TooLarge| too_large())
}

/// Compiles a pattern the way that is left where a table would be huge, however small it is.
///
/// So both ways can be held against each other.
///
/// # Errors
///
/// As [`compile`].
#[doc(hidden)]
pub fn compile_in_parallel(source: &str) -> Result<Compiled, PatternError> {
    let expr = parse::parse(source)?.without_ends();
    parallel(source, &expr).map_err(|TooLarge| too_large())
}

fn table(source: &str, expr: &Expr) -> Result<Compiled, TooLarge> {
    let (dfa, length) = automaton(expr)?;
    let matcher = Matcher::new(&dfa, length).ok_or(TooLarge)?;
    Ok(Compiled::new(source, length, matcher, Automaton::Deterministic(dfa)))
}

fn parallel(source: &str, expr: &Expr) -> Result<Compiled, TooLarge> {
    let plain = Plain::new(&Nfa::new(expr)?)?;
    let matcher = Matcher::Parallel(Parallel::new(&plain)?);
    Ok(Compiled::new(source, Length::ANY, matcher, Automaton::Nondeterministic(plain)))
}

fn too_large() -> PatternError {
    PatternError { offset: 0, message: "pattern takes too large an automaton".to_owned(), help: None }
        .with_help("large counts in repetitions that overlap others are the usual cause; lower them or state the length as a bound")
}

/// The automaton of an expression, and bounds on the length of a value beside it.
fn automaton(expr: &Expr) -> Result<(Dfa, Length), TooLarge> {
    if let Some((set, length)) = bounds::one_class(expr) {
        return Ok((bounds::run(&set).ok_or(TooLarge)?, length));
    }
    if let Some((class, ahead, rest)) = bounds::counting_ahead(expr) {
        let (dfa, length) = automaton(&rest)?;
        if bounds::is_within(&dfa, &class) {
            let both = Length { min: ahead.min.max(length.min), max: ahead.max.min(length.max) };
            return Ok((dfa, both));
        }
    }
    let dfa = determine::determine(&Nfa::new(expr)?)?.minimal();
    Ok(bounds::simpler(expr, &dfa).unwrap_or((dfa, Length::ANY)))
}

impl Automaton {
    fn accepted(&self, min: u64, max: u64, prefer: Prefer) -> Option<String> {
        match self {
            Self::Deterministic(dfa) => sample(dfa, true, min, max, prefer),
            Self::Nondeterministic(plain) => sample(plain, true, min, max, prefer),
        }
    }

    fn rejected(&self, min: u64, max: u64) -> Option<String> {
        match self {
            Self::Deterministic(dfa) => sample(dfa, false, min, max, Prefer::Shortest),
            Self::Nondeterministic(plain) => sample(&plain.rejecting(), false, min, max, Prefer::Shortest),
        }
    }
}

impl Compiled {
    fn new(source: &str, length: Length, matcher: Matcher, automaton: Automaton) -> Self {
        Self { source: source.to_owned(), length, matcher, automaton, examples: Mutex::default() }
    }

    /// The pattern as modelled.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether the whole of `value` matches, by the same code that emitted patterns run.
    #[must_use]
    pub fn matches(&self, value: &str) -> bool {
        self.matcher.matches(self.length, value)
    }

    /// A readable value that matches, as near to `min_chars` as possible.
    #[must_use]
    pub fn example(&self, min_chars: u64, max_chars: u64) -> Option<String> {
        let (min, max) = self.within(min_chars, max_chars);
        let mut known = self.examples.lock().unwrap_or_else(PoisonError::into_inner);
        let make = || self.automaton.accepted(min, max, Prefer::Shortest);
        known.entry((min, max)).or_insert_with(make).clone()
    }

    /// A readable value that matches, as near to `max_chars` as possible but no longer than 2^20.
    #[must_use]
    pub fn longest(&self, min_chars: u64, max_chars: u64) -> Option<String> {
        let (min, max) = self.within(min_chars, max_chars);
        self.automaton.accepted(min, max, Prefer::Longest)
    }

    /// A readable value with a length within the bounds that does not match.
    #[must_use]
    pub fn counterexample(&self, min_chars: u64, max_chars: u64) -> Option<String> {
        let rejected = self.automaton.rejected(min_chars, max_chars);
        let outside = || {
            let (fewest, most) = (u64::from(self.length.min), u64::from(self.length.max));
            let length = if min_chars < fewest { min_chars } else { most.saturating_add(1).max(min_chars) };
            let possible = length <= max_chars && (length < fewest || self.length.max != u32::MAX);
            possible.then(|| self.automaton.accepted(length, length, Prefer::Shortest)).flatten()
        };
        rejected.or_else(outside)
    }

    /// Bounds on the length that also are the pattern's own.
    fn within(&self, min: u64, max: u64) -> (u64, u64) {
        let most = if self.length.max == u32::MAX { u64::MAX } else { u64::from(self.length.max) };
        (min.max(u64::from(self.length.min)), max.min(most))
    }

    /// Bounds on the length of values that match, which the matcher does not look at.
    #[must_use]
    pub fn length(&self) -> Length {
        self.length
    }

    /// What values are matched with.
    #[must_use]
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }
}
