//! botocore's protocol vectors, turned round -> whether servers of the suites' own models keep them.
//!
//! The suites are made for clients: parameters in and a request out, a response in and a result out. Here a server gets
//! the request, and its handler must see the parameters; a handler answers the result, and the response must be the
//! vector's. The model within each file is imported, all four become one crate, and a small program on top of it
//! (`vectors/driver.rs`) takes one case at a time.
//!
//! `known_failures.txt` and `client_side_only.txt` name the cases that are not kept, each below its reason. Both may
//! only shrink: a case that is named there and passes is a failure too.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "vectors/judge.rs"]
mod judge;
#[path = "vectors/listed.rs"]
mod listed;
#[path = "vectors/program.rs"]
mod program;
#[path = "vectors/service.rs"]
mod service;
#[path = "vectors/suite.rs"]
mod suite;
#[path = "vectors/wire.rs"]
mod wire;

use std::path::{Path, PathBuf};

use listed::Listed;
use program::Program;
use service::Service;

/// The most cases that a server may be known to fail.
const MOST_KNOWN_FAILURES: usize = 5;

/// The vectors, which are kept beside the repository: not every clone has them.
fn vectors() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/conformance/botocore");
    if folder.is_dir() {
        return Some(folder);
    }
    let must_run = std::env::var("CI").is_ok_and(|value| value == "true" || value == "1");
    assert!(!must_run, "{} is missing", folder.display());
    println!("the protocol vectors did not run: {} is missing", folder.display());
    None
}

#[test]
fn a_server_keeps_every_vector_but_those_that_are_listed() {
    let Some(folder) = vectors() else { return };
    let services: Vec<_> = ["input/json", "input/json_1_0", "output/json", "output/json_1_0"]
        .into_iter()
        .map(|file| Service::read(&folder, file))
        .collect();
    let program = Program::build(&services);
    let mut known = Listed::parse(include_str!("vectors/known_failures.txt"));
    let mut client_side = Listed::parse(include_str!("vectors/client_side_only.txt"));
    assert!(known.len() <= MOST_KNOWN_FAILURES, "more than {MOST_KNOWN_FAILURES} known failures");

    let (mut cases, mut passed, mut surprises) = (0, 0, Vec::new());
    for service in &services {
        for case in service.cases() {
            cases += 1;
            let name = format!("{} {}", service.file, case.id);
            let verdict = judge::judge(&program, service, case);
            match (verdict, known.take(&name) || client_side.take(&name)) {
                (Ok(()), false) => passed += 1,
                (Ok(()), true) => surprises.push(format!("{name} passes: take it off the list")),
                (Err(_), true) => {}
                (Err(why), false) => surprises.push(format!("{name}: {why}")),
            }
        }
    }
    let gone = known.left().chain(client_side.left());
    surprises.extend(gone.map(|name| format!("{name} is listed, and no suite has it")));
    println!("{cases} cases: {passed} passed, {} listed, {} client-side only", known.len(), client_side.len());
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}
