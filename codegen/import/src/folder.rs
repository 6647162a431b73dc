//! The files of a folder -> what they say by name and file; and back, leaving the text of files that say the same.

use std::collections::BTreeMap;

use super::Existing;
use super::failure::ImportError;
use super::notes::Notes;
use codegen_spec::Source;
use codegen_spec::{self as spec, Error, File, Operation, Service, Shape, Spec};

/// A folder as it was before the import.
#[derive(Clone, Debug, Default)]
pub(super) struct Folder {
    /// Names and texts of its files.
    pub(super) files: Vec<(String, String)>,
    /// `service`, and the file that holds it.
    pub(super) service: Option<(usize, Service)>,
    /// Operations by name.
    pub(super) operations: BTreeMap<String, (usize, Operation)>,
    /// Shapes by name.
    pub(super) shapes: BTreeMap<String, (usize, Shape)>,
    /// Errors by name.
    pub(super) errors: BTreeMap<String, (usize, Error)>,
    /// What each file says, in its order.
    said: Vec<File>,
}

impl Folder {
    /// Whether it says nothing yet.
    pub(super) fn is_new(&self) -> bool {
        self.said.iter().all(|file| *file == File::default())
    }

    /// Name of a file.
    pub(super) fn file_name(&self, file: usize) -> &str {
        self.files.get(file).map_or("", |(name, _)| name)
    }
}

/// Reads the files of a folder.
///
/// # Errors
/// Where a file is not in the spec language, or two files say the same thing.
pub(super) fn read(existing: &[Existing]) -> Result<Folder, ImportError> {
    let mut sources: Vec<_> =
        existing.iter().map(|file| Source { path: file.path.clone(), text: file.text.clone() }).collect();
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    let specs = spec::parse(&sources).map_err(|report| {
        ImportError::new("the folder as it is", "its files cannot be read", format!("mend them first:\n{report}"))
    })?;
    let mut folder = Folder { said: vec![File::default(); sources.len()], ..Folder::default() };
    let Spec { sources: _, services, operations, shapes, errors } = match <[Spec; 1]>::try_from(specs) {
        Ok([spec]) => spec,
        Err(specs) if specs.is_empty() => Spec::default(),
        Err(_) => {
            return Err(ImportError::new(
                "the folder as it is",
                "its files are of more than one folder",
                "give the name of each file within the folder",
            ));
        }
    };
    for (file, service) in services {
        if folder.service.is_some() {
            return Err(twice("service", &sources, file));
        }
        folder.said[file].service = Some(service.clone());
        folder.service = Some((file, service));
    }
    for (file, name, operation) in operations {
        folder.said[file].operations.0.push((name.clone(), operation.clone()));
        if folder.operations.insert(name.clone(), (file, operation)).is_some() {
            return Err(twice(&format!("operation {name}"), &sources, file));
        }
    }
    for (file, name, shape) in shapes {
        folder.said[file].shapes.0.push((name.clone(), shape.clone()));
        if folder.shapes.insert(name.clone(), (file, shape)).is_some() {
            return Err(twice(&format!("shape {name}"), &sources, file));
        }
    }
    for (file, name, error) in errors {
        folder.said[file].errors.0.push((name.clone(), error.clone()));
        if folder.errors.insert(name.clone(), (file, error)).is_some() {
            return Err(twice(&format!("error {name}"), &sources, file));
        }
    }
    folder.files = sources.into_iter().map(|source| (source.path, source.text)).collect();
    Ok(folder)
}

fn twice(what: &str, sources: &[Source], file: usize) -> ImportError {
    let path = sources.get(file).map_or("", |source| &source.path);
    ImportError::new(path, format!("{what} stands in another file of the folder too"), "remove one of the two")
}

/// Prints the files. One that says what it said before keeps its text to the byte; another keeps the comment at its
/// head, and notes the comments it loses.
pub(super) fn render(files: BTreeMap<String, File>, folder: &Folder, notes: &mut Notes) -> Vec<(String, String)> {
    let mut rendered = Vec::new();
    for (name, file) in files {
        let before = folder.files.iter().zip(&folder.said).find(|((old, _), _)| *old == name);
        let text = match before {
            Some(((_, text), said)) if *said == file => text.clone(),
            Some(((_, text), _)) => {
                let is_comment = |line: &&str| line.trim_start().starts_with('#') || line.trim().is_empty();
                let head: String = text.split_inclusive('\n').take_while(is_comment).collect();
                let lost = text.lines().filter(|line| line.trim_start().starts_with('#')).count()
                    - head.lines().filter(|line| line.trim_start().starts_with('#')).count();
                if lost > 0 {
                    notes.add(&name, format_args!("{lost} lines of comment are lost; `doc` and `evidence` are kept"));
                }
                head + &spec::print(&file)
            }
            None => spec::print(&file),
        };
        rendered.push((name, text));
    }
    rendered
}
