//! Outlines as points: arcs, ribbons, hatching and dashes, fine enough that no corner shows.

use std::f64::consts::PI;

use crate::layout::{Area, Gauge};
use crate::maths;

type Point = (f64, f64);

/// The farthest that two points of a curve lie apart, in CSS px.
const STEP: f64 = 2.0;
/// From one line of hatching to the next, measured along an edge.
const HATCH: f64 = 8.0;

/// How many pieces a curve of that length takes.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a length on the screen, clamped")]
fn pieces(length: f64) -> u32 {
    (length / STEP).ceil().clamp(2.0, 512.0) as u32
}

/// Points on a circle from one angle to another, in radians clockwise from three o'clock.
fn along((x, y): Point, radius: f64, from: f64, to: f64) -> impl DoubleEndedIterator<Item = Point> {
    let count = pieces(radius * (to - from).abs());
    (0..=count).map(move |piece| {
        let (sin, cos) = maths::sin_cos(from + (to - from) * f64::from(piece) / f64::from(count));
        (x + radius * cos, y + radius * sin)
    })
}

/// A closed circle.
pub(super) fn circle(centre: Point, radius: f64) -> Vec<Point> {
    along(centre, radius, 0.0, 2.0 * PI).collect()
}

/// The ring of a gauge up to a share of it. Its ends are round where the whole arc ends; a value ends straight, on the
/// point that it stands for.
pub(super) fn arc(gauge: &Gauge, share: f64) -> Vec<Point> {
    let half = gauge.thickness / 2.0;
    let end = gauge.start + gauge.sweep * share;
    let closed = gauge.sweep >= 2.0 * PI - 1e-9;
    let mut points: Vec<Point> = along(gauge.centre, gauge.radius + half, gauge.start, end).collect();
    if !closed && share >= 1.0 {
        points.extend(along(gauge.point(1.0, 0.0), half, end, end + PI));
    }
    points.extend(along(gauge.centre, gauge.radius - half, gauge.start, end).rev());
    if !closed {
        points.extend(along(gauge.point(0.0, 0.0), half, gauge.start + PI, gauge.start + 2.0 * PI));
    }
    points
}

/// A band that leaves one column and enters the next level: `(x, top, bottom)` at either end.
pub(super) fn ribbon(from: (f64, f64, f64), to: (f64, f64, f64)) -> Vec<Point> {
    let count =
        pieces(maths::distance((from.0, from.1), (to.0, to.1)).max(maths::distance((from.0, from.2), (to.0, to.2))));
    let edge = move |start: f64, end: f64| {
        (0..=count).map(move |piece| {
            let along = f64::from(piece) / f64::from(count);
            // A cubic with level ends: Bézier handles at half way.
            let rise = along * along * (3.0 - 2.0 * along);
            (from.0 + (to.0 - from.0) * along, start + (end - start) * rise)
        })
    };
    edge(from.1, to.1).chain(edge(from.2, to.2).rev()).collect()
}

/// The area between a line and the baseline.
pub(super) fn under(line: &[Point], baseline: f64) -> Vec<Point> {
    let ends = [line.last(), line.first()].into_iter().flatten().map(|point| (point.0, baseline));
    line.iter().copied().chain(ends).collect()
}

/// A box with round upper corners.
pub(super) fn round_top(area: Area, radius: f64) -> Vec<Point> {
    let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
    let mut points = vec![(left, bottom)];
    points.extend(along((left + radius, top + radius), radius, PI, 1.5 * PI));
    points.extend(along((right - radius, top + radius), radius, 1.5 * PI, 2.0 * PI));
    points.push((right, bottom));
    points
}

/// Diagonal lines across a box, all on one grid, so that neighbouring boxes match.
pub(super) fn hatching(area: Area) -> Vec<[Point; 2]> {
    let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
    let mut lines = Vec::new();
    // Lines on which x + y is a multiple of the step.
    let mut sum = ((left + top) / HATCH).floor() * HATCH + HATCH;
    while sum < right + bottom {
        let upper_x = (sum - top).min(right);
        let lower_x = (sum - bottom).max(left);
        lines.push([(lower_x, sum - lower_x), (upper_x, sum - upper_x)]);
        sum += HATCH;
    }
    lines
}

/// The edge of a box, so far inside it.
pub(super) fn edge(area: Area, inside: f64) -> [Point; 5] {
    let (left, top) = (area.x + inside, area.y + inside);
    let (right, bottom) = ((area.right() - inside).max(left), (area.bottom() - inside).max(top));
    [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
}

/// A line in dashes. Each of its pieces begins with a dash of its own, so that corners are closed.
pub(super) fn dashes(line: &[Point], dash: f64, gap: f64) -> Vec<Vec<Point>> {
    let mut dashes = Vec::new();
    for side in line.windows(2) {
        let [from, to] = side else { continue };
        let length = maths::distance(*from, *to);
        let mut at = 0.0;
        while at < length {
            let point = |at: f64| {
                let share = (at / length).min(1.0);
                (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
            };
            dashes.push(vec![point(at), point(at + dash)]);
            at += dash + gap;
        }
    }
    dashes
}

#[cfg(test)]
mod tests {
    use super::{Area, hatching, ribbon};

    #[test]
    fn hatching_stays_inside_its_box() {
        let area = Area { x: 10.0, y: 20.0, width: 30.0, height: 45.0 };
        let lines = hatching(area);
        assert!(lines.len() > 8, "{}", lines.len());
        for (x, y) in lines.into_iter().flatten() {
            assert!((10.0..=40.0).contains(&x) && (20.0..=65.0).contains(&y), "{x}, {y}");
        }
    }

    #[test]
    fn a_ribbon_keeps_its_width_from_end_to_end() {
        let points = ribbon((0.0, 10.0, 30.0), (40.0, 60.0, 80.0));
        let half = points.len() / 2;
        for (upper, lower) in points[..half].iter().zip(points[half..].iter().rev()) {
            assert!((lower.1 - upper.1 - 20.0).abs() < 1e-9, "{upper:?} {lower:?}");
        }
    }
}
