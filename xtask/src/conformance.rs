//! `cargo xtask conformance`: the example servers and the real SDKs -> whether each understands the other.

mod boto3;
mod cases;
mod go;
mod java;
mod javascript;
mod operations;
mod process;
mod sdk;
mod server;
mod signatures;

use std::collections::BTreeMap;
use std::process::{Command, ExitCode};
use std::time::Duration;

use anyhow::Result;
use clap::{Args, ValueEnum};

use cases::{CASES, Tally};
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
/// calls every operation with every SDK, with the least and the most of input. The mock checks signatures, and the SDKs
/// whose scripts can, sign badly too. An SDK is installed below
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
    let names = operations::names()?;
    let signed = signatures::signed()?;
    let signing = server::build("signing_certificate", "serve")?;
    let mock = server::build("mock", "mock")?;
    for sdk in &sdks {
        sdk.install()?;
    }
    let pool = ["--pool", "us-east-1_EXAMPLE"];
    let wire = Server::start(&signing, &pool)?;
    let documented = Server::start(&signing, &[&pool[..], &["--documented-statuses"]].concat())?;
    let mock = Server::start(&mock, &CREDENTIALS)?;

    let mut summary: Vec<(bool, String)> = Vec::new();
    for sdk in sdks {
        if let Some(words) = sdk.recipe().cases {
            let tally = cases(sdk, words, &[wire.endpoint(), documented.endpoint()]);
            summary.push((tally.passed(), tally.to_string()));
        }
        let operations = operations(sdk, &names, mock.endpoint())?;
        summary.push((operations.passed(), operations.to_string()));
        if let Some(words) = sdk.recipe().signatures {
            let signatures = signatures(sdk, words, &signed, mock.endpoint())?;
            summary.push((signatures.passed(), signatures.to_string()));
        }
    }
    let mut stops = Tally::new("server", &[]);
    stops.check("ends by itself when it is asked to", wire.stop().as_deref());
    stops.check("ends by itself when it is asked to, with documented statuses", documented.stop().as_deref());
    stops.check("ends by itself when it is asked to, as a mock", mock.stop().as_deref());
    summary.push((stops.passed(), stops.to_string()));

    println!();
    for line in summary.iter().map(|(_, line)| line).chain(&others) {
        println!("{line}");
    }
    Ok(if summary.iter().all(|(passed, _)| *passed) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs an SDK's cases against the servers, and prints them as they are reported.
fn cases(sdk: Sdk, words: &[&str], endpoints: &[&str]) -> Tally {
    let mut tally = Tally::new(sdk.name(), &CASES);
    let problem = listen(sdk.script(words).args(endpoints), |line| tally.read(line));
    tally.end();
    if problem.is_some() {
        tally.check("the script runs to its end", problem.as_deref());
    }
    tally
}

/// Calls all operations of the mock with an SDK, and prints those that fail.
fn operations(sdk: Sdk, names: &[String], mock: &str) -> Result<Operations> {
    let recipe = sdk.recipe();
    let mut operations = Operations::new(recipe.name, names, sdk.lacks()?);
    let problem = listen(sdk.script(recipe.operations).arg(mock), |line| operations.read(line));
    operations.end();
    if let Some(problem) = problem {
        operations.fail("the script runs to its end", &problem);
    }
    Ok(operations)
}

/// Tries signatures with an SDK, and prints the cases and the operations that fail.
fn signatures(sdk: Sdk, words: &[&str], signed: &BTreeMap<String, bool>, mock: &str) -> Result<Signatures> {
    let mut signatures = Signatures::new(sdk.name(), signed, &sdk.lacks()?);
    let problem = listen(sdk.script(words).arg(mock), |line| signatures.read(line));
    signatures.end(problem.as_deref());
    Ok(signatures)
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
