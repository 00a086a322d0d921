//! The weekly view: a column a week, and the rivers of carried work between the columns.
//!
//! Open work is hatched on top of its column and flows onto the top of the next one. Work done ahead is pale
//! at the foot of the next columns until it is used up. The solid part is the work done in the week itself.

mod backlog;
mod fills;
mod river;
mod values;

use crate::geometry::{Rect, Span};
use crate::maths::as_f64;

use super::bins::{Bin, bins};
use super::grid::Grid;
use super::legend::{self, Item, SWATCH, Swatch};
use super::place::Taken;
use super::text::{Font, Label};
use super::{BandScale, Chart, Input, MOST_COLUMNS, NARROWEST_STEP, Weeks, axis, guides};

pub use backlog::Backlog;
pub use fills::{Fill, Part, ends, hides_plan};
pub use river::{Band, BandEnd, Flow};
pub use values::value;

const WIDEST_COLUMN: f64 = 56.0;
/// The widest column of a sparkline.
const WIDEST_SPARK: f64 = 14.0;
/// Columns up to this width leave less than half of each step empty.
const CLOSE_COLUMN: f64 = 8.0;
/// The room above the highest column for its fraction.
pub(super) const VALUE_ROW: f64 = 22.0;
const VALUE_ABOVE: f64 = 11.0;
/// How far a tick of the plan extends beyond its column on each side, if there is room.
const TICK_OUT: f64 = 5.0;
/// Columns closer than this have no ticks, which would look like one line.
const NARROWEST_TICK: f64 = 16.0;
/// Anything lower than this, in CSS px, is too small to see, and the legend leaves it out.
const SEEN: f64 = 3.0;

/// The columns and the rivers between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// From left to right. A break has none.
    pub columns: Vec<Column>,
    /// The rivers: a band from each column that carries something over to the next.
    pub bands: Vec<Band>,
}

/// One week, or several that are drawn as one.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Index of its first week.
    pub first: usize,
    /// Index of its last week.
    pub last: usize,
    /// The left and right edge.
    pub across: Span,
    /// The parts, from the baseline upwards.
    pub parts: Vec<Part>,
    /// The y of the week's own plan, if the column's end does not show it.
    pub plan_tick: Option<f64>,
    /// How far the tick extends on each side.
    pub tick_out: f64,
    /// The fraction above the column, in pieces from left to right.
    pub value: Vec<Label>,
}

impl Column {
    /// The y of the column's top, or of the baseline.
    fn top(&self, baseline: f64) -> f64 {
        self.parts.last().map_or(baseline, |part| part.top)
    }
}

/// Maps weeks and values to places.
struct Scale {
    plot: Rect,
    /// From the middle of one column to the middle of the next.
    step: f64,
    /// The width of a column.
    width: f64,
    /// The value at the top edge of the plot.
    max: f64,
}

/// Lays out the chart in its area. `right` is the right edge of the picture.
pub(super) fn chart(input: Input<'_>, area: Rect, right: f64) -> Chart {
    let bins = bins(input.progress, area.width);
    let has_amounts = bins.iter().any(|bin| bin.share.is_none() && bin.height() > 0.0);
    let weeks = input.progress.weeks.len();
    if has_amounts && (weeks > MOST_COLUMNS || area.width / as_f64(weeks) < NARROWEST_STEP) {
        return backlog::chart(input, &bins, area, right);
    }
    let max = highest(bins.iter().map(Bin::height));
    let values = values::values(input, &bins, area.width / as_f64(bins.len()));
    let grid = (values.is_none() && has_amounts).then(|| Grid::new(input, max));
    let room = grid.as_ref().map_or(0.0, Grid::room);
    let across = Span::new(area.x + room, area.right());
    let axis = axis::axis(input, &bins, across, area.right());
    let has_notes = guides::has_any(input) || bins.iter().any(Bin::carries);
    let above = legend::ROW + if has_notes { guides::ROW } else { 0.0 } + VALUE_ROW;
    let bottom = area.bottom() - axis.height;
    let plot = Rect::over(across, Span::new(area.y + above, bottom));

    let step = plot.width / as_f64(bins.len());
    let scale = Scale { plot, step, width: column_width(step, bins.len()), max };
    let columns = scale.columns(&bins, values.unwrap_or_default());
    let bands = scale.bands(&bins, &columns);
    let guides = guides::guides(input, plot, plot, plot.y - VALUE_ROW);
    let legend_row = legend::row(area, right);
    // Swatches look like the columns, which are not hatched if they are close together.
    let swatch = SWATCH.min(scale.width.max(CLOSE_COLUMN));
    let legend = legend::legend(input, &legend_items(input, &columns, &bands, plot.bottom()), swatch, legend_row);

    let mut taken = Taken::new(Rect { y: area.y + legend::ROW, height: bottom - area.y - legend::ROW, ..plot });
    for column in &columns {
        taken.add(Rect::over(column.across, Span::new(column.top(bottom), bottom)));
        taken.add_labels(&column.value);
    }
    for guide in &guides {
        taken.add_line(&guide.line(), 1.0);
        taken.add_labels(guide.label.as_slice());
    }
    let said = river::label(input, &bins, &columns, &bands, plot, &mut taken);
    let axis = axis.at(bottom);
    Chart {
        plot,
        field: plot,
        weeks: Weeks::Columns(Columns { columns, bands }),
        scale: BandScale::new(&bins),
        grid: grid.map_or_else(Vec::new, |grid| grid.lines(area.x, plot)),
        guides,
        labels: axis.labels.into_iter().chain(said).collect(),
        signs: axis.signs,
        legend,
        legend_row,
    }
}

/// The weeks as very small columns without labels.
pub(super) fn sparkline(bins: &[Bin], plot: Rect) -> Vec<Column> {
    let max = highest(bins.iter().map(Bin::height));
    let step = plot.width / as_f64(bins.len());
    let scale = Scale { plot, step, width: column_width(step, bins.len()).min(WIDEST_SPARK), max };
    let columns = scale.columns(bins, Vec::new());
    columns.into_iter().map(|column| Column { plan_tick: None, ..column }).collect()
}

/// The highest of some values; 1 if none is above zero.
fn highest(values: impl Iterator<Item = f64>) -> f64 {
    let max = values.fold(0.0, f64::max);
    if max > 0.0 { max } else { 1.0 }
}

/// The width of a column in whole px, so that the device's grid makes no column wider than another. A single column is
/// a quarter of the plot.
fn column_width(step: f64, count: usize) -> f64 {
    if count == 1 {
        return (step * 0.25).round();
    }
    (step * 0.5).min(WIDEST_COLUMN).round().max((step * 0.75).floor().min(CLOSE_COLUMN))
}

impl Scale {
    fn y(&self, value: f64) -> f64 {
        self.plot.bottom() - self.plot.height * value.max(0.0) / self.max
    }

    /// The left edge of the column at an index.
    fn x(&self, index: usize) -> f64 {
        let x = self.plot.x + self.step * as_f64(index) + (self.step - self.width) / 2.0;
        if self.step < 16.0 { x } else { x.round() }
    }

    fn columns(&self, bins: &[Bin], values: Vec<Vec<Label>>) -> Vec<Column> {
        let mut values = values.into_iter();
        let mut columns = Vec::with_capacity(bins.len());
        for (index, bin) in bins.iter().enumerate() {
            let value = values.next().unwrap_or_default();
            if bin.is_break() {
                continue;
            }
            let x = self.x(index);
            let parts = match bin.share {
                // A share has no amount, so its whole is as high as the plot.
                Some(share) => fills::of_share(share.fraction(), |value| self.plot.bottom() - self.plot.height * value),
                None => fills::of_amounts(bin, |value| self.y(value)),
            };
            let has_tick = self.step >= NARROWEST_TICK && hides_plan(bin);
            let mut column = Column {
                first: bin.first,
                last: bin.last,
                across: Span::new(x, x + self.width),
                parts,
                plan_tick: has_tick.then(|| self.y(bin.scope.get())),
                tick_out: TICK_OUT.min((self.step - self.width) / 2.0 - 1.0).max(0.0),
                value: Vec::new(),
            };
            let above = column.top(self.plot.bottom()) - VALUE_ABOVE;
            column.value = values::placed(value, x + self.width / 2.0, above);
            columns.push(column);
        }
        columns
    }
}

/// The legend items of everything that is drawn and large enough to see.
fn legend_items<'a>(input: Input<'a>, columns: &[Column], bands: &[Band], baseline: f64) -> Vec<Item<'a>> {
    let locale = input.locale;
    let has = |fills: &[Fill]| {
        columns.iter().any(|column| {
            let mut bottom = baseline;
            column.parts.iter().any(|part| {
                let height = std::mem::replace(&mut bottom, part.top) - part.top;
                fills.contains(&part.fill) && height > SEEN
            })
        })
    };
    let flows = |flow: Flow| bands.iter().any(|band| band.flow == flow);
    let open = if flows(Flow::Behind) { locale.legend_carried() } else { locale.legend_open() };
    let ahead = if flows(Flow::Ahead) { locale.legend_ahead() } else { locale.legend_ahead_short() };
    let has_ticks = columns.iter().any(|column| column.plan_tick.is_some());
    let item = |swatch: Swatch, long: &'a str, short: &'a str, rank: u8| Item { swatch, long, short, rank };
    let candidates = [
        (
            has(&[Fill::Done, Fill::Complete]),
            item(Swatch::Column(Fill::Done), locale.legend_done(), locale.legend_done(), 2),
        ),
        (has(&[Fill::Ahead]), item(Swatch::Column(Fill::Ahead), ahead, locale.legend_ahead_short(), 0)),
        (has(&[Fill::Open]), item(Swatch::Column(Fill::Open), open, locale.legend_open(), 1)),
        (has_ticks, item(Swatch::PlanLine, locale.legend_plan(), locale.plan(), 3)),
        (has(&[Fill::Future]), item(Swatch::Column(Fill::Future), locale.legend_future(), locale.future(), 4)),
    ];
    candidates.into_iter().filter_map(|(is_drawn, item)| is_drawn.then_some(item)).collect()
}

/// The font of labels beside the marks.
const SAID: Font = Font::bold(12.0);
