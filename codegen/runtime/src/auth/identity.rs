//! What an authenticator found out -> what handlers and policies know of a caller.

/// Who sent a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    access_key: String,
    principal: Option<String>,
    region: Option<String>,
}

impl Identity {
    /// The holder of that access key, of whom nothing else is known.
    #[must_use]
    pub fn new(access_key: impl Into<String>) -> Self {
        Self { access_key: access_key.into(), principal: None, region: None }
    }

    /// The same caller, known to be that principal: an ARN.
    #[must_use]
    pub fn with_principal(mut self, arn: impl Into<String>) -> Self {
        self.principal = Some(arn.into());
        self
    }

    /// The same caller, who meant that region.
    #[must_use]
    pub fn with_region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }

    /// The access key that the caller proved to hold.
    #[must_use]
    pub fn access_key(&self) -> &str {
        &self.access_key
    }

    /// The ARN of the user or session that the access key belongs to, if it is known.
    #[must_use]
    pub fn principal(&self) -> Option<&str> {
        self.principal.as_deref()
    }

    /// The region that the request was signed for, if it was signed for one.
    #[must_use]
    pub fn region(&self) -> Option<&str> {
        self.region.as_deref()
    }
}
