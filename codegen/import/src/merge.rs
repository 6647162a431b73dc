//! A draft and the folder as it is -> the draft with everything that people wrote into the folder.

mod changes;
mod documentation;
mod unsaid;

use std::collections::HashSet;

use super::draft::Draft;
use super::folder::Folder;
use super::{Docs, Vendor};
use codegen_spec::{DeclaredError, DocumentedError, Entries, Error, Member, Operation, Provenance, Service, Shape};

pub(super) use changes::changes;

/// Lays what people wrote over what the model says: documentation, Rust names, examples, what was seen on the wire,
/// and whatever this vendor's models have no words for.
pub(super) fn merge(draft: &mut Draft, folder: &Folder, vendor: Vendor, docs: Docs, source: Option<Provenance>) {
    if let Some((_, old)) = &folder.service {
        // the guess was for a new folder
        draft.notes.withdraw_guesses();
        keep_service(&mut draft.service, old, vendor);
    }
    keep_provenance(&mut draft.service, source);
    unsaid::of_errors(draft, folder, vendor);
    for (name, operation) in &mut draft.operations {
        if let Some((_, old)) = folder.operations.get(name) {
            operation.rust_name = operation.rust_name.take().or_else(|| old.rust_name.clone());
            operation.errors = declared(&operation.errors, &old.errors);
            unsaid::of_operation(operation, old, vendor);
        }
        settle_statuses(operation, draft.service.first_documented_status, vendor);
    }
    for (name, shape) in &mut draft.shapes {
        if let Some((_, old)) = folder.shapes.get(name) {
            keep_shape(shape, old, vendor);
        }
    }
    for (name, error) in &mut draft.errors {
        if let Some((_, old)) = folder.errors.get(name) {
            keep_error(error, old, vendor);
        }
    }
    documentation::settle(draft, folder, docs);
}

fn keep_service(service: &mut Service, old: &Service, vendor: Vendor) {
    service.title.clone_from(&old.title);
    service.rust_name.clone_from(&old.rust_name);
    service.validation.clone_from(&old.validation);
    service.first_documented_status = old.first_documented_status.or(service.first_documented_status);
    service.provenance.clone_from(&old.provenance);
    unsaid::of_service(service, old, vendor);
}

/// The source of this import replaces what was said of the same source; its note was written by hand and stays.
fn keep_provenance(service: &mut Service, source: Option<Provenance>) {
    let Some(source) = source else { return };
    match service.provenance.iter_mut().find(|known| known.source == source.source) {
        Some(known) => known.version = source.version,
        None => service.provenance.push(source),
    }
}

fn keep_shape(shape: &mut Shape, old: &Shape, vendor: Vendor) {
    unsaid::of_shape(shape, old, vendor);
    if shape.r#type != old.r#type {
        // what was written for another kind of value does not fit this one
        return;
    }
    shape.rust_name = shape.rust_name.take().or_else(|| old.rust_name.clone());
    shape.example.clone_from(&old.example);
    shape.wire.clone_from(&old.wire);
    if let (Some(values), Some(names)) = (&shape.r#enum, &old.rust_names) {
        let kept = names.iter().filter(|(value, _)| values.iter().any(|known| known == value));
        let kept: Vec<_> = kept.map(|(value, name)| (value.to_owned(), name.clone())).collect();
        shape.rust_names = if kept.is_empty() { None } else { Some(Entries(kept)) };
    }
    if let (Some(members), Some(old)) = (&mut shape.members, &old.members) {
        keep_members(members, old, vendor);
    }
}

fn keep_error(error: &mut Error, old: &Error, vendor: Vendor) {
    error.rust_name = error.rust_name.take().or_else(|| old.rust_name.clone());
    error.wire.clone_from(&old.wire);
    keep_members(&mut error.members, &old.members, vendor);
    unsaid::of_error(error, old, vendor);
}

fn keep_members(members: &mut Entries<Member>, old: &Entries<Member>, vendor: Vendor) {
    for (name, member) in &mut members.0 {
        if let Some(old) = old.get(name) {
            member.rust_name = member.rust_name.take().or_else(|| old.rust_name.clone());
            member.example.clone_from(&old.example);
            unsaid::of_member(member, old, vendor);
        }
    }
}

/// The errors of an operation, in the folder's order and the new ones last: the documented statuses are counted by
/// it, and some published models have theirs sorted.
fn declared(new: &[DeclaredError], old: &[DeclaredError]) -> Vec<DeclaredError> {
    let names: HashSet<&str> = new.iter().map(DeclaredError::name).collect();
    let known: HashSet<&str> = old.iter().map(DeclaredError::name).collect();
    let kept = old.iter().map(DeclaredError::name).filter(|name| names.contains(name));
    let added = new.iter().map(DeclaredError::name).filter(|name| !known.contains(name));
    let order: Vec<&str> = kept.chain(added).collect();
    let find = |errors: &[DeclaredError], name: &str| errors.iter().find(|error| error.name() == name).cloned();
    let entry = |name: &str| match (find(new, name), find(old, name)) {
        (Some(said @ DeclaredError::Documented(_)), _) | (_, Some(said)) | (Some(said), None) => said,
        (None, None) => DeclaredError::Name(name.to_owned()),
    };
    order.into_iter().map(entry).collect()
}

/// A model that documents statuses documents each; those that follow from the place in the list need no saying.
fn settle_statuses(operation: &mut Operation, first: Option<u16>, vendor: Vendor) {
    match vendor {
        Vendor::OpenApi => {}
        Vendor::Botocore | Vendor::Smithy => return,
    }
    let Some(first) = first else { return };
    for (status, declared) in (first..=u16::MAX).zip(&mut operation.errors) {
        if let DeclaredError::Documented(DocumentedError { error, documented_status }) = declared
            && *documented_status == status
        {
            *declared = DeclaredError::Name(std::mem::take(error));
        }
    }
}
