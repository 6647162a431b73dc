//! What stands in the place of a required member until its value comes: something that is cheap to make.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use super::super::ident;
use crate::model::{Kind, Member, Model, Presence, ShapeId, Structure};

/// The values of no meaning that the shapes of an API have.
pub(super) struct Blanks<'m> {
    pub(super) model: &'m Model,
    /// For each union the member that is chosen: a value of it ends.
    chosen: BTreeMap<usize, &'m Member>,
    /// The structures with required members that others require.
    required: BTreeSet<usize>,
}

impl<'m> Blanks<'m> {
    pub(super) fn of(model: &'m Model) -> Self {
        let mut blanks = Self { model, chosen: chosen(model), required: BTreeSet::new() };
        let members = model.shapes.iter().filter_map(|shape| structure(&shape.kind)).flat_map(required);
        let structures = members.filter_map(|member| blanks.structure(member.target));
        blanks.required =
            structures.filter(|(_, structure)| required(structure).next().is_some()).map(|(id, _)| id.0).collect();
        blanks
    }

    /// Whether a structure needs a function `blank`.
    pub(super) fn has_function(&self, id: ShapeId) -> bool {
        self.required.contains(&id.0)
    }

    /// What stands in the field of a required member.
    pub(super) fn field(&self, member: &Member) -> TokenStream {
        let value = self.value(member.target);
        if member.boxed { quote!(Box::new(#value)) } else { value }
    }

    fn value(&self, id: ShapeId) -> TokenStream {
        let shape = &self.model[id];
        let name = ident(&shape.name.camel);
        match &shape.kind {
            Kind::String => quote!(String::new()),
            Kind::Integer | Kind::Long => quote!(0),
            Kind::Float | Kind::Double => quote!(0.0),
            Kind::Boolean => quote!(false),
            Kind::Timestamp(_) => quote!(Timestamp::default()),
            Kind::Document => quote!(Document::Null),
            Kind::Blob | Kind::List(_) => quote!(Vec::new()),
            Kind::Map { .. } => quote!(BTreeMap::new()),
            Kind::Enum(_) => quote!(#name::Unknown(String::new())),
            Kind::Structure(_) if self.has_function(id) => quote!(#name::blank()),
            Kind::Structure(_) => quote!(#name::default()),
            Kind::Union(_) => {
                let value = self.chosen.get(&id.0).map(|member| {
                    let (variant, value) = (ident(&member.name.camel), self.field(member));
                    quote!(#name::#variant(#value))
                });
                value.unwrap_or_default()
            }
        }
    }

    /// The structure that a blank value is, or holds as a union.
    fn structure(&self, id: ShapeId) -> Option<(ShapeId, &'m Structure)> {
        match self.chosen.get(&id.0) {
            Some(member) => self.structure(member.target),
            None => structure(&self.model[id].kind).map(|structure| (id, structure)),
        }
    }
}

/// For each union the first of its members that is known to end. Lists and maps may be empty here, so that they do; that
/// every structure and union has values that do is a rule of descriptions.
fn chosen(model: &Model) -> BTreeMap<usize, &Member> {
    let mut chosen = BTreeMap::new();
    let mut ends = vec![false; model.shapes.len()];
    loop {
        let before = ends.clone();
        for (id, shape) in model.shapes.iter().enumerate().filter(|(id, _)| !before[*id]) {
            let ending = |member: &&Member| ends[member.target.0];
            ends[id] = if let Kind::Union(members) = &shape.kind {
                let member = members.iter().find(ending);
                member.map(|member| chosen.insert(id, member)).is_some()
            } else {
                structure(&shape.kind).is_none_or(|structure| required(structure).all(|member| ending(&member)))
            };
        }
        if ends == before {
            return chosen;
        }
    }
}

fn structure(kind: &Kind) -> Option<&Structure> {
    if let Kind::Structure(structure) = kind { Some(structure) } else { None }
}

/// The members that may not be absent.
pub(super) fn required(structure: &Structure) -> impl Iterator<Item = &Member> {
    structure.members.iter().filter(|member| member.presence == Presence::Required)
}
