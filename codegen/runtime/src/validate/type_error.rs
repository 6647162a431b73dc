//! A type error into the words of the service.
//!
//! Every text of a type error is in this file, and every choice between texts:
//!
//! - The texts are those that were observed last. `Unexpected field type` is the newest, seen at Cognito for a string
//!   in place of a list of structures and nowhere else: numbers and truth values there follow, lists of anything else
//!   keep `Expected list or null`, which is as new at Athena.
//! - A string for a document is taken. Cognito was seen to fail on one with a 500 of its own, which is no answer that
//!   clients could rely on.
//! - Timestamps have the text of an older time (`class java.lang.String`), the only one on record for them.
//! - Long, float and double follow integer; numbers and truth values for a blob follow string.
//! - A union of none or several members was never tried: the text is our own. It is a type error and no violation,
//!   as such a value has no place in the union's type.
//! - Base64 that the known texts do not cover has pads in the wrong place: the pad is called an invalid character.
//! - Secret blobs are left out of the text. The service repeats blobs, but none on record was secret.

use std::fmt;

use super::super::json::Token;

/// A value of the wrong type. [`Display`](fmt::Display) gives the text that the service has for it, which does not
/// name the member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeError(Text);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Text {
    StructureFound,
    ListFound,
    Expected(Container),
    NotA(Found, Target),
    NotBase64 {
        /// `None` where it is secret.
        value: Option<String>,
        reason: NotBase64,
    },
    Union(usize),
}

/// What a value should have been, if something with values in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Structure,
    List,
    /// A list whose items have members.
    Structures,
    Map,
}

/// What a value should have been, if a scalar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    String,
    Integer,
    Long,
    Float,
    Double,
    Boolean,
    Blob,
    Timestamp,
}

/// What a value is instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Found {
    String,
    Number,
    True,
    False,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NotBase64 {
    Length(usize),
    Character(char),
    LastCharacter,
}

impl TypeError {
    /// For anything but `null` where something else with values in it should be.
    pub(super) fn expected(container: Container, found: Token) -> Self {
        match found {
            Token::Object => Self(Text::StructureFound),
            Token::Array => Self(Text::ListFound),
            Token::Null | Token::True | Token::False | Token::Number | Token::String => Self(Text::Expected(container)),
        }
    }

    /// For anything but `null` where a scalar of another type should be.
    pub(super) fn not_a(target: Target, found: Token) -> Self {
        let found = match found {
            Token::Object => return Self(Text::StructureFound),
            Token::Array => return Self(Text::ListFound),
            Token::String => Found::String,
            Token::Number => Found::Number,
            Token::True => Found::True,
            // `null` is absent for every type and never comes here
            Token::False | Token::Null => Found::False,
        };
        Self(Text::NotA(found, target))
    }

    /// For a string that is not base64 with its padding.
    pub(super) fn not_base64(text: &str, secret: bool) -> Self {
        let reason = match (text.len() % 4, foreign_character(text)) {
            (1.., _) => NotBase64::Length(text.len()),
            (0, Some(character)) => NotBase64::Character(character),
            (0, None) if text.ends_with("===") => NotBase64::Character('='),
            (0, None) => NotBase64::LastCharacter,
        };
        Self(Text::NotBase64 { value: (!secret).then(|| text.to_owned()), reason })
    }

    /// For a union of `set` members.
    pub(super) fn union(set: usize) -> Self {
        Self(Text::Union(set))
    }
}

/// The first character that is not of the alphabet of base64; a pad is not, unless only pads follow.
fn foreign_character(text: &str) -> Option<char> {
    let unpadded = text.trim_end_matches('=');
    unpadded.chars().find(|character| !matches!(character, 'A'..='Z' | 'a'..='z' | '0'..='9' | '+' | '/'))
}

impl fmt::Display for TypeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            // the full stop of the one and its lack in the other are as observed
            Text::StructureFound => f.write_str("Start of structure or map found where not expected."),
            Text::ListFound => f.write_str("Start of list found where not expected"),
            Text::Expected(Container::Structure) => f.write_str("Expected null"),
            Text::Expected(Container::List) => f.write_str("Expected list or null"),
            Text::Expected(Container::Structures) => f.write_str("Unexpected field type"),
            Text::Expected(Container::Map) => f.write_str("Expected map or null"),
            Text::NotA(found, Target::Timestamp) => {
                write!(f, "class {} can not be converted to milliseconds since epoch", found.class())
            }
            Text::NotA(found, target) => write!(f, "{} can not be converted to {}", found.token(), target.noun()),
            Text::NotBase64 { value, reason } => {
                match value {
                    Some(value) => write!(f, "'{value}'")?,
                    None => f.write_str("Value")?,
                }
                write!(f, " can not be converted to a Blob: {reason}")
            }
            Text::Union(0) => f.write_str("Union must have exactly one member set, but has none"),
            Text::Union(set) => write!(f, "Union must have exactly one member set, but has {set}"),
        }
    }
}

impl std::error::Error for TypeError {}

impl Target {
    fn noun(self) -> &'static str {
        match self {
            Self::String => "a String",
            Self::Integer => "an Integer",
            Self::Long => "a Long",
            Self::Float => "a Float",
            Self::Double => "a Double",
            Self::Boolean => "a Boolean",
            Self::Blob => "a Blob",
            Self::Timestamp => "a Timestamp",
        }
    }
}

impl Found {
    fn token(self) -> &'static str {
        match self {
            Self::String => "STRING_VALUE",
            Self::Number => "NUMBER_VALUE",
            Self::True => "TRUE_VALUE",
            Self::False => "FALSE_VALUE",
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::String => "java.lang.String",
            Self::Number => "com.amazon.coral.value.json.numbers.TruncatingBigNumber",
            Self::True | Self::False => "java.lang.Boolean",
        }
    }
}

impl fmt::Display for NotBase64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length(length) => {
                write!(f, "Base64 encoded length is expected a multiple of 4 bytes but found: {length}")
            }
            Self::Character(character) => write!(f, "Invalid Base64 character: '{character}'"),
            // sic
            Self::LastCharacter => f.write_str("Invalid last non-pad Base64 character dectected"),
        }
    }
}
