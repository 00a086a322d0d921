//! The picture as a list of marks in CSS px.
//!
//! Marks name inks, not colours, so that one scene serves every theme.

mod paths;

use crate::geometry::{Point, Rect};
use crate::layout::{
    Anchor, Arc, Backlog, Bar, Burnup, Chart, Column, Columns, Fill, Flow, Gauge, Guide, GuideKind, Icon, Label,
    Layout, LegendItem, Swatch, Weeks,
};
use crate::theme::Ink;

/// A shape to draw. Later marks lie on top of earlier ones.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A filled rectangle. Its edges are aligned to the device's grid.
    Rect(Rect, Ink),
    /// A line inside the edges of a rectangle, with its width in CSS px. It is aligned to the device's grid.
    Frame(Rect, f64, Ink),
    /// A filled polygon.
    Polygon(Vec<Point>, Ink),
    /// A polyline, with its width in CSS px.
    Path(Vec<Point>, f64, Ink),
    /// A text.
    Text(Label),
}

/// A whole picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in CSS px.
    pub width: f64,
    /// Height in CSS px.
    pub height: f64,
    /// The marks, from back to front.
    pub marks: Vec<Mark>,
}

impl Scene {
    /// Adds a ground behind everything, for themes that do not use the page's.
    pub fn add_ground(&mut self) {
        let whole = Rect { x: 0.0, y: 0.0, width: self.width, height: self.height };
        self.marks.insert(0, Mark::Rect(whole, Ink::Ground));
    }
}

const OUTLINE: f64 = 1.5;
/// The width of the edge of a pale shape, in CSS px.
const EDGE: f64 = 1.0;
/// The width of the backlog's line, in CSS px.
const LINE: f64 = 2.0;
const CORNER: f64 = 3.0;
/// Columns narrower than this are tinted, because hatching would be a smear.
const NARROW: f64 = 9.0;

/// The marks of a layout, mirrored for right-to-left pages.
#[must_use]
pub fn scene(layout: &Layout, right_to_left: bool) -> Scene {
    let mut marks = Vec::new();
    if let Some(chart) = &layout.chart {
        chart_marks(chart, right_to_left, &mut marks);
    }
    match &layout.gauge {
        Some(Gauge::Arc(arc)) => arc_marks(arc, &mut marks),
        Some(Gauge::Bar(bar)) => bar_marks(bar, &mut marks),
        None => {}
    }
    if let Some(sparkline) = &layout.sparkline {
        let baseline = sparkline.plot.bottom();
        for column in &sparkline.columns {
            column_marks(column, baseline, &mut marks);
        }
        marks.push(hairline(sparkline.plot, baseline));
    }
    text_marks(&layout.header, &mut marks);
    if right_to_left {
        for mark in &mut marks {
            mirror(mark, layout.width);
        }
    }
    Scene { width: layout.width, height: layout.height, marks }
}

fn chart_marks(chart: &Chart, right_to_left: bool, marks: &mut Vec<Mark>) {
    let (plot, field) = (chart.plot, chart.field);
    for line in &chart.grid {
        marks.push(hairline(field, line.y));
        marks.push(Mark::Text(line.label.clone()));
    }
    match &chart.weeks {
        Weeks::Columns(weeks) => columns_marks(weeks, plot.bottom(), right_to_left, marks),
        Weeks::Backlog(weeks) => backlog_marks(weeks, plot.bottom(), marks),
        Weeks::Burnup(lines) => burnup_marks(lines, plot, marks),
    }
    marks.push(hairline(field, field.bottom()));
    for guide in &chart.guides {
        guide_marks(guide, marks);
    }
    for sign in &chart.signs {
        icon_marks(sign.icon, sign.centre, marks);
    }
    for item in &chart.legend {
        legend_marks(item, marks);
    }
    text_marks(&chart.labels, marks);
}

fn columns_marks(weeks: &Columns, baseline: f64, right_to_left: bool, marks: &mut Vec<Mark>) {
    for band in &weeks.bands {
        let (ink, bank) = match band.flow {
            Flow::Behind => (Ink::River, Ink::Jam),
            Flow::Ahead => (Ink::Ahead, Ink::Done),
        };
        let mut ribbon = paths::ribbon(band);
        marks.push(Mark::Polygon(ribbon.clone(), ink));
        let lower = ribbon.split_off(ribbon.len() / 2);
        marks.extend([ribbon, lower].map(|edge| Mark::Path(edge, EDGE, bank)));
    }
    for column in &weeks.columns {
        column_marks(column, baseline, marks);
        if right_to_left {
            reversed_text_marks(&column.value, marks);
        } else {
            text_marks(&column.value, marks);
        }
    }
}

/// The area is behind the columns; its line is in front of them.
fn backlog_marks(weeks: &Backlog, baseline: f64, marks: &mut Vec<Mark>) {
    if weeks.line.len() > 1 {
        marks.push(Mark::Polygon(paths::under(&weeks.line, baseline), Ink::River));
    }
    for column in &weeks.columns {
        column_marks(column, baseline, marks);
    }
    if weeks.line.len() > 1 {
        marks.push(Mark::Path(weeks.line.clone(), LINE + 2.0, Ink::Ground));
        marks.push(Mark::Path(weeks.line.clone(), LINE, Ink::Jam));
    }
}

fn burnup_marks(lines: &Burnup, plot: Rect, marks: &mut Vec<Mark>) {
    for run in lines.done.iter().filter(|run| run.len() > 1) {
        marks.push(Mark::Polygon(paths::under(run, plot.bottom()), Ink::Wash));
    }
    for wedge in &lines.wedges {
        marks.push(Mark::Polygon(wedge.clone(), Ink::River));
        marks.push(edge(wedge, Ink::Jam));
    }
    if let Some(fan) = &lines.fan {
        marks.push(Mark::Polygon(fan.area.clone(), Ink::Ahead));
        marks.push(edge(&fan.area, Ink::Done));
        dash(&fan.middle, (2.0, 4.0), 2.0, Ink::Done, marks);
    }
    for run in lines.done.iter().filter(|run| run.len() > 1) {
        marks.push(Mark::Path(run.clone(), 3.0, Ink::Done));
    }
    dash(&lines.plan, (5.0, 4.0), OUTLINE, Ink::Muted, marks);
    if let Some([from, to]) = lines.leader {
        marks.push(line(from, to, 1.0, Ink::Jam));
    }
    for point in &lines.dots {
        marks.push(Mark::Polygon(paths::circle(*point, 5.0), Ink::Ground));
        marks.push(Mark::Polygon(paths::circle(*point, 3.5), Ink::Done));
    }
}

fn guide_marks(guide: &Guide, marks: &mut Vec<Mark>) {
    let rhythm = match guide.kind {
        GuideKind::Now | GuideKind::PlanEnd => (1.5, 3.0),
        GuideKind::Deadline => (6.0, 2.0),
    };
    dash(&guide.line(), rhythm, 1.0, Ink::Muted, marks);
    text_marks(guide.label.as_slice(), marks);
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

/// The closed line around an outline.
fn edge(outline: &[Point], ink: Ink) -> Mark {
    Mark::Path(outline.iter().chain(outline.first()).copied().collect(), EDGE, ink)
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

/// The pieces of one text in reverse order, so that they read correctly after mirroring.
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
        Fill::Ahead => {
            marks.push(Mark::Rect(area, Ink::Ground));
            marks.push(Mark::Rect(area, Ink::Ahead));
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
            marks.push(Mark::Frame(area, EDGE, Ink::Jam));
        }
        Fill::Future if area.width < NARROW => {
            marks.push(Mark::Rect(area, Ink::Line));
            marks.push(Mark::Frame(area, EDGE, Ink::Muted));
        }
        Fill::Future | Fill::Unknown => {
            let rhythm = if fill == Fill::Future { (4.0, 3.0) } else { (1.5, 3.0) };
            dash(&paths::edge(area, OUTLINE / 2.0), rhythm, OUTLINE, Ink::Muted, marks);
        }
    }
}

/// A dashed line, unless its length is 0. `rhythm` is the length of a dash and of a gap.
fn dash(line: &[Point], rhythm: (f64, f64), width: f64, ink: Ink, marks: &mut Vec<Mark>) {
    let dashes = paths::dashes(line, rhythm, width);
    if !dashes.is_empty() {
        marks.push(Mark::Polygon(dashes, ink));
    }
}

fn legend_marks(item: &LegendItem, marks: &mut Vec<Mark>) {
    match item.swatch {
        Swatch::Column(fill) => fill_marks(fill, item.place, marks),
        Swatch::River => {
            marks.push(Mark::Rect(item.place, Ink::River));
            marks.push(Mark::Frame(item.place, EDGE, Ink::Jam));
        }
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

fn arc_marks(gauge: &Arc, marks: &mut Vec<Mark>) {
    track_marks(paths::arc(gauge, 1.0, 0.0), &paths::arc(gauge, 1.0, EDGE / 2.0), marks);
    if gauge.share > 0.0 {
        marks.push(Mark::Polygon(paths::arc(gauge, gauge.share, 0.0), Ink::Done));
    }
    tick_marks(gauge.tick_line(), marks);
    text_marks(&gauge.labels, marks);
}

fn bar_marks(gauge: &Bar, marks: &mut Vec<Mark>) {
    let place = gauge.place;
    track_marks(paths::round_ends(place), &paths::round_ends(place.inside(EDGE / 2.0)), marks);
    if gauge.share >= 1.0 {
        marks.push(Mark::Polygon(paths::round_ends(place), Ink::Done));
    } else if gauge.share > 0.0 {
        let done = Rect { width: place.width * gauge.share, ..place };
        marks.push(Mark::Polygon(paths::round_start(done), Ink::Done));
    }
    if let Some(missing) = gauge.missing() {
        fill_marks(Fill::Open, missing, marks);
    }
    tick_marks(gauge.tick_line(), marks);
    text_marks(&gauge.labels, marks);
}

/// The gauge's track, with its edge inside the outline.
fn track_marks(outline: Vec<Point>, inner: &[Point], marks: &mut Vec<Mark>) {
    marks.push(Mark::Polygon(outline, Ink::Track));
    marks.push(edge(inner, Ink::Muted));
}

/// The plan's tick, with a margin of ground around it.
fn tick_marks(tick: Option<[Point; 2]>, marks: &mut Vec<Mark>) {
    if let Some([from, to]) = tick {
        marks.push(line(from, to, 5.5, Ink::Ground));
        marks.push(line(from, to, 2.5, Ink::Text));
    }
}

/// Mirrors a mark left to right. Texts keep their own direction.
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
