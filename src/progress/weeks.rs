//! The numbers of each week: load, carry-over and shares.

use crate::amount::{Amount, Ratio};
use crate::goal::{self, Attendance, Done, Goal, Work};

/// The numbers of one week. `None` is a quantity that is undefined or unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Week {
    /// What kind of week it is.
    pub status: Status,
    /// New plan; zero for a break.
    pub planned: Option<Amount>,
    /// Done.
    pub done: Option<Amount>,
    /// Dropped scope.
    pub dropped: Amount,
    /// Carried over from earlier weeks.
    pub carried_in: Option<Amount>,
    /// All work that was due: carried over and newly planned.
    pub load: Option<Amount>,
    /// Carried over to the next week.
    pub carried_out: Option<Amount>,
    /// Work done in earlier weeks beyond their plan, which counts for this week.
    pub ahead_in: Amount,
    /// The same at the end of the week: less what this week used up.
    pub ahead_out: Amount,
    /// The share of the load that is done.
    pub of_load: Option<Ratio>,
    /// The share of the week's own plan that is done.
    pub of_plan: Option<Ratio>,
    /// The load as a multiple of the week's own plan.
    pub jam: Option<Ratio>,
    /// The plan up to the end of this week.
    pub cumulative_planned: Option<Amount>,
    /// Work done up to the end of this week.
    pub cumulative_done: Option<Amount>,
    /// The share of the whole plan that is done by the end of this week.
    pub overall: Option<Ratio>,
}

/// The kind of a week. The first that applies, in the order skipped, absent, future, unknown, milestone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Over, and recorded.
    #[default]
    Recorded,
    /// A milestone without a plan of its own.
    Milestone,
    /// Over, and nothing recorded.
    Unknown,
    /// Still to come.
    Future,
    /// The author was away.
    Absent,
    /// An announced break.
    Skipped,
}

/// The numbers of each week, and the balance after the last week of the record. `scope` is the whole plan.
pub(super) fn weeks(goal: &Goal, scope: Amount) -> (Vec<Week>, Amount) {
    let mut balance = goal.carried;
    // The balance carried into a week to come. Known for the first such week, and later while the work is ahead.
    let mut coming = None;
    let mut plan_so_far = goal.carried;
    let mut done_so_far = Amount::ZERO;
    let mut weeks = Vec::with_capacity(goal.weeks.len());
    for (index, week) in goal.weeks.iter().enumerate() {
        let is_over = index < goal.reached;
        plan_so_far += week.scope();
        done_so_far += known_done(week).unwrap_or_default();
        let mut numbers = Week {
            status: status(week, is_over),
            cumulative_planned: is_counted(week).then_some(plan_so_far),
            ..Week::default()
        };
        match week.work {
            Work::Share(share) => numbers.of_plan = share,
            Work::Counted { planned, dropped, .. } => {
                if index == goal.reached {
                    coming = Some(balance);
                }
                let carried_in = if is_over { Some(balance) } else { coming };
                let load = carried_in.map(|balance| balance + planned - dropped);
                numbers.planned = Some(planned);
                numbers.dropped = dropped;
                numbers.carried_in = carried_in.map(Amount::or_zero);
                numbers.load = load.map(Amount::or_zero);
                numbers.jam = numbers.load.and_then(|load| load.of(planned));
                // Each week uses up some of the work ahead. What is behind is not known beyond the next week.
                coming = load.filter(|load| *load < Amount::ZERO);
                numbers.ahead_in = surplus(carried_in);
                numbers.ahead_out = surplus(if is_over { Some(balance) } else { coming });
                if let Some(done) = known_done(week).filter(|_| is_over) {
                    let load = numbers.load.unwrap_or_default();
                    balance = balance + planned - dropped - done;
                    numbers.done = Some(done);
                    numbers.carried_out = Some(balance.or_zero());
                    numbers.ahead_out = surplus(Some(balance));
                    numbers.of_load = done.min(load).of(load);
                    numbers.of_plan = done.of(planned);
                    numbers.cumulative_done = Some(done_so_far);
                    numbers.overall = done_so_far.of(scope);
                }
            }
        }
        weeks.push(numbers);
    }
    (weeks, balance)
}

/// Work done beyond the plan, from the balance.
fn surplus(balance: Option<Amount>) -> Amount {
    balance.map_or(Amount::ZERO, |balance| (Amount::ZERO - balance).or_zero())
}

fn status(week: &goal::Week, over: bool) -> Status {
    let no_plan = matches!(week.work, Work::Counted { planned: Amount::ZERO, .. });
    match week.attendance {
        Attendance::Skipped => Status::Skipped,
        Attendance::Absent => Status::Absent,
        Attendance::Present if !over => Status::Future,
        Attendance::Present if is_unknown(week) => Status::Unknown,
        Attendance::Present if week.milestone.is_some() && no_plan => Status::Milestone,
        Attendance::Present => Status::Recorded,
    }
}

/// Whether the week's amounts are known.
pub(super) fn is_counted(week: &goal::Week) -> bool {
    matches!(week.work, Work::Counted { .. })
}

/// The work done, where it is known or assumed.
pub(super) fn known_done(week: &goal::Week) -> Option<Amount> {
    match week.work {
        Work::Counted { done: Done::Known(done), .. } => Some(done),
        Work::Counted { done: Done::Assumed, .. } => Some(Amount::ZERO),
        _ => None,
    }
}

/// Whether the week is over and has no record. A break needs none.
pub(super) fn is_unknown(week: &goal::Week) -> bool {
    let unknown = matches!(week.work, Work::Counted { done: Done::Unknown, .. } | Work::Share(None));
    unknown && week.attendance != Attendance::Skipped
}

/// The work of a week that counts for the pace. Breaks and milestones without a plan do not.
pub(super) fn finished_work(week: &goal::Week) -> Option<Amount> {
    let planned = match week.work {
        Work::Counted { planned, .. } => planned,
        Work::Share(_) => return None,
    };
    let only_milestone = week.milestone.is_some() && planned == Amount::ZERO;
    if week.attendance == Attendance::Skipped || only_milestone { None } else { known_done(week) }
}
