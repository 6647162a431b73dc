//! The whole model -> static tables of the API.

use proc_macro2::TokenStream;
use quote::quote;

use super::table::{self, Value};
use super::{Item, Items, Side, example};
use crate::model::{
    Auth, Constraint, Declared, Enum, Error, Fault, Kind, Member, Model, Name, Operation, Origin, Presence, Protocol,
    Shape, ShapeId, Structure, TimestampFormat, Wording,
};

/// The items of `schema`.
pub(super) fn service(model: &Model) -> Vec<Item> {
    let modules = quote! {
        #[cfg(feature = "client")]
        mod client;
        pub mod errors;
        pub mod operations;
        pub mod shapes;
    };
    let import = quote!(
        use crate::runtime::schema::*;
    );
    vec![modules.into(), import.into(), service_table(model)]
}

fn service_table(model: &Model) -> Item {
    let service = &model.service;
    let protocol = match service.protocol {
        Protocol::AwsJson10 => "Protocol::AwsJson10",
        Protocol::AwsJson11 => "Protocol::AwsJson11",
    };
    let wording = match service.wording {
        Wording::Coral => "Wording::Coral",
        Wording::Smithy => "Wording::Smithy",
    };
    let validation = [("error", table::text(&service.validation_error)), ("wording", table::plain(wording))];
    let operations = model.operations.iter().map(|operation| address("operations::", &operation.name));
    let errors = model.errors.iter().map(|error| address("errors::", &model[error.shape].name));
    let value = table::structure(
        "Service",
        [
            ("name", table::text(&service.name.wire)),
            ("title", table::text(&service.title)),
            ("version", table::text(&service.version)),
            ("protocol", table::plain(protocol)),
            ("target_prefix", table::text(&service.target_prefix)),
            ("signing_name", table::option(service.signing_name.as_deref().map(table::text))),
            ("validation", table::structure("Validation", validation)),
            ("operations", table::slice(operations)),
            ("errors", table::slice(errors)),
        ],
    );
    table::item("The API.", "SERVICE", "Service", &value)
}

/// The items of `schema::operations`.
pub(super) fn operations(model: &Model) -> Vec<Item> {
    let all = &model.operations;
    let errors = all.iter().any(|operation| !operation.errors.is_empty()).then(|| quote! { use super::errors; });
    let shapes = if all.iter().any(|operation| operation.input.is_some()) {
        quote! { use super::shapes; }
    } else if all.iter().any(|operation| operation.output.is_some()) {
        shapes_for_clients()
    } else {
        TokenStream::new()
    };
    let imports = (!all.is_empty()).then(|| quote!(#errors #shapes use crate::runtime::schema::*;));
    let tables = model.operations.iter().map(|operation| self::operation(model, operation));
    imports.map(Item::Code).into_iter().chain(tables).collect()
}

fn operation(model: &Model, operation: &Operation) -> Item {
    let Operation { name, doc: _, auth, input, output, errors } = operation;
    let auth = match auth {
        Auth::SigV4 => "Auth::SigV4",
        Auth::None => "Auth::None",
    };
    let structure = |id: &Option<ShapeId>| table::option(id.map(|id| address("shapes::", &model[id].name)));
    let statuses = documented_statuses(errors);
    let errors = errors.iter().map(|declared| address("errors::", &model[model.errors[declared.error].shape].name));
    let value = table::structure(
        "Operation",
        [
            ("name", table::text(&name.wire)),
            ("auth", table::plain(auth)),
            ("input", structure(input)),
            ("output", structure(output).for_clients()),
            ("errors", table::slice(errors)),
            ("documented_statuses", statuses),
        ],
    );
    item(name, "Operation", &value)
}

fn documented_statuses(errors: &[Declared]) -> Value {
    let statuses = || errors.iter().map(|declared| declared.documented_status);
    if statuses().all(|status| status.is_none()) {
        return table::plain("DocumentedStatuses::Real");
    }
    let first = statuses().next().flatten();
    if let Some(first) = first
        && statuses().eq((first..).take(errors.len()).map(Some))
    {
        return table::call("DocumentedStatuses::From", [table::plain(first.to_string())]);
    }
    let each = statuses().map(|status| table::option(status.map(|status| table::plain(status.to_string()))));
    table::call("DocumentedStatuses::Each", [table::slice(each)])
}

/// The items of `schema::errors`.
pub(super) fn errors(model: &Model) -> Vec<Item> {
    let imports = (!model.errors.is_empty()).then(|| {
        let shapes = shapes_for_clients();
        quote! {
            #shapes
            use crate::runtime::schema::{Error, Fault};
        }
    });
    imports.map(Item::Code).into_iter().chain(model.errors.iter().map(|error| self::error(model, error))).collect()
}

fn error(model: &Model, error: &Error) -> Item {
    let Error { shape, fault, status, message: _ } = error;
    let name = &model[*shape].name;
    let fault = match fault {
        Fault::Client => "Fault::Client",
        Fault::Server => "Fault::Server",
    };
    let value = table::structure(
        "Error",
        [
            ("name", table::text(&name.wire)),
            ("shape", address("shapes::", name).for_clients()),
            ("fault", table::plain(fault)),
            ("status", table::plain(status.to_string())),
        ],
    );
    item(name, "Error", &value)
}

fn shapes_for_clients() -> TokenStream {
    quote! {
        #[cfg(feature = "client")]
        use super::shapes;
    }
}

/// The items of `schema::shapes`: what a server reads, and for clients all others too.
pub(super) fn shapes(model: &Model) -> Items<'_> {
    let others = described(model, Side::Client).next().map(|_| {
        quote! {
            #[cfg(feature = "client")]
            pub use super::client::*;
        }
    });
    tables(model, Side::Server, others)
}

/// The items of `schema::client`: what a server does not check.
pub(super) fn client(model: &Model) -> Items<'_> {
    let targets = described(model, Side::Client).flat_map(|id| model[id].kind.targets());
    let is_shared = |id: ShapeId| model[id].origin != Origin::Plain && Side::Server.reads(&model[id]);
    let shared = targets.into_iter().any(is_shared).then(|| quote! { use super::shapes::*; });
    tables(model, Side::Client, shared)
}

fn described(model: &Model, side: Side) -> impl Iterator<Item = ShapeId> {
    (0..model.shapes.len()).map(ShapeId).filter(move |id| model[*id].origin != Origin::Plain && side.reads(&model[*id]))
}

/// The tables of all shapes that a side reads, and what else stands with them.
fn tables(model: &Model, side: Side, others: Option<TokenStream>) -> Items<'_> {
    let items: Vec<_> = described(model, side).map(|id| shape(model, id)).collect();
    let runtime = (!items.is_empty()).then(|| quote! { use crate::runtime::schema::*; });
    Items::importing(items, move |said| {
        let patterns = said.import("patterns::", quote! { use super::super::patterns; });
        quote!(#patterns #others #runtime)
    })
}

fn shape(model: &Model, id: ShapeId) -> Item {
    let Shape { name, doc: _, origin: _, kind, constraints, sensitive: _, redacted, checked: _, served: _, example: _ } =
        &model[id];
    let mut constraints: Vec<_> = constraints.iter().map(|constraint| self::constraint(model, constraint)).collect();
    if let Kind::Enum(values) = kind {
        constraints.push(enumeration(values));
    }
    let mut value = declaration(model, &name.wire, kind);
    if !constraints.is_empty() {
        value = value.then("within", Some(table::slice(constraints)));
    }
    if *redacted {
        value = value.then("redacted", None);
    }
    if let Some(example) = example::scalar(model, id) {
        value = value.then("such_as", Some(table::text(&example)));
    }
    item(name, "Shape", &value)
}

/// The call that makes a shape of its name and kind.
fn declaration(model: &Model, name: &str, kind: &Kind) -> Value {
    let name = table::text(name);
    let members = |members: &[Member]| table::slice(members.iter().map(|member| self::member(model, member)));
    let kind = match kind {
        Kind::Structure(Structure { members: all, report_order }) => {
            let order = table::slice(report_order.iter().map(|index| table::plain(index.to_string())));
            return table::call("Shape::structure", [name, members(all), order]);
        }
        Kind::Union(all) => table::call("Kind::Union", [members(all)]),
        Kind::List(item) => table::call("Kind::List", [reference(model, *item)]),
        Kind::Map { key, value } => {
            table::structure("Kind::Map", [("key", reference(model, *key)), ("value", reference(model, *value))])
        }
        Kind::Timestamp(format) => {
            let format = match format {
                TimestampFormat::EpochSeconds => "TimestampFormat::EpochSeconds",
                TimestampFormat::DateTime => "TimestampFormat::DateTime",
                TimestampFormat::HttpDate => "TimestampFormat::HttpDate",
            };
            table::call("Kind::Timestamp", [table::plain(format)])
        }
        Kind::String => table::plain("Kind::String"),
        Kind::Enum(_) => table::plain("Kind::Enum"),
        Kind::Integer => table::plain("Kind::Integer"),
        Kind::Long => table::plain("Kind::Long"),
        Kind::Float => table::plain("Kind::Float"),
        Kind::Double => table::plain("Kind::Double"),
        Kind::Boolean => table::plain("Kind::Boolean"),
        Kind::Blob => table::plain("Kind::Blob"),
        Kind::Document => table::plain("Kind::Document"),
    };
    table::call("Shape::new", [name, kind])
}

fn member(model: &Model, member: &Member) -> Value {
    let Member { name, reported_name, doc: _, target, presence, boxed: _, sensitive: _, redacted, example } = member;
    let declare = match presence {
        Presence::Required => "Member::required",
        Presence::Optional | Presence::Default(_) => "Member::optional",
    };
    let names = [table::text(&name.wire), table::text(reported_name)];
    let mut value = table::call(declare, names.into_iter().chain([reference(model, *target)]));
    if *redacted {
        value = value.then("redacted", None);
    }
    if let Some(example) = example {
        value = value.then("such_as", Some(table::text(&example::json(&model[*target].kind, example))));
    }
    value
}

fn constraint(model: &Model, constraint: &Constraint) -> Value {
    match constraint {
        Constraint::Length { min, max } => bounds("length", "Length", *min, *max),
        Constraint::Range { min, max } => bounds("range", "Range", *min, *max),
        Constraint::FloatRange { min, max } => {
            let bound = |bound: Option<f64>| table::option(bound.map(|bound| table::plain(format!("{bound:?}"))));
            table::structure("Constraint::FloatRange", [("min", bound(*min)), ("max", bound(*max))])
        }
        Constraint::Pattern(id) => table::call("Constraint::Pattern", [address("patterns::", &model[*id].name)]),
        Constraint::UniqueItems => table::plain("Constraint::UniqueItems"),
    }
}

/// A constraint with bounds of whole numbers: by the functions for those it has, all of whose names begin alike.
fn bounds<N: ToString>(function: &str, variant: &str, min: Option<N>, max: Option<N>) -> Value {
    let number = |bound: N| table::plain(bound.to_string());
    match (min, max) {
        (Some(min), Some(max)) => table::call(&format!("Constraint::{function}"), [number(min), number(max)]),
        (Some(min), None) => table::call(&format!("Constraint::{function}_from"), [number(min)]),
        (None, Some(max)) => table::call(&format!("Constraint::{function}_to"), [number(max)]),
        (None, None) => {
            let none = || table::plain("None");
            table::structure(&format!("Constraint::{variant}"), [("min", none()), ("max", none())])
        }
    }
}

fn enumeration(values: &Enum) -> Value {
    let Enum { variants, report_order } = values;
    let texts = variants.iter().map(|variant| table::text(&variant.wire));
    let reported = report_order.iter().map(|index| table::text(&variants[*index].wire));
    table::structure("Constraint::Enum", [("values", table::slice(texts)), ("reported", table::slice(reported))])
}

/// The table of a shape, by reference, within `schema::shapes`. Plain types have theirs in the runtime.
fn reference(model: &Model, id: ShapeId) -> Value {
    let shape = &model[id];
    match shape.origin {
        Origin::Plain => address("plain::", &shape.name),
        Origin::Described | Origin::Error => address("", &shape.name),
    }
}

/// The table of something that has a name.
fn item(name: &Name, of: &str, value: &Value) -> Item {
    table::item(&format!("`{}`.", name.wire), &name.upper, of, value)
}

/// The address of the table of something that has a name.
fn address(module: &str, name: &Name) -> Value {
    table::plain(format!("&{module}{}", name.upper))
}
