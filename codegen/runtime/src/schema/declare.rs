//! What emitted code declares tables with: the usual case in one call, and a word for each thing beyond it.

use super::{Constraint, Kind, Member, Shape, Structure};

impl Shape {
    /// A shape without constraints.
    #[must_use]
    pub const fn new(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, constraints: &[], redacted: false, example: None }
    }

    /// A structure, with the order in which violations of its members are reported.
    #[must_use]
    pub const fn structure(name: &'static str, members: &'static [Member], report_order: &'static [u16]) -> Self {
        let kind = Kind::Structure(Structure { members, report_order });
        Self { name, kind, constraints: &[], redacted: false, example: None }
    }

    /// The same shape with constraints.
    #[must_use]
    pub const fn within(mut self, constraints: &'static [Constraint]) -> Self {
        self.constraints = constraints;
        self
    }

    /// The same shape, its values left out of the text of violations.
    #[must_use]
    pub const fn redacted(mut self) -> Self {
        self.redacted = true;
        self
    }

    /// The same shape with an example of a value, as JSON.
    #[must_use]
    pub const fn such_as(mut self, example: &'static str) -> Self {
        self.example = Some(example);
        self
    }
}

impl Member {
    /// A member that may be absent. `reported_name` is its name in the text of violations.
    #[must_use]
    pub const fn optional(name: &'static str, reported_name: &'static str, shape: &'static Shape) -> Self {
        Self { name, reported_name, shape, required: false, redacted: false, example: None }
    }

    /// A member that must be there.
    #[must_use]
    pub const fn required(name: &'static str, reported_name: &'static str, shape: &'static Shape) -> Self {
        Self { name, reported_name, shape, required: true, redacted: false, example: None }
    }

    /// The same member, its value left out of the text of violations.
    #[must_use]
    pub const fn redacted(mut self) -> Self {
        self.redacted = true;
        self
    }

    /// The same member with an example of its value, as JSON.
    #[must_use]
    pub const fn such_as(mut self, example: &'static str) -> Self {
        self.example = Some(example);
        self
    }
}

impl Constraint {
    /// A size between two bounds, both inclusive.
    #[must_use]
    pub const fn length(min: u64, max: u64) -> Self {
        Self::Length { min: Some(min), max: Some(max) }
    }

    /// A size with a lower bound.
    #[must_use]
    pub const fn length_from(min: u64) -> Self {
        Self::Length { min: Some(min), max: None }
    }

    /// A size with an upper bound.
    #[must_use]
    pub const fn length_to(max: u64) -> Self {
        Self::Length { min: None, max: Some(max) }
    }

    /// A whole number between two bounds, both inclusive.
    #[must_use]
    pub const fn range(min: i64, max: i64) -> Self {
        Self::Range { min: Some(min), max: Some(max) }
    }

    /// A whole number with a lower bound.
    #[must_use]
    pub const fn range_from(min: i64) -> Self {
        Self::Range { min: Some(min), max: None }
    }

    /// A whole number with an upper bound.
    #[must_use]
    pub const fn range_to(max: i64) -> Self {
        Self::Range { min: None, max: Some(max) }
    }
}
