//! The gauge in its two forms, of which the style sheet shows one: an arc beside the chart, or a bar above it.

use std::fmt::Write as _;

use crate::amount::Ratio;
use crate::layout::{self, Input};
use crate::theme::Ink;

use super::super::text::text;
use super::places::{Hundredths, Percent, columns};

/// The most columns of characters inside of the arc.
const MOST_INSIDE: i64 = 14;
/// The most columns of characters below the arc.
const MOST_BELOW: i64 = 30;

/// A share of the gauge in hundredths of a percent.
fn hundredths(share: Ratio) -> i64 {
    share.rounded(10_000).clamp(0, 10_000)
}

/// The arc with its words; nothing where the goal has no share.
pub(in super::super) fn arc(input: Input<'_>, is_mirrored: bool) -> String {
    let Some(shown) = layout::shown(input) else { return String::new() };
    let share = hundredths(shown);
    let path = if is_mirrored { "M164.89 131A68 68 0 1 0 47.11 131" } else { "M47.11 131A68 68 0 1 1 164.89 131" };
    let start = path.split('A').next().unwrap_or_default();
    let mut arc = format!(
        " <svg class=\"gp-arc\" width=\"212\" height=\"176\" viewBox=\"0 0 212 176\" overflow=\"visible\" fill=\"none\" \
         text-anchor=\"middle\" aria-hidden=\"true\"><g stroke-width=\"14\"><path class=\"gp-whole\" d=\"{path}\" \
         stroke=\"currentColor\" stroke-linecap=\"round\" opacity=\".18\" />"
    );
    if share > 0 {
        // The beginning is round; the end is straight, on the point that it stands for.
        let _ = write!(
            arc,
            "<g class=\"gp-fill\" stroke=\"#0b6fa8\"><path d=\"{start}h.01\" stroke-linecap=\"round\" />\
             <path d=\"{path}\"{end} pathLength=\"100\" stroke-dasharray=\"{} 200\" /></g>",
            Hundredths(share),
            end = if share == 10_000 { " stroke-linecap=\"round\"" } else { "" },
        );
    }
    arc += "</g>";
    if let Some(due) = layout::due(input) {
        arc += &pace(input, hundredths(due), is_mirrored);
    }
    let percent = input.locale.percent(shown);
    let size = (156 / columns(&percent).max(1)).clamp(12, 30);
    let _ = write!(
        arc,
        "<g fill=\"currentColor\" font-size=\"13\"><text x=\"106\" y=\"101.5\" font-size=\"{size}\" \
         font-weight=\"bold\">{}</text>",
        text(&percent)
    );
    if let Some(fraction) = layout::fraction(input, |form| columns(form) <= MOST_INSIDE) {
        let _ = write!(arc, "<text class=\"gp-muted\" x=\"106\" y=\"123.5\">{}</text>", text(&fraction));
    }
    if input.progress.stated.is_some() {
        let mark = text(input.locale.stated_mark());
        let _ = write!(arc, "<text class=\"gp-muted\" x=\"106\" y=\"69\" font-size=\"12\">{mark}</text>");
    }
    let (forms, ink) = layout::remainder(input);
    let is_short = |form: &&String| columns(form) <= MOST_BELOW;
    if let Some(remainder) = forms.iter().find(is_short).or(forms.last()) {
        let class = match ink {
            Ink::JamWords => " class=\"gp-jam\" fill=\"#b85600\"",
            Ink::DoneWords => " class=\"gp-done\" fill=\"#0b6fa8\"",
            _ => " class=\"gp-muted\"",
        };
        let _ = write!(arc, "<text{class} x=\"106\" y=\"163.5\" font-weight=\"bold\">{}</text>", text(remainder));
    }
    arc + "</g></svg>"
}

/// The tick where the plan says one should be, and its word, turned back.
fn pace(input: Input<'_>, due: i64, is_mirrored: bool) -> String {
    let angle = 15_000 + (24 * due + 5) / 10;
    let angle = if is_mirrored { 54_000 - angle } else { angle };
    // At the right, its word begins at it; at the left, it ends there.
    let (anchor, y) = match (due, is_mirrored) {
        (4000..=6000, _) => ("", 93),
        (..4000, false) | (6001.., true) => (" text-anchor=\"end\"", 101),
        _ => (" text-anchor=\"start\"", 101),
    };
    format!(
        "<g transform=\"rotate({angle} 106 97)\"><path d=\"M166 97h19\" stroke=\"currentColor\" stroke-width=\"2.5\" />\
         <text class=\"gp-muted\" x=\"187\" y=\"{y}\"{anchor} transform=\"rotate(-{angle} 187 97)\" font-size=\"12\" \
         fill=\"currentColor\">{word}</text></g>",
        angle = Hundredths(angle),
        word = text(input.locale.plan()),
    )
}

/// The bar; nothing where the goal has no share. It needs the style sheet, which alone shows it.
pub(in super::super) fn bar(input: Input<'_>, is_mirrored: bool, has_words: bool) -> String {
    let Some(shown) = layout::shown(input) else { return String::new() };
    let share = hundredths(shown);
    let due = layout::due(input).map(hundredths);
    let plan = layout::plan_by_now(input, &input.progress.goal.unit).filter(|_| has_words);
    let from = |start: i64, end: i64| Percent(if is_mirrored { 10_000 - end } else { start });
    let mut bar = format!(
        "<svg class=\"gp-bar\" width=\"100%\" height=\"{}\" display=\"none\" aria-hidden=\"true\">\
         <rect class=\"gp-whole\" y=\"3\" width=\"100%\" height=\"12\" rx=\"6\" />",
        if due.is_some() && plan.is_some() { 34 } else { 18 }
    );
    if share > 0 {
        // Round at its beginning; its end is cut off straight.
        let reach = if is_mirrored { " x=\"-900%\"" } else { "" };
        let (reach, wide) = if share == 10_000 { ("", "100%") } else { (reach, "1000%") };
        let _ = write!(
            bar,
            "<svg x=\"{}\" width=\"{}\"><rect class=\"gp-fill\"{reach} y=\"3\" width=\"{wide}\" height=\"12\" rx=\"6\" /></svg>",
            from(0, share),
            Percent(share)
        );
    }
    if let Some(due) = due {
        if due > share {
            let _ = write!(
                bar,
                "<svg class=\"gp-open\" x=\"{}\" y=\"3\" width=\"{}\" height=\"12\"><path d=\"M0 0 600 600\" />\
                 <rect width=\"100%\" height=\"100%\" /></svg>",
                from(share, due),
                Percent(due - share)
            );
        }
        let x = from(due, due);
        let _ = write!(bar, "<line x1=\"{x}\" x2=\"{x}\" y2=\"18\" />");
        if let Some(plan) = plan {
            let anchor = match x.0 {
                ..3000 => "start",
                7001.. => "end",
                _ => "middle",
            };
            let _ = write!(bar, "<text x=\"{x}\" y=\"30\" text-anchor=\"{anchor}\">{}</text>", text(&plan));
        }
    }
    bar + "</svg>"
}
