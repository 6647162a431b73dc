//! Holds the pattern engine against independent engines, on strings near to what patterns match.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use codegen::pattern::{compile, compile_in_parallel};

/// Patterns of a real API description; each is translated for the other engine by `translated`.
const PATTERNS: &[&str] = &[
    r"[0-9]+",
    r"Level[1-4]",
    r"[\x21\x23-\x5B\x5D-\x7E]+",
    r"arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?",
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}\t\n\r ]+",
    r"[\w+]+",
    r"[\w\s+=,.@-]+",
    r"[\w]+",
    r"[\S]+",
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}]+",
    r"[\w-]+_[0-9a-f-]+",
    r"^[a-z0-9](?:[a-z0-9\-]{0,61}[a-z0-9])?$",
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}]+@[\p{L}\p{M}\p{S}\p{N}\p{P}]+",
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*",
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{####\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*",
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}\s]+",
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*\{##[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*##\}[\p{L}\p{M}\p{S}\p{N}\p{P}\s*]*",
    r"[\w+-]+",
    r"[A-Za-z0-9-_+/=.]+",
    r"^[0-9a-fA-F]+$",
    r"^cognito:(default|dutch|english|french|spanish|german|bahasa-indonesia|italian|japanese|korean|portuguese-brazil|chinese-(simplified|traditional))$",
    r"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[4][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$",
    r"(arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?)?",
    r"[\p{L}\p{M}\p{S}\p{N}\p{P}\p{Z}]+",
    r"[^_\p{Z}][\p{L}\p{M}\p{S}\p{N}\p{P}][^_\p{Z}]+",
    r"^[\w\- ]+$",
    r"[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]+",
    r"arn:[\w+=/,.@-]+:[\w+=/,.@-]+:::[\w+=/,.@-]+(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?",
    r"^(tkn|sso)[a-z0-9]{25}$",
    r"(?s).*",
    r".*\{####\}.*",
    r"^(terms-of-use|privacy-policy)$",
    r"import-[0-9a-zA-Z-]+",
    r"[\w-]+_[0-9a-zA-Z]+",
    r"[A-Za-z0-9](-*[A-Za-z0-9]){0,25}",
    r"([0-2])\.([0-9]|([0-3][0-9]))((\.([0-9]+)){0,12})",
    r"[a-z]{2,40}|[A-Z]{3}[0-9]{0,20}",
    r"(?i)[a-f]{2}x(yz){1,3}",
];

/// The same with look-around, for an engine that goes back and forth.
const LOOK_AROUND: &[&str] = &[
    r"^[0-9A-Za-z\.\-_]*(?<!\.)\z",
    r"(?!aws:)[a-zA-Z0-9:]+",
    r"(?!.*\.\.)[a-z.]*",
    r"(?:(?!-)[a-z0-9-]{1,12}(?<!-)\.)+[a-z]{2,6}",
    r"(?=.*[0-9])(?=.*[A-Z])(?!.* )[0-9A-Za-z ]{4,20}",
    r"(?:(?!\$\{[a-z]+:)[ -~])*",
    r"[0-9a-z]{1}[0-9a-z-]{1,20}[0-9a-z]{1}(?<!-s3alias)(?<!-ext)",
    r"^[a-z0-9]([a-z0-9]|-(?!-)){1,30}[a-z0-9]\z",
    r"(?=.{3,9}\z)[a-z]+(-[a-z]+)*",
    r"(?!(?!ab)[a-b])[a-c]+(?<!(?<!a)c)",
];

/// Patterns whose table would be huge.
const HUGE: &[&str] = &[
    r"(^mi-[0-9a-f]{17}$)|(^eks_c:[0-9A-Za-z][A-Za-z0-9\-_]{0,99}_\w{17}$)",
    r"https://([^/]+)/?.{3,1016}",
    r"[ab]*a[ab]{40}",
    r"^arn:aws[A-Za-z-]*:secretsmanager:[a-z0-9-]{1,20}:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]{1,512}-[A-Za-z0-9]{6}$",
    r"^([^/]([!-~]+/){1,511})?[A-Za-z0-9_+=,.@-]{1,64}$",
    r"https?://(?:www.)?[a-zA-Z0-9@:._+~#=-]{2,256}\.[a-z]{2,6}(?![a-z])(?<=[a-z])(?:[-a-zA-Z0-9@:%_+.~#?&/=]{0,2048})",
    r"(?!.*--)[a-z-]*a[\p{L}-]{30}(?<!-)",
];

/// Strings per pattern: together more than a million.
const STRINGS: usize = 23_000;

/// A xorshift generator: the strings are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % bound.max(1)
    }
}

/// The pattern for an engine in which `\w`, `\d` and `\s` know all of Unicode and `.` most of it.
fn translated(pattern: &str) -> String {
    let mut text = String::from(r"\A(?:");
    let mut in_class = false;
    let mut dot_all = false;
    let mut rest = pattern.chars();
    while let Some(character) = rest.next() {
        match character {
            '\\' => {
                let letter = rest.next().unwrap();
                match letter {
                    'w' => text += "[0-9A-Za-z_]",
                    'd' => text += "[0-9]",
                    's' => text += r"[\t-\r ]",
                    'S' => text += r"[^\t-\r ]",
                    _ => text.extend(['\\', letter]),
                }
            }
            '.' if !in_class && !dot_all => text += r"[^\n\r\x{85}\x{2028}\x{2029}]",
            '^' if !in_class => text += r"\A",
            '$' if !in_class => text += r"\z",
            _ => {
                in_class = (in_class || character == '[') && character != ']';
                dot_all |= text.ends_with("(?s") && character == ')';
                text.push(character);
            }
        }
    }
    text + r")\z"
}

/// Strings that match, nearly match, or are made of what the pattern is made of.
fn strings(pattern: &str, mut use_string: impl FnMut(&str)) {
    let compiled = compile(pattern).unwrap();
    let mut seeds = vec![String::new()];
    for length in [0, 1, 2, 3, 5, 8, 13, 21, 34, 70] {
        seeds.extend(compiled.example(length, 200));
        seeds.extend(compiled.counterexample(length, 200));
        seeds.extend(compiled.longest(0, length));
    }
    seeds.sort();
    seeds.dedup();
    let odd = "\n\r\t\u{b}\u{85}\u{a0}\u{2028}\u{2029} éß\u{301}ªⅣ€日𐐀😀\u{10ffff}\u{0}\u{7f}\u{378}_-.:/aZ09";
    let characters: Vec<char> = pattern.chars().chain(seeds.concat().chars()).chain(odd.chars()).collect();
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for index in 0..STRINGS {
        let mut value: Vec<char> = if index % 8 == 7 {
            (0..random.below(6)).map(|_| characters[random.below(characters.len())]).collect()
        } else {
            seeds[random.below(seeds.len())].chars().collect()
        };
        for _ in 0..random.below(3) {
            let place = random.below(value.len() + 1);
            let character = characters[random.below(characters.len())];
            match random.below(4) {
                0 => value.insert(place, character),
                1 => value.push(character),
                2 if place < value.len() => value[place] = character,
                _ if place < value.len() => {
                    value.remove(place);
                }
                _ => {}
            }
        }
        use_string(&value.into_iter().collect::<String>());
    }
}

/// `value` with the character in its middle many times over, which mostly is one that the pattern lets repeat: long
/// values are passed over block by block.
fn stretched(value: &str) -> String {
    let middle = value.chars().count() / 2;
    let characters = value.chars().enumerate();
    characters
        .flat_map(|(index, character)| std::iter::repeat_n(character, if index == middle { 150 } else { 1 }))
        .collect()
}

#[test]
fn agrees_with_regex() {
    let mut matching = 0;
    for pattern in PATTERNS {
        let compiled = compile(pattern).unwrap();
        let other = regex::Regex::new(&translated(pattern)).unwrap();
        strings(pattern, |value| {
            let expected = other.is_match(value);
            matching += usize::from(expected);
            assert_eq!(compiled.matches(value), expected, "{pattern} on {value:?}");
            if value.len() % 8 == 5 {
                let long = stretched(value);
                assert_eq!(compiled.matches(&long), other.is_match(&long), "{pattern} on {long:?}");
            }
        });
    }
    // or else the strings are no test
    assert!(matching > PATTERNS.len() * STRINGS / 5, "only {matching} strings match");
}

/// Long values go block by block, of which the last may lie over the one before it: so one character that differs is
/// put at every place of values of many lengths.
#[test]
fn a_character_that_differs_is_found_at_every_place() {
    for (pattern, most) in [
        (r"[\w+]+", 'a'),
        (r"[a-z]+", 'z'),
        (r"[\w-]+_[0-9a-zA-Z]+", '7'),
        (r"[a-z-]*[0-9]?[a-z]{3,}", 'q'),
        (r"[\p{L}\p{M}\p{S}\p{N}\p{P}]+", 'é'),
    ] {
        let compiled = compile(pattern).unwrap();
        let other = regex::Regex::new(&translated(pattern)).unwrap();
        for length in [60, 64, 79, 80, 81, 95, 96, 97, 127, 128, 129, 144, 145, 191, 192, 200, 207, 209] {
            for (place, differing) in
                (0..length).flat_map(|place| ['_', '0', '-', ' ', 'é'].map(|other| (place, other)))
            {
                let mut characters = vec![most; length];
                characters[place] = differing;
                let value: String = characters.into_iter().collect();
                assert_eq!(compiled.matches(&value), other.is_match(&value), "{pattern} on {value:?}");
            }
        }
    }
}

#[test]
fn agrees_with_fancy_regex() {
    let mut matching = 0;
    for pattern in LOOK_AROUND {
        let compiled = compile(pattern).unwrap();
        let other = fancy_regex::Regex::new(&translated(pattern)).unwrap();
        strings(pattern, |value| {
            let expected = other.is_match(value).unwrap();
            matching += usize::from(expected);
            assert_eq!(compiled.matches(value), expected, "{pattern} on {value:?}");
        });
    }
    assert!(matching > LOOK_AROUND.len() * STRINGS / 10, "only {matching} strings match");
}

#[test]
fn huge_patterns_agree_with_regex() {
    let mut matching = 0;
    for pattern in HUGE {
        let compiled = compile(pattern).unwrap();
        let other = fancy_regex::Regex::new(&translated(pattern)).unwrap();
        strings(pattern, |value| {
            let expected = other.is_match(value).unwrap();
            matching += usize::from(expected);
            assert_eq!(compiled.matches(value), expected, "{pattern} on {value:?}");
        });
    }
    assert!(matching > HUGE.len() * STRINGS / 10, "only {matching} strings match");
}

#[test]
fn both_ways_to_match_agree() {
    for pattern in PATTERNS.iter().chain(LOOK_AROUND) {
        let (table, parallel) = (compile(pattern).unwrap(), compile_in_parallel(pattern).unwrap());
        strings(pattern, |value| assert_eq!(parallel.matches(value), table.matches(value), "{pattern} on {value:?}"));
        let length = |value: Option<String>| value.map(|value| value.chars().count());
        for (min, max) in [(0, 0), (0, 7), (3, 4), (9, 70), (30, 30)] {
            let samples = [parallel.example(min, max), parallel.longest(min, max)];
            for sample in samples.iter().flatten() {
                assert!(table.matches(sample), "{pattern}: {sample:?}");
            }
            let expected = [table.example(min, max), table.longest(min, max)].map(length);
            assert_eq!(samples.map(length), expected, "{pattern} in {min}..={max}");
            let (one, other) = (parallel.counterexample(min, max), table.counterexample(min, max));
            assert_eq!(one.is_some(), other.is_some(), "{pattern} in {min}..={max}");
            assert!(one.is_none_or(|value| !table.matches(&value)), "{pattern} in {min}..={max}");
        }
    }
}
