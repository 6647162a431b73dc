//! JSON numbers: their extent in the text, and their value as each numeric type.

/// Length of the number that `bytes` starts with, by the grammar of JSON; `None` if it starts with none.
pub(super) fn scan(bytes: &[u8]) -> Option<usize> {
    let digits = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = usize::from(bytes.first() == Some(&b'-'));
    let whole = digits(at);
    if whole == 0 || (whole > 1 && bytes.get(at) == Some(&b'0')) {
        return None;
    }
    at += whole;
    if bytes.get(at) == Some(&b'.') {
        let fraction = digits(at + 1);
        if fraction == 0 {
            return None;
        }
        at += 1 + fraction;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits(at + 1 + sign);
        if exponent == 0 {
            return None;
        }
        at += 1 + sign + exponent;
    }
    Some(at)
}

/// The whole part of a number, or the nearest number of 64 bits where it does not fit.
pub(super) fn to_i64(digits: &str) -> i64 {
    if let Ok(value) = digits.parse() {
        return value;
    }
    // cut off as text: a floating-point number on the way would not hold the whole part of all 64 bits
    match digits.split_once('.') {
        Some((whole, _)) if !digits.contains(['e', 'E']) => whole.parse().unwrap_or_else(|_| saturated(digits)),
        Some(_) | None => saturated(digits),
    }
}

#[allow(clippy::cast_possible_truncation)] // `as` truncates and saturates, which is what is wanted
fn saturated(digits: &str) -> i64 {
    to_f64(digits) as i64
}

/// The nearest number of 32 bits.
#[allow(clippy::cast_possible_truncation)] // clamped first
pub(super) fn saturate(value: i64) -> i32 {
    value.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32
}

/// The nearest floating-point number. All that is a number by the grammar of JSON is one to Rust.
pub(super) fn to_f64(digits: &str) -> f64 {
    digits.parse().unwrap_or(f64::NAN)
}

/// The numbers that JSON has no digits for, as the protocols spell them.
pub(super) fn special(text: &str) -> Option<f64> {
    match text {
        "NaN" => Some(f64::NAN),
        "Infinity" => Some(f64::INFINITY),
        "-Infinity" => Some(f64::NEG_INFINITY),
        _ => None,
    }
}
