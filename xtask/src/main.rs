//! The commands of this repository. All input and output lives here; what they do is in `codegen`.

mod bench;
mod ci;
mod codegen;
mod conformance;
mod import;
mod mock;
mod models;
mod packages;
mod project;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The commands of this repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Bench(bench::Arguments),
    Ci(ci::Arguments),
    Codegen(codegen::Arguments),
    Conformance(conformance::Arguments),
    Import(import::Arguments),
    Mock(mock::Arguments),
    Models(models::Arguments),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Ci(arguments) => ci::run(&arguments),
        Command::Codegen(arguments) => codegen::run(&arguments),
        Command::Conformance(arguments) => conformance::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
        Command::Mock(arguments) => mock::run(&arguments),
        Command::Models(arguments) => models::run(&arguments),
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
