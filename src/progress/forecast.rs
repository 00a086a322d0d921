//! A forecast of the weeks that the remainder takes if weeks go on as before: the exact distribution, without sampling.
//!
//! The chance that `t` weeks suffice is the chance that `t` draws from the history add up to the remainder. It follows
//! by convolving the history with itself. All weeks count alike: if the last ones were much slower, the forecast is too
//! hopeful, and [`Forecast::slowing`] gives the number of weeks at their pace.
//!
//! How often is a goal done within the weeks that have a chance of 85 %? The simulation draws weeks from a
//! Poisson distribution with a mean of 4, for a remainder of 12:
//!
//! | weeks in the history | all weeks worked | every fifth week nothing |
//! | --- | --- | --- |
//! | 4 | 85.5 % | 81.1 % |
//! | 8 | 88.8 % | 84.8 % |
//! | 20 | 91.4 % | 87.7 % |
//!
//! Rounding to whole weeks raises the chance above 85 %. `tests/forecast.rs` runs the simulation and checks the
//! table. A forecast from fewer than [`ROUGH_BELOW`] weeks is called
//! rough.

use crate::amount::Amount;
use crate::goal::{Attendance, Goal};
use crate::maths;

/// When the remainder may be done if weeks go on as before.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The number of weeks within which all is done with a chance of 50 %.
    pub p50: usize,
    /// The number of weeks within which all is done with a chance of 85 %.
    pub p85: usize,
    /// The numbers of the weeks in which both end. Breaks to come are skipped, and weeks may follow the listed ones.
    pub likely: [usize; 2],
    /// The chances that all is done within 1, 2, 3 … weeks, up to the target and to `p85`.
    pub chances: Vec<f64>,
    /// The number of finished weeks in the history.
    pub history: usize,
    /// The last week of the plan or the deadline, if it is still to come.
    pub target: Option<Target>,
    /// What the remainder takes at the pace of the last two weeks, if they were far slower than those before.
    pub slowing: Option<Slowing>,
}

/// The week by which all should be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The number of weeks of work until then.
    pub weeks: usize,
    /// Whether the target is the deadline rather than the end of the plan.
    pub is_deadline: bool,
}

/// The time that the remainder takes at the pace of the last two weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slowing {
    /// This number of weeks.
    Weeks(usize),
    /// No end: nothing was done in those two weeks.
    Stopped,
}

/// The least number of finished weeks for a forecast.
pub const FEWEST_WEEKS: usize = 4;
/// With fewer finished weeks than this, a forecast is rough.
pub const ROUGH_BELOW: usize = 8;
/// With fewer finished weeks than this, two slow weeks are no trend: they would occur in a third of all histories.
const TREND_FROM: usize = 6;
/// A forecast over more weeks than this, ten years, is of no use to a reader.
pub(super) const HORIZON: usize = 520;
/// The most cells of the grid. If exact amounts would need more, they are rounded to these.
const FINEST: usize = 4096;
const COARSEST: usize = 256;
/// The rounding error that remains of a chance of zero.
const DUST: f64 = 1e-12;
/// The number of multiplications that one forecast may take.
const BUDGET: f64 = 4e6;

impl Forecast {
    /// Whether the forecast rests on too few weeks, or reaches more than twice as far as they do.
    #[must_use]
    pub fn is_rough(&self) -> bool {
        self.history < ROUGH_BELOW || self.p85 > 2 * self.history
    }

    /// The chance that all is done within a number of weeks.
    #[must_use]
    pub fn chance(&self, weeks: usize) -> f64 {
        let within = weeks.checked_sub(1).and_then(|index| self.chances.get(index).or(self.chances.last()));
        within.copied().unwrap_or(0.0)
    }
}

/// The forecast for the remainder, from the work of the finished weeks.
#[must_use]
pub(super) fn forecast(goal: &Goal, remaining: Amount, history: &[Amount], target: Target) -> Option<Forecast> {
    const OFTEN: f64 = 0.85;
    if history.len() < FEWEST_WEEKS {
        return None;
    }
    let chances = chances(remaining, history, OFTEN, target.weeks)?;
    let within = |chance: f64| chances.iter().position(|reached| *reached >= chance).map(|index| index + 1);
    let (p50, p85) = (within(0.5)?, within(OFTEN)?);
    Some(Forecast {
        p50,
        p85,
        likely: [week_of_work(goal, p50), week_of_work(goal, p85)],
        history: history.len(),
        target: (target.weeks > 0).then_some(target),
        slowing: slowing(remaining, history),
        chances,
    })
}

/// The number of the week that is the `nth` week of work after the record. Breaks do not count.
fn week_of_work(goal: &Goal, nth: usize) -> usize {
    let mut left = nth;
    for (index, week) in goal.weeks.iter().enumerate().skip(goal.reached) {
        if week.attendance != Attendance::Skipped {
            left = left.saturating_sub(1);
            if left == 0 {
                return index + 1;
            }
        }
    }
    goal.weeks.len() + left
}

/// The chances that the remainder is done within 1, 2, 3 … weeks, until one reaches `enough`, and for `at_least` weeks.
///
/// `None` if nothing remains, nothing was ever done, or ten years are not enough.
#[must_use]
pub fn chances(remaining: Amount, history: &[Amount], enough: f64, at_least: usize) -> Option<Vec<f64>> {
    let total: Amount = history.iter().copied().sum();
    if remaining <= Amount::ZERO || total <= Amount::ZERO {
        return None;
    }
    let (cells, steps) = grid(remaining, total, &sorted(history));
    let weight = 1.0 / maths::as_f64(history.len());
    let mut open = vec![0.0; cells];
    open[0] = 1.0;
    let mut by_week: Vec<f64> = Vec::new();
    loop {
        let is_enough = by_week.last().is_some_and(|chance| *chance >= enough);
        if is_enough && by_week.len() >= at_least.min(HORIZON) {
            return Some(by_week);
        }
        if by_week.len() == HORIZON {
            return None;
        }
        let mut next = vec![0.0; cells];
        for &(step, times) in &steps {
            let share = times * weight;
            for (to, from) in next[step.min(cells)..].iter_mut().zip(&open) {
                *to += share * from;
            }
        }
        open = next;
        // More weeks never lower the chance. A rounding error in the sum may.
        let before = by_week.last().copied().unwrap_or(0.0);
        let chance = 1.0 - open.iter().sum::<f64>();
        by_week.push(if chance < DUST { before } else { chance.clamp(before, 1.0) });
    }
}

/// What the remainder takes at the pace of the last two weeks, if their median is at least 30 % below that of the weeks
/// before.
fn slowing(remaining: Amount, history: &[Amount]) -> Option<Slowing> {
    const GAP: i64 = 70;
    if history.len() < TREND_FROM {
        return None;
    }
    let (before, last) = history.split_at(history.len() - 2);
    let (before, last) = (median(before)?, median(last)?);
    if 100 * last.millionths() > GAP * before.millionths() {
        return None;
    }
    if !last.is_positive() {
        return Some(Slowing::Stopped);
    }
    let weeks = remaining.millionths().unsigned_abs().div_ceil(last.millionths().unsigned_abs());
    Some(Slowing::Weeks(usize::try_from(weeks).unwrap_or(HORIZON)))
}

/// The median of the amounts.
#[must_use]
pub fn median(amounts: &[Amount]) -> Option<Amount> {
    let sorted = sorted(amounts);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    if sorted.len() % 2 == 1 { Some(upper) } else { Some(sorted[middle - 1].midpoint(upper)) }
}

fn sorted(amounts: &[Amount]) -> Vec<Amount> {
    let mut sorted = amounts.to_vec();
    sorted.sort_unstable();
    sorted
}

/// The number of cells of the remainder, and the distinct amounts of the history in cells, with their counts.
fn grid(remaining: Amount, total: Amount, history: &[Amount]) -> (usize, Vec<(usize, f64)>) {
    let left = remaining.millionths();
    let unit = history.iter().fold(left, |unit, amount| greatest_common_divisor(unit, amount.millionths()));
    let expected_weeks = remaining.get() * maths::as_f64(history.len()) / total.get() + 1.0;
    let mut cells = usize::try_from(left / unit).map_or(FINEST, |exact| exact.min(FINEST));
    loop {
        let steps = distinct(history, remaining, cells);
        if cells <= COARSEST || maths::as_f64(cells) * maths::as_f64(steps.len()) * expected_weeks <= BUDGET {
            return (cells, steps);
        }
        cells /= 2;
    }
}

/// The amounts of a sorted history, to the nearest cell.
fn distinct(history: &[Amount], remaining: Amount, cells: usize) -> Vec<(usize, f64)> {
    let mut steps: Vec<(usize, f64)> = Vec::new();
    for amount in history {
        let share = amount.or_zero().min(remaining).get() / remaining.get();
        let step = maths::index((share * maths::as_f64(cells)).round());
        match steps.last_mut() {
            Some((last, times)) if *last == step => *times += 1.0,
            _ => steps.push((step, 1.0)),
        }
    }
    steps
}

fn greatest_common_divisor(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a, b);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::{Amount, Slowing, chances, median, slowing};

    fn amounts(values: &[f64]) -> Vec<Amount> {
        values.iter().copied().map(Amount::new).collect()
    }

    #[test]
    fn the_oracles_of_the_design_hold_to_the_last_digit() {
        let real = chances(Amount::new(4.0), &amounts(&[6.0, 6.0, 6.0, 2.0]), 0.999, 0);
        assert_eq!(real.as_deref(), Some([0.75, 1.0].as_slice()), "the real goal");

        let after_four = chances(Amount::new(8.0), &amounts(&[5.0, 4.0, 6.0, 1.0]), 0.98, 0).unwrap_or_default();
        assert_eq!(after_four[..3], [0.0, 0.5625, 0.890_625], "second goal, after week 4");
        assert!((after_four[3] - 0.980_468_75).abs() < 1e-12, "second goal, four weeks");

        let after_five = chances(Amount::new(4.0), &amounts(&[5.0, 4.0, 6.0, 1.0, 4.0]), 0.9, 0).unwrap_or_default();
        assert!((after_five[0] - 0.8).abs() < 1e-12 && (after_five[1] - 0.96).abs() < 1e-12, "{after_five:?}");
    }

    #[test]
    fn nothing_left_or_nothing_ever_done_has_no_forecast() {
        assert_eq!(chances(Amount::ZERO, &amounts(&[1.0; 4]), 0.85, 0), None);
        assert_eq!(chances(Amount::new(3.0), &amounts(&[0.0; 4]), 0.85, 0), None);
    }

    #[test]
    fn large_and_uneven_amounts_are_rounded_to_a_grid_that_keeps_the_answer() {
        let history: Vec<Amount> = (0..1040).map(|week| Amount::new(f64::from(week) * 1_234.567_891)).collect();
        let weeks = chances(Amount::new(6.4e7), &history, 0.5, 0).map_or(0, |chances| chances.len());
        assert!((98..=102).contains(&weeks), "the mean week does a hundredth of it: {weeks}");
        let vast = chances(Amount::new(1e11), &amounts(&[1e9, 999_999_999.123_456]), 0.85, 0);
        assert!(
            vast.is_some_and(|chances| (100..=101).contains(&chances.len())),
            "the largest amounts do not overflow"
        );
    }

    #[test]
    fn slowing_takes_six_weeks_and_a_gap_of_thirty_percent() {
        let at = |history: &[f64]| slowing(Amount::new(12.0), &amounts(history));
        assert_eq!(at(&[6.0, 6.0, 6.0, 2.0]), None, "four weeks are no trend");
        assert_eq!(at(&[6.0, 6.0, 6.0, 6.0, 2.0, 2.0]), Some(Slowing::Weeks(6)));
        assert_eq!(at(&[10.0, 10.0, 10.0, 10.0, 7.0, 7.0]), Some(Slowing::Weeks(2)), "exactly thirty percent");
        assert_eq!(at(&[10.0, 10.0, 10.0, 10.0, 7.5, 7.0]), None);
        assert_eq!(at(&[2.0, 2.0, 2.0, 2.0, 6.0, 6.0]), None);
        assert_eq!(at(&[6.0, 6.0, 6.0, 6.0, 0.0, 0.0]), Some(Slowing::Stopped));
    }

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(&amounts(&[1.0, 2.0, 4.0, 5.0])), Some(Amount::new(3.0)));
        assert_eq!(median(&[]), None);
    }
}
