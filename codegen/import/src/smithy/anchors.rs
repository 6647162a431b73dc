//! A pattern of a Smithy model, which is searched for -> one that the whole text must match, as the language has it.

use std::borrow::Cow;

/// Any text, line ends included.
pub(in super::super) const ANYTHING: &str = r"[\s\S]*";

/// A pattern that matches a whole text where the text has a match of the given one in it.
pub(super) fn whole(pattern: &str) -> Cow<'_, str> {
    let parts = alternatives(pattern);
    if parts.iter().all(|part| is_open_at(part) == (false, false)) {
        return Cow::Borrowed(pattern);
    }
    let (pattern, (start, end)) = match parts.as_slice() {
        [only] => (Cow::Borrowed(*only), is_open_at(only)),
        _ => (Cow::Owned(format!("(?:{pattern})")), (true, true)),
    };
    let [start, end] = [start, end].map(|is_open| if is_open { ANYTHING } else { "" });
    Cow::Owned(format!("{start}{pattern}{end}"))
}

/// Whether more text may stand before and after a match.
fn is_open_at(part: &str) -> (bool, bool) {
    let backslashes = part.strip_suffix('$').map(|head| head.chars().rev().take_while(|c| *c == '\\').count());
    (!part.starts_with('^'), !backslashes.is_some_and(|count| count.is_multiple_of(2)))
}

/// A pattern split at each `|` that stands in no group and no class.
fn alternatives(pattern: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut in_class) = (0, 0_usize, false);
    let mut characters = pattern.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            // what follows stands for itself
            '\\' => {
                characters.next();
            }
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => depth += 1,
            ')' if !in_class => depth = depth.saturating_sub(1),
            '|' if !in_class && depth == 0 => {
                parts.push(&pattern[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&pattern[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn what_is_open_may_have_more_around_it() {
        for pattern in ["^a$", "^(a|b)$", "^a$|^b$", "^[|]$", "^\\|$", "^a\\\\$"] {
            assert_eq!(whole(pattern), pattern);
        }
        for (pattern, expected) in [
            ("a", r"[\s\S]*a[\s\S]*"),
            ("^a", r"^a[\s\S]*"),
            ("a$", r"[\s\S]*a$"),
            ("^a\\$", r"^a\$[\s\S]*"),
            ("^a|b$", r"[\s\S]*(?:^a|b$)[\s\S]*"),
        ] {
            assert_eq!(whole(pattern), expected);
        }
    }
}
