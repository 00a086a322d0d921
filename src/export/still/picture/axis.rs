//! The axis below the columns: as many labels and dates of weeks as have room, and the marks.

use crate::layout::{self, Icon, Mark};
use crate::locale::fill;
use crate::theme::Ink;

use super::super::text::text;
use super::places::{Percent, columns};
use super::{NARROW, Picture, WIDE, hidden};

/// With more columns than this, not even the shapes of marks have room.
const MOST_MARKED: usize = 26;

/// The axis, and which of its rows there are.
pub(super) struct Axis {
    pub(super) written: String,
    pub(super) has_dates: bool,
    pub(super) has_marks: bool,
}

/// Every how many texts one is shown: in a wide plot, and in a narrow one.
struct Every {
    wide: i64,
    narrow: i64,
}

impl Every {
    /// For `count` texts that are `needed` px wide each.
    fn new(needed: i64, count: i64) -> Self {
        let steps = |room: i64| ((needed * count + room - 1) / room).max(1);
        let wide = steps(WIDE);
        Self { wide, narrow: wide * steps(NARROW * wide) }
    }

    /// The attributes of the text at `index`; `None` if it is shown in no plot.
    fn class(&self, index: usize) -> Option<&'static str> {
        let index = i64::try_from(index).unwrap_or(i64::MAX);
        (index % self.wide == 0).then(|| hidden(index % self.narrow != 0))
    }
}

/// The width of a text of `columns` characters and the gap beside it, in px.
fn width(columns: i64) -> i64 {
    columns * 13 / 2 + 6
}

pub(super) fn axis(picture: &Picture<'_>) -> Axis {
    let mut written = labels(picture);
    let dates = dates(picture);
    let has_dates = !dates.is_empty();
    if has_dates {
        written.extend(["<g class=\"gp-muted\">", &dates, "</g>"]);
    }
    let marks = marks(picture, if has_dates { 51 } else { 35 });
    let has_marks = !marks.is_empty();
    written += &marks;
    let written = format!("<svg class=\"gp-axis\" y=\"100%\" overflow=\"visible\">{written}</svg>");
    Axis { written, has_dates, has_marks }
}

/// A text below a column.
fn below(picture: &Picture<'_>, index: usize, attributes: &str, y: i64, said: &str) -> String {
    let x = Percent(picture.across.seen(picture.across.middle(index)));
    format!("<text{attributes} x=\"{x}\" y=\"{y}\">{said}</text>")
}

/// A date below a column. It begins or ends at the plot's edge if half of it would be cut off there.
fn beside_edge(picture: &Picture<'_>, index: usize, class: &str, date: &str) -> String {
    let seen = picture.across.seen(picture.across.middle(index));
    let is_near = |edge: i64| (edge - seen).abs() * 2 * NARROW < width(columns(date)) * 10_000;
    let (x, anchor) = match (is_near(0), is_near(10_000)) {
        (true, false) => (0, " text-anchor=\"start\""),
        (false, true) => (10_000, " text-anchor=\"end\""),
        _ => (seen, ""),
    };
    format!("<text{class} x=\"{}\" y=\"34\"{anchor}>{}</text>", Percent(x), text(date))
}

/// The widest of some texts.
fn widest<'a>(texts: impl Iterator<Item = &'a String>) -> i64 {
    texts.map(|text| columns(text)).max().unwrap_or_default()
}

/// The author's labels if they have room, else numbers.
fn labels(picture: &Picture<'_>) -> String {
    let (goal, locale, count) = (&picture.input.progress.goal, picture.input.locale, picture.across.count);
    let number = |number: usize| (number + 1).to_string();
    let mut labels = Vec::with_capacity(picture.bins.len());
    let mut numbers = Vec::with_capacity(picture.bins.len());
    for bin in &picture.bins {
        let (first, last) = (number(bin.first), number(bin.last));
        labels.push(locale.week_label(goal.weeks[bin.first].label.as_deref(), bin.first + 1));
        numbers.push(if bin.first == bin.last {
            first
        } else {
            fill(locale.week_range(), &[("first", &first), ("last", &last)])
        });
    }
    let is_merged = labels.len() < goal.weeks.len();
    let needed = if is_merged { i64::MAX } else { width(widest(labels.iter())) * count };
    let every = Every::new(widest(numbers.iter()) * 7 + 6, count);
    let (mut written, mut numbered) = (String::new(), String::new());
    for (index, bin) in picture.bins.iter().enumerate() {
        let is_current = goal.reached > 0 && bin.first == goal.reached;
        let weight = if is_current { " font-weight=\"bold\"" } else { "" };
        let label = |class: &str, said: &str| below(picture, index, &(class.to_owned() + weight), 18, &text(said));
        if needed <= WIDE {
            written += &label(hidden(needed > NARROW), &labels[index]);
        }
        let class = every.class(index).filter(|_| needed > NARROW);
        numbered += &match class {
            Some(class) if needed > WIDE => label(class, &numbers[index]),
            Some("") => label(" class=\"gp-coarse\"", &numbers[index]),
            _ => String::new(),
        };
    }
    written + &numbered
}

fn dates(picture: &Picture<'_>) -> String {
    let goal = &picture.input.progress.goal;
    let dates: Vec<String> = picture
        .bins
        .iter()
        .map(|bin| goal.weeks[bin.first].date.map_or_else(String::new, |day| picture.input.locale.short_date(day)))
        .collect();
    let every = Every::new(width(widest(dates.iter())), picture.across.count);
    let mut written = String::new();
    for (index, date) in dates.iter().enumerate().filter(|(_, date)| !date.is_empty()) {
        if let Some(class) = every.class(index) {
            written += &beside_edge(picture, index, class, date);
        }
    }
    written
}

/// The marks of weeks: a shape each, and a word if there is room.
fn marks(picture: &Picture<'_>, y: i64) -> String {
    if picture.bins.len() > MOST_MARKED {
        return String::new();
    }
    let marks: Vec<Option<Mark>> =
        picture.bins.iter().enumerate().map(|(index, bin)| layout::mark(picture.input, bin, index)).collect();
    let mut written = String::new();
    for (index, mark) in marks.iter().enumerate() {
        let Some(mark) = mark else { continue };
        let icon = match mark.icon {
            Icon::Cross => "✕",
            Icon::Pause => "‖",
            Icon::Flag => "⚑",
            Icon::Ring => "○",
        };
        // A neighbour without a mark gives half of its room.
        let is_free = |index: Option<usize>| index.and_then(|index| marks.get(index)).is_some_and(Option::is_none);
        let lent = is_free(index.checked_sub(1)) && is_free(Some(index + 1));
        let needed = ((columns(&mark.word) + 3) * 7 + 6) * picture.across.count / if lent { 2 } else { 1 };
        let word = text(&mark.word);
        let said = if needed <= NARROW {
            format!("{icon} {word}")
        } else if needed <= WIDE {
            format!("{icon}<tspan{}> {word}</tspan>", hidden(true))
        } else {
            icon.to_owned()
        };
        let class = if mark.ink == Ink::JamWords {
            " class=\"gp-jam\" font-weight=\"bold\""
        } else {
            " class=\"gp-muted\" font-weight=\"bold\""
        };
        written += &below(picture, index, class, y, &said);
    }
    written
}
