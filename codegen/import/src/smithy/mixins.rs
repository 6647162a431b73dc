//! Shapes as a Smithy model writes them -> shapes with everything that mixins and `apply` add to them.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::failure::ImportError;
use super::raw::{self, Member, Shape, Traits, Type};
use codegen_spec::Entries;

/// The trait that makes a shape a mixin.
const MIXIN: &str = "smithy.api#mixin";

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Mixin {
    #[serde(default)]
    local_traits: Vec<String>,
}

/// Resolves all shapes, by id.
///
/// # Errors
/// Where a mixin is missing or contains itself.
pub(super) fn resolve(shapes: Entries<Shape>) -> Result<BTreeMap<String, Shape>, ImportError> {
    let (applied, shapes): (Vec<_>, Vec<_>) = shapes.0.into_iter().partition(|(_, shape)| shape.r#type == Type::Apply);
    let shapes: BTreeMap<_, _> = shapes.into_iter().collect();
    let mut resolved = BTreeMap::new();
    for id in shapes.keys() {
        resolved.insert(id.clone(), flatten(id, &shapes, &mut Vec::new())?);
    }
    for (id, Shape { traits, .. }) in applied {
        apply(&id, traits, &mut resolved);
    }
    Ok(resolved)
}

/// Lays the traits of an `apply` over a shape or, as `shape$member`, over one of its members.
fn apply(id: &str, traits: Traits, shapes: &mut BTreeMap<String, Shape>) {
    match id.split_once('$') {
        None => {
            if let Some(shape) = shapes.get_mut(id) {
                shape.traits.extend(traits);
            }
        }
        Some((owner, name)) => {
            let Some(shape) = shapes.get_mut(owner) else { return };
            let named = shape.members.0.iter_mut().find(|(member, _)| member == name).map(|(_, member)| member);
            let part = match name {
                "member" => shape.member.as_mut(),
                "key" => shape.key.as_mut(),
                "value" => shape.value.as_mut(),
                _ => None,
            };
            if let Some(member) = named.or(part) {
                member.traits.extend(traits);
            }
        }
    }
}

fn flatten(id: &str, shapes: &BTreeMap<String, Shape>, open: &mut Vec<String>) -> Result<Shape, ImportError> {
    let place = format!("shape {id}");
    if open.iter().any(|outer| outer == id) {
        return Err(ImportError::new(place, "is a mixin of itself", "mend the model: take one of the mixins away"));
    }
    let Some(shape) = shapes.get(id) else {
        let user = open.last().map_or(place, |user| format!("shape {user}"));
        let message = format!("has the mixin `{id}`, which the model does not define");
        return Err(ImportError::new(user, message, "give the whole model"));
    };
    if shape.mixins.is_empty() {
        return Ok(shape.clone());
    }
    open.push(id.to_owned());
    let mut flat = Shape {
        traits: Traits::new(),
        members: Entries::default(),
        errors: Vec::new(),
        operations: Vec::new(),
        resources: Vec::new(),
        ..shape.clone()
    };
    for mixin in &shape.mixins {
        let mut mixed = flatten(&mixin.target, shapes, open)?;
        let mixin: Mixin = raw::value(&place, &mixed.traits, MIXIN)?.unwrap_or_default();
        mixed.traits.retain(|id, _| id != MIXIN && !mixin.local_traits.contains(id));
        add(&mut flat, mixed);
    }
    add(&mut flat, shape.clone());
    open.pop();
    Ok(flat)
}

/// Adds what a mixin, or the shape itself, says to what was said before it.
fn add(flat: &mut Shape, said: Shape) {
    flat.traits.extend(said.traits);
    for (name, Member { target, traits }) in said.members.0 {
        match flat.members.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => known.traits.extend(traits),
            None => flat.members.0.push((name, Member { target, traits })),
        }
    }
    flat.errors.extend(said.errors);
    flat.operations.extend(said.operations);
    flat.resources.extend(said.resources);
    flat.version = said.version.or(flat.version.take());
    flat.member = said.member.or(flat.member.take());
    flat.key = said.key.or(flat.key.take());
    flat.value = said.value.or(flat.value.take());
}
