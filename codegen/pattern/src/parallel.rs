//! Turns a nondeterministic automaton into sets of states, owned by the generator.

use std::collections::{BTreeMap, BTreeSet};

use crate::letters::Letters;
use crate::nfa::TooLarge;
use crate::plain::Plain;
use crate::runtime::pattern as rt;
use crate::runtime::pattern::{Length, Strategy};

/// The most words in all sets: 64 KiB, which still is quick to compile.
const MOST_WORDS: usize = 8192;

/// An automaton in sets, as [`rt::ParallelAutomaton`] has it.
#[derive(Clone, Debug)]
pub struct Parallel {
    /// What reads characters.
    pub letters: Letters,
    /// For each letter, the states that take it.
    pub takes: Vec<u64>,
    /// Ways from a state to the one that is so many further.
    pub distances: Vec<usize>,
    /// For each distance, the states from which there is such a way.
    pub shifts: Vec<u64>,
    /// Ways from any state of a set to all states of another: two sets for each.
    pub jumps: Vec<u64>,
    /// The first states.
    pub start: Vec<u64>,
    /// The accepting states.
    pub accepting: Vec<u64>,
}

impl Parallel {
    pub(crate) fn new(plain: &Plain) -> Result<Self, TooLarge> {
        let letters = Letters::new(&plain.alphabet).ok_or(TooLarge)?;
        let words = plain.states.len().div_ceil(64).max(1);
        let set = |members: &mut dyn Iterator<Item = usize>| {
            let mut set = vec![0_u64; words];
            members.for_each(|state| set[state / 64] |= 1 << (state % 64));
            set
        };
        let states = || plain.states.iter().enumerate();
        let takes = (0..plain.alphabet.letters.len())
            .flat_map(|letter| set(&mut states().filter(|(_, state)| state.takes[letter]).map(|(index, _)| index)))
            .collect();
        let Moves { distances, jumps } = Moves::new(plain, MOST_WORDS / words)?;
        let parallel = Self {
            letters,
            takes,
            shifts: distances.values().flat_map(|from| set(&mut from.iter().copied())).collect(),
            distances: distances.into_keys().collect(),
            jumps: jumps
                .iter()
                .flat_map(|(from, to)| [from, to])
                .flat_map(|all| set(&mut all.iter().copied()))
                .collect(),
            start: set(&mut plain.starts.iter().copied()),
            accepting: set(&mut states().filter(|(_, state)| state.accepting).map(|(index, _)| index)),
        };
        let size = parallel.takes.len() + parallel.shifts.len() + parallel.jumps.len();
        if size > MOST_WORDS { Err(TooLarge) } else { Ok(parallel) }
    }

    /// Runs the matcher of the run time on these sets.
    pub(crate) fn matches(&self, length: Length, value: &str) -> bool {
        let Self { letters, takes, distances, shifts, jumps, start, accepting } = self;
        letters.lend(|letters| {
            let automaton = rt::ParallelAutomaton { letters, takes, distances, shifts, jumps, start, accepting };
            rt::Pattern::new("", length, Strategy::ParallelAutomaton(automaton)).matches(value)
        })
    }
}

/// The ways from state to state, taken together in as few sets as is easy to find.
struct Moves {
    /// For each distance, the states from which one goes so far.
    distances: BTreeMap<usize, BTreeSet<usize>>,
    jumps: Vec<Jump>,
}

/// Several ways which one set, or two, stand for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Together {
    /// The number of a jump.
    Jump(usize),
    Distance(usize),
}

impl Moves {
    /// Again and again, what most of the ways that are left have in common is taken together.
    fn new(plain: &Plain, most_sets: usize) -> Result<Self, TooLarge> {
        let all: Vec<(usize, usize)> = plain
            .states
            .iter()
            .enumerate()
            .flat_map(|(from, state)| state.next.iter().map(move |&to| (from, to)))
            .collect();
        let (jumps, jump_to) = jumps(plain.states.len(), &all);
        let (mut used_distances, mut used_jumps) = (BTreeSet::new(), BTreeSet::new());
        let mut left = all.clone();
        while !left.is_empty() {
            let mut counts: BTreeMap<Together, usize> = BTreeMap::new();
            for &(from, to) in &left {
                *counts.entry(Together::Jump(jump_to[to])).or_default() += 1;
                if let Some(distance) = to.checked_sub(from) {
                    *counts.entry(Together::Distance(distance)).or_default() += 1;
                }
            }
            match counts.into_iter().max_by_key(|&(together, count)| (count, together)) {
                Some((Together::Jump(jump), _)) => {
                    used_jumps.insert(jump);
                    left.retain(|&(_, to)| jump_to[to] != jump);
                }
                Some((Together::Distance(distance), _)) => {
                    used_distances.insert(distance);
                    left.retain(|&(from, to)| to.checked_sub(from) != Some(distance));
                }
                None => break,
            }
            if used_distances.len() + 2 * used_jumps.len() > most_sets {
                return Err(TooLarge);
            }
        }
        let mut distances: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (from, to) in all {
            if let Some(distance) = to.checked_sub(from).filter(|distance| used_distances.contains(distance)) {
                distances.entry(distance).or_default().insert(from);
            }
        }
        let jumps = jumps.into_iter().enumerate().filter(|(jump, _)| used_jumps.contains(jump));
        Ok(Self { distances, jumps: jumps.map(|(_, jump)| jump).collect() })
    }
}

/// States, and those to which one goes from each of them.
type Jump = (Vec<usize>, Vec<usize>);

/// The jumps that are all ways together, and by which one each state is reached.
///
/// States to which one goes from the same states share a jump.
fn jumps(states: usize, ways: &[(usize, usize)]) -> (Vec<Jump>, Vec<usize>) {
    let mut sources = vec![Vec::new(); states];
    for &(from, to) in ways {
        sources[to].push(from);
    }
    let mut targets: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for (to, from) in sources.into_iter().enumerate() {
        targets.entry(from).or_default().push(to);
    }
    let jumps: Vec<Jump> = targets.into_iter().collect();
    let mut jump_to = vec![0; states];
    for (number, (_, targets)) in jumps.iter().enumerate() {
        for &to in targets {
            jump_to[to] = number;
        }
    }
    (jumps, jump_to)
}
