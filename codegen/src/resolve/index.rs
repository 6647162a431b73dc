//! Names of shapes and errors -> ids: the order of the arena is settled here.

use std::collections::{BTreeMap, HashSet};

use crate::model::ShapeId;
use crate::spec::{Error, Shape, Spec, Type};

/// The types that a target may name by their words, without a shape of their own.
pub(crate) const PLAIN_TYPES: [(&str, Type); 9] = [
    ("blob", Type::Blob),
    ("boolean", Type::Boolean),
    ("document", Type::Document),
    ("double", Type::Double),
    ("float", Type::Float),
    ("integer", Type::Integer),
    ("long", Type::Long),
    ("string", Type::String),
    ("timestamp", Type::Timestamp),
];

/// What is known under each name of one description.
#[derive(Debug)]
pub(crate) struct Index<'s> {
    entries: Vec<Named<'s>>,
    shapes: BTreeMap<&'s str, ShapeId>,
    errors: BTreeMap<&'s str, ShapeId>,
}

/// A name, what it stands for, and the file that says so.
type Named<'s> = (&'s str, Entry<'s>, usize);

/// What a name stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Entry<'s> {
    /// A shape of the description.
    Shape(&'s Shape),
    /// An error of the description.
    Error(&'s Error),
    /// A type of the language.
    Plain(Type),
}

impl<'s> Index<'s> {
    pub(crate) fn new(spec: &'s Spec) -> Self {
        let mut entries: Vec<Named<'_>> = Vec::new();
        entries.extend(spec.shapes.iter().map(|(source, name, shape)| (name.as_str(), Entry::Shape(shape), *source)));
        entries.extend(spec.errors.iter().map(|(source, name, error)| (name.as_str(), Entry::Error(error), *source)));
        let described = |word: &str| spec.shapes.iter().any(|(_, name, _)| name == word);
        let used = used(spec);
        let plain = PLAIN_TYPES.into_iter().filter(|(word, _)| used.contains(word) && !described(word));
        entries.extend(plain.map(|(word, plain)| (word, Entry::Plain(plain), 0)));
        entries.sort_by_key(|(name, ..)| *name);
        let mut index = Self { entries: Vec::new(), shapes: BTreeMap::new(), errors: BTreeMap::new() };
        for (id, (name, entry, _)) in entries.iter().enumerate() {
            match entry {
                Entry::Shape(_) | Entry::Plain(_) => index.shapes.insert(name, ShapeId(id)),
                Entry::Error(_) => index.errors.insert(name, ShapeId(id)),
            };
        }
        index.entries = entries;
        index
    }

    /// All entries in the order of their ids.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&'s str, Entry<'s>)> {
        self.entries.iter().map(|(name, entry, _)| (*name, *entry))
    }

    /// The errors, sorted by name.
    pub(crate) fn errors(&self) -> impl Iterator<Item = (&'s str, &'s Error)> {
        self.entries.iter().filter_map(|(name, entry, _)| match entry {
            Entry::Error(error) => Some((*name, *error)),
            Entry::Shape(_) | Entry::Plain(_) => None,
        })
    }

    /// The shape that a target names. An error's structure is one too, where no shape has its name.
    pub(crate) fn shape(&self, name: &str) -> Option<ShapeId> {
        self.shapes.get(name).or_else(|| self.errors.get(name)).copied()
    }

    /// The structure of an error.
    pub(crate) fn error(&self, name: &str) -> Option<ShapeId> {
        self.errors.get(name).copied()
    }

    /// What an id stands for.
    pub(crate) fn entry(&self, id: ShapeId) -> Entry<'s> {
        self.entries[id.0].1
    }

    /// The file that describes what an id stands for, which no file does for a type of the language.
    pub(crate) fn source(&self, id: ShapeId) -> usize {
        self.entries[id.0].2
    }

    /// The names that a target could have meant, for help.
    pub(crate) fn shape_names(&self) -> impl Iterator<Item = &'s str> {
        self.shapes.keys().copied().chain(PLAIN_TYPES.into_iter().map(|(word, _)| word))
    }
}

/// The names that a description refers to.
fn used(spec: &Spec) -> HashSet<&str> {
    let of_errors = spec.errors.iter().flat_map(|(_, _, error)| error.members.iter());
    let of_errors = of_errors.map(|(_, member)| member.target.as_str());
    spec.shapes.iter().flat_map(|(_, _, shape)| targets(shape)).chain(of_errors).collect()
}

/// The names that a shape refers to.
pub(crate) fn targets(shape: &Shape) -> impl Iterator<Item = &str> {
    let members = shape.members.iter().flat_map(|members| members.iter().map(|(_, member)| member.target.as_str()));
    members.chain([&shape.member, &shape.key, &shape.value].into_iter().filter_map(Option::as_deref))
}

impl Entry<'_> {
    /// The kind of shape it is.
    pub(crate) fn r#type(self) -> Type {
        match self {
            Self::Shape(shape) => shape.r#type,
            Self::Error(_) => Type::Structure,
            Self::Plain(plain) => plain,
        }
    }
}
