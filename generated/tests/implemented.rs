//! Which operations of a server are written, as it may print when it starts.

use cognito_idp::types::GetSigningCertificateRequest;
use cognito_idp::{CognitoIdentityProvider, Context, Operation, Outcome, implemented, operation};

struct Nothing;

impl CognitoIdentityProvider for Nothing {}

struct One;

impl CognitoIdentityProvider for One {
    async fn get_signing_certificate(
        &self,
        _: &Context,
        _: GetSigningCertificateRequest,
    ) -> Outcome<operation::GetSigningCertificate> {
        Ok(Default::default())
    }
}

#[test]
fn a_written_method_is_known_by_its_type() {
    assert_eq!(implemented::<Nothing>().written().count(), 0);
    assert_eq!(implemented::<Nothing>().missing().count(), Operation::ALL.len());
    let one = implemented::<One>();
    assert_eq!(one.written().map(|operation| operation.name).collect::<Vec<_>>(), ["GetSigningCertificate"]);
    let table = one.to_string();
    assert_eq!(table.lines().count(), Operation::ALL.len() + 1);
    assert_eq!(table.lines().filter(|line| line.ends_with("  implemented")).count(), 1, "{table}");
    assert_eq!(table.lines().last(), Some("1 of 141 operations implemented"));
}

#[test]
fn the_methods_are_in_the_order_of_the_operations() {
    let names = implemented::<Nothing>().methods().iter().map(|method| method.operation.name).collect::<Vec<_>>();
    assert_eq!(names, Operation::ALL.iter().map(|operation| operation.name()).collect::<Vec<_>>());
}
