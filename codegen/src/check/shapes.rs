//! Rules of shapes and their members.

use super::{Problems, did_you_mean};
use crate::model::ShapeId;
use crate::resolve::{Entry, Index};
use crate::spec::{Entries, Length, Member, Number, Shape, Spec, Type};

pub(super) fn shapes(spec: &Spec, index: &Index<'_>, problems: &mut Problems) {
    for (position, (source, name, shape)) in spec.shapes.iter().enumerate() {
        let at = At { source: *source, section: "shapes", name };
        if spec.shapes.iter().take(position).any(|(_, earlier, _)| earlier == name) {
            at.add(&[], "another file describes this shape too", "keep one of the two", problems);
        }
        keys_suit_the_type(at, shape, problems);
        targets_are_described(at, shape, index, problems);
        map_keys_are_texts(at, shape, index, problems);
        length_is_possible(at, &["length"], shape.length, problems);
        length_is_possible(at, &["wire", "length"], shape.wire.as_ref().and_then(|wire| wire.length), problems);
        range_is_possible(at, shape, problems);
        enum_values_differ(at, shape, problems);
        variant_names_are_of_values(at, shape, problems);
        union_has_a_choice(at, shape, problems);
        members(at, shape.members.as_ref(), index, problems);
    }
    for (position, (source, name, error)) in spec.errors.iter().enumerate() {
        let at = At { source: *source, section: "errors", name };
        if spec.errors.iter().take(position).any(|(_, earlier, _)| earlier == name) {
            at.add(&[], "another file describes this error too", "keep one of the two", problems);
        }
        members(at, Some(&error.members), index, problems);
    }
    can_be_built(spec, index, problems);
}

/// The shape or error that is judged.
#[derive(Clone, Copy)]
struct At<'s> {
    source: usize,
    section: &'static str,
    name: &'s str,
}

impl At<'_> {
    fn add(self, keys: &[&str], message: impl Into<String>, help: impl Into<String>, problems: &mut Problems) {
        let keys: Vec<_> = [self.section, self.name].into_iter().chain(keys.iter().copied()).collect();
        problems.add(self.source, &keys, message, help);
    }
}

/// The keys beside `type` belong to that type, and those it cannot do without are there.
fn keys_suit_the_type(at: At<'_>, shape: &Shape, problems: &mut Problems) {
    use Type::{Blob, Double, Float, Integer, List, Long, Map, String, Structure, Timestamp, Union};
    let present: [(&str, bool, &[Type]); 14] = [
        ("members", shape.members.is_some(), &[Structure, Union]),
        ("member", shape.member.is_some(), &[List]),
        ("key", shape.key.is_some(), &[Map]),
        ("value", shape.value.is_some(), &[Map]),
        ("format", shape.format.is_some(), &[Timestamp]),
        ("enum", shape.r#enum.is_some(), &[String]),
        ("rust_names", shape.rust_names.is_some(), &[String]),
        ("length", shape.length.is_some(), &[String, List, Map, Blob]),
        ("range", shape.range.is_some(), &[Integer, Long, Float, Double]),
        ("pattern", shape.pattern.is_some(), &[String]),
        ("unique_items", shape.unique_items, &[List]),
        ("wire", shape.wire.as_ref().is_some_and(|wire| wire.pattern.is_some()), &[String]),
        ("wire", shape.wire.as_ref().is_some_and(|wire| wire.length.is_some()), &[String, List, Map, Blob]),
        ("example", shape.example.is_some(), &[
            String, Integer, Long, Float, Double, Blob, Timestamp, Type::Boolean,
        ]),
    ];
    for (key, is_present, types) in present {
        if is_present && !types.contains(&shape.r#type) {
            let suitable: Vec<_> = types.iter().map(|r#type| r#type.word()).collect();
            at.add(
                &[key],
                format!("a {} has no `{key}`", shape.r#type.word()),
                format!("`{key}` is for: {}", suitable.join(", ")),
                problems,
            );
        }
    }
    let needed: &[(&str, bool)] = match shape.r#type {
        List => &[("member", shape.member.is_none())],
        Map => &[("key", shape.key.is_none()), ("value", shape.value.is_none())],
        Structure | Union | String | Integer | Long | Float | Double | Type::Boolean | Blob | Timestamp
        | Type::Document => &[],
    };
    for (key, missing) in needed.iter().filter(|(_, missing)| *missing) {
        debug_assert!(missing);
        at.add(
            &[],
            format!("a {} needs the key `{key}`", shape.r#type.word()),
            format!("say `{key}: ` and the name of a shape, or a type such as `string`"),
            problems,
        );
    }
}

/// What a list, map or member refers to is described, or is the word of a type without keys.
fn targets_are_described(at: At<'_>, shape: &Shape, index: &Index<'_>, problems: &mut Problems) {
    for (key, target) in [("member", &shape.member), ("key", &shape.key), ("value", &shape.value)] {
        if let Some(target) = target {
            target_is_described(at, &[key], target, index, problems);
        }
    }
}

fn target_is_described(at: At<'_>, keys: &[&str], target: &str, index: &Index<'_>, problems: &mut Problems) {
    if index.shape(target).is_none() {
        let help = did_you_mean(target, index.shape_names(), "describe it under `shapes`, or use a type such as `string`");
        at.add(keys, format!("no shape is named `{target}`"), help, problems);
    }
}

/// The keys of a map are texts, as JSON has no others.
fn map_keys_are_texts(at: At<'_>, shape: &Shape, index: &Index<'_>, problems: &mut Problems) {
    let Some(key) = &shape.key else { return };
    if index.shape(key).is_some_and(|id| index.entry(id).r#type() != Type::String) {
        at.add(&["key"], format!("`{key}` is not a string"), "the keys of a map are strings or enums", problems);
    }
}

/// Some size is within the bounds, and there is a bound.
fn length_is_possible(at: At<'_>, keys: &[&str], length: Option<Length>, problems: &mut Problems) {
    match length {
        Some(Length { min: Some(min), max: Some(max) }) if min > max => {
            at.add(keys, format!("no length is at least {min} and at most {max}"), "swap `min` and `max`", problems);
        }
        Some(Length { min: None, max: None }) => {
            at.add(keys, "neither `min` nor `max` is given", "give one of them, or remove `length`", problems);
        }
        Some(_) | None => {}
    }
}

/// Some number of the type is within the bounds, and there is a bound.
fn range_is_possible(at: At<'_>, shape: &Shape, problems: &mut Problems) {
    let Some(range) = shape.range else { return };
    let whole = matches!(shape.r#type, Type::Integer | Type::Long);
    for (key, bound) in [("min", range.min), ("max", range.max)] {
        let Some(bound) = bound else { continue };
        if whole && bound.as_i64().is_none() {
            let message = format!("{} is not a whole number", bound.as_f64());
            at.add(&["range", key], message, "bounds of whole numbers are whole", problems);
        }
        let too_great = bound.as_i64().is_some_and(|bound| i32::try_from(bound).is_err());
        if shape.r#type == Type::Integer && too_great {
            let help = "an integer has 32 bits: use `type: long`, or a bound from -2147483648 to 2147483647";
            at.add(&["range", key], "no integer reaches this bound", help, problems);
        }
    }
    match (range.min, range.max) {
        (Some(min), Some(max)) if is_greater(min, max) => {
            at.add(&["range"], format!("no number is at least {min} and at most {max}"), "swap `min` and `max`", problems);
        }
        (None, None) => {
            at.add(&["range"], "neither `min` nor `max` is given", "give one of them, or remove `range`", problems);
        }
        (Some(_) | None, Some(_) | None) => {}
    }
}

fn is_greater(a: Number, b: Number) -> bool {
    match (a, b) {
        (Number::Integer(a), Number::Integer(b)) => a > b,
        (Number::Integer(_) | Number::Float(_), Number::Integer(_) | Number::Float(_)) => a.as_f64() > b.as_f64(),
    }
}

/// An enum has values, and no two are equal.
fn enum_values_differ(at: At<'_>, shape: &Shape, problems: &mut Problems) {
    let Some(values) = &shape.r#enum else { return };
    if values.is_empty() {
        at.add(&["enum"], "an enum without values has no value", "list its values, or remove `enum`", problems);
    }
    for (position, value) in values.iter().enumerate() {
        if values.iter().take(position).any(|earlier| earlier == value) {
            let keys = ["enum", &position.to_string()];
            at.add(&keys, format!("`{value}` is listed twice"), "remove one of the two", problems);
        }
    }
}

/// `rust_names` names values that the enum lists.
fn variant_names_are_of_values(at: At<'_>, shape: &Shape, problems: &mut Problems) {
    let (Some(names), values) = (&shape.rust_names, shape.r#enum.as_deref().unwrap_or_default()) else { return };
    for (value, _) in names.iter() {
        if !values.iter().any(|listed| listed == value) {
            let help = did_you_mean(value, values.iter().map(String::as_str), "the keys are the enum's values");
            at.add(&["rust_names", value], format!("the enum does not list `{value}`"), help, problems);
        }
    }
}

/// A union has members to choose from, none of which is required or has a default.
fn union_has_a_choice(at: At<'_>, shape: &Shape, problems: &mut Problems) {
    if shape.r#type != Type::Union {
        return;
    }
    let members = shape.members.as_ref().map_or(&[][..], |members| &members.0);
    if members.is_empty() {
        at.add(&[], "a union without members has no value", "add `members`, or use `type: structure`", problems);
    }
    for (name, member) in members {
        for (key, present) in [("required", member.required), ("default", member.default.is_some())] {
            if present {
                let message = format!("the member of a union has no `{key}`");
                at.add(&["members", name, key], message, "exactly one member of a union is set: remove the key", problems);
            }
        }
    }
}

/// Members refer to shapes that are described, and their names need no escapes in JSON.
fn members(at: At<'_>, members: Option<&Entries<Member>>, index: &Index<'_>, problems: &mut Problems) {
    for (name, member) in members.iter().flat_map(|members| members.iter()) {
        target_is_described(at, &["members", name, "target"], &member.target, index, problems);
        if name.is_empty() || name.chars().any(|c| c.is_control() || matches!(c, '"' | '\\')) {
            let help = "a member's name has at least one character, and no quote, backslash or control character";
            at.add(&["members", name], "a member cannot have this name", help, problems);
        }
    }
}

/// A structure does not require itself, directly or through others: no value of it could be finite.
fn can_be_built(spec: &Spec, index: &Index<'_>, problems: &mut Problems) {
    for (source, name, shape) in &spec.shapes {
        let Some(id) = index.shape(name) else { continue };
        for (member_name, member) in shape.members.iter().flat_map(Entries::iter) {
            let starts = member.required && shape.r#type == Type::Structure;
            if starts && index.shape(&member.target).is_some_and(|target| requires(index, target, id)) {
                let at = At { source: *source, section: "shapes", name };
                let help = "make one of the members on the way optional, or put a list between";
                at.add(
                    &["members", member_name],
                    format!("`{name}` requires itself through this member, so that no value of it could end"),
                    help,
                    problems,
                );
            }
        }
    }
}

/// Whether every value of `outer` holds one of `inner`.
fn requires(index: &Index<'_>, outer: ShapeId, inner: ShapeId) -> bool {
    let mut seen = Vec::new();
    let mut pending = vec![outer];
    while let Some(id) = pending.pop() {
        if id == inner {
            return true;
        }
        if seen.contains(&id) {
            continue;
        }
        seen.push(id);
        if let Entry::Shape(shape) = index.entry(id)
            && shape.r#type == Type::Structure
        {
            let required = shape.members.iter().flat_map(Entries::iter).filter(|(_, member)| member.required);
            pending.extend(required.filter_map(|(_, member)| index.shape(&member.target)));
        }
    }
    false
}
