//! Requests -> answers, by emitted traits, operations and errors.

use std::future::Future;
use std::pin::pin;
use std::task::{Poll, Waker};

use codegen_runtime::service::Refusal;
use codegen_runtime::{Context, DeclaredError, Dispatch, Failure, Outcome, schema};

/// What an operation answers; the handlers here are never kept waiting.
fn answer<D: Dispatch>(service: &D, operation: &str, body: &str) -> Result<String, Refusal> {
    let operation = D::lookup(operation).unwrap();
    let context = Context::new(D::describe(operation));
    let mut reply = pin!(service.dispatch(operation, &context, body.as_bytes()));
    match reply.as_mut().poll(&mut std::task::Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer.map(|body| String::from_utf8(body.into()).unwrap()),
        Poll::Pending => panic!("the handler waits"),
    }
}

/// The name and status of the error that an operation answers.
fn fault<D: Dispatch>(service: &D, operation: &str, body: &str) -> (String, u16, String) {
    match answer(service, operation, body) {
        Err(Refusal::Fault(fault)) => {
            (fault.name.into_owned(), fault.status, String::from_utf8(fault.members).unwrap())
        }
        other => panic!("no fault: {other:?}"),
    }
}

#[test]
fn operations_without_input_or_output() {
    use crate::without_input_or_output::operation::{Both, Neither, OnlyOutput};
    use crate::without_input_or_output::service::{Case, Operation, Operations};
    use crate::without_input_or_output::types::Thing;

    struct Echo;
    impl Case for Echo {
        async fn both(&self, _: &Context, input: Thing) -> Outcome<Both> {
            Ok(input)
        }

        async fn neither(&self, _: &Context) -> Outcome<Neither> {
            Ok(())
        }

        async fn only_output(&self, _: &Context) -> Outcome<OnlyOutput> {
            Ok(Thing::default())
        }
    }

    let echo = Operations(Echo);
    assert_eq!(answer(&echo, "Both", r#"{"Text":"a"}"#).unwrap(), r#"{"Text":"a"}"#);
    assert_eq!(answer(&echo, "Neither", "").unwrap(), "");
    assert_eq!(answer(&echo, "OnlyOutput", "{}").unwrap(), "{}");
    assert!(matches!(answer(&echo, "Both", "[]"), Err(Refusal::Input)));
    assert_eq!(fault(&echo, "OnlyInput", "{}").1, 501);
    assert_eq!(
        Operation::ALL.iter().map(|operation| operation.name()).collect::<Vec<_>>(),
        ["Both", "Neither", "OnlyInput", "OnlyOutput"]
    );
    assert_eq!(Operation::from_name("both"), None);
}

#[test]
fn errors_with_members() {
    use crate::extra_members::errors::{Bare, Detailed, Error};
    use crate::extra_members::operation::Put;
    use crate::extra_members::service::{Case, Operations};
    use crate::extra_members::types::Reason;

    struct Failing;
    impl Case for Failing {
        async fn put(&self, _: &Context) -> Outcome<Put> {
            Err(Detailed { reason: Some(Reason::Busy), ..Detailed::new("later") })?
        }
    }

    let (name, status, members) = fault(&Operations(Failing), "Put", "");
    assert_eq!((name.as_str(), status), ("Detailed", 409));
    assert_eq!(members, r#"{"message":"later","Reason":"BUSY","Retries":0}"#);
    assert_eq!(Detailed::new("later").to_string(), "Detailed: later");
    assert_eq!(Error::from(Bare::default()).to_string(), "Bare");
    let undeclared: Failure<Put> = Failure::undeclared(&Error::from(Bare::default()));
    assert_eq!(undeclared.into_fault().status, 400);
}

#[test]
fn messages_of_errors() {
    use crate::messages::errors::{Lower, NoneShape, Number, Required, Upper};
    assert_eq!(Lower::with_message("a").message(), Some("a"));
    assert_eq!(Upper::with_message("a").to_string(), "Upper: a");
    assert_eq!(Required::new("a").message(), Some("a"));
    assert_eq!(Number { message: Some(3) }.message(), None);
    assert_eq!((NoneShape::default().to_string().as_str(), NoneShape::default().error().status), ("None", 500));
}

#[test]
fn statuses_of_errors() {
    use crate::statuses::schema::operations::{GET, PUT};
    let told = |operation: &schema::Operation| -> Vec<_> {
        let declared = operation.errors.iter();
        declared.map(|error| (error.name, error.status, operation.documented_status(error.name))).collect()
    };
    assert_eq!(told(&GET), [("Invalid", 400, Some(480)), ("Missing", 410, Some(404)), ("Broken", 503, Some(482))]);
    assert_eq!(told(&PUT), [("Broken", 503, Some(480))]);
}

#[test]
fn who_must_sign() {
    use crate::signed_service::schema::operations as signed;
    use crate::unsigned_service::schema::operations as unsigned;
    use schema::Auth;
    assert_eq!(
        [signed::SIGNED.auth, signed::SIGNED_TOO.auth, signed::OPEN.auth],
        [Auth::SigV4, Auth::SigV4, Auth::None]
    );
    assert_eq!([unsigned::PING.auth, unsigned::OPEN.auth], [Auth::None, Auth::None]);
}

#[test]
fn several_services() {
    use crate::several_services::{first, second_api};

    struct Both;
    impl first::FirstApi for Both {
        async fn get(&self, _: &Context, _: first::types::Thing) -> Outcome<first::operation::Get> {
            Err(first::errors::Denied::default())?
        }
    }
    impl second_api::SecondApi for Both {
        async fn get(&self, _: &Context, input: second_api::types::Thing) -> Outcome<second_api::operation::Get> {
            Ok(input)
        }
    }

    assert_eq!(fault(&first::service::Operations(Both), "Get", "{}").1, 400);
    assert_eq!(answer(&second_api::service::Operations(Both), "Get", r#"{"Number":1}"#).unwrap(), r#"{"Number":1}"#);
}

#[test]
fn no_operations() {
    use crate::no_operations::service::{Case, Operation, Operations};
    struct Nothing;
    impl Case for Nothing {}
    assert!(Operation::ALL.is_empty() && Operations::<Nothing>::lookup("Ping").is_none());
}
