//! The legend: what the fills of the columns mean.

use crate::layout::Fill;

use super::super::text::text;
use super::Picture;
use super::{burnup, columns, river};

/// Anything lower than this is too small to see, in hundredths of a percent.
const SEEN: i64 = 150;

/// The legend of the fills in the picture. Each sample is a character, which the style sheet draws as a swatch.
pub(in super::super) fn legend(picture: &Picture<'_>) -> String {
    let locale = picture.input.locale;
    if picture.is_burnup {
        let burnup = burnup::burnup(picture);
        return written(&[
            (burnup.has_done, "gp-solid", "■", locale.legend_done()),
            (burnup.is_behind, "gp-river", "▨", locale.legend_behind()),
            (true, "gp-line", "—", locale.plan()),
        ]);
    }
    let has = |fills: &[Fill]| {
        picture.bins.iter().any(|bin| {
            let pieces = columns::pieces(picture, bin);
            pieces.iter().any(|piece| piece.height >= SEEN && fills.contains(&piece.fill))
        })
    };
    let (flows_behind, flows_ahead) = river::flowing(picture);
    let open = if flows_behind { locale.legend_carried() } else { locale.legend_open() };
    let ahead = if flows_ahead { locale.legend_ahead() } else { locale.legend_ahead_short() };
    let has_ticks = picture.bins.iter().any(|bin| columns::has_tick(picture, bin));
    written(&[
        (has(&[Fill::Done, Fill::Complete]), "gp-solid", "■", locale.legend_done()),
        (has(&[Fill::Ahead]), "gp-foot", "□", ahead),
        (has(&[Fill::Open]), "gp-open", "▨", open),
        (has_ticks, "gp-line", "—", locale.legend_plan()),
        (has(&[Fill::Future]), "gp-plan", "▯", locale.legend_future()),
    ])
}

/// The items that occur, as a paragraph.
fn written(items: &[(bool, &str, &str, &str)]) -> String {
    let items: Vec<String> = items
        .iter()
        .filter(|(occurs, ..)| *occurs)
        .map(|(_, class, sample, meaning)| format!("<span><b class=\"{class}\">{sample}</b> {}</span>", text(meaning)))
        .collect();
    if items.is_empty() { String::new() } else { format!(" <p class=\"gp-legend\">{}</p>", items.join(" ")) }
}
