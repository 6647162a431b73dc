//! The programs of `xtask/bench` -> built, run, and what they took.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::packages::{Tool, command, succeed};
use crate::project;

/// Where everything is built and installed.
pub fn room() -> PathBuf {
    project::root().join("target/bench")
}

/// The bench crate.
pub fn sources() -> PathBuf {
    project::root().join("xtask/bench")
}

/// This cargo, in the project's folder.
pub fn cargo(words: &[&str], target: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(words).arg("--locked").arg("--target-dir").arg(target).current_dir(project::root());
    // settings of this run of cargo are none of the crates that are measured
    command.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS");
    command
}

/// Builds programs of the bench crate, for use. Returns the folder they are in.
pub fn build(words: &[&str]) -> Result<PathBuf> {
    let target = room().join("build");
    println!("building {} …", words.join(" "));
    let manifest = ["build", "--release", "--quiet", "--manifest-path", "xtask/bench/Cargo.toml"];
    succeed(&mut cargo(&[&manifest[..], words].concat(), &target))?;
    Ok(target.join("release"))
}

/// What a command took, all that it started included.
#[derive(Debug, Deserialize)]
pub struct Usage {
    /// Seconds from its start to its end.
    pub wall: f64,
    /// Seconds of processors, in user and system mode, as getrusage(2) counts them.
    pub cpu: f64,
    /// Bytes: the most that one of the processes held in memory.
    pub memory: f64,
    pub stdout: String,
    pub stderr: String,
}

/// The program that runs commands. It is small: the memory of a program counts as that of what it starts.
pub struct Runner(PathBuf);

impl Runner {
    pub fn build() -> Result<Self> {
        Ok(Self(build(&["--package", "run"])?.join("run")))
    }

    /// Runs a command to its end.
    pub fn measure(&self, command: &Command) -> Result<Usage> {
        let output = self.wrap(&[], command).output().context("cannot run the bench crate's `run`")?;
        let text = String::from_utf8_lossy(&output.stdout);
        let errors = String::from_utf8_lossy(&output.stderr);
        let usage: Usage = serde_json::from_str(&text).with_context(|| format!("`run` says {text:?}\n{errors}"))?;
        if !output.status.success() {
            bail!("{} failed\n{}{}", command.get_program().display(), usage.stdout, usage.stderr);
        }
        Ok(usage)
    }

    /// The same command on one core.
    pub fn on_core(&self, core: usize, command: &Command) -> Command {
        self.wrap(&["--core", &core.to_string()], command)
    }

    fn wrap(&self, words: &[&str], command: &Command) -> Command {
        let mut wrapped = Command::new(&self.0);
        wrapped.args(words).arg("--").arg(command.get_program()).args(command.get_args());
        if let Some(folder) = command.get_current_dir() {
            wrapped.current_dir(folder);
        }
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => wrapped.env(name, value),
                None => wrapped.env_remove(name),
            };
        }
        wrapped
    }
}

/// The first line that a tool says of itself; none if it is missing.
pub fn version(words: &[&str]) -> Option<String> {
    let output = command(words, Path::new("")).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).lines().next()?.trim().to_owned();
    output.status.success().then_some(text)
}

/// `needs node, version 20 or later`, for the first tool that is missing.
pub fn missing(tools: &[Tool]) -> Option<String> {
    let gone = tools.iter().find(|tool| tool.version().is_none())?;
    Some(format!("needs {} ({})", gone.name, gone.get))
}
