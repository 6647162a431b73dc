//! Operations -> the function that tells which methods of an implementation are written.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident;
use crate::model::{Model, Operation};

pub(super) fn items(model: &Model) -> Vec<TokenStream> {
    vec![imports(model), function(model)]
}

fn imports(model: &Model) -> TokenStream {
    let name = ident(&model.service.name.camel);
    let method = (!model.operations.is_empty()).then(|| quote!(, method));
    quote! {
        use super::service::#name;
        use crate::runtime::service::{Implemented #method};
    }
}

fn function(model: &Model) -> TokenStream {
    let name = ident(&model.service.name.camel);
    let methods = model.operations.iter().map(method);
    quote! {
        /// Which operations the implementation `S` has, and which answer that they are not implemented.
        ///
        /// Displays as a table, to be printed when a server starts. No method is called: they are told apart by the
        /// types they return.
        #[must_use]
        pub fn implemented<S: #name>() -> Implemented {
            Implemented::new([#(#methods),*])
        }
    }
}

/// What is known of one method. One that takes no input is handed over as if it took an empty one.
fn method(operation: &Operation) -> TokenStream {
    let Operation { name, doc: _, auth: _, input, output: _, errors: _ } = operation;
    let name = ident(&name.snake);
    if input.is_some() {
        quote!(method(S::#name))
    } else {
        quote!(method(|service: &'static S, context, ()| service.#name(context)))
    }
}
