//! Words for `cargo xtask` -> the command, without cargo between.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

/// The program that started this one.
pub fn xtask(words: &[&str]) -> Result<Command> {
    let program = std::env::var_os("XTASK").map(PathBuf::from).context("start this by `cargo xtask`")?;
    let mut command = Command::new(program);
    command.args(words);
    Ok(command)
}
