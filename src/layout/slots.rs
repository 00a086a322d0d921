//! The weeks as they are drawn: one each, or several as one where there are more weeks than the width can hold.
//!
//! Merging is honest: what is carried into a slot, done in it and carried out of it are those of its weeks. The table
//! keeps every week.

use crate::progress::{Progress, Status, Week};

/// The least width from one column to the next.
const NARROWEST_STEP: f64 = 4.0;

/// One or more weeks in a row, drawn as one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Slot {
    /// Index of its first week.
    pub first: usize,
    /// Index of its last week.
    pub last: usize,
    /// What kind of week it is.
    pub status: Status,
    /// New plan.
    pub planned: f64,
    /// Done, if it is known.
    pub done: Option<f64>,
    /// Carried in.
    pub carried_in: f64,
    /// All that there was to do; the plan, where it is still to come.
    pub load: f64,
    /// Carried out, where it is known.
    pub carried_out: Option<f64>,
    /// The share that is done, where amounts are not known.
    pub share: Option<f64>,
    /// Whether what was done is only known roughly.
    pub approx: bool,
}

impl Slot {
    fn of_week(index: usize, week: &Week) -> Self {
        let planned = week.planned.unwrap_or(0.0);
        Self {
            first: index,
            last: index,
            status: week.status,
            planned,
            done: week.done,
            carried_in: week.carried_in.unwrap_or(0.0),
            load: week.load.unwrap_or(planned),
            carried_out: week.carried_out,
            share: if week.planned.is_none() { week.of_plan } else { None },
            approx: week.approx,
        }
    }

    fn join(&mut self, next: &Self) {
        self.share = self.share.zip(next.share).map(|(mine, theirs)| {
            let weeks = count(self.last + 1 - self.first);
            (mine * weeks + theirs) / (weeks + 1.0)
        });
        self.last = next.last;
        self.planned += next.planned;
        self.done = match (self.done, next.done) {
            (Some(mine), Some(theirs)) => Some(mine + theirs),
            (mine, theirs) => mine.or(theirs),
        };
        self.carried_out = next.carried_out.or(self.carried_out);
        self.approx |= next.approx;
        if self.status != next.status {
            self.status = Status::Recorded;
        }
        self.load = match (self.done, self.carried_out) {
            (Some(done), Some(carried)) => done + carried,
            _ => self.carried_in + self.planned,
        };
    }
}

/// The slots for a plot of that width.
pub(super) fn slots(progress: &Progress, width: f64) -> Vec<Slot> {
    let weeks = &progress.weeks;
    let mut per_slot = 1;
    while per_slot < weeks.len() && count(weeks.len().div_ceil(per_slot)) * NARROWEST_STEP > width {
        per_slot += 1;
    }
    let mut slots: Vec<Slot> = Vec::with_capacity(weeks.len().div_ceil(per_slot));
    for (index, week) in weeks.iter().enumerate() {
        let slot = Slot::of_week(index, week);
        match slots.last_mut() {
            Some(open) if open.last + 1 - open.first < per_slot => open.join(&slot),
            _ => slots.push(slot),
        }
    }
    slots
}

/// A count of weeks or slots as a number to compute with.
pub(super) fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}
