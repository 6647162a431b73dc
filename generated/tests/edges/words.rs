//! Constraints and values -> the words and orders of the service, each as it was seen.

use serde_json::Value;

use super::cases::Rule;
use super::description::{Description, Kind, Member, Shape};

/// What stands for a secret inside of a value that is displayed. Not seen: that of the vendor's client for Java.
const SECRET: &str = "***Sensitive Data Redacted***";

/// What each constraint of a shape is told as, in the order that brackets have.
pub fn constraints(shape: &Shape) -> Vec<(Rule, String)> {
    let bound = |rule, of: &str, than: &str, bound: Option<i64>| {
        bound.map(|bound| (rule, format!("Member must have {of} {than} than or equal to {bound}")))
    };
    let pattern = shape.pattern.as_ref();
    let values = (!shape.values.is_empty()).then(|| enum_set(&shape.values).join(", "));
    [
        bound(Rule::LengthMax, "length", "less", shape.length.max),
        bound(Rule::LengthMin, "length", "greater", shape.length.min),
        pattern.map(|it| (Rule::Pattern, format!("Member must satisfy regular expression pattern: {it}"))),
        bound(Rule::RangeMax, "value", "less", shape.range.max),
        bound(Rule::RangeMin, "value", "greater", shape.range.min),
        values.map(|it| (Rule::Enum, format!("Member must satisfy enum value set: [{it}]"))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A member's name as paths have it.
pub fn reported(name: &str) -> String {
    let first = name.chars().next().map_or(0, char::len_utf8);
    name[..first].to_lowercase() + &name[first..]
}

/// Whether a member's value is kept out of messages.
pub fn is_hidden(description: &Description, member: &Member) -> bool {
    let target = description.shape(&member.target);
    match member.sensitive.filter(|_| target.echoed.is_none()) {
        Some(sensitive) => sensitive,
        None => description.is_hidden(target),
    }
}

/// A value as Java writes it.
pub fn display(description: &Description, value: &Value, shape: &Shape) -> String {
    let part = |value: &Value, shape: &Shape| {
        if shape.is_hidden() { SECRET.to_owned() } else { display(description, value, shape) }
    };
    match (&shape.kind, value) {
        (Kind::Text | Kind::Document, Value::String(text)) => text.clone(),
        (Kind::Blob, Value::String(base64)) => {
            let size = bytes(base64);
            format!("java.nio.HeapByteBuffer[pos=0 lim={size} cap={size}]")
        }
        (Kind::List(item), Value::Array(items)) => {
            let item = description.shape(item);
            let items: Vec<_> = items.iter().map(|value| part(value, item)).collect();
            format!("[{}]", items.join(", "))
        }
        (Kind::Map { key, value: of }, Value::Object(entries)) => {
            let (keys, values) = (description.shape(key), description.shape(of));
            let entries = entries.iter();
            let entries = entries
                .map(|(key, value)| format!("{}={}", part(&Value::from(key.as_str()), keys), part(value, values)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        (Kind::Structure(members), Value::Object(set)) => {
            let members = members.iter().map(|member| {
                let shown = match set.get(&member.name) {
                    None | Some(Value::Null) => "null".to_owned(),
                    Some(_) if is_hidden(description, member) => SECRET.to_owned(),
                    Some(value) => display(description, value, description.shape(&member.target)),
                };
                format!("{}={shown}", reported(&member.name))
            });
            format!("{}({})", shape.name, members.collect::<Vec<_>>().join(", "))
        }
        (_, value) => value.to_string(),
    }
}

/// How many bytes are in base64.
pub fn bytes(base64: &str) -> usize {
    base64.len() / 4 * 3 - base64.bytes().rev().take_while(|&byte| byte == b'=').count()
}

/// The members of a structure as a `HashMap` of Java gives them: by the spread hash, and in one bucket as they came.
pub fn hash_order(members: &[Member]) -> Vec<&Member> {
    let mut buckets = 16;
    while members.len() > buckets / 4 * 3 {
        buckets *= 2;
    }
    let bucket = |member: &&Member| {
        let hash = java_hash(&reported(&member.name));
        (hash ^ (hash >> 16)) as usize % buckets
    };
    let mut members: Vec<_> = members.iter().collect();
    members.sort_by_key(bucket);
    members
}

/// The values of an enum as its set is printed: 32 buckets by the plain hash, and in one the last comes first.
fn enum_set(values: &[String]) -> Vec<&str> {
    let mut values: Vec<_> = values.iter().map(String::as_str).rev().collect();
    values.sort_by_key(|value| java_hash(value) % 32);
    values
}

/// `String.hashCode`.
fn java_hash(text: &str) -> u32 {
    text.encode_utf16().fold(0, |hash: u32, unit| hash.wrapping_mul(31).wrapping_add(unit.into()))
}
