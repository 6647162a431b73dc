//! Moments in time, and the three ways the wire writes them.

mod parse;
mod text;

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::schema::TimestampFormat;

const NANOS_PER_MILLI: u32 = 1_000_000;
const NANOS_PER_SECOND: u32 = 1_000_000_000;

/// A moment in time, to the nanosecond, before or after 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp {
    seconds: i64,
    nanos: u32,
}

impl Timestamp {
    /// Now, by the machine's clock.
    #[must_use]
    pub fn now() -> Self {
        SystemTime::now().into()
    }

    /// The moment `seconds` after (or, negative, before) 1970-01-01T00:00:00Z.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self { seconds, nanos: 0 }
    }

    /// The moment `millis` milliseconds after (or, negative, before) 1970-01-01T00:00:00Z.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // the remainder is 0 to 999
    pub const fn from_millis(millis: i64) -> Self {
        Self { seconds: millis.div_euclid(1000), nanos: millis.rem_euclid(1000) as u32 * NANOS_PER_MILLI }
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, rounded towards the past.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.seconds
    }

    /// Nanoseconds since the last whole second, 0 to 999,999,999.
    #[must_use]
    pub const fn subsec_nanos(self) -> u32 {
        self.nanos
    }

    /// Seconds since 1970-01-01T00:00:00Z, from a JSON number as it is written; a fraction finer than a nanosecond
    /// is cut off. `None` if it is not such a number or is too great.
    pub(super) fn parse_epoch_seconds(digits: &str) -> Option<Self> {
        if digits.contains(['e', 'E']) {
            return Self::from_f64(digits.parse().ok()?);
        }
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let seconds: i64 = whole.parse().ok()?;
        let nanos = format!("{fraction:0<9}").get(..9)?.parse().ok()?;
        let negative = whole.starts_with('-');
        match (negative, nanos) {
            (true, 1..) => Some(Self { seconds: seconds.checked_sub(1)?, nanos: NANOS_PER_SECOND - nanos }),
            (true | false, _) => Some(Self { seconds, nanos }),
        }
    }

    #[allow(clippy::cast_possible_truncation)] // the range is checked
    fn from_f64(seconds: f64) -> Option<Self> {
        let millis = (seconds * 1000.0).round();
        (millis.abs() < 9e18).then(|| Self::from_millis(millis as i64))
    }

    /// A moment from its text, in a format that is a JSON string. `None` if it is not such a text.
    pub(super) fn parse(text: &str, format: TimestampFormat) -> Option<Self> {
        let (seconds, nanos) = match format {
            TimestampFormat::DateTime => parse::date_time(text)?,
            TimestampFormat::HttpDate => parse::http_date(text)?,
            TimestampFormat::EpochSeconds => return Self::parse_epoch_seconds(text),
        };
        Some(Self { seconds, nanos })
    }

    /// A moment from its text as signatures have it: `20150830T123600Z`.
    #[cfg(feature = "sigv4")]
    pub(super) fn parse_basic(text: &str) -> Option<Self> {
        parse::basic(text).map(Self::from_seconds)
    }

    /// The text of this moment as signatures have it, to the second: that of RFC 3339 without what separates numbers.
    #[cfg(feature = "sigv4")]
    pub(super) fn format_basic(self) -> String {
        let text = text::date_time(self.seconds, 0).map(|text| text.replace(['-', ':'], ""));
        text.unwrap_or_else(|| self.to_epoch_seconds())
    }

    /// As [`write_epoch_seconds`](Self::write_epoch_seconds), as one text.
    pub(super) fn to_epoch_seconds(self) -> String {
        let mut text = String::with_capacity(24);
        self.write_epoch_seconds(|part| text.push_str(part));
        text
    }

    /// Writes seconds since 1970-01-01T00:00:00Z as a JSON number, part by part: milliseconds as a fraction, without
    /// trailing zeroes; what is finer is cut off, as the real services send no more.
    pub(super) fn write_epoch_seconds(self, mut write: impl FnMut(&str)) {
        let millis = self.nanos / NANOS_PER_MILLI;
        // the fraction counts away from zero, as the digits do
        let (whole, fraction) = match (self.seconds, millis) {
            (..0, 1..) => (self.seconds + 1, 1000 - millis),
            (_, _) => (self.seconds, millis),
        };
        if self.seconds < 0 {
            write("-");
        }
        write(itoa::Buffer::new().format(whole.unsigned_abs()));
        let last = if fraction % 10 > 0 {
            3
        } else if fraction % 100 > 0 {
            2
        } else {
            1
        };
        // the 1 in front keeps the zeroes behind the point
        if let Some(digits) = itoa::Buffer::new().format(1000 + fraction).get(1..=last)
            && fraction > 0
        {
            write(".");
            write(digits);
        }
    }

    /// The text of this moment. Years outside 0 to 9999 have none in the two formats that are JSON strings and are
    /// written as epoch seconds.
    pub(super) fn format(self, format: TimestampFormat) -> String {
        let text = match format {
            TimestampFormat::DateTime => text::date_time(self.seconds, self.nanos),
            TimestampFormat::HttpDate => text::http_date(self.seconds),
            TimestampFormat::EpochSeconds => None,
        };
        text.unwrap_or_else(|| self.to_epoch_seconds())
    }
}

impl From<SystemTime> for Timestamp {
    fn from(time: SystemTime) -> Self {
        let parts = |length: Duration| (i64::try_from(length.as_secs()).unwrap_or(i64::MAX), length.subsec_nanos());
        match time.duration_since(UNIX_EPOCH) {
            Ok(after) => {
                let (seconds, nanos) = parts(after);
                Self { seconds, nanos }
            }
            Err(before) => match parts(before.duration()) {
                (seconds, 0) => Self { seconds: -seconds, nanos: 0 },
                (seconds, nanos) => Self { seconds: -seconds - 1, nanos: NANOS_PER_SECOND - nanos },
            },
        }
    }
}
