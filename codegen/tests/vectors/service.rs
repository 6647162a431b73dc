//! The suites of a file -> a model as botocore writes one, and its description as the importer makes it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use codegen::Source;
use codegen_import::{Docs, Vendor, import};
use serde_json::{Map, Value, json};

use crate::suite::{Case, Shape, Suite};

/// A file of vectors as one service.
pub struct Service {
    /// The file, such as `input/json_1_0`.
    pub file: &'static str,
    suites: Vec<Suite>,
    shapes: Map<String, Value>,
    /// Operations by name, as in a model.
    operations: BTreeMap<String, Map<String, Value>>,
}

impl Service {
    pub fn read(folder: &Path, file: &'static str) -> Self {
        let text = fs::read_to_string(folder.join(file).with_extension("json")).unwrap();
        let suites: Vec<Suite> = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut service = Self { file, suites: Vec::new(), shapes: Map::new(), operations: BTreeMap::new() };
        for suite in &suites {
            for (name, shape) in &suite.shapes {
                let other = service.shapes.insert(name.clone(), shape.clone());
                assert!(other.is_none_or(|other| other == *shape), "{file} has two shapes {name}");
            }
            for case in &suite.cases {
                service.add_operation(case);
            }
        }
        service.suites = suites;
        service
    }

    /// Suites share an operation and differ in the errors that it declares.
    fn add_operation(&mut self, case: &Case) {
        let Some(operation) = self.operations.get_mut(case.operation()) else {
            self.operations.insert(case.operation().to_owned(), case.given.clone());
            return;
        };
        let declared = case.given.get("errors").and_then(Value::as_array);
        for error in declared.into_iter().flatten() {
            let errors = operation.entry("errors").or_insert_with(|| json!([])).as_array_mut().unwrap();
            if !errors.contains(error) {
                errors.push(error.clone());
            }
        }
    }

    pub fn cases(&self) -> impl Iterator<Item = &Case> {
        self.suites.iter().flat_map(|suite| &suite.cases)
    }

    /// The name of the module in the crate.
    pub fn module(&self) -> String {
        self.file.replace('/', "_")
    }

    /// A word of the metadata, which is the same in all suites of the file.
    pub fn metadata(&self, key: &str) -> &str {
        self.suites[0].metadata[key].as_str().unwrap()
    }

    pub fn shape(&self, name: &str) -> Shape {
        serde_json::from_value(self.shapes[name].clone()).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Each operation: its name, whether it takes something, and the errors it declares.
    pub fn operations(&self) -> impl Iterator<Item = (&str, bool, Vec<&str>)> {
        self.operations.iter().map(|(name, operation)| {
            let errors = operation.get("errors").and_then(Value::as_array).into_iter().flatten();
            let errors = errors.map(|error| error["shape"].as_str().unwrap()).collect();
            (name.as_str(), operation.contains_key("input"), errors)
        })
    }

    /// The description, imported. The suites leave out what a model says of the service for people and endpoints.
    pub fn description(&self) -> Vec<Source> {
        let module = self.module();
        let mut metadata = self.suites[0].metadata.clone();
        metadata.insert("serviceFullName".to_owned(), json!("Vectors"));
        metadata.insert("endpointPrefix".to_owned(), json!("vectors"));
        let model = json!({ "metadata": metadata, "operations": self.operations, "shapes": self.shapes }).to_string();
        let name = module.replace('_', "-");
        let imported = import(Vendor::Botocore, &model, &[], Docs::None, &name, None);
        let files = imported.unwrap_or_else(|error| panic!("{}: {error}", self.file)).files;
        files.into_iter().map(|(path, text)| Source { path: format!("{module}/{path}"), text }).collect()
    }
}
