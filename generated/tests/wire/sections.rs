//! The sections that the tables name are there in the catalogue.

use std::path::Path;

use crate::pairs;

#[test]
fn every_section_is_there() {
    let catalogue = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/wire.md");
    let Ok(text) = std::fs::read_to_string(&catalogue) else {
        let ci = std::env::var("CI").unwrap_or_default();
        assert!(!matches!(ci.as_str(), "true" | "1"), "{} is not there", catalogue.display());
        println!("did not run: {} is not there", catalogue.display());
        return;
    };
    let headings: Vec<_> = text.lines().filter(|line| line.starts_with('#')).collect();
    for pair in pairs() {
        let is_there = headings.iter().any(|heading| {
            let number = heading.trim_start_matches('#').split_whitespace().next().unwrap_or_default();
            number.trim_end_matches('.') == pair.section
        });
        assert!(is_there, "{}: no section {}", pair.at, pair.section);
    }
}
