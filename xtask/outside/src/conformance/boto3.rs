//! boto3 -> the recipe to install and run it: a virtual environment of its own, pinned by version and hash.

use super::sdk::{Recipe, Tool};

/// How to install and run boto3.
pub const RECIPE: Recipe = Recipe {
    name: "boto3",
    folder: "boto3",
    optional: false,
    tools: &[
        Tool {
            name: "python3, version 3.10 or later",
            probe: &["python3", "-c", "import sys; print(sys.version); sys.exit(sys.version_info < (3, 10))"],
            get: "it is the package python3 of most systems, or see python.org/downloads",
        },
        Tool {
            name: "Python's module venv, with ensurepip",
            probe: &["python3", "-c", "import ensurepip, venv"],
            get: "it comes with Python, but Debian and Ubuntu have it in the package python3-venv",
        },
    ],
    pins: &["requirements.txt"],
    install: &[
        &["python3", "-m", "venv", "."],
        // hashes are required by the file itself
        &["bin/python", "-I", "-m", "pip", "install", "--quiet", "--requirement", "requirements.txt"],
    ],
    scripts: &["conformance.py", "errors.py", "operations.py", "signatures.py"],
    // -I: no packages and settings but the environment's own
    cases: Some(&["bin/python", "-I", "conformance.py"]),
    operations: &["bin/python", "-I", "operations.py"],
    errors: &["bin/python", "-I", "errors.py"],
    signatures: Some(&["bin/python", "-I", "signatures.py"]),
    closed: None,
};
