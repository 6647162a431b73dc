//! A shape -> values of it: the least that keeps all constraints, the greatest, and some of a wanted size.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::{Map, Value, json};

use super::description::{Bounds, Description, Kind, Shape};
use super::pattern::Pattern;

/// The longest of values that are held for requests with many.
const SHORT: usize = 300;

/// A description, and what was made of it before.
pub struct Maker<'d> {
    pub description: &'d Description,
    patterns: RefCell<BTreeMap<String, Rc<Pattern>>>,
    sized: RefCell<BTreeMap<(String, usize), Option<String>>>,
    short: RefCell<BTreeMap<String, Rc<Vec<Value>>>>,
}

impl<'d> Maker<'d> {
    pub fn new(description: &'d Description) -> Self {
        Self { description, patterns: RefCell::default(), sized: RefCell::default(), short: RefCell::default() }
    }

    pub fn pattern(&self, shape: &Shape) -> Option<Rc<Pattern>> {
        let java = shape.pattern.as_ref()?;
        let mut patterns = self.patterns.borrow_mut();
        let made = || Pattern::new(java, shape.example.as_slice()).into();
        Some(patterns.entry(shape.name.clone()).or_insert_with(made).clone())
    }

    /// Those of the values of a shape that are short; `make` is asked only once.
    pub fn short(&self, shape: &Shape, make: impl FnOnce() -> Vec<Value>) -> Rc<Vec<Value>> {
        if let Some(values) = self.short.borrow().get(&shape.name) {
            return values.clone();
        }
        let values: Rc<Vec<_>> = Rc::new(make().into_iter().filter(|value| value.to_string().len() < SHORT).collect());
        self.short.borrow_mut().insert(shape.name.clone(), values.clone());
        values
    }

    /// With the members that are required, and nothing else.
    pub fn least(&self, shape: &Shape) -> Value {
        let size = size(shape.length.min.unwrap_or(0));
        match &shape.kind {
            Kind::Text => self.short_text(shape).into(),
            Kind::Integer => number(shape.range, false).into(),
            Kind::Boolean => false.into(),
            Kind::Blob => blob(size).into(),
            Kind::Document => json!({}),
            Kind::Structure(members) => {
                let required = members.iter().filter(|member| member.required);
                required
                    .map(|member| (member.name.clone(), self.least(self.description.shape(&member.target))))
                    .collect()
            }
            Kind::List(_) | Kind::Map { .. } => self.of_size(shape, size),
        }
    }

    /// With all members, however deep; lists and maps have two items at most, since their size has its own edges.
    pub fn greatest(&self, shape: &Shape) -> Value {
        let least = size(shape.length.min.unwrap_or(0));
        let most = size(shape.length.max.unwrap_or(2)).min(2);
        match &shape.kind {
            Kind::Text => self.long_text(shape).into(),
            Kind::Integer => number(shape.range, true).into(),
            Kind::Boolean => true.into(),
            Kind::Blob => blob(size(shape.length.max.unwrap_or(3))).into(),
            Kind::Document => json!({ "a": [1, null, "b", { "c": true }] }),
            Kind::Structure(members) => {
                let all = members.iter();
                all.map(|member| (member.name.clone(), self.greatest(self.description.shape(&member.target)))).collect()
            }
            Kind::List(item) => {
                let item = self.description.shape(item);
                let mut items = vec![self.greatest(item)];
                items.resize_with(least.max(most), || self.least(item));
                items.into()
            }
            Kind::Map { key, value } => {
                let (key, value) = (self.description.shape(key), self.description.shape(value));
                let mut entries = Map::from_iter([(self.short_text(key), self.least(value))]);
                if most > 1 {
                    entries.insert(self.long_text(key), self.greatest(value));
                }
                entries.into()
            }
        }
    }

    /// A text, list or map of that size, which keeps all other constraints if there is one that does.
    pub fn of_size(&self, shape: &Shape, size: usize) -> Value {
        match &shape.kind {
            Kind::Text => self.text_of_size(shape, size).unwrap_or_else(|| "a".repeat(size)).into(),
            Kind::Blob => blob(size).into(),
            Kind::List(item) => vec![self.least(self.description.shape(item)); size].into(),
            Kind::Map { key, value } => {
                let (key, value) = (self.description.shape(key), self.least(self.description.shape(value)));
                let good = self.pattern(key).map_or_else(Vec::new, |pattern| pattern.good.clone());
                let good = good.into_iter().filter(|text| has_size(text, key.length));
                let keys = good.chain((0..size).map(|number| format!("key{number}")));
                keys.take(size).map(|key| (key, value.clone())).collect()
            }
            Kind::Integer | Kind::Boolean | Kind::Document | Kind::Structure(_) => Value::Null,
        }
    }

    pub fn text_of_size(&self, shape: &Shape, size: usize) -> Option<String> {
        let Some(pattern) = self.pattern(shape) else { return Some("a".repeat(size)) };
        let mut sized = self.sized.borrow_mut();
        sized.entry((shape.name.clone(), size)).or_insert_with(|| pattern.of_size(size)).clone()
    }

    /// One of the shortest texts that keep all constraints.
    fn short_text(&self, shape: &Shape) -> String {
        self.text(shape, shape.length.min.unwrap_or(0), |texts| texts.iter().min_by_key(|text| text.len()))
    }

    fn long_text(&self, shape: &Shape) -> String {
        self.text(shape, shape.length.max.unwrap_or(64), |texts| texts.iter().max_by_key(|text| text.len()))
    }

    /// A text of a size if there is a good one, else one that is chosen among good ones.
    fn text(&self, shape: &Shape, at: i64, choose: fn(&[String]) -> Option<&String>) -> String {
        if !shape.values.is_empty() {
            return choose(&shape.values).cloned().unwrap_or_default();
        }
        self.text_of_size(shape, size(at)).unwrap_or_else(|| {
            let mut good = self.pattern(shape).map_or_else(Vec::new, |pattern| pattern.good.clone());
            good.retain(|text| has_size(text, shape.length));
            choose(&good).cloned().unwrap_or_else(|| panic!("{}: no text is known that is valid", shape.name))
        })
    }
}

/// A bound of a size as one.
pub fn size(bound: i64) -> usize {
    usize::try_from(bound).expect("a size is not negative")
}

/// Base64 of as many bytes of zero.
fn blob(bytes: usize) -> String {
    let rest = ["", "AA==", "AAA="][bytes % 3];
    "AAAA".repeat(bytes / 3) + rest
}

fn number(range: Bounds, greatest: bool) -> i64 {
    let (min, max) = (range.min.unwrap_or(i32::MIN.into()), range.max.unwrap_or(i32::MAX.into()));
    if greatest { max } else { min }
}

fn has_size(text: &str, bounds: Bounds) -> bool {
    let size = i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    bounds.min.is_none_or(|min| size >= min) && bounds.max.is_none_or(|max| size <= max)
}
