//! The AWS SDK for Java 2.x -> the recipe to install and run it: packages of its own, pinned by version.

use super::sdk::{Recipe, Tool};

/// How to install and run the AWS SDK for Java.
pub const RECIPE: Recipe = Recipe {
    name: "java",
    folder: "java",
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
    // the sources too: they are compiled
    pins: &["pom.xml", "Errors.java", "Mock.java", "Operations.java", "Values.java"],
    install: &[
        &["mvn", "--quiet", "--batch-mode", "dependency:copy-dependencies"],
        &["javac", "--release", "17", "-cp", ".:packages/*", "-d", "classes", "Errors.java", "Operations.java"],
    ],
    scripts: &[],
    cases: None,
    operations: &["java", "-cp", "classes:packages/*", "Operations"],
    errors: &["java", "-cp", "classes:packages/*", "Errors"],
    signatures: None,
    closed: None,
};
