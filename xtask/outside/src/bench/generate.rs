//! The generator on one service, and on many -> how long it takes, and how much memory.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Effort;
use super::figures::{Goal, Row, Samples, Section, Unit};
use super::tools::{Runner, Usage, missing, room};
use crate::conformance::Sdk;
use crate::packages::succeed;
use crate::xtask::xtask;
use crate::{import, models, project};

/// How many services are generated at once, and a fraction of them, to see how the cost grows.
const MANY: usize = 100;
const FEWER: usize = 25;

pub fn measure(effort: &Effort) -> Result<Vec<Section>> {
    let runner = Runner::build()?;
    let rounds = effort.of(7, 2);
    let one: Vec<Usage> =
        (0..rounds).map(|_| generate(&runner, &[project::root().join("spec/cognito-idp")])).collect::<Result<_>>()?;
    let of = |runs: &[Usage], what: fn(&Usage) -> f64| Samples(runs.iter().map(what).collect());
    let mut sections = vec![Section {
        title: "One service".to_owned(),
        text:
            "`cargo xtask codegen` of the whole of cognito-idp into an empty folder. xtask is built as cargo's alias \
               builds it, in the profile for development, and started without cargo, which takes some 0.1 s itself."
                .to_owned(),
        drawn: false,
        rows: vec![
            Row::new("time", Unit::Seconds, &of(&one, |usage| usage.wall)).goal(Goal::AtMost(0.4)),
            Row::new("CPU", Unit::CpuSeconds, &of(&one, |usage| usage.cpu)),
            Row::new("peak memory", Unit::Megabytes, &of(&one, |usage| usage.memory / 1e6)),
        ],
    }];
    let (title, text) = ("Many services".to_owned(), "One crate of many services, imported from botocore's models.");
    if let Some(why) = missing(Sdk::Boto3.recipe().tools) {
        let rows = vec![Row::missing("time", Unit::Seconds, why).goal(Goal::AtMost(15.0))];
        sections.push(Section { title, text: text.to_owned(), drawn: false, rows });
        return Ok(sections);
    }
    let (folders, refused) = import_many(&runner)?;
    let fewer = &folders[..FEWER.min(folders.len())];
    let (mut many, mut few) = (Vec::new(), Vec::new());
    for _ in 0..effort.of(3, 1) {
        many.push(generate(&runner, &folders)?);
        few.push(generate(&runner, fewer)?);
    }
    let growth = of(&many, per_shape).over(&of(&few, per_shape));
    let count = |word: &str| many.first().map_or(0.0, |usage| counted(&usage.stdout, word));
    let (operations, shapes) = (count("operation"), count("shape"));
    let refused = if refused.is_empty() { "none".to_owned() } else { refused.join(", ") };
    let text = format!(
        "{text} {} services with {operations} operations and {shapes} shapes. Left out, since they are refused: \
         {refused}.",
        folders.len()
    );
    sections.push(Section {
        title,
        text,
        drawn: false,
        rows: vec![
            Row::new("time", Unit::Seconds, &of(&many, |usage| usage.wall)).goal(Goal::AtMost(15.0)),
            Row::new("CPU", Unit::CpuSeconds, &of(&many, |usage| usage.cpu)),
            Row::new("peak memory", Unit::Megabytes, &of(&many, |usage| usage.memory / 1e6)).goal(Goal::AtMost(500.0)),
            Row::new(format!("CPU a shape, of all : of {}", fewer.len()), Unit::Ratio, &growth).goal(Goal::AtMost(1.2)),
        ],
    });
    Ok(sections)
}

/// Generates a crate of these descriptions into an empty folder.
fn generate(runner: &Runner, folders: &[PathBuf]) -> Result<Usage> {
    let out = room().join("generated");
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    let mut command = xtask(&["codegen", "--out"])?;
    command.arg(&out);
    for folder in folders {
        command.arg("--spec").arg(folder);
    }
    runner.measure(&command)
}

/// A number in `141 operations, 725 shapes, 70 files (0 unchanged) in 0.30 s`.
fn counted(text: &str, word: &str) -> f64 {
    let last = text.lines().last().unwrap_or_default();
    let number = last.split(", ").find(|part| part.contains(word)).and_then(|part| part.split(' ').next());
    number.and_then(|number| number.parse().ok()).unwrap_or(f64::NAN)
}

fn per_shape(usage: &Usage) -> f64 {
    usage.cpu / counted(&usage.stdout, "shape")
}

/// Imports the first services of botocore, by name, that speak a protocol of JSON bodies, as far as that has not been
/// done. Returns their folders, and the names of those that the importer or the generator refuses.
fn import_many(runner: &Runner) -> Result<(Vec<PathBuf>, Vec<String>)> {
    Sdk::Boto3.install()?;
    let found = models::models(&["cognito-idp"])?;
    let data = found.paths.first().and_then(|path| path.ancestors().nth(3)).context("botocore has no models")?;
    let room = room().join(format!("botocore-{}", found.version));
    let (mut folders, mut refused) = (Vec::new(), Vec::new());
    for service in names(data)? {
        if folders.len() == MANY {
            break;
        }
        let (folder, mark) = (room.join(&service), room.join(format!("{service}.refused")));
        if !folder.exists() && !mark.exists() {
            let Some(model) = newest(&data.join(&service))? else { continue };
            let text: Value = serde_json::from_str(&import::read(&model)?)?;
            if text["metadata"]["protocol"] != "json" {
                continue;
            }
            println!("importing {service} …");
            // moved to its place when it is known to be good, so that a run that ends here leaves nothing half done
            let fresh = room.join("new").join(&service);
            if fresh.exists() {
                fs::remove_dir_all(&fresh)?;
            }
            fs::create_dir_all(&fresh)?;
            let mut command = import::command()?;
            command.args(["--docs", "import", "--out"]).arg(&fresh).arg(&model);
            match succeed(&mut command).and_then(|_| generate(runner, std::slice::from_ref(&fresh))) {
                Ok(_) => fs::rename(&fresh, &folder)?,
                Err(error) => fs::write(&mark, format!("{error:#}"))?,
            }
        }
        if mark.exists() { refused.push(service) } else { folders.push(folder) }
    }
    ensure!(!folders.is_empty(), "no service of botocore could be imported");
    Ok((folders, refused))
}

/// The newest model of a service, if it has one.
fn newest(folder: &Path) -> Result<Option<PathBuf>> {
    let mut versions = names(folder)?.into_iter().map(|version| folder.join(version).join("service-2.json.gz"));
    Ok(versions.rfind(|path| path.exists()))
}

/// The folders in a folder, sorted.
fn names(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", project::shown(folder)))? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}
