//! Names of operations and errors -> what fails, and with what, which may change while the mock runs.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::super::codec::Encode;
use super::super::json::Writer;
use super::super::schema::{Operation, Service};
use super::fail::Failed;

/// What a mock fails, in a memory that its clones share.
#[derive(Clone, Debug)]
pub struct Failures {
    service: &'static Service,
    /// By the operation's name.
    told: Arc<Mutex<BTreeMap<&'static str, Arc<Failed>>>>,
}

impl Failures {
    pub(super) fn new(service: &'static Service) -> Self {
        Self { service, told: Arc::default() }
    }

    /// From now on `operation` fails with `error`: one that it declares, or any other of the API.
    ///
    /// # Errors
    /// [`UnknownName`] if the API has no such operation or no such error.
    pub fn set(&self, operation: &str, error: &str) -> Result<(), UnknownName> {
        let operation = self.operation(operation)?;
        let known = self.service.errors.iter().find(|known| known.name == error);
        let known = known.ok_or_else(|| UnknownName::error(self.service, operation, error))?;
        self.lock().insert(operation.name, Arc::new(Failed::new(known)));
        Ok(())
    }

    /// From now on `operation` is answered.
    ///
    /// # Errors
    /// [`UnknownName`] if the API has no such operation.
    pub fn remove(&self, operation: &str) -> Result<(), UnknownName> {
        let operation = self.operation(operation)?;
        self.lock().remove(operation.name);
        Ok(())
    }

    /// From now on every operation is answered.
    pub fn clear(&self) {
        self.lock().clear();
    }

    /// What fails: the names of the operation and the error, sorted.
    #[must_use]
    pub fn names(&self) -> Vec<(&'static str, &'static str)> {
        self.lock().iter().map(|(operation, failed)| (*operation, failed.name())).collect()
    }

    pub(super) fn of(&self, operation: &str) -> Option<Arc<Failed>> {
        self.lock().get(operation).cloned()
    }

    fn operation(&self, name: &str) -> Result<&'static Operation, UnknownName> {
        let known = self.service.operations.iter().find(|known| known.name == name);
        known.copied().ok_or_else(|| UnknownName::operation(self.service, name))
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<&'static str, Arc<Failed>>> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A JSON object of the errors' names by those of the operations.
impl Encode for Failures {
    fn encode(&self, writer: &mut Writer) {
        writer.begin_structure();
        for (operation, error) in self.names() {
            writer.member(operation).string(error);
        }
        writer.end_structure();
    }
}

/// What a mock was told to fail is not in the API. Holds the sentence that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnknownName {
    /// There is no such operation.
    Operation(String),
    /// There is no such error.
    Error(String),
    /// It cannot be seen which operation and error are meant.
    Neither(String),
}

impl UnknownName {
    fn operation(service: &Service, name: &str) -> Self {
        let title = service.title;
        let same = service.operations.iter().find(|known| known.name.eq_ignore_ascii_case(name));
        let hint = same.map(|known| format!("; did you mean `{}`?", known.name)).unwrap_or_default();
        Self::Operation(format!("`{name}` is no operation of {title}{hint}"))
    }

    fn error(service: &Service, operation: &Operation, name: &str) -> Self {
        let declared: Vec<_> = operation.errors.iter().map(|declared| declared.name).collect();
        let hint = if declared.is_empty() {
            format!("{} declares none", operation.name)
        } else {
            format!("{} declares {}", operation.name, declared.join(", "))
        };
        Self::Error(format!("`{name}` is no error of {}; {hint}", service.title))
    }

    /// That a text is not `OPERATION=ERROR`.
    pub(super) fn form(text: &str) -> Self {
        Self::Neither(format!("`{text}` has no `=`: write OPERATION=ERROR"))
    }
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Operation(text) | Self::Error(text) | Self::Neither(text)) = self;
        f.write_str(text)
    }
}

impl std::error::Error for UnknownName {}
