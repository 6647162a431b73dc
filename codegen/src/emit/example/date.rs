//! Seconds since 1970 -> the texts that dates have on the wire. The runtime's own would do, but is much to build: this
//! takes the part of its library that knows the calendar.

use jiff_core::civil::{Date, Time, TimeSecond, UnixEpochDay};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// As RFC 3339 has it: `2023-11-14T22:13:20Z`.
pub(super) fn date_time(seconds: i64) -> String {
    text(seconds, |date, time| {
        let (year, month, day) = (date.year(), date.month(), date.day());
        format!("{year:04}-{month:02}-{day:02}T{time}Z")
    })
}

/// As HTTP's headers have it: `Tue, 14 Nov 2023 22:13:20 GMT`.
pub(super) fn http_date(seconds: i64) -> String {
    text(seconds, |date, time| {
        let (year, day) = (date.year(), date.day());
        let weekday = format!("{:?}", date.weekday());
        let month = MONTHS.iter().zip(1..).find(|(_, number)| *number == date.month()).map_or("", |(name, _)| name);
        format!("{weekday:.3}, {day:02} {month} {year:04} {time} GMT")
    })
}

/// The date and the time of day; the seconds themselves where the year is not one of four digits.
fn text(seconds: i64, format: impl Fn(Date, &str) -> String) -> String {
    const DAY: i64 = 24 * 60 * 60;
    let date = i32::try_from(seconds.div_euclid(DAY)).ok().and_then(|day| UnixEpochDay::new(day).ok());
    let time = i32::try_from(seconds.rem_euclid(DAY)).ok().and_then(|second| TimeSecond::new(second).ok());
    match (date.map(UnixEpochDay::to_date), time.map(|second| second.to_time())) {
        (Some(date), Some(time)) if date.year() >= 0 => format(date, &clock(time)),
        _ => seconds.to_string(),
    }
}

/// What a clock shows: `22:13:20`.
fn clock(time: Time) -> String {
    format!("{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())
}

#[cfg(test)]
mod tests {
    use codegen_runtime::schema::TimestampFormat;
    use codegen_runtime::{Timestamp, Writer};

    /// In the years 0 to 9999, and beyond.
    #[test]
    fn dates_are_as_the_runtime_writes_them() {
        let (first, last) = (-62_167_219_200, 253_402_300_799);
        for seconds in (first..=last).step_by(7_654_321).chain([0, -1, last, last + 1, i64::MIN, i64::MAX]) {
            let written = |format| {
                let mut writer = Writer::default();
                writer.timestamp(Timestamp::from_seconds(seconds), format);
                String::from_utf8(writer.into_bytes()).unwrap_or_default()
            };
            assert_eq!(format!("\"{}\"", super::date_time(seconds)), written(TimestampFormat::DateTime));
            assert_eq!(format!("\"{}\"", super::http_date(seconds)), written(TimestampFormat::HttpDate));
        }
    }
}
