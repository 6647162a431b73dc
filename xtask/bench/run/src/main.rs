//! A command -> the same command kept to one core, or what it took in time and memory.

use std::os::unix::process::CommandExt as _;
use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context as _, Result};
use clap::Parser;
use nix::sched::{CpuSet, sched_setaffinity};
use nix::sys::resource::{UsageWho, getrusage};
use nix::unistd::Pid;

/// Run a command, and say in a line of JSON what it and all it started took; or, with --core, become it.
#[derive(Parser)]
struct Arguments {
    /// The only core that it may run on.
    #[arg(long)]
    core: Option<usize>,
    /// The command.
    #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    command: Vec<String>,
}

fn main() -> Result<ExitCode> {
    let Arguments { core, command } = Arguments::parse();
    let (program, arguments) = command.split_first().context("no command")?;
    let mut command = Command::new(program);
    command.args(arguments);
    let Some(core) = core else { return measure(&mut command) };
    let mut cores = CpuSet::new();
    cores.set(core)?;
    sched_setaffinity(Pid::from_raw(0), &cores).with_context(|| format!("cannot run on core {core}"))?;
    Err(command.exec()).with_context(|| format!("cannot run {program}"))
}

fn measure(command: &mut Command) -> Result<ExitCode> {
    let start = Instant::now();
    let output = command.output().with_context(|| format!("cannot run {}", command.get_program().display()))?;
    let wall = start.elapsed().as_secs_f64();
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let (user, system) = (usage.user_time(), usage.system_time());
    #[allow(clippy::cast_precision_loss, reason = "microseconds of days are exact")]
    let seconds = |time: nix::sys::time::TimeVal| time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6;
    let (stdout, stderr) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    // Linux counts the largest resident size in kilobytes
    let memory = usage.max_rss() * 1024;
    let cpu = seconds(user) + seconds(system);
    println!(
        "{}",
        serde_json::json!({ "wall": wall, "cpu": cpu, "memory": memory, "stdout": stdout, "stderr": stderr })
    );
    Ok(if output.status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
