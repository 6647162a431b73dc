//! `Spec` -> `Model`: names to ids, keys to kinds and constraints, words to Rust names.
//!
//! [`check`](crate::check) has judged the rules by then, all problems at once; what is left to fail here are the
//! patterns, which must be compiled to be judged, and the names.

mod index;
mod order;
mod reach;
mod shapes;

pub(crate) use index::{Entry, Index};

use crate::model::{
    Auth, Declared, Error, Fault, Kind, Model, Name, Operation, Pattern, Protocol, Service, Shape, ShapeId, Wording,
};
use crate::report::{Place, Problem, Report};
use crate::spec::{self, Spec};
use crate::{Source, check, names, pattern};

/// Resolves descriptions.
///
/// # Errors
/// All problems of all descriptions.
pub(crate) fn resolve(specs: &[Spec], sources: &[Source]) -> Result<Vec<Model>, Report> {
    let mut problems = check::services(specs);
    let mut models = Vec::new();
    for spec in specs {
        let index = Index::new(spec);
        let found = check::check(spec, &index);
        if !found.is_empty() {
            problems.extend(found);
            continue;
        }
        let Some((_, service)) = spec.services.first() else { continue };
        let patterns = patterns(spec, &mut problems);
        let model = resolve_one(spec, service, &index, patterns);
        problems.extend(check::names(spec, &model));
        problems.extend(check::values(spec, &model));
        models.push(model);
    }
    models.sort_by(|a, b| a.service.name.wire.cmp(&b.service.name.wire));
    if problems.is_empty() { Ok(models) } else { Err(Report::new(problems, sources)) }
}

fn resolve_one(spec: &Spec, service: &spec::Service, index: &Index<'_>, patterns: Vec<Pattern>) -> Model {
    let mut shapes = shapes::shapes(index, &patterns, service.validation.order);
    reach::mark_boxed(&mut shapes);
    reach::mark_checked(&mut shapes);
    let errors: Vec<_> = index.errors().map(|(name, error)| self::error(name, error, index, &shapes)).collect();
    let mut operations: Vec<_> = spec
        .operations
        .iter()
        .map(|(_, name, operation)| self::operation(name, operation, service, index, &errors, &shapes))
        .collect();
    operations.sort_by(|a, b| a.name.wire.cmp(&b.name.wire));
    Model { service: self::service(service), operations, shapes, errors, patterns }
}

/// Compiles each distinct pattern once, and names it after the first shape, by name, that has it. One that does not
/// compile is a problem, and whatever needs it goes without, so that other problems are found too.
fn patterns(spec: &Spec, problems: &mut Vec<Problem>) -> Vec<Pattern> {
    let mut found: Vec<Pattern> = Vec::new();
    let mut shapes: Vec<_> = spec.shapes.iter().collect();
    shapes.sort_by(|a, b| a.1.cmp(&b.1));
    for (source, name, shape) in shapes {
        let in_force = effective_pattern(shape);
        for (text, keys) in written_patterns(shape) {
            if found.iter().any(|pattern| pattern.source == text) {
                continue;
            }
            match pattern::compile(text) {
                Ok(compiled) if in_force == Some(text) => {
                    let name = self::name(name, shape.rust_name.as_deref());
                    found.push(Pattern { name, source: text.to_owned(), compiled });
                }
                // what the endpoint does not go by must be right all the same
                Ok(_) => {}
                Err(error) => problems.push(problem(*source, name, keys, text, error)),
            }
        }
    }
    found
}

fn problem(source: usize, shape: &str, keys: &[&str], text: &str, error: pattern::PatternError) -> Problem {
    let pattern::PatternError { offset, message, help } = error;
    let character = text.get(..offset).map_or(1, |before| before.chars().count() + 1);
    Problem {
        place: Place::Path {
            source,
            keys: ["shapes", shape].iter().chain(keys).map(|key| (*key).to_owned()).collect(),
        },
        subject: format!("{shape}.{}", keys.join(".")),
        message: format!("{message} (at character {character} of the pattern)"),
        help,
    }
}

/// The patterns that a shape has, and the keys they stand under.
fn written_patterns(shape: &spec::Shape) -> impl Iterator<Item = (&str, &'static [&'static str])> {
    let wire = shape.wire.as_ref().and_then(|wire| wire.pattern.as_deref());
    let (own, wire) = (shape.pattern.as_deref().zip(Some(&["pattern"][..])), wire.zip(Some(&["wire", "pattern"][..])));
    own.into_iter().chain(wire)
}

/// The pattern that values must match.
fn effective_pattern(shape: &spec::Shape) -> Option<&str> {
    written_patterns(shape).last().map(|(text, _)| text)
}

/// A name with its spellings: those of `rust_name` where the description gives one.
fn name(wire: &str, rust_name: Option<&str>) -> Name {
    let basis = rust_name.unwrap_or(wire);
    Name {
        wire: wire.to_owned(),
        camel: rust_name.map_or_else(|| names::type_name(wire), str::to_owned),
        snake: names::snake_name(basis),
        upper: names::static_name(basis),
    }
}

fn service(service: &spec::Service) -> Service {
    let provenance = service.provenance.iter().map(|source| {
        let version = source.version.as_ref().map(|version| format!(" {version}")).unwrap_or_default();
        let note = source.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
        format!("{}{version}{note}", source.source)
    });
    Service {
        name: Name {
            wire: service.name.clone(),
            camel: service.rust_name.clone().unwrap_or_else(|| names::type_name(&service.title)),
            snake: names::snake_name(&service.name),
            upper: names::static_name(&service.name),
        },
        title: service.title.clone(),
        version: service.version.clone(),
        doc: service.doc.clone(),
        protocol: match service.protocol {
            spec::Protocol::AwsJson10 => Protocol::AwsJson10,
            spec::Protocol::AwsJson11 => Protocol::AwsJson11,
        },
        target_prefix: service.target_prefix.clone(),
        signing_name: service.signing.as_ref().map(|signing| signing.name.clone()),
        validation_error: service.validation.error.clone(),
        wording: match service.validation.wording {
            spec::Wording::Coral => Wording::Coral,
            spec::Wording::Smithy => Wording::Smithy,
        },
        provenance: provenance.collect(),
    }
}

fn error(name: &str, error: &spec::Error, index: &Index<'_>, shapes: &[Shape]) -> Error {
    let fault = match error.fault {
        spec::Fault::Client => Fault::Client,
        spec::Fault::Server => Fault::Server,
    };
    let shape = index.error(name).unwrap_or(ShapeId(0));
    let message = shapes[shape.0].kind.members().iter().position(|member| {
        member.name.wire.eq_ignore_ascii_case("message") && matches!(shapes[member.target.0].kind, Kind::String)
    });
    Error { shape, fault, status: error.real_status(), message }
}

fn operation(
    name: &str,
    operation: &spec::Operation,
    service: &spec::Service,
    index: &Index<'_>,
    errors: &[Error],
    shapes: &[Shape],
) -> Operation {
    let auth = match (operation.auth, &service.signing) {
        (Some(spec::Auth::Sigv4), _) | (None, Some(_)) => Auth::SigV4,
        (Some(spec::Auth::None), _) | (None, None) => Auth::None,
    };
    let declared = operation.errors.iter().zip(0..).filter_map(|(declared, position)| {
        let error = errors.iter().position(|error| shapes[error.shape.0].name.wire == declared.name())?;
        let documented_status = match declared {
            spec::DeclaredError::Documented(documented) => Some(documented.documented_status),
            spec::DeclaredError::Name(_) => service.first_documented_status.map(|first| first + position),
        };
        Some(Declared { error, documented_status })
    });
    Operation {
        name: self::name(name, operation.rust_name.as_deref()),
        doc: operation.doc.clone(),
        auth,
        input: operation.input.as_deref().and_then(|input| index.shape(input)),
        output: operation.output.as_deref().and_then(|output| index.shape(output)),
        errors: declared.collect(),
    }
}
