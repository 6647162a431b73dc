//! `cargo xtask models`: the models of a pinned botocore -> whether what is checked in follows from them, and whether
//! crates can be made of others.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Output};

use anyhow::{Context, Result, bail};
use clap::Args;

use crate::conformance::{Sdk, runnable};
use crate::xtask::xtask;
use crate::{import, project};

/// Hold the description against the vendor's model.
///
/// The models are those of the botocore that is pinned for `cargo xtask conformance`, and installed below
/// target/conformance/ at the first run; any other run needs no network. Checks that the importer has nothing to
/// change in spec/cognito-idp; that a comparison without the importer finds no difference but those that
/// xtask/models/explained.yaml explains; that everything is documented, and in no words of the vendor's. Then makes a
/// crate of other services below target/models/, and compiles it.
#[derive(Args)]
pub struct Arguments {}

/// The description that was imported.
const DESCRIPTION: &str = "spec/cognito-idp";

/// The service that it describes, and the services that a crate is made of for trial: large ones, which between them
/// have errors used as values, event streams, recursive shapes, and names that need care.
const SERVICE: &str = "cognito-idp";
const TRIALS: [&str; 3] = ["dynamodb", "kms", "logs"];

/// What is checked: in words, and by commands, of which each must succeed.
struct Check {
    name: &'static str,
    commands: Vec<Command>,
}

/// Runs all checks, whatever fails.
pub fn run(_: &Arguments) -> Result<ExitCode> {
    runnable(&[Sdk::Boto3], true)?;
    Sdk::Boto3.install()?;
    let mut failed = 0;
    for Check { name, commands } in checks()? {
        let problem = commands.into_iter().find_map(|command| succeed(command).transpose());
        match problem.transpose()? {
            None => println!("{name}: ok"),
            Some(problem) => {
                println!("{name}: FAILED\n{problem}");
                failed += 1;
            }
        }
    }
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn checks() -> Result<Vec<Check>> {
    let folder = project::root().join(DESCRIPTION);
    let Models { version, paths } = models(&[&[SERVICE], &TRIALS[..]].concat())?;
    let [model, trials @ ..] = paths.as_slice() else { bail!("botocore has no model of {SERVICE}") };
    let mut unchanged = imported(model, &folder)?;
    unchanged.args(["--check", "--version", &version]);
    let check = |name, commands| Check { name, commands };
    Ok(vec![
        check("the importer changes nothing", vec![unchanged]),
        check("the scripts find what they look for", vec![script("tests.py")]),
        check("the description says what the model says", vec![with(script("compare.py"), &folder)]),
        check("everything is documented in our own words", vec![with(script("wording.py"), &folder)]),
        check("a crate of other services compiles without a warning", trial(trials)?),
    ])
}

/// Runs a command, and prints the last line that it says. Returns all that it says if it fails.
fn succeed(mut command: Command) -> Result<Option<String>> {
    let Output { status, stdout, stderr } =
        command.output().with_context(|| format!("cannot run {}", command.get_program().display()))?;
    let (stdout, stderr) = (String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
    if !status.success() {
        return Ok(Some(format!("{command:?} ended with {status}\n{stdout}{stderr}")));
    }
    let last = stdout.lines().last().or(stderr.lines().last());
    println!("  {}", last.unwrap_or_default().trim());
    Ok(None)
}

/// What the pinned botocore has.
pub struct Models {
    pub version: String,
    /// The newest models of the services that were asked for.
    pub paths: Vec<PathBuf>,
}

/// Finds models of botocore, which must be installed.
pub fn models(services: &[&str]) -> Result<Models> {
    let mut command = script("model.py");
    let output = command.args(services).output().context("cannot run Python")?;
    if !output.status.success() {
        bail!("cannot find the models of botocore\n{}", String::from_utf8_lossy(&output.stderr));
    }
    let text = String::from_utf8(output.stdout).context("the path of a model is not UTF-8")?;
    let mut lines = text.lines();
    let version = lines.next().unwrap_or_default().to_owned();
    Ok(Models { version, paths: lines.map(PathBuf::from).collect() })
}

/// A script beside the explanations, run with the packages that are installed with boto3. Other than `-I`, these
/// options let it find its neighbours; `-B` leaves no compiled ones there.
fn script(name: &str) -> Command {
    let path = project::root().join("xtask/models").join(name);
    with(Sdk::Boto3.script(&["bin/python", "-E", "-s", "-B"]), &path)
}

fn with(mut command: Command, argument: &Path) -> Command {
    command.arg(argument);
    command
}

fn imported(model: &Path, folder: &Path) -> Result<Command> {
    let mut command = import::command()?;
    command.arg(model).arg("--out").arg(folder);
    Ok(command)
}

/// The commands that make one crate of several services, each a module, as a stranger would, and compile all of it.
fn trial(models: &[PathBuf]) -> Result<Vec<Command>> {
    let room = project::root().join("target/models");
    let server = room.join("server");
    for old in [room.join("spec"), server.clone()] {
        if old.exists() {
            fs::remove_dir_all(&old).with_context(|| format!("cannot remove {}", project::shown(&old)))?;
        }
    }
    fs::create_dir_all(&room).with_context(|| format!("cannot create {}", project::shown(&room)))?;
    // a workspace of its own, since it stands in the folder of this one
    fs::write(room.join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = [\"server\"]\n")?;
    // everything in there was fetched for this workspace
    fs::copy(project::root().join("Cargo.lock"), room.join("Cargo.lock"))?;
    let mut commands = Vec::new();
    let mut generate = xtask(&["codegen"])?;
    for (service, model) in TRIALS.iter().zip(models) {
        let spec = room.join("spec").join(service);
        let mut import = imported(model, &spec)?;
        import.args(["--docs", "import"]);
        commands.push(import);
        generate.arg("--spec").arg(spec);
    }
    generate.arg("--out").arg(server);
    commands.push(generate);
    let mut check = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    check.args(["check", "--offline", "--all-features", "--all-targets"]);
    check.current_dir(&room).env_remove("CARGO_TARGET_DIR").env("RUSTFLAGS", "-D warnings -D missing_docs");
    commands.push(check);
    Ok(commands)
}
