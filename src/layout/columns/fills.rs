//! The fills of a column, from the baseline upwards.

use crate::amount::Amount;
use crate::layout::bins::Bin;

/// A part of a column. It starts at the top of the part below.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The fill.
    pub fill: Fill,
    /// The y of the top.
    pub top: f64,
}

/// The fill of a part of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// Done in the week.
    Done,
    /// Done, in a week with no open work.
    Complete,
    /// Done in earlier weeks, ahead of the plan.
    Ahead,
    /// Not done: hatched.
    Open,
    /// The plan of a week to come: dashed outline.
    Future,
    /// The plan of a week without a record: dotted outline.
    Unknown,
}

impl Bin {
    /// The amount at the top of the column.
    #[must_use]
    pub fn reach(&self) -> Amount {
        if self.share.is_some() || self.is_break() {
            return Amount::ZERO;
        }
        let done = self.done.unwrap_or_default();
        (self.ahead_in + done).max(self.load).max(self.scope)
    }

    /// The value at the top of the column.
    pub(super) fn height(&self) -> f64 {
        self.reach().get()
    }

    /// Whether work is carried over.
    #[must_use]
    pub fn carries(&self) -> bool {
        self.share.is_none() && self.carried_out.is_some_and(Amount::is_positive)
    }
}

/// Whether the column's top is not the week's plan: the column contains other work as well, or more was done.
#[must_use]
pub fn hides_plan(bin: &Bin) -> bool {
    let is_higher = bin.reach() > bin.scope;
    bin.share.is_none() && bin.scope.is_positive() && is_higher
}

/// The parts of a column of amounts; `y` maps a value to its place.
pub(super) fn of_amounts(bin: &Bin, y: impl Fn(f64) -> f64) -> Vec<Part> {
    ends(bin).into_iter().map(|(fill, amount)| Part { fill, top: y(amount.get()) }).collect()
}

/// The fills of a column of amounts, from the baseline upwards, each with the amount at its top.
#[must_use]
pub fn ends(bin: &Bin) -> Vec<(Fill, Amount)> {
    let (scope, load) = (bin.scope.or_zero(), bin.load);
    let ahead = bin.ahead_in;
    // If work is ahead, the load is the rest of the plan, so the top of the column's open part is the plan itself.
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

/// The parts of a column that has only a share; `y` maps a share to its place.
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
