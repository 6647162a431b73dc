//! Turns the bytes of a value into how many of them, from the front, belong to one class.

use super::Set;

/// How many bytes are looked at in one go, where it has to be known which one is the first other.
pub(super) const BLOCK: usize = 16;
/// How many bytes are looked at in one go, where they all should belong to the class.
pub(super) const LARGE_BLOCK: usize = 64;

/// A class of characters.
#[derive(Clone, Copy, Debug)]
pub struct Class<'a> {
    ranges: &'a [(u8, u8)],
    /// Whether each byte is an ASCII member: the same as `ranges`, for where there is no block.
    members: [bool; 256],
    beyond: Set<'a>,
}

impl<'a> Class<'a> {
    /// The class of the ASCII bytes in `ranges` (inclusive) and the characters in `beyond`.
    #[must_use]
    pub const fn new(ranges: &'a [(u8, u8)], beyond: Set<'a>) -> Self {
        let mut members = [false; 256];
        let mut index = 0;
        while index < ranges.len() {
            let (mut byte, last) = ranges[index];
            while byte <= last && byte.is_ascii() {
                members[byte as usize] = true;
                byte += 1;
            }
            index += 1;
        }
        Self { ranges, members, beyond }
    }

    /// Whether every character of `value` belongs to the class.
    pub(super) fn holds_all(&self, value: &str) -> bool {
        let (large, rest) = value.as_bytes().as_chunks::<LARGE_BLOCK>();
        for (index, block) in large.iter().enumerate() {
            if !all(block, self.ranges) {
                return self.holds_each(value, index * LARGE_BLOCK);
            }
        }
        // again no way out before the end: it is faster to look at all bytes that should be members
        rest.iter().fold(true, |all, &byte| all & self.members[usize::from(byte)])
            || self.holds_each(value, large.len() * LARGE_BLOCK)
    }

    /// Whether every character of `value` belongs to the class, one by one.
    ///
    /// `seen` bytes from the front are ASCII and belong to it; so `seen` is a character boundary.
    fn holds_each(&self, value: &str, seen: usize) -> bool {
        value.get(seen..).unwrap_or(value).chars().all(|character| match u8::try_from(character) {
            Ok(byte) if byte.is_ascii() => self.members[usize::from(byte)],
            Ok(_) | Err(_) => self.beyond.contains(character),
        })
    }
}

/// For each byte of `block`, all bits set if it is in one of `ranges`.
///
/// There is no way out before the end, so that the compiler turns it into vector instructions.
fn mask<const N: usize>(block: &[u8; N], ranges: &[(u8, u8)]) -> [u8; N] {
    let mut mask = [0; N];
    for &(first, last) in ranges {
        let span = last.wrapping_sub(first);
        for (flag, byte) in mask.iter_mut().zip(block) {
            *flag |= if byte.wrapping_sub(first) <= span { u8::MAX } else { 0 };
        }
    }
    mask
}

fn all(block: &[u8; LARGE_BLOCK], ranges: &[(u8, u8)]) -> bool {
    mask(block, ranges).iter().fold(u8::MAX, |all, flag| all & flag) == u8::MAX
}

/// How many bytes at the front of `bytes` are in one of `ranges`, as far as they fill blocks.
pub(super) fn run(bytes: &[u8], ranges: &[(u8, u8)]) -> usize {
    let (large, _) = bytes.as_chunks::<LARGE_BLOCK>();
    let mut length = large.iter().take_while(|block| all(block, ranges)).count() * LARGE_BLOCK;
    let (blocks, _) = bytes.get(length..).unwrap_or_default().as_chunks::<BLOCK>();
    for block in blocks {
        let members = u128::from_le_bytes(mask(block, ranges)).trailing_ones() as usize / 8;
        length += members;
        if members < BLOCK {
            break;
        }
    }
    length
}
