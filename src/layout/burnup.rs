//! The burn-up: cumulative work against the plan's staircase, one step a week.
//!
//! The staircase keeps the plan as it was known in each week, so that a later change of scope never rewrites the past.
//! The river between both is as wide at each week's end as what is carried out of that week.

use crate::progress::{Progress, Week};
use crate::theme::Ink;
use crate::words::{Header, Legend};

use super::slots::{count, slots};
use super::steps::Steps;
use super::text::{Font, Label, Measure};
use super::{Area, Chart, Weeks, grid, legend, rows};

const VALUE: Font = Font::bold(13.0);
const PLAN: Font = Font::regular(13.0);
/// Room above the highest line.
const HEADROOM: f64 = 20.0;
/// From the lines' end to their labels.
const LEAD: f64 = 9.0;
/// From one label's middle to the other's.
const LINE: f64 = 17.0;
/// The share of the width up to which labels may say what they are.
const WIDEST_LABELS: f64 = 0.3;
/// Below this width a dot a week would be a chain.
const NARROWEST_DOTS: f64 = 18.0;

/// The lines of a burn-up.
#[derive(Clone, Debug, PartialEq)]
pub struct Burnup {
    /// The plan's staircase, corner by corner.
    pub plan: Vec<(f64, f64)>,
    /// The same for the weeks to come.
    pub ahead: Vec<(f64, f64)>,
    /// Work done, at the end of each week. A week without a record interrupts it.
    pub done: Vec<Vec<(f64, f64)>>,
    /// Outlines of what lies between the plan and the work, where that is behind.
    pub gap: Vec<Vec<(f64, f64)>>,
    /// Week's ends to point out on the line of work.
    pub dots: Vec<(f64, f64)>,
    /// What the lines are and which values they end at.
    pub values: Vec<Label>,
}

/// Lays out the chart in its area.
pub(super) fn chart(progress: &Progress, area: Area, measure: &dyn Measure) -> Chart {
    let merged = slots(progress, area.width);
    let (mut values, named) = values(progress, area, measure);
    let is_behind = progress.weeks.iter().any(|week| week.carried_out > Some(0.0));
    let parts = [(Legend::Done, !named), (Legend::Carried, is_behind), (Legend::Plan, !named)];
    let (mut legend, legend_height) = legend::legend(progress, &parts, area, measure);
    for item in legend.iter_mut().filter(|item| item.part == Legend::Carried) {
        item.is_river = true;
    }
    let top = area.y + legend_height + HEADROOM;
    let bottom = area.bottom() - rows::height(progress, &merged);
    let peak = |week: &Week| week.cumulative_planned.unwrap_or(0.0).max(week.cumulative_done.unwrap_or(0.0));
    let max = progress.weeks.iter().map(peak).fold(0.0, f64::max);
    let max = if max > 0.0 { max } else { 1.0 };
    let across = Area { y: top, height: bottom - top, ..area };
    let (grid, room) = grid(progress, max, across, measure);
    let gutter = values.iter().map(|label| label.width + LEAD).fold(2.0, f64::max);
    let plot = Area { x: across.x + room, width: across.width - room - gutter, ..across };

    let step = plot.width / count(merged.len());
    let x = |index: usize| plot.x + step * count(index);
    let y = |value: f64| plot.bottom() - plot.height * value / max;
    let carried = progress.weeks.first().and_then(|week| week.carried_in).unwrap_or(0.0);
    let mut lines = Burnup::new((x(0), y(carried.min(max)), y(0.0)));
    for (index, slot) in merged.iter().enumerate() {
        let week = &progress.weeks[slot.last];
        let planned = y(week.cumulative_planned.unwrap_or(0.0));
        let is_ahead = week.number > progress.as_of;
        lines.step((x(index), x(index + 1)), planned, week.cumulative_done.map(y), is_ahead);
    }
    lines.finish(if step >= NARROWEST_DOTS { usize::MAX } else { 1 });
    place(&mut values, &lines, plot);
    lines.values = values;
    let rows = rows::rows(progress, &merged, (plot.x + step / 2.0, step), plot.bottom(), area.right(), measure);
    Chart {
        plot,
        weeks: Weeks::Burnup(lines),
        steps: Steps::new(&merged),
        grid,
        labels: rows.labels,
        icons: rows.icons,
        legend,
    }
}

impl Burnup {
    /// Lines that begin at `x` with what is carried there, and nothing done.
    fn new((x, carried, nothing): (f64, f64, f64)) -> Self {
        Self {
            plan: Vec::new(),
            ahead: Vec::new(),
            done: vec![vec![(x, nothing)]],
            gap: vec![vec![(x, carried.min(nothing))]],
            dots: Vec::new(),
            values: Vec::new(),
        }
    }

    /// Lets the lines grow by a week. Of each gap there is the upper edge until they are finished.
    fn step(&mut self, (from, to): (f64, f64), planned: f64, done: Option<f64>, is_ahead: bool) {
        if is_ahead {
            if self.ahead.is_empty() {
                self.ahead.extend(self.plan.last());
            }
            self.ahead.extend([(from, planned), (to, planned)]);
        } else {
            self.plan.extend([(from, planned), (to, planned)]);
        }
        let (Some(run), Some(upper)) = (self.done.last_mut(), self.gap.last_mut()) else { return };
        if let Some(done) = done {
            run.push((to, done));
            upper.push((to, planned.min(done)));
            self.dots.push((to, done));
        } else if !run.is_empty() {
            // Across a gap in the record the next known week begins a new line.
            self.done.push(Vec::new());
            self.gap.push(Vec::new());
        }
    }

    /// With dots on the last `dots` week's ends.
    fn finish(&mut self, dots: usize) {
        for (gap, run) in self.gap.iter_mut().zip(&self.done) {
            gap.extend(run.iter().rev());
        }
        self.gap.retain(|gap| gap.len() > 2);
        self.done.retain(|run| !run.is_empty());
        self.dots.drain(..self.dots.len().saturating_sub(dots));
    }
}

/// What the lines are and where they end, still without a place, and whether there was room to say what they are: the
/// plan's first, then the work's.
fn values(progress: &Progress, area: Area, measure: &dyn Measure) -> (Vec<Label>, bool) {
    let words = progress.words;
    let last = |amount: fn(&Week) -> Option<f64>| progress.weeks.iter().rev().find_map(amount);
    let ends = [
        (last(|week| week.cumulative_planned), words.plan(), PLAN, Ink::Muted),
        (last(|week| week.cumulative_done), words.header(Header::Done), VALUE, Ink::Text),
    ];
    let labels = |named: bool| {
        let mut labels = Vec::new();
        for (value, name, font, ink) in ends {
            let Some(number) = value.map(|value| words.number(value)) else { continue };
            let text = if named { format!("{name} {number}") } else { number };
            labels.push(Label::left(text, 0.0, 0.0, font, ink, measure));
        }
        labels
    };
    let named = labels(true);
    if named.iter().all(|label| label.width <= area.width * WIDEST_LABELS) {
        (named, true)
    } else {
        (labels(false), false)
    }
}

/// Puts the labels behind the ends of their lines, the one below the other where those meet.
fn place(values: &mut [Label], lines: &Burnup, plot: Area) {
    let end = |line: &[(f64, f64)]| line.last().map_or(plot.bottom(), |point| point.1);
    let plan = end(if lines.ahead.is_empty() { &lines.plan } else { &lines.ahead });
    let done = lines.done.last().map_or(plot.bottom(), |line| end(line));
    let lowest = plot.bottom() - LINE / 2.0;
    let mut places = [plan, done];
    let apart = (places[1] - places[0]).abs();
    if values.len() == 2 && apart < LINE {
        let push = (LINE - apart) / 2.0;
        let (up, down) = if places[0] <= places[1] { (0, 1) } else { (1, 0) };
        places[up] = (places[up] - push).min(lowest - LINE);
        places[down] = places[up] + LINE;
    }
    for (label, y) in values.iter_mut().zip(places) {
        (label.x, label.y) = (plot.right() + LEAD, y.min(lowest));
    }
}
