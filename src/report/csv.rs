//! The table as comma-separated values (RFC 4180), with plain numbers and dates and no rounding.

use crate::amount::{Amount, Ratio};
use crate::locale::Locale;
use crate::progress::Progress;

use super::table::{Header, amount, completed, headers, heading, label, remarks};

/// The whole table: the headers, and a line a week.
#[must_use]
pub fn csv(progress: &Progress, locale: Locale) -> String {
    let headers = headers(progress);
    let mut text = String::new();
    line(&mut text, &headers, &|header| heading(progress, locale, header));
    for index in 0..progress.weeks.len() {
        line(&mut text, &headers, &|header| field(progress, locale, index, header));
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

fn field(progress: &Progress, locale: Locale, index: usize, header: Header) -> String {
    let number = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
    let (week, numbers) = (&progress.goal.weeks[index], &progress.weeks[index]);
    match header {
        Header::Week => harmless(label(progress, locale, index)),
        Header::Date => week.date.map_or_else(String::new, |date| date.to_string()),
        Header::Completed => number(completed(numbers).map(Ratio::fraction)),
        Header::Note => {
            let mut remarks = remarks(progress, locale, index);
            remarks.extend(week.link.clone());
            harmless(remarks.join(" · "))
        }
        _ => number(amount(numbers, header).map(Amount::get)),
    }
}

/// Spreadsheets run a text that starts like a formula. After an apostrophe it stays text.
fn harmless(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}
