//! Grid lines at round values, for charts whose marks have no numbers of their own.

use crate::amount::Amount;
use crate::geometry::Rect;
use crate::maths;
use crate::theme::Ink;

use super::Input;
use super::text::{Font, Label};

/// A line across the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct GridLine {
    /// Its y.
    pub y: f64,
    /// Its value.
    pub label: Label,
}

/// The values of the lines of a plot that reaches up to `max`.
pub(super) struct Grid {
    max: f64,
    labels: Vec<(f64, Label)>,
}

impl Grid {
    pub(super) fn new(input: Input<'_>, max: f64) -> Self {
        const FONT: Font = Font::regular(12.0);
        let label = |value: f64| {
            let text = input.locale.number(Amount::new(value));
            (value, Label::left(text, 0.0, 0.0, FONT, Ink::Muted, input.measure))
        };
        Self { max, labels: round_steps(max).into_iter().map(label).collect() }
    }

    /// The room that the values need at the left of a plot.
    pub(super) fn room(&self) -> f64 {
        self.labels.iter().map(|(_, label)| label.width).fold(0.0, f64::max) + 8.0
    }

    /// The lines across a plot. Their values start at `x`, left of the plot.
    pub(super) fn lines(self, x: f64, plot: Rect) -> Vec<GridLine> {
        let line = |(value, label): (f64, Label)| {
            let y = plot.bottom() - plot.height * value / self.max;
            GridLine { y, label: Label { x, y, ..label } }
        };
        self.labels.into_iter().map(line).collect()
    }
}

/// Values for grid lines: round steps up to `max`, at least two and at most five.
fn round_steps(max: f64) -> Vec<f64> {
    let rough = max / 5.0;
    let magnitude = maths::power_of_ten_below(rough);
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| factor * magnitude >= rough);
    let step = factor.unwrap_or(10.0) * magnitude;
    let mut values = Vec::new();
    for index in 1..=10 {
        let value = f64::from(index) * step;
        if value <= max * 1.000_001 {
            values.push(value);
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::round_steps;

    #[test]
    fn grid_lines_stand_at_round_values() {
        assert_eq!(round_steps(24.0), [5.0, 10.0, 15.0, 20.0]);
        assert_eq!(round_steps(8.0), [2.0, 4.0, 6.0, 8.0]);
        assert_eq!(round_steps(2.5), [0.5, 1.0, 1.5, 2.0, 2.5]);
        assert_eq!(round_steps(3e8), [1e8, 2e8, 3e8]);
    }

    #[test]
    fn a_plot_has_two_lines_to_five() {
        for tenths in 1..=20_000 {
            let steps = round_steps(f64::from(tenths) / 10.0);
            assert!((2..=5).contains(&steps.len()), "{steps:?} up to {tenths} tenths");
        }
    }
}
