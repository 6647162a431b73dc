//! Turns an alphabet into what the run time reads characters with, owned by the generator.

use crate::alphabet::{Alphabet, contains};
use crate::beyond::Beyond;
use crate::runtime::pattern as rt;
use crate::syntax::Set;

/// The letters of an automaton, as [`rt::Letters`] has them.
#[derive(Clone, Debug)]
pub struct Letters {
    /// The ranges of ASCII bytes whose letter is not 0.
    pub ranges: Vec<(u8, u8, u8)>,
    /// The sets beyond ASCII that have a letter.
    pub beyond: Vec<(Beyond, u8)>,
    /// The letter of all others.
    pub other: u8,
    /// The letter of each ASCII byte, as in `ranges`.
    pub(crate) ascii: [u8; 128],
}

impl Letters {
    /// The letters of an alphabet; nothing if they are too many for a byte.
    pub(crate) fn new(alphabet: &Alphabet) -> Option<Self> {
        u8::try_from(alphabet.letters.len()).ok()?;
        let letters = alphabet.letters.iter().zip(0_u8..);
        let mut beyond: Vec<(Beyond, u8)> =
            letters.clone().map(|(letter, index)| (Beyond::new(letter), index)).collect();
        beyond.retain(|(set, _)| *set != Beyond::Nothing);
        // what is in no other set is the one that takes most to say, which often is the leftover
        beyond.sort_by_key(|&(ref set, letter)| {
            let leftover = alphabet.letters.get(usize::from(letter)).is_some_and(|letter| contains(letter, char::MAX));
            (set.size(), leftover)
        });
        let other = match beyond.iter().position(|(set, _)| *set == Beyond::Everything) {
            Some(_) => beyond.drain(..).next(),
            None => beyond.pop(),
        };
        let mut ranges: Vec<(u8, u8, u8)> = letters
            .filter(|&(_, index)| index != 0)
            .flat_map(|(letter, index)| ascii_ranges(letter).into_iter().map(move |(first, last)| (first, last, index)))
            .collect();
        ranges.sort_unstable();
        let ascii = rt::ascii(&ranges);
        Some(Self { ranges, beyond, other: other.map_or(0, |(_, index)| index), ascii })
    }

    /// Uses these as the run time has them.
    pub(crate) fn lend<T>(&self, used: impl FnOnce(rt::Letters<'_>) -> T) -> T {
        let tables: Vec<_> = self.beyond.iter().map(|(set, _)| set.table()).collect();
        let lent = self.beyond.iter().zip(&tables);
        let beyond: Vec<_> = lent.map(|((set, letter), table)| (set.lend(table.as_ref()), *letter)).collect();
        used(rt::Letters { ascii: &self.ascii, beyond: &beyond, other: self.other })
    }
}

/// The ranges of ASCII bytes in a set.
pub(crate) fn ascii_ranges(letter: &Set) -> Vec<(u8, u8)> {
    let ascii = letter.ranges().iter().take_while(|range| range.start().is_ascii());
    ascii.map(|range| (range.start() as u8, range.end().min('\x7F') as u8)).collect()
}
