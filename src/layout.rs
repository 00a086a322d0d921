//! Layout: the place of everything, in CSS px from the top left.
//!
//! Pure: the same numbers, view, size, language and text measurer always give the same layout. A picture has a usual
//! height, which follows from view and width alone, so that a page can reserve the room before it knows the goal.
//! The words around the picture may leave more or less of that room to it; the plot's height adapts.

mod axis;
mod band_scale;
mod bins;
mod burnup;
mod columns;
mod compact;
mod gauge;
mod grid;
mod guides;
mod header;
mod legend;
mod marks;
mod place;
pub mod text;

use crate::geometry::Rect;
use crate::goal::View;
use crate::locale::Locale;
use crate::maths::as_f64;
use crate::progress::Progress;

pub use axis::{Sign, note};
pub use band_scale::BandScale;
pub use bins::{Bin, merged};
pub use burnup::{Burnup, Fan};
pub use columns::{Backlog, Band, BandEnd, Column, Columns, Fill, Flow, Part, ends, hides_plan, value};
pub use compact::Sparkline;
pub use gauge::{Arc, Bar, Gauge, due, fraction, remainder, shown};
pub use grid::GridLine;
pub use guides::{Guide, GuideKind};
pub use header::{Verdict, figures, plan_by_now, verdict};
pub use legend::{LegendItem, Swatch};
pub use marks::{Icon, Mark, mark};
pub use text::{Anchor, Estimate, Font, Label, Measure};

/// The narrowest picture, in CSS px.
pub const NARROWEST: f64 = 240.0;
/// The widest picture, in CSS px. It does not fill a wider box.
pub const WIDEST: f64 = 1600.0;
/// From this width on, chart and gauge stand side by side.
pub const WIDE: f64 = 560.0;

const HEIGHT_WIDE: f64 = 360.0;
const HEIGHT_NARROW: f64 = 400.0;
const HEIGHT_COMPACT: f64 = 64.0;
/// How much lower or higher than usual a picture may be, in CSS px.
const LOWER: f64 = 40.0;
const HIGHER: f64 = 200.0;
const GAUGE_WIDTH: f64 = 212.0;
const GAP: f64 = 16.0;
/// The gap at the chart's left, because glyphs may extend beyond their boxes.
const LEFT: f64 = 2.0;

/// Goals of more weeks than this are drawn as a burn-up, unless the author chooses a view.
pub const MOST_COLUMNS: usize = 20;
/// Goals whose columns would be closer than this, from middle to middle, are too. In CSS px.
pub const NARROWEST_STEP: f64 = 14.0;

/// The input of a layout.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The numbers.
    pub progress: &'a Progress,
    /// The language of labels.
    pub locale: Locale,
    /// How text is measured.
    pub measure: &'a dyn Measure,
    /// Whether the goal's title is shown above the chart.
    pub has_title: bool,
}

/// A picture with everything at its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Width of the picture.
    pub width: f64,
    /// Height of the picture.
    pub height: f64,
    /// The title, the verdict, and the figures.
    pub header: Vec<Label>,
    /// The chart. The compact view has none.
    pub chart: Option<Chart>,
    /// The gauge. A goal without an overall share has none.
    pub gauge: Option<Gauge>,
    /// The weeks of the compact view.
    pub sparkline: Option<Sparkline>,
}

impl Layout {
    /// The view that is drawn. A goal that has only percents has no burn-up and is drawn as columns.
    #[must_use]
    pub fn view(&self) -> View {
        match self.chart.as_ref().map(|chart| &chart.weeks) {
            Some(Weeks::Columns(_) | Weeks::Backlog(_)) => View::Weekly,
            Some(Weeks::Burnup(_)) => View::Burnup,
            None => View::Compact,
        }
    }
}

/// The chart of the weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The box of the listed weeks, above the baseline.
    pub plot: Rect,
    /// The plot and the room after its last week.
    pub field: Rect,
    /// The weeks.
    pub weeks: Weeks,
    /// The week at each place across the plot.
    pub scale: BandScale,
    /// Lines across the field with their values, if the columns show no values.
    pub grid: Vec<GridLine>,
    /// Vertical lines: now, and the deadline.
    pub guides: Vec<Guide>,
    /// Labels, dates and marks of weeks below the baseline, and labels beside the marks above it.
    pub labels: Vec<Label>,
    /// Icons beside words or instead of them.
    pub signs: Vec<Sign>,
    /// What the colours mean.
    pub legend: Vec<LegendItem>,
    /// The row of the legend. In a narrow picture, the tooltip of a week covers it.
    pub legend_row: Rect,
}

/// The ways to draw weeks.
#[derive(Clone, Debug, PartialEq)]
pub enum Weeks {
    /// A column a week, and the river between them.
    Columns(Columns),
    /// Many weeks: a column of work done each, and the backlog as one area.
    Backlog(Backlog),
    /// Cumulative work against the cumulative plan.
    Burnup(Burnup),
}

/// The usual height of a picture, in CSS px. `None` is the goal's default view.
#[must_use]
pub fn height(view: Option<View>, width: f64) -> f64 {
    match view {
        Some(View::Compact) => HEIGHT_COMPACT,
        _ if width >= WIDE => HEIGHT_WIDE,
        _ => HEIGHT_NARROW,
    }
}

/// The height of a picture if `room` is left for it: as near to `room` as the limits around the usual height allow.
#[must_use]
pub fn height_in(room: f64, view: Option<View>, width: f64) -> f64 {
    let usual = height(view, width);
    if view == Some(View::Compact) { usual } else { room.clamp(usual - LOWER, usual + HIGHER) }
}

/// Lays out a picture. Without a view, the number of weeks and the width choose it.
#[must_use]
pub fn layout(input: Input<'_>, view: Option<View>, width: f64, height: f64) -> Layout {
    let width = width.clamp(NARROWEST, WIDEST);
    let whole = Rect { x: 0.0, y: 0.0, width, height };
    if view == Some(View::Compact) {
        return compact::layout(input, whole);
    }
    let is_wide = width >= WIDE;
    let header = header::header(input, whole, is_wide);
    let mut below = Rect { x: LEFT, y: header.height, width: width - LEFT, height: height - header.height };
    let (gauge, chart_right) = if is_wide {
        let left = width - GAUGE_WIDTH;
        let gauge = gauge::arc(input, Rect { x: left, width: GAUGE_WIDTH, ..below });
        let right = if gauge.is_some() { left - GAP } else { width };
        (gauge.map(Gauge::Arc), right)
    } else {
        let (bar, taken) = gauge::bar(input, below).unzip();
        below.y += taken.unwrap_or_default();
        below.height -= taken.unwrap_or_default();
        (bar.map(Gauge::Bar), width)
    };
    let area = Rect { width: chart_right - LEFT, ..below };
    let chart = match chosen(input, view, area.width) {
        View::Burnup => burnup::chart(input, area, width),
        _ => columns::chart(input, area, width),
    };
    Layout { width, height, header: header.labels, chart: Some(chart), gauge, sparkline: None }
}

/// The view of a chart of that width.
fn chosen(input: Input<'_>, view: Option<View>, width: f64) -> View {
    let weeks = input.progress.weeks.len();
    let is_long = weeks > MOST_COLUMNS || width / as_f64(weeks) < NARROWEST_STEP;
    match view {
        // Percents of unknown amounts cannot be added up.
        _ if input.progress.planned.is_none() => View::Weekly,
        None if is_long => View::Burnup,
        _ => view.unwrap_or_default(),
    }
}
