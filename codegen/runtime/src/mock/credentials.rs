//! The access keys of a command line -> a guard that knows no others.

use std::fmt;

use super::super::auth::Guard;
use super::super::auth::sigv4::{Credential, InMemory, SigV4};

/// A guard for keys that are each `ACCESS_KEY:SECRET` or `ACCESS_KEY:SECRET:SESSION_TOKEN`. None without keys: then
/// nothing is checked.
pub(super) fn guard(keys: &[String]) -> Result<Option<Guard>, UnknownForm> {
    let known = InMemory::default();
    for (index, key) in keys.iter().enumerate() {
        let parts: Vec<_> = key.split(':').collect();
        let (access_key, credential) = match parts[..] {
            [access_key, secret] => (access_key, Credential::new(secret)),
            [access_key, secret, token] => (access_key, Credential::new(secret).session(token)),
            _ => return Err(UnknownForm { index }),
        };
        if parts.contains(&"") {
            return Err(UnknownForm { index });
        }
        known.insert(access_key, credential);
    }
    Ok((!keys.is_empty()).then(|| Guard::new(SigV4::new(known))))
}

/// What a mock was told to know as a key is none. It may hold a secret, so it is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnknownForm {
    index: usize,
}

impl fmt::Display for UnknownForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = self.index + 1;
        write!(f, "number {number} of the credentials is not ACCESS_KEY:SECRET or ACCESS_KEY:SECRET:SESSION_TOKEN")
    }
}

impl std::error::Error for UnknownForm {}
