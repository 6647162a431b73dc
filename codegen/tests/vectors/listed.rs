//! A list of cases below their reasons -> the cases, and which of them no suite has.

use std::collections::BTreeSet;

/// Cases that are not kept.
pub struct Listed {
    count: usize,
    left: BTreeSet<String>,
}

impl Listed {
    /// Reads a list: a reason on a line of its own, then its cases, indented.
    pub fn parse(text: &str) -> Self {
        let mut reason = None;
        let mut cases = BTreeSet::new();
        for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            if line.starts_with(' ') {
                assert!(reason.is_some(), "no reason stands above {line}");
                assert!(cases.insert(line.trim().to_owned()), "listed twice: {line}");
            } else {
                reason = Some(line);
            }
        }
        Self { count: cases.len(), left: cases }
    }

    /// How many cases are listed.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether a case is listed.
    pub fn take(&mut self, name: &str) -> bool {
        self.left.remove(name)
    }

    /// The cases that were not taken.
    pub fn left(&self) -> impl Iterator<Item = &String> {
        self.left.iter()
    }
}
