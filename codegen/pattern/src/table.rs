//! Turns a minimal automaton into the tables that the matcher runs on, owned by the generator.

use crate::beyond::Beyond;
use crate::dfa::{DEAD, Dfa};
use crate::letters::{Letters, ascii_ranges};
use crate::parallel::Parallel;
use crate::runtime::pattern as rt;
use crate::runtime::pattern::{Length, Strategy};
use crate::syntax::{Set, union};
use crate::words::words;

/// A state that at least this many ASCII bytes lead back to is worth looking for long runs.
const LEAST_LOOP: usize = 4;
/// What a state takes of a row in [`rt::SmallAutomaton`], and how many states there may be.
const STATE_BITS: u8 = 6;
const MOST_SMALL_STATES: usize = 10;
/// Above this many ranges it takes longer to look for a run than to go through it.
const MOST_LOOP_RANGES: usize = 10;

/// What a pattern is matched with.
#[derive(Clone, Debug)]
pub enum Matcher {
    /// Nothing: all values match.
    Everything,
    /// The values themselves.
    Words(Vec<String>),
    /// The set of all characters.
    Run {
        /// Its ranges of ASCII bytes, first and last.
        ranges: Vec<(u8, u8)>,
        /// The rest of it.
        beyond: Beyond,
    },
    /// A deterministic automaton.
    Automaton(Automaton),
    /// A nondeterministic one.
    Parallel(Parallel),
}

/// An automaton in tables, as [`rt::Automaton`] has it.
#[derive(Clone, Debug)]
pub struct Automaton {
    /// What reads characters.
    pub letters: Letters,
    /// The next state by number, for each state and letter.
    pub rows: Vec<Vec<u16>>,
    /// The first state.
    pub start: u16,
    /// The accepting states are this one and those after it.
    pub accepting: u16,
    /// The looping states are this one and those after it.
    pub looping: u16,
    /// For each looping state, the ranges of ASCII bytes that lead back to it.
    pub loops: Vec<Vec<(u8, u8)>>,
    /// The number of letters.
    pub width: u16,
    /// The same as `rows`, as the run time has it.
    pub steps: Steps,
}

/// The steps of an automaton as the run time has them, by the number of its states.
#[derive(Clone, Debug)]
pub enum Steps {
    /// For each letter, and for each ASCII byte, the next state for each state.
    Small {
        /// A row for each letter.
        rows: Vec<u64>,
        /// A row for each ASCII byte.
        ascii: Box<[u64; 128]>,
    },
    /// For each state, the next state for each letter.
    Large(Vec<u16>),
}

impl Matcher {
    /// The tables of an automaton; nothing if they cannot be addressed in 16 bits.
    pub(crate) fn new(dfa: &Dfa, length: Length) -> Option<Self> {
        if length == Length::ANY
            && let Some(words) = words(dfa)
        {
            return Some(Self::Words(words));
        }
        let Some(class) = only_class(dfa) else {
            return Automaton::new(dfa).map(Self::Automaton);
        };
        let beyond = Beyond::new(&class);
        let ranges = ascii_ranges(&class);
        Some(if beyond == Beyond::Everything && ranges == [(0, 127)] {
            Self::Everything
        } else {
            Self::Run { ranges, beyond }
        })
    }

    /// Runs the matcher of the run time on these tables.
    pub(crate) fn matches(&self, length: Length, value: &str) -> bool {
        match self {
            Self::Everything => rt::Pattern::new("", length, Strategy::Everything).matches(value),
            Self::Words(words) => {
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                rt::Pattern::new("", length, Strategy::Words(&words)).matches(value)
            }
            Self::Run { ranges, beyond } => {
                let table = beyond.table();
                let class = rt::Class::new(ranges, beyond.lend(table.as_ref()));
                rt::Pattern::new("", length, Strategy::Run(&class)).matches(value)
            }
            Self::Automaton(automaton) => automaton.matches(length, value),
            Self::Parallel(parallel) => parallel.matches(length, value),
        }
    }
}

/// The class of which an automaton accepts any number of characters, if that is what it does.
fn only_class(dfa: &Dfa) -> Option<Set> {
    let back = dfa.row(dfa.start).iter().all(|&next| next == dfa.start || next == DEAD);
    (back && dfa.accepting.get(dfa.start) == Some(&true)).then(|| {
        let letters = dfa.alphabet.letters.iter().zip(dfa.row(dfa.start));
        union(letters.filter(|&(_, &next)| next != DEAD).map(|(letter, _)| letter))
    })
}

impl Automaton {
    fn new(dfa: &Dfa) -> Option<Self> {
        let width = u8::try_from(dfa.alphabet.letters.len()).ok()?;
        u16::try_from(dfa.states().checked_mul(usize::from(width))?).ok()?;
        let loops: Vec<Vec<(u8, u8)>> = (0..dfa.states()).map(|state| loops(dfa, state)).collect();
        // the dead state, rejecting ones, those of them with loops, accepting ones with, and without
        let mut order: Vec<usize> = (0..dfa.states()).collect();
        order.sort_by_key(|&state| {
            let accepting = dfa.accepting[state];
            (state != DEAD, accepting, loops[state].is_empty() == accepting)
        });
        let mut number = vec![0; order.len()];
        for (index, &state) in order.iter().enumerate() {
            number[state] = u16::try_from(index).ok()?;
        }
        let first = |wanted: &dyn Fn(usize) -> bool| {
            u16::try_from(order.iter().position(|&state| wanted(state)).unwrap_or(order.len())).ok()
        };
        let rows: Vec<Vec<u16>> =
            order.iter().map(|&state| dfa.row(state).iter().map(|&next| number[next]).collect()).collect();
        let letters = Letters::new(&dfa.alphabet)?;
        Some(Self {
            start: number[dfa.start],
            accepting: first(&|state| dfa.accepting[state])?,
            looping: first(&|state| !loops[state].is_empty())?,
            loops: order.iter().map(|&state| loops[state].clone()).filter(|ranges| !ranges.is_empty()).collect(),
            width: u16::from(width),
            steps: Steps::new(&rows, width, &letters.ascii),
            letters,
            rows,
        })
    }

    fn matches(&self, length: Length, value: &str) -> bool {
        let loops: Vec<&[(u8, u8)]> = self.loops.iter().map(Vec::as_slice).collect();
        let loops = rt::Loops { first: usize::from(self.looping), ranges: &loops };
        self.letters.lend(|letters| {
            let strategy = match &self.steps {
                Steps::Small { rows, ascii } => {
                    let (start, accepting) = (small_state(self.start), small_state(self.accepting));
                    Strategy::SmallAutomaton(rt::SmallAutomaton { letters, rows, ascii, start, accepting, loops })
                }
                Steps::Large(steps) => {
                    let width = self.width;
                    let (start, accepting) = (self.start * width, self.accepting * width);
                    Strategy::Automaton(rt::Automaton { letters, steps, width, start, accepting, loops })
                }
            };
            rt::Pattern::new("", length, strategy).matches(value)
        })
    }
}

impl Steps {
    fn new(rows: &[Vec<u16>], width: u8, letters: &[u8; 128]) -> Self {
        if rows.len() > MOST_SMALL_STATES {
            return Self::Large(rows.iter().flatten().map(|&next| next * u16::from(width)).collect());
        }
        let word = |letter: u8| {
            (0..).zip(rows).fold(0, |word, (state, row)| {
                word | u64::from(small_state(row[usize::from(letter)])) << small_state(state)
            })
        };
        let rows: Vec<u64> = (0..width).map(word).collect();
        let ascii = Box::new(rt::ascii_rows(letters, &rows));
        Self::Small { rows, ascii }
    }
}

/// A state of a small automaton: where it is in a row, in bits.
#[must_use]
pub fn small_state(number: u16) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX).saturating_mul(STATE_BITS)
}

/// The ranges of the ASCII bytes that lead from a state back to it, if it is worth to know them.
fn loops(dfa: &Dfa, state: usize) -> Vec<(u8, u8)> {
    if state == DEAD {
        return Vec::new();
    }
    let letters = dfa.alphabet.letters.iter().zip(dfa.row(state)).filter(|&(_, &next)| next == state);
    let class = union(letters.map(|(letter, _)| letter));
    let ranges = ascii_ranges(&class);
    let bytes: usize = ranges.iter().map(|&(first, last)| usize::from(last - first) + 1).sum();
    if bytes < LEAST_LOOP || ranges.len() > MOST_LOOP_RANGES { Vec::new() } else { ranges }
}
