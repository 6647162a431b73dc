//! What is measured: three requests, answered by the generated crate, and by code as one writes it by hand.

pub mod hand;
pub mod ours;

use std::collections::HashMap;

/// An operation, and a good request of it.
#[derive(Clone, Copy)]
pub struct Request {
    /// The short name in cases; those of other programs, which are measured beside this one, have it too.
    pub short: &'static str,
    /// The header that names the operation.
    pub target: &'static str,
    pub operation: &'static str,
    pub body: &'static str,
    /// A text in the body, and what to write for it so that one constraint is violated.
    pub spoil: (&'static str, &'static str),
}

/// From one short text to a nested description with all kinds of values.
pub const REQUESTS: [Request; 3] = [
    Request {
        short: "cert",
        target: "AWSCognitoIdentityProviderService.GetSigningCertificate",
        operation: "GetSigningCertificate",
        body: include_str!("../bodies/get_signing_certificate.json"),
        spoil: ("eu-west-3_Harbour", "eu-west-3"),
    },
    Request {
        short: "admin",
        target: "AWSCognitoIdentityProviderService.AdminCreateUser",
        operation: "AdminCreateUser",
        body: include_str!("../bodies/admin_create_user.json"),
        spoil: ("\"t.arnesen@", "\"t arnesen@"),
    },
    Request {
        short: "pool",
        target: "AWSCognitoIdentityProviderService.CreateUserPool",
        operation: "CreateUserPool",
        body: include_str!("../bodies/create_user_pool.json"),
        spoil: ("harbour-offices", "harbour/offices"),
    },
];

/// The user pool that exists.
pub const POOL: &str = "eu-west-3_Harbour";

/// The name of the user pool that exists.
pub const POOL_ARN: &str = "arn:aws:cognito-idp:eu-west-3:210987654321:userpool/eu-west-3_Harbour";

/// When everything was made, in milliseconds since 1970.
pub const NOW: i64 = 1_763_000_000_123;

/// What both servers know.
pub struct State {
    /// Certificates by user pool.
    pub certificates: HashMap<String, String>,
}

impl State {
    /// One pool, with as many letters as the certificates of the real service mostly have.
    #[must_use]
    pub fn new() -> Self {
        let letters = (b'A'..=b'Z').chain(b'a'..=b'z').chain(b'0'..=b'9').map(char::from);
        let certificate = letters.cycle().step_by(7).take(1188).collect();
        Self { certificates: HashMap::from([(POOL.to_owned(), certificate)]) }
    }
}

impl Default for State {
    fn default() -> Self {
        Self::new()
    }
}

/// A body as Python's `json`, and so botocore, writes it: with a blank after each comma and colon. No text in it may have
/// quotes.
#[must_use]
pub fn spaced(body: &str) -> String {
    let space = |(index, part): (usize, &str)| match index % 2 {
        0 => part.replace(',', ", ").replace(':', ": "),
        _ => part.to_owned(),
    };
    body.split('"').enumerate().map(space).collect::<Vec<_>>().join("\"")
}

/// A request of `AdminCreateUser` with this many attributes.
#[must_use]
pub fn with_attributes(count: usize) -> String {
    let attribute = |index| format!(r#"{{"Name":"custom:locker_{index:05}","Value":"deck {index:05}, starboard"}}"#);
    let attributes: Vec<String> = (0..count).map(attribute).collect();
    format!(r#"{{"UserPoolId":"{POOL}","Username":"tore","UserAttributes":[{}]}}"#, attributes.join(","))
}
