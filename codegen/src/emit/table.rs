//! Static tables -> text. They are many and regular: laid out by one rule, they need not be parsed to be printed.

use std::fmt::Write as _;

use super::{Item, docs};

/// How long a line may be.
const WIDTH: usize = 120;

/// Parts of no more than this width share lines.
const SHORT: usize = 10;

/// An expression of a table.
pub(super) struct Value {
    /// What stands before its parts, up to the opening bracket; all of it where it has none.
    head: String,
    parts: Vec<Value>,
    /// What stands behind its parts.
    tail: &'static str,
    /// The methods that are called on it.
    calls: Vec<Value>,
    /// Whether it is a field that is there only for clients.
    for_clients: bool,
    /// How long it is on one line.
    width: usize,
}

/// An expression without parts, as it is written.
pub(super) fn plain(code: impl Into<String>) -> Value {
    bracketed(code.into(), [], "")
}

/// A text in quotes.
pub(super) fn text(text: &str) -> Value {
    plain(format!("{text:?}"))
}

/// A call of a function.
pub(super) fn call(function: &str, arguments: impl IntoIterator<Item = Value>) -> Value {
    bracketed(format!("{function}("), arguments, ")")
}

/// A slice of values.
pub(super) fn slice(values: impl IntoIterator<Item = Value>) -> Value {
    bracketed("&[".to_owned(), values, "]")
}

/// A structure, or a variant of an enum, with its fields.
pub(super) fn structure<const N: usize>(name: &str, fields: [(&str, Value); N]) -> Value {
    let fields = fields.map(|(name, value)| {
        let label = format!("{name}: ");
        Value { width: label.len() + value.width, head: label + &value.head, ..value }
    });
    bracketed(format!("{name} {{ "), fields, " }")
}

pub(super) fn option(value: Option<Value>) -> Value {
    value.map_or_else(|| plain("None"), |value| call("Some", [value]))
}

fn bracketed(head: String, parts: impl IntoIterator<Item = Value>, tail: &'static str) -> Value {
    let parts: Vec<_> = parts.into_iter().collect();
    let commas = ", ".len() * parts.len().saturating_sub(1);
    // an attribute has a line of its own
    let widths = parts.iter().map(|part| if part.for_clients { WIDTH } else { part.width });
    let width = head.chars().count() + widths.sum::<usize>() + commas + tail.len();
    Value { head, parts, tail, calls: Vec::new(), for_clients: false, width }
}

impl Value {
    /// The value with a method called on it.
    pub(super) fn then(mut self, method: &str, argument: Option<Value>) -> Self {
        let call = call(&format!(".{method}"), argument);
        self.width += call.width;
        self.calls.push(call);
        self
    }

    /// The value of a field that is there only for clients.
    pub(super) fn for_clients(self) -> Self {
        Self { for_clients: true, ..self }
    }

    /// How much of its width is what is called on it.
    fn called(&self) -> usize {
        self.calls.iter().map(|call| call.width).sum()
    }
}

/// A public static of a name and a type.
pub(super) fn item(doc: &str, name: &str, of: &str, value: &Value) -> Item {
    let declared = format!("pub static {name}: {of} =");
    let mut out = String::new();
    for line in docs::comment_lines(doc) {
        let _ = writeln!(out, "///{line}");
    }
    out.push_str(&declared);
    let (first, own) = (declared.len() + " ;".len(), "    ;".len());
    let gains = |width: usize| first + width > WIDTH && own + width <= WIDTH;
    if gains(value.width) || gains(value.width - value.called()) {
        line(4, &mut out);
        lay_out(value, 4, own, &mut out);
    } else {
        out.push(' ');
        lay_out(value, 0, first, &mut out);
    }
    out.push_str(";\n");
    Item::Text(out)
}

/// Prints a value: on one line if it fits there with what `others` take of it.
fn lay_out(value: &Value, indent: usize, others: usize, out: &mut String) {
    if others + value.width <= WIDTH {
        return one_line(value, out);
    }
    let is_broken = !value.parts.is_empty() && others + value.width - value.called() > WIDTH;
    if is_broken {
        broken(value, indent, out);
    } else {
        bracket(value, out);
    }
    let indent = if is_broken { indent } else { indent + 4 };
    for call in &value.calls {
        line(indent, out);
        lay_out(call, indent, indent + ";".len(), out);
    }
}

/// A value whose parts have lines of their own, except for a single part that has to be broken itself.
fn broken(value: &Value, indent: usize, out: &mut String) {
    let Value { head, parts, tail, calls: _, for_clients: _, width: _ } = value;
    if let [part] = parts.as_slice()
        && !part.parts.is_empty()
        && part.calls.is_empty()
        && indent + 4 + part.width + ",".len() > WIDTH
    {
        out.push_str(head);
        broken(part, indent, out);
        out.push_str(tail);
        return;
    }
    let share = parts.iter().all(|part| part.width <= SHORT);
    let mut end = WIDTH;
    out.push_str(head.trim_end());
    for part in parts {
        end += part.width + " ,".len();
        if share && end <= WIDTH {
            out.push(' ');
        } else {
            line(indent + 4, out);
            end = indent + 4 + part.width + ",".len();
        }
        if part.for_clients {
            out.push_str("#[cfg(feature = \"client\")]");
            line(indent + 4, out);
        }
        lay_out(part, indent + 4, indent + 4 + ",".len(), out);
        out.push(',');
    }
    line(indent, out);
    out.push_str(tail.trim_start());
}

fn line(indent: usize, out: &mut String) {
    let _ = write!(out, "\n{:indent$}", "");
}

fn one_line(value: &Value, out: &mut String) {
    bracket(value, out);
    value.calls.iter().for_each(|call| bracket(call, out));
}

/// A value on one line, without what is called on it.
fn bracket(value: &Value, out: &mut String) {
    out.push_str(&value.head);
    for (index, part) in value.parts.iter().enumerate() {
        if index > 0 {
            out.push_str(", ");
        }
        one_line(part, out);
    }
    out.push_str(value.tail);
}
