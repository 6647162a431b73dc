//! An SDK's name -> its tools found, its packages installed, and the commands that run its scripts.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use super::{boto3, browser, go, java, javascript};
pub use crate::packages::Tool;
use crate::packages::{Packages, command, copy};
use crate::project;

/// An SDK that can drive the server. To add one, add a variant, a file with its [`Recipe`], and a folder
/// `xtask/conformance/<name>/` with its scripts and the files that pin its packages.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sdk {
    /// Python's.
    Boto3,
    /// JavaScript's, version 3.
    Javascript,
    /// JavaScript's, in Chromium.
    Browser,
    /// Go's, version 2.
    Go,
    /// Java's, version 2.
    Java,
}

/// How to install and run an SDK. Commands run in the SDK's folder below `target/conformance/`; a program with a `/` in
/// its name is one in there.
pub struct Recipe {
    /// The name of the SDK and of its folder below `target/conformance/`.
    pub name: &'static str,
    /// The folder of its scripts and pins below `xtask/conformance/`.
    pub folder: &'static str,
    /// Whether it is left out where a tool is missing, rather than that all fails.
    pub optional: bool,
    /// What must be there already.
    pub tools: &'static [Tool],
    /// The files that `install` reads. If one changes, all is installed anew.
    pub pins: &'static [&'static str],
    /// Commands that install the SDK.
    pub install: &'static [&'static [&'static str]],
    /// The files that drive servers.
    pub scripts: &'static [&'static str],
    /// The command that runs the cases, if it has them; the endpoints of the example servers follow.
    pub cases: Option<&'static [&'static str]>,
    /// The command that calls all operations; the endpoint of the mock follows.
    pub operations: &'static [&'static str],
    /// The command that makes all errors happen; the endpoint of the mock follows.
    pub errors: &'static [&'static str],
    /// The command that tries signatures, if there is one; the endpoint of the mock follows.
    pub signatures: Option<&'static [&'static str]>,
    /// The command that a mock must keep out that shares nothing with pages of other origins, if there are pages; its
    /// endpoint follows.
    pub closed: Option<&'static [&'static str]>,
}

/// What the pinned version of an SDK does not have.
#[derive(Default)]
pub struct Lacks {
    /// Operations, and members of their inputs and outputs.
    pub operations: Vec<String>,
    /// Errors that it has no exception for.
    pub errors: Vec<String>,
}

/// The file in an SDK's folder that says what the pinned version does not have: on each line an operation, a member such
/// as `CreateGroup input.Precedence`, or an error such as `error GroupExistsException`. It is there only where something
/// is lacking.
const LACKS: &str = "lacks.txt";

/// What can run of these SDKs, and for each other one, why it does not.
pub struct Runnable {
    /// All their tools are there.
    pub sdks: Vec<Sdk>,
    /// One sentence for each tool that is missing.
    pub others: Vec<String>,
}

/// Looks for the tools. Fails if one is missing that must be there, and names all such. Those of optional SDKs need not
/// be, unless the SDK was asked for by name, or this is continuous integration, which sets the variable `CI`.
pub fn runnable(sdks: &[Sdk], by_name: bool) -> Result<Runnable> {
    let strict = by_name || std::env::var_os("CI").is_some_and(|value| value == "true" || value == "1");
    let (mut missing, mut others, mut found) = (Vec::new(), Vec::new(), Vec::new());
    for sdk in sdks {
        let recipe = sdk.recipe();
        let gone: Vec<&Tool> = recipe.tools.iter().filter(|tool| tool.version().is_none()).collect();
        if gone.is_empty() {
            found.push(*sdk);
        }
        let sentences = gone.iter().map(|tool| format!("{} needs {}: {}", recipe.name, tool.name, tool.get));
        if recipe.optional && !strict {
            others.extend(sentences.map(|sentence| format!("did not run: {sentence}")));
        } else {
            missing.extend(sentences);
        }
    }
    if !missing.is_empty() {
        bail!("tools are missing; get them, or choose other SDKs with --sdk\n  {}", missing.join("\n  "));
    }
    Ok(Runnable { sdks: found, others })
}

impl Sdk {
    /// How to install and run it.
    pub fn recipe(self) -> Recipe {
        match self {
            Self::Boto3 => boto3::RECIPE,
            Self::Javascript => javascript::RECIPE,
            Self::Browser => browser::RECIPE,
            Self::Go => go::RECIPE,
            Self::Java => java::RECIPE,
        }
    }

    /// The name to print.
    pub fn name(self) -> &'static str {
        self.recipe().name
    }

    /// Installs the SDK, if that is not done yet, and puts its scripts beside it.
    pub fn install(self) -> Result<()> {
        let recipe = self.recipe();
        let (sources, room) = (recipe.sources(), recipe.room());
        let Recipe { name, tools, pins, install, .. } = recipe;
        Packages { name, tools, pins, install, sources: sources.clone(), room: room.clone() }.install()?;
        // always: it costs nothing, and packages are looked for beside the scripts
        for script in recipe.scripts {
            copy(&sources.join(script), &room.join(script))?;
        }
        Ok(())
    }

    /// What the pinned version does not have.
    pub fn lacks(self) -> Result<Lacks> {
        let path = self.recipe().sources().join(LACKS);
        let mut lacks = Lacks::default();
        if !path.exists() {
            return Ok(lacks);
        }
        let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", project::shown(&path)))?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        for line in lines {
            match line.strip_prefix("error ") {
                Some(error) => lacks.errors.push(error.to_owned()),
                None => lacks.operations.push(line.to_owned()),
            }
        }
        Ok(lacks)
    }

    /// A command of the recipe, in an environment in which nothing but the script configures the SDK.
    pub fn script(self, words: &[&str]) -> Command {
        let recipe = self.recipe();
        let mut command = command(words, &recipe.room());
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.as_encoded_bytes().starts_with(b"AWS_")) {
            command.env_remove(name);
        }
        for file in ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"] {
            command.env(file, recipe.room().join("no-such-file"));
        }
        for proxies in ["NO_PROXY", "no_proxy"] {
            command.env(proxies, "127.0.0.1");
        }
        command
    }
}

impl Recipe {
    fn sources(&self) -> PathBuf {
        project::root().join("xtask/conformance").join(self.folder)
    }

    fn room(&self) -> PathBuf {
        project::root().join("target/conformance").join(self.name)
    }
}
