//! Services -> a crate of all of them with `driver.rs` on top, built; and what it says to one request.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use codegen::Source;
use serde_json::Value;

use crate::sent::Sent;
use crate::service::Service;

const DRIVER: &str = include_str!("driver.rs");

/// The program, built.
pub struct Program {
    path: PathBuf,
}

/// What a handler shall do.
pub struct Call<'a> {
    /// The error to raise; empty where there is none.
    pub error: &'a str,
    /// What to answer, or the error's members.
    pub answer: &'a str,
}

/// What came of a request.
pub struct Ran {
    /// What the handler saw; nothing if it was not called.
    pub received: Option<Value>,
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: String,
}

impl Ran {
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers.find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

impl Program {
    /// Writes and builds the crate. Everything it needs was fetched for the workspace itself; what is built of that
    /// is shared with the other tests that build crates outside of it.
    pub fn build(services: &[Service]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("vectors");
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        let target = root.join("target/outside");
        let sources: Vec<Source> = services.iter().flat_map(Service::description).collect();
        let output = codegen::generate(&sources).unwrap_or_else(|report| panic!("{report}"));
        for (path, text) in &output.files {
            write(&folder.join("src").join(path), text);
        }
        write(&folder.join("src/main.rs"), &format!("{DRIVER}\n{}", table(services)));
        // the folder is within the workspace and no member of it
        write(&folder.join("Cargo.toml"), &format!("{}\n[workspace]\n", codegen::manifest("vectors")));
        fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        let built = Command::new(env!("CARGO"))
            .args(["build", "--quiet", "--offline", "--features", "client,gzip"])
            .current_dir(&folder)
            .env("CARGO_TARGET_DIR", &target)
            .output()
            .unwrap();
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        Self { path: target.join("debug").join(format!("vectors{}", env::consts::EXE_SUFFIX)) }
    }

    /// Sends a request.
    pub fn run(&self, service: &Service, request: &Sent, call: &Call<'_>) -> Ran {
        let Sent { method, uri, headers, body } = request;
        let mut child = Command::new(&self.path)
            .args([&service.module(), call.error, call.answer, method, uri])
            .args(headers.iter().map(|(name, value)| format!("{name}: {value}")))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(body).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        read(std::str::from_utf8(&output.stdout).unwrap())
    }
}

/// The operations, as the driver's macro takes them.
fn table(services: &[Service]) -> String {
    let mut table = "services! {\n".to_owned();
    for service in services {
        let _ = writeln!(table, "    {} {{", service.module());
        for (name, has_input, errors) in service.operations() {
            let input = if has_input { "input" } else { "" };
            let _ = writeln!(table, "        {name} {}({input}) [{}];", snake(name), errors.join(" "));
        }
        table.push_str("    }\n");
    }
    table.push_str("}\n");
    table
}

/// The name of an operation's method: the vectors' names are plain words.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for character in name.chars() {
        if character.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    snake
}

/// Leaves alone what is right already, so that nothing is built twice.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// What the driver printed.
fn read(text: &str) -> Ran {
    let (head, body) = text.split_once("\n\n").unwrap();
    let mut ran = Ran { received: None, status: 0, headers: Vec::new(), body: body.to_owned() };
    for line in head.lines() {
        let (name, value) = line.split_once(": ").unwrap();
        match name {
            "received" => ran.received = Some(serde_json::from_str(value).unwrap()),
            "status" => ran.status = value.parse().unwrap(),
            _ => ran.headers.push((name.to_owned(), value.to_owned())),
        }
    }
    ran
}
