//! The files of the description that the servers are made of -> the names of all that must be tried.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result, bail};
use codegen_spec::{Auth, Source};

use crate::project;

/// The description whose operations and errors are tried.
const FOLDER: &str = "spec/cognito-idp";

/// What a description has: what the mock says of itself is what is put to the test.
pub struct Description {
    /// The names of all operations.
    pub operations: Vec<String>,
    /// By operation, whether its requests are signed.
    pub signed: BTreeMap<String, bool>,
    /// The names of all errors, each with those of the operations that declare it.
    pub errors: BTreeMap<String, BTreeSet<String>>,
}

impl Description {
    /// Reads the files.
    pub fn read() -> Result<Self> {
        let mut sources = Vec::new();
        let folder = project::root().join(FOLDER);
        for entry in fs::read_dir(&folder).with_context(|| format!("cannot read {FOLDER}"))? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml") {
                let shown = project::shown(&path);
                let text = fs::read_to_string(&path).with_context(|| format!("cannot read {shown}"))?;
                sources.push(Source { path: shown, text });
            }
        }
        let specs = codegen_spec::parse(&sources).map_err(|report| anyhow::anyhow!("{report}"))?;
        let names = specs.iter().flat_map(|spec| &spec.errors).map(|(_, name, _)| (name.clone(), BTreeSet::new()));
        let mut errors: BTreeMap<String, BTreeSet<String>> = names.collect();
        let (mut operations, mut signed) = (Vec::new(), BTreeMap::new());
        for (_, name, operation) in specs.into_iter().flat_map(|spec| spec.operations) {
            for error in &operation.errors {
                errors.entry(error.name().to_owned()).or_default().insert(name.clone());
            }
            // that of an operation is the service's, which signs, unless it says otherwise
            let is_signed = match operation.auth {
                Some(Auth::Sigv4) | None => true,
                Some(Auth::None) => false,
            };
            signed.insert(name.clone(), is_signed);
            operations.push(name);
        }
        if operations.is_empty() || errors.is_empty() {
            bail!("{FOLDER} has no operations, or no errors");
        }
        Ok(Self { operations, signed, errors })
    }
}

#[cfg(test)]
mod tests {
    use super::Description;

    #[test]
    fn a_description_has_operations_signatures_and_errors() -> anyhow::Result<()> {
        let Description { operations, signed, errors } = Description::read()?;
        assert!(operations.contains(&"SignUp".to_owned()));
        assert_eq!((signed.get("SignUp"), signed.get("CreateUserPool")), (Some(&false), Some(&true)));
        let declare = errors.get("UsernameExistsException");
        assert!(declare.is_some_and(|declare| declare.contains("SignUp") && !declare.contains("ListUsers")));
        Ok(())
    }
}
