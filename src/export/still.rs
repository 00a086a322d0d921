//! The still: a goal as one figure of plain markup, which reads as the widget's picture without a script.
//!
//! The Jekyll include writes the same figure, to the character. It is written in Liquid, which has whole numbers, `+ − × ÷`
//! and no measure of a text: so everything here follows from whole numbers and counts of characters. Colours and sizes are
//! the business of the page's style sheet, `goalpost.css`: attributes only keep the picture readable where that is missing,
//! as in a feed. There are no ids, and no styles of its own.

mod picture;
mod table;
mod text;

use crate::goal::View;
use crate::report;

use super::Style;
use picture::Picture;
use text::text;

/// The figure.
#[must_use]
pub fn still(style: &Style<'_>) -> String {
    let is_compact = style.view == Some(View::Compact);
    let input = style.input();
    let (class, chart) = if is_compact {
        (" gp-compact", String::new())
    } else {
        let picture = Picture::new(style);
        let arc = picture::arc(input, style.right_to_left);
        ("", picture::legend(&picture) + " " + &picture.weeks() + &picture.note() + &arc)
    };
    // The words are a paragraph, and read as one where only they are left, as in a feed.
    format!(
        "<figure class=\"goalpost-still{class}\" lang=\"{lang}\">{caption}{bar}{chart} <p>{words}</p> \
         <details><summary>{name}</summary>{table}</details></figure>",
        lang = style.locale.tag(),
        caption = picture::caption(input),
        bar = picture::bar(input, style.right_to_left, !is_compact),
        words = words(style),
        name = text(style.locale.table()),
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
