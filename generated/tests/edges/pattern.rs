//! A pattern in Java's dialect -> which texts match it, and texts near to the line between those that do and do not.

use std::cell::Cell;

use fancy_regex::Regex;
use regex_syntax::hir::{Class, Hir, HirKind};

/// How many texts are made of one pattern.
const MOST: usize = 40;

/// How many texts of either side are tried at one place of an input; a pattern stands in many.
const SOME: usize = 4;

/// Characters that classes are tried with, before those they start with.
const PROBES: [char; 6] = ['a', 'Z', '7', 'é', '😀', ' '];

/// What is put before, after or into a text to make it another. Some look like a digit, letter or blank beyond ASCII.
const STRANGE: [&str; 12] = [" ", "\n", "\t", "\"", "/", "_", "é", "٣", "\u{a0}", "\u{7f}", "😀", "{####}"];

pub struct Pattern {
    regex: Regex,
    /// Texts that match.
    pub good: Vec<String>,
    /// Texts that do not.
    pub bad: Vec<String>,
    turn: Cell<usize>,
}

impl Pattern {
    /// `examples` are texts that may match.
    pub fn new(java: &str, examples: &[String]) -> Self {
        let translated = translated(java);
        let regex = Regex::new(&format!(r"\A(?:{translated})\z")).unwrap_or_else(|error| panic!("{java}: {error}"));
        // what texts are made of knows no look-behind; what comes of it is judged by what does
        let plain = translated.replace(r"(?<!\.)", "");
        let parsed = regex_syntax::parse(&plain).unwrap_or_else(|error| panic!("{java}: {error}"));
        let mut pattern = Self { regex, good: Vec::new(), bad: Vec::new(), turn: Cell::default() };
        let made: Vec<_> = texts(&parsed).into_iter().chain(examples.iter().cloned()).collect();
        for text in made.iter().chain(made.iter().take(2).flat_map(near).collect::<Vec<_>>().iter()) {
            let side = if pattern.matches(text) { &mut pattern.good } else { &mut pattern.bad };
            if !side.contains(text) {
                side.push(text.clone());
            }
        }
        pattern
    }

    /// Texts that match, and texts that do not: all of them at the first call, some at each other.
    pub fn some(&self) -> [Vec<&String>; 2] {
        let turn = self.turn.replace(self.turn.get() + SOME);
        let most = if turn == 0 { usize::MAX } else { SOME };
        [&self.good, &self.bad].map(|texts| {
            let from_turn = texts.iter().cycle().skip(turn % texts.len().max(1));
            from_turn.take(most.min(texts.len())).collect()
        })
    }

    pub fn matches(&self, text: &str) -> bool {
        self.regex.is_match(text).unwrap_or_else(|error| panic!("{}: {error}", self.regex))
    }

    /// A text of `size` characters that matches: one of those at hand with one of its characters repeated.
    pub fn of_size(&self, size: usize) -> Option<String> {
        self.good.iter().find_map(|text| {
            let characters: Vec<char> = text.chars().collect();
            let more = size.checked_sub(characters.len())?;
            if more == 0 {
                return Some(text.clone());
            }
            (0..characters.len()).find_map(|at| {
                let (before, after) = characters.split_at(at);
                let again = std::iter::repeat_n(&characters[at], more);
                let grown: String = before.iter().chain(again).chain(after).collect();
                self.matches(&grown).then_some(grown)
            })
        })
    }
}

/// The same pattern as the engine at hand writes it, where `\w`, `\d`, `\s` and `.` know more characters.
fn translated(java: &str) -> String {
    let any = if java.starts_with("(?s)") { "." } else { r"[^\n\r\x{85}\x{2028}\x{2029}]" };
    let (mut out, mut depth) = (String::new(), 0);
    let mut characters = java.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some('w') => out.push_str("[0-9A-Za-z_]"),
                Some('d') => out.push_str("[0-9]"),
                Some('s') => out.push_str(r"[ \t\n\x0B\f\r]"),
                Some('S') => out.push_str(r"[^ \t\n\x0B\f\r]"),
                Some(other @ ('p' | 'x' | 't' | 'n' | 'r' | '.' | '-' | '{' | '}')) => out.extend(['\\', other]),
                other => panic!("{java}: \\{other:?} is not known here"),
            },
            '.' if depth == 0 => out.push_str(any),
            _ => {
                depth += i32::from(character == '[') - i32::from(character == ']');
                out.push(character);
            }
        }
    }
    out
}

/// Some texts of an expression, short ones first.
fn texts(hir: &Hir) -> Vec<String> {
    let mut made = match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => vec![String::new()],
        HirKind::Literal(literal) => vec![String::from_utf8_lossy(&literal.0).into_owned()],
        HirKind::Class(class) => characters(class).into_iter().map(String::from).collect(),
        HirKind::Capture(capture) => texts(&capture.sub),
        HirKind::Alternation(branches) => branches.iter().flat_map(texts).collect(),
        HirKind::Concat(parts) => parts.iter().map(texts).fold(vec![String::new()], |made, part| {
            made.iter().flat_map(|text| part.iter().map(move |next| format!("{text}{next}"))).take(MOST).collect()
        }),
        HirKind::Repetition(repetition) => {
            let counts = [repetition.min, repetition.min + 1];
            let counts = counts.into_iter().filter(|&count| repetition.max.is_none_or(|max| count <= max));
            let parts = texts(&repetition.sub);
            counts.flat_map(|count| parts.iter().map(move |part| part.repeat(count as usize))).collect()
        }
    };
    made.truncate(MOST);
    made
}

/// Some characters of a class.
fn characters(class: &Class) -> Vec<char> {
    let Class::Unicode(class) = class else { panic!("classes are of characters") };
    let has = |character: &char| class.iter().any(|range| (range.start()..=range.end()).contains(character));
    let first = class.iter().flat_map(|range| (range.start()..=range.end()).take(4));
    let mut found: Vec<char> = PROBES.into_iter().filter(has).chain(first.take(4)).collect();
    found.dedup();
    found.truncate(4);
    found
}

/// Texts that are a little different.
fn near(text: &String) -> Vec<String> {
    let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
    let strange = STRANGE.iter().flat_map(|strange| {
        let (before, after) = text.split_at(middle);
        [format!("{text}{strange}"), format!("{strange}{text}"), format!("{before}{strange}{after}")]
    });
    let mut shorter = [text.clone(), text.clone()];
    shorter[0].pop();
    shorter[1].drain(..text.chars().next().map_or(0, char::len_utf8));
    let others = [String::new(), text.to_uppercase(), text.to_lowercase(), text.repeat(2)];
    shorter.into_iter().chain(others).chain(strange).collect()
}
