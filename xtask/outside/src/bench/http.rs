//! Servers on one core, and a generator of load on another -> answers a second; the mock -> its start and memory.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use super::Effort;
use super::figures::{Goal, Row, Samples, Section, Unit};
use super::tools::{Runner, build, missing, room, sources};
use crate::conformance::{Process, Sdk};
use crate::packages::{Packages, Tool, command, succeed};

/// How long a server may take to listen.
const START_LIMIT: Duration = Duration::from_secs(60);

/// The cores of servers, and of what drives them.
const SERVER: usize = 0;
const GENERATOR: usize = 1;

/// How many connections are open.
const CONNECTIONS: &str = "32";

/// A running server, and what it was asked.
struct Server {
    process: Process,
    address: String,
    /// Answers a second.
    rates: Samples,
    /// Answers a second that its core was busy with it.
    costs: Samples,
}

impl Server {
    /// How many times as many answers this one gives as a rival: a second, and a second of the CPU.
    fn over(&self, name: &str, rival: &Self, goal: f64) -> [Row; 2] {
        [
            Row::new(name, Unit::Ratio, &self.rates.over(&rival.rates)),
            Row::new(format!("{name}, by CPU"), Unit::Ratio, &self.costs.over(&rival.costs)).goal(Goal::AtLeast(goal)),
        ]
    }
}

/// What drives servers.
struct Rig {
    runner: Runner,
    /// Where the bench crate's programs are.
    programs: PathBuf,
}

/// A server of others, which answers `DescribeUserPool`.
struct Rival {
    packages: Packages,
    /// The command, without the port.
    start: &'static [&'static str],
    port: Port,
    /// How many times as many answers ours shall give.
    goal: f64,
}

/// How a server is told its port.
enum Port {
    Argument(&'static str),
    Variable(&'static str),
}

pub fn measure(effort: &Effort) -> Result<Vec<Section>> {
    let rig = Rig { runner: Runner::build()?, programs: build(&["--bins"])? };
    Ok(vec![answers(&rig, effort)?, greater(&rig, effort)?, emulators(&rig, effort)?, mock(&rig, effort)?])
}

fn answers(rig: &Rig, effort: &Effort) -> Result<Section> {
    let [mut tcp, mut hyper, mut axum, mut ours] =
        [rig.serve("tcp")?, rig.serve("hyper")?, rig.serve("axum")?, rig.serve("ours")?];
    let body = body("get_signing_certificate")?;
    // many short rounds: the machine's speed changes within seconds
    for round in 0..effort.of(27, 2) {
        for server in [&mut tcp, &mut hyper, &mut axum, &mut ours] {
            rig.load(server, "GetSigningCertificate", &body, "1")?;
        }
        println!("round {} done", round + 1);
    }
    let servers = [("TCP alone", &tcp), ("hyper, a ready answer", &hyper), ("axum by hand", &axum), ("ours", &ours)];
    let mut rows: Vec<Row> =
        servers.iter().map(|(name, server)| Row::new(*name, Unit::PerSecond, &server.rates)).collect();
    rows.extend(ours.over("ours : hyper", &hyper, 0.92));
    rows.extend(ours.over("ours : axum", &axum, 1.5));
    let busy =
        |(name, server): &(&str, &Server)| format!("{name} {:.0} %", server.rates.over(&server.costs).median() * 100.0);
    let busy: Vec<String> = servers.iter().map(busy).collect();
    Ok(Section {
        title: "One core".to_owned(),
        text: format!(
            "`GetSigningCertificate` over {CONNECTIONS} connections on loopback. Servers have one core, the generator \
             another. Where a server's core is not busy all the time, the generator is the limit, and rates come close \
             to each other; so the goals are for answers in a second of the server's CPU. Busy: {}.",
            busy.join(", ")
        ),
        drawn: true,
        rows,
    })
}

/// The other requests, which the ready answers of hyper and TCP are none to.
fn greater(rig: &Rig, effort: &Effort) -> Result<Section> {
    let mut rows = Vec::new();
    for (operation, file) in [("AdminCreateUser", "admin_create_user"), ("CreateUserPool", "create_user_pool")] {
        let (body, mut axum, mut ours) = (body(file)?, rig.serve("axum")?, rig.serve("ours")?);
        for _ in 0..effort.of(27, 2) {
            for server in [&mut axum, &mut ours] {
                rig.load(server, operation, &body, "1")?;
            }
        }
        rows.push(Row::new(format!("{operation}, axum by hand"), Unit::PerSecond, &axum.rates));
        rows.push(Row::new(format!("{operation}, ours"), Unit::PerSecond, &ours.rates));
        rows.extend(ours.over(&format!("{operation}, ours : axum"), &axum, 1.5));
    }
    Ok(Section {
        title: "Greater requests".to_owned(),
        text: "The same with the two requests of which there is more to read, check and write.".to_owned(),
        drawn: true,
        rows,
    })
}

fn emulators(rig: &Rig, effort: &Effort) -> Result<Section> {
    const DESCRIBE: &str = "DescribeUserPool";
    let mut ours = rig.serve("ours")?;
    let (own, seconds) = (r#"{"UserPoolId":"eu-west-3_Harbour"}"#, effort.of("3", "1"));
    rig.load(&mut ours, DESCRIBE, own, "1")?;
    let mut rates = std::mem::take(&mut ours.rates);
    let mut rows = Vec::new();
    for rival in rivals() {
        let (name, ratio) = (rival.packages.name, format!("ours : {}", rival.packages.name));
        if let Some(why) = missing(rival.packages.tools) {
            rows.push(Row::missing(name, Unit::PerSecond, &why));
            rows.push(Row::missing(ratio, Unit::Ratio, why).goal(Goal::AtLeast(rival.goal)));
            continue;
        }
        rival.packages.install()?;
        let mut server = rig.start(&rival)?;
        let created = rig.once(&server, "CreateUserPool", r#"{"PoolName":"bench"}"#)?;
        let created: Value = serde_json::from_str(&created).with_context(|| format!("{name} made no pool"))?;
        let pool = serde_json::json!({ "UserPoolId": created["UserPool"]["Id"] }).to_string();
        // what is loaded at the first calls is no cost of later ones
        rig.load(&mut server, DESCRIBE, &pool, "1")?;
        server.rates = Samples::default();
        for _ in 0..effort.of(5, 1) {
            rig.load(&mut ours, DESCRIBE, own, seconds)?;
            rig.load(&mut server, DESCRIBE, &pool, seconds)?;
        }
        rows.push(Row::new(name, Unit::PerSecond, &server.rates));
        rows.push(Row::new(ratio, Unit::Ratio, &ours.rates.over(&server.rates)).goal(Goal::AtLeast(rival.goal)));
        rates.0.append(&mut ours.rates.0);
    }
    rows.insert(0, Row::new("ours", Unit::PerSecond, &rates));
    Ok(Section {
        title: "Emulators".to_owned(),
        text: format!(
            "`DescribeUserPool` of a pool that exists, over {CONNECTIONS} connections, one core for each server. The \
             emulators keep pools in a store; ours has a handler that makes one up."
        ),
        drawn: false,
        rows,
    })
}

/// The body of a request, by its file.
fn body(file: &str) -> Result<String> {
    Ok(fs::read_to_string(sources().join("bodies").join(file).with_extension("json"))?)
}

fn rivals() -> [Rival; 2] {
    let packages = |name, tools: &'static [Tool], pins, install| Packages {
        name,
        tools,
        pins,
        install,
        sources: sources().join(name),
        room: room().join(name),
    };
    let (python, javascript) = (Sdk::Boto3.recipe(), Sdk::Javascript.recipe());
    [
        Rival {
            packages: packages("moto", python.tools, python.pins, python.install),
            start: &["bin/python", "-I", "bin/moto_server"],
            port: Port::Argument("--port"),
            goal: 350.0,
        },
        Rival {
            packages: packages("cognito-local", javascript.tools, javascript.pins, javascript.install),
            start: &["node", "node_modules/cognito-local/lib/bin/start.js"],
            port: Port::Variable("PORT"),
            goal: 30.0,
        },
    ]
}

/// From starting the mock to its first answer, and what it holds in memory then.
fn mock(rig: &Rig, effort: &Effort) -> Result<Section> {
    let (mut starts, mut memory) = (Samples::default(), Samples::default());
    let body = r#"{"UserPoolId":"eu-west-3_Harbour"}"#;
    for _ in 0..effort.of(31, 5) {
        let start = Instant::now();
        let process = Process::start(Command::new(rig.programs.join("mock")).args(["--listen", "127.0.0.1:0"]))?;
        let address = listening(&process)?;
        let mut stream = TcpStream::connect(&address)?;
        let target = "AWSCognitoIdentityProviderService.GetSigningCertificate";
        let head = format!("POST / HTTP/1.1\r\nhost: {address}\r\nx-amz-target: {target}\r\nconnection: close\r\n");
        write!(
            stream,
            "{head}content-type: application/x-amz-json-1.1\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        starts.0.push(start.elapsed().as_secs_f64() * 1e3);
        ensure!(answer.starts_with("HTTP/1.1 200"), "the mock answers {answer}");
        memory.0.push(resident(process.id())?);
    }
    Ok(Section {
        title: "The mock".to_owned(),
        text:
            "The example `mock`, built for use: from its start to the end of its first answer, and the memory that it \
               holds (VmRSS) when it has given it."
                .to_owned(),
        drawn: false,
        rows: vec![
            Row::new("first answer", Unit::Milliseconds, &starts).goal(Goal::AtMost(10.0)),
            Row::new("memory", Unit::Megabytes, &memory).goal(Goal::AtMost(8.0)),
        ],
    })
}

impl Rig {
    /// Starts a server of the bench crate.
    fn serve(&self, which: &str) -> Result<Server> {
        let mut command = Command::new(self.programs.join("serve"));
        let process = Process::start(&mut self.runner.on_core(SERVER, command.arg(which)))?;
        let address = listening(&process)?;
        Ok(Server { process, address, rates: Samples::default(), costs: Samples::default() })
    }

    /// Starts a server of others, and waits until it listens.
    fn start(&self, rival: &Rival) -> Result<Server> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port().to_string();
        let mut command = command(rival.start, &rival.packages.room);
        match rival.port {
            Port::Argument(name) => command.args([name, &port]),
            Port::Variable(name) => command.env(name, &port),
        };
        let mut process = Process::start(&mut self.runner.on_core(SERVER, &command))?;
        let (address, start) = (format!("127.0.0.1:{port}"), Instant::now());
        while TcpStream::connect(&address).is_err() {
            if process.ended()?.is_some() || start.elapsed() > START_LIMIT {
                bail!("{} does not listen\n{}", rival.packages.name, process.stop());
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(Server { process, address, rates: Samples::default(), costs: Samples::default() })
    }

    /// The answer to one request.
    fn once(&self, server: &Server, operation: &str, body: &str) -> Result<String> {
        let mut command = Command::new(self.programs.join("load"));
        succeed(command.args([&server.address, operation, body, "--once"]))
    }

    /// Sends as many requests as the server answers in some seconds, and notes how many those were.
    fn load(&self, server: &mut Server, operation: &str, body: &str, seconds: &str) -> Result<()> {
        let mut command = Command::new(self.programs.join("load"));
        command.args([&server.address, operation, body, "--connections", CONNECTIONS, "--seconds", seconds]);
        let before = cpu(server.process.id())?;
        let text = succeed(&mut self.runner.on_core(GENERATOR, &command))?;
        let busy = cpu(server.process.id())? - before;
        let report: Value = serde_json::from_str(&text).with_context(|| format!("cannot read {text:?}"))?;
        let figure = |name: &str| report[name].as_f64().with_context(|| format!("the generator tells no {name}"));
        server.rates.0.push(figure("rate")?);
        server.costs.0.push(figure("answers")? / busy);
        Ok(())
    }
}

/// The address in the first line of a server, `listening on http://127.0.0.1:9229`; more words may follow.
fn listening(process: &Process) -> Result<String> {
    let line = process.line(START_LIMIT)?.context("the server ended before it listened")?;
    let address = line.strip_prefix("listening on http://").and_then(|rest| rest.split(' ').next());
    Ok(address.with_context(|| format!("the server does not say that it listens, but {line:?}"))?.to_owned())
}

/// Seconds of processors that a process took.
fn cpu(id: u32) -> Result<f64> {
    let text = fs::read_to_string(Path::new("/proc").join(id.to_string()).join("stat"))?;
    // the name of the program comes before, in parentheses, and may have anything in it; then fields from the third on
    let fields = text.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    // Linux counts hundredths here, on every machine
    Ok(fields.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0)
}

/// Megabytes that a process holds in memory.
fn resident(id: u32) -> Result<f64> {
    let text = fs::read_to_string(Path::new("/proc").join(id.to_string()).join("status"))?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("Linux tells no VmRSS")?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse().context("VmRSS is no number")?;
    Ok(kilobytes * 1024.0 / 1e6)
}
