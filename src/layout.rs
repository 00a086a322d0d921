//! Geometry: where everything stands, in CSS px from the top left.
//!
//! Pure: the same numbers, view, width, language and text measurer always give the same layout. The height follows from
//! view and width alone, so that a page can keep the room free before it knows the goal.

mod axis;
mod band_scale;
mod bins;
mod burnup;
mod columns;
mod gauge;
mod legend;
pub mod text;

use crate::amount::Amount;
use crate::geometry::Rect;
use crate::goal::View;
use crate::locale::Locale;
use crate::maths;
use crate::progress::Progress;
use crate::theme::Ink;

pub use axis::{Icon, Sign};
pub use band_scale::BandScale;
pub use burnup::Burnup;
pub use columns::{Band, BandEnd, Column, Columns, Fill, Part};
pub use gauge::Gauge;
pub use legend::{LegendItem, Swatch};
pub use text::{Anchor, Estimate, Font, Label, Measure};

/// The narrowest picture, in CSS px.
pub const NARROWEST: f64 = 240.0;
/// The widest picture, in CSS px. In a wider box it stays at this.
pub const WIDEST: f64 = 1600.0;
/// From this width on, chart and gauge stand side by side.
pub const WIDE: f64 = 560.0;

const HEIGHT_WIDE: f64 = 300.0;
const HEIGHT_GAUGE: f64 = 200.0;
const HEIGHT_CHART: f64 = 292.0;
const HEIGHT_COMPACT: f64 = 64.0;
const GAUGE_WIDTH: f64 = 212.0;
const GAP: f64 = 16.0;
/// Free at the chart's left, because glyphs may reach out of their boxes.
const LEFT: f64 = 2.0;

/// What a layout is made from.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The numbers.
    pub progress: &'a Progress,
    /// The language of labels.
    pub locale: Locale,
    /// How wide texts are.
    pub measure: &'a dyn Measure,
}

/// Everything at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// The chart. The compact view has none.
    pub chart: Option<Chart>,
    /// The gauge.
    pub gauge: Gauge,
}

impl Layout {
    /// The view that is drawn. A goal that knows only percents has no burn-up, and gets columns.
    #[must_use]
    pub fn view(&self) -> View {
        match self.chart.as_ref().map(|chart| &chart.weeks) {
            Some(Weeks::Columns(_)) => View::Weekly,
            Some(Weeks::Burnup(_)) => View::Burnup,
            None => View::Compact,
        }
    }
}

/// The chart of the weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The box of the columns or lines, above the baseline.
    pub plot: Rect,
    /// The weeks.
    pub weeks: Weeks,
    /// Which week stands where across the plot.
    pub scale: BandScale,
    /// Lines across the plot with their values, where the columns have none of their own.
    pub grid: Vec<GridLine>,
    /// Labels, dates and marks of weeks, below the baseline.
    pub labels: Vec<Label>,
    /// Small signs beside or instead of marks.
    pub signs: Vec<Sign>,
    /// What the colours mean.
    pub legend: Vec<LegendItem>,
}

/// The two ways of drawing weeks.
#[derive(Clone, Debug, PartialEq)]
pub enum Weeks {
    /// A column a week, and the river between them.
    Columns(Columns),
    /// Cumulative work against the cumulative plan.
    Burnup(Burnup),
}

/// A line across the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct GridLine {
    /// Its y.
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
pub fn layout(input: Input<'_>, view: View, width: f64) -> Layout {
    let width = width.clamp(NARROWEST, WIDEST);
    let height = height(view, width);
    let whole = Rect { x: 0.0, y: 0.0, width, height };
    if view == View::Compact {
        return Layout { width, height, chart: None, gauge: gauge::compact(input, whole) };
    }
    let (chart_box, gauge_box) = if width >= WIDE {
        let chart_width = width - GAUGE_WIDTH - GAP;
        (Rect { width: chart_width, ..whole }, Rect { x: width - GAUGE_WIDTH, width: GAUGE_WIDTH, ..whole })
    } else {
        (Rect { y: HEIGHT_GAUGE, height: HEIGHT_CHART, ..whole }, Rect { height: HEIGHT_GAUGE, ..whole })
    };
    let chart_box = Rect { x: chart_box.x + LEFT, width: chart_box.width - LEFT, ..chart_box };
    let chart = match view {
        // Percents of unknown amounts cannot be added up.
        View::Burnup if input.progress.planned.is_some() => burnup::chart(input, chart_box),
        _ => columns::chart(input, chart_box),
    };
    Layout { width, height, chart: Some(chart), gauge: gauge::full(input, gauge_box) }
}

/// Values for lines across a plot: round steps up to `max`, at least two and at most five.
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

/// The values of lines across a plot that reaches up to `max`.
struct Grid {
    max: f64,
    labels: Vec<(f64, Label)>,
}

impl Grid {
    fn new(input: Input<'_>, max: f64) -> Self {
        const FONT: Font = Font::regular(12.0);
        let label = |value: f64| {
            let text = input.locale.number(Amount::new(value));
            (value, Label::left(text, 0.0, 0.0, FONT, Ink::Muted, input.measure))
        };
        Self { max, labels: round_steps(max).into_iter().map(label).collect() }
    }

    /// How much room the values take at the left of a plot.
    fn room(&self) -> f64 {
        self.labels.iter().map(|(_, label)| label.width).fold(0.0, f64::max) + 8.0
    }

    /// The lines across a plot, with their values at the left of it, from `x` on.
    fn lines(self, x: f64, plot: Rect) -> Vec<GridLine> {
        let line = |(value, label): (f64, Label)| {
            let y = plot.bottom() - plot.height * value / self.max;
            GridLine { y, label: Label { x, y, ..label } }
        };
        self.labels.into_iter().map(line).collect()
    }
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
