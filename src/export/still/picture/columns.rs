//! The columns: work done is solid, and open work is hatched on top of it.

use std::fmt::Write as _;

use crate::layout::{self, Bin, Fill};
use crate::report;

use super::super::text::text;
use super::Picture;
use super::places::{Across, Percent};

/// With more columns than this, hatching would be a smear.
const MOST_HATCHED: usize = 30;
/// With more columns than this, ticks would look like a line of their own.
const MOST_TICKS: usize = 20;

/// A piece of a column, counted from the top.
pub(super) struct Piece {
    pub(super) fill: Fill,
    pub(super) top: i64,
    pub(super) height: i64,
}

/// The pieces of a column, from the baseline upwards.
pub(super) fn pieces(picture: &Picture<'_>, bin: &Bin) -> Vec<Piece> {
    let ends: Vec<(Fill, i64)> = match bin.share {
        _ if bin.is_break() => Vec::new(),
        // A share has no amount, so its whole is as high as the plot.
        Some(share) => vec![(Fill::Done, 10_000 - share.rounded(10_000).min(10_000)), (Fill::Open, 0)],
        None => layout::ends(bin).into_iter().map(|(fill, amount)| (fill, picture.up.y(amount))).collect(),
    };
    let mut pieces = Vec::with_capacity(ends.len());
    let mut bottom = 10_000;
    for (fill, top) in ends {
        if top < bottom {
            pieces.push(Piece { fill, top, height: bottom - top });
            bottom = top;
        }
    }
    pieces
}

/// Whether a column has a tick for its plan.
pub(super) fn has_tick(picture: &Picture<'_>, bin: &Bin) -> bool {
    picture.bins.len() <= MOST_TICKS && !bin.is_break() && layout::hides_plan(bin)
}

/// The columns, each with the sentence of its week. Those of a burn-up cannot be seen.
pub(super) fn columns(picture: &Picture<'_>) -> String {
    let mut columns = String::new();
    for (index, bin) in picture.bins.iter().enumerate() {
        columns.extend(["<g><title>", &text(&sentence(picture, bin)), "</title>"]);
        if picture.is_burnup {
            // What a pointer touches.
            let (from, to) = (picture.across.start(index), picture.across.start(index + 1));
            let left = Percent(picture.across.seen(from).min(picture.across.seen(to)));
            let width = Percent(to - from);
            let _ = write!(
                columns,
                "<rect x=\"{left}\" width=\"{width}\" height=\"100%\" fill=\"none\" pointer-events=\"all\" /></g>"
            );
            continue;
        }
        for piece in pieces(picture, bin) {
            columns += &written(&picture.across, index, &piece, picture.bins.len() <= MOST_HATCHED);
        }
        if has_tick(picture, bin) {
            let (from, to) = picture.across.tick(index);
            let y = Percent(picture.up.y(bin.scope));
            let _ = write!(columns, "<line x1=\"{from}\" x2=\"{to}\" y1=\"{y}\" y2=\"{y}\" stroke=\"currentColor\" />");
        }
        columns += "</g>";
    }
    columns
}

fn written(across: &Across, index: usize, piece: &Piece, is_hatched: bool) -> String {
    let place = format!(
        "x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
        across.left(index),
        Percent(piece.top),
        across.width(),
        Percent(piece.height)
    );
    match piece.fill {
        Fill::Done | Fill::Complete => format!("<rect {place} />"),
        Fill::Ahead => format!("<rect class=\"gp-foot\" {place} fill-opacity=\".22\" stroke=\"#0b6fa8\" />"),
        // The hatching is the dashes of one wide line, which the picture clips.
        Fill::Open if is_hatched => format!(
            "<svg class=\"gp-open\" {place} fill=\"none\" stroke=\"#b85600\"><path d=\"M0 0 600 600\" \
             stroke-width=\"900\" stroke-dasharray=\"2 3.66\" opacity=\".55\" />\
             <rect width=\"100%\" height=\"100%\" stroke-width=\"3\" /></svg>"
        ),
        Fill::Open => {
            format!("<rect class=\"gp-tint\" {place} fill=\"#b85600\" fill-opacity=\".55\" stroke=\"#b85600\" />")
        }
        Fill::Future => {
            format!("<rect class=\"gp-plan\" {place} fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"4 3\" />")
        }
        Fill::Unknown => {
            format!(
                "<rect class=\"gp-plan\" {place} fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"1.5 3\" />"
            )
        }
    }
}

/// The sentence of a week, or the range of several weeks.
fn sentence(picture: &Picture<'_>, bin: &Bin) -> String {
    let (progress, locale) = (picture.input.progress, picture.input.locale);
    let said = |index: usize| report::week_text(progress, locale, index);
    let Some(first) = said(bin.first) else { return String::new() };
    if bin.weeks() > 1 {
        let last = said(bin.last).map(|last| last.week).unwrap_or_default();
        return first.week + " – " + &last;
    }
    if first.work.is_empty() { first.week } else { first.week + ": " + &first.work }
}
