//! Turns an escape, from its backslash on, into a code point, a set or an assertion.

use crate::PatternError;
use crate::assertion;
use crate::parse::Parser;
use crate::syntax::{Expr, Set, complement, set};

/// What an escape stands for.
pub(crate) enum Escape {
    /// One code point, which may be a surrogate and then matches nothing.
    Point(u32),
    /// A set of characters.
    Set(Set),
    /// Anything that only makes sense outside a class.
    Expr(Expr),
}

/// Reads an escape; within a class, assertions are errors.
pub(crate) fn escape(parser: &mut Parser, in_class: bool) -> Result<Escape, PatternError> {
    let start = parser.source.mark();
    parser.source.take();
    let Some(letter) = parser.source.take_raw() else {
        return Err(parser
            .source
            .error(start, "backslash at the end")
            .with_help("escape it as `\\\\` to match a backslash"));
    };
    Ok(match letter {
        'p' | 'P' => Escape::Set(parser.property(letter == 'P')?),
        '0' => Escape::Point(octal(parser, start)?),
        'x' => Escape::Point(hexadecimal(parser, start)?),
        'u' => Escape::Point(utf16(parser, start)?),
        'c' => match parser.source.take() {
            Some(control) => Escape::Point(control as u32 ^ 64),
            None => {
                return Err(parser.source.error(start, "control escape without a character"));
            }
        },
        'a' => Escape::Point(0x07),
        'e' => Escape::Point(0x1B),
        'f' => Escape::Point(0x0C),
        'n' => Escape::Point(0x0A),
        'r' => Escape::Point(0x0D),
        't' => Escape::Point(0x09),
        'd' | 'D' => signed(letter == 'D', set([('0', '9')])),
        's' | 'S' => signed(letter == 'S', set([('\t', '\r'), (' ', ' ')])),
        'w' | 'W' => signed(letter == 'W', assertion::word()),
        'h' | 'H' => signed(letter == 'H', horizontal()),
        'v' | 'V' => signed(letter == 'V', assertion::vertical()),
        'A' | 'G' if !in_class => Escape::Expr(Expr::Start),
        'z' if !in_class => Escape::Expr(Expr::End),
        'Z' if !in_class => Escape::Expr(assertion::dollar(false, parser.flags.unix_lines)),
        'b' if !in_class && parser.source.raw(0) == Some('{') => {
            return Err(parser.source.error(start, "boundary between grapheme clusters is not supported"));
        }
        'b' | 'B' if !in_class => Escape::Expr(
            assertion::word_boundary(letter == 'B')
                .ok_or_else(|| parser.source.error(start, "word boundary is not supported"))?,
        ),
        'R' if !in_class => Escape::Expr(assertion::line_break()),
        '1'..='9' | 'k' if !in_class => {
            return Err(parser.source.error(start, "back-reference is not supported").with_help(
                "no finite automaton can tell whether text is repeated; state what may be repeated instead",
            ));
        }
        'X' if !in_class => {
            return Err(parser.source.error(start, "grapheme cluster `\\X` is not supported"));
        }
        'N' => {
            return Err(parser
                .source
                .error(start, "character name `\\N` is not supported")
                .with_help("give the code point as in `\\x{2014}`"));
        }
        'A'..='Z' | 'a'..='z' | '1'..='9' => {
            return Err(parser
                .source
                .error(start, format!("unknown escape `\\{letter}`"))
                .with_help(format!("leave out the backslash to match `{letter}`")));
        }
        _ => Escape::Point(letter as u32),
    })
}

fn signed(negative: bool, set: Set) -> Escape {
    Escape::Set(if negative { complement(&set) } else { set })
}

/// What `\h` takes.
fn horizontal() -> Set {
    set([
        ('\t', '\t'),
        (' ', ' '),
        ('\u{A0}', '\u{A0}'),
        ('\u{1680}', '\u{1680}'),
        ('\u{180E}', '\u{180E}'),
        ('\u{2000}', '\u{200A}'),
        ('\u{202F}', '\u{202F}'),
        ('\u{205F}', '\u{205F}'),
        ('\u{3000}', '\u{3000}'),
    ])
}

/// One to three octal digits, up to 377.
fn octal(parser: &mut Parser, start: usize) -> Result<u32, PatternError> {
    let mut point = None;
    for _ in 0..3 {
        let Some(digit) = parser.source.peek().and_then(|character| character.to_digit(8)) else {
            break;
        };
        let next = point.unwrap_or(0) * 8 + digit;
        if next > 0o377 {
            break;
        }
        parser.source.take();
        point = Some(next);
    }
    point.ok_or_else(|| parser.source.error(start, "octal escape without a digit"))
}

/// Two hexadecimal digits, or any number of them between braces.
fn hexadecimal(parser: &mut Parser, start: usize) -> Result<u32, PatternError> {
    if !parser.source.accept('{') {
        return digits(parser, start, 2);
    }
    let mut point = 0;
    loop {
        let character = parser.source.take();
        match character.and_then(|character| character.to_digit(16)) {
            Some(digit) => point = point * 16 + digit,
            None if character == Some('}') && parser.source.mark() > start + 4 => return Ok(point),
            None => return Err(parser.source.error(start, "bad hexadecimal escape")),
        }
        if point > 0x0010_FFFF {
            return Err(parser.source.error(start, "hexadecimal escape beyond the last code point"));
        }
    }
}

/// Four hexadecimal digits, and four more if they are two halves of one code point.
fn utf16(parser: &mut Parser, start: usize) -> Result<u32, PatternError> {
    let high = digits(parser, start, 4)?;
    let mark = parser.source.mark();
    if (0xD800..0xDC00).contains(&high) {
        if parser.source.take() == Some('\\') && parser.source.take() == Some('u') {
            let low = digits(parser, mark, 4)?;
            if (0xDC00..0xE000).contains(&low) {
                return Ok(0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00));
            }
        }
        parser.source.reset(mark);
    }
    Ok(high)
}

fn digits(parser: &mut Parser, start: usize, count: usize) -> Result<u32, PatternError> {
    (0..count).try_fold(0, |point, _| {
        let digit = parser.source.take().and_then(|character| character.to_digit(16));
        let digit =
            digit.ok_or_else(|| parser.source.error(start, format!("escape without {count} hexadecimal digits")))?;
        Ok(point * 16 + digit)
    })
}
