//! Brings the three ways of writing plan and work together, and refuses contradictions between them.

use crate::amount::{Amount, Ratio};
use crate::diagnostic::{Diagnostic, Expected, Found, Kind, Limit};
use crate::maths::as_f64;
use crate::wire::{self, MOST_WEEKS};

use super::{Done, Work};

/// Two percents agree when they differ by at most this: authors round by hand.
const PERCENT_TOLERANCE: f64 = 0.05;

/// The number of weeks, from the forms that give it.
pub(super) fn week_count(wire: &wire::Goal, problems: &mut Vec<Diagnostic>) -> Option<usize> {
    let weeks = wire.weeks.as_ref().map(Vec::len);
    let planned = wire.planned.as_ref().map(Vec::len);
    let done = wire.done.as_ref().map(Vec::len);
    let tasks = wire.tasks.as_deref().unwrap_or_default();
    let last_task = tasks.iter().filter_map(|task| task.week.max(task.finished)).max();

    let Some(count) = weeks.or(planned).or(last_task) else {
        let (path, kind) = match done {
            Some(_) => ("planned", Kind::Missing("planned")),
            None => ("", Kind::NoWeeks),
        };
        problems.push(Diagnostic::new(path, kind));
        return None;
    };
    if count == 0 {
        let path = if weeks.is_some() { "weeks" } else { "planned" };
        problems.push(Diagnostic::new(path, Kind::NoWeeks));
    }
    if count > MOST_WEEKS {
        problems.push(Diagnostic::new("tasks", Kind::TooMany { what: Limit::Weeks, limit: MOST_WEEKS, found: count }));
    }
    if let (Some(here), Some(there)) = (planned, weeks)
        && here != there
    {
        problems.push(Diagnostic::new("planned", Kind::Lengths { other: "weeks", here, there }));
    }
    // A list of work done may end with the last finished week.
    if let Some(here) = done.filter(|done| *done > count) {
        let other = if weeks.is_some() { "weeks" } else { "planned" };
        problems.push(Diagnostic::new("done", Kind::Lengths { other, here, there: count }));
    }
    for (index, task) in tasks.iter().enumerate() {
        for (field, week) in [("week", task.week), ("finished", task.finished)] {
            if let Some(week) = week.filter(|week| *week > count) {
                let kind = Kind::NoSuchWeek { week, weeks: count };
                problems.push(Diagnostic::new(format!("tasks[{index}].{field}"), kind));
            }
        }
        if task.finished.is_some() && task.done.unwrap_or(0.0) <= 0.0 {
            problems.push(Diagnostic::new(format!("tasks[{index}].finished"), Kind::FinishedNotDone));
        }
    }
    problems.is_empty().then_some(count)
}

/// The values that each form gives for each week.
pub(super) struct Sources {
    planned: Vec<Option<f64>>,
    done: Vec<Option<wire::Done>>,
    tasks: Option<Vec<Tasks>>,
    /// Whether the goal has percents and no amounts.
    only_shares: bool,
}

/// Counts of the tasks of one week.
#[derive(Clone, Copy, Default)]
pub(super) struct Tasks {
    /// Planned for the week.
    pub all: usize,
    /// Planned for the week, and by now done or begun.
    pub ticked: usize,
    /// The work finished in the week. Kept unrounded: thirds of a task add up exactly only before they are rounded.
    finished: f64,
}

/// Values, each with its place in the data.
type Said = Vec<(f64, String)>;

impl Sources {
    pub(super) fn new(wire: &wire::Goal, count: usize) -> Self {
        let tasks = wire.tasks.as_ref().filter(|tasks| !tasks.is_empty()).map(|tasks| {
            let mut sums = vec![Tasks::default(); count];
            for task in tasks {
                // `week_count` has already refused tasks of weeks that do not exist.
                let Some(week) = task.week else { continue };
                let done = task.done.unwrap_or(0.0);
                sums[week - 1].all += 1;
                sums[week - 1].ticked += usize::from(done > 0.0);
                sums[task.finished.unwrap_or(week) - 1].finished += done;
            }
            sums
        });
        let done = wire.done.clone().unwrap_or_default();
        let (mut amounts, mut percents) = (tasks.is_some() || wire.planned.is_some() || wire.carried.is_some(), false);
        let mut tell = |done: Option<wire::Done>| match done {
            Some(wire::Done::Percent(_)) => percents = true,
            Some(_) => amounts = true,
            None => {}
        };
        for week in wire.weeks.as_deref().unwrap_or_default() {
            tell(week.done);
            tell(week.percent.map(wire::Done::Percent));
            tell(week.planned.or(week.dropped).map(wire::Done::Amount));
        }
        for done in &done {
            tell(*done);
        }
        let only_shares = percents && !amounts;
        Self { planned: wire.planned.clone().unwrap_or_default(), done, tasks, only_shares }
    }

    /// Whether plan and work are counted from a checklist.
    pub(super) fn is_checklist(&self) -> bool {
        self.tasks.is_some()
    }

    /// The tasks of one week; zero if the goal is no checklist.
    pub(super) fn tasks(&self, index: usize) -> Tasks {
        self.tasks.as_ref().map_or_else(Tasks::default, |tasks| tasks[index])
    }

    /// The work of one week, from all forms.
    pub(super) fn work(&self, index: usize, week: &wire::Week, problems: &mut Vec<Diagnostic>) -> Work {
        let at = |field: &str| format!("weeks[{index}].{field}");
        let in_list = |list: &str| format!("{list}[{index}]");
        let (mut plans, mut works, mut percents) = (Said::new(), Said::new(), Said::new());

        if let Some(planned) = week.planned {
            plans.push((planned, at("planned")));
        }
        if let Some(Some(planned)) = self.planned.get(index) {
            plans.push((*planned, in_list("planned")));
        }
        let ticked = self.tasks.as_ref().map(|sums| (sums[index], format!("tasks (week {})", index + 1)));
        if let Some((sum, path)) = &ticked {
            plans.push((as_f64(sum.all), path.clone()));
        }
        let listed = self.done.get(index).copied().flatten();
        for (done, path) in [(week.done, at("done")), (listed, in_list("done"))] {
            match done {
                None => {}
                Some(wire::Done::Percent(percent)) => percents.push((percent, path)),
                Some(wire::Done::Amount(done)) => works.push((done, path)),
                Some(wire::Done::Fraction { done, of }) => {
                    plans.push((of, format!("{path} ({done}/{of})")));
                    works.push((done, path));
                }
            }
        }
        if let Some((sum, path)) = ticked {
            works.push((sum.finished, path));
        }
        if let Some(percent) = week.percent {
            percents.push((percent, at("percent")));
        }

        let plan = agreed(plans, same_amount, amount_text, problems).map(|(plan, _)| Amount::new(plan));
        let done = agreed(works, same_amount, amount_text, problems).map(|(done, path)| (Amount::new(done), path));
        let percent = agreed(percents, same_percent, percent_text, problems);
        let counted = |done| Work::Counted {
            planned: plan.unwrap_or_default(),
            dropped: Amount::new(week.dropped.unwrap_or(0.0)),
            done,
        };
        match (percent, done, plan.filter(|plan| *plan > Amount::ZERO)) {
            (None, None, _) if self.only_shares => Work::Share(None),
            (None, None, _) => counted(Done::Future),
            (None, Some((done, _)), _) => counted(Done::Known(done)),
            (Some((percent, path)), Some((done, other)), Some(plan)) => {
                if !same_percent(100.0 * done.get() / plan.get(), percent) {
                    let there = format!("{}/{}", done.get(), plan.get());
                    problems.push(contradiction(path, percent_text(percent), other, there));
                }
                counted(Done::Known(done))
            }
            (Some((percent, _)), None, Some(plan)) => counted(Done::Known(Amount::new(plan.get() * percent / 100.0))),
            // Other weeks have amounts, but this one has none for the percent to apply to.
            (Some((_, path)), _, _) if !self.only_shares => {
                problems.push(Diagnostic::new(path, Kind::NothingToShare));
                counted(Done::Future)
            }
            (Some((percent, path)), _, _) => {
                if percent > 100.0 {
                    let found = Found::Scalar(percent_text(percent));
                    problems.push(Diagnostic::new(path, Kind::Expected { expected: Expected::Percent, found }));
                }
                Work::Share(Some(Ratio::from_percent(percent)))
            }
        }
    }
}

/// The first value. Every place with a different value is a problem.
fn agreed(
    said: Said,
    same: fn(f64, f64) -> bool,
    text: fn(f64) -> String,
    problems: &mut Vec<Diagnostic>,
) -> Option<(f64, String)> {
    let mut said = said.into_iter();
    let first = said.next()?;
    for (value, path) in said {
        if !same(value, first.0) {
            problems.push(contradiction(first.1.clone(), text(first.0), path, text(value)));
        }
    }
    Some(first)
}

fn same_amount(one: f64, other: f64) -> bool {
    Amount::new(one) == Amount::new(other)
}

fn same_percent(one: f64, other: f64) -> bool {
    (one - other).abs() <= PERCENT_TOLERANCE
}

fn amount_text(amount: f64) -> String {
    Amount::new(amount).get().to_string()
}

/// A percent with at most two decimals; a fraction such as `5/6` may have more.
fn percent_text(percent: f64) -> String {
    format!("{}%", (percent * 100.0).round() / 100.0)
}

#[cold]
fn contradiction(path: String, here: String, other: String, there: String) -> Diagnostic {
    Diagnostic::new(path, Kind::Contradiction { other, here, there })
}
