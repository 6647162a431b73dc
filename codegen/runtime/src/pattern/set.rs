//! Turns a character beyond ASCII into whether it belongs to a set.

/// A set of characters beyond ASCII; what it says of ASCII has no meaning.
#[derive(Clone, Copy, Debug)]
pub enum Set<'a> {
    /// No character.
    Nothing,
    /// Every character.
    Everything,
    /// The characters in a few inclusive ranges, in ascending order.
    Within(&'a [(char, char)]),
    /// The characters outside a few inclusive ranges, in ascending order.
    Outside(&'a [(char, char)]),
    /// The characters of a large set.
    Table(&'a Table<'a>),
}

/// A large set of characters as a bitmap in pieces, of which equal pieces are kept once.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    /// For each 4096 code points: which block of `blocks`. What is beyond the end is not in the set.
    pub roots: &'a [u8],
    /// Blocks of 16 entries: which 32 of `leaves` hold the next 256 code points.
    pub blocks: &'a [u8],
    /// A bit for each of 8 code points, the first in the lowest.
    pub leaves: &'a [u8],
}

impl Set<'_> {
    /// Whether `character` is in the set.
    #[must_use]
    pub fn contains(&self, character: char) -> bool {
        match self {
            Self::Nothing => false,
            Self::Everything => true,
            Self::Within(ranges) => within(ranges, character),
            Self::Outside(ranges) => !within(ranges, character),
            Self::Table(table) => table.contains(character),
        }
    }
}

fn within(ranges: &[(char, char)], character: char) -> bool {
    let index = ranges.partition_point(|&(_, last)| last < character);
    ranges.get(index).is_some_and(|&(first, _)| first <= character)
}

impl Table<'_> {
    fn contains(&self, character: char) -> bool {
        let point = u32::from(character) as usize;
        let leaf = self
            .roots
            .get(point >> 12)
            .and_then(|&block| self.blocks.get((usize::from(block) << 4) | ((point >> 8) & 15)))
            .and_then(|&leaf| self.leaves.get((usize::from(leaf) << 5) | ((point >> 3) & 31)));
        leaf.is_some_and(|bits| (bits >> (point & 7)) & 1 == 1)
    }
}
