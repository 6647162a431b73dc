//! What stops an import -> one line that names the place, what is wrong there and the cure.

use std::fmt;

/// What stopped an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportError {
    place: String,
    message: String,
    cure: String,
}

impl ImportError {
    /// `place` is a place in the model as its author would name it; `message` has lower case and no full stop.
    pub(super) fn new(place: impl Into<String>, message: impl Into<String>, cure: impl Into<String>) -> Self {
        Self { place: place.into(), message: message.into(), cure: cure.into() }
    }

    /// For a model that is not JSON, or not of the form its vendor gives to models.
    pub(super) fn json(error: &serde_json::Error, form: &str) -> Self {
        let message = error.to_string();
        // the reader appends the place, which stands in front here
        let message = message.split(" at line ").next().unwrap_or(&message);
        Self::new(
            format!("line {}, column {}", error.line(), error.column()),
            message,
            format!("give the model as the vendor publishes it: {form}"),
        )
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { place, message, cure } = self;
        write!(f, "{place}: {message}; {cure}")
    }
}

impl std::error::Error for ImportError {}
