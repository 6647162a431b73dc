//! Structures, unions and enums -> how each is read from the wire and written to it.

mod blank;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::types::default_value;
use super::{Items, Said, Side, ident, import_types, timestamp_format, typed};
use crate::model::{Kind, Member, Model, Origin, Presence, Scalar, Shape, ShapeId, Structure, TimestampFormat};
use blank::{Blanks, required};

pub(super) fn items(model: &Model) -> Items<'_> {
    Items::importing(directions(model, Side::Server), |said| imports(model, said))
}

/// What one side needs of reading and writing.
pub(super) fn directions(model: &Model, side: Side) -> Vec<TokenStream> {
    let blanks = Blanks::of(model);
    let described = model.shapes.iter().enumerate().filter(|(_, shape)| shape.origin != Origin::Plain);
    let items = described.flat_map(|(id, shape)| match &shape.kind {
        Kind::Structure(structure) => side.needs(
            shape,
            || read_structure(&blanks, ShapeId(id), structure),
            || write_structure(model, shape, structure),
        ),
        Kind::Union(members) => {
            side.needs(shape, || read_union(model, shape, members), || write_union(model, shape, members))
        }
        Kind::Enum(_) => side.needs(shape, || read_enum(shape), || write_enum(shape)),
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
        | Kind::Document => Vec::new(),
    });
    items.collect()
}

fn imports(model: &Model, said: &Said) -> TokenStream {
    let map = said.import("BTreeMap", quote! { use std::collections::BTreeMap; });
    let errors = (!model.errors.is_empty()).then(|| quote! { use super::errors::*; });
    let types = import_types(typed(model).any(|shape| Side::Server.reads(shape) || Side::Server.writes(shape)));
    let format = said.import("TimestampFormat", quote! { use crate::runtime::schema::TimestampFormat; });
    let names = ["Decode", "Document", "Encode", "Reader", "Timestamp", "Writer"];
    let runtime = said.import_runtime(&names);
    quote!(#map #errors #types #format #runtime)
}

/// `Decode` of a structure: its members are read into it as they come. Where some are required, it starts with values
/// of no meaning in their places, and remembers which of them have come.
fn read_structure(blanks: &Blanks<'_>, id: ShapeId, structure: &Structure) -> TokenStream {
    let Structure { members, report_order: _ } = structure;
    let name = ident(&blanks.model[id].name.camel);
    if members.is_empty() {
        return read_empty_structure(&name);
    }
    let arms = members.iter().map(|member| read_member(blanks.model, member));
    let flags: Vec<Ident> = required(structure).map(flag).collect();
    let fields = members.iter().map(|member| start(blanks, member));
    let blank = quote!(Self { #(#fields),* });
    let (function, start) = if flags.is_empty() {
        (None, quote!(Self::default()))
    } else if blanks.has_function(id) {
        let function = quote! {
            impl #name {
                /// What it is while it is read: members that are required have values of no meaning.
                pub(super) fn blank() -> Self {
                    #blank
                }
            }
        };
        (Some(function), quote!(Self::blank()))
    } else {
        (None, blank)
    };
    let end = if flags.is_empty() {
        quote!(Some(value))
    } else {
        quote!(if #(#flags)&&* { return Some(value); } reader.reject())
    };
    quote! {
        #function
        impl Decode for #name {
            fn decode(reader: &mut Reader<'_>) -> Option<Self> {
                let mut members = reader.structure()?;
                let mut value = #start;
                #(let mut #flags = false;)*
                while let Some(member) = members.next(reader) {
                    match member {
                        #(#arms)*
                        _ => reader.skip(),
                    }
                }
                #end
            }
        }
    }
}

/// The arm that reads a member's value into its field.
fn read_member(model: &Model, member: &Member) -> TokenStream {
    let (wire, field, flag) = (&member.name.wire, ident(&member.name.snake), flag(member));
    let odd = has_odd_timestamps(model, member.target);
    let value = read(model, member.target);
    let read = match &member.presence {
        Presence::Required if odd => quote!(#flag = Reader::put(&mut value.#field, #value)),
        Presence::Required => quote!(#flag = reader.required(&mut value.#field)),
        Presence::Optional if odd => quote!(value.#field = #value),
        Presence::Optional => quote!(reader.member(&mut value.#field)),
        Presence::Default(default) if is_rust_default(default) => quote!(value.#field = #value.unwrap_or_default()),
        Presence::Default(default) => {
            let default = default_value(model, member, default);
            quote!(value.#field = #value.unwrap_or(#default))
        }
    };
    quote!(#wire => #read,)
}

/// The variable that says whether a required member has come. No other is named so: those that reading needs are single
/// words.
fn flag(member: &Member) -> Ident {
    ident(&format!("has_{}", member.name.snake.trim_start_matches("r#")))
}

/// A field of a structure none of whose members has come yet.
fn start(blanks: &Blanks<'_>, member: &Member) -> TokenStream {
    let field = ident(&member.name.snake);
    let value = match &member.presence {
        Presence::Required => blanks.field(member),
        Presence::Optional => quote!(None),
        Presence::Default(value) => default_value(blanks.model, member, value),
    };
    quote!(#field: #value)
}

fn read_empty_structure(name: &Ident) -> TokenStream {
    quote! {
        impl Decode for #name {
            fn decode(reader: &mut Reader<'_>) -> Option<Self> {
                let mut members = reader.structure()?;
                while members.next(reader).is_some() {
                    reader.skip();
                }
                Some(Self {})
            }
        }
    }
}

fn is_rust_default(value: &Scalar) -> bool {
    match value {
        Scalar::Boolean(value) => !value,
        Scalar::Integer(value) => *value == 0,
        Scalar::EmptyList | Scalar::EmptyMap => true,
        Scalar::Float(_) | Scalar::String(_) => false,
    }
}

/// Reads a value of a shape: an expression of type `Option<_>`.
fn read(model: &Model, id: ShapeId) -> TokenStream {
    match &model[id].kind {
        Kind::List(item) if has_odd_timestamps(model, id) => {
            let item = read(model, *item);
            quote!(reader.list(|reader| #item))
        }
        Kind::Map { value, .. } if has_odd_timestamps(model, id) => {
            let value = read(model, *value);
            quote!(reader.map(|reader| #value))
        }
        Kind::Timestamp(format) if has_odd_timestamps(model, id) => {
            let format = timestamp_format(*format);
            quote!(reader.timestamp(#format))
        }
        Kind::List(_)
        | Kind::Map { .. }
        | Kind::Timestamp(_)
        | Kind::Structure(_)
        | Kind::Union(_)
        | Kind::Enum(_)
        | Kind::String
        | Kind::Integer
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::Boolean
        | Kind::Blob
        | Kind::Document => quote!(Decode::decode(reader)),
    }
}

/// `Encode` of a structure: each member that is set, in the order of the description.
fn write_structure(model: &Model, shape: &Shape, structure: &Structure) -> TokenStream {
    let Structure { members, report_order: _ } = structure;
    let name = ident(&shape.name.camel);
    let members = members.iter().map(|member| {
        let field = ident(&member.name.snake);
        write_member(model, member, member.is_optional(), &quote!(&self.#field))
    });
    quote! {
        impl Encode for #name {
            fn encode(&self, writer: &mut Writer) {
                writer.begin_structure();
                #(#members;)*
                writer.end_structure();
            }
        }
    }
}

/// Writes a member: `value` is a reference to its value, or if it is `optional`, to an `Option`.
fn write_member(model: &Model, member: &Member, optional: bool, value: &TokenStream) -> TokenStream {
    let (wire, odd) = (&member.name.wire, has_odd_timestamps(model, member.target));
    let method = match (optional, odd) {
        (false, false) => quote!(required),
        (false, true) => quote!(required_with),
        (true, false) => quote!(optional),
        (true, true) => quote!(optional_with),
    };
    let write = odd.then(|| write(model, member.target, &quote!(value))).map(|write| quote!(, |writer, value| #write));
    quote!(writer.#method(#wire, #value #write))
}

/// Whether there are timestamps in the value, but for those inside of structures, in another format than `Encode` has.
pub(super) fn has_odd_timestamps(model: &Model, id: ShapeId) -> bool {
    match &model[id].kind {
        Kind::Timestamp(format) => *format != TimestampFormat::EpochSeconds,
        Kind::List(inner) | Kind::Map { value: inner, .. } => has_odd_timestamps(model, *inner),
        Kind::Structure(_)
        | Kind::Union(_)
        | Kind::Enum(_)
        | Kind::String
        | Kind::Integer
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::Boolean
        | Kind::Blob
        | Kind::Document => false,
    }
}

/// Writes a value of a shape to `writer`; `value` is a reference to it.
pub(super) fn write(model: &Model, id: ShapeId, value: &TokenStream) -> TokenStream {
    match &model[id].kind {
        Kind::List(item) if has_odd_timestamps(model, id) => {
            let item = write(model, *item, &quote!(item));
            quote!(writer.list(#value, |writer, item| #item))
        }
        Kind::Map { value: inner, .. } if has_odd_timestamps(model, id) => {
            let inner = write(model, *inner, &quote!(value));
            quote!(writer.map(#value, |writer, value| #inner))
        }
        Kind::Timestamp(format) if has_odd_timestamps(model, id) => {
            let format = timestamp_format(*format);
            quote!(writer.timestamp(*#value, #format))
        }
        Kind::List(_)
        | Kind::Map { .. }
        | Kind::Timestamp(_)
        | Kind::Structure(_)
        | Kind::Union(_)
        | Kind::Enum(_)
        | Kind::String
        | Kind::Integer
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::Boolean
        | Kind::Blob
        | Kind::Document => quote!(#value.encode(writer)),
    }
}

/// `Decode` of a union: the one member that is set and known.
fn read_union(model: &Model, shape: &Shape, members: &[Member]) -> TokenStream {
    let name = ident(&shape.name.camel);
    let arms = members.iter().map(|member| {
        let (wire, variant) = (&member.name.wire, ident(&member.name.camel));
        let value = read(model, member.target);
        quote!(#wire => #value.map(Self::#variant),)
    });
    quote! {
        impl Decode for #name {
            fn decode(reader: &mut Reader<'_>) -> Option<Self> {
                let mut members = reader.structure()?;
                let mut chosen = None;
                while let Some(member) = members.next(reader) {
                    let value = match member {
                        #(#arms)*
                        _ => {
                            reader.skip();
                            None
                        }
                    };
                    if value.is_some() && std::mem::replace(&mut chosen, value).is_some() {
                        return reader.reject();
                    }
                }
                chosen.or_else(|| reader.reject())
            }
        }
    }
}

fn write_union(model: &Model, shape: &Shape, members: &[Member]) -> TokenStream {
    let name = ident(&shape.name.camel);
    let arms = members.iter().map(|member| {
        let variant = ident(&member.name.camel);
        let write = write_member(model, member, false, &quote!(value));
        quote!(Self::#variant(value) => #write,)
    });
    quote! {
        impl Encode for #name {
            fn encode(&self, writer: &mut Writer) {
                writer.begin_structure();
                match self {
                    #(#arms)*
                }
                writer.end_structure();
            }
        }
    }
}

fn read_enum(shape: &Shape) -> TokenStream {
    let name = ident(&shape.name.camel);
    quote! {
        impl Decode for #name {
            fn decode(reader: &mut Reader<'_>) -> Option<Self> {
                reader.variant()
            }
        }
    }
}

fn write_enum(shape: &Shape) -> TokenStream {
    let name = ident(&shape.name.camel);
    quote! {
        impl Encode for #name {
            fn encode(&self, writer: &mut Writer) {
                writer.string(self.as_str());
            }
        }
    }
}
