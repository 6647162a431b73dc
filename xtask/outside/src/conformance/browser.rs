//! The AWS SDK for JavaScript v3 in a browser -> the recipe to install and run it: its packages, bundled for a page.

use super::javascript;
use super::sdk::{Recipe, Tool};

/// How to install and run the AWS SDK for JavaScript in Chromium.
pub const RECIPE: Recipe = Recipe {
    name: "browser",
    optional: true,
    tools: &[
        javascript::NODE,
        javascript::NPM,
        Tool {
            name: "chromium",
            probe: &["chromium", "--version"],
            get: "it is the package chromium of most systems, or see chromium.org",
        },
    ],
    scripts: &["browser.mjs", "closed.mjs", "errors.mjs", "mock.mjs", "operations.mjs", "page.mjs"],
    cases: None,
    operations: &["node", "--no-warnings", "browser.mjs", "operations"],
    errors: &["node", "--no-warnings", "browser.mjs", "errors"],
    signatures: None,
    closed: Some(&["node", "--no-warnings", "browser.mjs", "closed"]),
    ..javascript::RECIPE
};
