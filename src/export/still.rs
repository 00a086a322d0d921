//! The still: a goal as one figure of plain markup, which reads as the widget's picture without a script.
//!
//! The Jekyll include writes the same figure, to the character. It is written in Liquid, which has whole numbers, `+ − × ÷`
//! and no measure of a text. So everything here follows from whole numbers and counts of characters. Colours and sizes
//! are the business of the page's style sheet, `goalpost.css`: the markup has no style of its own, and no ids.

mod table;
mod text;

use crate::report;

use super::Style;
use text::text;

/// The figure.
#[must_use]
pub(super) fn still(style: &Style<'_>, pictures: &str) -> String {
    let (progress, locale) = (style.progress, style.locale);
    // The words come first: where only they are left, as in an excerpt or in a feed, they read as a paragraph.
    format!(
        "<figure class=\"goalpost-still\" lang=\"{lang}\"><figcaption><b>{title}</b></figcaption> <p>{words}</p> \
         <details open=\"\"><summary>{name}</summary>{table}</details>{pictures}</figure>",
        lang = locale.tag(),
        title = text(locale.title(progress.goal.title.as_deref())),
        words = words(style),
        name = text(locale.table()),
        table = table::table(style),
    )
}

/// The sentences. Those that the picture tells too are marked, and those that rest on chances, as no Liquid can compute
/// them.
fn words(style: &Style<'_>) -> String {
    let mut words = String::new();
    for sentence in report::summary(style.progress, style.locale) {
        let said = text(&sentence.text);
        if !words.is_empty() {
            words.push(' ');
        }
        if sentence.rests_on_chances {
            words.extend(["<span class=\"goalpost-chances\">", &said, "</span>"]);
        } else if sentence.is_drawn {
            words.extend(["<span class=\"gp-drawn\">", &said, "</span>"]);
        } else {
            words.push_str(&said);
        }
    }
    words
}
