//! The time until the deadline, in days from the end of the record. There is no clock: "today" is the end of the
//! last finished week.

use crate::date::Date;
use crate::goal::Goal;

/// The length in days of a round whose successor has no date.
const ROUND: i32 = 7;

/// The time from the end of the record to the deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeLeft {
    /// The number of days, including the deadline.
    Days(usize),
    /// The record reaches the deadline or goes beyond it.
    Passed,
    /// No week has a date to count from.
    Unknown,
}

/// The time that is left until the deadline; `None` if the goal has none.
pub(super) fn time_left(goal: &Goal) -> Option<TimeLeft> {
    let deadline = goal.deadline?.day_number();
    let Some(end) = end_of_record(goal) else { return Some(TimeLeft::Unknown) };
    Some(match usize::try_from(deadline - end) {
        Ok(days) if days > 0 => TimeLeft::Days(days),
        _ => TimeLeft::Passed,
    })
}

/// The last day of the record, as a day number. Before the first week, it is the day before that week.
fn end_of_record(goal: &Goal) -> Option<i32> {
    let day = |index: usize| goal.weeks.get(index)?.date.map(Date::day_number);
    if let Some(next) = day(goal.reached).filter(|next| is_in_order(goal, *next)) {
        return Some(next - 1);
    }
    let last = goal.weeks[..goal.reached].iter().rposition(|week| week.date.is_some())?;
    let rounds = i32::try_from(goal.reached - last).ok()?;
    Some(day(last)? + ROUND * rounds - 1)
}

/// Whether a week begins after every dated week of the record.
fn is_in_order(goal: &Goal, day: i32) -> bool {
    goal.weeks[..goal.reached].iter().all(|week| week.date.is_none_or(|date| date.day_number() < day))
}
