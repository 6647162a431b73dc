//! A refused body into the reason for its refusal.
//!
//! The way: bytes into typed values (`typed`), these into violations (`check`), and those into words (`wording`).
//! Nothing here runs for a good body.
//!
//! What is done where nothing was observed is listed in the documentation of the runtime as a whole.

use super::super::json::{Reader, Rejected, Token};
use super::super::schema::{Kind, Shape};
use super::check::check;
use super::type_error::TypeError;
use super::typed::{Mistake, Value, typed};
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
    let value = match read(body, shape, max_depth) {
        Ok(value) => value,
        // what is no JSON has no types
        Err(Mistake::Mistyped(error)) if is_json(body, max_depth).is_ok() => return Explanation::Mistyped(error),
        Err(Mistake::Malformed | Mistake::Mistyped(_)) => return Explanation::Malformed,
    };
    let violations = check(&value, shape);
    if violations.is_empty() { Explanation::Acceptable } else { Explanation::Invalid(violations) }
}

fn read<'b>(body: &'b [u8], shape: &'static Shape, max_depth: usize) -> Result<Value<'b>, Mistake> {
    let mut reader = Reader::new(body, max_depth)?;
    if is_bare(reader.token()?, shape) {
        return Err(Mistake::Malformed);
    }
    let value = typed(&mut reader, shape)?.ok_or(Rejected)?;
    reader.finish()?;
    Ok(value)
}

fn is_json(body: &[u8], max_depth: usize) -> Result<(), Rejected> {
    let mut reader = Reader::new(body, max_depth)?;
    reader.skip()?;
    reader.finish()
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
