//! A request's body as it was sent -> as it was meant: without the coding that `Content-Encoding` names.
//!
//! Only clients of APIs that ask for it compress requests. What the endpoint of another does with such a request is
//! unknown, so reading them is left to a feature.

use std::borrow::Cow;

use ::http::HeaderMap;
use ::http::header::CONTENT_ENCODING;

/// Undoes the last coding if it is gzip. SDKs put that on themselves, after any that the caller names, which is for
/// the handler to know. `None` if the body becomes greater than `limit`.
pub(super) fn decoded<'b>(headers: &HeaderMap, body: &'b [u8], limit: usize) -> Option<Cow<'b, [u8]>> {
    let codings = headers.get(CONTENT_ENCODING).and_then(|codings| codings.to_str().ok());
    let last = codings.and_then(|codings| codings.rsplit(',').next()).map(str::trim);
    match last {
        Some(last) if last.eq_ignore_ascii_case("gzip") => without_gzip(body, limit),
        Some(_) | None => Some(Cow::Borrowed(body)),
    }
}

/// A body that is not of that form is as good as none.
#[cfg(feature = "gzip")]
fn without_gzip(body: &[u8], limit: usize) -> Option<Cow<'_, [u8]>> {
    use std::io::Read as _;

    let one_more = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let mut plain = Vec::new();
    match flate2::read::MultiGzDecoder::new(body).take(one_more).read_to_end(&mut plain) {
        Ok(length) if length > limit => None,
        Ok(_) => Some(Cow::Owned(plain)),
        Err(_) => Some(Cow::default()),
    }
}

/// Without the feature the body stays as it is, which is no JSON.
#[cfg(not(feature = "gzip"))]
#[allow(clippy::unnecessary_wraps, reason = "the same as with the feature")]
fn without_gzip(body: &[u8], _limit: usize) -> Option<Cow<'_, [u8]>> {
    Some(Cow::Borrowed(body))
}
