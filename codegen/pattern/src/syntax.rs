//! Turns patterns into terms: what they are made of, free of the dialect's notation.

use regex_syntax::hir::{ClassUnicode, ClassUnicodeRange};

use crate::assertion;

/// A set of characters.
pub(crate) type Set = ClassUnicode;

/// Characters from the first to the last, which are both among them.
pub(crate) type Range = ClassUnicodeRange;

/// A regular expression over characters, with assertions about what is around a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expr {
    /// The empty string.
    Empty,
    /// One character of a set.
    Class(Set),
    /// One after the other.
    Concat(Vec<Expr>),
    /// Any one of these.
    Either(Vec<Expr>),
    /// Between `min` and `max` (or any number) of the same.
    Repeat { body: Box<Expr>, min: u32, max: Option<u32> },
    /// What follows does, or does not, begin with this.
    Ahead { negative: bool, body: Box<Expr> },
    /// What precedes does, or does not, end with this.
    Behind { negative: bool, body: Box<Expr> },
    /// The start of the value.
    Start,
    /// The end of the value.
    End,
}

impl Expr {
    /// One character, which may be any in `ranges` (inclusive).
    pub(crate) fn class<const N: usize>(ranges: [(char, char); N]) -> Self {
        Self::Class(set(ranges))
    }

    /// This, any number of times from `min` to `max`.
    pub(crate) fn repeat(self, min: u32, max: Option<u32>) -> Self {
        // to assert something again changes nothing, and once too few is always possible
        if self.longest() == Some(0) {
            return if min == 0 { Self::Empty } else { self };
        }
        Self::Repeat { body: Box::new(self), min, max }
    }

    /// The assertion that this follows, or does not.
    pub(crate) fn ahead(self, negative: bool) -> Self {
        Self::Ahead { negative, body: Box::new(self) }
    }

    /// The assertion that this precedes, or does not.
    pub(crate) fn behind(self, negative: bool) -> Self {
        Self::Behind { negative, body: Box::new(self) }
    }

    /// The most characters that this takes, if there is a bound.
    pub(crate) fn longest(&self) -> Option<u64> {
        match self {
            Self::Empty | Self::Ahead { .. } | Self::Behind { .. } | Self::Start | Self::End => Some(0),
            Self::Class(_) => Some(1),
            Self::Concat(parts) => parts.iter().try_fold(0_u64, |sum, part| Some(sum.saturating_add(part.longest()?))),
            Self::Either(branches) => {
                branches.iter().try_fold(0, |most: u64, branch| Some(most.max(branch.longest()?)))
            }
            Self::Repeat { body, max, .. } => match (body.longest()?, max) {
                (0, _) => Some(0),
                (longest, Some(max)) => Some(longest.saturating_mul(u64::from(*max))),
                (_, None) => None,
            },
        }
    }

    /// Whether there is a look-ahead anywhere in this.
    pub(crate) fn looks_ahead(&self) -> bool {
        match self {
            Self::Empty | Self::Class(_) | Self::Start => false,
            Self::Ahead { .. } | Self::End => true,
            Self::Concat(parts) | Self::Either(parts) => parts.iter().any(Self::looks_ahead),
            Self::Repeat { body, .. } | Self::Behind { body, .. } => body.looks_ahead(),
        }
    }

    /// This without the assertions at its very ends, which always hold for a whole value.
    pub(crate) fn without_ends(self) -> Self {
        self.strip(true, true)
    }

    fn strip(self, first: bool, last: bool) -> Self {
        match self {
            Self::Start if first => Self::Empty,
            Self::End if last => Self::Empty,
            // `$` may hold in front of a line terminator, but nothing is left to be one
            dollar @ Self::Either(_) if last && assertion::is_dollar(&dollar) => Self::Empty,
            Self::Concat(mut parts) => {
                if first {
                    strip_side(&mut parts, true);
                }
                if last {
                    parts.reverse();
                    strip_side(&mut parts, false);
                    parts.reverse();
                }
                parts.retain(|part| !matches!(part, Self::Empty));
                match parts.len() {
                    0 => Self::Empty,
                    1 => parts.swap_remove(0),
                    _ => Self::Concat(parts),
                }
            }
            Self::Either(branches) => {
                Self::Either(branches.into_iter().map(|branch| branch.strip(first, last)).collect())
            }
            Self::Repeat { body, min: 1, max: Some(1) } => body.strip(first, last),
            other @ (Self::Empty
            | Self::Class(_)
            | Self::Repeat { .. }
            | Self::Ahead { .. }
            | Self::Behind { .. }
            | Self::Start
            | Self::End) => other,
        }
    }
}

/// Strips the parts at the front for as long as nothing but assertions was there.
fn strip_side(parts: &mut [Expr], first: bool) {
    for part in parts {
        let stripped = std::mem::replace(part, Expr::Empty).strip(first, !first);
        *part = stripped;
        if !matches!(part, Expr::Empty) {
            break;
        }
    }
}

/// The set of the characters in `ranges` (inclusive).
pub(crate) fn set<const N: usize>(ranges: [(char, char); N]) -> Set {
    Set::new(ranges.map(|(first, last)| Range::new(first, last)))
}

/// The set of the characters between two code points (inclusive); surrogates are none.
pub(crate) fn between(first: u32, last: u32) -> Set {
    Set::new(range(first, last))
}

/// The characters between two code points (inclusive), if there are any; surrogates are none.
pub(crate) fn range(first: u32, last: u32) -> Option<Range> {
    let first = if (0xD800..0xE000).contains(&first) { 0xE000 } else { first };
    let last = if (0xD800..0xE000).contains(&last) { 0xD7FF } else { last };
    let (first, last) = (char::from_u32(first)?, char::from_u32(last)?);
    (first <= last).then(|| Range::new(first, last))
}

/// The characters that are not in `set`.
pub(crate) fn complement(set: &Set) -> Set {
    let mut set = set.clone();
    set.negate();
    set
}

/// The characters in any of some sets.
pub(crate) fn union<'s>(sets: impl IntoIterator<Item = &'s Set>) -> Set {
    joined(sets.into_iter().flat_map(Set::ranges).copied().collect())
}

/// The characters in any of some ranges. They are put in order here, since the library, which is not optimised in
/// development, then finds nothing to do.
pub(crate) fn joined(mut ranges: Vec<Range>) -> Set {
    // mostly these are a few runs in order, which a stable sort makes use of
    ranges.sort();
    ranges.dedup_by(|next, last| {
        let joins = next.start() as u32 <= last.end() as u32 + 1;
        if joins {
            *last = Range::new(last.start(), last.end().max(next.end()));
        }
        joins
    });
    Set::new(ranges)
}
