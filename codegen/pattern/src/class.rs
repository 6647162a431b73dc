//! Turns a bracketed class, with its nested classes and intersections, into a set of characters.

use crate::PatternError;
use crate::escape::{Escape, escape};
use crate::parse::Parser;
use crate::syntax::{Set, complement, union};

/// What a class has gathered so far, in the dialect's own two parts.
///
/// Single characters are kept apart: an intersection first adds those, and the ones before it are
/// added once more if others follow it.
#[derive(Default)]
struct Gathered {
    singles: Option<Set>,
    fresh: bool,
    rest: Option<Set>,
}

impl Gathered {
    fn add(&mut self, set: Set) {
        self.rest = Some(match self.rest.take() {
            Some(rest) => union([&rest, &set]),
            None => set,
        });
    }

    fn add_single(&mut self, set: Set) {
        self.singles = Some(match self.singles.take() {
            Some(singles) => union([&singles, &set]),
            None => set,
        });
        self.fresh = true;
    }

    /// Moves the single characters to the rest.
    fn settle(&mut self) {
        if std::mem::take(&mut self.fresh)
            && let Some(singles) = self.singles.clone()
        {
            self.add(singles);
        }
    }

    fn is_empty(&self) -> bool {
        self.rest.is_none() && !self.fresh
    }
}

impl Parser {
    /// A class from its opening bracket to its closing one.
    pub(crate) fn class(&mut self) -> Result<Set, PatternError> {
        let open = self.source.mark();
        self.source.take();
        self.source.peek();
        let negative = self.source.previous() == Some('[') && self.source.accept('^');
        let set = self.members(open)?;
        self.source.take();
        Ok(if negative { complement(&set) } else { set })
    }

    /// The members of a class, up to but without its closing bracket.
    fn members(&mut self, open: usize) -> Result<Set, PatternError> {
        self.enter(open)?;
        let mut gathered = Gathered::default();
        loop {
            match self.source.peek() {
                None => {
                    return Err(self
                        .source
                        .error(open, "unclosed character class")
                        .with_help("escape it as `\\[` to match a bracket"));
                }
                Some(']') if !gathered.is_empty() => break,
                Some('[') => gathered.add(self.class()?),
                Some('&') if self.source.raw(1) == Some('&') => {
                    self.intersection(open, &mut gathered)?;
                }
                Some(_) => self.member(&mut gathered)?,
            }
        }
        self.depth -= 1;
        gathered.settle();
        Ok(gathered.rest.unwrap_or_else(Set::empty))
    }

    /// `&&` and what follows it, up to the next `&` or the end of the class.
    fn intersection(&mut self, open: usize, gathered: &mut Gathered) -> Result<(), PatternError> {
        let mark = self.source.mark();
        self.source.take();
        self.source.take();
        let mut right: Option<Set> = None;
        loop {
            let next = match self.source.peek() {
                Some(']' | '&') => break,
                Some('[') => self.class()?,
                Some(_) => self.members(open)?,
                None => return Err(self.source.error(open, "unclosed character class")),
            };
            right = Some(match right {
                Some(right) => union([&right, &next]),
                None => next,
            });
        }
        gathered.settle();
        match (&mut gathered.rest, right) {
            (_, None) => Err(self.source.error(mark, "nothing to intersect after `&&`")),
            (Some(rest), Some(right)) => {
                rest.intersect(&right);
                Ok(())
            }
            (rest @ None, right) => {
                *rest = right;
                Ok(())
            }
        }
    }

    /// One character, range, escape or property.
    fn member(&mut self, gathered: &mut Gathered) -> Result<(), PatternError> {
        let mark = self.source.mark();
        let first = match self.point(false)? {
            Ok(point) => point,
            Err(set) => {
                gathered.add(set);
                return Ok(());
            }
        };
        let ranges = self.source.peek() == Some('-') && !matches!(self.source.raw(1), Some('[' | ']'));
        if !ranges {
            gathered.add_single(self.flags.one(first));
            return Ok(());
        }
        self.source.take();
        match self.point(true)? {
            Ok(last) if first <= last => {
                gathered.add(self.flags.range(first, last));
                Ok(())
            }
            Ok(_) => Err(self
                .source
                .error(mark, "range with its ends in the wrong order")
                .with_help("put the lower character first, or escape the hyphen as `\\-` to match it")),
            Err(_) => Err(self
                .source
                .error(mark, "range that ends with a class")
                .with_help("escape the hyphen as `\\-` to match it")),
        }
    }

    /// One code point, or the set of an escape that stands for several.
    fn point(&mut self, ends_range: bool) -> Result<Result<u32, Set>, PatternError> {
        let mark = self.source.mark();
        if self.source.peek() != Some('\\') {
            return match self.source.take() {
                Some(character) => Ok(Ok(character as u32)),
                None => Err(self.source.error(mark, "unclosed character class")),
            };
        }
        // `\v` is the vertical tab at either end of a range
        if self.source.raw(1) == Some('v') && (ends_range || self.source.raw(2) == Some('-')) {
            self.source.take();
            self.source.take_raw();
            return Ok(Ok(0x0B));
        }
        match escape(self, true)? {
            Escape::Point(point) => Ok(Ok(point)),
            Escape::Set(set) => Ok(Err(set)),
            Escape::Expr(_) => Err(self.source.error(mark, "assertion inside a character class")),
        }
    }
}
