//! The canvas: its device size, its transform, its text metrics, and the plotters backend.

use std::cell::{Cell, RefCell};

use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, TextMetrics};

use crate::layout::{Font, Measure};
use crate::paint::{self, Pen, UNITS};
use crate::scene::Scene;

use super::appearance::Appearance;
use super::dom;

/// More device px per CSS px take memory and show no difference.
const FINEST_RATIO: f64 = 3.0;
/// The number of cached text widths: enough for pictures with room for their texts, and quick to search.
const MOST_WIDTHS: usize = 256;

/// A canvas element, in the page or not.
pub(super) struct Canvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    /// The language of the texts.
    lang: &'static str,
}

/// A cache of text widths. Most widths repeat between drawings, and many between widgets.
#[derive(Default)]
struct Widths {
    family: String,
    lang: &'static str,
    known: Vec<(Font, String, f64)>,
}

thread_local! {
    static WIDTHS: RefCell<Widths> = RefCell::default();
}

/// Clears the cache: the fonts behind a family name may have changed.
pub(super) fn forget_widths() {
    WIDTHS.take();
}

impl Canvas {
    /// A canvas for texts in a language. The language selects regional glyphs, even before the canvas is
    /// in the page.
    pub(super) fn new(lang: &'static str) -> Result<Self, JsValue> {
        let element: HtmlCanvasElement = dom::create("canvas")?.unchecked_into();
        element.set_attribute("lang", lang)?;
        let context = element.get_context("2d")?.ok_or("goalpost: this browser gives no 2D canvas")?;
        Ok(Self { element, context: context.unchecked_into(), lang })
    }

    pub(super) fn element(&self) -> &HtmlCanvasElement {
        &self.element
    }

    /// The picture as the data URL of a PNG image.
    pub(super) fn png(&self) -> Result<String, JsValue> {
        self.element.to_data_url()
    }

    /// Metrics of texts in the fonts in which they are drawn.
    pub(super) fn measure<'a>(&'a self, family: &'a str) -> Metrics<'a> {
        WIDTHS.with_borrow_mut(|widths| {
            if widths.family != family || widths.lang != self.lang {
                *widths = Widths { family: family.to_owned(), lang: self.lang, known: Vec::new() };
            }
        });
        Metrics { context: &self.context, family, font: Cell::default(), fault: Cell::default() }
    }

    /// Draws a scene.
    pub(super) fn draw(&self, scene: &Scene, appearance: &Appearance) -> Result<(), JsValue> {
        let scale = appearance.scale;
        let ratio = appearance.ratio.min(FINEST_RATIO) * scale;
        let (width, height) = (device(scene.width * ratio), device(scene.height * ratio));
        self.element.style().set_css_text(&format!(
            "width:{}px;height:{}px",
            scene.width * scale,
            scene.height * scale
        ));
        if (self.element.width(), self.element.height()) == (width, height) {
            self.context.reset_transform()?;
            self.context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        } else {
            // Setting the width clears the canvas and resets its state.
            self.element.set_width(width);
            self.element.set_height(height);
        }
        let scale = ratio / UNITS;
        self.context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0)?;
        self.context.set_line_join("round");
        let mut backend = CanvasBackend::with_canvas_object(self.element.clone()).ok_or("goalpost: no 2D canvas")?;
        let pen = Pen { palette: &appearance.palette, family: &appearance.family, ratio };
        paint::paint(scene, pen, &mut backend).map_err(|error| JsValue::from(error.to_string()))
    }
}

/// A length in whole device px.
fn device(px: f64) -> u32 {
    crate::maths::round(px).unsigned_abs()
}

/// The browser's text metrics.
pub(super) struct Metrics<'a> {
    context: &'a CanvasRenderingContext2d,
    family: &'a str,
    /// The current font. Setting it again takes as long as measuring.
    font: Cell<Option<Font>>,
    /// What the page threw while a text was measured.
    fault: Cell<Option<JsValue>>,
}

impl Metrics<'_> {
    /// Whether all texts could be measured.
    pub(super) fn finish(self) -> Result<(), JsValue> {
        self.fault.take().map_or(Ok(()), Err)
    }

    fn measured(&self, text: &str, font: Font) -> Option<TextMetrics> {
        if self.font.replace(Some(font)) != Some(font) {
            let weight = if font.bold { "bold" } else { "normal" };
            // At the size at which text is drawn, before the transform.
            self.context.set_font(&format!("{weight} {}px {}", font.size * UNITS, self.family));
        }
        self.context.measure_text(text).map_err(|fault| self.fault.set(Some(fault))).ok()
    }
}

impl Measure for Metrics<'_> {
    fn width(&self, text: &str, font: Font) -> f64 {
        let known = WIDTHS.with_borrow(|Widths { known, .. }| {
            known.iter().find(|(its, of, _)| *its == font && of == text).map(|(_, _, width)| *width)
        });
        known.unwrap_or_else(|| {
            // Not while the widths are borrowed: this calls into the page.
            let Some(metrics) = self.measured(text, font) else { return 0.0 };
            let width = metrics.width() / UNITS;
            WIDTHS.with_borrow_mut(|Widths { known, .. }| {
                if known.len() < MOST_WIDTHS {
                    known.push((font, text.to_owned(), width));
                }
            });
            width
        })
    }

    fn baseline(&self, font: Font) -> f64 {
        let ascent = |line: &str| {
            self.context.set_text_baseline(line);
            self.measured("H", font).map_or(0.0, |metrics| metrics.actual_bounding_box_ascent() / UNITS)
        };
        let from_middle = ascent("middle");
        ascent("alphabetic") - from_middle
    }
}
