//! Arithmetic for which the standard library's tables would add 25 KB to what every page loads, for digits that nobody
//! sees. Tests compare the results with the standard library's.

use std::f64::consts::FRAC_PI_2;

/// Reads a plain decimal number such as `6`, `6.5` or `.5`: no sign, no exponent.
///
/// With up to 15 digits it gives the nearest double. With more, the last bit may be off. Decimals beyond the fifteenth
/// are ignored.
#[must_use]
pub fn decimal(text: &str) -> Option<f64> {
    const MOST: usize = 15;
    /// All integers up to here are exact doubles.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let (whole, parts) = text.split_once('.').unwrap_or((text, ""));
    let all_digits = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + parts.len() == 0 || !all_digits(whole) || !all_digits(parts) {
        return None;
    }
    let number = |digits: &str| digits.bytes().fold(0.0, |number, digit| number * 10.0 + f64::from(digit - b'0'));
    let parts = &parts[..parts.len().min(MOST)];
    let scale = parts.bytes().fold(1.0, |scale, _| scale * 10.0);
    let (whole, parts) = (number(whole), number(parts));
    // A division of two exact numbers rounds once.
    let scaled = whole * scale + parts;
    Some(if scaled <= EXACT { scaled / scale } else { whole + parts / scale })
}

/// The number as an integer, if it is one. Integers are written several times as fast as other numbers.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "compared with what it came from")]
pub fn whole(number: f64) -> Option<i32> {
    let whole = number as i32;
    (f64::from(whole) == number).then_some(whole)
}

/// Sine and cosine of an angle in radians, of a few turns at most.
#[must_use]
pub fn sin_cos(angle: f64) -> (f64, f64) {
    let quarters = (angle / FRAC_PI_2).round();
    let rest = angle - quarters * FRAC_PI_2;
    let square = rest * rest;
    // Taylor series: within an eighth of a turn, these terms are enough.
    let sin = rest
        * (1.0
            - square / 6.0
                * (1.0 - square / 20.0 * (1.0 - square / 42.0 * (1.0 - square / 72.0 * (1.0 - square / 110.0)))));
    let cos = 1.0
        - square / 2.0 * (1.0 - square / 12.0 * (1.0 - square / 30.0 * (1.0 - square / 56.0 * (1.0 - square / 90.0))));
    match quarters.rem_euclid(4.0) {
        quarter if quarter < 0.5 => (sin, cos),
        quarter if quarter < 1.5 => (cos, -sin),
        quarter if quarter < 2.5 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

/// `value` to the power of 2.4, for values from 0 to 1: the transfer curve of sRGB.
#[must_use]
pub fn to_the_2_4(value: f64) -> f64 {
    let square = value * value;
    // The fifth root of the square, by Newton's method from above.
    let mut root: f64 = 1.0;
    for _ in 0..24 {
        let fourth = root * root * root * root;
        let nearer = root - (root - square / fourth) / 5.0;
        if nearer >= root {
            break;
        }
        root = nearer;
    }
    square * root
}

/// The largest power of ten up to `number`; 1 if there is none, as for 0.
#[must_use]
pub fn power_of_ten_below(number: f64) -> f64 {
    if !(f64::MIN_POSITIVE..=1e300).contains(&number) {
        return 1.0;
    }
    let mut power = 1.0;
    while power > number {
        power /= 10.0;
    }
    while power * 10.0 <= number {
        power *= 10.0;
    }
    power
}

/// A count as a floating-point number.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts of weeks, points and bytes are far below 2^53")]
pub const fn as_f64(count: usize) -> f64 {
    count as f64
}

/// A number rounded to the nearest integer. NaN becomes 0; a number out of range becomes the nearest end of the
/// range.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "`as` saturates, which is what the callers want")]
pub fn round(number: f64) -> i32 {
    number.round() as i32
}

/// The integer part of a number as an index. NaN and negative numbers become 0.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates, which the callers want")]
pub fn index(number: f64) -> usize {
    number as usize
}

#[cfg(test)]
mod tests {
    use super::{decimal, power_of_ten_below, sin_cos, to_the_2_4};

    #[test]
    fn decimals_are_read_as_the_standard_library_reads_them() {
        for text in [
            "0",
            "6",
            "6.5",
            ".5",
            "5.",
            "83.3",
            "0.1",
            "000123.4560",
            "999999999.999999",
            "0.000001",
            "123456789012345",
        ] {
            assert_eq!(decimal(text), text.parse().ok(), "{text}");
        }
        for text in ["", ".", "1e5", "-1", "+1", "1.2.3", "inf", "1 2", "６"] {
            assert_eq!(decimal(text), None, "{text}");
        }
        let long = decimal("0.33333333333333333333333333").unwrap_or_default();
        assert!((long - 1.0 / 3.0).abs() < 1e-15, "{long}");
    }

    #[test]
    fn angles_turn_as_the_standard_library_turns_them() {
        for step in -2000..2000 {
            let angle = f64::from(step) / 200.0;
            let ((sin, cos), (theirs_sin, theirs_cos)) = (sin_cos(angle), angle.sin_cos());
            assert!((sin - theirs_sin).abs() < 1e-8 && (cos - theirs_cos).abs() < 1e-8, "{angle}: {sin} {cos}");
        }
    }

    #[test]
    fn the_curve_of_srgb_is_the_standard_librarys() {
        for step in 0..=1000 {
            let value = f64::from(step) / 1000.0;
            assert!((to_the_2_4(value) - value.powf(2.4)).abs() < 1e-4, "{value}");
        }
        for channel in 11..=255 {
            let value = (f64::from(channel) / 255.0 + 0.055) / 1.055;
            assert!((to_the_2_4(value) - value.powf(2.4)).abs() < 1e-12, "{value}");
        }
    }

    #[test]
    fn powers_of_ten_lie_just_below() {
        for (number, power) in
            [(1.0, 1.0), (9.99, 1.0), (10.0, 10.0), (2.5e8, 1e8), (0.5, 0.1), (0.0, 1.0), (f64::NAN, 1.0)]
        {
            assert!((power_of_ten_below(number) / power - 1.0).abs() < 1e-9, "{number}");
        }
    }
}
