//! The cases of `xtask/bench/src/bin/runtime.rs`, and of rivals of others -> how they compare.

use std::collections::BTreeMap;
use std::fs;
use std::iter;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::figures::{Goal, Row, Samples, Section, Unit};
use super::{Effort, counts, tools};
use crate::conformance::Sdk;
use crate::packages::succeed;
use crate::{import, models};

/// Operations: the short name that cases have, the name, and the goal against `hand`.
const OPERATIONS: [(&str, &str, f64); 3] =
    [("cert", "GetSigningCertificate", 0.22), ("admin", "AdminCreateUser", 0.42), ("pool", "CreateUserPool", 0.52)];

/// The patterns by their short names.
const PATTERNS: [(&str, &str); 3] =
    [("pool", r"[\w-]+_[0-9a-zA-Z]+"), ("name", r"[\p{L}\p{M}\p{S}\p{N}\p{P}]+"), ("client", r"[\w+]+")];

/// Goals of patterns: bytes of the value, and times as quick as `regex`.
const LENGTHS: [(u32, f64); 2] = [(20, 2.0), (200, 5.0)];

/// What the rounds and the counting found, by case.
#[derive(Default)]
struct Cases {
    times: BTreeMap<String, Samples>,
    instructions: BTreeMap<String, f64>,
    /// Why there is no pull parser.
    lacks: String,
}

pub fn measure(effort: &Effort) -> Result<Vec<Section>> {
    let cases = cases(effort, "", &["server/", "pattern/", "attributes/"], true)?;
    let uncounted = counts::missing().map_or_else(String::new, |why| format!(" Instructions: not measured: {why}."));
    let operations = |title: &str, cases: &Cases| Section {
        title: title.to_owned(),
        text: "Lookup by the header, parse, validate, answer and write. `hand` is serde_json with derives and `regex` \
               (`xtask/bench/src/hand.rs`); `pull` is a parser written by hand that borrows all text; ours below \
               `Server` does the same work as they do. `spaced` is the same body as botocore writes it, with a blank \
               after each comma and colon. Each round is a process of its own, of these cases only."
            .to_owned()
            + &uncounted,
        drawn: true,
        rows: OPERATIONS.iter().flat_map(|operation| operation_rows(cases, operation)).collect(),
    };
    let attributes = |title: &str, cases: &Cases| Section {
        title: title.to_owned(),
        text: "`AdminCreateUser` with more and more attributes: nanoseconds for each byte of the request.".to_owned(),
        drawn: false,
        rows: ["hand", "ours"].iter().flat_map(|rival| attribute_rows(cases, rival)).collect(),
    };
    let mut sections = vec![
        operations("Three operations", &cases),
        Section {
            title: "The whole way, and one violation".to_owned(),
            text: "`Server::dispatch`, which hands out an `http::Response`, with a good request, and with the same \
                   request when one constraint is violated."
                .to_owned(),
            drawn: false,
            rows: OPERATIONS.iter().flat_map(|(short, name, _)| violation_rows(&cases, short, name)).collect(),
        },
        Section {
            title: "Patterns".to_owned(),
            text:
                "A whole value matched. `regex` has the pattern as it is written; `regex, ASCII` the classes that the \
                   API means by it. Ratios say how many times as quick ours is."
                    .to_owned(),
            drawn: false,
            rows: PATTERNS.iter().flat_map(|pattern| pattern_rows(&cases, pattern)).collect(),
        },
        attributes("Cost of a byte", &cases),
    ];
    if !effort.quick {
        let cases = self::cases(effort, "mimalloc", &["attributes/"], false)?;
        sections.push(operations("Three operations, all with mimalloc", &cases).without_goals());
        sections.push(attributes("Cost of a byte, all with mimalloc", &cases).without_goals());
    }
    Ok(sections)
}

/// Runs the programs in turn, a round each, and counts instructions. Their feature is one of both crates. The operations,
/// and each of the other groups that our cases' names begin with, have a process of their own, so that none finds what
/// another left behind.
fn cases(effort: &Effort, feature: &str, groups: &[&'static str], counted: bool) -> Result<Cases> {
    let ours = tools::build(&["--bin", "runtime", "--features", feature])?.join("runtime");
    let mut operations = vec![(ours.clone(), "all/")];
    let others = groups.iter().map(|group| (ours.clone(), *group));
    let mut programs = vec![(ours.clone(), "runtime::measured")];
    let mut cases = Cases::default();
    match pull(effort, feature) {
        Ok(program) => {
            // first, and so beside what it is compared with
            operations.insert(0, (program.clone(), "/pull"));
            programs.push((program, "measured"));
        }
        Err(error) => cases.lacks = format!("{error:#}").lines().take(1).collect(),
    }
    // several times in a round, since what is compared there is nearly alike
    let runs: Vec<_> = iter::repeat_n(operations, 3).flatten().chain(others).collect();
    for round in 0..effort.of(31, 3) {
        for (program, filter) in &runs {
            let text = succeed(Command::new(program).args(["time", "1", filter]))?;
            for line in text.lines() {
                let mut fields = line.split('\t');
                let (Some(case), Some(time)) = (fields.next(), fields.next()) else { continue };
                let time = time.parse().with_context(|| format!("no time in {line:?}"))?;
                cases.times.entry(case.to_owned()).or_default().0.push(time);
            }
        }
        println!("round {} done", round + 1);
    }
    if counted && counts::missing().is_none() {
        for (program, function) in &programs {
            println!("counting instructions …");
            cases.instructions.extend(counts::count(program, function)?);
        }
    }
    Ok(cases)
}

/// Builds the pull parser of others by their own script.
fn pull(effort: &Effort, feature: &str) -> Result<PathBuf> {
    let script = effort.rivals.join("micro/build.sh");
    let script = script.canonicalize().context("needs a folder of rivals, see --rivals")?;
    if let Some(why) = tools::missing(Sdk::Boto3.recipe().tools) {
        bail!(why);
    }
    Sdk::Boto3.install()?;
    let models = models::models(&["cognito-idp"])?;
    let model = tools::room().join("cognito-idp.json");
    fs::create_dir_all(tools::room())?;
    fs::write(&model, import::read(models.paths.first().context("needs a model of cognito-idp")?)?)?;
    let room = tools::room().join(format!("rivals{feature}"));
    println!("building pull …");
    let features = if feature.is_empty() { String::new() } else { format!(" --features {feature}") };
    let mut command = Command::new("sh");
    command.arg(&script).args([&model, &room]).env("CARGO_ARGS", format!("--no-default-features{features}"));
    succeed(command.env("CARGO_TARGET_DIR", room.join("target"))).context("the rivals do not build")?;
    Ok(room.join("target/release/micro"))
}

impl Cases {
    /// A row of a case.
    fn row(&self, name: &str, case: &str) -> Row {
        match self.times.get(case) {
            Some(times) => Row::new(name, Unit::Nanoseconds, times).instructions(self.instructions.get(case).copied()),
            None => Row::missing(name, Unit::Nanoseconds, &self.lacks),
        }
    }

    /// A row of the ratios of two cases.
    fn ratio(&self, name: &str, case: &str, rival: &str) -> Row {
        let (Some(times), Some(rivals)) = (self.times.get(case), self.times.get(rival)) else {
            return Row::missing(name, Unit::Ratio, &self.lacks);
        };
        let counts = self.instructions.get(case).zip(self.instructions.get(rival));
        Row::new(name, Unit::Ratio, &times.over(rivals)).instructions(counts.map(|(count, rival)| count / rival))
    }
}

fn operation_rows(cases: &Cases, (short, name, goal): &(&str, &str, f64)) -> Vec<Row> {
    let case = |rival: &str| format!("all/{short}/{rival}");
    let mut rows: Vec<Row> =
        ["hand", "pull", "ours"].iter().map(|rival| cases.row(&format!("{name}, {rival}"), &case(rival))).collect();
    let ratio = |rival| cases.ratio(&format!("{name}, ours : {rival}"), &case("ours"), &case(rival));
    rows.push(cases.row(&format!("{name}, ours, spaced"), &case("ours-spaced")));
    rows.extend([ratio("hand").goal(Goal::AtMost(*goal)), ratio("pull").goal(Goal::AtMost(1.1))]);
    rows
}

fn violation_rows(cases: &Cases, short: &str, name: &str) -> Vec<Row> {
    let (good, bad) = (format!("server/{short}/good"), format!("server/{short}/bad"));
    vec![
        cases.row(&format!("{name}, good"), &good),
        cases.row(&format!("{name}, one violation"), &bad),
        cases.ratio(&format!("{name}, violation : good"), &bad, &good).goal(Goal::AtMost(3.0)),
    ]
}

fn pattern_rows(cases: &Cases, (short, pattern): &(&str, &str)) -> Vec<Row> {
    let mut rows = Vec::new();
    for (length, goal) in LENGTHS {
        let name = |what: &str| format!("`{pattern}`, {length} bytes, {what}");
        let case = |what: &str| format!("pattern/{short}/{length}/{what}");
        rows.extend([
            cases.row(&name("regex"), &case("regex")),
            cases.row(&name("regex, ASCII"), &case("regex-ascii")),
            cases.row(&name("ours"), &case("ours")),
            cases.ratio(&name("regex : ours"), &case("regex"), &case("ours")).goal(Goal::AtLeast(goal)),
        ]);
    }
    rows
}

/// Cases named `attributes/COUNT/BYTES/RIVAL`.
fn attribute_rows(cases: &Cases, rival: &str) -> Vec<Row> {
    let mut costs: Vec<(u32, Samples, Option<f64>)> = Vec::new();
    for (case, times) in &cases.times {
        let fields: Vec<&str> = case.split('/').collect();
        let ["attributes", count, bytes, who] = fields[..] else { continue };
        let (Ok(count), Ok(bytes)) = (count.parse(), bytes.parse::<f64>()) else { continue };
        if who == rival {
            let times = Samples(times.0.iter().map(|time| time / bytes).collect());
            costs.push((count, times, cases.instructions.get(case).map(|count| count / bytes)));
        }
    }
    costs.sort_by_key(|(count, ..)| *count);
    let together = together(&costs);
    // the dearest and the cheapest of all rounds: those of each round would be what disturbed it most and least
    let share = |(_, times, _): &&(u32, Samples, Option<f64>)| times.over(&together).median();
    let dearest = costs.iter().max_by(|one, other| share(one).total_cmp(&share(other)));
    let cheapest = costs.iter().min_by(|one, other| share(one).total_cmp(&share(other)));
    let ratio = dearest.zip(cheapest).map(|((_, dearest, _), (_, cheapest, _))| dearest.over(cheapest));
    let row = |(count, times, instructions): &(u32, Samples, Option<f64>)| {
        Row::new(format!("{count} attributes, {rival}"), Unit::Nanoseconds, times).instructions(*instructions)
    };
    let mut rows: Vec<Row> = costs.iter().map(row).collect();
    rows.extend(ratio.map(|ratio| {
        let row = Row::new(format!("dearest : cheapest, {rival}"), Unit::Ratio, &ratio);
        if rival == "ours" { row.goal(Goal::AtMost(1.2)) } else { row }
    }));
    rows
}

/// What all of a round cost together.
fn together(costs: &[(u32, Samples, Option<f64>)]) -> Samples {
    let rounds = costs.first().map_or(0, |(_, times, _)| times.0.len());
    Samples((0..rounds).map(|round| costs.iter().map(|(_, times, _)| times.0[round]).sum()).collect())
}
