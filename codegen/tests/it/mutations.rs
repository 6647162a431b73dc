//! Good descriptions with small mistakes -> no panic, and a report that says where each problem is.
//!
//! The mistakes are the same in every run: their random numbers start from a fixed seed.

use std::panic::{AssertUnwindSafe, catch_unwind};

use codegen::Source;

use crate::case;

/// How many mistakes each case is given.
const EACH: usize = 45;

#[test]
fn mistakes_are_told_and_never_panic() {
    let mut numbers = Numbers(0x2545_F491_4F6C_DD1D);
    let mut refused = 0;
    for case in case::folders().into_iter().filter(|case| case::is_good(case)) {
        for _ in 0..EACH {
            let mut sources = case::sources(&case);
            let index = numbers.below(sources.len());
            sources[index].text = mistaken(&sources[index].text, &mut numbers);
            refused += usize::from(is_refused(&case, &sources));
        }
    }
    assert!(refused > 500, "only {refused} mistakes were noticed");
}

fn is_refused(case: &str, sources: &[Source]) -> bool {
    let outcome = catch_unwind(AssertUnwindSafe(|| codegen::generate(sources))).ok();
    let shown = || {
        let texts: Vec<_> = sources.iter().map(|source| format!("--- {}\n{}", source.path, source.text)).collect();
        texts.concat()
    };
    match outcome {
        None => panic!("panic over this change of {case}:\n{}", shown()),
        Some(Ok(output)) => {
            let unprintable = output.files.values().any(|text| text.contains("compile_error!("));
            assert!(!unprintable, "emitted code is no Rust after this change of {case}:\n{}", shown());
            false
        }
        Some(Err(report)) => {
            let text = report.to_string();
            let placed = text.lines().filter(|line| is_place(line, sources)).count();
            assert!(!report.is_empty() && placed == report.len(), "a problem without a place:\n{text}\n{}", shown());
            true
        }
    }
}

/// Whether a line of a report names a file with line and column.
fn is_place(line: &str, sources: &[Source]) -> bool {
    let Some(place) = line.trim_start().strip_prefix("--> ") else { return false };
    let mut parts = place.rsplitn(3, ':');
    let is_number = |part: Option<&str>| part.is_some_and(|part| part.parse::<usize>().is_ok_and(|number| number > 0));
    is_number(parts.next())
        && is_number(parts.next())
        && parts.next().is_some_and(|path| sources.iter().any(|source| source.path == path))
}

/// A text with one small mistake.
fn mistaken(text: &str, numbers: &mut Numbers) -> String {
    let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
    let at = numbers.below(lines.len());
    match numbers.below(6) {
        0 => {
            lines.remove(at);
        }
        1 => lines.insert(at, lines[at].clone()),
        2 => {
            let other = numbers.below(lines.len());
            lines.swap(at, other);
        }
        3 => {
            let end = text.char_indices().map(|(index, _)| index).nth(numbers.below(text.chars().count()));
            return text[..end.unwrap_or(0)].to_owned();
        }
        4 => {
            let other = numbers.below(lines.len());
            (lines[at], lines[other]) = with_tokens_swapped(&lines[at], &lines[other], numbers);
        }
        _ => {
            let mut characters: Vec<_> = lines[at].chars().collect();
            if !characters.is_empty() {
                characters.remove(numbers.below(characters.len()));
            }
            lines[at] = characters.into_iter().collect();
        }
    }
    lines.join("\n") + "\n"
}

/// Two lines with a word of each in the other.
fn with_tokens_swapped(one: &str, two: &str, numbers: &mut Numbers) -> (String, String) {
    let mut word = |line: &str| {
        let words: Vec<_> = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        (!words.is_empty()).then(|| words[numbers.below(words.len())].to_owned())
    };
    match (word(one), word(two)) {
        (Some(a), Some(b)) => (one.replacen(&a, &b, 1), two.replacen(&b, &a, 1)),
        _ => (two.to_owned(), one.to_owned()),
    }
}

/// Numbers that look random (xorshift) and are always the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % end.max(1)
    }
}
