//! The same goal as a table that leaves nothing out: what its columns are, and what they say of a week.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::progress::{Progress, Status, Week};
use crate::words::Header;

/// The numbers of weeks, as texts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// What it is called.
    pub caption: String,
    /// The language of the author's own texts, where it is another one.
    pub author_lang: Option<String>,
    /// The columns that this goal needs, with the unit where they count.
    pub headers: Vec<String>,
    /// One row a week.
    pub rows: Vec<Row>,
}

/// A week in the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Its label.
    pub label: String,
    /// The cells beside it, one for each further header.
    pub cells: Vec<Cell>,
}

/// A cell of the table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Where it leads.
    pub link: Option<String>,
    /// Whether the author wrote it.
    pub authored: bool,
    /// Whether it is a number.
    pub number: bool,
}

/// A number is nothing but its text: most cells are numbers.
impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.number {
            return serializer.serialize_str(&self.text);
        }
        let mut cell = serializer.serialize_struct("Cell", 3)?;
        cell.serialize_field("text", &self.text)?;
        cell.serialize_field("link", &self.link)?;
        cell.serialize_field("authored", &self.authored)?;
        cell.end()
    }
}

/// The table of some of the weeks: all of them, or those that are looked at first.
#[must_use]
pub fn table(progress: &Progress, weeks: &[Week]) -> Table {
    let headers = headers(progress);
    Table {
        caption: progress.title.clone(),
        author_lang: author_lang(progress),
        headers: headers.iter().map(|header| heading(progress, *header)).collect(),
        rows: weeks.iter().map(|week| row(progress, week, &headers[1..])).collect(),
    }
}

/// The tag of the author's language, where no sentences are spoken in it.
fn author_lang(progress: &Progress) -> Option<String> {
    let primary = progress.lang.split(['-', '_']).next().unwrap_or_default();
    let other = !primary.is_empty() && !primary.eq_ignore_ascii_case(progress.words.tag());
    other.then(|| progress.lang.clone())
}

/// A column's header, with the unit where it counts.
pub(super) fn heading(progress: &Progress, header: Header) -> String {
    let counts = !matches!(header, Header::Week | Header::Date | Header::Completed | Header::Note);
    if counts && !progress.unit.is_empty() {
        progress.words.header_in(header, &progress.unit)
    } else {
        progress.words.header(header).to_owned()
    }
}

/// The columns of the table.
pub(super) fn headers(progress: &Progress) -> Vec<Header> {
    Header::ALL.into_iter().filter(|header| is_needed(*header, progress)).collect()
}

/// Columns that would be empty from top to bottom are left out.
fn is_needed(header: Header, progress: &Progress) -> bool {
    let any = |needs: &dyn Fn(&Week) -> bool| progress.weeks.iter().any(needs);
    match header {
        Header::Week | Header::Completed => true,
        Header::Date => any(&|week| week.day.is_some()),
        Header::Planned | Header::Load => any(&|week| week.planned.is_some()),
        Header::CarriedIn | Header::CarriedOut => {
            any(&|week| week.carried_in > Some(0.0) || week.carried_out > Some(0.0))
        }
        Header::Done => any(&|week| week.done.is_some()),
        Header::Note => any(&|week| !remarks(progress, week).is_empty() || week.link.is_some()),
    }
}

fn row(progress: &Progress, week: &Week, headers: &[Header]) -> Row {
    let cells = headers.iter().map(|header| cell(progress, week, *header)).collect();
    Row { label: week.label.clone(), cells }
}

/// What a column of amounts says of a week.
pub(super) fn amount(week: &Week, header: Header) -> Option<f64> {
    match header {
        Header::Planned => week.planned,
        Header::CarriedIn => week.carried_in,
        Header::Load => week.load,
        Header::Done => week.done,
        Header::CarriedOut => week.carried_out,
        Header::Week | Header::Date | Header::Completed | Header::Note => None,
    }
}

/// The share of a week's work that is done.
pub(super) fn completed(week: &Week) -> Option<f64> {
    if week.planned.is_none() { week.of_plan } else { week.of_load }
}

fn cell(progress: &Progress, week: &Week, header: Header) -> Cell {
    let words = progress.words;
    let roughly = |text: String| if week.approx { words.roughly(&text) } else { text };
    let number = |text: String| Cell { text, number: true, ..Cell::default() };
    match header {
        Header::Week => Cell { text: week.label.clone(), ..Cell::default() },
        Header::Date => Cell { text: week.day.map_or_else(String::new, |day| words.long_date(day)), ..Cell::default() },
        Header::Planned | Header::CarriedIn | Header::Load | Header::Done | Header::CarriedOut => {
            let text = amount(week, header).map_or_else(String::new, |value| words.number(value));
            number(if header == Header::Done && !text.is_empty() { roughly(text) } else { text })
        }
        Header::Completed => number(match completed(week) {
            Some(share) => roughly(words.percent(share)),
            None if week.carried_out.is_some() => "–".to_owned(),
            None => String::new(),
        }),
        Header::Note => {
            let remarks = remarks(progress, week);
            let text = if remarks.is_empty() { week.link.clone().unwrap_or_default() } else { remarks.join(" · ") };
            let authored = week.note.is_some() || week.milestone.is_some() || week.link.is_some();
            Cell { text, link: week.link.clone(), authored, number: false }
        }
    }
}

/// The kind of week, its milestone, and the author's line.
pub(super) fn remarks(progress: &Progress, week: &Week) -> Vec<String> {
    let words = progress.words;
    let kind = match week.status {
        Status::Absent => Some(words.absent()),
        Status::Skipped => Some(words.skipped()),
        Status::Unknown => Some(words.unknown()),
        Status::Future => Some(words.future()),
        Status::Recorded | Status::Milestone => None,
    };
    // Away, and nothing recorded either.
    let unknown =
        week.status == Status::Absent && week.done.is_none() && week.of_plan.is_none() && week.number <= progress.as_of;
    let unknown = unknown.then(|| words.unknown());
    let mut said = Vec::new();
    for remark in [kind, unknown, week.milestone.as_deref(), week.note.as_deref()] {
        said.extend(remark.map(str::to_owned));
    }
    said
}
