//! A Smithy model and its service -> the operations of the service and the shapes they need, by name.

use std::collections::{BTreeMap, BTreeSet};

use super::super::failure::ImportError;
use super::raw::{Member, Shape, name};

/// What a service consists of.
pub(super) struct Closure<'m> {
    /// Operations by id, sorted by name.
    pub(super) operations: BTreeSet<&'m str>,
    /// The names of all shapes beside services, resources and operations, by id.
    pub(super) names: BTreeMap<&'m str, &'m str>,
}

/// Finds what a service consists of. Names lose their namespaces.
///
/// # Errors
/// Where two shapes then have the same name.
pub(super) fn closure<'m>(shapes: &'m BTreeMap<String, Shape>, service: &'m Shape) -> Result<Closure<'m>, ImportError> {
    let operations = operations(shapes, service);
    let mut names: BTreeMap<&str, &str> = BTreeMap::new();
    let mut ids: BTreeMap<&str, &str> = BTreeMap::new();
    let mut open: Vec<&str> = service.errors.iter().map(|error| error.target.as_str()).collect();
    for shape in operations.iter().filter_map(|id| shapes.get(*id)) {
        let targets = shape.input.iter().chain(&shape.output).chain(&shape.errors);
        open.extend(targets.map(|reference| reference.target.as_str()));
    }
    while let Some(id) = open.pop() {
        // what is not in the model is of the prelude, or missing: its user is told of it when it is read
        let Some(shape) = shapes.get(id) else { continue };
        if names.contains_key(id) {
            continue;
        }
        let name = service.rename.get(id).map_or_else(|| name(id), String::as_str);
        if let Some(other) = ids.insert(name, id) {
            return Err(ImportError::new(
                format!("shape {id}"),
                format!("without namespaces it has the name of `{other}`"),
                "give one of the two another name by `rename` of the service",
            ));
        }
        names.insert(id, name);
        open.extend(members(shape).map(|member| member.target.as_str()));
    }
    Ok(Closure { operations, names })
}

fn operations<'m>(shapes: &'m BTreeMap<String, Shape>, service: &'m Shape) -> BTreeSet<&'m str> {
    let mut operations = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut open = vec![service];
    while let Some(shape) = open.pop() {
        let life = &shape.lifecycle;
        let of_life = [&life.create, &life.put, &life.read, &life.update, &life.delete, &life.list];
        let targets = shape.operations.iter().chain(of_life.into_iter().flatten()).chain(&life.collection_operations);
        operations.extend(targets.map(|reference| reference.target.as_str()));
        let resources = shape.resources.iter().filter(|reference| seen.insert(reference.target.as_str()));
        open.extend(resources.filter_map(|reference| shapes.get(&reference.target)));
    }
    operations
}

/// Members of a shape, and what a list or map is made of.
pub(super) fn members(shape: &Shape) -> impl Iterator<Item = &Member> {
    let parts = shape.member.iter().chain(&shape.key).chain(&shape.value);
    shape.members.iter().map(|(_, member)| member).chain(parts)
}
