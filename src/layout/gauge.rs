//! The gauge: an arc of the overall share, the percent in large figures, the remainder in words, the plan's tick.

use std::f64::consts::PI;

use crate::maths;
use crate::progress::Progress;
use crate::theme::Ink;

use super::Area;
use super::text::{Font, Label, Measure, shorten};

/// Where the arc begins, in radians clockwise from three o'clock.
const START: f64 = PI * 150.0 / 180.0;
/// How far it reaches.
const SWEEP: f64 = PI * 240.0 / 180.0;
const RADIUS: f64 = 70.0;
const THICKNESS: f64 = 14.0;
const FIGURES: Font = Font::bold(30.0);
const LINE: Font = Font::regular(13.0);
const REMAINDER: Font = Font::bold(13.0);
const TICK: Font = Font::regular(12.0);
const TITLE: Font = Font::bold(14.0);

/// An arc with a value, a tick and words.
#[derive(Clone, Debug, PartialEq)]
pub struct Gauge {
    /// Middle of the arc.
    pub centre: (f64, f64),
    /// Radius of the arc's middle line.
    pub radius: f64,
    /// Width of the arc.
    pub thickness: f64,
    /// Where it begins, in radians clockwise from three o'clock.
    pub start: f64,
    /// How far the whole arc reaches, in radians.
    pub sweep: f64,
    /// The share that is filled, 0 to 1; nothing where it is not known.
    pub share: Option<f64>,
    /// The share at which the plan says one should be, 0 to 1.
    pub tick: Option<f64>,
    /// Percent, fraction, remainder, and the tick's word.
    pub labels: Vec<Label>,
}

impl Gauge {
    /// The point at a share of the arc, `out` px from its middle line.
    #[must_use]
    pub fn point(&self, share: f64, out: f64) -> (f64, f64) {
        let (sin, cos) = maths::sin_cos(self.start + self.sweep * share);
        let radius = self.radius + out;
        (self.centre.0 + radius * cos, self.centre.1 + radius * sin)
    }
}

/// The share to show: the author's, where it differs from the computed one.
fn shown(progress: &Progress) -> Option<f64> {
    progress.stated.or(progress.overall)
}

fn percent(progress: &Progress) -> String {
    shown(progress).map_or_else(|| "–".to_owned(), |share| progress.words.percent(share))
}

/// The gauge beside or above a chart.
pub(super) fn full(progress: &Progress, area: Area, measure: &dyn Measure) -> Gauge {
    let x = area.x + area.width / 2.0;
    let y = area.y + area.height / 2.0 + 4.0;
    let mut gauge = Gauge {
        centre: (x, y),
        radius: RADIUS,
        thickness: THICKNESS,
        start: START,
        sweep: SWEEP,
        share: shown(progress).map(|share| share.clamp(0.0, 1.0)),
        tick: progress.expected.filter(|_| progress.as_of > 0).map(|share| share.clamp(0.0, 1.0)),
        labels: Vec::new(),
    };
    let inner = RADIUS - THICKNESS / 2.0;
    let mut labels = vec![Label::centred(percent(progress), x, y - 3.0, FIGURES, Ink::Text, measure)];
    if let Some(fraction) = fraction(progress, chord(inner, 25.0) - 8.0, measure) {
        labels.push(Label::centred(fraction, x, y + 25.0, LINE, Ink::Muted, measure));
    }
    let below = remainder(progress).into_iter().chain(pace(progress));
    for (row, (text, ink)) in below.enumerate() {
        let font = if row == 0 { REMAINDER } else { TICK };
        let top = y + 56.0 + 19.0 * if row == 0 { 0.0 } else { 1.0 };
        labels.extend(
            shorten(&text, area.width, font, measure).map(|text| Label::centred(text, x, top, font, ink, measure)),
        );
    }
    if let Some(share) = gauge.tick {
        let (tick_x, tick_y) = gauge.point(share, THICKNESS / 2.0 + 17.0);
        let label = Label::centred(progress.words.plan(), tick_x, tick_y, TICK, Ink::Muted, measure);
        labels.push(label.within(area.x, area.right()));
    }
    gauge.labels = labels;
    gauge
}

/// The gauge and one line, for lists.
pub(super) fn compact(progress: &Progress, area: Area, measure: &dyn Measure) -> Gauge {
    const COMPACT_RADIUS: f64 = 22.0;
    const COMPACT_THICKNESS: f64 = 7.0;
    let y = area.y + area.height / 2.0;
    let left = area.x + 2.0 * (COMPACT_RADIUS + COMPACT_THICKNESS / 2.0) + 16.0;
    let room = area.right() - left;
    let title = shorten(&progress.title, room, TITLE, measure).unwrap_or_default();
    let mut labels = vec![Label::left(title, left, y - 10.0, TITLE, Ink::Text, measure)];

    let figures = Label::left(percent(progress), left, y + 11.0, REMAINDER, Ink::Text, measure);
    let mut x = figures.end() + 8.0;
    labels.push(figures);
    let fraction =
        amounts(progress).map(|(done, planned)| (progress.words.done_of(done, planned, &progress.unit), Ink::Muted));
    for (text, ink) in fraction.into_iter().chain(remainder(progress)) {
        let label = Label::left(text, x, y + 11.0, LINE, ink, measure);
        if label.end() > area.right() {
            break;
        }
        x = label.end() + 10.0;
        labels.push(label);
    }
    Gauge {
        centre: (area.x + COMPACT_RADIUS + COMPACT_THICKNESS / 2.0 + 1.0, y),
        radius: COMPACT_RADIUS,
        thickness: COMPACT_THICKNESS,
        start: -PI / 2.0,
        sweep: 2.0 * PI,
        share: shown(progress).map(|share| share.clamp(0.0, 1.0)),
        tick: None,
        labels,
    }
}

/// The width of a circle's inside at `offset` from its middle.
fn chord(radius: f64, offset: f64) -> f64 {
    2.0 * (radius * radius - offset * offset).max(0.0).sqrt()
}

/// Done and planned in all, where something is planned.
fn amounts(progress: &Progress) -> Option<(f64, f64)> {
    progress.done.zip(progress.planned.filter(|planned| *planned > 0.0))
}

/// "20 of 24 lectures", as long as it fits.
fn fraction(progress: &Progress, room: f64, measure: &dyn Measure) -> Option<String> {
    let words = progress.words;
    let (done, planned) = amounts(progress)?;
    [
        words.done_of(done, planned, &progress.unit),
        words.done_of(done, planned, ""),
        format!("{}/{}", words.number(done), words.number(planned)),
    ]
    .into_iter()
    .find(|text| measure.width(text, LINE) <= room)
}

/// What remains, or that nothing does.
fn remainder(progress: &Progress) -> Option<(String, Ink)> {
    let (words, unit) = (progress.words, progress.unit.as_str());
    progress.overall?;
    let remaining = progress.remaining?;
    Some(if remaining > 0.0 {
        (words.left(remaining, unit), Ink::Jam)
    } else if progress.beyond > 0.0 {
        (words.beyond(progress.beyond, unit), Ink::Done)
    } else {
        (words.complete().to_owned(), Ink::Done)
    })
}

/// How the work stands to the plan, while the plan still goes on.
fn pace(progress: &Progress) -> Option<(String, Ink)> {
    let (words, unit) = (progress.words, progress.unit.as_str());
    if progress.remaining <= Some(0.0) || progress.expected.is_none_or(|expected| expected >= 1.0) {
        return None;
    }
    match &progress.jam {
        Some(jam) => Some((words.behind(jam.depth, unit), Ink::Muted)),
        None if progress.ahead > 0.0 => Some((words.ahead(progress.ahead, unit), Ink::Muted)),
        None => None,
    }
}
