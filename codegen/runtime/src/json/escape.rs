//! The inside of a JSON string: finding what needs care, and escapes into characters.

const LANES: usize = 8;

/// Index of the first byte from `from` on that a JSON string cannot hold as it is (quote, backslash, control
/// character), or the length of `bytes`.
///
/// Reads eight bytes at a time.
pub(super) fn find_special(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(chunk) = bytes.get(at..at + LANES).and_then(|chunk| chunk.try_into().ok()) {
        let mask = special_mask(u64::from_le_bytes(chunk));
        if mask != 0 {
            return at + (mask.trailing_zeros() / 8) as usize;
        }
        at += LANES;
    }
    while let Some(&byte) = bytes.get(at) {
        if matches!(byte, b'"' | b'\\' | 0..0x20) {
            break;
        }
        at += 1;
    }
    at.min(bytes.len())
}

/// The high bit of each of the eight bytes that is special. A bit above the lowest set one may be wrong
/// (borrows travel upwards), so only the lowest may be read.
const fn special_mask(word: u64) -> u64 {
    const fn all(byte: u8) -> u64 {
        u64::from_le_bytes([byte; LANES])
    }
    const fn zeroes(word: u64) -> u64 {
        word.wrapping_sub(all(1)) & !word
    }
    let quote = zeroes(word ^ all(b'"'));
    let backslash = zeroes(word ^ all(b'\\'));
    let control = word.wrapping_sub(all(0x20)) & !word;
    (quote | backslash | control) & all(0x80)
}

/// The string that starts at byte `start` of `text` (after its opening quote) with its escapes resolved, and the
/// index after its closing quote. `None` if it does not end or an escape is wrong.
#[cold]
pub(super) fn unescape(text: &str, start: usize) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    let mut out = String::new();
    let mut at = start;
    loop {
        let special = find_special(bytes, at);
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
