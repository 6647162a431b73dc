//! A wire example of an operation: the smallest request it takes, and an answer to it.

/// What a server writes: this crate has its sources, as every output has.
#[path = "../../runtime/src/timestamp/text.rs"]
mod date;
mod scalar;

use std::fmt::Write as _;

use crate::model::{Kind, Member, Model, Operation, Presence, ShapeId};

pub(super) use scalar::{json, scalar};
use scalar::{may_be_empty, quoted, size};

/// How deep structures of an answer are shown.
const DEPTH: usize = 2;

/// How many members of one structure of an answer are shown, beyond the required ones.
const BREADTH: usize = 6;

/// How many bytes a request or an answer may take: more of them nobody reads. What a structure requires may double with
/// each one inside of it.
const ROOM: usize = 2000;

/// The example as a section of the operation's documentation; none where the request has none.
pub(super) fn markdown(model: &Model, operation: &Operation) -> String {
    let request = match operation.input {
        Some(input) => whole(model, input, Which::Required),
        None => Some("{}".to_owned()),
    };
    let Some(request) = request else { return String::new() };
    let mut text = format!("\n\n# Example\n\n```json\n{request}\n```");
    match operation.output.map(|output| whole(model, output, Which::Some)) {
        Some(Some(response)) => {
            let _ = write!(text, "\n\nmay be answered with\n\n```json\n{response}\n```");
        }
        Some(None) => text.push_str("\n\nis a request that it takes."),
        None => text.push_str("\n\nis answered with an empty body."),
    }
    text
}

/// Which members of a structure are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    /// The required ones.
    Required,
    /// The required ones and the first others.
    Some,
}

fn whole(model: &Model, id: ShapeId, which: Which) -> Option<String> {
    Sketch { model, which, open: Vec::new() }.structure(id, DEPTH)
}

/// An example that is being made.
struct Sketch<'m> {
    model: &'m Model,
    which: Which,
    /// The structures and unions that are being made, outermost first: none is made inside of itself.
    open: Vec<ShapeId>,
}

impl Sketch<'_> {
    fn structure(&mut self, id: ShapeId, depth: usize) -> Option<String> {
        let model = self.model;
        let has_required = model[id].kind.members().iter().any(|member| member.presence == Presence::Required);
        // an entry that is empty shows nothing of what may be in it
        let which = if depth < DEPTH && !has_required { Which::Some } else { self.which };
        let shown = |(position, member): &(usize, &Member)| match (&member.presence, which) {
            (Presence::Required, _) => true,
            (Presence::Optional | Presence::Default(_), Which::Required) => false,
            (Presence::Optional | Presence::Default(_), Which::Some) => {
                *position < BREADTH && (depth > 0 || !is_nested(model, member.target))
            }
        };
        let (mut members, mut room) = (Vec::new(), ROOM);
        for (_, member) in model[id].kind.members().iter().enumerate().filter(shown) {
            let is_required = member.presence == Presence::Required;
            match member
                .example
                .as_ref()
                .map(|example| json(&model[member.target].kind, example))
                .or_else(|| self.value(member.target, depth, is_required))
            {
                Some(value) if room >= value.len() => {
                    room -= value.len();
                    members.push(format!("{}:{value}", quoted(&member.name.wire)));
                }
                Some(_) | None if is_required => return None,
                Some(_) | None => {}
            }
        }
        Some(format!("{{{}}}", members.join(",")))
    }

    fn union(&mut self, members: &[Member], depth: usize) -> Option<String> {
        members.iter().find_map(|member| {
            let value = self.value(member.target, depth, true)?;
            Some(format!("{{{}:{value}}}", quoted(&member.name.wire)))
        })
    }

    /// A value of a shape, as JSON. `needed` says whether there must be one, even an empty one.
    fn value(&mut self, id: ShapeId, depth: usize, needed: bool) -> Option<String> {
        let shape = &self.model[id];
        let inner = depth.saturating_sub(1);
        match &shape.kind {
            Kind::Structure(_) => self.inside(id, |sketch| sketch.structure(id, inner)),
            Kind::Union(members) => self.inside(id, |sketch| sketch.union(members, inner)),
            Kind::List(item) => match (self.value(*item, inner, false), size(&shape.constraints)) {
                (Some(item), Some(size)) if size.saturating_mul(item.len()) <= ROOM => {
                    Some(format!("[{}]", vec![item; size].join(",")))
                }
                (Some(_) | None, _) => (needed && may_be_empty(&shape.constraints)).then(|| "[]".to_owned()),
            },
            Kind::Map { key, value } => match (self.value(*key, inner, false), self.value(*value, inner, false)) {
                (Some(key), Some(value)) => Some(format!("{{{key}:{value}}}")),
                (None, _) | (_, None) => (needed && may_be_empty(&shape.constraints)).then(|| "{}".to_owned()),
            },
            Kind::Enum(_)
            | Kind::Document
            | Kind::String
            | Kind::Integer
            | Kind::Long
            | Kind::Float
            | Kind::Double
            | Kind::Boolean
            | Kind::Blob
            | Kind::Timestamp(_) => scalar(self.model, id),
        }
    }

    /// Makes a value of a shape that has members, unless one is being made already.
    fn inside(&mut self, id: ShapeId, make: impl FnOnce(&mut Self) -> Option<String>) -> Option<String> {
        if self.open.contains(&id) {
            return None;
        }
        self.open.push(id);
        let value = make(self);
        self.open.pop();
        value
    }
}

fn is_nested(model: &Model, id: ShapeId) -> bool {
    match &model[id].kind {
        Kind::Structure(_) | Kind::Union(_) => true,
        Kind::List(item) => is_nested(model, *item),
        Kind::Map { value, .. } => is_nested(model, *value),
        Kind::String
        | Kind::Enum(_)
        | Kind::Integer
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::Boolean
        | Kind::Blob
        | Kind::Timestamp(_)
        | Kind::Document => false,
    }
}
