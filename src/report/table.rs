//! The goal as a table: its columns, and a row a week. Nothing is left out.

use serde::Serialize;

use crate::amount::{Amount, Ratio};
use crate::goal::{self, Done, Work};
use crate::locale::{Locale, fill};
use crate::progress::{Progress, Status, Week};

/// The columns that a table can have, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Header {
    /// The week's label.
    Week,
    /// The week's date.
    Date,
    /// Newly planned work.
    Planned,
    /// Work carried over from earlier weeks.
    CarriedIn,
    /// Work taken out of the plan.
    Dropped,
    /// All work that was due.
    Load,
    /// Work done.
    Done,
    /// The share of the work that is done.
    Completed,
    /// Work carried over to the next week.
    CarriedOut,
    /// Marks and notes.
    Note,
}

impl Header {
    const ALL: [Self; 10] = [
        Self::Week,
        Self::Date,
        Self::Planned,
        Self::CarriedIn,
        Self::Dropped,
        Self::Load,
        Self::Done,
        Self::Completed,
        Self::CarriedOut,
        Self::Note,
    ];

    fn phrase(self, locale: Locale) -> &'static str {
        match self {
            Self::Week => locale.header_week(),
            Self::Date => locale.header_date(),
            Self::Planned => locale.header_planned(),
            Self::CarriedIn => locale.header_carried_in(),
            Self::Dropped => locale.header_dropped(),
            Self::Load => locale.header_load(),
            Self::Done => locale.header_done(),
            Self::Completed => locale.header_completed(),
            Self::CarriedOut => locale.header_carried_out(),
            Self::Note => locale.header_note(),
        }
    }

    /// Whether the cells are amounts in the goal's unit.
    fn counts(self) -> bool {
        !matches!(self, Self::Week | Self::Date | Self::Completed | Self::Note)
    }

    fn kind(self) -> ColumnKind {
        match self {
            Self::Week | Self::Date => ColumnKind::Text,
            Self::Note => ColumnKind::Note,
            _ => ColumnKind::Number,
        }
    }
}

/// The table, as texts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// The goal's title.
    pub caption: String,
    /// The title with the unit, for a table whose headers do not say it.
    pub caption_in: String,
    /// 0.5, to show how the language writes decimals.
    pub half: String,
    /// The language of the author's own texts, if it differs from that of the headers.
    pub author_lang: Option<String>,
    /// The columns that this goal needs. The first one holds the weeks' labels.
    pub columns: Vec<Column>,
    /// One row a week.
    pub rows: Vec<Row>,
}

/// A column of the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// The column.
    pub key: Header,
    /// Its header, with the unit if its cells are amounts.
    pub header: String,
    /// Its header without the unit.
    pub name: &'static str,
    /// The type of its cells.
    pub kind: ColumnKind,
    /// Whether all of its cells are empty.
    pub blank: bool,
}

/// The type of a column's cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ColumnKind {
    /// Words.
    Text,
    /// Numbers, which align on the decimal point.
    Number,
    /// Marks and notes of the week.
    Note,
}

/// A week in the table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// The week's label: the cell of the first column.
    pub label: String,
    /// The cells of the columns between label and note.
    pub cells: Vec<String>,
    /// The last cell, if the table has a note column.
    pub note: Option<Note>,
}

/// Marks and notes of a week.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Note {
    /// The words.
    pub text: String,
    /// The address that they link to.
    pub link: Option<String>,
    /// Whether the author wrote any of the words.
    pub authored: bool,
}

/// The table of a range of weeks, by their indexes.
#[must_use]
pub fn table(progress: &Progress, locale: Locale, weeks: std::ops::Range<usize>) -> Table {
    let headers = headers(progress);
    let column = |header: &Header| Column {
        key: *header,
        header: heading(progress, locale, *header),
        name: header.phrase(locale),
        kind: header.kind(),
        blank: *header == Header::Completed && progress.weeks.iter().all(|week| completed(week).is_none()),
    };
    let caption = locale.title(progress.goal.title.as_deref());
    Table {
        caption: caption.to_owned(),
        caption_in: in_unit(progress, locale, caption),
        half: locale.number(Amount::new(0.5)),
        author_lang: author_lang(progress, locale),
        columns: headers.iter().map(column).collect(),
        rows: weeks.map(|index| row(progress, locale, index, &headers)).collect(),
    }
}

/// The tag of the author's language, if the sentences are in another one.
fn author_lang(progress: &Progress, locale: Locale) -> Option<String> {
    let lang = &progress.goal.lang;
    let primary = lang.split(['-', '_']).next().unwrap_or_default();
    let differs = !primary.is_empty() && !primary.eq_ignore_ascii_case(locale.tag());
    differs.then(|| lang.clone())
}

/// A column's header, with the unit if its cells are amounts.
pub(super) fn heading(progress: &Progress, locale: Locale, header: Header) -> String {
    let phrase = header.phrase(locale);
    if header.counts() { in_unit(progress, locale, phrase) } else { phrase.to_owned() }
}

/// A header or a caption with the unit, if the goal has one.
fn in_unit(progress: &Progress, locale: Locale, phrase: &str) -> String {
    match progress.goal.unit.many.as_str() {
        "" => phrase.to_owned(),
        unit => fill(locale.header_in(), &[("header", phrase), ("unit", unit)]),
    }
}

/// The columns of the table, without those that would be empty.
pub(super) fn headers(progress: &Progress) -> Vec<Header> {
    Header::ALL.into_iter().filter(|header| is_needed(*header, progress)).collect()
}

fn is_needed(header: Header, progress: &Progress) -> bool {
    let any = |needs: &dyn Fn(&Week) -> bool| progress.weeks.iter().any(needs);
    match header {
        Header::Week | Header::Completed => true,
        Header::Date => progress.goal.weeks.iter().any(|week| week.date.is_some()),
        Header::Planned | Header::Load => any(&|week| week.planned.is_some()),
        Header::CarriedIn | Header::CarriedOut => {
            let some = Some(Amount::ZERO);
            any(&|week| week.carried_in > some || week.carried_out > some)
        }
        Header::Dropped => any(&|week| week.dropped.is_positive()),
        Header::Done => any(&|week| week.done.is_some()),
        Header::Note => {
            let kinds = any(&|week| !matches!(week.status, Status::Recorded | Status::Milestone));
            let said = |week: &goal::Week| week.milestone.is_some() || week.note.is_some() || week.link.is_some();
            kinds || progress.goal.weeks.iter().any(said)
        }
    }
}

fn row(progress: &Progress, locale: Locale, index: usize, headers: &[Header]) -> Row {
    let mut row = Row { label: label(progress, locale, index), cells: Vec::with_capacity(headers.len()), note: None };
    for header in headers {
        match header {
            Header::Week => {}
            Header::Note => row.note = Some(note(progress, locale, index)),
            _ => row.cells.push(cell(progress, locale, index, *header)),
        }
    }
    row
}

/// The author's label of a week, else its number.
pub(super) fn label(progress: &Progress, locale: Locale, index: usize) -> String {
    locale.week_label(progress.goal.weeks[index].label.as_deref(), index + 1)
}

/// The amount of a week in a column.
pub(super) fn amount(week: &Week, header: Header) -> Option<Amount> {
    match header {
        Header::Planned => week.planned,
        Header::CarriedIn => week.carried_in,
        Header::Dropped => Some(week.dropped).filter(|dropped| dropped.is_positive()),
        Header::Load => week.load,
        Header::Done => week.done,
        Header::CarriedOut => week.carried_out,
        Header::Week | Header::Date | Header::Completed | Header::Note => None,
    }
}

/// The share of a week's work that is done.
pub(super) fn completed(week: &Week) -> Option<Ratio> {
    if week.planned.is_none() { week.of_plan } else { week.of_load }
}

fn cell(progress: &Progress, locale: Locale, index: usize, header: Header) -> String {
    let (week, numbers) = (&progress.goal.weeks[index], &progress.weeks[index]);
    let roughly = |text: String| locale.roughly_if(week.approx, text);
    match header {
        Header::Date => week.date.map_or_else(String::new, |day| locale.long_date(day, progress.goal.has_years())),
        Header::Completed => match completed(numbers) {
            Some(share) => roughly(locale.percent(share)),
            None if numbers.carried_out.is_some() => "–".to_owned(),
            None => String::new(),
        },
        _ => match amount(numbers, header).map(|amount| locale.number(amount)) {
            Some(text) if header == Header::Done => roughly(text),
            text => text.unwrap_or_default(),
        },
    }
}

fn note(progress: &Progress, locale: Locale, index: usize) -> Note {
    let week = &progress.goal.weeks[index];
    let remarks = remarks(progress, locale, index);
    let text = match &week.link {
        Some(_) if remarks.is_empty() => label(progress, locale, index),
        _ => remarks.join(" · "),
    };
    let authored = week.note.is_some() || week.milestone.is_some() || week.link.is_some();
    Note { text, link: week.link.clone(), authored }
}

/// The kind of week, its milestone, and the author's line.
pub(super) fn remarks(progress: &Progress, locale: Locale, index: usize) -> Vec<String> {
    let (week, numbers) = (&progress.goal.weeks[index], &progress.weeks[index]);
    let kind = match numbers.status {
        Status::Absent => Some(locale.absent()),
        Status::Skipped => Some(locale.skipped()),
        Status::Unknown => Some(locale.unknown()),
        Status::Future => Some(locale.future()),
        Status::Recorded | Status::Milestone => None,
    };
    // Absent, and nothing recorded either.
    let nothing_recorded = match week.work {
        Work::Counted { done: Done::Assumed, .. } => Some(locale.assumed()),
        Work::Share(None) if numbers.status == Status::Absent && index < progress.goal.reached => {
            Some(locale.unknown())
        }
        _ => None,
    };
    let said = [kind, nothing_recorded, week.milestone.as_deref(), week.note.as_deref()];
    said.into_iter().flatten().map(str::to_owned).collect()
}
