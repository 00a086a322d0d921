//! The picture as a list of marks in CSS px; beside it, the same goal in words and as a table.
//!
//! Marks name inks, not colours, so that one scene serves every theme.

mod account;
mod csv;
mod shapes;
mod table;
mod telling;

use crate::layout::{Anchor, Area, Burnup, Chart, Column, Fill, Gauge, Icon, Label, Layout, Weeks};
use crate::theme::Ink;
use crate::words::Legend;

pub use account::{Account, account};
pub use csv::csv;
pub use table::{Cell, Row, Table, table};
pub use telling::{Telling, telling};

/// Something to draw. Later marks lie on top of earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled box, whose edges are put on the device's grid.
    Rect(Area, Ink),
    /// The inner edge of a box, so wide; on the device's grid as well.
    Frame(Area, f64, Ink),
    /// A filled outline.
    Polygon(Vec<(f64, f64)>, Ink),
    /// A line through points, so wide.
    Path(Vec<(f64, f64)>, f64, Ink),
    /// A text.
    Text(Label),
}

/// Everything that a picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in CSS px.
    pub width: f64,
    /// Height in CSS px.
    pub height: f64,
    /// What to draw, in order.
    pub marks: Vec<Mark>,
}

impl Scene {
    /// Paints the ground behind everything: for themes that are not the page's.
    pub fn stand_on_ground(&mut self) {
        let whole = Area { x: 0.0, y: 0.0, width: self.width, height: self.height };
        self.marks.insert(0, Mark::Rect(whole, Ink::Ground));
    }
}

const OUTLINE: f64 = 1.5;
const CORNER: f64 = 3.0;
/// Below this width a column's hatching would be a smear, and a tint says the same.
const NARROW: f64 = 9.0;

/// Makes the marks of a layout; mirrored for pages that are read from right to left.
#[must_use]
pub fn scene(layout: &Layout, right_to_left: bool) -> Scene {
    let mut marks = Vec::new();
    if let Some(chart) = &layout.chart {
        chart_marks(chart, right_to_left, &mut marks);
    }
    gauge_marks(&layout.gauge, &mut marks);
    if right_to_left {
        for mark in &mut marks {
            mirror(mark, layout.width);
        }
    }
    Scene { width: layout.width, height: layout.height, marks }
}

fn chart_marks(chart: &Chart, right_to_left: bool, marks: &mut Vec<Mark>) {
    let plot = chart.plot;
    for line in &chart.grid {
        marks.push(Mark::Rect(hairline(plot.x, plot.right(), line.y), Ink::Line));
        marks.push(Mark::Text(line.label.clone()));
    }
    match &chart.weeks {
        Weeks::Columns(weeks) => {
            for band in &weeks.bands {
                marks.push(Mark::Polygon(shapes::ribbon(band.from, band.to), Ink::River));
            }
            for column in &weeks.columns {
                column_marks(column, plot.bottom(), marks);
                if right_to_left {
                    turned_marks(&column.value, marks);
                } else {
                    text_marks(&column.value, marks);
                }
            }
        }
        Weeks::Burnup(lines) => {
            burnup_marks(lines, plot, marks);
        }
    }
    marks.push(Mark::Rect(hairline(plot.x, plot.right(), plot.bottom()), Ink::Line));
    for (icon, x, y) in &chart.icons {
        icon_marks(*icon, *x, *y, marks);
    }
    for item in &chart.legend {
        let half = item.size / 2.0;
        let sign = Area { x: item.x - half, y: item.y - half, width: item.size, height: item.size };
        if item.is_river {
            marks.push(Mark::Rect(sign, Ink::River));
        } else {
            legend_marks(item.part, sign, marks);
        }
        marks.push(Mark::Text(item.label.clone()));
    }
    text_marks(&chart.labels, marks);
}

fn burnup_marks(lines: &Burnup, plot: Area, marks: &mut Vec<Mark>) {
    for run in &lines.gap {
        marks.push(Mark::Polygon(run.clone(), Ink::River));
    }
    for run in lines.done.iter().filter(|run| run.len() > 1) {
        marks.push(Mark::Polygon(shapes::under(run, plot.bottom()), Ink::Wash));
        marks.push(Mark::Path(run.clone(), 3.0, Ink::Done));
    }
    dash(&lines.ahead, (4.0, 3.0), OUTLINE, Ink::Text, marks);
    if lines.plan.len() > 1 {
        marks.push(Mark::Path(lines.plan.clone(), OUTLINE, Ink::Text));
    }
    // From where the record ends to its value.
    if let Some((x, y)) = lines.done.last().and_then(|run| run.last()) {
        dash(&[(*x, *y), (plot.right(), *y)], (1.0, 4.0), 1.0, Ink::Muted, marks);
    }
    for point in &lines.dots {
        marks.push(Mark::Polygon(shapes::circle(*point, 5.0), Ink::Ground));
        marks.push(Mark::Polygon(shapes::circle(*point, 3.5), Ink::Done));
    }
    text_marks(&lines.values, marks);
}

fn hairline(from: f64, to: f64, y: f64) -> Area {
    Area { x: from, y, width: to - from, height: 1.0 }
}

fn column_marks(column: &Column, baseline: f64, marks: &mut Vec<Mark>) {
    let mut bottom = baseline;
    for (fill, top) in &column.parts {
        let area = Area { x: column.x, y: *top, width: column.width, height: bottom - top };
        fill_marks(*fill, area, marks);
        bottom = *top;
    }
    if let Some(y) = column.plan_tick {
        let (from, to) = (column.x - column.tick_out, column.x + column.width + column.tick_out);
        marks.push(line((from, y), (to, y), OUTLINE + 2.0, Ink::Ground));
        marks.push(line((from, y), (to, y), OUTLINE, Ink::Text));
    }
}

/// A straight line, so wide.
fn line(from: (f64, f64), to: (f64, f64), width: f64, ink: Ink) -> Mark {
    Mark::Path(vec![from, to], width, ink)
}

fn text_marks(labels: &[Label], marks: &mut Vec<Mark>) {
    for label in labels {
        marks.push(Mark::Text(label.clone()));
    }
}

/// The runs of a text in opposite order: mirrored, they are read as before.
fn turned_marks(runs: &[Label], marks: &mut Vec<Mark>) {
    let (start, end) = (runs.first().map_or(0.0, Label::start), runs.last().map_or(0.0, Label::end));
    for run in runs {
        marks.push(Mark::Text(Label { x: start + end - run.end(), ..run.clone() }));
    }
}

fn fill_marks(fill: Fill, area: Area, marks: &mut Vec<Mark>) {
    match fill {
        Fill::Complete if area.width >= NARROW && area.height >= CORNER => {
            marks.push(Mark::Polygon(shapes::round_top(area, CORNER), Ink::Done));
        }
        Fill::Done | Fill::Complete => marks.push(Mark::Rect(area, Ink::Done)),
        Fill::Beyond => {
            marks.push(Mark::Rect(area, Ink::Beyond));
            marks.push(Mark::Frame(area, OUTLINE, Ink::Done));
        }
        Fill::Open if area.width >= NARROW => {
            marks.push(Mark::Rect(area, Ink::Ground));
            marks.push(Mark::Polygon(shapes::hatching(area), Ink::Hatch));
            marks.push(Mark::Frame(area, OUTLINE, Ink::Jam));
        }
        Fill::Open => {
            marks.push(Mark::Rect(area, Ink::Ground));
            marks.push(Mark::Rect(area, Ink::Hatch));
        }
        Fill::Future | Fill::Unknown => {
            let rhythm = if fill == Fill::Future { (4.0, 3.0) } else { (1.5, 3.0) };
            dash(&shapes::edge(area, OUTLINE / 2.0), rhythm, OUTLINE, Ink::Muted, marks);
        }
    }
}

/// A line in dashes, so long and so far apart, unless it has no length.
fn dash(line: &[(f64, f64)], rhythm: (f64, f64), width: f64, ink: Ink, marks: &mut Vec<Mark>) {
    let dashes = shapes::dashes(line, rhythm, width);
    if !dashes.is_empty() {
        marks.push(Mark::Polygon(dashes, ink));
    }
}

fn legend_marks(part: Legend, sign: Area, marks: &mut Vec<Mark>) {
    let fill = match part {
        Legend::Done => Fill::Done,
        Legend::Carried => Fill::Open,
        Legend::Beyond => Fill::Beyond,
        Legend::Future => Fill::Future,
        Legend::Plan => {
            let y = sign.y + sign.height / 2.0;
            marks.push(line((sign.x, y), (sign.right(), y), OUTLINE, Ink::Text));
            return;
        }
    };
    fill_marks(fill, sign, marks);
}

fn icon_marks(icon: Icon, x: f64, y: f64, marks: &mut Vec<Mark>) {
    const STROKE: f64 = 1.75;
    match icon {
        Icon::Cross => {
            marks.push(line((x - 3.5, y - 3.5), (x + 3.5, y + 3.5), STROKE, Ink::Jam));
            marks.push(line((x - 3.5, y + 3.5), (x + 3.5, y - 3.5), STROKE, Ink::Jam));
        }
        Icon::Pause => {
            for left in [x - 3.5, x + 1.0] {
                marks.push(Mark::Rect(Area { x: left, y: y - 4.0, width: 2.5, height: 8.0 }, Ink::Muted));
            }
        }
        Icon::Flag => {
            marks.push(line((x - 3.0, y - 5.0), (x - 3.0, y + 5.0), 1.5, Ink::Muted));
            marks.push(Mark::Polygon(vec![(x - 3.0, y - 5.0), (x + 4.5, y - 2.0), (x - 3.0, y + 1.0)], Ink::Muted));
        }
        Icon::Ring => marks.push(Mark::Path(shapes::circle((x, y), 3.5), 1.5, Ink::Muted)),
    }
}

fn gauge_marks(gauge: &Gauge, marks: &mut Vec<Mark>) {
    marks.push(Mark::Polygon(shapes::arc(gauge, 1.0), Ink::Line));
    if let Some(share) = gauge.share.filter(|share| *share > 0.0) {
        marks.push(Mark::Polygon(shapes::arc(gauge, share), Ink::Done));
    }
    if let Some((from, to)) = gauge.tick_line() {
        marks.push(line(from, to, 5.5, Ink::Ground));
        marks.push(line(from, to, 2.5, Ink::Text));
    }
    text_marks(&gauge.labels, marks);
}

/// Turns a mark over, left for right. Texts keep their own direction.
fn mirror(mark: &mut Mark, width: f64) {
    match mark {
        Mark::Rect(area, _) | Mark::Frame(area, _, _) => area.x = width - area.right(),
        Mark::Polygon(points, _) | Mark::Path(points, _, _) => {
            for point in points {
                point.0 = width - point.0;
            }
        }
        Mark::Text(label) => {
            label.x = width - label.x;
            label.anchor = match label.anchor {
                Anchor::Left => Anchor::Right,
                Anchor::Middle => Anchor::Middle,
                Anchor::Right => Anchor::Left,
            };
        }
    }
}
