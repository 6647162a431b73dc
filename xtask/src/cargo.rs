//! Words for `cargo run`, and the arguments that a person gave -> the program, run with them.

use std::ffi::OsString;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::project;

/// The variable that says where this program is, for a program that needs it.
const XTASK: &str = "XTASK";

/// Runs a program of this workspace, which is built first.
pub fn run(words: &[&str], arguments: &[OsString]) -> Result<ExitCode> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["run", "--quiet", "--manifest-path"]).arg(project::root().join("Cargo.toml"));
    command.args(words).args(arguments);
    command.env(XTASK, std::env::current_exe().context("cannot find this program")?);
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
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).map_or(ExitCode::FAILURE, ExitCode::from))
}
