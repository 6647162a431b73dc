//! Rules of shapes and their members.

use std::collections::HashSet;
use std::fmt::Write as _;

use super::Problems;
use crate::report::did_you_mean;
use crate::resolve::{Entry, Index};
use crate::spec::{Entries, Length, Member, Number, Shape, Spec, Type};

pub(super) fn shapes(spec: &Spec, index: &Index<'_>, problems: &mut Problems) {
    let mut known = HashSet::new();
    for (source, name, shape) in &spec.shapes {
        let at = At { source: *source, section: "shapes", name };
        if !known.insert(name) {
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
    let mut known = HashSet::new();
    for (source, name, error) in &spec.errors {
        let at = At { source: *source, section: "errors", name };
        if !known.insert(name) {
            at.add(&[], "another file describes this error too", "keep one of the two", problems);
        }
        members(at, Some(&error.members), index, problems);
    }
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

    /// As [`add`](Self::add), where the last key is the mistake and not its value.
    fn add_key(self, keys: &[&str], message: impl Into<String>, help: impl Into<String>, problems: &mut Problems) {
        let keys: Vec<_> = [self.section, self.name].into_iter().chain(keys.iter().copied()).collect();
        problems.add_key(self.source, &keys, message, help);
    }
}

/// The keys beside `type` belong to that type, and those it cannot do without are there.
fn keys_suit_the_type(at: At<'_>, shape: &Shape, problems: &mut Problems) {
    use Type::{Blob, Double, Float, Integer, List, Long, Map, String, Structure, Timestamp, Union};
    let wire = shape.wire.as_ref();
    let present: [(&[&str], bool, &[Type]); 14] = [
        (&["members"], shape.members.is_some(), &[Structure, Union]),
        (&["member"], shape.member.is_some(), &[List]),
        (&["key"], shape.key.is_some(), &[Map]),
        (&["value"], shape.value.is_some(), &[Map]),
        (&["format"], shape.format.is_some(), &[Timestamp]),
        (&["enum"], shape.r#enum.is_some(), &[String]),
        (&["rust_names"], shape.rust_names.is_some(), &[String]),
        (&["length"], shape.length.is_some(), &[String, List, Map, Blob]),
        (&["range"], shape.range.is_some(), &[Integer, Long, Float, Double]),
        (&["pattern"], shape.pattern.is_some(), &[String]),
        (&["unique_items"], shape.unique_items, &[List]),
        (&["wire", "pattern"], wire.is_some_and(|wire| wire.pattern.is_some()), &[String]),
        (&["wire", "length"], wire.is_some_and(|wire| wire.length.is_some()), &[String, List, Map, Blob]),
        (
            &["example"],
            shape.example.is_some(),
            &[String, Integer, Long, Float, Double, Type::Boolean, Blob, Timestamp],
        ),
    ];
    let needed: &[(&str, bool)] = match shape.r#type {
        List => &[("member", shape.member.is_none())],
        Map => &[("key", shape.key.is_none()), ("value", shape.value.is_none())],
        Structure
        | Union
        | String
        | Integer
        | Long
        | Float
        | Double
        | Type::Boolean
        | Blob
        | Timestamp
        | Type::Document => &[],
    };
    let missing: Vec<_> = needed.iter().filter(|(_, missing)| *missing).map(|(key, _)| *key).collect();
    let mut told = false;
    for (keys, _, types) in present.into_iter().filter(|(_, present, types)| *present && !types.contains(&shape.r#type))
    {
        let key = keys.join(".");
        let suitable: Vec<_> = types.iter().map(|r#type| r#type.word()).collect();
        let mut help = format!("`{key}` is for: {}", suitable.join(", "));
        // one such key written for another is one mistake
        if ["members", "member", "key", "value"].contains(&key.as_str()) && !missing.is_empty() {
            let _ = write!(help, "; {} has `{}`", with_article(shape.r#type), missing.join("` and `"));
            told = true;
        }
        at.add_key(keys, format!("{} has no `{key}`", with_article(shape.r#type)), help, problems);
    }
    for key in missing.iter().filter(|_| !told) {
        at.add(
            &[],
            format!("{} needs the key `{key}`", with_article(shape.r#type)),
            format!("say `{key}: ` and the name of a shape, or a type such as `string`"),
            problems,
        );
    }
}

fn with_article(r#type: Type) -> String {
    let word = r#type.word();
    if word.starts_with('i') { format!("an {word}") } else { format!("a {word}") }
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
    match index.shape(target).map(|id| index.entry(id)) {
        None => {
            let otherwise = "describe it under `shapes`, or use a type such as `string`";
            let help = did_you_mean(target, index.shape_names(), otherwise);
            at.add(keys, format!("no shape is named `{target}`"), help, problems);
        }
        Some(Entry::Error(_)) => {
            let help = "describe a structure with the same members under `shapes`";
            at.add(keys, format!("`{target}` is an error, which only fails an operation"), help, problems);
        }
        Some(Entry::Shape(_) | Entry::Plain(_)) => {}
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
        let word = shape.r#type.word();
        if whole && bound.as_f64().fract() != 0.0 {
            let message = format!("{bound} is not a whole number");
            at.add(&["range", key], message, "bounds of whole numbers are whole", problems);
        } else if let Some(help) = is_beyond(shape.r#type, bound) {
            at.add(&["range", key], format!("no {word} reaches this bound"), help, problems);
        }
    }
    match (range.min, range.max) {
        (Some(min), Some(max)) if is_greater(min, max) => {
            at.add(
                &["range"],
                format!("no number is at least {min} and at most {max}"),
                "swap `min` and `max`",
                problems,
            );
        }
        (None, None) => {
            at.add(&["range"], "neither `min` nor `max` is given", "give one of them, or remove `range`", problems);
        }
        (Some(_) | None, Some(_) | None) => {}
    }
}

/// What to do about a bound that a number's type cannot hold.
fn is_beyond(r#type: Type, bound: Number) -> Option<&'static str> {
    let whole = bound.as_i64();
    #[allow(clippy::cast_possible_truncation)] // what is too great becomes infinite
    let single = bound.as_f64() as f32;
    match r#type {
        Type::Integer if whole.is_none_or(|bound| i32::try_from(bound).is_err()) => {
            Some("an integer has 32 bits: use `type: long`, or a bound from -2147483648 to 2147483647")
        }
        Type::Long if whole.is_none() => {
            Some("a long has 64 bits: use a bound from -9223372036854775808 to 9223372036854775807")
        }
        Type::Float | Type::Double if !bound.as_f64().is_finite() => Some("use a number, or leave the bound out"),
        Type::Float if !single.is_finite() => Some("a float has 32 bits: use `type: double`, or a lesser bound"),
        Type::Structure
        | Type::Union
        | Type::List
        | Type::Map
        | Type::String
        | Type::Integer
        | Type::Long
        | Type::Float
        | Type::Double
        | Type::Boolean
        | Type::Blob
        | Type::Timestamp
        | Type::Document => None,
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
            at.add(&keys, "this value is listed twice", "remove one of the two", problems);
        }
    }
}

/// `rust_names` names values that the enum lists.
fn variant_names_are_of_values(at: At<'_>, shape: &Shape, problems: &mut Problems) {
    let (Some(names), values) = (&shape.rust_names, shape.r#enum.as_deref().unwrap_or_default()) else { return };
    for (value, _) in names.iter() {
        if !values.iter().any(|listed| listed == value) {
            let help = did_you_mean(value, values.iter().map(String::as_str), "the keys are the enum's values");
            at.add_key(&["rust_names", value], format!("the enum does not list `{value}`"), help, problems);
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
                at.add_key(
                    &["members", name, key],
                    message,
                    "exactly one member of a union is set: remove the key",
                    problems,
                );
            }
        }
    }
}

/// Members refer to shapes that are described, and their names need no escapes in JSON.
fn members(at: At<'_>, members: Option<&Entries<Member>>, index: &Index<'_>, problems: &mut Problems) {
    for (name, member) in members.iter().flat_map(|members| members.iter()) {
        target_is_described(at, &["members", name, "target"], &member.target, index, problems);
        if member.required && member.default.is_some() {
            let help = "remove `default`, or `required`";
            at.add_key(&["members", name, "default"], "a required member is never absent", help, problems);
        }
        if name.is_empty() || name.chars().any(|c| c.is_control() || matches!(c, '"' | '\\')) {
            let help = "a member's name has at least one character, and no quote, backslash or control character";
            at.add(&["members", name], "a member cannot have this name", help, problems);
        }
    }
}
