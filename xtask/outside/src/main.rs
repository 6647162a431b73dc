//! The commands that need what others made: vendors' models, SDKs and rivals. `cargo xtask` starts them.

mod bench;
mod conformance;
mod import;
mod models;
mod packages;
// beside the other commands
#[path = "../../src/project.rs"]
mod project;
mod xtask;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The commands of this repository that need what others made.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", max_term_width = 100)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Bench(bench::Arguments),
    Conformance(conformance::Arguments),
    Import(import::Arguments),
    Models(models::Arguments),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::Bench(arguments) => bench::run(&arguments),
        Command::Conformance(arguments) => conformance::run(&arguments),
        Command::Import(arguments) => import::run(&arguments),
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    /// `cargo xtask --help` lists these without building them.
    #[test]
    fn each_command_is_listed_in_its_own_words() {
        let listing = include_str!("../../src/outside.rs");
        let commands = super::Arguments::command();
        let mut count = 0;
        for command in commands.get_subcommands() {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            let entry = format!("/// {about}\n    {}(", command.get_name());
            assert!(listing.to_lowercase().contains(&entry.to_lowercase()), "not in xtask/src/outside.rs:\n{entry}");
            count += 1;
        }
        assert_eq!(listing.matches("(PassedOn),").count(), count, "xtask/src/outside.rs lists others too");
    }
}
