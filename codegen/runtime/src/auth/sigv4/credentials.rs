//! Access keys -> what is known of them: the secret that signs, and whose they are.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use subtle::ConstantTimeEq;

use super::super::super::timestamp::Timestamp;
use super::super::{Pending, Refusal};

/// Where the secrets of callers are known.
pub trait Credentials: Send + Sync + 'static {
    /// What is known of an access key; nothing if nobody has it.
    fn find<'a>(&'a self, access_key: &'a str) -> Pending<'a, Lookup>;
}

/// What comes of looking for an access key.
pub type Lookup = Result<Option<Credential>, Unavailable>;

/// Credentials cannot be looked up now. The caller is told no more than that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unavailable;

impl fmt::Display for Unavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("credentials cannot be looked up now")
    }
}

impl std::error::Error for Unavailable {}

/// What belongs to an access key.
#[derive(Clone, PartialEq, Eq)]
pub struct Credential {
    secret: String,
    session: Option<Session>,
    principal: Option<String>,
}

/// What makes a key a temporary one.
#[derive(Clone, PartialEq, Eq)]
struct Session {
    token: String,
    until: Option<Timestamp>,
}

impl Credential {
    /// A secret for as long as it is known.
    #[must_use]
    pub fn new(secret: impl Into<String>) -> Self {
        Self { secret: secret.into(), session: None, principal: None }
    }

    /// The same secret, good only together with that session token.
    #[must_use]
    pub fn session(mut self, token: impl Into<String>) -> Self {
        self.session = Some(Session { token: token.into(), until: None });
        self
    }

    /// As [`session`](Self::session), until that moment.
    #[must_use]
    pub fn session_until(mut self, token: impl Into<String>, until: Timestamp) -> Self {
        self.session = Some(Session { token: token.into(), until: Some(until) });
        self
    }

    /// The same secret, of that user or role: an ARN.
    #[must_use]
    pub fn principal(mut self, arn: impl Into<String>) -> Self {
        self.principal = Some(arn.into());
        self
    }

    pub(super) fn secret(&self) -> &str {
        &self.secret
    }

    pub(super) fn arn(&self) -> Option<&str> {
        self.principal.as_deref()
    }

    /// Whether a request with that session token is one of a session that still lasts.
    pub(super) fn check_session(&self, token: Option<&str>, now: Timestamp) -> Result<(), Refusal> {
        match (&self.session, token) {
            (None, None) => Ok(()),
            (Some(session), Some(token)) if bool::from(session.token.as_bytes().ct_eq(token.as_bytes())) => {
                if session.until.is_some_and(|until| now >= until) { Err(Refusal::Expired) } else { Ok(()) }
            }
            (Some(_) | None, Some(_) | None) => Err(Refusal::Unrecognized),
        }
    }
}

/// Whose it is, but not the secrets.
impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_session = self.session.is_some();
        let mut credential = f.debug_struct("Credential");
        credential.field("principal", &self.principal).field("is_session", &is_session).finish_non_exhaustive()
    }
}

/// Credentials in memory, for tests and emulators. Clones share it, so that keys can come and go while a server runs.
#[derive(Clone, Debug, Default)]
pub struct InMemory {
    credentials: Arc<RwLock<HashMap<String, Credential>>>,
}

impl InMemory {
    /// Makes an access key known. Returns what was known of it.
    pub fn insert(&self, access_key: impl Into<String>, credential: Credential) -> Option<Credential> {
        let mut credentials = self.credentials.write().unwrap_or_else(PoisonError::into_inner);
        credentials.insert(access_key.into(), credential)
    }

    /// Forgets an access key. Returns what was known of it.
    pub fn remove(&self, access_key: &str) -> Option<Credential> {
        self.credentials.write().unwrap_or_else(PoisonError::into_inner).remove(access_key)
    }
}

impl Credentials for InMemory {
    fn find<'a>(&'a self, access_key: &'a str) -> Pending<'a, Lookup> {
        let credentials = self.credentials.read().unwrap_or_else(PoisonError::into_inner);
        let found = credentials.get(access_key).cloned();
        Box::pin(std::future::ready(Ok(found)))
    }
}
