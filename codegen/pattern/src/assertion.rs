//! Turns the dialect's anchors and boundaries into assertions about what is around a position.

use crate::property;
use crate::syntax::{Expr, Set, set, union};

/// The characters that end a line.
pub(crate) fn terminators(unix_lines: bool) -> Set {
    if unix_lines {
        set([('\n', '\n')])
    } else {
        set([('\n', '\n'), ('\r', '\r'), ('\u{85}', '\u{85}'), ('\u{2028}', '\u{2029}')])
    }
}

/// What `\v` takes.
pub(crate) fn vertical() -> Set {
    set([('\n', '\r'), ('\u{85}', '\u{85}'), ('\u{2028}', '\u{2029}')])
}

/// What `\w` takes.
pub(crate) fn word() -> Set {
    set([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')])
}

/// What `\R` takes.
pub(crate) fn line_break() -> Expr {
    let pair = Expr::Concat(vec![Expr::class([('\r', '\r')]), Expr::class([('\n', '\n')])]);
    Expr::Repeat { body: Box::new(Expr::Either(vec![pair, Expr::Class(vertical())])), min: 1, max: Some(1) }
}

/// `^`: the start, or with `lines` the start of a line, which there is not at the very end.
pub(crate) fn caret(lines: bool, unix_lines: bool) -> Expr {
    if !lines {
        return Expr::Start;
    }
    let start = Expr::Either(vec![
        Expr::Start,
        Expr::Concat(vec![Expr::Class(terminators(unix_lines)).behind(false), not_in_pair(unix_lines)]),
    ]);
    Expr::Concat(vec![start, Expr::End.ahead(true)])
}

/// `$`: the end, or in front of a line terminator that ends the value, or with `lines` of any.
pub(crate) fn dollar(lines: bool, unix_lines: bool) -> Expr {
    let terminator = Expr::Class(terminators(unix_lines));
    let before = if lines {
        terminator.ahead(false)
    } else {
        let mut last = vec![terminator];
        if !unix_lines {
            last.push(Expr::Concat(vec![Expr::class([('\r', '\r')]), Expr::class([('\n', '\n')])]));
        }
        Expr::Concat(vec![Expr::Either(last), Expr::End]).ahead(false)
    };
    Expr::Either(vec![Expr::End, Expr::Concat(vec![not_in_pair(unix_lines), before])])
}

/// Whether an expression is `$`, under whatever flags.
pub(crate) fn is_dollar(expr: &Expr) -> bool {
    [(false, false), (false, true), (true, false), (true, true)]
        .into_iter()
        .any(|(lines, unix_lines)| *expr == dollar(lines, unix_lines))
}

/// Not between `\r` and `\n`, which end a line together.
fn not_in_pair(unix_lines: bool) -> Expr {
    if unix_lines {
        return Expr::Empty;
    }
    Expr::Either(vec![Expr::class([('\r', '\r')]).behind(true), Expr::class([('\n', '\n')]).ahead(true)])
}

/// `\b`: between a word and what is none. `\B` with `negative`: anywhere else.
///
/// A mark belongs to a word if it follows, after other marks, any letter or digit.
pub(crate) fn word_boundary(negative: bool) -> Option<Expr> {
    let base = Expr::Class(property::named("LD", false)?);
    let mark = property::named("Mn", false)?;
    let after_base = |negative| {
        // a look-behind of any length is no trouble to an automaton
        Expr::Concat(vec![base.clone(), Expr::Class(mark.clone()).repeat(0, None)]).behind(negative)
    };
    let marked = Expr::Concat(vec![base.clone(), Expr::Class(mark.clone()).repeat(1, None)]);
    let left = |negative| Expr::Either(vec![Expr::Class(word()), marked.clone()]).behind(negative);
    let right = Expr::Either(vec![
        Expr::Class(word()).ahead(false),
        Expr::Concat(vec![after_base(false), Expr::Class(mark.clone()).ahead(false)]),
    ]);
    let no_right = Expr::Either(vec![
        Expr::Class(union([&word(), &mark])).ahead(true),
        Expr::Concat(vec![after_base(true), Expr::Class(word()).ahead(true)]),
    ]);
    let (first, second) = if negative { (no_right, right) } else { (right, no_right) };
    Some(Expr::Either(vec![Expr::Concat(vec![left(true), first]), Expr::Concat(vec![left(false), second])]))
}
