//! The AWS SDK for Go v2 -> the recipe to install and run it: modules pinned by version and hash.

use super::sdk::{Recipe, Tool};

/// How to install and run the AWS SDK for Go.
pub const RECIPE: Recipe = Recipe {
    name: "go",
    folder: "go",
    optional: true,
    tools: &[Tool {
        name: "go, version 1.24 or later",
        // refuses a program that is for a later version, unless it may fetch one
        probe: &["go", "version"],
        get: "it is the package golang of some systems, or see go.dev/dl",
    }],
    // the sources too: they are compiled, which is quick once the SDK is
    pins: &["go.mod", "go.sum", "errors.go", "main.go", "values.go"],
    // not `go run`: the program would be its child, and outlive it when it is killed
    install: &[&["go", "build", "-mod=readonly", "-buildvcs=false", "-o", "conformance", "."]],
    scripts: &[],
    cases: None,
    operations: &["./conformance", "operations"],
    errors: &["./conformance", "errors"],
    signatures: None,
    closed: None,
};
