//! The appearance that the page gives a picture: width, pixel ratio, font, direction and colours.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement, HtmlElement, ShadowRoot};

use crate::goal::Theme;
use crate::maths;
use crate::theme::{Colour, Contrast, Palette, channel};

use super::dom;

/// Everything that the pixels depend on apart from the goal. Equal appearances give equal pixels.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Appearance {
    /// Width in CSS px.
    pub(super) width: f64,
    /// Height of its layout.
    pub(super) height: f64,
    /// CSS px per px of the layout: more than 1 if the page's text is larger than usual.
    pub(super) scale: f64,
    /// Device px per CSS px.
    pub(super) ratio: f64,
    /// The computed font family.
    pub(super) family: String,
    /// Whether the page is right-to-left.
    pub(super) right_to_left: bool,
    /// The colours.
    pub(super) palette: Palette,
    /// Whether the picture draws its own ground: its theme is not the page's, or the page's ground is not known.
    pub(super) own_ground: bool,
}

impl Appearance {
    /// Reads the appearance from the page. The computed colours of `probe` are the theme's custom properties.
    pub(super) fn read(
        host: &HtmlElement,
        probe: &HtmlElement,
        theme: Theme,
        (width, height, scale): (f64, f64, f64),
    ) -> Result<Self, JsValue> {
        let style = computed(host)?;
        let probe = computed(probe)?;
        let colour = |style: &CssStyleDeclaration, property: &str| -> Result<Option<Colour>, JsValue> {
            parse(&style.get_property_value(property)?)
        };
        let (page, own_ground) = match theme {
            Theme::Light => (Palette::LIGHT, true),
            Theme::Dark => (Palette::DARK, true),
            Theme::Auto => {
                let text = colour(&style, "color")?.unwrap_or(Palette::LIGHT.text);
                let canvas = colour(&probe, "outline-color")?.unwrap_or(Palette::LIGHT.ground);
                match ground_behind(host, text)?.solid(text, canvas) {
                    Some(ground) => (Palette::on(ground, text), false),
                    // Whatever the ground is, the page's text is readable on it.
                    None if text.contrast(Palette::DARK.ground) > text.contrast(Palette::LIGHT.ground) => {
                        (Palette::DARK, true)
                    }
                    None => (Palette::LIGHT, true),
                }
            }
        };
        let contrast = match probe.get_property_value("--contrast")?.trim() {
            "more" => Contrast::More,
            "forced" => Contrast::Forced,
            _ => Contrast::Usual,
        };
        // The page's custom properties, or the system's colours where the system forces them.
        let chosen = Palette {
            contrast,
            ground: colour(&probe, "border-left-color")?.unwrap_or(page.ground),
            text: colour(&probe, "border-top-color")?.unwrap_or(page.text),
            muted: colour(&probe, "border-right-color")?.unwrap_or(page.muted),
            line: colour(&probe, "border-bottom-color")?.unwrap_or(page.line),
            done: colour(&probe, "color")?.unwrap_or(page.done),
            jam: colour(&probe, "background-color")?.unwrap_or(page.jam),
            ..page
        };
        Ok(Self {
            width,
            height,
            scale,
            ratio: ratio(),
            family: style.get_property_value("font-family")?,
            right_to_left: style.get_property_value("direction")? == "rtl",
            palette: chosen.readable(),
            own_ground,
        })
    }

    /// Whether the width and the screen's current pixel ratio are those of this appearance.
    pub(super) fn fits(&self, width: f64) -> bool {
        self.width == width && self.ratio == ratio()
    }
}

fn ratio() -> f64 {
    web_sys::window().map_or(1.0, |window| window.device_pixel_ratio())
}

pub(super) fn computed(element: &Element) -> Result<CssStyleDeclaration, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    window.get_computed_style(element)?.ok_or_else(|| "no computed style".into())
}

/// The background of an element.
enum Ground {
    /// A colour; of a gradient, the stop with the least contrast to the text.
    Known(Colour),
    /// An image, or a gradient from dark to light.
    Image,
    /// None was found: the browser's own canvas, or an element positioned behind this one.
    Nothing,
}

impl Ground {
    /// The colour to draw on; `None` if the picture needs a ground of its own.
    fn solid(self, text: Colour, canvas: Colour) -> Option<Colour> {
        /// Text with less contrast would be unreadable, so the real ground must be another one.
        const LEAST: f64 = 2.0;
        match self {
            Self::Known(colour) => Some(colour),
            Self::Nothing if canvas.contrast(text) >= LEAST => Some(canvas),
            Self::Nothing | Self::Image => None,
        }
    }
}

/// The nearest background that is painted behind an element.
fn ground_behind(element: &Element, text: Colour) -> Result<Ground, JsValue> {
    /// A background with less opacity than this is not the ground.
    const SOLID: f64 = 0.5;
    let mut next = Some(element.clone());
    while let Some(element) = next {
        let style = computed(&element)?;
        let image = style.get_property_value("background-image")?;
        if image != "none" {
            let stops: Vec<Colour> = image.match_indices("rgb").filter_map(|(at, _)| parse_rgb(&image[at..])).collect();
            if stops.is_empty() || image.contains("url(") {
                return Ok(Ground::Image);
            }
            // The colour behind a pattern or a veil shows through.
            if stops.iter().all(|stop| stop.alpha > SOLID) {
                let is_dark = |stop: &Colour| Palette { ground: *stop, ..Palette::LIGHT }.is_dark();
                let nearest = |one: &Colour, other: &Colour| one.contrast(text).total_cmp(&other.contrast(text));
                let mixed = stops.iter().any(is_dark) && !stops.iter().all(is_dark);
                let ground = stops.into_iter().min_by(nearest).filter(|_| !mixed);
                return Ok(ground.map_or(Ground::Image, |colour| Ground::Known(Colour { alpha: 1.0, ..colour })));
            }
        }
        let background = style.get_property_value("background-color")?;
        if let Some(colour) = parse(&background)?.filter(|colour| colour.alpha > SOLID) {
            return Ok(Ground::Known(Colour { alpha: 1.0, ..colour }));
        }
        next = element.parent_element().or_else(|| {
            let root = element.get_root_node().dyn_into::<ShadowRoot>().ok()?;
            Some(root.host())
        });
    }
    Ok(Ground::Nothing)
}

/// A computed colour; `None` where it is transparent.
fn parse(css: &str) -> Result<Option<Colour>, JsValue> {
    let colour = match parse_rgb(css) {
        Some(colour) => colour,
        None if css.is_empty() => return Ok(None),
        None => paint_and_read(css)?,
    };
    Ok((colour.alpha > 0.0).then_some(colour))
}

/// Parses `rgb(1, 2, 3)` or `rgba(1, 2, 3, 0.5)`: browsers write most computed colours like this.
fn parse_rgb(css: &str) -> Option<Colour> {
    let inside = css.strip_prefix("rgba(").or_else(|| css.strip_prefix("rgb("))?;
    let (inside, _) = inside.split_once(')')?;
    let mut numbers = inside.split(',').map(|number| maths::decimal(number.trim()));
    let mut next_channel = || numbers.next().flatten().map(channel);
    let rgb = [next_channel()?, next_channel()?, next_channel()?];
    Some(Colour { rgb, alpha: numbers.next().flatten().unwrap_or(1.0) })
}

/// Any other colour, such as `oklch(…)`: paints it and reads the pixel.
fn paint_and_read(css: &str) -> Result<Colour, JsValue> {
    let canvas: HtmlCanvasElement = dom::create("canvas")?.unchecked_into();
    canvas.set_width(1);
    canvas.set_height(1);
    let context = canvas.get_context("2d")?.ok_or("goalpost: no 2D canvas")?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.set_fill_style_str(css);
    context.fill_rect(0.0, 0.0, 1.0, 1.0);
    let pixel = context.get_image_data(0.0, 0.0, 1.0, 1.0)?.data();
    let channel = |index: usize| pixel.get(index).copied().unwrap_or(0);
    let rgb = [channel(0), channel(1), channel(2)];
    Ok(Colour { rgb, alpha: f64::from(channel(3)) / 255.0 })
}
