//! `cargo xtask conformance`: the example servers and the real SDKs -> whether each understands the other.

mod boto3;
mod browser;
mod cases;
mod description;
mod errors;
mod go;
mod java;
mod javascript;
mod operations;
mod process;
mod sdk;
mod server;
mod signatures;

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, ExitCode};
use std::time::Duration;

use anyhow::Result;
use clap::{Args, ValueEnum};

use cases::{CASES, CLOSED, Tally};
use description::Description;
use errors::Errors;
use operations::Operations;
pub use process::Process;
use sdk::Runnable;
pub use sdk::{Sdk, runnable};
use server::Server;
use signatures::{CREDENTIALS, Signatures};

/// Drive the example servers with the real AWS SDKs.
///
/// Builds and starts the example `signing_certificate`, once with the statuses of the real service and once with those
/// of its documentation, and runs every case with the SDKs that have them. Builds and starts the example `mock`, and
/// calls every operation with every SDK, with the least and the most of input, and makes every error happen. The mock
/// checks signatures, and the SDKs whose scripts can, sign badly too. A browser is one of the SDKs: it must be let in, and
/// be kept out by a mock that is told so. An SDK is installed below
/// target/conformance/ at its first run, and again when its pinned versions change; any other run needs no network.
#[derive(Args)]
pub struct Arguments {
    /// An SDK to drive the servers with; may be given several times. [default: all]
    #[arg(long)]
    sdk: Vec<Sdk>,
}

/// How long a script may take from one case to the next. Scripts give up on an answer after 30 seconds themselves;
/// this only ends one that hangs.
const CASE_LIMIT: Duration = Duration::from_secs(300);

/// Runs the command. Fails where a tool is missing or a server does not start; cases that fail are printed.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let chosen = |sdk: &Sdk| arguments.sdk.is_empty() || arguments.sdk.contains(sdk);
    let sdks: Vec<Sdk> = Sdk::value_variants().iter().copied().filter(chosen).collect();
    let Runnable { sdks, others } = runnable(&sdks, !arguments.sdk.is_empty())?;
    let description = Description::read()?;
    let signing = server::build("signing_certificate", "serve")?;
    let mock = server::build("mock", "mock")?;
    for sdk in &sdks {
        sdk.install()?;
    }
    let pool = ["--pool", "us-east-1_EXAMPLE"];
    let wire = Server::start(&signing, &pool)?;
    let documented = Server::start(&signing, &[&pool[..], &["--documented-statuses"]].concat())?;
    let closed = Server::start(&mock, &["--cors", "off"])?;
    let mock = Server::start(&mock, &CREDENTIALS)?;

    let mut summary: Vec<(bool, String)> = Vec::new();
    for sdk in sdks {
        if let Some(words) = sdk.recipe().cases {
            let tally = cases(sdk, words, &CASES, &[wire.endpoint(), documented.endpoint()]);
            summary.push((tally.passed(), tally.to_string()));
        }
        let lacks = sdk.lacks()?;
        let operations = operations(sdk, &description.operations, &lacks.operations, mock.endpoint());
        summary.push((operations.passed(), operations.to_string()));
        let errors = errors(sdk, &description.errors, lacks.errors, mock.endpoint());
        summary.push((errors.passed(), errors.to_string()));
        if let Some(words) = sdk.recipe().signatures {
            let signatures = signatures(sdk, words, &description.signed, &lacks.operations, mock.endpoint());
            summary.push((signatures.passed(), signatures.to_string()));
        }
        if let Some(words) = sdk.recipe().closed {
            let tally = cases(sdk, words, &CLOSED, &[closed.endpoint()]);
            summary.push((tally.passed(), tally.to_string()));
        }
    }
    let mut stops = Tally::new("server", &[]);
    stops.check("ends by itself when it is asked to", wire.stop().as_deref());
    stops.check("ends by itself when it is asked to, with documented statuses", documented.stop().as_deref());
    stops.check("ends by itself when it is asked to, as a mock", mock.stop().as_deref());
    stops.check("ends by itself when it is asked to, as a mock that shares nothing", closed.stop().as_deref());
    summary.push((stops.passed(), stops.to_string()));

    println!();
    for line in summary.iter().map(|(_, line)| line).chain(&others) {
        println!("{line}");
    }
    Ok(if summary.iter().all(|(passed, _)| *passed) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs an SDK's cases against the servers, and prints them as they are reported.
fn cases(sdk: Sdk, words: &[&str], expected: &[&'static str], endpoints: &[&str]) -> Tally {
    let mut tally = Tally::new(sdk.name(), expected);
    let problem = listen(sdk.script(words).args(endpoints), |line| tally.read(line));
    tally.end();
    if problem.is_some() {
        tally.check("the script runs to its end", problem.as_deref());
    }
    tally
}

/// Calls all operations of the mock with an SDK, and prints those that fail.
fn operations(sdk: Sdk, names: &[String], lacks: &[String], mock: &str) -> Operations {
    let recipe = sdk.recipe();
    let mut operations = Operations::new(recipe.name, names, lacks);
    let problem = listen(sdk.script(recipe.operations).arg(mock), |line| operations.read(line));
    operations.end();
    if let Some(problem) = problem {
        operations.fail("the script runs to its end", &problem);
    }
    operations
}

/// Makes all errors of the mock happen to an SDK, and prints those that fail.
fn errors<'a>(
    sdk: Sdk,
    declared: &'a BTreeMap<String, BTreeSet<String>>,
    lacks: Vec<String>,
    mock: &str,
) -> Errors<'a> {
    let recipe = sdk.recipe();
    let mut errors = Errors::new(recipe.name, declared, lacks);
    let problem = listen(sdk.script(recipe.errors).arg(mock), |line| errors.read(line));
    errors.end();
    if let Some(problem) = problem {
        errors.fail("the script runs to its end", &problem);
    }
    errors
}

/// Tries signatures with an SDK, and prints the cases and the operations that fail.
fn signatures(sdk: Sdk, words: &[&str], signed: &BTreeMap<String, bool>, lacks: &[String], mock: &str) -> Signatures {
    let mut signatures = Signatures::new(sdk.name(), signed, lacks);
    let problem = listen(sdk.script(words).arg(mock), |line| signatures.read(line));
    signatures.end(problem.as_deref());
    signatures
}

/// Runs a script to its end, and hands on each line. Returns why it did not end well, with what it wrote to stderr.
fn listen(script: &mut Command, mut read: impl FnMut(&str)) -> Option<String> {
    let mut script = match Process::start(script) {
        Ok(script) => script,
        Err(error) => return Some(format!("{error:#}")),
    };
    loop {
        match script.line(CASE_LIMIT) {
            Ok(Some(line)) => read(&line),
            Ok(None) => break,
            Err(error) => return Some(format!("{error:#}\n{}", script.stop())),
        }
    }
    let problem = match script.wait(CASE_LIMIT) {
        Ok(status) if status.success() => return None,
        Ok(status) => format!("it ended with {status}"),
        Err(error) => format!("{error:#}"),
    };
    Some(format!("{problem}\n{}", script.stop()))
}
