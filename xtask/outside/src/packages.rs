//! Pinned packages of other languages -> a room of their own below `target/`, installed once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project;

/// A program that must be there.
pub struct Tool {
    /// What is missing, in words.
    pub name: &'static str,
    /// A command that succeeds if it is there, and prints its version.
    pub probe: &'static [&'static str],
    /// How to get it.
    pub get: &'static str,
}

impl Tool {
    /// What it says of itself; none if it is missing.
    pub fn version(&self) -> Option<String> {
        let output = command(self.probe, Path::new("")).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// What to install where.
pub struct Packages {
    /// What they are called.
    pub name: &'static str,
    /// What must be there already.
    pub tools: &'static [Tool],
    /// The files that `install` reads. If one changes, all is installed anew.
    pub pins: &'static [&'static str],
    /// Commands that install them, run in the room.
    pub install: &'static [&'static [&'static str]],
    /// The folder of the pins.
    pub sources: PathBuf,
    /// Where they are installed.
    pub room: PathBuf,
}

/// The copy of the pins and tools' versions that an installation was made from; written when it is complete.
const STAMP: &str = "installed.txt";

impl Packages {
    /// Installs them, if that is not done yet.
    pub fn install(&self) -> Result<()> {
        let Self { name, pins, install, sources, room, .. } = self;
        let stamp = self.stamp()?;
        if fs::read_to_string(room.join(STAMP)).ok().as_ref() == Some(&stamp) {
            return Ok(());
        }
        println!("{name:<11} installing …");
        if room.exists() {
            fs::remove_dir_all(room).with_context(|| format!("cannot remove {}", project::shown(room)))?;
        }
        fs::create_dir_all(room).with_context(|| format!("cannot create {}", project::shown(room)))?;
        for pin in *pins {
            copy(&sources.join(pin), &room.join(pin))?;
        }
        for step in *install {
            succeed(&mut command(step, room)).with_context(|| format!("cannot install {name}"))?;
        }
        fs::write(room.join(STAMP), stamp).with_context(|| format!("cannot write in {}", project::shown(room)))
    }

    /// All that an installation depends on.
    fn stamp(&self) -> Result<String> {
        let mut stamp = Vec::new();
        for tool in self.tools {
            stamp.extend([tool.name.to_owned(), tool.version().unwrap_or_default()]);
        }
        for pin in self.pins {
            let path = self.sources.join(pin);
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", project::shown(&path)))?;
            stamp.extend([(*pin).to_owned(), text]);
        }
        Ok(stamp.join("\n"))
    }
}

/// A command that runs in a room. A program with a `/` in its name is one in there.
pub fn command(words: &[&str], room: &Path) -> Command {
    let (program, rest) = words.split_first().map_or(("", words), |(program, rest)| (*program, rest));
    // whether such a path is relative to this process's folder or the child's differs by system
    let program = if program.contains('/') { room.join(program) } else { program.into() };
    let mut command = Command::new(program);
    command.args(rest);
    if !room.as_os_str().is_empty() {
        command.current_dir(room);
    }
    command
}

/// Runs a command to its end. What it prints is shown only if it fails; that to stdout is returned.
pub fn succeed(command: &mut Command) -> Result<String> {
    let name = format!("{command:?}");
    let output = command.output().with_context(|| format!("cannot run {name}"))?;
    let stdout = String::from_utf8_lossy(&output.stdout);
    if !output.status.success() {
        bail!("{name} ended with {}\n{stdout}{}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(stdout.into_owned())
}

/// Copies a file.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("cannot copy {} to {}", project::shown(from), project::shown(to)))?;
    Ok(())
}
