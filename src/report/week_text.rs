//! One week in words: for its tooltip, and as the sentence that a screen reader reads while stepping through the weeks.

use crate::amount::{Amount, Ratio};
use crate::locale::{Locale, fill};
use crate::progress::{Progress, Status, Week};

use super::table::{completed, label, remarks};

/// A week in words.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekText {
    /// Its label and date.
    pub week: String,
    /// The work done out of the work due, and what is carried over.
    pub work: String,
    /// The kind of week, its milestone, and the author's note.
    pub remarks: Vec<String>,
    /// The address that the note links to.
    pub link: Option<String>,
}

/// Puts a week into words; `None` if no week has this index.
#[must_use]
pub fn week_text(progress: &Progress, locale: Locale, index: usize) -> Option<WeekText> {
    let week = progress.goal.weeks.get(index)?;
    let mut name = label(progress, locale, index);
    if let Some(day) = week.date {
        name += ", ";
        name += &locale.long_date(day, progress.goal.has_years());
    }
    let remarks = remarks(progress, locale, index);
    Some(WeekText { week: name, work: work(progress, locale, index), remarks, link: week.link.clone() })
}

impl WeekText {
    /// The whole text as one sentence.
    #[must_use]
    pub fn sentence(&self, locale: Locale) -> String {
        let mut said = self.week.clone();
        if !self.work.is_empty() {
            said += ": ";
            said += &self.work;
        }
        for remark in &self.remarks {
            said += ". ";
            said += remark;
        }
        if self.link.is_some() {
            said += ". ";
            said += locale.opens_link();
        }
        said
    }
}

/// The weeks to be played, a line each: what is done, what is carried over, and the sentence, with tabs between them. What
/// is not known is empty, and so is a backlog of nothing.
#[must_use]
pub fn voices(progress: &Progress, locale: Locale) -> String {
    let line = |(index, week): (usize, &Week)| {
        let done = week.done.map(Amount::get).or_else(|| completed(week).map(Ratio::fraction));
        let carried = week.carried_out.filter(|carried| carried.is_positive()).map(Amount::get);
        let [done, carried] = [done, carried].map(|value| value.map_or_else(String::new, |value| value.to_string()));
        let sentence = week_text(progress, locale, index).map_or_else(String::new, |text| text.sentence(locale));
        [done, carried, sentence].join("\t")
    };
    let lines: Vec<String> = progress.weeks.iter().enumerate().map(line).collect();
    lines.join("\n")
}

fn work(progress: &Progress, locale: Locale, index: usize) -> String {
    let (week, numbers) = (&progress.goal.weeks[index], &progress.weeks[index]);
    let unit = &progress.goal.unit;
    let (planned, load) = (numbers.planned.unwrap_or_default(), numbers.load.or(numbers.planned).unwrap_or_default());
    let amount = |amount: Amount| locale.amount(amount, unit);
    match (numbers.done, completed(numbers)) {
        (Some(done), _) => {
            let work = if load.is_positive() && numbers.status != Status::Skipped {
                locale.done_of(done, load, unit, week.approx)
            } else if done.is_positive() {
                fill(locale.done_unasked(), &[("amount", &locale.roughly_if(week.approx, amount(done)))])
            } else if numbers.status == Status::Skipped {
                String::new()
            } else {
                locale.nothing_to_do().to_owned()
            };
            let carried = numbers.carried_out.filter(|carried| carried.is_positive()).map(|carried| {
                fill(locale.carried(), &[("n", &*locale.number(carried)), ("amount", &amount(carried))])
            });
            let said: Vec<String> =
                [Some(work), carried].into_iter().flatten().filter(|said| !said.is_empty()).collect();
            said.join(", ")
        }
        (None, Some(share)) => {
            locale.header_completed().to_owned() + " " + &locale.roughly_if(week.approx, locale.percent(share))
        }
        _ if load < planned => {
            let values =
                [("left", &*locale.number(load)), ("left_amount", &amount(load)), ("planned_amount", &amount(planned))];
            fill(locale.left_of(), &values)
        }
        _ if load.is_positive() => fill(locale.to_do(), &[("amount", &amount(load))]),
        _ => String::new(),
    }
}
