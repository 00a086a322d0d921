//! Bins: one week each, or several weeks each if there are more than the width can hold.
//!
//! Binning keeps the sums: a bin's carried-in, done and carried-out amounts are those of its weeks. The
//! table keeps every week.

use crate::amount::{Amount, Ratio};
use crate::maths::as_f64;
use crate::progress::{Progress, Status};

/// The least width from one column to the next, in CSS px.
const NARROWEST_STEP: f64 = 4.0;

/// One or more successive weeks that are drawn as one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Index of its first week.
    pub first: usize,
    /// Index of its last week.
    pub last: usize,
    /// What kind of week it is.
    pub status: Status,
    /// Whether the bin is still to come.
    pub is_ahead: bool,
    /// New plan, less the dropped scope.
    pub scope: Amount,
    /// Done, if known.
    pub done: Option<Amount>,
    /// Carried in.
    pub carried_in: Amount,
    /// All work that was due; for weeks to come, the plan.
    pub load: Amount,
    /// Carried out, if known.
    pub carried_out: Option<Amount>,
    /// Done ahead before its first week.
    pub ahead_in: Amount,
    /// Done ahead by the end of its last week.
    pub ahead_out: Amount,
    /// The share that is done, if amounts are not known.
    pub share: Option<Ratio>,
    /// Whether the work done is known only roughly.
    pub approx: bool,
}

impl Bin {
    fn of_week(progress: &Progress, index: usize) -> Self {
        let week = &progress.weeks[index];
        let scope = week.planned.unwrap_or_default() - week.dropped;
        Self {
            first: index,
            last: index,
            status: week.status,
            is_ahead: index >= progress.goal.reached,
            scope,
            done: week.done,
            carried_in: week.carried_in.unwrap_or_default(),
            load: week.load.unwrap_or(scope.or_zero()),
            carried_out: week.carried_out,
            ahead_in: week.ahead_in,
            ahead_out: week.ahead_out,
            share: if week.planned.is_none() { week.of_plan } else { None },
            approx: progress.goal.weeks[index].approx,
        }
    }

    fn join(&mut self, next: &Self) {
        self.share = self.share.zip(next.share).map(|(mine, theirs)| mine.pooled(theirs));
        self.last = next.last;
        self.scope += next.scope;
        self.done = match (self.done, next.done) {
            (Some(mine), Some(theirs)) => Some(mine + theirs),
            (mine, theirs) => mine.or(theirs),
        };
        self.carried_out = next.carried_out.or(self.carried_out);
        self.ahead_out = next.ahead_out;
        self.approx |= next.approx;
        self.is_ahead &= next.is_ahead;
        if self.status != next.status {
            self.status = Status::Recorded;
        }
        self.load = match (self.done, self.carried_out) {
            (Some(done), Some(carried)) => done + carried,
            _ => (self.carried_in + self.scope - self.ahead_in).or_zero(),
        };
    }

    /// Whether there is nothing to show: a break in which nothing was planned and nothing done.
    #[must_use]
    pub fn is_break(&self) -> bool {
        self.status == Status::Skipped && !self.scope.is_positive() && self.done.is_none_or(|done| !done.is_positive())
    }

    /// The number of weeks.
    #[must_use]
    pub fn weeks(&self) -> usize {
        self.last + 1 - self.first
    }
}

/// The bins for a plot of `width` CSS px.
pub(super) fn bins(progress: &Progress, width: f64) -> Vec<Bin> {
    let weeks = progress.weeks.len();
    let mut per_bin = 1;
    while per_bin < weeks && as_f64(weeks.div_ceil(per_bin)) * NARROWEST_STEP > width {
        per_bin += 1;
    }
    merged(progress, per_bin)
}

/// The weeks, of which so many are drawn as one.
#[must_use]
pub fn merged(progress: &Progress, per_bin: usize) -> Vec<Bin> {
    let weeks = progress.weeks.len();
    let mut bins: Vec<Bin> = Vec::with_capacity(weeks.div_ceil(per_bin));
    for index in 0..weeks {
        let bin = Bin::of_week(progress, index);
        match bins.last_mut() {
            Some(open) if open.last + 1 - open.first < per_bin => open.join(&bin),
            _ => bins.push(bin),
        }
    }
    bins
}
