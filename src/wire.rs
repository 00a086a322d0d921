//! The goal as its author wrote it: every field is optional, and every scalar may have any form that JSON, YAML and
//! CSV give it.
//!
//! Only this stage knows JSON. It checks shapes and names. [`crate::goal`] checks what the values mean
//! together.

mod fields;
mod options;
mod parse;
mod script;
mod value;

use crate::amount::Unit;
use crate::date::Date;
use crate::diagnostic::{self, Diagnostic, Kind, Limit};

pub use fields::MOST_CHARACTERS;
use fields::{Fields, Reader};

pub use options::{Beside, Options, Switch, Theme, View, Word, word};
pub use parse::{MOST_BYTES, ReadNumber, parse};
pub use value::{DEEPEST, Value};

/// The most weeks of one goal: twenty years.
pub const MOST_WEEKS: usize = 1040;
/// The most tasks of one goal.
pub const MOST_TASKS: usize = 5000;

/// The keys of a goal.
pub const GOAL_FIELDS: &[&str] = &[
    "$schema", "title", "lang", "unit", "start", "deadline", "carried", "asOf", "stated", "weeks", "planned", "done",
    "tasks", "view", "theme",
];
/// The keys of a week.
pub const WEEK_FIELDS: &[&str] =
    &["label", "date", "planned", "done", "dropped", "percent", "approx", "status", "note", "link", "milestone"];
/// The keys of a task.
pub const TASK_FIELDS: &[&str] = &["title", "week", "done", "finished", "group", "link"];

/// The values of a week's `status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The author was away: the week's plan stays, so the work slips.
    Absent,
    /// An announced break: the week's plan is taken out.
    Skipped,
}

impl Word for Status {
    const WORDS: &'static [&'static str] = &["absent", "skipped"];
    const VALUES: &'static [Self] = &[Self::Absent, Self::Skipped];
}

/// Work done, in one of the forms that authors use.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Done {
    /// An amount in the goal's unit.
    Amount(f64),
    /// A percent of the week's own plan.
    Percent(f64),
    /// `"5/6"`: done and planned, both in the goal's unit.
    Fraction {
        /// Done.
        done: f64,
        /// Planned.
        of: f64,
    },
}

/// The end of the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// To the end of this week, counted from 1.
    Week(usize),
    /// To the last week that begins no later than this day.
    Date(Date),
}

/// A goal as written.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of the data, which the schema documents")]
pub struct Goal {
    pub title: Option<String>,
    pub lang: Option<String>,
    pub unit: Option<Unit>,
    pub start: Option<Date>,
    pub deadline: Option<Date>,
    pub carried: Option<f64>,
    pub as_of: Option<AsOf>,
    pub stated: Option<f64>,
    pub weeks: Option<Vec<Week>>,
    pub planned: Option<Vec<Option<f64>>>,
    pub done: Option<Vec<Option<Done>>>,
    pub tasks: Option<Vec<Task>>,
    pub view: Option<View>,
    pub theme: Option<Theme>,
    /// Not a key of the data: only options set it.
    pub beside: Beside,
}

/// A week as written.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of the data, which the schema documents")]
pub struct Week {
    pub label: Option<String>,
    pub date: Option<Date>,
    pub planned: Option<f64>,
    pub done: Option<Done>,
    pub dropped: Option<f64>,
    pub percent: Option<f64>,
    pub approx: Option<bool>,
    pub status: Option<Status>,
    pub note: Option<String>,
    pub link: Option<String>,
    pub milestone: Option<String>,
}

/// A task as written.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(missing_docs, reason = "the fields are the keys of the data, which the schema documents")]
pub struct Task {
    pub title: Option<String>,
    pub week: Option<usize>,
    pub done: Option<f64>,
    pub finished: Option<usize>,
    pub group: Option<String>,
    pub link: Option<String>,
}

/// Reads a goal from parsed JSON.
///
/// # Errors
/// Everything that is wrong with shapes, names and values, each with its path.
pub fn read(value: &Value) -> Result<Goal, Vec<Diagnostic>> {
    let mut reader = Reader::default();
    let goal = reader.object(String::new(), value, GOAL_FIELDS).map(|fields| goal(&mut reader, &fields));
    match goal {
        Some(goal) if reader.problems.is_empty() => Ok(goal),
        _ => Err(diagnostic::first(reader.problems)),
    }
}

fn goal(reader: &mut Reader, fields: &Fields<'_>) -> Goal {
    Goal {
        title: reader.text(fields, "title"),
        lang: reader.text(fields, "lang"),
        unit: reader.unit(fields, "unit"),
        start: reader.date(fields, "start"),
        deadline: reader.date(fields, "deadline"),
        carried: reader.amount(fields, "carried"),
        as_of: reader.as_of(fields, "asOf"),
        stated: reader.percent(fields, "stated"),
        weeks: objects(reader, fields, "weeks", (Limit::Weeks, MOST_WEEKS), WEEK_FIELDS, week),
        planned: reader.amounts(fields, "planned"),
        done: reader.dones(fields, "done"),
        tasks: objects(reader, fields, "tasks", (Limit::Tasks, MOST_TASKS), TASK_FIELDS, task),
        beside: Beside::default(),
        view: reader.word(fields, "view"),
        theme: reader.word(fields, "theme"),
    }
}

fn week(reader: &mut Reader, fields: &Fields<'_>) -> Week {
    Week {
        label: reader.text(fields, "label"),
        date: reader.date(fields, "date"),
        planned: reader.amount(fields, "planned"),
        done: reader.done(fields, "done"),
        dropped: reader.amount(fields, "dropped"),
        percent: reader.percent(fields, "percent"),
        approx: reader.flag(fields, "approx"),
        status: reader.word(fields, "status"),
        note: reader.text(fields, "note"),
        link: reader.link(fields, "link"),
        milestone: reader.text(fields, "milestone"),
    }
}

fn task(reader: &mut Reader, fields: &Fields<'_>) -> Task {
    let task = Task {
        title: reader.text(fields, "title"),
        week: reader.week(fields, "week"),
        done: reader.share(fields, "done"),
        finished: reader.week(fields, "finished"),
        group: reader.text(fields, "group"),
        link: reader.link(fields, "link"),
    };
    if fields.get("week").is_none() {
        reader.problems.push(Diagnostic::new(fields.at("week"), Kind::Missing("week")));
    }
    task
}

/// The objects of a list; `None` if there are too many.
fn objects<T>(
    reader: &mut Reader,
    fields: &Fields<'_>,
    key: &str,
    limit: (Limit, usize),
    known: &'static [&'static str],
    read: impl Fn(&mut Reader, &Fields<'_>) -> T,
) -> Option<Vec<T>> {
    let values = reader.list(fields, key, limit)?;
    let mut objects = Vec::with_capacity(values.len());
    for (index, value) in values.iter().enumerate() {
        let path = format!("{}[{index}]", fields.at(key));
        if let Some(fields) = reader.object(path, value, known) {
            objects.push(read(reader, &fields));
        }
    }
    Some(objects)
}
