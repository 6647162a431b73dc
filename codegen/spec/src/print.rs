//! A [`File`] -> its YAML text, and YAML that others wrote -> the types that read it.

use serde::de::DeserializeOwned;

use super::File;

/// Prints a file as the spec language writes it. What [`parse`](super::parse) reads from the text is the same file.
#[must_use]
pub fn print(file: &File) -> String {
    // Printing refuses only what the language has none of, such as maps whose keys are maps.
    serde_yaml::to_string(file).unwrap_or_default()
}

/// Why a text is not the YAML it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What is wrong there.
    pub message: String,
}

/// Reads YAML that is no file of ours.
///
/// # Errors
/// The first problem.
pub fn read_yaml<T: DeserializeOwned>(text: &str) -> Result<T, Unreadable> {
    serde_yaml::from_str(text).map_err(|error| {
        let (line, column) = error.location().map_or((1, 1), |place| (place.line(), place.column()));
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default().to_owned();
        Unreadable { line, column, message }
    })
}

#[cfg(test)]
mod tests {
    use super::{Unreadable, print, read_yaml};
    use crate::{Entries, File, Operation};

    #[test]
    fn what_is_printed_reads_back_equal() {
        let texts =
            ["", "plain", "yes", "1.0", "a: b # c", "two\nlines, *and* `code`\n", " x ", "{a}", "\u{7f}\t\u{e9}"];
        let operations = texts.map(|text| {
            let operation =
                Operation { doc: Some(text.to_owned()), input: Some(text.to_owned()), ..Operation::default() };
            (text.to_owned(), operation)
        });
        let file = File { operations: Entries(operations.into()), ..File::default() };
        assert_eq!(read_yaml(&print(&file)), Ok(file));
    }

    #[test]
    fn a_problem_has_its_place() {
        let message = "operations.A: unknown field `inputs`, expected one of `doc`, `rust_name`, `auth`, `input`, \
                       `output`, `errors`"
            .to_owned();
        let problem = Unreadable { line: 3, column: 5, message };
        assert_eq!(read_yaml::<File>("operations:\n  A:\n    inputs: B\n"), Err(problem));
    }
}
