//! Every sentence that goalpost can say, in each language that it speaks.
//!
//! A language is one file with one implementation of [`Words`]; the compiler names what it leaves out. Numbers reach
//! the sentences as numbers, so that each language writes them its own way.

mod en;
mod ko;

use crate::date::Date;
use crate::maths;
use crate::problem::Kind;

/// The languages, by the first part of their tag. The first one serves everybody else.
const LANGUAGES: &[(&str, &dyn Words)] = &[("en", &en::PLAIN), ("ko", &ko::Korean)];

/// The sentences for a BCP 47 tag such as `ko-KR`; English where the language is not spoken.
#[must_use]
pub fn of(lang: &str) -> &'static dyn Words {
    spoken_as(lang).unwrap_or(&en::PLAIN)
}

/// Whether there are sentences for the tag, or it is none.
#[must_use]
pub fn is_spoken(lang: &str) -> bool {
    lang.is_empty() || spoken_as(lang).is_some()
}

fn spoken_as(lang: &str) -> Option<&'static dyn Words> {
    let primary = lang.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(primary)).map(|(_, words)| *words)
}

/// How a language that is not spoken writes numbers and dates; nothing where it cannot be told.
pub trait Format {
    /// A number with at most two decimals.
    fn number(&self, value: f64) -> Option<String>;
    /// A day, as short as it is clear.
    fn short_date(&self, day: Date) -> Option<String>;
    /// A day as one would say it.
    fn long_date(&self, day: Date) -> Option<String>;
}

/// English sentences with the numbers and dates of another language. They are kept for good: a page has few languages.
#[must_use]
pub fn abroad(format: impl Format + 'static) -> &'static dyn Words {
    Box::leak(Box::new(en::English { format: Some(Box::leak(Box::new(format))) }))
}

/// The tags of the languages that are spoken.
pub fn spoken() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|(tag, _)| *tag)
}

/// The parts of the legend, in the order in which they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legend {
    /// Work done.
    Done,
    /// Work not done, which moves into the next week.
    Carried,
    /// The plan that is new in the week.
    Plan,
    /// Plan of weeks to come.
    Future,
    /// Done beyond what there was to do.
    Beyond,
}

/// The kinds of picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// Week columns.
    Weekly,
    /// Work added up against the plan.
    Burnup,
    /// The gauge alone.
    Compact,
}

/// The columns of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Header {
    /// The week's label.
    Week,
    /// Its day.
    Date,
    /// New plan.
    Planned,
    /// Carried in.
    CarriedIn,
    /// Load.
    Load,
    /// Done.
    Done,
    /// Done, of the load.
    Completed,
    /// Carried out.
    CarriedOut,
    /// Marks and the author's line.
    Note,
}

impl Header {
    /// All columns, in their order.
    pub const ALL: [Self; 9] = [
        Self::Week,
        Self::Date,
        Self::Planned,
        Self::CarriedIn,
        Self::Load,
        Self::Done,
        Self::Completed,
        Self::CarriedOut,
        Self::Note,
    ];
}

/// The sentences of one language.
pub trait Words {
    /// The tag of the language.
    fn tag(&self) -> &'static str;
    /// A goal without a title.
    fn untitled(&self) -> &'static str;
    /// A week without a label, counted from 1.
    fn week(&self, number: usize) -> String;
    /// Two or more weeks drawn as one.
    fn weeks(&self, first: usize, last: usize) -> String;
    /// A day, as short as it is clear: for labels.
    fn short_date(&self, day: Date) -> String;
    /// A day as one would say it: for tables and screen readers.
    fn long_date(&self, day: Date) -> String;

    /// The mark of a week in which the author was away.
    fn absent(&self) -> &'static str;
    /// The mark of an announced break.
    fn skipped(&self) -> &'static str;
    /// The mark of a week of which nothing was recorded.
    fn unknown(&self) -> &'static str;
    /// The mark of a week to come.
    fn future(&self) -> &'static str;
    /// A value that is known only roughly.
    fn roughly(&self, value: &str) -> String;

    /// A part of the legend.
    fn legend(&self, part: Legend) -> &'static str;
    /// The label of the plan's tick on the gauge, and of the plan's line.
    fn plan(&self) -> &'static str;
    /// An amount with its unit: `4 lectures`.
    fn amount(&self, amount: f64, unit: &str) -> String;
    /// So much of so much: `20 of 24 lectures`.
    fn done_of(&self, done: f64, planned: f64, unit: &str) -> String;
    /// What remains: `4 lectures left`.
    fn left(&self, amount: f64, unit: &str) -> String;
    /// Nothing remains.
    fn complete(&self) -> &'static str;
    /// Done beyond the whole plan.
    fn beyond(&self, amount: f64, unit: &str) -> String;
    /// Behind the plan by so much.
    fn behind(&self, amount: f64, unit: &str) -> String;
    /// Before the plan by so much.
    fn ahead(&self, amount: f64, unit: &str) -> String;
    /// The percent that the author states, where it is not the computed one.
    fn stated(&self, stated: &str, computed: Option<&str>) -> String;

    /// The name of the picture: what it is, of which goal, and the headline.
    fn picture(&self, kind: Picture, title: &str, headline: &str) -> String;
    /// How far the whole goal is.
    fn summary(&self, done: f64, planned: f64, unit: &str, percent: &str) -> String;
    /// Nothing could be computed, as no amounts are known.
    fn no_amounts(&self) -> &'static str;
    /// Neither behind the plan nor before it.
    fn on_plan(&self) -> &'static str;
    /// Since when how much has been carried over.
    fn jammed(&self, since: &str, depth: f64, unit: &str) -> String;
    /// In how many weeks the jam clears.
    fn clears(&self, weeks: u32) -> String;
    /// The jam does not clear, or only with so much more a week.
    fn does_not_clear(&self, extra: Option<f64>, unit: &str) -> String;
    /// How many weeks are left until the deadline.
    fn time_left(&self, weeks: u32) -> String;
    /// In how many weeks the rest may be done.
    fn forecast(&self, p50: u32, p85: u32, slowing: bool) -> String;
    /// How many weeks have a record.
    fn recorded(&self, recorded: u32, over: u32) -> String;

    /// The name of what steps through the weeks of a goal.
    fn steps(&self, title: &str) -> String;
    /// So much of a week's work is carried over.
    fn carried(&self, amount: f64, unit: &str) -> String;
    /// So much there is to do in a week.
    fn to_do(&self, load: f64, unit: &str) -> String;
    /// There is nothing to do in a week.
    fn nothing_to_do(&self) -> &'static str;
    /// How the link of a week is opened with the keyboard.
    fn opens_link(&self) -> &'static str;

    /// The name of the table and its tools, on what opens them.
    fn table(&self) -> &'static str;
    /// The header of a column.
    fn header(&self, header: Header) -> &'static str;
    /// The header of a column of amounts.
    fn header_in(&self, header: Header, unit: &str) -> String {
        format!("{} ({unit})", self.header(header))
    }
    /// Copies the table.
    fn copy(&self) -> &'static str;
    /// The table is copied.
    fn copied(&self) -> &'static str;
    /// The table could not be copied.
    fn not_copied(&self) -> &'static str;
    /// Saves the picture.
    fn save(&self) -> &'static str;

    /// What stands above the problems of a goal that cannot be drawn.
    fn cannot_draw(&self) -> &'static str;
    /// A problem: what was found, what was expected, how to mend it.
    fn problem(&self, kind: &Kind) -> String;

    /// A phrase as a sentence of its own.
    fn sentence(&self, phrase: &str) -> String {
        format!("{phrase}.")
    }

    /// A number: whole where it is, at most two decimals, thousands told apart, 0 only where there is nothing.
    fn number(&self, value: f64) -> String {
        plain_number(value)
    }

    /// A share as a percent: one decimal unless it is whole, 100 % only when nothing remains, 0 % only when nothing
    /// is done.
    fn percent(&self, share: f64) -> String {
        let tenths = (share * 1000.0).round();
        let shown = if share < 1.0 && tenths >= 1000.0 {
            999.0
        } else if share > 0.0 && tenths < 1.0 {
            1.0
        } else {
            tenths
        };
        format!("{}%", self.number(shown / 10.0))
    }
}

/// A number as English and Korean write it; what is there at all is never "0".
fn plain_number(value: f64) -> String {
    if value > 0.0 && value < 0.005 { "<0.01".to_owned() } else { group_thousands(value) }
}

fn group_thousands(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    let plain = maths::whole(rounded).map_or_else(|| rounded.to_string(), |whole| whole.to_string());
    let (whole, decimals) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    if whole.len() <= 3 {
        return plain;
    }
    let mut grouped = String::with_capacity(plain.len() + 3);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) && digit.is_ascii_digit() {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + decimals
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn percents_never_round_to_an_end_that_is_not_reached() {
        let words = of("en");
        for (share, shown) in
            [(20.0 / 24.0, "83.3%"), (0.75, "75%"), (0.9996, "99.9%"), (1.0, "100%"), (0.0002, "0.1%"), (0.0, "0%")]
        {
            assert_eq!(words.percent(share), shown, "{share}");
        }
    }

    #[test]
    fn numbers_are_short_and_grouped() {
        let words = of("ko-KR");
        for (number, shown) in
            [(6.0, "6"), (6.5, "6.5"), (1.0 / 3.0, "0.33"), (1234.0, "1,234"), (1e9, "1,000,000,000"), (0.0, "0")]
        {
            assert_eq!(words.number(number), shown, "{number}");
        }
    }

    #[test]
    fn a_language_is_found_by_its_first_part_and_english_serves_the_rest() {
        assert_eq!(of("ko-KR").tag(), "ko");
        assert_eq!(of("KO").tag(), "ko");
        assert_eq!(of("pt-BR").tag(), "en");
        assert_eq!(of("").tag(), "en");
    }
}
