//! An example's name -> a server that listens, and is seen to end as it should.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::process::Process;
use crate::project;

/// How long the server may take to listen. Generous: it makes RSA keys first, and the machine may be busy.
const START_LIMIT: Duration = Duration::from_secs(120);

/// How long the server may take to end. Less than the ten seconds it gives to requests in flight: there are none.
const STOP_LIMIT: Duration = Duration::from_secs(8);

/// A running example server.
pub struct Server {
    process: Process,
    endpoint: String,
}

/// Builds an example, with a feature of its crate. Returns the program.
pub fn build(example: &str, feature: &str) -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["build", "--package", "cognito-idp", "--features", feature, "--example", example]);
    // cargo says where the program is; where it prints that, errors must be asked for as text
    command.arg("--message-format=json-render-diagnostics").current_dir(project::root());
    let output = command.stderr(Stdio::inherit()).output().context("cannot run cargo")?;
    if !output.status.success() {
        bail!("the example {example} does not build");
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let messages = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut examples = messages.filter(|message| message["target"]["name"] == example);
    let program = examples.find_map(|message| message["executable"].as_str().map(PathBuf::from));
    program.with_context(|| format!("cargo built the example {example}, but does not say where it is"))
}

impl Server {
    /// Starts the program on a free port, and waits until it listens.
    pub fn start(program: &Path, more: &[&str]) -> Result<Self> {
        let mut command = Command::new(program);
        command.args(["--listen", "127.0.0.1:0"]).args(more);
        let process = Process::start(&mut command)?;
        match process.line(START_LIMIT) {
            Ok(Some(line)) => match endpoint(&line) {
                Some(endpoint) => Ok(Self { process, endpoint: endpoint.to_owned() }),
                None => bail!("the server does not say that it listens, but {line:?}\n{}", process.stop()),
            },
            Ok(None) => bail!("the server ended before it listened\n{}", process.stop()),
            Err(error) => bail!("the server does not listen: {error:#}\n{}", process.stop()),
        }
    }

    /// Where it listens, for an SDK.
    pub fn endpoint(&self) -> &str {
        &self.endpoint
    }

    /// Asks the server to end. Returns what went wrong: it must have run until now, and end soon and with status 0.
    pub fn stop(mut self) -> Option<String> {
        let problem = self.end().err()?;
        Some(format!("{problem:#}\n{}", self.process.stop()))
    }

    fn end(&mut self) -> Result<()> {
        if let Some(status) = self.process.ended()? {
            bail!("it ended before it was asked to, with {status}");
        }
        self.process.terminate()?;
        let status = self.process.wait(STOP_LIMIT)?;
        if !status.success() {
            bail!("it ended with {status}");
        }
        Ok(())
    }
}

/// The endpoint in `listening on http://127.0.0.1:9229`; more words may follow.
fn endpoint(line: &str) -> Option<&str> {
    let endpoint = line.strip_prefix("listening on ")?.split(' ').next()?;
    endpoint.starts_with("http://").then_some(endpoint)
}
