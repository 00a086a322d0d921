//! The axis of weeks below the baseline: labels, dates and marks, thinned and shortened until none touches another.

use crate::geometry::{Point, Rect};
use crate::maths::as_f64;
use crate::progress::Status;
use crate::theme::Ink;

use super::Input;
use super::bins::Bin;
use super::text::{Font, Label, shorten};
use crate::locale::fill;

const LABEL: Font = Font::regular(12.5);
const SMALL: Font = Font::regular(12.0);
const MARK: Font = Font::bold(12.0);
/// Room between two texts of one row.
const BETWEEN: f64 = 6.0;
/// A label that is cut shorter than this says less than the week's number.
const SHORTEST: f64 = 38.0;
const ICON: f64 = 9.0;

const LABEL_ROW: f64 = 14.0;
const DATE_ROW: f64 = 30.0;
/// Below the dates, if there are any.
const MARK_ROW: f64 = 31.0;
const LABELS: f64 = 25.0;
const DATES: f64 = 16.0;
const MARKS: f64 = 17.0;

/// A small shape, nine px wide, that tells a kind of week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A cross: the author was away.
    Cross,
    /// Two bars, as on a player: a break.
    Pause,
    /// A flag: a milestone.
    Flag,
    /// An open ring: no record.
    Ring,
}

/// An icon at its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sign {
    /// Its shape.
    pub icon: Icon,
    /// Its middle.
    pub centre: Point,
}

/// What stands below the baseline.
pub(super) struct Axis {
    pub labels: Vec<Label>,
    pub signs: Vec<Sign>,
}

/// The height that the axis of these weeks takes.
pub(super) fn height(input: Input<'_>, bins: &[Bin]) -> f64 {
    let marks = if bins.iter().any(|bin| mark(input, bin).is_some()) { MARKS } else { 0.0 };
    LABELS + dates_height(input) + marks
}

fn dates_height(input: Input<'_>) -> f64 {
    if input.progress.goal.weeks.iter().any(|week| week.date.is_some()) { DATES } else { 0.0 }
}

/// Lays out the axis below a plot, whose width the bins share. No label lies right of `right`.
pub(super) fn axis(input: Input<'_>, bins: &[Bin], plot: Rect, right: f64) -> Axis {
    let (step, baseline) = (plot.width / as_f64(bins.len()), plot.bottom());
    let middle = |index: usize| plot.x + step / 2.0 + step * as_f64(index);
    let place = |text: String, index: usize, row: f64, font: Font, ink: Ink| {
        Label::centred(text, middle(index), baseline + row, font, ink, input.measure).within(0.0, right)
    };
    let mut labels: Vec<Label> = Vec::new();
    let (texts, every) = week_texts(input, bins, step);
    for (index, text) in texts.into_iter().enumerate() {
        if index.is_multiple_of(every) {
            let label = place(text, index, LABEL_ROW, LABEL, Ink::Text);
            // One that would touch the label before it is left out.
            if labels.last().is_none_or(|last| are_apart(last, &label)) {
                labels.push(label);
            }
        }
    }
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
            labels.append(&mut dates);
            break;
        }
    }
    let mut axis = Axis { labels, signs: Vec::new() };
    let mark_row = baseline + dates_height(input) + MARK_ROW;
    for (index, bin) in bins.iter().enumerate() {
        if let Some(mark) = mark(input, bin) {
            axis.place_mark(input, mark, Point::new(middle(index), mark_row), step);
        }
    }
    axis
}

fn are_apart(left: &Label, right: &Label) -> bool {
    left.end() + BETWEEN <= right.start()
}

/// The label of each bin, and `n` such that every `n`th of them has room.
fn week_texts(input: Input<'_>, bins: &[Bin], step: f64) -> (Vec<String>, usize) {
    if let Some(labels) = author_labels(input, bins, step - BETWEEN) {
        return (labels, 1);
    }
    let mut numbers: Vec<String> = Vec::with_capacity(bins.len());
    // Digits have about the same width, so the longest number stands for all.
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
    let needed = numbers.get(longest).map_or(0.0, |text| input.measure.width(text, LABEL)) + BETWEEN;
    let mut every = 1;
    while every < numbers.len() && step * as_f64(every) < needed {
        every += 1;
    }
    (numbers, every)
}

/// The author's labels, shortened to the room; `None` where numbers say more than what would be left of them.
fn author_labels(input: Input<'_>, bins: &[Bin], room: f64) -> Option<Vec<String>> {
    let mut labels = Vec::with_capacity(bins.len());
    let mut is_cut = false;
    for bin in bins {
        let week = &input.progress.goal.weeks[bin.first];
        let label = input.locale.week_label(week.label.as_deref(), bin.first + 1);
        let text = shorten(&label, room, LABEL, input.measure)?;
        is_cut |= text != label;
        // Ends at the first that has no room: where weeks are many, most have none.
        if bin.first < bin.last || (is_cut && room < SHORTEST) {
            return None;
        }
        labels.push(text);
    }
    // Cut, they may have lost what told them apart.
    let are_alike = labels.windows(2).any(|pair| pair[0] == pair[1]);
    (!is_cut || !are_alike).then_some(labels)
}

/// What is told of a bin below its date.
struct Mark {
    icon: Icon,
    word: String,
    ink: Ink,
}

fn mark(input: Input<'_>, bin: &Bin) -> Option<Mark> {
    let locale = input.locale;
    let weeks = &input.progress.goal.weeks[bin.first..=bin.last];
    let milestone = weeks.iter().find_map(|week| week.milestone.as_deref());
    let (icon, word, ink) = match bin.status {
        Status::Absent => (Icon::Cross, locale.absent(), Ink::Jam),
        Status::Skipped => (Icon::Pause, locale.skipped(), Ink::Muted),
        Status::Unknown => (Icon::Ring, locale.unknown(), Ink::Muted),
        Status::Milestone | Status::Recorded | Status::Future => {
            return milestone.map(|word| Mark { icon: Icon::Flag, word: word.to_owned(), ink: Ink::Muted });
        }
    };
    let both = milestone.map(|milestone| format!("{word} · {milestone}"));
    Some(Mark { icon, word: both.unwrap_or_else(|| word.to_owned()), ink })
}

impl Axis {
    /// Places icon and word side by side around a point, in a room `step` px wide; the icon alone where the word has no
    /// room, and nothing where not even the icon has.
    fn place_mark(&mut self, input: Input<'_>, mark: Mark, centre: Point, step: f64) {
        const GAP: f64 = 4.0;
        let Mark { icon, word, ink } = mark;
        let room = step - BETWEEN;
        let lead = ICON + GAP;
        // A stump of a word says less than its icon alone.
        let text =
            shorten(&word, room - lead, MARK, input.measure).filter(|text| *text == word || room - lead >= SHORTEST);
        let Some(text) = text else {
            if step >= ICON + 2.0 {
                self.signs.push(Sign { icon, centre });
            }
            return;
        };
        let mut label = Label::centred(text, centre.x, centre.y, MARK, ink, input.measure);
        label.x += lead / 2.0;
        self.signs.push(Sign { icon, centre: Point::new(label.start() - GAP - ICON / 2.0, centre.y) });
        self.labels.push(label);
    }
}
