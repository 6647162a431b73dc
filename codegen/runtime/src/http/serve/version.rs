//! The first bytes of a connection -> the version of HTTP that its client speaks.

use std::io;
use std::time::Duration;

use tokio::net::TcpStream;

/// What a connection by HTTP/2 begins with.
const PREFACE: &[u8; 24] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

/// How long to wait for the rest of a preface. It nearly always comes as a whole.
const PAUSE: Duration = Duration::from_millis(10);

/// The version of HTTP that a client speaks.
pub(super) enum Version {
    Http1,
    Http2,
}

impl Version {
    /// Looks at what comes first, and leaves it where it is.
    pub(super) async fn of(stream: &TcpStream) -> io::Result<Self> {
        let mut seen = [0; PREFACE.len()];
        loop {
            match stream.peek(&mut seen).await? {
                length if length > 0 && length < seen.len() && PREFACE.starts_with(&seen[..length]) => {
                    // what is there is seen again at once, so that there is nothing to wait for but time
                    tokio::time::sleep(PAUSE).await;
                }
                _ if seen == *PREFACE => return Ok(Self::Http2),
                _ => return Ok(Self::Http1),
            }
        }
    }
}
