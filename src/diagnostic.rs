//! What can be wrong with a goal, as data: the place, what was found and what was expected.
//!
//! [`crate::locale`] puts a diagnostic into words, in the language of the author's post.

mod nearest;

use crate::amount::{Amount, Ratio};
use crate::date::Date;

pub use nearest::did_you_mean;

/// An error or a warning about one place of the goal data.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The place: a path as in JavaScript, `weeks[3].planned`; `line 3, column 7` if the JSON does not parse; empty
    /// for the goal as a whole.
    pub path: String,
    /// What is wrong there.
    pub kind: Kind,
}

impl Diagnostic {
    /// A diagnostic about `path`.
    #[must_use]
    #[cold]
    pub fn new(path: impl Into<String>, kind: Kind) -> Self {
        Self { path: path.into(), kind }
    }
}

/// What is wrong, with everything that a sentence about it needs.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// The JSON does not parse.
    Syntax {
        /// The cause.
        fault: Fault,
        /// The line, shortened around the place.
        line: String,
    },
    /// There is no JSON at all.
    Empty,
    /// The page has no goal data in the element.
    NoData,
    /// The file that `src` names could not be loaded.
    NotLoaded {
        /// The browser's reason.
        reason: String,
    },
    /// The file that `src` names is missing or the server refused it.
    HttpStatus(u16),
    /// The field does not accept the value.
    Expected {
        /// What the field accepts.
        expected: Expected,
        /// The value in the data.
        found: Found,
    },
    /// A date that is not written as year-month-day.
    DateForm {
        /// The value in the data.
        found: Found,
        /// The date that was probably meant, in the right form.
        suggestion: String,
    },
    /// A date in the right form that no calendar has, such as `2019-02-30`.
    NoSuchDay {
        /// The value in the data.
        found: Found,
    },
    /// A key that goalpost does not know.
    UnknownField {
        /// The most similar known key.
        suggestion: Option<&'static str>,
        /// All keys that are known there.
        known: &'static [&'static str],
    },
    /// The same key twice in one object.
    DuplicateField {
        /// The key.
        field: String,
    },
    /// A required key is missing.
    Missing(&'static str),
    /// The goal has none of `weeks`, `planned` and `tasks`.
    NoWeeks,
    /// Two places disagree about the same week.
    Contradiction {
        /// The other place.
        other: String,
        /// The value in this place.
        here: String,
        /// The value in the other place.
        there: String,
    },
    /// Two lists of the same weeks have different lengths.
    Lengths {
        /// The other list.
        other: &'static str,
        /// Entries here.
        here: usize,
        /// Entries there.
        there: usize,
    },
    /// `asOf` is a date, but no week has one.
    NoDates,
    /// A week that does not exist.
    NoSuchWeek {
        /// The week's number in the data.
        week: usize,
        /// The number of weeks in the goal.
        weeks: usize,
    },
    /// A percent is given without an amount that it is a percent of.
    NothingToShare,
    /// More is dropped than was planned by then.
    DroppedTooMuch {
        /// Dropped in that week.
        dropped: Amount,
        /// The most that could be dropped.
        most: Amount,
    },
    /// `finished` on a task that is not done.
    FinishedNotDone,
    /// The goal is larger than goalpost accepts. Nothing is ever cut silently.
    TooMany {
        /// What is limited.
        what: Limit,
        /// The limit.
        limit: usize,
        /// The actual number.
        found: usize,
    },
    /// The number of problems that the list leaves out.
    More(usize),
    /// Warning: the stated percent is not the computed one.
    StatedDiffers {
        /// The author's percent, 0 to 100.
        stated: Amount,
        /// The computed share.
        computed: Ratio,
    },
    /// Warning: the week's date is before the date of a week above it.
    DatesOutOfOrder {
        /// The date of the week above.
        previous: Date,
    },
    /// Warning: work after the week that `asOf` names is left out.
    DoneAfterAsOf {
        /// The week of `asOf`.
        as_of: usize,
        /// The work that is left out.
        left_out: Amount,
    },
    /// Warning: open tasks of a break are taken out of the plan.
    OpenInBreak {
        /// The number of open tasks.
        tasks: usize,
    },
    /// Warning: the record ends with weeks of zero work.
    TrailingZeros {
        /// The number of these weeks.
        weeks: usize,
    },
    /// Warning: some weeks have no record, so the overall share is a lower bound.
    Unrecorded {
        /// The number of these weeks.
        weeks: usize,
    },
}

/// The kinds of value that a field can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A `{ … }`.
    Object,
    /// A `[ … ]`.
    List,
    /// A text.
    Text,
    /// A number from 0 to 1,000,000,000.
    Amount,
    /// An amount, `"80%"` or `"5/6"`.
    Done,
    /// 0 to 100.
    Percent,
    /// `true`, `false`, or a share from 0 to 1.
    Share,
    /// `true` or `false`.
    Flag,
    /// A date such as `2019-09-29`.
    Date,
    /// The number of a week, counted from 1.
    Week,
    /// A week's number or a date.
    WeekOrDate,
    /// An address that starts with `https://`, `http://`, or is relative.
    Link,
    /// A unit, or its names for one and for many.
    Unit,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

/// A value in the data, as a message shows it.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// A number, text or flag, as it is written.
    Scalar(String),
    /// A list.
    List,
    /// An object.
    Object,
}

/// Why JSON does not parse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text ends before the JSON does.
    Ended,
    /// A value is missing: a template may have found nothing to fill in.
    MissingValue,
    /// A comma before a closing bracket.
    TrailingComma,
    /// No comma between two entries.
    MissingComma,
    /// No colon after a key.
    MissingColon,
    /// `'` where `"` belongs.
    SingleQuote,
    /// `“` or `”`, which word processors and Markdown converters write.
    CurlyQuote,
    /// A space that JSON does not allow. Text copied from a web page has them.
    OddSpace,
    /// A key without quotes.
    BareKey,
    /// A word that is not JSON, such as `None` or `yes`.
    BareWord,
    /// The text does not begin with JSON.
    Start,
    /// A `//`, `/*` or `#` comment.
    Comment,
    /// A line break or control character inside a text.
    ControlCharacter,
    /// A backslash before a character that takes none.
    Escape,
    /// A number that JSON does not allow, or that is too large.
    Number,
    /// `}` where a list ends, or `]` where an object ends.
    WrongBracket,
    /// Lists or objects that are nested too deep.
    TooDeep,
    /// Something after the end of the JSON.
    TrailingText,
    /// Anything else.
    Unexpected,
}

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of JSON.
    Bytes,
    /// Weeks of one goal.
    Weeks,
    /// Tasks of one goal.
    Tasks,
    /// Characters of one text.
    Characters,
}

/// The most problems that are listed at once. Nobody works through a longer list.
pub const MOST_SHOWN: usize = 20;

/// Keeps the first problems, and counts the rest in one entry.
#[must_use]
pub fn first(mut problems: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let more = problems.len().saturating_sub(MOST_SHOWN);
    if more > 0 {
        problems.truncate(MOST_SHOWN);
        problems.push(Diagnostic::new("", Kind::More(more)));
    }
    problems
}
