//! Model -> modules of Rust items. Nothing can fail here and nothing is decided: what the description means has been
//! settled in the model. One function makes one kind of item.

mod client;
mod codec;
mod docs;
mod errors;
mod example;
mod implemented;
mod library;
mod mock;
mod patterns;
mod runtime;
mod schema;
mod service;
mod table;
mod types;
mod validate;
mod wire_form;

pub(crate) use docs::{BREAK, comment_lines};

use memchr::memmem;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::model::{Kind, Model, Shape, ShapeId, TimestampFormat};

/// A file of the output.
pub(crate) struct Module<'m> {
    /// Path below `src`, with forward slashes.
    pub(crate) path: String,
    pub(crate) content: Content<'m>,
}

/// What a file of the output holds.
pub(crate) enum Content<'m> {
    /// Items to print, below the module's documentation. Made when they are printed, since they cannot go from thread
    /// to thread.
    Items { doc: String, items: Box<dyn Fn() -> Items<'m> + Sync + 'm> },
    /// Text that is copied.
    Text(&'static str),
}

/// The items of a module.
pub(crate) struct Items<'m> {
    /// What they need, by what they say when they are printed.
    pub(crate) imports: Box<dyn FnOnce(&Said) -> TokenStream + 'm>,
    pub(crate) items: Vec<Item>,
}

/// An item of a module, or several.
pub(crate) enum Item {
    Code(TokenStream),
    /// As it is to stand there.
    Text(String),
}

impl From<TokenStream> for Item {
    fn from(code: TokenStream) -> Self {
        Self::Code(code)
    }
}

impl<'m> Items<'m> {
    fn importing(items: Vec<impl Into<Item>>, imports: impl FnOnce(&Said) -> TokenStream + 'm) -> Self {
        Self { imports: Box::new(imports), items: items.into_iter().map(Into::into).collect() }
    }
}

/// Items that have their imports among them.
impl<I: Into<Item>> From<Vec<I>> for Items<'_> {
    fn from(items: Vec<I>) -> Self {
        Self::importing(items, |_| TokenStream::new())
    }
}

/// A side of the conversation: what a server reads, its client writes.
#[derive(Clone, Copy)]
enum Side {
    Server,
    /// What is left: all that the server does not need.
    Client,
}

impl Side {
    /// Whether this side reads and checks values of a shape.
    fn reads(self, shape: &Shape) -> bool {
        match self {
            Self::Server => shape.served.read,
            Self::Client => !shape.served.read,
        }
    }

    fn writes(self, shape: &Shape) -> bool {
        match self {
            Self::Server => shape.served.written,
            Self::Client => !shape.served.written,
        }
    }

    /// Of what reads values of a shape and what writes them, that which this side needs.
    fn needs<T>(self, shape: &Shape, read: impl FnOnce() -> T, write: impl FnOnce() -> T) -> Vec<T> {
        self.reads(shape).then(read).into_iter().chain(self.writes(shape).then(write)).collect()
    }
}

/// All files of the crate. The modules of a single API stand at the top, those of several in a folder each.
pub(crate) fn output(models: &[Model]) -> Vec<Module<'_>> {
    let mut modules = Vec::new();
    if let [model] = models {
        modules.push(library::single(model));
        modules.extend(api(model, ""));
    } else {
        modules.push(library::several(models));
        for model in models {
            let folder = format!("{}/", model.service.name.snake);
            modules.push(library::part(model));
            modules.extend(api(model, &folder));
        }
    }
    modules.extend(runtime::modules());
    modules
}

/// The modules of one API, those first that take longest.
fn api<'m>(model: &'m Model, folder: &str) -> Vec<Module<'m>> {
    let of = (model, folder);
    vec![
        module(of, "types", "The structures, unions and enums of the API.", types::items),
        module(of, "codec", "Requests from the wire, responses and errors to it.", codec::items),
        module(of, "client", "The other direction: requests to the wire, responses and errors from it.", client::items),
        module(of, "service", "What a server implements, and what calls it.", service::items),
        module(of, "errors", "The errors of the API.", errors::items),
        module(
            of,
            "operation",
            "A type for each operation: what it takes, answers and raises, for the compiler.",
            service::markers,
        ),
        module(of, "validate", "Whether values keep the constraints of their shapes.", validate::items),
        module(of, "patterns", "The regular expressions of the API, compiled to static data.", compiled_patterns),
        module(of, "schema/shapes", "The shapes, as static tables.", schema::shapes),
        module(
            of,
            "schema/client",
            "The shapes that are only for clients, as static tables: what a server answers, and what is inside of it.",
            schema::client,
        ),
        module(of, "mock", "A server that answers with made-up values.", mock::items),
        module(of, "schema/operations", "The operations, as static tables.", schema::operations),
        module(of, "wire_form", "serde's traits for all types, in the form of the wire.", wire_form::items),
        module(of, "implemented", "Which operations of a server are written.", implemented::items),
        module(of, "schema/errors", "The errors, as static tables.", schema::errors),
        module(of, "schema", "The API as static tables.", schema::service),
    ]
}

fn module<'m, I: Into<Items<'m>> + 'm>(
    (model, folder): (&'m Model, &str),
    name: &str,
    doc: &str,
    items: fn(&'m Model) -> I,
) -> Module<'m> {
    Module {
        path: format!("{folder}{name}.rs"),
        content: Content::Items { doc: doc.to_owned(), items: Box::new(move || items(model).into()) },
    }
}

fn compiled_patterns(model: &Model) -> Vec<TokenStream> {
    let named: Vec<_> = model.patterns.iter().map(|pattern| (ident(&pattern.name.upper), &*pattern.compiled)).collect();
    if named.is_empty() { Vec::new() } else { patterns::tokens(&named) }
}

/// An identifier, raw where its name says so.
fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(name) => Ident::new_raw(name, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

/// A whole number, its digits in groups of three where there are many.
fn whole(value: impl Into<i128>) -> TokenStream {
    let value = value.into();
    let digits = value.unsigned_abs().to_string();
    let grouped = if digits.len() < 5 { digits } else { grouped(&digits) };
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{grouped}").parse().unwrap_or_default()
}

fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('_');
        }
        out.push(digit);
    }
    out
}

/// The type of a shape's values.
fn rust_type(model: &Model, id: ShapeId) -> TokenStream {
    let shape = &model[id];
    match &shape.kind {
        Kind::Structure(_) | Kind::Union(_) | Kind::Enum(_) => {
            let name = ident(&shape.name.camel);
            quote!(#name)
        }
        Kind::List(item) => {
            let item = rust_type(model, *item);
            quote!(Vec<#item>)
        }
        Kind::Map { value, .. } => {
            let value = rust_type(model, *value);
            quote!(BTreeMap<String, #value>)
        }
        Kind::String => quote!(String),
        Kind::Integer => quote!(i32),
        Kind::Long => quote!(i64),
        Kind::Float => quote!(f32),
        Kind::Double => quote!(f64),
        Kind::Boolean => quote!(bool),
        Kind::Blob => quote!(Vec<u8>),
        Kind::Timestamp(_) => quote!(Timestamp),
        Kind::Document => quote!(Document),
    }
}

/// Whether the type of a shape's values has a type of the API in it.
fn has_type_in_it(model: &Model, id: ShapeId) -> bool {
    match &model[id].kind {
        Kind::Structure(_) | Kind::Union(_) | Kind::Enum(_) => true,
        Kind::List(item) => has_type_in_it(model, *item),
        Kind::Map { value, .. } => has_type_in_it(model, *value),
        Kind::String
        | Kind::Integer
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::Boolean
        | Kind::Blob
        | Kind::Timestamp(_)
        | Kind::Document => false,
    }
}

/// A timestamp's format in the runtime's words.
fn timestamp_format(format: TimestampFormat) -> TokenStream {
    match format {
        TimestampFormat::EpochSeconds => quote!(TimestampFormat::EpochSeconds),
        TimestampFormat::DateTime => quote!(TimestampFormat::DateTime),
        TimestampFormat::HttpDate => quote!(TimestampFormat::HttpDate),
    }
}

/// Printed items, which tell what their module must import, no less and no more.
pub(crate) struct Said<'t>(pub(crate) &'t str);

impl Said<'_> {
    /// Whether the name is a word of code. With what must follow it, such as `::`, it may be told from others like it.
    fn has(&self, name: &str) -> bool {
        let is_whole = name.ends_with(is_part_of_name);
        memmem::find_iter(self.0.as_bytes(), name).any(|at| {
            let (before, after) = (self.0.get(..at), self.0.get(at + name.len()..));
            before.zip(after).is_some_and(|(before, after)| {
                let is_longer = before.ends_with(is_part_of_name) || (is_whole && after.starts_with(is_part_of_name));
                !is_longer && ends_in_code(before)
            })
        })
    }

    /// An import, if a name is said.
    fn import(&self, name: &str, import: TokenStream) -> Option<TokenStream> {
        self.has(name).then_some(import)
    }

    /// Those of the runtime's names that are said, to be imported.
    fn import_runtime(&self, names: &[&str]) -> Option<TokenStream> {
        let said: Vec<_> = names.iter().filter(|name| self.has(name)).map(|name| ident(name)).collect();
        (!said.is_empty()).then(|| quote!(use crate::runtime::{#(#said),*};))
    }
}

/// All types of the API, for a module that says some.
fn import_types(says: bool) -> Option<TokenStream> {
    says.then(|| quote! { use super::types::*; })
}

fn is_part_of_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Whether the end of a text is neither in a comment nor in a text in quotes.
fn ends_in_code(text: &str) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default();
    let (mut quoted, mut escaped) = (false, false);
    for byte in line.bytes() {
        quoted ^= byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
    }
    !quoted && !line.trim_start().starts_with("//")
}

/// The shapes that have a type of their own in `types`.
fn typed(model: &Model) -> impl Iterator<Item = &Shape> {
    use crate::model::Origin;
    model.shapes.iter().filter(|shape| shape.origin == Origin::Described && has_own_type(&shape.kind))
}

fn has_own_type(kind: &Kind) -> bool {
    match kind {
        Kind::Structure(_) | Kind::Union(_) | Kind::Enum(_) => true,
        Kind::List(_)
        | Kind::Map { .. }
        | Kind::String
        | Kind::Integer
        | Kind::Long
        | Kind::Float
        | Kind::Double
        | Kind::Boolean
        | Kind::Blob
        | Kind::Timestamp(_)
        | Kind::Document => false,
    }
}
