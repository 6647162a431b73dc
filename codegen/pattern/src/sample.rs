//! Turns an automaton into readable values which it accepts, or does not.

use regex_syntax::hir::ClassUnicodeRange;

use crate::alphabet::contains;
use crate::syntax::Set;

/// No sample is longer than this.
pub(crate) const LONGEST: u64 = 1 << 20;
/// The most entries of the table that is made for a sample, as a bound on memory.
const MOST_ENTRIES: u64 = 1 << 27;

/// Which of several lengths to prefer.
#[derive(Clone, Copy)]
pub(crate) enum Prefer {
    Shortest,
    Longest,
}

/// An automaton as samples see it.
pub(crate) trait Graph {
    /// The characters that each letter stands for.
    fn letters(&self) -> &[Set];
    /// How many states there are.
    fn states(&self) -> usize;
    /// The first states.
    fn starts(&self) -> &[usize];
    /// Whether a state accepts.
    fn accepts(&self, state: usize) -> bool;
    /// The states to which any letter leads.
    fn next(&self, state: usize) -> &[usize];
    /// The states to which a letter leads.
    fn step(&self, state: usize, letter: usize) -> &[usize];
}

/// A value of `min` to `max` characters that leads to an accepting, or a rejecting, state.
pub(crate) fn sample(graph: &impl Graph, accepting: bool, min: u64, max: u64, prefer: Prefer) -> Option<String> {
    let states = graph.states() as u64;
    let most = max.min(LONGEST).min(MOST_ENTRIES / states.max(1));
    let most = match prefer {
        // a value that is longer than this only goes round once more
        Prefer::Shortest => most.min(min.saturating_add(states.saturating_mul(4)).saturating_add(64)),
        Prefer::Longest => most,
    };
    // for each number of characters, the states from which that many lead to where they should
    let mut good = vec![(0..graph.states()).map(|state| graph.accepts(state) == accepting).collect::<Vec<bool>>()];
    let mut found = None;
    for length in 0..=most {
        let here = good.last()?;
        if length >= min && graph.starts().iter().any(|&start| here[start]) {
            found = Some(length);
            if matches!(prefer, Prefer::Shortest) {
                break;
            }
        }
        if !here.contains(&true) {
            break;
        }
        let before = (0..graph.states()).map(|state| graph.next(state).iter().any(|&next| here[next])).collect();
        good.push(before);
    }
    let found = usize::try_from(found?).ok()?;
    let choices: Vec<Choice> = graph.letters().iter().map(Choice::new).collect();
    let mut states: Vec<usize> = graph.starts().iter().copied().filter(|&start| good[found][start]).collect();
    let mut value = String::new();
    // where there is a choice, no character comes twice in a row
    let mut choices_made = 0;
    for here in good[..found].iter().rev() {
        let next = |letter: usize| {
            let next = states.iter().flat_map(move |&state| graph.step(state, letter));
            next.copied().filter(|&next| here[next])
        };
        let possible = choices.iter().enumerate().filter(|&(letter, _)| next(letter).next().is_some());
        let (letter, choice) = possible.min_by_key(|(_, choice)| choice.rank)?;
        value.push(choice.nth(choices_made)?);
        choices_made += usize::from(choice.characters.len() > 1);
        let mut next: Vec<usize> = next(letter).collect();
        next.sort_unstable();
        next.dedup();
        states = next;
    }
    Some(value)
}

/// The characters of a letter that read best.
struct Choice {
    rank: (u8, char),
    characters: Vec<char>,
}

impl Choice {
    fn new(letter: &Set) -> Self {
        let ascii = ('\0'..='\x7F').filter(|&character| contains(letter, character));
        let best = ascii.clone().map(rank).min();
        let mut characters: Vec<char> = ascii.filter(|&character| Some(rank(character)) == best).collect();
        if best.is_none_or(|best| best >= UNREADABLE) {
            // a visible character of Latin or the like rather than the controls in front of it
            let visible = letter.ranges().iter().find(|range| range.end() > '\u{A0}');
            characters.extend(visible.map(|range| range.start().max('\u{A1}')));
            characters.reverse();
            characters.truncate(1);
            if characters.is_empty() {
                characters.extend(letter.ranges().first().map(ClassUnicodeRange::start));
            }
        }
        let first = characters.first().copied().unwrap_or('\0');
        Self { rank: (rank(first), first), characters }
    }

    fn nth(&self, index: usize) -> Option<char> {
        self.characters.get(index % self.characters.len().max(1)).copied()
    }
}

/// From here on, a character beyond ASCII reads better.
const UNREADABLE: u8 = 6;

fn rank(character: char) -> u8 {
    match character {
        'a'..='z' => 0,
        '0'..='9' => 1,
        'A'..='Z' => 2,
        '-' | '_' | '.' => 3,
        '!'..='~' => 4,
        ' ' => 5,
        _ if character.is_ascii() => UNREADABLE + 1,
        _ => UNREADABLE,
    }
}
