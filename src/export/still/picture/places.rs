//! Places in the picture: whole hundredths of a percent, rounded as Liquid can round them.

use std::fmt;

use crate::amount::Amount;

/// The full width or height of the plot.
const WHOLE: i64 = 10_000;

/// A place or a length in hundredths of a percent, written as short as possible: `16.67%`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Percent(pub(super) i64);

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", Hundredths(self.0))
    }
}

/// A number in hundredths, not below 0: `16.67`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hundredths(pub(super) i64);

impl fmt::Display for Hundredths {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match (rest, rest % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole}.{}", rest / 10),
            _ => write!(f, "{whole}.{rest:02}"),
        }
    }
}

/// Where weeks stand across the plot.
pub(super) struct Across {
    /// The number of columns.
    pub(super) count: i64,
    /// Half the width of a column.
    half: i64,
    /// Whether the first week stands at the right.
    pub(super) is_mirrored: bool,
}

impl Across {
    pub(super) fn new(count: usize, is_mirrored: bool) -> Self {
        const CLOSE: i64 = 30;
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        let half = if count > CLOSE { 3750 / count } else { (2500 / count).min(500) };
        Self { count, half, is_mirrored }
    }

    fn index(index: usize) -> i64 {
        i64::try_from(index).unwrap_or(i64::MAX)
    }

    /// The distance from the left, for a distance from the edge at which the first week stands.
    pub(super) fn seen(&self, x: i64) -> i64 {
        if self.is_mirrored { WHOLE - x } else { x }
    }

    /// Where the week at `index` begins.
    pub(super) fn start(&self, index: usize) -> i64 {
        (2 * WHOLE * Self::index(index) + self.count) / (2 * self.count)
    }

    /// The middle of a column.
    pub(super) fn middle(&self, index: usize) -> i64 {
        (2 * WHOLE * Self::index(index) + WHOLE + self.count) / (2 * self.count)
    }

    /// The two edges of a column.
    pub(super) fn edges(&self, index: usize) -> (i64, i64) {
        let middle = self.middle(index);
        (middle - self.half, middle + self.half)
    }

    /// The width of a column.
    pub(super) fn width(&self) -> Percent {
        Percent(2 * self.half)
    }

    /// The left edge of a column, from the left of the plot.
    pub(super) fn left(&self, index: usize) -> Percent {
        Percent(self.seen(self.middle(index)) - self.half)
    }

    /// The ends of a tick that extends beyond a column on both sides.
    pub(super) fn tick(&self, index: usize) -> (Percent, Percent) {
        let (middle, reach) = (self.seen(self.middle(index)), self.half + self.half / 5);
        (Percent(middle - reach), Percent(middle + reach))
    }
}

/// The vertical scale.
pub(super) struct Up {
    max: Amount,
}

impl Up {
    /// A scale whose top is the highest of the amounts.
    pub(super) fn new(amounts: impl Iterator<Item = Amount>) -> Self {
        Self { max: amounts.max().filter(|max| max.is_positive()).unwrap_or(Amount::from_millionths(1)) }
    }

    /// The place of an amount, counted from the top.
    pub(super) fn y(&self, amount: Amount) -> i64 {
        WHOLE - amount.or_zero().of(self.max).map_or(0, |share| share.rounded(WHOLE))
    }
}

/// The approximate width of a text in characters of a monospace font: one for a letter, two for a syllable.
/// Liquid gets it from the length of the URL-encoded text.
pub(super) fn columns(text: &str) -> i64 {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || " _.-~".contains(character);
    let (mut characters, mut encoded) = (0, 0);
    for character in text.chars() {
        characters += 1;
        encoded += if is_plain(character) { 1 } else { 3 * character.len_utf8() };
    }
    let wide = (encoded - characters) / 8;
    i64::try_from(characters + wide).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Across, Amount, Percent, Up, columns};

    #[test]
    fn places_are_as_short_as_two_decimals_allow() {
        for (place, written) in [(0, "0%"), (2500, "25%"), (1667, "16.67%"), (1250, "12.5%"), (1205, "12.05%")] {
            assert_eq!(Percent(place).to_string(), written);
        }
    }

    #[test]
    fn weeks_share_the_plot() {
        let across = Across::new(3, false);
        assert_eq!([0, 1, 2].map(|index| across.middle(index)), [1667, 5000, 8333]);
        assert_eq!([1, 2].map(|index| across.start(index)), [3333, 6667]);
        assert_eq!(across.edges(1), (4500, 5500));
        let mirrored = Across::new(3, true);
        assert_eq!(mirrored.left(0), Percent(7833), "the first week stands at the right");
    }

    #[test]
    fn amounts_stand_on_the_baseline() {
        let up = Up::new([8, 3].into_iter().map(Amount::from_millionths));
        assert_eq!([0, 3, 8].map(|amount| up.y(Amount::from_millionths(amount))), [10_000, 6250, 0]);
        assert_eq!(Up::new(std::iter::empty()).y(Amount::ZERO), 10_000, "no amounts at all");
    }

    #[test]
    fn syllables_are_twice_as_wide() {
        for (text, wide) in [("", 0), ("Week 1", 6), ("1주차", 5), ("é", 1), ("a/b", 3)] {
            assert_eq!(columns(text), wide, "{text}");
        }
    }
}
