//! Errors -> a structure for each, and one enum of them all.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Items, Said, docs, has_type_in_it, ident, import_types, types};
use crate::model::{Error, Kind, Member, Model, Shape, Structure};

pub(super) fn items(model: &Model) -> Items<'_> {
    if model.errors.is_empty() {
        return Vec::<TokenStream>::new().into();
    }
    let mut items: Vec<_> = model.errors.iter().flat_map(|error| self::error(model, error)).collect();
    items.extend([enumeration(model), enum_error(model), enum_encode(), enum_display()]);
    Items::importing(items, |said| imports(model, said))
}

fn imports(model: &Model, said: &Said) -> TokenStream {
    let map = said.import("BTreeMap", quote! { use std::collections::BTreeMap; });
    let members = model.errors.iter().flat_map(|error| model[error.shape].kind.members());
    let own = import_types(members.into_iter().any(|member| has_type_in_it(model, member.target)));
    let runtime = said.import_runtime(&types::RUNTIME);
    quote! {
        #map
        use std::fmt;
        use super::schema;
        #own
        use crate::runtime as rt;
        #runtime
    }
}

/// The items of one error: its structure, what it is, and how it is shown.
fn error(model: &Model, error: &Error) -> Vec<TokenStream> {
    let shape = &model[error.shape];
    let Kind::Structure(structure) = &shape.kind else { return Vec::new() };
    let mut items = types::structure(model, shape, structure);
    items.extend(with_message(error, shape, structure));
    items.push(declared(error, shape, structure));
    items.push(display(shape));
    items
}

/// `with_message`, where a message is all an error needs.
fn with_message(error: &Error, shape: &Shape, structure: &Structure) -> Option<TokenStream> {
    let Structure { members, report_order: _ } = structure;
    let message = &members[error.message?];
    if !members.iter().all(Member::is_optional) {
        return None;
    }
    let name = ident(&shape.name.camel);
    let field = ident(&message.name.snake);
    let rest = (members.len() > 1).then(|| quote!(, ..Self::default()));
    Some(quote! {
        impl #name {
            /// The error with what went wrong, for a person.
            #[must_use]
            pub fn with_message(message: impl Into<String>) -> Self {
                Self { #field: Some(message.into()) #rest }
            }
        }
    })
}

fn declared(error: &Error, shape: &Shape, structure: &Structure) -> TokenStream {
    let name = ident(&shape.name.camel);
    let table = ident(&shape.name.upper);
    let message = error.message.map(|position| &structure.members[position]).map_or_else(
        || quote!(None),
        |message| {
            let field = ident(&message.name.snake);
            if message.is_optional() { quote!(self.#field.as_deref()) } else { quote!(Some(&self.#field)) }
        },
    );
    quote! {
        impl rt::DeclaredError for #name {
            fn error(&self) -> &'static rt::schema::Error {
                &schema::errors::#table
            }

            fn message(&self) -> Option<&str> {
                #message
            }
        }
    }
}

fn display(shape: &Shape) -> TokenStream {
    let name = ident(&shape.name.camel);
    quote! {
        impl fmt::Display for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                rt::errors::display(self, f)
            }
        }

        impl std::error::Error for #name {}
    }
}

fn enumeration(model: &Model) -> TokenStream {
    let variants = model.errors.iter().map(|error| {
        let shape = &model[error.shape];
        let doc = docs::lines(&format!("`{}`, HTTP status {}.", shape.name.wire, error.status));
        let name = ident(&shape.name.camel);
        quote!(#doc #name(#name),)
    });
    let conversions = model.errors.iter().map(|error| {
        let name = ident(&model[error.shape].name.camel);
        quote! {
            impl From<#name> for Error {
                fn from(error: #name) -> Self {
                    Self::#name(error)
                }
            }
        }
    });
    quote! {
        /// Any error of the API, for code that serves more than one operation.
        ///
        /// An operation answers with one by [`Failure::undeclared`](rt::Failure::undeclared), since the compiler
        /// cannot know whether it declares it.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Error {
            #(#variants)*
        }

        #(#conversions)*
    }
}

fn enum_error(model: &Model) -> TokenStream {
    let arms = model.errors.iter().map(|error| {
        let name = ident(&model[error.shape].name.camel);
        quote!(Self::#name(error) => error,)
    });
    quote! {
        impl Error {
            /// The error as what all of them have in common.
            #[must_use]
            pub fn as_declared(&self) -> &dyn rt::DeclaredError {
                match self {
                    #(#arms)*
                }
            }
        }

        impl rt::DeclaredError for Error {
            fn error(&self) -> &'static rt::schema::Error {
                self.as_declared().error()
            }

            fn message(&self) -> Option<&str> {
                self.as_declared().message()
            }
        }
    }
}

fn enum_encode() -> TokenStream {
    quote! {
        impl rt::Encode for Error {
            fn encode(&self, writer: &mut rt::Writer) {
                self.as_declared().encode(writer);
            }
        }
    }
}

fn enum_display() -> TokenStream {
    quote! {
        impl fmt::Display for Error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                rt::errors::display(self, f)
            }
        }

        impl std::error::Error for Error {}
    }
}
