//! What a vendor's form has no words for -> as the folder has it: silence of a model is not a statement.

use super::super::Vendor;
use super::super::draft::{Draft, free_name, targets};
use super::super::folder::Folder;
use super::super::smithy::anchors::ANYTHING;
use codegen_spec::{Error, Member, Operation, Service, Shape, Type};

/// An `OpenAPI` document names neither the version of the protocol nor the scope of signatures.
pub(super) fn of_service(service: &mut Service, old: &Service, vendor: Vendor) {
    match vendor {
        Vendor::Botocore | Vendor::Smithy => {}
        Vendor::OpenApi => {
            service.protocol = old.protocol;
            service.signing.clone_from(&old.signing);
        }
    }
}

/// An `OpenAPI` document has security for the whole API only.
pub(super) fn of_operation(operation: &mut Operation, old: &Operation, vendor: Vendor) {
    match vendor {
        Vendor::Botocore | Vendor::Smithy => {}
        Vendor::OpenApi => operation.auth = operation.auth.or(old.auth),
    }
}

/// `OpenAPI` has fewer kinds of shapes, and keys of maps, secrets and formats of times are unknown to it. Only Smithy
/// can forbid equal items and be heard: botocore cannot say it.
pub(super) fn of_shape(shape: &mut Shape, old: &Shape, vendor: Vendor) {
    match vendor {
        Vendor::Smithy => keep_pattern(shape, old),
        Vendor::Botocore => keep_uniqueness(shape, old),
        Vendor::OpenApi => {
            if is_coarser(shape.r#type, old.r#type) {
                shape.r#type = old.r#type;
                if shape.r#type == Type::Document {
                    shape.members = None;
                }
            }
            if shape.r#type == old.r#type {
                shape.sensitive |= old.sensitive;
                shape.format = shape.format.or(old.format);
                if shape.r#type == Type::Map {
                    shape.key.clone_from(&old.key);
                    shape.length = shape.length.or(old.length);
                }
            }
        }
    }
}

/// Smithy searches for a pattern, and needs `^` and `$` where the whole text is meant: published models have them
/// around patterns that the service itself prints without. Such a pattern is as the folder has it.
fn keep_pattern(shape: &mut Shape, old: &Shape) {
    if shape.pattern.as_deref().map(bare) == old.pattern.as_deref().map(bare) {
        shape.pattern.clone_from(&old.pattern);
    }
}

/// A pattern without what only says where it stands in the text: whether more may stand before it, what it is, and
/// whether more may stand after it.
fn bare(pattern: &str) -> (bool, &str, bool) {
    let pattern = pattern.strip_prefix('^').unwrap_or(pattern);
    let pattern = pattern.strip_suffix('$').unwrap_or(pattern);
    let pattern = pattern.strip_prefix("(?s)").unwrap_or(pattern);
    let anything = [ANYTHING, ".*"];
    let open = anything.iter().find_map(|any| pattern.strip_prefix(any));
    let rest = open.unwrap_or(pattern);
    let closed = anything.iter().find_map(|any| rest.strip_suffix(any));
    (open.is_some(), closed.unwrap_or(rest), closed.is_some() || (open.is_some() && rest.is_empty()))
}

fn keep_uniqueness(shape: &mut Shape, old: &Shape) {
    if shape.r#type == Type::List && old.r#type == Type::List {
        shape.unique_items |= old.unique_items;
    }
}

/// Whether `OpenAPI` writes `old` as it would write `new`.
fn is_coarser(new: Type, old: Type) -> bool {
    matches!(
        (new, old),
        (Type::Integer, Type::Long)
            | (Type::String, Type::Blob)
            | (Type::Structure, Type::Union | Type::Document)
            | (Type::Double, Type::Float)
    )
}

/// An `OpenAPI` document does not tell an error from a shape until an operation declares it.
pub(super) fn of_errors(draft: &mut Draft, folder: &Folder, vendor: Vendor) {
    match vendor {
        Vendor::Botocore | Vendor::Smithy => return,
        Vendor::OpenApi => {}
    }
    for (name, (_, old)) in &folder.errors {
        if draft.errors.contains_key(name) {
            continue;
        }
        let Some(mut shape) = draft.shapes.remove(name) else { continue };
        let error = Error { doc: shape.doc.take(), members: shape.members.clone().unwrap_or_default(), ..old.clone() };
        draft.errors.insert(name.clone(), error);
        if draft.shapes.values().any(|user| targets(user).any(|target| target == name)) {
            // it is a value too
            let value = free_name(format!("{name}Value"), |taken| draft.shapes.contains_key(taken));
            draft.shapes.values_mut().for_each(|user| retarget(user, name, &value));
            draft.shapes.insert(value, shape);
        }
    }
}

fn retarget(shape: &mut Shape, from: &str, to: &str) {
    let members = shape.members.iter_mut().flat_map(|members| &mut members.0).map(|(_, member)| &mut member.target);
    let parts = [&mut shape.member, &mut shape.key, &mut shape.value].into_iter().flatten();
    for target in members.chain(parts).filter(|target| *target == from) {
        to.clone_into(target);
    }
}

/// An `OpenAPI` document does not say who is to blame, nor the status that is really sent.
pub(super) fn of_error(error: &mut Error, old: &Error, vendor: Vendor) {
    match vendor {
        Vendor::Botocore | Vendor::Smithy => {}
        Vendor::OpenApi => {
            error.fault = old.fault;
            error.status = old.status;
        }
    }
}

/// Secrecy of a member against its shape is said by hand. Defaults are unknown to botocore.
pub(super) fn of_member(member: &mut Member, old: &Member, vendor: Vendor) {
    member.sensitive = member.sensitive.or(old.sensitive);
    match vendor {
        Vendor::Smithy => {}
        // a required member is never absent
        Vendor::Botocore | Vendor::OpenApi if member.required => {}
        Vendor::Botocore | Vendor::OpenApi => member.default = member.default.take().or_else(|| old.default.clone()),
    }
}
