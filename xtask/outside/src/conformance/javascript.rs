//! The AWS SDK for JavaScript v3 -> the recipe to install and run it: packages of its own, pinned by a lock file.

use super::sdk::{Recipe, Tool};

/// What runs it outside of browsers, and makes pages of it.
pub const NODE: Tool = Tool {
    name: "node, version 20 or later",
    probe: &[
        "node",
        "-e",
        "console.log(process.version); process.exitCode = parseInt(process.versions.node) < 20 ? 1 : 0",
    ],
    get: "it is the package nodejs of most systems, or see nodejs.org/download",
};

/// What fetches it.
pub const NPM: Tool = Tool {
    name: "npm",
    probe: &["npm", "--version"],
    get: "it comes with Node.js, but some systems have it in a package npm",
};

/// How to install and run the AWS SDK for JavaScript.
pub const RECIPE: Recipe = Recipe {
    name: "javascript",
    folder: "javascript",
    optional: false,
    tools: &[NODE, NPM],
    pins: &["package.json", "package-lock.json"],
    install: &[&["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]],
    scripts: &["conformance.mjs", "errors.mjs", "mock.mjs", "operations.mjs", "run.mjs", "signatures.mjs"],
    // the SDK warns of versions of node that later versions of it will need
    cases: Some(&["node", "--no-warnings", "conformance.mjs"]),
    operations: &["node", "--no-warnings", "run.mjs", "operations"],
    errors: &["node", "--no-warnings", "run.mjs", "errors"],
    signatures: Some(&["node", "--no-warnings", "signatures.mjs"]),
    closed: None,
};
