//! A case's folder -> its description, and what came of it compared with what is expected.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::Source;

use crate::nested;

const SWITCH: &str = "UPDATE_EXPECT";

/// Runs a case.
pub fn check(group: &str, rule: &str) {
    let case = format!("{group}/{rule}");
    let (name, found) = match codegen::generate(&sources(&case)) {
        Ok(output) => ("expected.rs", nested::print(&output.files)),
        Err(report) => ("expected.err", format!("{report}\n")),
    };
    let path = root().join(&case).join(name);
    let other = root().join(&case).join(if name == "expected.rs" { "expected.err" } else { "expected.rs" });
    assert!(
        !other.exists(),
        "{case} came to another end than expected: delete {} if this is right:\n{found}",
        show(&other)
    );
    if std::env::var_os(SWITCH).is_some() {
        if fs::read_to_string(&path).ok().as_ref() != Some(&found) {
            fs::write(&path, found).unwrap();
        }
        return;
    }
    let expected = fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("{} is missing; {SWITCH}=1 makes it:\n{found}", show(&path)));
    if let Some(difference) = codegen::compare(Some(&expected), Some(&found)) {
        panic!("{} {difference}\n\n{SWITCH}=1 accepts what is found now. All of it:\n{found}", show(&path));
    }
}

/// The folders that hold a case, as `group/rule`.
pub fn folders() -> Vec<String> {
    let folders = folders_in(&root())
        .into_iter()
        .flat_map(|group| folders_in(&root().join(&group)).into_iter().map(move |rule| format!("{group}/{rule}")));
    folders.collect()
}

/// Whether code is expected for a case's description.
pub fn is_good(case: &str) -> bool {
    root().join(case).join("expected.rs").exists()
}

/// The description or descriptions of a case: the files of its folder and of the folders in it.
pub fn sources(case: &str) -> Vec<Source> {
    let folder = root().join(case);
    let mut sources = files_in(&folder, "");
    for inner in folders_in(&folder) {
        sources.extend(files_in(&folder.join(&inner), &format!("{inner}/")));
    }
    sources
}

fn files_in(folder: &Path, prefix: &str) -> Vec<Source> {
    let names = names_in(folder, Path::is_file)
        .into_iter()
        .filter(|name| name.rsplit_once('.').is_some_and(|(_, extension)| extension == "yaml"));
    names
        .map(|name| Source { text: fs::read_to_string(folder.join(&name)).unwrap(), path: format!("{prefix}{name}") })
        .collect()
}

fn folders_in(folder: &Path) -> Vec<String> {
    names_in(folder, Path::is_dir)
}

fn names_in(folder: &Path, wanted: fn(&Path) -> bool) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let wanted = entries.filter(|entry| wanted(&entry.path()));
    let mut names: Vec<_> = wanted.map(|entry| entry.file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn show(path: &Path) -> String {
    path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap_or(path).display().to_string()
}
