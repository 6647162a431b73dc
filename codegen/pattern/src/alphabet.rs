//! Turns the sets that a pattern mentions into disjoint letters, of which each set is made up.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::syntax::{Set, between, union};

/// The letters of an automaton: disjoint sets of characters that together are all characters.
#[derive(Clone, Debug)]
pub(crate) struct Alphabet {
    pub(crate) letters: Vec<Set>,
}

impl Alphabet {
    /// The coarsest alphabet of which each of `sets` is made up, and which letters make up each.
    pub(crate) fn of(sets: &[Set]) -> (Self, Vec<Vec<bool>>) {
        let mut cuts = BTreeSet::from([0, 0x11_0000]);
        for range in sets.iter().flat_map(Set::ranges) {
            cuts.extend([range.start() as u32, range.end() as u32 + 1]);
        }
        let cuts: Vec<u32> = cuts.into_iter().collect();
        let mut next_range = vec![0; sets.len()];
        let mut known: FxHashMap<Vec<bool>, usize> = FxHashMap::default();
        let mut letters: Vec<Vec<(u32, u32)>> = Vec::new();
        for (&first, &after) in cuts.iter().zip(cuts.iter().skip(1)) {
            let signature: Vec<bool> = sets
                .iter()
                .zip(&mut next_range)
                .map(|(set, next)| {
                    while set.ranges().get(*next).is_some_and(|range| (range.end() as u32) < first) {
                        *next += 1;
                    }
                    set.ranges().get(*next).is_some_and(|range| range.start() as u32 <= first)
                })
                .collect();
            // surrogates are no characters, so that what is left of this may be nothing
            if between(first, after - 1).ranges().is_empty() {
                continue;
            }
            let letter = *known.entry(signature).or_insert_with(|| {
                letters.push(Vec::new());
                letters.len() - 1
            });
            letters[letter].push((first, after - 1));
        }
        let mut members = vec![vec![false; letters.len()]; sets.len()];
        for (signature, letter) in known {
            for (set, member) in members.iter_mut().zip(signature) {
                set[letter] = member;
            }
        }
        let letters = letters.into_iter().map(|ranges| {
            let parts: Vec<Set> = ranges.into_iter().map(|(first, last)| between(first, last)).collect();
            Set::new(parts.iter().flat_map(Set::ranges).copied())
        });
        (Self { letters: letters.collect() }, members)
    }

    /// This alphabet with some letters made one: `new` gives the new number of each letter.
    pub(crate) fn merged(&self, new: &[usize], count: usize) -> Self {
        let mut letters = vec![Set::empty(); count];
        for (letter, &target) in self.letters.iter().zip(new) {
            letters[target] = union(std::mem::replace(&mut letters[target], Set::empty()), letter);
        }
        Self { letters }
    }

    /// The letter that a character is in.
    pub(crate) fn letter(&self, character: char) -> Option<usize> {
        self.letters.iter().position(|set| contains(set, character))
    }
}

/// Whether a set has a character.
pub(crate) fn contains(set: &Set, character: char) -> bool {
    let after = set.ranges().partition_point(|range| range.end() < character);
    set.ranges().get(after).is_some_and(|range| range.start() <= character)
}
