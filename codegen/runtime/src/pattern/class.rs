//! Turns the bytes of a value into how many of them, from the front, belong to one class.

use super::Set;

/// How many bytes are looked at in one go: two words.
pub(super) const BLOCK: usize = 16;
/// How many bytes are looked at in one go as long as there are so many.
const LARGE_BLOCK: usize = 64;

/// A class of characters: the ASCII part as ranges of bytes, and the part beyond ASCII.
#[derive(Clone, Copy, Debug)]
pub struct Class<'a> {
    ranges: &'a [(u8, u8)],
    /// One bit for each ASCII byte, for the odd bytes that do not fill a block.
    members: u128,
    beyond: Set<'a>,
}

impl<'a> Class<'a> {
    /// The class of the ASCII bytes in `ranges` (inclusive) and the characters in `beyond`.
    #[must_use]
    pub const fn new(ranges: &'a [(u8, u8)], beyond: Set<'a>) -> Self {
        let mut members = 0;
        let mut index = 0;
        while index < ranges.len() {
            let (mut byte, last) = ranges[index];
            while byte <= last && byte < 128 {
                members |= 1 << byte;
                byte += 1;
            }
            index += 1;
        }
        Self { ranges, members, beyond }
    }

    /// Whether every character of `value` belongs to the class.
    pub(super) fn holds_all(&self, value: &str) -> bool {
        let bytes = value.as_bytes();
        let (large, rest) = bytes.as_chunks::<LARGE_BLOCK>();
        for (index, block) in large.iter().enumerate() {
            if !all(block, self.ranges) {
                return self.holds_each(value, index * LARGE_BLOCK);
            }
        }
        let (blocks, odd) = rest.as_chunks::<BLOCK>();
        for (index, block) in blocks.iter().enumerate() {
            if members(halves(block), self.ranges) != [HIGH; 2] {
                return self.holds_each(value, bytes.len() - rest.len() + index * BLOCK);
            }
        }
        // what does not fill a block is looked at together with bytes that were seen before
        let done = if odd.is_empty() {
            true
        } else if let Some(block) = bytes.last_chunk::<BLOCK>() {
            members(halves(block), self.ranges) == [HIGH; 2]
        } else if let (Some(head), Some(tail)) = (odd.first_chunk::<8>(), odd.last_chunk::<8>()) {
            members([head, tail].map(|half| u64::from_le_bytes(*half)), self.ranges) == [HIGH; 2]
        } else {
            false
        };
        done || self.holds_each(value, bytes.len() - odd.len())
    }

    /// Whether every character of `value` belongs to the class, one by one.
    ///
    /// `seen` bytes from the front are ASCII and belong to it; so `seen` is a character boundary.
    fn holds_each(&self, value: &str, seen: usize) -> bool {
        value.get(seen..).unwrap_or(value).chars().all(|character| {
            if character.is_ascii() {
                self.members >> (character as u32) & 1 == 1
            } else {
                self.beyond.contains(character)
            }
        })
    }
}

/// Whether all bytes of a large block are in one of `ranges`.
///
/// There is no way out before the end, so that the compiler turns it into vector instructions.
fn all(block: &[u8; LARGE_BLOCK], ranges: &[(u8, u8)]) -> bool {
    let mut members = [false; LARGE_BLOCK];
    for &(first, last) in ranges {
        let span = last.wrapping_sub(first);
        for (member, byte) in members.iter_mut().zip(block) {
            *member |= byte.wrapping_sub(first) <= span;
        }
    }
    members.iter().fold(true, |all, member| all & member)
}

/// The highest bit of each byte.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// For each byte of `words`, the highest bit set if it is ASCII and in one of `ranges`.
///
/// The bytes of a word are added to at once: without its highest bit no byte runs over, and that
/// bit then tells whether the byte is at least some other.
fn members<const N: usize>(words: [u64; N], ranges: &[(u8, u8)]) -> [u64; N] {
    let each = |byte: u8| u64::from_ne_bytes([byte; 8]);
    let mut members = [0; N];
    for &(first, last) in ranges {
        let from_first = each(128_u8.wrapping_sub(first));
        let beyond_last = each(127_u8.wrapping_sub(last));
        for (member, word) in members.iter_mut().zip(words) {
            let low = word & !HIGH;
            *member |= low.wrapping_add(from_first) & !low.wrapping_add(beyond_last);
        }
    }
    for (member, word) in members.iter_mut().zip(words) {
        *member &= HIGH & !word;
    }
    members
}

fn halves(block: &[u8; BLOCK]) -> [u64; 2] {
    let both = u128::from_le_bytes(*block);
    [both as u64, (both >> 64) as u64]
}

/// How many bytes at the front of `bytes` are in one of `ranges`, as far as they fill blocks.
pub(super) fn run(bytes: &[u8], ranges: &[(u8, u8)]) -> usize {
    let mut length = 0;
    let (large, _) = bytes.as_chunks::<LARGE_BLOCK>();
    length += large.iter().take_while(|block| all(block, ranges)).count() * LARGE_BLOCK;
    let (blocks, _) = bytes.get(length..).unwrap_or_default().as_chunks::<BLOCK>();
    for block in blocks {
        let [low, high] = members(halves(block), ranges);
        if (low, high) == (HIGH, HIGH) {
            length += BLOCK;
            continue;
        }
        let others = u128::from(low ^ HIGH) | u128::from(high ^ HIGH) << 64;
        return length + others.trailing_zeros() as usize / 8;
    }
    length
}
