//! Turns a nondeterministic automaton with assertions into a deterministic one without.
//!
//! A look-ahead is an obligation: whoever passes it still has to go the ways of what is looked for
//! beside its own, and accepts only if those did, or did not, accept. A look-behind is a tracker:
//! it runs along from the start, so that at every position it is known whether it holds.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::dfa::Dfa;
use crate::nfa::{DONE, Nfa, Node, NodeId, TooLarge};

/// The most states of an automaton that is not minimal yet. What takes more mostly takes ever more;
/// it is given up after a second or so, for a nondeterministic automaton, which is small if slower.
const MOST_STATES: usize = 20_000;
/// The most steps of all that is done, as a bound on time.
const MOST_WORK: usize = 2_000_000;

/// A set of ways to go on, by its number.
pub(crate) type Ways = usize;
/// Ways that must not (if true) or must accept too.
pub(crate) type Obligation = (bool, Ways);
/// A node to go on from, and the obligations that came up before it.
pub(crate) type Way = (NodeId, Vec<Obligation>);

/// No way: nothing is accepted.
const NEVER: Ways = 0;
/// A way without any condition: everything is accepted.
pub(crate) const ALWAYS: Ways = 1;

/// For each tracker, the nodes that take the next letter.
pub(crate) type Tracks = Vec<Vec<NodeId>>;
/// A state of the deterministic automaton: how the pattern goes on, and the nodes of all trackers.
type State = (Ways, Tracks);

/// What is known of a position from what precedes it.
pub(crate) struct Position {
    at_start: bool,
    pub(crate) tracks: Tracks,
    /// For each tracker, whether it holds here.
    holds: Vec<bool>,
}

impl Position {
    fn holds(&self, tracker: usize) -> bool {
        self.holds.get(tracker).copied().unwrap_or(false)
    }
}

/// Builds the deterministic automaton.
pub(crate) fn determine(nfa: &Nfa) -> Result<Dfa, TooLarge> {
    let mut machine = Machine::new(nfa);
    let (start, position) = machine.start()?;

    let letters = nfa.alphabet.letters.len();
    let mut numbers: FxHashMap<State, usize> = FxHashMap::default();
    let mut states: Vec<State> = Vec::new();
    let mut enter = |ways: Ways, tracks: Tracks, states: &mut Vec<State>| {
        // what no longer depends on anything does not depend on what precedes either
        let state = if ways <= ALWAYS { (ways, Vec::new()) } else { (ways, tracks) };
        *numbers.entry(state.clone()).or_insert_with(|| {
            states.push(state);
            states.len() - 1
        })
    };
    enter(NEVER, Vec::new(), &mut states);
    let start = enter(start, position.tracks, &mut states);
    let mut steps = Vec::new();
    let mut accepting = Vec::new();
    let mut index = 0;
    while let Some((ways, tracks)) = states.get(index).cloned() {
        accepting.push(machine.accepts(ways));
        for letter in 0..letters {
            if ways <= ALWAYS {
                steps.push(index);
                continue;
            }
            let position = machine.position(Some((letter, &tracks)))?;
            let next = machine.step(ways, letter, &position, &mut FxHashMap::default())?;
            steps.push(enter(next, position.tracks, &mut states));
        }
        if states.len() > MOST_STATES || machine.work > MOST_WORK {
            return Err(TooLarge);
        }
        index += 1;
    }
    Ok(Dfa { alphabet: nfa.alphabet.clone(), start, steps, accepting })
}

/// The ways through an automaton, from letter to letter.
pub(crate) struct Machine<'a> {
    nfa: &'a Nfa,
    known: FxHashMap<Rc<[Way]>, Ways>,
    pub(crate) ways: Vec<Rc<[Way]>>,
    work: usize,
    /// What [`pass`](Self::pass) needs for a while, to be used again: nothing for each node.
    unseen: Vec<Seen>,
}

impl<'a> Machine<'a> {
    pub(crate) fn new(nfa: &'a Nfa) -> Self {
        let mut machine = Self { nfa, known: FxHashMap::default(), ways: Vec::new(), work: 0, unseen: Vec::new() };
        machine.intern(&[]);
        machine.intern(&[(DONE, Vec::new())]);
        machine
    }

    /// The ways that are open at the start, and what is known there.
    pub(crate) fn start(&mut self) -> Result<(Ways, Position), TooLarge> {
        let position = self.position(None)?;
        let start = self.reach(vec![(self.nfa.start, Vec::new())], &position)?;
        Ok((start, position))
    }

    pub(crate) fn intern(&mut self, ways: &[Way]) -> Ways {
        if let Some(&known) = self.known.get(ways) {
            return known;
        }
        let ways: Rc<[Way]> = ways.into();
        self.ways.push(Rc::clone(&ways));
        self.known.insert(ways, self.ways.len() - 1);
        self.ways.len() - 1
    }

    fn takes(&self, set: usize, letter: usize) -> bool {
        self.nfa.sets.get(set).and_then(|set| set.get(letter)).copied().unwrap_or(false)
    }

    /// The start, or the position after a letter.
    pub(crate) fn position(&mut self, after: Option<(usize, &[Vec<NodeId>])>) -> Result<Position, TooLarge> {
        let mut position = Position { at_start: after.is_none(), tracks: Vec::new(), holds: Vec::new() };
        for (tracker, &start) in self.nfa.trackers.iter().enumerate() {
            // what is looked for may begin at every position
            let mut ways = vec![(start, Vec::new())];
            if let Some((letter, tracks)) = after {
                for &node in tracks.get(tracker).into_iter().flatten() {
                    if let Some(&Node::Letter { set, next }) = self.nfa.nodes.get(node)
                        && self.takes(set, letter)
                    {
                        ways.push((next, Vec::new()));
                    }
                }
            }
            let mut nodes: Vec<NodeId> = self.pass(ways, &position)?.into_iter().map(|(node, _)| node).collect();
            position.holds.push(nodes.contains(&DONE));
            nodes.retain(|&node| node != DONE);
            nodes.sort_unstable();
            nodes.dedup();
            position.tracks.push(nodes);
        }
        Ok(position)
    }

    /// All ways that are open from `ways` without taking a letter, as a set.
    fn reach(&mut self, ways: Vec<Way>, position: &Position) -> Result<Ways, TooLarge> {
        let ways = self.pass(ways, position)?;
        Ok(self.intern(&simplest(ways)))
    }

    fn pass(&mut self, open: Vec<Way>, position: &Position) -> Result<Vec<Way>, TooLarge> {
        let mut seen = self.unseen.pop().unwrap_or_else(|| Seen::new(self.nfa.nodes.len()));
        let reached = self.pass_unseen(open, position, &mut seen)?;
        seen.forget();
        self.unseen.push(seen);
        Ok(reached)
    }

    fn pass_unseen(&mut self, mut open: Vec<Way>, position: &Position, seen: &mut Seen) -> Result<Vec<Way>, TooLarge> {
        let mut reached = Vec::new();
        while let Some((id, obligations)) = open.pop() {
            self.work += 1;
            if self.work > MOST_WORK {
                return Err(TooLarge);
            }
            if !seen.is_new(id, &obligations) {
                continue;
            }
            match self.nfa.nodes.get(id) {
                Some(Node::Letter { .. } | Node::End | Node::Done) => {
                    reached.push((id, obligations));
                }
                Some(Node::Split(ways)) => {
                    open.extend(ways.iter().map(|&way| (way, obligations.clone())));
                }
                Some(&Node::Ahead { negative, start, next }) => {
                    let ahead = self.reach(vec![(start, Vec::new())], position)?;
                    if let Some(obligations) = with(obligations, (negative, ahead)) {
                        open.push((next, obligations));
                    }
                }
                Some(&Node::Behind { negative, tracker, next }) if position.holds(tracker) != negative => {
                    open.push((next, obligations));
                }
                Some(&Node::Start { next }) if position.at_start => open.push((next, obligations)),
                Some(Node::Behind { .. } | Node::Start { .. }) | None => {}
            }
        }
        Ok(reached)
    }

    /// The ways that are open after a letter.
    pub(crate) fn step(
        &mut self,
        ways: Ways,
        letter: usize,
        position: &Position,
        memo: &mut FxHashMap<Ways, Ways>,
    ) -> Result<Ways, TooLarge> {
        if ways <= ALWAYS {
            return Ok(ways);
        }
        if let Some(&known) = memo.get(&ways) {
            return Ok(known);
        }
        let mut open = Vec::new();
        'ways: for &(node, ref obligations) in &*self.ways.get(ways).cloned().unwrap_or_default() {
            let next = match self.nfa.nodes.get(node) {
                Some(&Node::Letter { set, next }) if self.takes(set, letter) => next,
                Some(Node::Done) => node,
                Some(_) | None => continue,
            };
            let mut left = Vec::new();
            for &(negative, ahead) in obligations {
                let ahead = self.step(ahead, letter, position, memo)?;
                match with(left, (negative, ahead)) {
                    Some(more) => left = more,
                    None => continue 'ways,
                }
            }
            open.push((next, left));
        }
        let next = self.reach(open, position)?;
        memo.insert(ways, next);
        Ok(next)
    }

    /// All nodes that a set of ways, and whatever they have to meet, goes on from.
    pub(crate) fn nodes(&self, ways: Ways) -> Vec<NodeId> {
        let ways = self.ways.get(ways).into_iter().flat_map(|ways| &**ways);
        ways.flat_map(|(node, obligations)| {
            let ahead = obligations.iter().flat_map(|&(_, ahead)| self.nodes(ahead));
            ahead.chain([*node])
        })
        .collect()
    }

    /// Whether the end of the value may be here.
    pub(crate) fn accepts(&self, ways: Ways) -> bool {
        self.ways.get(ways).into_iter().flat_map(|ways| &**ways).any(|(node, obligations)| {
            matches!(self.nfa.nodes.get(*node), Some(Node::End | Node::Done))
                && obligations.iter().all(|&(negative, ahead)| self.accepts(ahead) != negative)
        })
    }
}

/// With which obligations each node was met, while ways are gone without taking a letter.
struct Seen {
    obligations: Vec<Vec<Vec<Obligation>>>,
    met: Vec<NodeId>,
}

impl Seen {
    fn new(nodes: usize) -> Self {
        Self { obligations: vec![Vec::new(); nodes], met: Vec::new() }
    }

    /// Whether a way is not superfluous yet: the same node with fewer obligations makes it so.
    fn is_new(&mut self, node: NodeId, obligations: &[Obligation]) -> bool {
        let Some(earlier) = self.obligations.get_mut(node) else { return false };
        if earlier.iter().any(|fewer| fewer.iter().all(|one| obligations.contains(one))) {
            return false;
        }
        earlier.push(obligations.to_vec());
        self.met.push(node);
        true
    }

    fn forget(&mut self) {
        for node in self.met.drain(..) {
            self.obligations[node].clear();
        }
    }
}

/// `obligations` with one more, or nothing if they cannot all be met.
fn with(mut obligations: Vec<Obligation>, (negative, ahead): Obligation) -> Option<Vec<Obligation>> {
    if ahead <= ALWAYS {
        return ((ahead == ALWAYS) != negative).then_some(obligations);
    }
    if obligations.contains(&(!negative, ahead)) {
        return None;
    }
    if let Err(place) = obligations.binary_search(&(negative, ahead)) {
        obligations.insert(place, (negative, ahead));
    }
    Some(obligations)
}

/// The same ways, in order, without those that another makes superfluous.
fn simplest(mut ways: Vec<Way>) -> Vec<Way> {
    if ways.iter().any(|(node, obligations)| *node == DONE && obligations.is_empty()) {
        return vec![(DONE, Vec::new())];
    }
    ways.sort_unstable();
    ways.dedup();
    if ways.iter().all(|(_, obligations)| obligations.is_empty()) {
        return ways;
    }
    let superfluous: Vec<bool> = ways
        .iter()
        .enumerate()
        .map(|(index, (node, obligations))| {
            let from = ways.partition_point(|(other, _)| other < node);
            ways.iter().enumerate().skip(from).take_while(|(_, (other, _))| other == node).any(|(other, (_, fewer))| {
                other != index
                    && fewer.len() < obligations.len()
                    && fewer.iter().all(|one| obligations.binary_search(one).is_ok())
            })
        })
        .collect();
    let mut superfluous = superfluous.into_iter();
    ways.retain(|_| !superfluous.next().unwrap_or(false));
    ways
}
