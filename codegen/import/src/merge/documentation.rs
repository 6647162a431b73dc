//! The model's texts and the folder's -> the texts that stay, as the caller wants it.

use super::super::Docs;
use super::super::draft::Draft;
use super::super::folder::Folder;
use codegen_spec::{Entries, Member};

/// Settles every text of a draft.
pub(super) fn settle(draft: &mut Draft, folder: &Folder, docs: Docs) {
    let service = folder.service.as_ref().map(|(_, old)| &old.doc);
    one(&mut draft.service.doc, service, docs);
    for (name, operation) in &mut draft.operations {
        one(&mut operation.doc, folder.operations.get(name).map(|(_, old)| &old.doc), docs);
    }
    for (name, shape) in &mut draft.shapes {
        let old = folder.shapes.get(name).map(|(_, old)| old);
        one(&mut shape.doc, old.map(|old| &old.doc), docs);
        if let Some(members) = &mut shape.members {
            of_members(members, old.and_then(|old| old.members.as_ref()), docs);
        }
    }
    for (name, error) in &mut draft.errors {
        let old = folder.errors.get(name).map(|(_, old)| old);
        one(&mut error.doc, old.map(|old| &old.doc), docs);
        of_members(&mut error.members, old.map(|old| &old.members), docs);
    }
}

fn of_members(members: &mut Entries<Member>, old: Option<&Entries<Member>>, docs: Docs) {
    for (name, member) in &mut members.0 {
        one(&mut member.doc, old.and_then(|old| old.get(name)).map(|old| &old.doc), docs);
    }
}

fn one(text: &mut Option<String>, old: Option<&Option<String>>, docs: Docs) {
    let old = old.cloned().flatten();
    *text = match docs {
        Docs::None => None,
        Docs::Keep => old,
        Docs::Import => old.or(text.take()),
    };
}
