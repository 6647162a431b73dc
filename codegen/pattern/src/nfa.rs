//! Turns an expression into a nondeterministic automaton, with assertions as nodes of their own.

use crate::alphabet::Alphabet;
use crate::syntax::{Expr, Set};

/// The most nodes that are built before a pattern is given up.
const MOST_NODES: usize = 300_000;

pub(crate) type NodeId = usize;

/// A node, which is passed on the way from the start to the end of an expression.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// Takes one letter of a set, by its number.
    Letter { set: usize, next: NodeId },
    /// Goes any of these ways.
    Split(Vec<NodeId>),
    /// Passes if what follows does, or does not, begin with what is at `start`.
    Ahead { negative: bool, start: NodeId, next: NodeId },
    /// Passes if what precedes does, or does not, end with what is behind a tracker's start.
    Behind { negative: bool, tracker: usize, next: NodeId },
    /// Passes at the start of the value.
    Start { next: NodeId },
    /// Accepts at the end of the value.
    End,
    /// Accepts whatever follows.
    Done,
}

/// A nondeterministic automaton over an alphabet.
pub(crate) struct Nfa {
    pub(crate) nodes: Vec<Node>,
    pub(crate) start: NodeId,
    /// Where each look-behind starts; one that is inside another comes first.
    pub(crate) trackers: Vec<NodeId>,
    pub(crate) alphabet: Alphabet,
    /// For each set, whether it has each letter.
    pub(crate) sets: Vec<Vec<bool>>,
}

/// What makes a pattern too large.
pub(crate) struct TooLarge;

impl Nfa {
    /// The automaton that accepts the values which match `expr` as a whole.
    pub(crate) fn new(expr: &Expr) -> Result<Self, TooLarge> {
        let mut builder = Builder { nodes: vec![Node::End, Node::Done], trackers: Vec::new(), sets: Vec::new() };
        let start = builder.add(expr, END)?;
        let (alphabet, sets) = Alphabet::of(&builder.sets);
        Ok(Self { nodes: builder.nodes, start, trackers: builder.trackers, alphabet, sets })
    }

    /// For each node, whether there is a look-behind on any way from it.
    pub(crate) fn looking_behind(&self) -> Vec<bool> {
        let mut sources: Vec<Vec<NodeId>> = vec![Vec::new(); self.nodes.len()];
        let mut open = Vec::new();
        for (id, node) in self.nodes.iter().enumerate() {
            let mut leads = |next: &[NodeId]| next.iter().for_each(|&next| sources[next].push(id));
            match node {
                Node::Letter { next, .. } | Node::Start { next } => leads(&[*next]),
                Node::Split(ways) => leads(ways),
                Node::Ahead { start, next, .. } => leads(&[*start, *next]),
                Node::Behind { .. } => open.push(id),
                Node::End | Node::Done => {}
            }
        }
        let mut looking = vec![false; self.nodes.len()];
        while let Some(id) = open.pop() {
            if !std::mem::replace(&mut looking[id], true) {
                open.extend(&sources[id]);
            }
        }
        looking
    }
}

const END: NodeId = 0;
/// The node that accepts whatever follows.
pub(crate) const DONE: NodeId = 1;

struct Builder {
    nodes: Vec<Node>,
    trackers: Vec<NodeId>,
    sets: Vec<Set>,
}

impl Builder {
    fn push(&mut self, node: Node) -> Result<NodeId, TooLarge> {
        self.nodes.push(node);
        if self.nodes.len() > MOST_NODES { Err(TooLarge) } else { Ok(self.nodes.len() - 1) }
    }

    /// Adds `expr` in front of the node `next`.
    fn add(&mut self, expr: &Expr, next: NodeId) -> Result<NodeId, TooLarge> {
        match expr {
            Expr::Empty => Ok(next),
            Expr::Class(set) => {
                let set = self.set(set);
                self.push(Node::Letter { set, next })
            }
            Expr::Concat(parts) => parts.iter().rev().try_fold(next, |next, part| self.add(part, next)),
            Expr::Either(branches) => {
                let ways = branches.iter().map(|branch| self.add(branch, next)).collect::<Result<_, _>>()?;
                self.push(Node::Split(ways))
            }
            Expr::Repeat { body, min, max } => self.repeat(body, *min, *max, next),
            Expr::Ahead { negative, body } => {
                let start = self.add(body, DONE)?;
                self.push(Node::Ahead { negative: *negative, start, next })
            }
            Expr::Behind { negative, body } => {
                let start = self.add(body, DONE)?;
                self.trackers.push(start);
                self.push(Node::Behind { negative: *negative, tracker: self.trackers.len() - 1, next })
            }
            Expr::Start => self.push(Node::Start { next }),
            // the end is an assertion too, since something that takes nothing may follow
            Expr::End if next == END => Ok(END),
            Expr::End => self.push(Node::Ahead { negative: false, start: END, next }),
        }
    }

    fn repeat(&mut self, body: &Expr, min: u32, max: Option<u32>, next: NodeId) -> Result<NodeId, TooLarge> {
        let mut entry = next;
        match max {
            None => {
                entry = self.push(Node::Split(vec![next]))?;
                let again = self.add(body, entry)?;
                if let Some(Node::Split(ways)) = self.nodes.get_mut(entry) {
                    ways.push(again);
                }
            }
            Some(max) => {
                for _ in min..max {
                    let once = self.add(body, entry)?;
                    entry = self.push(Node::Split(vec![next, once]))?;
                }
            }
        }
        for _ in 0..min {
            let count = self.nodes.len();
            entry = self.add(body, entry)?;
            // what takes no node takes no time to repeat only if it is not repeated
            if self.nodes.len() == count {
                break;
            }
        }
        Ok(entry)
    }

    fn set(&mut self, set: &Set) -> usize {
        self.sets.iter().position(|known| known == set).unwrap_or_else(|| {
            self.sets.push(set.clone());
            self.sets.len() - 1
        })
    }
}
