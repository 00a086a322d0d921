//! Resolves a written goal: fills in defaults, refuses contradictions, and separates weeks without a record from weeks
//! that are still to come.

use crate::amount::Amount;
use crate::date::Date;
use crate::diagnostic::{Diagnostic, Kind};
use crate::maths;
use crate::wire;

use super::merge::{Sources, week_count};
use super::{Attendance, Done, Goal, Week, Work};

/// Resolves a written goal.
///
/// # Errors
/// Every contradiction, with its place.
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
    let reached = reached(wire.as_of, &weeks, sources.is_checklist(), &mut problems);
    settle(&mut weeks, reached, &mut warnings);
    take_breaks_out(&mut weeks, reached, &sources, &mut warnings);
    let carried = Amount::new(wire.carried.unwrap_or(0.0));
    check_dropped(&weeks, carried, &mut problems);
    check_dates(&weeks, &mut warnings);
    if wire.as_of.is_none() && !sources.is_checklist() {
        check_trailing_zeros(&weeks, reached, &mut warnings);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Goal {
        title: wire.title,
        lang: wire.lang.unwrap_or_default(),
        unit: wire.unit.unwrap_or_default(),
        carried,
        reached,
        stated: wire.stated,
        deadline: wire.deadline,
        weeks,
        view: wire.view,
        beside: wire.beside,
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

/// Warns about dates that are out of order.
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
            // A week without tasks has nothing to tick. If only such weeks follow the work, the record covers them too.
            if is_checklist && recorded > 0 && !ahead.iter().any(has_plan) { weeks.len() } else { recorded }
        }
    }
}

/// Whether anything is recorded for the week; in a checklist, whether a task of it is ticked. An absence alone is no
/// record: it may be announced in advance.
fn is_recorded(week: &Week, is_checklist: bool) -> bool {
    match week.work {
        Work::Counted { done: Done::Known(done), .. } => !is_checklist || done.is_positive(),
        Work::Counted { .. } => false,
        Work::Share(share) => share.is_some(),
    }
}

fn has_plan(week: &Week) -> bool {
    matches!(week.work, Work::Counted { planned, .. } if planned.is_positive())
}

/// Separates weeks without a record from weeks still to come, and drops what is recorded for the latter.
fn settle(weeks: &mut [Week], reached: usize, warnings: &mut Vec<Diagnostic>) {
    let mut left_out = Amount::ZERO;
    for (index, week) in weeks.iter_mut().enumerate() {
        let is_over = index < reached;
        match &mut week.work {
            Work::Share(share) if !is_over => *share = None,
            Work::Share(_) => {}
            Work::Counted { done, .. } => {
                *done = match (*done, week.attendance) {
                    (Done::Known(amount), _) if !is_over => {
                        left_out += amount;
                        Done::Future
                    }
                    (Done::Future, Attendance::Present) if is_over => Done::Unknown,
                    (Done::Future, Attendance::Absent) if is_over => Done::Assumed,
                    (Done::Future, Attendance::Skipped) if is_over => Done::Known(Amount::ZERO),
                    (done, _) => done,
                };
            }
        }
    }
    if left_out.is_positive() {
        warnings.push(Diagnostic::new("asOf", Kind::DoneAfterAsOf { as_of: reached, left_out }));
    }
}

/// Removes the plans of breaks. A ticked task stays in the plan, because its work is done.
fn take_breaks_out(weeks: &mut [Week], reached: usize, sources: &Sources, warnings: &mut Vec<Diagnostic>) {
    for (index, week) in weeks.iter_mut().enumerate() {
        if week.attendance != Attendance::Skipped {
            continue;
        }
        let Work::Counted { planned, .. } = &mut week.work else { continue };
        let tasks = sources.tasks(index);
        let ticked = if index < reached { tasks.ticked } else { 0 };
        if tasks.all > ticked {
            let path = format!("weeks[{index}].status");
            warnings.push(Diagnostic::new(path, Kind::OpenInBreak { tasks: tasks.all - ticked }));
        }
        *planned = Amount::new(maths::as_f64(ticked));
    }
}

/// Warns if the record ends with zeros up to the last week: authors write them for weeks that are still to come.
fn check_trailing_zeros(weeks: &[Week], reached: usize, warnings: &mut Vec<Diagnostic>) {
    let is_zero = |week: &&Week| {
        matches!(week.work, Work::Counted { done: Done::Known(Amount::ZERO), .. })
            && has_plan(week)
            && week.attendance == Attendance::Present
    };
    let zeros = weeks[..reached].iter().rev().take_while(is_zero).count();
    if reached == weeks.len() && zeros > 1 && zeros < reached {
        let path = format!("weeks[{}].done", reached - zeros);
        warnings.push(Diagnostic::new(path, Kind::TrailingZeros { weeks: zeros }));
    }
}
