//! Refused bodies into the answer of the service: every text that was observed, and what the decoder agrees with.

#[path = "validate/agreement.rs"]
mod agreement;
#[path = "validate/coral.rs"]
mod coral;
#[path = "validate/data.rs"]
mod data;
#[path = "validate/order.rs"]
mod order;
#[path = "validate/smithy.rs"]
mod smithy;
#[path = "validate/tables.rs"]
mod tables;
#[path = "validate/type_errors.rs"]
mod type_errors;

use codegen_runtime::schema::Shape;
use codegen_runtime::validate::{Explanation, explain};

const DEPTH: usize = 64;

/// What is wrong with a body, all kinds of answers as one text.
fn answer(shape: &'static Shape, body: &str) -> String {
    match explain(body.as_bytes(), shape, DEPTH) {
        Explanation::Malformed => "malformed".to_owned(),
        Explanation::Mistyped(error) => format!("type: {error}"),
        Explanation::Invalid(violations) => violations.to_string(),
        Explanation::Acceptable => "acceptable".to_owned(),
    }
}

/// Compares all cases (what it is about, body, expected) before it fails, so that one run shows all that differ.
fn compare(shape: &'static Shape, cases: &[(&str, &str, &str)]) {
    let mut different = Vec::new();
    for (name, body, expected) in cases {
        let actual = answer(shape, body);
        if actual != *expected {
            different.push(format!("{name}: {body}\n  expected {expected}\n  actual   {actual}\n"));
        }
    }
    assert!(different.is_empty(), "\n{}", different.concat());
}
