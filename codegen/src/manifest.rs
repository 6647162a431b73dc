//! The manifest that a new crate starts with. It is the author's own from then on.

mod example;

pub use example::mock_example;

/// The text of `Cargo.toml` for a new crate of that name. Characters that a package's name may not have become
/// hyphens.
#[must_use]
pub fn manifest(name: &str) -> String {
    let name: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' }).collect();
    let name =
        if name.starts_with(|first: char| first.is_ascii_alphabetic()) { name } else { format!("server-{name}") };
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\nrust-version = \"1.89\"\npublish = false\n\n{MANIFEST}"
    )
}

/// Everything below `[package]`: the features and dependencies that the runtime's sources name, and the example.
const MANIFEST: &str = include_str!("manifest.toml");
