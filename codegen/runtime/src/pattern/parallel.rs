//! Turns the characters of a value, on all ways at once, into whether one of them is accepted.

use super::Letters;

/// The most words that a set of states of a [`ParallelAutomaton`] takes.
pub const MOST_WORDS: usize = 64;

/// A nondeterministic automaton, which may be in many states at once: each is a bit of a set.
///
/// A deterministic automaton has a state for each set that this one may be in, which may be a huge
/// number. A character here takes a few steps over all words of a set, however long the value is.
/// Every set takes as many words as `start`, and no more than [`MOST_WORDS`].
#[derive(Clone, Copy, Debug)]
pub struct ParallelAutomaton<'a> {
    /// What the automaton reads.
    pub letters: Letters<'a>,
    /// For each letter, the states that take it.
    pub takes: &'a [u64],
    /// Ways from a state to the one that is so many further.
    pub distances: &'a [usize],
    /// For each distance, the states from which there is such a way.
    pub shifts: &'a [u64],
    /// Ways from any state of a set to all states of another: two sets for each.
    pub jumps: &'a [u64],
    /// The first states.
    pub start: &'a [u64],
    /// The accepting states.
    pub accepting: &'a [u64],
}

impl ParallelAutomaton<'_> {
    // apart from the other matchers, whose frame would be as great as this one's
    #[inline(never)]
    pub(super) fn accepts(&self, value: &str) -> bool {
        let words = self.start.len().clamp(1, MOST_WORDS);
        let mut states = [0; MOST_WORDS];
        let states = &mut states[..words];
        add(states, self.start);
        for character in value.chars() {
            let row = self.letter(character) * words;
            let takes = self.takes.get(row..).unwrap_or_default();
            let mut next = [0; MOST_WORDS];
            let next = &mut next[..words];
            states.iter_mut().zip(takes).for_each(|(states, takes)| *states &= takes);
            for (&distance, from) in self.distances.iter().zip(self.shifts.chunks_exact(words)) {
                shift(next, states, from, distance);
            }
            for jump in self.jumps.chunks_exact(2 * words) {
                let (from, to) = jump.split_at(words);
                if meet(states, from) {
                    add(next, to);
                }
            }
            if next.iter().all(|&states| states == 0) {
                return false;
            }
            states.copy_from_slice(next);
        }
        meet(states, self.accepting)
    }

    fn letter(&self, character: char) -> usize {
        let letter = match u8::try_from(character) {
            Ok(byte) if byte.is_ascii() => self.letters.ascii[usize::from(byte & 127)],
            Ok(_) | Err(_) => self.letters.beyond(character),
        };
        usize::from(letter)
    }
}

fn add(set: &mut [u64], more: &[u64]) {
    set.iter_mut().zip(more).for_each(|(set, more)| *set |= more);
}

fn meet(one: &[u64], other: &[u64]) -> bool {
    one.iter().zip(other).any(|(one, other)| one & other != 0)
}

/// Adds to `next` the states that are `distance` further than those which are in both sets.
fn shift(next: &mut [u64], states: &[u64], from: &[u64], distance: usize) {
    let (whole, bits) = (distance / 64, distance % 64);
    let mut carry = 0;
    for (next, (states, from)) in next.iter_mut().skip(whole).zip(states.iter().zip(from)) {
        let moving = states & from;
        *next |= moving << bits | carry;
        // in two steps, since all 64 bits at once is no shift
        carry = moving >> 1 >> (63 - bits);
    }
}
