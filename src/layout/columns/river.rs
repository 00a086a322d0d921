//! The rivers: work that flows from one column to the next, either not done or done ahead.

use crate::amount::{Amount, Unit};
use crate::geometry::{Rect, Span};
use crate::layout::bins::Bin;
use crate::layout::place::Taken;
use crate::layout::text::{Anchor, Label};
use crate::layout::{Input, guides};
use crate::locale::fill;
use crate::theme::Ink;

use super::fills::{Fill, Part};
use super::{Column, SAID, Scale, VALUE_ROW};

/// How far the river flows on after the last column.
const LONGEST_OUTFLOW: f64 = 28.0;
/// The gap between a column and the label beside it, and between a fraction and the label above it.
const BESIDE: f64 = 7.0;
const ABOVE: f64 = 17.0;
const HALF_LINE: f64 = 7.5;
/// The number of slices of a band.
const PIECES: u32 = 8;

/// The flow from one column to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The kind of work.
    pub flow: Flow,
    /// The end at the right edge of the column that it leaves.
    pub from: BandEnd,
    /// The end at the left edge of the column that it enters.
    pub to: BandEnd,
}

impl Band {
    /// Slices at equal distances, both ends included. The band is level where it leaves one column and enters the next.
    fn slices(&self) -> Vec<BandEnd> {
        let between = |from: f64, to: f64, share: f64| from + (to - from) * share;
        let slice = |piece: u32| {
            let share = f64::from(piece) / f64::from(PIECES);
            let rise = share * share * (3.0 - 2.0 * share);
            let (from, to) = (self.from.down, self.to.down);
            let down = Span::new(between(from.start, to.start, rise), between(from.end, to.end, rise));
            BandEnd { x: between(self.from.x, self.to.x, share), down }
        };
        (0..=PIECES).map(slice).collect()
    }
}

/// The kind of work that flows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Work not done.
    Behind,
    /// Work done ahead.
    Ahead,
}

/// One end of a band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandEnd {
    /// Its x.
    pub x: f64,
    /// The top and bottom edge.
    pub down: Span,
}

impl Scale {
    /// The bands between the columns. They flow on over a break.
    pub(super) fn bands(&self, bins: &[Bin], columns: &[Column]) -> Vec<Band> {
        let of = |column: &Column| bins.iter().find(|bin| bin.first == column.first);
        let end = |x: f64, top: Amount, carried: Amount| BandEnd {
            x,
            down: Span::new(self.y(top.get()), self.y((top - carried).get())),
        };
        let mut bands = Vec::with_capacity(columns.len());
        for pair in columns.windows(2) {
            let [left, right] = pair else { continue };
            let (Some(here), Some(next)) = (of(left), of(right)) else { continue };
            if here.share.or(next.share).is_some() {
                continue;
            }
            // A week without a record does not change the river.
            let carried = here.carried_out.unwrap_or(next.carried_in).min(next.carried_in);
            if carried.is_positive() {
                let from = end(left.across.end, here.load, carried);
                bands.push(Band { flow: Flow::Behind, from, to: end(right.across.start, next.load, carried) });
            }
            let ahead = here.ahead_out.min(next.ahead_in);
            if ahead.is_positive() {
                // It leaves the column from the part above the plan, and becomes the start of the next column.
                let top = here.ahead_in + here.done.unwrap_or_default();
                let from = end(left.across.end, top, ahead);
                bands.push(Band { flow: Flow::Ahead, from, to: end(right.across.start, ahead, ahead) });
            }
        }
        // Work that the last week leaves open flows out of the picture. A single week has no river.
        if columns.len() > 1
            && let (Some(last), Some(column)) = (bins.last(), columns.last())
            && let Some(carried) = last.carried_out.filter(|carried| carried.is_positive())
            && let Some(bin) = of(column)
        {
            let from = end(column.across.end, bin.load, carried);
            let to = BandEnd { x: self.plot.right().min(from.x + LONGEST_OUTFLOW), ..from };
            bands.push(Band { flow: Flow::Behind, from, to });
        }
        bands
    }
}

/// A label of the most that was carried over, beside the river.
pub(super) fn label(
    input: Input<'_>,
    bins: &[Bin],
    columns: &[Column],
    bands: &[Band],
    plot: Rect,
    taken: &mut Taken,
) -> Option<Label> {
    if bands.is_empty() {
        return None;
    }
    for band in bands {
        for pair in band.slices().windows(2) {
            let [here, next] = pair else { continue };
            let down = Span::new(here.down.start.min(next.down.start), here.down.end.max(next.down.end));
            taken.add(Rect::over(Span::new(here.x, next.x), down));
        }
    }
    let carried = |bin: &&Bin| bin.carried_out.filter(|_| bin.carries());
    let most = bins.iter().filter_map(|bin| carried(&bin)).max()?;
    let deepest = bins.iter().find(|bin| carried(bin) == Some(most))?;
    let index = columns.iter().position(|column| column.first == deepest.first)?;
    let n = input.locale.amount(most, Unit::NONE);
    let text = fill(input.locale.carried(), &[("n", &*n), ("amount", &n)]);
    let label = Label::left(text, 0.0, 0.0, SAID, Ink::JamWords, input.measure);

    let mut candidates = Vec::new();
    for column in columns.iter().skip(index).take(2) {
        let Some((part, below)) = open(column, plot.bottom()) else { continue };
        for y in [Span::new(part.top, below).middle(), part.top + HALF_LINE] {
            candidates.push(Label { x: column.across.end + BESIDE, y, ..label.clone() });
            candidates.push(Label { x: column.across.start - BESIDE, y, anchor: Anchor::Right, ..label.clone() });
        }
    }
    let column = columns.get(index)?;
    let above = column.value.first().map_or(column.top(plot.bottom()), |value| value.y) - ABOVE;
    for y in [above, plot.y - VALUE_ROW - guides::ROW / 2.0] {
        candidates.push(Label { x: column.across.middle(), y, anchor: Anchor::Middle, ..label.clone() });
        candidates.push(Label { x: column.across.start, y, ..label.clone() });
        candidates.push(Label { x: column.across.end, y, anchor: Anchor::Right, ..label.clone() });
    }
    taken.place(candidates)
}

/// The open part of a column, and the y of its lower end.
fn open(column: &Column, baseline: f64) -> Option<(Part, f64)> {
    let at = column.parts.iter().position(|part| part.fill == Fill::Open)?;
    let below = at.checked_sub(1).map_or(baseline, |below| column.parts[below].top);
    Some((column.parts[at], below))
}
