//! The same goal in words: the picture's name, a summary, and the names of what stands beside it.

use crate::layout::{Layout, Weeks};
use crate::progress::Progress;
use crate::words::Picture;

/// What is read instead of, or beside, the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Account {
    /// The language of it.
    pub lang: &'static str,
    /// What the picture is called by those who do not see it.
    pub name: String,
    /// How it stands, sentence by sentence.
    pub summary: Vec<String>,
    /// The name of what steps through the weeks.
    pub steps: String,
    /// The name of what opens the table.
    pub details: &'static str,
    /// What copies the table.
    pub copy: &'static str,
    /// What saves the picture.
    pub save: &'static str,
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
    Account {
        lang: words.tag(),
        name: words.picture(kind, &progress.title, &headline(progress)),
        summary: summary(progress),
        steps: words.steps(&progress.title),
        details: words.table(),
        copy: words.copy(),
        save: words.save(),
    }
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
