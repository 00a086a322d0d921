//! A band scale: maps weeks to places across the plot. It finds the week under a pointer and places its marker.

use crate::geometry::Span;
use crate::maths::{as_f64, index};

use super::bins::Bin;

/// Bands of equal width across the plot, each with its first and last week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BandScale(Vec<(usize, usize)>);

impl BandScale {
    pub(super) fn new(bins: &[Bin]) -> Self {
        Self(bins.iter().map(|bin| (bin.first, bin.last)).collect())
    }

    /// The number of weeks.
    #[must_use]
    pub fn weeks(&self) -> usize {
        self.0.last().map_or(0, |band| band.1 + 1)
    }

    /// The index of the week at a share of the way across. Shares outside of 0 to 1 give the first or the last week.
    /// Weeks that are drawn as one column divide its width between them.
    #[must_use]
    pub fn week_at(&self, share: f64) -> usize {
        let Some(last) = self.0.len().checked_sub(1) else { return 0 };
        let place = share.max(0.0) * as_f64(self.0.len());
        let band = index(place).min(last);
        let (first, end) = self.0[band];
        let within = (place - as_f64(band)) * as_f64(end + 1 - first);
        (first + index(within)).min(end)
    }

    /// The band of a week, in shares of the plot's width.
    #[must_use]
    pub fn band(&self, week: usize) -> Span {
        let band = self.0.iter().position(|band| week <= band.1).unwrap_or(0);
        let width = 1.0 / as_f64(self.0.len().max(1));
        Span::new(as_f64(band) * width, as_f64(band) * width + width)
    }
}

#[cfg(test)]
mod tests {
    use super::BandScale;

    #[test]
    fn each_week_is_found_where_it_stands() {
        let scale = BandScale(vec![(0, 0), (1, 1), (2, 2), (3, 3)]);
        assert_eq!(scale.weeks(), 4);
        for week in 0..4 {
            let band = scale.band(week);
            assert_eq!(scale.week_at(band.middle()), week, "in the middle");
            assert_eq!(scale.week_at(band.start), week, "at its first pixel");
        }
        assert_eq!([-1.0, 1.0, 7.0, f64::NAN].map(|share| scale.week_at(share)), [0, 3, 3, 0], "outside");
        assert_eq!(BandScale::default().week_at(0.5), 0);
    }

    #[test]
    fn weeks_that_are_drawn_as_one_share_its_room() {
        let scale = BandScale(vec![(0, 2), (3, 5), (6, 6)]);
        assert_eq!(scale.weeks(), 7);
        assert_eq!(
            [0.01, 0.15, 0.3, 0.34, 0.5, 0.66, 0.7, 0.99].map(|share| scale.week_at(share)),
            [0, 1, 2, 3, 4, 5, 6, 6]
        );
        assert_eq!(scale.band(3), scale.band(5));
        assert_eq!(scale.band(3).start, 1.0 / 3.0);
    }
}
