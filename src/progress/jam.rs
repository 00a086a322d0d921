//! The jam: work that slipped and was not caught up. Since when, how deep, and whether it clears.

use crate::amount::{Amount, Ratio};
use crate::goal::{Attendance, Goal, Work};
use crate::maths;

use super::{Week, forecast};

/// What is piled up at the end of the record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Jam {
    /// The number of the first week, counted from 1, of the current run of weeks that carry something over.
    pub since: usize,
    /// What is carried over now.
    pub depth: Amount,
    /// The load of the last week that has a plan of its own, as a multiple of that plan.
    pub ratio: Option<Ratio>,
    /// Weeks until it clears at the usual pace; `None` where it does not.
    pub recovery: Option<usize>,
    /// Where it does not clear: how much more a week would clear it within the weeks that are left, in the goal's unit.
    pub extra: Option<f64>,
}

/// The jam at the end of the record, if there is one.
pub(super) fn jam(goal: &Goal, weeks: &[Week], depth: Amount, history: &[Amount], weeks_left: usize) -> Option<Jam> {
    if !depth.is_positive() {
        return None;
    }
    let record = &weeks[..goal.reached];
    // A week without a record neither begins nor ends the run.
    let mut since = None;
    for (index, week) in record.iter().enumerate() {
        match week.carried_out {
            Some(carried) if carried.is_positive() => since = since.or(Some(index + 1)),
            Some(_) => since = None,
            None => {}
        }
    }
    let (recovery, extra) = recovery(goal, depth.get(), history, weeks_left);
    let ratio = record.iter().rev().find_map(|week| week.jam);
    Some(Jam { since: since.unwrap_or(1), depth, ratio, recovery, extra })
}

/// Weeks to clear at the median pace beside the plan still to come, or what more a week it would take.
fn recovery(goal: &Goal, depth: f64, history: &[Amount], weeks_left: usize) -> (Option<usize>, Option<f64>) {
    let Some(pace) = forecast::median(history).map(Amount::get) else { return (None, None) };
    let (mut coming, mut weeks) = (0.0, 0.0);
    for week in &goal.weeks[goal.reached..] {
        if week.attendance != Attendance::Skipped
            && let Work::Counted { planned, .. } = week.work
        {
            coming += planned.get();
            weeks += 1.0;
        }
    }
    let still_planned = if weeks > 0.0 { coming / weeks } else { 0.0 };
    if pace > still_planned {
        // A quotient that is whole but for its last bit is whole.
        return (Some(maths::index((depth / (pace - still_planned) - 1e-9).ceil())), None);
    }
    (None, (weeks_left > 0).then(|| still_planned - pace + depth / maths::as_f64(weeks_left)))
}
