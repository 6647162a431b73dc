//! Turns an automaton that accepts only a few values into the list of them.

use crate::dfa::{DEAD, Dfa};

/// A longer list takes longer to go through than an automaton.
const MOST_WORDS: usize = 24;
/// Whoever gets this far is on a loop, or in a list nobody would want to read.
const LONGEST_WORD: usize = 200;

/// All values that a minimal automaton accepts, in order, if they are few.
pub(crate) fn words(dfa: &Dfa) -> Option<Vec<String>> {
    let mut words = Vec::new();
    extend(dfa, dfa.start, &mut String::new(), &mut words)?;
    words.sort();
    Some(words)
}

fn extend(dfa: &Dfa, state: usize, word: &mut String, words: &mut Vec<String>) -> Option<()> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    if dfa.accepting.get(state) == Some(&true) {
        words.push(word.clone());
        if words.len() > MOST_WORDS {
            return None;
        }
    }
    let letters = dfa.alphabet.letters.iter().zip(dfa.row(state));
    for (letter, &next) in letters.filter(|&(_, &next)| next != DEAD) {
        for character in letter.ranges().iter().flat_map(|range| range.start()..=range.end()) {
            word.push(character);
            extend(dfa, next, word, words)?;
            word.pop();
        }
    }
    Some(())
}
