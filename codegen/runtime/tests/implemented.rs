//! Implementations -> which of their methods are written, without a call.

use std::future::{Future, ready};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{self, Poll, Waker};

use codegen_runtime::schema::{Auth, DocumentedStatuses, Operation};
use codegen_runtime::service::{Implemented, NotImplemented, method, not_implemented};
use codegen_runtime::{Context, Exchange, Failure, Outcome};

macro_rules! operations {
    ($($name:ident),*) => {$(
        #[derive(Debug)]
        struct $name;

        impl Exchange for $name {
            type Input = ();
            type Output = ();
            const OPERATION: &'static Operation =
                &Operation {
                    name: stringify!($name),
                    auth: Auth::None,
                    input: None,
                    #[cfg(feature = "client")]
                    output: None,
                    errors: &[],
                    documented_statuses: DocumentedStatuses::Real,
                };
        }
    )*};
}

operations!(Unwritten, Written, Eager, Passed, Refined);

/// A trait as it is emitted, with and without an input.
trait Shop: Send + Sync + 'static {
    fn unwritten(&self, context: &Context, input: ()) -> impl Future<Output = Outcome<Unwritten>> + Send {
        not_implemented(context, input)
    }
    fn written(&self, context: &Context, input: ()) -> impl Future<Output = Outcome<Written>> + Send {
        not_implemented(context, input)
    }
    fn eager(&self, context: &Context) -> impl Future<Output = Outcome<Eager>> + Send {
        not_implemented(context, ())
    }
    fn passed(&self, context: &Context) -> impl Future<Output = Outcome<Passed>> + Send {
        not_implemented(context, ())
    }
    fn refined(&self, context: &Context, input: ()) -> impl Future<Output = Outcome<Refined>> + Send {
        not_implemented(context, input)
    }
}

fn implemented<S: Shop>() -> Implemented {
    Implemented::new([
        method(S::unwritten),
        method(S::written),
        method(|service: &'static S, context, ()| service.eager(context)),
        method(|service: &'static S, context, ()| service.passed(context)),
        method(S::refined),
    ])
}

struct Empty;

impl Shop for Empty {}

/// How many methods were called.
static CALLS: AtomicUsize = AtomicUsize::new(0);

/// Every way to write a method.
struct Several;

impl Shop for Several {
    async fn written(&self, _: &Context, (): ()) -> Outcome<Written> {
        CALLS.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn eager(&self, _: &Context) -> impl Future<Output = Outcome<Eager>> + Send {
        CALLS.fetch_add(1, Ordering::Relaxed);
        ready(Ok(()))
    }

    async fn passed(&self, context: &Context) -> Outcome<Passed> {
        Empty.passed(context).await
    }

    #[allow(refining_impl_trait)] // the type is the point
    fn refined(&self, context: &Context, (): ()) -> NotImplemented<Refined> {
        CALLS.fetch_add(1, Ordering::Relaxed);
        not_implemented(context, ())
    }
}

#[test]
fn methods_are_told_apart_by_their_types() {
    let names = |implemented: &Implemented| implemented.written().map(|operation| operation.name).collect::<Vec<_>>();
    assert_eq!(names(&implemented::<Empty>()), [""; 0]);
    let several = implemented::<Several>();
    // one that is written as the trait has it answers as the trait does
    assert_eq!(names(&several), ["Written", "Eager", "Passed"]);
    assert_eq!(several.missing().map(|operation| operation.name).collect::<Vec<_>>(), ["Unwritten", "Refined"]);
    assert_eq!(several.methods().len(), 5);
    assert_eq!(CALLS.load(Ordering::Relaxed), 0);
}

#[test]
fn the_table_has_a_line_for_each_operation() {
    let expected = "\
Unwritten  -
Written    implemented
Eager      implemented
Passed     implemented
Refined    -
3 of 5 operations implemented";
    assert_eq!(implemented::<Several>().to_string(), expected);
}

#[test]
fn a_method_that_is_not_written_answers_so() {
    let context = Context::new(Unwritten::OPERATION);
    let mut answer = std::pin::pin!(Empty.unwritten(&context, ()));
    let polled = answer.as_mut().poll(&mut task::Context::from_waker(Waker::noop()));
    let fault = match polled {
        Poll::Ready(answer) => answer.err().map(Failure::into_fault),
        Poll::Pending => None,
    };
    let expected = ("NotImplementedException", 501, "Unwritten is not implemented by this server.");
    let fault = fault.as_ref().map(|fault| (&*fault.name, fault.status, fault.message.as_deref().unwrap_or_default()));
    assert_eq!(fault, Some(expected));
}
