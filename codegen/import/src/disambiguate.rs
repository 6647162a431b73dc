//! Names that would be one in Rust -> names of their own, by `rust_name` and `rust_names`.

use std::collections::HashSet;

use super::draft::Draft;
use codegen_spec::names;
use codegen_spec::{Entries, Member, Shape, Type};

/// Gives a name of its own to each operation, shape, field and variant that would share one in Rust. What has a
/// `rust_name` keeps it; among the others the first keeps the plain name.
pub(super) fn disambiguate(draft: &mut Draft) {
    let operations = draft.operations.iter_mut().map(|(name, operation)| (name.as_str(), &mut operation.rust_name));
    rename(operations.collect(), None, names::snake_name, numbered_type);
    for shape in draft.shapes.values_mut() {
        let rule = if shape.r#type == Type::Union { names::variant_name } else { names::snake_name };
        if let Some(members) = &mut shape.members {
            members_of(members, rule);
        }
        variants(shape);
    }
    draft.errors.values_mut().for_each(|error| members_of(&mut error.members, names::snake_name));
    let service = draft.service.rust_name.as_ref().unwrap_or(&draft.service.title);
    let errors = draft.errors.iter_mut().map(|(name, error)| (name.as_str(), &mut error.rust_name));
    let shapes = draft.shapes.iter_mut().map(|(name, shape)| (name.as_str(), &mut shape.rust_name));
    rename(errors.chain(shapes).collect(), Some(service), names::type_name, numbered_type);
}

fn numbered_type(name: &str, number: usize) -> String {
    format!("{}{number}", names::type_name(name))
}

/// Members share a field of a structure, or a variant of a union.
fn members_of(members: &mut Entries<Member>, rule: fn(&str) -> String) {
    let members = members.0.iter_mut().map(|(name, member)| (name.as_str(), &mut member.rust_name));
    rename(members.collect(), None, rule, |name, number| format!("{}_{number}", names::snake_part(name)));
}

fn variants(shape: &mut Shape) {
    let Some(values) = &shape.r#enum else { return };
    let given = shape.rust_names.take().unwrap_or_default();
    let mut chosen: Vec<_> = values.iter().map(|value| (value, given.get(value).cloned())).collect();
    let names = chosen.iter_mut().map(|(value, name)| (value.as_str(), name)).collect();
    rename(names, None, names::variant_name, |value, number| format!("{}{number}", names::variant_name(value)));
    let names: Vec<_> = chosen.into_iter().filter_map(|(value, name)| Some((value.clone(), name?))).collect();
    shape.rust_names = if names.is_empty() { None } else { Some(Entries(names)) };
}

/// Gives names where `rule` makes the same of two, or of one and what is `taken` already: `numbered` spells the
/// further ones, from 2.
fn rename(
    mut entries: Vec<(&str, &mut Option<String>)>,
    taken: Option<&String>,
    rule: fn(&str) -> String,
    numbered: fn(&str, usize) -> String,
) {
    // what is given passes the rule too, since `rust_name: type` and the member `type` are one field
    let given = entries.iter().filter_map(|(_, given)| given.as_ref());
    let mut taken: HashSet<_> = given.chain(taken).map(|name| rule(name)).collect();
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
