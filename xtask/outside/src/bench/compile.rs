//! The generated crate and the vendor's client -> what compiling each alone takes.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use super::Effort;
use super::figures::{Goal, Row, Samples, Section, Unit};
use super::tools::{Runner, Usage, cargo, room};
use crate::packages::succeed;
use crate::project;

const OURS: &str = "cognito-idp";
const CLIENT: &str = "aws-sdk-cognitoidentityprovider";

pub fn measure(effort: &Effort) -> Result<Vec<Section>> {
    let runner = Runner::build()?;
    let mut compiled = [
        Compiled::new("check", CLIENT, &[]),
        Compiled::new("check", OURS, &[]),
        Compiled::new("build", OURS, &[]),
        Compiled::new("build", OURS, &["--release"]),
    ];
    for compiled in &compiled {
        compiled.prepare()?;
    }
    // in turn, since a machine is not as quick all the time
    for _ in 0..effort.of(5, 1) {
        for compiled in &mut compiled {
            compiled.measure(&runner)?;
        }
    }
    let [client, ours, debug, release] = compiled.map(|compiled| compiled.seconds);
    let target = room().join("compile");
    let row = |name: &str, samples: &Samples| Row::new(name, Unit::CpuSeconds, samples);
    let alone = Section {
        title: "One crate alone".to_owned(),
        text: format!(
            "CPU seconds in user and system mode of `cargo` and all it starts, without incremental compilation. \
             Everything the crate depends on is compiled before. The vendor's client is {CLIENT}."
        ),
        drawn: true,
        rows: vec![
            row("cargo check, vendor's client", &client),
            row("cargo check, ours", &ours).goal(Goal::AtMost(4.0)),
            Row::new("cargo check, ours : vendor's client", Unit::Ratio, &ours.over(&client)).goal(Goal::AtMost(0.06)),
            row("cargo build, ours", &debug).goal(Goal::AtMost(8.0)),
            row("cargo build --release, ours", &release).goal(Goal::AtMost(25.0)),
            Row::new(
                "lines of Rust, ours",
                Unit::Lines,
                &Samples(vec![lines(&project::root().join("generated/src"))?]),
            ),
            Row::new("library, debug", Unit::Megabytes, &library(&target.join("debug/deps"))?),
            Row::new("library, release", Unit::Megabytes, &library(&target.join("release/deps"))?),
        ],
    };
    let [mut client, mut ours] = [Samples::default(), Samples::default()];
    for _ in 0..effort.of(3, 1) {
        for (package, samples) in [(CLIENT, &mut client), (OURS, &mut ours)] {
            println!("cargo check --package {package}, and all it depends on …");
            samples.0.push(from_nothing(&runner, |target| compile("check", &["--package", package], target))?.cpu);
        }
    }
    let whole = Section {
        title: "With all it depends on".to_owned(),
        text: "The same with nothing compiled before, as one who takes such a crate first meets it, with the features \
               of its default. With those the client can call over a network, for which it takes tokio, hyper and TLS; \
               ours takes tokio and hyper only when it is to serve over one."
            .to_owned(),
        drawn: true,
        rows: vec![
            row("cargo check, vendor's client", &client),
            row("cargo check, ours", &ours),
            Row::new("cargo check, ours : vendor's client", Unit::Ratio, &ours.over(&client)),
        ],
    };
    let mut commands = Samples::default();
    for _ in 0..effort.of(3, 1) {
        println!("building xtask …");
        commands.0.push(from_nothing(&runner, |target| cargo(&["build", "--package", "xtask"], target))?.wall);
    }
    let commands = Section {
        title: "The commands".to_owned(),
        text: "`cargo build -p xtask` with nothing built, all its dependencies included; on all cores. What `bench`, \
               `conformance`, `import` and `models` need beside it is built when one of them is asked for."
            .to_owned(),
        drawn: false,
        rows: vec![Row::new("cargo build -p xtask", Unit::Seconds, &commands).goal(Goal::AtMost(40.0))],
    };
    Ok(vec![alone, whole, commands])
}

/// A command of cargo for one package, when all but the package is compiled.
struct Compiled {
    /// `check` or `build`.
    command: &'static str,
    package: [&'static str; 2],
    options: &'static [&'static str],
    /// CPU seconds.
    seconds: Samples,
}

impl Compiled {
    fn new(command: &'static str, package: &'static str, options: &'static [&'static str]) -> Self {
        Self { command, package: ["--package", package], options, seconds: Samples::default() }
    }

    /// Compiles what the package depends on.
    fn prepare(&self) -> Result<()> {
        succeed(&mut self.cargo(self.command)).map(drop)
    }

    fn measure(&mut self, runner: &Runner) -> Result<()> {
        println!("cargo {} {} …", self.command, [&self.package, self.options].concat().join(" "));
        succeed(&mut self.cargo("clean"))?;
        let usage = runner.measure(&self.cargo(self.command))?;
        let compiled = |line: &&str| ["Checking", "Compiling"].iter().any(|word| line.trim_start().starts_with(word));
        let count = usage.stderr.lines().filter(compiled).count();
        ensure!(count == 1, "{count} packages were compiled, where it should be one:\n{}", usage.stderr);
        self.seconds.0.push(usage.cpu);
        Ok(())
    }

    fn cargo(&self, command: &str) -> Command {
        compile(command, &[&self.package, self.options].concat(), &room().join("compile"))
    }
}

/// A command for one of the two crates. Without incremental compilation, which is for packages of a workspace only: the
/// two would not be alike.
fn compile(command: &str, options: &[&str], target: &Path) -> Command {
    let manifest = ["--manifest-path", "xtask/bench/compile/Cargo.toml"];
    let mut command = cargo(&[&[command], options, &manifest].concat(), target);
    command.env("CARGO_INCREMENTAL", "0");
    command
}

/// What a command of cargo takes that finds nothing built.
fn from_nothing(runner: &Runner, command: impl FnOnce(&Path) -> Command) -> Result<Usage> {
    let target = room().join("from-nothing");
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    runner.measure(&command(&target))
}

/// Lines of all files below a folder.
fn lines(folder: &Path) -> Result<f64> {
    let mut count = 0.0;
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", project::shown(folder)))? {
        let path = entry?.path();
        if path.is_dir() {
            count += lines(&path)?;
        } else {
            count += fs::read_to_string(&path)?.lines().map(|_| 1.0).sum::<f64>();
        }
    }
    Ok(count)
}

/// The size of the generated crate's library.
fn library(folder: &Path) -> Result<Samples> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", project::shown(folder)))? {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if name.starts_with("libcognito_idp-") && path.extension().is_some_and(|extension| extension == "rlib") {
            #[allow(clippy::cast_precision_loss, reason = "sizes of files are exact")]
            return Ok(Samples(vec![path.metadata()?.len() as f64 / 1e6]));
        }
    }
    bail!("cargo built no library in {}", project::shown(folder))
}
