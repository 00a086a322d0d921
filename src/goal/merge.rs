//! Brings the three ways of writing plan and work together, and refuses what they say differently.

use crate::amount::Amount;
use crate::problem::{Expected, Found, Kind, Limit, Problem};
use crate::wire::{self, MOST_WEEKS};

use super::{Done, Work};

/// Percents that authors round by hand agree when they are this near.
const PERCENT_TOLERANCE: f64 = 0.05;

/// How many weeks there are, from whichever forms say so.
pub(super) fn week_count(wire: &wire::Goal, problems: &mut Vec<Problem>) -> Option<usize> {
    let weeks = wire.weeks.as_ref().map(Vec::len);
    let planned = wire.planned.as_ref().map(Vec::len);
    let done = wire.done.as_ref().map(Vec::len);
    let last_task = wire.tasks.iter().flatten().filter_map(|task| task.week.max(task.finished)).max();

    let Some(count) = weeks.or(planned).or(last_task) else {
        let (path, kind) = match done {
            Some(_) => ("planned", Kind::Missing("planned")),
            None => ("", Kind::NoWeeks),
        };
        problems.push(Problem::new(path, kind));
        return None;
    };
    if count == 0 {
        let path = if weeks.is_some() { "weeks" } else { "planned" };
        problems.push(Problem::new(path, Kind::NoWeeks));
    }
    if count > MOST_WEEKS {
        problems.push(Problem::new("tasks", Kind::TooMany { what: Limit::Weeks, limit: MOST_WEEKS, found: count }));
    }
    if let (Some(here), Some(there)) = (planned, weeks)
        && here != there
    {
        problems.push(Problem::new("planned", Kind::Lengths { other: "weeks", here, there }));
    }
    // A list of work done may stop at the last week that is over.
    if let Some(here) = done.filter(|done| *done > count) {
        let other = if weeks.is_some() { "weeks" } else { "planned" };
        problems.push(Problem::new("done", Kind::Lengths { other, here, there: count }));
    }
    for (index, task) in wire.tasks.iter().flatten().enumerate() {
        for (field, week) in [("week", task.week), ("finished", task.finished)] {
            if let Some(week) = week.filter(|week| *week > count) {
                let kind = Kind::NoSuchWeek { week, weeks: count };
                problems.push(Problem::new(format!("tasks[{index}].{field}"), kind));
            }
        }
        if task.finished.is_some() && task.done.unwrap_or(0.0) <= 0.0 {
            problems.push(Problem::new(format!("tasks[{index}].finished"), Kind::FinishedNotDone));
        }
    }
    problems.is_empty().then_some(count)
}

/// What each form says of each week.
pub(super) struct Sources {
    planned: Vec<Option<f64>>,
    done: Vec<Option<wire::Done>>,
    tasks: Option<Vec<Ticked>>,
    /// No form names any amount, only percents.
    only_shares: bool,
}

/// The tasks of one week, summed.
#[derive(Clone, Copy, Default)]
struct Ticked {
    planned: Amount,
    done: Amount,
}

/// A value and the place that says so.
type Said = (Amount, String);

impl Sources {
    pub(super) fn new(wire: &wire::Goal, count: usize) -> Self {
        let tasks = wire.tasks.as_ref().filter(|tasks| !tasks.is_empty()).map(|tasks| {
            let mut sums = vec![Ticked::default(); count];
            for task in tasks {
                // `week_count` has refused tasks that point outside.
                let Some(week) = task.week else { continue };
                sums[week - 1].planned += Amount::new(1.0);
                sums[task.finished.unwrap_or(week) - 1].done += Amount::new(task.done.unwrap_or(0.0));
            }
            sums
        });
        let weeks = || wire.weeks.iter().flatten();
        let mut dones = weeks().filter_map(|week| week.done).chain(wire.done.iter().flatten().copied().flatten());
        let only_shares = tasks.is_none()
            && wire.planned.is_none()
            && wire.carried.is_none()
            && weeks().all(|week| week.planned.is_none() && week.dropped.is_none())
            && dones.clone().all(|done| matches!(done, wire::Done::Percent(_)))
            && (dones.next().is_some() || weeks().any(|week| week.percent.is_some()));
        Self {
            planned: wire.planned.clone().unwrap_or_default(),
            done: wire.done.clone().unwrap_or_default(),
            tasks,
            only_shares,
        }
    }

    /// Whether plan and work are counted from a checklist.
    pub(super) fn is_checklist(&self) -> bool {
        self.tasks.is_some()
    }

    /// What all forms together say of one week.
    pub(super) fn work(&self, index: usize, week: &wire::Week, problems: &mut Vec<Problem>) -> Work {
        let at = |field: &str| format!("weeks[{index}].{field}");
        let in_list = |list: &str| format!("{list}[{index}]");
        let ticked = self.tasks.as_ref().map(|sums| sums[index]);
        let listed = self.done.get(index).copied().flatten();
        let dones = [week.done.map(|done| (done, at("done"))), listed.map(|done| (done, in_list("done")))];

        let mut plans: Vec<Said> = Vec::new();
        plans.extend(week.planned.map(|planned| (Amount::new(planned), at("planned"))));
        plans.extend(self.planned.get(index).copied().flatten().map(|plan| (Amount::new(plan), in_list("planned"))));
        plans.extend(ticked.map(|sum| (sum.planned, format!("tasks (week {})", index + 1))));
        plans.extend(dones.iter().flatten().filter_map(|(done, path)| match done {
            wire::Done::Fraction { done, of } => Some((Amount::new(*of), format!("{path} ({done}/{of})"))),
            _ => None,
        }));
        let planned = agreed(plans, problems);

        let mut works: Vec<Said> = Vec::new();
        let mut percents: Vec<(f64, String)> = Vec::new();
        for (done, path) in dones.into_iter().flatten() {
            match done {
                wire::Done::Amount(done) | wire::Done::Fraction { done, .. } => works.push((Amount::new(done), path)),
                wire::Done::Percent(percent) => percents.push((percent, path)),
            }
        }
        works.extend(ticked.map(|sum| (sum.done, format!("tasks (week {})", index + 1))));
        percents.extend(week.percent.map(|percent| (percent, at("percent"))));
        let done = agreed(works, problems);

        let dropped = Amount::new(week.dropped.unwrap_or(0.0));
        let percent = agreed_percent(percents, problems);
        let counted =
            |done| Work::Counted { planned: planned.clone().map_or(Amount::ZERO, |said| said.0), dropped, done };
        match (percent, done, &planned) {
            (None, None, _) if self.only_shares => Work::Share(None),
            (None, None, _) => counted(Done::Future),
            (None, Some((done, _)), _) => counted(Done::Known(done)),
            (Some((percent, path)), Some((done, other)), Some((plan, _))) if *plan > Amount::ZERO => {
                let implied = 100.0 * done.get() / plan.get();
                if (implied - percent).abs() > PERCENT_TOLERANCE {
                    let there = format!("{}/{}", done.get(), plan.get());
                    problems.push(contradiction(path, percent_text(percent), other, there));
                }
                counted(Done::Known(done))
            }
            (Some((percent, _)), None, Some((plan, _))) if *plan > Amount::ZERO => {
                counted(Done::Known(Amount::new(plan.get() * percent / 100.0)))
            }
            // A percent of a plan that other places show to be an amount, but which this week does not have.
            (Some((_, path)), _, _) if !self.only_shares => {
                problems.push(Problem::new(path, Kind::NothingToShare));
                counted(Done::Future)
            }
            (Some((percent, path)), _, _) => {
                if percent > 100.0 {
                    let found = Found::Scalar(percent_text(percent));
                    problems.push(Problem::new(path, Kind::Expected { expected: Expected::Percent, found }));
                }
                Work::Share(Some(percent / 100.0))
            }
        }
    }
}

/// The value on which all places agree; the first, where they do not.
fn agreed(said: Vec<Said>, problems: &mut Vec<Problem>) -> Option<Said> {
    let mut said = said.into_iter();
    let first = said.next()?;
    for (value, path) in said.filter(|(value, _)| *value != first.0) {
        problems.push(contradiction(first.1.clone(), first.0.get().to_string(), path, value.get().to_string()));
    }
    Some(first)
}

fn agreed_percent(said: Vec<(f64, String)>, problems: &mut Vec<Problem>) -> Option<(f64, String)> {
    let mut said = said.into_iter();
    let first = said.next()?;
    for (value, path) in said.filter(|(value, _)| (value - first.0).abs() > PERCENT_TOLERANCE) {
        problems.push(contradiction(first.1.clone(), percent_text(first.0), path, percent_text(value)));
    }
    Some(first)
}

/// A percent to at most two decimals: `5/6` is one too.
fn percent_text(percent: f64) -> String {
    format!("{}%", (percent * 100.0).round() / 100.0)
}

#[cold]
fn contradiction(path: String, here: String, other: String, there: String) -> Problem {
    Problem::new(path, Kind::Contradiction { other, here, there })
}
