//! The header: the goal's title, the verdict in the colour of good or bad news, and the figures.

use crate::amount::{Amount, Unit};
use crate::geometry::Rect;
use crate::locale::fill;
use crate::progress::Standing;
use crate::theme::Ink;

use super::Input;
use super::text::{Font, Label, first_fitting};

const TITLE: Font = Font::bold(16.0);
const VERDICT: Font = Font::bold(14.0);
const FIGURES: Font = Font::regular(13.0);
const TITLE_ROW: f64 = 22.0;
const ROW: f64 = 18.0;
/// The gap below the header.
const BELOW: f64 = 3.0;
/// The gap between the verdict and the figures after it.
const BETWEEN: f64 = 10.0;

/// The header and its height.
pub(super) struct Header {
    pub labels: Vec<Label>,
    pub height: f64,
}

/// The verdict, in forms from the longest to the shortest, and its colour.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The forms.
    pub forms: Vec<String>,
    /// Their colour.
    pub ink: Ink,
}

/// Lays out the header at the top of `area`. In a narrow picture, the figures are on a line of their own.
pub(super) fn header(input: Input<'_>, area: Rect, is_wide: bool) -> Header {
    let (left, room) = (area.x + super::LEFT, area.width - 2.0 * super::LEFT);
    let mut header = Header { labels: Vec::new(), height: 0.0 };
    let line = |text: String, x: f64, y: f64, font: Font, ink: Ink| Label::left(text, x, y, font, ink, input.measure);
    if input.has_title {
        let title = input.locale.title(input.progress.goal.title.as_deref()).to_owned();
        if let Some(title) = first_fitting([title], room, TITLE, input.measure) {
            header.labels.push(line(title, left, area.y + TITLE_ROW / 2.0, TITLE, Ink::Text));
        }
        header.height += TITLE_ROW;
    }
    let mut end = left;
    if let Some(Verdict { forms, ink }) = verdict(input)
        && let Some(text) = first_fitting(forms, room, VERDICT, input.measure)
    {
        let label = line(text, left, area.y + header.height + ROW / 2.0, VERDICT, ink);
        end = label.end() + BETWEEN;
        header.labels.push(label);
        header.height += ROW;
    }
    if is_wide {
        if let Some(text) = plan_by_now(input, &input.progress.goal.unit) {
            let label = line(text, end, area.y + header.height - ROW / 2.0, FIGURES, Ink::Muted);
            header.labels.extend((label.end() <= left + room && end > left).then_some(label));
        }
    } else if let Some(text) = first_fitting(figures(input), room, FIGURES, input.measure) {
        header.labels.push(line(text, left, area.y + header.height + ROW / 2.0, FIGURES, Ink::Muted));
        header.height += ROW;
    }
    header.height += BELOW;
    header
}

/// The verdict.
#[must_use]
pub fn verdict(input: Input<'_>) -> Option<Verdict> {
    let (locale, progress) = (input.locale, input.progress);
    let unit = &progress.goal.unit;
    let good = |forms: Vec<String>| Some(Verdict { forms, ink: Ink::DoneWords });
    let weeks = |number: usize| {
        let label = progress.goal.weeks.get(number.saturating_sub(1)).and_then(|week| week.label.as_deref());
        locale.week_label(label, number)
    };
    // "4 lectures behind after Week 5", and shorter forms.
    let since = |said: [String; 2]| -> Vec<String> {
        let values = |said: &str| fill(locale.after_week(), &[("said", said), ("week", &weeks(progress.goal.reached))]);
        vec![values(&said[0]), said[0].clone(), values(&said[1]), said[1].clone()]
    };
    let amounts = |template: &str, amount: Amount| {
        [unit, Unit::NONE].map(|unit| fill(template, &[("amount", &*locale.amount(amount, unit))]))
    };
    if progress.planned.is_some() && progress.overall.is_none() {
        return Some(Verdict { forms: vec![phrase(locale.nothing_planned())], ink: Ink::Muted });
    }
    match progress.standing {
        Standing::Unmeasured => None,
        Standing::NotBegun => Some(Verdict { forms: vec![locale.not_begun_yet().to_owned()], ink: Ink::Text }),
        Standing::Complete { early: 0 } if progress.beyond.is_positive() => {
            good(amounts(locale.beyond(), progress.beyond).into_iter().chain([locale.complete().to_owned()]).collect())
        }
        Standing::Complete { early: 0 } => good(vec![locale.complete().to_owned()]),
        Standing::Complete { early } => {
            let early = fill(locale.finished_early(), &[("weeks", &*locale.weeks(early))]);
            good(vec![phrase(&early), locale.complete().to_owned()])
        }
        Standing::Behind { least, most } => {
            let template = match (least == most, least.is_positive()) {
                (true, _) => locale.behind(),
                (false, true) => locale.behind_between(),
                (false, false) => locale.behind_at_most(),
            };
            let least = locale.number(least);
            let said = [unit, Unit::NONE]
                .map(|unit| fill(template, &[("least", &*least), ("amount", &*locale.amount(most, unit))]));
            Some(Verdict { forms: since(said), ink: Ink::JamWords })
        }
        Standing::Ahead(ahead) => good(since(amounts(locale.ahead(), ahead))),
        Standing::CaughtUp { week, .. } => {
            let caught_up = fill(locale.caught_up_in(), &[("week", &*weeks(week))]);
            good(vec![caught_up, locale.as_planned().to_owned()])
        }
        Standing::OnPlan => good(vec![locale.as_planned().to_owned()]),
    }
}

/// A sentence as a phrase.
fn phrase(sentence: &str) -> String {
    sentence.trim_end_matches('.').to_owned()
}

/// The plan up to the end of the record, unless that is the whole plan.
#[must_use]
pub fn plan_by_now(input: Input<'_>, unit: &Unit) -> Option<String> {
    let progress = input.progress;
    let due = progress.weeks.get(progress.goal.reached.checked_sub(1)?)?.cumulative_planned?;
    let goes_on = progress.expected.is_some_and(|expected| !expected.is_whole() && !expected.is_zero());
    let is_open = progress.remaining.is_some_and(Amount::is_positive);
    let said = || fill(input.locale.plan_by_now(), &[("amount", &*input.locale.amount(due, unit))]);
    (goes_on && is_open).then(said)
}

/// The figures: "20 of 24 lectures (83.3%), 4 left", and shorter forms.
#[must_use]
pub fn figures(input: Input<'_>) -> Vec<String> {
    let (locale, progress) = (input.locale, input.progress);
    let Some(share) = progress.stated.or(progress.overall) else { return Vec::new() };
    let percent = locale.percent(share);
    let percent = if progress.stated.is_some() { format!("{percent} {}", locale.stated_mark()) } else { percent };
    let (Some(done), Some(planned)) = (progress.done, progress.planned) else { return vec![percent] };
    let mut forms = Vec::new();
    for unit in [&progress.goal.unit, Unit::NONE] {
        let share = format!("{} ({percent})", locale.done_of(done, planned, unit, false));
        if let Some(left) = left(input, Unit::NONE) {
            forms.push(format!("{share}, {left}"));
        }
        forms.push(share);
    }
    forms.push(format!("{}/{} ({percent})", locale.number(done), locale.number(planned)));
    forms.push(percent);
    forms
}

/// The remainder of the whole plan, if any.
pub(super) fn left(input: Input<'_>, unit: &Unit) -> Option<String> {
    let (locale, progress) = (input.locale, input.progress);
    let left = progress.remaining.filter(|left| left.is_positive())?;
    let template = if progress.unrecorded == 0 { locale.left() } else { locale.left_at_most() };
    Some(fill(template, &[("amount", &*locale.amount(left, unit))]))
}

/// The colour of the remainder. It is an alarm only if the work is behind.
pub(super) fn left_ink(input: Input<'_>) -> Ink {
    if matches!(input.progress.standing, Standing::Behind { .. }) { Ink::JamWords } else { Ink::Muted }
}
