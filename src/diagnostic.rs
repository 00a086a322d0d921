//! What can be wrong with a goal, as data: the place, what was found and what was expected.
//!
//! [`crate::locale`] puts a diagnostic into words, so that authors read it in the language of their post.

mod nearest;

use crate::amount::{Amount, Ratio};
use crate::date::Date;

pub use nearest::did_you_mean;

/// An error or a warning about one place of the goal data.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The place: a path as in JavaScript, `weeks[3].planned`; `line 3, column 7` for JSON that does not parse; empty
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
    /// The page has no goal data where they should be.
    NoData,
    /// The file that `src` names could not be loaded.
    NotLoaded {
        /// The browser's reason.
        reason: String,
    },
    /// The file that `src` names is missing or the server refused it.
    HttpStatus(u16),
    /// The field does not take such a value.
    Expected {
        /// What the field takes.
        expected: Expected,
        /// What stands there.
        found: Found,
    },
    /// A date that is not written as year-month-day.
    DateForm {
        /// What stands there.
        found: Found,
        /// The date that was probably meant, in the right form.
        suggestion: String,
    },
    /// A date in the right form that no calendar has, such as `2019-02-30`.
    NoSuchDay {
        /// What stands there.
        found: Found,
    },
    /// A key that goalpost does not know.
    UnknownField {
        /// The known key that is most like it.
        suggestion: Option<&'static str>,
        /// Every key that is known there.
        known: &'static [&'static str],
    },
    /// The same key twice in one object.
    DuplicateField {
        /// The key.
        field: String,
    },
    /// A key that must be there.
    Missing(&'static str),
    /// Neither `weeks`, `planned` nor `tasks`.
    NoWeeks,
    /// Two places say different things of the same week.
    Contradiction {
        /// The other place.
        other: String,
        /// What this place says.
        here: String,
        /// What the other place says.
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
    /// A date is given to count weeks by, but no week has a date.
    NoDates,
    /// A week that does not exist.
    NoSuchWeek {
        /// The number given.
        week: usize,
        /// How many weeks there are.
        weeks: usize,
    },
    /// A percent is given, but no amount that it could be a percent of.
    NothingToShare,
    /// More is dropped than was planned by then.
    DroppedTooMuch {
        /// Dropped in that week.
        dropped: Amount,
        /// What could be dropped at the most.
        most: Amount,
    },
    /// `finished` on a task that is not done.
    FinishedNotDone,
    /// There is more than goalpost takes. It never cuts silently.
    TooMany {
        /// What is limited.
        what: Limit,
        /// The limit.
        limit: usize,
        /// How many there are.
        found: usize,
    },
    /// The number of problems that are left out of the list.
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
    /// Warning: the record ends with weeks in which nothing was done.
    TrailingZeros {
        /// The number of these weeks.
        weeks: usize,
    },
    /// Warning: some weeks have no record, so the overall share is a lower bound.
    Unrecorded {
        /// How many weeks.
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

/// What stands in the data, for a message to show.
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
    /// Nothing stands where a value belongs: a template may have found nothing to fill in.
    MissingValue,
    /// A comma before a closing bracket.
    TrailingComma,
    /// No comma between two entries.
    MissingComma,
    /// No colon after a key.
    MissingColon,
    /// `'` where `"` belongs.
    SingleQuote,
    /// `“` or `”`, as a word processor or a Markdown converter makes them.
    CurlyQuote,
    /// A space that JSON does not know. Text copied from a web page has them.
    OddSpace,
    /// A key without quotes.
    BareKey,
    /// A word that is not JSON, such as `None` or `yes`.
    BareWord,
    /// The text begins with something that is not JSON at all.
    Start,
    /// A `//`, `/*` or `#` comment.
    Comment,
    /// A line break or control character inside a text.
    ControlCharacter,
    /// A backslash before a character that takes none.
    Escape,
    /// A number that is not written as JSON has it, or is too large.
    Number,
    /// `}` where a list ends, or `]` where an object ends.
    WrongBracket,
    /// Lists or objects one inside the other, too deep.
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
