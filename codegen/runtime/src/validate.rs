//! Whether a value keeps its constraints: the checks that emitted code calls, and, for a value that does not,
//! what it violates and in which words that is told.

mod check;
mod display;
mod explain;
mod type_error;
mod typed;
mod unique;
mod violation;
mod wording;

pub use explain::{Explanation, explain};
pub use type_error::TypeError;
pub use violation::{Broken, Segment, Shown, Side, Violation, Violations};

use std::collections::HashSet;
use std::hash::Hash;
use std::ops::Bound::Unbounded;
use std::ops::RangeBounds;

use super::codec::Encode;
use super::schema::Shape;

/// A type whose constraints can be checked.
pub trait Validate {
    /// The shape the type was emitted for.
    const SHAPE: &'static Shape;

    /// Whether the value keeps all constraints, its members' included.
    fn is_valid(&self) -> bool;

    /// Checks all constraints. What is violated is told from the value as it is written, so that emitted inputs need the
    /// feature `client`, without which they are only read.
    ///
    /// # Errors
    /// Every constraint that is violated, in the order the service reports them.
    fn validate(&self) -> Result<(), Violations>
    where
        Self: Encode + Sized,
    {
        if self.is_valid() {
            return Ok(());
        }
        match explain(&self.to_body(), Self::SHAPE, usize::MAX) {
            Explanation::Invalid(violations) => Err(violations),
            Explanation::Malformed | Explanation::Mistyped(_) | Explanation::Acceptable => Ok(()),
        }
    }
}

/// The input of an operation that takes nothing.
impl Validate for () {
    const SHAPE: &'static Shape = &Shape::structure("Unit", &[], &[]);

    fn is_valid(&self) -> bool {
        true
    }
}

/// Whether the number of a text's characters (Unicode code points) is within bounds.
#[must_use]
pub fn characters(text: &str, bounds: impl RangeBounds<usize>) -> bool {
    // a character has one to four bytes, so that most texts need no counting
    let (least, most) = (text.len().div_ceil(4), text.len());
    let is_within =
        (bounds.start_bound(), Unbounded).contains(&least) && (Unbounded, bounds.end_bound()).contains(&most);
    is_within || bounds.contains(&count(text))
}

/// Apart from [`characters`], which is emitted into every check of a text.
#[inline(never)]
fn count(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.chars().count() }
}

/// Whether no two of `items` are equal, by what `key` makes of them.
#[must_use]
pub fn unique<T, K: Eq + Hash>(items: &[T], key: impl Fn(&T) -> K) -> bool {
    let mut seen = HashSet::with_capacity(items.len());
    items.iter().all(|item| seen.insert(key(item)))
}
