//! Turns a deterministic automaton into the smallest that accepts the same values.

use crate::alphabet::Alphabet;
use crate::sample::Graph;
use crate::syntax::Set;

/// The state from which no value is accepted.
pub(crate) const DEAD: usize = 0;

/// A deterministic automaton over an alphabet, of which state 0 is dead.
#[derive(Clone, Debug)]
pub(crate) struct Dfa {
    pub(crate) alphabet: Alphabet,
    pub(crate) start: usize,
    /// The next state, for each state and letter.
    pub(crate) steps: Vec<usize>,
    pub(crate) accepting: Vec<bool>,
}

impl Graph for Dfa {
    fn letters(&self) -> &[Set] {
        &self.alphabet.letters
    }

    fn states(&self) -> usize {
        self.states()
    }

    fn starts(&self) -> &[usize] {
        std::slice::from_ref(&self.start)
    }

    fn accepts(&self, state: usize) -> bool {
        self.accepting[state]
    }

    fn next(&self, state: usize) -> &[usize] {
        self.row(state)
    }

    fn step(&self, state: usize, letter: usize) -> &[usize] {
        std::slice::from_ref(&self.row(state)[letter])
    }
}

impl Dfa {
    /// How many states there are.
    pub(crate) fn states(&self) -> usize {
        self.accepting.len()
    }

    /// The next states, for each letter.
    pub(crate) fn row(&self, state: usize) -> &[usize] {
        let letters = self.alphabet.letters.len();
        self.steps.get(state * letters..(state + 1) * letters).unwrap_or_default()
    }

    /// The smallest automaton that accepts the same values, with the coarsest alphabet.
    pub(crate) fn minimal(&self) -> Self {
        let blocks = self.blocks();
        // number the blocks in the order in which they are reached, the dead one first
        let mut number = vec![None; self.states()];
        let mut order = vec![DEAD];
        number[blocks[DEAD]] = Some(0);
        let mut place = |state: usize, order: &mut Vec<usize>| {
            *number[blocks[state]].get_or_insert_with(|| {
                order.push(state);
                order.len() - 1
            })
        };
        let start = place(self.start, &mut order);
        let mut rows: Vec<Vec<usize>> = Vec::new();
        let mut index = 0;
        while let Some(&state) = order.get(index) {
            rows.push(self.row(state).iter().map(|&next| place(next, &mut order)).collect());
            index += 1;
        }
        let accepting = order.iter().map(|&state| self.accepting[state]).collect();
        self.with_fewer_letters(start, &rows, accepting)
    }

    /// Makes one of the letters that lead to the same states everywhere.
    fn with_fewer_letters(&self, start: usize, rows: &[Vec<usize>], accepting: Vec<bool>) -> Self {
        let mut columns: Vec<Vec<usize>> = Vec::new();
        let mut new = Vec::new();
        for letter in 0..self.alphabet.letters.len() {
            let column: Vec<usize> = rows.iter().map(|row| row[letter]).collect();
            new.push(columns.iter().position(|known| *known == column).unwrap_or_else(|| {
                columns.push(column);
                columns.len() - 1
            }));
        }
        let steps = (0..rows.len()).flat_map(|state| columns.iter().map(move |column| column[state])).collect();
        Self { alphabet: self.alphabet.merged(&new, columns.len()), start, steps, accepting }
    }

    /// The block of each state: the states of one block accept the same (Hopcroft's algorithm).
    fn blocks(&self) -> Vec<usize> {
        let letters = self.alphabet.letters.len();
        let states = self.states();
        let mut sources: Vec<Vec<usize>> = vec![Vec::new(); states * letters];
        for state in 0..states {
            for (letter, &next) in self.row(state).iter().enumerate() {
                sources[next * letters + letter].push(state);
            }
        }
        let mut block_of: Vec<usize> = self.accepting.iter().map(|&accepting| usize::from(accepting)).collect();
        let mut blocks: Vec<Vec<usize>> = vec![Vec::new(), Vec::new()];
        let mut place = vec![0; states];
        for (state, &block) in block_of.iter().enumerate() {
            place[state] = blocks[block].len();
            blocks[block].push(state);
        }
        let mut waiting = vec![0, 1];
        let mut is_waiting = vec![true, true];
        while let Some(splitter) = waiting.pop() {
            is_waiting[splitter] = false;
            let members = blocks[splitter].clone();
            for letter in 0..letters {
                // the states that lead into the splitter, by their block
                let mut leading: Vec<(usize, usize)> = members
                    .iter()
                    .flat_map(|&state| &sources[state * letters + letter])
                    .map(|&state| (block_of[state], state))
                    .collect();
                leading.sort_unstable();
                for group in leading.chunk_by(|one, other| one.0 == other.0) {
                    let block = group[0].0;
                    if group.len() == blocks[block].len() {
                        continue;
                    }
                    let part: Vec<usize> = group.iter().map(|&(_, state)| state).collect();
                    let new = blocks.len();
                    for (new_place, &state) in part.iter().enumerate() {
                        blocks[block].swap_remove(place[state]);
                        if let Some(&moved) = blocks[block].get(place[state]) {
                            place[moved] = place[state];
                        }
                        block_of[state] = new;
                        place[state] = new_place;
                    }
                    let smaller = if part.len() < blocks[block].len() { new } else { block };
                    blocks.push(part);
                    is_waiting.push(false);
                    let next = if is_waiting[block] { new } else { smaller };
                    is_waiting[next] = true;
                    waiting.push(next);
                }
            }
        }
        block_of
    }
}
