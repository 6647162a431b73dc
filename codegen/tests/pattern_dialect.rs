//! Holds the pattern engine against Java's own answers about the quirks of its dialect.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use codegen::pattern::compile;

/// A pattern, values that match it and values that do not.
type Case = (&'static str, &'static [&'static str], &'static [&'static str]);

/// Every answer is that of `java.util.regex` in version 25.
const CASES: &[Case] = &[
    // the whole value matches, or nothing does
    ("abc", &["abc"], &["", "ab", "abcd", "xabc", "abc\n"]),
    ("^abc$", &["abc"], &["abc\n", "abc\r\n"]),
    ("a|ab", &["a", "ab"], &["abb"]),
    ("", &[""], &["a", "\n"]),
    ("a||b", &["a", "", "b"], &["ab"]),
    // anchors inside
    ("^a$\\n?", &["a", "a\n"], &["a\r"]),
    ("a$\\r\\n", &["a\r\n"], &["a\r", "a\n"]),
    ("a\\r$\\n", &[], &["a\r\n"]),
    ("a\\Z\\n?", &["a", "a\n"], &["a\n\n"]),
    ("a\\z\\n?", &["a"], &["a\n"]),
    ("a\\Ab", &[], &["ab"]),
    ("(?m)^a$\\n^b$", &["a\nb"], &["ab", "a\r\nb"]),
    ("(?m)^", &[], &["", "a"]),
    ("(?m)a\\n^", &[], &["a\n"]),
    ("^*a", &["a"], &["^a"]),
    ("\\ba\\b", &["a"], &["b"]),
    ("a\\bb", &[], &["ab"]),
    ("\\B", &[""], &["a"]),
    ("a\\B\\p{M}b", &["a\u{301}b"], &["ab"]),
    // what a dot takes
    (".", &["a", "é", "😀", "\u{b}", "\u{c}"], &["", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]),
    ("(?s).", &["a", "\n", "\u{2028}", "😀"], &["", "ab"]),
    ("(?d).", &["\r", "\u{85}", "a"], &["\n"]),
    // classes of ASCII
    ("\\w", &["a", "_", "9"], &["é", "-", "٣"]),
    ("\\d", &["0", "9"], &["٣", "a"]),
    ("\\s", &[" ", "\t", "\n", "\u{b}", "\u{c}", "\r"], &["\u{a0}", "\u{85}", "\u{2028}"]),
    ("\\S", &["a", "\u{a0}", "😀"], &[" ", "\u{b}"]),
    ("\\W\\D", &["éé", "- "], &["a-", "-1"]),
    ("\\h\\v", &["\u{a0}\u{2028}", "\t\n", "\u{180e}\u{85}"], &["\n\t", "\u{feff}\n"]),
    ("a\\Rb", &["a\r\nb", "a\nb", "a\u{2029}b", "a\rb"], &["ab", "a\n\nb"]),
    // hyphens, brackets and carets in classes
    ("[A-Za-z0-9-_+/=.]+", &["a-_+/=.Z9"], &["", ":", "a b"]),
    ("[\\w\\s+=,.@-]+", &["a b-c@d\t"], &["é", "a;b"]),
    ("[\\x21\\x23-\\x2E]+", &["!#.$"], &["\"", "/"]),
    ("[a-c-e]+", &["a-e", "b"], &["d"]),
    ("[\\w-.]+", &["a-."], &["+"]),
    ("[+--]+", &["+,-"], &["."]),
    ("[a-]+", &["-a"], &["b"]),
    ("[-a]+", &["-a"], &["b"]),
    ("[]a]+", &["]a"], &["b"]),
    ("[^]a]", &["b", "^"], &["]", "a"]),
    ("[a^]+", &["^a"], &["b"]),
    ("[\\]\\[]+", &["[]"], &["\\"]),
    // nested classes and intersections
    ("[a-d[m-p]]+", &["amp"], &["e", "["]),
    ("[^a-d[m-p]]", &["e", "["], &["a", "m"]),
    ("[a-z&&[def]]+", &["def"], &["a", "&"]),
    ("[a-z&&[^bc]]+", &["ad"], &["b"]),
    ("[^a-z&&[def]]", &["a", "A"], &["d"]),
    ("[abc&&bcd]+", &["bc"], &["a", "d"]),
    ("[abc&&[bc]x]+", &["bc"], &["a", "x"]),
    ("[a-f&&[^c]d]+", &["abdef"], &["c", "g"]),
    ("[a-c&&b-d&&c-e]+", &["c"], &["b", "d"]),
    ("[a&]+", &["a&"], &["b"]),
    ("[\\p{L}&&[^\\p{Lu}]]+", &["aéß"], &["A", "É", "1"]),
    // escapes
    ("\\x41\\u0042\\x{43}\\0104\\t\\cA", &["ABCD\t\u{1}"], &["ABCD"]),
    ("\\ud83d\\ude00", &["😀"], &["\u{d7ff}", ""]),
    ("[\\ud83d\\ude00-\\ud83d\\ude05]", &["😀", "😅"], &["😆"]),
    ("[\\uD800-\\uDFFF]*", &[""], &["a", "😀"]),
    ("\\Qa.b*\\E+", &["a.b*", "a.b**"], &["aab*"]),
    ("[\\Q^-]\\Ea]+", &["^-]a"], &["b"]),
    ("\\{####\\}", &["{####}"], &["####"]),
    ("]}", &["]}"], &["]"]),
    ("\\_\\-\\é", &["_-é"], &["\\_"]),
    // quantifiers
    ("a{2}{3}", &["aa"], &["aaaaaa"]),
    ("a{2,}", &["aa", "aaaa"], &["a"]),
    ("a{0}b", &["b"], &["ab"]),
    ("a*?b+?", &["b", "aabb"], &["a"]),
    ("a*+a", &[], &["a", "aa"]),
    ("[ab]*+c", &["c", "abac"], &["ab"]),
    ("a{1,2}+a", &["aaa"], &["a", "aa", "aaaa"]),
    ("(a?)*b", &["b", "aab"], &["a"]),
    // flags
    ("(?i)aé", &["aé", "Aé"], &["AÉ"]),
    ("(?i)[k]", &["k", "K"], &["\u{212a}"]),
    ("((?i)a)b", &["Ab", "ab"], &["AB"]),
    ("(?i:a)b", &["Ab"], &["AB"]),
    ("(?i)a(?-i)b", &["Ab"], &["AB"]),
    ("(?i)\\p{Lu}", &["a", "A", "ß"], &["1"]),
    ("(?x) a b # c", &["ab"], &["a b", " ab"]),
    ("(?x)[a b]\\ ", &["a ", "b "], &["  "]),
    ("(?x: a )b ", &["ab "], &["ab"]),
    // properties
    ("\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Z}", &["a\u{301}1!+ ", "日\u{903}Ⅳ—€\u{3000}"], &["1\u{301}1!+ "]),
    ("\\pL\\PL", &["a1", "𐐀 "], &["aa"]),
    ("\\p{Alpha}\\p{IsAlphabetic}", &["aé"], &["éa"]),
    ("\\p{Punct}+", &["!/:@[`{~"], &["a", "—"]),
    ("\\p{IsLatin}\\p{sc=Greek}\\p{gc=Nd}", &["éα٣"], &["αé3"]),
    ("\\P{C}", &["a", "\u{3000}"], &["\n", "\u{200d}", "\u{378}", "\u{e000}"]),
    // look-around
    ("^[0-9A-Za-z\\.\\-_]*(?<!\\.)$", &["", "a.b", "a-"], &["a.", "."]),
    ("a+(?<!aa)", &["a"], &["aa", "aaa"]),
    ("^(?!\\s).*(?<!\\s)$", &["", "a b"], &[" a", "a ", "a  "]),
    ("(?!aws:).*", &["aws", "", "xaws:"], &["aws:", "aws:x"]),
    ("(?!\\s*$).+", &["a", " a "], &[" ", "  "]),
    ("(?:(?!ab).)*", &["", "ba", "a"], &["ab", "cabc"]),
    ("(?!(?!a)).", &["a"], &["b"]),
    ("(?=.{2,3}$)[a-z-]*", &["ab", "abc"], &["a", "abcd"]),
    ("(?!.*(?<=a)b).*", &["ba", ""], &["ab", "cab"]),
    ("a(?<=^a)b", &["ab"], &[]),
];

#[test]
fn answers_as_java_does() {
    for (pattern, matching, others) in CASES {
        let compiled = compile(pattern).unwrap();
        for value in *matching {
            assert!(compiled.matches(value), "{pattern} on {value:?}");
        }
        for value in *others {
            assert!(!compiled.matches(value), "{pattern} on {value:?}");
        }
    }
}

/// A pattern, where the trouble is in it, and the message.
const ERRORS: &[(&str, usize, &str)] = &[
    ("(a", 0, "unclosed group"),
    ("é(a(b)", 2, "unclosed group"),
    ("a)", 1, "unmatched closing parenthesis"),
    ("a[b", 1, "unclosed character class"),
    ("[]", 0, "unclosed character class"),
    ("[z-a]", 1, "range with its ends in the wrong order"),
    ("[éa-\\d]", 3, "range that ends with a class"),
    ("[a\\b]", 2, "unknown escape `\\b`"),
    ("[a&&]", 2, "nothing to intersect after `&&`"),
    ("*a", 0, "dangling `*` with nothing to repeat"),
    ("a+*", 2, "dangling `*` with nothing to repeat"),
    ("(|?)", 2, "dangling `?` with nothing to repeat"),
    ("a{2,1}", 1, "repetition with a maximum below its minimum"),
    ("a{", 1, "opening brace without a count"),
    ("a{,5}", 1, "opening brace without a count"),
    ("a{2", 1, "unclosed counted repetition"),
    ("a{2147483648}", 1, "count of a repetition is too large"),
    ("(a)\\1", 3, "back-reference is not supported"),
    ("(?<n>a)\\k<n>", 7, "back-reference is not supported"),
    ("\\p{Foo}", 2, "unknown character property `Foo`"),
    ("\\p{InGreek}", 2, "unknown character property `InGreek`"),
    ("\\p{L", 2, "unclosed name of a character property"),
    ("a\\", 1, "backslash at the end"),
    ("a\\y", 1, "unknown escape `\\y`"),
    ("\\x4", 0, "escape without 2 hexadecimal digits"),
    ("\\u12", 0, "escape without 4 hexadecimal digits"),
    ("\\x{110000}", 0, "hexadecimal escape beyond the last code point"),
    ("\\08", 0, "octal escape without a digit"),
    ("a(?z)", 3, "unknown kind of group or inline flag"),
    ("(?u)a", 2, "inline flag `u` is not supported"),
    ("(?<1>a)", 2, "bad name of a capturing group"),
    ("(?>a|ab)c", 0, "independent group `(?>` is not supported"),
    ("(ab)*+c", 4, "possessive quantifier is only supported on one character"),
    ("a(?<=b*)", 1, "look-behind without a maximum length"),
    ("(?<!a$)b", 0, "look-ahead inside a look-behind is not supported"),
    ("\\R+", 2, "repetition of `\\R` is not supported"),
    ("a\\X", 1, "grapheme cluster `\\X` is not supported"),
    ("(a{1,500}b?){1,500}", 0, "pattern takes too large an automaton"),
    ("((a{1,9999}){1,9999}){1,9999}", 0, "pattern takes too large an automaton"),
];

#[test]
fn says_what_is_wrong_and_where() {
    for (pattern, offset, message) in ERRORS {
        let error = compile(pattern).expect_err(pattern);
        assert_eq!((error.offset, error.message.as_str()), (*offset, *message), "{pattern}");
        assert!(pattern.is_char_boundary(error.offset), "{pattern}");
    }
}

#[test]
fn deep_nesting_is_an_error() {
    for pattern in ["(".repeat(100_000), "[".repeat(100_000), "[^a&&".repeat(100_000)] {
        assert!(compile(&pattern).is_err());
    }
}

#[test]
fn blocks_and_odd_bytes_are_judged_alike() {
    // every length around the sizes of blocks, with the one wrong character anywhere
    for (pattern, good, bad) in [("[a-z]*", 'a', 'A'), ("[a-zé]*x", 'é', 'É'), ("(?:[a-z]*_)?[a-z]*", 'q', '-')] {
        let compiled = compile(pattern).unwrap();
        for length in 0..150 {
            let mut value: Vec<char> = vec![good; length];
            if pattern.ends_with('x') {
                value.push('x');
            }
            assert!(compiled.matches(&value.iter().collect::<String>()), "{pattern} on {length}");
            for place in 0..value.len() {
                let kept = std::mem::replace(&mut value[place], bad);
                assert!(!compiled.matches(&value.iter().collect::<String>()), "{pattern} on {length} with {place}");
                value[place] = kept;
            }
        }
    }
}
