//! The text of a body into the typed value that the decoder makes of it, or the first mistake in its order.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ptr;

use super::super::json::{Document, Members, Reader, Token};
use super::super::schema::{Kind, Member, Shape};
use super::super::timestamp::Timestamp;
use super::type_error::{Container, Target, TypeError};

/// A value as a handler would see it: coerced, without `null`s, of equal names only the last.
///
/// What has other values in it knows their shapes, so that a value can be walked and displayed by itself.
#[derive(Debug)]
pub(super) enum Value<'b> {
    Text(Cow<'b, str>),
    Whole(i64),
    Float(f32),
    Double(f64),
    Boolean(bool),
    Blob(Vec<u8>),
    Timestamp(Timestamp),
    Document(Document),
    List {
        element: &'static Shape,
        items: Vec<Value<'b>>,
    },
    Map {
        keys: &'static Shape,
        values: &'static Shape,
        entries: BTreeMap<String, Value<'b>>,
    },
    /// A structure or union: the members that are set, in the order of the body.
    Structure {
        shape: &'static Shape,
        set: Set<'b>,
    },
}

/// Members and what they are set to.
type Set<'b> = Vec<(&'static Member, Value<'b>)>;

type Typed<'b> = Result<Value<'b>, TypeError>;

/// What the decoder makes of the next value for `shape`; `None` for `null`, and where the reader refuses the text. If
/// that is for the type of a value, `mistake` is the first such; that the text is JSON is not certain then.
pub(super) fn typed<'b>(
    reader: &mut Reader<'b>,
    shape: &'static Shape,
    mistake: &mut Option<TypeError>,
) -> Option<Value<'b>> {
    let found = reader.token()?;
    if found == Token::Null {
        reader.skip();
        return None;
    }
    let value = match &shape.kind {
        Kind::Structure(known) => structure(reader, found, shape, known.members, mistake),
        Kind::Union(variants) => union(reader, found, shape, variants, mistake),
        Kind::List(element) => list(reader, found, element, mistake),
        Kind::Map { key, value } => map(reader, found, key, value, mistake),
        Kind::String | Kind::Enum => scalar(reader.text(), Value::Text, Target::String, found),
        Kind::Integer => scalar(reader.integer(), |whole| Value::Whole(whole.into()), Target::Integer, found),
        Kind::Long => scalar(reader.long(), Value::Whole, Target::Long, found),
        Kind::Float => scalar(reader.float(), Value::Float, Target::Float, found),
        Kind::Double => scalar(reader.double(), Value::Double, Target::Double, found),
        Kind::Boolean => scalar(reader.boolean(), Value::Boolean, Target::Boolean, found),
        Kind::Blob => blob(reader, found, shape.redacted),
        Kind::Timestamp(format) => scalar(reader.timestamp(*format), Value::Timestamp, Target::Timestamp, found),
        Kind::Document => Ok(Value::Document(reader.document())),
    };
    match value {
        Ok(value) => Some(value),
        Err(error) => {
            mistake.get_or_insert(error);
            reader.reject()
        }
    }
}

/// What was `read` as a value. What was not is not of the right type, or no JSON, which is for others to tell.
fn scalar<'b, T>(read: Option<T>, value: impl FnOnce(T) -> Value<'b>, target: Target, found: Token) -> Typed<'b> {
    read.map(value).ok_or_else(|| TypeError::not_a(target, found))
}

fn blob<'b>(reader: &mut Reader<'b>, found: Token, secret: bool) -> Typed<'b> {
    let text = reader.text().ok_or_else(|| TypeError::not_a(Target::Blob, found))?;
    let bytes = super::super::codec::blob_from_base64(&text);
    bytes.map(Value::Blob).ok_or_else(|| TypeError::not_base64(&text, secret))
}

fn structure<'b>(
    reader: &mut Reader<'b>,
    found: Token,
    shape: &'static Shape,
    known: &'static [Member],
    mistake: &mut Option<TypeError>,
) -> Typed<'b> {
    let mut members = opened(reader, found)?;
    let mut set = Set::new();
    while let Some(name) = members.as_mut().and_then(|members| members.next(reader)) {
        let Some(member) = known.iter().find(|member| member.name == name) else {
            reader.skip();
            continue;
        };
        let value = typed(reader, member.shape, mistake);
        let earlier = set.iter().position(|(earlier, _)| ptr::eq(*earlier, member));
        match (earlier.and_then(|index| set.get_mut(index)), value) {
            (Some(slot), Some(value)) => slot.1 = value,
            (None, Some(value)) => set.push((member, value)),
            // a `null` takes back what stood under the same name before it
            (Some(_), None) => set.retain(|(earlier, _)| !ptr::eq(*earlier, member)),
            (None, None) => {}
        }
    }
    Ok(Value::Structure { shape, set })
}

/// As [`structure`]; a union of none or several members is told at its end, after the type errors inside it. A member
/// that is set twice counts twice.
fn union<'b>(
    reader: &mut Reader<'b>,
    found: Token,
    shape: &'static Shape,
    variants: &'static [Member],
    mistake: &mut Option<TypeError>,
) -> Typed<'b> {
    let mut members = opened(reader, found)?;
    let mut set = Set::new();
    while let Some(name) = members.as_mut().and_then(|members| members.next(reader)) {
        match variants.iter().find(|member| member.name == name) {
            Some(member) => set.extend(typed(reader, member.shape, mistake).map(|value| (member, value))),
            None => reader.skip(),
        }
    }
    if set.len() == 1 { Ok(Value::Structure { shape, set }) } else { Err(TypeError::union(set.len())) }
}

/// `None` where the reader refuses the text.
fn opened(reader: &mut Reader<'_>, found: Token) -> Result<Option<Members>, TypeError> {
    match found {
        Token::Object => Ok(reader.structure()),
        Token::Null | Token::True | Token::False | Token::Number | Token::String | Token::Array => {
            Err(TypeError::expected(Container::Structure, found))
        }
    }
}

fn list<'b>(
    reader: &mut Reader<'b>,
    found: Token,
    element: &'static Shape,
    mistake: &mut Option<TypeError>,
) -> Typed<'b> {
    if found != Token::Array {
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
        return Err(TypeError::expected(container, found));
    }
    let items = reader.list(|reader| typed(reader, element, mistake));
    Ok(Value::List { element, items: items.unwrap_or_default() })
}

fn map<'b>(
    reader: &mut Reader<'b>,
    found: Token,
    keys: &'static Shape,
    values: &'static Shape,
    mistake: &mut Option<TypeError>,
) -> Typed<'b> {
    if found != Token::Object {
        return Err(TypeError::expected(Container::Map, found));
    }
    let entries = reader.map(|reader| typed(reader, values, mistake));
    Ok(Value::Map { keys, values, entries: entries.unwrap_or_default() })
}
