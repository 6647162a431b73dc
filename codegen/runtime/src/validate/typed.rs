//! A document into the typed value that the decoder makes of it, or the first type error in its order.

use std::collections::BTreeMap;

use super::super::json::{Document, Number};
use super::super::schema::{Kind, Member, Shape, TimestampFormat};
use super::super::timestamp::Timestamp;
use super::type_error::{Container, Target, TypeError};

/// A value as a handler would see it: coerced, without `null`s, of equal names only the last.
///
/// What has other values in it knows their shapes, so that a value can be walked and displayed by itself.
#[derive(Debug)]
pub(super) enum Value<'d> {
    Text(&'d str),
    Whole(i64),
    Float(f32),
    Double(f64),
    Boolean(bool),
    Blob(Vec<u8>),
    Timestamp(Timestamp),
    Document(&'d Document),
    List {
        element: &'static Shape,
        items: Vec<Value<'d>>,
    },
    Map {
        keys: &'static Shape,
        values: &'static Shape,
        entries: BTreeMap<&'d str, Value<'d>>,
    },
    /// A structure or union: the members that are set, in the order of the body.
    Structure {
        shape: &'static Shape,
        set: Set<'d>,
    },
}

/// Members and what they are set to.
type Set<'d> = Vec<(&'static Member, Value<'d>)>;

/// What the decoder makes of `document` for `shape`; `None` for `null`.
pub(super) fn typed<'d>(document: &'d Document, shape: &'static Shape) -> Result<Option<Value<'d>>, TypeError> {
    if *document == Document::Null {
        return Ok(None);
    }
    match &shape.kind {
        Kind::Structure(known) => structure(document, shape, known.members).map(Some),
        Kind::Union(variants) => union(document, shape, variants).map(Some),
        Kind::List(element) => list(document, element).map(Some),
        Kind::Map { key, value } => map(document, key, value).map(Some),
        Kind::String | Kind::Enum => text(document).map(Some),
        Kind::Integer => number(document, Target::Integer, |n| Value::Whole(n.to_i32().into())).map(Some),
        Kind::Long => number(document, Target::Long, |n| Value::Whole(n.to_i64())).map(Some),
        Kind::Float => float(document, Target::Float).map(|value| Some(Value::Float(narrow(value)))),
        Kind::Double => float(document, Target::Double).map(|value| Some(Value::Double(value))),
        Kind::Boolean => boolean(document).map(Some),
        Kind::Blob => blob(document, shape.redacted).map(Some),
        Kind::Timestamp(format) => timestamp(document, *format).map(Some),
        Kind::Document => Ok(Some(Value::Document(document))),
    }
}

fn structure<'d>(
    document: &'d Document,
    shape: &'static Shape,
    known: &'static [Member],
) -> Result<Value<'d>, TypeError> {
    members(document, known).map(|set| Value::Structure { shape, set })
}

/// As [`structure`]; a union of none or several members is told at its end, after the type errors inside it. A member
/// that is set twice counts twice.
fn union<'d>(
    document: &'d Document,
    shape: &'static Shape,
    variants: &'static [Member],
) -> Result<Value<'d>, TypeError> {
    let Document::Object(entries) = document else {
        return Err(TypeError::expected(Container::Structure, document));
    };
    let mut set = Set::new();
    for (name, document) in entries {
        if let Some(member) = variants.iter().find(|member| member.name == name) {
            set.extend(typed(document, member.shape)?.map(|value| (member, value)));
        }
    }
    if set.len() == 1 { Ok(Value::Structure { shape, set }) } else { Err(TypeError::union(set.len())) }
}

/// The members that are set.
fn members<'d>(document: &'d Document, known: &'static [Member]) -> Result<Set<'d>, TypeError> {
    let Document::Object(entries) = document else {
        return Err(TypeError::expected(Container::Structure, document));
    };
    let mut set = Set::with_capacity(entries.len().min(known.len()));
    for (name, document) in entries {
        let Some(member) = known.iter().find(|member| member.name == name) else { continue };
        let value = typed(document, member.shape)?;
        let earlier = set.iter().position(|(earlier, _)| earlier.name == member.name);
        match (earlier.and_then(|index| set.get_mut(index)), value) {
            (Some(slot), Some(value)) => slot.1 = value,
            (None, Some(value)) => set.push((member, value)),
            // a `null` takes back what stood under the same name before it
            (Some(_), None) => set.retain(|(earlier, _)| earlier.name != member.name),
            (None, None) => {}
        }
    }
    Ok(set)
}

fn list<'d>(document: &'d Document, element: &'static Shape) -> Result<Value<'d>, TypeError> {
    let Document::Array(documents) = document else {
        let container = match element.kind {
            Kind::Structure(_) | Kind::Union(_) => Container::Structures,
            Kind::List(_)
            | Kind::Map { .. }
            | Kind::String
            | Kind::Enum
            | Kind::Integer
            | Kind::Long
            | Kind::Float
            | Kind::Double
            | Kind::Boolean
            | Kind::Blob
            | Kind::Timestamp(_)
            | Kind::Document => Container::List,
        };
        return Err(TypeError::expected(container, document));
    };
    let mut items = Vec::with_capacity(documents.len());
    for document in documents {
        items.extend(typed(document, element)?);
    }
    Ok(Value::List { element, items })
}

fn map<'d>(document: &'d Document, keys: &'static Shape, values: &'static Shape) -> Result<Value<'d>, TypeError> {
    let Document::Object(members) = document else {
        return Err(TypeError::expected(Container::Map, document));
    };
    let mut entries = BTreeMap::new();
    for (key, document) in members {
        match typed(document, values)? {
            Some(value) => entries.insert(key.as_str(), value),
            None => entries.remove(key.as_str()),
        };
    }
    Ok(Value::Map { keys, values, entries })
}

fn text(document: &Document) -> Result<Value<'_>, TypeError> {
    let Document::String(text) = document else {
        return Err(TypeError::not_a(Target::String, document));
    };
    Ok(Value::Text(text))
}

fn number(
    document: &Document,
    target: Target,
    value: impl Fn(&Number) -> Value<'static>,
) -> Result<Value<'static>, TypeError> {
    let Document::Number(number) = document else {
        return Err(TypeError::not_a(target, document));
    };
    Ok(value(number))
}

fn float(document: &Document, target: Target) -> Result<f64, TypeError> {
    let special = match document {
        Document::Number(number) => return Ok(number.to_f64()),
        Document::String(text) => match text.as_str() {
            "NaN" => Some(f64::NAN),
            "Infinity" => Some(f64::INFINITY),
            "-Infinity" => Some(f64::NEG_INFINITY),
            _ => None,
        },
        Document::Null | Document::Boolean(_) | Document::Array(_) | Document::Object(_) => None,
    };
    special.ok_or_else(|| TypeError::not_a(target, document))
}

#[allow(clippy::cast_possible_truncation)] // rounded exactly as `Reader::float` does
fn narrow(value: f64) -> f32 {
    value as f32
}

fn boolean(document: &Document) -> Result<Value<'_>, TypeError> {
    match document {
        Document::Boolean(value) => Ok(Value::Boolean(*value)),
        Document::String(text) => Ok(Value::Boolean(text.eq_ignore_ascii_case("true"))),
        Document::Null | Document::Number(_) | Document::Array(_) | Document::Object(_) => {
            Err(TypeError::not_a(Target::Boolean, document))
        }
    }
}

fn blob(document: &Document, secret: bool) -> Result<Value<'_>, TypeError> {
    let Document::String(text) = document else {
        return Err(TypeError::not_a(Target::Blob, document));
    };
    let bytes = super::super::codec::blob_from_base64(text);
    bytes.map(Value::Blob).ok_or_else(|| TypeError::not_base64(text, secret))
}

fn timestamp(document: &Document, format: TimestampFormat) -> Result<Value<'_>, TypeError> {
    let moment = match document {
        Document::Number(number) if format == TimestampFormat::EpochSeconds => {
            Timestamp::parse_epoch_seconds(number.digits())
        }
        Document::String(text) if format != TimestampFormat::EpochSeconds => Timestamp::parse(text, format),
        Document::Null
        | Document::Boolean(_)
        | Document::Number(_)
        | Document::String(_)
        | Document::Array(_)
        | Document::Object(_) => None,
    };
    moment.map(Value::Timestamp).ok_or_else(|| TypeError::not_a(Target::Timestamp, document))
}
