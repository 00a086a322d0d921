//! The burn-up: cumulative work against the plan's staircase, one step a week.
//!
//! The staircase keeps the plan as it was known in each week, so that a later change of scope never rewrites the past.
//! At each week's end, the band between both is as high as what is carried out of that week.

use crate::amount::Amount;
use crate::geometry::{Point, Rect};
use crate::maths::as_f64;
use crate::progress::Week;
use crate::theme::Ink;

use super::band_scale::BandScale;
use super::bins::bins;
use super::columns::Fill;
use super::legend::{SWATCH, Swatch, legend};
use super::text::{Font, Label};
use super::{Chart, Grid, Input, Weeks, axis};

const VALUE: Font = Font::bold(13.0);
const PLAN: Font = Font::regular(13.0);
/// Room above the highest line.
const HEADROOM: f64 = 20.0;
/// From the lines' end to their labels.
const LEAD: f64 = 9.0;
/// From one label's middle to the other's.
const LINE: f64 = 17.0;
/// Labels may say what they are up to this share of the width.
const WIDEST_LABELS: f64 = 0.3;
/// Where weeks are closer than this, a dot a week would be a chain.
const NARROWEST_DOTS: f64 = 18.0;

/// The lines of a burn-up.
#[derive(Clone, Debug, PartialEq)]
pub struct Burnup {
    /// The plan's staircase, corner by corner.
    pub plan: Vec<Point>,
    /// The staircase of the weeks to come.
    pub ahead: Vec<Point>,
    /// Work done at the end of each week. A week without a record interrupts it.
    pub done: Vec<Vec<Point>>,
    /// Outlines of the areas between plan and work, where the work is behind.
    pub gap: Vec<Vec<Point>>,
    /// Week's ends to point out on the line of work.
    pub dots: Vec<Point>,
    /// The names and the last values of the lines.
    pub values: Vec<Label>,
}

/// Lays out the chart in its box.
pub(super) fn chart(input: Input<'_>, area: Rect) -> Chart {
    let weeks = &input.progress.weeks;
    let bins = bins(input.progress, area.width);
    let ends = LineEnds::new(input, area);
    let is_behind = weeks.iter().any(|week| week.carried_out > Some(Amount::ZERO));
    let candidates = [
        (Swatch::Column(Fill::Done), input.locale.legend_done(), !ends.are_named),
        (Swatch::River, input.locale.legend_carried(), is_behind),
        (Swatch::PlanLine, input.locale.legend_plan(), !ends.are_named),
    ];
    let parts: Vec<_> = candidates.into_iter().filter(|part| part.2).map(|part| (part.0, part.1)).collect();
    let legend = legend(input, &parts, SWATCH, area);
    let top = area.y + legend.height + HEADROOM;
    let bottom = area.bottom() - axis::height(input, &bins);
    let peak = |week: &Week| week.cumulative_planned.max(week.cumulative_done).unwrap_or_default().get();
    let max = weeks.iter().map(peak).fold(0.0, f64::max);
    let max = if max > 0.0 { max } else { 1.0 };
    let grid = Grid::new(input, max);
    let (room, gutter) = (grid.room(), ends.width());
    let plot = Rect { x: area.x + room, y: top, width: area.width - room - gutter, height: bottom - top };

    let step = plot.width / as_f64(bins.len());
    let x = |index: usize| plot.x + step * as_f64(index);
    let y = |value: f64| plot.bottom() - plot.height * value / max;
    let carried = weeks.first().and_then(|week| week.carried_in).unwrap_or_default().get();
    let mut lines = Burnup::new(x(0), y(carried.min(max)), y(0.0));
    for (index, bin) in bins.iter().enumerate() {
        let week = &weeks[bin.last];
        let planned = y(week.cumulative_planned.unwrap_or_default().get());
        let done = week.cumulative_done.map(|done| y(done.get()));
        lines.step((x(index), x(index + 1)), planned, done, bin.last >= input.progress.goal.reached);
    }
    lines.finish(if step >= NARROWEST_DOTS { usize::MAX } else { 1 });
    lines.values = ends.placed(&lines, plot);
    let axis = axis::axis(input, &bins, plot, area.right());
    Chart {
        plot,
        weeks: Weeks::Burnup(lines),
        scale: BandScale::new(&bins),
        grid: grid.lines(area.x, plot),
        labels: axis.labels,
        signs: axis.signs,
        legend: legend.items,
    }
}

impl Burnup {
    /// Lines that begin at `x`, with what is carried there and nothing done, as their y.
    fn new(x: f64, carried: f64, nothing: f64) -> Self {
        Self {
            plan: Vec::new(),
            ahead: Vec::new(),
            done: vec![vec![Point::new(x, nothing)]],
            gap: vec![vec![Point::new(x, carried.min(nothing))]],
            dots: Vec::new(),
            values: Vec::new(),
        }
    }

    /// Adds a week to the lines. Until they are finished, a gap is its upper edge alone.
    fn step(&mut self, (from, to): (f64, f64), planned: f64, done: Option<f64>, is_ahead: bool) {
        let stair = [Point::new(from, planned), Point::new(to, planned)];
        if is_ahead {
            if self.ahead.is_empty() {
                self.ahead.extend(self.plan.last());
            }
            self.ahead.extend(stair);
        } else {
            self.plan.extend(stair);
        }
        let (Some(run), Some(upper)) = (self.done.last_mut(), self.gap.last_mut()) else { return };
        if let Some(done) = done {
            run.push(Point::new(to, done));
            upper.push(Point::new(to, planned.min(done)));
            self.dots.push(Point::new(to, done));
        } else if !run.is_empty() {
            // Behind a gap in the record, the next known week begins a new line.
            self.done.push(Vec::new());
            self.gap.push(Vec::new());
        }
    }

    /// Closes the gaps, and keeps the last `dots` dots.
    fn finish(&mut self, dots: usize) {
        for (gap, run) in self.gap.iter_mut().zip(&self.done) {
            gap.extend(run.iter().rev());
        }
        self.gap.retain(|gap| gap.len() > 2);
        self.done.retain(|run| !run.is_empty());
        self.dots.drain(..self.dots.len().saturating_sub(dots));
    }
}

/// The labels behind the ends of the lines: the plan's first, then the work's.
struct LineEnds {
    labels: Vec<Label>,
    /// Whether they say what the lines are, and not only their values.
    are_named: bool,
}

impl LineEnds {
    fn new(input: Input<'_>, area: Rect) -> Self {
        let locale = input.locale;
        let last = |amount: fn(&Week) -> Option<Amount>| input.progress.weeks.iter().rev().find_map(amount);
        let ends = [
            (last(|week| week.cumulative_planned), locale.plan(), PLAN, Ink::Muted),
            (last(|week| week.cumulative_done), locale.header_done(), VALUE, Ink::Text),
        ];
        let labels = |are_named: bool| {
            let mut labels = Vec::new();
            for (value, name, font, ink) in ends {
                let Some(number) = value.map(|value| locale.number(value)) else { continue };
                let text = if are_named { format!("{name} {number}") } else { number };
                labels.push(Label::left(text, 0.0, 0.0, font, ink, input.measure));
            }
            labels
        };
        let named = labels(true);
        let are_named = named.iter().all(|label| label.width <= area.width * WIDEST_LABELS);
        Self { labels: if are_named { named } else { labels(false) }, are_named }
    }

    /// The room that they take behind the lines.
    fn width(&self) -> f64 {
        self.labels.iter().map(|label| label.width + LEAD).fold(2.0, f64::max)
    }

    /// The labels at their places: one below the other where the lines end close together.
    fn placed(mut self, lines: &Burnup, plot: Rect) -> Vec<Label> {
        let end = |line: &[Point]| line.last().map_or(plot.bottom(), |point| point.y);
        let plan = end(if lines.ahead.is_empty() { &lines.plan } else { &lines.ahead });
        let done = lines.done.last().map_or(plot.bottom(), |line| end(line));
        let lowest = plot.bottom() - LINE / 2.0;
        let mut places = [plan, done];
        let apart = (places[1] - places[0]).abs();
        if self.labels.len() == 2 && apart < LINE {
            let push = (LINE - apart) / 2.0;
            let (up, down) = if places[0] <= places[1] { (0, 1) } else { (1, 0) };
            places[up] = (places[up] - push).min(lowest - LINE);
            places[down] = places[up] + LINE;
        }
        for (label, y) in self.labels.iter_mut().zip(places) {
            (label.x, label.y) = (plot.right() + LEAD, y.min(lowest));
        }
        self.labels
    }
}
