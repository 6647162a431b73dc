//! The texts of a moment -> seconds since 1970-01-01T00:00:00Z, and nanoseconds since the last whole one. `None` if
//! it is not such a text.

use std::str::FromStr;

use jiff_core::civil::{Date, Time};

use super::text::{MONTHS, SECONDS_OF_A_DAY, WEEKDAYS};

/// As RFC 3339 has it: `2023-11-14T23:13:20.5+01:00`.
pub fn date_time(text: &str) -> Option<(i64, u32)> {
    let mut rest = Rest(text);
    let year = rest.number(4)?;
    rest.word("-")?;
    let month = rest.number(2)?;
    rest.word("-")?;
    let date = Date::new(year, month, rest.number(2)?).ok()?;
    rest.one_of(&["T", "t"])?;
    let (time, nanos) = (rest.time()?, rest.fraction()?);
    let offset = rest.offset()?;
    rest.end()?;
    Some((seconds(date, time) - offset, nanos))
}

/// As HTTP's headers have it: `Tue, 14 Nov 2023 22:13:20 GMT`, where seconds may have a fraction.
pub fn http_date(text: &str) -> Option<(i64, u32)> {
    let mut rest = Rest(text);
    let weekday = rest.one_of(&WEEKDAYS)?;
    rest.word(", ")?;
    let day = rest.number(2)?;
    rest.word(" ")?;
    let month = rest.one_of(&MONTHS)? + 1;
    rest.word(" ")?;
    let date = Date::new(rest.number(4)?, month, day).ok()?;
    rest.word(" ")?;
    let (time, nanos) = (rest.time()?, rest.fraction()?);
    rest.word(" GMT")?;
    rest.end()?;
    (date.weekday().to_monday_zero_offset() == weekday).then_some((seconds(date, time), nanos))
}

/// As signatures have it, in ISO 8601's basic format: `20231114T221320Z`. Without a fraction.
#[cfg(feature = "sigv4")]
pub fn basic(text: &str) -> Option<i64> {
    let mut rest = Rest(text);
    let date = Date::new(rest.number(4)?, rest.number(2)?, rest.number(2)?).ok()?;
    rest.word("T")?;
    let time = Time::new(rest.number(2)?, rest.number(2)?, rest.number(2)?, 0).ok()?;
    rest.word("Z")?;
    rest.end()?;
    Some(seconds(date, time))
}

fn seconds(date: Date, time: Time) -> i64 {
    i64::from(date.to_unix_epoch_day().day()) * SECONDS_OF_A_DAY + i64::from(time.to_second().second())
}

/// What is left of a text.
struct Rest<'t>(&'t str);

impl Rest<'_> {
    fn word(&mut self, word: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(word)?;
        Some(())
    }

    /// Which of some words is next, from 0 on.
    fn one_of(&mut self, words: &[&str]) -> Option<i8> {
        let (place, rest) = (0..).zip(words).find_map(|(place, word)| Some((place, self.0.strip_prefix(word)?)))?;
        self.0 = rest;
        Some(place)
    }

    /// A number of so many digits.
    fn number<T: FromStr>(&mut self, digits: usize) -> Option<T> {
        let (number, rest) = self.0.split_at_checked(digits)?;
        self.0 = rest;
        number.bytes().all(|byte| byte.is_ascii_digit()).then(|| number.parse().ok())?
    }

    /// `22:13:20`. A leap second is the last one of its minute.
    fn time(&mut self) -> Option<Time> {
        let hour = self.number(2)?;
        self.word(":")?;
        let minute = self.number(2)?;
        self.word(":")?;
        match self.number(2)? {
            60 => Time::new(hour, minute, 59, 0),
            second => Time::new(hour, minute, second, 0),
        }
        .ok()
    }

    /// Nanoseconds, if there is a point: of 1 to 9 digits.
    fn fraction(&mut self) -> Option<u32> {
        if self.word(".").is_none() {
            return Some(0);
        }
        let rest = self.0.trim_start_matches(|digit: char| digit.is_ascii_digit());
        let digits = self.0.len() - rest.len();
        let fraction: u32 = self.number(digits)?;
        Some(fraction * 10_u32.pow(9_u32.checked_sub(digits.try_into().ok()?)?))
    }

    /// Seconds that clocks are ahead of UTC: `Z`, `+01:00`.
    fn offset(&mut self) -> Option<i64> {
        let sign = match self.one_of(&["Z", "z", "+", "-"])? {
            2 => 1,
            3 => -1,
            _ => return Some(0),
        };
        let hour = self.number(2)?;
        self.word(":")?;
        let ahead = Time::new(hour, self.number(2)?, 0, 0).ok()?;
        Some(sign * i64::from(ahead.to_second().second()))
    }

    fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}
