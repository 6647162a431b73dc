//! A typed value into the text that the service displays it with, which is that of Java.
//!
//! Choices, where nothing was observed:
//!
//! - Members of a displayed structure that are redacted, and items, keys and values of secret shapes, read
//!   [`SECRET`], as in texts of the vendor's client for Java. Those that are not set read `null` all the same.
//! - Structures list their members as the description does, maps their entries by key; Java has no such order.
//! - Moments read as in RFC 3339, documents as compact JSON.

use super::super::json::Writer;
use super::super::schema::{Kind, Member, Shape, TimestampFormat};
use super::typed::Value;

const SECRET: &str = "***Sensitive Data Redacted***";

/// What is put in place of the rest where there is no room.
const CUT: &str = "...";

/// The text of `value`, without quotes around it. What is longer than `room` is cut off; what is not is taken
/// from `room`.
pub(super) fn display(value: &Value<'_>, room: &mut usize) -> String {
    let mut text = Text { out: String::new(), room: *room, full: false };
    text.value(value);
    *room = room.saturating_sub(text.out.len());
    text.out
}

/// A number as Java's `Double.toString` has it.
pub(super) fn double(value: f64) -> String {
    java(value, format!("{value:?}"), || format!("{value:e}"))
}

/// A number as Java's `Float.toString` has it.
fn float(value: f32) -> String {
    java(f64::from(value), format!("{value:?}"), || format!("{value:e}"))
}

/// `plain` where Java uses no exponent, else the same digits as `exponent` in Java's form, `1.0E10`.
fn java(value: f64, plain: String, exponent: impl Fn() -> String) -> String {
    if value.is_infinite() {
        return if value > 0.0 { "Infinity".to_owned() } else { "-Infinity".to_owned() };
    }
    if value == 0.0 || value.is_nan() || (1e-3..1e7).contains(&value.abs()) {
        return plain;
    }
    let text = exponent();
    let (digits, power) = text.split_once('e').unwrap_or((&text, "0"));
    let fraction = if digits.contains('.') { "" } else { ".0" };
    format!("{digits}{fraction}E{power}")
}

struct Text {
    out: String,
    room: usize,
    /// Whether something was cut off.
    full: bool,
}

impl Text {
    fn value(&mut self, value: &Value<'_>) {
        match value {
            Value::Text(text) => self.push(text),
            Value::Whole(whole) => self.push(itoa::Buffer::new().format(*whole)),
            Value::Float(number) => self.push(&float(*number)),
            Value::Double(number) => self.push(&double(*number)),
            Value::Boolean(boolean) => self.push(if *boolean { "true" } else { "false" }),
            Value::Blob(bytes) => {
                let size = bytes.len();
                self.push(&format!("java.nio.HeapByteBuffer[pos=0 lim={size} cap={size}]"));
            }
            Value::Timestamp(moment) => self.push(&moment.format(TimestampFormat::DateTime)),
            Value::Document(document) => {
                let mut writer = Writer::default();
                writer.document(document);
                self.push(&String::from_utf8_lossy(&writer.into_bytes()));
            }
            Value::List { element, items } => self.all('[', ']', items, |text, item| text.part(element, item)),
            Value::Map { keys, values, entries } => self.all('{', '}', entries, |text, (key, value)| {
                text.part(keys, &Value::Text(key.into()));
                text.push("=");
                text.part(values, value);
            }),
            Value::Structure { shape, set } => {
                self.push(shape.name);
                self.all('(', ')', members(shape), |text, member| {
                    text.push(member.reported_name);
                    text.push("=");
                    match set.iter().find(|(other, _)| other.name == member.name) {
                        Some(_) if member.redacted => text.push(SECRET),
                        Some((_, value)) => text.value(value),
                        None => text.push("null"),
                    }
                });
            }
        }
    }

    /// An item, key or value, which is secret if its shape is: no member says otherwise.
    fn part(&mut self, shape: &Shape, value: &Value<'_>) {
        if shape.redacted { self.push(SECRET) } else { self.value(value) }
    }

    fn all<T>(&mut self, open: char, close: char, items: impl IntoIterator<Item = T>, each: impl Fn(&mut Self, T)) {
        self.push(open.encode_utf8(&mut [0; 4]));
        for (index, item) in items.into_iter().enumerate() {
            if self.full {
                break;
            }
            if index > 0 {
                self.push(", ");
            }
            each(self, item);
        }
        self.push(close.encode_utf8(&mut [0; 4]));
    }

    fn push(&mut self, text: &str) {
        if self.full {
            return;
        }
        let left = self.room.saturating_sub(self.out.len());
        if text.len() <= left {
            self.out.push_str(text);
        } else {
            let end = (0..=left).rev().find(|&end| text.is_char_boundary(end)).unwrap_or(0);
            self.out.push_str(text.get(..end).unwrap_or_default());
            self.out.push_str(CUT);
            self.full = true;
        }
    }
}

fn members(shape: &'static Shape) -> &'static [Member] {
    match &shape.kind {
        Kind::Structure(structure) => structure.members,
        Kind::Union(variants) => variants,
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
        | Kind::Document => &[],
    }
}
