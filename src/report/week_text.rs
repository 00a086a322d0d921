//! One week in words: for its tooltip, and as the sentence that is read to those who step through the weeks.

use crate::amount::Amount;
use crate::locale::{Locale, fill};
use crate::progress::{Progress, Status};

use super::table::{completed, label, remarks};

/// A week in words.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekText {
    /// Its label and date.
    pub week: String,
    /// What was done of what there was to do, and what is carried over.
    pub work: String,
    /// The kind of week, its milestone, and the author's line.
    pub remarks: Vec<String>,
    /// Where the author's line leads.
    pub link: Option<String>,
}

/// Puts a week into words; `None` where there is no week with this index.
#[must_use]
pub fn week_text(progress: &Progress, locale: Locale, index: usize) -> Option<WeekText> {
    let week = progress.goal.weeks.get(index)?;
    let mut name = label(progress, locale, index);
    if let Some(day) = week.date {
        name += ", ";
        name += &locale.long_date(day);
    }
    let remarks = remarks(progress, locale, index);
    Some(WeekText { week: name, work: work(progress, locale, index), remarks, link: week.link.clone() })
}

impl WeekText {
    /// All of it as one sentence.
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

fn work(progress: &Progress, locale: Locale, index: usize) -> String {
    let (week, numbers) = (&progress.goal.weeks[index], &progress.weeks[index]);
    let unit = progress.goal.unit.as_str();
    let roughly = |text: String| if week.approx { fill(locale.roughly(), &[("value", &text)]) } else { text };
    let load = numbers.load.or(numbers.planned).unwrap_or_default();
    match (numbers.done, completed(numbers)) {
        (Some(done), _) if numbers.status != Status::Future => {
            if load == Amount::ZERO && done == Amount::ZERO {
                return locale.nothing_to_do().to_owned();
            }
            let done_of_load =
                if load.is_positive() { locale.done_of(done, load, unit) } else { locale.amount(done, unit) };
            let work = roughly(done_of_load);
            match numbers.carried_out.filter(|carried| carried.is_positive()) {
                Some(carried) => {
                    let values = [("n", &*locale.number(carried)), ("amount", &locale.amount(carried, unit))];
                    work + ", " + &fill(locale.carried(), &values)
                }
                None => work,
            }
        }
        (None, Some(share)) => locale.header_completed().to_owned() + " " + &roughly(locale.percent(share)),
        _ if load.is_positive() => fill(locale.to_do(), &[("amount", &locale.amount(load, unit))]),
        _ => String::new(),
    }
}
