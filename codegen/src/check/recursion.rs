//! Rules of shapes that contain themselves: a value must be able to end, and a type must be able to be written.

use super::Problems;
use crate::model::ShapeId;
use crate::resolve::{Entry, Index};
use crate::spec::{Entries, Length, Shape, Spec, Type};

pub(super) fn recursion(spec: &Spec, index: &Index<'_>, problems: &mut Problems) {
    ends(spec, index, problems);
    has_a_type(spec, index, problems);
}

/// Some value of each structure and union is finite. Of those that only contain one another, the first is told.
fn ends(spec: &Spec, index: &Index<'_>, problems: &mut Problems) {
    let finite = finite(index);
    let endless = |id: ShapeId| needs(index, id).into_iter().filter(|(_, target)| !finite[target.0]).collect();
    let mut told = vec![false; finite.len()];
    for (source, name, shape) in &spec.shapes {
        let Some(id) = index.shape(name).filter(|id| !finite[id.0] && !told[id.0]) else { continue };
        if !matches!(shape.r#type, Type::Structure | Type::Union) {
            continue;
        }
        let circle = circle(index, id, &endless);
        let Some((member, _)) = endless(id).into_iter().find(|(_, target)| *target == id || circle.contains(target))
        else {
            continue;
        };
        for member in circle {
            told[member.0] = true;
        }
        let (keys, message) = if shape.r#type == Type::Union {
            (
                vec!["shapes", name],
                format!("every member of `{name}` contains another `{name}`, so that no value could end"),
            )
        } else {
            let message = format!("`{name}` requires itself through this member, so that no value of it could end");
            (vec!["shapes", name, "members", member], message)
        };
        let help = if shape.r#type == Type::Union {
            "add a member that does not, or make one on the way optional"
        } else {
            "make one of the members on the way optional, or put a list between that may be empty"
        };
        problems.add(*source, &keys, message, help);
    }
}

/// For each id, whether some value of the shape is finite.
fn finite(index: &Index<'_>) -> Vec<bool> {
    let mut finite = vec![false; index.entries().count()];
    loop {
        let found: Vec<usize> = index
            .entries()
            .enumerate()
            .filter(|(id, (_, entry))| !finite[*id] && is_finite(index, ShapeId(*id), *entry, &finite))
            .map(|(id, _)| id)
            .collect();
        if found.is_empty() {
            return finite;
        }
        for id in found {
            finite[id] = true;
        }
    }
}

fn is_finite(index: &Index<'_>, id: ShapeId, entry: Entry<'_>, finite: &[bool]) -> bool {
    let mut needed = needs(index, id).into_iter();
    let chooses = entry.r#type() == Type::Union && needed.len() > 0;
    if chooses { needed.any(|(_, target)| finite[target.0]) } else { needed.all(|(_, target)| finite[target.0]) }
}

/// The shapes of which a value holds others: all of them, or for a union one; and by which member. What is not
/// described is told elsewhere.
fn needs<'s>(index: &Index<'s>, id: ShapeId) -> Vec<(&'s str, ShapeId)> {
    let Entry::Shape(shape) = index.entry(id) else { return Vec::new() };
    let target = |name: &str| index.shape(name);
    match shape.r#type {
        Type::Structure | Type::Union => shape
            .members
            .iter()
            .flat_map(Entries::iter)
            .filter(|(_, member)| member.required || shape.r#type == Type::Union)
            .filter_map(|(name, member)| Some((name, target(&member.target)?)))
            .collect(),
        Type::List | Type::Map if is_never_empty(shape) => {
            let elements = [shape.member.as_deref(), shape.value.as_deref()].into_iter().flatten();
            elements.filter_map(|element| Some(("", target(element)?))).collect()
        }
        Type::List
        | Type::Map
        | Type::String
        | Type::Integer
        | Type::Long
        | Type::Float
        | Type::Double
        | Type::Boolean
        | Type::Blob
        | Type::Timestamp
        | Type::Document => Vec::new(),
    }
}

fn is_never_empty(shape: &Shape) -> bool {
    let length = shape.wire.as_ref().and_then(|wire| wire.length).or(shape.length);
    matches!(length, Some(Length { min: Some(1..), .. }))
}

/// The shapes that need `id` and that it needs, itself included if it needs itself.
fn circle<'s>(index: &Index<'s>, id: ShapeId, next: &dyn Fn(ShapeId) -> Vec<(&'s str, ShapeId)>) -> Vec<ShapeId> {
    let all = (0..index.entries().count()).map(ShapeId);
    let ahead = reach(id, next);
    all.filter(|other| ahead.contains(other) && reach(*other, next).contains(&id)).collect()
}

/// All that is reached from `id` in one step or more.
fn reach<'s>(id: ShapeId, next: &dyn Fn(ShapeId) -> Vec<(&'s str, ShapeId)>) -> Vec<ShapeId> {
    let mut reached = Vec::new();
    let mut pending = vec![id];
    while let Some(id) = pending.pop() {
        for (_, target) in next(id) {
            if !reached.contains(&target) {
                reached.push(target);
                pending.push(target);
            }
        }
    }
    reached
}

/// Lists and maps have no types of their own, so that one that contains itself must do so through a structure or
/// union. Of those that contain one another, the first is told.
fn has_a_type(spec: &Spec, index: &Index<'_>, problems: &mut Problems) {
    let element = |id: ShapeId| match index.entry(id) {
        Entry::Shape(shape) if matches!(shape.r#type, Type::List | Type::Map) => {
            let element = shape.member.as_deref().or(shape.value.as_deref());
            element.and_then(|element| Some(("", index.shape(element)?))).into_iter().collect()
        }
        Entry::Shape(_) | Entry::Error(_) | Entry::Plain(_) => Vec::new(),
    };
    let mut told = Vec::new();
    for (source, name, _) in &spec.shapes {
        let Some(id) = index.shape(name).filter(|id| !told.contains(id)) else { continue };
        let reached = reach(id, &element);
        if reached.contains(&id) {
            problems.add(
                *source,
                &["shapes", name],
                format!("`{name}` contains itself without a structure or union between"),
                "put a structure between: lists and maps have no types of their own",
            );
            told.extend(reached);
        }
    }
}
