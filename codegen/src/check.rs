//! The rules of the spec language that cross keys, shapes and files: one function each, the rule in words above it.
//!
//! A rule that concerns one value alone (a key that is not known, a word that is no type) is judged by the types of
//! [`spec`](crate::spec) while reading. All problems are gathered; none hides another.

mod names;
mod operations;
mod recursion;
mod service;
mod shapes;
mod values;

pub(crate) use names::names;
pub(crate) use service::services;
pub(crate) use values::values;

use crate::report::{Place, Problem};
use crate::resolve::Index;
use crate::spec::Spec;

/// Judges all rules that need no resolved names and no compiled patterns.
pub(crate) fn check(spec: &Spec, index: &Index<'_>) -> Vec<Problem> {
    let mut problems = Problems::default();
    service::service(spec, &mut problems);
    operations::operations(spec, index, &mut problems);
    shapes::shapes(spec, index, &mut problems);
    recursion::recursion(spec, index, &mut problems);
    names::given_names(spec, &mut problems);
    problems.0
}

/// The problems found so far.
#[derive(Debug, Default)]
struct Problems(Vec<Problem>);

impl Problems {
    /// Adds the problem that the value under `keys` has. The subject is made of the keys below the section's name.
    fn add(&mut self, source: usize, keys: &[&str], message: impl Into<String>, help: impl Into<String>) {
        let place = Place::Path { source, keys: keys.iter().map(|key| (*key).to_owned()).collect() };
        self.add_at(place, keys, message, help);
    }

    /// Adds the problem that the last of `keys` is itself, whatever its value.
    fn add_key(&mut self, source: usize, keys: &[&str], message: impl Into<String>, help: impl Into<String>) {
        let place = Place::Key { source, keys: keys.iter().map(|key| (*key).to_owned()).collect() };
        self.add_at(place, keys, message, help);
    }

    fn add_at(&mut self, place: Place, keys: &[&str], message: impl Into<String>, help: impl Into<String>) {
        let subject = match keys {
            ["service", rest @ ..] => ["service"].into_iter().chain(rest.iter().copied()).collect::<Vec<_>>(),
            [_, name, rest @ ..] => {
                // `Structure.Member` reads better than `Structure.members.Member`
                let rest = rest.iter().copied().filter(|key| *key != "members");
                [*name].into_iter().chain(rest).collect()
            }
            short => short.to_vec(),
        };
        let subject: Vec<_> = subject.into_iter().map(|key| if key.is_empty() { "''" } else { key }).collect();
        self.0.push(Problem {
            place,
            subject: subject.join("."),
            message: message.into(),
            help: Some(help.into()).filter(|help: &String| !help.is_empty()),
        });
    }
}
