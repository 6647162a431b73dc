//! The AWS SDK for Java 2.x -> the recipe to install and run it: packages of its own, pinned by version.

use super::sdk::{Recipe, Tool};

/// How to install and run the AWS SDK for Java.
pub const RECIPE: Recipe = Recipe {
    name: "java",
    optional: true,
    tools: &[
        Tool {
            name: "java, version 17 or later, with the compiler",
            probe: &["javac", "--release", "17", "--version"],
            get: "it is the package openjdk-17-jdk of many systems, or see adoptium.net",
        },
        Tool {
            name: "mvn",
            probe: &["mvn", "--version"],
            get: "it is the package maven of most systems, or see maven.apache.org",
        },
    ],
    pins: &["pom.xml"],
    install: &[&["mvn", "--quiet", "--batch-mode", "dependency:copy-dependencies"]],
    scripts: &["Operations.java"],
    cases: None,
    // compiles the one source, and runs it
    operations: &["java", "-cp", "packages/*", "Operations.java"],
    signatures: None,
};
