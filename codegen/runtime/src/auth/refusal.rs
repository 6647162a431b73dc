//! Why a caller is not believed -> the error that says so on the wire.

use super::super::errors::Fault;

/// Why a caller is not believed, by the error that the real endpoint answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The request has no signature: `MissingAuthenticationTokenException`.
    Missing,
    /// Parts of the signature are missing or not to be read, as the text says: `IncompleteSignatureException`.
    Incomplete(String),
    /// The signature is not good for this request, as the text says: `InvalidSignatureException`.
    Invalid(String),
    /// The signature is another one than the request and the caller's secret make: `InvalidSignatureException`.
    Mismatch,
    /// Nobody has that access key or session token: `UnrecognizedClientException`.
    Unrecognized,
    /// The session is over: `ExpiredTokenException`.
    Expired,
    /// There is no finding out now: `InternalFailure`.
    Unavailable,
}

impl Refusal {
    /// The error on the wire.
    #[must_use]
    pub fn into_fault(self) -> Fault {
        let (name, status, message) = match self {
            Self::Missing => ("MissingAuthenticationTokenException", 400, String::from("Missing Authentication Token")),
            Self::Incomplete(text) => ("IncompleteSignatureException", 400, text),
            Self::Invalid(text) => ("InvalidSignatureException", 400, text),
            Self::Mismatch => ("InvalidSignatureException", 400, String::from(MISMATCH)),
            Self::Unrecognized => ("UnrecognizedClientException", 400, String::from(UNRECOGNIZED)),
            Self::Expired => ("ExpiredTokenException", 400, String::from(EXPIRED)),
            Self::Unavailable => ("InternalFailure", 500, String::from(UNAVAILABLE)),
        };
        Fault::with_message(name, status, "message", message)
    }
}

const MISMATCH: &str = "The request signature we calculated does not match the signature you provided. Check your AWS \
    Secret Access Key and signing method. Consult the service documentation for details.";
const UNRECOGNIZED: &str = "The security token included in the request is invalid.";
const EXPIRED: &str = "The security token included in the request is expired";
const UNAVAILABLE: &str = "The request processing has failed because of an unknown error, exception or failure.";
