//! Turns an automaton that counts into one that does not and bounds on the length of a value.
//!
//! A repetition such as `{0,2048}` costs a state for each count. Often the counts do no more than
//! limit the length of the whole value; this is proven here, never supposed.

use crate::runtime::pattern::Length;
use rustc_hash::FxHashSet;

use crate::alphabet::Alphabet;
use crate::assertion;
use crate::determine::determine;
use crate::dfa::{DEAD, Dfa};
use crate::nfa::Nfa;
use crate::syntax::{Expr, Set, union};

/// The most steps of a proof before it is given up.
const MOST_WORK: usize = 10_000_000;
/// Counts below this are left alone.
const LEAST_COUNT: u32 = 8;

/// The automaton of one repeated class, if `expr` is that, and the bounds of the repetition.
pub(crate) fn one_class(expr: &Expr) -> Option<(Set, Length)> {
    match expr {
        Expr::Class(set) => Some((set.clone(), Length { min: 1, max: 1 })),
        Expr::Repeat { body, min: 1, max: Some(1) } => one_class(body),
        Expr::Repeat { body, min, max } => match one_class(body)? {
            (set, Length { min: 1, max: 1 }) => Some((set, Length { min: *min, max: max.unwrap_or(u32::MAX) })),
            _ => None,
        },
        Expr::Empty
        | Expr::Concat(_)
        | Expr::Either(_)
        | Expr::Ahead { .. }
        | Expr::Behind { .. }
        | Expr::Start
        | Expr::End => None,
    }
}

/// The parts of a look-ahead at the very front that does no more than count characters of a class
/// up to the end: the class, the bounds, and what comes after the look-ahead.
pub(crate) fn counting_ahead(expr: &Expr) -> Option<(Set, Length, Expr)> {
    let Expr::Concat(parts) = expr else {
        return None;
    };
    let (Expr::Ahead { negative: false, body }, rest) = parts.split_first()? else {
        return None;
    };
    let Expr::Concat(counted) = &**body else {
        return None;
    };
    let counted = match counted.split_first()? {
        (Expr::Start, counted) => counted,
        _ => counted,
    };
    let [counted, end] = counted else { return None };
    let (mut class, length) = one_class(counted)?;
    match end {
        Expr::End => {}
        end if *end == assertion::dollar(false, false) => {
            // this is the end only where no line terminator comes into play
            class.difference(&assertion::terminators(false));
        }
        _ => return None,
    }
    Some((class, length, Expr::Concat(rest.to_vec()).without_ends()))
}

/// Whether all characters of accepted values are in a class.
pub(crate) fn is_within(dfa: &Dfa, class: &Set) -> bool {
    let mut outside = characters(dfa);
    outside.difference(class);
    outside.ranges().is_empty()
}

/// The automaton that accepts any number of characters of a class.
pub(crate) fn run(set: &Set) -> Option<Dfa> {
    build(&Expr::Class(set.clone()).repeat(0, None))
}

/// A smaller automaton which accepts, of the values within the bounds, those that `dfa` accepts,
/// while `dfa` accepts no other values.
pub(crate) fn simpler(expr: &Expr, dfa: &Dfa) -> Option<(Dfa, Length)> {
    let length = lengths(dfa)?;
    let largest = largest_count(expr);
    let candidates = [
        run(&characters(dfa)),
        (largest >= LEAST_COUNT).then(|| build(&unbounded(expr, LEAST_COUNT))).flatten(),
        (largest >= LEAST_COUNT).then(|| build(&unbounded(expr, largest))).flatten(),
    ];
    let smaller = candidates.into_iter().flatten().filter(|candidate| candidate.states() < dfa.states());
    smaller.into_iter().find(|candidate| same(dfa, candidate, length).unwrap_or(false)).map(|dfa| (dfa, length))
}

fn build(expr: &Expr) -> Option<Dfa> {
    determine(&Nfa::new(expr).ok()?).ok().map(|dfa| dfa.minimal())
}

/// All characters that some accepted value has.
fn characters(dfa: &Dfa) -> Set {
    let used =
        |letter: usize| (0..dfa.states()).any(|state| dfa.row(state).get(letter).is_some_and(|&next| next != DEAD));
    let letters = dfa.alphabet.letters.iter().enumerate().filter(|&(letter, _)| used(letter));
    union(letters.map(|(_, set)| set))
}

fn largest_count(expr: &Expr) -> u32 {
    match expr {
        Expr::Empty | Expr::Class(_) | Expr::Start | Expr::End => 0,
        Expr::Concat(parts) | Expr::Either(parts) => parts.iter().map(largest_count).max().unwrap_or(0),
        Expr::Repeat { body, min, max } => {
            let own = max.filter(|max| max != min).unwrap_or(0);
            own.max(largest_count(body))
        }
        Expr::Ahead { body, .. } | Expr::Behind { body, .. } => largest_count(body),
    }
}

/// `expr` without the counts of repetitions that go from one to another of at least `least`.
fn unbounded(expr: &Expr, least: u32) -> Expr {
    let all = |parts: &[Expr]| parts.iter().map(|part| unbounded(part, least)).collect();
    match expr {
        Expr::Empty | Expr::Class(_) | Expr::Start | Expr::End => expr.clone(),
        Expr::Concat(parts) => Expr::Concat(all(parts)),
        Expr::Either(branches) => Expr::Either(all(branches)),
        Expr::Repeat { body, min, max: Some(max) } if max != min && *max >= least => {
            unbounded(body, least).repeat(if *min < least { *min } else { 0 }, None)
        }
        Expr::Repeat { body, min, max } => unbounded(body, least).repeat(*min, *max),
        Expr::Ahead { negative, body } => unbounded(body, least).ahead(*negative),
        Expr::Behind { negative, body } => unbounded(body, least).behind(*negative),
    }
}

/// The fewest and most characters of accepted values, if any value is accepted.
fn lengths(dfa: &Dfa) -> Option<Length> {
    let mut layer = vec![dfa.start];
    let mut seen = FxHashSet::from_iter([dfa.start]);
    let mut min = 0;
    while !layer.iter().any(|&state| dfa.accepting[state]) {
        layer = layer.iter().flat_map(|&state| dfa.row(state)).copied().filter(|&next| seen.insert(next)).collect();
        min += 1;
        if layer.is_empty() {
            return None;
        }
    }
    Some(Length { min, max: longest(dfa).unwrap_or(u32::MAX) })
}

/// The length of the longest way through a minimal automaton, if it has no loop.
fn longest(dfa: &Dfa) -> Option<u32> {
    // take away, one after the other, states that nothing else leads to
    let mut leading = vec![0_usize; dfa.states()];
    for state in 1..dfa.states() {
        for &next in dfa.row(state) {
            leading[next] += 1;
        }
    }
    let mut depth = vec![0; dfa.states()];
    let mut free: Vec<usize> = (1..dfa.states()).filter(|&state| leading[state] == 0).collect();
    let mut taken = 0;
    while let Some(state) = free.pop() {
        taken += 1;
        for &next in dfa.row(state) {
            depth[next] = depth[next].max(depth[state] + 1);
            leading[next] -= 1;
            if next != DEAD && leading[next] == 0 {
                free.push(next);
            }
        }
    }
    let accepted = (1..dfa.states()).filter(|&state| dfa.accepting[state]).map(|state| depth[state]);
    (taken + 1 == dfa.states()).then(|| accepted.max().unwrap_or(0))
}

/// Whether `simple` accepts the same as `dfa` among the values within `length`; nothing if that
/// takes too long to tell.
fn same(dfa: &Dfa, simple: &Dfa, length: Length) -> Option<bool> {
    let letters = common_letters(dfa, simple)?;
    let mut work = 0;
    let mut layer = vec![(dfa.start, simple.start)];
    let mut seen = FxHashSet::default();
    let mut at = 0;
    // beyond the bounds `dfa` accepts nothing, since that is what the bounds are
    while at <= length.max && !layer.is_empty() {
        let within = length.min <= at;
        if within && layer.iter().any(|&(one, other)| dfa.accepting[one] != simple.accepting[other]) {
            return Some(false);
        }
        let mut next_layer = Vec::new();
        for &(one, other) in &layer {
            work += letters.len();
            for &(letter, counterpart) in &letters {
                let pair = (dfa.row(one)[letter], simple.row(other)[counterpart]);
                // with no upper bound a pair need be looked at once only
                let fresh = !within || length.max != u32::MAX || seen.insert(pair);
                if fresh && pair != (DEAD, DEAD) {
                    next_layer.push(pair);
                }
            }
        }
        if work > MOST_WORK {
            return None;
        }
        next_layer.sort_unstable();
        next_layer.dedup();
        layer = next_layer;
        at = at.saturating_add(1);
    }
    Some(true)
}

/// The letters of an alphabet which is as fine as both, each as a letter of the one and the other.
fn common_letters(one: &Dfa, other: &Dfa) -> Option<Vec<(usize, usize)>> {
    let sets: Vec<Set> = one.alphabet.letters.iter().chain(&other.alphabet.letters).cloned().collect();
    let (alphabet, _) = Alphabet::of(&sets);
    let mut pairs = FxHashSet::default();
    for letter in &alphabet.letters {
        let character = letter.ranges().first()?.start();
        pairs.insert((one.alphabet.letter(character)?, other.alphabet.letter(character)?));
    }
    Some(pairs.into_iter().collect())
}
