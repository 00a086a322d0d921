//! The goal resolved: one meaning for every way of writing it, with nothing optional left that has a default.
//!
//! The three forms (`planned`/`done` lists, `weeks`, `tasks`) may stand together. Where two of them speak of the same
//! thing they must agree, and a disagreement names both places.

mod merge;

use crate::amount::Amount;
use crate::date::Date;
use crate::problem::{self, Kind, Problem};
use crate::wire;
use crate::words::{self, Words};

use merge::{Sources, week_count};

/// A goal whose data make sense.
pub struct Goal {
    /// What the goal is called.
    pub title: String,
    /// The language of the goal, as a BCP 47 tag.
    pub lang: String,
    /// The sentences for that language.
    pub words: &'static dyn Words,
    /// What is counted, such as `lectures`; may be empty.
    pub unit: String,
    /// Backlog before the first week.
    pub carried: Amount,
    /// How many weeks the record reaches; those after it are the future.
    pub reached: usize,
    /// The overall percent that the author states, 0 to 100.
    pub stated: Option<f64>,
    /// The day by which all is to be done.
    pub deadline: Option<Date>,
    /// The weeks, in the author's order. There is at least one.
    pub weeks: Vec<Week>,
    /// Which picture the author wants.
    pub view: View,
    /// Which colours the author wants.
    pub theme: Theme,
    /// What is doubtful, but does not keep the goal from being drawn.
    pub warnings: Vec<Problem>,
}

/// One of the author's rounds, whatever days it spans.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    /// What the author calls it.
    pub label: String,
    /// Its day.
    pub date: Option<Date>,
    /// What was planned and done.
    pub work: Work,
    /// Whether the author was there.
    pub attendance: Attendance,
    /// Whether what was done is only known roughly.
    pub approx: bool,
    /// What else happened, such as a presentation.
    pub milestone: Option<String>,
    /// A line by the author.
    pub note: Option<String>,
    /// Where the line leads.
    pub link: Option<String>,
}

/// What is known of a week's work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Work {
    /// The plan and the scope taken out of it are amounts.
    Counted {
        /// New plan of the week.
        planned: Amount,
        /// Scope taken out in the week.
        dropped: Amount,
        /// Done in the week.
        done: Done,
    },
    /// Amounts are not known, only what share of the week's own plan is done, 0 to 1, or not even that.
    Share(Option<f64>),
}

impl Week {
    /// The new plan that counts: a break takes the week's plan out.
    #[must_use]
    pub fn plan(&self) -> Amount {
        match self.work {
            Work::Counted { planned, .. } if self.attendance != Attendance::Skipped => planned,
            _ => Amount::ZERO,
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

/// What is known of the work done in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// So much.
    Known(Amount),
    /// The week is over and nothing was recorded, which is not the same as nothing done.
    Unknown,
    /// The week is still to come.
    Future,
}

/// Whether the author was there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attendance {
    /// Nothing was said to the contrary.
    Present,
    /// Away: the plan stays, so the work slips.
    Absent,
    /// A break that was announced: the week's plan is taken out.
    Skipped,
}

/// The picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Week columns and the river of carried work, beside the gauge.
    #[default]
    Weekly,
    /// Cumulative work done against the staircase of the plan, beside the gauge.
    Burnup,
    /// The gauge and one line.
    Compact,
}

/// The colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the page.
    #[default]
    Auto,
    /// Light, whatever the page is.
    Light,
    /// Dark, whatever the page is.
    Dark,
}

impl View {
    /// The view of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "weekly" => Some(Self::Weekly),
            "burnup" => Some(Self::Burnup),
            "compact" => Some(Self::Compact),
            _ => None,
        }
    }
}

impl Theme {
    /// The theme of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "auto" => Some(Self::Auto),
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }
}

/// Resolves what was written. `page_lang` is the language of the page, for goals that name none.
///
/// # Errors
/// What does not make sense, each with its place.
pub fn resolve(mut wire: wire::Goal, page_lang: &str) -> Result<Goal, Vec<Problem>> {
    let mut problems = Vec::new();
    let lang = wire.lang.take().unwrap_or_else(|| page_lang.to_owned());
    let words = words::of(&lang);
    let Some(count) = week_count(&wire, &mut problems) else {
        return Err(problem::first(problems));
    };
    let sources = Sources::new(&wire, count);
    let mut written = wire.weeks.unwrap_or_default();
    written.resize_with(count, wire::Week::default);

    let mut weeks = Vec::with_capacity(count);
    let mut warnings = Vec::new();
    for (index, week) in written.into_iter().enumerate() {
        let work = sources.work(index, &week, &mut problems);
        let stepped = wire.start.and_then(|start| start.plus_days(7 * i32::try_from(index).ok()?));
        weeks.push(Week {
            label: week.label.unwrap_or_else(|| words.week(index + 1)),
            date: week.date.or(stepped),
            work,
            attendance: match week.status {
                Some("absent") => Attendance::Absent,
                Some("skipped") => Attendance::Skipped,
                _ => Attendance::Present,
            },
            approx: week.approx.unwrap_or(false),
            milestone: week.milestone,
            note: week.note,
            link: week.link,
        });
    }
    let carried = Amount::new(wire.carried.unwrap_or(0.0));
    check_dropped(&weeks, carried, &mut problems);
    check_dates(&weeks, &mut warnings);
    let reached = reached(wire.as_of, &weeks, sources.is_checklist(), &mut problems);
    if !problems.is_empty() {
        return Err(problem::first(problems));
    }
    settle(&mut weeks, reached, &mut warnings);
    Ok(Goal {
        title: wire.title.unwrap_or_else(|| words.untitled().to_owned()),
        lang,
        words,
        unit: wire.unit.unwrap_or_default(),
        carried,
        reached,
        stated: wire.stated,
        deadline: wire.deadline,
        weeks,
        view: wire.view.and_then(View::named).unwrap_or_default(),
        theme: wire.theme.and_then(Theme::named).unwrap_or_default(),
        warnings,
    })
}

/// More cannot be dropped than was ever planned by then.
fn check_dropped(weeks: &[Week], carried: Amount, problems: &mut Vec<Problem>) {
    let mut scope = carried;
    for (index, week) in weeks.iter().enumerate() {
        let before = scope + week.plan();
        scope += week.scope();
        if scope < Amount::ZERO {
            let kind = Kind::DroppedTooMuch { dropped: (before - scope).get(), most: before.get() };
            problems.push(Problem::new(format!("weeks[{index}].dropped"), kind));
            return;
        }
    }
}

fn check_dates(weeks: &[Week], warnings: &mut Vec<Problem>) {
    let mut latest: Option<Date> = None;
    for (index, week) in weeks.iter().enumerate() {
        let Some(date) = week.date else { continue };
        match latest {
            Some(previous) if date < previous => {
                let kind = Kind::DatesOutOfOrder { previous: previous.to_string() };
                warnings.push(Problem::new(format!("weeks[{index}].date"), kind));
            }
            _ => latest = Some(date),
        }
    }
}

/// How many weeks the record reaches.
fn reached(as_of: Option<wire::AsOf>, weeks: &[Week], is_checklist: bool, problems: &mut Vec<Problem>) -> usize {
    match as_of {
        Some(wire::AsOf::Week(week)) => {
            if week > weeks.len() {
                problems.push(Problem::new("asOf", Kind::NoSuchWeek { week, weeks: weeks.len() }));
            }
            week
        }
        Some(wire::AsOf::Date(day)) => {
            if weeks.iter().all(|week| week.date.is_none()) {
                problems.push(Problem::new("asOf", Kind::NoDates));
            }
            weeks.iter().rposition(|week| week.date.is_some_and(|date| date <= day)).map_or(0, |i| i + 1)
        }
        None => {
            let recorded = weeks.iter().rposition(|week| is_recorded(week, is_checklist)).map_or(0, |index| index + 1);
            let ahead = &weeks[recorded..];
            // A checklist has nothing to tick in a week without tasks, so such weeks at the end are over with the work.
            if is_checklist && recorded > 0 && !ahead.iter().any(has_plan) { weeks.len() } else { recorded }
        }
    }
}

/// Whether the author has recorded anything of the week; in a checklist, whether anything of it is ticked.
fn is_recorded(week: &Week, is_checklist: bool) -> bool {
    let worked = match week.work {
        Work::Counted { done: Done::Known(done), .. } => !is_checklist || done > Amount::ZERO,
        Work::Counted { .. } => false,
        Work::Share(share) => share.is_some(),
    };
    worked || week.attendance == Attendance::Absent
}

fn has_plan(week: &Week) -> bool {
    matches!(week.work, Work::Counted { planned, .. } if planned > Amount::ZERO)
}

/// Tells what is unknown from what is still to come.
fn settle(weeks: &mut [Week], reached: usize, warnings: &mut Vec<Problem>) {
    for (index, week) in weeks.iter_mut().enumerate() {
        let Work::Counted { done, .. } = &mut week.work else { continue };
        let over = index < reached;
        match *done {
            Done::Future if over => *done = Done::Unknown,
            Done::Known(amount) if !over && amount > Amount::ZERO => {
                warnings.push(Problem::new(format!("weeks[{index}].done"), Kind::DoneAfterAsOf { as_of: reached }));
            }
            Done::Known(_) if !over => *done = Done::Future,
            _ => {}
        }
    }
}
