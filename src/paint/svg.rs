//! A scene as an SVG document, for places without a canvas: Node, feeds, pages before any script has arrived.

use std::fmt::Write as _;

use plotters::prelude::SVGBackend;

use crate::scene::{Account, Mark, Scene};
use crate::theme::{Ink, Palette};

use super::{Pen, UNITS, colour, paint, unit};

/// plotters' SVG backend writes sizes of text divided by this.
const TEXT_SCALE: f64 = 1.24;

/// In a page, a picture is no wider than its column.
const PAGE_SIZE: &str = ".goalpost-page{max-width:100%;height:auto}";

/// Whose colours a picture has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Colours {
    /// Its own, whatever is around it.
    Own(Palette),
    /// Light or dark, as the reader's system: for a file of its own.
    System,
    /// The text colour of the page that it stands in, and the page's custom properties.
    Page,
}

/// The whole document. Without its style sheet it is still readable: the ground is drawn, and hidden by the style.
#[must_use]
pub fn svg(mut scene: Scene, account: &Account, colours: Colours, family: &str) -> String {
    scene.stand_on_ground();
    for mark in &mut scene.marks {
        if let Mark::Text(label) = mark {
            label.text = allowed(&label.text).collect();
        }
    }
    let palette = match colours {
        Colours::Own(palette) => palette,
        Colours::System | Colours::Page => Palette::LIGHT,
    };
    let marks = marks(&scene, &palette, family);
    let (width, height) = (scene.width, scene.height);
    // A direction of its own: on a page that is read from right to left, texts would begin where they should end.
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{class}\" role=\"img\" lang=\"{lang}\" direction=\"ltr\" \
         width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"><title>{name}</title><desc>{summary}</desc>\
         {style}<g transform=\"scale({scale})\" stroke-linejoin=\"round\">{marks}</g></svg>",
        class = class(colours),
        lang = account.lang,
        name = escape(&account.name),
        summary = escape(&account.summary.join(" ")),
        style = style(colours),
        scale = 1.0 / UNITS,
    )
}

/// A text as it may stand in markup, in an attribute as well. What XML has no place for is left out.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in allowed(text) {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// White space is a space: an empty line would end the markup where it stands in Markdown.
fn allowed(text: &str) -> impl Iterator<Item = char> + '_ {
    let spaced = text.chars().map(|c| if matches!(c, '\t' | '\n' | '\r') { ' ' } else { c });
    spaced.filter(|c| matches!(c, ' '..='\u{fffd}' | '\u{10000}'..))
}

/// The marks alone, in units.
fn marks(scene: &Scene, palette: &Palette, family: &str) -> String {
    let mut document = String::new();
    {
        let size = (unit(scene.width).unsigned_abs(), unit(scene.height).unsigned_abs());
        let mut backend = SVGBackend::with_string(&mut document, size);
        let pen = Pen { palette, family, ratio: 1.0, text_scale: TEXT_SCALE };
        // A text cannot refuse to be written to.
        let _written = paint(scene, pen, &mut backend);
    }
    // Around them stands the backend's own root element, which knows neither title nor scale.
    let start = document.find(">\n").map_or(0, |end| end + 2);
    document[start..].trim_end().trim_end_matches("</svg>").trim_end().to_owned()
}

/// Names the style sheet's scope: inlined in a page, it reaches no other picture.
fn class(colours: Colours) -> &'static str {
    match colours {
        Colours::Own(_) => "goalpost-picture",
        Colours::System => "goalpost-picture goalpost-system",
        Colours::Page => "goalpost-picture goalpost-page",
    }
}

/// Colours that depend on where the picture is seen. The backend writes colours into attributes; rules find them there.
fn style(colours: Colours) -> String {
    let rules = match colours {
        Colours::Own(_) => return String::new(),
        Colours::System => {
            let dark = |ink| hex(&Palette::DARK, ink);
            let mut rules = rules(".goalpost-system", dark);
            let [light_river, dark_river] =
                [Palette::LIGHT, Palette::DARK].map(|palette| palette.colour(Ink::River).alpha);
            let jam = hex(&Palette::LIGHT, Ink::Jam);
            // Writing to a text cannot fail.
            let _ =
                write!(rules, ".goalpost-system [fill=\"{jam}\"][opacity=\"{light_river}\"]{{opacity:{dark_river}}}");
            format!("@media (prefers-color-scheme:dark){{{rules}}}")
        }
        Colours::Page => {
            PAGE_SIZE.to_owned()
                + &rules(".goalpost-page", |ink| {
                    let (done, jam) = (hex(&Palette::LIGHT, Ink::Done), hex(&Palette::LIGHT, Ink::Jam));
                    match ink {
                        Ink::Muted => {
                            "var(--goalpost-muted,color-mix(in srgb,currentColor 75%,transparent))".to_owned()
                        }
                        Ink::Line => "var(--goalpost-line,color-mix(in srgb,currentColor 18%,transparent))".to_owned(),
                        Ink::Ground => "var(--goalpost-ground,transparent)".to_owned(),
                        // Towards the text is away from the ground, whichever that is.
                        Ink::Done => format!("var(--goalpost-done,color-mix(in srgb,{done} 85%,currentColor))"),
                        Ink::Jam => format!("var(--goalpost-jam,color-mix(in srgb,{jam} 75%,currentColor))"),
                        _ => "var(--goalpost-text,currentColor)".to_owned(),
                    }
                })
        }
    };
    format!("<style>{rules}</style>")
}

/// Rules by which the light palette's colours become others.
fn rules(scope: &str, becomes: impl Fn(Ink) -> String) -> String {
    let mut rules = String::new();
    for ink in [Ink::Text, Ink::Muted, Ink::Line, Ink::Ground, Ink::Done, Ink::Jam] {
        let (from, to) = (hex(&Palette::LIGHT, ink), becomes(ink));
        for property in ["fill", "stroke"] {
            // Writing to a text cannot fail.
            let _ = write!(rules, "{scope} [{property}=\"{from}\"]{{{property}:{to}}}");
        }
    }
    rules
}

/// A colour as the backend writes it.
fn hex(palette: &Palette, ink: Ink) -> String {
    let plotters::style::RGBAColor(red, green, blue, _) = colour(palette.colour(ink));
    format!("#{red:02X}{green:02X}{blue:02X}")
}
