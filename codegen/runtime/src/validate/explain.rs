//! A refused body into the reason for its refusal.
//!
//! The way: bytes into a [`Document`], that into typed values (`typed`), these into
//! violations (`check`), and those into words (`wording`). Nothing here runs for a good body.
//!
//! What is done where nothing was observed is listed in the documentation of the runtime as a whole.

use super::super::json::{Document, Reader, Rejected};
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
    let Ok(document) = parse(body, max_depth) else {
        return Explanation::Malformed;
    };
    if is_bare(&document, shape) {
        return Explanation::Malformed;
    }
    let value = match typed(&document, shape) {
        Ok(Some(value)) => value,
        Ok(None) => return Explanation::Malformed,
        Err(error) => return Explanation::Mistyped(error),
    };
    let violations = check(&value, shape);
    if violations.is_empty() { Explanation::Acceptable } else { Explanation::Invalid(violations) }
}

fn parse(body: &[u8], max_depth: usize) -> Result<Document, Rejected> {
    let mut reader = Reader::new(body, max_depth)?;
    let document = reader.document()?;
    reader.finish()?;
    Ok(document)
}

/// Whether a whole body is a bare value where a structure must be. That gets no text, other than the same value
/// inside of a structure, and other than a list in either place (observed at Athena).
fn is_bare(document: &Document, shape: &Shape) -> bool {
    let scalar = match document {
        Document::Null | Document::Boolean(_) | Document::Number(_) | Document::String(_) => true,
        Document::Array(_) | Document::Object(_) => false,
    };
    scalar && matches!(shape.kind, Kind::Structure(_) | Kind::Union(_))
}
