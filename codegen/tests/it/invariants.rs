//! What ARCHITECTURE.md promises of the sources and of the output, as tests over their text.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use codegen::{Files, Source};

use crate::case;

/// The sources of the library: those of all its packages.
const LIBRARY: [&str; 4] = ["import/src", "pattern/src", "spec/src", "src"];

/// Files beside `names.rs` that change the case of a text, which is no name of Rust.
const CHANGE_CASE: [&str; 2] = [
    // the tags of HTML, which are written in any case
    "import/src/html.rs",
    // the properties of Unicode, which are looked up in any case
    "pattern/src/property.rs",
];

#[test]
fn only_spec_knows_yaml() {
    let knows = files_that_say(&LIBRARY, &["serde_yaml"]);
    let others: Vec<_> = knows.iter().filter(|path| !path.starts_with("spec/src/")).collect();
    assert!(!knows.is_empty() && others.is_empty(), "serde_yaml belongs to spec alone: {others:?}");
}

#[test]
fn emitting_cannot_fail() {
    let emitting = sources(&["src"]).into_iter().filter(|(path, _)| path.starts_with("src/emit"));
    for (path, text) in emitting {
        let file = syn::parse_file(&text).unwrap();
        for signature in file.items.iter().flat_map(signatures) {
            let output = match &signature.output {
                syn::ReturnType::Default => continue,
                syn::ReturnType::Type(_, output) => output,
            };
            let fails =
                matches!(&**output, syn::Type::Path(path) if path.path.segments.last().unwrap().ident == "Result");
            // what prints into a formatter has its `Result`
            let formats = signature.ident == "fmt";
            assert!(
                !fails || formats,
                "{path}: `{}` returns a Result; whatever can fail belongs to resolve",
                signature.ident
            );
        }
    }
}

#[test]
fn the_library_is_pure() {
    let impure = ["std::fs", "std::env", "std::time", "std::process", "std::net", "std::io", "println!", "dbg!"];
    assert_eq!(files_that_say(&LIBRARY, &impure), Vec::<String>::new(), "these are for xtask");
}

#[test]
fn the_runtime_names_no_api() {
    let names = ["cognito", "kinesis", "athena", "userpool", "user_pool"];
    assert_eq!(files_that_say(&["runtime/src"], &names), Vec::<String>::new(), "the runtime serves any API");
}

#[test]
fn the_runtime_can_stand_anywhere() {
    let absolute = ["crate::", "codegen_runtime", "extern crate"];
    assert_eq!(
        files_that_say(&["runtime/src"], &absolute),
        Vec::<String>::new(),
        "say `super::`: the sources are copied"
    );
}

#[test]
fn only_names_changes_case() {
    let changes = ["to_uppercase", "to_lowercase", "to_ascii_uppercase", "to_ascii_lowercase", "make_ascii_"];
    let found = files_that_say(&LIBRARY, &changes);
    let others: Vec<_> =
        found.iter().filter(|path| *path != "spec/src/names.rs" && !CHANGE_CASE.contains(&path.as_str())).collect();
    assert!(others.is_empty(), "a name's case is changed by names.rs alone: {others:?}");
}

#[test]
fn every_source_says_what_it_is() {
    for (path, text) in all_sources(&["runtime/tests"]) {
        assert!(text.starts_with("//! "), "{path}: the first line says what the file turns into what");
    }
}

#[test]
fn no_source_is_long() {
    for (path, text) in all_sources(&[]) {
        let lines = text.lines().count();
        assert!(lines <= 400, "{path} has {lines} lines: make two files of it");
    }
}

#[test]
fn the_whole_runtime_is_copied() {
    let output = generate(&case::sources("service/no_operations"));
    for (path, text) in sources(&["runtime/src"]) {
        let path = path.strip_prefix("runtime/src/").unwrap();
        let copy = if path == "lib.rs" { "runtime.rs".to_owned() } else { format!("runtime/{path}") };
        let copied = output.get(&copy).unwrap_or_else(|| panic!("add {path} to the list in src/emit/runtime.rs"));
        assert!(copied.contains(text.trim_end()), "{copy} is not what {path} says");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for case in good() {
        let mut sources = case::sources(&case);
        let first = generate(&sources);
        assert!(first == generate(&sources), "{case}: the second time, other text");
        sources.reverse();
        assert!(first == generate(&sources), "{case}: in another order of the files, other text");
    }
}

#[test]
fn output_never_panics() {
    let forbidden = ["unsafe ", ".unwrap()", ".expect(", "panic!", "todo!", "unimplemented!", "unreachable!"];
    for case in good() {
        for (path, text) in generate(&case::sources(&case)) {
            let code = code(&text);
            let found: Vec<_> = forbidden.iter().filter(|word| code.contains(**word)).collect();
            assert!(found.is_empty(), "{case}: {path} says {found:?}");
        }
    }
}

#[test]
fn output_is_headed() {
    for (path, text) in generate(&case::sources("service/several_services")) {
        assert!(codegen::is_generated(&text), "{path} has no header");
    }
}

/// Each structure requires the next one twice, so that values double with each.
#[test]
fn output_is_linear_in_the_structures_that_require_others() {
    const SERVICE: &str = "
service:
  { name: case, title: Case, version: '1', protocol: aws_json_1_1, target_prefix: Case, validation: { error: Invalid } }
operations:
  Put: { input: Level10, output: Level10 }
shapes:
";
    let bytes = |levels: usize| {
        let last = 10 + levels;
        let shapes = (10..=last).map(|level| {
            let target = if level == last { "string".to_owned() } else { format!("Level{}", level + 1) };
            let member = format!("{{ target: {target}, required: true }}");
            format!("  Level{level}: {{ type: structure, members: {{ Left: {member}, Right: {member} }} }}\n")
        });
        let text = SERVICE.to_owned() + &shapes.collect::<String>();
        generate(&[Source { path: "case.yaml".to_owned(), text }]).values().map(String::len).sum::<usize>()
    };
    let [few, more, many] = [bytes(20), bytes(40), bytes(60)];
    assert_eq!(more - few, many - more);
}

fn good() -> impl Iterator<Item = String> {
    case::folders().into_iter().filter(|case| case::is_good(case))
}

fn generate(sources: &[Source]) -> Files {
    codegen::generate(sources).unwrap().files
}

/// The signatures of an item's functions.
fn signatures(item: &syn::Item) -> Vec<&syn::Signature> {
    match item {
        syn::Item::Fn(function) => vec![&function.sig],
        syn::Item::Impl(block) => block
            .items
            .iter()
            .filter_map(|item| if let syn::ImplItem::Fn(function) = item { Some(&function.sig) } else { None })
            .collect(),
        _ => Vec::new(),
    }
}

/// The files whose code says one of `words`, in any case.
fn files_that_say(folders: &[&str], words: &[&str]) -> Vec<String> {
    let says = |text: &str| {
        let code = code(text).to_lowercase();
        words.iter().any(|word| code.contains(&word.to_lowercase()))
    };
    sources(folders).into_iter().filter(|(_, text)| says(text)).map(|(path, _)| path).collect()
}

/// A text without its comments.
fn code(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.map(|line| line.split(" // ").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The sources of the library, of the runtime, and of the tests that show what both do; and those in `more` folders.
fn all_sources(more: &[&str]) -> BTreeMap<String, String> {
    sources(&[&LIBRARY[..], &["runtime/src", "tests/it", "tests/compiled"], more].concat())
}

/// All Rust files in folders of this package, by their paths in it.
fn sources(folders: &[&str]) -> BTreeMap<String, String> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = BTreeMap::new();
    let mut pending: Vec<PathBuf> = folders.iter().map(|folder| package.join(folder)).collect();
    while let Some(folder) = pending.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                pending.push(entry);
            } else if entry.extension().is_some_and(|extension| extension == "rs") {
                let path = entry.strip_prefix(package).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(path, fs::read_to_string(&entry).unwrap());
            }
        }
    }
    found
}
