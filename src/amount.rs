//! Amounts of work: whole millionths, so that sums and balances are exact.
//!
//! With binary floating point `0.1 + 0.2 - 0.3` leaves a remainder that is not there, and a remainder that is not
//! there would draw a jam that never was.

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

    /// The amount nearest to `value`; anything that is not a number is taken as nothing.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "the wire refuses what is over LARGEST, and `as` saturates")]
    pub fn new(value: f64) -> Self {
        Self((value * STEPS).round() as i64)
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

    /// The amount, or nothing where it is below zero.
    #[must_use]
    pub fn or_zero(self) -> Self {
        self.max(Self::ZERO)
    }

    /// `self / whole` as a fraction, which is not defined where there is no whole, and below 1 for a part of it.
    #[must_use]
    pub fn of(self, whole: Self) -> Option<f64> {
        let most = if self < whole { 1.0 - f64::EPSILON } else { f64::MAX };
        (whole > Self::ZERO).then(|| (self.get() / whole.get()).min(most))
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

#[cfg(test)]
mod tests {
    use super::Amount;

    #[test]
    fn sums_leave_no_dust() {
        let balance = Amount::new(0.1) + Amount::new(0.2) - Amount::new(0.3);
        assert_eq!(balance, Amount::ZERO);
    }

    #[test]
    fn a_ratio_is_the_plain_quotient() {
        assert_eq!(Amount::new(20.0).of(Amount::new(24.0)), Some(20.0 / 24.0));
        assert_eq!(Amount::new(1.0).of(Amount::ZERO), None);
        let whole = Amount::new(1e12);
        assert!((whole - Amount::new(1e-6)).of(whole) < Some(1.0), "a part is less than the whole");
    }
}
