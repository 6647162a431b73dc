//! Seconds since 1970 -> the texts that dates have on the wire. The runtime's own would do, but is much to build.

use jiff::SignedDuration;
use jiff::civil::{DateTime, date};

const EPOCH: DateTime = date(1970, 1, 1).at(0, 0, 0, 0);

/// As RFC 3339 has it: `2023-11-14T22:13:20Z`.
pub(super) fn date_time(seconds: i64) -> String {
    text(seconds, "%Y-%m-%dT%H:%M:%SZ")
}

/// As HTTP's headers have it: `Tue, 14 Nov 2023 22:13:20 GMT`.
pub(super) fn http_date(seconds: i64) -> String {
    text(seconds, "%a, %d %b %Y %H:%M:%S GMT")
}

/// The date; the seconds themselves where their year has more than four digits.
fn text(seconds: i64, format: &str) -> String {
    let moment = EPOCH.checked_add(SignedDuration::from_secs(seconds));
    moment.map_or_else(|_| seconds.to_string(), |moment| moment.strftime(format).to_string())
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
