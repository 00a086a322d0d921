//! The picture of the still: the weeks as one SVG of no fixed size, with the labels around it.
//!
//! Without a script, neither the page's width nor a text's width is known. So places across and upwards are percents of
//! the plot, distances from texts to marks are px, and the number of texts shown follows from their count and from the
//! characters in them. The style sheet shows the texts that fit only a wide plot; they are hidden by default.

mod axis;
mod burnup;
mod caption;
mod columns;
mod gauge;
mod legend;
mod places;
mod river;
mod values;

use crate::goal::View;
use crate::layout::{self, Bin, Input};
use crate::report;

use super::super::Style;
use super::text::text;
use places::{Across, Percent, Up};

pub(super) use caption::caption;
pub(super) use gauge::{arc, bar};
pub(super) use legend::legend;

/// The most columns. A goal of more weeks draws several weeks as one column.
const MOST_COLUMNS: usize = 104;
/// The height of the plot where there is no style sheet, in px.
const HEIGHT: i64 = 200;
/// The rows above the plot: the values, and the labels above those.
const VALUES: i64 = 22;
const SAID: i64 = 14;
/// The rows below the plot: labels, dates, marks.
const LABELS: i64 = 25;
const DATES: i64 = 16;
const MARKS: i64 = 17;

/// The widths of a narrow and of a wide plot, in px, for which texts are counted.
const NARROW: i64 = 300;
const WIDE: i64 = 460;

/// The attributes of a text that only a wide plot shows.
fn hidden(is_hidden: bool) -> &'static str {
    if is_hidden { " class=\"gp-fine\" display=\"none\"" } else { "" }
}

/// The data that the picture is drawn from.
pub(super) struct Picture<'a> {
    input: Input<'a>,
    bins: Vec<Bin>,
    across: Across,
    up: Up,
    is_burnup: bool,
}

impl<'a> Picture<'a> {
    pub(super) fn new(style: &'a Style<'a>) -> Self {
        let weeks = style.progress.weeks.len();
        let bins = layout::merged(style.progress, weeks.div_ceil(MOST_COLUMNS));
        let is_burnup = match style.view {
            // Percents of unknown amounts cannot be added up.
            _ if style.progress.planned.is_none() => false,
            None => weeks > layout::MOST_COLUMNS,
            Some(view) => view == View::Burnup,
        };
        Self {
            input: style.input(),
            across: Across::new(bins.len(), style.right_to_left),
            up: Up::new(bins.iter().map(Bin::reach)),
            bins,
            is_burnup,
        }
    }

    /// The place of the end of the record, if weeks are still to come.
    fn now(&self) -> Option<i64> {
        let reached = self.input.progress.goal.reached;
        let bins = self.bins.iter().take_while(|bin| bin.last < reached).count();
        (0 < bins && bins < self.bins.len()).then(|| self.across.start(bins))
    }

    /// The columns with all of their labels.
    pub(super) fn weeks(&self) -> String {
        let Self { input, bins, .. } = self;
        let axis = axis::axis(self);
        let has_notes = self.now().is_some() || bins.iter().any(Bin::carries);
        let mut class = "gp-weeks".to_owned();
        let (mut above, mut below) = (VALUES, LABELS);
        for (has, name, row) in [(axis.has_dates, " gp-dated", DATES), (axis.has_marks, " gp-marked", MARKS)] {
            class += if has { name } else { "" };
            below += if has { row } else { 0 };
        }
        if has_notes {
            class += " gp-noted";
            above += SAID;
        }
        // In shares of the whole, because the style sheet may change the plot's height.
        let all = above + HEIGHT + below;
        let share = |px: i64| Percent((20_000 * px + all) / (2 * all));
        let (view, drawn) = if self.is_burnup {
            (View::Burnup, burnup::burnup(self).written)
        } else {
            (View::Weekly, river::river(self))
        };
        let name = report::description(input.progress, input.locale, view).name;
        format!(
            "<svg class=\"{class}\" width=\"100%\" height=\"{all}\" role=\"img\" aria-label=\"{name}\">\
             <svg y=\"{start}\" height=\"{plot}\" overflow=\"visible\" fill=\"currentColor\" font-size=\"12\" \
             text-anchor=\"middle\">{drawn}<g fill=\"#0b6fa8\">{columns}</g>{now}\
             <line class=\"gp-base\" x2=\"100%\" y1=\"100%\" y2=\"100%\" stroke=\"currentColor\" opacity=\".18\" />{values}{axis}</svg></svg>",
            start = share(above),
            plot = share(HEIGHT),
            name = text(&name),
            columns = columns::columns(self),
            now = self.now().map_or_else(String::new, |x| now(self.across.seen(x))),
            values = values::values(self),
            axis = axis.written,
        )
    }

    /// The author's line about the week in which the jam began.
    pub(super) fn note(&self) -> String {
        layout::note(self.input).map_or_else(String::new, |note| format!(" <p class=\"gp-note\">{}</p>", text(&note)))
    }
}

/// The line where the record ends.
fn now(x: i64) -> String {
    format!(
        "<line class=\"gp-now\" x1=\"{x}\" x2=\"{x}\" y1=\"-20\" y2=\"100%\" stroke=\"currentColor\" \
         stroke-dasharray=\"1.5 3\" />",
        x = Percent(x)
    )
}
