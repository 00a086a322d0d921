//! The numbers of a goal: what was carried over, how much is done, where it jammed, and when it may end.
//!
//! The canvas, the table, the event, Node and SVG all read these numbers, so they cannot disagree. With the new plan
//! `p`, the work done `d` and the scope dropped `x` of each week, the balance is `S = S₋₁ + p − x − d`. The carry-over
//! to the next week is `max(0, S)`, and the load is `max(0, S₋₁ + p − x)`. A week without a record keeps the balance,
//! because unknown is not zero.

mod deadline;
pub mod forecast;
mod jam;
mod standing;
mod weeks;

use crate::amount::{Amount, Ratio};
use crate::diagnostic::{Diagnostic, Kind};
use crate::goal::{self, Attendance, Goal};
use crate::maths::as_f64;

pub use deadline::TimeLeft;
pub use forecast::{FEWEST_WEEKS, Forecast, Slowing, Target};
pub use jam::{Jam, Recovery};
pub use standing::Standing;
pub use weeks::{Status, Week};

/// How far a stated percent may differ from the computed one, in percentage points: authors round by hand.
const STATED_TOLERANCE: f64 = 0.05;

/// All numbers of a goal. `None` is a quantity that is undefined or unknown.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// The goal itself, with its texts and dates.
    pub goal: Goal,
    /// The share of the whole plan that is done.
    pub overall: Option<Ratio>,
    /// The share that the author states, if it differs from `overall` or replaces it.
    pub stated: Option<Ratio>,
    /// The share of the plan up to the end of the record that is done.
    pub to_date: Option<Ratio>,
    /// The share of the whole plan that was due by the end of the record: the gauge's tick.
    pub expected: Option<Ratio>,
    /// The remainder of the whole plan. `None`, like the next two, if only percents are known.
    pub remaining: Option<Amount>,
    /// The whole plan: carried at the start, plus planned, less dropped.
    pub planned: Option<Amount>,
    /// Work done in all.
    pub done: Option<Amount>,
    /// Work done beyond the whole plan.
    pub beyond: Amount,
    /// The number of weeks in the record that have no entry. Their plan counts; their work does not.
    pub unrecorded: usize,
    /// Work done by the end of the record beyond the plan up to then.
    pub ahead: Amount,
    /// Whole weeks by which the work is ahead of the plan; negative if it is behind.
    pub buffer: Option<i32>,
    /// The median of the work done in the finished weeks.
    pub pace: Option<Amount>,
    /// The work that each remaining week needs, in the goal's unit.
    pub needed: Option<f64>,
    /// The time from the end of the record to the deadline, if there is one.
    pub time_left: Option<TimeLeft>,
    /// The number of remaining weeks of work, up to the deadline or else to the end of the list. Breaks do not count.
    pub weeks_left: usize,
    /// The numbers of each week, in the order of the goal's weeks.
    pub weeks: Vec<Week>,
    /// The verdict: ahead, behind, on plan and so on.
    pub standing: Standing,
    /// The work that is piled up at the end of the record.
    pub jam: Option<Jam>,
    /// When the remainder may be done.
    pub forecast: Option<Forecast>,
    /// Warnings about doubtful data.
    pub warnings: Vec<Diagnostic>,
}

/// Computes all numbers of a goal.
#[must_use]
pub fn progress(mut goal: Goal) -> Progress {
    let mut warnings = std::mem::take(&mut goal.warnings);
    let record = &goal.weeks[..goal.reached];
    let scope = goal.carried + goal.weeks.iter().map(goal::Week::scope).sum();
    let due = goal.carried + record.iter().map(goal::Week::scope).sum();
    let done: Amount = record.iter().filter_map(weeks::known_done).sum();

    let (weeks, balance) = weeks::weeks(&goal, scope);
    let unrecorded = record.iter().filter(|week| weeks::is_unknown(week)).count();
    if unrecorded > 0 {
        warnings.push(Diagnostic::new("weeks", Kind::Unrecorded { weeks: unrecorded }));
    }
    let overall = done.of(scope);
    let stated = stated(&goal, overall, &mut warnings);
    let remaining = (scope - done).or_zero();
    let history: Vec<Amount> = record.iter().filter_map(weeks::finished_work).collect();
    let pace = forecast::median(&history);
    let time_left = deadline::time_left(&goal);
    let weeks_left = weeks_left(&goal, time_left);
    let target = Target { weeks: weeks_left, is_deadline: matches!(time_left, Some(TimeLeft::Days(_))) };
    let counted = |amount: Amount| goal.weeks.iter().any(weeks::is_counted).then_some(amount);

    Progress {
        overall,
        stated,
        to_date: done.of(due),
        expected: due.of(scope),
        remaining: counted(remaining),
        planned: counted(scope),
        done: counted(done),
        beyond: (done - scope).or_zero(),
        unrecorded,
        ahead: (Amount::ZERO - balance).or_zero(),
        buffer: buffer(&goal, &weeks, done),
        pace,
        needed: counted(remaining).filter(|_| weeks_left > 0).map(|left| left.get() / as_f64(weeks_left)),
        time_left,
        weeks_left,
        standing: standing::standing(&goal, &weeks, scope - done, balance),
        jam: jam::jam(&goal, &weeks, balance, pace),
        forecast: forecast::forecast(&goal, remaining, &history, target),
        weeks,
        warnings,
        goal,
    }
}

/// The author's own percent, if it says more than the record.
fn stated(goal: &Goal, overall: Option<Ratio>, warnings: &mut Vec<Diagnostic>) -> Option<Ratio> {
    let stated = goal.stated?;
    let share = Ratio::from_percent(stated);
    let Some(computed) = overall else { return Some(share) };
    if (stated - 100.0 * computed.fraction()).abs() <= STATED_TOLERANCE {
        return None;
    }
    warnings.push(Diagnostic::new("stated", Kind::StatedDiffers { stated: Amount::new(stated), computed }));
    Some(share)
}

/// The number of weeks in which work can still be done: up to the deadline, or else to the end of the list. Breaks
/// take time but bring no work.
fn weeks_left(goal: &Goal, time_left: Option<TimeLeft>) -> usize {
    let coming = &goal.weeks[goal.reached..];
    let breaks = |weeks: &[goal::Week]| weeks.iter().filter(|week| week.attendance == Attendance::Skipped).count();
    match time_left {
        Some(TimeLeft::Days(days)) => {
            // Rounded to the nearest week.
            let weeks = (days + 3) / 7;
            weeks - breaks(&coming[..weeks.min(coming.len())])
        }
        Some(TimeLeft::Passed) => 0,
        Some(TimeLeft::Unknown) | None => coming.len() - breaks(coming),
    }
}

/// How many weeks earlier or later the plan would require exactly the work that is done.
fn buffer(goal: &Goal, weeks: &[Week], done: Amount) -> Option<i32> {
    if goal.reached == 0 || weeks.last().is_none_or(|week| week.cumulative_planned <= Some(Amount::ZERO)) {
        return None;
    }
    let met = weeks.iter().rposition(|week| week.cumulative_planned <= Some(done)).map_or(0, |index| index + 1);
    Some(i32::try_from(met).ok()? - i32::try_from(goal.reached).ok()?)
}
