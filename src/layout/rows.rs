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
const MARK_ROW: f64 = 47.0;

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
    if slots.iter().any(|slot| mark(progress, slot).is_some()) {
        58.0
    } else if progress.weeks.iter().any(|week| week.day.is_some()) {
        41.0
    } else {
        25.0
    }
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
    // A last label that had to move inwards may reach the one before it.
    let touches = |pair: &[Label]| matches!(pair, [.., a, b] if a.end() + BETWEEN / 2.0 > b.start());
    if labels.len() > 1 && touches(&labels) {
        labels.pop();
    }
    let dates: Vec<Label> = slots
        .iter()
        .enumerate()
        .step_by(every)
        .filter_map(|(index, slot)| {
            let date = progress.words.short_date(progress.weeks[slot.first].day?);
            Some(
                Label::centred(date, middle(index), baseline + DATE_ROW, SMALL, Ink::Muted, measure).within(0.0, right),
            )
        })
        .collect();
    let room = step * count(every) - BETWEEN;
    if dates.iter().all(|date| date.width <= room) && !dates.windows(2).any(touches) {
        labels.extend(dates);
    }
    let mut icons = Vec::new();
    for (index, slot) in slots.iter().enumerate() {
        let Some((icon, word, ink)) = mark(progress, slot) else { continue };
        place_mark(icon, &word, ink, (middle(index), baseline + MARK_ROW, step), &mut labels, &mut icons, measure);
    }
    Rows { labels, icons }
}

/// The label of each slot, and every how many of them have room.
fn week_texts(progress: &Progress, slots: &[Slot], step: f64, measure: &dyn Measure) -> (Vec<String>, usize) {
    let widest = |texts: &[String]| texts.iter().map(|text| measure.width(text, LABEL)).fold(0.0, f64::max);
    let room = step - BETWEEN;
    if slots.iter().all(|slot| slot.first == slot.last) {
        let labels: Vec<String> = slots.iter().map(|slot| progress.weeks[slot.first].label.clone()).collect();
        if widest(&labels) <= room {
            return (labels, 1);
        }
        if room >= SHORTEST {
            let short = |text: &String| shorten(text, room, LABEL, measure);
            if let Some(short) = labels.iter().map(short).collect::<Option<Vec<_>>>() {
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
    let needed = widest(&numbers) + BETWEEN;
    let every = (1..=numbers.len().max(1)).find(|every| step * count(*every) >= needed).unwrap_or(numbers.len().max(1));
    (numbers, every)
}

/// What is told of a slot below its date.
fn mark(progress: &Progress, slot: &Slot) -> Option<(Icon, String, Ink)> {
    let words = progress.words;
    match slot.status {
        Status::Absent => Some((Icon::Cross, words.absent().to_owned(), Ink::Jam)),
        Status::Skipped => Some((Icon::Pause, words.skipped().to_owned(), Ink::Muted)),
        Status::Unknown => Some((Icon::Ring, words.unknown().to_owned(), Ink::Muted)),
        Status::Milestone | Status::Recorded | Status::Future => {
            let milestone = progress.weeks[slot.first..=slot.last].iter().find_map(|week| week.milestone.clone())?;
            Some((Icon::Flag, milestone, Ink::Muted))
        }
    }
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
    let beside = shorten(word, room - ICON - GAP, MARK, measure).map(|text| (text, ICON + GAP));
    let Some((text, lead)) = beside else {
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
