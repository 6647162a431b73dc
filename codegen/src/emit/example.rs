//! A wire example of an operation: the smallest request it takes, and an answer to it.

/// What a server writes: this crate has its sources, as every output has.
#[path = "../../runtime/src/timestamp/text.rs"]
mod date;
mod scalar;

use std::fmt::Write as _;

use crate::model::{Kind, Member, Model, Operation, Presence, ShapeId};

pub(super) use scalar::{json, scalar};
use scalar::{quoted, size};

/// How deep structures of an answer are shown.
const DEPTH: usize = 2;

/// How many members of one structure of an answer are shown, beyond the required ones.
const BREADTH: usize = 6;

/// The example as a section of the operation's documentation.
pub(super) fn markdown(model: &Model, operation: &Operation) -> String {
    let request = operation.input.map(|input| whole(model, input, Which::Required));
    let response = operation.output.map(|output| whole(model, output, Which::Some));
    let mut text = String::from("\n\n# Example\n");
    let _ = write!(text, "\n```json\n{}\n```", request.as_deref().unwrap_or("{}"));
    match response {
        Some(response) => {
            let _ = write!(text, "\n\nmay be answered with\n\n```json\n{response}\n```");
        }
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

fn whole(model: &Model, id: ShapeId, which: Which) -> String {
    let example = Sketch { model, which, open: Vec::new() }.structure(id, DEPTH);
    example.unwrap_or_else(|| "{}".to_owned())
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
        let mut members = Vec::new();
        for (_, member) in model[id].kind.members().iter().enumerate().filter(shown) {
            let is_required = member.presence == Presence::Required;
            match member
                .example
                .as_ref()
                .map(|example| json(&model[member.target].kind, example))
                .or_else(|| self.value(member.target, depth, is_required))
            {
                Some(value) => members.push(format!("{}:{value}", quoted(&member.name.wire))),
                None if is_required => return None,
                None => {}
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
            Kind::List(item) => match self.value(*item, inner, false) {
                Some(item) => Some(format!("[{}]", vec![item; size(&shape.constraints).unwrap_or(1)].join(","))),
                None => needed.then(|| "[]".to_owned()),
            },
            Kind::Map { key, value } => match (self.value(*key, inner, false), self.value(*value, inner, false)) {
                (Some(key), Some(value)) => Some(format!("{{{key}:{value}}}")),
                (None, _) | (_, None) => needed.then(|| "{}".to_owned()),
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
