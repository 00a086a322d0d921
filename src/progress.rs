//! The numbers of a goal: what was carried over, how far it is, where it jammed, and when it may end.
//!
//! One struct for the canvas, the table, the event, Node and SVG, so that they cannot disagree. With the new plan `p`,
//! the work done `d` and the scope dropped `x` of each week, the balance is `S = S₋₁ + p − x − d`. What is carried out
//! is `max(0, S)`, and a week's load is `max(0, S₋₁ + p − x)`. A week without a record leaves the balance as it was:
//! unknown is not zero.

pub mod forecast;
mod jam;

use serde::Serialize;

use crate::amount::Amount;
use crate::date::Date;
use crate::goal::{self, Attendance, Done, Goal, Work};
use crate::problem::{Kind, Problem};
use crate::words::Words;

pub use forecast::FEWEST_WEEKS;
pub use jam::Jam;

/// A stated percent may differ from the computed one by this much, as a rounding does.
const STATED_TOLERANCE: f64 = 0.05;

/// All numbers of a goal, as announced: amounts in the goal's unit, ratios as fractions that are not rounded, weeks
/// counted from 1, and null where a quantity is not defined or not known.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// What the goal is called.
    pub title: String,
    /// The language of labels and messages.
    pub lang: String,
    /// What is counted.
    pub unit: String,
    /// Done, of the whole plan.
    pub overall: Option<f64>,
    /// The percent that the author states, as a fraction, where it differs from `overall` or stands in for it.
    pub stated: Option<f64>,
    /// Done, of the plan up to `asOf`.
    pub to_date: Option<f64>,
    /// The share of the whole plan that was due by `asOf`: the gauge's tick.
    pub expected: Option<f64>,
    /// What is left of the whole plan; null, as are the next two, where only percents are known.
    pub remaining: Option<f64>,
    /// What was done beyond the whole plan.
    pub beyond: f64,
    /// The whole plan: carried at the start, plus planned, less dropped.
    pub planned: Option<f64>,
    /// Done in all.
    pub done: Option<f64>,
    /// The last week that the record reaches; 0 before the first.
    pub as_of: u32,
    /// Weeks up to `asOf` of which nothing was recorded. Their plan counts, their work is left out.
    pub unrecorded: u32,
    /// Done up to `asOf` beyond what was planned up to then.
    pub ahead: f64,
    /// Whole weeks that the work lies before (or, below zero, behind) the plan.
    pub buffer: Option<i32>,
    /// Median of the work done in finished weeks, a week.
    pub pace: Option<f64>,
    /// What each week that is left would have to bring.
    pub needed: Option<f64>,
    /// The day by which all is to be done, `2019-10-26`.
    pub deadline: Option<String>,
    /// Weeks up to the deadline, or else to the end of the list.
    #[serde(skip)]
    pub weeks_left: u32,
    /// The weeks, in the author's order.
    pub weeks: Vec<Week>,
    /// What is piled up now.
    pub jam: Option<Jam>,
    /// When the rest may be done.
    pub forecast: Option<Forecast>,
    /// What is doubtful in the data.
    pub warnings: Vec<Message>,
    /// The sentences of the goal's language.
    #[serde(skip)]
    pub words: &'static dyn Words,
}

/// The numbers of one week.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Week {
    /// Its number, from 1.
    pub number: u32,
    /// What the author calls it.
    pub label: String,
    /// Its day, `2019-09-29`.
    pub date: Option<String>,
    /// The same day, for words to print.
    #[serde(skip)]
    pub day: Option<Date>,
    /// What kind of week it is.
    pub status: Status,
    /// New plan, nothing where the week is skipped.
    pub planned: Option<f64>,
    /// Done.
    pub done: Option<f64>,
    /// Scope taken out.
    pub dropped: f64,
    /// Carried over from the weeks before.
    pub carried_in: Option<f64>,
    /// All that there was to do: carried over and newly planned.
    pub load: Option<f64>,
    /// Carried over to the next week.
    pub carried_out: Option<f64>,
    /// Done, of the load.
    pub of_load: Option<f64>,
    /// Done, of the week's own plan.
    pub of_plan: Option<f64>,
    /// The load as a multiple of the week's own plan.
    pub jam: Option<f64>,
    /// The whole plan up to this week.
    pub cumulative_planned: Option<f64>,
    /// Done up to this week.
    pub cumulative_done: Option<f64>,
    /// Done up to this week, of the whole plan.
    pub overall: Option<f64>,
    /// Whether what was done is only known roughly.
    pub approx: bool,
    /// What else happened.
    pub milestone: Option<String>,
    /// The author's line.
    pub note: Option<String>,
    /// Where the line leads.
    pub link: Option<String>,
}

/// What kind of week it is. The first that holds, in the order skipped, absent, future, unknown, milestone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
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

/// When the rest may be done, if weeks go on as they went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Forecast {
    /// In so many weeks with a chance of one half.
    pub p50: u32,
    /// In so many weeks with a chance of 85 in 100.
    pub p85: u32,
    /// The last two weeks lie below those before, so it holds only if the old pace returns.
    pub slowing: bool,
}

/// A place in the data and a sentence about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    /// Where.
    pub path: String,
    /// What, and how to mend it.
    pub message: String,
}

impl Message {
    /// Puts a problem into words.
    #[must_use]
    pub fn new(problem: &Problem, words: &dyn Words) -> Self {
        Self { path: problem.path.clone(), message: words.problem(&problem.kind) }
    }
}

/// Computes all numbers of a goal.
#[must_use]
pub fn progress(goal: &Goal) -> Progress {
    let mut warnings = Vec::new();
    let scope = goal.carried + goal.weeks.iter().map(goal::Week::scope).sum();
    let done: Amount = goal.weeks.iter().filter_map(known_done).sum();
    let due = goal.carried + goal.weeks[..goal.reached].iter().map(goal::Week::scope).sum();
    let done_by_now: Amount = goal.weeks[..goal.reached].iter().filter_map(known_done).sum();

    let (weeks, balance) = weeks(goal, scope, &mut warnings);
    let unrecorded = goal.weeks[..goal.reached].iter().filter(|week| is_unknown(week)).count();
    if unrecorded > 0 {
        warnings.push(Problem::new("weeks", Kind::Unrecorded { weeks: unrecorded }));
    }
    let overall = done.of(scope);
    let stated = stated(goal, overall, &mut warnings);
    let remaining = (scope - done).or_zero();
    let history: Vec<Amount> = goal.weeks[..goal.reached].iter().filter_map(finished_work).collect();
    let weeks_left = weeks_left(goal);
    let counted = |amount: Amount| goal.weeks.iter().any(is_counted).then(|| amount.get());

    Progress {
        title: goal.title.clone(),
        lang: goal.lang.clone(),
        unit: goal.unit.clone(),
        overall,
        stated,
        to_date: done_by_now.of(due),
        expected: due.of(scope),
        remaining: counted(remaining),
        beyond: (done - scope).or_zero().get(),
        planned: counted(scope),
        done: counted(done),
        as_of: count(goal.reached),
        unrecorded: count(unrecorded),
        ahead: (Amount::ZERO - balance).or_zero().get(),
        buffer: buffer(goal, &weeks, done_by_now),
        pace: forecast::median(&history),
        needed: counted(remaining).filter(|_| weeks_left > 0).map(|left| left / f64::from(count(weeks_left))),
        deadline: goal.deadline.map(|day| day.to_string()),
        weeks_left: count(weeks_left),
        jam: jam::jam(goal, &weeks, balance.or_zero(), &history, weeks_left),
        forecast: forecast(remaining, &history),
        weeks,
        warnings: goal.warnings.iter().chain(&warnings).map(|warning| Message::new(warning, goal.words)).collect(),
        words: goal.words,
    }
}

fn is_counted(week: &goal::Week) -> bool {
    matches!(week.work, Work::Counted { .. })
}

fn known_done(week: &goal::Week) -> Option<Amount> {
    match week.work {
        Work::Counted { done: Done::Known(done), .. } => Some(done),
        _ => None,
    }
}

fn is_unknown(week: &goal::Week) -> bool {
    let unknown = matches!(week.work, Work::Counted { done: Done::Unknown, .. } | Work::Share(None));
    unknown && week.attendance != Attendance::Skipped
}

/// The work of a week that says something of the pace: neither a break nor a presentation without a plan.
fn finished_work(week: &goal::Week) -> Option<Amount> {
    let planned = match week.work {
        Work::Counted { planned, .. } => planned,
        Work::Share(_) => return None,
    };
    let only_milestone = week.milestone.is_some() && planned == Amount::ZERO;
    if week.attendance == Attendance::Skipped || only_milestone { None } else { known_done(week) }
}

/// The numbers of each week, and the balance after the last week that is over.
fn weeks(goal: &Goal, scope: Amount, warnings: &mut Vec<Problem>) -> (Vec<Week>, Amount) {
    let mut balance = goal.carried;
    let mut plan_so_far = goal.carried;
    let mut done_so_far = Amount::ZERO;
    let mut weeks = Vec::with_capacity(goal.weeks.len());
    for (index, week) in goal.weeks.iter().enumerate() {
        let over = index < goal.reached;
        plan_so_far += week.scope();
        done_so_far += known_done(week).unwrap_or_default();
        let mut numbers = Week {
            number: count(index + 1),
            label: week.label.clone(),
            date: week.date.map(|day| day.to_string()),
            day: week.date,
            status: status(week, over),
            approx: week.approx,
            milestone: week.milestone.clone(),
            note: week.note.clone(),
            link: week.link.clone(),
            cumulative_planned: is_counted(week).then(|| plan_so_far.get()),
            ..Week::default()
        };
        match week.work {
            Work::Share(share) => numbers.of_plan = share,
            Work::Counted { dropped, done, .. } => {
                let planned = week.plan();
                // Of the weeks to come only the first knows what is carried into it.
                let carried_in = (index <= goal.reached).then_some(balance);
                let load = carried_in.map(|balance| (balance + planned - dropped).or_zero());
                numbers.planned = Some(planned.get());
                numbers.dropped = dropped.get();
                numbers.carried_in = carried_in.map(|balance| balance.or_zero().get());
                numbers.load = load.map(Amount::get);
                numbers.jam = load.and_then(|load| load.of(planned));
                if let Done::Known(done) = done {
                    numbers.done = Some(done.get());
                    numbers.of_plan = done.of(planned);
                }
                // A break without a record is a week in which nothing was done.
                let settled = match done {
                    Done::Unknown if week.attendance == Attendance::Skipped => Some(Amount::ZERO),
                    _ => known_done(week),
                };
                if let (true, Some(load), Some(done)) = (over, load, settled) {
                    balance = balance + planned - dropped - done;
                    numbers.done = Some(done.get());
                    numbers.carried_out = Some(balance.or_zero().get());
                    numbers.of_load = done.min(load).of(load);
                    numbers.cumulative_done = Some(done_so_far.get());
                    numbers.overall = done_so_far.of(scope);
                    if done > load {
                        let kind = Kind::DoneAboveLoad { done: done.get(), load: load.get() };
                        warnings.push(Problem::new(format!("weeks[{index}].done"), kind));
                    }
                }
            }
        }
        weeks.push(numbers);
    }
    (weeks, balance)
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

/// The author's own percent, where it has something to say.
fn stated(goal: &Goal, overall: Option<f64>, warnings: &mut Vec<Problem>) -> Option<f64> {
    let stated = goal.stated?;
    let computed = match overall {
        Some(overall) => 100.0 * overall,
        None => return Some(stated / 100.0),
    };
    if (stated - computed).abs() <= STATED_TOLERANCE {
        return None;
    }
    warnings.push(Problem::new("stated", Kind::StatedDiffers { stated, computed }));
    Some(stated / 100.0)
}

/// Weeks in which something can still be done: up to the deadline, or else those that are listed.
fn weeks_left(goal: &Goal) -> usize {
    let now = goal.weeks[..goal.reached].iter().rev().find_map(|week| week.date);
    match (goal.deadline, now) {
        (Some(deadline), Some(now)) => {
            let days = (deadline.day_number() - now.day_number()).max(0);
            usize::try_from(days.div_euclid(7) + i32::from(days % 7 > 0)).unwrap_or(0)
        }
        _ => goal.weeks[goal.reached..].iter().filter(|week| week.attendance != Attendance::Skipped).count(),
    }
}

/// How many weeks the plan would have to be moved for the work done to be what it asks for.
fn buffer(goal: &Goal, weeks: &[Week], done: Amount) -> Option<i32> {
    if goal.reached == 0 || weeks.last().is_none_or(|week| week.cumulative_planned <= Some(0.0)) {
        return None;
    }
    let met = weeks.iter().rposition(|week| week.cumulative_planned <= Some(done.get())).map_or(0, |index| index + 1);
    Some(i32::try_from(met).ok()? - i32::try_from(goal.reached).ok()?)
}

fn forecast(remaining: Amount, history: &[Amount]) -> Option<Forecast> {
    const OFTEN: f64 = 0.85;
    if history.len() < FEWEST_WEEKS {
        return None;
    }
    let chances = forecast::chances(remaining, history, OFTEN)?;
    let within = |chance: f64| chances.iter().position(|reached| *reached >= chance).map(|index| count(index + 1));
    Some(Forecast { p50: within(0.5)?, p85: within(OFTEN)?, slowing: forecast::is_slowing(history) })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
