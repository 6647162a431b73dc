//! Operations -> the trait that a server implements, and what finds and calls its methods.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Item, Items, Said, docs, example, ident, import_types};
use crate::model::{Auth, Model, Name, Operation, ShapeId};

/// How long a line may be where an `impl` of nothing is broken, which is where the printer of all other code does.
const WIDTH: usize = 90;

pub(super) fn items(model: &Model) -> Items<'_> {
    let items = vec![
        service_trait(model),
        server(model),
        wrapper(),
        dispatch(model),
        operation_enum(model),
        operation_methods(model),
    ];
    Items::importing(items, |said| imports(model, said))
}

fn imports(model: &Model, said: &Said) -> TokenStream {
    let future = said.import("Future", quote! { use std::future::Future; });
    let operation = said.import("operation::", quote! { operation, });
    let types = import_types(model.operations.iter().any(|operation| operation.input.is_some()));
    let calls = said.import("call(", quote! { use crate::runtime::service::{call, not_implemented}; });
    let runtime = said.import_runtime(&["Context", "Dispatch", "Outcome", "Reply", "Server"]);
    quote! {
        #future
        use super::{#operation schema};
        #types
        use crate::runtime::schema as table;
        #calls
        #runtime
    }
}

fn service_trait(model: &Model) -> TokenStream {
    let service = &model.service;
    let name = ident(&service.name.camel);
    let doc = docs::lines(&format!(
        "The operations of {}, one method each.\n\nEvery method that is not written answers that it is not implemented, \
         so that a server can start with one operation and grow.",
        service.title
    ));
    let methods = model.operations.iter().map(|operation| method(model, operation));
    quote! {
        #doc
        pub trait #name: Send + Sync + 'static {
            #(#methods)*
        }
    }
}

fn method(model: &Model, operation: &Operation) -> TokenStream {
    let doc = docs::lines(&method_doc(model, operation));
    let name = ident(&operation.name.snake);
    let marker = ident(&operation.name.camel);
    let input = operation.input.map(|input| ident(&model[input].name.camel));
    let parameter = input.as_ref().map(|input| quote!(input: #input,));
    let argument = if input.is_some() { quote!(input) } else { quote!(()) };
    quote! {
        #doc
        fn #name(
            &self,
            context: &Context,
            #parameter
        ) -> impl Future<Output = Outcome<operation::#marker>> + Send {
            not_implemented(context, #argument)
        }
    }
}

fn method_doc(model: &Model, operation: &Operation) -> String {
    let Operation { name, doc, auth, input: _, output: _, errors } = operation;
    let mut text = doc.as_ref().map_or_else(|| format!("`{}`.", name.wire), |doc| doc.trim_end().to_owned());
    text.push_str(match (auth, &model.service.signing_name) {
        (Auth::SigV4, Some(_)) => "\n\nRequests are signed.",
        (Auth::None, Some(_)) => "\n\nRequests are not signed.",
        (Auth::SigV4 | Auth::None, None) => "",
    });
    text.push_str(&example::markdown(model, operation));
    if !errors.is_empty() {
        text.push_str("\n\n# Errors\n");
        for declared in errors {
            let error = &model.errors[declared.error];
            let rust = &model[error.shape].name.camel;
            let _ = write!(text, "\n- [`{rust}`](super::errors::{rust}): {}", error.status);
            if let Some(status) = declared.documented_status {
                let _ = write!(text, ", documented as {status}");
            }
        }
    }
    text
}

fn server(model: &Model) -> TokenStream {
    let name = ident(&model.service.name.camel);
    quote! {
        /// A server on top of an implementation of the operations, with the settings of the real endpoint.
        #[must_use]
        pub fn server<S: #name>(service: S) -> Server<Operations<S>> {
            Server::new(Operations(service))
        }
    }
}

fn wrapper() -> TokenStream {
    quote! {
        /// An implementation of the operations, as the runtime calls it.
        #[derive(Clone, Debug)]
        pub struct Operations<S>(pub S);
    }
}

fn dispatch(model: &Model) -> TokenStream {
    let name = ident(&model.service.name.camel);
    let arms = model.operations.iter().map(|operation| {
        let (variant, method) = (ident(&operation.name.camel), ident(&operation.name.snake));
        let handler = if operation.input.is_some() {
            quote!(S::#method)
        } else {
            quote!(|service, context, ()| service.#method(context))
        };
        quote!(Operation::#variant => call(service, context, body, #handler),)
    });
    // no parameter has a name that nothing uses
    let (service, context, body) = if model.operations.is_empty() {
        (None, quote!(_), quote!(_))
    } else {
        (Some(quote!(let service = &self.0;)), quote!(context), quote!(body))
    };
    quote! {
        impl<S: #name> Dispatch for Operations<S> {
            const SERVICE: &'static table::Service = &schema::SERVICE;
            type Operation = Operation;

            fn lookup(name: &str) -> Option<Operation> {
                Operation::from_name(name)
            }

            fn describe(operation: Operation) -> &'static table::Operation {
                operation.schema()
            }

            fn dispatch<'a>(&'a self, operation: Operation, #context: &'a Context, #body: &[u8]) -> Reply<'a> {
                #service
                match operation {
                    #(#arms)*
                }
            }
        }
    }
}

fn operation_enum(model: &Model) -> TokenStream {
    let variants = model.operations.iter().map(|operation| {
        let doc = docs::lines(&format!("`{}`.", operation.name.wire));
        let name = ident(&operation.name.camel);
        quote!(#doc #name,)
    });
    quote! {
        /// An operation of the API.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Operation {
            #(#variants)*
        }
    }
}

fn operation_methods(model: &Model) -> TokenStream {
    let names = model.operations.iter().map(|operation| ident(&operation.name.camel));
    let from_name = model.operations.iter().map(|operation| {
        let (wire, name) = (&operation.name.wire, ident(&operation.name.camel));
        quote!(#wire => Self::#name,)
    });
    let (name, found) = if model.operations.is_empty() {
        (quote!(_), quote!(None))
    } else {
        let found = quote! {
            let operation = match name {
                #(#from_name)*
                _ => return None,
            };
            Some(operation)
        };
        (quote!(name), found)
    };
    let tables = model.operations.iter().map(|operation| {
        let (name, table) = (ident(&operation.name.camel), ident(&operation.name.upper));
        quote!(Self::#name => &schema::operations::#table,)
    });
    quote! {
        impl Operation {
            /// All operations, sorted by name.
            pub const ALL: &[Self] = &[#(Self::#names),*];

            /// The operation of that name on the wire.
            #[must_use]
            pub fn from_name(#name: &str) -> Option<Self> {
                #found
            }

            /// Its name on the wire.
            #[must_use]
            pub fn name(self) -> &'static str {
                self.schema().name
            }

            /// What the description says of it.
            #[must_use]
            pub fn schema(self) -> &'static table::Operation {
                match self {
                    #(#tables)*
                }
            }
        }
    }
}

/// A type for each operation, with what it takes, answers and raises. They have a module of their own, since
/// structures may have the same names.
pub(super) fn markers(model: &Model) -> Vec<Item> {
    let raises = model.operations.iter().any(|operation| !operation.errors.is_empty());
    let errors = raises.then(|| {
        quote!(
            use super::errors;
        )
    });
    let types = model.operations.iter().any(|operation| operation.input.or(operation.output).is_some());
    let types = types.then(|| {
        quote!(
            use super::types;
        )
    });
    let raises = raises.then(|| quote!(Raises,));
    let imports = (!model.operations.is_empty()).then(|| {
        quote! {
            #errors
            use super::schema;
            #types
            use crate::runtime::{Exchange, #raises schema as table};
        }
    });
    let markers = model.operations.iter().map(|operation| marker(model, operation));
    imports.map(Item::from).into_iter().chain(markers).collect()
}

/// The type of an operation. It has no values, since nobody needs one. As text, since there are many, and all lines but
/// the last ones stay as they are.
fn marker(model: &Model, operation: &Operation) -> Item {
    let Operation { name, doc: _, auth: _, input, output, errors } = operation;
    let Name { wire, camel: name, snake: _, upper: table } = name;
    let structure = |id: &Option<ShapeId>| id.map_or("()".to_owned(), |id| format!("types::{}", model[id].name.camel));
    let (input, output) = (structure(input), structure(output));
    let mut text = format!(
        "\
/// `{wire}`.
pub enum {name} {{}}

impl Exchange for {name} {{
    type Input = {input};
    type Output = {output};
    const OPERATION: &'static table::Operation = &schema::operations::{table};
}}
"
    );
    if !errors.is_empty() {
        text.push('\n');
    }
    for declared in errors {
        let error = &model[model.errors[declared.error].shape].name.camel;
        let (what, whose) = (format!("impl Raises<errors::{error}>"), format!("for {name} {{}}"));
        let fits = what.len() + " ".len() + whose.len() <= WIDTH;
        let _ = writeln!(text, "{what}{}{whose}", if fits { ' ' } else { '\n' });
    }
    Item::Text(text)
}
