//! Moments in time to and from the three ways the wire writes them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::time::{Duration, UNIX_EPOCH};

use codegen_runtime::schema::TimestampFormat::{self, DateTime, EpochSeconds, HttpDate};
use codegen_runtime::{Reader, Rejected, Timestamp, Writer};
use jiff::SignedDuration;
use jiff::civil;

const EPOCH: civil::DateTime = civil::date(1970, 1, 1).at(0, 0, 0, 0);

fn read(text: &str, format: TimestampFormat) -> Result<Option<Timestamp>, Rejected> {
    let mut reader = Reader::new(text.as_bytes(), 1)?;
    let moment = reader.timestamp(format);
    reader.finish()?;
    Ok(moment)
}

/// What a JSON string with that text is read as.
fn read_text(text: &str, format: TimestampFormat) -> Result<Option<Timestamp>, Rejected> {
    read(&format!("\"{text}\""), format)
}

fn written(moment: Timestamp, format: TimestampFormat) -> String {
    let mut writer = Writer::default();
    writer.timestamp(moment, format);
    String::from_utf8(writer.into_bytes()).unwrap()
}

/// A moment to the nanosecond: those of `seconds` and after it.
fn moment(seconds: i64, nanos: u32) -> Timestamp {
    let magnitude = Duration::from_secs(seconds.unsigned_abs());
    let start = if seconds < 0 { UNIX_EPOCH - magnitude } else { UNIX_EPOCH + magnitude };
    (start + Duration::from_nanos(nanos.into())).into()
}

const FORMATS: [TimestampFormat; 3] = [EpochSeconds, DateTime, HttpDate];

/// Seconds since 1970 of moments whose texts are known.
const KNOWN: [(i64, &str, &str); 14] = [
    (0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 GMT"),
    (-1, "1969-12-31T23:59:59Z", "Wed, 31 Dec 1969 23:59:59 GMT"),
    (1_398_796_238, "2014-04-29T18:30:38Z", "Tue, 29 Apr 2014 18:30:38 GMT"),
    (784_111_777, "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37 GMT"),
    (951_782_400, "2000-02-29T00:00:00Z", "Tue, 29 Feb 2000 00:00:00 GMT"),
    (1_709_164_800, "2024-02-29T00:00:00Z", "Thu, 29 Feb 2024 00:00:00 GMT"),
    (1_709_251_199, "2024-02-29T23:59:59Z", "Thu, 29 Feb 2024 23:59:59 GMT"),
    (1_677_628_800, "2023-03-01T00:00:00Z", "Wed, 01 Mar 2023 00:00:00 GMT"),
    (2_147_483_648, "2038-01-19T03:14:08Z", "Tue, 19 Jan 2038 03:14:08 GMT"),
    (-2_208_988_800, "1900-01-01T00:00:00Z", "Mon, 01 Jan 1900 00:00:00 GMT"),
    (-2_203_891_201, "1900-02-28T23:59:59Z", "Wed, 28 Feb 1900 23:59:59 GMT"),
    (4_107_542_400, "2100-03-01T00:00:00Z", "Mon, 01 Mar 2100 00:00:00 GMT"),
    (-62_135_596_800, "0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 GMT"),
    (253_370_764_800, "9999-01-01T00:00:00Z", "Fri, 01 Jan 9999 00:00:00 GMT"),
];

#[test]
fn known_moments_are_read_and_written_in_all_formats() {
    for (seconds, date_time, http_date) in KNOWN {
        let known = Timestamp::from_seconds(seconds);
        for (format, text) in [
            (EpochSeconds, seconds.to_string()),
            (DateTime, format!("\"{date_time}\"")),
            (HttpDate, format!("\"{http_date}\"")),
        ] {
            assert_eq!(read(&text, format), Ok(Some(known)), "{text}");
            assert_eq!(written(known, format), text);
        }
    }
}

/// `9999-12-31T23:59:59Z` is what many a service sends for "never".
#[test]
fn the_last_second_of_the_last_year_has_a_text() {
    for (seconds, date_time, http_date) in [
        (253_402_300_799, "\"9999-12-31T23:59:59Z\"", "\"Fri, 31 Dec 9999 23:59:59 GMT\""),
        (253_402_214_400, "\"9999-12-31T00:00:00Z\"", "\"Fri, 31 Dec 9999 00:00:00 GMT\""),
    ] {
        let last = Timestamp::from_seconds(seconds);
        assert_eq!(read(date_time, DateTime), Ok(Some(last)));
        assert_eq!(read(http_date, HttpDate), Ok(Some(last)));
        assert_eq!(written(last, DateTime), date_time);
        assert_eq!(written(last, HttpDate), http_date);
    }
}

#[test]
fn null_is_no_moment() {
    for format in FORMATS {
        assert_eq!(read("null", format), Ok(None));
        assert_eq!(read(" null ", format), Ok(None));
    }
}

// epoch seconds

#[test]
fn a_fraction_of_epoch_seconds_is_read_to_the_nanosecond() {
    for (text, seconds, nanos) in [
        ("1606995525.734", 1_606_995_525, 734_000_000),
        ("0.5", 0, 500_000_000),
        ("0.000000001", 0, 1),
        ("0.999999999", 0, 999_999_999),
        ("0.9999999999", 0, 999_999_999),
        ("1.0", 1, 0),
        ("1.000", 1, 0),
        ("1.10", 1, 100_000_000),
        ("-0", 0, 0),
        ("-0.0", 0, 0),
        ("-0.5", -1, 500_000_000),
        ("-1.0", -1, 0),
        ("-1.25", -2, 750_000_000),
        ("-0.000000001", -1, 999_999_999),
        ("-1.999999999", -2, 1),
    ] {
        let read = read(text, EpochSeconds).unwrap().unwrap();
        assert_eq!((read.seconds(), read.subsec_nanos()), (seconds, nanos), "{text}");
        assert_eq!(read, moment(seconds, nanos), "{text}");
    }
}

#[test]
fn an_exponent_is_read_to_the_millisecond() {
    for (text, seconds, millis) in [
        ("1.606995525734E9", 1_606_995_525, 734),
        ("1e0", 1, 0),
        ("1E3", 1000, 0),
        ("1.5e+2", 150, 0),
        ("1e-1", 0, 100),
        ("1e-3", 0, 1),
        ("4e-4", 0, 0),
        ("6e-4", 0, 1),
        ("-1.5e0", -2, 500),
        ("-1e-3", -1, 999),
        ("0e99", 0, 0),
    ] {
        assert_eq!(read(text, EpochSeconds), Ok(Some(moment(seconds, millis * 1_000_000))), "{text}");
    }
}

#[test]
fn epoch_seconds_are_numbers_in_range() {
    for text in [
        "\"0\"",
        "\"1970-01-01T00:00:00Z\"",
        "true",
        "[]",
        "{}",
        "",
        "1.",
        ".5",
        "+1",
        "01",
        "1e",
        "0x1",
        "NaN",
        "1 2",
        "9223372036854775808",
        "-9223372036854775809",
        "-9223372036854775808.5",
        "1e300",
        "-1e300",
        "1e999",
    ] {
        assert_eq!(read(text, EpochSeconds), Err(Rejected), "{text}");
    }
    for text in ["9223372036854775807", "-9223372036854775808"] {
        assert_eq!(read(text, EpochSeconds), Ok(Some(Timestamp::from_seconds(text.parse().unwrap()))), "{text}");
    }
}

#[test]
fn epoch_seconds_are_written_with_milliseconds_and_no_zeroes_at_the_end() {
    for (seconds, nanos, expected) in [
        (0, 0, "0"),
        (10, 0, "10"),
        (1_606_995_525, 734_000_000, "1606995525.734"),
        (1, 500_000_000, "1.5"),
        (1, 50_000_000, "1.05"),
        (1, 5_000_000, "1.005"),
        (0, 999_999_999, "0.999"),
        (0, 999_999, "0"),
        (100, 100_000_000, "100.1"),
        (-1, 0, "-1"),
        (-1, 500_000_000, "-0.5"),
        (-2, 750_000_000, "-1.25"),
        (-1, 999_000_000, "-0.001"),
        (-10, 0, "-10"),
    ] {
        assert_eq!(written(moment(seconds, nanos), EpochSeconds), expected, "{seconds} {nanos}");
    }
    assert_eq!(written(Timestamp::from_seconds(i64::MAX), EpochSeconds), i64::MAX.to_string());
    assert_eq!(written(Timestamp::from_seconds(i64::MIN), EpochSeconds), i64::MIN.to_string());
}

#[test]
fn milliseconds_go_round_on_both_sides_of_1970() {
    for millis in
        (-3_000..3_000).chain([1_606_995_525_734, -1_606_995_525_734, 253_402_200_000_001, i64::MAX, i64::MIN])
    {
        let moment = Timestamp::from_millis(millis);
        assert_eq!(i128::from(moment.seconds()) * 1000 + i128::from(moment.subsec_nanos() / 1_000_000), millis.into());
        assert_eq!(read(&written(moment, EpochSeconds), EpochSeconds), Ok(Some(moment)), "{millis}");
    }
}

// RFC 3339

#[test]
fn a_fraction_of_rfc_3339_is_read_and_written_to_the_nanosecond() {
    for (text, seconds, nanos) in [
        ("1985-04-12T23:20:50.52Z", 482_196_050, 520_000_000),
        ("1970-01-01T00:00:00.000000001Z", 0, 1),
        ("1969-12-31T23:59:59.999999999Z", -1, 999_999_999),
        ("1969-12-31T23:59:59.5Z", -1, 500_000_000),
    ] {
        assert_eq!(read_text(text, DateTime), Ok(Some(moment(seconds, nanos))), "{text}");
        assert_eq!(written(moment(seconds, nanos), DateTime), format!("\"{text}\""));
    }
    assert_eq!(read_text("1985-04-12T23:20:50.520Z", DateTime), Ok(Some(moment(482_196_050, 520_000_000))));
}

#[test]
fn an_offset_is_read_and_taken_off() {
    for text in [
        "1996-12-19T16:39:57-08:00",
        "1996-12-20T00:39:57Z",
        "1996-12-20T00:39:57+00:00",
        "1996-12-20T00:39:57-00:00",
        "1996-12-20T06:09:57+05:30",
        "1996-12-20t00:39:57z",
    ] {
        assert_eq!(read_text(text, DateTime), Ok(Some(Timestamp::from_seconds(851_042_397))), "{text}");
    }
}

#[test]
fn a_leap_second_is_the_last_one_of_its_minute() {
    assert_eq!(read_text("1990-12-31T23:59:60Z", DateTime), read_text("1990-12-31T23:59:59Z", DateTime));
}

#[test]
fn texts_that_are_no_date_and_time_are_refused() {
    for text in [
        "",
        " ",
        "0",
        "1985-04-12",
        "23:20:50Z",
        "1985-04-12T23:20:50",
        "1985-04-12T24:00:00Z",
        "1985-04-12T23:60:00Z",
        "1985-04-12T23:20:61Z",
        "1985-13-12T23:20:50Z",
        "1985-00-12T23:20:50Z",
        "1985-04-31T23:20:50Z",
        "1985-04-00T23:20:50Z",
        "2023-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2100-02-29T00:00:00Z",
        "85-04-12T23:20:50Z",
        "1985-04-12T23:20:50.Z",
        "1985-04-12T23:20:50Zx",
        "x1985-04-12T23:20:50Z",
        "1985-04-12T23:20:50+99:00",
        "1985-04-12T23:20:50+24:00",
        "1985-04-12T23:20:50+01:60",
        "1985-04-12T23:20:50+0100",
        "1985-04-12T23:20:50+01",
        "1985-04-12T23:20:50 +01:00",
        "1985-04-12T23:20:50.1234567890Z",
        "1985-04-12T23:20:50,5Z",
        "1985-04-12T23:20Z",
        "1985-04-12 23:20:50Z",
        "19850412T232050Z",
        "+1985-04-12T23:20:50Z",
        "-985-04-12T23:20:50Z",
        "1985-+4-12T23:20:50Z",
        "198\u{e9}-04-12T23:20:50Z",
        "1985-04-1\u{e9}T23:20:50Z",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "now",
    ] {
        assert_eq!(read_text(text, DateTime), Err(Rejected), "{text}");
    }
    for value in ["0", "482196050", "true", "[]", "{}"] {
        assert_eq!(read(value, DateTime), Err(Rejected), "{value}");
        assert_eq!(read(value, HttpDate), Err(Rejected), "{value}");
    }
}

// HTTP dates

#[test]
fn a_fraction_is_cut_off_an_http_date() {
    for (seconds, nanos, expected) in [
        (1_398_796_238, 999_999_999, "\"Tue, 29 Apr 2014 18:30:38 GMT\""),
        (-1, 999_999_999, "\"Wed, 31 Dec 1969 23:59:59 GMT\""),
    ] {
        assert_eq!(written(moment(seconds, nanos), HttpDate), expected);
    }
}

/// Smithy's tests of clients have one.
#[test]
fn a_fraction_of_an_http_date_is_read() {
    for (fraction, nanos) in [(".5", 500_000_000), (".456", 456_000_000), (".000000001", 1), (".0", 0)] {
        let text = format!("Tue, 29 Apr 2014 18:30:38{fraction} GMT");
        assert_eq!(read_text(&text, HttpDate), Ok(Some(moment(1_398_796_238, nanos))), "{text}");
    }
}

#[test]
fn texts_that_are_no_http_date_are_refused() {
    for text in [
        "",
        "0",
        "Tue, 29 Apr 2014",
        "18:30:38 GMT",
        "Tue, 29 Apr 2014 18:30:38",
        "Mon, 29 Apr 2014 18:30:38 GMT",
        "Tue, 31 Apr 2014 18:30:38 GMT",
        "Tue, 29 Foo 2014 18:30:38 GMT",
        "Tue, 29 Apr 2014 25:30:38 GMT",
        "Tue, 29 Apr 2014 18:61:38 GMT",
        "Thu, 29 Feb 2023 00:00:00 GMT",
        "2014-04-29T18:30:38Z",
        "Tue, 29 Apr 2014 18:30:38 GMT x",
        "Tuesday, 29-Apr-14 18:30:38 GMT",
        "Tue Apr 29 18:30:38 2014",
        "tue, 29 apr 2014 18:30:38 gmt",
        "Tue, 29 Apr 2014 18:30:38 UTC",
        "Tue, 29 Apr 2014 18:30:38. GMT",
        "Fri, 2 May 2014 18:30:38 GMT",
    ] {
        assert_eq!(read_text(text, HttpDate), Err(Rejected), "{text}");
    }
}

// the type

#[test]
fn moments_beyond_the_years_of_four_digits_are_written_as_seconds() {
    for seconds in [253_402_300_800_i64, -62_167_219_201, i64::MAX, i64::MIN] {
        let far = Timestamp::from_seconds(seconds);
        assert_eq!(written(far, EpochSeconds), seconds.to_string());
        assert_eq!(written(far, DateTime), format!("\"{seconds}\""));
        assert_eq!(written(far, HttpDate), format!("\"{seconds}\""));
    }
}

/// From the first second of the year 0 to the last of 9999.
#[test]
fn texts_are_those_of_a_library_for_dates() {
    let (first, last) = (-62_167_219_200, 253_402_300_799);
    for seconds in (first..=last).step_by(7_654_321).chain([first, last]) {
        let (known, clock) =
            (Timestamp::from_seconds(seconds), EPOCH.checked_add(SignedDuration::from_secs(seconds)).unwrap());
        assert_eq!(written(known, DateTime), format!("\"{clock}Z\""));
        assert_eq!(written(known, HttpDate), format!("\"{}\"", clock.strftime("%a, %d %b %Y %H:%M:%S GMT")));
        for format in FORMATS {
            assert_eq!(read(&written(known, format), format), Ok(Some(known)), "{clock}");
        }
    }
}

#[test]
fn moments_are_in_the_order_of_time() {
    let moments = [
        Timestamp::from_seconds(i64::MIN),
        moment(-2, 999_999_999),
        moment(-1, 0),
        moment(-1, 1),
        Timestamp::default(),
        moment(0, 1),
        Timestamp::from_millis(1),
        Timestamp::from_seconds(i64::MAX),
    ];
    assert!(moments.is_sorted_by(|a, b| a < b));
    assert_eq!(Timestamp::default(), Timestamp::from_seconds(0));
}

#[test]
fn the_clock_of_the_system_is_a_moment() {
    // the first of January 2020: no machine that runs this has an earlier clock
    assert!(Timestamp::now() > Timestamp::from_seconds(1_577_836_800));
    for (time, seconds, nanos) in [
        (UNIX_EPOCH, 0, 0),
        (UNIX_EPOCH + Duration::new(5, 7), 5, 7),
        (UNIX_EPOCH - Duration::new(5, 0), -5, 0),
        (UNIX_EPOCH - Duration::new(5, 7), -6, 999_999_993),
    ] {
        let moment = Timestamp::from(time);
        assert_eq!((moment.seconds(), moment.subsec_nanos()), (seconds, nanos));
    }
}
