//! Figures -> a table on the terminal, `results.json`, `BENCHMARKS.md` and its drawing.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::figures::{Row, Section, TITLES};
use super::tools::{room, sources, version};
use super::{Part, chart};
use crate::project;

/// What was found when a part last ran.
#[derive(Serialize, Deserialize)]
struct Results {
    date: String,
    machine: String,
    sections: Vec<Section>,
}

/// What the file that a person writes keeps between is written by the command.
const BEGIN: &str = "<!-- figures: written by `cargo xtask bench` -->\n";
const END: &str = "<!-- end of figures -->\n";

/// The page where there is none yet.
const EMPTY: &str = "# Benchmarks\n\n<!-- figures: written by `cargo xtask bench` -->\n<!-- end of figures -->\n";

/// Prints the tables, columns aligned.
pub fn print(sections: &[Section]) {
    for Section { title, text, rows, .. } in sections {
        println!("\n{title}\n{text}\n");
        let lines: Vec<[String; 6]> =
            [TITLES.map(str::to_owned)].into_iter().chain(rows.iter().map(Row::cells)).collect();
        let widths: [usize; 6] = std::array::from_fn(|column| {
            lines.iter().map(|line| line[column].chars().count()).max().unwrap_or_default()
        });
        for line in lines {
            let mut text = String::new();
            for (column, (cell, width)) in line.iter().zip(widths).enumerate() {
                let _ = if column == 0 { write!(text, "  {cell:<width$}") } else { write!(text, "  {cell:>width$}") };
            }
            println!("{}", text.trim_end());
        }
    }
    println!();
}

/// Writes what a part found beside what is known of others, and the page and the drawing of all: into the repository,
/// or those of a quick run below `target/bench`, since they are worth little.
pub fn save(part: Part, sections: Vec<Section>, quick: bool) -> Result<()> {
    let (store, folder) = if quick { (room(), room()) } else { (sources(), project::root()) };
    let (store, page) = (store.join("results.json"), folder.join("BENCHMARKS.md"));
    let mut results: BTreeMap<Part, Results> = match fs::read_to_string(&store) {
        Ok(text) => serde_json::from_str(&text).with_context(|| format!("cannot read {}", project::shown(&store)))?,
        Err(_) => BTreeMap::new(),
    };
    let date = jiff::Timestamp::now().strftime("%Y-%m-%d").to_string();
    results.insert(part, Results { date, machine: machine(), sections });
    let old = fs::read_to_string(&page).unwrap_or_else(|_| EMPTY.to_owned());
    write(&store, &(serde_json::to_string_pretty(&results)? + "\n"))?;
    write(&page, &replace(&old, &figures(&results))?)?;
    let drawn: Vec<&Section> = results.values().flat_map(|results| &results.sections).filter(|it| it.drawn).collect();
    write(&folder.join("benchmarks.svg"), &chart::draw(&drawn))
}

fn write(path: &PathBuf, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", project::shown(path)))?;
    println!("wrote {}", project::shown(path));
    Ok(())
}

/// The page with other figures.
fn replace(page: &str, figures: &str) -> Result<String> {
    let parts = page.split_once(BEGIN).and_then(|(before, rest)| Some((before, rest.split_once(END)?.1)));
    let (before, after) = parts.context("BENCHMARKS.md lacks the lines between which figures stand")?;
    Ok(format!("{before}{BEGIN}{figures}{END}{after}"))
}

fn figures(results: &BTreeMap<Part, Results>) -> String {
    let mut text = String::from("\n![Bars of the figures below](benchmarks.svg)\n");
    for (part, Results { date, machine, sections }) in results {
        let _ = write!(text, "\n## {}\n\n{date}; {machine}.\n", part.title());
        for Section { title, text: about, rows, .. } in sections {
            let _ = write!(text, "\n### {title}\n\n{about}\n\n");
            // a pipe would end a cell
            let line = |cells: &[String; 6]| {
                format!("| {} |\n", cells.clone().map(|cell| cell.replace('|', "\\|")).join(" | "))
            };
            text += &line(&TITLES.map(str::to_owned));
            text += "|---|--:|--:|--:|--:|---|\n";
            text.extend(rows.iter().map(|row| line(&row.cells())));
        }
    }
    text.push('\n');
    text
}

/// The machine and the tools that matter to every figure.
fn machine() -> String {
    let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processor.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or("unknown processor", |(_, model)| model);
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let mut words = vec![format!("{model}, {cores} cores")];
    words.extend(version(&["uname", "-sr"]));
    words.extend(version(&[&std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned()), "--version"]));
    words.join("; ")
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::{EMPTY, replace};

    #[test]
    fn what_people_wrote_stays() -> Result<()> {
        let page = replace(&format!("{EMPTY}\n## Tried\n\nmuch\n"), "old\n")?;
        let page = replace(&page, "new\n")?;
        assert!(page.starts_with("# Benchmarks\n\n<!--") && page.ends_with("\n## Tried\n\nmuch\n"));
        assert!(page.contains("-->\nnew\n<!--") && !page.contains("old"));
        assert!(replace("# Benchmarks\n", "new").is_err(), "a page without a place for them is left alone");
        Ok(())
    }
}
