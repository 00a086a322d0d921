//! The forecast as a fan: from the end of the record to the whole plan, if the weeks to come are like those before.

use crate::geometry::Point;
use crate::layout::Input;
use crate::maths::as_f64;

use super::Scale;

/// The fan of the forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct Fan {
    /// From the end of the record to the week by which all is done with a chance of 50 %.
    pub middle: [Point; 2],
    /// The area up to the week by which all is done with a chance of 85 %.
    pub area: Vec<Point>,
}

/// The numbers of the weeks by which all may be done.
#[derive(Clone, Copy)]
pub(super) struct Ahead {
    /// With a chance of 50 %.
    pub first: usize,
    /// With a chance of 85 %.
    pub last: usize,
}

/// The weeks by which all may be done; `None` without a forecast.
pub(super) fn ahead(input: Input<'_>) -> Option<Ahead> {
    let [first, last] = input.progress.forecast.as_ref()?.likely;
    Some(Ahead { first, last })
}

/// The fan, cut off at the edge of the chart.
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
        // The slower path leaves the chart at its side.
        area.push(Point::new(right, first.y));
    }
    area.push(last);
    Some(Fan { middle: [start, first], area })
}
