//! How a server answers, where that is a matter of choice.

/// How a server answers. The default is what the real endpoint does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// HTTP statuses of declared errors.
    pub statuses: StatusCodes,
    /// What a request may ask of the server.
    pub limits: Limits,
}

/// HTTP statuses of declared errors.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StatusCodes {
    /// As the real endpoint sends them and clients expect them.
    #[default]
    Wire,
    /// As the operation's documentation numbers them, where it does.
    Documented,
}

/// What a request may ask of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Greatest size of a body, in bytes. 7 MiB by default, where Kinesis, a sibling of the service this was
    /// first made for, refuses.
    pub body_bytes: usize,
    /// How deep structures, lists and maps may be nested. 128 by default.
    pub nesting_depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { body_bytes: 7 * 1024 * 1024, nesting_depth: 128 }
    }
}
