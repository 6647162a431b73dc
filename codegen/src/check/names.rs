//! Rules of names in Rust: what the description gives is an identifier, and no two things of one place share one.

use std::collections::BTreeMap;

use super::Problems;
use crate::model::{Kind, Model, Name, Origin, Shape};
use crate::names::{is_identifier, is_reserved_type, type_name};
use crate::report::Problem;
use crate::resolve::Index;
use crate::spec::{Entries, Spec};

const IDENTIFIER_HELP: &str = "use ASCII letters, digits and underscores, starting with a letter";

/// Judges the names of a resolved description.
pub(crate) fn names(spec: &Spec, index: &Index<'_>, model: &Model) -> Vec<Problem> {
    let mut problems = Problems::default();
    types_differ(index, model, &mut problems);
    trait_differs_from_types(index, model, &mut problems);
    operations_differ(spec, model, &mut problems);
    for shape in &model.shapes {
        members_differ(index, shape, &mut problems);
    }
    problems.0
}

/// Every `rust_name` is an identifier, and one that names a type or a variant looks like it and is free.
pub(super) fn given_names(spec: &Spec, problems: &mut Problems) {
    let mut judge = |source: usize, keys: &[&str], given: Option<&String>, is_name: fn(&str) -> Judged| {
        if let Some(Err((message, help))) = given.map(String::as_str).map(is_name) {
            problems.add(source, keys, message, help);
        }
    };
    for (source, name, operation) in &spec.operations {
        judge(*source, &["operations", name, "rust_name"], operation.rust_name.as_ref(), is_name_of_a_type);
    }
    for (source, name, shape) in &spec.shapes {
        judge(*source, &["shapes", name, "rust_name"], shape.rust_name.as_ref(), is_name_of_a_type);
        for (value, given) in shape.rust_names.iter().flat_map(Entries::iter) {
            judge(*source, &["shapes", name, "rust_names", value], Some(given), is_name_of_a_variant);
        }
        for (member, description) in shape.members.iter().flat_map(Entries::iter) {
            let keys = ["shapes", name, "members", member, "rust_name"];
            judge(*source, &keys, description.rust_name.as_ref(), is_name);
        }
    }
    for (source, name, error) in &spec.errors {
        judge(*source, &["errors", name, "rust_name"], error.rust_name.as_ref(), is_name_of_a_type);
        for (member, description) in error.members.iter() {
            let keys = ["errors", name, "members", member, "rust_name"];
            judge(*source, &keys, description.rust_name.as_ref(), is_name);
        }
    }
}

/// Nothing, or what is wrong with a name and how to mend it.
type Judged = Result<(), (String, String)>;

fn is_name(name: &str) -> Judged {
    if is_identifier(name) {
        return Ok(());
    }
    Err((format!("`{name}` is not a Rust identifier"), IDENTIFIER_HELP.to_owned()))
}

/// The names of types start with a capital, so that they meet no keyword and no type of the language.
pub(super) fn is_name_of_a_type(name: &str) -> Judged {
    is_capitalized(name)?;
    if is_reserved_type(name) {
        let message = format!("generated code means something else by `{name}`");
        return Err((message, format!("give another name, such as `{}`", type_name(name))));
    }
    Ok(())
}

fn is_name_of_a_variant(name: &str) -> Judged {
    is_capitalized(name)?;
    if name == "Unknown" {
        let message = "`Unknown` is the variant of the values that the description does not list".to_owned();
        return Err((message, "give another name, such as `UnknownValue`".to_owned()));
    }
    Ok(())
}

fn is_capitalized(name: &str) -> Judged {
    is_name(name)?;
    if name.starts_with(|first: char| first.is_ascii_uppercase()) {
        return Ok(());
    }
    Err((
        format!("`{name}` does not start with a capital"),
        format!("use upper camel case, such as `{}`", type_name(name)),
    ))
}

/// No two shapes or errors have one Rust name, be it of a type, a function or a static.
fn types_differ(index: &Index<'_>, model: &Model, problems: &mut Problems) {
    let described = || model.shapes.iter().filter(|shape| shape.origin != Origin::Plain);
    let of_types = collisions(described().map(|shape| (&*shape.name.camel, shape)));
    let of_statics = collisions(described().map(|shape| (&*shape.name.upper, shape)));
    let only_statics = of_statics.into_iter().filter(|(first, second)| first.name.camel != second.name.camel);
    let named = of_types.into_iter().map(|pair| (pair, &pair.1.name.camel));
    for ((first, second), name) in named.chain(only_statics.map(|pair| (pair, &pair.1.name.upper))) {
        let (section, source) = section_of(index, second);
        let what = if first.origin == Origin::Error { "error" } else { "shape" };
        problems.add(
            source,
            &[section, &second.name.wire],
            format!("`{name}` is already the Rust name of the {what} `{}`", first.name.wire),
            "give one of the two another name with `rust_name`",
        );
    }
}

/// The trait that a server implements stands beside the types of its methods.
fn trait_differs_from_types(index: &Index<'_>, model: &Model, problems: &mut Problems) {
    let name = &model.service.name.camel;
    let typed = model.shapes.iter().filter(|shape| shape.origin == Origin::Described);
    let has_type = |shape: &&Shape| matches!(shape.kind, Kind::Structure(_) | Kind::Union(_) | Kind::Enum(_));
    if let Some(shape) = typed.filter(has_type).find(|shape| shape.name.camel == *name) {
        let (section, source) = section_of(index, shape);
        problems.add(
            source,
            &[section, &shape.name.wire],
            format!("`{name}` is already the Rust name of the service's trait"),
            "give one of the two another name with `rust_name`",
        );
    }
}

/// No two operations have one method.
fn operations_differ(spec: &Spec, model: &Model, problems: &mut Problems) {
    let operations = model.operations.iter().map(|operation| (&*operation.name.snake, &operation.name));
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
fn members_differ(index: &Index<'_>, shape: &Shape, problems: &mut Problems) {
    let (section, source) = section_of(index, shape);
    let structure = &shape.name.wire;
    let mut judge = |names: Vec<(&str, &Name)>, keys: &dyn Fn(&Name) -> Vec<String>, what: &str, help: &str| {
        for (first, second) in collisions(names.into_iter()) {
            let rust = if what == "field" { &second.snake } else { &second.camel };
            let path: Vec<_> = [section.to_owned(), structure.clone()].into_iter().chain(keys(second)).collect();
            let path: Vec<_> = path.iter().map(String::as_str).collect();
            let message = format!("{} has the {what} `{rust}`, as {} has", quoted(&second.wire), quoted(&first.wire));
            problems.add(source, &path, message, help);
        }
    };
    let member_keys = |name: &Name| vec!["members".to_owned(), name.wire.clone()];
    let member_help = "give one of the two another name with `rust_name`";
    match &shape.kind {
        Kind::Structure(structure) => {
            let names = structure.members.iter().map(|member| (&*member.name.snake, &member.name));
            judge(names.collect(), &member_keys, "field", member_help);
        }
        Kind::Union(members) => {
            let names = members.iter().map(|member| (&*member.name.camel, &member.name));
            judge(names.collect(), &member_keys, "variant", member_help);
        }
        Kind::Enum(values) => {
            let names = values.variants.iter().map(|name| (&*name.camel, name));
            let help = "give one of the two another name with `rust_names: { value: Name }`";
            let value_keys = |name: &Name| {
                let position = values.variants.iter().position(|variant| variant.wire == name.wire);
                ["enum".to_owned()].into_iter().chain(position.map(|position| position.to_string())).collect()
            };
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
fn collisions<'n, T: Copy>(named: impl Iterator<Item = (&'n str, T)>) -> Vec<(T, T)> {
    let mut first = BTreeMap::new();
    let mut found = Vec::new();
    for (name, thing) in named {
        match first.get(name) {
            Some(&earlier) => found.push((earlier, thing)),
            None => {
                first.insert(name, thing);
            }
        }
    }
    found
}

fn quoted(name: &str) -> String {
    if name.is_empty() { "the empty text".to_owned() } else { format!("`{name}`") }
}

fn section_of(index: &Index<'_>, shape: &Shape) -> (&'static str, usize) {
    let name = &shape.name.wire;
    let (section, id) = match shape.origin {
        Origin::Error => ("errors", index.error(name)),
        Origin::Described | Origin::Plain => ("shapes", index.shape(name)),
    };
    (section, id.map_or(0, |id| index.source(id)))
}
