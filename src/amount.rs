//! Amounts of work, counted in whole millionths, their unit, and shares of them.
//!
//! In binary floating point, `0.1 + 0.2 - 0.3` leaves a remainder, which would be drawn as a jam.
//! Whole numbers keep sums, balances and the rounding of percents exact.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

const STEPS: f64 = 1e6;

/// The largest amount that a goal may name: one thousand million of its unit.
pub const LARGEST: f64 = 1e9;

/// An amount in the goal's own unit (lectures, pages, kilometres), held to a millionth of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i64);

impl Amount {
    /// No work at all.
    pub const ZERO: Self = Self(0);

    /// The amount nearest to `value`. NaN becomes zero.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "the wire refuses what is over LARGEST, and `as` saturates")]
    pub fn new(value: f64) -> Self {
        Self((value * STEPS).round() as i64)
    }

    /// An amount, given in millionths.
    #[must_use]
    pub const fn from_millionths(millionths: i64) -> Self {
        Self(millionths)
    }

    /// The amount as a number of the goal's unit.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "exact up to nine thousand million units, far over any one goal")]
    pub fn get(self) -> f64 {
        self.0 as f64 / STEPS
    }

    /// The amount in millionths.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// The amount, or zero if it is negative.
    #[must_use]
    pub fn or_zero(self) -> Self {
        self.max(Self::ZERO)
    }

    /// The mean of two amounts, to a millionth.
    #[must_use]
    pub fn midpoint(self, other: Self) -> Self {
        Self(self.0.midpoint(other.0))
    }

    /// The amount in each of `count` equal shares, rounded up to a millionth; `None` for no shares.
    #[must_use]
    pub fn shared(self, count: usize) -> Option<Self> {
        let count = i64::try_from(count).ok().filter(|count| *count > 0)?;
        Some(Self(self.0.div_euclid(count) + i64::from(self.0.rem_euclid(count) > 0)))
    }

    /// The amount rounded up to tenths.
    #[must_use]
    pub fn up_to_tenths(self) -> Self {
        const TENTH: i64 = 100_000;
        Self(self.0.div_euclid(TENTH) * TENTH + if self.0.rem_euclid(TENTH) > 0 { TENTH } else { 0 })
    }

    /// Whether the amount is above zero.
    #[must_use]
    pub fn is_positive(self) -> bool {
        self > Self::ZERO
    }

    /// `self` as a share of `whole`; `None` unless `whole` is above zero.
    #[must_use]
    pub fn of(self, whole: Self) -> Option<Ratio> {
        whole.is_positive().then_some(Ratio { part: self, whole })
    }
}

impl Add for Amount {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Amount {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl AddAssign for Amount {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// A unit of work, such as lectures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unit {
    /// The singular; empty if it is not known.
    pub one: String,
    /// The plural; empty if there is no unit.
    pub many: String,
}

impl Unit {
    /// No unit.
    pub const NONE: &Self = &Self { one: String::new(), many: String::new() };
}

/// A share: a part of a whole that is above zero. The part may be larger than the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    part: Amount,
    whole: Amount,
}

impl Ratio {
    /// The share for a percent, kept to seven decimals of a percent.
    #[must_use]
    pub fn from_percent(percent: f64) -> Self {
        const PERCENT: f64 = 1e7;
        Self { part: Amount::new(percent * PERCENT), whole: Amount::new(100.0 * PERCENT) }
    }

    /// The share as a fraction. It is below 1 while work is left, even where floating point would round up to 1.
    #[must_use]
    pub fn fraction(self) -> f64 {
        let most = if self.part < self.whole { 1.0 - f64::EPSILON } else { f64::MAX };
        (self.part.get() / self.whole.get()).min(most)
    }

    /// The share in thousandths, half rounded up.
    #[must_use]
    pub fn thousandths(self) -> i64 {
        let (part, whole) = (self.part.0, self.whole.0);
        if part.max(whole) < i64::MAX / 4000 {
            (2000 * part + whole) / (2 * whole)
        } else {
            // Integers would overflow. Floating point loses only digits that are never shown.
            Self::thousandths_of_large(self)
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "`as` saturates")]
    fn thousandths_of_large(self) -> i64 {
        (1000.0 * self.fraction()).round() as i64
    }

    /// The share in `count`ths of the whole, half rounded up.
    #[must_use]
    pub fn rounded(self, count: i64) -> i64 {
        let [part, whole, count] = [self.part.0, self.whole.0, count].map(i128::from);
        i64::try_from((2 * count * part + whole).div_euclid(2 * whole)).unwrap_or(i64::MAX)
    }

    /// The sum of both parts as a share of the sum of both wholes.
    #[must_use]
    pub fn pooled(self, other: Self) -> Self {
        Self { part: self.part + other.part, whole: self.whole + other.whole }
    }

    /// Whether the part is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.part == Amount::ZERO
    }

    /// Whether the part is at least the whole.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.part >= self.whole
    }
}

#[cfg(test)]
mod tests {
    use super::{Amount, Ratio};

    #[test]
    fn sums_leave_no_remainder() {
        let balance = Amount::new(0.1) + Amount::new(0.2) - Amount::new(0.3);
        assert_eq!(balance, Amount::ZERO);
    }

    #[test]
    fn a_fraction_is_the_plain_quotient() {
        let fraction = |part: Amount, whole: Amount| part.of(whole).map(Ratio::fraction);
        assert_eq!(fraction(Amount::new(20.0), Amount::new(24.0)), Some(20.0 / 24.0));
        assert_eq!(fraction(Amount::new(1.0), Amount::ZERO), None);
        let whole = Amount::new(1e12);
        assert!(fraction(whole - Amount::new(1e-6), whole) < Some(1.0), "a part is less than the whole");
    }

    #[test]
    fn thousandths_round_half_up() {
        let thousandths = |part: f64, whole: f64| Amount::new(part).of(Amount::new(whole)).map(Ratio::thousandths);
        for (part, whole, expected) in [
            (20.0, 24.0, 833),
            (201.0, 400.0, 503),
            (0.7, 1.0, 700),
            (0.0, 7.0, 0),
            (1.0, 2_000_000.0, 0),
            (999_999.0, 1_000_000.0, 1000),
            (7.0, 7.0, 1000),
            (9.0, 7.0, 1286),
        ] {
            assert_eq!(thousandths(part, whole), Some(expected), "{part} of {whole}");
        }
        let vast = Amount::new(1e12);
        let nearly = Amount::from_millionths(vast.millionths() - 1).of(vast);
        assert_eq!(nearly.map(Ratio::thousandths), Some(1000), "the largest amounts do not overflow");
        assert_eq!(nearly.map(Ratio::is_whole), Some(false));
        let multiple = vast.of(Amount::from_millionths(1));
        assert_eq!(multiple.map(Ratio::thousandths), Some(i64::MAX), "and multiples stop at the largest number");
    }

    #[test]
    fn a_percent_is_a_share() {
        assert!((Ratio::from_percent(500.0 / 6.0).fraction() - 5.0 / 6.0).abs() < 1e-15);
        assert_eq!(Ratio::from_percent(80.0).thousandths(), 800);
    }
}
