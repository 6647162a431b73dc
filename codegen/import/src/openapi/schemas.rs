//! Schemas of an `OpenAPI` document -> shapes and errors of the language.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::super::draft::{self, free_name, made_name};
use super::super::failure::ImportError;
use super::super::html::to_markdown;
use super::super::notes::{Aside, Notes};
use super::super::number;
use super::kinds::kind;
use super::raw::{Additional, Schema, name};
use super::text;
use codegen_spec::{Entries, Error, Fault, Member, Scalar, Shape, Type};

/// Shapes as they are read.
pub(super) struct Reader<'d> {
    schemas: &'d Entries<Schema>,
    /// Schemas that are errors, with the statuses they are declared with.
    failures: BTreeMap<String, BTreeSet<u16>>,
    shapes: BTreeMap<String, Shape>,
    errors: BTreeMap<String, (Option<String>, Entries<Member>)>,
    has_timestamps: bool,
}

impl<'d> Reader<'d> {
    pub(super) fn new(schemas: &'d Entries<Schema>, failures: BTreeMap<String, BTreeSet<u16>>) -> Self {
        Self { schemas, failures, shapes: BTreeMap::new(), errors: BTreeMap::new(), has_timestamps: false }
    }

    /// Reads all schemas that have names.
    ///
    /// # Errors
    /// Where one contradicts itself.
    pub(super) fn read(&mut self, notes: &mut Notes) -> Result<(), ImportError> {
        for (name, schema) in self.schemas.iter() {
            let is_error = self.failures.contains_key(name);
            let place = if is_error { format!("error {name}") } else { format!("shape {name}") };
            // a schema that only says that there is one: an error without members
            if is_error && schema.properties.is_none() {
                self.errors.insert(name.to_owned(), (doc(schema), Entries::default()));
                continue;
            }
            let shape = self.shape(&place, name, schema, notes)?;
            if is_error {
                self.errors.insert(name.to_owned(), (shape.doc, shape.members.unwrap_or_default()));
            } else {
                self.shapes.insert(name.to_owned(), shape);
            }
        }
        Ok(())
    }

    /// What was read. `is_counted` says whether the statuses of errors are numbers only.
    pub(super) fn into_parts(
        self,
        is_counted: bool,
        notes: &mut Notes,
    ) -> (BTreeMap<String, Shape>, BTreeMap<String, Error>) {
        let Self { shapes, errors, failures, has_timestamps, .. } = self;
        if has_timestamps {
            notes.guess(
                &"timestamps",
                "the document calls all of them texts; they are taken to be what the protocol has",
            );
        }
        let is_server = |name: &str| {
            let statuses = failures.get(name).into_iter().flatten();
            if is_counted { name.starts_with("Internal") } else { statuses.copied().all(|status| status >= 500) }
        };
        let servers: Vec<_> = errors.keys().filter(|name| is_server(name)).map(|name| format!("`{name}`")).collect();
        if is_counted {
            let servers = if servers.is_empty() { "none".to_owned() } else { servers.join(", ") };
            notes.guess(&"errors", format_args!("the server's faults are a guess by name: {servers}"));
        }
        let error = |(name, (doc, members)): (String, (Option<String>, Entries<Member>))| {
            let fault = if is_server(&name) { Fault::Server } else { Fault::Client };
            (name, Error { doc, rust_name: None, fault, status: None, members, wire: None })
        };
        (shapes, errors.into_iter().map(error).collect())
    }

    /// The name of the shape that a schema in use means: that of its reference, the language's word for a type, or a
    /// new shape where it says more.
    ///
    /// # Errors
    /// Where the schema contradicts itself.
    pub(super) fn reference(
        &mut self,
        place: &str,
        owner: &str,
        part: &str,
        schema: &Schema,
        notes: &mut Notes,
    ) -> Result<String, ImportError> {
        // a reference beside which more is said is written as a list of both
        let referred =
            schema.reference.as_ref().or_else(|| schema.all_of.iter().find_map(|part| part.reference.as_ref()));
        if let Some(reference) = referred {
            for said in schema.all_of.iter().chain([schema]) {
                note_rest(place, said, notes);
            }
            return self.target(name(reference), notes);
        }
        let made = self.shape(place, owner, schema, notes)?;
        let plain = Shape { doc: None, ..made.clone() };
        let word = made.r#type.word();
        if plain == Shape::of_type(made.r#type) && draft::is_type_word(word) && self.schemas.get(word).is_none() {
            return Ok(word.to_owned());
        }
        let name = made_name(owner, part, |name| self.is_taken(name));
        self.shapes.insert(name.clone(), made);
        Ok(name)
    }

    /// The name of a schema where it is used as a value. An error is no shape in the language: one that is a value
    /// too stands there twice.
    fn target(&mut self, name: &str, notes: &mut Notes) -> Result<String, ImportError> {
        if !self.failures.contains_key(name) {
            return Ok(name.to_owned());
        }
        let value = free_name(format!("{name}Value"), |name| self.schemas.get(name).is_some());
        if !self.shapes.contains_key(&value) {
            let place = format!("error {name}");
            notes.add(&place, format_args!("is used as a value too, for which there is the shape `{value}`"));
            self.shapes.insert(value.clone(), Shape::of_type(Type::Document));
            let shape = match self.schemas.get(name) {
                Some(schema) => self.shape(&place, name, schema, &mut Notes::default())?,
                None => return Ok(name.to_owned()),
            };
            self.shapes.insert(value.clone(), shape);
        }
        Ok(value)
    }

    fn is_taken(&self, name: &str) -> bool {
        self.schemas.get(name).is_some() || self.shapes.contains_key(name)
    }

    fn shape(&mut self, place: &str, name: &str, schema: &Schema, notes: &mut Notes) -> Result<Shape, ImportError> {
        note_rest(place, schema, notes);
        let mut shape = Shape::of_type(kind(place, schema, notes));
        shape.doc = doc(schema);
        shape.sensitive = schema.format.as_deref() == Some("password");
        shape.pattern = schema.pattern.clone().or_else(|| schema.x_pattern.clone());
        shape.unique_items = schema.unique_items;
        let (min, max) = match shape.r#type {
            Type::String | Type::Blob => (schema.min_length, schema.max_length),
            Type::List => (schema.min_items, schema.max_items),
            Type::Map => (schema.min_properties, schema.max_properties),
            Type::Structure
            | Type::Union
            | Type::Integer
            | Type::Long
            | Type::Float
            | Type::Double
            | Type::Boolean
            | Type::Timestamp
            | Type::Document => (schema.minimum, schema.maximum),
        };
        number::bound(&mut shape, place, min, max, notes)?;
        match (&schema.r#enum, shape.r#type) {
            (Some(values), Type::String) => {
                shape.r#enum = Some(values.iter().filter(|value| !value.is_null()).map(text).collect());
            }
            (Some(_), _) => notes.add(&place, "`enum` is left out; the language has it for texts only"),
            (None, _) => {}
        }
        match shape.r#type {
            Type::Structure | Type::Union => shape.members = Some(self.members(place, name, schema, notes)?),
            Type::List => shape.member = Some(self.part(place, name, "member", schema.items.as_deref(), notes)?),
            Type::Map => {
                let value = match &schema.additional_properties {
                    Some(Additional::Schema(value)) => Some(&**value),
                    Some(Additional::Allowed(_)) | None => None,
                };
                shape.key = Some(self.key(place, name, notes)?);
                shape.value = Some(self.part(place, name, "value", value, notes)?);
            }
            Type::Timestamp => self.has_timestamps = true,
            Type::String
            | Type::Integer
            | Type::Long
            | Type::Float
            | Type::Double
            | Type::Boolean
            | Type::Blob
            | Type::Document => {}
        }
        Ok(shape)
    }

    fn members(
        &mut self,
        place: &str,
        name: &str,
        schema: &Schema,
        notes: &mut Notes,
    ) -> Result<Entries<Member>, ImportError> {
        let mut members = Vec::new();
        let options = schema.one_of.iter().filter_map(|option| option.properties.as_ref());
        for (member, said) in schema.properties.iter().chain(options).flat_map(Entries::iter) {
            let place = format!("{place}, member {member}");
            let target = self.reference(&place, name, member, said, notes)?;
            let default = said.default.as_ref().filter(|value| !value.is_null());
            let scalar = default.and_then(|value| Scalar::deserialize(value).ok());
            if let (Some(value), None) = (default, &scalar) {
                notes.left_out(&place, "default", value);
            }
            let doc = doc(said).or_else(|| said.all_of.iter().find_map(doc));
            let required = schema.required.iter().any(|required| required == member);
            members.push((member.to_owned(), Member { target, doc, required, default: scalar, ..Member::default() }));
        }
        for missing in schema.required.iter().filter(|name| !members.iter().any(|(member, _)| member == *name)) {
            notes.add(&place, format_args!("requires `{missing}`, which it does not have"));
        }
        draft::members(place, members)
    }

    /// The keys of a map, of which the form says nothing: any text.
    fn key(&mut self, place: &str, name: &str, notes: &mut Notes) -> Result<String, ImportError> {
        let word = Type::String.word();
        if self.schemas.get(word).is_some_and(is_text) {
            return Ok(word.to_owned());
        }
        self.part(place, name, "key", Some(&Schema::text()), notes)
    }

    /// What a list or a map is made of.
    fn part(
        &mut self,
        place: &str,
        name: &str,
        part: &str,
        schema: Option<&Schema>,
        notes: &mut Notes,
    ) -> Result<String, ImportError> {
        let missing = || ImportError::new(place, format!("the schema of its {part} is missing"), "add it");
        self.reference(&format!("{place}, {part}"), name, part, schema.ok_or_else(missing)?, notes)
    }
}

/// Whether a schema is any text.
fn is_text(schema: &Schema) -> bool {
    kind("", schema, &mut Notes::default()) == Type::String
        && schema.format.is_none()
        && schema.r#enum.is_none()
        && schema.pattern.is_none()
        && schema.x_pattern.is_none()
        && schema.min_length.is_none()
        && schema.max_length.is_none()
}

fn doc(schema: &Schema) -> Option<String> {
    schema.description.as_deref().and_then(to_markdown)
}

/// Notes the keys of a schema that have no word in the language.
fn note_rest(place: &str, schema: &Schema, notes: &mut Notes) {
    for (key, value) in &schema.rest {
        match key.as_str() {
            "title" => {} // repeats the name
            "xml" => notes.aside(Aside::Xml),
            "nullable" => notes.aside(Aside::Box),
            "example" | "examples" => notes.aside(Aside::Example),
            "externalDocs" | "readOnly" | "writeOnly" => notes.aside(Aside::Tooling),
            "deprecated" if value.as_bool() == Some(true) => notes.add(&place, "deprecated"),
            _ => notes.left_out(&place, key, value),
        }
    }
    if !schema.one_of.is_empty() && !super::kinds::is_union(schema) {
        notes.add(&place, "`oneOf` is left out; its parts are not objects of one member each");
    }
}
