//! A request -> all that is wrong with it, in the words and order of the service.

use serde_json::Value;

use super::cases::{Edge, Place, Rule};
use super::description::{Description, Kind, Shape};
use super::pattern::Pattern;
use super::values::Maker;
use super::words::{bytes, constraints, display, hash_order, is_hidden, reported};

/// A part of the message, and what it is told for.
pub struct Violation {
    pub broken: Vec<Edge>,
    pub text: String,
}

/// The whole message.
pub fn message(violations: &[Violation]) -> String {
    let texts: Vec<_> = violations.iter().map(|violation| violation.text.as_str()).collect();
    let plural = if texts.len() == 1 { "" } else { "s" };
    format!("{} validation error{plural} detected: {}", texts.len(), texts.join("; "))
}

/// All that is wrong with the input of an operation.
pub fn judge(maker: &Maker<'_>, shape: &Shape, input: &Value) -> Vec<Violation> {
    let mut walk = Walk { maker, description: maker.description, found: Vec::new() };
    walk.inside(shape, input, "", false);
    walk.found
}

struct Walk<'a> {
    maker: &'a Maker<'a>,
    description: &'a Description,
    found: Vec<Violation>,
}

impl Walk<'_> {
    /// What is told at the place of a value: first of itself, then of all in it that are not structures.
    fn at(&mut self, shape: &Shape, value: &Value, path: &str, hidden: bool) {
        let broken = self.broken(shape, value);
        for (rule, words) in constraints(shape) {
            if broken.contains(&rule) {
                self.tell(vec![Edge { rule, place: Place::Member }], shape, value, path, hidden, &words);
            }
        }
        match (&shape.kind, value) {
            (Kind::List(item), Value::Array(items)) => {
                let broken = self.together(item, Place::Item, items);
                self.brackets(broken, item, "Member must satisfy constraint", shape, value, path, hidden);
            }
            (Kind::Map { key, value: of }, Value::Object(entries)) => {
                let keys: Vec<_> = entries.keys().map(|key| Value::from(key.as_str())).collect();
                let broken = self.together(key, Place::Key, &keys);
                self.brackets(broken, key, "Map keys must satisfy constraint", shape, value, path, hidden);
                let broken = self.together(of, Place::Value, entries.values());
                self.brackets(broken, of, "Map value must satisfy constraint", shape, value, path, hidden);
            }
            _ => {}
        }
    }

    /// What is told of the members of structures in a value.
    fn inside(&mut self, shape: &Shape, value: &Value, path: &str, hidden: bool) {
        match (&shape.kind, value) {
            (Kind::Structure(members), Value::Object(set)) => {
                for member in hash_order(members) {
                    let dot = if path.is_empty() { "" } else { "." };
                    let path = format!("{path}{dot}{}", reported(&member.name));
                    let hidden = hidden || is_hidden(self.description, member);
                    let target = self.description.shape(&member.target);
                    match set.get(&member.name).filter(|value| !value.is_null()) {
                        Some(value) => {
                            self.at(target, value, &path, hidden);
                            self.inside(target, value, &path, hidden);
                        }
                        None if member.required => {
                            let edge = Edge { rule: Rule::Required, place: Place::Member };
                            self.tell(vec![edge], target, &Value::Null, &path, hidden, "Member must not be null");
                        }
                        None => {}
                    }
                }
            }
            (Kind::List(item), Value::Array(items)) => {
                let item = self.description.shape(item);
                for (index, value) in items.iter().enumerate() {
                    self.inside(item, value, &format!("{path}.{}.member", index + 1), hidden || item.is_hidden());
                }
            }
            (Kind::Map { value: of, .. }, Value::Object(entries)) => {
                let of = self.description.shape(of);
                for (key, value) in entries {
                    self.inside(of, value, &format!("{path}.{key}.member"), hidden || of.is_hidden());
                }
            }
            _ => {}
        }
    }

    /// The constraints of a shape that any of some values breaks.
    fn together<'v>(&self, name: &str, place: Place, values: impl IntoIterator<Item = &'v Value>) -> Vec<Edge> {
        let shape = self.description.shape(name);
        let is_flat = !matches!(shape.kind, Kind::List(_) | Kind::Map { .. });
        assert!(is_flat, "{name}: how a list in a list or map is told is not known here");
        let mut broken: Vec<_> = values.into_iter().flat_map(|value| self.broken(shape, value)).collect();
        broken.sort_unstable();
        broken.dedup();
        broken.into_iter().map(|rule| Edge { rule, place }).collect()
    }

    #[allow(clippy::too_many_arguments)] // all are the parts of one sentence
    fn brackets(
        &mut self,
        broken: Vec<Edge>,
        of: &str,
        words: &str,
        shape: &Shape,
        value: &Value,
        path: &str,
        hidden: bool,
    ) {
        if !broken.is_empty() {
            let all: Vec<_> = constraints(self.description.shape(of)).into_iter().map(|(_, words)| words).collect();
            self.tell(broken, shape, value, path, hidden, &format!("{words}: [{}]", all.join(", ")));
        }
    }

    fn tell(&mut self, broken: Vec<Edge>, shape: &Shape, value: &Value, path: &str, hidden: bool, words: &str) {
        let shown = match value {
            _ if hidden => String::new(),
            Value::Null => " null".to_owned(),
            value => format!(" '{}'", display(self.description, value, shape)),
        };
        self.found.push(Violation {
            broken,
            text: format!("Value{shown} at '{path}' failed to satisfy constraint: {words}"),
        });
    }

    /// The constraints of its shape that a value does not keep.
    fn broken(&self, shape: &Shape, value: &Value) -> Vec<Rule> {
        let size = match (&shape.kind, value) {
            (Kind::Blob, Value::String(base64)) => bytes(base64),
            (_, Value::String(text)) => text.chars().count(),
            (_, Value::Array(items)) => items.len(),
            (_, Value::Object(entries)) => entries.len(),
            (_, Value::Null | Value::Bool(_) | Value::Number(_)) => 0,
        };
        let (size, number) = (i64::try_from(size).unwrap_or(i64::MAX), value.as_i64().unwrap_or_default());
        let text = value.as_str().unwrap_or_default();
        let is_broken = [
            (Rule::LengthMin, shape.length.min.is_some_and(|min| size < min)),
            (Rule::LengthMax, shape.length.max.is_some_and(|max| size > max)),
            (
                Rule::Pattern,
                self.maker.pattern(shape).is_some_and(|pattern: std::rc::Rc<Pattern>| !pattern.matches(text)),
            ),
            (Rule::RangeMin, shape.range.min.is_some_and(|min| number < min)),
            (Rule::RangeMax, shape.range.max.is_some_and(|max| number > max)),
            (Rule::Enum, !shape.values.is_empty() && !shape.values.iter().any(|value| value == text)),
        ];
        is_broken.into_iter().filter(|(_, is_broken)| *is_broken).map(|(rule, _)| rule).collect()
    }
}
