//! English.

use crate::date::Date;
use crate::problem::{Expected, Fault, Found, Kind, Limit};

use super::{Format, Header, Legend, Picture, Words, plain_number};

/// The sentences in English, with the numbers and dates of another language where a page asks for them.
pub(super) struct English {
    /// How numbers and dates are written, if not the English way.
    pub(super) format: Option<&'static dyn Format>,
}

/// English through and through.
pub(super) const PLAIN: English = English { format: None };

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(day: Date) -> &'static str {
    usize::try_from(day.month - 1).ok().and_then(|index| MONTHS.get(index)).unwrap_or(&"")
}

fn weeks(count: u32) -> String {
    if count == 1 { "1 week".to_owned() } else { format!("{count} weeks") }
}

impl Words for English {
    fn tag(&self) -> &'static str {
        "en"
    }
    fn untitled(&self) -> &'static str {
        "Goal"
    }
    fn week(&self, number: usize) -> String {
        format!("Week {number}")
    }
    fn weeks(&self, first: usize, last: usize) -> String {
        format!("{first}–{last}")
    }
    fn short_date(&self, day: Date) -> String {
        let theirs = self.format.and_then(|format| format.short_date(day));
        theirs.unwrap_or_else(|| format!("{} {}", &month(day)[..3], day.day))
    }
    fn long_date(&self, day: Date) -> String {
        let theirs = self.format.and_then(|format| format.long_date(day));
        theirs.unwrap_or_else(|| format!("{} {}", month(day), day.day))
    }
    fn number(&self, value: f64) -> String {
        let theirs = self.format.filter(|_| value <= 0.0 || value >= 0.005).and_then(|format| format.number(value));
        theirs.unwrap_or_else(|| plain_number(value))
    }

    fn absent(&self) -> &'static str {
        "Absent"
    }
    fn skipped(&self) -> &'static str {
        "Break"
    }
    fn unknown(&self) -> &'static str {
        "No record"
    }
    fn future(&self) -> &'static str {
        "To come"
    }
    fn roughly(&self, value: &str) -> String {
        format!("~{value}")
    }

    fn legend(&self, part: Legend) -> &'static str {
        match part {
            Legend::Done => "Done",
            Legend::Carried => "Not done → next week",
            Legend::Plan => "New plan",
            Legend::Future => "Still planned",
            Legend::Beyond => "Beyond the plan",
        }
    }
    fn plan(&self) -> &'static str {
        "Plan"
    }
    /// The author gives the unit in the plural; "1 lectures" would be wrong, and "1" is clear.
    fn amount(&self, amount: f64, unit: &str) -> String {
        let number = self.number(amount);
        if unit.is_empty() || number == "1" { number } else { format!("{number} {unit}") }
    }
    fn done_of(&self, done: f64, planned: f64, unit: &str) -> String {
        format!("{} of {}", self.number(done), self.amount(planned, unit))
    }
    fn left(&self, amount: f64, unit: &str) -> String {
        format!("{} left", self.amount(amount, unit))
    }
    fn complete(&self) -> &'static str {
        "All done"
    }
    fn beyond(&self, amount: f64, unit: &str) -> String {
        format!("All done, and {} more", self.amount(amount, unit))
    }
    fn behind(&self, amount: f64, unit: &str) -> String {
        format!("{} behind the plan", self.amount(amount, unit))
    }
    fn ahead(&self, amount: f64, unit: &str) -> String {
        format!("{} ahead of the plan", self.amount(amount, unit))
    }
    fn stated(&self, stated: &str, computed: Option<&str>) -> String {
        match computed {
            Some(computed) => format!("{stated} as stated by the author; the weeks add up to {computed}."),
            None => format!("{stated} as stated by the author."),
        }
    }

    fn picture(&self, kind: Picture, title: &str, headline: &str) -> String {
        let chart = match kind {
            Picture::Weekly => "chart of the progress week by week",
            Picture::Burnup => "chart of the work done against the plan",
            Picture::Compact => "gauge of the progress",
        };
        format!("{title}: {chart}, {headline}")
    }
    fn summary(&self, done: f64, planned: f64, unit: &str, percent: &str) -> String {
        format!("{} done: {percent}.", self.done_of(done, planned, unit))
    }
    fn no_amounts(&self) -> &'static str {
        "No overall percent: how much was planned is not recorded."
    }
    fn on_plan(&self) -> &'static str {
        "Everything planned so far is done."
    }
    fn jammed(&self, since: &str, depth: f64, unit: &str) -> String {
        format!("Work has been carried over since {since}; by now it is {}.", self.amount(depth, unit))
    }
    fn clears(&self, count: u32) -> String {
        format!("At the usual pace that clears in {}.", weeks(count))
    }
    fn does_not_clear(&self, extra: Option<f64>, unit: &str) -> String {
        match extra {
            Some(extra) => {
                let extra = self.number((extra * 10.0).ceil() / 10.0);
                let unit = if unit.is_empty() || extra == "1" { String::new() } else { format!(" {unit}") };
                format!("At this pace it does not clear; {extra} more{unit} a week would do it.")
            }
            None => "At this pace it does not clear.".to_owned(),
        }
    }
    fn time_left(&self, count: u32) -> String {
        format!("Left until the deadline: {}.", weeks(count))
    }
    fn forecast(&self, p50: u32, p85: u32, slowing: bool) -> String {
        let pace = if slowing { "If the earlier pace returns" } else { "At the pace so far" };
        if p50 == p85 {
            format!("{pace}, the rest takes {} (85% likely).", weeks(p85))
        } else {
            format!("{pace}, the rest takes {} (even chance) to {} (85% likely).", weeks(p50), weeks(p85))
        }
    }
    fn recorded(&self, recorded: u32, over: u32) -> String {
        format!("{recorded} of {} recorded, so at least this much is done.", weeks(over))
    }

    fn steps(&self, title: &str) -> String {
        format!("Weeks of {title}")
    }
    /// Said beside what was done, where the unit has just been named.
    fn carried(&self, amount: f64, _unit: &str) -> String {
        format!("{} carried over", self.number(amount))
    }
    fn to_do(&self, load: f64, unit: &str) -> String {
        format!("{} to do", self.amount(load, unit))
    }
    fn nothing_to_do(&self) -> &'static str {
        "nothing to do"
    }
    fn opens_link(&self) -> &'static str {
        "Enter opens the link"
    }

    fn table(&self) -> &'static str {
        "Table and data"
    }
    fn copy(&self) -> &'static str {
        "Copy as CSV"
    }
    fn copied(&self) -> &'static str {
        "Copied"
    }
    fn not_copied(&self) -> &'static str {
        "This browser does not allow copying"
    }
    fn save(&self) -> &'static str {
        "Save as PNG"
    }
    fn header(&self, header: Header) -> &'static str {
        match header {
            Header::Week => "Week",
            Header::Date => "Date",
            Header::Planned => "Planned",
            Header::CarriedIn => "Carried in",
            Header::Load => "To do",
            Header::Done => "Done",
            Header::Completed => "Completed",
            Header::CarriedOut => "Carried over",
            Header::Note => "Note",
        }
    }

    fn cannot_draw(&self) -> &'static str {
        "goalpost cannot draw this goal yet:"
    }

    fn problem(&self, kind: &Kind) -> String {
        match kind {
            Kind::Syntax { fault, line } => format!("not JSON: {} Here: {line}", fault_text(*fault)),
            Kind::Empty => r#"there is no goal here; write one, such as { "planned": [6, 8], "done": [6, 5] }"#.to_owned(),
            Kind::NoData => {
                r#"no goal data found: put a <script type="application/json"> inside the element, or give it src="goal.json""#
                    .to_owned()
            }
            Kind::NotLoaded { reason } => {
                format!("the file could not be loaded ({reason}); check the address, and that its server allows this page")
            }
            Kind::HttpStatus(status) => format!("the server answered {status}; check the address of the file"),
            Kind::Expected { expected, found } => {
                format!("expected {}, found {}", expected_text(*expected), found_text(found))
            }
            Kind::DateForm { found, suggestion } => {
                format!("expected a date as year-month-day, found {}; write \"{suggestion}\"", found_text(found))
            }
            Kind::NoSuchDay { found } => format!("there is no day {}; check the month and the day", found_text(found)),
            Kind::UnknownField { suggestion: Some(suggestion), .. } => {
                format!("unknown field, did you mean \"{suggestion}\"?")
            }
            Kind::UnknownField { known, .. } => format!("unknown field; known here: {}", known.join(", ")),
            Kind::DuplicateField { field } => format!("\"{field}\" is given twice; keep one of them"),
            Kind::Missing("week") => "missing; say for which week the task is planned, such as \"week\": 2".to_owned(),
            Kind::Missing(field) => format!("missing; add what was planned, such as \"{field}\": [6, 8, 6]"),
            Kind::NoWeeks => {
                r#"no weeks; give "planned" and "done" lists, "weeks", or "tasks""#.to_owned()
            }
            Kind::Contradiction { other, here, there } => {
                format!("says {here}, but {other} says {there}; make them agree or remove one")
            }
            Kind::Lengths { other, here, there } => {
                let entries = if *here == 1 { "entry" } else { "entries" };
                format!("has {here} {entries}, but \"{other}\" has {there}; give one entry a week")
            }
            Kind::NoDates => {
                "no week has a date to compare with; give the number of a week, or add dates to the weeks"
                    .to_owned()
            }
            Kind::NoSuchWeek { week, weeks: 1 } => format!("week {week} does not exist; there is only week 1"),
            Kind::NoSuchWeek { week, weeks } => format!("week {week} does not exist; give one from 1 to {weeks}"),
            Kind::NothingToShare => {
                "a percent needs an amount to be a percent of; give \"planned\" for this week as well".to_owned()
            }
            Kind::DroppedTooMuch { dropped, most } => {
                let (dropped, most) = (self.number(*dropped), self.number(*most));
                format!("{dropped} dropped, but the plan up to this week holds only {most}; drop {most} at the most")
            }
            Kind::FinishedNotDone => {
                "says when the task was finished, but the task is not done; add \"done\": true, or remove this".to_owned()
            }
            Kind::TooMany { what, limit, found } => {
                let (what, mend) = match what {
                    Limit::Bytes => ("bytes of JSON", "shorten the texts or split the goal"),
                    Limit::Weeks => ("weeks", "split the goal"),
                    Limit::Tasks => ("tasks", "split the goal"),
                    Limit::Characters => ("characters", "shorten the text"),
                };
                format!("{} {what}, the most is {}; {mend}", thousands(*found), thousands(*limit))
            }
            Kind::More(1) => "and 1 more problem, which shows when these are mended".to_owned(),
            Kind::More(more) => format!("and {more} more problems, which show when these are mended"),
            Kind::StatedDiffers { stated, computed } => {
                let (stated, computed) = (self.number(*stated), self.percent(computed / 100.0));
                format!("{stated}% is stated, but the weeks add up to {computed}; the stated percent is shown")
            }
            Kind::DoneAboveLoad { done, load } => {
                format!("{} done of {} to do; the rest counts for the next week", self.number(*done), self.number(*load))
            }
            Kind::DatesOutOfOrder { previous } => format!("is before {previous}, the date of a week above it"),
            Kind::DoneAfterAsOf { as_of } => format!("is after week {as_of}, where \"asOf\" ends the record"),
            Kind::Unrecorded { weeks: 1 } => "1 week has no record: what is shown is the least that is done".to_owned(),
            Kind::Unrecorded { weeks } => {
                format!("{weeks} weeks have no record: what is shown is the least that is done")
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a count of bytes, weeks or characters")]
fn thousands(count: usize) -> String {
    PLAIN.number(count as f64)
}

fn fault_text(fault: Fault) -> &'static str {
    match fault {
        Fault::Ended => {
            "it ends too early; close what is open (a quote or bracket), or remove the blank line that cut it off."
        }
        Fault::MissingValue => "a value is missing here; write one, such as 6 or null.",
        Fault::TrailingComma => "remove the comma before the closing bracket.",
        Fault::MissingComma => "add a comma before this.",
        Fault::MissingColon => "add a colon after the name.",
        Fault::SingleQuote => "use \" instead of '.",
        Fault::CurlyQuote => "use straight quotes (\") instead of curly ones.",
        Fault::OddSpace => "replace this invisible character with a plain space, or remove it.",
        Fault::BareKey => "put the name in double quotes.",
        Fault::BareWord => "only true, false and null stand without quotes; put other texts in double quotes.",
        Fault::Start => "a goal begins with {.",
        Fault::Comment => "remove the comment; JSON has none.",
        Fault::ControlCharacter => "write \\n for a line break and \\t for a tab inside a text.",
        Fault::Escape => "write \\\\ for a backslash, or \\u with the four digits of a character.",
        Fault::Number => "write a number as 6 or 0.5; put a date, \"80%\" or \"5/6\" in double quotes.",
        Fault::WrongBracket => "close a list with ] and an object with }.",
        Fault::TooDeep => "lists and objects stand too deep in each other; a goal needs three levels.",
        Fault::TrailingText => "remove what follows the end of the goal.",
        Fault::Unexpected => "remove this character, which does not belong here.",
    }
}

fn expected_text(expected: Expected) -> String {
    match expected {
        Expected::Object => "an object { … }".to_owned(),
        Expected::List => "a list [ … ]".to_owned(),
        Expected::Text => "a text in quotes".to_owned(),
        Expected::Amount => "a number from 0 to 1,000,000,000".to_owned(),
        Expected::Done => "a number from 0 to 1,000,000,000, \"80%\" or \"5/6\"".to_owned(),
        Expected::Percent => "a percent from 0 to 100".to_owned(),
        Expected::Share => "true, false or a share from 0 to 1".to_owned(),
        Expected::Flag => "true or false".to_owned(),
        Expected::Date => "a date such as \"2019-09-29\"".to_owned(),
        Expected::Week => "the number of a week, counted from 1".to_owned(),
        Expected::WeekOrDate => "the number of a week, counted from 1, or a date such as \"2019-09-29\"".to_owned(),
        Expected::Link => "an address that starts with https:// or http://, or one within the site".to_owned(),
        Expected::OneOf(words) => words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(" or "),
    }
}

fn found_text(found: &Found) -> &str {
    match found {
        Found::Scalar(text) => text,
        Found::List => "a list",
        Found::Object => "an object",
    }
}
