//! `Spec` -> `Model`: names to ids, keys to kinds and constraints, words to Rust names.
//!
//! [`check`](crate::check) has judged the rules by then, all problems at once; what is left to fail here are the
//! patterns, which must be compiled to be judged, and the names.

mod index;
mod order;
mod patterns;
mod reach;
mod shapes;

pub(crate) use index::{Entry, Index};
use patterns::Patterns;

use crate::model::{
    Auth, Declared, Error, Fault, Kind, Model, Name, Operation, Pattern, Protocol, Service, Shape, ShapeId, Wording,
};
use crate::report::Report;
use crate::spec::{self, Spec};
use crate::{Source, check, names, parallel};

/// Resolves descriptions.
///
/// # Errors
/// All problems of all descriptions.
pub(crate) fn resolve(specs: &[Spec], sources: &[Source]) -> Result<Vec<Model>, Report> {
    let mut problems = check::services(specs);
    let indices: Vec<_> = specs.iter().map(|spec| (spec, Index::new(spec))).collect();
    let weight = |spec: &Spec| spec.shapes.len();
    let (found, patterns) = parallel::both(
        || parallel::map(&indices, |(spec, _)| weight(spec), |(spec, index)| check::check(spec, index)),
        || Patterns::compile(specs),
    );
    let mut sound = Vec::new();
    for ((spec, index), found) in indices.into_iter().zip(found) {
        match spec.services.first() {
            Some((_, service)) if found.is_empty() => sound.push((spec, service, index)),
            Some(_) | None => problems.extend(found),
        }
    }
    let resolve = |(spec, service, index): &(&Spec, &spec::Service, Index<'_>)| {
        let (named, mut problems) = patterns.of(spec);
        let model = resolve_one(spec, service, index, named);
        problems.extend(check::names(spec, index, &model));
        problems.extend(check::values(index, &model));
        (model, problems)
    };
    let resolved = parallel::map(&sound, |(spec, ..)| weight(spec), resolve);
    let (mut models, found): (Vec<_>, Vec<_>) = resolved.into_iter().unzip();
    problems.extend(found.into_iter().flatten());
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
    reach::mark_served(&mut shapes, &operations, &errors);
    Model { service: self::service(service), operations, shapes, errors, patterns }
}

/// A name with its spellings: those of `rust_name` where the description gives one.
fn name(wire: &str, rust_name: Option<&str>) -> Name {
    let camel = rust_name.map_or_else(|| names::type_name(wire), str::to_owned);
    spelled(wire, camel, rust_name.unwrap_or(wire))
}

/// A name with its spellings, of which those in snake and upper case are made of `basis`.
fn spelled(wire: &str, camel: String, basis: &str) -> Name {
    let snake = names::snake_part(basis);
    Name { wire: wire.to_owned(), camel, upper: names::static_name(&snake), snake: names::raw(snake) }
}

fn service(service: &spec::Service) -> Service {
    let provenance = service.provenance.iter().map(|source| {
        let version = source.version.as_ref().map(|version| format!(" {version}")).unwrap_or_default();
        let note = source.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
        format!("{}{version}{note}", source.source)
    });
    let camel = service.rust_name.clone().unwrap_or_else(|| names::type_name(&service.title));
    Service {
        name: spelled(&service.name, camel, &service.name),
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
