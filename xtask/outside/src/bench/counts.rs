//! A program of cases -> how many instructions a call of each takes, as callgrind counts them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::tools::{room, version};
use crate::packages::succeed;

/// How many calls are counted.
const CALLS: u32 = 20;

/// Why instructions cannot be counted here, if they cannot.
pub fn missing() -> Option<&'static str> {
    version(&["valgrind", "--version"]).is_none().then_some("needs valgrind")
}

/// Counts what the program's function `measured` does in each case.
pub fn count(program: &Path, function: &str) -> Result<BTreeMap<String, f64>> {
    let folder = room().join("callgrind");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--collect-atstart=no"]).arg(format!("--toggle-collect={function}"));
    // one file for each case, numbered in the order in which they are printed
    command.arg(format!("--dump-after={function}"));
    command.arg(format!("--callgrind-out-file={}", folder.join("out").display()));
    command.arg(program).args(["count", &CALLS.to_string()]);
    let mut counts = BTreeMap::new();
    for (index, case) in succeed(&mut command)?.lines().enumerate() {
        let path = folder.join(format!("out.{}", index + 1));
        let text = fs::read_to_string(&path).with_context(|| format!("callgrind did not count {case}"))?;
        let total = text.lines().find_map(|line| line.strip_prefix("totals: ").or(line.strip_prefix("summary: ")));
        let total: f64 = total.and_then(|total| total.trim().parse().ok()).context("callgrind wrote no total")?;
        counts.insert(case.to_owned(), total / f64::from(CALLS));
    }
    Ok(counts)
}
