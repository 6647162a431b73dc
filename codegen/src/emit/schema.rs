//! The whole model -> static tables of the API.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{docs, example, ident, timestamp_format};
use crate::model::{
    Auth, Constraint, Declared, Enum, Error, Fault, Kind, Member, Model, Operation, Origin, Protocol, Shape, ShapeId,
    Structure, Wording,
};

/// The items of `schema`.
pub(super) fn service(model: &Model) -> Vec<TokenStream> {
    vec![
        quote! {
            pub mod errors;
            pub mod operations;
            pub mod shapes;
        },
        quote!(
            use crate::runtime::schema::*;
        ),
        service_table(model),
    ]
}

fn service_table(model: &Model) -> TokenStream {
    let service = &model.service;
    let (name, title, version) = (&service.name.wire, &service.title, &service.version);
    let protocol = match service.protocol {
        Protocol::AwsJson10 => quote!(Protocol::AwsJson10),
        Protocol::AwsJson11 => quote!(Protocol::AwsJson11),
    };
    let target_prefix = &service.target_prefix;
    let signing_name = option(service.signing_name.as_ref().map(|name| quote!(#name)));
    let error = &service.validation_error;
    let wording = match service.wording {
        Wording::Coral => quote!(Wording::Coral),
        Wording::Smithy => quote!(Wording::Smithy),
    };
    let operations = model.operations.iter().map(|operation| {
        let table = ident(&operation.name.upper);
        quote!(&operations::#table)
    });
    let errors = model.errors.iter().map(|error| {
        let table = ident(&model[error.shape].name.upper);
        quote!(&errors::#table)
    });
    quote! {
        /// The API.
        pub static SERVICE: Service = Service {
            name: #name,
            title: #title,
            version: #version,
            protocol: #protocol,
            target_prefix: #target_prefix,
            signing_name: #signing_name,
            validation: Validation { error: #error, wording: #wording },
            operations: &[#(#operations),*],
            errors: &[#(#errors),*],
        };
    }
}

/// The items of `schema::operations`.
pub(super) fn operations(model: &Model) -> Vec<TokenStream> {
    let uses_errors = model.operations.iter().any(|operation| !operation.errors.is_empty());
    let uses_shapes = model.operations.iter().any(|operation| operation.input.or(operation.output).is_some());
    let errors = uses_errors.then(|| quote!(errors,));
    let shapes = uses_shapes.then(|| quote!(shapes,));
    let supers = (uses_errors || uses_shapes).then(|| quote!(use super::{#errors #shapes};));
    let imports = (!model.operations.is_empty()).then(|| quote!(#supers use crate::runtime::schema::*;));
    imports.into_iter().chain(model.operations.iter().map(|operation| self::operation(model, operation))).collect()
}

fn operation(model: &Model, operation: &Operation) -> TokenStream {
    let Operation { name, doc: _, auth, input, output, errors } = operation;
    let (wire, table) = (&name.wire, ident(&name.upper));
    let doc = docs::lines(&format!("`{wire}`."));
    let auth = match auth {
        Auth::SigV4 => quote!(Auth::SigV4),
        Auth::None => quote!(Auth::None),
    };
    let (input, output) = (structure(model, *input), structure(model, *output));
    let errors = errors.iter().map(|declared| {
        let Declared { error, documented_status } = declared;
        let table = ident(&model[model.errors[*error].shape].name.upper);
        let status = option(documented_status.map(|status| number(&Literal::u16_unsuffixed(status))));
        quote!(Declared { error: &errors::#table, documented_status: #status })
    });
    quote! {
        #doc
        pub static #table: Operation = Operation {
            name: #wire,
            auth: #auth,
            input: #input,
            output: #output,
            errors: &[#(#errors),*],
        };
    }
}

fn structure(model: &Model, id: Option<ShapeId>) -> TokenStream {
    option(id.map(|id| {
        let table = ident(&model[id].name.upper);
        quote!(&shapes::#table)
    }))
}

/// The items of `schema::errors`.
pub(super) fn errors(model: &Model) -> Vec<TokenStream> {
    let imports = (!model.errors.is_empty()).then(|| {
        quote! {
            use super::shapes;
            use crate::runtime::schema::{Error, Fault};
        }
    });
    imports.into_iter().chain(model.errors.iter().map(|error| self::error(model, error))).collect()
}

fn error(model: &Model, error: &Error) -> TokenStream {
    let Error { shape, fault, status, message: _ } = error;
    let table = ident(&model[*shape].name.upper);
    let doc = docs::lines(&format!("`{}`.", model[*shape].name.wire));
    let fault = match fault {
        Fault::Client => quote!(Fault::Client),
        Fault::Server => quote!(Fault::Server),
    };
    let status = Literal::u16_unsuffixed(*status);
    quote! {
        #doc
        pub static #table: Error = Error { shape: &shapes::#table, fault: #fault, status: #status };
    }
}

/// The items of `schema::shapes`.
pub(super) fn shapes(model: &Model) -> Vec<TokenStream> {
    let described = (0..model.shapes.len()).map(ShapeId).filter(|id| model[*id].origin != Origin::Plain);
    let items: Vec<_> = described.map(|id| shape(model, id)).collect();
    let patterns = super::says(&items, "patterns").then(|| {
        quote!(
            use super::super::patterns;
        )
    });
    let imports = (!items.is_empty()).then(|| quote!(#patterns use crate::runtime::schema::*;));
    imports.into_iter().chain(items).collect()
}

fn shape(model: &Model, id: ShapeId) -> TokenStream {
    let Shape { name, doc: _, origin: _, kind, constraints, sensitive: _, redacted, checked: _, example: _ } =
        &model[id];
    let (wire, table) = (&name.wire, ident(&name.upper));
    let doc = docs::lines(&format!("`{wire}`."));
    let mut constraints: Vec<_> = constraints.iter().map(|constraint| self::constraint(model, constraint)).collect();
    if let Kind::Enum(values) = kind {
        constraints.push(enumeration(values));
    }
    let kind = self::kind(model, kind);
    let example = option(example::scalar(model, id).map(|example| quote!(#example)));
    quote! {
        #doc
        pub static #table: Shape = Shape {
            name: #wire,
            kind: #kind,
            constraints: &[#(#constraints),*],
            sensitive: #redacted,
            example: #example,
        };
    }
}

fn kind(model: &Model, kind: &Kind) -> TokenStream {
    match kind {
        Kind::Structure(Structure { members, report_order }) => {
            let members = members.iter().map(|member| self::member(model, member));
            let order = report_order.iter().map(|index| Literal::usize_unsuffixed(*index));
            quote! {
                Kind::Structure(Structure { members: &[#(#members),*], report_order: &[#(#order),*] })
            }
        }
        Kind::Union(members) => {
            let members = members.iter().map(|member| self::member(model, member));
            quote!(Kind::Union(&[#(#members),*]))
        }
        Kind::List(item) => {
            let item = reference(model, *item);
            quote!(Kind::List(#item))
        }
        Kind::Map { key, value } => {
            let (key, value) = (reference(model, *key), reference(model, *value));
            quote!(Kind::Map { key: #key, value: #value })
        }
        Kind::String => quote!(Kind::String),
        Kind::Enum(_) => quote!(Kind::Enum),
        Kind::Integer => quote!(Kind::Integer),
        Kind::Long => quote!(Kind::Long),
        Kind::Float => quote!(Kind::Float),
        Kind::Double => quote!(Kind::Double),
        Kind::Boolean => quote!(Kind::Boolean),
        Kind::Blob => quote!(Kind::Blob),
        Kind::Timestamp(format) => {
            let format = timestamp_format(*format);
            quote!(Kind::Timestamp(#format))
        }
        Kind::Document => quote!(Kind::Document),
    }
}

fn member(model: &Model, member: &Member) -> TokenStream {
    let Member { name, reported_name, doc: _, target, presence, boxed: _, sensitive: _, redacted, example: _ } = member;
    let wire = &name.wire;
    let shape = reference(model, *target);
    let required = *presence == crate::model::Presence::Required;
    quote! {
        Member {
            name: #wire,
            reported_name: #reported_name,
            shape: #shape,
            required: #required,
            redacted: #redacted,
        }
    }
}

fn constraint(model: &Model, constraint: &Constraint) -> TokenStream {
    match constraint {
        Constraint::Length { min, max } => {
            let bound = |bound: Option<u64>| option(bound.map(|bound| number(&Literal::u64_unsuffixed(bound))));
            let (min, max) = (bound(*min), bound(*max));
            quote!(Constraint::Length { min: #min, max: #max })
        }
        Constraint::Range { min, max } => {
            let bound = |bound: Option<i64>| option(bound.map(|bound| number(&Literal::i64_unsuffixed(bound))));
            let (min, max) = (bound(*min), bound(*max));
            quote!(Constraint::Range { min: #min, max: #max })
        }
        Constraint::FloatRange { min, max } => {
            let bound = |bound: Option<f64>| option(bound.map(|bound| number(&Literal::f64_unsuffixed(bound))));
            let (min, max) = (bound(*min), bound(*max));
            quote!(Constraint::FloatRange { min: #min, max: #max })
        }
        Constraint::Pattern(id) => {
            let table = ident(&model[*id].name.upper);
            quote!(Constraint::Pattern(&patterns::#table))
        }
        Constraint::UniqueItems => quote!(Constraint::UniqueItems),
    }
}

fn enumeration(values: &Enum) -> TokenStream {
    let Enum { variants, report_order } = values;
    let texts = variants.iter().map(|variant| &variant.wire);
    let reported = report_order.iter().map(|index| &variants[*index].wire);
    quote!(Constraint::Enum { values: &[#(#texts),*], reported: &[#(#reported),*] })
}

/// The table of a shape, by reference, within `schema::shapes`. Plain types have theirs in the runtime.
fn reference(model: &Model, id: ShapeId) -> TokenStream {
    let shape = &model[id];
    match shape.origin {
        Origin::Plain => {
            let table = ident(&shape.name.upper);
            quote!(&plain::#table)
        }
        Origin::Described | Origin::Error => {
            let table = ident(&shape.name.upper);
            quote!(&#table)
        }
    }
}

fn number(literal: &Literal) -> TokenStream {
    quote!(#literal)
}

fn option(value: Option<TokenStream>) -> TokenStream {
    value.map_or_else(|| quote!(None), |value| quote!(Some(#value)))
}
