//! Turns the part of a set that is beyond ASCII into ranges or a table, whichever is small.

use rustc_hash::FxHashMap;

use crate::runtime::pattern as rt;
use crate::syntax::{Set, complement};

/// A set of more ranges than this becomes a table.
const MOST_RANGES: usize = 24;

/// A set of characters beyond ASCII.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beyond {
    /// None.
    Nothing,
    /// All.
    Everything,
    /// Those in some ranges, first and last.
    Within(Vec<(char, char)>),
    /// Those in none of some ranges.
    Outside(Vec<(char, char)>),
    /// Those in a bitmap.
    Table(Table),
}

/// A bitmap in pieces, as [`rt::Table`] has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// For each 4096 code points, their block.
    pub roots: Vec<u8>,
    /// For each 256 code points of a block, their leaf.
    pub blocks: Vec<u8>,
    /// A bit for each code point, the first in the lowest bit of a byte.
    pub leaves: Vec<u8>,
}

/// The ranges of a set, as far as they are beyond ASCII.
fn ranges_beyond(set: &Set) -> Vec<(char, char)> {
    let beyond = set.ranges().iter().filter(|range| !range.end().is_ascii());
    beyond.map(|range| (range.start().max('\u{80}'), range.end())).collect()
}

impl Beyond {
    /// The part of a set that is beyond ASCII.
    pub(crate) fn new(whole: &Set) -> Self {
        let (inside, outside) = (ranges_beyond(whole), ranges_beyond(&complement(whole)));
        match (inside.len(), outside.len()) {
            (0, _) => Self::Nothing,
            (_, 0) => Self::Everything,
            (few, more) if few <= MOST_RANGES && few <= more => Self::Within(inside),
            (_, few) if few <= MOST_RANGES => Self::Outside(outside),
            (_, _) => Table::new(&inside).map_or(Self::Within(inside), Self::Table),
        }
    }

    /// The table of this as the run time has it, if it is one.
    pub(crate) fn table(&self) -> Option<rt::Table<'_>> {
        match self {
            Self::Table(Table { roots, blocks, leaves }) => Some(rt::Table { roots, blocks, leaves }),
            Self::Nothing | Self::Everything | Self::Within(_) | Self::Outside(_) => None,
        }
    }

    /// This as the run time has it, with its own `table`.
    pub(crate) fn lend<'a>(&'a self, table: Option<&'a rt::Table<'a>>) -> rt::Set<'a> {
        match self {
            Self::Nothing => rt::Set::Nothing,
            Self::Everything => rt::Set::Everything,
            Self::Within(ranges) => rt::Set::Within(ranges),
            Self::Outside(ranges) => rt::Set::Outside(ranges),
            Self::Table(_) => table.map_or(rt::Set::Nothing, rt::Set::Table),
        }
    }

    /// How many ranges it takes to say what the set is, as far as they are few.
    pub(crate) fn size(&self) -> usize {
        match self {
            Self::Nothing | Self::Everything => 0,
            Self::Within(ranges) | Self::Outside(ranges) => ranges.len(),
            Self::Table(_) => usize::MAX,
        }
    }
}

impl Table {
    /// The table of the characters in some ranges; nothing if it has too many different pieces.
    fn new(ranges: &[(char, char)]) -> Option<Self> {
        let mut bits = vec![0_u64; 0x11_0000 / 64];
        for &(first, last) in ranges {
            let (first, last) = (first as usize, last as usize);
            let from = u64::MAX << (first % 64);
            let to = u64::MAX >> (63 - last % 64);
            if first / 64 == last / 64 {
                bits[first / 64] |= from & to;
            } else {
                bits[first / 64] |= from;
                bits[first / 64 + 1..last / 64].fill(u64::MAX);
                bits[last / 64] |= to;
            }
        }
        // what is beyond the end is not in the set
        bits.truncate(bits.iter().rposition(|&leaf| leaf != 0).map_or(0, |last| (last / 64 + 1) * 64));
        let bits = bits.into_iter().map(u64::to_le_bytes).collect::<Vec<_>>();
        let bits = bits.as_flattened();
        let (mut leaves, mut blocks) = (Distinct::default(), Distinct::default());
        let mut roots: Vec<u8> = Vec::new();
        for chunk in bits.chunks(4096 / 8) {
            let block = chunk.chunks(256 / 8).map(|leaf| leaves.place(leaf)).collect::<Option<Vec<u8>>>()?;
            roots.push(blocks.place(&block)?);
        }
        Some(Self { roots, blocks: blocks.joined, leaves: leaves.joined })
    }
}

/// Pieces of bytes, each of them once.
#[derive(Default)]
struct Distinct {
    places: FxHashMap<Vec<u8>, usize>,
    /// All of them, one behind the other.
    joined: Vec<u8>,
}

impl Distinct {
    /// Where a piece is among the others, which it joins if it is new.
    fn place(&mut self, piece: &[u8]) -> Option<u8> {
        let index = self.places.get(piece).copied().unwrap_or_else(|| {
            self.joined.extend(piece);
            self.places.insert(piece.to_owned(), self.places.len());
            self.places.len() - 1
        });
        u8::try_from(index).ok()
    }
}
