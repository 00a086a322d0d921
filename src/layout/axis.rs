//! The axis of weeks below the baseline: labels and dates, thinned and shortened until none touches another, marks, and
//! the author's note about the week in which the jam began.

use crate::geometry::{Point, Span};
use crate::locale::fill;
use crate::maths::as_f64;
use crate::theme::Ink;

use super::Input;
use super::bins::Bin;
use super::marks::{Icon, marks};
use super::text::{Font, Label, shorten};

const LABEL: Font = Font::regular(12.5);
/// The font of the first week that is still to come.
const CURRENT: Font = Font::bold(12.5);
const SMALL: Font = Font::regular(12.0);
/// The gap between two texts of one row.
const BETWEEN: f64 = 6.0;
/// A label cut to less than this width says less than the week's number.
const SHORTEST: f64 = 38.0;

const LABEL_ROW: f64 = 14.0;
const DATE_ROW: f64 = 30.0;
const LABELS: f64 = 25.0;
const DATES: f64 = 16.0;
/// From the bottom of the row above to the top of the marks.
const ABOVE_MARKS: f64 = -2.5;
const NOTE_ROW: f64 = 18.0;

/// An icon at its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sign {
    /// Its shape.
    pub icon: Icon,
    /// Its middle.
    pub centre: Point,
}

/// The labels below the baseline, with the baseline at y = 0.
pub(super) struct Axis {
    pub labels: Vec<Label>,
    pub signs: Vec<Sign>,
    pub height: f64,
}

impl Axis {
    /// The axis of a chart whose baseline is at `y`.
    pub(super) fn at(mut self, y: f64) -> Self {
        for label in &mut self.labels {
            label.y += y;
        }
        for sign in &mut self.signs {
            sign.centre.y += y;
        }
        self
    }
}

/// Lays out the axis of bins that share the span `across`. Nothing extends beyond `right`.
pub(super) fn axis(input: Input<'_>, bins: &[Bin], across: Span, right: f64) -> Axis {
    let step = across.length() / as_f64(bins.len());
    let middle = |index: usize| across.start + step / 2.0 + step * as_f64(index);
    let place = |text: String, index: usize, row: f64, font: Font, ink: Ink| {
        Label::centred(text, middle(index), row, font, ink, input.measure).within(0.0, right)
    };
    let mut labels: Vec<Label> = Vec::new();
    let reached = input.progress.goal.reached;
    let (texts, every) = week_texts(input, bins, step);
    for (index, text) in texts.into_iter().enumerate() {
        if index.is_multiple_of(every) {
            let is_current = reached > 0 && bins[index].first == reached && bins[index].weeks() == 1;
            let label = place(text, index, LABEL_ROW, if is_current { CURRENT } else { LABEL }, Ink::Text);
            // A label that would touch the one before it is left out.
            if labels.last().is_none_or(|last| are_apart(last, &label)) {
                labels.push(label);
            }
        }
    }
    let dates = dates(input, bins, every, &place);
    let mut height = LABELS + if dates.is_empty() { 0.0 } else { DATES };
    labels.extend(dates);
    let marks = marks(input, bins, across, Span::new(super::LEFT, right));
    let mut signs = marks.signs;
    for sign in &mut signs {
        sign.centre.y += height + ABOVE_MARKS;
    }
    labels.extend(marks.labels.into_iter().map(|label| Label { y: label.y + height + ABOVE_MARKS, ..label }));
    height += marks.height;
    if let Some(text) = note(input).and_then(|text| shorten(&text, right - super::LEFT, SMALL, input.measure)) {
        let y = height + NOTE_ROW / 2.0;
        labels.push(Label::left(text, super::LEFT, y, SMALL, Ink::Muted, input.measure));
        height += NOTE_ROW;
    }
    Axis { labels, signs, height }
}

fn are_apart(left: &Label, right: &Label) -> bool {
    left.end() + BETWEEN <= right.start()
}

/// The dates of as many bins as have room, at equal distances.
fn dates(
    input: Input<'_>,
    bins: &[Bin],
    every: usize,
    place: &impl Fn(String, usize, f64, Font, Ink) -> Label,
) -> Vec<Label> {
    for times in 1..=bins.len() {
        let mut dates = Vec::new();
        for (index, bin) in bins.iter().enumerate() {
            if let Some(day) = input.progress.goal.weeks[bin.first].date
                && index.is_multiple_of(every * times)
            {
                dates.push(place(input.locale.short_date(day), index, DATE_ROW, SMALL, Ink::Muted));
            }
        }
        if dates.windows(2).all(|pair| are_apart(&pair[0], &pair[1])) {
            return dates;
        }
    }
    Vec::new()
}

/// The author's note about the week in which the jam began: "Week 2: ice on the path".
#[must_use]
pub fn note(input: Input<'_>) -> Option<String> {
    let since = input.progress.jam.as_ref()?.since;
    let week = input.progress.goal.weeks.get(since.checked_sub(1)?)?;
    let label = input.locale.week_label(week.label.as_deref(), since);
    Some(format!("{label}: {}", week.note.as_ref()?))
}

/// The label of each bin, and `n` such that every `n`th label has room.
fn week_texts(input: Input<'_>, bins: &[Bin], step: f64) -> (Vec<String>, usize) {
    if let Some(labels) = author_labels(input, bins, step - BETWEEN) {
        return (labels, 1);
    }
    let mut numbers: Vec<String> = Vec::with_capacity(bins.len());
    // Digits are about equally wide, so the longest number represents all.
    let mut longest = 0;
    for (index, bin) in bins.iter().enumerate() {
        let (first, last) = ((bin.first + 1).to_string(), (bin.last + 1).to_string());
        let is_one = bin.first == bin.last;
        numbers.push(if is_one {
            first
        } else {
            fill(input.locale.week_range(), &[("first", &first), ("last", &last)])
        });
        if numbers[index].len() > numbers[longest].len() {
            longest = index;
        }
    }
    let needed = numbers.get(longest).map_or(0.0, |text| input.measure.width(text, CURRENT)) + BETWEEN;
    let mut every = 1;
    while every < numbers.len() && step * as_f64(every) < needed {
        every += 1;
    }
    (numbers, every)
}

/// The author's labels, shortened to the room; `None` if numbers say more than the shortened labels.
fn author_labels(input: Input<'_>, bins: &[Bin], room: f64) -> Option<Vec<String>> {
    let mut labels = Vec::with_capacity(bins.len());
    let mut is_cut = false;
    for bin in bins {
        let week = &input.progress.goal.weeks[bin.first];
        let label = input.locale.week_label(week.label.as_deref(), bin.first + 1);
        let text = shorten(&label, room, CURRENT, input.measure)?;
        is_cut |= text != label;
        // Stops at the first label without room: of many weeks, most have none.
        if bin.first < bin.last || (is_cut && room < SHORTEST) {
            return None;
        }
        labels.push(text);
    }
    // Shortened labels may be the same.
    let are_alike = labels.windows(2).any(|pair| pair[0] == pair[1]);
    (!is_cut || !are_alike).then_some(labels)
}
