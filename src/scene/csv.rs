//! The table as comma-separated values, as RFC 4180 has them: plain numbers, plain dates, nothing rounded.

use crate::progress::{Progress, Week};
use crate::words::Header;

use super::table::{amount, completed, heading, is_needed, remarks};

/// The whole table, a line a week below the headers.
#[must_use]
pub fn csv(progress: &Progress) -> String {
    let headers: Vec<Header> = Header::ALL.into_iter().filter(|header| is_needed(*header, progress)).collect();
    let mut text = String::new();
    line(&mut text, headers.iter().map(|header| heading(progress, *header)));
    for week in &progress.weeks {
        line(&mut text, headers.iter().map(|header| field(progress, week, *header)));
    }
    text
}

fn line(text: &mut String, fields: impl Iterator<Item = String>) {
    for (index, field) in fields.enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&quoted(field));
    }
    text.push_str("\r\n");
}

fn quoted(field: String) -> String {
    if field.contains([',', '"', '\n', '\r']) { format!("\"{}\"", field.replace('"', "\"\"")) } else { field }
}

fn field(progress: &Progress, week: &Week, header: Header) -> String {
    let number = |value: Option<f64>| value.map(|value| value.to_string());
    match header {
        Header::Week => harmless(week.label.clone()),
        Header::Date => week.date.clone().unwrap_or_default(),
        Header::Completed => number(completed(week)).unwrap_or_default(),
        Header::Note => {
            let remarks = remarks(progress, week).into_iter().chain(week.link.clone());
            harmless(remarks.collect::<Vec<_>>().join(" · "))
        }
        _ => number(amount(week, header)).unwrap_or_default(),
    }
}

/// A spreadsheet takes a text that begins like a formula for one, unless an apostrophe stands before it.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}
