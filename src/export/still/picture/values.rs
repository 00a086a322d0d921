//! What stands above the columns: how much was done of what there was to do, what is carried over where that is most, and
//! where the record ends.

use std::fmt::Write as _;

use crate::amount::Unit;
use crate::layout;
use crate::locale::fill;

use super::super::text::text;
use super::places::{Percent, columns};
use super::{NARROW, Picture, WIDE, hidden};

/// The width of a column of characters, in px.
const COLUMN: i64 = 7;
/// Free between the values of two weeks, in px.
const BETWEEN: i64 = 5;
/// The row above the values, as the y of its baseline.
const ROW: i64 = -19;
/// From the top of a column to the baseline of what stands above its value.
const ABOVE: i64 = -18;

/// A text at a column, as it is written, and its number of characters.
struct Value {
    written: String,
    columns: i64,
}

/// All of it. It stands 6 px above the places that it is given: above the columns.
pub(super) fn values(picture: &Picture<'_>) -> String {
    let said = said(picture);
    let now = now(picture, said.as_ref());
    let mut written = String::new();
    let [long, short] = [true, false].map(|is_long| all(picture, is_long));
    let (values, needed) = if long.1 <= NARROW { long } else { short };
    if needed <= WIDE {
        for (index, value) in values.iter().enumerate() {
            if value.written.is_empty() {
                continue;
            }
            let (x, y) = (at(picture, picture.across.middle(index)), top(picture, index));
            let class = hidden(needed > NARROW);
            let _ = write!(written, "<text{class} x=\"{x}\" y=\"{y}\">{}</text>", value.written);
        }
    }
    let said = said.map_or_else(String::new, |said| said.written);
    if written.is_empty() && said.is_empty() && now.is_empty() {
        return written;
    }
    format!("<svg class=\"gp-values\" y=\"-6\" overflow=\"visible\" font-size=\"13\">{written}{said}{now}</svg>")
}

fn at(picture: &Picture<'_>, x: i64) -> Percent {
    Percent(picture.across.seen(x))
}

/// The upper end of a column.
fn top(picture: &Picture<'_>, index: usize) -> Percent {
    let pieces = super::columns::pieces(picture, &picture.bins[index]);
    Percent(pieces.last().map_or(10_000, |piece| piece.top))
}

/// The values of all columns, and the width that a plot needs for them.
fn all(picture: &Picture<'_>, is_long: bool) -> (Vec<Value>, i64) {
    let value = |bin| {
        let (mut written, mut wide) = (String::new(), 0);
        for piece in layout::value(picture.input, bin, is_long) {
            let said = text(&piece.text);
            wide += columns(&piece.text);
            if piece.font.bold {
                written.extend(["<tspan font-weight=\"bold\">", &said, "</tspan>"]);
            } else {
                written += &said;
            }
        }
        Value { written, columns: wide }
    };
    let values: Vec<Value> = picture.bins.iter().map(value).collect();
    let widest = values.iter().map(|value| value.columns).max().unwrap_or_default();
    (values, (widest * COLUMN + BETWEEN) * picture.across.count)
}

/// What is carried over where that is most, and where it stands.
struct Said {
    written: String,
    middle: i64,
    columns: i64,
}

fn said(picture: &Picture<'_>) -> Option<Said> {
    if picture.bins.iter().filter(|bin| !bin.is_break()).count() < 2 {
        return None;
    }
    let carried = |index: usize| picture.bins[index].carried_out.filter(|_| picture.bins[index].carries());
    let most = (0..picture.bins.len()).filter_map(carried).max()?;
    let index = (0..picture.bins.len()).find(|index| carried(*index) == Some(most))?;
    let n = picture.input.locale.amount(most, Unit::NONE);
    let said = fill(picture.input.locale.carried(), &[("n", &*n), ("amount", &n)]);
    let (middle, wide) = (picture.across.middle(index), columns(&said));
    let x = at(picture, middle);
    let has_room = wide * COLUMN * picture.across.count <= NARROW;
    let place = if has_room {
        format!("x=\"{x}\" y=\"{}\" dy=\"{ABOVE}\"", top(picture, index))
    } else {
        let seen = picture.across.seen(middle);
        // In the narrowest plot, half of it has to fit between the column and the edge.
        let is_near = |edge: i64| (edge - seen).abs() * 6 < wide * 700;
        match (is_near(0), is_near(10_000)) {
            (true, _) => format!("x=\"0%\" y=\"{ROW}\" text-anchor=\"start\""),
            (_, true) => format!("x=\"100%\" y=\"{ROW}\" text-anchor=\"end\""),
            _ => format!("x=\"{x}\" y=\"{ROW}\""),
        }
    };
    let written =
        format!("<text class=\"gp-jam\" {place} font-size=\"12\" font-weight=\"bold\">{}</text>", text(&said));
    Some(Said { written, middle, columns: wide })
}

/// The word at the end of the record, unless something else is said there.
fn now(picture: &Picture<'_>, said: Option<&Said>) -> String {
    let Some(x) = picture.now() else { return String::new() };
    if said.is_some_and(|said| (x - said.middle).abs() * 3 < 350 * said.columns + 1600) {
        return String::new();
    }
    let word = text(picture.input.locale.now());
    format!("<text x=\"{}\" y=\"{ROW}\" font-size=\"12\">{word}</text>", at(picture, x))
}
