//! Rules of operations and errors.

use std::collections::HashSet;

use super::Problems;
use crate::report::did_you_mean;
use crate::resolve::{Entry, Index};
use crate::spec::{self, DeclaredError, Operation, Spec, Type};

pub(super) const STATUS_HELP: &str = "use a number from 400 to 599";

pub(super) const ERROR_NAME_HELP: &str = "use ASCII letters, digits, underscores, hyphens and dots";

pub(super) fn operations(spec: &Spec, index: &Index<'_>, problems: &mut Problems) {
    let mut known = HashSet::new();
    for (source, name, operation) in &spec.operations {
        if !known.insert(name) {
            let message = "another file describes this operation too";
            problems.add(*source, &["operations", name], message, "keep one of the two");
        }
        name_is_a_token(*source, name, problems);
        input_is_a_structure(*source, name, "input", operation.input.as_deref(), index, problems);
        input_is_a_structure(*source, name, "output", operation.output.as_deref(), index, problems);
        declares_known_errors(*source, name, operation, index, problems);
        counted_statuses_are_statuses(spec, *source, name, operation, problems);
        auth_has_a_scheme(spec, *source, name, operation, problems);
    }
    for (source, name, error) in &spec.errors {
        if !is_error_name(name) {
            problems.add(*source, &["errors", name], "an error cannot have this name", ERROR_NAME_HELP);
        }
        error_status_is_a_status(*source, name, error, problems);
    }
}

/// An operation's name can stand in a header after a dot.
fn name_is_a_token(source: usize, name: &str, problems: &mut Problems) {
    let good = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if !good {
        problems.add(
            source,
            &["operations", name],
            "an operation cannot have this name",
            "use ASCII letters, digits and underscores, starting with a letter",
        );
    }
}

/// What an operation takes or answers is a structure that is described.
fn input_is_a_structure(
    source: usize,
    operation: &str,
    key: &str,
    target: Option<&str>,
    index: &Index<'_>,
    problems: &mut Problems,
) {
    let Some(target) = target else { return };
    let keys = ["operations", operation, key];
    match index.shape(target).map(|id| index.entry(id)) {
        None => problems.add(
            source,
            &keys,
            format!("no shape is named `{target}`"),
            did_you_mean(target, index.shape_names(), "describe it under `shapes`"),
        ),
        Some(Entry::Error(_)) => problems.add(
            source,
            &keys,
            format!("`{target}` is an error, which only fails an operation"),
            format!("describe a structure under `shapes` for the {key}"),
        ),
        Some(entry) if entry.r#type() == Type::Structure => {}
        Some(_) => problems.add(
            source,
            &keys,
            format!("`{target}` is not a structure"),
            format!("the {key} of an operation is a structure: describe one with `{target}` as a member"),
        ),
    }
}

/// The errors an operation declares are described, and each is declared once, with a possible status.
fn declares_known_errors(source: usize, name: &str, operation: &Operation, index: &Index<'_>, problems: &mut Problems) {
    for (position, declared) in operation.errors.iter().enumerate() {
        let at = position.to_string();
        let keys = match declared {
            DeclaredError::Name(_) => vec!["operations", name, "errors", &at],
            DeclaredError::Documented(_) => vec!["operations", name, "errors", &at, "error"],
        };
        let error = declared.name();
        if index.error(error).is_none() {
            let known = index.errors().map(|(name, _)| name);
            problems.add(
                source,
                &keys,
                format!("no error is named `{error}`"),
                did_you_mean(error, known, "describe it under `errors`"),
            );
        }
        if operation.errors.iter().take(position).any(|earlier| earlier.name() == error) {
            problems.add(source, &keys, format!("`{error}` is declared twice"), "remove one of the two");
        }
        if let DeclaredError::Documented(documented) = declared
            && !is_status(documented.documented_status)
        {
            problems.add(
                source,
                &["operations", name, "errors", &at, "documented_status"],
                format!("{} is no HTTP status of an error", documented.documented_status),
                STATUS_HELP,
            );
        }
    }
}

/// The statuses that count up from the service's first one are those of errors too.
fn counted_statuses_are_statuses(
    spec: &Spec,
    source: usize,
    name: &str,
    operation: &Operation,
    problems: &mut Problems,
) {
    let first = spec.services.first().and_then(|(_, service)| service.first_documented_status);
    let Some(first) = first.filter(|first| is_status(*first)) else { return };
    let beyond = operation.errors.iter().enumerate().find(|(position, declared)| {
        let status = usize::from(first) + position;
        matches!(declared, DeclaredError::Name(_)) && !u16::try_from(status).is_ok_and(is_status)
    });
    if let Some((position, declared)) = beyond {
        problems.add(
            source,
            &["operations", name, "errors", &position.to_string()],
            format!(
                "counted from `service.first_documented_status`, `{}` has the status {}, which is none of an error",
                declared.name(),
                usize::from(first) + position,
            ),
            "say `{ error: …, documented_status: … }`, or lower the first one",
        );
    }
}

/// An operation that asks for a signature belongs to a service that says how requests are signed.
fn auth_has_a_scheme(spec: &Spec, source: usize, name: &str, operation: &Operation, problems: &mut Problems) {
    let signed = operation.auth == Some(spec::Auth::Sigv4);
    let unsigned_service = spec.services.first().is_some_and(|(_, service)| service.signing.is_none());
    if signed && unsigned_service {
        problems.add(
            source,
            &["operations", name, "auth"],
            "the service does not say how requests are signed",
            "add `signing: { scheme: sigv4, name: … }` to `service`",
        );
    }
}

/// An error's status is one that HTTP has for errors.
fn error_status_is_a_status(source: usize, name: &str, error: &spec::Error, problems: &mut Problems) {
    let mut check = |keys: &[&str], status: Option<u16>| {
        if let Some(status) = status.filter(|status| !is_status(*status)) {
            problems.add(source, keys, format!("{status} is no HTTP status of an error"), STATUS_HELP);
        }
    };
    check(&["errors", name, "status"], error.status);
    check(&["errors", name, "wire", "status"], error.wire.as_ref().map(|wire| wire.status));
}

/// Whether an error's name can stand in a header and in JSON as it is.
pub(super) fn is_error_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

pub(super) fn is_status(status: u16) -> bool {
    (400..600).contains(&status)
}
