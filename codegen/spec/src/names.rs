//! Names on the wire -> names in Rust: case, keywords, reserved names. The only place that changes a name's case.

/// Words that the rules of case would tear apart.
const COMPOUNDS: [&str; 4] = ["OAuth", "IPv4", "IPv6", "IoT"];

/// Keywords of the language, reserved ones included, sorted.
const KEYWORDS: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Keywords that may not even be written as raw identifiers.
const NEVER_RAW: [&str; 4] = ["self", "super", "crate", "_"];

/// Names of types and traits that emitted code uses by their short names: Rust's prelude, whose traits even method
/// calls need, and what the modules import.
#[rustfmt::skip]
const RESERVED_TYPES: [&str; 69] = [
    "AsMut", "AsRef", "AsyncFn", "AsyncFnMut", "AsyncFnOnce", "Box", "Clone", "Copy", "Default",
    "DoubleEndedIterator", "Drop", "Eq", "Err", "ExactSizeIterator", "Extend", "Fn", "FnMut", "FnOnce", "From",
    "FromIterator", "Future", "Into", "IntoFuture", "IntoIterator", "Iterator", "None", "Ok", "Option", "Ord",
    "PartialEq", "PartialOrd", "Result", "Self", "Send", "Sized", "Some", "String", "Sync", "ToOwned", "ToString",
    "TryFrom", "TryInto", "Unpin", "Vec",
    "BTreeMap", "Context", "Debug", "Decode", "Dispatch", "Document", "Encode", "Error", "Exchange", "Failure",
    "Hash", "Operation", "Operations", "Outcome", "Raises", "Reader", "Redacted", "Reply", "Server",
    "Shape", "StatusCodes", "Timestamp", "TimestampFormat", "Validate", "Writer",
];

/// Name of a type, in upper camel case: `MFAOptionType` -> `MfaOptionType`.
#[must_use]
pub fn type_name(wire: &str) -> String {
    let name = leading_letter(camel(wire), "N");
    if is_reserved_type(&name) { format!("{name}Shape") } else { name }
}

/// Whether emitted code means something else by the name of a type.
#[must_use]
pub fn is_reserved_type(name: &str) -> bool {
    RESERVED_TYPES.contains(&name)
}

/// Name of an enum's variant, in upper camel case: `PHONE_NUMBER` -> `PhoneNumber`.
#[must_use]
pub fn variant_name(value: &str) -> String {
    let name = camel(value);
    match name.as_str() {
        "" => "Empty".to_owned(),
        // `Unknown` holds what the description does not list
        "Self" | "Unknown" => format!("{name}Value"),
        _ => name,
    }
}

/// Name of a field, method or function, in snake case, raw where it is a keyword: `UserPoolId` -> `user_pool_id`.
#[must_use]
pub fn snake_name(wire: &str) -> String {
    raw(snake_part(wire))
}

/// Part of a name, in snake case.
#[must_use]
pub fn snake_part(wire: &str) -> String {
    words(wire).join("_").to_ascii_lowercase()
}

/// Name of a static, in upper case, by its [`snake_part`]: `user_pool_id` -> `USER_POOL_ID`.
#[must_use]
pub fn static_name(snake: &str) -> String {
    leading_letter(snake.to_ascii_uppercase(), "N")
}

/// The name that the text of a violation gives to a member: its first letter in lower case, as the real services
/// print it.
#[must_use]
pub fn reported_name(wire: &str) -> String {
    let mut characters = wire.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}

/// A name that a description gives, as Rust must spell it.
#[must_use]
pub fn raw(name: String) -> String {
    if KEYWORDS.binary_search(&name.as_str()).is_ok() {
        format!("r#{name}")
    } else if NEVER_RAW.contains(&name.as_str()) {
        format!("{name}_")
    } else {
        leading_letter(name, "n")
    }
}

/// Whether a description's `rust_name` is an identifier.
#[must_use]
pub fn is_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && characters.all(|character| character.is_ascii_alphanumeric() || character == '_')
        && !NEVER_RAW.contains(&name)
        && name != "Self"
}

fn camel(wire: &str) -> String {
    let name: String = words(wire).iter().map(|word| capitalize(word)).collect();
    if name.is_empty() { name } else { leading_letter(name, "N") }
}

fn capitalize(word: &str) -> String {
    let mut word = word.to_ascii_lowercase();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}

/// No identifier starts with a digit.
fn leading_letter(name: String, letter: &str) -> String {
    match name.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("{letter}{name}"),
        Some(_) => name,
        None => format!("{letter}ameless"),
    }
}

/// The words of a name: `AllowedOAuthFlows` -> `Allowed`, `OAuth`, `Flows`; `CallbackURLs` -> `Callback`, `URLs`. What
/// is neither letter nor digit only separates.
#[must_use]
pub fn words(wire: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = wire;
    while let Some(start) = rest.bytes().position(|byte| byte.is_ascii_alphanumeric()) {
        rest = &rest[start..];
        let (word, after) = rest.split_at(word_length(rest));
        words.push(word);
        rest = after;
    }
    words
}

/// Length of the word that a text starts with, which is an ASCII letter or digit.
fn word_length(text: &str) -> usize {
    if let Some(compound) = COMPOUNDS.iter().find(|compound| text.starts_with(**compound)) {
        return compound.len();
    }
    let bytes = text.as_bytes();
    let count_until = |start: usize, ends: fn(u8) -> bool| {
        let rest = bytes.get(start..).unwrap_or_default();
        rest.iter().position(|byte| ends(*byte)).unwrap_or(rest.len())
    };
    let is_lower = |index: usize| bytes.get(index).is_some_and(u8::is_ascii_lowercase);
    let upper = count_until(0, |byte| !byte.is_ascii_uppercase());
    let start = if upper > 1 && bytes.get(upper) == Some(&b's') && !is_lower(upper + 1) {
        // an abbreviation in the plural: `URLs`
        upper + 1
    } else if upper > 1 && is_lower(upper) {
        // the last capital starts the next word: `MFAOption`
        return upper - 1;
    } else {
        upper
    };
    start + count_until(start, |byte| !byte.is_ascii_lowercase() && !byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{KEYWORDS, raw, reported_name, snake_name, snake_part, static_name, type_name, variant_name};

    #[test]
    fn words_are_found_as_a_person_reads_them() {
        for (wire, snake) in [
            ("UserPoolId", "user_pool_id"),
            ("MFAOptions", "mfa_options"),
            ("CallbackURLs", "callback_urls"),
            ("LogoutURLsList", "logout_urls_list"),
            ("AllowedOAuthFlowsUserPoolClient", "allowed_oauth_flows_user_pool_client"),
            ("SAMLMetadata", "saml_metadata"),
            ("CSVHeader", "csv_header"),
            ("Sha256Hash", "sha256_hash"),
            ("S3BucketURI", "s3_bucket_uri"),
            ("type", "r#type"),
            ("Self", "self_"),
            ("2fa", "n2fa"),
            ("x-amz-date", "x_amz_date"),
            ("IPv4Address", "ipv4_address"),
        ] {
            assert_eq!(snake_name(wire), snake, "{wire}");
        }
    }

    /// They are found by their order.
    #[test]
    fn every_keyword_is_raw() {
        for keyword in KEYWORDS {
            assert_eq!(raw(keyword.to_owned()), format!("r#{keyword}"));
        }
    }

    #[test]
    fn types_variants_and_statics_have_their_own_case() {
        assert_eq!(type_name("MFAOptionType"), "MfaOptionType");
        assert_eq!(type_name("Option"), "OptionShape");
        assert_eq!(variant_name("PHONE_NUMBER"), "PhoneNumber");
        assert_eq!(variant_name("a.b/c"), "ABC");
        assert_eq!(variant_name("2048"), "N2048");
        assert_eq!(variant_name("Unknown"), "UnknownValue");
        assert_eq!(variant_name("*"), "Empty");
        assert_eq!(static_name(&snake_part("UserPoolIdType")), "USER_POOL_ID_TYPE");
        assert_eq!(reported_name("AWSAccountId"), "aWSAccountId");
    }
}
