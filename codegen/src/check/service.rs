//! Rules of the `service` key.

use super::Problems;
use crate::names;
use crate::report::{Place, Problem};
use crate::spec::Spec;

/// There is at least one description, and no two have one name.
pub(crate) fn services(specs: &[Spec]) -> Vec<Problem> {
    let mut problems = Problems::default();
    if specs.is_empty() {
        problems.0.push(Problem {
            place: Place::Nowhere,
            subject: String::new(),
            message: "there is no description to read".to_owned(),
            help: Some("name a folder with .yaml files, or one such file".to_owned()),
        });
    }
    let services: Vec<_> = specs.iter().filter_map(|spec| spec.services.first()).collect();
    for (position, (source, service)) in services.iter().enumerate() {
        if services.iter().take(position).any(|(_, earlier)| earlier.name == service.name) {
            problems.add(
                *source,
                &["service", "name"],
                format!("another description is named `{}` too", service.name),
                "the modules of an API are named after it: give each its own name",
            );
        }
    }
    if let [_, _, ..] = services.as_slice() {
        for (source, service) in services {
            name_is_no_file_of_the_crate(*source, &service.name, &mut problems);
        }
    }
    problems.0
}

/// One of several APIs has a file and a folder of its name beside the crate's own, which Cargo and the compiler know.
fn name_is_no_file_of_the_crate(source: usize, name: &str, problems: &mut Problems) {
    let taken = ["bin", "lib", "main", "runtime"].contains(&name) || names::snake_name(name).starts_with("r#");
    if taken {
        problems.add(
            source,
            &["service", "name"],
            format!("in a crate of several APIs, none can be named `{name}`"),
            "the files of an API are named after it, and this name has a meaning of its own: give another",
        );
    }
}

pub(super) fn service(spec: &Spec, problems: &mut Problems) {
    said_once(spec, problems);
    if let Some((source, service)) = spec.services.first() {
        name_is_a_module(*source, &service.name, problems);
        target_prefix_is_a_token(*source, &service.target_prefix, problems);
        error_name_is_a_token(*source, &service.validation.error, problems);
        trait_has_a_name(*source, &service.title, service.rust_name.as_deref(), problems);
        documented_status_is_a_status(*source, service.first_documented_status, problems);
    }
}

/// Exactly one file of a description has the key `service`.
fn said_once(spec: &Spec, problems: &mut Problems) {
    match spec.services.as_slice() {
        [_] => {}
        [] => problems.0.push(Problem {
            place: Place::Point { source: spec.sources.first().copied().unwrap_or(0), line: 1, column: 1 },
            subject: String::new(),
            message: "no file of this description says what the service is".to_owned(),
            help: Some(
                "add the key `service` with name, title, version, protocol, target_prefix and validation".to_owned(),
            ),
        }),
        [_, more @ ..] => {
            for (source, _) in more {
                problems.add(
                    *source,
                    &["service"],
                    "another file of this description has this key too",
                    "keep it in one file; a folder describes one API",
                );
            }
        }
    }
}

/// The name is made of lower-case letters, digits and single hyphens, and starts with a letter.
fn name_is_a_module(source: usize, name: &str, problems: &mut Problems) {
    let good = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name
            .split('-')
            .all(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()));
    if !good {
        problems.add(
            source,
            &["service", "name"],
            format!("`{name}` cannot name a crate and a module"),
            "use lower-case letters, digits and hyphens, such as `cognito-idp`",
        );
    }
}

/// The target prefix can stand in a header before a dot.
fn target_prefix_is_a_token(source: usize, prefix: &str, problems: &mut Problems) {
    if prefix.is_empty() || !prefix.chars().all(|c| c.is_ascii_graphic()) {
        problems.add(
            source,
            &["service", "target_prefix"],
            format!("`{prefix}` cannot stand in the X-Amz-Target header"),
            "use visible ASCII characters without blanks",
        );
    }
}

/// The name of the error that carries violations can stand in a header and in JSON.
fn error_name_is_a_token(source: usize, error: &str, problems: &mut Problems) {
    if !super::operations::is_error_name(error) {
        problems.add(
            source,
            &["service", "validation", "error"],
            "an error cannot have this name",
            super::operations::ERROR_NAME_HELP,
        );
    }
}

/// The trait's name is a type's, or the title has letters to make one of.
fn trait_has_a_name(source: usize, title: &str, rust_name: Option<&str>, problems: &mut Problems) {
    match rust_name {
        Some(name) => {
            if let Err((message, help)) = super::names::is_name_of_a_type(name) {
                problems.add(source, &["service", "rust_name"], message, help);
            }
        }
        None if names::words(title).is_empty() => problems.add(
            source,
            &["service", "title"],
            "the title has no ASCII letter or digit to name a trait after",
            "give the trait its name with `rust_name`",
        ),
        None => {}
    }
}

fn documented_status_is_a_status(source: usize, status: Option<u16>, problems: &mut Problems) {
    if let Some(status) = status.filter(|status| !super::operations::is_status(*status)) {
        problems.add(
            source,
            &["service", "first_documented_status"],
            format!("{status} is no HTTP status of an error"),
            super::operations::STATUS_HELP,
        );
    }
}
