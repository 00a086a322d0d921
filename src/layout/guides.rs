//! Vertical lines through a chart: the end of the record, and the deadline.

use crate::geometry::{Point, Rect, Span};
use crate::maths::as_f64;
use crate::theme::Ink;

use super::Input;
use super::text::{Font, Label};

const FONT: Font = Font::regular(12.0);
/// The row of the lines' labels.
pub(super) const ROW: f64 = 14.0;
const BETWEEN: f64 = 6.0;
/// The gap between a label and its line.
const BELOW_WORD: f64 = 1.5;

/// A vertical line.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// Its meaning.
    pub kind: GuideKind,
    /// Its x.
    pub x: f64,
    /// Its top and bottom.
    pub down: Span,
    /// The label above it.
    pub label: Option<Label>,
}

/// The meaning of a vertical line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuideKind {
    /// The end of the record.
    Now,
    /// The deadline.
    Deadline,
    /// The end of the listed weeks, if the chart goes on.
    PlanEnd,
}

impl Guide {
    /// The two ends.
    #[must_use]
    pub fn line(&self) -> [Point; 2] {
        [Point::new(self.x, self.down.start), Point::new(self.x, self.down.end)]
    }
}

/// Whether any line of the chart has a label.
pub(super) fn has_any(input: Input<'_>) -> bool {
    now(input).is_some() || deadline(input).is_some()
}

/// The number of weeks in the record, if others are still to come.
fn now(input: Input<'_>) -> Option<usize> {
    let reached = input.progress.goal.reached;
    (0 < reached && reached < input.progress.weeks.len()).then_some(reached)
}

/// The number of weeks up to the deadline. Weeks after the listed ones are seven days long.
fn deadline(input: Input<'_>) -> Option<usize> {
    let goal = &input.progress.goal;
    let deadline = goal.deadline?;
    let (index, date) = goal.weeks.iter().enumerate().rev().find_map(|(index, week)| Some((index, week.date?)))?;
    if deadline < date {
        // The last week that has begun by the deadline.
        let begun = goal.weeks.iter().rposition(|week| week.date.is_some_and(|date| date <= deadline))?;
        return Some(begun + 1);
    }
    let days = usize::try_from(deadline.day_number() - date.day_number()).ok()?;
    Some(index + 1 + days / 7)
}

/// The lines across a field. The listed weeks share the width of `plot`; later weeks follow with the same width each.
/// The labels stand in the row above `top`.
pub(super) fn guides(input: Input<'_>, plot: Rect, field: Rect, top: f64) -> Vec<Guide> {
    let weeks = as_f64(input.progress.weeks.len());
    let x = |week: usize| plot.x + plot.width * as_f64(week) / weeks;
    let day = input.progress.goal.deadline.map(|day| input.locale.short_date(day)).unwrap_or_default();
    let wanted = [
        now(input).map(|week| (GuideKind::Now, week, vec![input.locale.now().to_owned()])),
        deadline(input)
            .map(|week| (GuideKind::Deadline, week, vec![format!("{} {day}", input.locale.deadline()), day])),
    ];
    let mut guides: Vec<Guide> = Vec::new();
    for (kind, week, forms) in wanted.into_iter().flatten() {
        let x = x(week);
        if x > field.right() {
            continue;
        }
        let other = guides.last().and_then(|guide| guide.label.as_ref());
        let label = forms.into_iter().find_map(|word| {
            let label = Label::centred(word, x, top - ROW / 2.0, FONT, Ink::Muted, input.measure);
            let label = label.within(field.x, field.right());
            let is_free =
                |other: &Label| label.start() >= other.end() + BETWEEN || other.start() >= label.end() + BETWEEN;
            other.is_none_or(is_free).then_some(label)
        });
        guides.push(Guide { kind, x, down: Span::new(top + BELOW_WORD, field.bottom()), label });
    }
    guides
}
