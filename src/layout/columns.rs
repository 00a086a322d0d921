//! The weekly view: a column a week, as high as its load, and the river of carried work between the columns.

use crate::progress::{Progress, Status};
use crate::theme::Ink;
use crate::words::Legend;

use super::slots::{Slot, count, slots};
use super::steps::Steps;
use super::text::{Font, Label, Measure};
use super::{Area, Chart, Weeks, grid, legend, rows};

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
/// Columns that are closer than this have no ticks: side by side, those would be a line of their own.
const NARROWEST_TICK: f64 = 16.0;

/// How far the river flows on behind the last column.
const LONGEST_OUTFLOW: f64 = 28.0;

/// The columns and what flows between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Columns {
    /// From left to right.
    pub columns: Vec<Column>,
    /// The river: one band from each column that carries something over to the next.
    pub bands: Vec<Band>,
}

/// One week, or several merged.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its weeks, as indexes into the goal's.
    pub weeks: (usize, usize),
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// How it is filled, from the baseline upwards: the upper end of each part.
    pub parts: Vec<(Fill, f64)>,
    /// Where the new plan alone would reach, if something is carried in.
    pub plan_tick: Option<f64>,
    /// How far the tick stands out at either side.
    pub tick_out: f64,
    /// The fraction above it.
    pub value: Vec<Label>,
}

impl Column {
    /// The upper end of the column; the baseline, where it has no height.
    #[must_use]
    pub fn top(&self, baseline: f64) -> f64 {
        self.parts.last().map_or(baseline, |part| part.1)
    }
}

/// A part of a column.
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
    /// Right edge of the column that it leaves, with its upper and lower end there.
    pub from: (f64, f64, f64),
    /// Left edge of the column that it enters, with its upper and lower end there.
    pub to: (f64, f64, f64),
}

/// Lays out the chart in its area.
pub(super) fn chart(progress: &Progress, area: Area, measure: &dyn Measure) -> Chart {
    let merged = slots(progress, area.width);
    let has_ticks = area.width / count(merged.len()) >= NARROWEST_TICK;
    let (mut legend, legend_height) = legend::legend(progress, &parts_in(&merged, has_ticks), area, measure);
    let top = area.y + legend_height + VALUE_ROW;
    let bottom = area.bottom() - rows::height(progress, &merged);
    let max = merged.iter().map(Slot::height).fold(0.0, f64::max);
    let max = if max > 0.0 { max } else { 1.0 };

    let mut plot = Area { y: top, height: bottom - top, ..area };
    let step = plot.width / count(merged.len());
    let values = values(progress, &merged, step, measure);
    let mut lines = Vec::new();
    if values.is_none() && max_is_amount(&merged) {
        let room;
        (lines, room) = grid(progress, max, plot, measure);
        plot = Area { x: plot.x + room, width: plot.width - room, ..plot };
    }
    let step = plot.width / count(merged.len());
    let mut columns = columns(&merged, plot, step, max, values.unwrap_or_default());
    // A sign is filled as the columns are, and those that are close together are not hatched.
    let width = columns.first().map_or(0.0, |column| column.width);
    for item in &mut legend {
        item.size = item.size.min(width.max(CLOSE_COLUMN));
    }
    if !has_ticks {
        for column in &mut columns {
            column.plan_tick = None;
        }
    }
    let bands = bands(&merged, &columns, plot, max);
    let first = plot.x + step / 2.0;
    let rows = rows::rows(progress, &merged, (first, step), plot.bottom(), area.right(), measure);
    Chart {
        plot,
        weeks: Weeks::Columns(Columns { columns, bands }),
        steps: Steps::new(&merged),
        grid: lines,
        labels: rows.labels,
        icons: rows.icons,
        legend,
    }
}

impl Slot {
    /// The value that its column reaches.
    fn height(&self) -> f64 {
        if self.share.is_some() { 0.0 } else { self.load.max(self.done.unwrap_or(0.0)) }
    }

    fn is_ahead_of_record(&self) -> bool {
        self.status == Status::Future || (self.carried_out.is_none() && self.share.is_none())
    }
}

fn max_is_amount(slots: &[Slot]) -> bool {
    slots.iter().any(|slot| slot.share.is_none() && slot.load > 0.0)
}

fn columns(slots: &[Slot], plot: Area, step: f64, max: f64, values: Vec<Vec<Label>>) -> Vec<Column> {
    // In whole px, or the device's grid would make every so many wider than their neighbours.
    let width = (step * 0.5).min(WIDEST_COLUMN).round().max((step * 0.75).floor().min(CLOSE_COLUMN));
    let mut values = values.into_iter();
    let mut columns = Vec::with_capacity(slots.len());
    for (index, slot) in slots.iter().enumerate() {
        // A share has no amount: its whole is as high as the plot.
        let whole = if slot.share.is_some() { 1.0 } else { max };
        let y = |value: f64| plot.bottom() - plot.height * value / whole;
        let x = plot.x + step * count(index) + (step - width) / 2.0;
        let x = if step < 16.0 { x } else { x.round() };
        let mut parts = fills(slot);
        for (_, end) in &mut parts {
            *end = y(*end);
        }
        let new_plan = slot.load - slot.carried_in;
        let has_tick = slot.carried_in > 0.0 && new_plan > 0.0;
        let top = parts.last().map_or(plot.bottom(), |part| part.1);
        columns.push(Column {
            weeks: (slot.first, slot.last),
            x,
            width,
            parts,
            plan_tick: has_tick.then(|| y(new_plan)),
            tick_out: TICK_OUT.min((step - width) / 2.0 - 1.0).max(0.0),
            value: placed(values.next().unwrap_or_default(), x + width / 2.0, top - VALUE_ABOVE),
        });
    }
    columns
}

/// The parts of a column and the value that each reaches.
fn fills(slot: &Slot) -> Vec<(Fill, f64)> {
    if let Some(share) = slot.share {
        return stacked(share.min(1.0), 1.0);
    }
    let done = slot.done.unwrap_or(0.0);
    match slot.status {
        Status::Future => {
            let new_plan = (slot.load - slot.carried_in).max(0.0);
            rising(&[(Fill::Done, done), (Fill::Future, new_plan.max(done)), (Fill::Open, slot.load.max(done))])
        }
        _ if slot.done.is_none() => rising(&[(Fill::Unknown, slot.load)]),
        _ if done > slot.load => rising(&[(Fill::Done, slot.load), (Fill::Beyond, done)]),
        _ => stacked(done, slot.load),
    }
}

fn stacked(done: f64, load: f64) -> Vec<(Fill, f64)> {
    let fill = if done >= load { Fill::Complete } else { Fill::Done };
    rising(&[(fill, done), (Fill::Open, load)])
}

/// Leaves out parts without height.
fn rising(parts: &[(Fill, f64)]) -> Vec<(Fill, f64)> {
    let mut rising: Vec<(Fill, f64)> = Vec::new();
    for part in parts {
        if part.1 > rising.last().map_or(0.0, |below| below.1) {
            rising.push(*part);
        }
    }
    rising
}

fn bands(slots: &[Slot], columns: &[Column], plot: Area, max: f64) -> Vec<Band> {
    let y = |value: f64| plot.bottom() - plot.height * value.max(0.0) / max;
    let leaves =
        |slot: &Slot, column: &Column, carried: f64| (column.x + column.width, y(slot.load), y(slot.load - carried));
    let mut bands = Vec::with_capacity(slots.len());
    for (slots, columns) in slots.windows(2).zip(columns.windows(2)) {
        let ([here, next], [left, right]) = (slots, columns) else { continue };
        // Through a week without a record the river flows on as it was.
        let carried = here.carried_out.unwrap_or(next.carried_in);
        if carried > 0.0 && here.share.or(next.share).is_none() {
            let to = (right.x, y(next.load), y(next.load - carried));
            bands.push(Band { from: leaves(here, left, carried), to });
        }
    }
    // What the last week leaves flows out of the picture: it was never cleared.
    if let (Some(last), Some(column)) = (slots.last(), columns.last())
        && let Some(carried) = last.carried_out.filter(|carried| *carried > 0.0)
    {
        let from = leaves(last, column, carried);
        bands.push(Band { from, to: (plot.right().min(from.0 + LONGEST_OUTFLOW), from.1, from.2) });
    }
    bands
}

/// The fraction above a column: what was done in bold, what there was to do beside it.
fn value(progress: &Progress, slot: &Slot, measure: &dyn Measure) -> Vec<Label> {
    let words = progress.words;
    let run = |text: String, font: Font, ink: Ink| Label::left(text, 0.0, 0.0, font, ink, measure);
    if let Some(share) = slot.share {
        let percent = words.percent(share);
        let text = if slot.approx { words.roughly(&percent) } else { percent };
        return vec![run(text, DONE, Ink::Text)];
    }
    match slot.done {
        Some(done) if slot.status != Status::Future => {
            if slot.load <= 0.0 && done <= 0.0 {
                return vec![run("–".to_owned(), REST, Ink::Muted)];
            }
            let number = words.number(done);
            let number = if slot.approx { words.roughly(&number) } else { number };
            vec![run(number, DONE, Ink::Text), run(format!("/{}", words.number(slot.load)), REST, Ink::Muted)]
        }
        _ if slot.status == Status::Future && slot.load > 0.0 => {
            vec![run(words.number(slot.load), REST, Ink::Muted)]
        }
        _ if slot.status == Status::Future => Vec::new(),
        _ => vec![run("?".to_owned(), DONE, Ink::Muted)],
    }
}

/// The fractions of all slots, if there is room for them. Ends at the first that has none: of a thousand weeks, not
/// every value is measured in vain.
fn values(progress: &Progress, slots: &[Slot], step: f64, measure: &dyn Measure) -> Option<Vec<Vec<Label>>> {
    let mut values = Vec::with_capacity(slots.len());
    for slot in slots {
        let runs = value(progress, slot, measure);
        if runs_width(&runs) + 5.0 > step {
            return None;
        }
        values.push(runs);
    }
    Some(values)
}

fn runs_width(runs: &[Label]) -> f64 {
    runs.iter().map(|run| run.width).sum()
}

/// Runs side by side, centred on `x`.
fn placed(mut runs: Vec<Label>, x: f64, y: f64) -> Vec<Label> {
    let mut start = x - runs_width(&runs) / 2.0;
    for run in &mut runs {
        run.x = start;
        run.y = y;
        start += run.width;
    }
    runs
}

/// The parts of the legend, and which of them these slots need.
fn parts_in(slots: &[Slot], has_ticks: bool) -> [(Legend, bool); 5] {
    let any = |needs: &dyn Fn(&Slot) -> bool| slots.iter().any(needs);
    let has = |fill: Fill| any(&|slot: &Slot| fills(slot).iter().any(|part| part.0 == fill));
    let is_plan_seen = |slot: &Slot| slot.carried_in > 0.0 && slot.load > slot.carried_in && !slot.is_ahead_of_record();
    [
        (Legend::Done, has(Fill::Done) || has(Fill::Complete)),
        (Legend::Carried, has(Fill::Open)),
        (Legend::Plan, has_ticks && any(&is_plan_seen)),
        (Legend::Beyond, has(Fill::Beyond)),
        (Legend::Future, has(Fill::Future)),
    ]
}
