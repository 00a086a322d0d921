//! A scene as an SVG document: for files, for markup without a script, and for the picture that readers save.
//!
//! Written by hand, because plotters' SVG backend supports neither classes nor stroke opacity, writes font sizes
//! divided by 1.24, and adds 4.5 KB to the module.

use crate::geometry::{Point, Rect};
use crate::layout::{Anchor, Label, Measure};
use crate::maths;
use crate::report::Description;
use crate::scene::{Mark, Scene};
use crate::theme::{Ink, Palette};

use super::sheet::Sheet;

/// The class of each ink. A style sheet can set other colours.
pub(super) const CLASSES: [(Ink, &str); 13] = [
    (Ink::Text, "gp-text"),
    (Ink::Muted, "gp-muted"),
    (Ink::Line, "gp-line"),
    (Ink::Track, "gp-groove"),
    (Ink::Ground, "gp-ground"),
    (Ink::Done, "gp-done"),
    (Ink::DoneWords, "gp-done-words"),
    (Ink::Ahead, "gp-ahead"),
    (Ink::Wash, "gp-wash"),
    (Ink::Jam, "gp-jam"),
    (Ink::JamWords, "gp-jam-words"),
    (Ink::Hatch, "gp-hatch"),
    (Ink::River, "gp-river"),
];

/// What the document contains besides the picture.
pub struct Document<'a> {
    /// The title and the summary.
    pub description: &'a Description,
    /// The language of its texts.
    pub lang: &'a str,
    /// A CSS font family list.
    pub family: &'a str,
    /// How the layout measured text.
    pub measure: &'a dyn Measure,
    /// The colours.
    pub palette: Palette,
    /// A style sheet that sets other colours, by the inks' classes.
    pub sheet: Option<&'a Sheet>,
}

/// The whole document. It is readable without its style sheet: it draws a ground, which the style sheet may hide.
#[must_use]
pub fn svg(mut scene: Scene, document: &Document<'_>) -> String {
    scene.add_ground();
    let (width, height) = (number(scene.width), number(scene.height));
    let view_box = ["0 0 ", &width, " ", &height].concat();
    let mut writer = Writer {
        text: String::new(),
        palette: document.palette,
        measure: document.measure,
        has_classes: document.sheet.is_some(),
    };
    writer.text.push_str("<svg");
    for (name, value) in [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("class", document.sheet.map_or("goalpost-picture", |sheet| sheet.class)),
        ("role", "img"),
        ("lang", document.lang),
        // On a right-to-left page, texts would begin where they should end.
        ("direction", "ltr"),
        ("width", &width),
        ("height", &height),
        ("viewBox", &view_box),
        ("font-family", &escape(document.family)),
        ("stroke-linejoin", "round"),
    ] {
        writer.attribute(name, value);
    }
    writer.text.push('>');
    writer.element("title", &escape(&document.description.name));
    writer.element("desc", &escape(&document.description.summary.join(" ")));
    if let Some(sheet) = document.sheet {
        writer.element("style", &sheet.rules);
    }
    for mark in &scene.marks {
        writer.mark(mark);
    }
    writer.text + "</svg>"
}

/// A text escaped for markup and attributes. Characters that XML does not allow are left out.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            // In Markdown, an empty line would end the markup.
            '\t' | '\n' | '\r' => escaped.push(' '),
            ' '..='\u{fffd}' | '\u{10000}'.. => escaped.push(character),
            _ => {}
        }
    }
    escaped
}

/// A number with at most two decimals and no trailing zeros.
pub(super) fn number(value: f64) -> String {
    let hundredths = maths::round(value * 100.0);
    let size = hundredths.abs();
    let mut text = if hundredths < 0 { "-".to_owned() } else { String::new() };
    text += &(size / 100).to_string();
    let (tenth, hundredth) = (size % 100 / 10, size % 10);
    if tenth + hundredth > 0 {
        text.push('.');
        text += &tenth.to_string();
    }
    if hundredth > 0 {
        text += &hundredth.to_string();
    }
    text
}

/// Writes marks as elements.
struct Writer<'a> {
    text: String,
    palette: Palette,
    measure: &'a dyn Measure,
    has_classes: bool,
}

impl Writer<'_> {
    fn mark(&mut self, mark: &Mark) {
        match mark {
            Mark::Rect(area, ink) => {
                self.rect(on_grid(*area));
                self.fill(*ink);
                self.text.push_str("/>");
            }
            Mark::Frame(area, width, ink) => {
                let Rect { x, y, width: across, height: down } = on_grid(*area);
                let half = width / 2.0;
                self.rect(Rect {
                    x: x + half,
                    y: y + half,
                    width: (across - width).max(0.0),
                    height: (down - width).max(0.0),
                });
                self.stroke(*width, *ink);
            }
            Mark::Polygon(points, ink) => {
                self.path(points);
                self.text.push_str("Z\"");
                self.fill(*ink);
                self.text.push_str("/>");
            }
            Mark::Path(points, width, ink) => {
                self.path(points);
                self.text.push('"');
                self.stroke(*width, *ink);
            }
            Mark::Text(label) => self.label(label),
        }
    }

    fn element(&mut self, name: &str, content: &str) {
        self.text.extend(["<", name, ">", content, "</", name, ">"]);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.text.extend([" ", name, "=\"", value, "\""]);
    }

    fn rect(&mut self, Rect { x, y, width, height }: Rect) {
        self.text.push_str("<rect");
        for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
            self.attribute(name, &number(value));
        }
    }

    fn path(&mut self, points: &[Point]) {
        self.text.push_str("<path d=\"");
        for (index, point) in points.iter().enumerate() {
            self.text.push(if index == 0 { 'M' } else { 'L' });
            self.text.extend([&number(point.x), " ", &number(point.y)]);
        }
    }

    fn stroke(&mut self, width: f64, ink: Ink) {
        self.class(ink, "-line");
        self.attribute("fill", "none");
        self.colour("stroke", ink);
        self.attribute("stroke-width", &number(width));
        self.text.push_str("/>");
    }

    fn fill(&mut self, ink: Ink) {
        self.class(ink, "");
        self.colour("fill", ink);
    }

    fn class(&mut self, ink: Ink, kind: &str) {
        if self.has_classes {
            let name = CLASSES.iter().find(|(known, _)| *known == ink).map_or("", |(_, name)| name);
            self.text.extend([" class=\"", name, kind, "\""]);
        }
    }

    fn colour(&mut self, property: &str, ink: Ink) {
        let colour = self.palette.colour(ink);
        self.attribute(property, &hex(colour.rgb));
        if colour.alpha < 1.0 {
            self.text.extend([" ", property, "-opacity=\"", &number(colour.alpha), "\""]);
        }
    }

    fn label(&mut self, label: &Label) {
        let anchor = match label.anchor {
            Anchor::Left => "start",
            Anchor::Middle => "middle",
            Anchor::Right => "end",
        };
        self.text.push_str("<text");
        self.attribute("x", &number(label.x));
        // By the baseline, because not every SVG renderer supports other alignments.
        self.attribute("y", &number(label.y + self.measure.baseline(label.font)));
        self.attribute("font-size", &number(label.font.size));
        if label.font.bold {
            self.attribute("font-weight", "bold");
        }
        self.attribute("text-anchor", anchor);
        self.fill(label.ink);
        self.text.extend([">", &escape(&label.text), "</text>"]);
    }
}

/// A rectangle with its edges on whole px, and at least one px wide and high.
fn on_grid(area: Rect) -> Rect {
    let (x, y) = (area.x.round(), area.y.round());
    Rect { x, y, width: (area.right().round() - x).max(1.0), height: (area.bottom().round() - y).max(1.0) }
}

/// A colour as six hex digits.
pub(super) fn hex([red, green, blue]: [u8; 3]) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::{escape, number};

    #[test]
    fn numbers_are_as_short_as_two_decimals_allow() {
        for (value, written) in
            [(0.0, "0"), (6.0, "6"), (6.5, "6.5"), (6.25, "6.25"), (6.05, "6.05"), (-0.004, "0"), (-1.5, "-1.5")]
        {
            assert_eq!(number(value), written, "{value}");
        }
    }

    #[test]
    fn a_text_cannot_become_markup_or_break_xml() {
        assert_eq!(escape("<a href=\"x\">&'</a>"), "&lt;a href=&quot;x&quot;&gt;&amp;'&lt;/a&gt;");
        assert_eq!(escape("a\0b\u{1f}c\nd\u{fffe}e\u{10ffff}"), "abc de\u{10ffff}");
    }
}
