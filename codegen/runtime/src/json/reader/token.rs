//! The first byte of a value into what the value is.

/// What a JSON value is, told by its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// `null`.
    Null,
    /// `true`.
    True,
    /// `false`.
    False,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl Token {
    /// What a value is that starts with `byte`.
    pub(super) fn starting_with(byte: u8) -> Option<Self> {
        Some(match byte {
            b'n' => Self::Null,
            b't' => Self::True,
            b'f' => Self::False,
            b'-' | b'0'..=b'9' => Self::Number,
            b'"' => Self::String,
            b'[' => Self::Array,
            b'{' => Self::Object,
            _ => return None,
        })
    }
}
