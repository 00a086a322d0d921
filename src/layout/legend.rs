//! The legend: what occurs in the picture, in as many lines as it takes.

use crate::geometry::{Point, Rect};
use crate::theme::Ink;

use super::text::{Font, Label, shorten};
use super::{Fill, Input};

const FONT: Font = Font::regular(12.0);
/// The side of a swatch, in CSS px.
pub(super) const SWATCH: f64 = 11.0;
const LEAD: f64 = SWATCH + 6.0;
const BETWEEN: f64 = 16.0;
const LINE: f64 = 19.0;

/// A sample of what is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swatch {
    /// A piece of a column.
    Column(Fill),
    /// A piece of the river.
    River,
    /// A piece of the plan's line.
    PlanLine,
}

/// A swatch and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendItem {
    /// The sample.
    pub swatch: Swatch,
    /// Where the sample stands.
    pub place: Rect,
    /// What it means.
    pub label: Label,
}

/// The legend and the height that it takes.
pub(super) struct Legend {
    pub items: Vec<LegendItem>,
    pub height: f64,
}

/// Lays out swatches of `size` px, with their meanings, from the top left of `area`.
pub(super) fn legend(input: Input<'_>, parts: &[(Swatch, &str)], size: f64, area: Rect) -> Legend {
    let (mut x, mut y) = (area.x, area.y + LINE / 2.0);
    let mut items = Vec::with_capacity(parts.len());
    for (swatch, meaning) in parts {
        let Some(text) = shorten(meaning, area.width - LEAD, FONT, input.measure) else { continue };
        let width = LEAD + input.measure.width(&text, FONT);
        if x > area.x && x + width > area.right() {
            x = area.x;
            y += LINE;
        }
        let label = Label::left(text, x + LEAD, y, FONT, Ink::Muted, input.measure);
        let place = Rect::around(Point::new(x + SWATCH / 2.0, y), size);
        items.push(LegendItem { swatch: *swatch, place, label });
        x += width + BETWEEN;
    }
    let height = if items.is_empty() { 0.0 } else { y + LINE / 2.0 - area.y };
    Legend { items, height }
}
