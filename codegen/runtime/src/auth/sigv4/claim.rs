//! The head of a request -> what it claims: a key, a scope, a time, and the signature that is to prove it.

use ::http::header::{AUTHORIZATION, DATE};
use ::http::request::Parts;
use ::http::uri::Authority;

use super::super::super::schema::TimestampFormat;
use super::super::super::timestamp::Timestamp;
use super::super::{Call, Refusal};
use super::canonical::{self, Signed, pairs};
use super::signature::{ALGORITHM, Scope};
use super::wording;

/// How far clocks may be apart, in seconds.
const SKEW: i64 = 5 * 60;

/// The longest that a query may be good for, in seconds: a week.
const LONGEST: i64 = 7 * 24 * 60 * 60;

const DATE_HEADER: &str = "x-amz-date";
const TOKEN_HEADER: &str = "x-amz-security-token";
const TARGET_HEADER: &str = "x-amz-target";

/// What a request says of itself, by its headers or its query.
pub(super) struct Claim {
    algorithm: String,
    credential: String,
    names: String,
    date: String,
    /// How many seconds it is good for, where it says so.
    expires: Option<String>,
    pub(super) signature: String,
    pub(super) token: Option<String>,
}

impl Claim {
    /// What a request claims. Refused where it claims nothing, or not all that it must.
    pub(super) fn read(head: &Parts) -> Result<Self, Refusal> {
        let query = Query(head.uri.query().unwrap_or_default());
        let is_in_query = query.get(canonical::ALGORITHM).is_some();
        match header(head, AUTHORIZATION.as_str()) {
            Some(_) if is_in_query => Err(Refusal::Invalid(wording::TWO_SIGNATURES.to_owned())),
            Some(authorization) if authorization.trim().starts_with("AWS4-") => Self::of_header(head, &authorization),
            None if is_in_query => Self::of_query(&query),
            Some(_) | None => Err(Refusal::Missing),
        }
    }

    fn of_header(head: &Parts, authorization: &str) -> Result<Self, Refusal> {
        let (algorithm, rest) = authorization.trim().split_once(' ').unwrap_or((authorization.trim(), ""));
        let (mut credential, mut signature, mut names) = (None, None, None);
        for part in rest.split([',', ' ']).filter(|part| !part.is_empty()) {
            let Some((name, value)) = part.split_once('=') else {
                return Err(Refusal::Incomplete(wording::no_pair(part, authorization)));
            };
            match name {
                "Credential" => credential = Some(value.to_owned()),
                "Signature" => signature = Some(value.to_owned()),
                "SignedHeaders" => names = Some(value.to_owned()),
                _ => {}
            }
        }
        let credential = credential.filter(|credential| !credential.is_empty());
        let signature = signature.filter(|signature| !signature.is_empty());
        let date = header(head, DATE_HEADER).or_else(|| header(head, DATE.as_str()));
        match (credential, signature, names, date) {
            (Some(credential), Some(signature), Some(names), Some(date)) => Ok(Self {
                algorithm: algorithm.to_owned(),
                credential,
                names,
                date,
                expires: None,
                signature,
                token: header(head, TOKEN_HEADER),
            }),
            (credential, signature, names, date) => {
                let lacking = [credential.is_none(), signature.is_none(), names.is_none(), date.is_none()];
                Err(Refusal::Incomplete(wording::header_lacks(lacking, authorization)))
            }
        }
    }

    fn of_query(query: &Query<'_>) -> Result<Self, Refusal> {
        let part = |name| query.get(name).filter(|value| !value.is_empty());
        let [algorithm, credential, signature, names, date] =
            [canonical::ALGORITHM, "X-Amz-Credential", canonical::SIGNATURE, "X-Amz-SignedHeaders", "X-Amz-Date"]
                .map(|name| part(name).ok_or(name));
        match (algorithm, credential, signature, names, date) {
            (Ok(algorithm), Ok(credential), Ok(signature), Ok(names), Ok(date)) => Ok(Self {
                algorithm,
                credential,
                names,
                date,
                expires: query.get("X-Amz-Expires"),
                signature,
                token: query.get("X-Amz-Security-Token"),
            }),
            (algorithm, credential, signature, names, date) => {
                let parts = [algorithm, credential, signature, names, date];
                Err(Refusal::Incomplete(wording::query_lacks(parts.into_iter().filter_map(Result::err))))
            }
        }
    }

    /// When it was signed, if that is about now.
    pub(super) fn time(&self, now: Timestamp) -> Result<Timestamp, Refusal> {
        let time = Timestamp::parse_basic(&self.date)
            .or_else(|| Timestamp::parse(&self.date, TimestampFormat::HttpDate))
            .ok_or_else(|| Refusal::Incomplete(wording::no_date(&self.date)))?;
        let good_for = match &self.expires {
            None => SKEW,
            Some(seconds) => whole(seconds)
                .filter(|seconds| (1..=LONGEST).contains(seconds))
                .ok_or_else(|| Refusal::Invalid(wording::no_limit(seconds)))?,
        };
        let moved = |seconds: i64| Timestamp::from_seconds(now.seconds().saturating_add(seconds));
        if time.seconds() < moved(-good_for).seconds() {
            return Err(Refusal::Invalid(wording::too_old(time, moved(-good_for), now, good_for)));
        }
        if time.seconds() > moved(SKEW).seconds() {
            return Err(Refusal::Invalid(wording::too_new(time, moved(SKEW), now, SKEW)));
        }
        Ok(time)
    }

    /// Whether it covers what decides where a request goes and what it does, and in a way that is known.
    pub(super) fn covers_the_request(&self, head: &Parts) -> Result<(), Refusal> {
        let is_signed = |header: &str| self.names.split(';').any(|name| name.eq_ignore_ascii_case(header));
        if !is_signed("host") {
            return Err(Refusal::Invalid(wording::HOST_NOT_SIGNED.to_owned()));
        }
        if head.headers.contains_key(TARGET_HEADER) && !is_signed(TARGET_HEADER) {
            return Err(Refusal::Invalid(wording::TARGET_NOT_SIGNED.to_owned()));
        }
        if self.algorithm != ALGORITHM {
            return Err(Refusal::Incomplete(wording::no_algorithm(&self.algorithm)));
        }
        Ok(())
    }

    /// Whose key it names, and for what.
    pub(super) fn scope(&self, time: Timestamp) -> Result<(&str, Scope<'_>), Refusal> {
        let parts: Vec<_> = self.credential.trim_end_matches('/').split('/').collect();
        let [access_key, date, region, service, terminator] = parts[..] else {
            return Err(Refusal::Incomplete(wording::no_credential(&self.credential)));
        };
        Ok((access_key, Scope { time: time.format_basic(), date, region, service, terminator }))
    }

    /// What of a request it covers.
    pub(super) fn signed<'a>(&'a self, call: Call<'a>) -> Signed<'a> {
        let Call { service: _, operation: _, head, body } = call;
        Signed {
            method: &head.method,
            path: head.uri.path(),
            query: head.uri.query().unwrap_or_default(),
            headers: &head.headers,
            authority: head.uri.authority().map(Authority::as_str),
            names: &self.names,
            body,
        }
    }
}

/// The query of a request.
struct Query<'a>(&'a str);

impl Query<'_> {
    /// The value of the first part of that name, decoded.
    fn get(&self, name: &str) -> Option<String> {
        let value = pairs(self.0).find_map(|(known, value)| (known == name.as_bytes()).then_some(value));
        value.map(|value| String::from_utf8_lossy(&value).into_owned())
    }
}

/// The value of the first header of that name, with replacements for what is no text.
fn header(head: &Parts, name: &str) -> Option<String> {
    head.headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// A whole number without a sign.
fn whole(text: &str) -> Option<i64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}
