//! What fills a column, from the baseline upwards.

use crate::amount::Amount;
use crate::layout::bins::Bin;

/// A part of a column. It begins where the part below it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// What it is filled with.
    pub fill: Fill,
    /// The y of its upper end.
    pub top: f64,
}

/// What a part of a column is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Done in the week.
    Done,
    /// Done, and nothing is left open in the week.
    Complete,
    /// Done in the weeks before, ahead of the plan.
    Ahead,
    /// Not done: hatched.
    Open,
    /// Plan of a week to come: dashed outline.
    Future,
    /// Plan of a week without a record: dotted outline.
    Unknown,
}

impl Bin {
    /// The value that its column reaches.
    pub(super) fn height(&self) -> f64 {
        if self.share.is_some() || self.is_break() {
            return 0.0;
        }
        let done = self.done.unwrap_or_default();
        (self.ahead_in + done).max(self.load).max(self.scope).get()
    }

    /// Whether something of it is carried over.
    pub(super) fn carries(&self) -> bool {
        self.share.is_none() && self.carried_out.is_some_and(Amount::is_positive)
    }
}

/// Whether the column's own end does not show the week's plan: other work stands in it as well, or more was done.
pub(super) fn hides_plan(bin: &Bin) -> bool {
    let is_higher = bin.height() > bin.scope.get();
    bin.share.is_none() && bin.scope.is_positive() && is_higher
}

/// The parts of a column of amounts; `y` gives the place of a value.
pub(super) fn of_amounts(bin: &Bin, y: impl Fn(f64) -> f64) -> Vec<Part> {
    let (scope, load) = (bin.scope.or_zero().get(), bin.load.get());
    let ahead = bin.ahead_in.get();
    // The load is what is left of the plan where work is ahead, so the column's open end is the plan itself.
    let end = if bin.ahead_in.is_positive() { scope } else { load };
    let filled = ahead + bin.done.unwrap_or_default().get();
    let fills = match bin.done {
        _ if bin.is_ahead => {
            let new_plan = if bin.ahead_in.is_positive() { scope } else { (bin.load - bin.carried_in).or_zero().get() };
            [(Fill::Ahead, ahead), (Fill::Done, filled), (Fill::Future, new_plan), (Fill::Open, load)]
        }
        None => [(Fill::Ahead, ahead), (Fill::Unknown, end), (Fill::Open, 0.0), (Fill::Open, 0.0)],
        Some(_) => {
            let done = if filled >= end { Fill::Complete } else { Fill::Done };
            [(Fill::Ahead, ahead), (done, filled), (Fill::Open, end), (Fill::Open, 0.0)]
        }
    };
    parts(&fills, y)
}

/// The parts of a column of which only the share is known that is done; `y` gives the place of a share.
pub(super) fn of_share(share: f64, y: impl Fn(f64) -> f64) -> Vec<Part> {
    let done = if share >= 1.0 { Fill::Complete } else { Fill::Done };
    parts(&[(done, share.min(1.0)), (Fill::Open, 1.0)], y)
}

/// The fills that have a height, at their places.
fn parts(fills: &[(Fill, f64)], y: impl Fn(f64) -> f64) -> Vec<Part> {
    let mut reached = 0.0;
    let mut parts = Vec::with_capacity(fills.len());
    for (fill, value) in fills {
        if *value > reached {
            reached = *value;
            parts.push(Part { fill: *fill, top: y(*value) });
        }
    }
    parts
}
