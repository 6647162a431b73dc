//! `cargo xtask mock`: the example `mock` of the generated crate, run with the arguments it is given.

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::cargo;

/// Serve made-up answers to every operation, for tests of clients.
///
/// The short form of `cargo run -p cognito-idp --features mock --example mock -- [ARGS]`.
#[derive(Args)]
#[command(disable_help_flag = true)]
pub struct Arguments {
    /// What to pass on, such as --listen 127.0.0.1:9229; --help tells all.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, value_name = "ARGS")]
    arguments: Vec<OsString>,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    cargo::run(&["--package", "cognito-idp", "--features", "mock", "--example", "mock", "--"], &arguments.arguments)
}
