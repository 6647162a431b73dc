//! Requests -> signed requests, by another implementation than the one under test: it shares no line with that, and
//! hashes by another library.

#![allow(dead_code, clippy::unwrap_used)] // each test crate uses its part

use aws_lc_rs::{digest, hmac};
use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request};

/// Who signs, when and for what.
#[derive(Clone, Debug)]
pub struct Signer {
    pub access_key: String,
    pub secret: String,
    pub token: Option<String>,
    pub region: String,
    pub service: String,
    /// When, as in `20150830T123600Z`.
    pub time: String,
}

impl Signer {
    /// Signs all headers of a request and its body, in headers.
    pub fn sign(&self, mut request: Request<Bytes>) -> Request<Bytes> {
        // a client dates its request in one way or the other
        if !request.headers().contains_key("date") {
            set(&mut request, "x-amz-date", &self.time);
        }
        if let Some(token) = &self.token {
            set(&mut request, "x-amz-security-token", token);
        }
        let (names, signature) = self.signature(&request);
        let credential = format!("{}/{}", self.access_key, self.scope());
        let authorization =
            format!("AWS4-HMAC-SHA256 Credential={credential}, SignedHeaders={names}, Signature={signature}");
        set(&mut request, "authorization", &authorization);
        request
    }

    /// Signs all headers of a request and its body, in the query.
    pub fn presign(&self, mut request: Request<Bytes>, expires: Option<&str>) -> Request<Bytes> {
        let credential = format!("{}/{}", self.access_key, self.scope()).replace('/', "%2F");
        let names = names(&request).replace(';', "%3B");
        let parts = [
            ("Algorithm", Some("AWS4-HMAC-SHA256")),
            ("Credential", Some(&credential)),
            ("Date", Some(&self.time)),
            ("Expires", expires),
            ("Security-Token", self.token.as_deref()),
            ("SignedHeaders", Some(&names)),
        ];
        let parts = parts.into_iter().filter_map(|(name, value)| Some(format!("X-Amz-{name}={}", value?)));
        let query = parts.collect::<Vec<_>>().join("&");
        *request.uri_mut() = format!("/?{query}").parse().unwrap();
        let (_, signature) = self.signature(&request);
        *request.uri_mut() = format!("/?{query}&X-Amz-Signature={signature}").parse().unwrap();
        request
    }

    fn scope(&self) -> String {
        format!("{}/{}/{}/aws4_request", &self.time[..8], self.region, self.service)
    }

    /// The names of the signed headers, and the signature. Paths and queries are taken for canonical ones.
    fn signature(&self, request: &Request<Bytes>) -> (String, String) {
        let names = names(request);
        let headers = names.split(';').map(|name| format!("{name}:{}\n", request.headers()[name].to_str().unwrap()));
        let canonical = [
            request.method().as_str(),
            request.uri().path(),
            request.uri().query().unwrap_or_default(),
            &headers.collect::<Vec<_>>().concat(),
            &names,
            &sha256(request.body()),
        ];
        let hash = sha256(canonical.join("\n").as_bytes());
        let text = format!("AWS4-HMAC-SHA256\n{}\n{}\n{hash}", self.time, self.scope());
        let mut key = format!("AWS4{}", self.secret).into_bytes();
        for part in self.scope().split('/').chain([text.as_str()]) {
            key = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &key), part.as_bytes()).as_ref().to_vec();
        }
        (names, hex(&key))
    }
}

fn set(request: &mut Request<Bytes>, name: &'static str, value: &str) {
    request.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_str(value).unwrap());
}

fn names(request: &Request<Bytes>) -> String {
    let mut names: Vec<_> = request.headers().keys().map(HeaderName::as_str).collect();
    names.sort_unstable();
    names.join(";")
}

/// The SHA-256 of bytes, as `X-Amz-Content-Sha256` has it.
pub fn sha256(bytes: &[u8]) -> String {
    hex(digest::digest(&digest::SHA256, bytes).as_ref())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}
