//! Outlines as points: arcs, ribbons, hatching and dashes, fine enough to look smooth.

use std::f64::consts::{PI, SQRT_2};

use crate::geometry::{Point, Rect};
use crate::layout::{Arc, Band};
use crate::maths;

/// The largest distance between a chord and its curve, in CSS px.
const OFF: f64 = 0.04;
/// The distance between two hatching lines, measured along an edge.
const HATCH: f64 = 8.0;
/// The width of a hatching line, measured along an edge: 2 px across.
const LINE: f64 = 2.0 * SQRT_2;

/// The number of chords for a curve that a single chord would miss by `missed` px. Twice as many chords miss a
/// quarter of it.
fn chords(missed: f64) -> i32 {
    maths::round((missed / OFF).sqrt().ceil().clamp(1.0, 512.0))
}

/// Points on a circle between two angles, in radians clockwise from three o'clock.
fn along(centre: Point, radius: f64, from: f64, to: f64) -> impl DoubleEndedIterator<Item = Point> {
    let count = chords(radius * (to - from) * (to - from) / 8.0);
    (0..=count).map(move |piece| {
        let (sin, cos) = maths::sin_cos(from + (to - from) * f64::from(piece) / f64::from(count));
        Point::new(centre.x + radius * cos, centre.y + radius * sin)
    })
}

/// A closed circle.
pub(super) fn circle(centre: Point, radius: f64) -> Vec<Point> {
    along(centre, radius, 0.0, 2.0 * PI).collect()
}

/// The ring of a gauge up to a share of it. The ends of the whole arc are round. The end of a value is straight,
/// exactly at the value. The outline lies inside the ring by the distance `inside`.
pub(super) fn arc(gauge: &Arc, share: f64, inside: f64) -> Vec<Point> {
    let half = gauge.thickness / 2.0 - inside;
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

/// The outline of a band. It is level where it leaves one column and where it enters the next.
pub(super) fn ribbon(band: &Band) -> Vec<Point> {
    let (from, to) = (band.from, band.to);
    let run = to.x - from.x;
    let rise = (to.down.start - from.down.start).abs().max((to.down.end - from.down.end).abs());
    // At most one chord a px: a shorter curve is not visible.
    let count = chords((0.75 * rise).min(OFF * run * run));
    let edge = move |start: f64, end: f64| {
        (0..=count).map(move |piece| {
            let along = f64::from(piece) / f64::from(count);
            // A cubic with level ends: a Bézier curve with its handles half way.
            let rise = along * along * (3.0 - 2.0 * along);
            Point::new(from.x + run * along, start + (end - start) * rise)
        })
    };
    edge(from.down.start, to.down.start).chain(edge(from.down.end, to.down.end).rev()).collect()
}

/// The area between a line and the baseline.
pub(super) fn under(line: &[Point], baseline: f64) -> Vec<Point> {
    let ends = [line.last(), line.first()].into_iter().flatten().map(|point| Point::new(point.x, baseline));
    line.iter().copied().chain(ends).collect()
}

/// A rectangle with round upper corners.
pub(super) fn round_top(area: Rect, radius: f64) -> Vec<Point> {
    let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
    let mut points = vec![Point::new(left, bottom)];
    points.extend(along(Point::new(left + radius, top + radius), radius, PI, 1.5 * PI));
    points.extend(along(Point::new(right - radius, top + radius), radius, 1.5 * PI, 2.0 * PI));
    points.push(Point::new(right, bottom));
    points
}

/// A rectangle with half circles as its ends.
pub(super) fn round_ends(area: Rect) -> Vec<Point> {
    let radius = area.height / 2.0;
    let y = area.y + radius;
    let mut points: Vec<Point> = along(Point::new(area.x + radius, y), radius, 0.5 * PI, 1.5 * PI).collect();
    points.extend(along(Point::new(area.right() - radius, y), radius, 1.5 * PI, 2.5 * PI));
    points
}

/// The same with a straight right end, exactly at the value.
pub(super) fn round_start(area: Rect) -> Vec<Point> {
    let radius = area.height / 2.0;
    if area.width <= radius {
        // Shorter than the half circle: only its points up to there.
        let whole = round_ends(Rect { width: area.height, ..area });
        return whole.into_iter().map(|point| Point::new(point.x.min(area.right()), point.y)).collect();
    }
    let middle = Point::new(area.x + radius, area.y + radius);
    let mut points: Vec<Point> = along(middle, radius, 0.5 * PI, 1.5 * PI).collect();
    points.extend([Point::new(area.right(), area.y), Point::new(area.right(), area.bottom())]);
    points
}

/// Diagonal lines across a rectangle, all on one grid, so that neighbours match.
pub(super) fn hatching(area: Rect) -> Vec<Point> {
    let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
    let lower = |sum: f64| Point::new((sum - bottom).max(left), (sum - left).min(bottom));
    let upper = |sum: f64| Point::new((sum - top).min(right), (sum - right).max(top));
    let mut lines = Vec::new();
    // At the middle of each line, x + y is a multiple of the step.
    let mut middle = ((left + top) / HATCH).ceil() * HATCH;
    while middle - LINE / 2.0 < right + bottom {
        let (from, to) = ((middle - LINE / 2.0).max(left + top), (middle + LINE / 2.0).min(right + bottom));
        lines.push([lower(from), upper(from), upper(to), lower(to)]);
        middle += HATCH;
    }
    united(&lines)
}

/// The outline of a rectangle, `inside` px within its edge.
pub(super) fn edge(area: Rect, inside: f64) -> [Point; 5] {
    let (left, top) = (area.x + inside, area.y + inside);
    let (right, bottom) = ((area.right() - inside).max(left), (area.bottom() - inside).max(top));
    [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)].map(|(x, y)| Point::new(x, y))
}

/// The dashes of a line, `width` px wide. Each segment starts with a new dash, so that corners are closed.
pub(super) fn dashes(line: &[Point], (dash, gap): (f64, f64), width: f64) -> Vec<Point> {
    let mut dashes = Vec::new();
    for side in line.windows(2) {
        let [from, to] = side else { continue };
        let length = from.distance(*to);
        let (along, across) = ((to.x - from.x) / length, (to.y - from.y) / length);
        let mut at = 0.0;
        while at < length {
            let point = |at: f64, beside: f64| {
                let at = at.min(length);
                Point::new(from.x + along * at - across * beside, from.y + across * at + along * beside)
            };
            let half = width / 2.0;
            dashes.push([point(at, -half), point(at, half), point(at + dash, half), point(at + dash, -half)]);
            at += dash + gap;
        }
    }
    united(&dashes)
}

/// One outline around separate boxes, because one is filled much faster than many. It goes from the first corner of
/// each box to the next box, and at the end back the same way, which encloses nothing.
fn united(boxes: &[[Point; 4]]) -> Vec<Point> {
    let there = boxes.iter().flat_map(|corners| [corners[0], corners[1], corners[2], corners[3], corners[0]]);
    there.chain(boxes.iter().rev().map(|corners| corners[0])).collect()
}

#[cfg(test)]
mod tests {
    use super::{Point, Rect, circle, dashes, hatching, ribbon};
    use crate::geometry::Span;
    use crate::layout::{Band, BandEnd, Flow};

    /// The area that an outline encloses.
    fn enclosed(outline: &[Point]) -> f64 {
        let next = outline.iter().cycle().skip(1);
        outline.iter().zip(next).map(|(one, two)| one.x * two.y - two.x * one.y).sum::<f64>().abs() / 2.0
    }

    #[test]
    fn hatching_stays_inside_its_box() {
        let area = Rect { x: 10.0, y: 20.0, width: 30.0, height: 45.0 };
        let lines = hatching(area);
        for Point { x, y } in &lines {
            assert!((10.0..=40.0).contains(x) && (20.0..=65.0).contains(y), "{x}, {y}");
        }
        let share = enclosed(&lines) / (30.0 * 45.0);
        assert!((share - super::LINE / super::HATCH).abs() < 0.02, "as much as its lines are wide: {share}");
    }

    #[test]
    fn dashes_enclose_nothing_but_themselves() {
        let corner = [(0.0, 0.0), (0.0, 70.0), (35.0, 70.0)].map(|(x, y)| Point::new(x, y));
        assert!((enclosed(&dashes(&corner, (4.0, 3.0), 1.5)) - 15.0 * 4.0 * 1.5).abs() < 1e-9);
    }

    #[test]
    fn curves_are_exact_to_a_fraction_of_a_px() {
        for radius in [3.5, 20.0, 90.0] {
            let centre = Point::default();
            let points = circle(centre, radius);
            let missed = points.windows(2).map(|chord| radius - centre.distance(chord[0].towards(chord[1], 0.5)));
            assert!(missed.fold(0.0, f64::max) <= super::OFF, "{radius}");
        }
    }

    #[test]
    fn a_ribbon_keeps_its_width_from_end_to_end() {
        let end = |x: f64, top: f64| BandEnd { x, down: Span::new(top, top + 20.0) };
        let points = ribbon(&Band { flow: Flow::Behind, from: end(0.0, 10.0), to: end(40.0, 60.0) });
        let half = points.len() / 2;
        for (upper, lower) in points[..half].iter().zip(points[half..].iter().rev()) {
            assert!((lower.y - upper.y - 20.0).abs() < 1e-9, "{upper:?} {lower:?}");
        }
    }
}
