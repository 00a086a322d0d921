//! Upright lines through a chart: where the record ends, and the deadline.

use crate::geometry::{Point, Rect, Span};
use crate::maths::as_f64;
use crate::theme::Ink;

use super::Input;
use super::text::{Font, Label};

const FONT: Font = Font::regular(12.0);
/// The row of the lines' words.
pub(super) const ROW: f64 = 14.0;
const BETWEEN: f64 = 6.0;
/// Between a word and its line.
const BELOW_WORD: f64 = 1.5;

/// An upright line.
#[derive(Clone, Debug, PartialEq)]
pub struct Guide {
    /// What it stands for.
    pub kind: GuideKind,
    /// Its x.
    pub x: f64,
    /// From where to where it reaches.
    pub down: Span,
    /// Its word, above it.
    pub label: Option<Label>,
}

/// What an upright line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GuideKind {
    /// The end of the record.
    Now,
    /// The day by which all is to be done.
    Deadline,
    /// The end of the listed weeks, where the chart goes on.
    PlanEnd,
}

impl Guide {
    /// Its two ends.
    #[must_use]
    pub fn line(&self) -> [Point; 2] {
        [Point::new(self.x, self.down.start), Point::new(self.x, self.down.end)]
    }
}

/// Whether a chart of the goal has a line with a word.
pub(super) fn has_any(input: Input<'_>) -> bool {
    now(input).is_some() || deadline(input).is_some()
}

/// The number of weeks in the record, where others are still to come.
fn now(input: Input<'_>) -> Option<usize> {
    let reached = input.progress.goal.reached;
    (0 < reached && reached < input.progress.weeks.len()).then_some(reached)
}

/// The number of weeks by whose end the deadline is reached. Weeks behind the listed ones are seven days long.
fn deadline(input: Input<'_>) -> Option<usize> {
    let goal = &input.progress.goal;
    let deadline = goal.deadline?;
    let (index, date) = goal.weeks.iter().enumerate().rev().find_map(|(index, week)| Some((index, week.date?)))?;
    if deadline < date {
        // The last week that has begun by then.
        let begun = goal.weeks.iter().rposition(|week| week.date.is_some_and(|date| date <= deadline))?;
        return Some(begun + 1);
    }
    let days = usize::try_from(deadline.day_number() - date.day_number()).ok()?;
    Some(index + 1 + days / 7)
}

/// The lines across a field. Its listed weeks share the room of `plot`, and further ones go on from there as wide as
/// these. The words stand in the row above `top`.
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
