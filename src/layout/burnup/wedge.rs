//! The wedges between the two lines while the work is below the plan.

use crate::geometry::Point;

use super::Burnup;

/// The outlines of all wedges: forth along the plan, back along the work. Where the lines cross, a wedge ends.
pub(super) fn wedges(lines: &Burnup) -> Vec<Vec<Point>> {
    let mut wedges = Vec::new();
    for run in &lines.done {
        let mut upper: Vec<Point> = Vec::new();
        let mut lower: Vec<Point> = Vec::new();
        let mut before: Option<(Point, Point)> = None;
        for done in run {
            let Some(plan) = lines.plan.iter().find(|plan| plan.x == done.x).copied() else { continue };
            let is_behind = plan.y < done.y;
            if let Some((plan_before, done_before)) = before {
                let was_behind = plan_before.y < done_before.y;
                if is_behind != was_behind {
                    let crossing = crossing((plan_before, plan), (done_before, *done));
                    upper.push(crossing);
                    lower.push(crossing);
                }
            }
            if is_behind {
                upper.push(plan);
                lower.push(*done);
            } else {
                close(&mut wedges, &mut upper, &mut lower);
            }
            before = Some((plan, *done));
        }
        close(&mut wedges, &mut upper, &mut lower);
    }
    wedges
}

fn close(wedges: &mut Vec<Vec<Point>>, upper: &mut Vec<Point>, lower: &mut Vec<Point>) {
    lower.reverse();
    let mut outline = std::mem::take(upper);
    outline.append(lower);
    if outline.len() > 2 {
        wedges.push(outline);
    }
}

/// The intersection of two lines that change sides between their ends.
fn crossing(plan: (Point, Point), done: (Point, Point)) -> Point {
    let (from, to) = ((done.0.y - plan.0.y).abs(), (done.1.y - plan.1.y).abs());
    let share = if from + to > 0.0 { from / (from + to) } else { 0.0 };
    plan.0.towards(plan.1, share)
}
