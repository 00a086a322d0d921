//! The jam: work that slipped and was not caught up, since when, how deep, and whether it clears.

use serde::Serialize;

use crate::amount::Amount;
use crate::goal::{Attendance, Goal, Work};

use super::{Week, forecast};

/// What is piled up at the end of the record.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Jam {
    /// The first week of the present run of weeks that carry something over.
    pub since: u32,
    /// What is carried over now.
    pub depth: f64,
    /// The load of the last week that has a plan of its own, as a multiple of that plan.
    pub ratio: Option<f64>,
    /// Weeks until it clears at the usual pace; null where it does not.
    pub recovery: Option<u32>,
    /// Where it does not clear: how much more a week would clear it within the weeks that are left.
    pub extra: Option<f64>,
}

/// The jam at the end of the record, if there is one.
pub(super) fn jam(goal: &Goal, weeks: &[Week], depth: Amount, history: &[Amount], weeks_left: usize) -> Option<Jam> {
    if depth <= Amount::ZERO {
        return None;
    }
    let over = &weeks[..goal.reached];
    // A week without a record neither begins nor ends the run.
    let mut since = None;
    for week in over {
        match week.carried_out {
            Some(carried) if carried > 0.0 => since = since.or(Some(week.number)),
            Some(_) => since = None,
            None => {}
        }
    }
    let since = since.unwrap_or(1);
    let (recovery, extra) = recovery(goal, depth.get(), history, weeks_left);
    Some(Jam { since, depth: depth.get(), ratio: over.iter().rev().find_map(|week| week.jam), recovery, extra })
}

/// Weeks to clear at the median pace beside the plan still to come, or what more a week it would take.
fn recovery(goal: &Goal, depth: f64, history: &[Amount], weeks_left: usize) -> (Option<u32>, Option<f64>) {
    let Some(pace) = forecast::median(history) else { return (None, None) };
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
        return (Some(whole_weeks(depth / (pace - still_planned))), None);
    }
    let left = u32::try_from(weeks_left).unwrap_or(u32::MAX);
    (None, (left > 0).then(|| still_planned - pace + depth / f64::from(left)))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive, and `as` saturates")]
fn whole_weeks(weeks: f64) -> u32 {
    // A quotient that is whole but for its last bit is whole.
    (weeks - 1e-9).ceil() as u32
}
