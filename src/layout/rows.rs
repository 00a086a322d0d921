//! The rows below the baseline: labels, dates and marks, thinned and shortened until none touches another.

use crate::progress::{Progress, Status};
use crate::theme::Ink;

use super::slots::{Slot, count};
use super::text::{Font, Label, Measure, shorten};

const LABEL: Font = Font::regular(12.5);
const SMALL: Font = Font::regular(12.0);
const MARK: Font = Font::bold(12.0);
/// Room between two texts of one row.
const BETWEEN: f64 = 6.0;
/// A label that is cut shorter than this says less than a number.
const SHORTEST: f64 = 38.0;
const ICON: f64 = 9.0;

const LABEL_ROW: f64 = 14.0;
const DATE_ROW: f64 = 30.0;
/// Below the dates, if there are any.
const MARK_ROW: f64 = 31.0;
const LABELS: f64 = 25.0;
const DATES: f64 = 16.0;
const MARKS: f64 = 17.0;

/// A small sign, nine px wide, that tells a kind of week by its shape.
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

/// The rows for a chart.
pub(super) struct Rows {
    pub labels: Vec<Label>,
    pub icons: Vec<(Icon, f64, f64)>,
}

/// How much height the rows take that this goal needs.
pub(super) fn height(progress: &Progress, slots: &[Slot]) -> f64 {
    let marks = if slots.iter().any(|slot| mark(progress, slot).is_some()) { MARKS } else { 0.0 };
    LABELS + dates_height(progress) + marks
}

fn dates_height(progress: &Progress) -> f64 {
    if progress.weeks.iter().any(|week| week.day.is_some()) { DATES } else { 0.0 }
}

/// Lays out the rows below `baseline`, for slots whose middles lie `step` apart, the first at `first`.
pub(super) fn rows(
    progress: &Progress,
    slots: &[Slot],
    (first, step): (f64, f64),
    baseline: f64,
    right: f64,
    measure: &dyn Measure,
) -> Rows {
    let middle = |index: usize| first + step * count(index);
    let place = |text: String, index: usize, row: f64, font: Font, ink: Ink| {
        Label::centred(text, middle(index), baseline + row, font, ink, measure).within(0.0, right)
    };
    let mut labels: Vec<Label> = Vec::new();
    let (texts, every) = week_texts(progress, slots, step, measure);
    for (index, text) in texts.into_iter().enumerate() {
        if index.is_multiple_of(every) {
            let label = place(text, index, LABEL_ROW, LABEL, Ink::Text);
            // What would touch the label before it is left out.
            if labels.last().is_none_or(|last| are_apart(last, &label)) {
                labels.push(label);
            }
        }
    }
    for times in 1..=slots.len() {
        let mut dates = Vec::new();
        for (index, slot) in slots.iter().enumerate() {
            if let Some(day) = progress.weeks[slot.first].day
                && index.is_multiple_of(every * times)
            {
                dates.push(place(progress.words.short_date(day), index, DATE_ROW, SMALL, Ink::Muted));
            }
        }
        if dates.windows(2).all(|pair| are_apart(&pair[0], &pair[1])) {
            labels.append(&mut dates);
            break;
        }
    }
    let mut icons = Vec::new();
    let mark_row = baseline + dates_height(progress) + MARK_ROW;
    for (index, slot) in slots.iter().enumerate() {
        let Some((icon, word, ink)) = mark(progress, slot) else { continue };
        place_mark(icon, &word, ink, (middle(index), mark_row, step), &mut labels, &mut icons, measure);
    }
    Rows { labels, icons }
}

fn are_apart(left: &Label, right: &Label) -> bool {
    left.end() + BETWEEN <= right.start()
}

/// The label of each slot, and every how many of them have room.
fn week_texts(progress: &Progress, slots: &[Slot], step: f64, measure: &dyn Measure) -> (Vec<String>, usize) {
    if let Some(labels) = labels(progress, slots, step - BETWEEN, measure) {
        return (labels, 1);
    }
    let mut numbers: Vec<String> = Vec::with_capacity(slots.len());
    // Digits are about as wide as each other: the longest number stands for all.
    let mut longest = 0;
    for (index, slot) in slots.iter().enumerate() {
        let (first, last) = (slot.first + 1, slot.last + 1);
        numbers.push(if first == last { first.to_string() } else { progress.words.weeks(first, last) });
        if numbers[index].len() > numbers[longest].len() {
            longest = index;
        }
    }
    let needed = numbers.get(longest).map_or(0.0, |text| measure.width(text, LABEL)) + BETWEEN;
    let mut every = 1;
    while every < numbers.len() && step * count(every) < needed {
        every += 1;
    }
    (numbers, every)
}

/// The author's labels, as far as there is room; nothing, where numbers say more than what is left of them.
fn labels(progress: &Progress, slots: &[Slot], room: f64, measure: &dyn Measure) -> Option<Vec<String>> {
    let mut labels = Vec::with_capacity(slots.len());
    let mut is_cut = false;
    for slot in slots {
        let label = &progress.weeks[slot.first].label;
        let text = shorten(label, room, LABEL, measure)?;
        is_cut |= text != *label;
        // Ends at the first that has no room, as most have none where the weeks are many.
        if slot.first < slot.last || (is_cut && room < SHORTEST) {
            return None;
        }
        labels.push(text);
    }
    // Cut, they may have lost what told them apart.
    let are_alike = labels.windows(2).any(|pair| pair[0] == pair[1]);
    (!is_cut || !are_alike).then_some(labels)
}

/// What is told of a slot below its date.
fn mark(progress: &Progress, slot: &Slot) -> Option<(Icon, String, Ink)> {
    let words = progress.words;
    let milestone = progress.weeks[slot.first..=slot.last].iter().find_map(|week| week.milestone.as_deref());
    let (icon, word, ink) = match slot.status {
        Status::Absent => (Icon::Cross, words.absent(), Ink::Jam),
        Status::Skipped => (Icon::Pause, words.skipped(), Ink::Muted),
        Status::Unknown => (Icon::Ring, words.unknown(), Ink::Muted),
        Status::Milestone | Status::Recorded | Status::Future => {
            return milestone.map(|milestone| (Icon::Flag, milestone.to_owned(), Ink::Muted));
        }
    };
    let both = milestone.map(|milestone| format!("{word} · {milestone}"));
    Some((icon, both.unwrap_or_else(|| word.to_owned()), ink))
}

/// Icon and word side by side; the icon alone, where the word has no room; nothing, where not even that has.
fn place_mark(
    icon: Icon,
    word: &str,
    ink: Ink,
    (x, y, step): (f64, f64, f64),
    labels: &mut Vec<Label>,
    icons: &mut Vec<(Icon, f64, f64)>,
    measure: &dyn Measure,
) {
    const GAP: f64 = 4.0;
    let room = step - BETWEEN;
    let lead = ICON + GAP;
    // A stump of a word says less than its sign alone.
    let beside = shorten(word, room - lead, MARK, measure).filter(|text| text == word || room - lead >= SHORTEST);
    let Some(text) = beside else {
        if step >= ICON + 2.0 {
            icons.push((icon, x, y));
        }
        return;
    };
    let mut label = Label::centred(text, x, y, MARK, ink, measure);
    label.x += lead / 2.0;
    icons.push((icon, label.start() - GAP - ICON / 2.0, y));
    labels.push(label);
}
