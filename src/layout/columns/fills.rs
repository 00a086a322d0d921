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
    /// What its column reaches.
    #[must_use]
    pub fn reach(&self) -> Amount {
        if self.share.is_some() || self.is_break() {
            return Amount::ZERO;
        }
        let done = self.done.unwrap_or_default();
        (self.ahead_in + done).max(self.load).max(self.scope)
    }

    /// The value that its column reaches.
    pub(super) fn height(&self) -> f64 {
        self.reach().get()
    }

    /// Whether something of it is carried over.
    #[must_use]
    pub fn carries(&self) -> bool {
        self.share.is_none() && self.carried_out.is_some_and(Amount::is_positive)
    }
}

/// Whether the column's own end does not show the week's plan: other work stands in it as well, or more was done.
#[must_use]
pub fn hides_plan(bin: &Bin) -> bool {
    let is_higher = bin.reach() > bin.scope;
    bin.share.is_none() && bin.scope.is_positive() && is_higher
}

/// The parts of a column of amounts; `y` gives the place of a value.
pub(super) fn of_amounts(bin: &Bin, y: impl Fn(f64) -> f64) -> Vec<Part> {
    ends(bin).into_iter().map(|(fill, amount)| Part { fill, top: y(amount.get()) }).collect()
}

/// What fills a column of amounts, from the baseline upwards: each fill with the amount up to which it reaches.
#[must_use]
pub fn ends(bin: &Bin) -> Vec<(Fill, Amount)> {
    let (scope, load) = (bin.scope.or_zero(), bin.load);
    let ahead = bin.ahead_in;
    // The load is what is left of the plan where work is ahead, so the column's open end is the plan itself.
    let end = if bin.ahead_in.is_positive() { scope } else { load };
    let filled = ahead + bin.done.unwrap_or_default();
    let fills = match bin.done {
        _ if bin.is_ahead => {
            let new_plan = if bin.ahead_in.is_positive() { scope } else { (bin.load - bin.carried_in).or_zero() };
            [(Fill::Ahead, ahead), (Fill::Done, filled), (Fill::Future, new_plan), (Fill::Open, load)]
        }
        None => [(Fill::Ahead, ahead), (Fill::Unknown, end), (Fill::Open, Amount::ZERO), (Fill::Open, Amount::ZERO)],
        Some(_) => {
            let done = if filled >= end { Fill::Complete } else { Fill::Done };
            [(Fill::Ahead, ahead), (done, filled), (Fill::Open, end), (Fill::Open, Amount::ZERO)]
        }
    };
    rising(&fills, Amount::ZERO)
}

/// The parts of a column of which only the share is known that is done; `y` gives the place of a share.
pub(super) fn of_share(share: f64, y: impl Fn(f64) -> f64) -> Vec<Part> {
    let done = if share >= 1.0 { Fill::Complete } else { Fill::Done };
    let ends = rising(&[(done, share.min(1.0)), (Fill::Open, 1.0)], 0.0);
    ends.into_iter().map(|(fill, value)| Part { fill, top: y(value) }).collect()
}

/// The fills that have a height.
fn rising<Value: Copy + PartialOrd>(fills: &[(Fill, Value)], baseline: Value) -> Vec<(Fill, Value)> {
    let mut reached = baseline;
    let mut ends = Vec::with_capacity(fills.len());
    for &(fill, value) in fills {
        if value > reached {
            reached = value;
            ends.push((fill, value));
        }
    }
    ends
}
