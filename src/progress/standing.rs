//! The verdict: how the work compares with the plan. The picture and all sentences use the same one.

use crate::amount::Amount;
use crate::goal::{self, Attendance, Goal};

use super::Week;
use super::weeks;

/// How the work compares with the plan at the end of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is recorded yet.
    NotBegun,
    /// Only percents are known.
    Unmeasured,
    /// Nothing remains of the whole plan. `early` is the number of planned weeks that were still to come then.
    Complete {
        /// Planned weeks that were not needed.
        early: usize,
    },
    /// Behind the plan. `least` and `most` differ by the plans of weeks without a record.
    Behind {
        /// If everything planned for weeks without a record was done.
        least: Amount,
        /// If nothing planned for them was done.
        most: Amount,
    },
    /// Ahead of the plan, at least by this amount.
    Ahead(Amount),
    /// On the plan after having been behind.
    CaughtUp {
        /// The number of the week, counted from 1, after which nothing was carried over.
        week: usize,
        /// The number of weeks before it that carried something over.
        weeks: usize,
    },
    /// On the plan.
    OnPlan,
}

/// The verdict. `left` is the remainder of the whole plan. `balance` is the work behind plan if all planned work of
/// weeks without a record was done.
pub(super) fn standing(goal: &Goal, weeks: &[Week], left: Amount, balance: Amount) -> Standing {
    if !goal.weeks.iter().any(weeks::is_counted) {
        return Standing::Unmeasured;
    }
    let record = &goal.weeks[..goal.reached];
    if record.is_empty() {
        return Standing::NotBegun;
    }
    let unknown: Amount = record.iter().filter(|week| weeks::is_unknown(week)).map(goal::Week::scope).sum();
    let (least, most) = (balance, balance + unknown.or_zero());
    if !left.is_positive() {
        Standing::Complete { early: weeks_early(goal, weeks) }
    } else if most.is_positive() {
        Standing::Behind { least: least.or_zero(), most }
    } else if most < Amount::ZERO {
        Standing::Ahead(Amount::ZERO - most)
    } else {
        caught_up(weeks).unwrap_or(Standing::OnPlan)
    }
}

/// The number of weeks with a plan after the one in which the whole plan was done.
fn weeks_early(goal: &Goal, weeks: &[Week]) -> usize {
    let whole = weeks.last().and_then(|week| week.cumulative_planned);
    let finished = weeks.iter().position(|week| week.cumulative_done.is_some() && week.cumulative_done >= whole);
    let rest = finished.map_or(&[][..], |finished| &goal.weeks[finished + 1..]);
    rest.iter().filter(|week| week.attendance != Attendance::Skipped && week.plan().is_positive()).count()
}

/// The week in which the last run of weeks that carried something over ended.
fn caught_up(weeks: &[Week]) -> Option<Standing> {
    let carries = |week: &Week| week.carried_out.map(Amount::is_positive);
    let last = weeks.iter().rposition(|week| carries(week) == Some(true))?;
    let end = last + 1 + weeks[last + 1..].iter().position(|week| carries(week) == Some(false))?;
    let run = weeks[..=last].iter().rev().take_while(|week| carries(week) != Some(false)).count();
    Some(Standing::CaughtUp { week: end + 1, weeks: run })
}
