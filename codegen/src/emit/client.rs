//! What a server does not need of its API: outputs and errors are read, inputs written, and outputs checked.
//!
//! It stands apart, behind a feature, since it would take a third of the time that the crate is compiled.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Items, Said, Side, codec, import_types, typed, validate};
use crate::model::Model;

pub(super) fn items(model: &Model) -> Items<'_> {
    let mut items = codec::directions(model, Side::Client);
    items.extend(validate::checks(model, Side::Client));
    Items::importing(items, |said| imports(model, said))
}

/// Modules and functions are told by what follows them, since there are variables that have the names of fields.
fn imports(model: &Model, said: &Said) -> TokenStream {
    let map = said.import("BTreeMap", quote! { use std::collections::BTreeMap; });
    let errors = (!model.errors.is_empty()).then(|| quote! { use super::errors::*; });
    let patterns = said.import("patterns::", quote! { use super::patterns; });
    let shapes = said.import("shapes::", quote! { use super::schema::shapes; });
    let types = import_types(typed(model).any(|shape| Side::Client.reads(shape) || Side::Client.writes(shape)));
    let shared = validate::shares_functions(model).then(|| quote! { use super::validate::*; });
    let runtime = said.import_runtime(&["Decode", "Document", "Encode", "Reader", "Timestamp", "Validate", "Writer"]);
    let shape = said.import("Shape", quote! { use crate::runtime::schema::Shape; });
    let format = said.import("TimestampFormat", quote! { use crate::runtime::schema::TimestampFormat; });
    let characters = said.import("characters(", quote! { use crate::runtime::validate::characters; });
    let unique = said.import("unique(", quote! { use crate::runtime::validate::unique; });
    quote!(#map #errors #patterns #shapes #types #shared #runtime #shape #format #characters #unique)
}
