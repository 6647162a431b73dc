//! Turns a character into the letter that an automaton reads: one for all that it treats alike.

use super::Set;

/// The letters of an automaton.
#[derive(Clone, Copy, Debug)]
pub struct Letters<'a> {
    /// The letter of each ASCII byte.
    pub ascii: &'a [u8; 128],
    /// The letters of characters beyond ASCII, in disjoint sets.
    pub beyond: &'a [(Set<'a>, u8)],
    /// The letter of the characters beyond ASCII that are in none of the sets.
    pub other: u8,
}

impl Letters<'_> {
    /// The letter of a character beyond ASCII.
    pub(super) fn beyond(&self, character: char) -> u8 {
        let found = self.beyond.iter().find(|(set, _)| set.contains(character));
        found.map_or(self.other, |&(_, letter)| letter)
    }
}

/// The states of an automaton that many ASCII bytes lead back to; their numbers are consecutive.
#[derive(Clone, Copy, Debug)]
pub struct Loops<'a> {
    /// The number of the first of the states.
    pub first: usize,
    /// For each state, the ranges (inclusive) of the bytes that lead back to it.
    pub ranges: &'a [&'a [(u8, u8)]],
}

impl<'a> Loops<'a> {
    /// The ranges of the bytes that lead back to a state, if it is one of these.
    pub(super) fn of(&self, state: usize) -> Option<&'a [(u8, u8)]> {
        self.ranges.get(state.wrapping_sub(self.first)).copied()
    }
}
