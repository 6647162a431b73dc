//! The wire examples in the documentation are true: each request is taken, each answer is one.

use cognito_idp::{CognitoIdentityProvider, Operation, server};

/// A server of nothing: a request that is taken comes as far as the default of its method.
struct Nothing;

impl CognitoIdentityProvider for Nothing {}

/// A method of the trait as its source documents it.
struct Documented {
    operation: Operation,
    /// The JSON blocks of its documentation: a request, and an answer where there is one.
    examples: Vec<String>,
}

/// Reads the documentation out of the trait's source.
fn documented() -> Vec<Documented> {
    let source = include_str!("../src/service.rs");
    let mut methods = Vec::new();
    let (mut examples, mut operations) = (Vec::new(), Operation::ALL.iter());
    let mut lines = source.lines().map(str::trim);
    while let Some(line) = lines.next() {
        if line == "/// ```json" {
            examples.push(lines.next().unwrap_or_default().trim_start_matches("/// ").to_owned());
        } else if line.starts_with("fn ") && !examples.is_empty() {
            let operation = *operations.next().expect("more documented methods than operations");
            methods.push(Documented { operation, examples: std::mem::take(&mut examples) });
        }
    }
    methods
}

#[tokio::test]
async fn every_example_of_a_request_is_taken() {
    let server = server(Nothing);
    let documented = documented();
    assert_eq!(documented.len(), Operation::ALL.len(), "some method has no example");
    for Documented { operation, examples } in documented {
        let response = server.dispatch(operation.name(), examples[0].as_bytes()).await;
        let body = String::from_utf8_lossy(response.body());
        assert_eq!(response.status(), 501, "{}: {} -> {body}", operation.name(), examples[0]);
        assert!(body.contains(&format!("{} is not implemented", operation.name())), "{body}");
    }
}

#[cfg(feature = "client")]
#[test]
fn every_example_of_an_answer_is_one() {
    use cognito_idp::runtime::Dispatch;
    use cognito_idp::runtime::validate::{Explanation, explain};
    use cognito_idp::service::Operations;

    for Documented { operation, examples } in documented() {
        let output = <Operations<Nothing> as Dispatch>::describe(operation).output;
        assert_eq!(output.is_some(), examples.len() == 2, "{}", operation.name());
        if let (Some(output), Some(example)) = (output, examples.get(1)) {
            let explanation = explain(example.as_bytes(), output, 64);
            assert!(
                matches!(explanation, Explanation::Acceptable),
                "{}: {example} -> {explanation:?}",
                operation.name()
            );
        }
    }
}

#[tokio::test]
async fn a_broken_example_is_not_taken() {
    let response = server(Nothing).dispatch("GetSigningCertificate", br#"{"UserPoolId":"x"}"#).await;
    assert_eq!(response.status(), 400);
}
