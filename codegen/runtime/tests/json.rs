//! JSON texts into values and back: what the reader takes, what it refuses, and what the writer writes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "json/numbers.rs"]
mod numbers;
#[path = "json/random.rs"]
mod random;
#[path = "json/strings.rs"]
mod strings;
#[path = "json/texts.rs"]
mod texts;
#[path = "json/values.rs"]
mod values;

use codegen_runtime::json::{Document, Reader, Rejected, Writer};

const DEPTH: usize = 16;

/// What `read` makes of a text that holds one value and nothing else.
fn whole<'a, T>(text: &'a str, read: impl FnOnce(&mut Reader<'a>) -> Option<T>) -> Result<Option<T>, Rejected> {
    let mut reader = Reader::new(text.as_bytes(), DEPTH)?;
    let value = read(&mut reader);
    reader.finish()?;
    Ok(value)
}

fn string(text: &str) -> Result<Option<String>, Rejected> {
    whole(text, Reader::string)
}

fn document(text: &str) -> Result<Document, Rejected> {
    Document::parse(text.as_bytes(), DEPTH)
}

fn skip(bytes: &[u8], depth: usize) -> Result<(), Rejected> {
    let mut reader = Reader::new(bytes, depth)?;
    reader.skip();
    reader.finish()
}

fn written(write: impl FnOnce(&mut Writer)) -> String {
    let mut writer = Writer::default();
    write(&mut writer);
    String::from_utf8(writer.into_bytes()).expect("what is written is UTF-8")
}

/// A text with every kind of value and no white space at its end, so that no shorter part of it is whole.
const SAMPLE: &str = r#"{"a":[1,-2.50,3e-7,true,false,null,"x\n\u00e9\ud83d\ude00é"],"b":{"c":{}, "d":[]},"e":"😀"}"#;
