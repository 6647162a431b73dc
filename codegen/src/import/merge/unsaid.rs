//! What a vendor's form has no words for -> as the folder has it: silence of a model is not a statement.

use super::super::Vendor;
use crate::spec::{Error, Member, Operation, Service, Shape, Type};

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
        Vendor::Smithy => {}
        Vendor::Botocore => keep_uniqueness(shape, old),
        Vendor::OpenApi => {
            if is_coarser(shape.r#type, old.r#type) {
                shape.r#type = old.r#type;
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
        Vendor::Botocore | Vendor::OpenApi => member.default = member.default.take().or_else(|| old.default.clone()),
    }
}
