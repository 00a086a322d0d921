//! The marks of weeks: absent, break, no record, milestone. None is cut: a label may use the room of a neighbour
//! without a mark, and a mark that has no room there is written in lines below.

use crate::geometry::{Point, Span};
use crate::maths::as_f64;
use crate::progress::Status;
use crate::theme::Ink;

use super::Input;
use super::axis::Sign;
use super::bins::Bin;
use super::text::{Font, Label, shorten};

const FONT: Font = Font::bold(12.0);
const LINE_FONT: Font = Font::regular(12.0);
const ICON: f64 = 9.0;
/// The gap between an icon and its label.
const GAP: f64 = 4.0;
/// The gap between two marks.
const BETWEEN: f64 = 6.0;
/// The gap between two marks on one line.
const APART: f64 = 14.0;
/// The height of a row.
const ROW: f64 = 17.0;
const MOST_LINES: usize = 2;

/// A small shape, nine px wide, that stands for a kind of week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A cross: the author was away.
    Cross,
    /// Two bars, like a pause button: a break.
    Pause,
    /// A flag: a milestone.
    Flag,
    /// An open ring: no record.
    Ring,
}

/// The marks, with their places relative to the top of the first row.
#[derive(Default)]
pub(super) struct Marks {
    pub labels: Vec<Label>,
    pub signs: Vec<Sign>,
    pub height: f64,
}

/// The mark of a bin.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    bin: usize,
    /// The shape.
    pub icon: Icon,
    /// The label.
    pub word: String,
    /// The colour.
    pub ink: Ink,
    /// The author's note.
    note: Option<String>,
}

/// Lays out the marks of bins that share the span `across`. Nothing extends beyond `edges`.
pub(super) fn marks(input: Input<'_>, bins: &[Bin], across: Span, edges: Span) -> Marks {
    let all: Vec<Mark> = bins.iter().enumerate().filter_map(|(index, bin)| mark(input, bin, index)).collect();
    let mut marks = Marks::default();
    let step = across.length() / as_f64(bins.len());
    let start = |bin: usize| across.start + step * as_f64(bin);
    let mut untold = Vec::new();
    for (index, mark) in all.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| all[before].bin);
        let after = all.get(index + 1).map(|after| after.bin);
        // A neighbour without a mark gives its room, or half of it if both of its neighbours need it.
        let left = match before {
            Some(before) if mark.bin - before == 1 => start(mark.bin),
            Some(before) if mark.bin - before == 2 => start(mark.bin) - step / 2.0,
            _ => start(mark.bin) - step,
        };
        let right = match after {
            Some(after) if after - mark.bin == 1 => start(mark.bin + 1),
            Some(after) if after - mark.bin == 2 => start(mark.bin + 1) + step / 2.0,
            _ => start(mark.bin + 2),
        };
        let room = Span::new(left.max(edges.start), right.min(edges.end));
        let middle = start(mark.bin) + step / 2.0;
        let width = ICON + GAP + input.measure.width(&mark.word, FONT);
        if step >= ICON * 2.0 && width + BETWEEN <= room.length() {
            let begin = (middle - width / 2.0).clamp(room.start + BETWEEN / 2.0, room.end - BETWEEN / 2.0 - width);
            marks.signs.push(Sign { icon: mark.icon, centre: Point::new(begin + ICON / 2.0, ROW / 2.0) });
            let x = begin + ICON + GAP;
            marks.labels.push(Label::left(mark.word.clone(), x, ROW / 2.0, FONT, mark.ink, input.measure));
            continue;
        }
        if step >= ICON + 2.0 {
            marks.signs.push(Sign { icon: mark.icon, centre: Point::new(middle, ROW / 2.0) });
        }
        untold.push(mark);
    }
    if !marks.signs.is_empty() {
        marks.height = ROW;
    }
    tell(input, bins, &untold, edges, &mut marks);
    marks
}

/// Writes marks in lines: "✕ 4 absent: flu". Those without room on the last line are counted at its end.
fn tell(input: Input<'_>, bins: &[Bin], untold: &[&Mark], edges: Span, marks: &mut Marks) {
    let mut x = edges.start;
    let mut line = 0;
    for (index, mark) in untold.iter().enumerate() {
        let more = untold.len() - index;
        let number = (bins[mark.bin].first + 1).to_string();
        let note = mark.note.as_ref().map_or_else(String::new, |note| format!(": {note}"));
        let forms = [format!("{number} {}{note}", mark.word), format!("{number} {}", mark.word)];
        let lead = ICON + GAP;
        let counted = if more > 1 { input.measure.width(&format!("+{more}"), LINE_FONT) + APART } else { 0.0 };
        let fits = |x: f64, line: usize| {
            let end = if line + 1 == MOST_LINES { edges.end - counted } else { edges.end };
            forms.iter().find(|text| x + lead + input.measure.width(text, LINE_FONT) <= end)
        };
        let mut text = fits(x, line).cloned();
        if text.is_none() && line + 1 < MOST_LINES && x > edges.start {
            (x, line) = (edges.start, line + 1);
            text = fits(x, line).cloned();
        }
        if text.is_none() && x == edges.start {
            text = shorten(&forms[1], edges.length() - lead - counted, LINE_FONT, input.measure);
        }
        let y = marks.height + ROW * (as_f64(line) + 0.5);
        let Some(text) = text else {
            marks.labels.push(Label::left(format!("+{more}"), x, y, LINE_FONT, Ink::Muted, input.measure));
            break;
        };
        marks.signs.push(Sign { icon: mark.icon, centre: Point::new(x + ICON / 2.0, y) });
        let label = Label::left(text, x + lead, y, LINE_FONT, mark.ink, input.measure);
        x = label.end() + APART;
        marks.labels.push(label);
    }
    if !untold.is_empty() {
        marks.height += ROW * as_f64(line + 1);
    }
}

/// The mark of the bin at `index`, if it has one.
#[must_use]
pub fn mark(input: Input<'_>, bin: &Bin, index: usize) -> Option<Mark> {
    let locale = input.locale;
    let weeks = &input.progress.goal.weeks[bin.first..=bin.last];
    let milestone = weeks.iter().find_map(|week| week.milestone.as_deref());
    let (icon, word, ink) = match bin.status {
        Status::Absent => (Icon::Cross, locale.absent(), Ink::JamWords),
        Status::Skipped => (Icon::Pause, locale.skipped(), Ink::Muted),
        Status::Unknown => (Icon::Ring, locale.unknown(), Ink::Muted),
        Status::Milestone | Status::Recorded | Status::Future => {
            let word = milestone?.to_owned();
            return Some(Mark { bin: index, icon: Icon::Flag, word, ink: Ink::Muted, note: None });
        }
    };
    let both = milestone.map(|milestone| format!("{word} · {milestone}"));
    let note = weeks.iter().find_map(|week| week.note.clone());
    Some(Mark { bin: index, icon, word: both.unwrap_or_else(|| word.to_owned()), ink, note })
}
