//! The picture as a list of marks in CSS px.
//!
//! Marks name inks, not colours, so that one scene serves every theme.

mod paths;

use crate::geometry::{Point, Rect};
use crate::layout::{Anchor, Burnup, Chart, Column, Fill, Gauge, Icon, Label, Layout, LegendItem, Swatch, Weeks};
use crate::theme::Ink;

/// Something to draw. Later marks lie on top of earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled rectangle. Its edges are put on the device's grid.
    Rect(Rect, Ink),
    /// A line along the inside of a rectangle's edge, with its width in CSS px. It is put on the device's grid.
    Frame(Rect, f64, Ink),
    /// A filled outline.
    Polygon(Vec<Point>, Ink),
    /// A line through points, with its width in CSS px.
    Path(Vec<Point>, f64, Ink),
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
    /// Puts a ground behind everything, for themes that are not the page's.
    pub fn add_ground(&mut self) {
        let whole = Rect { x: 0.0, y: 0.0, width: self.width, height: self.height };
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
        marks.push(hairline(plot, line.y));
        marks.push(Mark::Text(line.label.clone()));
    }
    match &chart.weeks {
        Weeks::Columns(weeks) => {
            for band in &weeks.bands {
                marks.push(Mark::Polygon(paths::ribbon(band), Ink::River));
            }
            for column in &weeks.columns {
                column_marks(column, plot.bottom(), marks);
                if right_to_left {
                    reversed_text_marks(&column.value, marks);
                } else {
                    text_marks(&column.value, marks);
                }
            }
        }
        Weeks::Burnup(lines) => burnup_marks(lines, plot, marks),
    }
    marks.push(hairline(plot, plot.bottom()));
    for sign in &chart.signs {
        icon_marks(sign.icon, sign.centre, marks);
    }
    for item in &chart.legend {
        legend_marks(item, marks);
    }
    text_marks(&chart.labels, marks);
}

fn burnup_marks(lines: &Burnup, plot: Rect, marks: &mut Vec<Mark>) {
    for run in &lines.gap {
        marks.push(Mark::Polygon(run.clone(), Ink::River));
    }
    for run in lines.done.iter().filter(|run| run.len() > 1) {
        marks.push(Mark::Polygon(paths::under(run, plot.bottom()), Ink::Wash));
        marks.push(Mark::Path(run.clone(), 3.0, Ink::Done));
    }
    dash(&lines.ahead, (4.0, 3.0), OUTLINE, Ink::Text, marks);
    if lines.plan.len() > 1 {
        marks.push(Mark::Path(lines.plan.clone(), OUTLINE, Ink::Text));
    }
    // From where the record ends to its value.
    if let Some(end) = lines.done.last().and_then(|run| run.last()) {
        dash(&[*end, Point::new(plot.right(), end.y)], (1.0, 4.0), 1.0, Ink::Muted, marks);
    }
    for point in &lines.dots {
        marks.push(Mark::Polygon(paths::circle(*point, 5.0), Ink::Ground));
        marks.push(Mark::Polygon(paths::circle(*point, 3.5), Ink::Done));
    }
    text_marks(&lines.values, marks);
}

fn hairline(plot: Rect, y: f64) -> Mark {
    Mark::Rect(Rect { x: plot.x, y, width: plot.width, height: 1.0 }, Ink::Line)
}

fn column_marks(column: &Column, baseline: f64, marks: &mut Vec<Mark>) {
    let mut bottom = baseline;
    for part in &column.parts {
        let area =
            Rect { x: column.across.start, y: part.top, width: column.across.length(), height: bottom - part.top };
        fill_marks(part.fill, area, marks);
        bottom = part.top;
    }
    if let Some(y) = column.plan_tick {
        let from = Point::new(column.across.start - column.tick_out, y);
        let to = Point::new(column.across.end + column.tick_out, y);
        marks.push(line(from, to, OUTLINE + 2.0, Ink::Ground));
        marks.push(line(from, to, OUTLINE, Ink::Text));
    }
}

/// A straight line.
fn line(from: Point, to: Point, width: f64, ink: Ink) -> Mark {
    Mark::Path(vec![from, to], width, ink)
}

fn text_marks(labels: &[Label], marks: &mut Vec<Mark>) {
    for label in labels {
        marks.push(Mark::Text(label.clone()));
    }
}

/// The pieces of one text in opposite order, so that they read as before once they are mirrored.
fn reversed_text_marks(pieces: &[Label], marks: &mut Vec<Mark>) {
    let (start, end) = (pieces.first().map_or(0.0, Label::start), pieces.last().map_or(0.0, Label::end));
    for piece in pieces {
        marks.push(Mark::Text(Label { x: start + end - piece.end(), ..piece.clone() }));
    }
}

fn fill_marks(fill: Fill, area: Rect, marks: &mut Vec<Mark>) {
    match fill {
        Fill::Complete if area.width >= NARROW && area.height >= CORNER => {
            marks.push(Mark::Polygon(paths::round_top(area, CORNER), Ink::Done));
        }
        Fill::Done | Fill::Complete => marks.push(Mark::Rect(area, Ink::Done)),
        Fill::Beyond => {
            marks.push(Mark::Rect(area, Ink::Beyond));
            marks.push(Mark::Frame(area, OUTLINE, Ink::Done));
        }
        Fill::Open if area.width >= NARROW => {
            marks.push(Mark::Rect(area, Ink::Ground));
            marks.push(Mark::Polygon(paths::hatching(area), Ink::Hatch));
            marks.push(Mark::Frame(area, OUTLINE, Ink::Jam));
        }
        Fill::Open => {
            marks.push(Mark::Rect(area, Ink::Ground));
            marks.push(Mark::Rect(area, Ink::Hatch));
        }
        Fill::Future | Fill::Unknown => {
            let rhythm = if fill == Fill::Future { (4.0, 3.0) } else { (1.5, 3.0) };
            dash(&paths::edge(area, OUTLINE / 2.0), rhythm, OUTLINE, Ink::Muted, marks);
        }
    }
}

/// A dashed line, unless it has no length. `rhythm` is the length of a dash and of a gap.
fn dash(line: &[Point], rhythm: (f64, f64), width: f64, ink: Ink, marks: &mut Vec<Mark>) {
    let dashes = paths::dashes(line, rhythm, width);
    if !dashes.is_empty() {
        marks.push(Mark::Polygon(dashes, ink));
    }
}

fn legend_marks(item: &LegendItem, marks: &mut Vec<Mark>) {
    match item.swatch {
        Swatch::Column(fill) => fill_marks(fill, item.place, marks),
        Swatch::River => marks.push(Mark::Rect(item.place, Ink::River)),
        Swatch::PlanLine => {
            let y = item.place.centre().y;
            marks.push(line(Point::new(item.place.x, y), Point::new(item.place.right(), y), OUTLINE, Ink::Text));
        }
    }
    marks.push(Mark::Text(item.label.clone()));
}

fn icon_marks(icon: Icon, Point { x, y }: Point, marks: &mut Vec<Mark>) {
    const STROKE: f64 = 1.75;
    let at = |dx: f64, dy: f64| Point::new(x + dx, y + dy);
    match icon {
        Icon::Cross => {
            marks.push(line(at(-3.5, -3.5), at(3.5, 3.5), STROKE, Ink::Jam));
            marks.push(line(at(-3.5, 3.5), at(3.5, -3.5), STROKE, Ink::Jam));
        }
        Icon::Pause => {
            for left in [-3.5, 1.0] {
                let Point { x, y } = at(left, -4.0);
                marks.push(Mark::Rect(Rect { x, y, width: 2.5, height: 8.0 }, Ink::Muted));
            }
        }
        Icon::Flag => {
            marks.push(line(at(-3.0, -5.0), at(-3.0, 5.0), 1.5, Ink::Muted));
            marks.push(Mark::Polygon(vec![at(-3.0, -5.0), at(4.5, -2.0), at(-3.0, 1.0)], Ink::Muted));
        }
        Icon::Ring => marks.push(Mark::Path(paths::circle(at(0.0, 0.0), 3.5), 1.5, Ink::Muted)),
    }
}

fn gauge_marks(gauge: &Gauge, marks: &mut Vec<Mark>) {
    marks.push(Mark::Polygon(paths::arc(gauge, 1.0), Ink::Line));
    if let Some(share) = gauge.share.filter(|share| *share > 0.0) {
        marks.push(Mark::Polygon(paths::arc(gauge, share), Ink::Done));
    }
    if let Some([from, to]) = gauge.tick_line() {
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
                point.x = width - point.x;
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
