//! The gauge: an arc of the overall share, the percent in large figures, the remainder in words, the plan's tick.

use std::f64::consts::PI;

use crate::amount::{Amount, Ratio, Unit};
use crate::geometry::{Point, Rect};
use crate::locale::fill;
use crate::maths;
use crate::progress::Standing;
use crate::theme::Ink;

use super::Input;
use super::text::{Font, Label, SMALLEST, shorten};

/// Where the arc begins, in radians clockwise from three o'clock.
const START: f64 = PI * 150.0 / 180.0;
/// The angle of the whole arc, in radians.
const SWEEP: f64 = PI * 240.0 / 180.0;
const RADIUS: f64 = 68.0;
const THICKNESS: f64 = 14.0;
const FIGURES: Font = Font::bold(30.0);
const LINE: Font = Font::regular(13.0);
const REMAINDER: Font = Font::bold(13.0);
const TICK: Font = Font::regular(12.0);
const TITLE: Font = Font::bold(14.0);
/// The tick stands out of the arc by this much.
const TICK_OUT: f64 = 4.0;
/// The rows of text, as offsets from the middle of the arc. The last one lies below it.
const STATED_ROW: f64 = -32.0;
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
    pub centre: Point,
    /// Radius of the arc's middle line.
    pub radius: f64,
    /// Width of the arc.
    pub thickness: f64,
    /// Where it begins, in radians clockwise from three o'clock.
    pub start: f64,
    /// The angle of the whole arc, in radians.
    pub sweep: f64,
    /// The share that is filled, 0 to 1; `None` where it is not known.
    pub share: Option<f64>,
    /// The share that was due by the plan, 0 to 1.
    pub tick: Option<f64>,
    /// Percent, fraction, remainder, and the tick's word.
    pub labels: Vec<Label>,
}

impl Gauge {
    /// The point at a share of the arc, `out` px outside of its middle line.
    #[must_use]
    pub fn point(&self, share: f64, out: f64) -> Point {
        let (sin, cos) = maths::sin_cos(self.start + self.sweep * share);
        let radius = self.radius + out;
        Point::new(self.centre.x + radius * cos, self.centre.y + radius * sin)
    }

    /// The ends of the plan's tick, from the inside to the outside.
    #[must_use]
    pub fn tick_line(&self) -> Option<[Point; 2]> {
        let reach = self.thickness / 2.0 + TICK_OUT;
        // It does not reach inwards, where the words are.
        self.tick.map(|share| [self.point(share, -self.thickness / 2.0 - 1.0), self.point(share, reach)])
    }
}

/// The share to show: the author's, where it differs from the computed one.
fn shown(input: Input<'_>) -> Option<Ratio> {
    input.progress.stated.or(input.progress.overall)
}

fn clamped(share: Ratio) -> f64 {
    share.fraction().clamp(0.0, 1.0)
}

fn percent(input: Input<'_>) -> String {
    shown(input).map_or_else(|| "–".to_owned(), |share| input.locale.percent(share))
}

/// The percent, smaller where it has many digits: somebody may have done a thousand times what was planned.
fn figures(input: Input<'_>, room: f64) -> (String, Font) {
    let text = percent(input);
    let size = (FIGURES.size * room / input.measure.width(&text, FIGURES)).clamp(SMALLEST, FIGURES.size);
    let font = Font { size, ..FIGURES };
    (shorten(&text, room, font, input.measure).unwrap_or_default(), font)
}

/// The gauge beside or above a chart.
pub(super) fn full(input: Input<'_>, area: Rect) -> Gauge {
    let progress = input.progress;
    let Point { x, y } = Point { y: area.centre().y + 4.0, ..area.centre() };
    let mut gauge = Gauge {
        centre: Point::new(x, y),
        radius: RADIUS,
        thickness: THICKNESS,
        start: START,
        sweep: SWEEP,
        share: shown(input).map(clamped),
        // Where all is done, the plan says nothing any more.
        tick: progress
            .expected
            .filter(|_| progress.goal.reached > 0 && progress.remaining != Some(Amount::ZERO))
            .map(clamped),
        labels: Vec::new(),
    };
    let inner = RADIUS - THICKNESS / 2.0;
    let (figures, font) = figures(input, chord(inner, HALF_FIGURES - FIGURES_ROW) - 8.0);
    let centred =
        |text: String, row: f64, font: Font, ink: Ink| Label::centred(text, x, y + row, font, ink, input.measure);
    let mut labels = vec![centred(figures, FIGURES_ROW, font, Ink::Text)];
    let room = chord(inner, FRACTION_ROW + HALF_LINE) - 10.0;
    if let Some(fraction) = fraction(input, room) {
        labels.push(centred(fraction, FRACTION_ROW, LINE, Ink::Muted));
    }
    if progress.stated.is_some() {
        let mark = shorten(input.locale.stated_mark(), room, TICK, input.measure);
        labels.extend(mark.map(|mark| centred(mark, STATED_ROW, TICK, Ink::Muted)));
    }
    for (line, font, row) in [(remainder(input), REMAINDER, REMAINDER_ROW), (pace(input), TICK, PACE_ROW)] {
        let Some(line) = line else { continue };
        labels.extend(line.fitting(input, area.width, font).map(|text| centred(text, row, font, line.ink)));
    }
    labels.extend(gauge.tick.map(|share| tick_label(input, &gauge, share, area)));
    gauge.labels = labels;
    gauge
}

/// The tick's word: outside of the arc, on the side to which the tick points.
fn tick_label(input: Input<'_>, gauge: &Gauge, share: f64, area: Rect) -> Label {
    let at = gauge.point(share, THICKNESS / 2.0 + TICK_OUT + 2.0);
    let (sin, cos) = maths::sin_cos(START + SWEEP * share);
    let to_edge = 1.0 / cos.abs().max(sin.abs());
    let mut label = Label::centred(input.locale.plan().to_owned(), at.x, at.y, TICK, Ink::Muted, input.measure);
    label.x += cos * to_edge * label.width / 2.0;
    label.y += sin * to_edge * HALF_LINE;
    label.within(area.x, area.right())
}

/// The gauge and one line, for lists.
pub(super) fn compact(input: Input<'_>, area: Rect) -> Gauge {
    const COMPACT_RADIUS: f64 = 22.0;
    const COMPACT_THICKNESS: f64 = 7.0;
    let (locale, progress) = (input.locale, input.progress);
    let y = area.centre().y;
    let left = area.x + 2.0 * (COMPACT_RADIUS + COMPACT_THICKNESS / 2.0) + 16.0;
    let room = area.right() - left;
    let at = |text: String, x: f64, down: f64, font: Font, ink: Ink| {
        Label::left(text, x, y + down, font, ink, input.measure)
    };
    let title = shorten(locale.title(progress.goal.title.as_deref()), room, TITLE, input.measure);
    let mut labels = Vec::new();
    labels.extend(title.map(|title| at(title, left, -10.0, TITLE, Ink::Text)));
    let figures = shorten(&percent(input), room, REMAINDER, input.measure).unwrap_or_default();
    let figures = at(figures, left, 11.0, REMAINDER, Ink::Text);
    let mut x = figures.end() + 8.0;
    labels.push(figures);
    let fraction = amounts(input).map(|(done, planned)| {
        Line::new(Ink::Muted, &progress.goal.unit, |unit| locale.done_of(done, planned, unit, false))
    });
    for line in [fraction, remainder(input)] {
        let Some(line) = line else { continue };
        let mut label = at(line.long, x, 11.0, LINE, line.ink);
        if label.end() > area.right() {
            label = at(line.short, x, 11.0, LINE, line.ink);
        }
        if label.end() > area.right() {
            break;
        }
        x = label.end() + 10.0;
        labels.push(label);
    }
    Gauge {
        centre: Point::new(area.x + COMPACT_RADIUS + COMPACT_THICKNESS / 2.0 + 1.0, y),
        radius: COMPACT_RADIUS,
        thickness: COMPACT_THICKNESS,
        start: -PI / 2.0,
        sweep: 2.0 * PI,
        share: shown(input).map(clamped),
        tick: None,
        labels,
    }
}

/// The width of a circle's inside at `offset` from its middle.
fn chord(radius: f64, offset: f64) -> f64 {
    2.0 * (radius * radius - offset * offset).max(0.0).sqrt()
}

/// Done and planned in all, where something is planned.
fn amounts(input: Input<'_>) -> Option<(Amount, Amount)> {
    input.progress.done.zip(input.progress.planned.filter(|planned| planned.is_positive()))
}

/// "20 of 24 lectures", in the longest form that fits.
fn fraction(input: Input<'_>, room: f64) -> Option<String> {
    let locale = input.locale;
    let (done, planned) = amounts(input)?;
    let forms = [
        locale.done_of(done, planned, &input.progress.goal.unit, false),
        locale.done_of(done, planned, Unit::NONE, false),
        format!("{}/{}", locale.number(done), locale.number(planned)),
    ];
    forms.into_iter().find(|text| input.measure.width(text, LINE) <= room)
}

/// A line of words, with and without the unit.
struct Line {
    long: String,
    short: String,
    ink: Ink,
}

impl Line {
    fn new(ink: Ink, unit: &Unit, say: impl Fn(&Unit) -> String) -> Self {
        Self { long: say(unit), short: say(Unit::NONE), ink }
    }

    /// As much of it as there is room for.
    fn fitting(&self, input: Input<'_>, room: f64, font: Font) -> Option<String> {
        if input.measure.width(&self.long, font) <= room {
            return Some(self.long.clone());
        }
        shorten(&self.short, room, font, input.measure)
    }
}

/// A phrase about an amount.
fn about(input: Input<'_>, ink: Ink, template: &str, amount: Amount) -> Line {
    Line::new(ink, &input.progress.goal.unit, |unit| fill(template, &[("amount", &input.locale.amount(amount, unit))]))
}

/// What remains, or that nothing does.
fn remainder(input: Input<'_>) -> Option<Line> {
    let (locale, progress) = (input.locale, input.progress);
    progress.overall?;
    let remaining = progress.remaining?;
    Some(if remaining.is_positive() {
        let is_known = progress.unrecorded == 0;
        about(input, Ink::Jam, if is_known { locale.left() } else { locale.left_at_most() }, remaining)
    } else if progress.beyond.is_positive() {
        about(input, Ink::Done, locale.beyond(), progress.beyond)
    } else {
        Line::new(Ink::Done, Unit::NONE, |_| locale.complete().to_owned())
    })
}

/// How the work stands to the plan, while the plan still goes on.
fn pace(input: Input<'_>) -> Option<Line> {
    let (locale, progress) = (input.locale, input.progress);
    if progress.expected.is_none_or(Ratio::is_whole) {
        return None;
    }
    match progress.standing {
        Standing::Behind { least, most } if least == most => Some(about(input, Ink::Muted, locale.behind(), most)),
        Standing::Ahead(ahead) => Some(about(input, Ink::Muted, locale.ahead(), ahead)),
        _ => None,
    }
}
