//! The still: a goal as one figure of plain markup, which looks like the widget's picture but needs no script.
//!
//! The Jekyll include writes the same figure, character by character. Liquid has integers, `+ − × ÷` and no way to measure
//! text, so everything here follows from integers and character counts. Colours and sizes are set by the page's style
//! sheet, `goalpost.css`. Attributes only keep the picture readable where that is missing, as in a feed. There are no ids
//! and no inline styles.

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
    // A feed may keep only the words, so they are a paragraph.
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

/// The sentences. A class marks those that the picture shows too, and those that need chances, which Liquid cannot
/// compute.
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
