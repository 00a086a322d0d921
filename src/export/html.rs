//! Figures of HTML: picture, summary and table, readable without a script.

use crate::layout;

use super::{Style, WIDTH, sheet, still};

/// The width of the second picture of a figure that has to fit phones as well, in CSS px.
const NARROW_WIDTH: f64 = 360.0;

/// A figure for feeds and for pages without scripts.
#[must_use]
pub fn figure(style: &Style<'_>, width: f64) -> String {
    let layout = style.layout(width);
    still::still(style, &style.picture(&layout, &style.description(&layout), &sheet::page()))
}

/// What stands in a `<goal-post>` until the widget draws, in the same box, so that nothing moves when it does. It holds a
/// wide and a narrow picture; the element's width chooses, as the widget would.
#[must_use]
pub fn placeholder(style: &Style<'_>) -> String {
    let [wide, narrow] = [WIDTH, NARROW_WIDTH].map(|width| style.layout(width));
    let description = style.description(&wide);
    let (tall, short) = (narrow.height, wide.height);
    let pictures = [wide, narrow].map(|layout| style.picture(&layout, &description, &sheet::page())).concat();
    let style_sheet = format!(
        "<style>{sheet}\
         .goalpost-still>svg{{height:{short}px}}.goalpost-still>svg~svg{{height:{tall}px;display:none}}\
         @container (width<{turn}px){{.goalpost-still>svg{{display:none}}.goalpost-still>svg~svg{{display:block}}}}\
         </style>",
        sheet = include_str!("still.css").replace('\n', ""),
        turn = layout::WIDE,
    );
    still::still(style, &(style_sheet + &pictures))
}
