//! A crate's manifest -> the `examples/mock.rs` that it starts with. It is the author's own from then on.

use std::fmt::Write as _;

use crate::Api;

/// The text of `examples/mock.rs`. `None` if the manifest names no example `mock`: then its author wants none.
///
/// A crate that serves several APIs takes the name of the one to mock as its first argument.
#[must_use]
pub fn mock_example(manifest: &str, apis: &[Api]) -> Option<String> {
    named(manifest, "[[example]]").find(|name| *name == "mock")?;
    let package = named(manifest, "[package]").next()?;
    let library = named(manifest, "[lib]").next().unwrap_or(package).replace('-', "_");
    let (last, others) = apis.split_last()?;
    let (api, run) = if others.is_empty() {
        (String::new(), format!("    let served = run(options, {library}::server).await;"))
    } else {
        (argument(apis), choice(&library, others, last))
    };
    let text = TEMPLATE.replace("{package}", package).replace("{crate}", &library);
    Some(text.replace("{api}", &api).replace("{run}", &run))
}

const TEMPLATE: &str = include_str!("mock.txt");

/// The argument that says which API is meant.
fn argument(apis: &[Api]) -> String {
    let names: Vec<_> = apis.iter().map(|api| format!("{:?}", api.name)).collect();
    format!("    /// The API to answer for.\n    #[arg(value_parser = [{}])]\n    api: String,\n", names.join(", "))
}

/// What serves the API that is meant.
fn choice(library: &str, others: &[Api], last: &Api) -> String {
    let mut text = String::from("    let served = match arguments.api.as_str() {\n");
    for Api { name, module } in others {
        let _ = writeln!(text, "        {name:?} => run(options, {library}::{module}::server).await,");
    }
    let _ = write!(text, "        _ => run(options, {library}::{}::server).await,\n    }};", last.module);
    text
}

/// The names in the sections of a manifest that have this heading.
fn named<'m>(manifest: &'m str, heading: &'static str) -> impl Iterator<Item = &'m str> {
    let mut inside = false;
    manifest.lines().map(str::trim).filter_map(move |line| {
        if line.starts_with('[') {
            inside = line == heading;
        }
        let value = line.strip_prefix("name").filter(|_| inside)?.trim_start().strip_prefix('=')?.trim_start();
        value.strip_prefix('"')?.split('"').next()
    })
}
