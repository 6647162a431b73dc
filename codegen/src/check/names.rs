//! Rules of names in Rust: what the description gives is an identifier, and no two things of one place share one.

use std::collections::BTreeMap;

use super::Problems;
use super::service::not_an_identifier;
use crate::model::{Kind, Model, Name, Origin, Shape};
use crate::names::is_identifier;
use crate::report::Problem;
use crate::spec::Spec;

pub(super) const IDENTIFIER_HELP: &str = "use ASCII letters, digits and underscores, starting with a letter";

/// Judges the names of a resolved description.
pub(crate) fn names(spec: &Spec, model: &Model) -> Vec<Problem> {
    let mut problems = Problems::default();
    given_names_are_identifiers(spec, &mut problems);
    types_differ(spec, model, &mut problems);
    operations_differ(spec, model, &mut problems);
    for shape in &model.shapes {
        members_differ(spec, shape, &mut problems);
    }
    problems.0
}

/// Every `rust_name` is an identifier.
fn given_names_are_identifiers(spec: &Spec, problems: &mut Problems) {
    let mut judge = |source: usize, keys: &[&str], name: &str| {
        if !is_identifier(name) {
            problems.add(source, keys, not_an_identifier(name), IDENTIFIER_HELP);
        }
    };
    for (source, name, operation) in &spec.operations {
        if let Some(given) = &operation.rust_name {
            judge(*source, &["operations", name, "rust_name"], given);
        }
    }
    for (source, name, shape) in &spec.shapes {
        if let Some(given) = &shape.rust_name {
            judge(*source, &["shapes", name, "rust_name"], given);
        }
        for (value, given) in shape.rust_names.iter().flat_map(|names| names.iter()) {
            judge(*source, &["shapes", name, "rust_names", value], given);
        }
        for (member, description) in shape.members.iter().flat_map(|members| members.iter()) {
            if let Some(given) = &description.rust_name {
                judge(*source, &["shapes", name, "members", member, "rust_name"], given);
            }
        }
    }
    for (source, name, error) in &spec.errors {
        if let Some(given) = &error.rust_name {
            judge(*source, &["errors", name, "rust_name"], given);
        }
        for (member, description) in error.members.iter() {
            if let Some(given) = &description.rust_name {
                judge(*source, &["errors", name, "members", member, "rust_name"], given);
            }
        }
    }
}

/// No two shapes or errors have one Rust name, be it of a type, a function or a static.
fn types_differ(spec: &Spec, model: &Model, problems: &mut Problems) {
    let described = model.shapes.iter().filter(|shape| shape.origin != Origin::Plain);
    for (first, second) in collisions(described.map(|shape| (shape.name.camel.to_lowercase(), shape))) {
        let (section, source) = section_of(spec, second);
        problems.add(
            source,
            &[section, &second.name.wire],
            format!("`{}` is already the Rust name of `{}`", second.name.camel, first.name.wire),
            "give one of the two another name with `rust_name`",
        );
    }
}

/// No two operations have one method.
fn operations_differ(spec: &Spec, model: &Model, problems: &mut Problems) {
    let operations = model.operations.iter().map(|operation| (operation.name.snake.clone(), &operation.name));
    for (first, second) in collisions(operations) {
        let found = spec.operations.iter().find(|(_, name, _)| *name == second.wire);
        problems.add(
            found.map_or(0, |(source, ..)| *source),
            &["operations", &second.wire],
            format!("`{}` is already the method of `{}`", second.snake, first.wire),
            "give one of the two another name with `rust_name`",
        );
    }
}

/// No two members of a structure have one field, no two of a union or values of an enum one variant.
fn members_differ(spec: &Spec, shape: &Shape, problems: &mut Problems) {
    let (section, source) = section_of(spec, shape);
    let structure = &shape.name.wire;
    let mut judge = |names: Vec<(String, &Name)>, keys: &dyn Fn(&Name) -> Vec<String>, what: &str, help: &str| {
        for (first, second) in collisions(names.into_iter()) {
            let rust = if what == "field" { &second.snake } else { &second.camel };
            let path: Vec<_> = [section.to_owned(), structure.clone()].into_iter().chain(keys(second)).collect();
            let path: Vec<_> = path.iter().map(String::as_str).collect();
            let message = format!("`{}` has the {what} `{rust}`, as `{}` has", second.wire, first.wire);
            problems.add(source, &path, message, help);
        }
    };
    let member_keys = |name: &Name| vec!["members".to_owned(), name.wire.clone()];
    let value_keys = |_: &Name| vec!["enum".to_owned()];
    let member_help = "give one of the two another name with `rust_name`";
    match &shape.kind {
        Kind::Structure(structure) => {
            let names = structure.members.iter().map(|member| (member.name.snake.clone(), &member.name));
            judge(names.collect(), &member_keys, "field", member_help);
        }
        Kind::Union(members) => {
            let names = members.iter().map(|member| (member.name.camel.clone(), &member.name));
            judge(names.collect(), &member_keys, "variant", member_help);
        }
        Kind::Enum(values) => {
            let names = values.variants.iter().map(|name| (name.camel.clone(), name));
            let help = "give one of the two another name with `rust_names: { value: Name }`";
            judge(names.collect(), &value_keys, "variant", help);
        }
        Kind::List(_)
        | Kind::Map { .. }
        | Kind::String
        | Kind::Integer
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::Boolean
        | Kind::Blob
        | Kind::Timestamp(_)
        | Kind::Document => {}
    }
}

/// The pairs of things that share a Rust name: the first that has it, and each further one.
fn collisions<T: Copy>(named: impl Iterator<Item = (String, T)>) -> Vec<(T, T)> {
    let mut first = BTreeMap::new();
    let mut found = Vec::new();
    for (name, thing) in named {
        match first.get(&name) {
            Some(&earlier) => found.push((earlier, thing)),
            None => {
                first.insert(name, thing);
            }
        }
    }
    found
}

fn section_of(spec: &Spec, shape: &Shape) -> (&'static str, usize) {
    let name = &shape.name.wire;
    match shape.origin {
        Origin::Error => {
            ("errors", spec.errors.iter().find(|(_, error, _)| error == name).map_or(0, |(source, ..)| *source))
        }
        Origin::Described | Origin::Plain => {
            ("shapes", spec.shapes.iter().find(|(_, shape, _)| shape == name).map_or(0, |(source, ..)| *source))
        }
    }
}
