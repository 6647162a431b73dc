//! Turns the name of a character property, as in `\p{Lu}`, into a set of characters.

use regex_syntax::hir::{Class, HirKind};

use crate::syntax::{Set, between, complement, set, union};

/// The set that a name stands for in Java, or nothing if it is unknown.
///
/// With `fold`, the classes of one case stand for letters of any case.
pub(crate) fn named(name: &str, fold: bool) -> Option<Set> {
    if let Some((key, value)) = name.split_once('=') {
        return match key.to_ascii_lowercase().as_str() {
            "sc" | "script" => script(value),
            "gc" | "general_category" => category(value, fold),
            _ => None,
        };
    }
    match name.strip_prefix("Is") {
        Some(short) => binary(short, fold)
            .or_else(|| category(short, fold))
            .or_else(|| posix(short, fold))
            .or_else(|| script(short)),
        None => category(name, fold).or_else(|| posix(name, fold)),
    }
}

/// A general category, or one of the names of the same kind that Java adds.
fn category(name: &str, fold: bool) -> Option<Set> {
    match name {
        "Lu" | "Ll" | "Lt" if fold => unicode("LC"),
        "L" | "Lu" | "Ll" | "Lt" | "Lm" | "Lo" | "LC" | "M" | "Mn" | "Me" | "Mc" | "N" | "Nd" | "Nl" | "No" | "Z"
        | "Zs" | "Zl" | "Zp" | "C" | "Cc" | "Cf" | "Co" | "Cn" | "P" | "Pd" | "Ps" | "Pe" | "Pc" | "Po" | "Pi"
        | "Pf" | "S" | "Sm" | "Sc" | "Sk" | "So" => unicode(name),
        "Cs" => Some(Set::empty()),
        "LD" => Some(union([&unicode("L")?, &unicode("Nd")?])),
        "L1" => Some(between(0, 0xFF)),
        "all" => Some(between(0, 0x0010_FFFF)),
        _ => None,
    }
}

/// A POSIX class, which has members in ASCII only.
fn posix(name: &str, fold: bool) -> Option<Set> {
    Some(match name {
        "Lower" | "Upper" if fold => set([('A', 'Z'), ('a', 'z')]),
        "Lower" => set([('a', 'z')]),
        "Upper" => set([('A', 'Z')]),
        "ASCII" => set([('\0', '\x7F')]),
        "Alpha" => set([('A', 'Z'), ('a', 'z')]),
        "Digit" => set([('0', '9')]),
        "Alnum" => set([('0', '9'), ('A', 'Z'), ('a', 'z')]),
        "Punct" => set([('!', '/'), (':', '@'), ('[', '`'), ('{', '~')]),
        "Graph" => set([('!', '~')]),
        "Print" => set([(' ', '~')]),
        "Blank" => set([('\t', '\t'), (' ', ' ')]),
        "Cntrl" => set([('\0', '\x1F'), ('\x7F', '\x7F')]),
        "XDigit" => set([('0', '9'), ('A', 'F'), ('a', 'f')]),
        "Space" => set([('\t', '\r'), (' ', ' ')]),
        _ => return None,
    })
}

/// A property that holds or does not, and the POSIX names in their Unicode meaning.
fn binary(name: &str, fold: bool) -> Option<Set> {
    let upper = name.to_ascii_uppercase();
    match upper.as_str() {
        "LOWERCASE" | "UPPERCASE" | "TITLECASE" | "LOWER" | "UPPER" if fold => {
            Some(union([&unicode("Lowercase")?, &unicode("Uppercase")?, &unicode("Lt")?]))
        }
        "ALPHABETIC" | "ALPHA" => unicode("Alphabetic"),
        "LOWERCASE" | "LOWER" => unicode("Lowercase"),
        "UPPERCASE" | "UPPER" => unicode("Uppercase"),
        "TITLECASE" => unicode("Lt"),
        "IDEOGRAPHIC" => unicode("Ideographic"),
        "LETTER" => unicode("L"),
        "DIGIT" => unicode("Nd"),
        "ALNUM" => Some(union([&unicode("Alphabetic")?, &unicode("Nd")?])),
        "PUNCTUATION" | "PUNCT" => unicode("P"),
        "CONTROL" | "CNTRL" => unicode("Cc"),
        "WHITESPACE" | "WHITE_SPACE" | "SPACE" => unicode("White_Space"),
        "BLANK" => Some(union([&unicode("Zs")?, &between(9, 9)])),
        "ASSIGNED" => Some(complement(&unicode("Cn")?)),
        _ => None,
    }
}

fn script(name: &str) -> Option<Set> {
    let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    plain.then(|| unicode(&format!("Script={name}"))).flatten()
}

/// A set from the tables of the Unicode standard.
fn unicode(name: &str) -> Option<Set> {
    match regex_syntax::parse(&format!(r"\p{{{name}}}")).ok()?.into_kind() {
        HirKind::Class(Class::Unicode(set)) => Some(set),
        // a set of one character is not kept as a set
        HirKind::Literal(literal) => {
            let character = std::str::from_utf8(&literal.0).ok()?.chars().next()?;
            Some(set([(character, character)]))
        }
        HirKind::Empty
        | HirKind::Class(Class::Bytes(_))
        | HirKind::Look(_)
        | HirKind::Repetition(_)
        | HirKind::Capture(_)
        | HirKind::Concat(_)
        | HirKind::Alternation(_) => None,
    }
}
