//! `cargo xtask import`: a vendor's model on disk -> a description's folder on disk.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use codegen_import::{Docs, Existing, Vendor};
use flate2::read::GzDecoder;

use crate::project;

/// Turn a vendor's model into a description.
///
/// What people wrote into the folder stays: documentation, names, examples, and what was seen of the real endpoint.
/// Everything else is what the model says. Prints what changed, and what the model says that a description cannot.
#[derive(Args)]
pub struct Arguments {
    /// How the model is written down.
    #[arg(long, value_enum)]
    from: From,
    /// The model; a name that ends in .gz is unpacked.
    file: PathBuf,
    /// The description's folder, such as spec/cognito-idp; it is created if need be.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// What to do with documentation.
    #[arg(long, value_enum, default_value_t = Documentation::Keep)]
    docs: Documentation,
    /// Version of the model's source, for the description's provenance, such as 1.44.5.
    #[arg(long, value_name = "VERSION")]
    version: Option<String>,
    /// Write nothing; name every file that would change, and fail if there is one.
    #[arg(long)]
    check: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum From {
    /// service-2.json of botocore, plain or packed
    Botocore,
    /// Smithy's JSON
    Smithy,
    /// `OpenAPI` 3 as directories of public APIs publish the services of AWS
    Openapi,
}

#[derive(Clone, Copy, ValueEnum)]
enum Documentation {
    /// leave none in the folder
    None,
    /// leave the folder's as it is
    Keep,
    /// take the model's where the folder has none
    Import,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let shown = project::shown(&arguments.file);
    let model = read(&arguments.file).with_context(|| format!("cannot read {shown}"))?;
    let existing = existing(&arguments.out)?;
    let name = name(&arguments.out)?;
    let vendor = match arguments.from {
        From::Botocore => Vendor::Botocore,
        From::Smithy => Vendor::Smithy,
        From::Openapi => Vendor::OpenApi,
    };
    let docs = match arguments.docs {
        Documentation::None => Docs::None,
        Documentation::Keep => Docs::Keep,
        Documentation::Import => Docs::Import,
    };
    let source = match arguments.from {
        From::Botocore => "botocore",
        From::Smithy => "Smithy model",
        From::Openapi => "OpenAPI description",
    };
    let provenance = arguments.version.clone().map(|version| (source.to_owned(), version));
    let imported = codegen_import::import(vendor, &model, &existing, docs, &name, provenance)
        .map_err(|error| anyhow::anyhow!("{shown}: {error}"))?;
    for line in &imported.notes {
        println!("note      {line}");
    }
    for line in &imported.changes {
        println!("changed   {line}");
    }
    let changes = changes(&existing, &imported.files);
    for (file, text) in &changes {
        let path = arguments.out.join(file);
        match (arguments.check, text) {
            (true, _) => println!("differs   {}", project::shown(&path)),
            (false, Some(text)) => {
                fs::create_dir_all(&arguments.out)?;
                fs::write(&path, text).with_context(|| format!("cannot write {}", project::shown(&path)))?;
                println!("wrote     {}", project::shown(&path));
            }
            (false, None) => {
                fs::remove_file(&path).with_context(|| format!("cannot remove {}", project::shown(&path)))?;
                println!("removed   {}", project::shown(&path));
            }
        }
    }
    println!("{} files, {} of them changed", imported.files.len(), changes.len());
    Ok(if arguments.check && !changes.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// This command for a model of botocore, which is still to be named, as a program of its own.
pub fn command() -> Result<Command> {
    let mut command = Command::new(std::env::current_exe().context("cannot find this program")?);
    command.args(["import", "--from", "botocore"]);
    Ok(command)
}

/// The text of a model.
pub fn read(path: &Path) -> std::io::Result<String> {
    let mut text = String::new();
    let file = fs::File::open(path)?;
    if path.extension().is_some_and(|extension| extension == "gz") {
        GzDecoder::new(file).read_to_string(&mut text)?;
    } else {
        std::io::BufReader::new(file).read_to_string(&mut text)?;
    }
    Ok(text)
}

/// The files of a description's folder, if it exists.
fn existing(folder: &Path) -> Result<Vec<Existing>> {
    let mut files = Vec::new();
    if !folder.exists() {
        return Ok(files);
    }
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", project::shown(folder)))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "yaml") {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", project::shown(&path)))?;
            files.push(Existing { path: name, text });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

fn name(folder: &Path) -> Result<String> {
    match folder.file_name() {
        Some(name) => Ok(name.to_string_lossy().into_owned()),
        None => bail!("{} does not name a folder: say --out spec/NAME", project::shown(folder)),
    }
}

/// The files to write, and without text those to remove.
fn changes<'a>(existing: &'a [Existing], files: &'a [(String, String)]) -> Vec<(&'a str, Option<&'a str>)> {
    let mut changes = Vec::new();
    for (name, text) in files {
        if !existing.iter().any(|file| file.path == *name && file.text == *text) {
            changes.push((name.as_str(), Some(text.as_str())));
        }
    }
    for file in existing {
        if !files.iter().any(|(name, _)| *name == file.path) {
            changes.push((file.path.as_str(), None));
        }
    }
    changes
}
