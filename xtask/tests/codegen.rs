//! `cargo xtask codegen` as a person meets it: what it writes, what it leaves alone, and what it says.

#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const SPEC: &str = "
service:
  name: bookshop
  title: Bookshop
  version: '1'
  protocol: aws_json_1_0
  target_prefix: Bookshop
  validation: { error: ValidationException, wording: smithy }
operations:
  GetBook:
    input: GetBookInput
    errors: [NoSuchBook]
shapes:
  GetBookInput:
    type: structure
    members:
      Isbn: { target: Isbn, required: true }
  Isbn: { type: string, pattern: '[0-9]{13}' }
errors:
  NoSuchBook: { fault: client, members: { message: { target: string } } }
";

fn xtask(arguments: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(arguments).current_dir(folder).output().unwrap()
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A folder with a description, `spec/api.yaml`.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("spec")).unwrap();
    fs::write(folder.path().join("spec/api.yaml"), SPEC).unwrap();
    folder
}

const GENERATE: &[&str] = &["codegen", "--spec", "spec", "--out", "server"];
const CHECK: &[&str] = &["codegen", "--spec", "spec", "--out", "server", "--check"];

#[test]
fn the_checked_in_crate_is_what_its_description_gives() {
    let output = xtask(&["codegen", "--check"], Path::new(env!("CARGO_MANIFEST_DIR")));
    assert!(output.status.success(), "{}", text(&output));
}

#[test]
fn a_new_crate_is_written_whole_and_then_left_alone() {
    let folder = folder();
    let first = xtask(GENERATE, folder.path());
    assert!(first.status.success(), "{}", text(&first));
    assert!(text(&first).contains("wrote     server/src/lib.rs"), "{}", text(&first));
    assert!(text(&first).contains("1 operation, "), "{}", text(&first));
    let manifest = fs::read_to_string(folder.path().join("server/Cargo.toml")).unwrap();
    assert!(manifest.contains("name = \"server\""), "{manifest}");

    let library = folder.path().join("server/src/lib.rs");
    let written = fs::metadata(&library).unwrap().modified().unwrap();
    fs::write(folder.path().join("server/Cargo.toml"), "# mine").unwrap();
    let second = xtask(GENERATE, folder.path());
    assert!(!text(&second).contains("wrote"), "{}", text(&second));
    assert_eq!(fs::metadata(&library).unwrap().modified().unwrap(), written, "an unchanged file was written again");
    assert_eq!(fs::read_to_string(folder.path().join("server/Cargo.toml")).unwrap(), "# mine");
    assert!(xtask(CHECK, folder.path()).status.success());
}

#[test]
fn a_check_names_what_is_missing_different_and_left_over_and_writes_nothing() {
    let folder = folder();
    assert!(xtask(GENERATE, folder.path()).status.success());
    let src = folder.path().join("server/src");
    fs::remove_file(src.join("errors.rs")).unwrap();
    let types = fs::read_to_string(src.join("types.rs")).unwrap();
    fs::write(src.join("types.rs"), types.replacen("pub isbn", "pub other", 1)).unwrap();
    fs::write(src.join("old.rs"), format!("{}\n", codegen::HEADER)).unwrap();

    let output = xtask(CHECK, folder.path());
    let said = text(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("server/src/errors.rs: missing"), "{said}");
    assert!(said.contains("server/src/types.rs: differs at line "), "{said}");
    assert!(said.contains("pub other: String,") && said.contains("pub isbn: String,"), "{said}");
    assert!(said.contains("server/src/old.rs: generated, but no longer part of the output"), "{said}");
    assert!(!src.join("errors.rs").exists() && src.join("old.rs").exists(), "a check wrote something");

    let repaired = text(&xtask(GENERATE, folder.path()));
    assert!(repaired.contains("removed   server/src/old.rs"), "{repaired}");
    assert!(xtask(CHECK, folder.path()).status.success());
}

#[test]
fn a_file_that_was_not_generated_stops_everything_and_stays() {
    let folder = folder();
    fs::create_dir_all(folder.path().join("server/src")).unwrap();
    let mine = folder.path().join("server/src/lib.rs");
    fs::write(&mine, "// mine").unwrap();
    let output = xtask(GENERATE, folder.path());
    assert!(!output.status.success());
    assert!(text(&output).contains("server/src/lib.rs"), "{}", text(&output));
    assert!(text(&output).contains("nothing was written"), "{}", text(&output));
    assert_eq!(fs::read_to_string(&mine).unwrap(), "// mine");
    assert_eq!(fs::read_dir(folder.path().join("server/src")).unwrap().count(), 1);
}

#[test]
fn a_mistake_is_told_with_its_place_and_nothing_is_written() {
    let folder = folder();
    fs::write(folder.path().join("spec/api.yaml"), SPEC.replace("target: Isbn,", "target: Isnb,")).unwrap();
    let output = xtask(GENERATE, folder.path());
    let said = text(&output);
    assert!(!output.status.success());
    assert!(said.contains("spec/api.yaml:17:"), "{said}");
    assert!(said.contains("no shape is named `Isnb`") && said.contains("did you mean `Isbn`?"), "{said}");
    assert!(said.contains("1 problem; nothing was written"), "{said}");
    assert!(!folder.path().join("server").exists());
}

#[test]
fn a_path_that_leads_nowhere_is_an_error_that_says_so() {
    let folder = folder();
    let missing = text(&xtask(&["codegen", "--spec", "nowhere", "--out", "server"], folder.path()));
    assert!(missing.contains("nowhere does not exist"), "{missing}");
    fs::create_dir(folder.path().join("empty")).unwrap();
    let empty = text(&xtask(&["codegen", "--spec", "empty", "--out", "server"], folder.path()));
    assert!(empty.contains("there is no .yaml file in empty"), "{empty}");
}

#[test]
fn every_command_has_help() {
    let overview = text(&xtask(&["--help"], Path::new(".")));
    // the help of `mock` is that of the example it runs, which would have to be built first
    for command in ["ci", "codegen", "conformance", "import", "mock"] {
        assert!(overview.contains(&format!("\n  {command} ")), "{command} is not in:\n{overview}");
    }
    for command in ["ci", "codegen", "conformance", "import"] {
        let help = xtask(&[command, "--help"], Path::new("."));
        assert!(help.status.success() && text(&help).contains("Usage: cargo xtask"), "{}", text(&help));
    }
}
