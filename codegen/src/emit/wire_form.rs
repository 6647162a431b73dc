//! Structures, unions, enums and errors -> serde's traits for each, in the form of the wire.

use proc_macro2::TokenStream;
use quote::quote;

use super::{has_own_type, ident, import_types, typed};
use crate::model::{Kind, Model, Origin, Shape};

pub(super) fn items(model: &Model) -> Vec<TokenStream> {
    let described = model.shapes.iter().filter(|shape| shape.origin != Origin::Plain);
    let calls: Vec<_> = described.filter(|shape| has_own_type(&shape.kind)).map(call).collect();
    if calls.is_empty() {
        return calls;
    }
    vec![imports(model), quote!(#(#calls)*)]
}

fn imports(model: &Model) -> TokenStream {
    let errors = (!model.errors.is_empty()).then(|| quote! { use super::errors::*; });
    let types = import_types(typed(model).next().is_some());
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
