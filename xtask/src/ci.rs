//! `cargo xtask ci`: every check that a change must pass -> one summary.

use std::process::{Command, ExitCode};
use std::time::Instant;

use anyhow::{Context, Result};
use clap::Args;

use crate::project;

/// Run every check that a change must pass.
///
/// All of them run, whatever fails; the summary at the end names those that did.
#[derive(Args)]
pub struct Arguments {}

/// A check: what it is called, and the command line.
struct Check {
    name: &'static str,
    command: &'static [&'static str],
    variables: &'static [(&'static str, &'static str)],
}

const fn check(name: &'static str, command: &'static [&'static str]) -> Check {
    Check { name, command, variables: &[] }
}

/// The workspaces that `cargo xtask bench` measures. They are kept compiling, and their lock files complete; running them
/// would say nothing, since nothing is timed here.
const BENCH: &str = "xtask/bench/Cargo.toml";
const COMPILE: &str = "xtask/bench/compile/Cargo.toml";

/// The checks, cheapest first.
const CHECKS: &[Check] = &[
    check("format", &["cargo", "fmt", "--all", "--check"]),
    check("lint", &["cargo", "clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"]),
    check("generated code is up to date", &["cargo", "xtask", "codegen", "--check"]),
    check("test", &["cargo", "test", "--workspace"]),
    check("test every feature", &["cargo", "test", "-p", "cognito-idp", "-p", "codegen-runtime", "--all-features"]),
    Check {
        name: "documentation",
        command: &["cargo", "doc", "--workspace", "--no-deps", "--all-features"],
        variables: &[("RUSTDOCFLAGS", "-D warnings")],
    },
    check("dependencies", &["cargo", "deny", "check", "bans", "licenses", "sources"]),
    check("format of the benchmarks", &["cargo", "fmt", "--manifest-path", BENCH, "--all", "--check"]),
    Check {
        name: "lint the benchmarks",
        command: &["cargo", "clippy", "--manifest-path", BENCH, "--locked", "--workspace", "--", "-D", "warnings"],
        variables: &[("CARGO_TARGET_DIR", "target/bench/check")],
    },
    check(
        "dependencies of the benchmarks",
        &["cargo", "deny", "--manifest-path", BENCH, "check", "bans", "licenses", "sources"],
    ),
    check("packages to compile", &["cargo", "tree", "--manifest-path", COMPILE, "--locked", "--depth", "1"]),
    check("vendor's models", &["cargo", "xtask", "models"]),
    check("real clients", &["cargo", "xtask", "conformance"]),
];

pub fn run(_: &Arguments) -> Result<ExitCode> {
    let mut failed = Vec::new();
    for Check { name, command, variables } in CHECKS {
        let [program, arguments @ ..] = command else { continue };
        println!("\n==> {name}: {}", command.join(" "));
        let start = Instant::now();
        let status = Command::new(program)
            .args(arguments)
            .envs(variables.iter().copied())
            .current_dir(project::root())
            .status()
            .with_context(|| format!("cannot run {program}: is it installed?"))?;
        println!(
            "==> {name}: {} in {:.0} s",
            if status.success() { "ok" } else { "FAILED" },
            start.elapsed().as_secs_f64()
        );
        if !status.success() {
            failed.push(*name);
        }
    }
    if !advisories()? {
        failed.push("advisories");
    }
    if failed.is_empty() {
        println!("\nall {} checks passed", CHECKS.len() + 1);
        return Ok(ExitCode::SUCCESS);
    }
    println!("\n{} of {} checks failed: {}", failed.len(), CHECKS.len() + 1, failed.join(", "));
    Ok(ExitCode::FAILURE)
}

/// Whether no dependency has a known flaw, as far as the database of them can be reached.
fn advisories() -> Result<bool> {
    println!("\n==> advisories: cargo deny check advisories");
    let output = Command::new("cargo")
        .args(["deny", "check", "advisories"])
        .current_dir(project::root())
        .output()
        .context("cannot run cargo: is it installed?")?;
    let text = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() && text.contains("failed to fetch advisory database") {
        println!("==> advisories: did not run, since their database cannot be reached from here");
        return Ok(true);
    }
    println!("{text}\n==> advisories: {}", if output.status.success() { "ok" } else { "FAILED" });
    Ok(output.status.success())
}
