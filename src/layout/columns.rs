//! The weekly view: a column a week, as high as its load, and the river of carried work between the columns.

use crate::amount::Amount;
use crate::geometry::{Rect, Span};
use crate::maths::as_f64;
use crate::progress::Status;
use crate::theme::Ink;

use super::band_scale::BandScale;
use super::bins::{Bin, bins};
use super::legend::{SWATCH, Swatch, legend};
use super::text::{Font, Label};
use super::{Chart, Grid, Input, Weeks, axis};

const DONE: Font = Font::bold(13.0);
const REST: Font = Font::regular(13.0);
const WIDEST_COLUMN: f64 = 56.0;
/// Columns up to this width leave less than half of the room free.
const CLOSE_COLUMN: f64 = 8.0;
/// Room above the highest column for its fraction.
const VALUE_ROW: f64 = 24.0;
const VALUE_ABOVE: f64 = 11.0;
/// A tick of the plan stands out of its column by this much, where there is room.
const TICK_OUT: f64 = 5.0;
/// Columns that are closer than this have no ticks: side by side, those would look like a line of their own.
const NARROWEST_TICK: f64 = 16.0;
/// How far the river flows on behind the last column.
const LONGEST_OUTFLOW: f64 = 28.0;

/// The columns and the river between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// From left to right.
    pub columns: Vec<Column>,
    /// The river: a band from each column that carries something over to the next.
    pub bands: Vec<Band>,
}

/// One week, or several that are drawn as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Index of its first week.
    pub first: usize,
    /// Index of its last week.
    pub last: usize,
    /// Its left and right edge.
    pub across: Span,
    /// How it is filled, from the baseline upwards.
    pub parts: Vec<Part>,
    /// The y that the new plan alone would reach, if something is carried in.
    pub plan_tick: Option<f64>,
    /// How far the tick stands out at either side.
    pub tick_out: f64,
    /// The fraction above it, in pieces from left to right.
    pub value: Vec<Label>,
}

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
    /// Done.
    Done,
    /// Done, and all of the load is.
    Complete,
    /// Done beyond the load.
    Beyond,
    /// Not done: hatched.
    Open,
    /// Plan of a week to come: dashed outline.
    Future,
    /// Plan of a week without a record: dotted outline.
    Unknown,
}

/// What one column carries over to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// At the right edge of the column that it leaves.
    pub from: BandEnd,
    /// At the left edge of the column that it enters.
    pub to: BandEnd,
}

/// One end of a band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandEnd {
    /// Its x.
    pub x: f64,
    /// Its upper and lower edge.
    pub down: Span,
}

/// Lays out the chart in its box.
pub(super) fn chart(input: Input<'_>, area: Rect) -> Chart {
    let bins = bins(input.progress, area.width);
    let has_ticks = area.width / as_f64(bins.len()) >= NARROWEST_TICK;
    let max = bins.iter().map(Bin::height).fold(0.0, f64::max);
    let max = if max > 0.0 { max } else { 1.0 };

    let values = values(input, &bins, area.width / as_f64(bins.len()));
    let has_amounts = bins.iter().any(|bin| bin.share.is_none() && bin.load.is_positive());
    let grid = (values.is_none() && has_amounts).then(|| Grid::new(input, max));
    let room = grid.as_ref().map_or(0.0, Grid::room);
    let step = (area.width - room) / as_f64(bins.len());
    let width = column_width(step);
    // Swatches are filled as the columns are, and columns that are close together are not hatched.
    let swatch = SWATCH.min(width.max(CLOSE_COLUMN));
    let legend = legend(input, &legend_parts(input, &bins, has_ticks), swatch, area);
    let top = area.y + legend.height + VALUE_ROW;
    let bottom = area.bottom() - axis::height(input, &bins);
    let plot = Rect { x: area.x + room, y: top, width: area.width - room, height: bottom - top };

    let scale = Scale { plot, step, width, max, has_ticks };
    let columns = scale.columns(&bins, values.unwrap_or_default());
    let bands = scale.bands(&bins, &columns);
    let axis = axis::axis(input, &bins, plot, area.right());
    Chart {
        plot,
        weeks: Weeks::Columns(Columns { columns, bands }),
        scale: BandScale::new(&bins),
        grid: grid.map_or_else(Vec::new, |grid| grid.lines(area.x, plot)),
        labels: axis.labels,
        signs: axis.signs,
        legend: legend.items,
    }
}

/// In whole px: the device's grid would make some columns wider than their neighbours.
fn column_width(step: f64) -> f64 {
    (step * 0.5).min(WIDEST_COLUMN).round().max((step * 0.75).floor().min(CLOSE_COLUMN))
}

impl Bin {
    /// The value that its column reaches.
    fn height(&self) -> f64 {
        if self.share.is_some() { 0.0 } else { self.load.max(self.done.unwrap_or_default()).get() }
    }

    fn is_ahead_of_record(&self) -> bool {
        self.status == Status::Future || (self.carried_out.is_none() && self.share.is_none())
    }
}

/// How values become places.
struct Scale {
    plot: Rect,
    /// From one column's middle to the next one's.
    step: f64,
    /// The width of a column.
    width: f64,
    /// The value at the upper edge of the plot.
    max: f64,
    has_ticks: bool,
}

impl Scale {
    fn y(&self, value: f64) -> f64 {
        self.plot.bottom() - self.plot.height * value.max(0.0) / self.max
    }

    fn columns(&self, bins: &[Bin], values: Vec<Vec<Label>>) -> Vec<Column> {
        let mut values = values.into_iter();
        let mut columns = Vec::with_capacity(bins.len());
        for (index, bin) in bins.iter().enumerate() {
            // A share has no amount: its whole is as high as the plot.
            let share = |value: f64| self.plot.bottom() - self.plot.height * value;
            let x = self.plot.x + self.step * as_f64(index) + (self.step - self.width) / 2.0;
            let x = if self.step < 16.0 { x } else { x.round() };
            let parts: Vec<Part> = match bin.share {
                Some(of_plan) => parts(&shares(of_plan.fraction()), share),
                None => parts(&fills(bin), |value| self.y(value)),
            };
            let new_plan = bin.load - bin.carried_in;
            let has_tick = self.has_ticks && bin.carried_in.is_positive() && new_plan.is_positive();
            let top = parts.last().map_or(self.plot.bottom(), |part| part.top);
            columns.push(Column {
                first: bin.first,
                last: bin.last,
                across: Span::new(x, x + self.width),
                parts,
                plan_tick: has_tick.then(|| self.y(new_plan.get())),
                tick_out: TICK_OUT.min((self.step - self.width) / 2.0 - 1.0).max(0.0),
                value: placed(values.next().unwrap_or_default(), x + self.width / 2.0, top - VALUE_ABOVE),
            });
        }
        columns
    }

    fn bands(&self, bins: &[Bin], columns: &[Column]) -> Vec<Band> {
        let end = |x: f64, bin: &Bin, carried: Amount| BandEnd {
            x,
            down: Span::new(self.y(bin.load.get()), self.y((bin.load - carried).get())),
        };
        let mut bands = Vec::with_capacity(bins.len());
        for (bins, columns) in bins.windows(2).zip(columns.windows(2)) {
            let ([here, next], [left, right]) = (bins, columns) else { continue };
            // Through a week without a record, the river flows on as it was.
            let carried = here.carried_out.unwrap_or(next.carried_in);
            if carried.is_positive() && here.share.or(next.share).is_none() {
                let from = end(left.across.end, here, carried);
                bands.push(Band { from, to: end(right.across.start, next, carried) });
            }
        }
        // What the last week leaves flows out of the picture: it was never cleared.
        if let (Some(last), Some(column)) = (bins.last(), columns.last())
            && let Some(carried) = last.carried_out.filter(|carried| carried.is_positive())
        {
            let from = end(column.across.end, last, carried);
            bands.push(Band { from, to: BandEnd { x: self.plot.right().min(from.x + LONGEST_OUTFLOW), ..from } });
        }
        bands
    }
}

/// What fills the column of a week, and the value up to which it does.
fn fills(bin: &Bin) -> [(Fill, f64); 3] {
    const NONE: (Fill, f64) = (Fill::Done, 0.0);
    let (done, load) = (bin.done.unwrap_or_default().get(), bin.load.get());
    match bin.status {
        Status::Future => {
            let new_plan = (bin.load - bin.carried_in).or_zero().get();
            [(Fill::Done, done), (Fill::Future, new_plan.max(done)), (Fill::Open, load.max(done))]
        }
        _ if bin.done.is_none() => [(Fill::Unknown, load), NONE, NONE],
        _ if done > load => [(Fill::Done, load), (Fill::Beyond, done), NONE],
        _ => stacked(done, load),
    }
}

/// What fills the column of a week of which only the share is known that is done.
fn shares(share: f64) -> [(Fill, f64); 3] {
    stacked(share.min(1.0), 1.0)
}

fn stacked(done: f64, load: f64) -> [(Fill, f64); 3] {
    let fill = if done >= load { Fill::Complete } else { Fill::Done };
    [(fill, done), (Fill::Open, load), (Fill::Open, 0.0)]
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

/// The fraction above a column: the work done in bold, and what there was to do beside it.
fn value(input: Input<'_>, bin: &Bin) -> Vec<Label> {
    let locale = input.locale;
    let piece = |text: String, font: Font, ink: Ink| Label::left(text, 0.0, 0.0, font, ink, input.measure);
    let roughly = |text: String| locale.roughly_if(bin.approx, text);
    if let Some(share) = bin.share {
        return vec![piece(roughly(locale.percent(share)), DONE, Ink::Text)];
    }
    match bin.done {
        Some(done) if bin.status != Status::Future => {
            if !bin.load.is_positive() && !done.is_positive() {
                return vec![piece("–".to_owned(), REST, Ink::Muted)];
            }
            let number = roughly(locale.number(done));
            let load = "/".to_owned() + &locale.number(bin.load);
            vec![piece(number, DONE, Ink::Text), piece(load, REST, Ink::Muted)]
        }
        _ if bin.status == Status::Future && bin.load.is_positive() => {
            vec![piece(locale.number(bin.load), REST, Ink::Muted)]
        }
        _ if bin.status == Status::Future => Vec::new(),
        _ => vec![piece("?".to_owned(), DONE, Ink::Muted)],
    }
}

/// The fractions of all bins, if there is room for them. It ends at the first that has none, so that of a thousand weeks
/// not every value is measured in vain.
fn values(input: Input<'_>, bins: &[Bin], step: f64) -> Option<Vec<Vec<Label>>> {
    let mut values = Vec::with_capacity(bins.len());
    for bin in bins {
        let pieces = value(input, bin);
        if total_width(&pieces) + 5.0 > step {
            return None;
        }
        values.push(pieces);
    }
    Some(values)
}

fn total_width(pieces: &[Label]) -> f64 {
    pieces.iter().map(|piece| piece.width).sum()
}

/// Pieces side by side, centred on `x`.
fn placed(mut pieces: Vec<Label>, x: f64, y: f64) -> Vec<Label> {
    let mut start = x - total_width(&pieces) / 2.0;
    for piece in &mut pieces {
        piece.x = start;
        piece.y = y;
        start += piece.width;
    }
    pieces
}

/// The parts of the legend that these bins need.
fn legend_parts(input: Input<'_>, bins: &[Bin], has_ticks: bool) -> Vec<(Swatch, &'static str)> {
    let locale = input.locale;
    let has = |fill: Fill| {
        bins.iter().any(|bin| {
            let fills = bin.share.map_or_else(|| fills(bin), |share| shares(share.fraction()));
            parts(&fills, |value| value).iter().any(|part| part.fill == fill)
        })
    };
    let shows_plan = |bin: &Bin| bin.carried_in.is_positive() && bin.load > bin.carried_in && !bin.is_ahead_of_record();
    let candidates = [
        (Swatch::Column(Fill::Done), locale.legend_done(), has(Fill::Done) || has(Fill::Complete)),
        (Swatch::Column(Fill::Open), locale.legend_carried(), has(Fill::Open)),
        (Swatch::PlanLine, locale.legend_plan(), has_ticks && bins.iter().any(shows_plan)),
        (Swatch::Column(Fill::Beyond), locale.legend_beyond(), has(Fill::Beyond)),
        (Swatch::Column(Fill::Future), locale.legend_future(), has(Fill::Future)),
    ];
    candidates.into_iter().filter(|part| part.2).map(|(swatch, meaning, _)| (swatch, meaning)).collect()
}
