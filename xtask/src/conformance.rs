//! `cargo xtask conformance`: the example server and the real SDKs -> whether each understands the other.

mod boto3;
mod cases;
mod javascript;
mod process;
mod sdk;
mod server;

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Result;
use clap::{Args, ValueEnum};

use cases::{CASES, Tally};
use process::Process;
use sdk::Sdk;
use server::Server;

/// Drive the example server with the real AWS SDKs.
///
/// Builds and starts the example `signing_certificate`, once with the statuses of the real service and once with those
/// of its documentation, and runs every case with every SDK. An SDK is installed below target/conformance/ at its first
/// run, and again when its pinned versions change; any other run needs no network.
#[derive(Args)]
pub struct Arguments {
    /// An SDK to drive the server with; may be given several times. [default: all]
    #[arg(long)]
    sdk: Vec<Sdk>,
}

/// How long a script may take from one case to the next. Scripts give up on an answer after 30 seconds themselves;
/// this only ends one that hangs.
const CASE_LIMIT: Duration = Duration::from_secs(300);

/// Runs the command. Fails where a tool is missing or the server does not start; cases that fail are printed.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let chosen = |sdk: &Sdk| arguments.sdk.is_empty() || arguments.sdk.contains(sdk);
    let sdks: Vec<Sdk> = Sdk::value_variants().iter().copied().filter(chosen).collect();
    sdk::require_tools(&sdks)?;
    let program = server::build()?;
    for sdk in &sdks {
        sdk.install()?;
    }
    let wire = Server::start(&program, &[])?;
    let documented = Server::start(&program, &["--documented-statuses"])?;

    let mut tallies: Vec<Tally> = Vec::new();
    for sdk in sdks {
        tallies.push(drive(sdk, &[wire.endpoint(), documented.endpoint()]));
    }
    let mut stops = Tally::new("server", &[]);
    stops.check("ends by itself when it is asked to", wire.stop());
    stops.check("ends by itself when it is asked to, with documented statuses", documented.stop());
    tallies.push(stops);

    println!();
    for tally in &tallies {
        println!("{tally}");
    }
    let passed = tallies.iter().all(Tally::passed);
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs an SDK's script against the servers, and prints its cases as they are reported.
fn drive(sdk: Sdk, endpoints: &[&str]) -> Tally {
    let mut tally = Tally::new(sdk.name(), &CASES);
    let problem = match Process::start(sdk.script().args(endpoints)) {
        Ok(script) => listen(script, &mut tally),
        Err(error) => Some(format!("{error:#}")),
    };
    tally.end();
    if problem.is_some() {
        tally.check("the script runs to its end", problem);
    }
    tally
}

/// Reads a script until it ends. Returns why it did not end well, with what it wrote to stderr.
fn listen(mut script: Process, tally: &mut Tally) -> Option<String> {
    loop {
        match script.line(CASE_LIMIT) {
            Ok(Some(line)) => tally.read(&line),
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
