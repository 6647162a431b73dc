//! Turns a nondeterministic automaton with assertions into one without.
//!
//! Only assertions are determined: a state is one way, with what it still has to meet and what is
//! known of what precedes it. So a pattern without assertions has a state for each letter in it.

use std::collections::BTreeMap;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::alphabet::Alphabet;
use crate::determine::{ALWAYS, Machine, Position, Tracks, Ways};
use crate::dfa::{DEAD, Dfa};
use crate::nfa::{Nfa, TooLarge};
use crate::sample::Graph;
use crate::syntax::Set;

/// The most states: as many as a set of the run time may have.
const MOST_STATES: usize = crate::runtime::pattern::MOST_WORDS * 64;
/// The most ways from state to state, of which optional parts in a row have very many.
const MOST_WAYS: usize = 100_000;
/// The most sets of states of which it is found out what they reject.
const MOST_SETS: usize = 1000;

/// A nondeterministic automaton over an alphabet.
#[derive(Clone, Debug)]
pub(crate) struct Plain {
    pub(crate) alphabet: Alphabet,
    pub(crate) starts: Vec<usize>,
    pub(crate) states: Vec<State>,
}

/// A state, from which each letter that it takes leads to the same states.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// Whether it takes each letter.
    pub(crate) takes: Vec<bool>,
    pub(crate) next: Vec<usize>,
    pub(crate) accepting: bool,
}

/// A way alone, by the number of the set that it makes, and what precedes it.
type Place = (Ways, Rc<Tracks>);

/// Where places lead to: for each set of places, which letters lead to it.
struct Fork {
    accepting: bool,
    ways: BTreeMap<Vec<usize>, Vec<bool>>,
}

impl Plain {
    /// The automaton without assertions that accepts the same values.
    pub(crate) fn new(nfa: &Nfa) -> Result<Self, TooLarge> {
        let mut explorer = Explorer {
            machine: Machine::new(nfa),
            looking_behind: nfa.looking_behind(),
            numbers: FxHashMap::default(),
            places: Vec::new(),
            known: FxHashMap::default(),
        };
        let (start, position) = explorer.machine.start()?;
        let starts = explorer.enter(start, &Rc::new(position.tracks));
        let letters = nfa.alphabet.letters.len();
        let mut forks = Vec::new();
        while let Some(place) = explorer.places.get(forks.len()).cloned() {
            forks.push(explorer.fork(forks.len(), &place, letters)?);
            if explorer.places.len() > MOST_STATES {
                return Err(TooLarge);
            }
        }
        // in the order of the pattern, in which what follows a state mostly is near it
        let mut order: Vec<usize> = (0..forks.len()).collect();
        order.sort_by_key(|&place| std::cmp::Reverse(explorer.node(place)));
        laid_out(&nfa.alphabet, &starts, &forks, &order)
    }

    /// As much of the deterministic automaton as is small; all that is beyond it is accepted.
    pub(crate) fn rejecting(&self) -> Dfa {
        let letters = self.alphabet.letters.len();
        let beyond = 1;
        let mut sets: Vec<Vec<usize>> = vec![Vec::new(), Vec::new(), self.starts.clone()];
        let mut numbers: FxHashMap<Vec<usize>, usize> =
            FxHashMap::from_iter([(Vec::new(), DEAD), (self.starts.clone(), 2)]);
        let start = numbers.get(&self.starts).copied().unwrap_or(DEAD);
        let mut dfa = Dfa { alphabet: self.alphabet.clone(), start, steps: Vec::new(), accepting: Vec::new() };
        let mut index = 0;
        while let Some(set) = sets.get(index).cloned() {
            dfa.accepting.push(index == beyond || set.iter().any(|&state| self.states[state].accepting));
            for letter in 0..letters {
                let taking = set.iter().map(|&state| &self.states[state]).filter(|state| state.takes[letter]);
                let mut next: Vec<usize> = taking.flat_map(|state| &state.next).copied().collect();
                next.sort_unstable();
                next.dedup();
                dfa.steps.push(match numbers.get(&next) {
                    _ if index == beyond => beyond,
                    Some(&known) => known,
                    None if sets.len() == MOST_SETS => beyond,
                    None => {
                        sets.push(next.clone());
                        numbers.insert(next, sets.len() - 1);
                        sets.len() - 1
                    }
                });
            }
            index += 1;
        }
        dfa
    }
}

impl Graph for Plain {
    fn letters(&self) -> &[Set] {
        &self.alphabet.letters
    }

    fn states(&self) -> usize {
        self.states.len()
    }

    fn starts(&self) -> &[usize] {
        &self.starts
    }

    fn accepts(&self, state: usize) -> bool {
        self.states[state].accepting
    }

    fn next(&self, state: usize) -> &[usize] {
        &self.states[state].next
    }

    fn step(&self, state: usize, letter: usize) -> &[usize] {
        let State { takes, next, .. } = &self.states[state];
        if takes[letter] { next } else { &[] }
    }
}

struct Explorer<'a> {
    machine: Machine<'a>,
    /// For each node, whether it still matters what precedes.
    looking_behind: Vec<bool>,
    numbers: FxHashMap<Place, usize>,
    places: Vec<Place>,
    /// What is known after what precedes and a letter.
    known: FxHashMap<(Rc<Tracks>, usize), Rc<Position>>,
}

impl Explorer<'_> {
    /// The places of all ways of a set.
    fn enter(&mut self, ways: Ways, tracks: &Rc<Tracks>) -> Vec<usize> {
        let mut entered = Vec::new();
        for way in &*self.machine.ways.get(ways).cloned().unwrap_or_default() {
            let way = self.machine.intern(std::slice::from_ref(way));
            let depends = self.machine.nodes(way).into_iter().any(|node| self.looking_behind[node]);
            let tracks = if depends { Rc::clone(tracks) } else { Rc::default() };
            let places = &mut self.places;
            entered.push(*self.numbers.entry((way, tracks)).or_insert_with_key(|place| {
                places.push(place.clone());
                places.len() - 1
            }));
        }
        entered.sort_unstable();
        entered
    }

    fn fork(&mut self, number: usize, (way, tracks): &Place, letters: usize) -> Result<Fork, TooLarge> {
        let mut fork = Fork { accepting: self.machine.accepts(*way), ways: BTreeMap::new() };
        for letter in 0..letters {
            let next = if *way == ALWAYS {
                vec![number]
            } else {
                let position = self.position(tracks, letter)?;
                let next = self.machine.step(*way, letter, &position, &mut FxHashMap::default())?;
                self.enter(next, &Rc::new(position.tracks.clone()))
            };
            fork.ways.entry(next).or_insert_with(|| vec![false; letters])[letter] = true;
        }
        Ok(fork)
    }

    fn position(&mut self, tracks: &Rc<Tracks>, letter: usize) -> Result<Rc<Position>, TooLarge> {
        let key = (Rc::clone(tracks), letter);
        if let Some(known) = self.known.get(&key) {
            return Ok(Rc::clone(known));
        }
        let position = Rc::new(self.machine.position(Some((letter, tracks)))?);
        self.known.insert(key, Rc::clone(&position));
        Ok(position)
    }

    fn node(&self, place: usize) -> Option<usize> {
        let (way, _) = self.places.get(place)?;
        self.machine.ways.get(*way)?.first().map(|&(node, _)| node)
    }
}

/// The states of all places from which a value may be accepted: one for each way to go on.
fn laid_out(alphabet: &Alphabet, starts: &[usize], forks: &[Fork], order: &[usize]) -> Result<Plain, TooLarge> {
    let live = live(forks);
    let mut numbers: Vec<Vec<usize>> = vec![Vec::new(); forks.len()];
    let mut states: Vec<State> = Vec::new();
    for &place in order.iter().filter(|&&place| live[place]) {
        let Fork { accepting, ways } = &forks[place];
        let alive = |next: &Vec<usize>| next.iter().any(|&next| live[next]);
        for (next, takes) in ways.iter().filter(|(next, _)| alive(next)) {
            numbers[place].push(states.len());
            states.push(State { takes: takes.clone(), next: next.clone(), accepting: *accepting });
        }
        if numbers[place].is_empty() {
            numbers[place].push(states.len());
            let takes = vec![false; alphabet.letters.len()];
            states.push(State { takes, next: Vec::new(), accepting: *accepting });
        }
    }
    let states_of = |places: &[usize]| places.iter().flat_map(|&place| &numbers[place]).copied().collect::<Vec<_>>();
    for state in &mut states {
        state.next = states_of(&state.next);
    }
    if states.len() > MOST_STATES || states.iter().map(|state| state.next.len()).sum::<usize>() > MOST_WAYS {
        return Err(TooLarge);
    }
    Ok(with_fewer_letters(alphabet, states_of(starts), states))
}

/// For each place, whether a value may be accepted from there.
fn live(forks: &[Fork]) -> Vec<bool> {
    let mut sources: Vec<Vec<usize>> = vec![Vec::new(); forks.len()];
    for (place, fork) in forks.iter().enumerate() {
        fork.ways.keys().flatten().for_each(|&next| sources[next].push(place));
    }
    let mut live = vec![false; forks.len()];
    let mut open: Vec<usize> = (0..forks.len()).filter(|&place| forks[place].accepting).collect();
    while let Some(place) = open.pop() {
        if !std::mem::replace(&mut live[place], true) {
            open.extend(&sources[place]);
        }
    }
    live
}

/// Makes one of the letters that the same states take.
fn with_fewer_letters(alphabet: &Alphabet, starts: Vec<usize>, mut states: Vec<State>) -> Plain {
    let mut columns: Vec<Vec<bool>> = Vec::new();
    let mut new = Vec::new();
    for letter in 0..alphabet.letters.len() {
        let column: Vec<bool> = states.iter().map(|state| state.takes[letter]).collect();
        new.push(columns.iter().position(|known| *known == column).unwrap_or_else(|| {
            columns.push(column);
            columns.len() - 1
        }));
    }
    for (index, state) in states.iter_mut().enumerate() {
        state.takes = columns.iter().map(|column| column[index]).collect();
    }
    Plain { alphabet: alphabet.merged(&new, columns.len()), starts, states }
}
