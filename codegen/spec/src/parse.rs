//! Files of one or more folders -> one [`Spec`] a folder.

use std::collections::BTreeMap;

use super::{Error, File, Operation, Service, Shape, misread};
use crate::parallel;
use crate::report::Report;

/// One file of a description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where it was found, as problems should name it. Files of one folder make one description.
    pub path: String,
    /// What it says.
    pub text: String,
}

/// A description: the files of one folder put together. Each entry says which file it is from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spec {
    /// The files, as indices into the sources that were parsed.
    pub sources: Vec<usize>,
    /// What the operations have in common, wherever a file says it: once, in a good description.
    pub services: Vec<(usize, Service)>,
    /// Operations by file and name.
    pub operations: Vec<(usize, String, Operation)>,
    /// Shapes by file and name.
    pub shapes: Vec<(usize, String, Shape)>,
    /// Errors by file and name.
    pub errors: Vec<(usize, String, Error)>,
}

/// Reads the files of one or more descriptions: those of one folder make one description.
///
/// # Errors
/// For each file that is not in the spec language, its first problem.
pub fn parse(sources: &[Source]) -> Result<Vec<Spec>, Report> {
    let mut problems = Vec::new();
    let mut specs: BTreeMap<&str, Spec> = BTreeMap::new();
    let files =
        parallel::map(sources, |source| source.text.len(), |source| serde_yaml::from_str::<Option<File>>(&source.text));
    for (index, (source, file)) in sources.iter().zip(files).enumerate() {
        let folder = source.path.rsplit_once(['/', '\\']).map_or("", |(folder, _)| folder);
        match file {
            Ok(file) => specs.entry(folder).or_default().add(index, file.unwrap_or_default()),
            Err(error) => problems.push(misread::problem(index, &source.text, &error)),
        }
    }
    if problems.is_empty() { Ok(specs.into_values().collect()) } else { Err(Report::new(problems, sources)) }
}

impl Spec {
    fn add(&mut self, source: usize, file: File) {
        self.sources.push(source);
        self.services.extend(file.service.map(|service| (source, service)));
        self.operations.extend(file.operations.0.into_iter().map(|(name, value)| (source, name, value)));
        self.shapes.extend(file.shapes.0.into_iter().map(|(name, value)| (source, name, value)));
        self.errors.extend(file.errors.0.into_iter().map(|(name, value)| (source, name, value)));
    }
}
