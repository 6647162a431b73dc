//! Names that would be one in Rust -> names of their own, by `rust_name` and `rust_names`.

use std::collections::HashSet;

use super::draft::Draft;
use crate::names;
use crate::spec::{Entries, Member, Shape, Type};

/// Gives a name of its own to each operation, type, field and variant that would share one in Rust. What has a
/// `rust_name` keeps it; among the others the first keeps the plain name.
pub(super) fn disambiguate(draft: &mut Draft) {
    let operations = draft.operations.iter_mut().map(|(name, operation)| (name.as_str(), &mut operation.rust_name));
    rename(operations.collect(), names::snake_name, |name, number| format!("{}{number}", names::type_name(name)));
    for shape in draft.shapes.values_mut() {
        if let Some(members) = &mut shape.members {
            fields(members);
        }
        variants(shape);
    }
    draft.errors.values_mut().for_each(|error| fields(&mut error.members));
    let errors = draft.errors.iter_mut().map(|(name, error)| (name.as_str(), &mut error.rust_name));
    let shapes = draft.shapes.iter_mut().filter(|(_, shape)| has_type(shape));
    let shapes = shapes.map(|(name, shape)| (name.as_str(), &mut shape.rust_name));
    rename(errors.chain(shapes).collect(), names::type_name, |name, number| {
        format!("{}{number}", names::type_name(name))
    });
}

/// Whether a shape is a type in Rust; others are spelled out where they are used.
fn has_type(shape: &Shape) -> bool {
    match shape.r#type {
        Type::Structure | Type::Union => true,
        Type::String => shape.r#enum.is_some(),
        Type::List
        | Type::Map
        | Type::Integer
        | Type::Long
        | Type::Float
        | Type::Double
        | Type::Boolean
        | Type::Blob
        | Type::Timestamp
        | Type::Document => false,
    }
}

fn fields(members: &mut Entries<Member>) {
    let names = members.0.iter_mut().map(|(name, member)| (name.as_str(), &mut member.rust_name)).collect();
    rename(names, names::snake_name, |name, number| format!("{}_{number}", names::snake_part(name)));
}

fn variants(shape: &mut Shape) {
    let Some(values) = &shape.r#enum else { return };
    let given = shape.rust_names.take().unwrap_or_default();
    let mut chosen: Vec<_> = values.iter().map(|value| (value, given.get(value).cloned())).collect();
    let names = chosen.iter_mut().map(|(value, name)| (value.as_str(), name)).collect();
    rename(names, names::variant_name, |value, number| format!("{}{number}", names::variant_name(value)));
    let names: Vec<_> = chosen.into_iter().filter_map(|(value, name)| Some((value.clone(), name?))).collect();
    shape.rust_names = if names.is_empty() { None } else { Some(Entries(names)) };
}

/// Gives names where `rule` makes the same of two: `numbered` spells the further ones, from 2.
fn rename(
    mut entries: Vec<(&str, &mut Option<String>)>,
    rule: impl Fn(&str) -> String,
    numbered: impl Fn(&str, usize) -> String,
) {
    // what is given passes the rule too, since `rust_name: type` and the member `type` are one field
    let mut taken: HashSet<_> = entries.iter().filter_map(|(_, given)| given.as_deref().map(&rule)).collect();
    for (name, given) in &mut entries {
        if given.is_some() || taken.insert(rule(name)) {
            continue;
        }
        let mut number = 2;
        while !taken.insert(rule(&numbered(name, number))) {
            number += 1;
        }
        **given = Some(numbered(name, number));
    }
}
