//! Turns the characters of a value, one state after another, into whether they are accepted.

use super::class::{BLOCK, run};
use super::{Letters, Loops};

/// A minimal deterministic automaton.
///
/// A state is the offset of its row in `steps`; 0 is the state from which no value matches. Rows
/// are a power of two long. The accepting states come last.
#[derive(Clone, Copy, Debug)]
pub struct Automaton<'a> {
    /// What the automaton reads.
    pub letters: Letters<'a>,
    /// The next state, for each state and letter.
    pub steps: &'a [u16],
    /// The binary logarithm of the length of a row.
    pub shift: u32,
    /// The first state.
    pub start: u16,
    /// The accepting states are this one and those after it.
    pub accepting: u16,
    /// The states that many bytes lead back to, by the number of their row.
    pub loops: Loops<'a>,
}

impl Automaton<'_> {
    pub(super) fn accepts(&self, value: &str) -> bool {
        let step = |state: usize, letter: u8| {
            self.steps.get(state + usize::from(letter)).map_or(0, |&next| usize::from(next))
        };
        let state = walk(value, &self.letters, usize::from(self.start), step, |state| {
            self.loops.of(state >> self.shift)
        });
        state >= usize::from(self.accepting)
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
    /// The first state.
    pub start: u8,
    /// The accepting states are this one and those after it.
    pub accepting: u8,
    /// The states that many bytes lead back to, by number.
    pub loops: Loops<'a>,
}

/// How many bits a state takes in a row of a [`SmallAutomaton`].
const STATE_BITS: usize = 6;

impl SmallAutomaton<'_> {
    pub(super) fn accepts(&self, value: &str) -> bool {
        let step = |state: usize, letter: u8| {
            // the bits above the state are of other states, and no shift looks at them
            self.rows.get(usize::from(letter)).map_or(0, |&row| (row >> (state & 63)) as usize)
        };
        let state = walk(value, &self.letters, usize::from(self.start), step, |state| {
            self.loops.of((state & 63) / STATE_BITS)
        });
        state & 63 >= usize::from(self.accepting)
    }
}

/// The state that `value` leads to from `start`.
#[inline]
fn walk<'a>(
    value: &str,
    letters: &Letters<'_>,
    start: usize,
    step: impl Fn(usize, u8) -> usize,
    ranges: impl Fn(usize) -> Option<&'a [(u8, u8)]>,
) -> usize {
    let bytes = value.as_bytes();
    let mut state = start;
    let mut at = 0;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        // what leads back to the state is passed over block by block
        let rest = match ranges(state) {
            Some(ranges) if rest.len() >= BLOCK => {
                let passed = run(rest, ranges);
                at += passed;
                rest.get(passed..).unwrap_or_default()
            }
            Some(_) | None => rest,
        };
        // then some bytes go one by one, before it is worth to try again
        for &byte in rest.iter().take(BLOCK) {
            let Some(&letter) = letters.ascii.get(usize::from(byte)) else { break };
            state = step(state, letter);
            at += 1;
        }
        if bytes.get(at).is_some_and(|byte| !byte.is_ascii()) {
            for character in value.get(at..).unwrap_or_default().chars() {
                if character.is_ascii() {
                    break;
                }
                state = step(state, letters.beyond(character));
                at += character.len_utf8();
            }
        }
    }
    state
}
