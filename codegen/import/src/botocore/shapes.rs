//! Shapes of a botocore model -> shapes and errors of the language.

use std::collections::{BTreeMap, BTreeSet};

use super::super::draft::{self, free_name, made_name};
use super::super::failure::ImportError;
use super::super::html::to_markdown;
use super::super::notes::{Aside, Notes};
use super::super::number;
use super::raw::{self, Reference, TimestampFormat};
use super::rest;
use codegen_spec::{Entries, Error, Fault, Member, Shape, Type};

/// Shapes as they are read.
pub(super) struct Reader<'m> {
    model: BTreeMap<&'m str, &'m raw::Shape>,
    /// Shapes that are errors.
    exceptions: BTreeSet<&'m str>,
    /// Exceptions that are used as values too, with the names of the shapes that say so.
    values: BTreeMap<&'m str, String>,
    shapes: BTreeMap<String, Shape>,
    errors: BTreeMap<String, Error>,
}

impl<'m> Reader<'m> {
    /// Finds out which shapes are errors, by their own word or because an operation declares them, and which of
    /// those are values too: an error is no shape in the language, so such a one stands there twice.
    pub(super) fn new(model: &'m Entries<raw::Shape>, operations: &'m Entries<raw::Operation>) -> Self {
        let own = model.iter().filter(|(_, shape)| shape.exception).map(|(name, _)| name);
        let declared = operations.iter().flat_map(|(_, operation)| &operation.errors).map(|error| error.shape.as_str());
        let exceptions: BTreeSet<_> = own.chain(declared).collect();
        let of_operations =
            operations.iter().flat_map(|(_, operation)| operation.input.iter().chain(&operation.output));
        let of_shapes = model.iter().flat_map(|(_, shape)| references(shape));
        let used = of_operations.chain(of_shapes).map(|reference| reference.shape.as_str());
        let value_name = |name: &str| free_name(format!("{name}Value"), |taken| model.get(taken).is_some());
        let values = used.filter(|name| exceptions.contains(name)).map(|name| (name, value_name(name))).collect();
        let model = model.iter().collect();
        Self { model, exceptions, values, shapes: BTreeMap::new(), errors: BTreeMap::new() }
    }

    /// The name of a shape where it is used as a value.
    pub(super) fn target(&self, name: &str) -> String {
        self.values.get(name).map_or(name, String::as_str).to_owned()
    }

    /// Reads all shapes.
    ///
    /// # Errors
    /// Where one contradicts itself.
    pub(super) fn read(&mut self, notes: &mut Notes) -> Result<(), ImportError> {
        for (name, raw) in self.model.clone() {
            if self.exceptions.contains(name) {
                self.read_exception(name, raw, notes)?;
            } else {
                let shape = self.shape(&format!("shape {name}"), name, raw, notes)?;
                self.shapes.insert(name.to_owned(), shape);
            }
        }
        Ok(())
    }

    /// What was read.
    pub(super) fn into_parts(self) -> (BTreeMap<String, Shape>, BTreeMap<String, Error>) {
        (self.shapes, self.errors)
    }

    fn read_exception(&mut self, name: &str, raw: &raw::Shape, notes: &mut Notes) -> Result<(), ImportError> {
        let place = format!("error {name}");
        let mut shape = self.shape(&place, name, raw, notes)?;
        let members = shape.members.clone().ok_or_else(|| {
            ImportError::new(&place, "is not a structure", "mend the model: an error is sent as a JSON object")
        })?;
        let (fault, status) = fault(&place, name, raw, notes);
        if shape.sensitive {
            notes.add(&place, "`sensitive` is left out; an error cannot be secret as a whole");
        }
        let error = Error { doc: shape.doc.take(), rust_name: None, fault, status, members, wire: None };
        self.errors.insert(name.to_owned(), error);
        if let Some(value) = self.values.get(name) {
            notes.add(&place, format_args!("is used as a value too, for which there is the shape `{value}`"));
            self.shapes.insert(value.clone(), shape);
        }
        Ok(())
    }

    fn shape(&mut self, place: &str, name: &str, raw: &raw::Shape, notes: &mut Notes) -> Result<Shape, ImportError> {
        rest::of_shape(place, &raw.rest, notes);
        let mut shape = Shape::of_type(kind(place, raw, notes));
        shape.doc = raw.documentation.as_deref().and_then(to_markdown);
        shape.sensitive = raw.sensitive;
        shape.pattern.clone_from(&raw.pattern);
        shape.format = raw.timestamp_format.map(format);
        shape.r#enum = raw.r#enum.as_ref().map(|values| distinct(place, values, notes));
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
        number::bound(&mut shape, place, raw.min, raw.max, notes)?;
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
        let none = Entries::default();
        let model = raw.members.as_ref().unwrap_or(&none);
        for (member, reference) in model.iter() {
            let target = self.reference(&format!("{place}, member {member}"), name, member, reference, notes);
            let required = raw.required.iter().any(|required| required == member);
            let doc = reference.documentation.as_deref().and_then(to_markdown);
            let sensitive = reference.sensitive;
            // the protocol writes a member under its `locationName`
            let wire = reference.location_name.as_deref().unwrap_or(member).to_owned();
            members.push((wire, Member { target, doc, required, sensitive, ..Member::default() }));
        }
        for missing in raw.required.iter().filter(|required| model.get(required).is_none()) {
            notes.add(&place, format_args!("requires `{missing}`, which it does not have"));
        }
        draft::members(place, members)
    }

    /// What a list or a map is made of.
    fn part(
        &mut self,
        place: &str,
        name: &str,
        part: &str,
        reference: Option<&Reference>,
        notes: &mut Notes,
    ) -> Result<String, ImportError> {
        let missing = || ImportError::new(place, format!("`{part}` is missing"), "mend the model: add it");
        let reference = reference.ok_or_else(missing)?;
        if reference.location_name.is_some() {
            notes.aside(Aside::Xml);
        }
        Ok(self.reference(&format!("{place}, {part}"), name, part, reference, notes))
    }

    /// The name of the shape that a reference means: a new one where the reference says how a timestamp is written
    /// and the shape says otherwise.
    fn reference(&mut self, place: &str, owner: &str, part: &str, reference: &Reference, notes: &mut Notes) -> String {
        rest::of_reference(place, &reference.rest, notes);
        let target = self.target(&reference.shape);
        let Some(wanted) = reference.timestamp_format else { return target };
        let Some(raw) = self.model.get(reference.shape.as_str()) else { return target };
        let standard = TimestampFormat::UnixTimestamp;
        if raw.r#type != raw::Type::Timestamp {
            notes.add(&place, format_args!("`timestampFormat` is left out; `{target}` is no timestamp"));
            return target;
        }
        if raw.timestamp_format.unwrap_or(standard) == wanted {
            return target;
        }
        let made = made_name(owner, part, |name| self.is_taken(name));
        let mut shape = Shape::of_type(Type::Timestamp);
        shape.sensitive = raw.sensitive;
        shape.format = Some(format(wanted));
        self.shapes.insert(made.clone(), shape);
        made
    }

    fn is_taken(&self, name: &str) -> bool {
        let mut values = self.values.values();
        self.model.contains_key(name) || self.shapes.contains_key(name) || values.any(|taken| taken == name)
    }
}

fn references(shape: &raw::Shape) -> impl Iterator<Item = &Reference> {
    let members = shape.members.iter().flat_map(Entries::iter).map(|(_, member)| member);
    members.chain(&shape.member).chain(&shape.key).chain(&shape.value)
}

fn kind(place: &str, raw: &raw::Shape, notes: &mut Notes) -> Type {
    let mut nearest = |what: &str, kind: Type, word: &str| {
        notes.add(&place, format_args!("{what} has no word in the language; `{word}` stands for it"));
        kind
    };
    match raw.r#type {
        raw::Type::Structure if raw.document => Type::Document,
        raw::Type::Structure if raw.eventstream => nearest("an event stream", Type::Union, "union"),
        raw::Type::Structure if raw.union => Type::Union,
        raw::Type::Structure => Type::Structure,
        raw::Type::List => Type::List,
        raw::Type::Map => Type::Map,
        raw::Type::String | raw::Type::Character => Type::String,
        raw::Type::Integer => Type::Integer,
        raw::Type::Byte => nearest("the type `byte`", Type::Integer, "integer"),
        raw::Type::Short => nearest("the type `short`", Type::Integer, "integer"),
        raw::Type::Long => Type::Long,
        raw::Type::BigInteger => nearest("the type `bigInteger`", Type::Long, "long"),
        raw::Type::Float => Type::Float,
        raw::Type::Double => Type::Double,
        raw::Type::BigDecimal => nearest("the type `bigDecimal`", Type::Double, "double"),
        raw::Type::Boolean => Type::Boolean,
        raw::Type::Blob => Type::Blob,
        raw::Type::Timestamp => Type::Timestamp,
    }
}

fn format(format: TimestampFormat) -> codegen_spec::TimestampFormat {
    match format {
        TimestampFormat::UnixTimestamp => codegen_spec::TimestampFormat::EpochSeconds,
        TimestampFormat::Iso8601 => codegen_spec::TimestampFormat::DateTime,
        TimestampFormat::Rfc822 => codegen_spec::TimestampFormat::HttpDate,
    }
}

fn distinct(place: &str, values: &[String], notes: &mut Notes) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for value in values {
        if distinct.contains(value) {
            notes.add(&place, format_args!("lists the value `{value}` twice; the second is left out"));
        } else {
            distinct.push(value.clone());
        }
    }
    distinct
}

/// Who is to blame, and the status where it is not the usual one. Models of before 2015 say it in `error`, later ones
/// only mark the faults of the server.
fn fault(place: &str, name: &str, raw: &raw::Shape, notes: &mut Notes) -> (Fault, Option<u16>) {
    let raw::ErrorFacts { code, http_status_code, sender_fault, fault, rest } = &raw.error;
    if let Some(code) = code.as_ref().filter(|code| *code != name) {
        notes.add(&place, format_args!("`error.code: {code}` is left out; the protocol sends the shape's name"));
    }
    for (key, value) in rest {
        notes.left_out(&place, key, value);
    }
    let is_server = match sender_fault {
        Some(is_sender) => !is_sender,
        None => raw.fault || *fault || http_status_code.is_some_and(|status| status >= 500),
    };
    let (fault, usual) = if is_server { (Fault::Server, 500) } else { (Fault::Client, 400) };
    (fault, http_status_code.filter(|status| *status != usual))
}
