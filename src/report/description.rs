//! The goal in words: the picture's name, a summary in sentences, and the names of the controls.

use crate::amount::Amount;
use crate::goal::View;
use crate::locale::{Locale, fill};
use crate::progress::Progress;

/// What is read instead of the picture, or beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Description {
    /// The accessible name of the picture.
    pub name: String,
    /// How the goal stands, sentence by sentence.
    pub summary: Vec<String>,
    /// The name of the slider through the weeks.
    pub stepper: String,
}

/// Puts a goal into words. `view` is the picture that is drawn of it.
#[must_use]
pub fn description(progress: &Progress, locale: Locale, view: View) -> Description {
    let title = locale.title(progress.goal.title.as_deref());
    let chart = match view {
        View::Weekly => locale.chart_weekly(),
        View::Burnup => locale.chart_burnup(),
        View::Compact => locale.chart_compact(),
    };
    let headline = headline(progress, locale);
    Description {
        name: fill(locale.picture(), &[("title", title), ("chart", chart), ("headline", &headline)]),
        summary: summary(progress, locale),
        stepper: fill(locale.stepper(), &[("title", title)]),
    }
}

fn headline(progress: &Progress, locale: Locale) -> String {
    let Some(share) = progress.stated.or(progress.overall) else {
        return locale.no_amounts().trim_end_matches('.').to_owned();
    };
    let percent = locale.percent(share);
    match (progress.done, progress.planned) {
        (Some(done), Some(planned)) => percent + ", " + &locale.done_of(done, planned, &progress.goal.unit),
        _ => percent,
    }
}

fn summary(progress: &Progress, locale: Locale) -> Vec<String> {
    let unit = progress.goal.unit.as_str();
    let with_amount = |template: &str, amount: Amount| fill(template, &[("amount", &locale.amount(amount, unit))]);
    let mut sentences = Vec::new();
    match (progress.overall, progress.done, progress.planned) {
        (Some(overall), Some(done), Some(planned)) => {
            let values = [
                ("done_of", &*locale.done_of(done, planned, unit)),
                ("done", &locale.amount(done, unit)),
                ("planned", &locale.amount(planned, unit)),
                ("percent", &locale.percent(overall)),
            ];
            sentences.push(fill(locale.summary(), &values));
        }
        _ if progress.stated.is_none() => sentences.push(locale.no_amounts().to_owned()),
        _ => {}
    }
    if let Some(stated) = progress.stated {
        let computed = progress.overall.map_or_else(String::new, |overall| locale.percent(overall));
        let template = if computed.is_empty() { locale.stated_alone() } else { locale.stated() };
        sentences.push(fill(template, &[("stated", &locale.percent(stated)), ("computed", &computed)]));
    }
    let reached = progress.goal.reached;
    if progress.unrecorded > 0 {
        let recorded = (reached - progress.unrecorded).to_string();
        let values = [("recorded", &*recorded), ("weeks", &locale.weeks(reached)), ("over", &reached.to_string())];
        sentences.push(fill(locale.recorded(), &values));
    }
    let is_something_left = progress.remaining > Some(Amount::ZERO);
    if progress.jam.is_some() {
        jammed(progress, locale, &mut sentences);
    } else if progress.ahead.is_positive() && progress.unrecorded == 0 && is_something_left {
        let ahead = with_amount(locale.ahead(), progress.ahead);
        sentences.push(fill(locale.sentence(), &[("phrase", &ahead)]));
    } else if reached > 0 && progress.unrecorded == 0 && is_something_left {
        sentences.push(locale.on_plan().to_owned());
    }
    if progress.goal.deadline.is_some() && progress.weeks_left > 0 && is_something_left {
        sentences.push(fill(locale.time_left(), &[("weeks", &locale.weeks(progress.weeks_left))]));
    }
    if let Some(forecast) = &progress.forecast {
        let pace = if forecast.slowing { locale.pace_before() } else { locale.pace_so_far() };
        let template = if forecast.p50 == forecast.p85 { locale.forecast_one() } else { locale.forecast_range() };
        let values = [("pace", pace), ("p50", &*locale.weeks(forecast.p50)), ("p85", &locale.weeks(forecast.p85))];
        sentences.push(fill(template, &values));
    }
    sentences
}

/// Since when work is carried over, how much it is, and whether it clears.
fn jammed(progress: &Progress, locale: Locale, sentences: &mut Vec<String>) {
    let Some(jam) = &progress.jam else { return };
    let unit = progress.goal.unit.as_str();
    let label = progress.goal.weeks.get(jam.since - 1).and_then(|week| week.label.as_deref());
    let values = [("since", &*locale.week_label(label, jam.since)), ("amount", &locale.amount(jam.depth, unit))];
    sentences.push(fill(locale.jammed(), &values));
    match (jam.recovery, jam.extra) {
        // Where nothing but the jam is left, the forecast says the same better.
        (Some(_), _) if progress.forecast.is_some() && progress.goal.reached == progress.weeks.len() => {}
        (Some(weeks), _) => sentences.push(fill(locale.clears(), &[("weeks", &locale.weeks(weeks))])),
        (None, Some(extra)) => {
            let extra = Amount::new((extra * 10.0).ceil() / 10.0);
            let n = locale.number(extra);
            let of_unit = if unit.is_empty() || n == "1" { String::new() } else { " ".to_owned() + unit };
            let values = [("n", &*n), ("of_unit", &of_unit), ("amount", &locale.amount(extra, unit))];
            sentences.push(fill(locale.does_not_clear_without(), &values));
        }
        (None, None) if progress.pace.is_some() => sentences.push(locale.does_not_clear().to_owned()),
        (None, None) => {}
    }
}
