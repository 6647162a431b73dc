//! How an operation fails: declared errors, checked by the compiler, and everything else a server may answer.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use super::codec::Encode;
use super::json::Writer;
use super::schema;

/// An error of the API's description.
pub trait DeclaredError: Encode {
    /// Its name, fault and status.
    fn error(&self) -> &'static schema::Error;

    /// What went wrong, for a person.
    fn message(&self) -> Option<&str>;
}

/// An operation that declares the error `E`.
pub trait Raises<E> {}

/// An error as a line of text: its name, and its message if it has one.
///
/// # Errors
/// The formatter's.
pub fn display(error: &dyn DeclaredError, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let name = error.error().name;
    match error.message() {
        Some(message) => write!(f, "{name}: {message}"),
        None => f.write_str(name),
    }
}

/// Why the operation `O` has no output.
///
/// `?` makes one of every error that `O` declares; an error it does not declare does not compile. Where a server
/// must answer with another one all the same, as a gateway must that passes on what it got, there are
/// [`undeclared`](Self::undeclared) and [`other`](Self::other).
pub struct Failure<O> {
    /// Boxed, since handlers return it by value and most requests do not fail.
    fault: Box<Fault>,
    operation: PhantomData<fn() -> O>,
}

impl<O> Failure<O> {
    /// An error of the API that the operation does not declare.
    #[must_use]
    pub fn undeclared(error: &dyn DeclaredError) -> Self {
        let mut members = Writer::default();
        error.encode(&mut members);
        Self::from_fault(Fault {
            name: Cow::Borrowed(error.error().name),
            status: error.error().status,
            message: error.message().map(str::to_owned),
            members: members.into_bytes(),
        })
    }

    /// An error that the API's description does not have.
    #[must_use]
    pub fn other(name: impl Into<Cow<'static, str>>, status: u16, message: impl Into<String>) -> Self {
        Self::from_fault(Fault::with_message(name, status, "message", message))
    }

    /// What a trait method answers that has not been written.
    #[must_use]
    pub fn not_implemented(operation: &schema::Operation) -> Self {
        let message = format!("{} is not implemented by this server.", operation.name);
        Self::other("NotImplementedException", 501, message)
    }

    /// The same failure, of no operation in particular.
    #[must_use]
    pub fn into_fault(self) -> Fault {
        *self.fault
    }

    fn from_fault(fault: Fault) -> Self {
        Self { fault: Box::new(fault), operation: PhantomData }
    }
}

impl<O: Raises<E>, E: DeclaredError> From<E> for Failure<O> {
    fn from(error: E) -> Self {
        Self::undeclared(&error)
    }
}

impl<O> fmt::Debug for Failure<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fault.fmt(f)
    }
}

/// An error on its way to the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Name on the wire, without a namespace.
    pub name: Cow<'static, str>,
    /// HTTP status that the real endpoint sends.
    pub status: u16,
    /// What went wrong, for a person.
    pub message: Option<String>,
    /// The error's members as one JSON object.
    pub members: Vec<u8>,
}

impl Fault {
    /// An error without members.
    #[must_use]
    pub fn bare(name: impl Into<Cow<'static, str>>, status: u16) -> Self {
        Self { name: name.into(), status, message: None, members: b"{}".to_vec() }
    }

    /// An error whose only member is a message. `member` is that member's name, which is `message` for most errors
    /// and `Message` for some.
    #[must_use]
    pub fn with_message(
        name: impl Into<Cow<'static, str>>,
        status: u16,
        member: &str,
        message: impl Into<String>,
    ) -> Self {
        let message = message.into();
        let mut writer = Writer::default();
        writer.begin_structure();
        writer.member(member).string(&message);
        writer.end_structure();
        Self { name: name.into(), status, message: Some(message), members: writer.into_bytes() }
    }
}
