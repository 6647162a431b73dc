//! The inside of a JSON string: finding what needs care, and escapes into characters.

const WORD: usize = 8;
const BLOCK: usize = 32;

/// With this bit turned over, the quote comes right after the control characters, and those stay below 0x20: one
/// comparison finds both.
const QUOTE_TO_CONTROLS: u8 = b'"' ^ 0x20;

/// As [`plain`], for bytes of which few are to be passed over; `None` if there are more.
#[inline]
pub(super) fn plain_few(bytes: &[u8]) -> Option<usize> {
    let (words, _) = bytes.as_chunks();
    for (index, word) in words.iter().take(BLOCK / WORD).enumerate() {
        if let Some(special) = first_special(*word) {
            return Some(index * WORD + special);
        }
    }
    (words.len() < BLOCK / WORD).then(|| plain_beyond(bytes, words.len() * WORD))
}

/// How many bytes at the front of `bytes` stand in a JSON string as they are: all before the first quote, backslash
/// or control character.
pub(super) fn plain(bytes: &[u8]) -> usize {
    let (blocks, _) = bytes.as_chunks();
    plain_beyond(bytes, blocks.iter().take_while(|&block| !has_special([block])).count() * BLOCK)
}

/// As [`plain`], for bytes of which those before `at` are.
#[inline(never)]
fn plain_beyond(bytes: &[u8], mut at: usize) -> usize {
    while let Some(word) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        if let Some(special) = first_special(*word) {
            return at + special;
        }
        at += WORD;
    }
    match bytes.last_chunk() {
        // the rest, with what is not plain behind it
        Some(last) if at < bytes.len() => {
            let rest = u64::from_le_bytes(*last) >> (8 * (WORD - (bytes.len() - at)));
            at + first_special(rest.to_le_bytes()).unwrap_or(WORD)
        }
        _ => at + bytes.iter().skip(at).take_while(|&&byte| !is_special(byte)).count(),
    }
}

/// Copies `bytes` to `room`, which has their length, and says whether all of them stand in a JSON string as they are.
///
/// Where blocks do not fill them, the last one overlaps the one before it, and so do halves of blocks and words.
#[inline]
pub(super) fn copy_plain(bytes: &[u8], room: &mut [u8]) -> bool {
    if let Some(last) = bytes.last_chunk() {
        room.copy_from_slice(bytes);
        return is_plain(bytes, last);
    }
    if let Some(halves) = copy_halves::<{ BLOCK / 2 }>(bytes, room) {
        return !has_special(halves.as_flattened().as_chunks().0);
    }
    if let Some(halves) = copy_halves(bytes, room) {
        return halves.into_iter().fold(0, |any, word| any | specials(word)) == 0;
    }
    if let Some(halves) = copy_halves::<{ WORD / 2 }>(bytes, room) {
        return halves.as_flattened().as_chunks().0.iter().all(|word| specials(*word) == 0);
    }
    room.copy_from_slice(bytes);
    bytes.iter().all(|&byte| !is_special(byte))
}

/// Copies `bytes`, of which there are `LENGTH` to twice as many, by their first and their last `LENGTH`, and gives both.
#[inline]
fn copy_halves<const LENGTH: usize>(bytes: &[u8], room: &mut [u8]) -> Option<[[u8; LENGTH]; 2]> {
    let halves @ [first, last] = [*bytes.first_chunk()?, *bytes.last_chunk()?];
    *room.first_chunk_mut()? = first;
    *room.last_chunk_mut()? = last;
    Some(halves)
}

/// Whether all of `bytes`, which end with the block `last`, stand in a JSON string as they are.
fn is_plain(bytes: &[u8], last: &[u8; BLOCK]) -> bool {
    let (blocks, _) = bytes.as_chunks();
    !has_special(blocks.iter().chain([last]))
}

fn is_special(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | 0..0x20)
}

/// Whether a byte of the blocks is special.
///
/// Made of the least of all bytes, with no way out before the end, so that the compiler turns it into vector instructions.
#[inline]
fn has_special<'b>(blocks: impl IntoIterator<Item = &'b [u8; BLOCK]>) -> bool {
    let (mut backslash, mut other) = ([u8::MAX; BLOCK], [u8::MAX; BLOCK]);
    blocks.into_iter().for_each(|block| {
        for ((backslash, other), &byte) in backslash.iter_mut().zip(&mut other).zip(block) {
            *backslash = (byte ^ b'\\').min(*backslash);
            *other = (byte ^ QUOTE_TO_CONTROLS).min(*other);
        }
    });
    let mask = |condition| if condition { u8::MAX } else { 0 };
    let pairs = backslash.iter().zip(&other);
    pairs.fold(0, |any, (&backslash, &other)| any | mask(backslash == 0) | mask(other < 0x21)) != 0
}

/// Index of the first special byte of a word.
#[inline]
fn first_special(word: [u8; WORD]) -> Option<usize> {
    let specials = specials(word);
    (specials != 0).then(|| (specials.trailing_zeros() / 8) as usize)
}

/// The special bytes of a word: their high bits, if there are any.
///
/// A bit above the lowest set one may be wrong (borrows travel upwards), so only the lowest is to be read.
#[inline]
fn specials(word: [u8; WORD]) -> u64 {
    const fn all(byte: u8) -> u64 {
        u64::from_le_bytes([byte; WORD])
    }
    let word = u64::from_le_bytes(word);
    let backslash = (word ^ all(b'\\')).wrapping_sub(all(1));
    let other = (word ^ all(QUOTE_TO_CONTROLS)).wrapping_sub(all(0x21));
    (backslash | other) & !word & all(0x80)
}

/// The string that starts at byte `start` of `text` (after its opening quote) with its escapes resolved, and the
/// index after its closing quote. `None` if it does not end or an escape is wrong.
pub(super) fn unescape(text: &str, start: usize) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    let mut out = String::new();
    let mut at = start;
    loop {
        let special = at + plain(bytes.get(at..)?);
        out.push_str(text.get(at..special)?);
        match bytes.get(special)? {
            b'"' => return Some((out, special + 1)),
            b'\\' => {
                let (character, length) = escape(text.get(special + 1..)?)?;
                out.push(character);
                at = special + 1 + length;
            }
            _ => return None,
        }
    }
}

/// The character that an escape stands for, and the escape's length in bytes, both without the backslash.
fn escape(rest: &str) -> Option<(char, usize)> {
    let character = match rest.as_bytes().first()? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return unicode_escape(rest),
        _ => return None,
    };
    Some((character, 1))
}

/// As [`escape`], for `u` with four hexadecimal digits, and a second such escape where the first is half of a
/// surrogate pair. A half without its other half has no character and becomes U+FFFD, as in Java's encoder.
fn unicode_escape(rest: &str) -> Option<(char, usize)> {
    let first = hex4(rest.get(1..5)?)?;
    if !(0xD800..0xDC00).contains(&first) {
        return Some((char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER), 5));
    }
    let second = rest.get(5..11).and_then(|next| next.strip_prefix("\\u")).and_then(hex4);
    match second {
        Some(low @ 0xDC00..0xE000) => {
            let code = 0x10000 + ((first - 0xD800) << 10) + (low - 0xDC00);
            Some((char::from_u32(code)?, 11))
        }
        _ => Some((char::REPLACEMENT_CHARACTER, 5)),
    }
}

fn hex4(digits: &str) -> Option<u32> {
    // `from_str_radix` alone would take a sign
    if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) { u32::from_str_radix(digits, 16).ok() } else { None }
}
