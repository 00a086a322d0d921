//! The table as comma-separated values, as RFC 4180 has them: plain numbers, plain dates, nothing rounded.

use crate::progress::{Progress, Week};
use crate::words::Header;

use super::table::{amount, completed, headers, heading, remarks};

/// The whole table, a line a week below the headers.
#[must_use]
pub fn csv(progress: &Progress) -> String {
    let headers = headers(progress);
    let mut text = String::new();
    line(&mut text, &headers, &|header| heading(progress, header));
    for week in &progress.weeks {
        line(&mut text, &headers, &|header| field(progress, week, header));
    }
    text
}

fn line(text: &mut String, headers: &[Header], field: &dyn Fn(Header) -> String) {
    let fields: Vec<String> = headers.iter().map(|header| quoted(field(*header))).collect();
    *text += &fields.join(",");
    *text += "\r\n";
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
            let mut remarks = remarks(progress, week);
            remarks.extend(week.link.clone());
            harmless(remarks.join(" · "))
        }
        _ => number(amount(week, header)).unwrap_or_default(),
    }
}

/// A spreadsheet takes a text that begins like a formula for one, unless an apostrophe stands before it.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}
