//! Draws a scene with a plotters backend. No other stage uses plotters.
//!
//! Only the backends' primitives are used: rectangles, polygons, paths and texts. Plotters' charts and meshes would add
//! 15 to 18 KB to what a page loads, and would measure text by adding elements to the page's body.
//!
//! Backends take integers, which would make arcs wobble and hairlines blur. A scene is therefore drawn in
//! sixteenths of a CSS px. The owner of the backend scales it by the device's pixel ratio times `1 / UNITS`.

use plotters::prelude::{
    Color, DrawingAreaErrorKind, DrawingBackend, FontDesc, FontFamily, FontStyle, RGBAColor, ShapeStyle, TextStyle,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};

use crate::geometry::{Point, Rect};
use crate::layout::{Anchor, Label};
use crate::maths;
use crate::scene::{Mark, Scene};
use crate::theme::{Colour, Ink, Palette};

/// Steps of the backend's grid in one CSS px.
pub const UNITS: f64 = 16.0;

/// How to draw.
#[derive(Clone, Copy, Debug)]
pub struct Pen<'a> {
    /// The colours.
    pub palette: &'a Palette,
    /// A CSS font family list.
    pub family: &'a str,
    /// Device px per CSS px. Rectangles are aligned to this grid.
    pub ratio: f64,
}

/// Draws every mark of the scene.
///
/// # Errors
/// The errors of the backend.
pub fn paint<B: DrawingBackend>(
    scene: &Scene,
    pen: Pen<'_>,
    backend: &mut B,
) -> Result<(), DrawingAreaErrorKind<B::ErrorType>> {
    scene.marks.iter().try_for_each(|mark| draw(mark, pen, backend))
}

/// The outcome of drawing.
type Drawn<B> = Result<(), DrawingAreaErrorKind<<B as DrawingBackend>::ErrorType>>;

fn draw<B: DrawingBackend>(mark: &Mark, pen: Pen<'_>, backend: &mut B) -> Drawn<B> {
    let drawn = match mark {
        Mark::Rect(area, ink) => return fill(*area, *ink, pen, backend),
        Mark::Frame(area, width, ink) => {
            let Rect { x, y, .. } = *area;
            let (right, bottom) = (area.right(), area.bottom());
            // Whole device px, so that all sides are equally wide.
            let width = ((width * pen.ratio).round().max(1.0) / pen.ratio).min(area.width).min(area.height);
            let sides = [
                Rect { height: width, ..*area },
                Rect { y: bottom - width, height: width, ..*area },
                Rect { x, y, width, height: area.height },
                Rect { x: right - width, y, width, height: area.height },
            ];
            return sides.into_iter().try_for_each(|side| fill(side, *ink, pen, backend));
        }
        Mark::Polygon(points, ink) => {
            backend.fill_polygon(points.iter().copied().map(units), &filled(pen.palette.colour(*ink)))
        }
        Mark::Path(points, width, ink) => {
            let style = ShapeStyle {
                color: colour(pen.palette.colour(*ink)),
                filled: false,
                stroke_width: unit(*width).unsigned_abs(),
            };
            backend.draw_path(points.iter().copied().map(units), &style)
        }
        Mark::Text(label) => {
            backend.draw_text(&label.text, &text_style(label, pen), units(Point::new(label.x, label.y)))
        }
    };
    drawn.map_err(DrawingAreaErrorKind::BackendError)
}

/// Fills a rectangle that is aligned to the device's grid. It is at least one device px wide and high.
fn fill<B: DrawingBackend>(area: Rect, ink: Ink, pen: Pen<'_>, backend: &mut B) -> Drawn<B> {
    let on_grid = |value: f64| (value * pen.ratio).round() / pen.ratio;
    let least = 1.0 / pen.ratio;
    let (left, top) = (on_grid(area.x), on_grid(area.y));
    let right = on_grid(area.right()).max(left + least);
    let bottom = on_grid(area.bottom()).max(top + least);
    let style = filled(pen.palette.colour(ink));
    let drawn = backend.draw_rect(units(Point::new(left, top)), units(Point::new(right, bottom)), &style, true);
    drawn.map_err(DrawingAreaErrorKind::BackendError)
}

fn text_style<'a>(label: &Label, pen: Pen<'a>) -> TextStyle<'a> {
    let weight = if label.font.bold { FontStyle::Bold } else { FontStyle::Normal };
    let size = label.font.size * UNITS;
    let across = match label.anchor {
        Anchor::Left => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::Right => HPos::Right,
    };
    TextStyle {
        font: FontDesc::new(FontFamily::Name(pen.family), size, weight),
        color: colour(pen.palette.colour(label.ink)).to_backend_color(),
        pos: Pos::new(across, VPos::Center),
    }
}

fn colour(colour: Colour) -> RGBAColor {
    let [red, green, blue] = colour.rgb;
    RGBAColor(red, green, blue, colour.alpha)
}

fn filled(ink: Colour) -> ShapeStyle {
    colour(ink).filled()
}

fn units(point: Point) -> (i32, i32) {
    (unit(point.x), unit(point.y))
}

fn unit(px: f64) -> i32 {
    maths::round(px * UNITS)
}
