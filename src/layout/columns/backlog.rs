//! Many weeks in the weekly view: a column of work done each, and the carried-over work as one pale area.
//!
//! If each column repeated the backlog, a lasting backlog would hide the work done.

use crate::geometry::{Point, Rect, Span};
use crate::layout::bins::Bin;
use crate::layout::grid::Grid;
use crate::layout::legend::{self, Item, SWATCH, Swatch};
use crate::layout::place::Taken;
use crate::layout::text::{Anchor, Label};
use crate::layout::{BandScale, Chart, Input, Weeks, axis, guides};
use crate::locale::fill;
use crate::maths::as_f64;
use crate::theme::Ink;

use super::{CLOSE_COLUMN, Column, Fill, Part, SAID, Scale, column_width, highest};

/// The room above the highest value.
const ABOVE: f64 = 18.0;

/// Columns of work done, and the backlog.
#[derive(Clone, Debug, PartialEq)]
pub struct Backlog {
    /// From left to right.
    pub columns: Vec<Column>,
    /// The backlog at the end of each week of the record.
    pub line: Vec<Point>,
}

/// Lays out the chart in its area. `right` is the right edge of the picture.
pub(super) fn chart(input: Input<'_>, bins: &[Bin], area: Rect, right: f64) -> Chart {
    let max = highest(
        bins.iter().flat_map(|bin| [shown(bin).1, bin.carried_in.get(), bin.carried_out.unwrap_or_default().get()]),
    );
    let grid = Grid::new(input, max);
    let across = Span::new(area.x + grid.room(), area.right());
    let axis = axis::axis(input, bins, across, area.right());
    let above = legend::ROW + if guides::has_any(input) { guides::ROW } else { 0.0 } + ABOVE;
    let bottom = area.bottom() - axis.height;
    let plot = Rect::over(across, Span::new(area.y + above, bottom));
    let step = plot.width / as_f64(bins.len());
    let scale = Scale { plot, step, width: column_width(step, bins.len()), max };

    let column = |(index, bin): (usize, &Bin)| {
        let (fill, value) = shown(bin);
        let x = scale.x(index);
        let part = (value > 0.0).then(|| Part { fill, top: scale.y(value) });
        Column {
            first: bin.first,
            last: bin.last,
            across: Span::new(x, x + scale.width),
            parts: part.into_iter().collect(),
            plan_tick: None,
            tick_out: 0.0,
            value: Vec::new(),
        }
    };
    let columns: Vec<Column> = bins.iter().enumerate().map(column).collect();
    let line = line(&scale, bins);
    let guides = guides::guides(input, plot, plot, plot.y - ABOVE);
    let mut taken = Taken::new(Rect { y: area.y + legend::ROW, height: bottom - area.y - legend::ROW, ..plot });
    for column in &columns {
        taken.add(Rect::over(column.across, Span::new(column.top(bottom), bottom)));
    }
    for guide in &guides {
        taken.add_line(&guide.line(), 1.0);
        taken.add_labels(guide.label.as_slice());
    }
    taken.add_line(&line, 2.0);
    let said = deepest(input, bins, &line, &mut taken);
    let has = |fill: Fill| columns.iter().any(|column| column.parts.iter().any(|part| part.fill == fill));
    let locale = input.locale;
    let items = [
        (has(Fill::Done), Swatch::Column(Fill::Done), locale.legend_done(), locale.legend_done(), 0),
        (!line.is_empty(), Swatch::River, locale.legend_backlog(), locale.legend_open(), 1),
        (has(Fill::Future), Swatch::Column(Fill::Future), locale.legend_future(), locale.future(), 2),
    ];
    let items: Vec<Item<'_>> = items
        .into_iter()
        .filter_map(|(is_drawn, swatch, long, short, rank)| is_drawn.then_some(Item { swatch, long, short, rank }))
        .collect();
    let axis = axis.at(bottom);
    Chart {
        plot,
        field: plot,
        scale: BandScale::new(bins),
        grid: grid.lines(area.x, plot),
        guides,
        labels: axis.labels.into_iter().chain(said).collect(),
        signs: axis.signs,
        legend: legend::legend(input, &items, SWATCH.min(scale.width.max(CLOSE_COLUMN)), legend::row(area, right)),
        legend_row: legend::row(area, right),
        weeks: Weeks::Backlog(Backlog { columns, line }),
    }
}

/// The fill and the value of a column.
fn shown(bin: &Bin) -> (Fill, f64) {
    match bin.done {
        None if bin.is_ahead => (Fill::Future, bin.scope.or_zero().get()),
        done => (Fill::Done, done.unwrap_or_default().get()),
    }
}

/// The backlog's line, from the start of the first week to the end of the last week in the record; empty if there
/// is no backlog.
fn line(scale: &Scale, bins: &[Bin]) -> Vec<Point> {
    if !bins.iter().any(Bin::carries) {
        return Vec::new();
    }
    let start = bins.first().map(|bin| bin.carried_in).unwrap_or_default();
    let mut line = vec![Point::new(scale.plot.x, scale.y(start.get()))];
    for (index, bin) in bins.iter().enumerate() {
        if let Some(carried) = bin.carried_out {
            line.push(Point::new(scale.plot.x + scale.step * as_f64(index + 1), scale.y(carried.get())));
        }
    }
    line
}

/// A label of the deepest backlog.
fn deepest(input: Input<'_>, bins: &[Bin], line: &[Point], taken: &mut Taken) -> Option<Label> {
    let most = bins.iter().filter_map(|bin| bin.carried_out).max().filter(|most| most.is_positive())?;
    let bin = bins.iter().find(|bin| bin.carried_out == Some(most))?;
    let at = line.iter().min_by(|one, other| one.y.total_cmp(&other.y))?;
    let label = input.progress.goal.weeks.get(bin.last).and_then(|week| week.label.as_deref());
    let n = input.locale.number(most);
    let values = [("n", &*n), ("week", &input.locale.week_label(label, bin.last + 1))];
    let text = fill(input.locale.deepest(), &values);
    let label = Label::centred(text, at.x, at.y - 9.0, SAID, Ink::JamWords, input.measure);
    let left = Label { x: at.x - 4.0, anchor: Anchor::Right, ..label.clone() };
    let right = Label { x: at.x + 4.0, anchor: Anchor::Left, ..label.clone() };
    let higher = |label: &Label| Label { y: label.y - 8.0, ..label.clone() };
    let candidates = [label.clone(), left.clone(), right.clone(), higher(&label), higher(&left), higher(&right)];
    taken.place(candidates)
}
