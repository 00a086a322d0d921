//! The goal as a few short lines, one a week, for braille displays and for messages and posts of plain text.

use crate::amount::Amount;
use crate::locale::{Locale, fill};
use crate::progress::{Progress, Status};

use super::description::headline;
use super::table::completed;

/// The title and the headline, then a line a week: `W4 2/6, 4 carried over, Absent`.
#[must_use]
pub fn brief(progress: &Progress, locale: Locale) -> String {
    let title = locale.title(progress.goal.title.as_deref());
    let mut text = title.to_owned() + ": " + &headline(progress, locale);
    for index in 0..progress.weeks.len() {
        text.push('\n');
        text += &line(progress, locale, index);
    }
    text.push('\n');
    text
}

fn line(progress: &Progress, locale: Locale, index: usize) -> String {
    let (week, numbers) = (&progress.goal.weeks[index], &progress.weeks[index]);
    let number = |amount: Amount| locale.number(amount);
    let done = match (numbers.done, completed(numbers)) {
        (Some(Amount::ZERO), _) if numbers.load == Some(Amount::ZERO) => None,
        (Some(done), _) => Some(number(done) + "/" + &number(numbers.load.unwrap_or_default())),
        (None, Some(share)) => Some(locale.percent(share)),
        (None, None) => numbers.load.or(numbers.planned).map(|load| "–/".to_owned() + &number(load)),
    };
    let carried = numbers.carried_out.filter(|carried| carried.is_positive()).map(|carried| {
        let n = number(carried);
        fill(locale.carried(), &[("n", &n), ("amount", &n)])
    });
    let mark = match numbers.status {
        Status::Absent => Some(locale.absent()),
        Status::Skipped => Some(locale.skipped()),
        Status::Unknown => Some(locale.unknown()),
        Status::Future => Some(locale.future()),
        _ => week.milestone.as_deref(),
    };
    let name = fill(locale.week_brief(), &[("n", &(index + 1).to_string())]);
    let said: Vec<String> = [done, carried, mark.map(str::to_owned)].into_iter().flatten().collect();
    (name + " " + &said.join(", ")).trim_end().to_owned()
}
