//! The commands of this repository. All input and output lives here; what they do is in `codegen`.
//!
//! Nothing is generated before this is built, so only what that takes is in here. The commands that need more are in a
//! package of their own, `outside`, and built when they are asked for.

mod cargo;
mod ci;
mod codegen;
mod mock;
mod outside;
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
    Ci(ci::Arguments),
    Codegen(codegen::Arguments),
    Mock(mock::Arguments),
    #[command(flatten)]
    Outside(outside::Command),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Ci(arguments) => ci::run(&arguments),
        Command::Codegen(arguments) => codegen::run(&arguments),
        Command::Mock(arguments) => mock::run(&arguments),
        Command::Outside(command) => outside::run(&command),
    };
    match result {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
