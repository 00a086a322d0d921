//! The labels of the lines: plan, work done, the deepest point of the jam, and the forecast.

use crate::amount::Unit;
use crate::geometry::{Point, Rect};
use crate::layout::bins::Bin;
use crate::layout::place::Taken;
use crate::layout::text::{Anchor, Font, Label};
use crate::layout::{Guide, Input};
use crate::locale::fill;
use crate::maths::as_f64;
use crate::theme::Ink;

use super::{Burnup, Scale, forecast};

const STRONG: Font = Font::bold(13.0);
const PLAN: Font = Font::regular(13.0);
const SAID: Font = Font::bold(12.0);
const BESIDE: f64 = 9.0;
/// The distance from a line to a label above or below it.
const AWAY: f64 = 13.0;
/// A wedge thinner than this is too thin for a label, in CSS px.
const DEEP: f64 = 6.0;

pub(super) struct Said {
    pub labels: Vec<Label>,
    pub leader: Option<[Point; 2]>,
    pub has_plan: bool,
    pub has_done: bool,
}

/// The labels for which there is room.
pub(super) fn labels(
    input: Input<'_>,
    bins: &[Bin],
    lines: &Burnup,
    guides: &[Guide],
    scale: &Scale,
    taken: &mut Taken,
) -> Said {
    taken.add_line(&lines.plan, 2.0);
    for run in &lines.done {
        taken.add_line(run, 3.0);
    }
    for dot in &lines.dots {
        taken.add(Rect::around(*dot, 10.0));
    }
    if let Some(fan) = &lines.fan {
        taken.add_line(&fan.middle, 2.0);
        let (start, end) = (fan.middle[0], fan.area.last().copied().unwrap_or(fan.middle[1]));
        taken.add_line(&[start, end], 2.0);
    }
    let done = taken.place(done(input, lines));
    let plan = taken.place(plan(input, lines));
    let deep = deepest(input, bins, scale);
    let deepest = deep.as_ref().and_then(|(_, labels)| taken.place(labels.iter().cloned()));
    let leader = deep.zip(deepest.as_ref()).and_then(|((at, _), label)| leader(at, label));
    let pace = taken.place(pace(input, lines, guides, scale));
    let (has_done, has_plan) = (done.is_some(), plan.is_some());
    let labels = [done, plan, deepest, pace].into_iter().flatten().collect();
    Said { labels, leader, has_plan, has_done }
}

/// Places for a label around a point: to its right, centred and to its left, each below and above it.
fn around(label: &Label, at: Point, beside: f64, away: f64) -> Vec<Label> {
    let mut places = Vec::new();
    for (x, anchor) in [(at.x + beside, Anchor::Left), (at.x, Anchor::Middle), (at.x - beside, Anchor::Right)] {
        for y in [at.y + away, at.y - away] {
            places.push(Label { x, y, anchor, ..label.clone() });
        }
    }
    places
}

fn done(input: Input<'_>, lines: &Burnup) -> Vec<Label> {
    let (Some(done), Some(at)) = (input.progress.done, lines.done.last().and_then(|run| run.last())) else {
        return Vec::new();
    };
    let text = format!("{} {}", input.locale.header_done(), input.locale.number(done));
    let label = Label::left(text, at.x, at.y, STRONG, Ink::DoneWords, input.measure);
    let beside = Label { x: at.x + BESIDE, ..label.clone() };
    let mut places = around(&label, *at, BESIDE, AWAY);
    places.insert(1, beside);
    places.extend(around(&label, *at, 2.0 * BESIDE, 2.0 * AWAY));
    places
}

fn plan(input: Input<'_>, lines: &Burnup) -> Vec<Label> {
    let (Some(planned), Some(at)) = (input.progress.planned, lines.plan.last()) else { return Vec::new() };
    let text = format!("{} {}", input.locale.plan(), input.locale.number(planned));
    let label = Label::left(text, at.x, at.y - AWAY + 2.0, PLAN, Ink::Muted, input.measure);
    let mut places = vec![
        Label { x: at.x - 3.0, anchor: Anchor::Right, ..label.clone() },
        Label { anchor: Anchor::Middle, ..label.clone() },
        Label { x: at.x + 3.0, ..label.clone() },
    ];
    // If the end has no room, the label moves back along the line.
    for share in [0.85, 0.7, 0.55, 0.4] {
        let Some(first) = lines.plan.first() else { break };
        let near = lines.plan.iter().min_by(|one, other| {
            let wanted = first.x + (at.x - first.x) * share;
            (one.x - wanted).abs().total_cmp(&(other.x - wanted).abs())
        });
        let Some(near) = near else { break };
        let at = Label { x: near.x - 4.0, y: near.y - 8.0, anchor: Anchor::Right, ..label.clone() };
        places.push(at);
    }
    places
}

/// The most by which the work was behind, as a label below the line of work.
fn deepest(input: Input<'_>, bins: &[Bin], scale: &Scale) -> Option<(Point, Vec<Label>)> {
    let most = bins.iter().filter_map(|bin| bin.carried_out).max().filter(|most| most.is_positive())?;
    let bin = bins.iter().find(|bin| bin.carried_out == Some(most))?;
    let done = input.progress.weeks[bin.last].cumulative_done?;
    let at = Point::new(scale.x(as_f64(bin.last + 1)), scale.y(done.get()));
    if scale.y(0.0) - scale.y(most.get()) < DEEP {
        return None;
    }
    let label = input.progress.goal.weeks[bin.last].label.as_deref();
    let week = input.locale.week_label(label, bin.last + 1);
    let n = input.locale.amount(most, Unit::NONE);
    let values = [("n", &*n), ("amount", &n), ("week", &week)];
    let mut places = Vec::new();
    for template in [input.locale.deepest(), input.locale.behind()] {
        let label = Label::left(fill(template, &values), at.x, at.y, SAID, Ink::JamWords, input.measure);
        for away in [1.0, 1.8, 2.6, 3.6, 4.6, 6.0] {
            for (x, anchor) in [(at.x + 4.0, Anchor::Left), (at.x, Anchor::Middle), (at.x - 4.0, Anchor::Right)] {
                places.push(Label { x, y: at.y + AWAY * away, anchor, ..label.clone() });
            }
        }
    }
    Some((at, places))
}

/// A line from a point down to a label that does not stand directly below it.
fn leader(at: Point, label: &Label) -> Option<[Point; 2]> {
    let top = label.bounds().y;
    let x = at.x.clamp(label.start() + BESIDE, label.end() - BESIDE);
    (top - at.y > AWAY).then(|| [at, Point::new(x, top)])
}

/// The weeks in which all may be done at the pace so far, as a label below the fan.
fn pace(input: Input<'_>, lines: &Burnup, guides: &[Guide], scale: &Scale) -> Vec<Label> {
    let (Some(fan), Some(ahead)) = (&lines.fan, forecast::ahead(input)) else { return Vec::new() };
    let (first, last) = (ahead.first.to_string(), ahead.last.to_string());
    let template = if first == last { input.locale.pace_week() } else { input.locale.pace_weeks() };
    let short = if first == last { input.locale.pace_week_short() } else { input.locale.pace_weeks_short() };
    let end = fan.area.last().map_or(scale.field.y, |end| end.y);
    // Limited by the chart's end or a vertical line after the record.
    let start = fan.middle[0].x;
    let lines = guides.iter().map(|guide| guide.x).filter(|x| *x > start).map(|x| x - 4.0);
    let rights = [scale.field.right()].into_iter().chain(lines);
    let rights: Vec<f64> = rights.collect();
    let mut places = Vec::new();
    for template in [template, short] {
        let text = fill(template, &[("first", &*first), ("last", &last)]);
        let label = Label::left(text, 0.0, 0.0, SAID, Ink::DoneWords, input.measure);
        // Below the end of the fan, else below its beginning.
        for from in [end, fan.middle[0].y] {
            for down in [1.4, 2.4, 3.4, 4.6, 6.0] {
                let at = |x: &f64| Label { x: *x, y: from + AWAY * down, anchor: Anchor::Right, ..label.clone() };
                places.extend(rights.iter().map(at).filter(|label| label.start() > start));
            }
        }
    }
    places
}
