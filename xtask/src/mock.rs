//! `cargo xtask mock`: the example `mock` of the generated crate, run with the arguments it is given.

use std::ffi::OsString;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};
use clap::Args;

use crate::project;

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
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["run", "--quiet", "--features", "mock", "--example", "mock", "--manifest-path"]);
    command.arg(project::root().join("generated/Cargo.toml")).arg("--").args(&arguments.arguments);
    execute(command)
}

/// Becomes the command, so that signals reach it.
#[cfg(unix)]
fn execute(mut command: Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec()).context("cannot run cargo")
}

#[cfg(not(unix))]
fn execute(mut command: Command) -> Result<ExitCode> {
    let status = command.status().context("cannot run cargo")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
