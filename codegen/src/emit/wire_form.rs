//! Structures, unions, enums and errors -> serde's traits for each, in the form of the wire.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Said, has_own_type, ident};
use crate::model::{Kind, Model, Origin, Shape};

pub(super) fn items(model: &Model) -> Vec<TokenStream> {
    let described = model.shapes.iter().filter(|shape| shape.origin != Origin::Plain);
    let calls: Vec<_> = described.filter(|shape| has_own_type(&shape.kind)).map(call).collect();
    if calls.is_empty() { Vec::new() } else { vec![imports(model, &calls), quote!(#(#calls)*)] }
}

fn imports(model: &Model, calls: &[TokenStream]) -> TokenStream {
    let errors = (!model.errors.is_empty()).then(|| quote! { use super::errors::*; });
    let types = Said::by(calls).import_types(model);
    quote! {
        #errors
        use super::schema::shapes;
        #types
        use crate::runtime::wire_form::{self, wire_form};
    }
}

fn call(shape: &Shape) -> TokenStream {
    let (name, table) = (ident(&shape.name.camel), ident(&shape.name.upper));
    if matches!(shape.kind, Kind::Enum(_)) {
        quote!(wire_form!(enum #name);)
    } else {
        quote!(wire_form!(#name, #table);)
    }
}
