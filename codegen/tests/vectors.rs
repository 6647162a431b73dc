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
#[path = "vectors/sent.rs"]
mod sent;
#[path = "vectors/service.rs"]
mod service;
#[path = "vectors/suite.rs"]
mod suite;
#[path = "vectors/wire.rs"]
mod wire;

use std::path::Path;
use std::sync::LazyLock;

use listed::Listed;
use program::Program;
use service::Service;
use suite::Case;

/// The most cases that a server may be known to fail.
const MOST_KNOWN_FAILURES: usize = 5;

/// The files of vectors.
const FILES: [&str; 4] = ["input/json", "input/json_1_0", "output/json", "output/json_1_0"];

/// All services, and the program that serves them; `None` without vectors, which are kept beside the repository, so
/// that not every clone has them.
static VECTORS: LazyLock<Option<(Vec<Service>, Program)>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/conformance/botocore");
    if !folder.is_dir() {
        let must_run = std::env::var("CI").is_ok_and(|value| value == "true" || value == "1");
        assert!(!must_run, "{} is missing", folder.display());
        println!("the protocol vectors did not run: {} is missing", folder.display());
        return None;
    }
    let services: Vec<_> = FILES.into_iter().map(|file| Service::read(&folder, file)).collect();
    let program = Program::build(&services);
    Some((services, program))
});

/// All cases, each with its service and its name.
fn cases(services: &[Service]) -> impl Iterator<Item = (&Service, &Case, String)> {
    let of_service =
        |service| Service::cases(service).map(move |case| (service, case, format!("{} {}", service.file, case.id)));
    services.iter().flat_map(of_service)
}

#[test]
fn a_server_keeps_every_vector_but_those_that_are_listed() {
    let Some((services, program)) = &*VECTORS else { return };
    let mut known = Listed::parse(include_str!("vectors/known_failures.txt"));
    let mut client_side = Listed::parse(include_str!("vectors/client_side_only.txt"));
    assert!(known.len() <= MOST_KNOWN_FAILURES, "more than {MOST_KNOWN_FAILURES} known failures");
    let (mut total, mut passed, mut surprises) = (0, 0, Vec::new());
    for (service, case, name) in cases(services) {
        total += 1;
        let is_listed = known.take(&name) || client_side.take(&name);
        match (judge::judge(program, service, case), is_listed) {
            (Ok(()), false) => passed += 1,
            (Ok(()), true) => surprises.push(format!("{name} passes: take it off the list")),
            (Err(_), true) => {}
            (Err(why), false) => surprises.push(format!("{name}: {why}")),
        }
    }
    surprises
        .extend(known.left().chain(client_side.left()).map(|name| format!("no suite has {name}, which is listed")));
    println!("{total} cases: {passed} passed, {} listed, {} client-side only", known.len(), client_side.len());
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}

/// What clients must take from a server, the reader takes too: it is the same for requests and responses.
#[test]
fn every_response_is_read_as_its_result() {
    let Some((services, program)) = &*VECTORS else { return };
    let verdicts =
        cases(services).filter_map(|(service, case, name)| Some((judge::read(program, service, case)?, name)));
    let (good, bad): (Vec<_>, Vec<_>) = verdicts.partition(|(verdict, _)| verdict.is_ok());
    println!("{} responses read", good.len());
    let bad: Vec<_> = bad.into_iter().map(|(verdict, name)| format!("{name}: {verdict:?}")).collect();
    assert!(!good.is_empty() && bad.is_empty(), "{}", bad.join("\n"));
}
