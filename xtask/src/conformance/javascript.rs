//! The AWS SDK for JavaScript v3 -> the recipe to install and run it: packages of its own, pinned by a lock file.

use super::sdk::{Recipe, Tool};

/// How to install and run the AWS SDK for JavaScript.
pub const RECIPE: Recipe = Recipe {
    name: "javascript",
    optional: false,
    tools: &[
        Tool {
            name: "node, version 20 or later",
            probe: &[
                "node",
                "-e",
                "console.log(process.version); process.exitCode = parseInt(process.versions.node) < 20 ? 1 : 0",
            ],
            get: "it is the package nodejs of most systems, or see nodejs.org/download",
        },
        Tool {
            name: "npm",
            probe: &["npm", "--version"],
            get: "it comes with Node.js, but some systems have it in a package npm",
        },
    ],
    pins: &["package.json", "package-lock.json"],
    install: &[&["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]],
    scripts: &["conformance.mjs", "operations.mjs", "signatures.mjs"],
    // the SDK warns of versions of node that later versions of it will need
    cases: Some(&["node", "--no-warnings", "conformance.mjs"]),
    operations: &["node", "--no-warnings", "operations.mjs"],
    signatures: Some(&["node", "--no-warnings", "signatures.mjs"]),
};
