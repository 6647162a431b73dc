//! Operations -> the API's trait for the runtime's `Mock`: every method answers a sample of its output.

use proc_macro2::TokenStream;
use quote::quote;

use super::ident;
use crate::model::{Model, Operation};

pub(super) fn items(model: &Model) -> Vec<TokenStream> {
    vec![imports(model), constructor(model), implementation(model)]
}

/// The runtime's `Mock` is named by its module, since a structure of the API may have the same name.
fn imports(model: &Model) -> TokenStream {
    let name = ident(&model.service.name.camel);
    let takes_something = model.operations.iter().any(|operation| operation.input.is_some());
    let types = takes_something.then(|| {
        quote!(
            use super::types::*;
        )
    });
    let operation = (!model.operations.is_empty()).then(|| quote!(operation,));
    let runtime = if model.operations.is_empty() { quote!(mock) } else { quote!({Context, Outcome, mock}) };
    quote! {
        use super::service::#name;
        use super::{#operation schema};
        #types
        use crate::runtime::#runtime;
    }
}

fn constructor(model: &Model) -> TokenStream {
    let doc = super::docs::lines(&format!(
        "A mock of {}: it answers every operation with a sample of its output, remembers what it was asked, and fails \
         where it is told to. Hand it to [`server`](super::server), and keep a clone to ask for what was received.",
        model.service.title
    ));
    quote! {
        #doc
        #[must_use]
        pub fn mock() -> mock::Mock {
            mock::Mock::new(&schema::SERVICE)
        }
    }
}

fn implementation(model: &Model) -> TokenStream {
    let name = ident(&model.service.name.camel);
    let methods = model.operations.iter().map(|operation| method(model, operation));
    quote! {
        impl #name for mock::Mock {
            #(#methods)*
        }
    }
}

fn method(model: &Model, operation: &Operation) -> TokenStream {
    let Operation { name, doc: _, auth: _, input, output: _, errors: _ } = operation;
    let (marker, name) = (ident(&name.camel), ident(&name.snake));
    let input = input.map(|input| ident(&model[input].name.camel));
    let parameter = input.as_ref().map(|input| quote!(, input: #input));
    let argument = if input.is_some() { quote!(input) } else { quote!(()) };
    quote! {
        async fn #name(&self, context: &Context #parameter) -> Outcome<operation::#marker> {
            self.answer(context, #argument).await
        }
    }
}
