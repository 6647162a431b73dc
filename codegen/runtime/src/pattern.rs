//! Turns a string constraint, settled at generation time, into a yes or no about a value.
//!
//! Nothing is compiled, allocated or started here: a [`Pattern`] is static data, and its matcher
//! is one of a closed set of [`Strategy`] variants, all of which look at the *whole* value.

mod automaton;
mod class;
mod letters;
mod parallel;
mod set;
mod text;

pub use automaton::{Automaton, SmallAutomaton};
pub use class::Class;
pub use letters::{Letters, Loops};
pub use parallel::{MOST_WORDS, ParallelAutomaton};
pub use set::{Set, Table};
pub use text::{ascii, ascii_rows, steps, words};

/// A string constraint: its source as modelled, and a matcher for whole values.
#[derive(Clone, Copy, Debug)]
pub struct Pattern<'a> {
    source: &'a str,
    length: Length,
    strategy: Strategy<'a>,
}

/// How a [`Pattern`] judges the characters of a value.
#[derive(Clone, Copy, Debug)]
pub enum Strategy<'a> {
    /// Every value matches.
    Everything,
    /// The value is one of these.
    Words(&'a [&'a str]),
    /// Every character is a member of one class.
    Run(&'a Class<'a>),
    /// An automaton of few states accepts the value.
    SmallAutomaton(SmallAutomaton<'a>),
    /// An automaton accepts the value.
    Automaton(Automaton<'a>),
    /// An automaton that is in many states at once accepts the value.
    ParallelAutomaton(ParallelAutomaton<'a>),
}

/// Inclusive bounds on the number of characters (code points) in a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// The fewest characters.
    pub min: u32,
    /// The most characters; [`u32::MAX`] stands for no bound.
    pub max: u32,
}

impl Length {
    /// No bounds at all.
    pub const ANY: Self = Self { min: 0, max: u32::MAX };

    /// Whether the number of characters in `value` is within the bounds.
    ///
    /// A character takes one to four bytes, so that the number of bytes mostly settles it and the
    /// characters need not be counted.
    #[must_use]
    pub fn admits(self, value: &str) -> bool {
        (value.len().div_ceil(4) >= self.min as usize && value.len() <= self.max as usize) || self.admits_counted(value)
    }

    /// As [`admits`](Self::admits), for a value whose bytes do not settle that it is good.
    #[inline(never)]
    fn admits_counted(self, value: &str) -> bool {
        let (min, max) = (self.min as usize, self.max as usize);
        value.len() >= min && value.len().div_ceil(4) <= max && {
            let characters = value.chars().count();
            min <= characters && (characters <= max || self.max == u32::MAX)
        }
    }
}

impl<'a> Pattern<'a> {
    /// A pattern that matches the values which are within `length` and satisfy `strategy`.
    #[must_use]
    pub const fn new(source: &'a str, length: Length, strategy: Strategy<'a>) -> Self {
        Self { source, length, strategy }
    }

    /// The pattern as modelled, in the dialect of the API description.
    #[must_use]
    pub const fn source(&self) -> &'a str {
        self.source
    }

    /// Whether the whole of `value` matches.
    #[must_use]
    pub fn matches(&self, value: &str) -> bool {
        self.length.admits(value)
            && match &self.strategy {
                Strategy::Everything => true,
                Strategy::Words(words) => words.contains(&value),
                Strategy::Run(class) => class.holds_all(value),
                Strategy::SmallAutomaton(automaton) => automaton.accepts(value),
                Strategy::Automaton(automaton) => automaton.accepts(value),
                Strategy::ParallelAutomaton(automaton) => automaton.accepts(value),
            }
    }
}
