//! A shape -> a value of it, from the static tables alone.

use super::super::json::Document;
use super::super::schema::{Constraint, Kind, Member, Shape};
use super::vary;

/// A value of `shape` within all constraints, with every member set, lists and maps not empty where they may have an
/// entry, and of a union the first member. It is the same every time.
///
/// A member through which a shape contains itself is unset, or if it is required, empty. `None` if there is no such
/// value, or none was found.
#[must_use]
pub fn sample(shape: &'static Shape) -> Option<Document> {
    Builder { all: true, open: Vec::new() }.value(shape, 0, true)
}

/// The least value of `shape` within all constraints: only what is required, and lists and maps as short as may be.
/// `None` as for [`sample`].
#[must_use]
pub fn least(shape: &'static Shape) -> Option<Document> {
    Builder { all: false, open: Vec::new() }.value(shape, 0, true)
}

/// The value of a JSON text.
pub(super) fn read(json: &[u8]) -> Option<Document> {
    Document::parse(json, usize::MAX).ok()
}

/// No list or map is made with more entries.
const MOST: usize = 100_000;

struct Builder {
    /// Whether what is not required is there too.
    all: bool,
    /// The structures and unions that are being made, outermost first.
    open: Vec<&'static Shape>,
}

impl Builder {
    /// A value of `shape`. No two values with another `nth` are equal. `needed` says whether there must be a value,
    /// even an empty one.
    fn value(&mut self, shape: &'static Shape, nth: usize, needed: bool) -> Option<Document> {
        match &shape.kind {
            Kind::Structure(structure) => self.inside(shape, |builder| builder.structure(structure.members, nth)),
            Kind::Union(members) => self.inside(shape, |builder| builder.union(members, nth)),
            Kind::List(item) => {
                let distinct = shape.constraints.iter().any(|constraint| matches!(constraint, Constraint::UniqueItems));
                let items = self.entries(shape, nth, needed, |builder, index| {
                    builder.value(item, if distinct { index } else { nth }, false)
                })?;
                Some(Document::Array(items))
            }
            Kind::Map { key, value } => {
                let entries = self.entries(shape, nth, needed, |builder, index| {
                    let Document::String(key) = builder.value(key, index, false)? else { return None };
                    Some((key, builder.value(value, 0, false)?))
                })?;
                Some(Document::Object(entries))
            }
            Kind::String
            | Kind::Enum
            | Kind::Integer
            | Kind::Long
            | Kind::Float
            | Kind::Double
            | Kind::Boolean
            | Kind::Blob
            | Kind::Timestamp(_)
            | Kind::Document => vary::scalar(shape, nth),
        }
    }

    /// Makes a value of a shape that has members, unless one is being made already.
    fn inside(&mut self, shape: &'static Shape, make: impl FnOnce(&mut Self) -> Option<Document>) -> Option<Document> {
        if self.open.iter().any(|open| std::ptr::eq(*open, shape)) {
            return None;
        }
        self.open.push(shape);
        let value = make(self);
        self.open.pop();
        value
    }

    /// A structure; the first member that has an `nth` value has it, the others have their first.
    fn structure(&mut self, members: &'static [Member], nth: usize) -> Option<Document> {
        let (mut left, all) = (nth, self.all);
        let mut entries = Vec::new();
        for member in members.iter().filter(|member| all || member.required) {
            let other = if left > 0 { self.value(member.shape, left, member.required) } else { None };
            if other.is_some() {
                left = 0;
            }
            let own = || member.example.and_then(|example| read(example.as_bytes()));
            match other.or_else(own).or_else(|| self.value(member.shape, 0, member.required)) {
                Some(value) => entries.push((member.name.to_owned(), value)),
                None if member.required => return None,
                None => {}
            }
        }
        (left == 0).then_some(Document::Object(entries))
    }

    /// A union of the first member that has an `nth` value.
    fn union(&mut self, members: &'static [Member], nth: usize) -> Option<Document> {
        members.iter().find_map(|member| {
            let value = self.value(member.shape, nth, true)?;
            Some(Document::Object(vec![(member.name.to_owned(), value)]))
        })
    }

    /// The entries of a list or map, each by an index that no entry of another `nth` has.
    fn entries<T>(
        &mut self,
        shape: &Shape,
        nth: usize,
        needed: bool,
        mut entry: impl FnMut(&mut Self, usize) -> Option<T>,
    ) -> Option<Vec<T>> {
        let (min, max) = lengths(shape);
        let count = usize::try_from(if self.all { min.max(1).min(max) } else { min }).ok()?;
        if count > MOST {
            return None;
        }
        let entries: Option<Vec<T>> = (0..count).map(|index| entry(self, nth * count + index)).collect();
        let entries = entries.or_else(|| (needed && min == 0).then(Vec::new))?;
        // of empty ones there is only one
        (nth == 0 || !entries.is_empty()).then_some(entries)
    }
}

/// The bounds of a size.
pub(super) fn lengths(shape: &Shape) -> (u64, u64) {
    let length = shape.constraints.iter().find_map(|constraint| match constraint {
        Constraint::Length { min, max } => Some((min.unwrap_or(0), max.unwrap_or(u64::MAX))),
        Constraint::Range { .. }
        | Constraint::FloatRange { .. }
        | Constraint::Pattern(_)
        | Constraint::Enum { .. }
        | Constraint::UniqueItems => None,
    });
    length.unwrap_or((0, u64::MAX))
}
