//! Turns the characters of a value, one state after another, into whether they are accepted.

use super::class::{BLOCK, run};
use super::{Letters, Loops};

/// A minimal deterministic automaton.
///
/// A state is the offset of its row in `steps`; 0 is the state from which no value matches. The
/// accepting states come last.
#[derive(Clone, Copy, Debug)]
pub struct Automaton<'a> {
    /// What the automaton reads.
    pub letters: Letters<'a>,
    /// The next state, for each state and letter.
    pub steps: &'a [u16],
    /// The length of a row: how many letters there are.
    pub width: u16,
    /// The first state.
    pub start: u16,
    /// The accepting states are this one and those after it.
    pub accepting: u16,
    /// The states that many bytes lead back to, by the number of their row.
    pub loops: Loops<'a>,
}

impl Automaton<'_> {
    pub(super) fn accepts(&self, value: &str) -> bool {
        let state = walk(self, value, usize::from(self.start));
        state >= usize::from(self.accepting)
    }
}

impl Steps for Automaton<'_> {
    #[inline]
    fn byte(&self, state: usize, byte: u8) -> usize {
        self.letter(state, self.letters.ascii[usize::from(byte & 127)])
    }

    #[inline]
    fn letter(&self, state: usize, letter: u8) -> usize {
        self.steps.get(state + usize::from(letter)).map_or(0, |&next| usize::from(next))
    }

    #[inline]
    fn letters(&self) -> &Letters<'_> {
        &self.letters
    }

    #[inline]
    fn loops(&self, state: usize) -> Option<&[(u8, u8)]> {
        self.loops.of(state.checked_div(usize::from(self.width))?)
    }
}

/// A minimal deterministic automaton of so few states that a row for a letter fits a word.
///
/// A state is the offset, in bits, of what a row says of it: six bits with the next state. From
/// one state to the next it takes no memory access, only a shift.
#[derive(Clone, Copy, Debug)]
pub struct SmallAutomaton<'a> {
    /// What the automaton reads.
    pub letters: Letters<'a>,
    /// For each letter, the next state for each state.
    pub rows: &'a [u64],
    /// For each ASCII byte, the row of its letter.
    pub ascii: &'a [u64; 128],
    /// The first state.
    pub start: u8,
    /// The accepting states are this one and those after it.
    pub accepting: u8,
    /// The states that many bytes lead back to, by number.
    pub loops: Loops<'a>,
}

/// Values of fewer bytes go one by one at once: in most of them no state lasts for long.
const SHORT: usize = BLOCK + BLOCK / 2;

/// How many bytes go one by one before it is worth to look whether the state lasts.
const FEW: usize = 16;

/// How many bits a state takes in a row of a [`SmallAutomaton`].
const STATE_BITS: usize = 6;

impl SmallAutomaton<'_> {
    pub(super) fn accepts(&self, value: &str) -> bool {
        let state = walk(self, value, usize::from(self.start));
        state & 63 >= usize::from(self.accepting)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the bits above those of the next state are of other states, and no shift looks at them"
)]
impl Steps for SmallAutomaton<'_> {
    #[inline]
    fn byte(&self, state: usize, byte: u8) -> usize {
        (self.ascii[usize::from(byte & 127)] >> (state & 63)) as usize
    }

    #[inline]
    fn letter(&self, state: usize, letter: u8) -> usize {
        self.rows.get(usize::from(letter)).map_or(0, |&row| (row >> (state & 63)) as usize)
    }

    #[inline]
    fn letters(&self) -> &Letters<'_> {
        &self.letters
    }

    #[inline]
    fn loops(&self, state: usize) -> Option<&[(u8, u8)]> {
        self.loops.of((state & 63) / STATE_BITS)
    }
}

/// The steps of an automaton from state to state.
trait Steps {
    /// The state that an ASCII byte leads to; of another byte, any state.
    fn byte(&self, state: usize, byte: u8) -> usize;
    /// The state that a letter leads to.
    fn letter(&self, state: usize, letter: u8) -> usize;
    /// What the automaton reads.
    fn letters(&self) -> &Letters<'_>;
    /// The ranges of the bytes that lead back to a state, if there are many.
    fn loops(&self, state: usize) -> Option<&[(u8, u8)]>;
}

/// The state that `value` leads to from `start`.
#[inline]
fn walk(automaton: &impl Steps, value: &str, start: usize) -> usize {
    let is_short = value.len() < SHORT;
    let end = is_short.then(|| step(automaton, value.as_bytes(), start)).flatten();
    end.unwrap_or_else(|| walk_far(automaton, value, start))
}

/// The state that some ASCII bytes lead to; `None` if there are others among them.
#[inline]
fn step(automaton: &impl Steps, bytes: &[u8], start: usize) -> Option<usize> {
    let (mut state, mut all) = (start, 0);
    for &byte in bytes {
        state = automaton.byte(state, byte);
        all |= byte;
    }
    all.is_ascii().then_some(state)
}

/// As [`walk`], for values that are long or beyond ASCII.
#[inline(never)]
fn walk_far(automaton: &impl Steps, value: &str, start: usize) -> usize {
    let bytes = value.as_bytes();
    let mut state = start;
    let mut at = 0;
    while at < bytes.len() {
        let mut one_by_one = FEW;
        // of a long rest, what leads back to the state is passed over block by block
        if at + BLOCK <= bytes.len()
            && let Some(ranges) = automaton.loops(state)
        {
            at += run(&bytes[at..], ranges);
            // what does not is within the next block
            one_by_one = BLOCK;
        }
        let end = bytes.len().min(at + one_by_one);
        if let Some(next) = step(automaton, &bytes[at..end], state) {
            state = next;
            at = end;
            continue;
        }
        for character in value.get(at..).unwrap_or_default().chars() {
            state = match u8::try_from(character) {
                Ok(byte) if byte.is_ascii() => automaton.byte(state, byte),
                Ok(_) | Err(_) => automaton.letter(state, automaton.letters().beyond(character)),
            };
            at += character.len_utf8();
            if at >= end {
                break;
            }
        }
    }
    state
}
