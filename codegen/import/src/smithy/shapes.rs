//! Shapes of a Smithy model -> shapes and errors of the language.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::draft::{self, free_name, made_name};
use super::super::failure::ImportError;
use super::super::notes::Notes;
use super::super::number;
use super::anchors::whole;
use super::closure::{Closure, members};
use super::kinds::{kind, nearest, prelude};
use super::raw::{self, Traits, value};
use super::rest;
use super::traits::{default, documentation, format, values};
use codegen_spec::{Entries, Error, Fault, Member, Number, Shape, Type};

/// Traits that make another shape of what they stand on.
const CONSTRAINTS: [&str; 6] = [
    "smithy.api#length",
    "smithy.api#range",
    "smithy.api#pattern",
    "smithy.api#uniqueItems",
    "smithy.api#timestampFormat",
    "smithy.api#enum",
];

/// Shapes as they are read.
pub(super) struct Reader<'m> {
    model: &'m BTreeMap<String, raw::Shape>,
    names: &'m BTreeMap<&'m str, &'m str>,
    /// Errors that are used as values too, with the names of the shapes that say so.
    values: BTreeMap<&'m str, String>,
    shapes: BTreeMap<String, Shape>,
    errors: BTreeMap<String, Error>,
    /// Shapes of which members at hand make others: a list may be made of lists like itself.
    open: Vec<String>,
}

#[derive(Deserialize)]
struct Bounds {
    #[serde(default)]
    min: Option<Number>,
    #[serde(default)]
    max: Option<Number>,
}

#[derive(Deserialize)]
struct QueryError {
    code: String,
}

impl<'m> Reader<'m> {
    /// Finds out which errors are values too: an error is no shape in the language, so such a one stands there twice.
    pub(super) fn new(model: &'m BTreeMap<String, raw::Shape>, closure: &'m Closure<'m>) -> Self {
        let names = &closure.names;
        let of_shapes = names.keys().filter_map(|id| model.get(*id)).flat_map(members).map(|member| &member.target);
        let of_operations = closure.operations.iter().filter_map(|id| model.get(*id));
        let of_operations = of_operations.flat_map(|shape| shape.input.iter().chain(&shape.output));
        let used = of_shapes.chain(of_operations.map(|reference| &reference.target)).map(String::as_str);
        let errors = used.filter(|id| model.get(*id).is_some_and(is_error));
        let is_taken = |name: &str| names.values().any(|taken| *taken == name);
        let values = errors.filter_map(|id| Some((id, free_name(format!("{}Value", names.get(id)?), is_taken))));
        let values = values.collect();
        Self { model, names, values, shapes: BTreeMap::new(), errors: BTreeMap::new(), open: Vec::new() }
    }

    /// Reads all shapes of the service.
    ///
    /// # Errors
    /// Where one contradicts itself, or is incomplete.
    pub(super) fn read(&mut self, notes: &mut Notes) -> Result<(), ImportError> {
        for (id, name) in self.names {
            let Some(raw) = self.model.get(*id) else { continue };
            if is_error(raw) {
                self.read_error(id, name, raw, notes)?;
            } else {
                let place = format!("shape {name}");
                rest::note(&place, &raw.traits, notes);
                let shape = self.shape(&place, name, raw, &raw.traits, notes)?;
                self.shapes.insert((*name).to_owned(), shape);
            }
        }
        Ok(())
    }

    /// What was read.
    pub(super) fn into_parts(self) -> (BTreeMap<String, Shape>, BTreeMap<String, Error>) {
        (self.shapes, self.errors)
    }

    /// The name of the shape or type that an id means where a value is expected; none for the prelude's unit.
    ///
    /// # Errors
    /// Where the model does not define it.
    pub(super) fn target(&mut self, place: &str, id: &str, notes: &mut Notes) -> Result<Option<String>, ImportError> {
        if let Some(name) = self.names.get(id) {
            return Ok(Some(self.values.get(id).map_or(*name, String::as_str).to_owned()));
        }
        if id == "smithy.api#Unit" {
            return Ok(None);
        }
        let kind = nearest(place, prelude(place, id)?, notes)?;
        let word = kind.word();
        if !self.names.values().any(|name| *name == word) {
            return Ok(Some(word.to_owned()));
        }
        // a shape of the model has the word for its name, and would be meant
        let name = made_name("Plain", word, |name| self.is_taken(name));
        self.shapes.insert(name.clone(), Shape::of_type(kind));
        Ok(Some(name))
    }

    fn is_taken(&self, name: &str) -> bool {
        self.names.values().any(|taken| *taken == name)
            || self.shapes.contains_key(name)
            || self.values.values().any(|taken| taken == name)
    }

    fn read_error(&mut self, id: &str, name: &str, raw: &raw::Shape, notes: &mut Notes) -> Result<(), ImportError> {
        let place = format!("error {name}");
        rest::note(&place, &raw.traits, notes);
        let mut shape = self.shape(&place, name, raw, &raw.traits, notes)?;
        let members = shape.members.clone().unwrap_or_default();
        let fault = match value::<String>(&place, &raw.traits, "smithy.api#error")?.as_deref() {
            Some("server") => Fault::Server,
            Some(_) | None => Fault::Client,
        };
        let usual = match fault {
            Fault::Client => 400,
            Fault::Server => 500,
        };
        let status: Option<u16> = value(&place, &raw.traits, "smithy.api#httpError")?;
        let query: Option<QueryError> = value(&place, &raw.traits, "aws.protocols#awsQueryError")?;
        if let Some(QueryError { code }) = query.filter(|query| query.code != name) {
            notes.add(&place, format_args!("the code `{code}` is left out; the protocol sends the shape's name"));
        }
        let status = status.filter(|status| *status != usual);
        let error = Error { doc: shape.doc.take(), rust_name: None, fault, status, members, wire: None };
        self.errors.insert(name.to_owned(), error);
        if let Some(value) = self.values.get(id) {
            notes.add(&place, format_args!("is used as a value too, for which there is the shape `{value}`"));
            self.shapes.insert(value.clone(), shape);
        }
        Ok(())
    }

    /// Reads a shape as `traits` make it: its own, or those of a member laid over them.
    fn shape(
        &mut self,
        place: &str,
        name: &str,
        raw: &raw::Shape,
        traits: &Traits,
        notes: &mut Notes,
    ) -> Result<Shape, ImportError> {
        let mut shape = Shape::of_type(kind(place, raw, traits, notes)?);
        shape.doc = documentation(place, traits)?;
        shape.sensitive = traits.contains_key("smithy.api#sensitive");
        shape.unique_items = traits.contains_key("smithy.api#uniqueItems") || raw.r#type == raw::Type::Set;
        let pattern: Option<String> = value(place, traits, "smithy.api#pattern")?;
        shape.pattern = pattern.as_deref().map(|pattern| whole(pattern).into_owned());
        shape.r#enum = values(place, raw, traits)?;
        shape.format = format(place, traits)?;
        match shape.r#type {
            Type::Structure | Type::Union => shape.members = Some(self.members(place, name, raw, notes)?),
            Type::List => shape.member = Some(self.part(place, name, "member", raw.member.as_ref(), notes)?),
            Type::Map => {
                shape.key = Some(self.part(place, name, "key", raw.key.as_ref(), notes)?);
                shape.value = Some(self.part(place, name, "value", raw.value.as_ref(), notes)?);
            }
            Type::String
            | Type::Integer
            | Type::Long
            | Type::Float
            | Type::Double
            | Type::Boolean
            | Type::Blob
            | Type::Timestamp
            | Type::Document => {}
        }
        for id in ["smithy.api#length", "smithy.api#range"] {
            if let Some(Bounds { min, max }) = value(place, traits, id)? {
                number::bound(&mut shape, place, min, max, notes)?;
            }
        }
        Ok(shape)
    }

    fn members(
        &mut self,
        place: &str,
        name: &str,
        raw: &raw::Shape,
        notes: &mut Notes,
    ) -> Result<Entries<Member>, ImportError> {
        let mut members = Vec::new();
        for (member, said) in raw.members.iter() {
            let place = format!("{place}, member {member}");
            let traits = &said.traits;
            let target = self.reference(&place, name, member, said, notes)?;
            let member_of = Member {
                target,
                doc: documentation(&place, traits)?,
                required: traits.contains_key("smithy.api#required"),
                sensitive: traits.contains_key("smithy.api#sensitive").then_some(true),
                default: default(&place, traits.get("smithy.api#default"), notes),
                ..Member::default()
            };
            members.push((member.to_owned(), member_of));
        }
        draft::members(place, members)
    }

    /// What a list or a map is made of.
    fn part(
        &mut self,
        place: &str,
        name: &str,
        part: &str,
        member: Option<&raw::Member>,
        notes: &mut Notes,
    ) -> Result<String, ImportError> {
        let missing = || ImportError::new(place, format!("`{part}` is missing"), "mend the model: add it");
        self.reference(&format!("{place}, {part}"), name, part, member.ok_or_else(missing)?, notes)
    }

    /// The name of the shape that a member means: a new one where its own traits make it another.
    fn reference(
        &mut self,
        place: &str,
        owner: &str,
        name: &str,
        member: &raw::Member,
        notes: &mut Notes,
    ) -> Result<String, ImportError> {
        rest::note(place, &member.traits, notes);
        let Some(target) = self.target(place, &member.target, notes)? else { return Ok(self.unit()) };
        let own = member.traits.iter().filter(|(id, _)| CONSTRAINTS.contains(&id.as_str()));
        let own: Vec<_> = own.map(|(id, value)| (id.clone(), value.clone())).collect();
        if own.is_empty() {
            return Ok(target);
        }
        if self.open.contains(&member.target) {
            notes.add(&place, "its constraints are left out: it is a part of itself");
            return Ok(target);
        }
        let plain;
        let raw = if let Some(raw) = self.model.get(&member.target) {
            raw
        } else {
            plain = raw::Shape::plain(prelude(place, &member.target)?);
            &plain
        };
        let mut traits = raw.traits.clone();
        traits.extend(own);
        traits.remove("smithy.api#documentation");
        let made = made_name(owner, name, |name| self.is_taken(name));
        self.open.push(member.target.clone());
        let shape = self.shape(place, &made, raw, &traits, notes)?;
        self.open.pop();
        self.shapes.insert(made.clone(), shape);
        Ok(made)
    }

    /// The prelude's unit as a value: a structure without members.
    fn unit(&mut self) -> String {
        let name = free_name("Unit".to_owned(), |name| self.names.values().any(|taken| *taken == name));
        let mut shape = Shape::of_type(Type::Structure);
        shape.members = Some(Entries::default());
        self.shapes.insert(name.clone(), shape);
        name
    }
}

/// Whether a shape is an error.
pub(super) fn is_error(shape: &raw::Shape) -> bool {
    shape.traits.contains_key("smithy.api#error")
}
