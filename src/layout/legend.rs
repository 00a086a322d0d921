//! The legend: the meaning of the fills and lines in the picture, in one row.

use crate::geometry::{Point, Rect};
use crate::theme::Ink;

use super::text::{Font, Label, shorten};
use super::{Fill, Input};

const FONT: Font = Font::regular(12.0);
/// The side of a swatch, in CSS px.
pub(super) const SWATCH: f64 = 11.0;
const LEAD: f64 = SWATCH + 6.0;
const BETWEEN: f64 = 16.0;
/// The height of the row.
pub(super) const ROW: f64 = 17.0;

/// The row of the legend at the top of an area that reaches to the right edge of the picture.
pub(super) fn row(area: Rect, right: f64) -> Rect {
    Rect { width: right - area.x, height: ROW, ..area }
}

/// The look of a swatch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swatch {
    /// A piece of a column.
    Column(Fill),
    /// A piece of the river.
    River,
    /// A piece of the plan's line.
    PlanLine,
}

/// A swatch and its meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct LegendItem {
    /// The look.
    pub swatch: Swatch,
    /// Where the swatch stands.
    pub place: Rect,
    /// The meaning.
    pub label: Label,
}

/// An entry that the legend should have.
#[derive(Clone, Copy)]
pub(super) struct Item<'a> {
    pub swatch: Swatch,
    /// The meaning.
    pub long: &'a str,
    /// The same in few words.
    pub short: &'a str,
    /// If there is no room for all entries, those of the highest rank are left out first.
    pub rank: u8,
}

/// Lays out swatches of `size` px in one row from the top left of `area`. If the labels do not fit, it shortens them,
/// and if that is not enough, it leaves out the entries of the highest rank.
pub(super) fn legend(input: Input<'_>, items: &[Item<'_>], size: f64, area: Rect) -> Vec<LegendItem> {
    let width = |text: &str| LEAD + input.measure.width(text, FONT);
    let total = |texts: &[(Swatch, &str)]| {
        let widths: f64 = texts.iter().map(|(_, text)| width(text)).sum();
        widths + BETWEEN * crate::maths::as_f64(texts.len().saturating_sub(1))
    };
    let mut texts: Vec<(Swatch, &str)> = items.iter().map(|item| (item.swatch, item.long)).collect();
    if total(&texts) > area.width {
        let mut kept = items.to_vec();
        loop {
            texts = kept.iter().map(|item| (item.swatch, item.short)).collect();
            let last = kept.iter().map(|item| item.rank).max();
            if kept.len() < 2 || total(&texts) <= area.width {
                break;
            }
            kept.retain(|item| Some(item.rank) != last);
        }
    }
    let (mut x, y) = (area.x, area.y + ROW / 2.0);
    let mut legend = Vec::with_capacity(texts.len());
    for (swatch, text) in texts {
        let Some(text) = shorten(text, area.right() - x - LEAD, FONT, input.measure) else { continue };
        let label = Label::left(text, x + LEAD, y, FONT, Ink::Muted, input.measure);
        let place = Rect::around(Point::new(x + SWATCH / 2.0, y), size);
        x = label.end() + BETWEEN;
        legend.push(LegendItem { swatch, place, label });
    }
    legend
}
