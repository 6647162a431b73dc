//! Who may do what, once it is known who they are; and other ways to know it.

use std::future::ready;
use std::sync::{Arc, Mutex};

use codegen_runtime::auth::sigv4::{Credential, Credentials, InMemory, Lookup, Unavailable};
use codegen_runtime::auth::{Authenticator, Authorizer, Call, Decision, Guard, Identity, Pending, Refusal};

use crate::bookshop::server;
use crate::{Shop, assert_error, assert_refused, credentials, guarded, signed, unsigned, verifier, with};

/// Decides the same for everybody, and remembers what it was asked.
#[derive(Clone)]
struct Policy {
    decision: Decision,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Policy {
    fn new(decision: Decision) -> Self {
        Self { decision, asked: Arc::default() }
    }
}

impl Authorizer for Policy {
    fn authorize<'a>(&'a self, call: Call<'a>, identity: &'a Identity) -> Pending<'a, Decision> {
        let body = String::from_utf8_lossy(call.body);
        let line = format!("{} {} {} {body}", call.service.name, call.operation.name, identity.access_key());
        self.asked.lock().unwrap().push(line);
        Box::pin(ready(self.decision.clone()))
    }
}

const UNAVAILABLE: &str = "The request processing has failed because of an unknown error, exception or failure.";

#[tokio::test]
async fn whoever_may_is_let_in() {
    let (shop, policy) = (Shop::default(), Policy::new(Decision::Allowed));
    let server = server(shop.clone()).guard(Guard::new(verifier(credentials())).authorizer(policy.clone()));
    assert_eq!(server.respond(signed()).await.status(), 200);
    assert_eq!(shop.calls().len(), 1);
    assert_eq!(*policy.asked.lock().unwrap(), [r#"bookshop RemoveBook AKIDEXAMPLE {"Isbn":"1"}"#]);
}

#[tokio::test]
async fn whoever_may_not_is_told_under_a_capital_message() {
    for (principal, resource, message) in [
        (
            Some("arn:aws:iam::123456789012:user/alice"),
            "arn:aws:bookshop:us-east-1:123456789012:shelf/7",
            "User: arn:aws:iam::123456789012:user/alice is not authorized to perform: bookshop:RemoveBook on resource: \
             arn:aws:bookshop:us-east-1:123456789012:shelf/7 because no identity-based policy allows the \
             bookshop:RemoveBook action",
        ),
        (
            None,
            "*",
            "User: AKIDEXAMPLE is not authorized to perform: bookshop:RemoveBook on resource: * because no \
             identity-based policy allows the bookshop:RemoveBook action",
        ),
    ] {
        let known = InMemory::default();
        let credential = Credential::new("secret");
        known.insert("AKIDEXAMPLE", principal.into_iter().fold(credential, Credential::principal));
        let (shop, policy) = (Shop::default(), Policy::new(Decision::Denied { resource: resource.to_owned() }));
        let server = server(shop.clone()).guard(Guard::new(verifier(known)).authorizer(policy));
        assert_error(&server.respond(signed()).await, 400, "AccessDeniedException", "Message", message);
        assert_eq!(shop.calls(), []);
    }
}

#[tokio::test]
async fn nobody_is_judged_who_is_not_known() {
    let policy = Policy::new(Decision::Allowed);
    let server = server(Shop::default()).guard(Guard::new(verifier(credentials())).authorizer(policy.clone()));
    for request in [unsigned("RemoveBook", "{}"), with(signed(), "host", "other"), unsigned("CountBooks", "{}")] {
        server.respond(request).await;
    }
    assert_eq!(*policy.asked.lock().unwrap(), Vec::<String>::new());
}

/// Knows nobody, since it cannot be asked.
struct Broken;

impl Credentials for Broken {
    fn find<'a>(&'a self, _: &'a str) -> Pending<'a, Lookup> {
        Box::pin(ready(Err(Unavailable)))
    }
}

#[tokio::test]
async fn what_cannot_be_looked_up_is_the_servers_fault() {
    let (shop, server) = guarded(Broken);
    assert_error(&server.respond(signed()).await, 500, "InternalFailure", "message", UNAVAILABLE);
    assert_eq!(shop.calls(), []);
    let policy = Policy::new(Decision::Unavailable);
    let server = crate::bookshop::server(shop.clone()).guard(Guard::new(verifier(credentials())).authorizer(policy));
    assert_error(&server.respond(signed()).await, 500, "InternalFailure", "message", UNAVAILABLE);
    assert_eq!(shop.calls(), []);
}

/// Believes whatever is said after `Bearer`.
struct Bearer;

impl Authenticator for Bearer {
    fn authenticate<'a>(&'a self, call: Call<'a>) -> Pending<'a, Result<Identity, Refusal>> {
        let name =
            call.head.headers.get("authorization").and_then(|value| value.to_str().ok()?.strip_prefix("Bearer "));
        Box::pin(ready(name.map(Identity::new).ok_or(Refusal::Missing)))
    }
}

#[tokio::test]
async fn there_are_other_proofs_than_signatures() {
    let shop = Shop::default();
    let server = server(shop.clone()).guard(Guard::new(Bearer));
    let response = server.respond(with(unsigned("RemoveBook", "{}"), "authorization", "Bearer bob")).await;
    assert_eq!(response.status(), 200);
    assert_eq!(shop.calls(), [("RemoveBook", Some(Identity::new("bob")))]);
    let response = server.respond(signed()).await;
    assert_refused(&response, "MissingAuthenticationTokenException", "Missing Authentication Token");
}
