//! The burn-up: cumulative work against the plan's staircase, one step a week.
//!
//! The staircase keeps the plan as it was known in each week, so that a later change of scope never rewrites the past.

use crate::progress::Progress;
use crate::theme::Ink;
use crate::words::Legend;

use super::slots::{count, slots};
use super::steps::Steps;
use super::text::{Font, Label, Measure};
use super::{Area, Chart, Weeks, grid, legend, rows};

const VALUE: Font = Font::bold(13.0);
const PLAN: Font = Font::regular(13.0);
/// Room above the highest line for its value.
const VALUE_ROW: f64 = 24.0;

/// The lines of a burn-up.
#[derive(Clone, Debug, PartialEq)]
pub struct Burnup {
    /// The plan's staircase, corner by corner.
    pub plan: Vec<(f64, f64)>,
    /// Work done, at the end of each week. A week without a record interrupts it.
    pub done: Vec<Vec<(f64, f64)>>,
    /// The values at the ends of both lines.
    pub values: Vec<Label>,
}

/// Lays out the chart in its area.
pub(super) fn chart(progress: &Progress, area: Area, measure: &dyn Measure) -> Chart {
    let merged = slots(progress, area.width);
    let (legend, legend_height) = legend::legend(progress, &[Legend::Done, Legend::Plan], area, measure);
    let top = area.y + legend_height + VALUE_ROW;
    let bottom = area.bottom() - rows::height(progress, &merged);
    let peak = progress.weeks.iter().flat_map(|week| [week.cumulative_planned, week.cumulative_done]).flatten();
    let max = peak.fold(0.0, f64::max);
    let max = if max > 0.0 { max } else { 1.0 };
    let across = Area { y: top, height: bottom - top, ..area };
    let (lines, room) = grid(progress, max, across, measure);
    let plot = Area { x: across.x + room, width: across.width - room, ..across };

    let step = plot.width / count(merged.len());
    let x = |index: usize| plot.x + step * count(index);
    let y = |value: f64| plot.bottom() - plot.height * value / max;
    let mut plan = Vec::new();
    let mut done: Vec<Vec<(f64, f64)>> = vec![vec![(x(0), y(0.0))]];
    for (index, slot) in merged.iter().enumerate() {
        let week = &progress.weeks[slot.last];
        let planned = y(week.cumulative_planned.unwrap_or(0.0));
        plan.extend([(x(index), planned), (x(index + 1), planned)]);
        match week.cumulative_done {
            Some(value) => done.last_mut().into_iter().for_each(|line| line.push((x(index + 1), y(value)))),
            // Across a gap the next known week begins a new line.
            None if done.last().is_some_and(|line| !line.is_empty()) => done.push(Vec::new()),
            None => {}
        }
    }
    done.retain(|line| !line.is_empty());
    let values = values(progress, plan.last(), done.last().and_then(|line| line.last()), plot, measure);
    let rows = rows::rows(progress, &merged, (plot.x + step / 2.0, step), plot.bottom(), area.right(), measure);
    Chart {
        plot,
        weeks: Weeks::Burnup(Burnup { plan, done, values }),
        steps: Steps::new(&merged),
        grid: lines,
        labels: rows.labels,
        icons: rows.icons,
        legend,
    }
}

/// The values at the ends of the lines; where both end in one place, the work's stands.
fn values(
    progress: &Progress,
    plan: Option<&(f64, f64)>,
    done: Option<&(f64, f64)>,
    plot: Area,
    measure: &dyn Measure,
) -> Vec<Label> {
    const ABOVE: f64 = 11.0;
    let number = |value: f64| progress.words.number(value);
    let mut labels = Vec::new();
    if let (Some((x, y)), Some(amount)) = (done, progress.done) {
        let below_plan = plan.is_some_and(|plan| plan.1 + 4.0 < *y);
        let at = if below_plan { y + ABOVE } else { y - ABOVE };
        let label = Label::centred(number(amount), *x, at, VALUE, Ink::Text, measure);
        labels.push(label.within(plot.x, plot.right()));
    }
    if let (Some((x, y)), Some(amount)) = (plan, progress.planned) {
        let label = Label::right(number(amount), *x, y - ABOVE, PLAN, Ink::Muted, measure);
        let free = labels.iter().all(|other| (other.y - label.y).abs() > 16.0 || other.end() + 4.0 < label.start());
        if free {
            labels.push(label);
        }
    }
    labels
}
