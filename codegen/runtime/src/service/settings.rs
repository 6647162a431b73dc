//! How a server answers, where that is a matter of choice.

/// How a server answers. The default is what the real endpoint does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// HTTP statuses of declared errors.
    pub statuses: StatusCodes,
    /// Whether scripts of web pages may call the server.
    pub cors: Cors,
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

/// Whether scripts of web pages may call the server: cross-origin resource sharing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cors {
    /// As the real endpoint has it: scripts of every origin may, without cookies.
    #[default]
    Wire,
    /// Nothing is said of it, so that browsers refuse scripts of other origins. For a server behind something that
    /// answers this itself: a browser refuses a response with two sets of these headers.
    Off,
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
