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
    let mut labels = Vec::new();
    let (texts, every) = week_texts(progress, slots, step, measure);
    for (index, text) in texts.into_iter().enumerate().step_by(every) {
        let label = Label::centred(text, middle(index), baseline + LABEL_ROW, LABEL, Ink::Text, measure);
        labels.push(label.within(0.0, right));
    }
    thin(&mut labels);
    let dates = |every: usize| -> Vec<Label> {
        let dated = slots.iter().enumerate().step_by(every);
        dated
            .filter_map(|(index, slot)| {
                let date = progress.words.short_date(progress.weeks[slot.first].day?);
                let label = Label::centred(date, middle(index), baseline + DATE_ROW, SMALL, Ink::Muted, measure);
                Some(label.within(0.0, right))
            })
            .collect()
    };
    let apart = |labels: &Vec<Label>| labels.windows(2).all(|pair| pair[0].end() + BETWEEN <= pair[1].start());
    labels.extend((1..=slots.len()).map(|times| dates(every * times)).find(apart).unwrap_or_default());
    let mut icons = Vec::new();
    let mark_row = baseline + dates_height(progress) + MARK_ROW;
    for (index, slot) in slots.iter().enumerate() {
        let Some((icon, word, ink)) = mark(progress, slot) else { continue };
        place_mark(icon, &word, ink, (middle(index), mark_row, step), &mut labels, &mut icons, measure);
    }
    Rows { labels, icons }
}

/// Leaves out what would touch the label before it.
fn thin(labels: &mut Vec<Label>) {
    let mut end = f64::MIN;
    labels.retain(|label| {
        let free = end + BETWEEN <= label.start();
        if free {
            end = label.end();
        }
        free
    });
}

/// The label of each slot, and every how many of them have room.
fn week_texts(progress: &Progress, slots: &[Slot], step: f64, measure: &dyn Measure) -> (Vec<String>, usize) {
    let room = step - BETWEEN;
    if slots.iter().all(|slot| slot.first == slot.last) {
        let labels: Vec<String> = slots.iter().map(|slot| progress.weeks[slot.first].label.clone()).collect();
        // Ends at the first that has no room, as most have none where the weeks are many.
        if labels.iter().all(|text| measure.width(text, LABEL) <= room) {
            return (labels, 1);
        }
        if room >= SHORTEST {
            let short = |text: &String| shorten(text, room, LABEL, measure);
            let short: Option<Vec<_>> = labels.iter().map(short).collect();
            // Numbers say more than labels that have lost what told them apart.
            if let Some(short) = short.filter(|short| !short.windows(2).any(|pair| pair[0] == pair[1])) {
                return (short, 1);
            }
        }
    }
    let numbers: Vec<String> = slots
        .iter()
        .map(|slot| {
            if slot.first == slot.last {
                (slot.first + 1).to_string()
            } else {
                progress.words.weeks(slot.first + 1, slot.last + 1)
            }
        })
        .collect();
    let needed = numbers.iter().map(|text| measure.width(text, LABEL)).fold(0.0, f64::max) + BETWEEN;
    let every = (1..=numbers.len().max(1)).find(|every| step * count(*every) >= needed).unwrap_or(numbers.len().max(1));
    (numbers, every)
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
