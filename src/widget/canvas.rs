//! The canvas: its size on the device, its transform, its text metrics, and plotters' backend over it.

use std::cell::{Cell, RefCell};

use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::layout::{Font, Measure};
use crate::paint::{self, Pen, UNITS};
use crate::scene::Scene;
use crate::theme::Colour;

use super::dom;
use super::look::Look;

/// More device px in a CSS px than this cost memory that no eye repays.
const FINEST_RATIO: f64 = 3.0;
/// So many widths are kept: enough for pictures whose texts have room, and quickly looked through.
const MOST_WIDTHS: usize = 256;

/// A canvas element that is not yet, or no longer, in the page.
pub(super) struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    /// The language of its texts.
    lang: &'static str,
}

/// What texts measured: most are the same from drawing to drawing, and many from widget to widget.
#[derive(Default)]
struct Widths {
    family: String,
    lang: &'static str,
    known: Vec<(Font, String, f64)>,
}

thread_local! {
    static WIDTHS: RefCell<Widths> = RefCell::default();
}

/// Fonts may have changed under their names: all texts will be measured anew.
pub(super) fn forget_widths() {
    WIDTHS.take();
}

impl Canvas {
    /// A canvas for texts in a language, which decides between the forms of a character before it stands in the page.
    pub(super) fn new(lang: &'static str) -> Result<Self, JsValue> {
        let element: HtmlCanvasElement = dom::create("canvas")?.unchecked_into();
        element.set_attribute("lang", lang)?;
        let context = element.get_context("2d")?.ok_or("goalpost: this browser gives no 2D canvas")?;
        Ok(Self { element, context: context.unchecked_into(), lang })
    }

    pub(super) fn element(&self) -> &HtmlCanvasElement {
        &self.element
    }

    /// The picture as an image file, as a data URL, on a solid ground.
    pub(super) fn png(&self, ground: Colour) -> Result<String, JsValue> {
        let copy = Self::new("")?;
        let (width, height) = (self.element.width(), self.element.height());
        copy.element.set_width(width);
        copy.element.set_height(height);
        copy.context.set_fill_style_str(&ground.css());
        copy.context.fill_rect(0.0, 0.0, f64::from(width), f64::from(height));
        copy.context.draw_image_with_html_canvas_element(&self.element, 0.0, 0.0)?;
        copy.element.to_data_url()
    }

    /// A measurer that uses the very fonts that are drawn.
    pub(super) fn measure<'a>(&'a self, family: &'a str) -> Metrics<'a> {
        WIDTHS.with_borrow_mut(|widths| {
            if widths.family != family || widths.lang != self.lang {
                *widths = Widths { family: family.to_owned(), lang: self.lang, known: Vec::new() };
            }
        });
        Metrics { context: &self.context, family, font: Cell::new(None) }
    }

    pub(super) fn draw(&self, scene: &Scene, look: &Look) -> Result<(), JsValue> {
        let ratio = look.ratio.min(FINEST_RATIO);
        let (width, height) = (device(scene.width * ratio), device(scene.height * ratio));
        self.element.style().set_css_text(&format!("width:{}px;height:{}px", scene.width, scene.height));
        if (self.element.width(), self.element.height()) == (width, height) {
            self.context.reset_transform()?;
            self.context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        } else {
            // This clears it and sets its state back.
            self.element.set_width(width);
            self.element.set_height(height);
        }
        let scale = ratio / UNITS;
        self.context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0)?;
        self.context.set_line_join("round");
        let mut backend = CanvasBackend::with_canvas_object(self.element.clone()).ok_or("goalpost: no 2D canvas")?;
        let pen = Pen { palette: &look.palette, family: &look.family, ratio, text_scale: 1.0 };
        paint::paint(scene, pen, &mut backend).map_err(|error| JsValue::from(error.to_string()))
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size on the screen, below 4,800")]
fn device(px: f64) -> u32 {
    px.round() as u32
}

/// Text metrics of the browser.
pub(super) struct Metrics<'a> {
    context: &'a CanvasRenderingContext2d,
    family: &'a str,
    /// The one that is set: to set it again takes as long as to measure.
    font: Cell<Option<Font>>,
}

impl Metrics<'_> {
    fn measured(&self, text: &str, font: Font) -> f64 {
        if self.font.replace(Some(font)) != Some(font) {
            let weight = if font.bold { "bold" } else { "normal" };
            // At the size at which it is drawn, before the transform.
            self.context.set_font(&format!("{weight} {}px {}", font.size * UNITS, self.family));
        }
        self.context.measure_text(text).map_or(0.0, |metrics| metrics.width() / UNITS)
    }
}

impl Measure for Metrics<'_> {
    fn width(&self, text: &str, font: Font) -> f64 {
        WIDTHS.with_borrow_mut(|Widths { known, .. }| {
            if let Some((_, _, width)) = known.iter().find(|(its, of, _)| *its == font && of == text) {
                return *width;
            }
            let width = self.measured(text, font);
            if known.len() < MOST_WIDTHS {
                known.push((font, text.to_owned(), width));
            }
            width
        })
    }
}
