//! The jam: work that slipped and was not caught up. It has a start, a depth, and an estimated end.

use crate::amount::{Amount, Ratio};
use crate::goal::{Attendance, Goal};

use super::Week;
use super::forecast::HORIZON;

/// The backlog at the end of the record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Jam {
    /// The number of the first week, counted from 1, of the current run of weeks that carry something over; 0 where the
    /// run began before the first week.
    pub since: usize,
    /// The work that is carried over now.
    pub depth: Amount,
    /// The load of the last week with a plan of its own, as a multiple of that plan.
    pub ratio: Option<Ratio>,
    /// When the jam clears at the usual pace; `None` before the first finished week.
    pub recovery: Option<Recovery>,
    /// How much more than the usual pace each week needs to clear the jam by the plan's end. `None`
    /// if that is zero, or if no week of the plan is left.
    pub extra: Option<Amount>,
}

/// When a jam clears at the usual pace, the median of the finished weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// In this week, counted from 1, which may follow the last planned week. `weeks` is the number of
    /// weeks of work until then.
    In {
        /// The number of the week.
        week: usize,
        /// The weeks of work until then.
        weeks: usize,
    },
    /// In more than ten years.
    Late,
    /// Not at all: the usual pace is 0.
    Never,
}

/// The jam at the end of the record, if there is one.
pub(super) fn jam(goal: &Goal, weeks: &[Week], balance: Amount, pace: Option<Amount>) -> Option<Jam> {
    if !balance.is_positive() {
        return None;
    }
    let record = &weeks[..goal.reached];
    Some(Jam {
        since: since(goal, record),
        depth: balance,
        ratio: record.iter().rev().find_map(|week| week.jam),
        recovery: pace.map(|pace| recovery(goal, balance, pace)),
        extra: pace.and_then(|pace| extra(goal, balance, pace)),
    })
}

/// The number of the week in which the current run began. A week without a record neither begins nor ends a run.
fn since(goal: &Goal, record: &[Week]) -> usize {
    let mut since = goal.carried.is_positive().then_some(0);
    for (index, week) in record.iter().enumerate() {
        match week.carried_out {
            Some(carried) if carried.is_positive() => since = since.or(Some(index + 1)),
            Some(_) => since = None,
            None => {}
        }
    }
    since.unwrap_or(0)
}

/// Applies the pace to the planned weeks, and then to weeks without a plan, until nothing is carried over.
fn recovery(goal: &Goal, balance: Amount, pace: Amount) -> Recovery {
    if !pace.is_positive() {
        return Recovery::Never;
    }
    let (mut balance, mut week, mut weeks) = (balance, goal.reached, 0);
    while balance.is_positive() {
        if weeks == HORIZON {
            return Recovery::Late;
        }
        let planned = goal.weeks.get(week);
        balance += planned.map_or(Amount::ZERO, crate::goal::Week::scope);
        if planned.is_none_or(|week| week.attendance != Attendance::Skipped) {
            balance = balance - pace;
            weeks += 1;
        }
        week += 1;
    }
    Recovery::In { week, weeks }
}

/// How much more than the pace each week needs so that nothing is left at the plan's end.
fn extra(goal: &Goal, balance: Amount, pace: Amount) -> Option<Amount> {
    let coming = &goal.weeks[goal.reached..];
    let weeks = coming.iter().filter(|week| week.attendance != Attendance::Skipped).count();
    let left = balance + coming.iter().map(crate::goal::Week::scope).sum();
    let each = left.shared(weeks)? - pace;
    each.is_positive().then_some(each)
}
