//! A description of an API in, the Rust sources of a server crate out: types, validators, wire code and server stubs.
//!
//! The library is pure: text in, text out. It opens no file, reads no clock and no environment, and the same input
//! gives the same bytes. [`generate`] is the whole pipeline; `ARCHITECTURE.md` explains its stages.

mod check;
mod emit;
mod files;
mod manifest;
mod model;
mod resolve;

pub use codegen_pattern as pattern;
pub use codegen_spec as spec;
pub use files::{Difference, Files, HEADER, compare, is_generated};
pub use manifest::{manifest, mock_example};
pub use spec::Source;
pub use spec::report::{Problem, Report};

use spec::{names, parallel, report};

/// What came of generating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// The files of the crate's `src` folder.
    pub files: Files,
    /// How many operations they serve.
    pub operations: usize,
    /// How many shapes they know.
    pub shapes: usize,
    /// The APIs they serve.
    pub apis: Vec<Api>,
}

/// An API that a crate serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Api {
    /// Its name in the description.
    pub name: String,
    /// The module that has it, in a crate that serves several.
    pub module: String,
}

/// Turns the descriptions of one or more APIs into the sources of one crate.
///
/// # Errors
/// Every problem of the descriptions that could be found, with its place and its cure.
pub fn generate(sources: &[Source]) -> Result<Output, Report> {
    let specs = spec::parse(sources)?;
    let models = resolve::resolve(&specs, sources)?;
    let items = emit::output(&models);
    Ok(Output {
        files: files::render(&items),
        operations: models.iter().map(|model| model.operations.len()).sum(),
        shapes: models.iter().map(|model| model.shapes.len()).sum(),
        apis: models.iter().map(|model| api(&model.service)).collect(),
    })
}

fn api(service: &model::Service) -> Api {
    Api { name: service.name.wire.clone(), module: service.name.snake.clone() }
}
