//! The generated crate as strangers use it: from outside this workspace, or copied away from it.

#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// What follows the README's first example: it makes the server and asks it.
const ASK: &str = r##"
    let call = server.dispatch("GetSigningCertificate", br#"{"UserPoolId":"us-east-1_EXAMPLE"}"#);
    // nothing here waits, so that polling once is enough
    let mut call = std::pin::pin!(call);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    match call.as_mut().poll(&mut context) {
        std::task::Poll::Ready(response) => {
            println!("{} {}", response.status(), String::from_utf8_lossy(response.body()));
        }
        std::task::Poll::Pending => println!("pending"),
    }
"##;

/// A program of the README's first example, which a reader would type off, and of the one with a guard.
fn program() -> String {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let examples: Vec<_> = readme.split("```rust\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let (items, statement) = examples[0].split_once("let server").unwrap();
    let guarded = examples.iter().find(|example| example.contains(".guard(")).unwrap();
    format!(
        "{items}fn guarded() {{ {guarded} drop(server) }}\n\
         fn main() {{ guarded(); let server{statement} {ASK} }}"
    )
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Runs cargo in a folder outside the workspace. Everything it needs was fetched for the workspace itself; its build
/// results are kept below this workspace's own, so that they need not be made again each time.
fn cargo(arguments: &[&str], folder: &Path) -> (bool, String) {
    fs::copy(root().join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--offline")
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", root().join("target/outside"))
        .output()
        .unwrap();
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), text)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn a_crate_outside_the_workspace_depends_on_it_and_serves() {
    let folder = TempDir::new().unwrap();
    let path = root().join("generated").display().to_string().replace('\\', "/");
    let manifest = format!(
        "[package]\nname = \"consumer\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\ncognito-idp = {{ path = \"{path}\", features = [\"sigv4\"] }}\n"
    );
    fs::write(folder.path().join("Cargo.toml"), manifest).unwrap();
    fs::create_dir(folder.path().join("src")).unwrap();
    fs::write(folder.path().join("src/main.rs"), program()).unwrap();
    let (built, text) = cargo(&["run", "--quiet"], folder.path());
    assert!(built, "{text}");
    assert!(text.contains(r#"200 OK {"Certificate":"MIIC…"}"#), "{text}");
}

#[test]
fn the_crate_builds_when_it_is_copied_alone() {
    let folder = TempDir::new().unwrap();
    copy(&root().join("generated"), folder.path());
    let (built, text) = cargo(&["check", "--all-features"], folder.path());
    assert!(built, "{text}");
}
