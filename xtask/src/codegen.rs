//! `cargo xtask codegen`: descriptions on disk -> the sources of a crate on disk.

use std::collections::BTreeSet;
use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use clap::Args;
use codegen::{Api, Difference, Files, Source};

use crate::project;

/// Generate the server crate from its description.
///
/// Reads every description, and writes the sources of the crate: types, validators, wire code and server stubs.
/// Only files that were generated are ever replaced or removed, and only those whose text changes are written.
#[derive(Args)]
pub struct Arguments {
    /// Write nothing; name every file that would change, and fail if there is one.
    #[arg(long)]
    check: bool,
    /// A description: a folder of .yaml files, or one such file. May be given several times, for a crate that
    /// serves several APIs. [default: every folder in this repository's spec/]
    #[arg(long, value_name = "PATH")]
    spec: Vec<PathBuf>,
    /// The crate to write: its src/ belongs to the generator. Cargo.toml and examples/mock.rs are written if there
    /// are none.
    /// [default: this repository's generated/]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// What is to be done with a file.
enum Change {
    Write { path: PathBuf, text: String, new: bool },
    Remove { path: PathBuf },
}

pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let start = Instant::now();
    let root = project::root();
    let out = arguments.out.clone().unwrap_or_else(|| root.join("generated"));
    let sources = read(&if arguments.spec.is_empty() { folders(&root.join("spec"))? } else { arguments.spec.clone() })?;
    let output = match codegen::generate(&sources) {
        Ok(output) => output,
        Err(report) => {
            let text = if std::io::stderr().is_terminal() { report.to_colored() } else { report.to_string() };
            eprintln!("{text}\n");
            bail!("{}; nothing was written", counted(report.len(), "problem"));
        }
    };
    let src = out.join("src");
    let on_disk = existing(&src)?;
    if arguments.check {
        return Ok(check(&src, &output.files, &on_disk));
    }
    let changes = plan(&src, &output.files, &on_disk)?;
    for change in &changes {
        apply(change)?;
    }
    let scaffolded = scaffold(&out, &output.apis)?;
    for line in changes.iter().map(describe).chain(scaffolded) {
        println!("{line}");
    }
    let unchanged = output.files.len() - changes.iter().filter(|change| matches!(change, Change::Write { .. })).count();
    println!(
        "{}, {}, {} ({unchanged} unchanged) in {:.2} s",
        counted(output.operations, "operation"),
        counted(output.shapes, "shape"),
        counted(output.files.len(), "file"),
        start.elapsed().as_secs_f64()
    );
    Ok(ExitCode::SUCCESS)
}

/// The folders in a folder, sorted.
fn folders(parent: &Path) -> Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(parent).with_context(|| format!("cannot read {}", project::shown(parent)))? {
        let path = entry?.path();
        if path.is_dir() {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}

/// The files of descriptions, sorted by path.
fn read(specs: &[PathBuf]) -> Result<Vec<Source>> {
    let mut paths = BTreeSet::new();
    for spec in specs {
        let shown = project::shown(spec);
        if spec.is_dir() {
            let before = paths.len();
            for entry in fs::read_dir(spec).with_context(|| format!("cannot read {shown}"))? {
                let path = entry?.path();
                if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
                    paths.insert(path);
                }
            }
            if paths.len() == before {
                bail!("there is no .yaml file in {shown}: name the folder of one API, or a file");
            }
        } else if spec.is_file() {
            paths.insert(spec.clone());
        } else {
            bail!("{shown} does not exist: name a folder of .yaml files, or one such file");
        }
    }
    let source = |path: &PathBuf| {
        let shown = project::shown(path);
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {shown}"))?;
        Ok(Source { path: shown, text })
    };
    paths.iter().map(source).collect()
}

/// The files below a folder by their paths in it. A file that is not text is not generated, and has an empty text.
fn existing(src: &Path) -> Result<Files> {
    let mut files = Files::new();
    let mut pending = vec![PathBuf::new()];
    while let Some(folder) = pending.pop() {
        let path = src.join(&folder);
        if !path.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&path).with_context(|| format!("cannot read {}", project::shown(&path)))? {
            let entry = entry?;
            let name = folder.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                pending.push(name);
            } else {
                let text = fs::read(entry.path()).map(|bytes| String::from_utf8(bytes).unwrap_or_default())?;
                files.insert(name.display().to_string().replace('\\', "/"), text);
            }
        }
    }
    Ok(files)
}

/// Every path of either side with how it differs.
fn differences(expected: &Files, found: &Files) -> Vec<(String, Difference)> {
    let paths: BTreeSet<&String> = expected.keys().chain(found.keys()).collect();
    let compare = |path: &&String| {
        codegen::compare(found.get(*path).map(String::as_str), expected.get(*path).map(String::as_str))
    };
    paths.iter().filter_map(|path| Some(((*path).clone(), compare(path)?))).collect()
}

fn check(src: &Path, expected: &Files, found: &Files) -> ExitCode {
    let differences = differences(expected, found);
    for (path, difference) in &differences {
        println!("{}: {difference}", project::shown(&src.join(path)));
    }
    if differences.is_empty() {
        println!("{} up to date", counted(expected.len(), "file"));
        return ExitCode::SUCCESS;
    }
    println!("{} not up to date: run `cargo xtask codegen`", counted(differences.len(), "file"));
    ExitCode::FAILURE
}

/// What must be written and removed. Nothing that was not generated is touched: where such a file stands in the way,
/// that is an error.
fn plan(src: &Path, expected: &Files, found: &Files) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    let mut foreign = Vec::new();
    for (path, text) in found {
        if !codegen::is_generated(text) {
            foreign.push(project::shown(&src.join(path)));
        }
    }
    if !foreign.is_empty() {
        bail!(
            "{} belongs to the generator, but holds {} that it did not write:\n  {}\nmove it elsewhere, or choose another --out; nothing was written",
            project::shown(src),
            counted(foreign.len(), "file"),
            foreign.join("\n  ")
        );
    }
    for (path, difference) in differences(expected, found) {
        let target = src.join(&path);
        match (difference, expected.get(&path)) {
            (Difference::Orphan, _) | (_, None) => changes.push(Change::Remove { path: target }),
            (Difference::Missing, Some(text)) => {
                changes.push(Change::Write { path: target, text: text.clone(), new: true });
            }
            (Difference::Different { .. }, Some(text)) => {
                changes.push(Change::Write { path: target, text: text.clone(), new: false });
            }
        }
    }
    Ok(changes)
}

fn apply(change: &Change) -> Result<()> {
    match change {
        Change::Write { path, text, .. } => write(path, text),
        Change::Remove { path } => {
            fs::remove_file(path).with_context(|| format!("cannot remove {}", project::shown(path)))?;
            // folders that became empty go with their last file
            for folder in path.ancestors().skip(1) {
                if fs::remove_dir(folder).is_err() {
                    break;
                }
            }
            Ok(())
        }
    }
}

/// Writes a file beside its place and renames it, so that no reader ever sees half of it.
fn write(path: &Path, text: &str) -> Result<()> {
    let shown = project::shown(path);
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", project::shown(folder)))?;
    let beside = path.with_extension("rs.new");
    fs::write(&beside, text).with_context(|| format!("cannot write {shown}"))?;
    fs::rename(&beside, path).with_context(|| format!("cannot write {shown}"))
}

/// Writes what a crate starts with, where it is not there: its manifest, and the example that the manifest names.
fn scaffold(out: &Path, apis: &[Api]) -> Result<Vec<String>> {
    let mut written = Vec::new();
    let mut create = |path: &Path, text: &str| {
        written.push(format!("wrote     {} (yours from now on)", project::shown(path)));
        write(path, text)
    };
    let path = out.join("Cargo.toml");
    let manifest = if path.exists() {
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", project::shown(&path)))?
    } else {
        let folder = fs::canonicalize(out).with_context(|| format!("cannot find {}", project::shown(out)))?;
        let name = folder.file_name().map_or_else(|| "server".into(), |name| name.to_string_lossy().to_lowercase());
        let manifest = codegen::manifest(&name);
        create(&path, &manifest)?;
        manifest
    };
    let path = out.join("examples/mock.rs");
    if !path.exists()
        && let Some(text) = codegen::mock_example(&manifest, apis)
    {
        create(&path, &text)?;
    }
    Ok(written)
}

fn describe(change: &Change) -> String {
    match change {
        Change::Write { path, new: true, .. } => format!("wrote     {}", project::shown(path)),
        Change::Write { path, new: false, .. } => format!("rewrote   {}", project::shown(path)),
        Change::Remove { path } => format!("removed   {}", project::shown(path)),
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
