//! The legend: only what occurs in the picture, in as many lines as it takes.

use crate::progress::Progress;
use crate::theme::Ink;
use crate::words::Legend;

use super::Area;
use super::text::{Font, Label, Measure, shorten};

const FONT: Font = Font::regular(12.0);
const SWATCH: f64 = 11.0;
const LEAD: f64 = SWATCH + 6.0;
const BETWEEN: f64 = 16.0;
const LINE: f64 = 19.0;

/// One sign and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendItem {
    /// What is explained.
    pub part: Legend,
    /// Middle of the sign.
    pub x: f64,
    /// Middle of the line.
    pub y: f64,
    /// Width and height of the sign.
    pub size: f64,
    /// Whether the sign is a piece of the river rather than of a column.
    pub is_river: bool,
    /// The explanation.
    pub label: Label,
}

/// Lays those parts out that are needed, from the top left of `area`; gives the height that they take.
pub(super) fn legend(
    progress: &Progress,
    parts: &[(Legend, bool)],
    area: Area,
    measure: &dyn Measure,
) -> (Vec<LegendItem>, f64) {
    let (mut x, mut y) = (area.x, area.y + LINE / 2.0);
    let mut items = Vec::with_capacity(parts.len());
    for (part, _) in parts.iter().filter(|(_, is_needed)| *is_needed) {
        let text = progress.words.legend(*part);
        let Some(text) = shorten(text, area.width - LEAD, FONT, measure) else { continue };
        let width = LEAD + measure.width(&text, FONT);
        if x > area.x && x + width > area.right() {
            x = area.x;
            y += LINE;
        }
        let label = Label::left(text, x + LEAD, y, FONT, Ink::Muted, measure);
        items.push(LegendItem { part: *part, x: x + SWATCH / 2.0, y, size: SWATCH, is_river: false, label });
        x += width + BETWEEN;
    }
    let height = if items.is_empty() { 0.0 } else { y + LINE / 2.0 - area.y };
    (items, height)
}
