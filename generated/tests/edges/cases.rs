//! An operation -> requests on both sides of the edge of every constraint in its input.

use std::fmt;

use serde_json::{Map, Value};

use super::description::{Kind, Member, Shape};
use super::values::{Maker, size};

/// What a value must keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    Required,
    LengthMin,
    LengthMax,
    RangeMin,
    RangeMax,
    Pattern,
    Enum,
}

/// Whose value: that of a member, or of an item, key or value, whose constraints are told together in brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    Member,
    Item,
    Key,
    Value,
}

/// One constraint at one kind of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    pub rule: Rule,
    pub place: Place,
}

/// Why a request is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// It has what is required.
    Least,
    /// It has all there is, as great as can be.
    Greatest,
    /// Nothing constrains a value in it.
    Free,
    /// It is just within.
    Keeps(Edge),
    /// It is just outside.
    Breaks(Edge),
    /// There is something good and bad everywhere.
    Mixed,
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (verb, Edge { rule, place }) = match self {
            Self::Least | Self::Greatest | Self::Free | Self::Mixed => return write!(f, "{self:?}"),
            Self::Keeps(edge) => ("keeps", edge),
            Self::Breaks(edge) => ("breaks", edge),
        };
        write!(f, "{place:?} {verb} {rule:?}")
    }
}

/// A value, and what for.
pub struct Variant {
    pub purpose: Purpose,
    pub value: Value,
}

/// Texts where nothing constrains them: nothing, signs that JSON escapes, and characters of each length.
const FREE: [&str; 3] = ["", "\"quoted\" \\ \u{1}\t\r\n/", "zß水😀\u{2028}\u{feff}"];

/// The longest text that is also tried with wide characters.
const WIDEST: usize = 5000;

/// How many requests of an operation have good and bad values everywhere.
const MIXED: usize = 10;

impl Maker<'_> {
    /// All requests of an operation that takes `shape`.
    pub fn requests(&self, shape: &Shape) -> Vec<Variant> {
        let mut all = vec![
            Variant { purpose: Purpose::Least, value: self.least(shape) },
            Variant { purpose: Purpose::Greatest, value: self.greatest(shape) },
        ];
        all.extend(self.variants(shape, Place::Member));
        all.push(Variant { purpose: Purpose::Mixed, value: Map::new().into() });
        let mut turn = 0;
        let mixed = std::iter::repeat_with(|| self.mixed(shape, &mut turn));
        all.extend(mixed.take(MIXED).map(|value| Variant { purpose: Purpose::Mixed, value }));
        all
    }

    /// Values of `shape` on both sides of each edge in them, with the least that must be around it.
    fn variants(&self, shape: &Shape, place: Place) -> Vec<Variant> {
        let mut all = self.own(shape, place);
        let inside = |name, place| self.variants(self.description.shape(name), place).into_iter();
        match &shape.kind {
            Kind::Structure(members) => {
                let least = self.least(shape);
                for member in members {
                    all.extend(required(&least, member));
                    all.extend(inside(&member.target, Place::Member).map(|inner| {
                        let mut value = least.clone();
                        value[&member.name] = inner.value;
                        Variant { value, ..inner }
                    }));
                }
            }
            Kind::List(item) => {
                let least = self.least(self.description.shape(item));
                // not the first, if there may be two
                let before = usize::from(shape.length.max.is_none_or(|max| max > 1));
                let after = size(shape.length.min.unwrap_or(0)).saturating_sub(before + 1);
                all.extend(inside(item, Place::Item).map(|inner| {
                    let mut items = vec![least.clone(); before];
                    items.push(inner.value);
                    items.extend(vec![least.clone(); after]);
                    Variant { value: items.into(), ..inner }
                }));
            }
            Kind::Map { key, value } => {
                let entry = |key: Value, value: Value| {
                    let key = key.as_str().expect("a key is a text").to_owned();
                    Map::from_iter([(key, value)]).into()
                };
                let least = [key, value].map(|name| self.least(self.description.shape(name)));
                let [least_key, least_value] = &least;
                let keys = inside(key, Place::Key);
                all.extend(keys.map(|inner| Variant { value: entry(inner.value, least_value.clone()), ..inner }));
                let values = inside(value, Place::Value);
                all.extend(values.map(|inner| Variant { value: entry(least_key.clone(), inner.value), ..inner }));
            }
            Kind::Text | Kind::Integer | Kind::Boolean | Kind::Blob | Kind::Document => {}
        }
        all
    }

    /// Values on both sides of each edge of a shape itself.
    fn own(&self, shape: &Shape, place: Place) -> Vec<Variant> {
        let mut all = Vec::new();
        let mut add = |rule, keeps, value: Value| {
            let edge = Edge { rule, place };
            all.push(Variant { purpose: if keeps { Purpose::Keeps(edge) } else { Purpose::Breaks(edge) }, value });
        };
        if let Some(min) = shape.length.min.map(size) {
            add(Rule::LengthMin, true, self.of_size(shape, min));
            if let Some(fewer) = min.checked_sub(1) {
                add(Rule::LengthMin, false, self.of_size(shape, fewer));
            }
        }
        if let Some(max) = shape.length.max.map(size) {
            add(Rule::LengthMax, true, self.of_size(shape, max));
            add(Rule::LengthMax, false, self.of_size(shape, max + 1));
            if matches!(shape.kind, Kind::Text) && max <= WIDEST {
                // four bytes each, and two units of UTF-16
                let wide = "😀".repeat(max);
                if self.pattern(shape).is_none_or(|pattern| pattern.matches(&wide)) {
                    add(Rule::LengthMax, true, wide.into());
                }
            }
        }
        if let Some(min) = shape.range.min {
            add(Rule::RangeMin, true, min.into());
            add(Rule::RangeMin, false, (min - 1).into());
        }
        if let Some(max) = shape.range.max {
            add(Rule::RangeMax, true, max.into());
            add(Rule::RangeMax, false, (max + 1).into());
        }
        if let Some(pattern) = self.pattern(shape) {
            for (keeps, texts) in [true, false].into_iter().zip(pattern.some()) {
                texts.into_iter().for_each(|text| add(Rule::Pattern, keeps, text.as_str().into()));
            }
        }
        for value in &shape.values {
            add(Rule::Enum, true, value.as_str().into());
            let near = [value.to_lowercase(), format!("{value} "), String::new()];
            let unknown = near.into_iter().filter(|near| !shape.values.contains(near));
            unknown.for_each(|near| add(Rule::Enum, false, near.into()));
        }
        if all.is_empty() {
            all.extend(self.free(shape).into_iter().map(|value| Variant { purpose: Purpose::Free, value }));
        }
        all
    }

    /// Values of a shape that nothing constrains.
    fn free(&self, shape: &Shape) -> Vec<Value> {
        match &shape.kind {
            Kind::Text => FREE.map(Value::from).into(),
            Kind::List(_) | Kind::Map { .. } => [0, 1, 3].map(|size| self.of_size(shape, size)).into(),
            Kind::Structure(_) => vec![self.least(shape)],
            Kind::Integer | Kind::Boolean | Kind::Blob | Kind::Document => {
                vec![self.least(shape), self.greatest(shape)]
            }
        }
    }

    /// A value with good and bad ones in all places, others at each turn.
    fn mixed(&self, shape: &Shape, turn: &mut usize) -> Value {
        *turn += 1;
        let now = *turn;
        let mut inside = |name: &String| self.mixed(self.description.shape(name), turn);
        match &shape.kind {
            Kind::Structure(members) => {
                let all = members.iter().map(|member| (member.name.clone(), inside(&member.target)));
                // one in five is left out
                all.enumerate()
                    .filter(|(index, _)| !(index + now).is_multiple_of(5))
                    .map(|(_, member)| member)
                    .collect()
            }
            Kind::List(item) => [(); 3].map(|()| inside(item)).to_vec().into(),
            Kind::Map { key, value } => {
                let entries = [(); 2].map(|()| (inside(key).as_str().unwrap_or_default().to_owned(), inside(value)));
                entries.into_iter().collect()
            }
            Kind::Text | Kind::Integer | Kind::Boolean | Kind::Blob | Kind::Document => {
                let own =
                    self.short(shape, || self.own(shape, Place::Member).into_iter().map(|own| own.value).collect());
                own.get(now % own.len().max(1)).cloned().unwrap_or_else(|| self.least(shape))
            }
        }
    }
}

/// A structure with a required member, without it, and with `null` in its place.
fn required(least: &Value, member: &Member) -> Vec<Variant> {
    if !member.required {
        return Vec::new();
    }
    let edge = Edge { rule: Rule::Required, place: Place::Member };
    let (mut without, mut null) = (least.clone(), least.clone());
    without.as_object_mut().and_then(|members| members.remove(&member.name));
    null[&member.name] = Value::Null;
    let without = [without, null].map(|value| Variant { purpose: Purpose::Breaks(edge), value });
    std::iter::once(Variant { purpose: Purpose::Keeps(edge), value: least.clone() }).chain(without).collect()
}
