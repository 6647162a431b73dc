//! Requests to the whole server and the responses they get: the table of pairs below `wire/`.
//!
//! The pairs were derived from the catalogue of facts about the real endpoint; each names the section of it and how
//! sure that is. How a pair is written is told in `wire/table.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "wire/answer.rs"]
mod answer;
#[path = "wire/oracle.rs"]
mod oracle;
#[path = "wire/pools.rs"]
mod pools;
#[path = "wire/sections.rs"]
mod sections;
#[path = "wire/table.rs"]
mod table;

use std::collections::BTreeMap;

use cognito_idp::server;
use pools::Pools;
use table::Pair;

const LEAST: usize = 200;

fn pairs() -> Vec<Pair> {
    [
        ("1.3-protocol.txt", include_str!("wire/1.3-protocol.txt")),
        ("1.4-bodies.txt", include_str!("wire/1.4-bodies.txt")),
        ("1.5-types.txt", include_str!("wire/1.5-types.txt")),
        ("1.6-cors.txt", include_str!("wire/1.6-cors.txt")),
        ("2-errors.txt", include_str!("wire/2-errors.txt")),
        ("3.2-constraints.txt", include_str!("wire/3.2-constraints.txt")),
        ("3.3-paths.txt", include_str!("wire/3.3-paths.txt")),
        ("3.4-values.txt", include_str!("wire/3.4-values.txt")),
        ("3.5-enums.txt", include_str!("wire/3.5-enums.txt")),
        ("3.6-order.txt", include_str!("wire/3.6-order.txt")),
        ("3.7-patterns.txt", include_str!("wire/3.7-patterns.txt")),
        ("5-outputs.txt", include_str!("wire/5-outputs.txt")),
    ]
    .into_iter()
    .flat_map(|(file, text)| table::read(file, text))
    .collect()
}

#[tokio::test]
async fn every_request_gets_its_response() {
    let server = server(Pools);
    let pairs = pairs();
    let mut counts = BTreeMap::new();
    let mut wrong = String::new();
    for pair in &pairs {
        *counts.entry((&pair.section, pair.mark)).or_insert(0) += 1;
        let response = server.respond(pair.request.clone()).await;
        for difference in pair.expected.differences(&response) {
            wrong += &format!("{} {}\n    {difference}\n", pair.at, pair.name);
        }
    }
    println!("{} pairs: {counts:?}", pairs.len());
    assert!(wrong.is_empty(), "{wrong}");
    assert!(pairs.len() >= LEAST, "only {} pairs", pairs.len());
}

#[test]
fn every_pair_is_another_one() {
    let pairs = pairs();
    let mut names = BTreeMap::new();
    let mut requests = BTreeMap::new();
    for pair in &pairs {
        let request = format!("{:?}", pair.request);
        let name = (&pair.section, &pair.name);
        assert_eq!(names.insert(name, &pair.at), None, "{}: two pairs of one name", pair.at);
        assert_eq!(requests.insert(request, &pair.at), None, "{}: two pairs of one request", pair.at);
    }
}
