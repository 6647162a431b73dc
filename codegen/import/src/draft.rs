//! A vendor's model, read -> a description in the spec language that no file holds yet.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as NoWord;

use super::failure::ImportError;
use super::notes::{Aside, Notes};
use codegen_spec::names;
use codegen_spec::{Entries, Error, Member, Operation, ReportOrder, Service, Shape, Type, Validation, Wording};

/// What a model says.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// What the operations have in common.
    pub(super) service: Service,
    /// Operations by name.
    pub(super) operations: BTreeMap<String, Operation>,
    /// Shapes by name.
    pub(super) shapes: BTreeMap<String, Shape>,
    /// Errors by name.
    pub(super) errors: BTreeMap<String, Error>,
    /// What it says beyond the language.
    pub(super) notes: Notes,
}

impl Draft {
    /// Whether every name names something. A model that fails here is broken, or was cut out of a larger one.
    ///
    /// # Errors
    /// For the first name that does not.
    pub(super) fn check(&self) -> Result<(), ImportError> {
        for (name, operation) in &self.operations {
            for target in operation.input.iter().chain(&operation.output) {
                self.check_target(&format!("operation {name}"), target)?;
            }
            for error in &operation.errors {
                if !self.errors.contains_key(error.name()) {
                    return Err(dangling(&format!("operation {name}"), error.name()));
                }
            }
        }
        for (name, shape) in &self.shapes {
            for target in targets(shape) {
                self.check_target(&format!("shape {name}"), target)?;
            }
        }
        for (name, error) in &self.errors {
            for (_, member) in error.members.iter() {
                self.check_target(&format!("error {name}"), &member.target)?;
            }
        }
        Ok(())
    }

    /// Takes away what says when a member is there, where that is settled: exactly one member of a union is, and a
    /// required one is never absent, so that its default is a hint for clients alone.
    pub(super) fn settle_presence(&mut self) {
        for (name, shape) in &mut self.shapes {
            for (member, said) in shape.members.iter_mut().flat_map(|members| &mut members.0) {
                if shape.r#type == Type::Union && (said.required || said.default.is_some()) {
                    let place = format!("shape {name}, member {member}");
                    self.notes
                        .add(&place, "`required` and `default` are left out; a value is exactly one of the union");
                    (said.required, said.default) = (false, None);
                }
            }
        }
        let of_shapes = self.shapes.values_mut().filter_map(|shape| shape.members.as_mut());
        let of_errors = self.errors.values_mut().map(|error| &mut error.members);
        for (_, member) in of_shapes.chain(of_errors).flat_map(|members| &mut members.0) {
            if member.required && member.default.take().is_some() {
                self.notes.aside(Aside::Box);
            }
        }
    }

    fn check_target(&self, place: &str, target: &str) -> Result<(), ImportError> {
        if self.shapes.contains_key(target) || is_type_word(target) { Ok(()) } else { Err(dangling(place, target)) }
    }
}

fn dangling(place: &str, target: &str) -> ImportError {
    ImportError::new(
        place,
        format!("names the shape `{target}`, which the model does not define"),
        "give the whole model, or define the shape in it",
    )
}

/// The names of the shapes that a shape is made of.
pub(super) fn targets(shape: &Shape) -> impl Iterator<Item = &str> {
    let members = shape.members.iter().flat_map(Entries::iter).map(|(_, member)| member.target.as_str());
    members.chain([&shape.member, &shape.key, &shape.value].into_iter().flatten().map(String::as_str))
}

/// Whether a name is the language's word for a type that can be named without a shape.
pub(super) fn is_type_word(name: &str) -> bool {
    let word: Result<Type, NoWord> = Type::deserialize(name.into_deserializer());
    word.is_ok_and(|kind| match kind {
        Type::Structure | Type::Union | Type::List | Type::Map => false,
        Type::String
        | Type::Integer
        | Type::Long
        | Type::Float
        | Type::Double
        | Type::Boolean
        | Type::Blob
        | Type::Timestamp
        | Type::Document => true,
    })
}

/// How violations are told, as far as a model lets one guess: no vendor's model says which error carries them.
pub(super) fn validation(errors: &BTreeMap<String, Error>, notes: &mut Notes) -> Validation {
    let usual = "ValidationException";
    let other = "InvalidParameterException";
    let error = if !errors.contains_key(usual) && errors.contains_key(other) { other } else { usual };
    notes.guess(
        &"service",
        format_args!(
            "`validation.error` of a new folder is a guess, `{error}`: the model does not say which error carries \
             violations"
        ),
    );
    Validation { error: error.to_owned(), wording: Wording::default(), order: ReportOrder::default() }
}

/// A name for a shape that must be made up, free in the model.
pub(super) fn free_name(wanted: String, is_taken: impl Fn(&str) -> bool) -> String {
    let mut name = wanted;
    while is_taken(&name) {
        name.push('_');
    }
    name
}

/// A name for a shape that a member needs for itself: `CreateUserRequest` and `name` give `CreateUserRequestName`.
pub(super) fn made_name(owner: &str, member: &str, is_taken: impl Fn(&str) -> bool) -> String {
    free_name(format!("{owner}{}", names::type_name(member)), is_taken)
}

/// Puts the members of a structure together.
///
/// # Errors
/// Where two have the same name on the wire.
pub(super) fn members(place: &str, members: Vec<(String, Member)>) -> Result<Entries<Member>, ImportError> {
    let mut seen = std::collections::HashSet::new();
    match members.iter().find(|(name, _)| !seen.insert(name.clone())) {
        None => Ok(Entries(members)),
        Some((name, _)) => Err(ImportError::new(
            place,
            format!("two members are called `{name}` on the wire"),
            "mend the model: a JSON object cannot hold both",
        )),
    }
}
