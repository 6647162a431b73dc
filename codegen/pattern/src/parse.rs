//! Turns the text of a pattern in Java's dialect into an expression.
//!
//! The order of decisions is that of the dialect's own reader, since its quirks (a hyphen that
//! cannot make a range, a brace that cannot repeat anything) come from that order.

use crate::PatternError;
use crate::escape::{Escape, escape};
use crate::source::Source;
use crate::syntax::{Expr, Set, between, complement, set, union};
use crate::{assertion, property};

/// How deep groups and nested classes may go, so that no pattern exhausts the stack.
const DEEPEST: usize = 200;

/// The flags that are in force at a place in a pattern.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "the dialect's flags are independent of each other")]
pub(crate) struct Flags {
    /// `i`: letters of ASCII stand for both cases.
    fold: bool,
    /// `m`: `^` and `$` hold at lines.
    lines: bool,
    /// `s`: `.` takes line terminators.
    dot_all: bool,
    /// `d`: only `\n` ends a line.
    pub(crate) unix_lines: bool,
    /// `x`: white space and comments are passed over.
    comments: bool,
}

/// Parses a whole pattern.
pub(crate) fn parse(text: &str) -> Result<Expr, PatternError> {
    let mut parser = Parser { source: Source::new(text), flags: Flags::default(), depth: 0 };
    let expr = parser.either()?;
    match parser.source.peek() {
        None => Ok(expr),
        Some(_) => {
            Err(parser.here("unmatched closing parenthesis").with_help("escape it as `\\)` to match a parenthesis"))
        }
    }
}

pub(crate) struct Parser {
    pub(crate) source: Source,
    pub(crate) flags: Flags,
    pub(crate) depth: usize,
}

impl Parser {
    /// Alternatives, up to a closing parenthesis or the end.
    fn either(&mut self) -> Result<Expr, PatternError> {
        let mut branches = vec![self.sequence()?];
        while self.source.accept('|') {
            branches.push(self.sequence()?);
        }
        Ok(if branches.len() == 1 { branches.swap_remove(0) } else { Expr::Either(branches) })
    }

    /// Parts one after the other, up to an alternative, a closing parenthesis or the end.
    fn sequence(&mut self) -> Result<Expr, PatternError> {
        let mut parts = Vec::new();
        while let Some(character) = self.source.peek() {
            let part = match character {
                '|' | ')' => break,
                '(' => match self.group()? {
                    Some(group) => group,
                    None => continue,
                },
                '?' | '*' | '+' => {
                    return Err(self
                        .here(format!("dangling `{character}` with nothing to repeat"))
                        .with_help(format!("escape it as `\\{character}` to match the character")));
                }
                '[' => Expr::Class(self.class()?),
                '\\' => self.escaped()?,
                // there is nothing in front of this brace that is not repeated already
                '{' => Expr::Empty,
                '^' => self.took(|flags| assertion::caret(flags.lines, flags.unix_lines)),
                '$' => self.took(|flags| assertion::dollar(flags.lines, flags.unix_lines)),
                '.' => self.took(|flags| Expr::Class(dot(flags))),
                _ => self.took(|flags| Expr::Class(flags.one(character as u32))),
            };
            parts.push(self.repeated(part)?);
        }
        Ok(match parts.len() {
            0 => Expr::Empty,
            1 => parts.swap_remove(0),
            _ => Expr::Concat(parts),
        })
    }

    /// Takes a character that stands for an expression.
    fn took(&mut self, expr: impl FnOnce(Flags) -> Expr) -> Expr {
        self.source.take();
        expr(self.flags)
    }

    /// An escape outside a class.
    fn escaped(&mut self) -> Result<Expr, PatternError> {
        let line_break = self.source.raw(1) == Some('R');
        let escape = escape(self, false)?;
        // the dialect then never takes `\r\n` apart, but otherwise it does
        if line_break && matches!(self.source.peek(), Some('?' | '*' | '+' | '{')) {
            return Err(self
                .here("repetition of `\\R` is not supported")
                .with_help("repeat a class of the characters that may break lines instead"));
        }
        Ok(match escape {
            Escape::Point(point) => Expr::Class(self.flags.one(point)),
            Escape::Set(set) => Expr::Class(set),
            Escape::Expr(expr) => expr,
        })
    }

    /// A group with its parentheses; nothing if it only sets flags.
    fn group(&mut self) -> Result<Option<Expr>, PatternError> {
        let open = self.source.mark();
        self.source.take();
        let outer = self.flags;
        self.enter(open)?;
        let mut look = None;
        if self.source.accept('?') {
            let mark = self.source.mark();
            match self.source.take_raw() {
                Some(':') => {}
                Some(sign @ ('=' | '!')) => look = Some((true, sign == '!')),
                Some('>') => {
                    return Err(self
                        .source
                        .error(open, "independent group `(?>` is not supported")
                        .with_help("use `(?:` if the group need not keep what it took first"));
                }
                Some('<') => match self.source.take() {
                    Some(sign @ ('=' | '!')) => look = Some((false, sign == '!')),
                    _ => self.group_name(mark)?,
                },
                _ => {
                    self.source.reset(mark);
                    self.set_flags()?;
                    match self.source.take() {
                        Some(')') => {
                            self.depth -= 1;
                            return Ok(None);
                        }
                        Some(':') => {}
                        _ => {
                            return Err(self.source.error(mark, "unknown kind of group or inline flag"));
                        }
                    }
                }
            }
        }
        let body = self.either()?;
        if !self.source.accept(')') {
            return Err(self
                .source
                .error(open, "unclosed group")
                .with_help("add a `)`, or escape it as `\\(` to match a parenthesis"));
        }
        self.depth -= 1;
        self.set(outer);
        match look {
            None => Ok(Some(Expr::Repeat { body: Box::new(body), min: 1, max: Some(1) })),
            Some((true, negative)) => Ok(Some(body.ahead(negative))),
            Some((false, negative)) => self.behind(open, body, negative).map(Some),
        }
    }

    fn behind(&self, open: usize, body: Expr, negative: bool) -> Result<Expr, PatternError> {
        if body.longest().is_none() {
            return Err(self
                .source
                .error(open, "look-behind without a maximum length")
                .with_help("give the repetition inside an upper bound"));
        }
        if body.looks_ahead() {
            return Err(self
                .source
                .error(open, "look-ahead inside a look-behind is not supported")
                .with_help("`$`, `\\b` and `(?=` look ahead; move them out of the look-behind"));
        }
        Ok(body.behind(negative))
    }

    /// The rest of a group's name, which has no meaning without back-references.
    fn group_name(&mut self, mark: usize) -> Result<(), PatternError> {
        let mut length = 0;
        let mut character = self.source.previous();
        while let Some(letter) = character.filter(char::is_ascii_alphanumeric) {
            if length == 0 && letter.is_ascii_digit() {
                break;
            }
            length += 1;
            character = self.source.take();
        }
        if length > 0 && character == Some('>') {
            return Ok(());
        }
        Err(self.source.error(mark, "bad name of a capturing group"))
    }

    /// Inline flags, as in `(?is-m`.
    fn set_flags(&mut self) -> Result<(), PatternError> {
        let mut on = true;
        loop {
            let mark = self.source.mark();
            let mut flags = self.flags;
            match self.source.peek() {
                Some('i') => flags.fold = on,
                Some('m') => flags.lines = on,
                Some('s') => flags.dot_all = on,
                Some('d') => flags.unix_lines = on,
                Some('x') => flags.comments = on,
                Some('-') if on => on = false,
                Some(flag @ ('u' | 'U' | 'c')) => {
                    return Err(self
                        .source
                        .error(mark, format!("inline flag `{flag}` is not supported"))
                        .with_help("only the flags `i`, `m`, `s`, `d` and `x` are"));
                }
                Some(_) | None => return Ok(()),
            }
            self.source.take();
            self.set(flags);
        }
    }

    fn set(&mut self, flags: Flags) {
        self.flags = flags;
        self.source.comments = flags.comments;
    }

    /// Goes one level deeper.
    pub(crate) fn enter(&mut self, mark: usize) -> Result<(), PatternError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.source.error(mark, format!("nested more than {DEEPEST} levels deep")));
        }
        Ok(())
    }

    /// An error at the next character.
    pub(crate) fn here(&self, message: impl Into<String>) -> PatternError {
        self.source.error(self.source.mark(), message)
    }

    /// The set that a property's name stands for, after `\p` or `\P`.
    pub(crate) fn property(&mut self, negative: bool) -> Result<Set, PatternError> {
        let mark = self.source.mark();
        let mut name = String::new();
        match self.source.take() {
            Some('{') => loop {
                match self.source.take() {
                    Some('}') => break,
                    Some(character) => name.push(character),
                    None => {
                        return Err(self.source.error(mark, "unclosed name of a character property"));
                    }
                }
            },
            Some(character) => name.push(character),
            None => {
                return Err(self.source.error(mark, "missing name of a character property"));
            }
        }
        let Some(set) = property::named(&name, self.flags.fold) else {
            return Err(self
                .source
                .error(mark, format!("unknown character property `{name}`"))
                .with_help("general categories, scripts and POSIX names are known, blocks are not"));
        };
        Ok(if negative { complement(&set) } else { set })
    }
}

impl Flags {
    /// The set that one code point stands for.
    pub(crate) fn one(self, point: u32) -> Set {
        self.range(point, point)
    }

    /// The set that the code points between two of them (inclusive) stand for.
    pub(crate) fn range(self, first: u32, last: u32) -> Set {
        let mut plain = between(first, last);
        if self.fold {
            let mut letters = set([('A', 'Z'), ('a', 'z')]);
            letters.intersect(&plain);
            // within ASCII the simple folding of Unicode is that of ASCII, but for two signs
            letters.case_fold_simple();
            letters.intersect(&set([('A', 'Z'), ('a', 'z')]));
            plain = union([&plain, &letters]);
        }
        plain
    }
}

/// What `.` takes.
fn dot(flags: Flags) -> Set {
    if flags.dot_all { between(0, 0x0010_FFFF) } else { complement(&assertion::terminators(flags.unix_lines)) }
}
