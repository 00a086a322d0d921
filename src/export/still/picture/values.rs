//! The labels above the columns: work done out of the work due, the most that was carried over, and the end of the
//! record.

use std::fmt::Write as _;

use crate::amount::Unit;
use crate::layout;
use crate::locale::fill;

use super::super::text::text;
use super::places::{Percent, columns};
use super::{NARROW, Picture, WIDE, hidden};

/// The width of one character, in px.
const COLUMN: i64 = 7;
/// The gap between the values of two weeks, in px.
const BETWEEN: i64 = 5;
/// The baseline of the row above the values.
const ROW: i64 = -19;
/// From the top of a column to the baseline of a label above its value.
const ABOVE: i64 = -18;

/// A text at a column: its markup and its number of characters.
struct Value {
    written: String,
    columns: i64,
}

/// All labels, in an SVG element that is moved up by 6 px so that they clear the columns.
pub(super) fn values(picture: &Picture<'_>) -> String {
    let said = said(picture);
    let now = now(picture, said.as_ref());
    let mut written = String::new();
    let (values, needed) = all(picture);
    if needed <= WIDE && !picture.is_burnup {
        for (index, value) in values.iter().enumerate() {
            if value.written.is_empty() {
                continue;
            }
            let (x, y) = (at(picture, picture.across.middle(index)), Percent(top(picture, index)));
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
fn top(picture: &Picture<'_>, index: usize) -> i64 {
    let pieces = super::columns::pieces(picture, &picture.bins[index]);
    pieces.last().map_or(10_000, |piece| piece.top)
}

/// The short form of all columns' values, and the plot width that they need.
fn all(picture: &Picture<'_>) -> (Vec<Value>, i64) {
    let value = |bin| {
        let (mut written, mut wide) = (String::new(), 0);
        for piece in layout::value(picture.input, bin, false) {
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

/// The label of the most that was carried over, and its place.
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
    let locale = picture.input.locale;
    let n = locale.amount(most, Unit::NONE);
    let (template, middle) = if picture.is_burnup {
        (locale.deepest(), picture.across.start(index + 1))
    } else {
        (locale.carried(), picture.across.middle(index))
    };
    let last = picture.bins[index].last;
    let week = locale.week_label(picture.input.progress.goal.weeks[last].label.as_deref(), last + 1);
    let said = fill(template, &[("n", &*n), ("amount", &n), ("week", &week)]);
    let wide = columns(&said);
    let x = at(picture, middle);
    let has_room = wide * COLUMN * picture.across.count <= NARROW;
    let place = if has_room && !picture.is_burnup {
        format!("x=\"{x}\" y=\"{}\" dy=\"{ABOVE}\"", Percent(top(picture, index)))
    } else if let Some((x, anchor)) = beside(picture, index, wide).filter(|_| !picture.is_burnup) {
        let x = at(picture, x);
        format!("x=\"{x}\" y=\"{}\" dy=\"{ABOVE}\" text-anchor=\"{anchor}\"", Percent(top(picture, index)))
    } else {
        let seen = picture.across.seen(middle);
        // In the narrowest plot, half of the label has to fit between the column and the edge.
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

/// The start or end of a text above a column, if the columns on one side are low enough to leave room for it.
fn beside(picture: &Picture<'_>, index: usize, columns: i64) -> Option<(i64, &'static str)> {
    let own = top(picture, index);
    let is_free = |mut others: std::ops::Range<usize>| others.all(|other| top(picture, other) >= own);
    let (left, right) = picture.across.edges(index);
    let needed = columns * COLUMN * 100;
    // The word at the end of the record reaches over the line.
    let room = picture.now().map_or(30_000, |now| now * 3 - 1600);
    let (start, end) = if picture.across.is_mirrored { ("end", "start") } else { ("start", "end") };
    if left * 3 + needed <= room && is_free(index + 1..picture.bins.len()) {
        Some((left, start))
    } else if needed <= right * 3 && is_free(0..index) {
        Some((right, end))
    } else {
        None
    }
}

/// The word at the end of the record, unless another label stands there.
fn now(picture: &Picture<'_>, said: Option<&Said>) -> String {
    let Some(x) = picture.now() else { return String::new() };
    if said.is_some_and(|said| (x - said.middle).abs() * 3 < 350 * said.columns + 1600) {
        return String::new();
    }
    let word = text(picture.input.locale.now());
    format!("<text x=\"{}\" y=\"{ROW}\" font-size=\"12\">{word}</text>", at(picture, x))
}
