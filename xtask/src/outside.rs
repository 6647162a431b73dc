//! `cargo xtask bench`, `conformance`, `import` and `models`: the package `xtask-outside`, built now and run with the
//! arguments it is given.

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Args, Subcommand};

use crate::cargo;

/// Its commands, each with the first line of its help; a test there holds them against its own.
#[derive(Subcommand)]
pub enum Command {
    /// Measure how quick everything is, beside rivals and goals
    Bench(PassedOn),
    /// Drive the example servers with the real AWS SDKs
    Conformance(PassedOn),
    /// Turn a vendor's model into a description
    Import(PassedOn),
    /// Hold the description against the vendor's model
    Models(PassedOn),
}

#[derive(Args)]
#[command(disable_help_flag = true)]
pub struct PassedOn {
    /// What to pass on; --help tells all.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGS")]
    arguments: Vec<OsString>,
}

pub fn run(command: &Command) -> Result<ExitCode> {
    let (name, PassedOn { arguments }) = match command {
        Command::Bench(arguments) => ("bench", arguments),
        Command::Conformance(arguments) => ("conformance", arguments),
        Command::Import(arguments) => ("import", arguments),
        Command::Models(arguments) => ("models", arguments),
    };
    cargo::run(&["--package", "xtask-outside", "--", name], arguments)
}
