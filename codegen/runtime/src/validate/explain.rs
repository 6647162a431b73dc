//! A refused body into the reason for its refusal.
//!
//! The way: bytes into typed values (`typed`), these into violations (`check`), and those into words (`wording`).
//! Nothing here runs for a good body.
//!
//! What is done where nothing was observed is listed in the documentation of the runtime as a whole.

use super::super::json::{Reader, Token, is_json};
use super::super::schema::{Kind, Shape};
use super::check::check;
use super::type_error::TypeError;
use super::typed::typed;
use super::violation::Violations;

/// Why a body was refused.
#[derive(Clone, Debug)]
pub enum Explanation {
    /// The body is not JSON, is nested too deeply, or is no object where a structure must be.
    Malformed,
    /// A value has the wrong type: the first such in the order of the body.
    Mistyped(TypeError),
    /// Constraints are violated: all of them in the order the service reports them.
    Invalid(Violations),
    /// Nothing is wrong.
    Acceptable,
}

/// Why `body` is not a value of `shape`, nested at most `max_depth` deep.
///
/// Coerces as [`Reader`] does: what the one accepts, the other finds nothing wrong with.
#[must_use]
pub fn explain(body: &[u8], shape: &'static Shape, max_depth: usize) -> Explanation {
    let Ok(mut reader) = Reader::new(body, max_depth) else { return Explanation::Malformed };
    if reader.token().is_none_or(|found| is_bare(found, shape)) {
        return Explanation::Malformed;
    }
    let mut mistake = None;
    let value = typed(&mut reader, shape, &mut mistake);
    match (reader.finish(), value, mistake) {
        // what is no JSON has no types
        (_, _, Some(mistake)) if is_json(body, max_depth) => Explanation::Mistyped(mistake),
        (Ok(()), Some(value), None) => {
            let violations = check(&value, shape);
            if violations.is_empty() { Explanation::Acceptable } else { Explanation::Invalid(violations) }
        }
        _ => Explanation::Malformed,
    }
}

/// Whether a whole body is a bare value where a structure must be. That gets no text, other than the same value
/// inside of a structure, and other than a list in either place (observed at Athena).
fn is_bare(found: Token, shape: &Shape) -> bool {
    let scalar = match found {
        Token::Null | Token::True | Token::False | Token::Number | Token::String => true,
        Token::Array | Token::Object => false,
    };
    scalar && matches!(shape.kind, Kind::Structure(_) | Kind::Union(_))
}
