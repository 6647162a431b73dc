//! `Debug` of structures that have secrets.

use std::fmt;

/// Stands in `Debug` for a value that is secret.
#[derive(Clone, Copy)]
pub struct Redacted;

impl Redacted {
    /// In place of a value that may be absent, which is no secret.
    pub fn option<T>(value: &Option<T>) -> Option<Self> {
        value.as_ref().map(|_| Self)
    }
}

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}

/// What `Debug` shows of a structure: its name, and its fields with theirs. One call is quicker to compile than one for
/// each field.
///
/// # Errors
/// The formatter's.
pub fn debug_structure(f: &mut fmt::Formatter<'_>, name: &str, fields: &[(&str, &dyn fmt::Debug)]) -> fmt::Result {
    let mut structure = f.debug_struct(name);
    for (label, value) in fields {
        structure.field(label, value);
    }
    structure.finish()
}
