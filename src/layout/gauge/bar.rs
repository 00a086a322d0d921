//! The gauge of narrow pictures: a bar, filled up to the share done, and hatched from there to the share due.

use crate::amount::Unit;
use crate::geometry::{Point, Rect};
use crate::theme::Ink;

use super::{Input, Label, clamped, due, shown};
use crate::layout::header::plan_by_now;
use crate::layout::text::{Font, first_fitting};

const HEIGHT: f64 = 12.0;
/// How far the tick extends beyond the bar.
const TICK_OUT: f64 = 3.0;
const FONT: Font = Font::regular(12.0);
/// The row of the tick's label.
const ROW: f64 = 16.0;
/// The gap below the bar.
const BELOW: f64 = 2.0;

/// A bar with a value and a tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The whole bar.
    pub place: Rect,
    /// The share that is filled, 0 to 1.
    pub share: f64,
    /// The share that was due by the plan, 0 to 1.
    pub tick: Option<f64>,
    /// The tick's label.
    pub labels: Vec<Label>,
}

impl Bar {
    /// The x at a share of the bar.
    #[must_use]
    pub fn x(&self, share: f64) -> f64 {
        self.place.x + self.place.width * share
    }

    /// The share that was due and is not done.
    #[must_use]
    pub fn missing(&self) -> Option<Rect> {
        let tick = self.tick.filter(|tick| *tick > self.share)?;
        let x = self.x(self.share);
        Some(Rect { x, width: self.x(tick) - x, ..self.place })
    }

    /// The ends of the plan's tick, from top to bottom.
    #[must_use]
    pub fn tick_line(&self) -> Option<[Point; 2]> {
        let x = self.x(self.tick?);
        Some([Point::new(x, self.place.y - TICK_OUT), Point::new(x, self.place.bottom() + TICK_OUT)])
    }
}

/// The bar at the top of `area`, and its height.
pub(in crate::layout) fn bar(input: Input<'_>, area: Rect) -> Option<(Bar, f64)> {
    let place = Rect { x: area.x, y: area.y + TICK_OUT, width: area.width - area.x, height: HEIGHT };
    let mut bar = Bar { place, share: clamped(shown(input)?), tick: due(input).map(clamped), labels: Vec::new() };
    let mut height = HEIGHT + TICK_OUT + BELOW;
    let said = bar.tick.and_then(|_| {
        let forms = [&input.progress.goal.unit, Unit::NONE].into_iter().filter_map(|unit| plan_by_now(input, unit));
        first_fitting(forms, area.width, FONT, input.measure)
    });
    if let (Some(tick), Some(text)) = (bar.tick, said) {
        let y = place.bottom() + TICK_OUT + ROW / 2.0;
        let label = Label::centred(text, bar.x(tick), y, FONT, Ink::Muted, input.measure);
        bar.labels.push(label.within(place.x, place.right()));
        height += TICK_OUT + ROW - BELOW;
    }
    Some((bar, height))
}
