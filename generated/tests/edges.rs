//! Every constraint of every operation, on both sides of its edge: what is good reaches the handler as it was sent,
//! and what is not gets the whole message, which is worked out here from the description by rules of its own.

#![cfg(feature = "mock")]

#[path = "edges/cases.rs"]
mod cases;
#[path = "edges/description.rs"]
mod description;
#[path = "edges/judge.rs"]
mod judge;
#[path = "edges/mutants.rs"]
mod mutants;
#[path = "edges/pattern.rs"]
mod pattern;
#[path = "edges/report.rs"]
mod report;
#[path = "edges/values.rs"]
mod values;
#[path = "edges/words.rs"]
mod words;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use cases::{Edge, Place, Purpose, Rule};
use description::Description;
use mutants::Mutant;
use report::Report;

/// The constraints that the API has, and where.
const EDGES: [Edge; 17] = [
    Edge { rule: Rule::Required, place: Place::Member },
    Edge { rule: Rule::LengthMin, place: Place::Member },
    Edge { rule: Rule::LengthMax, place: Place::Member },
    Edge { rule: Rule::Pattern, place: Place::Member },
    Edge { rule: Rule::RangeMin, place: Place::Member },
    Edge { rule: Rule::RangeMax, place: Place::Member },
    Edge { rule: Rule::Enum, place: Place::Member },
    Edge { rule: Rule::LengthMin, place: Place::Item },
    Edge { rule: Rule::LengthMax, place: Place::Item },
    Edge { rule: Rule::Pattern, place: Place::Item },
    Edge { rule: Rule::Enum, place: Place::Item },
    Edge { rule: Rule::LengthMin, place: Place::Key },
    Edge { rule: Rule::LengthMax, place: Place::Key },
    Edge { rule: Rule::Pattern, place: Place::Key },
    Edge { rule: Rule::LengthMin, place: Place::Value },
    Edge { rule: Rule::LengthMax, place: Place::Value },
    Edge { rule: Rule::Pattern, place: Place::Value },
];

/// Servers of which nothing can be noticed: one that is right, and one that does not know a constraint that makes no
/// difference. What is too short breaks its pattern too, and brackets say the same of one and of both.
const NOT_NOTICED: [Mutant; 2] =
    [Mutant::Faithful, Mutant::Without(Edge { rule: Rule::LengthMin, place: Place::Value })];

/// What came of all requests, for all tests; `None` where there is no description to read.
static REPORT: LazyLock<Option<Report>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/cognito-idp");
    if !folder.exists() {
        let is_ci = std::env::var("CI").is_ok_and(|ci| ci == "true" || ci == "1");
        assert!(!is_ci, "{} must be there", folder.display());
        println!("did not run: {} is not there", folder.display());
        return None;
    }
    let description = Description::read(&folder).expect("the description is readable");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    Some(runtime.block_on(Report::of(&description, &mutants())))
});

/// All servers that are wrong.
fn mutants() -> Vec<Mutant> {
    let without = EDGES.into_iter().map(Mutant::Without);
    Mutant::OTHERS.into_iter().chain(without).collect()
}

fn first(texts: &[String]) -> String {
    texts.iter().take(5).map(String::as_str).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_constraint_of_every_operation_is_tried_on_both_sides() {
    let Some(report) = &*REPORT else { return };
    println!("{report}");
    assert_eq!(report.operations.len(), 141);
    assert!(report.astray.is_empty(), "requests that are not what they are for:\n{}", first(&report.astray));
    let [mut kept, mut broken] = [BTreeSet::new(), BTreeSet::new()];
    for purpose in report.counts.keys() {
        match purpose {
            Purpose::Keeps(edge) => kept.insert(*edge),
            Purpose::Breaks(edge) => broken.insert(*edge),
            Purpose::Least | Purpose::Greatest | Purpose::Free | Purpose::Mixed => continue,
        };
    }
    assert_eq!(kept, BTreeSet::from(EDGES));
    assert_eq!(broken, BTreeSet::from(EDGES));
}

#[test]
fn every_request_is_answered_as_by_the_service() {
    let Some(report) = &*REPORT else { return };
    assert!(report.wrong.is_empty(), "{} answers are wrong:\n{}", report.wrong.len(), first(&report.wrong));
}

#[test]
fn every_server_that_is_wrong_is_noticed() {
    let Some(report) = &*REPORT else { return };
    for mutant in mutants() {
        let noticed = report.noticed.get(&mutant);
        assert_eq!(noticed.is_none(), NOT_NOTICED.contains(&mutant), "{mutant:?}: {noticed:?}");
        if let Some((count, first)) = noticed {
            println!("{mutant:?}: {count} answers are wrong, the first for {first}");
        }
    }
}
