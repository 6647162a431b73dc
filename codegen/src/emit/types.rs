//! Structures, unions and enums -> `types`.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::{Items, Said, docs, ident, rust_type, typed, whole};
use crate::model::{Enum, Kind, Member, Model, Name, Presence, Scalar, Shape, Structure};

/// How many arguments clippy lets a function have.
const CLIPPY_ARGUMENTS: usize = 7;

/// What structures say of the runtime.
pub(super) const RUNTIME: [&str; 4] = ["Document", "Redacted", "Timestamp", "debug_structure"];

pub(super) fn items(model: &Model) -> Items<'_> {
    Items::importing(typed(model).flat_map(|shape| self::shape(model, shape)).collect(), imports)
}

fn imports(said: &Said) -> TokenStream {
    let map = said.import("BTreeMap", quote! { use std::collections::BTreeMap; });
    let fmt = said.import("fmt", quote! { use std::fmt; });
    let runtime = said.import_runtime(&RUNTIME);
    quote!(#map #fmt #runtime)
}

/// The items of one shape.
fn shape(model: &Model, shape: &Shape) -> Vec<TokenStream> {
    match &shape.kind {
        Kind::Structure(structure) => self::structure(model, shape, structure),
        Kind::Union(members) => union(model, shape, members),
        Kind::Enum(values) => enumeration(shape, values),
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
    }
}

/// A structure's type with its constructor, and its `Debug` where it has secrets.
pub(super) fn structure(model: &Model, shape: &Shape, structure: &Structure) -> Vec<TokenStream> {
    let Structure { members, report_order: _ } = structure;
    let name = ident(&shape.name.camel);
    let doc = docs::lines(&docs::described(&shape.name, shape.doc.as_deref(), &shape.name.camel));
    let secret = shape.sensitive || members.iter().any(|member| member.sensitive);
    let mut derives = vec![quote!(Clone)];
    derives.extend((!secret).then(|| quote!(Debug)));
    derives.extend(has_plain_default(members).then(|| quote!(Default)));
    derives.push(quote!(PartialEq));
    let fields = members.iter().map(|member| field(model, member));
    let definition = quote! {
        #doc
        #[derive(#(#derives),*)]
        pub struct #name {
            #(#fields)*
        }
    };
    let mut items = vec![definition];
    if members.iter().any(|member| member.presence == Presence::Required) {
        items.push(constructor(model, shape, members));
    } else if !has_plain_default(members) {
        items.push(default(model, shape, members));
    }
    if secret {
        items.push(redacted_debug(shape, members));
    }
    items
}

/// Whether unset members and Rust's own default values make a value.
fn has_plain_default(members: &[Member]) -> bool {
    members.iter().all(|member| match &member.presence {
        Presence::Required => false,
        Presence::Optional => true,
        Presence::Default(value) => match value {
            Scalar::Boolean(value) => !value,
            Scalar::Integer(value) => *value == 0,
            Scalar::Float(value) => *value == 0.0,
            // an enum has no default of its own
            Scalar::String(_) => false,
            Scalar::EmptyList | Scalar::EmptyMap => true,
        },
    })
}

fn field(model: &Model, member: &Member) -> TokenStream {
    let doc = docs::lines(&docs::member(model, member));
    let name = ident(&member.name.snake);
    let r#type = field_type(model, member);
    quote!(#doc pub #name: #r#type,)
}

fn field_type(model: &Model, member: &Member) -> TokenStream {
    let mut r#type = rust_type(model, member.target);
    if member.boxed {
        r#type = quote!(Box<#r#type>);
    }
    if member.is_optional() { quote!(Option<#r#type>) } else { r#type }
}

/// `new`, which takes the required members.
fn constructor(model: &Model, shape: &Shape, members: &[Member]) -> TokenStream {
    let name = ident(&shape.name.camel);
    let doc = docs::lines(&format!(
        "A new `{}` with its required members{}.",
        shape.name.camel,
        if members.iter().all(|member| member.presence == Presence::Required) { "" } else { "; the others are unset" },
    ));
    let required: Vec<_> = members.iter().filter(|member| member.presence == Presence::Required).collect();
    let many = (required.len() > CLIPPY_ARGUMENTS).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let parameters = required.into_iter().map(|member| {
        let name = ident(&member.name.snake);
        let r#type = if is_text(model, member) { quote!(impl Into<String>) } else { field_type(model, member) };
        quote!(#name: #r#type)
    });
    let values = members.iter().map(|member| {
        let name = ident(&member.name.snake);
        match &member.presence {
            Presence::Required if is_text(model, member) => quote!(#name: #name.into()),
            Presence::Required => quote!(#name),
            Presence::Optional => quote!(#name: None),
            Presence::Default(value) => {
                let value = default_value(model, member, value);
                quote!(#name: #value)
            }
        }
    });
    quote! {
        impl #name {
            #doc
            #[must_use]
            #many
            pub fn new(#(#parameters),*) -> Self {
                Self { #(#values),* }
            }
        }
    }
}

fn is_text(model: &Model, member: &Member) -> bool {
    matches!(model[member.target].kind, Kind::String)
}

/// `Default`, where some member has a default of its own.
fn default(model: &Model, shape: &Shape, members: &[Member]) -> TokenStream {
    let name = ident(&shape.name.camel);
    let values = members.iter().map(|member| {
        let name = ident(&member.name.snake);
        match &member.presence {
            Presence::Required | Presence::Optional => quote!(#name: None),
            Presence::Default(value) => {
                let value = default_value(model, member, value);
                quote!(#name: #value)
            }
        }
    });
    quote! {
        impl Default for #name {
            fn default() -> Self {
                Self { #(#values),* }
            }
        }
    }
}

/// A default as an expression of the member's type.
pub(super) fn default_value(model: &Model, member: &Member, value: &Scalar) -> TokenStream {
    let shape = &model[member.target];
    match value {
        Scalar::Boolean(value) => quote!(#value),
        Scalar::Integer(value) => whole_value(&shape.kind, *value),
        Scalar::Float(value) => {
            let digits = Literal::f64_unsuffixed(*value);
            quote!(#digits)
        }
        Scalar::String(text) => text_value(shape, text),
        Scalar::EmptyList => quote!(Vec::new()),
        Scalar::EmptyMap => quote!(BTreeMap::new()),
    }
}

#[allow(clippy::cast_precision_loss)] // written by a person, so that it has few digits
fn whole_value(kind: &Kind, value: i64) -> TokenStream {
    let digits = whole(value);
    if matches!(kind, Kind::Timestamp(_)) {
        quote!(Timestamp::from_seconds(#digits))
    } else if matches!(kind, Kind::Float | Kind::Double) {
        let digits = Literal::f64_unsuffixed(value as f64);
        quote!(#digits)
    } else {
        quote!(#digits)
    }
}

fn text_value(shape: &Shape, text: &str) -> TokenStream {
    if let Kind::Enum(Enum { variants, report_order: _ }) = &shape.kind {
        let name = ident(&shape.name.camel);
        let variant = variants.iter().find(|variant| variant.wire == text).map(|variant| ident(&variant.camel));
        quote!(#name::#variant)
    } else if matches!(shape.kind, Kind::Blob) {
        let bytes = Literal::byte_string(&Scalar::String(text.to_owned()).bytes().unwrap_or_default());
        quote!(#bytes.to_vec())
    } else if text.is_empty() {
        quote!(String::new())
    } else {
        quote!(#text.to_owned())
    }
}

/// `Debug` that shows of secret members only whether they are set.
fn redacted_debug(shape: &Shape, members: &[Member]) -> TokenStream {
    let name = ident(&shape.name.camel);
    let wire_name = &shape.name.camel;
    let fields = members.iter().map(|member| {
        let label = member.name.snake.trim_start_matches("r#");
        let name = ident(&member.name.snake);
        match (shape.sensitive || member.sensitive, member.is_optional()) {
            (false, _) => quote!((#label, &self.#name)),
            (true, false) => quote!((#label, &Redacted)),
            (true, true) => quote!((#label, &Redacted::option(&self.#name))),
        }
    });
    quote! {
        impl fmt::Debug for #name {
            #[inline]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                debug_structure(f, #wire_name, &[#(#fields),*])
            }
        }
    }
}

/// A union's type: one variant for each member.
fn union(model: &Model, shape: &Shape, members: &[Member]) -> Vec<TokenStream> {
    let name = ident(&shape.name.camel);
    let doc = docs::lines(&docs::described(&shape.name, shape.doc.as_deref(), &shape.name.camel));
    let secret = shape.sensitive || members.iter().any(|member| member.sensitive);
    let debug = (!secret).then(|| quote!(Debug,));
    let variants = members.iter().map(|member| {
        let doc = docs::lines(&docs::member(model, member));
        let name = ident(&member.name.camel);
        let mut r#type = rust_type(model, member.target);
        if member.boxed {
            r#type = quote!(Box<#r#type>);
        }
        quote!(#doc #name(#r#type),)
    });
    let mut items = vec![quote! {
        #doc
        #[derive(Clone, #debug PartialEq)]
        pub enum #name {
            #(#variants)*
        }
    }];
    if secret {
        items.push(redacted_union_debug(shape, members));
    }
    items
}

/// `Debug` of a union that shows of secret members only which is set.
fn redacted_union_debug(shape: &Shape, members: &[Member]) -> TokenStream {
    let name = ident(&shape.name.camel);
    let arms = members.iter().map(|member| {
        let variant = ident(&member.name.camel);
        let label = &member.name.camel;
        if shape.sensitive || member.sensitive {
            quote!(Self::#variant(_) => f.debug_tuple(#label).field(&Redacted).finish(),)
        } else {
            quote!(Self::#variant(value) => f.debug_tuple(#label).field(value).finish(),)
        }
    });
    quote! {
        impl fmt::Debug for #name {
            #[inline]
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self { #(#arms)* }
            }
        }
    }
}

/// An enum's type with its texts.
fn enumeration(shape: &Shape, values: &Enum) -> Vec<TokenStream> {
    let Enum { variants, report_order: _ } = values;
    let name = ident(&shape.name.camel);
    let doc = docs::lines(&docs::described(&shape.name, shape.doc.as_deref(), &shape.name.camel));
    let definitions = variants.iter().map(|variant| {
        let doc = docs::lines(&format!("{}.", docs::code(&variant.wire)));
        let name = ident(&variant.camel);
        quote!(#doc #name,)
    });
    let definition = quote! {
        #doc
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum #name {
            #(#definitions)*
            /// A value that the description does not list.
            Unknown(String),
        }
    };
    vec![definition, texts(&name, variants), from_text(&name, variants), display(&name)]
}

fn texts(name: &Ident, variants: &[Name]) -> TokenStream {
    let arms = variants.iter().map(|variant| {
        let name = ident(&variant.camel);
        let text = &variant.wire;
        quote!(Self::#name => #text,)
    });
    quote! {
        impl #name {
            /// The value on the wire.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    #(#arms)*
                    Self::Unknown(value) => value,
                }
            }

            /// Whether the description lists the value.
            #[must_use]
            pub fn is_known(&self) -> bool {
                !matches!(self, Self::Unknown(_))
            }
        }
    }
}

fn from_text(name: &Ident, variants: &[Name]) -> TokenStream {
    let arms = variants.iter().map(|variant| {
        let name = ident(&variant.camel);
        let text = &variant.wire;
        quote!(#text => Self::#name,)
    });
    quote! {
        impl From<&str> for #name {
            fn from(value: &str) -> Self {
                match value {
                    #(#arms)*
                    _ => Self::Unknown(value.to_owned()),
                }
            }
        }
    }
}

fn display(name: &Ident) -> TokenStream {
    quote! {
        impl fmt::Display for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    }
}
