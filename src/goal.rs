//! The goal with one meaning, whichever way it was written. Fields with a default are no longer optional.
//!
//! The three forms (`planned`/`done` lists, `weeks`, `tasks`) may be combined. Two forms that give the same value must
//! agree; an error about a contradiction names both places.

mod merge;
mod resolve;

use crate::amount::{Amount, Ratio, Unit};
use crate::date::Date;
use crate::diagnostic::{self, Diagnostic};
use crate::wire::{self, Options, ReadNumber, Value};

pub use crate::wire::{Beside, Theme, View};

/// A valid goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// The author's title.
    pub title: Option<String>,
    /// The language of the goal, as a BCP 47 tag; empty if it is not known.
    pub lang: String,
    /// The unit of work.
    pub unit: Unit,
    /// Backlog before the first week.
    pub carried: Amount,
    /// The number of weeks that the record covers. The weeks after it are still to come.
    pub reached: usize,
    /// The overall percent that the author states, 0 to 100.
    pub stated: Option<f64>,
    /// The date by which all work is to be done.
    pub deadline: Option<Date>,
    /// The weeks in the author's order; at least one.
    pub weeks: Vec<Week>,
    /// The view that the author chose.
    pub view: Option<View>,
    /// The theme that the author chose.
    pub theme: Theme,
    /// What stands beside the chart.
    pub beside: Beside,
    /// Doubtful data that do not keep the goal from being drawn.
    pub warnings: Vec<Diagnostic>,
}

/// One of the author's rounds. It may last any number of days.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// The author's name for it.
    pub label: Option<String>,
    /// Its date.
    pub date: Option<Date>,
    /// What was planned and done.
    pub work: Work,
    /// Whether the author was there.
    pub attendance: Attendance,
    /// Whether the work done is known only roughly.
    pub approx: bool,
    /// An event of the week, such as a presentation.
    pub milestone: Option<String>,
    /// The author's line about the week.
    pub note: Option<String>,
    /// The address that the note links to.
    pub link: Option<String>,
}

/// What is known about a week's work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Work {
    /// Amounts are known.
    Counted {
        /// New plan of the week. A break plans only tasks that were ticked all the same.
        planned: Amount,
        /// Scope taken out in the week.
        dropped: Amount,
        /// Work done in the week.
        done: Done,
    },
    /// No amounts are known, but perhaps the share of the week's plan that is done.
    Share(Option<Ratio>),
}

impl Week {
    /// The new plan.
    #[must_use]
    pub fn plan(&self) -> Amount {
        match self.work {
            Work::Counted { planned, .. } => planned,
            Work::Share(_) => Amount::ZERO,
        }
    }

    /// What the week adds to the whole plan; below zero where more is dropped than planned.
    #[must_use]
    pub fn scope(&self) -> Amount {
        match self.work {
            Work::Counted { dropped, .. } => self.plan() - dropped,
            Work::Share(_) => Amount::ZERO,
        }
    }
}

/// What is known about the work done in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// The amount is known.
    Known(Amount),
    /// The author was away and recorded nothing. It is taken as zero.
    Assumed,
    /// The week is over and nothing was recorded. That is not the same as nothing done.
    Unknown,
    /// The week is still to come.
    Future,
}

/// Whether the author was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attendance {
    /// The author was there, or at least did not say otherwise.
    Present,
    /// The author was away. The plan stays, so the work slips.
    Absent,
    /// An announced break. The week's plan is taken out.
    Skipped,
}

impl Goal {
    /// Whether its first date, its last one and the deadline are not of one year, so that dates say theirs.
    #[must_use]
    pub fn has_years(&self) -> bool {
        let mut dates = self.weeks.iter().filter_map(|week| week.date);
        let Some(first) = dates.next() else { return false };
        [dates.next_back(), self.deadline].into_iter().flatten().any(|day| day.year != first.year)
    }
}

/// Reads a goal from JSON text.
///
/// # Errors
/// Everything that is wrong with the text, the goal or the options, each with its place.
pub fn parse(text: &str, options: &Options<'_>, number: ReadNumber) -> Result<Goal, Vec<Diagnostic>> {
    match wire::parse(text, number) {
        Ok(value) => read(&value, options),
        Err(problem) => Err(vec![problem]),
    }
}

/// Reads a goal from JSON that is already parsed.
///
/// # Errors
/// Everything that is wrong with the goal or the options, each with its place.
pub fn read(value: &Value, options: &Options<'_>) -> Result<Goal, Vec<Diagnostic>> {
    let mut wire = wire::read(value)?;
    let problems = options.apply(&mut wire);
    if problems.is_empty() { resolve::resolve(wire).map_err(diagnostic::first) } else { Err(problems) }
}
