//! Geometry: where everything stands, in CSS px from the top left, left to right.
//!
//! Pure: the same goal, view, width and measurer always give the same layout. The height follows from the view and
//! the width alone, so that a page can keep the room free before anything is known of the goal.

mod burnup;
mod columns;
mod gauge;
mod legend;
mod rows;
mod slots;
mod steps;
pub mod text;

use crate::goal::View;
use crate::maths;
use crate::progress::Progress;
use crate::theme::Ink;

pub use burnup::Burnup;
pub use columns::{Band, Column, Columns, Fill};
pub use gauge::Gauge;
pub use legend::LegendItem;
pub use rows::Icon;
pub use steps::Steps;
pub use text::{Anchor, Estimate, Font, Label, Measure};

/// The narrowest picture.
pub const NARROWEST: f64 = 240.0;
/// The widest picture; wider boxes leave it at this.
pub const WIDEST: f64 = 1600.0;
/// From this width on, chart and gauge stand side by side.
pub const WIDE: f64 = 560.0;

const HEIGHT_WIDE: f64 = 300.0;
const HEIGHT_GAUGE: f64 = 200.0;
const HEIGHT_CHART: f64 = 292.0;
const HEIGHT_COMPACT: f64 = 64.0;
const GAUGE_WIDTH: f64 = 212.0;
const GAP: f64 = 16.0;
/// Free at the chart's left: glyphs may reach out of their boxes.
const LEFT: f64 = 2.0;

/// A box in CSS px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Area {
    /// The right edge.
    #[must_use]
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    #[must_use]
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }
}

/// Everything at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// The chart, which the compact view does without.
    pub chart: Option<Chart>,
    /// The gauge.
    pub gauge: Gauge,
}

/// What is drawn of the weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The box that the columns or lines stand in, above the baseline.
    pub plot: Area,
    /// The weeks.
    pub weeks: Weeks,
    /// Which week stands where across the plot.
    pub steps: Steps,
    /// Lines across the plot with their values, where the columns have none of their own.
    pub grid: Vec<GridLine>,
    /// Week labels, dates and marks below the baseline.
    pub labels: Vec<Label>,
    /// Small signs beside or instead of marks.
    pub icons: Vec<(Icon, f64, f64)>,
    /// What the colours mean.
    pub legend: Vec<LegendItem>,
}

/// The two ways of drawing weeks.
#[derive(Clone, Debug, PartialEq)]
pub enum Weeks {
    /// A column a week and the river between them.
    Columns(Columns),
    /// Cumulative work against the staircase of the plan.
    Burnup(Burnup),
}

/// A line across the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct GridLine {
    /// Its height.
    pub y: f64,
    /// Its value.
    pub label: Label,
}

/// The height of a picture of that view and width.
#[must_use]
pub fn height(view: View, width: f64) -> f64 {
    match view {
        View::Compact => HEIGHT_COMPACT,
        View::Weekly | View::Burnup if width >= WIDE => HEIGHT_WIDE,
        View::Weekly | View::Burnup => HEIGHT_GAUGE + HEIGHT_CHART,
    }
}

/// Lays out a picture that is `width` wide.
#[must_use]
pub fn layout(progress: &Progress, view: View, width: f64, measure: &dyn Measure) -> Layout {
    let width = width.clamp(NARROWEST, WIDEST);
    let height = height(view, width);
    let whole = Area { x: 0.0, y: 0.0, width, height };
    if view == View::Compact {
        return Layout { width, height, chart: None, gauge: gauge::compact(progress, whole, measure) };
    }
    let (chart_area, gauge_area) = if width >= WIDE {
        let chart_width = width - GAUGE_WIDTH - GAP;
        (Area { width: chart_width, ..whole }, Area { x: width - GAUGE_WIDTH, width: GAUGE_WIDTH, ..whole })
    } else {
        (Area { y: HEIGHT_GAUGE, height: HEIGHT_CHART, ..whole }, Area { height: HEIGHT_GAUGE, ..whole })
    };
    let chart_area = Area { x: chart_area.x + LEFT, width: chart_area.width - LEFT, ..chart_area };
    let chart = match view {
        // Percents of unknown amounts cannot be added up.
        View::Burnup if progress.planned.is_some() => burnup::chart(progress, chart_area, measure),
        _ => columns::chart(progress, chart_area, measure),
    };
    Layout { width, height, chart: Some(chart), gauge: gauge::full(progress, gauge_area, measure) }
}

/// Values for lines across a plot: round steps up to `max`, two at least and five at most.
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

/// Lines across the plot, and how much room their values take at its left.
fn grid(progress: &Progress, max: f64, plot: Area, measure: &dyn Measure) -> (Vec<GridLine>, f64) {
    const FONT: Font = Font::regular(12.0);
    let mut lines = Vec::new();
    let mut widest: f64 = 0.0;
    for value in round_steps(max) {
        let y = plot.bottom() - plot.height * value / max;
        let label = Label::left(progress.words.number(value), plot.x, y, FONT, Ink::Muted, measure);
        widest = widest.max(label.width);
        lines.push(GridLine { y, label });
    }
    (lines, widest + 8.0)
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
