//! The same goal in words: the picture's name, a summary, and a table that leaves nothing out.

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use crate::layout::{Layout, Weeks};
use crate::progress::{Progress, Status, Week};
use crate::words::{Header, Picture};

/// What is read instead of, or beside, the picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// The language of it.
    pub lang: &'static str,
    /// The language of the author's own texts, where it is another one.
    pub author_lang: Option<String>,
    /// What the picture is called by those who do not see it.
    pub name: String,
    /// How it stands, sentence by sentence.
    pub summary: Vec<String>,
    /// What the table is called.
    pub caption: String,
    /// The name of what steps through the weeks.
    pub steps: String,
    /// The name of the table on what opens it.
    pub table: &'static str,
    /// What copies the table.
    pub copy: &'static str,
    /// What saves the picture.
    pub save: &'static str,
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

/// Puts a goal into words, and what its picture is.
#[must_use]
pub fn account(progress: &Progress, layout: &Layout) -> Account {
    let kind = match layout.chart.as_ref().map(|chart| &chart.weeks) {
        Some(Weeks::Columns(_)) => Picture::Weekly,
        Some(Weeks::Burnup(_)) => Picture::Burnup,
        None => Picture::Compact,
    };
    let words = progress.words;
    let headers: Vec<Header> = Header::ALL.into_iter().filter(|header| is_needed(*header, progress)).collect();
    Account {
        lang: words.tag(),
        author_lang: author_lang(progress),
        name: words.picture(kind, &progress.title, &headline(progress)),
        summary: summary(progress),
        caption: progress.title.clone(),
        steps: words.steps(&progress.title),
        table: words.table(),
        copy: words.copy(),
        save: words.save(),
        headers: headers.iter().map(|header| heading(progress, *header)).collect(),
        rows: progress.weeks.iter().map(|week| row(progress, week, &headers[1..])).collect(),
    }
}

/// The tag of the author's language, where no sentences are spoken in it.
fn author_lang(progress: &Progress) -> Option<String> {
    let primary = progress.lang.split(['-', '_']).next().unwrap_or_default();
    let other = !primary.is_empty() && !primary.eq_ignore_ascii_case(progress.words.tag());
    other.then(|| progress.lang.clone())
}

fn headline(progress: &Progress) -> String {
    let words = progress.words;
    let Some(share) = progress.stated.or(progress.overall) else {
        return words.no_amounts().trim_end_matches('.').to_owned();
    };
    match (progress.done, progress.planned) {
        (Some(done), Some(planned)) => {
            format!("{}, {}", words.percent(share), words.done_of(done, planned, &progress.unit))
        }
        _ => words.percent(share),
    }
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

fn summary(progress: &Progress) -> Vec<String> {
    let (words, unit) = (progress.words, progress.unit.as_str());
    let mut sentences = Vec::new();
    match (progress.overall, progress.done, progress.planned) {
        (Some(overall), Some(done), Some(planned)) => {
            sentences.push(words.summary(done, planned, unit, &words.percent(overall)));
        }
        _ if progress.stated.is_none() => sentences.push(words.no_amounts().to_owned()),
        _ => {}
    }
    if let Some(stated) = progress.stated {
        let computed = progress.overall.map(|overall| words.percent(overall));
        sentences.push(words.stated(&words.percent(stated), computed.as_deref()));
    }
    if progress.unrecorded > 0 {
        sentences.push(words.recorded(progress.as_of - progress.unrecorded, progress.as_of));
    }
    if let Some(jam) = &progress.jam {
        let since = progress.weeks.get(jam.since as usize - 1).map_or("", |week| week.label.as_str());
        sentences.push(words.jammed(since, jam.depth, unit));
        match jam.recovery {
            // Where nothing but the jam is left, the forecast says the same better.
            Some(_) if progress.forecast.is_some() && progress.as_of as usize == progress.weeks.len() => {}
            Some(weeks) => sentences.push(words.clears(weeks)),
            None if progress.pace.is_some() => sentences.push(words.does_not_clear(jam.extra, unit)),
            None => {}
        }
    } else if progress.ahead > 0.0 && progress.unrecorded == 0 && progress.remaining > Some(0.0) {
        sentences.push(words.sentence(&words.ahead(progress.ahead, unit)));
    } else if progress.as_of > 0 && progress.unrecorded == 0 && progress.remaining > Some(0.0) {
        sentences.push(words.on_plan().to_owned());
    }
    if progress.deadline.is_some() && progress.weeks_left > 0 && progress.remaining > Some(0.0) {
        sentences.push(words.time_left(progress.weeks_left));
    }
    if let Some(forecast) = &progress.forecast {
        sentences.push(words.forecast(forecast.p50, forecast.p85, forecast.slowing));
    }
    sentences
}

/// Columns that would be empty from top to bottom are left out.
pub(super) fn is_needed(header: Header, progress: &Progress) -> bool {
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
    let said = kind.into_iter().chain(unknown).map(str::to_owned);
    said.chain(week.milestone.clone()).chain(week.note.clone()).collect()
}
