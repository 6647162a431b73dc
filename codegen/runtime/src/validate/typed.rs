//! The text of a body into the typed value that the decoder makes of it, or the first mistake in its order.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ptr;

use super::super::json::{Document, Members, Reader, Rejected, Token};
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

/// Why there is no typed value.
#[derive(Debug)]
pub(super) enum Mistake {
    /// The text is not JSON, or is nested too deeply.
    Malformed,
    /// A value has the wrong type. That the text is JSON is not certain.
    Mistyped(TypeError),
}

impl From<Rejected> for Mistake {
    fn from(Rejected: Rejected) -> Self {
        Self::Malformed
    }
}

impl From<TypeError> for Mistake {
    fn from(error: TypeError) -> Self {
        Self::Mistyped(error)
    }
}

type Typed<'b> = Result<Value<'b>, Mistake>;

/// What the decoder makes of the next value for `shape`; `None` for `null`.
pub(super) fn typed<'b>(reader: &mut Reader<'b>, shape: &'static Shape) -> Result<Option<Value<'b>>, Mistake> {
    let found = reader.token()?;
    if found == Token::Null {
        reader.skip()?;
        return Ok(None);
    }
    let value = match &shape.kind {
        Kind::Structure(known) => structure(reader, found, shape, known.members),
        Kind::Union(variants) => union(reader, found, shape, variants),
        Kind::List(element) => list(reader, found, element),
        Kind::Map { key, value } => map(reader, found, key, value),
        Kind::String | Kind::Enum => scalar(reader.text(), Value::Text, Target::String, found),
        Kind::Integer => scalar(reader.integer(), |whole| Value::Whole(whole.into()), Target::Integer, found),
        Kind::Long => scalar(reader.long(), Value::Whole, Target::Long, found),
        Kind::Float => scalar(reader.float(), Value::Float, Target::Float, found),
        Kind::Double => scalar(reader.double(), Value::Double, Target::Double, found),
        Kind::Boolean => scalar(reader.boolean(), Value::Boolean, Target::Boolean, found),
        Kind::Blob => blob(reader, found, shape.redacted),
        Kind::Timestamp(format) => scalar(reader.timestamp(*format), Value::Timestamp, Target::Timestamp, found),
        Kind::Document => Ok(Value::Document(reader.document()?)),
    };
    value.map(Some)
}

/// What was `read` as a value. What was not is not of the right type, or no JSON, which is for others to tell.
fn scalar<'b, T>(
    read: Result<Option<T>, Rejected>,
    value: impl FnOnce(T) -> Value<'b>,
    target: Target,
    found: Token,
) -> Typed<'b> {
    let read = read.ok().flatten().map(value);
    read.ok_or_else(|| TypeError::not_a(target, found).into())
}

fn blob<'b>(reader: &mut Reader<'b>, found: Token, secret: bool) -> Typed<'b> {
    let Ok(Some(text)) = reader.text() else {
        return Err(TypeError::not_a(Target::Blob, found).into());
    };
    let bytes = super::super::codec::blob_from_base64(&text);
    bytes.map(Value::Blob).ok_or_else(|| TypeError::not_base64(&text, secret).into())
}

fn structure<'b>(reader: &mut Reader<'b>, found: Token, shape: &'static Shape, known: &'static [Member]) -> Typed<'b> {
    let mut members = opened(reader, found)?;
    let mut set = Set::new();
    while let Some(name) = members.next(reader)? {
        let Some(member) = known.iter().find(|member| member.name == name) else {
            reader.skip()?;
            continue;
        };
        let value = typed(reader, member.shape)?;
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
fn union<'b>(reader: &mut Reader<'b>, found: Token, shape: &'static Shape, variants: &'static [Member]) -> Typed<'b> {
    let mut members = opened(reader, found)?;
    let mut set = Set::new();
    while let Some(name) = members.next(reader)? {
        match variants.iter().find(|member| member.name == name) {
            Some(member) => set.extend(typed(reader, member.shape)?.map(|value| (member, value))),
            None => reader.skip()?,
        }
    }
    if set.len() == 1 { Ok(Value::Structure { shape, set }) } else { Err(TypeError::union(set.len()).into()) }
}

fn opened(reader: &mut Reader<'_>, found: Token) -> Result<Members, Mistake> {
    match found {
        Token::Object => Ok(reader.structure()?.ok_or(Rejected)?),
        Token::Null | Token::True | Token::False | Token::Number | Token::String | Token::Array => {
            Err(TypeError::expected(Container::Structure, found).into())
        }
    }
}

fn list<'b>(reader: &mut Reader<'b>, found: Token, element: &'static Shape) -> Typed<'b> {
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
        return Err(TypeError::expected(container, found).into());
    }
    let items = reader.list(|reader| typed(reader, element))?;
    Ok(Value::List { element, items: items.unwrap_or_default() })
}

fn map<'b>(reader: &mut Reader<'b>, found: Token, keys: &'static Shape, values: &'static Shape) -> Typed<'b> {
    if found != Token::Object {
        return Err(TypeError::expected(Container::Map, found).into());
    }
    let entries = reader.map(|reader| typed(reader, values))?;
    Ok(Value::Map { keys, values, entries: entries.unwrap_or_default() })
}
