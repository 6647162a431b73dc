//! Models -> `lib.rs`: what a reader of the crate's documentation sees first.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Content, Module, ident};
use crate::model::{Model, Protocol};

/// `lib.rs` of a crate that serves one API.
pub(super) fn single(model: &Model) -> Module<'_> {
    Module {
        path: "lib.rs".to_owned(),
        content: Content::Items {
            doc: doc(model),
            items: Box::new(|| vec![modules(), runtime(), exports(model)].into()),
        },
    }
}

/// `lib.rs` of a crate that serves several APIs.
pub(super) fn several(models: &[Model]) -> Module<'_> {
    let titles: Vec<_> = models.iter().map(|model| model.service.title.as_str()).collect();
    Module {
        path: "lib.rs".to_owned(),
        content: Content::Items {
            doc: format!("Servers of {}.", titles.join(", ")),
            items: Box::new(|| vec![parts(models), runtime()].into()),
        },
    }
}

fn parts(models: &[Model]) -> TokenStream {
    let modules = models.iter().map(|model| {
        let name = ident(&model.service.name.snake);
        let doc = super::docs::lines(&format!("{}.", model.service.title));
        quote! {
            #doc
            #[rustfmt::skip]
            pub mod #name;
        }
    });
    quote!(#(#modules)*)
}

/// The module of one of several APIs.
pub(super) fn part(model: &Model) -> Module<'_> {
    Module {
        path: format!("{}.rs", model.service.name.snake),
        content: Content::Items { doc: doc(model), items: Box::new(|| vec![modules(), exports(model)].into()) },
    }
}

/// The runtime's module. Here and below in braces: rustfmt loses what a macro in parentheses marks to be skipped.
fn runtime() -> TokenStream {
    quote! {
        #[rustfmt::skip]
        pub mod runtime;
    }
}

fn modules() -> TokenStream {
    quote! {
        #[cfg(feature = "client")]
        #[rustfmt::skip]
        mod client;
        #[rustfmt::skip]
        mod codec;
        #[rustfmt::skip]
        pub mod errors;
        #[rustfmt::skip]
        mod implemented;
        #[cfg(feature = "mock")]
        #[rustfmt::skip]
        pub mod mock;
        #[rustfmt::skip]
        pub mod operation;
        #[rustfmt::skip]
        pub mod patterns;
        #[rustfmt::skip]
        pub mod schema;
        #[rustfmt::skip]
        pub mod service;
        #[rustfmt::skip]
        pub mod types;
        #[rustfmt::skip]
        mod validate;
        #[cfg(feature = "serde")]
        #[rustfmt::skip]
        mod wire_form;
    }
}

fn exports(model: &Model) -> TokenStream {
    let name = ident(&model.service.name.camel);
    quote! {
        pub use crate::runtime::{Context, Cors, Failure, Outcome, Server, StatusCodes};
        pub use implemented::implemented;
        pub use service::{#name, Operation, server};
    }
}

fn doc(model: &Model) -> String {
    let service = &model.service;
    let about = service.doc.as_ref().map(|doc| format!("\n\n{}", doc.trim_end())).unwrap_or_default();
    let protocol = match service.protocol {
        Protocol::AwsJson10 => "awsJson 1.0",
        Protocol::AwsJson11 => "awsJson 1.1",
    };
    let name = &service.name.camel;
    let mut text = format!(
        "A server of {title} (version {version}): its types, validators and wire protocol.{about}\n\n\
         Implement [`{name}`], hand the implementation to [`server`], and serve it: [`Server::respond`] turns one \
         HTTP request into its response. Every method has a default that answers that it is not implemented, so one \
         method is enough to begin with; [`implemented()`] tells which are written.\n\n\
         Requests come by {protocol}. A handler only sees input that keeps every constraint of its shapes; what \
         breaks one is answered as the real endpoint answers it. What is done where the real endpoint is unknown is \
         listed [with the runtime](crate::runtime).\n\n\
         # Features\n\n\
         - `http`, `axum`, `serve`: a tower service, an axum router and a hyper server, in `runtime::http`.\n\
         - `sigv4`: verifies AWS signatures, in `runtime::auth::sigv4`, for a [`Server::guard`].\n\
         - `client`: the other direction as well, for clients, gateways and tests: requests are written, responses and \
         errors read, responses checked, all shapes in [`schema`].\n\
         - `gzip`: reads requests that clients compress.\n\
         - `serde`: serde's traits for all types, in the form of the wire.\n\
         - `mock`: a server that answers every operation with made-up values, in `mock`.",
        title = service.title,
        version = service.version,
    );
    if !service.provenance.is_empty() {
        text.push_str("\n\n# Sources\n");
        for source in &service.provenance {
            let _ = write!(text, "\n- {source}");
        }
    }
    text
}
