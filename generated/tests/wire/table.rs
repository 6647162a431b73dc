//! The text of the tables -> pairs of a request and the response it gets.
//!
//! Pairs are separated by empty lines; a line that begins with `#` is a comment. A pair is written as
//!
//! ```text
//! What it shows [3.2 O]                     the section of the catalogue, and how sure it is
//! > GetSigningCertificate                   an operation: `POST /` with the two usual headers; or a method and a path
//! > origin: https://app.example             a header more; `> - origin` takes one away
//! >> {"UserPoolId":"x"}                     the body
//! < 400                                     the status, with the usual content type
//! < x-amzn-errortype: SomeException:        a header more; `< - content-type` takes one away
//! << {"__type":"SomeException"}             the body
//! ```
//!
//! The response has these headers and no other, save the identifier of the request. In place of a status there may be
//! `violations`, with one violation in each `<<`, or `mistyped`, with the text of a wrong type in a `<<`: the status,
//! the headers and the body that go around them are made by [`Expected`]. `«x×9»` stands for nine times `x`.

use bytes::Bytes;
use http::Request;
use http::header::{HeaderName, HeaderValue};

use crate::answer::{CONTENT_TYPE, Expected};

/// How sure the catalogue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Observed at the service itself.
    Observed,
    /// Observed at a sibling.
    Sibling,
    /// Documented.
    Documented,
    /// Inferred from the others.
    Inferred,
    /// Unknown, and chosen: listed in the documentation of the runtime.
    Chosen,
}

/// A request and the response it gets.
pub struct Pair {
    /// The file and line it begins at.
    pub at: String,
    pub name: String,
    pub section: String,
    pub mark: Mark,
    pub request: Request<Bytes>,
    pub expected: Expected,
}

/// All pairs of a file.
pub fn read(file: &str, text: &str) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let mut start = 0;
    for (index, line) in text.lines().chain([""]).enumerate() {
        if line.is_empty() && !lines.is_empty() {
            let at = format!("{file}:{}", start + 1);
            pairs.push(pair(&at, &lines).unwrap_or_else(|problem| panic!("{at}: {problem}")));
            lines.clear();
        } else if !line.is_empty() && !line.starts_with('#') {
            start = if lines.is_empty() { index } else { start };
            lines.push(line);
        }
    }
    pairs
}

fn pair(at: &str, lines: &[&str]) -> Result<Pair, String> {
    let (title, rest) = lines.split_first().ok_or("an empty pair")?;
    let (name, note) = title.rsplit_once(" [").ok_or("no section")?;
    let (section, mark) = note.strip_suffix(']').and_then(|note| note.split_once(' ')).ok_or("no section and mark")?;
    let mark = match mark {
        "O" => Mark::Observed,
        "S" => Mark::Sibling,
        "D" => Mark::Documented,
        "I" => Mark::Inferred,
        "-" => Mark::Chosen,
        other => return Err(format!("no such mark: {other}")),
    };
    let (mut head, mut body, mut answer, mut text) = (Vec::new(), String::new(), Vec::new(), Vec::new());
    for line in rest {
        let (kind, content) = line.split_once(' ').unwrap_or((line, ""));
        let content = repeated(content)?;
        match kind {
            ">" => head.push(content),
            ">>" => body.push_str(&content),
            "<" => answer.push(content),
            "<<" => text.push(content),
            other => return Err(format!("no such line: {other}")),
        }
    }
    let request = request(&head, body)?;
    let expected = expected(&answer, &text)?;
    Ok(Pair { at: at.to_owned(), name: name.to_owned(), section: section.to_owned(), mark, request, expected })
}

fn request(head: &[String], body: String) -> Result<Request<Bytes>, String> {
    let (first, headers) = head.split_first().ok_or("no request")?;
    let mut request = Request::new(Bytes::from(body));
    if let Some((method, path)) = first.split_once(' ') {
        *request.method_mut() = method.parse().map_err(|_| "no such method")?;
        *request.uri_mut() = path.parse().map_err(|_| "no such path")?;
    } else {
        let target = format!("AWSCognitoIdentityProviderService.{first}");
        *request.method_mut() = http::Method::POST;
        request.headers_mut().insert("content-type", HeaderValue::from_static(CONTENT_TYPE));
        request.headers_mut().insert("x-amz-target", target.parse().map_err(|_| "no such target")?);
    }
    for line in headers {
        match header(line)? {
            (name, Some(value)) => {
                let value = HeaderValue::from_str(value).map_err(|_| format!("no such value: {value}"))?;
                request.headers_mut().insert(name, value);
            }
            (name, None) => {
                request.headers_mut().remove(name).ok_or("it is not there")?;
            }
        }
    }
    Ok(request)
}

fn expected(head: &[String], text: &[String]) -> Result<Expected, String> {
    let (first, headers) = head.split_first().ok_or("no response")?;
    let mut expected = match (first.as_str(), text) {
        ("violations", [_, ..]) => Expected::violations(text),
        ("mistyped", [text]) => Expected::mistyped(text),
        ("violations" | "mistyped", _) => return Err("it has no such number of texts".to_owned()),
        (status, _) => Expected::plain(status.parse().map_err(|_| "no such status")?, text.concat()),
    };
    for line in headers {
        match header(line)? {
            (name, Some(value)) => {
                expected.headers.insert(name.as_str().to_owned(), value.to_owned());
            }
            (name, None) => {
                expected.headers.remove(name.as_str()).ok_or("it is not there")?;
            }
        }
    }
    Ok(expected)
}

/// The name of a header and its value, or none if it is to be taken away.
fn header(line: &str) -> Result<(HeaderName, Option<&str>), String> {
    let (name, value) = match line.strip_prefix("- ") {
        Some(name) => (name, None),
        None => line.split_once(':').map(|(name, value)| (name, Some(value.trim()))).ok_or("no header")?,
    };
    Ok((name.parse().map_err(|_| format!("no such header: {name}"))?, value))
}

/// A line with its repetitions written out.
fn repeated(line: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('«') {
        let (inside, after) = after.split_once('»').ok_or("a repetition without an end")?;
        let (piece, times) = inside.rsplit_once('×').ok_or("a repetition without a number")?;
        out.push_str(before);
        out.push_str(&piece.repeat(times.parse().map_err(|_| "no such number")?));
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}
