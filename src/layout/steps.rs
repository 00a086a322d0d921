//! Which week stands where across the plot: for whoever points at one, and for the marker over it.

use super::slots::{Slot, count};

/// Shares of the plot's width, all as wide as each other, each with the first and last of its weeks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps(Vec<(usize, usize)>);

impl Steps {
    pub(super) fn new(slots: &[Slot]) -> Self {
        Self(slots.iter().map(|slot| (slot.first, slot.last)).collect())
    }

    /// How many weeks there are.
    #[must_use]
    pub fn weeks(&self) -> usize {
        self.0.last().map_or(0, |slot| slot.1 + 1)
    }

    /// The week, as an index, at a share of the way across, whatever number lies outside of 0 to 1. Weeks that are
    /// drawn as one share the room of the one.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the number of slots")]
    pub fn week_at(&self, share: f64) -> usize {
        let Some(last) = self.0.len().checked_sub(1) else { return 0 };
        let place = share.max(0.0) * count(self.0.len());
        let slot = (place as usize).min(last);
        let (first, end) = self.0[slot];
        let within = (place - count(slot)) * count(end + 1 - first);
        (first + within as usize).min(end)
    }

    /// Where the share with this week begins, and how wide it is, of the whole width.
    #[must_use]
    pub fn place(&self, week: usize) -> (f64, f64) {
        let slot = self.0.iter().position(|slot| week <= slot.1).unwrap_or(0);
        let width = 1.0 / count(self.0.len().max(1));
        (count(slot) * width, width)
    }
}

#[cfg(test)]
mod tests {
    use super::Steps;

    #[test]
    fn each_week_is_found_where_it_stands() {
        let steps = Steps(vec![(0, 0), (1, 1), (2, 2), (3, 3)]);
        assert_eq!(steps.weeks(), 4);
        for week in 0..4 {
            let (start, width) = steps.place(week);
            assert_eq!(steps.week_at(start + width / 2.0), week, "in the middle");
            assert_eq!(steps.week_at(start), week, "at its first pixel");
        }
        assert_eq!([-1.0, 1.0, 7.0, f64::NAN].map(|share| steps.week_at(share)), [0, 3, 3, 0], "outside");
        assert_eq!(Steps::default().week_at(0.5), 0);
    }

    #[test]
    fn weeks_that_are_drawn_as_one_share_its_room() {
        let steps = Steps(vec![(0, 2), (3, 5), (6, 6)]);
        assert_eq!(steps.weeks(), 7);
        assert_eq!(
            [0.01, 0.15, 0.3, 0.34, 0.5, 0.66, 0.7, 0.99].map(|share| steps.week_at(share)),
            [0, 1, 2, 3, 4, 5, 6, 6]
        );
        assert_eq!((steps.place(3), steps.place(5)), ((1.0 / 3.0, 1.0 / 3.0), (1.0 / 3.0, 1.0 / 3.0)));
    }
}
