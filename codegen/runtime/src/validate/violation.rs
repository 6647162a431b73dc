//! What a value violates, as data: where, which constraint, and what stands there.

use std::fmt;
use std::sync::Arc;

use super::super::schema::{Constraint, Member, Shape, Wording};
use super::wording;

/// How long the part of a message is that one violation takes, mostly.
const TYPICAL_BYTES: usize = 256;

/// All that a value violates, in the order the service reports it. [`Display`](fmt::Display) gives the whole
/// message in the words of [`Wording::Coral`].
#[derive(Clone)]
pub struct Violations(Vec<Violation>);

/// One constraint that is not kept at one place. [`Display`](fmt::Display) gives its part of the message in the
/// words of [`Wording::Coral`].
#[derive(Clone)]
pub struct Violation {
    pub(super) path: Vec<Segment>,
    pub(super) broken: Broken,
    pub(super) size: Option<u64>,
    pub(super) value: Shown,
    pub(super) parts: Vec<Self>,
}

/// One step on the way from a body to a value in it.
#[derive(Clone)]
pub enum Segment {
    /// Into a member of a structure or union.
    Member(&'static Member),
    /// Into an item of a list, counted from 0 without the `null`s.
    Index(usize),
    /// Into the value of a map that has this key.
    Key(String),
}

/// What is not kept.
#[derive(Clone, Copy)]
pub enum Broken {
    /// The member must be there.
    Required,
    /// A constraint of the value's shape.
    Constraint {
        /// The constraint.
        constraint: &'static Constraint,
        /// How it is broken.
        side: Side,
    },
    /// The constraints of the items of a list, whose shape this is, by one of them or more.
    Elements(&'static Shape),
    /// The constraints of the keys of a map, whose shape this is, by one of them or more.
    Keys(&'static Shape),
    /// The constraints of the values of a map, whose shape this is, by one of them or more.
    Values(&'static Shape),
}

/// How a constraint is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The size or value is above the greatest one.
    Above,
    /// The size or value is below the least one.
    Below,
    /// The constraint has no bounds.
    Otherwise,
}

/// The value that violates a constraint, as the service displays it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// There is none.
    Absent,
    /// It is secret, whether it is there or not.
    Redacted,
    /// Its text, without quotes around it.
    Text(Arc<str>),
}

impl Violations {
    pub(super) fn new(violations: Vec<Violation>) -> Self {
        Self(violations)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none: never so for what [`explain`](super::explain()) and
    /// [`validate`](super::Validate::validate) give.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The violations, one by one.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// The whole message.
    #[must_use]
    pub fn message(&self, wording: Wording) -> String {
        match wording {
            Wording::Coral => {
                let mut message = String::with_capacity(self.len() * TYPICAL_BYTES);
                // a string takes whatever is written to it
                let _ = wording::coral_message(&self.0, &mut message);
                message
            }
            Wording::Smithy => wording::smithy_message(&self.0),
        }
    }

    /// What stands in the `fieldList` beside the message in the words of [`Wording::Smithy`]: paths as JSON pointers,
    /// and what is wrong there. Here every item of a list stands for itself.
    #[must_use]
    pub fn field_list(&self) -> Vec<(String, String)> {
        wording::smithy_fields(&self.0)
    }
}

impl Violation {
    /// Where, as the service writes it: `userAttributes.1.member.name`.
    #[must_use]
    pub fn path(&self) -> String {
        wording::coral_path(&self.path)
    }

    /// Where, as a JSON pointer: `/UserAttributes/0/Name`.
    #[must_use]
    pub fn pointer(&self) -> String {
        wording::smithy_path(&self.path)
    }

    /// Where, step by step.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.path
    }

    /// What is not kept.
    #[must_use]
    pub fn constraint(&self) -> Broken {
        self.broken
    }

    /// The size of the value, where it is the size that is wrong.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        self.size
    }

    /// What stands there.
    #[must_use]
    pub fn value(&self) -> &Shown {
        &self.value
    }

    /// For [`Broken::Elements`], [`Keys`](Broken::Keys) and [`Values`](Broken::Values): what is wrong with the single
    /// items, keys and values, with paths that start at this violation's. Not more than a hundred are kept.
    #[must_use]
    pub fn parts(&self) -> &[Self] {
        &self.parts
    }

    /// What is wrong, without the frame of the whole message.
    #[must_use]
    pub fn message(&self, wording: Wording) -> String {
        match wording {
            Wording::Coral => self.to_string(),
            Wording::Smithy => wording::smithy_texts(std::slice::from_ref(self)),
        }
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        wording::coral_message(&self.0, f)
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        wording::coral(self, f)
    }
}

// `Debug` by hand: the static tables may hold circles, which a derived one would run around in for ever

impl fmt::Debug for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.0).finish()
    }
}

impl fmt::Debug for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), f)
    }
}

impl fmt::Debug for Segment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Member(member) => f.debug_tuple("Member").field(&member.name).finish(),
            Self::Index(index) => f.debug_tuple("Index").field(index).finish(),
            Self::Key(key) => f.debug_tuple("Key").field(key).finish(),
        }
    }
}

impl fmt::Debug for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Required => f.write_str("Required"),
            Self::Constraint { constraint, side } => {
                f.debug_struct("Constraint").field("constraint", constraint).field("side", side).finish()
            }
            Self::Elements(shape) => f.debug_tuple("Elements").field(&shape.name).finish(),
            Self::Keys(shape) => f.debug_tuple("Keys").field(&shape.name).finish(),
            Self::Values(shape) => f.debug_tuple("Values").field(&shape.name).finish(),
        }
    }
}

impl std::error::Error for Violations {}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
