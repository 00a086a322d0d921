//! A goal where there is no page to draw in: its picture as SVG, and a figure of HTML that needs no script.

#[cfg(target_arch = "wasm32")]
pub mod node;

use crate::goal::{Theme, View};
use crate::layout::{self, Layout, Measure};
use crate::paint::svg::{Colours, escape, svg};
use crate::progress::Progress;
use crate::scene::{self, Account, Cell};
use crate::theme::Palette;

/// The width of a picture that nobody gave one, in CSS px: a blog's column.
pub const WIDTH: f64 = 640.0;
/// The width of the other picture of a figure that is to fit phones as well.
const NARROW_WIDTH: f64 = 360.0;

/// How a picture looks.
#[derive(Clone, Copy)]
pub struct Style<'a> {
    /// What is drawn.
    pub view: View,
    /// In which colours.
    pub theme: Theme,
    /// A CSS font family list.
    pub family: &'a str,
    /// Whether it is mirrored, for pages that are read from right to left.
    pub right_to_left: bool,
    /// How texts are measured.
    pub measure: &'a dyn Measure,
}

impl Style<'_> {
    fn layout(self, progress: &Progress, width: f64) -> Layout {
        layout::layout(progress, self.view, width, self.measure)
    }

    fn picture(self, layout: &Layout, account: &Account, auto: Colours) -> String {
        let scene = scene::scene(layout, self.right_to_left);
        let colours = match self.theme {
            Theme::Auto => auto,
            Theme::Light => Colours::Own(Palette::LIGHT),
            Theme::Dark => Colours::Own(Palette::DARK),
        };
        svg(scene, account, colours, self.family)
    }
}

/// The picture as a file of its own.
#[must_use]
pub fn picture(progress: &Progress, width: f64, style: Style<'_>) -> String {
    let layout = style.layout(progress, width);
    style.picture(&layout, &scene::account(progress, &layout), Colours::System)
}

/// A figure for feeds and for pages without scripts: the picture, how it stands, and the table.
#[must_use]
pub fn figure(progress: &Progress, width: f64, style: Style<'_>) -> String {
    let layout = style.layout(progress, width);
    let account = scene::account(progress, &layout);
    let picture = style.picture(&layout, &account, Colours::Page);
    let caption = escape(&account.summary.join(" "));
    let table = table(progress);
    let lang = account.lang;
    format!("<figure class=\"goalpost\" lang=\"{lang}\">{picture}<figcaption>{caption}</figcaption>{table}</figure>")
}

/// What stands in a `<goal-post>` until the widget draws: in the same box, so that nothing moves when it does. Of two
/// pictures, wide and narrow, the element's width chooses, as the widget would.
#[must_use]
pub fn placeholder(progress: &Progress, style: Style<'_>) -> String {
    let [wide, narrow] = [WIDTH, NARROW_WIDTH].map(|width| style.layout(progress, width));
    let account = scene::account(progress, &wide);
    let (tall, short) = (narrow.height, wide.height);
    let pictures = [wide, narrow].map(|layout| style.picture(&layout, &account, Colours::Page)).concat();
    format!(
        "<figure class=\"goalpost-still\" lang=\"{lang}\"><style>{sheet}\
         .goalpost-still>svg{{height:{short}px}}.goalpost-still>svg~svg{{height:{tall}px;display:none}}\
         @container (width<{turn}px){{.goalpost-still>svg{{display:none}}.goalpost-still>svg~svg{{display:block}}}}\
         </style>{pictures}<p>{summary}</p><details><summary>{name}</summary>{table}</details></figure>",
        lang = account.lang,
        sheet = include_str!("outlet/still.css").replace('\n', ""),
        turn = layout::WIDE,
        summary = escape(&account.summary.join(" ")),
        name = escape(account.details),
        table = table(progress),
    )
}

fn table(progress: &Progress) -> String {
    let table = scene::table(progress, &progress.weeks);
    let caption = escape(&table.caption);
    let headers = concat(&table.headers, |header| format!("<th scope=\"col\">{}</th>", escape(header)));
    let rows = concat(&table.rows, |row| {
        format!("<tr><th scope=\"row\">{}</th>{}</tr>", escape(&row.label), concat(&row.cells, table_cell))
    });
    format!("<table><caption>{caption}</caption><thead><tr>{headers}</tr></thead><tbody>{rows}</tbody></table>")
}

fn concat<T>(parts: &[T], markup: impl Fn(&T) -> String) -> String {
    parts.iter().map(markup).collect::<Vec<_>>().concat()
}

fn table_cell(cell: &Cell) -> String {
    let text = escape(&cell.text);
    let text = match &cell.link {
        // The wire lets only web addresses through.
        Some(address) => format!("<a href=\"{}\" rel=\"noopener nofollow\">{text}</a>", escape(address)),
        None => text,
    };
    if cell.number { format!("<td style=\"text-align:end\">{text}</td>") } else { format!("<td>{text}</td>") }
}
