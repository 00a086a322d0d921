//! A goal as a file or as markup: an SVG picture, and figures of HTML that need no script.

#[cfg(all(target_arch = "wasm32", feature = "static"))]
pub mod node;
mod sheet;
mod still;
mod svg;

use crate::goal::{Theme, View};
use crate::layout::{self, Input, Layout, Measure};
use crate::locale::Locale;
use crate::progress::Progress;
use crate::report::{Description, description};
use crate::scene;
use crate::theme::Palette;

pub use sheet::Sheet;
pub use still::still;
pub use svg::{Document, escape, svg};

/// The default width of a picture, in CSS px: a blog's column.
pub const WIDTH: f64 = 640.0;

/// A goal and how it is shown.
#[derive(Clone, Copy)]
pub struct Style<'a> {
    /// The numbers.
    pub progress: &'a Progress,
    /// The language of the words.
    pub locale: Locale,
    /// Which picture is drawn; `None` for the goal's default.
    pub view: Option<View>,
    /// The colours.
    pub theme: Theme,
    /// A CSS font family list.
    pub family: &'a str,
    /// The wanted height, in CSS px; the picture comes as near to it as it can. `None` for the usual height.
    pub height: Option<f64>,
    /// Whether it is mirrored, for pages that are read from right to left.
    pub right_to_left: bool,
    /// How texts are measured.
    pub measure: &'a dyn Measure,
}

impl Style<'_> {
    fn input(&self) -> Input<'_> {
        let Self { progress, locale, measure, .. } = *self;
        Input { progress, locale, measure, has_title: progress.goal.beside.title }
    }

    fn layout(&self, width: f64) -> Layout {
        let usual = layout::height(self.view, width);
        layout::layout(
            self.input(),
            self.view,
            width,
            layout::height_in(self.height.unwrap_or(usual), self.view, width),
        )
    }

    fn description(&self, layout: &Layout) -> Description {
        description(self.progress, self.locale, layout.view())
    }

    /// The picture. `surroundings` is the style sheet for the theme that follows the page.
    fn picture(&self, layout: &Layout, description: &Description, surroundings: &Sheet) -> String {
        let (palette, sheet) = match self.theme {
            Theme::Auto => (Palette::LIGHT, Some(surroundings)),
            Theme::Light => (Palette::LIGHT, None),
            Theme::Dark => (Palette::DARK, None),
        };
        let document = Document {
            description,
            lang: self.locale.tag(),
            family: self.family,
            measure: self.measure,
            palette,
            sheet,
        };
        svg(scene::scene(layout, self.right_to_left), &document)
    }
}

/// The picture as a standalone file.
#[must_use]
pub fn picture(style: &Style<'_>, width: f64) -> String {
    let layout = style.layout(width);
    style.picture(&layout, &style.description(&layout), &sheet::system())
}
