//! The gauge: an arc of the overall share, the percent in large figures, the remainder in words, the plan's tick.

use std::f64::consts::PI;

use crate::maths;
use crate::progress::Progress;
use crate::theme::Ink;

use super::Area;
use super::text::{Font, Label, Measure, SMALLEST, shorten};

/// Where the arc begins, in radians clockwise from three o'clock.
const START: f64 = PI * 150.0 / 180.0;
/// How far it reaches.
const SWEEP: f64 = PI * 240.0 / 180.0;
const RADIUS: f64 = 68.0;
const THICKNESS: f64 = 14.0;
const FIGURES: Font = Font::bold(30.0);
const LINE: Font = Font::regular(13.0);
const REMAINDER: Font = Font::bold(13.0);
const TICK: Font = Font::regular(12.0);
const TITLE: Font = Font::bold(14.0);
/// The tick stands out of the arc by this much at either side.
const TICK_OUT: f64 = 4.0;
/// Where the rows stand below the middle of the arc: the last one outside of it.
const FIGURES_ROW: f64 = -6.0;
const FRACTION_ROW: f64 = 22.0;
const REMAINDER_ROW: f64 = 62.0;
const PACE_ROW: f64 = 81.0;
/// Half the height of a line of text, and of the figures.
const HALF_LINE: f64 = 8.0;
const HALF_FIGURES: f64 = 18.0;

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

    /// The ends of the plan's tick, from the inside to the outside.
    #[must_use]
    pub fn tick_line(&self) -> Option<((f64, f64), (f64, f64))> {
        let reach = self.thickness / 2.0 + TICK_OUT;
        // Inside are the words.
        self.tick.map(|share| (self.point(share, -self.thickness / 2.0 - 1.0), self.point(share, reach)))
    }
}

/// The share to show: the author's, where it differs from the computed one.
fn shown(progress: &Progress) -> Option<f64> {
    progress.stated.or(progress.overall)
}

fn percent(progress: &Progress) -> String {
    shown(progress).map_or_else(|| "–".to_owned(), |share| progress.words.percent(share))
}

/// The percent, smaller where it has many digits: somebody may have done a thousand times what was planned.
fn figures(progress: &Progress, room: f64, measure: &dyn Measure) -> (String, Font) {
    let text = percent(progress);
    let size = (FIGURES.size * room / measure.width(&text, FIGURES)).clamp(SMALLEST, FIGURES.size);
    let font = Font { size, ..FIGURES };
    (shorten(&text, room, font, measure).unwrap_or_default(), font)
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
        // Where all is done, the plan says nothing any more.
        tick: progress
            .expected
            .filter(|_| progress.as_of > 0 && progress.remaining != Some(0.0))
            .map(|share| share.clamp(0.0, 1.0)),
        labels: Vec::new(),
    };
    let inner = RADIUS - THICKNESS / 2.0;
    let (figures, font) = figures(progress, chord(inner, HALF_FIGURES - FIGURES_ROW) - 8.0, measure);
    let mut labels = vec![Label::centred(figures, x, y + FIGURES_ROW, font, Ink::Text, measure)];
    let room = chord(inner, FRACTION_ROW + HALF_LINE) - 10.0;
    if let Some(fraction) = fraction(progress, room, measure) {
        labels.push(Label::centred(fraction, x, y + FRACTION_ROW, LINE, Ink::Muted, measure));
    }
    let below = [(remainder(progress), REMAINDER, REMAINDER_ROW), (pace(progress), TICK, PACE_ROW)];
    for (line, font, row) in below {
        let Some(line) = line else { continue };
        let text = line.fitting(area.width, font, measure);
        labels.extend(text.map(|text| Label::centred(text, x, y + row, font, line.ink, measure)));
    }
    if let Some(share) = gauge.tick {
        // Outside of the arc, on the side to which the tick points.
        let (at_x, at_y) = gauge.point(share, THICKNESS / 2.0 + TICK_OUT + 2.0);
        let (sin, cos) = maths::sin_cos(START + SWEEP * share);
        let to_edge = 1.0 / cos.abs().max(sin.abs());
        let mut label = Label::centred(progress.words.plan().to_owned(), at_x, at_y, TICK, Ink::Muted, measure);
        label.x += cos * to_edge * label.width / 2.0;
        label.y += sin * to_edge * HALF_LINE;
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
    let title = shorten(&progress.title, room, TITLE, measure);
    let mut labels = Vec::new();
    labels.extend(title.map(|title| Label::left(title, left, y - 10.0, TITLE, Ink::Text, measure)));
    let figures = shorten(&percent(progress), room, REMAINDER, measure).unwrap_or_default();
    let figures = Label::left(figures, left, y + 11.0, REMAINDER, Ink::Text, measure);
    let mut x = figures.end() + 8.0;
    labels.push(figures);
    let fraction = amounts(progress).map(|(done, planned)| {
        let say = |unit: &str| progress.words.done_of(done, planned, unit);
        Line::new(say(&progress.unit), say(""), Ink::Muted)
    });
    for line in [fraction, remainder(progress)] {
        let Some(line) = line else { continue };
        let mut label = Label::left(line.long, x, y + 11.0, LINE, line.ink, measure);
        if label.end() > area.right() {
            label = Label::left(line.short, x, y + 11.0, LINE, line.ink, measure);
        }
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

/// A line of words, with and without the unit.
struct Line {
    long: String,
    short: String,
    ink: Ink,
}

impl Line {
    fn new(long: String, short: String, ink: Ink) -> Self {
        Self { long, short, ink }
    }

    /// As much of it as there is room for.
    fn fitting(&self, room: f64, font: Font, measure: &dyn Measure) -> Option<String> {
        if measure.width(&self.long, font) <= room {
            return Some(self.long.clone());
        }
        shorten(&self.short, room, font, measure)
    }
}

/// What remains, or that nothing does.
fn remainder(progress: &Progress) -> Option<Line> {
    let (words, unit) = (progress.words, progress.unit.as_str());
    progress.overall?;
    let remaining = progress.remaining?;
    Some(if remaining > 0.0 {
        Line::new(words.left(remaining, unit), words.left(remaining, ""), Ink::Jam)
    } else if progress.beyond > 0.0 {
        Line::new(words.beyond(progress.beyond, unit), words.beyond(progress.beyond, ""), Ink::Done)
    } else {
        Line::new(words.complete().to_owned(), words.complete().to_owned(), Ink::Done)
    })
}

/// How the work stands to the plan, while the plan still goes on.
fn pace(progress: &Progress) -> Option<Line> {
    let (words, unit) = (progress.words, progress.unit.as_str());
    if progress.remaining <= Some(0.0) || progress.expected.is_none_or(|expected| expected >= 1.0) {
        return None;
    }
    match &progress.jam {
        Some(jam) => Some(Line::new(words.behind(jam.depth, unit), words.behind(jam.depth, ""), Ink::Muted)),
        // Of weeks without a record, the plan is known and the work is not.
        None if progress.ahead > 0.0 && progress.unrecorded == 0 => {
            Some(Line::new(words.ahead(progress.ahead, unit), words.ahead(progress.ahead, ""), Ink::Muted))
        }
        None => None,
    }
}
