//! Constraints -> a function for each shape that has some, and a method for each structure and union.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};

use super::codec::{has_odd_timestamps, write};
use super::{Items, Said, Side, docs, has_own_type, ident, import_types, rust_type, whole};
use crate::model::{Constraint, Kind, Member, Model, Origin, Shape, ShapeId};

pub(super) fn items(model: &Model) -> Items<'_> {
    Items::importing(checks(model, Side::Server), |said| imports(model, said))
}

/// What one side needs of checking: the other need not check again what a server checks.
pub(super) fn checks(model: &Model, side: Side) -> Vec<TokenStream> {
    let calls = Calls::of(model);
    (0..model.shapes.len()).filter_map(|id| shape(model, ShapeId(id), side, &calls)).collect()
}

/// For each shape, whether values of it are held by a structure or union that one side checks.
///
/// Nothing would call the functions of others.
struct Calls {
    server: Vec<bool>,
    client: Vec<bool>,
}

impl Calls {
    fn of(model: &Model) -> Self {
        Self { server: called(model, Side::Server), client: called(model, Side::Client) }
    }
}

/// Whether there are functions that both sides call.
pub(super) fn shares_functions(model: &Model) -> bool {
    let calls = Calls::of(model);
    let mut shapes = model.shapes.iter().zip(calls.server.iter().zip(&calls.client));
    shapes.any(|(shape, (server, client))| shape.checked && !has_own_type(&shape.kind) && *server && *client)
}

fn called(model: &Model, side: Side) -> Vec<bool> {
    let mut called = vec![false; model.shapes.len()];
    let validated = model.shapes.iter().filter(|shape| is_validated(shape) && side.reads(shape));
    let mut open: Vec<_> = validated.flat_map(|shape| shape.kind.targets()).collect();
    while let Some(id) = open.pop() {
        if !has_own_type(&model[id].kind) && !std::mem::replace(&mut called[id.0], true) {
            open.extend(model[id].kind.targets());
        }
    }
    called
}

fn imports(model: &Model, said: &Said) -> TokenStream {
    let map = said.import("BTreeMap", quote! { use std::collections::BTreeMap; });
    let patterns = said.import("patterns", quote! { use super::patterns; });
    let shapes = said.import("shapes", quote! { use super::schema::shapes; });
    let types = import_types(model.shapes.iter().any(|shape| is_validated(shape) && Side::Server.reads(shape)));
    let runtime = said.import_runtime(&["Document", "Encode", "Timestamp", "Validate", "Writer"]);
    let shape = said.import("Shape", quote! { use crate::runtime::schema::Shape; });
    let characters = said.import("characters", quote! { use crate::runtime::validate::characters; });
    let unique = said.import("unique", quote! { use crate::runtime::validate::unique; });
    quote!(#map #patterns #shapes #types #runtime #shape #characters #unique)
}

fn is_validated(shape: &Shape) -> bool {
    shape.origin == Origin::Described && matches!(shape.kind, Kind::Structure(_) | Kind::Union(_))
}

/// The item of one shape, if one side checks its values by one.
fn shape(model: &Model, id: ShapeId, side: Side, calls: &Calls) -> Option<TokenStream> {
    let shape = &model[id];
    let is_validated = is_validated(shape) && side.reads(shape);
    let (by_server, by_client) = (calls.server[id.0], calls.client[id.0]);
    let has_function = shape.checked
        && match side {
            Side::Server => by_server,
            Side::Client => by_client && !by_server,
        };
    let function = |check: &TokenStream| function(model, id, by_server && by_client, check);
    match &shape.kind {
        Kind::Structure(structure) => is_validated.then(|| self::structure(model, shape, &structure.members)),
        Kind::Union(members) => is_validated.then(|| union(model, shape, members)),
        Kind::Enum(_) => None,
        Kind::List(item) => has_function.then(|| function(&list(model, shape, *item))),
        Kind::Map { key, value } => has_function.then(|| function(&map(model, shape, *key, *value))),
        Kind::String
        | Kind::Integer
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::Boolean
        | Kind::Blob
        | Kind::Timestamp(_)
        | Kind::Document => has_function.then(|| function(&own(model, shape))),
    }
}

/// `Validate` of a structure: all of its members that can violate something.
fn structure(model: &Model, shape: &Shape, members: &[Member]) -> TokenStream {
    let checks = members.iter().filter(|member| model[member.target].checked).map(|member| {
        let field = ident(&member.name.snake);
        if member.is_optional() { if_set(model, member, &field) } else { of_field(model, member, &field) }
    });
    implementation(shape, &conjunction(&checks.collect::<Vec<_>>()))
}

/// `Validate` of a union: the member that is set, if it can violate something.
fn union(model: &Model, shape: &Shape, members: &[Member]) -> TokenStream {
    let checked: Vec<_> = members.iter().filter(|member| model[member.target].checked).collect();
    if checked.is_empty() {
        return implementation(shape, &quote!(true));
    }
    let arms = checked.iter().map(|member| {
        let variant = ident(&member.name.camel);
        let check = of_reference(model, member.target, &quote!(value));
        quote!(Self::#variant(value) => #check,)
    });
    let unchecked = members.iter().filter(|member| !model[member.target].checked).map(|member| {
        let variant = ident(&member.name.camel);
        quote!(Self::#variant(_))
    });
    let unchecked: Vec<_> = unchecked.collect();
    let rest = (!unchecked.is_empty()).then(|| quote!(#(#unchecked)|* => true,));
    implementation(shape, &quote!(match self { #(#arms)* #rest }))
}

fn implementation(shape: &Shape, check: &TokenStream) -> TokenStream {
    let name = ident(&shape.name.camel);
    let table = ident(&shape.name.upper);
    quote! {
        impl Validate for #name {
            const SHAPE: &'static Shape = &shapes::#table;

            fn is_valid(&self) -> bool {
                #check
            }
        }
    }
}

/// The name of the function that checks values of a shape: no variable and no import is called so.
fn function_name(shape: &Shape) -> Ident {
    ident(&format!("is_{}", shape.name.snake.trim_start_matches("r#")))
}

/// The function that checks values of a scalar, list or map, which both sides may call.
fn function(model: &Model, id: ShapeId, shared: bool, check: &TokenStream) -> TokenStream {
    let shape = &model[id];
    let visibility = shared.then(|| quote!(pub(super)));
    let name = function_name(shape);
    let phrases = docs::constraints(model, id).join("; ");
    let doc = docs::lines(&if phrases.is_empty() {
        format!("`{}`.", shape.name.wire)
    } else {
        format!("`{}`: {phrases}.", shape.name.wire)
    });
    let r#type = parameter(model, id);
    quote! {
        #doc
        #visibility fn #name(value: #r#type) -> bool {
            #check
        }
    }
}

/// The type by which a value is handed to its check.
fn parameter(model: &Model, id: ShapeId) -> TokenStream {
    match &model[id].kind {
        Kind::String => quote!(&str),
        Kind::List(item) => {
            let item = rust_type(model, *item);
            quote!(&[#item])
        }
        Kind::Blob => quote!(&[u8]),
        Kind::Integer | Kind::Long | Kind::Float | Kind::Double | Kind::Boolean | Kind::Timestamp(_) => {
            rust_type(model, id)
        }
        Kind::Structure(_) | Kind::Union(_) | Kind::Map { .. } | Kind::Enum(_) | Kind::Document => {
            let r#type = rust_type(model, id);
            quote!(&#r#type)
        }
    }
}

/// The check of a field that always has a value.
fn of_field(model: &Model, member: &Member, field: &Ident) -> TokenStream {
    let name = function_name(&model[member.target]);
    match model[member.target].kind {
        Kind::Structure(_) | Kind::Union(_) => quote!(self.#field.is_valid()),
        Kind::Enum(_) => quote!(self.#field.is_known()),
        Kind::String | Kind::List(_) | Kind::Blob | Kind::Map { .. } | Kind::Document => quote!(#name(&self.#field)),
        Kind::Integer | Kind::Long | Kind::Float | Kind::Double | Kind::Boolean | Kind::Timestamp(_) => {
            quote!(#name(self.#field))
        }
    }
}

/// The check of a field that may be unset.
fn if_set(model: &Model, member: &Member, field: &Ident) -> TokenStream {
    let target = &model[member.target];
    let name = function_name(target);
    match target.kind {
        Kind::Structure(_) | Kind::Union(_) if member.boxed => {
            quote!(self.#field.as_deref().is_none_or(Validate::is_valid))
        }
        Kind::Structure(_) | Kind::Union(_) => quote!(self.#field.as_ref().is_none_or(Validate::is_valid)),
        Kind::Enum(_) => {
            let r#type = ident(&target.name.camel);
            quote!(self.#field.as_ref().is_none_or(#r#type::is_known))
        }
        Kind::String | Kind::List(_) | Kind::Blob => quote!(self.#field.as_deref().is_none_or(#name)),
        Kind::Map { .. } | Kind::Document => quote!(self.#field.as_ref().is_none_or(#name)),
        Kind::Integer | Kind::Long | Kind::Float | Kind::Double | Kind::Boolean | Kind::Timestamp(_) => {
            quote!(self.#field.is_none_or(#name))
        }
    }
}

/// The check of a value of which there is a reference: an item of a list, or a union's member.
fn of_reference(model: &Model, id: ShapeId, value: &TokenStream) -> TokenStream {
    let shape = &model[id];
    let name = function_name(shape);
    match shape.kind {
        Kind::Structure(_) | Kind::Union(_) => quote!(#value.is_valid()),
        Kind::Enum(_) => quote!(#value.is_known()),
        Kind::String | Kind::List(_) | Kind::Blob | Kind::Map { .. } | Kind::Document => quote!(#name(#value)),
        Kind::Integer | Kind::Long | Kind::Float | Kind::Double | Kind::Boolean | Kind::Timestamp(_) => {
            quote!(#name(*#value))
        }
    }
}

fn list(model: &Model, shape: &Shape, item: ShapeId) -> TokenStream {
    let mut checks = own_checks(model, shape);
    if model[item].checked {
        let check = match model[item].kind {
            Kind::Structure(_) | Kind::Union(_) => quote!(Validate::is_valid),
            Kind::Enum(_) => {
                let r#type = ident(&model[item].name.camel);
                quote!(#r#type::is_known)
            }
            Kind::List(_)
            | Kind::Map { .. }
            | Kind::String
            | Kind::Integer
            | Kind::Long
            | Kind::Float
            | Kind::Double
            | Kind::Boolean
            | Kind::Blob
            | Kind::Timestamp(_)
            | Kind::Document => {
                let check = of_reference(model, item, &quote!(item));
                quote!(|item| #check)
            }
        };
        checks.push(quote!(value.iter().all(#check)));
    }
    conjunction(&checks)
}

fn map(model: &Model, shape: &Shape, key: ShapeId, value: ShapeId) -> TokenStream {
    let mut checks = own_checks(model, shape);
    if model[key].checked {
        let check = if matches!(model[key].kind, Kind::Enum(_)) {
            // keys are plain strings, whatever their shape
            let r#type = ident(&model[key].name.camel);
            quote!(#r#type::from(key.as_str()).is_known())
        } else {
            of_reference(model, key, &quote!(key))
        };
        checks.push(quote!(value.keys().all(|key| #check)));
    }
    if model[value].checked {
        checks.push(if matches!(model[value].kind, Kind::Structure(_) | Kind::Union(_)) {
            quote!(value.values().all(Validate::is_valid))
        } else {
            let check = of_reference(model, value, &quote!(value));
            quote!(value.values().all(|value| #check))
        });
    }
    conjunction(&checks)
}

fn own(model: &Model, shape: &Shape) -> TokenStream {
    conjunction(&own_checks(model, shape))
}

/// The checks of a shape's own constraints, as expressions over `value`.
fn own_checks(model: &Model, shape: &Shape) -> Vec<TokenStream> {
    let failing = shape.constraints.iter().filter(|constraint| constraint.can_fail());
    failing.map(|constraint| check(model, shape, constraint)).collect()
}

fn check(model: &Model, shape: &Shape, constraint: &Constraint) -> TokenStream {
    match constraint {
        Constraint::Length { min, max } => {
            let (min, max) = (min.filter(|min| *min > 0).map(whole), max.map(whole));
            if matches!(shape.kind, Kind::String) {
                let bounds = max.map_or_else(|| quote!(#min..), |max| quote!(#min..=#max));
                quote!(characters(value, #bounds))
            } else if max.as_ref().is_some_and(|max| max.to_string() == "0") {
                quote!(value.is_empty())
            } else if max.is_none() && min.as_ref().is_some_and(|min| min.to_string() == "1") {
                quote!(!value.is_empty())
            } else {
                bounded(&quote!(value.len()), min.as_ref(), max.as_ref())
            }
        }
        Constraint::Range { min, max } => bounded(&quote!(value), min.map(whole).as_ref(), max.map(whole).as_ref()),
        Constraint::FloatRange { min, max } => {
            let literal = |bound: f64| Literal::f64_unsuffixed(bound).into_token_stream();
            bounded(&quote!(value), min.map(literal).as_ref(), max.map(literal).as_ref())
        }
        Constraint::Pattern(id) => {
            let name = ident(&model[*id].name.upper);
            quote!(patterns::#name.matches(value))
        }
        Constraint::UniqueItems => {
            let key = item_key(model, shape);
            quote!(unique(value, #key))
        }
    }
}

/// What makes of a list's item a value that can be compared and hashed: the item itself, or its bytes on the wire.
fn item_key(model: &Model, shape: &Shape) -> TokenStream {
    let Kind::List(item) = shape.kind else { return quote!(Clone::clone) };
    match &model[item].kind {
        Kind::Structure(_) | Kind::Union(_) | Kind::Document => quote!(Encode::to_body),
        Kind::List(_) | Kind::Map { .. } if !has_odd_timestamps(model, item) => quote!(Encode::to_body),
        Kind::Float | Kind::Double => quote!(|item| item.to_bits()),
        Kind::List(_) | Kind::Map { .. } => {
            let write = write(model, item, &quote!(item));
            quote!(|item| {
                let mut writer = Writer::default();
                let writer = &mut writer;
                #write;
                std::mem::take(writer).into_bytes()
            })
        }
        Kind::String | Kind::Enum(_) | Kind::Integer | Kind::Long | Kind::Boolean | Kind::Blob | Kind::Timestamp(_) => {
            quote!(Clone::clone)
        }
    }
}

/// That a number is within bounds.
fn bounded(number: &TokenStream, min: Option<&TokenStream>, max: Option<&TokenStream>) -> TokenStream {
    match (min, max) {
        (Some(min), Some(max)) => quote!((#min..=#max).contains(&#number)),
        (Some(min), None) => quote!(#number >= #min),
        (None, Some(max)) => quote!(#number <= #max),
        (None, None) => quote!(true),
    }
}

fn conjunction(checks: &[TokenStream]) -> TokenStream {
    if checks.is_empty() { quote!(true) } else { quote!(#(#checks)&&*) }
}
