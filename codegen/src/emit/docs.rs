//! Documentation of the description and facts of the model -> doc comments.

use std::fmt::Write as _;

use memchr::{memchr2_iter, memmem};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::model::{Constraint, Kind, Member, Model, Name, Presence, Scalar, ShapeId, TimestampFormat};

/// Where lines of prose are broken, in characters.
const WIDTH: usize = 100;

/// What stands between the lines of a doc comment until it is printed, see [`lines`].
pub(crate) const BREAK: char = '\u{1f}';

/// A doc comment of all lines of `text`. They are one attribute, which is quicker to print than one for each: whoever
/// prints it breaks the line.
pub(super) fn lines(text: &str) -> TokenStream {
    let lines = comment_lines(text);
    let text = (!lines.is_empty()).then(|| raw(&lines.join(BREAK.encode_utf8(&mut [0; 4])))).into_iter();
    quote!(#(#[doc = #text])*)
}

/// A text as a raw literal, in which nothing has to be escaped, nor the other way round to print it.
fn raw(text: &str) -> Literal {
    let mut hashes = String::new();
    while memmem::find(text.as_bytes(), format!("\"{hashes}").as_bytes()).is_some() {
        hashes.push('#');
    }
    format!("r{hashes}\"{text}\"{hashes}").parse().unwrap_or_else(|_| Literal::string(text))
}

/// A shape's or operation's documentation, with its name on the wire where Rust's differs.
pub(super) fn described(name: &Name, doc: Option<&str>, rust_name: &str) -> String {
    let mut text = doc.map_or_else(|| format!("`{}`.", name.wire), |doc| doc.trim_end().to_owned());
    if name.wire != rust_name && doc.is_some() {
        let _ = write!(text, "\n\nWire name: `{}`.", name.wire);
    }
    text
}

/// A member's documentation: what the description says, then its name on the wire and what its values must hold.
pub(super) fn member(model: &Model, member: &Member) -> String {
    let mut facts = vec![format!("Wire name `{}`", member.name.wire)];
    if let Presence::Default(value) = &member.presence {
        facts.push(format!("{} if absent", code(&json(value))));
    }
    facts.extend(constraints(model, member.target));
    let doc = member.doc.as_deref().or(model[member.target].doc.as_deref());
    let says_nothing = facts.len() == 1 && member.name.wire == member.name.snake && doc.is_some();
    let facts = if says_nothing { String::new() } else { format!("\n\n{}.", facts.join(", ")) };
    format!("{}{facts}", doc.unwrap_or_default().trim_end()).trim_start().to_owned()
}

/// What values of a shape must hold, one phrase for each constraint.
pub(super) fn constraints(model: &Model, id: ShapeId) -> Vec<String> {
    let shape = &model[id];
    let mut phrases: Vec<_> =
        shape.constraints.iter().filter_map(|constraint| phrase(model, &shape.kind, constraint)).collect();
    match &shape.kind {
        Kind::List(item) => phrases.extend(inner("each", &constraints(model, *item))),
        Kind::Map { key, value } => {
            phrases.extend(inner("each key", &constraints(model, *key)));
            phrases.extend(inner("each value", &constraints(model, *value)));
        }
        Kind::Timestamp(TimestampFormat::DateTime) => phrases.push("RFC 3339 text on the wire".to_owned()),
        Kind::Timestamp(TimestampFormat::HttpDate) => phrases.push("HTTP date on the wire".to_owned()),
        Kind::Timestamp(TimestampFormat::EpochSeconds)
        | Kind::Structure(_)
        | Kind::Union(_)
        | Kind::String
        | Kind::Enum(_)
        | Kind::Integer
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::Boolean
        | Kind::Blob
        | Kind::Document => {}
    }
    phrases
}

fn inner(of: &str, phrases: &[String]) -> Option<String> {
    (!phrases.is_empty()).then(|| format!("{of} {}", phrases.join(" and ")))
}

fn phrase(model: &Model, kind: &Kind, constraint: &Constraint) -> Option<String> {
    match constraint {
        Constraint::Length { min, max } => Some(bounds(min.filter(|min| *min > 0), *max, &|n| counted(kind, n))?),
        Constraint::Range { min, max } => bounds(*min, *max, &|_| ""),
        Constraint::FloatRange { min, max } => bounds(*min, *max, &|_| ""),
        Constraint::Pattern(id) => Some(format!("matching {}", code(&model[*id].source))),
        Constraint::UniqueItems => Some("no two equal".to_owned()),
    }
}

/// Bounds in words. `unit` gives the noun that follows, which depends on whether the bound is one.
fn bounds<N: std::fmt::Display + PartialEq>(
    min: Option<N>,
    max: Option<N>,
    unit: &dyn Fn(bool) -> &'static str,
) -> Option<String> {
    let is_one = |n: &N| n.to_string() == "1";
    Some(match (min, max) {
        (Some(min), Some(max)) if min == max => format!("exactly {max}{}", unit(is_one(&max))),
        (Some(min), Some(max)) => format!("{min} to {max}{}", unit(is_one(&max))),
        (Some(min), None) => format!("at least {min}{}", unit(is_one(&min))),
        (None, Some(max)) => format!("at most {max}{}", unit(is_one(&max))),
        (None, None) => return None,
    })
}

fn counted(kind: &Kind, one: bool) -> &'static str {
    match (kind, one) {
        (Kind::List(_), true) => " item",
        (Kind::List(_), false) => " items",
        (Kind::Map { .. }, true) => " entry",
        (Kind::Map { .. }, false) => " entries",
        (Kind::Blob, true) => " byte",
        (Kind::Blob, false) => " bytes",
        (
            Kind::Structure(_)
            | Kind::Union(_)
            | Kind::String
            | Kind::Enum(_)
            | Kind::Integer
            | Kind::Long
            | Kind::Float
            | Kind::Double
            | Kind::Boolean
            | Kind::Timestamp(_)
            | Kind::Document,
            one,
        ) => {
            if one {
                " character"
            } else {
                " characters"
            }
        }
    }
}

/// Text as Markdown code, whatever backticks it has.
pub(super) fn code(text: &str) -> String {
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

fn json(value: &Scalar) -> String {
    match value {
        Scalar::Boolean(value) => value.to_string(),
        Scalar::Integer(value) => value.to_string(),
        Scalar::Float(value) => value.to_string(),
        Scalar::String(text) => format!("\"{text}\""),
        Scalar::EmptyList => "[]".to_owned(),
        Scalar::EmptyMap => "{}".to_owned(),
    }
}

/// The lines of `text` as they stand behind the slashes of a comment: prose is filled to the width; lines of code blocks,
/// lists' items and headings keep their beginnings.
pub(crate) fn comment_lines(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut paragraph = String::new();
    let mut in_code = false;
    for line in text.lines() {
        let fence = line.trim_start().starts_with("```");
        if in_code || fence || line.trim().is_empty() || line.starts_with(['#', '|']) {
            fill(&std::mem::take(&mut paragraph), &mut out);
            let line = line.trim_end();
            out.push(if line.is_empty() { String::new() } else { format!(" {line}") });
            in_code ^= fence;
        } else {
            if line.starts_with("- ") {
                fill(&std::mem::take(&mut paragraph), &mut out);
            }
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(if paragraph.is_empty() { line.trim_end() } else { line.trim() });
        }
    }
    fill(&paragraph, &mut out);
    out
}

/// Breaks a paragraph into lines.
fn fill(paragraph: &str, out: &mut Vec<String>) {
    // what continues an item of a list stands below its text
    let hanging = if paragraph.starts_with("- ") { "  " } else { "" };
    let (mut rest, mut indent) = (paragraph, "");
    while !rest.is_empty() {
        let (line, after) = first_line(rest, WIDTH - indent.len());
        out.push(format!(" {indent}{line}"));
        (rest, indent) = (after, hanging);
    }
}

/// The most of a text that has at most so many characters, and what stands behind the blank at its end. Blanks in a
/// piece of code stay, since they count, and so does that behind the mark of a list's item.
fn first_line(text: &str, width: usize) -> (&str, &str) {
    if text.len() <= width {
        return (text, "");
    }
    let (mut in_code, mut end, mut best) = (false, 0, None);
    for at in memchr2_iter(b' ', b'`', text.as_bytes()) {
        let (line, rest) = text.split_at(at);
        if rest.starts_with('`') {
            in_code = !in_code;
        } else if !in_code && line.get(end..) != Some("-") {
            if at > width && line.chars().count() > width {
                return best.unwrap_or((line, &rest[1..]));
            }
            best = Some((line, &rest[1..]));
            end = at + 1;
        }
    }
    match best {
        Some(best) if text.chars().count() > width => best,
        Some(_) | None => (text, ""),
    }
}
