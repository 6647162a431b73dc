//! Turns the sets that a pattern mentions into disjoint letters, of which each set is made up.

use rustc_hash::FxHashMap;

use crate::syntax::{Range, Set, joined, range};

/// The letters of an automaton: disjoint sets of characters that together are all characters.
#[derive(Clone, Debug)]
pub(crate) struct Alphabet {
    pub(crate) letters: Vec<Set>,
}

impl Alphabet {
    /// The coarsest alphabet of which each of `sets` is made up, and which letters make up each.
    pub(crate) fn of(sets: &[Set]) -> (Self, Vec<Vec<bool>>) {
        let mut cuts = vec![0, 0x11_0000];
        let ends = sets.iter().flat_map(Set::ranges).flat_map(|range| [range.start() as u32, range.end() as u32 + 1]);
        cuts.extend(ends);
        cuts.sort_unstable();
        cuts.dedup();
        let mut ahead: Vec<&[Range]> = sets.iter().map(Set::ranges).collect();
        let mut signature = vec![false; sets.len()];
        let mut known: FxHashMap<Vec<bool>, usize> = FxHashMap::default();
        let mut letters: Vec<Vec<Range>> = Vec::new();
        for (&first, &after) in cuts.iter().zip(cuts.iter().skip(1)) {
            // surrogates are no characters, so that what is left of this may be nothing
            let Some(characters) = range(first, after - 1) else { continue };
            for (ahead, has) in ahead.iter_mut().zip(&mut signature) {
                while let [range, after @ ..] = *ahead
                    && (range.end() as u32) < first
                {
                    *ahead = after;
                }
                *has = ahead.first().is_some_and(|range| range.start() as u32 <= first);
            }
            let letter = known.get(&signature).copied().unwrap_or_else(|| {
                letters.push(Vec::new());
                known.insert(signature.clone(), letters.len() - 1);
                letters.len() - 1
            });
            letters[letter].push(characters);
        }
        let mut members = vec![vec![false; letters.len()]; sets.len()];
        for (signature, letter) in known {
            for (set, member) in members.iter_mut().zip(signature) {
                set[letter] = member;
            }
        }
        (Self { letters: letters.into_iter().map(joined).collect() }, members)
    }

    /// This alphabet with some letters made one: `new` gives the new number of each letter.
    pub(crate) fn merged(&self, new: &[usize], count: usize) -> Self {
        let mut letters = vec![Vec::new(); count];
        for (letter, &target) in self.letters.iter().zip(new) {
            letters[target].extend(letter.ranges());
        }
        Self { letters: letters.into_iter().map(joined).collect() }
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
