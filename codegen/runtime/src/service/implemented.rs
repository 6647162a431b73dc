//! The methods of an implementation -> which of them are written, by their types alone.

use std::any::TypeId;
use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{self, Poll};

use super::super::errors::Failure;
use super::super::schema::Operation;
use super::{Context, Exchange, Outcome};

/// What a trait method answers that has not been written. Its type is how [`method`] knows one.
pub struct NotImplemented<O> {
    called: &'static Operation,
    operation: PhantomData<fn() -> O>,
}

impl<O> NotImplemented<O> {
    pub(super) fn new(called: &'static Operation) -> Self {
        Self { called, operation: PhantomData }
    }
}

impl<O> fmt::Debug for NotImplemented<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("NotImplemented").field(&self.called.name).finish()
    }
}

impl<O: Exchange> Future for NotImplemented<O> {
    type Output = Outcome<O>;

    fn poll(self: Pin<&mut Self>, _: &mut task::Context<'_>) -> Poll<Outcome<O>> {
        Poll::Ready(Err(Failure::not_implemented(self.called)))
    }
}

/// A method of an implementation.
#[derive(Clone, Copy, Debug)]
pub struct Method {
    /// The operation it serves.
    pub operation: &'static Operation,
    /// Whether it is written: whether it answers with anything but the trait's default.
    pub is_written: bool,
}

/// What there is to know of a method without calling it.
///
/// The compiler knows what every method returns: the one of the trait a [`NotImplemented`], one that is written
/// something else. So the method is never called, whatever it may do.
pub fn method<O, S, I, F>(method: impl FnOnce(&'static S, &'static Context, I) -> F) -> Method
where
    O: Exchange,
    S: 'static,
    F: Future<Output = Outcome<O>> + 'static,
{
    drop(method);
    Method { operation: O::OPERATION, is_written: TypeId::of::<F>() != TypeId::of::<NotImplemented<O>>() }
}

/// Which operations an implementation has, and which answer that they are not implemented. Displays as a table.
#[derive(Clone, Debug)]
pub struct Implemented {
    methods: Vec<Method>,
}

impl Implemented {
    /// Those of an API, from all of its methods.
    #[must_use]
    pub fn new(methods: impl Into<Vec<Method>>) -> Self {
        Self { methods: methods.into() }
    }

    /// All methods, sorted by their operations' names.
    #[must_use]
    pub fn methods(&self) -> &[Method] {
        &self.methods
    }

    /// The operations whose methods are written.
    pub fn written(&self) -> impl Iterator<Item = &'static Operation> {
        self.methods.iter().filter(|method| method.is_written).map(|method| method.operation)
    }

    /// The operations that answer that they are not implemented.
    pub fn missing(&self) -> impl Iterator<Item = &'static Operation> {
        self.methods.iter().filter(|method| !method.is_written).map(|method| method.operation)
    }
}

/// A line for each operation, and one that counts them.
impl fmt::Display for Implemented {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.methods.iter().map(|method| method.operation.name.len()).max().unwrap_or_default();
        for Method { operation, is_written } in &self.methods {
            writeln!(f, "{:width$}  {}", operation.name, if *is_written { "implemented" } else { "-" })?;
        }
        write!(f, "{} of {} operations implemented", self.written().count(), self.methods.len())
    }
}
