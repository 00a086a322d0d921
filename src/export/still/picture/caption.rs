//! The caption above the picture: the goal's title, the verdict, and the figures.

use crate::layout::{self, Input};
use crate::theme::Ink;

use super::super::text::text;

/// The caption. The style sheet hides some parts by their class in wide or narrow pictures.
pub(in super::super) fn caption(input: Input<'_>) -> String {
    let title = input.has_title.then(|| {
        let title = input.locale.title(input.progress.goal.title.as_deref());
        format!("<b>{}</b><br />", text(title))
    });
    let verdict = layout::verdict(input).and_then(|verdict| {
        let class = class(verdict.ink);
        Some(format!("<b{class}>{}</b>", text(verdict.forms.first()?)))
    });
    let plan = layout::plan_by_now(input, &input.progress.goal.unit)
        .map(|plan| format!("<span class=\"gp-wide\">{}</span>", text(&plan)));
    let figures =
        layout::figures(input).first().map(|figures| format!("<span class=\"gp-narrow\">{}</span>", text(figures)));
    let lines: Vec<String> = [title, verdict, plan, figures].into_iter().flatten().collect();
    format!("<figcaption>{}</figcaption>", lines.join(" "))
}

/// The class attribute for an ink.
fn class(ink: Ink) -> &'static str {
    match ink {
        Ink::JamWords => " class=\"gp-jam\"",
        Ink::DoneWords => " class=\"gp-done\"",
        Ink::Muted => " class=\"gp-muted\"",
        _ => "",
    }
}
