//! Shapes, errors and plain types of a description -> the model's shapes, in the order of their ids.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{Index, name, order, patterns, spelled};
use crate::model::{
    Constraint, Enum, Kind, Member, Name, Origin, Pattern, PatternId, Presence, Scalar, Served, Shape, ShapeId,
    Structure, TimestampFormat,
};
use crate::resolve::index::Entry;
use crate::spec::{self, Entries, Number, Range, ReportOrder, Type};
use crate::{names, parallel};

pub(super) fn shapes(index: &Index<'_>, patterns: &[Pattern], order: ReportOrder) -> Vec<Shape> {
    let resolver = Resolver { index, patterns, order };
    let entries: Vec<_> = index.entries().collect();
    let shape = |(name, entry): &(&str, Entry<'_>)| match entry {
        Entry::Shape(shape) => resolver.described(name, shape),
        Entry::Error(error) => resolver.error(name, error),
        Entry::Plain(plain) => resolver.plain(name, *plain),
    };
    parallel::map(&entries, |_| 0, shape)
}

struct Resolver<'a> {
    index: &'a Index<'a>,
    patterns: &'a [Pattern],
    order: ReportOrder,
}

impl Resolver<'_> {
    fn described(&self, wire_name: &str, shape: &spec::Shape) -> Shape {
        Shape {
            name: name(wire_name, shape.rust_name.as_deref()),
            doc: shape.doc.clone(),
            origin: Origin::Described,
            kind: self.kind(shape),
            constraints: self.constraints(shape),
            sensitive: shape.sensitive,
            redacted: echoed(shape).map_or(shape.sensitive, |echoed| !echoed),
            checked: false,
            served: Served::default(),
            example: shape.example.as_ref().map(scalar),
        }
    }

    fn error(&self, wire_name: &str, error: &spec::Error) -> Shape {
        Shape {
            name: name(wire_name, error.rust_name.as_deref()),
            doc: error.doc.clone(),
            origin: Origin::Error,
            kind: Kind::Structure(self.structure(&error.members)),
            constraints: Vec::new(),
            sensitive: false,
            redacted: false,
            checked: false,
            served: Served::default(),
            example: None,
        }
    }

    fn plain(&self, word: &str, plain: Type) -> Shape {
        let shape = spec::Shape::of_type(plain);
        Shape { origin: Origin::Plain, ..self.described(word, &shape) }
    }

    fn kind(&self, shape: &spec::Shape) -> Kind {
        let none = Entries::default();
        let members = shape.members.as_ref().unwrap_or(&none);
        match shape.r#type {
            Type::Structure => Kind::Structure(self.structure(members)),
            Type::Union => Kind::Union(self.members(members)),
            Type::List => Kind::List(self.target(shape.member.as_deref())),
            Type::Map => {
                Kind::Map { key: self.target(shape.key.as_deref()), value: self.target(shape.value.as_deref()) }
            }
            Type::String => shape.r#enum.as_ref().map_or(Kind::String, |values| {
                Kind::Enum(Enum {
                    variants: values.iter().map(|value| variant(value, shape.rust_names.as_ref())).collect(),
                    report_order: order::enum_order(values),
                })
            }),
            Type::Integer => Kind::Integer,
            Type::Long => Kind::Long,
            Type::Float => Kind::Float,
            Type::Double => Kind::Double,
            Type::Boolean => Kind::Boolean,
            Type::Blob => Kind::Blob,
            Type::Timestamp => Kind::Timestamp(match shape.format {
                None | Some(spec::TimestampFormat::EpochSeconds) => TimestampFormat::EpochSeconds,
                Some(spec::TimestampFormat::DateTime) => TimestampFormat::DateTime,
                Some(spec::TimestampFormat::HttpDate) => TimestampFormat::HttpDate,
            }),
            Type::Document => Kind::Document,
        }
    }

    fn structure(&self, members: &Entries<spec::Member>) -> Structure {
        let names: Vec<_> = members.iter().map(|(name, _)| name).collect();
        Structure { members: self.members(members), report_order: order::member_order(&names, self.order) }
    }

    fn members(&self, members: &Entries<spec::Member>) -> Vec<Member> {
        members.iter().map(|(name, member)| self.member(name, member)).collect()
    }

    fn member(&self, wire_name: &str, member: &spec::Member) -> Member {
        let target = self.target(Some(&member.target));
        let echoed = match self.index.entry(target) {
            Entry::Shape(shape) => echoed(shape),
            Entry::Error(_) | Entry::Plain(_) => None,
        };
        let basis = member.rust_name.as_deref().unwrap_or(wire_name);
        Member {
            name: spelled(wire_name, names::variant_name(basis), basis),
            reported_name: names::reported_name(wire_name),
            doc: member.doc.clone(),
            target,
            presence: match (member.required, &member.default) {
                (true, _) => Presence::Required,
                (false, Some(value)) => Presence::Default(scalar(value)),
                (false, None) => Presence::Optional,
            },
            boxed: false,
            sensitive: member.sensitive.unwrap_or_else(|| self.is_secret(target)),
            redacted: match (echoed, member.sensitive) {
                (Some(echoed), _) => !echoed,
                (None, Some(sensitive)) => sensitive,
                (None, None) => self.is_redacted(target),
            },
            example: member.example.as_ref().map(scalar),
        }
    }

    /// Whether the values of a shape are secret, or those in its lists and maps: a structure hides its own.
    fn is_secret(&self, id: ShapeId) -> bool {
        let Entry::Shape(shape) = self.index.entry(id) else { return false };
        shape.sensitive || self.inner(shape).any(|inner| self.is_secret(inner))
    }

    /// Whether the text of violations leaves the values of a shape out, or those in its lists and maps.
    fn is_redacted(&self, id: ShapeId) -> bool {
        let Entry::Shape(shape) = self.index.entry(id) else { return false };
        match echoed(shape) {
            Some(echoed) => !echoed,
            None => shape.sensitive || self.inner(shape).any(|inner| self.is_redacted(inner)),
        }
    }

    /// The shapes of a list's items, or of a map's keys and values.
    fn inner(&self, shape: &spec::Shape) -> impl Iterator<Item = ShapeId> {
        let names = [&shape.member, &shape.key, &shape.value].into_iter().flatten();
        names.filter_map(|name| self.index.shape(name))
    }

    /// The id of a name that was checked to have one.
    fn target(&self, name: Option<&str>) -> ShapeId {
        name.and_then(|name| self.index.shape(name)).unwrap_or(ShapeId(0))
    }

    /// In the order in which a server reports them.
    fn constraints(&self, shape: &spec::Shape) -> Vec<Constraint> {
        let mut constraints = Vec::new();
        // a value outside an enum's set is reported for that alone, so that bounds beside it never show
        let is_enum = shape.r#enum.is_some();
        let length = shape.wire.as_ref().and_then(|wire| wire.length).or(shape.length);
        if let Some(length) = length.filter(|_| !is_enum) {
            constraints.push(Constraint::Length { min: length.min, max: length.max });
        }
        if let Some(range) = shape.range {
            constraints.push(self::range(range, shape.r#type));
        }
        if let Some(text) = patterns::effective(shape).filter(|_| !is_enum)
            && let Some(id) = self.patterns.iter().position(|pattern| pattern.source == text)
        {
            constraints.push(Constraint::Pattern(PatternId(id)));
        }
        if shape.unique_items {
            constraints.push(Constraint::UniqueItems);
        }
        constraints
    }
}

fn range(range: Range, r#type: Type) -> Constraint {
    match r#type {
        Type::Float | Type::Double => {
            Constraint::FloatRange { min: range.min.map(Number::as_f64), max: range.max.map(Number::as_f64) }
        }
        Type::Structure
        | Type::Union
        | Type::List
        | Type::Map
        | Type::String
        | Type::Integer
        | Type::Long
        | Type::Boolean
        | Type::Blob
        | Type::Timestamp
        | Type::Document => {
            Constraint::Range { min: range.min.and_then(Number::as_i64), max: range.max.and_then(Number::as_i64) }
        }
    }
}

fn variant(value: &str, rust_names: Option<&Entries<String>>) -> Name {
    let given = rust_names.and_then(|names| names.get(value)).map(String::as_str);
    let camel = given.map_or_else(|| names::variant_name(value), str::to_owned);
    spelled(value, camel, given.unwrap_or(value))
}

fn scalar(value: &spec::Scalar) -> Scalar {
    match value {
        spec::Scalar::Boolean(value) => Scalar::Boolean(*value),
        spec::Scalar::Number(Number::Integer(value)) => Scalar::Integer(*value),
        spec::Scalar::Number(Number::Float(value)) => Scalar::Float(*value),
        spec::Scalar::String(text) => Scalar::String(text.clone()),
        spec::Scalar::EmptyList => Scalar::EmptyList,
        spec::Scalar::EmptyMap => Scalar::EmptyMap,
    }
}

impl Scalar {
    /// The bytes that a text stands for, as base64; `None` if it is none.
    pub(crate) fn bytes(&self) -> Option<Vec<u8>> {
        let Self::String(text) = self else { return None };
        STANDARD.decode(text).ok()
    }
}

/// Whether the text of violations shows a shape's values, where that was seen.
fn echoed(shape: &spec::Shape) -> Option<bool> {
    shape.wire.as_ref().and_then(|wire| wire.echoed)
}
