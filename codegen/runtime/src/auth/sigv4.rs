//! A signed request -> the holder of the key that signed it: AWS signature, version 4, in headers or in the query.
//!
//! Texts, and the order in which the first thing wrong is told, are those of services of the same framework: of
//! `DynamoDB` and Kinesis as the emulators dynalite and kinesalite wrote them down.
//!
//! What a signature proves is that whoever holds the secret sent the signed headers and the body, for this service,
//! some minutes ago at most. A header that is not signed proves nothing, and a request can be sent twice.
//!
//! A signature covers method, path, query and host. What stands in front of a server and changes one of them breaks
//! it; so does a router that takes a prefix off the path.
//!
//! # Where the real endpoint is unknown
//!
//! - The order of the checks was seen at `DynamoDB`, where it also answered with the canonical request that it had made;
//!   the real endpoint does not print it.
//! - The body always has to be the signed one. `UNSIGNED-PAYLOAD` and the streaming forms, which S3 takes in
//!   `X-Amz-Content-Sha256`, are wrong signatures, since everything an operation does stands in the body; so is a hash
//!   in that header that is not the body's.
//! - Where there is a header `X-Amz-Target`, it must be signed: it decides what the request does, and all SDKs sign
//!   it. Sibling services were seen to do without.
//! - A signed header that the request lacks makes the signature wrong, and so do names of signed headers that are not
//!   sorted or there twice.
//! - In a query, `+` is a plus sign.
//! - A session token need not be signed: it is compared with the one that belongs to the key. A token with a key that
//!   has none, and none with a key that has one, are answered as an unknown token.
//! - A session is only told to be over to a caller whose signature is right.
//! - `X-Amz-Expires` must be a whole number of seconds from 1 to 604800. A query without it is good for as long as
//!   a header is: five minutes. A limit of part of a minute is told in seconds.

mod canonical;
mod claim;
mod credentials;
mod signature;
mod wording;

use std::fmt;

use subtle::ConstantTimeEq;

use super::super::timestamp::Timestamp;
use super::{Authenticator, Call, Identity, Pending, Refusal};
pub use canonical::Signed;
use claim::Claim;
pub use credentials::{Credential, Credentials, InMemory, Lookup, Unavailable};
pub use signature::{Scope, signature, string_to_sign};

/// Verifies signatures with the secrets of their callers.
pub struct SigV4<C> {
    credentials: C,
    region: Option<String>,
    clock: Box<dyn Fn() -> Timestamp + Send + Sync>,
}

impl<C: Credentials> SigV4<C> {
    /// A verifier of those credentials for any region, by the machine's clock.
    #[must_use]
    pub fn new(credentials: C) -> Self {
        Self { credentials, region: None, clock: Box::new(Timestamp::now) }
    }

    /// The same verifier, for signatures of one region only.
    #[must_use]
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// The same verifier by another clock, for tests.
    #[must_use]
    pub fn clock(mut self, clock: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        self.clock = Box::new(clock);
        self
    }

    async fn verify(&self, call: Call<'_>) -> Result<Identity, Refusal> {
        let now = (self.clock)();
        let claim = Claim::read(call.head)?;
        let time = claim.time(now)?;
        claim.covers_the_request(call.head)?;
        let (access_key, scope) = claim.scope(time)?;
        self.is_meant(call, &scope)?;
        let known = self.credentials.find(access_key).await.map_err(|Unavailable| Refusal::Unavailable)?;
        let credential = known.ok_or(Refusal::Unrecognized)?;

        let request = claim.signed(call).canonical_request().ok_or(Refusal::Mismatch)?;
        let made = signature(credential.secret(), &scope, &request).ok_or(Refusal::Mismatch)?;
        if !bool::from(made.as_bytes().ct_eq(claim.signature.as_bytes())) {
            return Err(Refusal::Mismatch);
        }
        credential.check_session(claim.token.as_deref(), now)?;
        let identity = Identity::new(access_key).with_region(scope.region);
        Ok(match credential.arn() {
            Some(arn) => identity.with_principal(arn),
            None => identity,
        })
    }

    /// Whether a signature is meant for this service.
    fn is_meant(&self, call: Call<'_>, scope: &Scope<'_>) -> Result<(), Refusal> {
        let service = call.service.signing_name.unwrap_or(call.service.name);
        let region = self.region.as_deref().unwrap_or(scope.region);
        let date = scope.time.get(..8).unwrap_or_default();
        let wrong = [
            (scope.region != region).then(wording::wrong_region),
            (scope.service != service).then(|| wording::wrong_service(service)),
            (scope.terminator != signature::TERMINATOR).then(|| wording::wrong_terminator(scope.terminator)),
            (scope.date != date).then(|| wording::wrong_date(scope.date, date, &scope.time)),
        ];
        let text: String = wrong.into_iter().flatten().collect();
        if text.is_empty() { Ok(()) } else { Err(Refusal::Invalid(text)) }
    }
}

impl<C: Credentials> Authenticator for SigV4<C> {
    fn authenticate<'a>(&'a self, call: Call<'a>) -> Pending<'a, Result<Identity, Refusal>> {
        Box::pin(self.verify(call))
    }
}

impl<C> fmt::Debug for SigV4<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigV4").field("region", &self.region).finish_non_exhaustive()
    }
}
