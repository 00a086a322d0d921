//! The burn-up: cumulative work against the cumulative plan, as one stretched picture, with lines at round values.
//!
//! What may come is left out: it rests on chances.

use std::fmt::Write as _;

use crate::amount::Amount;
use crate::locale::Locale;

use super::super::text::text;
use super::Picture;
use super::places::{Percent, Up};

/// With more columns than this, a dot a week would be a chain.
const MOST_DOTS: usize = 20;

/// Where the plan and the work stand at the end of a week, in hundredths of a percent.
#[derive(Clone, Copy)]
struct End {
    x: i64,
    plan: i64,
    done: i64,
}

/// The burn-up as it is written, and what its legend names.
pub(super) struct Burnup {
    pub(super) written: String,
    pub(super) has_done: bool,
    pub(super) is_behind: bool,
}

pub(super) fn burnup(picture: &Picture<'_>) -> Burnup {
    let progress = picture.input.progress;
    let carried = progress.goal.carried;
    let amounts = progress.weeks.iter().flat_map(|week| [week.cumulative_planned, week.cumulative_done]).flatten();
    let max = amounts.chain([carried]).max().unwrap_or_default();
    let up = Up::new([max].into_iter());
    let x = |index: usize| picture.across.seen(picture.across.start(index));

    let mut before = Some(End { x: x(0), plan: up.y(carried), done: 10_000 });
    let mut plan = format!("M{} {}", x(0), up.y(carried));
    let (mut line, mut area) = (format!("M{} 10000", x(0)), format!("M{} 10000", x(0)));
    let (mut wedges, mut dots) = (String::new(), Vec::new());
    for (index, bin) in picture.bins.iter().enumerate() {
        let week = &progress.weeks[bin.last];
        let (x, planned) = (x(index + 1), up.y(week.cumulative_planned.unwrap_or_default()));
        // Writing to a text cannot fail.
        let _ = write!(plan, "L{x} {planned}");
        let Some(done) = week.cumulative_done.map(|done| up.y(done)) else {
            // Behind a gap in the record, the next known week begins a new line.
            area += if before.take().is_some() { "V10000Z" } else { "" };
            continue;
        };
        let end = End { x, plan: planned, done };
        let _ = match before.replace(end) {
            Some(before) => {
                wedges += &wedge(before, end);
                write!(line, "L{x} {done}").and(write!(area, "L{x} {done}"))
            }
            None => write!(line, "M{x} {done}").and(write!(area, "M{x} 10000V{done}")),
        };
        dots.push(format!("<circle cx=\"{}\" cy=\"{}\" r=\"3.5\" />", Percent(x), Percent(done)));
    }
    area += if before.is_some() { "V10000Z" } else { "" };

    let (has_done, is_behind) = (!dots.is_empty(), !wedges.is_empty());
    let mut written = grid(max, &up, picture.across.is_mirrored, picture.input.locale);
    written += "<svg viewBox=\"0 0 10000 10000\" preserveAspectRatio=\"none\">";
    if has_done {
        written.extend(["<path class=\"gp-ahead\" d=\"", &area, "\" fill=\"#0b6fa8\" fill-opacity=\".13\" />"]);
    }
    if is_behind {
        written.extend([
            "<path class=\"gp-river\" d=\"",
            &wedges,
            "\" fill=\"#b85600\" fill-opacity=\".2\" stroke=\"#b85600\" vector-effect=\"non-scaling-stroke\" />",
        ]);
    }
    written.extend([
        "<path d=\"",
        &plan,
        "\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.25\" stroke-dasharray=\"4 3\" \
         vector-effect=\"non-scaling-stroke\" />",
    ]);
    if has_done {
        written.extend([
            "<path class=\"gp-foot\" d=\"",
            &line,
            "\" fill-opacity=\"0\" stroke=\"#0b6fa8\" stroke-width=\"3\" stroke-linejoin=\"round\" \
             vector-effect=\"non-scaling-stroke\" />",
        ]);
    }
    written += "</svg>";
    let kept = if picture.bins.len() > MOST_DOTS { dots.len().saturating_sub(1) } else { 0 };
    if has_done {
        written.extend(["<g fill=\"#0b6fa8\">", &dots[kept..].concat(), "</g>"]);
    }
    Burnup { written, has_done, is_behind }
}

/// The part of a week in which the work lies below the plan. Where the lines cross, it ends in a point.
fn wedge(from: End, to: End) -> String {
    let (before, after) = (from.done - from.plan, to.done - to.plan);
    let crossing = || {
        let whole = before.abs() + after.abs();
        let at = |from: i64, to: i64| from + ((to - from) * before.abs()).div_euclid(whole);
        format!("{} {}", at(from.x, to.x), at(from.plan, to.plan))
    };
    match (before > 0, after > 0) {
        (true, true) => {
            format!("M{} {}L{} {}V{}L{} {}Z", from.x, from.plan, to.x, to.plan, to.done, from.x, from.done)
        }
        (true, false) => format!("M{} {}L{}L{} {}Z", from.x, from.plan, crossing(), from.x, from.done),
        (false, true) => format!("M{}L{} {}V{}Z", crossing(), to.x, to.plan, to.done),
        (false, false) => String::new(),
    }
}

/// Lines at round values, with the values at their beginning: at most five.
fn grid(max: Amount, up: &Up, is_mirrored: bool, locale: Locale) -> String {
    let max = max.millionths();
    let mut magnitude = 1;
    let step = loop {
        match [1, 2, 5].into_iter().map(|factor| factor * magnitude).find(|step| step * 5 >= max) {
            Some(step) => break step,
            None => magnitude *= 10,
        }
    };
    let (x, anchor) = if is_mirrored { ("100%", "end") } else { ("0%", "start") };
    let mut lines = String::new();
    for value in (1..=5).map(|index| index * step).take_while(|value| *value <= max) {
        let value = Amount::from_millionths(value);
        let y = Percent(up.y(value));
        let _ = write!(
            lines,
            "<line class=\"gp-base\" x2=\"100%\" y1=\"{y}\" y2=\"{y}\" stroke=\"currentColor\" opacity=\".18\" />\
             <text class=\"gp-muted\" x=\"{x}\" y=\"{y}\" dy=\"-3\" text-anchor=\"{anchor}\">{}</text>",
            text(&locale.number(value))
        );
    }
    lines
}
