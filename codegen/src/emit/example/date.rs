//! Seconds since 1970 -> the texts that dates have on the wire. The runtime's own would do, but is much to build.

/// A moment in UTC, as a calendar and a clock show it.
struct Moment {
    year: i64,
    /// From 1.
    month: usize,
    /// From 1.
    day: i64,
    /// As `23:59:59`.
    clock: String,
    /// From Thursday, which the first day of 1970 was.
    weekday: usize,
}

const DAY: i64 = 24 * 60 * 60;

/// Days in 400 years, after which the calendar repeats itself.
const CYCLE: i64 = 400 * 365 + 97;

/// As RFC 3339 has it: `2023-11-14T22:13:20Z`.
pub(super) fn date_time(seconds: i64) -> String {
    let Moment { year, month, day, clock, weekday: _ } = moment(seconds);
    format!("{year:04}-{month:02}-{day:02}T{clock}Z")
}

/// As HTTP's headers have it: `Tue, 14 Nov 2023 22:13:20 GMT`.
pub(super) fn http_date(seconds: i64) -> String {
    const WEEKDAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let Moment { year, month, day, clock, weekday } = moment(seconds);
    format!("{}, {day:02} {} {year:04} {clock} GMT", WEEKDAYS[weekday], MONTHS[month - 1])
}

fn moment(seconds: i64) -> Moment {
    let (days, second) = (seconds.div_euclid(DAY), seconds.rem_euclid(DAY));
    let (mut year, mut day) = (1970 + 400 * days.div_euclid(CYCLE), days.rem_euclid(CYCLE));
    while day >= months(year).iter().sum() {
        day -= months(year).iter().sum::<i64>();
        year += 1;
    }
    let mut month = 1;
    for length in months(year) {
        if day < length {
            break;
        }
        day -= length;
        month += 1;
    }
    let clock = format!("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
    Moment { year, month, day: day + 1, clock, weekday: usize::try_from(days.rem_euclid(7)).unwrap_or_default() }
}

/// How many days the months of a year have.
fn months(year: i64) -> [i64; 12] {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    [31, if is_leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
}

#[cfg(test)]
mod tests {
    use codegen_runtime::schema::TimestampFormat;
    use codegen_runtime::{Timestamp, Writer};

    /// Around the ends of months and of years of each kind, and at other places in the years 0 to 9999.
    #[test]
    fn dates_are_as_the_runtime_writes_them() {
        let (first, last) = (-62_167_219_200, 253_402_300_799);
        let ends = [0, -1, 951_782_399, 951_782_400, 951_868_800, 4_107_542_399, 4_107_542_400, 1_709_164_800];
        for seconds in (first..=last).step_by(7_654_321).chain(ends).chain([last]) {
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
