//! The patterns that descriptions mention -> each compiled once, and each description's own, with names.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::name;
use crate::model::Pattern;
use crate::parallel;
use crate::pattern::{self, Compiled, PatternError};
use crate::report::{Place, Problem};
use crate::spec::{self, Spec};

/// The patterns of several descriptions, which often have the same ones.
pub(super) struct Patterns<'s>(HashMap<&'s str, Result<Arc<Compiled>, PatternError>>);

impl<'s> Patterns<'s> {
    pub(super) fn compile(specs: &'s [Spec]) -> Self {
        let shapes = specs.iter().flat_map(|spec| &spec.shapes);
        let texts: BTreeSet<&str> = shapes.flat_map(|(_, _, shape)| written(shape)).map(|(text, _)| text).collect();
        let texts: Vec<&str> = texts.into_iter().collect();
        // long patterns mostly take longest
        let compiled = parallel::map(&texts, |text| text.len(), |text| pattern::compile(text).map(Arc::new));
        Self(texts.into_iter().zip(compiled).collect())
    }

    /// Each distinct pattern of a description, named after the first shape, by name, that has it. One that does not
    /// compile is a problem, and whatever needs it goes without, so that other problems are found too.
    pub(super) fn of(&self, spec: &Spec) -> (Vec<Pattern>, Vec<Problem>) {
        let (mut found, mut problems) = (Vec::new(), Vec::new());
        let mut known = HashSet::new();
        let mut shapes: Vec<_> = spec.shapes.iter().collect();
        shapes.sort_by(|a, b| a.1.cmp(&b.1));
        for (source, name, shape) in shapes {
            let in_force = effective(shape);
            for (text, keys) in written(shape) {
                match self.0.get(text) {
                    // what the endpoint does not go by must be right all the same
                    Some(Ok(compiled)) if in_force == Some(text) && known.insert(text) => found.push(Pattern {
                        name: self::name(name, shape.rust_name.as_deref()),
                        source: text.to_owned(),
                        compiled: Arc::clone(compiled),
                    }),
                    Some(Err(error)) => problems.push(problem(*source, name, keys, text, error)),
                    Some(Ok(_)) | None => {}
                }
            }
        }
        (found, problems)
    }
}

fn problem(source: usize, shape: &str, keys: &[&str], text: &str, error: &PatternError) -> Problem {
    let PatternError { offset, message, help } = error;
    let character = text.get(..*offset).map_or(1, |before| before.chars().count() + 1);
    Problem {
        place: Place::Path {
            source,
            keys: ["shapes", shape].iter().chain(keys).map(|key| (*key).to_owned()).collect(),
        },
        subject: format!("{shape}.{}", keys.join(".")),
        message: format!("{message} (at character {character} of the pattern)"),
        help: help.clone(),
    }
}

/// The patterns that a shape has, and the keys they stand under.
fn written(shape: &spec::Shape) -> impl Iterator<Item = (&str, &'static [&'static str])> {
    let wire = shape.wire.as_ref().and_then(|wire| wire.pattern.as_deref());
    let (own, wire) = (shape.pattern.as_deref().zip(Some(&["pattern"][..])), wire.zip(Some(&["wire", "pattern"][..])));
    own.into_iter().chain(wire)
}

/// The pattern that values must match.
pub(super) fn effective(shape: &spec::Shape) -> Option<&str> {
    written(shape).last().map(|(text, _)| text)
}
