//! Where things are in this repository.

use std::path::{Path, PathBuf};

/// The repository's top folder.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    let top = manifest.ancestors().find(|folder| folder.join("Cargo.lock").is_file());
    top.unwrap_or(manifest).to_owned()
}

/// A path as a person in the current folder would write it.
pub fn shown(path: &Path) -> String {
    let shown = std::env::current_dir().ok().and_then(|folder| path.strip_prefix(folder).ok().map(Path::to_owned));
    shown.as_deref().unwrap_or(path).display().to_string().replace('\\', "/")
}
