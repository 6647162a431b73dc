//! A typed value into what it violates, in the order the service reports it.
//!
//! Choices, where nothing was observed:
//!
//! - A member's own violations come before those of the structures inside it: of a list its size, then its items
//!   taken together, then what is in them; of a map its size, keys, values, then what is in them.
//! - What is inside a redacted member is redacted. An item, key or value of a secret shape is, too: no member says
//!   otherwise.
//! - Not a number is below the least number; where there is no least, above the greatest.
//! - Not more than [`MOST`] violations are reported, and not more than [`MOST_TEXT`] bytes of values displayed. A
//!   service was seen to display a whole web page, so that these are only a guard: a body of a megabyte, mostly
//!   brackets, would otherwise be answered by a message of hundreds.

use std::ptr;

use super::super::schema::{Constraint, Kind, Member, Shape, Structure};
use super::display::display;
use super::typed::Value;
use super::unique::is_unique;
use super::violation::{Broken, Segment, Shown, Side, Violation, Violations};

const MOST: usize = 1000;
const MOST_TEXT: usize = 1 << 20;

/// How many violations are kept of the single items of one list or map, and how many bytes of their values. The
/// service does not tell them at all.
const MOST_PARTS: usize = 100;
const MOST_PARTS_TEXT: usize = 1 << 14;

/// All that `value` violates.
pub(super) fn check(value: &Value<'_>, shape: &'static Shape) -> Violations {
    let room = Room { violations: MOST, text: MOST_TEXT };
    let mut walk = Walk { path: Vec::new(), redacted: false, found: Vec::new(), room };
    walk.own(value, shape);
    walk.inside(value);
    Violations::new(walk.found)
}

struct Walk {
    path: Vec<Segment>,
    redacted: bool,
    found: Vec<Violation>,
    room: Room,
}

struct Room {
    violations: usize,
    text: usize,
}

impl Walk {
    /// Finds what is reported at the place of `value` itself.
    fn own(&mut self, value: &Value<'_>, shape: &'static Shape) {
        let mut shown = None;
        for (constraint, side) in broken(value, shape) {
            let size = matches!(constraint, Constraint::Length { .. }).then(|| size(value));
            let shown = self.shown(value, &mut shown);
            self.report(Violation {
                path: self.path.clone(),
                broken: Broken::Constraint { constraint, side },
                size,
                value: shown,
                parts: Vec::new(),
            });
        }
        match value {
            Value::List { element, items } if may_break(element) => {
                let items = items.iter().enumerate().map(|(index, item)| (Some(Segment::Index(index)), item));
                self.group(Broken::Elements(element), value, &mut shown, element, items);
            }
            Value::Map { keys, values, entries } => {
                if may_break(keys) {
                    let texts: Vec<_> = entries.keys().map(|key| Value::Text(key.into())).collect();
                    // the path to a key is the path to its map
                    let texts = texts.iter().map(|text| (None, text));
                    self.group(Broken::Keys(keys), value, &mut shown, keys, texts);
                }
                if may_break(values) {
                    let entries = entries.iter().map(|(key, value)| (Some(Segment::Key(key.clone())), value));
                    self.group(Broken::Values(values), value, &mut shown, values, entries);
                }
            }
            Value::List { .. }
            | Value::Structure { .. }
            | Value::Text(_)
            | Value::Whole(_)
            | Value::Float(_)
            | Value::Double(_)
            | Value::Boolean(_)
            | Value::Blob(_)
            | Value::Timestamp(_)
            | Value::Document(_) => {}
        }
    }

    /// Reports one violation for all `items` of `whole`, if one of them has any.
    fn group<'v, 'd: 'v>(
        &mut self,
        broken: Broken,
        whole: &Value<'_>,
        shown: &mut Option<Shown>,
        shape: &'static Shape,
        items: impl Iterator<Item = (Option<Segment>, &'v Value<'d>)>,
    ) {
        let room = Room { violations: MOST_PARTS, text: MOST_PARTS_TEXT };
        let redacted = self.redacted || shape.redacted;
        let mut aside = Self { path: Vec::new(), redacted, found: Vec::new(), room };
        for (segment, item) in items {
            aside.path.clear();
            aside.path.extend(segment);
            aside.own(item, shape);
            if aside.is_full() {
                break;
            }
        }
        if !aside.found.is_empty() {
            let value = self.shown(whole, shown);
            self.report(Violation { path: self.path.clone(), broken, size: None, value, parts: aside.found });
        }
    }

    /// Finds what is reported of the structures in `value`.
    fn inside(&mut self, value: &Value<'_>) {
        match value {
            Value::Structure { shape, set } => {
                if let Kind::Structure(Structure { members, report_order }) = &shape.kind {
                    for member in report_order.iter().filter_map(|&index| members.get(usize::from(index))) {
                        let value = set.iter().find(|(other, _)| ptr::eq(*other, member)).map(|(_, value)| value);
                        self.member(member, value);
                    }
                } else {
                    // a union, of which one member is set and none is missed
                    for (member, value) in set {
                        self.member(member, Some(value));
                    }
                }
            }
            Value::List { element, items } if holds_others(element) => {
                for (index, item) in items.iter().enumerate() {
                    self.deeper(Segment::Index(index), element.redacted, |walk| walk.inside(item));
                }
            }
            Value::Map { values, entries, .. } if holds_others(values) => {
                for (key, entry) in entries {
                    self.deeper(Segment::Key(key.clone()), values.redacted, |walk| walk.inside(entry));
                }
            }
            Value::List { .. }
            | Value::Map { .. }
            | Value::Text(_)
            | Value::Whole(_)
            | Value::Float(_)
            | Value::Double(_)
            | Value::Boolean(_)
            | Value::Blob(_)
            | Value::Timestamp(_)
            | Value::Document(_) => {}
        }
    }

    fn member(&mut self, member: &'static Member, value: Option<&Value<'_>>) {
        if value.is_none() && !member.required {
            return;
        }
        self.deeper(Segment::Member(member), member.redacted, |walk| match value {
            Some(value) => {
                walk.own(value, member.shape);
                walk.inside(value);
            }
            None => walk.report(Violation {
                path: walk.path.clone(),
                broken: Broken::Required,
                size: None,
                value: if walk.redacted { Shown::Redacted } else { Shown::Absent },
                parts: Vec::new(),
            }),
        });
    }

    fn deeper(&mut self, segment: Segment, redacted: bool, visit: impl FnOnce(&mut Self)) {
        if self.is_full() {
            return;
        }
        let outside = self.redacted;
        self.redacted |= redacted;
        self.path.push(segment);
        visit(self);
        self.path.pop();
        self.redacted = outside;
    }

    /// The text of `value`, made only once for all of its violations.
    fn shown(&mut self, value: &Value<'_>, shown: &mut Option<Shown>) -> Shown {
        if self.redacted {
            return Shown::Redacted;
        }
        shown.get_or_insert_with(|| Shown::Text(display(value, &mut self.room.text).into())).clone()
    }

    fn report(&mut self, violation: Violation) {
        if !self.is_full() {
            self.found.push(violation);
        }
    }

    fn is_full(&self) -> bool {
        self.found.len() >= self.room.violations
    }
}

/// Whether values of a shape can violate anything at their own place.
fn may_break(shape: &Shape) -> bool {
    !shape.constraints.is_empty() || matches!(shape.kind, Kind::List(_) | Kind::Map { .. })
}

/// Whether values of a shape have other values in them.
fn holds_others(shape: &Shape) -> bool {
    matches!(shape.kind, Kind::Structure(_) | Kind::Union(_) | Kind::List(_) | Kind::Map { .. })
}

/// The constraints of its shape that `value` does not keep, in order.
fn broken(value: &Value<'_>, shape: &'static Shape) -> Vec<(&'static Constraint, Side)> {
    let sides = shape.constraints.iter();
    let sides = sides.filter_map(|constraint| side(constraint, value).map(|side| (constraint, side)));
    let mut broken: Vec<_> = sides.collect();
    // observed: a bad enum value is reported as that and nothing else
    if broken.iter().any(|(constraint, _)| matches!(constraint, Constraint::Enum { .. })) {
        broken.retain(|(constraint, _)| matches!(constraint, Constraint::Enum { .. }));
    }
    broken
}

/// How `value` breaks a constraint; `None` if it keeps it, or is nothing that the constraint speaks of.
fn side(constraint: &Constraint, value: &Value<'_>) -> Option<Side> {
    match (constraint, value) {
        (Constraint::Length { min, max }, _) => outside(&size(value), min.as_ref(), max.as_ref()),
        (Constraint::Range { min, max }, Value::Whole(whole)) => outside(whole, min.as_ref(), max.as_ref()),
        (Constraint::FloatRange { min, max }, Value::Float(float)) => {
            outside(&f64::from(*float), min.as_ref(), max.as_ref())
        }
        (Constraint::FloatRange { min, max }, Value::Double(double)) => outside(double, min.as_ref(), max.as_ref()),
        (Constraint::Pattern(pattern), Value::Text(text)) => (!pattern.matches(text)).then_some(Side::Otherwise),
        (Constraint::Enum { values, .. }, Value::Text(text)) => (!values.contains(&&**text)).then_some(Side::Otherwise),
        (Constraint::UniqueItems, Value::List { items, .. }) => (!is_unique(items)).then_some(Side::Otherwise),
        (
            Constraint::Range { .. }
            | Constraint::FloatRange { .. }
            | Constraint::Pattern(_)
            | Constraint::Enum { .. }
            | Constraint::UniqueItems,
            _,
        ) => None,
    }
}

/// On which side of its bounds `value` is. Asks as [`within`](super::within) does: what compares with nothing is
/// outside.
fn outside<T: PartialOrd>(value: &T, min: Option<&T>, max: Option<&T>) -> Option<Side> {
    if min.is_some_and(|min| min.partial_cmp(value).is_none_or(std::cmp::Ordering::is_gt)) {
        return Some(Side::Below);
    }
    if max.is_some_and(|max| max.partial_cmp(value).is_none_or(std::cmp::Ordering::is_lt)) {
        return Some(Side::Above);
    }
    None
}

/// The size that [`Constraint::Length`] bounds.
fn size(value: &Value<'_>) -> u64 {
    let size = match value {
        Value::Text(text) => text.chars().count(),
        Value::Blob(bytes) => bytes.len(),
        Value::List { items, .. } => items.len(),
        Value::Map { entries, .. } => entries.len(),
        Value::Structure { set, .. } => set.len(),
        Value::Whole(_)
        | Value::Float(_)
        | Value::Double(_)
        | Value::Boolean(_)
        | Value::Timestamp(_)
        | Value::Document(_) => 0,
    };
    u64::try_from(size).unwrap_or(u64::MAX)
}
