//! The files of an emitted crate -> one file in which each module stands where it is declared.

use std::collections::BTreeMap;

use codegen::{Files, HEADER};

const NOTE: &str = "// @generated from the description beside this, by UPDATE_EXPECT=1 cargo test -p codegen --test it";

/// Prints all modules but the runtime's, which the tests link.
pub fn print(files: &Files) -> String {
    let own = files.iter().filter(|(path, _)| *path != "runtime.rs" && !path.starts_with("runtime/"));
    let mut left: BTreeMap<&str, &str> = own.map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let text = module("lib.rs", "", &mut left);
    assert!(left.is_empty(), "no module declares these files: {:?}", left.keys());
    format!("{NOTE}\n\n{text}")
}

/// The text of a module. `folder` is where the files of those it declares are.
fn module(path: &str, folder: &str, left: &mut BTreeMap<&str, &str>) -> String {
    let text = left.remove(path).unwrap_or_else(|| panic!("{path} is declared and not there"));
    let text = text.strip_prefix(HEADER).expect("every file has the header").trim_start();
    let mut out: Vec<String> = Vec::new();
    // what is only for clients is compiled and tried in any case
    for line in text.lines().filter(|line| line.trim_start() != "#[cfg(feature = \"client\")]") {
        let Some((visibility, name)) = declaration(line) else {
            out.push(line.to_owned());
            continue;
        };
        if out.last().is_some_and(|last| last == "#[rustfmt::skip]") {
            out.pop();
        }
        if name != "runtime" {
            let file = name.strip_prefix("r#").unwrap_or(name);
            let inner = module(&format!("{folder}{file}.rs"), &format!("{folder}{file}/"), left);
            out.push(format!("{visibility}mod {name} {{\n{inner}}}\n"));
        }
    }
    format!("{}\n", out.join("\n").trim_end())
}

/// A line that declares a module in a file of its own: its visibility and its name.
fn declaration(line: &str) -> Option<(&str, &str)> {
    let (visibility, rest) = line.split_at(line.find("mod ")?);
    let name = rest.strip_prefix("mod ")?.strip_suffix(';')?;
    ["", "pub "].contains(&visibility).then_some((visibility, name))
}
