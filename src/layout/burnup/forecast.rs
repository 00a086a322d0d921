//! Where the work leads to if the weeks to come are like those before: from the end of the record to the whole plan.

use crate::geometry::Point;
use crate::layout::Input;
use crate::maths::as_f64;

use super::Scale;

/// The work's way to the whole plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    /// From the end of the record to where all is done with a chance of one half.
    pub middle: [Point; 2],
    /// The area up to where all is done with a chance of 85 in 100.
    pub area: Vec<Point>,
}

/// The numbers of the weeks in which all may be done.
#[derive(Clone, Copy)]
pub(super) struct Ahead {
    /// With a chance of one half.
    pub first: usize,
    /// With a chance of 85 in 100.
    pub last: usize,
}

/// When all may be done, where there is a forecast.
pub(super) fn ahead(input: Input<'_>) -> Option<Ahead> {
    let [first, last] = input.progress.forecast.as_ref()?.likely;
    Some(Ahead { first, last })
}

/// The fan; it ends where the chart does.
pub(super) fn fan(input: Input<'_>, scale: &Scale, ahead: Ahead) -> Option<Fan> {
    let progress = input.progress;
    let reached = progress.goal.reached;
    let start = Point::new(scale.x(as_f64(reached)), scale.y(progress.done?.get()));
    let top = scale.y(progress.planned?.get());
    let right = scale.field.right();
    let to = |week: usize| {
        let end = Point::new(scale.x(as_f64(week)), top);
        if end.x <= right { end } else { start.towards(end, (right - start.x) / (end.x - start.x)) }
    };
    let (first, last) = (to(ahead.first), to(ahead.last));
    let mut area = vec![start, first];
    if first.y < last.y {
        // The slower way leaves the chart at its side.
        area.push(Point::new(right, first.y));
    }
    area.push(last);
    Some(Fan { middle: [start, first], area })
}
