//! The burn-up: cumulative work against the cumulative plan, with a forecast at the pace so far.
//!
//! Both lines connect the ends of weeks, so work that is on plan lies on the plan's line. The plan is drawn as it was
//! known in each week, so a later change of scope never rewrites the past.

mod forecast;
mod labels;
mod wedge;

use crate::amount::Amount;
use crate::geometry::{Point, Rect, Span};
use crate::maths::as_f64;
use crate::progress::Week;

use super::bins::{Bin, bins};
use super::columns::Fill;
use super::grid::Grid;
use super::guides::{Guide, GuideKind};
use super::legend::{self, Item, SWATCH, Swatch};
use super::place::Taken;
use super::{BandScale, Chart, Input, Weeks, axis, guides};

pub use forecast::Fan;

/// The room above the highest line, for the plan's label.
const HEADROOM: f64 = 20.0;
/// If weeks are closer than this, dots would run together.
const NARROWEST_DOTS: f64 = 18.0;
/// The room after the listed weeks is at most this share of their width.
const FARTHEST: f64 = 0.5;

/// The lines of a burn-up.
#[derive(Clone, Debug, PartialEq)]
pub struct Burnup {
    /// The plan at the end of each week.
    pub plan: Vec<Point>,
    /// Work done at the end of each week. A week without a record interrupts it.
    pub done: Vec<Vec<Point>>,
    /// Outlines of the areas between plan and work while the work is behind.
    pub wedges: Vec<Vec<Point>>,
    /// The ends of weeks that have a dot on the line of work.
    pub dots: Vec<Point>,
    /// The forecast at the pace so far.
    pub fan: Option<Fan>,
    /// The line from the point farthest behind to its label, if the label stands apart.
    pub leader: Option<[Point; 2]>,
}

/// Maps weeks and values to places.
struct Scale {
    field: Rect,
    /// The width of a week.
    week: f64,
    /// The value at the top edge.
    max: f64,
}

impl Scale {
    /// The x of a week's end, by its number.
    fn x(&self, number: f64) -> f64 {
        self.field.x + self.week * number
    }

    fn y(&self, value: f64) -> f64 {
        self.field.bottom() - self.field.height * value / self.max
    }
}

/// Lays out the chart in its area. `right` is the right edge of the picture.
pub(super) fn chart(input: Input<'_>, area: Rect, right: f64) -> Chart {
    let weeks = &input.progress.weeks;
    let count = as_f64(weeks.len());
    let peak = |week: &Week| week.cumulative_planned.max(week.cumulative_done).unwrap_or_default().get();
    let max = weeks.iter().map(peak).fold(input.progress.goal.carried.get(), f64::max);
    let max = if max > 0.0 { max } else { 1.0 };
    let grid = Grid::new(input, max);
    let across = Span::new(area.x + grid.room(), area.right());
    let ahead = forecast::ahead(input);
    let behind_last = ahead.map_or(0.0, |ahead| (as_f64(ahead.last) - count).clamp(0.0, (count * FARTHEST).max(1.0)));
    let week = across.length() / (count + behind_last);
    let listed = Span::new(across.start, across.start + week * count);

    let bins = bins(input.progress, listed.length());
    let axis = axis::axis(input, &bins, listed, area.right());
    let has_guides = guides::has_any(input);
    let above = legend::ROW + if has_guides { guides::ROW } else { 0.0 } + HEADROOM;
    let bottom = area.bottom() - axis.height;
    let field = Rect::over(across, Span::new(area.y + above, bottom));
    let plot = Rect::over(listed, Span::new(field.y, bottom));
    let scale = Scale { field, week, max };

    let mut lines = lines(input, &bins, &scale);
    lines.wedges = wedge::wedges(&lines);
    lines.fan = ahead.and_then(|ahead| forecast::fan(input, &scale, ahead));
    let mut guides = guides::guides(input, plot, field, field.y - HEADROOM);
    if behind_last > 0.0 {
        let down = Span::new(field.y, bottom);
        guides.push(Guide { kind: GuideKind::PlanEnd, x: plot.right(), down, label: None });
    }
    let is_behind = !lines.wedges.is_empty();
    let mut taken = Taken::new(Rect { y: area.y + legend::ROW, height: bottom - area.y - legend::ROW, ..field });
    for guide in &guides {
        taken.add_line(&guide.line(), 1.0);
        taken.add_labels(guide.label.as_slice());
    }
    let said = labels::labels(input, &bins, &lines, &guides, &scale, &mut taken);
    lines.leader = said.leader;
    let items = [
        (!said.has_done, Swatch::Column(Fill::Done), input.locale.legend_done(), 1),
        (is_behind, Swatch::River, input.locale.legend_behind(), 0),
        (!said.has_plan, Swatch::PlanLine, input.locale.plan(), 2),
    ];
    let items: Vec<Item<'_>> = items
        .into_iter()
        .filter_map(|(is_drawn, swatch, long, rank)| is_drawn.then_some(Item { swatch, long, short: long, rank }))
        .collect();
    let axis = axis.at(bottom);
    Chart {
        plot,
        field,
        weeks: Weeks::Burnup(lines),
        scale: BandScale::new(&bins),
        grid: grid.lines(area.x, field),
        guides,
        labels: axis.labels.into_iter().chain(said.labels).collect(),
        signs: axis.signs,
        legend: legend::legend(input, &items, SWATCH, legend::row(area, right)),
        legend_row: legend::row(area, right),
    }
}

/// The lines of plan and work through the ends of the bins.
fn lines(input: Input<'_>, bins: &[Bin], scale: &Scale) -> Burnup {
    let weeks = &input.progress.weeks;
    let mut plan = vec![Point::new(scale.x(0.0), scale.y(input.progress.goal.carried.get().min(scale.max)))];
    let mut done = vec![vec![Point::new(scale.x(0.0), scale.y(0.0))]];
    let mut dots = Vec::new();
    let mut steps = bins.iter().map(Bin::weeks);
    for bin in bins {
        let week = &weeks[bin.last];
        let x = scale.x(as_f64(bin.last + 1));
        plan.push(Point::new(x, scale.y(week.cumulative_planned.unwrap_or_default().get())));
        let Some(run) = done.last_mut() else { continue };
        if let Some(value) = week.cumulative_done.map(Amount::get) {
            let point = Point::new(x, scale.y(value));
            run.push(point);
            dots.push(point);
        } else if !run.is_empty() {
            // After a gap in the record, the next known week starts a new line.
            done.push(Vec::new());
        }
    }
    done.retain(|run| !run.is_empty());
    let kept = if scale.week * as_f64(steps.next().unwrap_or(1)) >= NARROWEST_DOTS { usize::MAX } else { 1 };
    dots.drain(..dots.len().saturating_sub(kept));
    Burnup { plan, done, wedges: Vec::new(), dots, fan: None, leader: None }
}
