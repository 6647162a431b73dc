//! Turns the bytes of a value into how many of them, from the front, belong to one class.

use super::Set;

/// How many bytes are looked at in one go.
pub(super) const BLOCK: usize = 64;

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
        (value.len() < BLOCK && self.holds_ascii(value.as_bytes())) || self.holds_far(value)
    }

    /// As [`holds_all`](Self::holds_all), for values that are long or beyond ASCII.
    #[inline(never)]
    fn holds_far(&self, value: &str) -> bool {
        let members = run(value.as_bytes(), self.ranges);
        let rest = value.as_bytes().get(members..).unwrap_or_default();
        (rest.len() < BLOCK && self.holds_ascii(rest)) || self.holds_each(value, members)
    }

    /// Whether all of some bytes are ASCII members. There is no way out before the end: most that are looked at should
    /// be members.
    #[inline]
    fn holds_ascii(&self, bytes: &[u8]) -> bool {
        bytes.iter().fold(true, |all, &byte| all & self.members[usize::from(byte)])
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

/// How many bytes at the front of `bytes` are in one of `ranges`, as far as they fill blocks; and if few are left at the
/// end, those too.
pub(super) fn run(bytes: &[u8], ranges: &[(u8, u8)]) -> usize {
    /// Fewer are sooner looked at one by one.
    const LEAST: usize = BLOCK / 4;
    let (blocks, _) = bytes.as_chunks();
    let length = blocks.iter().take_while(|block| all(block, ranges)).count() * BLOCK;
    // what is left makes a block together with bytes before it, if there are any: those were looked at
    let is_some = (LEAST..BLOCK).contains(&(bytes.len() - length));
    if is_some && bytes.last_chunk().is_some_and(|block| all(block, ranges)) { bytes.len() } else { length }
}

/// Whether each byte of `block` is in one of `ranges`.
///
/// There is no way out before the end, so that the compiler turns it into vector instructions.
fn all(block: &[u8; BLOCK], ranges: &[(u8, u8)]) -> bool {
    let mut mask = [0; BLOCK];
    for &(first, last) in ranges {
        let span = last.wrapping_sub(first);
        for (flag, byte) in mask.iter_mut().zip(block) {
            *flag |= if byte.wrapping_sub(first) <= span { u8::MAX } else { 0 };
        }
    }
    mask.iter().fold(u8::MAX, |all, flag| all & flag) == u8::MAX
}
