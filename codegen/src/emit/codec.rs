//! Structures, unions and enums -> how each is read from the wire and written to it.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::types::default_value;
use super::{Items, Said, ident, import_types, timestamp_format, typed};
use crate::model::{Kind, Member, Model, Origin, Presence, Scalar, Shape, ShapeId, Structure};

pub(super) fn items(model: &Model) -> Items<'_> {
    let described = model.shapes.iter().filter(|shape| shape.origin != Origin::Plain);
    let shapes = described.flat_map(|shape| match &shape.kind {
        Kind::Structure(structure) => {
            vec![read_structure(model, shape, structure), write_structure(model, shape, structure)]
        }
        Kind::Union(members) => vec![read_union(model, shape, members), write_union(model, shape, members)],
        Kind::Enum(_) => vec![read_enum(shape)],
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
    let items: Vec<_> = shapes.collect();
    Items::importing(items, |said| imports(model, said))
}

fn imports(model: &Model, said: &Said) -> TokenStream {
    let errors = (!model.errors.is_empty()).then(|| quote! { use super::errors::*; });
    let types = import_types(typed(model).next().is_some());
    let format = said.import("TimestampFormat", quote! { use crate::runtime::schema::TimestampFormat; });
    let names = ["Decode", "Document", "Encode", "Reader", "Rejected", "Timestamp", "Writer"];
    let runtime = said.import_runtime(&names);
    quote!(#errors #types #format #runtime)
}

/// `Decode` of a structure: a variable for each member, filled as the members come.
fn read_structure(model: &Model, shape: &Shape, structure: &Structure) -> TokenStream {
    let Structure { members, report_order: _ } = structure;
    let name = ident(&shape.name.camel);
    if members.is_empty() {
        return read_empty_structure(&name);
    }
    let variables = members.iter().map(|member| {
        let variable = variable(members, member);
        quote!(let mut #variable = None;)
    });
    let arms = members.iter().map(|member| {
        let (wire, variable, value) = (&member.name.wire, variable(members, member), read_member(model, member));
        quote!(#wire => #variable = #value,)
    });
    let fields = members.iter().map(|member| field(model, members, member));
    quote! {
        impl Decode for #name {
            fn decode(reader: &mut Reader<'_>) -> Result<Option<Self>, Rejected> {
                let Some(mut members) = reader.structure()? else { return Ok(None) };
                #(#variables)*
                while let Some(member) = members.next(reader)? {
                    match &*member {
                        #(#arms)*
                        _ => reader.skip()?,
                    }
                }
                let value = Self { #(#fields),* };
                Ok(Some(value))
            }
        }
    }
}

fn read_empty_structure(name: &Ident) -> TokenStream {
    quote! {
        impl Decode for #name {
            fn decode(reader: &mut Reader<'_>) -> Result<Option<Self>, Rejected> {
                let Some(mut members) = reader.structure()? else { return Ok(None) };
                while members.next(reader)?.is_some() {
                    reader.skip()?;
                }
                Ok(Some(Self {}))
            }
        }
    }
}

/// The variable that holds a member's value while its structure is read. It is named after the field, unless the
/// reading needs that name itself; then it gives way to the other fields' too.
fn variable(members: &[Member], member: &Member) -> Ident {
    let taken = |name: &str| ["reader", "members", "member"].contains(&name);
    let mut name = member.name.snake.clone();
    if taken(&name) {
        while taken(&name) || members.iter().any(|other| other.name.snake == name) {
            name.push_str("_value");
        }
    }
    ident(&name)
}

/// A field of the structure, from its variable.
fn field(model: &Model, members: &[Member], member: &Member) -> TokenStream {
    let (field, variable) = (ident(&member.name.snake), variable(members, member));
    match &member.presence {
        Presence::Required => quote!(#field: #variable.ok_or(Rejected)?),
        Presence::Optional if field == variable => quote!(#field),
        Presence::Optional => quote!(#field: #variable),
        Presence::Default(value) if is_rust_default(value) => quote!(#field: #variable.unwrap_or_default()),
        Presence::Default(value) => {
            let value = default_value(model, member, value);
            quote!(#field: #variable.unwrap_or(#value))
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

/// Reads a member's value: an expression of type `Option<_>`.
fn read_member(model: &Model, member: &Member) -> TokenStream {
    let value = read(model, member.target);
    if member.boxed { quote!(#value?.map(Box::new)) } else { quote!(#value?) }
}

/// Reads a value of a shape: an expression of type `Result<Option<_>, Rejected>`.
fn read(model: &Model, id: ShapeId) -> TokenStream {
    let shape = &model[id];
    match &shape.kind {
        Kind::Structure(_) | Kind::Union(_) | Kind::Enum(_) => {
            let name = ident(&shape.name.camel);
            quote!(#name::decode(reader))
        }
        Kind::List(item) => {
            let item = reader(model, *item);
            quote!(reader.list(#item))
        }
        Kind::Map { value, .. } => {
            let value = reader(model, *value);
            quote!(reader.map(#value))
        }
        Kind::String => quote!(reader.string()),
        Kind::Integer => quote!(reader.integer()),
        Kind::Long => quote!(reader.long()),
        Kind::Float => quote!(reader.float()),
        Kind::Double => quote!(reader.double()),
        Kind::Boolean => quote!(reader.boolean()),
        Kind::Blob => quote!(reader.blob()),
        Kind::Timestamp(format) => {
            let format = timestamp_format(*format);
            quote!(reader.timestamp(#format))
        }
        Kind::Document => quote!(Document::decode(reader)),
    }
}

/// What reads the values of a list or map: a function's path, or a closure where none will do.
fn reader(model: &Model, id: ShapeId) -> TokenStream {
    let shape = &model[id];
    match &shape.kind {
        Kind::Structure(_) | Kind::Union(_) | Kind::Enum(_) => {
            let name = ident(&shape.name.camel);
            quote!(#name::decode)
        }
        Kind::String => quote!(Reader::string),
        Kind::Integer => quote!(Reader::integer),
        Kind::Long => quote!(Reader::long),
        Kind::Float => quote!(Reader::float),
        Kind::Double => quote!(Reader::double),
        Kind::Boolean => quote!(Reader::boolean),
        Kind::Blob => quote!(Reader::blob),
        Kind::Document => quote!(Document::decode),
        Kind::List(_) | Kind::Map { .. } | Kind::Timestamp(_) => {
            let value = read(model, id);
            quote!(|reader| #value)
        }
    }
}

/// `Encode` of a structure: each member that is set, in the order of the description.
fn write_structure(model: &Model, shape: &Shape, structure: &Structure) -> TokenStream {
    let Structure { members, report_order: _ } = structure;
    let name = ident(&shape.name.camel);
    let members = members.iter().map(|member| {
        let field = ident(&member.name.snake);
        let wire = &member.name.wire;
        if member.is_optional() {
            let target = quote!(writer.member(#wire));
            let write = write(model, member.target, &target, &Value::Borrowed(quote!(value)));
            quote!(if let Some(value) = &self.#field { #write; })
        } else {
            let target = quote!(writer.member(#wire));
            let write = write(model, member.target, &target, &Value::Owned(quote!(self.#field)));
            quote!(#write;)
        }
    });
    quote! {
        impl Encode for #name {
            fn encode(&self, writer: &mut Writer) {
                writer.begin_structure();
                #(#members)*
                writer.end_structure();
            }
        }
    }
}

/// An expression whose value is to be written.
enum Value {
    /// A place that holds the value.
    Owned(TokenStream),
    /// A reference to it.
    Borrowed(TokenStream),
}

impl Value {
    fn by_reference(&self) -> TokenStream {
        match self {
            Self::Owned(place) => quote!(&#place),
            Self::Borrowed(reference) => quote!(#reference),
        }
    }

    fn by_value(&self) -> TokenStream {
        match self {
            Self::Owned(place) => quote!(#place),
            Self::Borrowed(reference) => quote!(*#reference),
        }
    }

    /// What a method can be called on.
    fn receiver(&self) -> &TokenStream {
        match self {
            Self::Owned(place) | Self::Borrowed(place) => place,
        }
    }
}

/// Writes a value of a shape to `target`, which is a writer or what [`member`] of one returns.
///
/// [`member`]: codegen_runtime::Writer::member
fn write(model: &Model, id: ShapeId, target: &TokenStream, value: &Value) -> TokenStream {
    let (reference, copy, receiver) = (value.by_reference(), value.by_value(), value.receiver());
    match &model[id].kind {
        Kind::Structure(_) | Kind::Union(_) | Kind::Document => quote!(#receiver.encode(#target)),
        Kind::Enum(_) => quote!(#target.string(#receiver.as_str())),
        Kind::List(item) => {
            let item = write(model, *item, &quote!(writer), &Value::Borrowed(quote!(item)));
            quote!(#target.list(#reference, |writer, item| #item))
        }
        Kind::Map { value, .. } => {
            let value = write(model, *value, &quote!(writer), &Value::Borrowed(quote!(value)));
            quote!(#target.map(#reference, |writer, value| #value))
        }
        Kind::String => quote!(#target.string(#reference)),
        Kind::Integer => quote!(#target.integer(#copy)),
        Kind::Long => quote!(#target.long(#copy)),
        Kind::Float => quote!(#target.float(#copy)),
        Kind::Double => quote!(#target.double(#copy)),
        Kind::Boolean => quote!(#target.boolean(#copy)),
        Kind::Blob => quote!(#target.blob(#reference)),
        Kind::Timestamp(format) => {
            let format = timestamp_format(*format);
            quote!(#target.timestamp(#copy, #format))
        }
    }
}

/// Writes a list's `item` to `writer`.
pub(super) fn write_item(model: &Model, id: ShapeId) -> TokenStream {
    write(model, id, &quote!(writer), &Value::Borrowed(quote!(item)))
}

/// `Decode` of a union: the one member that is set and known.
fn read_union(model: &Model, shape: &Shape, members: &[Member]) -> TokenStream {
    let name = ident(&shape.name.camel);
    let arms = members.iter().map(|member| {
        let (wire, variant, value) = (&member.name.wire, ident(&member.name.camel), read_member(model, member));
        quote!(#wire => #value.map(Self::#variant),)
    });
    quote! {
        impl Decode for #name {
            fn decode(reader: &mut Reader<'_>) -> Result<Option<Self>, Rejected> {
                let Some(mut members) = reader.structure()? else { return Ok(None) };
                let mut chosen = None;
                while let Some(member) = members.next(reader)? {
                    let value = match &*member {
                        #(#arms)*
                        _ => {
                            reader.skip()?;
                            None
                        }
                    };
                    if value.is_some() && std::mem::replace(&mut chosen, value).is_some() {
                        return Err(Rejected);
                    }
                }
                chosen.map(Some).ok_or(Rejected)
            }
        }
    }
}

fn write_union(model: &Model, shape: &Shape, members: &[Member]) -> TokenStream {
    let name = ident(&shape.name.camel);
    let arms = members.iter().map(|member| {
        let (wire, variant) = (&member.name.wire, ident(&member.name.camel));
        let write = write(model, member.target, &quote!(writer.member(#wire)), &Value::Borrowed(quote!(value)));
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
            fn decode(reader: &mut Reader<'_>) -> Result<Option<Self>, Rejected> {
                Ok(reader.text()?.map(|value| Self::from(&*value)))
            }
        }
    }
}
