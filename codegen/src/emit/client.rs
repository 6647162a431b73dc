//! What a server does not need of its API: outputs and errors are read, inputs written, and outputs checked.
//!
//! It stands apart, behind a feature, since it would take a third of the time that the crate is compiled.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Said, Side, codec, validate};
use crate::model::Model;

pub(super) fn items(model: &Model) -> Vec<TokenStream> {
    let mut items = codec::directions(model, Side::Client);
    let checks = validate::checks(model, Side::Client);
    let said_in_checks = Said::by(&checks);
    items.extend(checks);
    std::iter::once(imports(model, &Said::by(&items), &said_in_checks)).chain(items).collect()
}

/// What is said in checks is told apart, since elsewhere fields may have the names of modules.
fn imports(model: &Model, said: &Said, said_in_checks: &Said) -> TokenStream {
    let map = said_in_checks.import("BTreeMap", quote! { use std::collections::BTreeMap; });
    let errors = (!model.errors.is_empty()).then(|| quote! { use super::errors::*; });
    let patterns = said_in_checks.import("patterns", quote! { use super::patterns; });
    let shapes = said_in_checks.import("shapes", quote! { use super::schema::shapes; });
    let types = said.import_types(model);
    let calls_shared = validate::shared_functions(model).iter().any(|name| said_in_checks.has(name));
    let shared = calls_shared.then(|| quote! { use super::validate::*; });
    let runtime = said.import_runtime(&["Decode", "Document", "Encode", "Reader", "Timestamp", "Validate", "Writer"]);
    let shape = said_in_checks.import("Shape", quote! { use crate::runtime::schema::Shape; });
    let format = said.import("TimestampFormat", quote! { use crate::runtime::schema::TimestampFormat; });
    let characters = said_in_checks.import("characters", quote! { use crate::runtime::validate::characters; });
    let unique = said_in_checks.import("unique", quote! { use crate::runtime::validate::unique; });
    quote!(#map #errors #patterns #shapes #types #shared #runtime #shape #format #characters #unique)
}
