//! The whole model -> static tables of the API.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{Items, docs, example, ident, timestamp_format};
use crate::model::{
    Auth, Constraint, Declared, Enum, Error, Fault, Kind, Member, Model, Operation, Origin, Presence, Protocol, Shape,
    ShapeId, Structure, Wording,
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
        if let Some(status) = documented_status.map(Literal::u16_unsuffixed) {
            quote!(Declared::documented(&errors::#table, #status))
        } else {
            quote!(Declared::new(&errors::#table))
        }
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
        pub static #table: Error = Error::new(&shapes::#table, #fault, #status);
    }
}

/// The items of `schema::shapes`.
pub(super) fn shapes(model: &Model) -> Items<'_> {
    let described = (0..model.shapes.len()).map(ShapeId).filter(|id| model[*id].origin != Origin::Plain);
    let items: Vec<_> = described.map(|id| shape(model, id)).collect();
    if items.is_empty() {
        return items.into();
    }
    Items::importing(items, |said| {
        let patterns = said.import("patterns", quote! { use super::super::patterns; });
        quote!(#patterns use crate::runtime::schema::*;)
    })
}

fn shape(model: &Model, id: ShapeId) -> TokenStream {
    let Shape { name, doc: _, origin: _, kind, constraints, sensitive: _, redacted, checked: _, served: _, example: _ } =
        &model[id];
    let (wire, table) = (&name.wire, ident(&name.upper));
    let doc = docs::lines(&format!("`{wire}`."));
    let mut constraints: Vec<_> = constraints.iter().map(|constraint| self::constraint(model, constraint)).collect();
    if let Kind::Enum(values) = kind {
        constraints.push(enumeration(values));
    }
    let declared = declaration(model, wire, kind);
    let within = (!constraints.is_empty()).then(|| quote!(.within(&[#(#constraints),*])));
    let redacted = redacted.then(|| quote!(.redacted()));
    let such_as = example::scalar(model, id).map(|example| quote!(.such_as(#example)));
    quote! {
        #doc
        pub static #table: Shape = #declared #within #redacted #such_as;
    }
}

/// The call that makes a shape of its name and kind.
fn declaration(model: &Model, name: &str, kind: &Kind) -> TokenStream {
    match kind {
        Kind::Structure(Structure { members, report_order }) => {
            let members = members.iter().map(|member| self::member(model, member));
            let order = report_order.iter().map(|index| Literal::usize_unsuffixed(*index));
            quote!(Shape::structure(#name, &[#(#members),*], &[#(#order),*]))
        }
        Kind::Union(members) => {
            let members = members.iter().map(|member| self::member(model, member));
            quote!(Shape::new(#name, Kind::Union(&[#(#members),*])))
        }
        Kind::List(item) => {
            let item = reference(model, *item);
            quote!(Shape::new(#name, Kind::List(#item)))
        }
        Kind::Map { key, value } => {
            let (key, value) = (reference(model, *key), reference(model, *value));
            quote!(Shape::new(#name, Kind::Map { key: #key, value: #value }))
        }
        Kind::Timestamp(format) => {
            let format = timestamp_format(*format);
            quote!(Shape::new(#name, Kind::Timestamp(#format)))
        }
        Kind::String => quote!(Shape::new(#name, Kind::String)),
        Kind::Enum(_) => quote!(Shape::new(#name, Kind::Enum)),
        Kind::Integer => quote!(Shape::new(#name, Kind::Integer)),
        Kind::Long => quote!(Shape::new(#name, Kind::Long)),
        Kind::Float => quote!(Shape::new(#name, Kind::Float)),
        Kind::Double => quote!(Shape::new(#name, Kind::Double)),
        Kind::Boolean => quote!(Shape::new(#name, Kind::Boolean)),
        Kind::Blob => quote!(Shape::new(#name, Kind::Blob)),
        Kind::Document => quote!(Shape::new(#name, Kind::Document)),
    }
}

fn member(model: &Model, member: &Member) -> TokenStream {
    let Member { name, reported_name, doc: _, target, presence, boxed: _, sensitive: _, redacted, example } = member;
    let wire = &name.wire;
    let shape = reference(model, *target);
    let declare = match presence {
        Presence::Required => quote!(required),
        Presence::Optional | Presence::Default(_) => quote!(optional),
    };
    let redacted = redacted.then(|| quote!(.redacted()));
    let example = example.as_ref().map(|example| example::json(&model[*target].kind, example));
    let such_as = example.map(|example| quote!(.such_as(#example)));
    quote!(Member::#declare(#wire, #reported_name, #shape) #redacted #such_as)
}

fn constraint(model: &Model, constraint: &Constraint) -> TokenStream {
    match constraint {
        Constraint::Length { min, max } => {
            let [min, max] = [min, max].map(|bound| bound.map(|bound| number(&Literal::u64_unsuffixed(bound))));
            match (min, max) {
                (Some(min), Some(max)) => quote!(Constraint::length(#min, #max)),
                (Some(min), None) => quote!(Constraint::length_from(#min)),
                (None, Some(max)) => quote!(Constraint::length_to(#max)),
                (None, None) => quote!(Constraint::Length { min: None, max: None }),
            }
        }
        Constraint::Range { min, max } => {
            let [min, max] = [min, max].map(|bound| bound.map(|bound| number(&Literal::i64_unsuffixed(bound))));
            match (min, max) {
                (Some(min), Some(max)) => quote!(Constraint::range(#min, #max)),
                (Some(min), None) => quote!(Constraint::range_from(#min)),
                (None, Some(max)) => quote!(Constraint::range_to(#max)),
                (None, None) => quote!(Constraint::Range { min: None, max: None }),
            }
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
