//! The compact view, for lists: a ring, the title, the figures, and the weeks as very small columns.

use crate::amount::Unit;
use crate::geometry::{Point, Rect};
use crate::locale::fill;
use crate::progress::Standing;
use crate::theme::Ink;

use super::bins::bins;
use super::columns::{Column, sparkline};
use super::gauge::{Gauge, ring};
use super::text::{Font, Label, shorten};
use super::{Input, Layout};

const RADIUS: f64 = 22.0;
const THICKNESS: f64 = 7.0;
const TITLE: Font = Font::bold(14.0);
const SHARE: Font = Font::bold(13.0);
const LINE: Font = Font::regular(13.0);
/// The baseline offsets of the two lines from the middle of the picture.
const TITLE_ROW: f64 = -10.0;
const FIGURES_ROW: f64 = 11.0;
/// The width of the small columns: a share of the picture, within these limits.
const SPARK_SHARE: f64 = 0.28;
const WIDEST_SPARK: f64 = 168.0;
const NARROWEST_SPARK: f64 = 60.0;
const SPARK_HEIGHT: f64 = 36.0;
const GAP: f64 = 14.0;
const BETWEEN: f64 = 5.0;

/// The weeks, very small.
#[derive(Clone, Debug, PartialEq)]
pub struct Sparkline {
    /// The box of the columns, above their baseline.
    pub plot: Rect,
    /// From left to right. A break has none.
    pub columns: Vec<Column>,
}

/// Lays out the whole picture.
pub(super) fn layout(input: Input<'_>, whole: Rect) -> Layout {
    let (locale, progress) = (input.locale, input.progress);
    let y = whole.centre().y;
    let middle = Point::new(whole.x + RADIUS + THICKNESS / 2.0 + 1.0, y);
    let gauge = ring(input, middle, RADIUS, THICKNESS);
    let left = if gauge.is_some() { middle.x + RADIUS + THICKNESS / 2.0 + GAP } else { whole.x + super::LEFT };

    let spark = (whole.width * SPARK_SHARE).min(WIDEST_SPARK);
    let has_spark = spark >= NARROWEST_SPARK && progress.weeks.len() > 1;
    let area =
        Rect { x: whole.right() - spark - super::LEFT, y: y - SPARK_HEIGHT / 2.0, width: spark, height: SPARK_HEIGHT };
    let sparkline = has_spark.then(|| Sparkline { plot: area, columns: sparkline(&bins(progress, spark), area) });
    let right = if has_spark { area.x - GAP } else { whole.right() };

    let at = |text: String, x: f64, down: f64, font: Font, ink: Ink| {
        Label::left(text, x, y + down, font, ink, input.measure)
    };
    let mut labels = Vec::new();
    let title = locale.title(progress.goal.title.as_deref());
    let title_row = if gauge.is_some() { TITLE_ROW } else { 0.0 };
    if let Some(title) = shorten(title, right - left, TITLE, input.measure).filter(|_| input.has_title) {
        labels.push(at(title, left, title_row, TITLE, Ink::Text));
    }
    let row = if input.has_title { FIGURES_ROW } else { 0.0 };
    // Without room for everything, the verdict says more than the amounts.
    let all = figures(input);
    let without_amounts = all.iter().filter(|figure| !figure.is_amounts).cloned().collect();
    let pieces = [all.clone(), without_amounts, all.into_iter().take(1).collect()];
    let placed = pieces.into_iter().map(|figures| line(input, figures, Point::new(left, y + row)));
    let mut last = Vec::new();
    for line in placed {
        last = line;
        if last.last().is_none_or(|label| label.end() <= right) {
            break;
        }
    }
    for label in &mut last {
        if label.end() > right
            && let Some(text) = shorten(&label.text, right - label.x, label.font, input.measure)
        {
            *label = Label::left(text, label.x, label.y, label.font, label.ink, input.measure);
        }
    }
    labels.extend(last);
    Layout {
        width: whole.width,
        height: whole.height,
        header: labels,
        chart: None,
        gauge: gauge.map(Gauge::Arc),
        sparkline,
    }
}

/// A piece of the line of figures.
#[derive(Clone)]
struct Figure {
    text: String,
    font: Font,
    ink: Ink,
    is_amounts: bool,
}

/// Figures side by side from a point on, separated by dots.
fn line(input: Input<'_>, figures: Vec<Figure>, from: Point) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for Figure { text, font, ink, .. } in figures {
        let next = |labels: &[Label]| labels.last().map_or(from.x, |last| last.end() + BETWEEN);
        if !labels.is_empty() {
            let dot = "·".to_owned();
            labels.push(Label::left(dot, next(&labels), from.y, LINE, Ink::Muted, input.measure));
        }
        labels.push(Label::left(text, next(&labels), from.y, font, ink, input.measure));
    }
    labels
}

/// The percent, the amounts and the verdict, without the unit.
fn figures(input: Input<'_>) -> Vec<Figure> {
    let (locale, progress) = (input.locale, input.progress);
    let Some(share) = progress.stated.or(progress.overall) else { return Vec::new() };
    let figure = |text: String, font: Font, ink: Ink| Figure { text, font, ink, is_amounts: false };
    let mut figures = vec![figure(locale.percent(share), SHARE, Ink::Text)];
    if let (Some(done), Some(planned)) = (progress.done, progress.planned) {
        let amounts = locale.done_of(done, planned, Unit::NONE, false);
        figures.push(Figure { is_amounts: true, ..figure(amounts, LINE, Ink::Muted) });
    }
    let stands = match progress.standing {
        Standing::Behind { least, most } if least == most => Some((locale.behind(), most, Ink::JamWords)),
        Standing::Behind { most, .. } => Some((locale.behind_at_most(), most, Ink::JamWords)),
        Standing::Ahead(ahead) => Some((locale.ahead(), ahead, Ink::DoneWords)),
        _ => None,
    };
    figures.extend(stands.map(|(template, amount, ink)| {
        figure(fill(template, &[("amount", &*locale.amount(amount, Unit::NONE))]), LINE, ink)
    }));
    figures
}
