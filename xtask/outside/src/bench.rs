//! `cargo xtask bench`: the generated crate and its rivals, side by side -> figures with their goals.

mod chart;
mod compile;
mod counts;
mod figures;
mod generate;
mod http;
mod report;
mod runtime;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use serde::{Deserialize, Serialize};

use figures::Section;

/// Measure how quick everything is, beside rivals and goals.
///
/// Prints medians of rounds, their spread and ratios, and the goal of each. A full run writes BENCHMARKS.md,
/// benchmarks.svg and xtask/bench/results.json; parts that did not run keep the figures they had there. Everything is
/// built and installed below target/bench/, at the first run from the registries. Only Linux has all that this needs.
/// Figures of a busy machine are worth little: run it on one that does nothing else, and has two cores at least.
#[derive(Args)]
pub struct Arguments {
    /// What to measure; may be given several times. [default: all]
    parts: Vec<Part>,
    /// A short run, to see that everything works: few rounds, and its figures go to target/bench/ only.
    #[arg(long)]
    quick: bool,
    /// A folder with rivals of others, such as a pull parser over borrowed text. [default: ../shared/bench]
    #[arg(long, value_name = "DIR")]
    rivals: Option<PathBuf>,
}

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// requests and patterns in process, against the same by hand
    Runtime,
    /// servers over HTTP, against other servers; the mock's start and memory
    Http,
    /// compiling the generated crate, against the vendor's client
    Compile,
    /// the generator itself, on one service and on a hundred
    Generate,
}

/// How a part is measured.
pub struct Effort {
    quick: bool,
    rivals: PathBuf,
}

impl Effort {
    /// One of two numbers: of a full run, and of a quick one.
    fn of<T>(&self, full: T, quick: T) -> T {
        if self.quick { quick } else { full }
    }
}

pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    if !cfg!(target_os = "linux") {
        bail!("only Linux tells all that is measured here");
    }
    let given = &arguments.parts;
    let parts = Part::value_variants().iter().copied().filter(|part| given.is_empty() || given.contains(part));
    let rivals = arguments.rivals.clone().unwrap_or_else(|| crate::project::root().join("../shared/bench"));
    let effort = Effort { quick: arguments.quick, rivals };
    let mut failed = false;
    for part in parts {
        match part.measure(&effort) {
            Ok(sections) => {
                report::print(&sections);
                report::save(part, sections, arguments.quick)?;
            }
            Err(error) => {
                eprintln!("error: {}: {error:#}", part.title());
                failed = true;
            }
        }
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

impl Part {
    /// The heading of its figures.
    pub fn title(self) -> &'static str {
        match self {
            Self::Runtime => "In process",
            Self::Http => "Over HTTP",
            Self::Compile => "Compiling",
            Self::Generate => "Generating",
        }
    }

    fn measure(self, effort: &Effort) -> Result<Vec<Section>> {
        match self {
            Self::Runtime => runtime::measure(effort),
            Self::Http => http::measure(effort),
            Self::Compile => compile::measure(effort),
            Self::Generate => generate::measure(effort),
        }
    }
}
