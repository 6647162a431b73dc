//! JSON: bytes into typed values without a tree between, and back; and the tree, for values of any form.
//!
//! The reader is a pull parser that emitted code drives. It knows the coercions that services of AWS allow
//! (any string for a boolean, `1.5` for an integer) and says nothing about what it refuses: finding the words
//! is the work of [`validate::explain`](super::validate::explain), on the rare path.

mod document;
mod escape;
mod number;
mod reader;
mod room;
mod writer;

pub use document::{Document, Number};
pub use reader::{Members, Reader, Rejected, Token, is_json};
pub use writer::Writer;
