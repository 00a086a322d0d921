//! One week in words: what its tooltip shows, and what is said of it to those who step through the weeks.

use crate::progress::{Progress, Status, Week};
use crate::words::Header;

use super::table::{completed, remarks};

/// A week, told.
#[derive(Clone, Debug, PartialEq)]
pub struct Telling {
    /// Its label and day.
    pub week: String,
    /// What was done of what there was to do, and what is carried over.
    pub work: String,
    /// What kind of week it was, its milestone, and the author's line.
    pub remarks: Vec<String>,
    /// Where the author's line leads.
    pub link: Option<String>,
}

/// Tells a week, given by its index.
#[must_use]
pub fn telling(progress: &Progress, index: usize) -> Option<Telling> {
    let week = progress.weeks.get(index)?;
    let mut name = week.label.clone();
    if let Some(day) = week.day {
        name += ", ";
        name += &progress.words.long_date(day);
    }
    Some(Telling { week: name, work: work(progress, week), remarks: remarks(progress, week), link: week.link.clone() })
}

impl Telling {
    /// All of it in one breath.
    #[must_use]
    pub fn sentence(&self, progress: &Progress) -> String {
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
            said += progress.words.opens_link();
        }
        said
    }
}

fn work(progress: &Progress, week: &Week) -> String {
    let (words, unit) = (progress.words, progress.unit.as_str());
    let roughly = |text: String| if week.approx { words.roughly(&text) } else { text };
    let load = week.load.or(week.planned).unwrap_or(0.0);
    match (week.done, completed(week)) {
        (Some(done), _) if week.status != Status::Future => {
            if load <= 0.0 && done <= 0.0 {
                return words.nothing_to_do().to_owned();
            }
            let work = if load > 0.0 { words.done_of(done, load, unit) } else { words.amount(done, unit) };
            let work = roughly(work);
            match week.carried_out.filter(|carried| *carried > 0.0) {
                Some(carried) => format!("{work}, {}", words.carried(carried, unit)),
                None => work,
            }
        }
        (None, Some(share)) => format!("{} {}", words.header(Header::Completed), roughly(words.percent(share))),
        _ if load > 0.0 => words.to_do(load, unit),
        _ => String::new(),
    }
}
