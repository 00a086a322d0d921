//! What can be wrong with a goal, as data: where it is, what was found and what was expected.
//!
//! The sentences are in [`crate::words`], so that an author reads them in the language of the post.

/// Something wrong or doubtful at one place of the goal data.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where: a path as in JavaScript, `weeks[3].planned`; `line 3, column 7` for JSON that does not parse; empty
    /// for the goal as a whole.
    pub path: String,
    /// What.
    pub kind: Kind,
}

impl Problem {
    /// A problem at `path`.
    #[must_use]
    #[cold]
    pub fn new(path: impl Into<String>, kind: Kind) -> Self {
        Self { path: path.into(), kind }
    }
}

/// What is wrong. Everything that a message needs is in here, in no language.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// The JSON does not parse: what stands there instead of what, and the line itself.
    Syntax {
        /// Why it does not parse.
        fault: Fault,
        /// The line, shortened around the place.
        line: String,
    },
    /// There is no JSON at all.
    Empty,
    /// The page has no goal data where they should be.
    NoData,
    /// The file that `src` names could not be had.
    NotLoaded {
        /// What the browser said.
        reason: String,
    },
    /// The file that `src` names is missing or the server refused it.
    HttpStatus(u16),
    /// A value of another kind than the field takes.
    Expected {
        /// What the field takes.
        expected: Expected,
        /// What stands there.
        found: Found,
    },
    /// A date in a form that is not read, with the date that was probably meant.
    DateForm {
        /// What stands there.
        found: Found,
        /// How to write it.
        suggestion: String,
    },
    /// A date in the right form that is in no calendar.
    NoSuchDay {
        /// What stands there.
        found: Found,
    },
    /// A key that goalpost does not know.
    UnknownField {
        /// The known key that looks most like it.
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
    /// Two places that say different things.
    Contradiction {
        /// The other place.
        other: String,
        /// What this place says.
        here: String,
        /// What the other place says.
        there: String,
    },
    /// Two lists of different lengths that speak of the same weeks.
    Lengths {
        /// The other list.
        other: &'static str,
        /// Entries here.
        here: usize,
        /// Entries there.
        there: usize,
    },
    /// A date to count weeks by, where no week has one.
    NoDates,
    /// A week that does not exist.
    NoSuchWeek {
        /// The number given.
        week: usize,
        /// How many weeks there are.
        weeks: usize,
    },
    /// A share or percent without an amount that it could be a share of.
    NothingToShare,
    /// More dropped than was in the plan by then.
    DroppedTooMuch {
        /// Dropped in that week.
        dropped: f64,
        /// What could be dropped at the most.
        most: f64,
    },
    /// `finished` on a task that is not done.
    FinishedNotDone,
    /// Over a limit: never cut silently.
    TooMany {
        /// What there is too much of.
        what: Limit,
        /// The limit.
        limit: usize,
        /// How many there are.
        found: usize,
    },
    /// So many more problems than are told at once.
    More(usize),
    /// Warning: the stated percent is not the computed one.
    StatedDiffers {
        /// The author's percent.
        stated: f64,
        /// The computed percent.
        computed: f64,
    },
    /// Warning: more was done than there was to do.
    DoneAboveLoad {
        /// Done in that week.
        done: f64,
        /// The load of that week.
        load: f64,
    },
    /// Warning: a date before the one of the week above it.
    DatesOutOfOrder {
        /// The earlier week's date.
        previous: String,
    },
    /// Warning: something was done after the week that `asOf` names.
    DoneAfterAsOf {
        /// The week of `asOf`.
        as_of: usize,
    },
    /// Warning: weeks without a record, so that the overall is a lower bound.
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
    /// Nothing where a value belongs, as a template leaves it that found nothing to fill in.
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
    /// A space that is none in JSON, as text copied from a web page has them.
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

/// The most problems that are told at once: nobody mends by a longer list.
pub const MOST_PROBLEMS: usize = 20;

/// The first problems, and how many more there are.
#[must_use]
pub fn first(mut problems: Vec<Problem>) -> Vec<Problem> {
    let more = problems.len().saturating_sub(MOST_PROBLEMS);
    if more > 0 {
        problems.truncate(MOST_PROBLEMS);
        problems.push(Problem::new("", Kind::More(more)));
    }
    problems
}

/// The known word that `word` was probably meant to be: at most a third of its letters off, or its beginning.
#[must_use]
pub fn did_you_mean(word: &str, known: &'static [&'static str]) -> Option<&'static str> {
    let lower = word.to_ascii_lowercase();
    let (mut nearest, mut least) = ("", usize::MAX);
    for candidate in known {
        let distance = edits(&lower, &candidate.to_ascii_lowercase());
        if distance < least {
            (nearest, least) = (candidate, distance);
        }
    }
    if least <= nearest.len().max(3) / 3 {
        return Some(nearest);
    }
    known.iter().find(|candidate| lower.len() >= 3 && candidate.starts_with(&lower)).copied()
}

/// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment) between two words.
fn edits(a: &str, b: &str) -> usize {
    /// No key is longer.
    const LONGEST: usize = 40;
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(LONGEST).collect(), b.chars().take(LONGEST).collect());
    // Between the first `i` letters of the one and the first `j` of the other.
    let mut between = [[0_usize; LONGEST + 1]; LONGEST + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            between[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let replaced = between[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let best = replaced.min(between[i - 1][j] + 1).min(between[i][j - 1] + 1);
                let swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                if swapped { best.min(between[i - 2][j - 2] + 1) } else { best }
            };
        }
    }
    between[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn a_near_word_is_proposed_and_a_far_one_is_not() {
        const KNOWN: &[&str] = &["planned", "done", "dropped", "asOf"];
        assert_eq!(did_you_mean("plannd", KNOWN), Some("planned"));
        assert_eq!(did_you_mean("palnned", KNOWN), Some("planned"));
        assert_eq!(did_you_mean("Done", KNOWN), Some("done"));
        assert_eq!(did_you_mean("as_of", KNOWN), Some("asOf"));
        assert_eq!(did_you_mean("plan", KNOWN), Some("planned"));
        assert_eq!(did_you_mean("colour", KNOWN), None);
    }
}
