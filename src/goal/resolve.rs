//! From what was written to one meaning: defaults are filled in, contradictions refused, and what is unknown is told
//! from what is still to come.

use crate::amount::Amount;
use crate::date::Date;
use crate::diagnostic::{Diagnostic, Kind};
use crate::wire;

use super::merge::{Sources, week_count};
use super::{Attendance, Done, Goal, Week, Work};

/// Gives a written goal its meaning.
///
/// # Errors
/// What does not make sense, each with its place.
pub(super) fn resolve(mut wire: wire::Goal) -> Result<Goal, Vec<Diagnostic>> {
    let mut problems = Vec::new();
    let Some(count) = week_count(&wire, &mut problems) else { return Err(problems) };
    let sources = Sources::new(&wire, count);
    let mut written = wire.weeks.take().unwrap_or_default();
    written.resize_with(count, wire::Week::default);

    let mut weeks = Vec::with_capacity(count);
    let mut warnings = Vec::new();
    for (index, week) in written.into_iter().enumerate() {
        let work = sources.work(index, &week, &mut problems);
        let stepped = wire.start.and_then(|start| start.plus_days(7 * i32::try_from(index).ok()?));
        weeks.push(Week {
            label: week.label,
            date: week.date.or(stepped),
            work,
            attendance: match week.status {
                None => Attendance::Present,
                Some(wire::Status::Absent) => Attendance::Absent,
                Some(wire::Status::Skipped) => Attendance::Skipped,
            },
            approx: week.approx.unwrap_or(false),
            milestone: week.milestone,
            note: week.note,
            link: week.link,
        });
    }
    let carried = Amount::new(wire.carried.unwrap_or(0.0));
    check_dropped(&weeks, carried, &mut problems);
    check_dates(&weeks, &mut warnings);
    let reached = reached(wire.as_of, &weeks, sources.is_checklist(), &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    settle(&mut weeks, reached, &mut warnings);
    Ok(Goal {
        title: wire.title,
        lang: wire.lang.unwrap_or_default(),
        unit: wire.unit.unwrap_or_default(),
        carried,
        reached,
        stated: wire.stated,
        deadline: wire.deadline,
        weeks,
        view: wire.view.unwrap_or_default(),
        theme: wire.theme.unwrap_or_default(),
        warnings,
    })
}

/// Refuses to drop more than was planned by then.
fn check_dropped(weeks: &[Week], carried: Amount, problems: &mut Vec<Diagnostic>) {
    let mut scope = carried;
    for (index, week) in weeks.iter().enumerate() {
        let before = scope + week.plan();
        scope += week.scope();
        if scope < Amount::ZERO {
            let kind = Kind::DroppedTooMuch { dropped: before - scope, most: before };
            problems.push(Diagnostic::new(format!("weeks[{index}].dropped"), kind));
            return;
        }
    }
}

/// Warns of dates that are out of order.
fn check_dates(weeks: &[Week], warnings: &mut Vec<Diagnostic>) {
    let mut latest: Option<Date> = None;
    for (index, week) in weeks.iter().enumerate() {
        let Some(date) = week.date else { continue };
        match latest {
            Some(previous) if date < previous => {
                let kind = Kind::DatesOutOfOrder { previous };
                warnings.push(Diagnostic::new(format!("weeks[{index}].date"), kind));
            }
            _ => latest = Some(date),
        }
    }
}

/// The number of weeks that the record covers.
fn reached(as_of: Option<wire::AsOf>, weeks: &[Week], is_checklist: bool, problems: &mut Vec<Diagnostic>) -> usize {
    match as_of {
        Some(wire::AsOf::Week(week)) => {
            if week > weeks.len() {
                problems.push(Diagnostic::new("asOf", Kind::NoSuchWeek { week, weeks: weeks.len() }));
            }
            week
        }
        Some(wire::AsOf::Date(day)) => {
            if weeks.iter().all(|week| week.date.is_none()) {
                problems.push(Diagnostic::new("asOf", Kind::NoDates));
            }
            weeks.iter().rposition(|week| week.date.is_some_and(|date| date <= day)).map_or(0, |i| i + 1)
        }
        None => {
            let recorded = weeks.iter().rposition(|week| is_recorded(week, is_checklist)).map_or(0, |index| index + 1);
            let ahead = &weeks[recorded..];
            // A week without tasks has nothing to tick. Where only such weeks follow the work, the record covers them too.
            if is_checklist && recorded > 0 && !ahead.iter().any(has_plan) { weeks.len() } else { recorded }
        }
    }
}

/// Whether the author has recorded anything of the week. In a checklist, whether anything of it is ticked.
fn is_recorded(week: &Week, is_checklist: bool) -> bool {
    let worked = match week.work {
        Work::Counted { done: Done::Known(done), .. } => !is_checklist || done > Amount::ZERO,
        Work::Counted { .. } => false,
        Work::Share(share) => share.is_some(),
    };
    worked || week.attendance == Attendance::Absent
}

fn has_plan(week: &Week) -> bool {
    matches!(week.work, Work::Counted { planned, .. } if planned > Amount::ZERO)
}

/// Tells weeks without a record from weeks still to come.
fn settle(weeks: &mut [Week], reached: usize, warnings: &mut Vec<Diagnostic>) {
    for (index, week) in weeks.iter_mut().enumerate() {
        let Work::Counted { done, .. } = &mut week.work else { continue };
        let over = index < reached;
        match *done {
            Done::Future if over => *done = Done::Unknown,
            Done::Known(amount) if !over && amount > Amount::ZERO => {
                warnings.push(Diagnostic::new(format!("weeks[{index}].done"), Kind::DoneAfterAsOf { as_of: reached }));
            }
            Done::Known(_) if !over => *done = Done::Future,
            _ => {}
        }
    }
}
