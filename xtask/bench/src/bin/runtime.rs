//! Cases in process -> nanoseconds of a call, or calls for callgrind to count.
//!
//! ```text
//! runtime time ROUNDS [FILTER...]     prints `case<TAB>median<TAB>least<TAB>most`
//! runtime count CALLS [FILTER...]     prints each case after it was called
//! ```
//!
//! With filters, only cases that have one of them in their names.
//!
//! `cargo xtask bench` runs this for one round at a time, in turn with other programs of the same command line: what
//! disturbs the machine disturbs all of them, and each round has a layout of memory of its own.

use std::future::Future;
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use bench::ours::{self, Pools};
use bench::{REQUESTS, Request, State, hand, spaced, with_attributes};
use bytes::Bytes;
use cognito_idp::patterns::{CLIENT_ID_TYPE, CUSTOM_ATTRIBUTE_NAME_TYPE, USER_POOL_ID_TYPE};
use hyper::{Response, StatusCode};
use regex::Regex;
use serde_json::Value;

#[cfg(feature = "mimalloc")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The least time to call a case for in a round.
const ROUND: Duration = Duration::from_millis(20);

struct Case {
    name: String,
    call: Box<dyn FnMut()>,
}

impl Case {
    fn new<T>(name: String, mut call: impl FnMut() -> T + 'static) -> Self {
        Self { name, call: Box::new(move || drop(black_box(call()))) }
    }
}

/// The only code that callgrind counts: it knows it by its name.
#[inline(never)]
fn measured(call: &mut dyn FnMut(), calls: u32) {
    for _ in 0..calls {
        call();
    }
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [command, number, filters @ ..] = &arguments[..] else { bail!("usage: runtime time|count NUMBER [FILTER...]") };
    let number: u32 = number.parse().context("the number is not one")?;
    let is_meant = |case: &Case| filters.is_empty() || filters.iter().any(|filter| case.name.contains(filter));
    let cases = cases()?.into_iter().filter(is_meant);
    match command.as_str() {
        "time" => time(cases.collect(), number),
        "count" => {
            for Case { name, mut call } in cases {
                // what is made at the first call is not counted
                call();
                measured(&mut call, number);
                println!("{name}");
            }
        }
        _ => bail!("usage: runtime time|count NUMBER [FILTER...]"),
    }
    Ok(())
}

fn time(mut cases: Vec<Case>, rounds: u32) {
    let calls: Vec<u32> = cases.iter_mut().map(|case| enough(&mut case.call)).collect();
    let mut figures = vec![Vec::new(); cases.len()];
    for _ in 0..rounds {
        for ((case, calls), figures) in cases.iter_mut().zip(&calls).zip(&mut figures) {
            let start = Instant::now();
            measured(&mut case.call, *calls);
            figures.push(start.elapsed().as_secs_f64() * 1e9 / f64::from(*calls));
        }
    }
    for (case, mut figures) in cases.into_iter().zip(figures) {
        figures.sort_by(f64::total_cmp);
        let (low, high) = (figures[0], figures[figures.len() - 1]);
        println!("{}\t{:.2}\t{low:.2}\t{high:.2}", case.name, figures[figures.len() / 2]);
    }
}

/// How many calls take a round.
fn enough(call: &mut dyn FnMut()) -> u32 {
    let mut calls = 1;
    loop {
        let start = Instant::now();
        measured(call, calls);
        if start.elapsed() >= ROUND / 4 {
            return calls * 4;
        }
        calls *= 2;
    }
}

fn cases() -> Result<Vec<Case>> {
    // as long as the process
    let state: &'static State = Box::leak(Box::default());
    let server: &'static _ = Box::leak(Box::new(cognito_idp::server(Pools(State::new()))));
    let dispatch = |operation: &'static str, body: &'static [u8]| now(server.dispatch(operation, body));
    let mut cases = Vec::new();
    for Request { short, target, operation, body, spoil: (good, bad) } in REQUESTS {
        let bytes = body.as_bytes();
        let answers = [
            ours::core(target, bytes, state).context("refused")?.to_vec(),
            hand::answer(target, bytes, state).map_err(|refused| anyhow::anyhow!("{refused}"))?,
            dispatch(operation, bytes).into_body().to_vec(),
        ];
        let [core, by_hand, whole] = answers.map(|answer| serde_json::from_slice::<Value>(&answer).unwrap_or_default());
        ensure!(core == by_hand && core == whole && core.is_object(), "{operation} is not answered alike");
        cases.push(Case::new(format!("all/{short}/hand"), move || {
            hand::answer(black_box(target), black_box(bytes), state)
        }));
        cases.push(Case::new(format!("all/{short}/ours"), move || {
            ours::core(black_box(target), black_box(bytes), state)
        }));
        let blanks = spaced(body).leak().as_bytes();
        let core = ours::core(target, blanks, state).context("refused with blanks")?;
        ensure!(serde_json::from_slice::<Value>(&core)? == by_hand, "{operation} is not answered alike with blanks");
        cases.push(Case::new(format!("all/{short}/ours-spaced"), move || {
            ours::core(black_box(target), black_box(blanks), state)
        }));
        cases.push(Case::new(format!("server/{short}/good"), move || dispatch(black_box(operation), black_box(bytes))));
        ensure!(body.contains(good), "{good} is not in {body}");
        let bytes = body.replacen(good, bad, 1).leak().as_bytes();
        ensure!(dispatch(operation, bytes).status() == StatusCode::BAD_REQUEST, "{bad} is good");
        ensure!(matches!(hand::answer(target, bytes, state), Err(hand::Refused::Invalid(_))), "{bad} is good by hand");
        cases.push(Case::new(format!("server/{short}/bad"), move || dispatch(black_box(operation), black_box(bytes))));
    }
    for count in [10, 100, 1_000, 10_000] {
        let body = with_attributes(count).leak().as_bytes();
        let target = "AWSCognitoIdentityProviderService.AdminCreateUser";
        ensure!(ours::core(target, body, state).is_some(), "{count} attributes are refused");
        ensure!(hand::answer(target, body, state).is_ok(), "{count} attributes are refused by hand");
        // the number of bytes is part of the name, for whoever divides by it
        let name = |rival| format!("attributes/{count}/{}/{rival}", body.len());
        cases.push(Case::new(name("hand"), move || hand::answer(target, black_box(body), state)));
        cases.push(Case::new(name("ours"), move || ours::core(target, black_box(body), state)));
    }
    cases.extend(patterns()?);
    Ok(cases)
}

/// Values of 20 and 200 bytes, matched by the generated matchers and by `regex`, which is given the pattern as it is,
/// and once more with classes of ASCII only, as the API means them.
fn patterns() -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    let trials = [
        ("pool", r"[\w-]+_[0-9a-zA-Z]+", USER_POOL_ID_TYPE, "eu-west-3_", "Harbour456"),
        ("name", r"[\p{L}\p{M}\p{S}\p{N}\p{P}]+", CUSTOM_ATTRIBUTE_NAME_TYPE, "t.arnesen@", "fjord.test"),
        ("client", r"[\w+]+", CLIENT_ID_TYPE, "4ks92jd8s0", "q7hf3nz6v1"),
    ];
    for (short, source, ours, start, more) in trials {
        ensure!(ours.source() == source, "{short} is another pattern");
        for length in [20, 200] {
            let value: &'static str = format!("{start}{}", more.repeat(length / 10 - 1)).leak();
            let ascii = source.replace(r"\w", "0-9A-Za-z_");
            for (rival, source) in [("regex", source), ("regex-ascii", ascii.as_str())] {
                let regex = Regex::new(&format!("^(?:{source})$"))?;
                ensure!(regex.is_match(value), "{value} does not match");
                let name = format!("pattern/{short}/{length}/{rival}");
                cases.push(Case::new(name, move || regex.is_match(black_box(value))));
            }
            ensure!(ours.matches(value), "{value} does not match");
            cases.push(Case::new(format!("pattern/{short}/{length}/ours"), move || ours.matches(black_box(value))));
        }
    }
    Ok(cases)
}

/// The answer of a handler that waits for nothing.
fn now(answer: impl Future<Output = Response<Bytes>>) -> Response<Bytes> {
    match pin!(answer).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(response) => response,
        Poll::Pending => Response::default(),
    }
}
