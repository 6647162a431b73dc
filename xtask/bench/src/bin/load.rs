//! An address and a request -> how many answers a second come over a number of connections.
//!
//! Requests are bytes that are ready, and of answers only the frame is read: a generator that did more would be the
//! limit itself, and make all servers look alike.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use clap::Parser;
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// Send a request again and again, each connection the next when it has an answer. Prints a line of JSON.
#[derive(Parser)]
struct Arguments {
    address: SocketAddr,
    operation: String,
    body: String,
    #[arg(long, default_value_t = 32)]
    connections: u32,
    /// No request begins later than this.
    #[arg(long, default_value_t = 1.0)]
    seconds: f64,
    /// Send one request, and print its answer.
    #[arg(long)]
    once: bool,
}

/// Some servers look here, and nowhere else, for the service that is called; none looks at the signature.
const AUTHORIZATION: &str = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/cognito-idp/aws4_request, \
     SignedHeaders=host;x-amz-date;x-amz-target, \
     Signature=0000000000000000000000000000000000000000000000000000000000000000";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let Arguments { address, operation, body, connections, seconds, once } = Arguments::parse();
    let request: &'static [u8] = format!(
        "POST / HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/x-amz-json-1.1\r\n\
         x-amz-target: AWSCognitoIdentityProviderService.{operation}\r\nauthorization: {AUTHORIZATION}\r\n\
         x-amz-date: 20260101T000000Z\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .leak()
    .as_bytes();
    if once {
        let mut connection = Connection::open(address).await?;
        let start = connection.exchange(request).await?;
        println!("{}", String::from_utf8_lossy(&connection.read[start..]));
        return Ok(());
    }
    let (start, limit) = (Instant::now(), Duration::from_secs_f64(seconds));
    let mut tasks = JoinSet::new();
    for _ in 0..connections {
        tasks.spawn(send(address, request, start, limit));
    }
    let (mut answers, mut slowest) = (0, Duration::ZERO);
    while let Some(sent) = tasks.join_next().await {
        let (count, slow) = sent??;
        answers += count;
        slowest = slowest.max(slow);
    }
    let rate = f64::from(answers) / start.elapsed().as_secs_f64();
    println!("{}", json!({ "answers": answers, "rate": rate, "slowest": slowest.as_secs_f64() }));
    Ok(())
}

/// Sends until the time is over. Returns how many answers came, and how long the slowest took.
async fn send(address: SocketAddr, request: &[u8], start: Instant, limit: Duration) -> Result<(u32, Duration)> {
    let mut connection = Connection::open(address).await?;
    let (mut answers, mut slowest) = (0, Duration::ZERO);
    while start.elapsed() < limit {
        let sent = Instant::now();
        if connection.closes {
            connection = Connection::open(address).await?;
        }
        connection.exchange(request).await?;
        answers += 1;
        slowest = slowest.max(sent.elapsed());
    }
    Ok((answers, slowest))
}

struct Connection {
    stream: TcpStream,
    /// The last answer.
    read: Vec<u8>,
    /// Whether the server ends the connection after the last answer.
    closes: bool,
}

/// Where an answer's body ends.
enum End {
    At(usize),
    LastChunk,
    Close,
}

impl Connection {
    async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await.context("cannot connect")?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, read: Vec::with_capacity(16 * 1024), closes: false })
    }

    /// Sends a request and reads its answer, which must be good. Returns where its body starts.
    async fn exchange(&mut self, request: &[u8]) -> Result<usize> {
        self.stream.write_all(request).await?;
        self.read.clear();
        let mut head = None;
        loop {
            let ended = self.stream.read_buf(&mut self.read).await? == 0;
            if head.is_none() {
                head = self.head()?;
            }
            let complete = head.as_ref().is_some_and(|(_, end)| match end {
                End::At(end) => self.read.len() >= *end,
                End::LastChunk => self.read.ends_with(b"0\r\n\r\n"),
                End::Close => ended,
            });
            match head {
                Some((start, _)) if complete => return Ok(start),
                _ if ended => bail!("the server ended the connection within an answer"),
                _ => {}
            }
        }
    }

    /// Where the body starts and ends, once the head is there.
    fn head(&mut self) -> Result<Option<(usize, End)>> {
        let mut headers = [httparse::EMPTY_HEADER; 64];
        let mut response = httparse::Response::new(&mut headers);
        let httparse::Status::Complete(start) = response.parse(&self.read)? else { return Ok(None) };
        ensure!(response.code == Some(200), "answered {}", String::from_utf8_lossy(&self.read));
        let mut end = End::Close;
        self.closes = response.version == Some(0);
        for header in response.headers.iter() {
            let value = std::str::from_utf8(header.value)?;
            if header.name.eq_ignore_ascii_case("content-length") {
                end = End::At(start + value.parse::<usize>()?);
            } else if header.name.eq_ignore_ascii_case("transfer-encoding") {
                end = End::LastChunk;
            } else if header.name.eq_ignore_ascii_case("connection") {
                self.closes = value.eq_ignore_ascii_case("close");
            }
        }
        self.closes |= matches!(end, End::Close);
        Ok(Some((start, end)))
    }
}
