//! The numbers as goalpost announces them: in the event `goalpost:drawn`, and from `progress()` of the package.
//!
//! Amounts are in the goal's unit, ratios are unrounded fractions, weeks count from 1, and null is a quantity that is
//! undefined or unknown.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::amount::{Amount, Ratio};
use crate::date::Date;
use crate::goal;
use crate::locale::Locale;
use crate::progress::{Forecast, Jam, Progress, Recovery, Status, Week};

use super::messages;

/// The numbers of a goal, with labels and warnings in a language.
#[derive(Clone, Copy)]
pub struct Numbers<'a> {
    /// The numbers.
    pub progress: &'a Progress,
    /// The language of labels and warnings.
    pub locale: Locale,
}

fn amount(amount: Option<Amount>) -> Option<f64> {
    amount.map(Amount::get)
}

fn fraction(ratio: Option<Ratio>) -> Option<f64> {
    ratio.map(Ratio::fraction)
}

fn date(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

impl Serialize for Numbers<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { progress, locale } = *self;
        let goal = &progress.goal;
        let mut numbers = serializer.serialize_struct("Numbers", 21)?;
        numbers.serialize_field("title", locale.title(goal.title.as_deref()))?;
        numbers.serialize_field("lang", &goal.lang)?;
        numbers.serialize_field("unit", &goal.unit.many)?;
        numbers.serialize_field("overall", &fraction(progress.overall))?;
        numbers.serialize_field("stated", &fraction(progress.stated))?;
        numbers.serialize_field("toDate", &fraction(progress.to_date))?;
        numbers.serialize_field("expected", &fraction(progress.expected))?;
        numbers.serialize_field("remaining", &amount(progress.remaining))?;
        numbers.serialize_field("beyond", &progress.beyond.get())?;
        numbers.serialize_field("planned", &amount(progress.planned))?;
        numbers.serialize_field("done", &amount(progress.done))?;
        numbers.serialize_field("asOf", &count(goal.reached))?;
        numbers.serialize_field("unrecorded", &count(progress.unrecorded))?;
        numbers.serialize_field("ahead", &progress.ahead.get())?;
        numbers.serialize_field("buffer", &progress.buffer)?;
        numbers.serialize_field("pace", &amount(progress.pace))?;
        numbers.serialize_field("needed", &progress.needed)?;
        numbers.serialize_field("deadline", &date(goal.deadline))?;
        numbers.serialize_field("weeks", &Weeks(*self))?;
        numbers.serialize_field("jam", &progress.jam.map(AnnouncedJam))?;
        numbers.serialize_field("forecast", &progress.forecast.as_ref().map(AnnouncedForecast))?;
        numbers.serialize_field("warnings", &messages(&progress.warnings, locale))?;
        numbers.end()
    }
}

struct Weeks<'a>(Numbers<'a>);

impl Serialize for Weeks<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Numbers { progress, locale } = self.0;
        let weeks = progress.goal.weeks.iter().zip(&progress.weeks).enumerate();
        serializer.collect_seq(weeks.map(|(index, (week, numbers))| AnnouncedWeek {
            number: index + 1,
            week,
            numbers,
            locale,
        }))
    }
}

struct AnnouncedWeek<'a> {
    number: usize,
    week: &'a goal::Week,
    numbers: &'a Week,
    locale: Locale,
}

impl Serialize for AnnouncedWeek<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { number, week, numbers, locale } = *self;
        let mut announced = serializer.serialize_struct("Week", 20)?;
        announced.serialize_field("number", &count(number))?;
        announced.serialize_field("label", &locale.week_label(week.label.as_deref(), number))?;
        announced.serialize_field("date", &date(week.date))?;
        announced.serialize_field("status", status(numbers.status))?;
        announced.serialize_field("planned", &amount(numbers.planned))?;
        announced.serialize_field("done", &amount(numbers.done))?;
        announced.serialize_field("dropped", &numbers.dropped.get())?;
        announced.serialize_field("carriedIn", &amount(numbers.carried_in))?;
        announced.serialize_field("load", &amount(numbers.load))?;
        announced.serialize_field("carriedOut", &amount(numbers.carried_out))?;
        announced.serialize_field("ofLoad", &fraction(numbers.of_load))?;
        announced.serialize_field("ofPlan", &fraction(numbers.of_plan))?;
        announced.serialize_field("jam", &fraction(numbers.jam))?;
        announced.serialize_field("cumulativePlanned", &amount(numbers.cumulative_planned))?;
        announced.serialize_field("cumulativeDone", &amount(numbers.cumulative_done))?;
        announced.serialize_field("overall", &fraction(numbers.overall))?;
        announced.serialize_field("approx", &week.approx)?;
        announced.serialize_field("milestone", &week.milestone)?;
        announced.serialize_field("note", &week.note)?;
        announced.serialize_field("link", &week.link)?;
        announced.end()
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Recorded => "recorded",
        Status::Milestone => "milestone",
        Status::Unknown => "unknown",
        Status::Future => "future",
        Status::Absent => "absent",
        Status::Skipped => "skipped",
    }
}

struct AnnouncedJam(Jam);

impl Serialize for AnnouncedJam {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Jam { since, depth, ratio, recovery, extra } = self.0;
        let (week, weeks) = match recovery {
            Some(Recovery::In { week, weeks }) => (Some(week), Some(weeks)),
            Some(Recovery::Late | Recovery::Never) | None => (None, None),
        };
        let mut jam = serializer.serialize_struct("Jam", 6)?;
        jam.serialize_field("since", &count(since))?;
        jam.serialize_field("depth", &depth.get())?;
        jam.serialize_field("ratio", &fraction(ratio))?;
        jam.serialize_field("recovery", &weeks.map(count))?;
        jam.serialize_field("clearedIn", &week.map(count))?;
        jam.serialize_field("extra", &amount(extra))?;
        jam.end()
    }
}

struct AnnouncedForecast<'a>(&'a Forecast);

impl Serialize for AnnouncedForecast<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut forecast = serializer.serialize_struct("Forecast", 6)?;
        forecast.serialize_field("p50", &count(self.0.p50))?;
        forecast.serialize_field("p85", &count(self.0.p85))?;
        forecast.serialize_field("slowing", &self.0.slowing.is_some())?;
        forecast.serialize_field("history", &count(self.0.history))?;
        forecast.serialize_field("rough", &self.0.is_rough())?;
        forecast.serialize_field("chances", &self.0.chances)?;
        forecast.end()
    }
}
