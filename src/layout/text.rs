//! Text before it is drawn: its width, its place, and how it is shortened.

use crate::geometry::Rect;
use crate::theme::Ink;

/// The height of a line, in em.
const LINE_HEIGHT: f64 = 1.2;

/// The smallest text that is drawn, in CSS px.
pub const SMALLEST: f64 = 12.0;

/// Measures text: `measureText` in a browser, an estimate elsewhere.
pub trait Measure {
    /// The width of `text` in CSS px.
    fn width(&self, text: &str, font: Font) -> f64;

    /// From the middle of a line to its baseline, in CSS px.
    fn baseline(&self, font: Font) -> f64 {
        0.35 * font.size
    }
}

/// Size and weight. The family is the page's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// Height of the em square in CSS px.
    pub size: f64,
    /// Whether it is bold.
    pub bold: bool,
}

impl Font {
    /// Text of that size.
    #[must_use]
    pub const fn regular(size: f64) -> Self {
        Self { size, bold: false }
    }

    /// Bold text of that size.
    #[must_use]
    pub const fn bold(size: f64) -> Self {
        Self { size, bold: true }
    }
}

/// The point of a label that its `x` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The left end.
    Left,
    /// The middle.
    Middle,
    /// The right end.
    Right,
}

/// A text and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The text.
    pub text: String,
    /// The x of its anchor.
    pub x: f64,
    /// The y of the middle of the line.
    pub y: f64,
    /// The point of the text that `x` is.
    pub anchor: Anchor,
    /// Size and weight.
    pub font: Font,
    /// Colour.
    pub ink: Ink,
    /// Measured width.
    pub width: f64,
}

impl Label {
    /// A text whose middle stands at `x`, `y`.
    pub fn centred(text: String, x: f64, y: f64, font: Font, ink: Ink, measure: &dyn Measure) -> Self {
        let width = measure.width(&text, font);
        Self { text, x, y, anchor: Anchor::Middle, font, ink, width }
    }

    /// A text whose left end is at `x`.
    pub fn left(text: String, x: f64, y: f64, font: Font, ink: Ink, measure: &dyn Measure) -> Self {
        Self { anchor: Anchor::Left, ..Self::centred(text, x, y, font, ink, measure) }
    }

    /// The x of the left end.
    #[must_use]
    pub fn start(&self) -> f64 {
        match self.anchor {
            Anchor::Left => self.x,
            Anchor::Middle => self.x - self.width / 2.0,
            Anchor::Right => self.x - self.width,
        }
    }

    /// The x of the right end.
    #[must_use]
    pub fn end(&self) -> f64 {
        self.start() + self.width
    }

    /// The bounding box: the measured width, and a line of 1.2 em.
    #[must_use]
    pub fn bounds(&self) -> Rect {
        let height = self.font.size * LINE_HEIGHT;
        Rect { x: self.start(), y: self.y - height / 2.0, width: self.width, height }
    }

    /// The label moved sideways into the span between two x, as far as it fits.
    #[must_use]
    pub fn within(mut self, left: f64, right: f64) -> Self {
        if self.end() > right {
            self.x -= self.end() - right;
        }
        if self.start() < left {
            self.x += left - self.start();
        }
        self
    }
}

/// The text, or as much of it as fits before an ellipsis; `None` if not even two characters fit.
pub fn shorten(text: &str, room: f64, font: Font, measure: &dyn Measure) -> Option<String> {
    if measure.width(text, font) <= room {
        return Some(text.to_owned());
    }
    let cut = |end: usize| format!("{}…", text[..end].trim_end());
    let ends = ends(text);
    // Binary search: the longest cut that fits is at least `fits` and below `over`.
    let (mut fits, mut over) = (1, ends.len());
    while fits + 1 < over {
        let middle = usize::midpoint(fits, over);
        if measure.width(&cut(ends[middle]), font) <= room { fits = middle } else { over = middle }
    }
    (fits > 1).then(|| cut(ends[fits]))
}

/// The first form of a text that fits, from the longest to the shortest, else as much of the last one as fits.
pub fn first_fitting(
    forms: impl IntoIterator<Item = String>,
    room: f64,
    font: Font,
    measure: &dyn Measure,
) -> Option<String> {
    let mut last = None;
    for form in forms {
        if measure.width(&form, font) <= room {
            return Some(form);
        }
        last = Some(form);
    }
    shorten(&last?, room, font, measure)
}

/// Where a text may be cut: not before a combining accent, and not inside an emoji of several characters.
fn ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut joins = false;
    for (index, c) in text.char_indices() {
        let belongs = joins || matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
        if !belongs {
            ends.push(index);
        }
        joins = c == '\u{200d}';
    }
    ends
}

/// Estimated widths by class of character, for hosts without a browser. They are near those of Arial and Helvetica,
/// whose digits are 0.556 em wide. Hangul, kana and Han are one em wide.
#[derive(Clone, Copy, Debug, Default)]
pub struct Estimate;

impl Measure for Estimate {
    fn width(&self, text: &str, font: Font) -> f64 {
        let ems: f64 = text.chars().map(em_width).sum();
        ems * font.size * if font.bold { 1.06 } else { 1.0 }
    }
}

fn em_width(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'I' | ' ' | '/' | '(' | ')' | '[' | ']' => 0.29,
        'f' | 't' | 'r' | '-' | '"' => 0.36,
        'm' | 'M' | 'W' | '%' | '…' | '→' => 0.92,
        'w' | 'A'..='Z' => 0.70,
        '0'..='9' | 'a'..='z' | '–' => 0.56,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0.0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'.. => 1.0,
        _ => 0.62,
    }
}

#[cfg(test)]
mod tests {
    use super::{Estimate, Font, Measure, shorten};

    #[test]
    fn a_long_text_ends_in_an_ellipsis_that_fits() {
        let font = Font::regular(12.0);
        let short = shorten("쿠버네티스 기초 정복", 60.0, font, &Estimate);
        assert_eq!(short.as_deref(), Some("쿠버네티…"));
        assert!(short.is_some_and(|text| Estimate.width(&text, font) <= 60.0));
        assert_eq!(shorten("abc", 60.0, font, &Estimate).as_deref(), Some("abc"));
        assert_eq!(shorten("쿠버네티스", 20.0, font, &Estimate), None);
    }
}
