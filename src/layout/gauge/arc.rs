//! The gauge beside a chart: an arc, the percent in large type, the remainder in words, the plan's tick.

use std::f64::consts::PI;

use crate::amount::{Amount, Unit};
use crate::geometry::{Point, Rect};
use crate::locale::fill;
use crate::maths;
use crate::theme::Ink;

use super::{Input, Label, clamped, due, shown};
use crate::layout::header::{left, left_ink};
use crate::layout::text::{Font, SMALLEST, first_fitting, shorten};

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
/// How far the tick extends beyond the arc.
const TICK_OUT: f64 = 4.0;
/// The rows of text, as offsets from the middle of the arc. The last row is below the arc.
const STATED_ROW: f64 = -32.0;
const FIGURES_ROW: f64 = -6.0;
const FRACTION_ROW: f64 = 22.0;
const REMAINDER_ROW: f64 = 62.0;
/// The offset from the middle of the arc to the middle of arc and rows together.
const LOWER: f64 = -9.0;
/// Half the height of a line of text, and of the figures.
const HALF_LINE: f64 = 8.0;
const HALF_FIGURES: f64 = 18.0;

/// An arc with a value, a tick and words.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
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
    /// The share that is filled, 0 to 1.
    pub share: f64,
    /// The share that was due by the plan, 0 to 1.
    pub tick: Option<f64>,
    /// Percent, fraction, remainder, and the tick's word.
    pub labels: Vec<Label>,
}

impl Arc {
    /// The point at a share of the arc, `out` px outside of its centre line.
    #[must_use]
    pub fn point(&self, share: f64, out: f64) -> Point {
        let (sin, cos) = maths::sin_cos(self.start + self.sweep * share);
        let radius = self.radius + out;
        Point::new(self.centre.x + radius * cos, self.centre.y + radius * sin)
    }

    /// The ends of the plan's tick, from the inside outwards.
    #[must_use]
    pub fn tick_line(&self) -> Option<[Point; 2]> {
        let reach = self.thickness / 2.0 + TICK_OUT;
        // It does not extend inwards, where the words are.
        self.tick.map(|share| [self.point(share, -self.thickness / 2.0 - 1.0), self.point(share, reach)])
    }
}

/// A full ring around a point, without words: for lists.
pub(in crate::layout) fn ring(input: Input<'_>, centre: Point, radius: f64, thickness: f64) -> Option<Arc> {
    let share = clamped(shown(input)?);
    let (start, sweep) = (-PI / 2.0, 2.0 * PI);
    Some(Arc { centre, radius, thickness, start, sweep, share, tick: None, labels: Vec::new() })
}

/// The percent, smaller if it has many digits: somebody may do a thousand times the plan.
fn figures(input: Input<'_>, room: f64) -> (String, Font) {
    let text = shown(input).map_or_else(String::new, |share| input.locale.percent(share));
    let size = (FIGURES.size * room / input.measure.width(&text, FIGURES)).clamp(SMALLEST, FIGURES.size);
    let font = Font { size, ..FIGURES };
    (shorten(&text, room, font, input.measure).unwrap_or_default(), font)
}

/// The gauge in its area.
pub(in crate::layout) fn arc(input: Input<'_>, area: Rect) -> Option<Arc> {
    let Point { x, y } = Point { y: area.centre().y - LOWER, ..area.centre() };
    let mut gauge = Arc {
        centre: Point::new(x, y),
        radius: RADIUS,
        thickness: THICKNESS,
        start: START,
        sweep: SWEEP,
        share: clamped(shown(input)?),
        tick: due(input).map(clamped),
        labels: Vec::new(),
    };
    let inner = RADIUS - THICKNESS / 2.0;
    let (figures, font) = figures(input, chord(inner, HALF_FIGURES - FIGURES_ROW) - 8.0);
    let centred =
        |text: String, row: f64, font: Font, ink: Ink| Label::centred(text, x, y + row, font, ink, input.measure);
    let mut labels = vec![centred(figures, FIGURES_ROW, font, Ink::Text)];
    let room = chord(inner, FRACTION_ROW + HALF_LINE) - 10.0;
    labels.extend(
        fraction(input, |form| input.measure.width(form, LINE) <= room)
            .map(|fraction| centred(fraction, FRACTION_ROW, LINE, Ink::Muted)),
    );
    if input.progress.stated.is_some() {
        let mark = shorten(input.locale.stated_mark(), room, TICK, input.measure);
        labels.extend(mark.map(|mark| centred(mark, STATED_ROW, TICK, Ink::Muted)));
    }
    let (forms, ink) = remainder(input);
    let remainder = first_fitting(forms, area.width, REMAINDER, input.measure);
    labels.extend(remainder.map(|text| centred(text, REMAINDER_ROW, REMAINDER, ink)));
    labels.extend(gauge.tick.map(|share| tick_label(input, &gauge, share, area)));
    gauge.labels = labels;
    Some(gauge)
}

/// The tick's label: outside of the arc, in the direction of the tick.
fn tick_label(input: Input<'_>, gauge: &Arc, share: f64, area: Rect) -> Label {
    let at = gauge.point(share, THICKNESS / 2.0 + TICK_OUT + 2.0);
    let (sin, cos) = maths::sin_cos(START + SWEEP * share);
    let to_edge = 1.0 / cos.abs().max(sin.abs());
    let mut label = Label::centred(input.locale.plan().to_owned(), at.x, at.y, TICK, Ink::Muted, input.measure);
    label.x += cos * to_edge * label.width / 2.0;
    label.y += sin * to_edge * HALF_LINE;
    label.within(area.x, area.right())
}

/// The width of a circle at `offset` from its middle.
fn chord(radius: f64, offset: f64) -> f64 {
    2.0 * (radius * radius - offset * offset).max(0.0).sqrt()
}

/// "20 of 24 lectures", in the longest form that fits.
#[must_use]
pub fn fraction(input: Input<'_>, has_room: impl Fn(&str) -> bool) -> Option<String> {
    let locale = input.locale;
    let done = input.progress.done?;
    let planned = input.progress.planned.filter(|planned| planned.is_positive())?;
    let forms = [
        locale.done_of(done, planned, &input.progress.goal.unit, false),
        locale.done_of(done, planned, Unit::NONE, false),
        format!("{}/{}", locale.number(done), locale.number(planned)),
    ];
    forms.into_iter().find(|form| has_room(form))
}

/// The remainder in words, with its unit and without, and its colour.
#[must_use]
pub fn remainder(input: Input<'_>) -> (Vec<String>, Ink) {
    let (locale, progress) = (input.locale, input.progress);
    let units = [&progress.goal.unit, Unit::NONE];
    if progress.remaining.is_some_and(Amount::is_positive) {
        return (units.into_iter().filter_map(|unit| left(input, unit)).collect(), left_ink(input));
    }
    if progress.remaining.is_none() || progress.overall.is_none() {
        return (Vec::new(), Ink::Muted);
    }
    let beyond = units.map(|unit| fill(locale.beyond(), &[("amount", &*locale.amount(progress.beyond, unit))]));
    let forms = if progress.beyond.is_positive() { beyond.to_vec() } else { Vec::new() };
    (forms.into_iter().chain([locale.complete().to_owned()]).collect(), Ink::DoneWords)
}
