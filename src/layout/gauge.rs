//! The gauge: the overall share, with a tick at the share due by the plan. An arc beside a chart, a bar above it.

mod arc;
mod bar;

use crate::amount::{Amount, Ratio};

use super::Input;
use super::text::Label;

pub use arc::{Arc, fraction, remainder};
pub(super) use arc::{arc, ring};
pub use bar::Bar;
pub(super) use bar::bar;

/// The two forms of the gauge.
#[derive(Clone, Debug, PartialEq)]
pub enum Gauge {
    /// An arc, or a whole ring.
    Arc(Arc),
    /// A bar.
    Bar(Bar),
}

impl Gauge {
    /// The labels in the gauge and beside it.
    #[must_use]
    pub fn labels(&self) -> &[Label] {
        match self {
            Self::Arc(arc) => &arc.labels,
            Self::Bar(bar) => &bar.labels,
        }
    }
}

/// The share to show: the author's if it differs from the computed one.
#[must_use]
pub fn shown(input: Input<'_>) -> Option<Ratio> {
    input.progress.stated.or(input.progress.overall)
}

/// The share that was due by the plan. `None` if nothing is recorded or all is done.
#[must_use]
pub fn due(input: Input<'_>) -> Option<Ratio> {
    let progress = input.progress;
    let is_open = progress.goal.reached > 0 && progress.remaining != Some(Amount::ZERO);
    progress.expected.filter(|_| is_open)
}

fn clamped(share: Ratio) -> f64 {
    share.fraction().clamp(0.0, 1.0)
}
