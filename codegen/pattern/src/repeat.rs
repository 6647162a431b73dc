//! Turns a quantifier after an expression into that expression repeated.

use crate::PatternError;
use crate::parse::Parser;
use crate::syntax::{Expr, Set};

/// How a quantifier shares with what follows.
///
/// For a whole match, taking much first or little first comes to the same.
enum Manner {
    Shares,
    Keeps,
}

impl Parser {
    /// `body` with the quantifier that follows, if there is one.
    pub(crate) fn repeated(&mut self, body: Expr) -> Result<Expr, PatternError> {
        let mark = self.source.mark();
        let (min, max) = match self.source.peek() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => self.counts()?,
            Some(_) | None => return Ok(body),
        };
        // the last character of the quantifier
        self.source.take();
        match self.manner() {
            Manner::Shares => Ok(body.repeat(min, max)),
            Manner::Keeps => match class_of(&body) {
                Some(class) => Ok(kept(class, min, max)),
                None => Err(self
                    .source
                    .error(mark, "possessive quantifier is only supported on one character")
                    .with_help("leave out the `+` after the quantifier if what follows cannot match the same text")),
            },
        }
    }

    fn manner(&mut self) -> Manner {
        match self.source.peek() {
            Some('?') => self.source.take().map_or(Manner::Shares, |_| Manner::Shares),
            Some('+') => self.source.take().map_or(Manner::Keeps, |_| Manner::Keeps),
            Some(_) | None => Manner::Shares,
        }
    }

    /// The bounds between braces, up to but without the closing one.
    fn counts(&mut self) -> Result<(u32, Option<u32>), PatternError> {
        let open = self.source.mark();
        self.source.take();
        let Some(min) = self.number(open)? else {
            return Err(self
                .source
                .error(open, "opening brace without a count")
                .with_help("escape it as `\\{` to match a brace"));
        };
        let mut max = Some(min);
        if self.source.accept(',') {
            max = self.number(open)?;
        }
        if self.source.peek() != Some('}') {
            return Err(self
                .source
                .error(open, "unclosed counted repetition")
                .with_help("add a `}`, or escape it as `\\{` to match a brace"));
        }
        if max.is_some_and(|max| max < min) {
            return Err(self
                .source
                .error(open, "repetition with a maximum below its minimum")
                .with_help("write the lower number first"));
        }
        Ok((min, max))
    }

    fn number(&mut self, open: usize) -> Result<Option<u32>, PatternError> {
        let mut number = None;
        while let Some(digit) = self.source.peek().and_then(|character| character.to_digit(10)) {
            self.source.take();
            let next = number.unwrap_or(0_u32).checked_mul(10).and_then(|tens| tens.checked_add(digit));
            // the dialect counts in 31 bits
            number = next.filter(|&count| i32::try_from(count).is_ok());
            if number.is_none() {
                return Err(self.source.error(open, "count of a repetition is too large"));
            }
        }
        Ok(number)
    }
}

/// The set of an expression that takes one character.
fn class_of(body: &Expr) -> Option<Set> {
    match body {
        Expr::Class(set) => Some(set.clone()),
        Expr::Repeat { body, min: 1, max: Some(1) } => class_of(body),
        Expr::Empty
        | Expr::Concat(_)
        | Expr::Either(_)
        | Expr::Repeat { .. }
        | Expr::Ahead { .. }
        | Expr::Behind { .. }
        | Expr::Start
        | Expr::End => None,
    }
}

/// As many characters of a class as there are, or as may be: what follows gets none of them.
fn kept(class: Set, min: u32, max: Option<u32>) -> Expr {
    let one = Expr::Class(class);
    let stop = one.clone().ahead(true);
    match max {
        None => Expr::Concat(vec![one.repeat(min, None), stop]),
        Some(max) if min == max => one.repeat(min, Some(max)),
        Some(max) => Expr::Either(vec![
            Expr::Concat(vec![one.clone().repeat(min, Some(max - 1)), stop]),
            one.repeat(max, Some(max)),
        ]),
    }
}
