//! Seconds since 1970-01-01T00:00:00Z -> the texts of that moment, in the years 0 to 9999: what is beyond has none.

use jiff_core::civil::{DateTime, TimeSecond, UnixEpochDay};

pub const SECONDS_OF_A_DAY: i64 = 24 * 60 * 60;

/// As HTTP's dates name them, from Monday on.
pub const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// As HTTP's dates name them, from January on.
pub const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// As RFC 3339 has it: `2023-11-14T22:13:20Z`, and behind the seconds a fraction if there is one.
pub fn date_time(seconds: i64, nanos: u32) -> Option<String> {
    let clock = clock(seconds)?;
    let (date, fraction) = (clock.date(), format!(".{nanos:09}"));
    let fraction = fraction.trim_end_matches('0').trim_end_matches('.');
    Some(format!("{:04}-{:02}-{:02}T{}{fraction}Z", date.year(), date.month(), date.day(), time(clock)))
}

/// As HTTP's headers have it: `Tue, 14 Nov 2023 22:13:20 GMT`.
pub fn http_date(seconds: i64) -> Option<String> {
    let clock = clock(seconds)?;
    let date = clock.date();
    let weekday = WEEKDAYS.get(usize::try_from(date.weekday().to_monday_zero_offset()).ok()?)?;
    let month = MONTHS.get(usize::try_from(date.month() - 1).ok()?)?;
    Some(format!("{weekday}, {:02} {month} {:04} {} GMT", date.day(), date.year(), time(clock)))
}

/// What clocks show in UTC.
fn clock(seconds: i64) -> Option<DateTime> {
    let day = i32::try_from(seconds.div_euclid(SECONDS_OF_A_DAY)).ok()?;
    let second = i32::try_from(seconds.rem_euclid(SECONDS_OF_A_DAY)).ok()?;
    let date = UnixEpochDay::new(day).ok()?.to_date();
    (date.year() >= 0).then_some(DateTime::from_parts(date, TimeSecond::new(second).ok()?.to_time()))
}

/// `22:13:20`.
fn time(clock: DateTime) -> String {
    let time = clock.time();
    format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())
}
