//! The table of the still: a row a week. A space separates the cells, for readers that strip the markup.

use crate::report::{self, ColumnKind, Note, Row, Table};

use super::super::Style;
use super::text::text;

/// The table. Its classes mark the columns that are not numbers.
pub(super) fn table(style: &Style<'_>) -> String {
    let weeks = 0..style.progress.weeks.len();
    let Table { caption, columns, rows, .. } = report::table(style.progress, style.locale, weeks);
    let has = |kind: ColumnKind, from: usize| columns.iter().skip(from).any(|column| column.kind == kind);
    let class = match (has(ColumnKind::Text, 1), has(ColumnKind::Note, 1)) {
        (true, true) => " class=\"gp-dates gp-notes\"",
        (true, false) => " class=\"gp-dates\"",
        (false, true) => " class=\"gp-notes\"",
        (false, false) => "",
    };
    let headers: Vec<String> =
        columns.iter().map(|column| format!("<th scope=\"col\">{}</th>", text(&column.header))).collect();
    let rows: String = rows.iter().map(row).collect();
    format!(
        "<table{class}><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{rows}</tbody></table>",
        text(&caption),
        headers.join(" ")
    )
}

fn row(row: &Row) -> String {
    let mut cells = format!("<tr><th scope=\"row\">{}</th>", text(&row.label));
    for cell in &row.cells {
        cells.extend([" <td>", &text(cell), "</td>"]);
    }
    cells += &row.note.as_ref().map_or_else(String::new, note);
    cells + "</tr>"
}

fn note(note: &Note) -> String {
    let said = text(&note.text);
    match &note.link {
        // `wire` accepts only web addresses.
        Some(address) => format!(" <td><a href=\"{}\">{said}</a></td>", text(address)),
        None => format!(" <td>{said}</td>"),
    }
}
