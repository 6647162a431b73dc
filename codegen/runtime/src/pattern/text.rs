//! Turns tables written as text, so that a reader can make them out, into numbers, at compile time.
//!
//! The numbers are separated by white space. All of it runs in the compiler only, where a text
//! that does not fit is an error.

/// A number that is read from a text, and where the text goes on.
struct Read {
    number: u64,
    next: usize,
}

/// Reads the number at or after a place; there has to be one.
const fn read(text: &[u8], mut at: usize, radix: u64) -> Read {
    while matches!(text[at], b' ' | b'\n') {
        at += 1;
    }
    let mut number = 0;
    while at < text.len() && !matches!(text[at], b' ' | b'\n') {
        let digit = match text[at] {
            digit @ b'0'..=b'9' => digit - b'0',
            letter => letter - b'a' + 10,
        };
        number = number * radix + digit as u64;
        at += 1;
    }
    Read { number, next: at }
}

/// A number that has to fit 16 bits.
#[expect(clippy::cast_possible_truncation, reason = "checked, and in the compiler only")]
const fn small(number: u64) -> u16 {
    assert!(number <= u16::MAX as u64);
    number as u16
}

/// A table of words, from hexadecimal numbers.
#[must_use]
pub const fn words<const N: usize>(text: &str) -> [u64; N] {
    let mut table = [0; N];
    let (mut index, mut at) = (0, 0);
    while index < N {
        let Read { number, next } = read(text.as_bytes(), at, 16);
        table[index] = number;
        index += 1;
        at = next;
    }
    table
}

/// The letter of each ASCII byte, from the ranges (inclusive) of those whose letter is not 0.
#[must_use]
pub const fn ascii(ranges: &[(u8, u8, u8)]) -> [u8; 128] {
    let mut letters = [0; 128];
    let mut index = 0;
    while index < ranges.len() {
        let (mut byte, last, letter) = ranges[index];
        while byte <= last {
            letters[byte as usize] = letter;
            byte += 1;
        }
        index += 1;
    }
    letters
}

/// The row of the letter of each ASCII byte.
#[must_use]
pub const fn ascii_rows(letters: &[u8; 128], rows: &[u64]) -> [u64; 128] {
    let mut table = [0; 128];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = rows[letters[byte] as usize];
        byte += 1;
    }
    table
}

/// The steps of an automaton, from the decimal numbers of the next states: `width` for each state.
#[must_use]
pub const fn steps<const N: usize>(width: u16, text: &str) -> [u16; N] {
    let mut table = [0; N];
    let (mut index, mut at) = (0, 0);
    while index < N {
        let Read { number, next } = read(text.as_bytes(), at, 10);
        table[index] = small(number) * width;
        index += 1;
        at = next;
    }
    table
}
