//! Figures of HTML: picture, summary and table, readable without a script.

use crate::layout;
use crate::report::{self, ColumnKind, Note, Row, Table};

use super::{Style, WIDTH, escape, sheet};

/// The width of the second picture of a figure that has to fit phones as well, in CSS px.
const NARROW_WIDTH: f64 = 360.0;

/// A figure for feeds and for pages without scripts.
#[must_use]
pub fn figure(style: &Style<'_>, width: f64) -> String {
    let layout = style.layout(width);
    let description = style.description(&layout);
    let picture = style.picture(&layout, &description, &sheet::page());
    let caption = escape(&description.summary.join(" "));
    let (lang, table) = (style.locale.tag(), table(style));
    format!("<figure class=\"goalpost\" lang=\"{lang}\">{picture}<figcaption>{caption}</figcaption>{table}</figure>")
}

/// What stands in a `<goal-post>` until the widget draws, in the same box, so that nothing moves when it does. It holds a
/// wide and a narrow picture; the element's width chooses, as the widget would.
#[must_use]
pub fn placeholder(style: &Style<'_>) -> String {
    let [wide, narrow] = [WIDTH, NARROW_WIDTH].map(|width| style.layout(width));
    let description = style.description(&wide);
    let (tall, short) = (narrow.height, wide.height);
    let pictures = [wide, narrow].map(|layout| style.picture(&layout, &description, &sheet::page())).concat();
    format!(
        "<figure class=\"goalpost-still\" lang=\"{lang}\"><style>{sheet}\
         .goalpost-still>svg{{height:{short}px}}.goalpost-still>svg~svg{{height:{tall}px;display:none}}\
         @container (width<{turn}px){{.goalpost-still>svg{{display:none}}.goalpost-still>svg~svg{{display:block}}}}\
         </style>{pictures}<p>{summary}</p><details><summary>{name}</summary>{table}</details></figure>",
        lang = style.locale.tag(),
        sheet = include_str!("still.css").replace('\n', ""),
        turn = layout::WIDE,
        summary = escape(&description.summary.join(" ")),
        name = escape(style.locale.table()),
        table = table(style),
    )
}

fn table(style: &Style<'_>) -> String {
    let weeks = 0..style.progress.weeks.len();
    let Table { caption, columns, rows, .. } = report::table(style.progress, style.locale, weeks);
    let headers = concat(&columns, |column| format!("<th scope=\"col\">{}</th>", escape(&column.header)));
    let kinds: Vec<ColumnKind> = columns.iter().skip(1).map(|column| column.kind).collect();
    let rows = concat(&rows, |row| table_row(row, &kinds));
    format!(
        "<table><caption>{}</caption><thead><tr>{headers}</tr></thead><tbody>{rows}</tbody></table>",
        escape(&caption)
    )
}

fn table_row(row: &Row, kinds: &[ColumnKind]) -> String {
    let mut cells = String::new();
    for (text, kind) in row.cells.iter().zip(kinds) {
        let style = if *kind == ColumnKind::Number { " style=\"text-align:end\"" } else { "" };
        cells.extend(["<td", style, ">", &escape(text), "</td>"]);
    }
    let note = row.note.as_ref().map_or_else(String::new, note);
    format!("<tr><th scope=\"row\">{}</th>{cells}{note}</tr>", escape(&row.label))
}

fn note(note: &Note) -> String {
    let text = escape(&note.text);
    match &note.link {
        // The wire lets only web addresses through.
        Some(address) => format!("<td><a href=\"{}\" rel=\"noopener nofollow\">{text}</a></td>", escape(address)),
        None => format!("<td>{text}</td>"),
    }
}

fn concat<T>(parts: &[T], markup: impl Fn(&T) -> String) -> String {
    parts.iter().map(markup).collect()
}
