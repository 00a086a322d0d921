//! The rivers between the columns: one stretched picture, in the same hundredths as the columns.

use std::fmt::Write as _;

use crate::amount::Amount;
use crate::layout::Bin;

use super::Picture;

/// How far the river flows on after the last column.
const OUTFLOW: i64 = 600;

/// The river's two flows, as outlines.
#[derive(Default)]
struct Flows {
    behind: String,
    ahead: String,
}

/// The river from week to week: work not done, and work done ahead.
pub(super) fn river(picture: &Picture<'_>) -> String {
    let flows = flows(picture);
    let path = |class: &str, outline: &str, fill: &str, opacity: &str| {
        if outline.is_empty() {
            return String::new();
        }
        // Its edge is seen where the fill alone is not. The picture is stretched, the edge is not.
        format!(
            "<path class=\"{class}\" d=\"{outline}\" fill=\"{fill}\" fill-opacity=\"{opacity}\" stroke=\"{fill}\" \
             vector-effect=\"non-scaling-stroke\" />"
        )
    };
    let paths = path("gp-river", &flows.behind, "#b85600", ".2") + &path("gp-ahead", &flows.ahead, "#0b6fa8", ".22");
    if paths.is_empty() {
        return paths;
    }
    format!("<svg viewBox=\"0 0 10000 10000\" preserveAspectRatio=\"none\">{paths}</svg>")
}

/// Whether anything is carried over, and whether anything is done ahead.
pub(super) fn flowing(picture: &Picture<'_>) -> (bool, bool) {
    let flows = flows(picture);
    (!flows.behind.is_empty(), !flows.ahead.is_empty())
}

fn flows(picture: &Picture<'_>) -> Flows {
    let mut flows = Flows::default();
    // The river flows on over a break.
    let shown: Vec<(usize, &Bin)> = picture.bins.iter().enumerate().filter(|(_, bin)| !bin.is_break()).collect();
    for pair in shown.windows(2) {
        let [(left, here), (right, next)] = *pair else { continue };
        if here.share.or(next.share).is_some() {
            continue;
        }
        let run = (picture.across.edges(left).1, picture.across.edges(right).0);
        // A week without a record does not change the river.
        let carried = here.carried_out.unwrap_or(next.carried_in).min(next.carried_in);
        if carried.is_positive() {
            flows.behind += &band(picture, run, (here.load, next.load), carried);
        }
        let ahead = here.ahead_out.min(next.ahead_in);
        if ahead.is_positive() {
            // It leaves the column from the part above the plan, and becomes the start of the next column.
            let top = here.ahead_in + here.done.unwrap_or_default();
            flows.ahead += &band(picture, run, (top, ahead), ahead);
        }
    }
    if shown.len() > 1
        && let (Some((index, bin)), Some(last)) = (shown.last(), picture.bins.last())
        && let Some(carried) = last.carried_out.filter(|carried| carried.is_positive())
    {
        let from = picture.across.edges(*index).1;
        flows.behind += &band(picture, (from, (from + OUTFLOW).min(10_000)), (bin.load, bin.load), carried);
    }
    flows
}

/// A band as high as the carried amount. It is level where it leaves one column and where it enters the next.
fn band(picture: &Picture<'_>, (from, to): (i64, i64), tops: (Amount, Amount), carried: Amount) -> String {
    let third = (to - from) / 3;
    let [a, b, c, d] = [from, from + third, to - third, to].map(|x| picture.across.seen(x));
    let y = |amount: Amount| picture.up.y(amount);
    let (start, end) = (y(tops.0), y(tops.1));
    let (under, landing) = (y(tops.0 - carried), y(tops.1 - carried));
    let mut outline = String::new();
    // Writing to a `String` cannot fail.
    let _ = write!(
        outline,
        "M{a} {start}C{b} {start} {c} {end} {d} {end}V{landing}C{c} {landing} {b} {under} {a} {under}Z"
    );
    outline
}
