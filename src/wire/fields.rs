//! Reads the fields of an object. It accepts scalars as YAML and CSV write them, and collects all problems.

use crate::amount::{LARGEST, Unit};
use crate::date::Date;
use crate::diagnostic::{Diagnostic, Expected, Found, Kind, Limit, MOST_SHOWN, did_you_mean};
use crate::maths;

use super::parse::head;
use super::value::Value;
use super::{AsOf, Done, MOST_WEEKS, Word};

/// The most characters of a text in the picture or the table.
pub const MOST_CHARACTERS: usize = 200;

/// Reads values and collects their problems.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) problems: Vec<Diagnostic>,
}

/// The fields of one object, at a path.
pub(super) struct Fields<'a> {
    entries: &'a [(String, Value)],
    path: String,
}

impl<'a> Fields<'a> {
    /// The value of `key`, unless it is missing or empty.
    pub(super) fn get(&self, key: &str) -> Option<&'a Value> {
        let value = self.entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)?;
        (!is_empty(value)).then_some(value)
    }

    /// The path of `key`, as in JavaScript.
    pub(super) fn at(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

impl Reader {
    #[cold]
    fn refuse(&mut self, path: String, expected: Expected, value: &Value) {
        self.problems.push(Diagnostic::new(path, Kind::Expected { expected, found: found(value) }));
    }

    /// The fields of an object whose keys are all known.
    pub(super) fn object<'a>(
        &mut self,
        path: String,
        value: &'a Value,
        known: &'static [&'static str],
    ) -> Option<Fields<'a>> {
        let Value::Object(entries) = value else {
            self.refuse(path, Expected::Object, value);
            return None;
        };
        let fields = Fields { entries, path };
        for (key, _) in entries {
            if !known.contains(&key.as_str()) {
                let plain = !key.is_empty() && key.chars().all(is_plain);
                let shown = if plain { short(key) } else { format!("\"{}\"", short(key)) };
                // The search is slow, so it runs only for problems that will be listed.
                let is_listed = self.problems.len() < MOST_SHOWN;
                let suggestion = if is_listed { did_you_mean(key, known) } else { None };
                let kind = Kind::UnknownField { suggestion, known };
                self.problems.push(Diagnostic::new(fields.at(&shown), kind));
            }
        }
        Some(fields)
    }

    /// The entries of a list; `None` if there are too many.
    pub(super) fn list<'a>(
        &mut self,
        fields: &Fields<'a>,
        key: &str,
        (what, limit): (Limit, usize),
    ) -> Option<&'a [Value]> {
        match fields.get(key)? {
            Value::List(values) if values.len() <= limit => Some(values),
            Value::List(values) => {
                let kind = Kind::TooMany { what, limit, found: values.len() };
                self.problems.push(Diagnostic::new(fields.at(key), kind));
                None
            }
            other => {
                self.refuse(fields.at(key), Expected::List, other);
                None
            }
        }
    }

    /// A text. A number is accepted as written, because YAML reads labels like `1` as numbers.
    pub(super) fn text(&mut self, fields: &Fields<'_>, key: &str) -> Option<String> {
        let text = match fields.get(key)? {
            Value::Text(text) => text.trim().to_owned(),
            Value::Number(number) if number.is_finite() => number.to_string(),
            other => {
                self.refuse(fields.at(key), Expected::Text, other);
                return None;
            }
        };
        let length = text.chars().count();
        if length > MOST_CHARACTERS {
            let kind = Kind::TooMany { what: Limit::Characters, limit: MOST_CHARACTERS, found: length };
            self.problems.push(Diagnostic::new(fields.at(key), kind));
            return None;
        }
        Some(text)
    }

    /// A unit, or its singular and plural: `lecture|lectures`.
    pub(super) fn unit(&mut self, fields: &Fields<'_>, key: &str) -> Option<Unit> {
        let text = self.text(fields, key)?;
        let mut names = text.split('|').map(str::trim);
        match (names.next().unwrap_or_default(), names.next(), names.next()) {
            (many, None, None) => Some(Unit { one: String::new(), many: many.to_owned() }),
            (one, Some(many), None) if !one.is_empty() && !many.is_empty() => {
                Some(Unit { one: one.to_owned(), many: many.to_owned() })
            }
            _ => {
                self.refuse(fields.at(key), Expected::Unit, &Value::Text(text));
                None
            }
        }
    }

    /// One of a fixed set of words.
    pub(super) fn word<T: Word>(&mut self, fields: &Fields<'_>, key: &str) -> Option<T> {
        self.parsed(fields, key, Expected::OneOf(T::WORDS), |value| match value {
            Value::Text(text) => T::named(text.trim()),
            _ => None,
        })
    }

    /// The address of a link: relative, or with the scheme `https` or `http`.
    pub(super) fn link(&mut self, fields: &Fields<'_>, key: &str) -> Option<String> {
        self.parsed(fields, key, Expected::Link, |value| match value {
            Value::Text(text) if is_safe_link(text.trim()) => Some(text.trim().to_owned()),
            _ => None,
        })
    }

    /// A calendar date.
    pub(super) fn date(&mut self, fields: &Fields<'_>, key: &str) -> Option<Date> {
        let value = fields.get(key)?;
        let date = parse_date(value);
        if date.is_none() {
            self.refuse_date(fields.at(key), Expected::Date, value);
        }
        date
    }

    #[cold]
    fn refuse_date(&mut self, path: String, expected: Expected, value: &Value) {
        match value {
            Value::Text(text) if Date::has_form(text.trim()) => {
                self.problems.push(Diagnostic::new(path, Kind::NoSuchDay { found: found(value) }));
            }
            Value::Text(text) if let Some(guess) = Date::guess(text) => {
                let kind = Kind::DateForm { found: found(value), suggestion: guess.to_string() };
                self.problems.push(Diagnostic::new(path, kind));
            }
            _ => self.refuse(path, expected, value),
        }
    }

    /// A week's number or a date.
    pub(super) fn as_of(&mut self, fields: &Fields<'_>, key: &str) -> Option<AsOf> {
        let value = fields.get(key)?;
        let as_of = parse_date(value).map(AsOf::Date).or_else(|| parse_week(value).map(AsOf::Week));
        if as_of.is_none() {
            self.refuse_date(fields.at(key), Expected::WeekOrDate, value);
        }
        as_of
    }

    /// The number of a week, from 1.
    pub(super) fn week(&mut self, fields: &Fields<'_>, key: &str) -> Option<usize> {
        self.parsed(fields, key, Expected::Week, parse_week)
    }

    /// An amount of work.
    pub(super) fn amount(&mut self, fields: &Fields<'_>, key: &str) -> Option<f64> {
        self.parsed(fields, key, Expected::Amount, parse_amount)
    }

    /// A list of amounts. Null and empty strings are unknown amounts.
    pub(super) fn amounts(&mut self, fields: &Fields<'_>, key: &str) -> Option<Vec<Option<f64>>> {
        let values = self.list(fields, key, (Limit::Weeks, MOST_WEEKS))?;
        Some(self.each(fields, key, values, Expected::Amount, parse_amount))
    }

    /// Work done in a week: an amount, a percent, or a fraction of the plan.
    pub(super) fn done(&mut self, fields: &Fields<'_>, key: &str) -> Option<Done> {
        self.parsed(fields, key, Expected::Done, parse_done)
    }

    /// Work done in each week.
    pub(super) fn dones(&mut self, fields: &Fields<'_>, key: &str) -> Option<Vec<Option<Done>>> {
        let values = self.list(fields, key, (Limit::Weeks, MOST_WEEKS))?;
        Some(self.each(fields, key, values, Expected::Done, parse_done))
    }

    /// A percent from 0 to 100, with or without its sign, or a fraction such as `"5/6"`.
    pub(super) fn percent(&mut self, fields: &Fields<'_>, key: &str) -> Option<f64> {
        self.parsed(fields, key, Expected::Percent, |value| {
            let percent = match parse_done(value)? {
                Done::Amount(percent) | Done::Percent(percent) => percent,
                Done::Fraction { done, of } => 100.0 * done / of,
            };
            (percent <= 100.0).then_some(percent)
        })
    }

    /// A task's state: the share of it that is done, 0 to 1.
    pub(super) fn share(&mut self, fields: &Fields<'_>, key: &str) -> Option<f64> {
        self.parsed(fields, key, Expected::Share, |value| {
            if let Some(flag) = parse_flag(value) {
                return Some(if flag { 1.0 } else { 0.0 });
            }
            let share = match parse_done(value)? {
                Done::Amount(share) => share,
                Done::Percent(percent) => percent / 100.0,
                Done::Fraction { done, of } => done / of,
            };
            (share <= 1.0).then_some(share)
        })
    }

    /// True or false.
    pub(super) fn flag(&mut self, fields: &Fields<'_>, key: &str) -> Option<bool> {
        self.parsed(fields, key, Expected::Flag, parse_flag)
    }

    fn parsed<T>(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
        expected: Expected,
        parse: impl Fn(&Value) -> Option<T>,
    ) -> Option<T> {
        let value = fields.get(key)?;
        let parsed = parse(value);
        if parsed.is_none() {
            self.refuse(fields.at(key), expected, value);
        }
        parsed
    }

    fn each<T>(
        &mut self,
        fields: &Fields<'_>,
        key: &str,
        values: &[Value],
        expected: Expected,
        parse: impl Fn(&Value) -> Option<T>,
    ) -> Vec<Option<T>> {
        let mut each = Vec::with_capacity(values.len());
        for (index, value) in values.iter().enumerate() {
            let parsed = parse(value);
            if parsed.is_none() && !is_empty(value) {
                self.refuse(format!("{}[{index}]", fields.at(key)), expected, value);
            }
            each.push(parsed);
        }
        each
    }
}

/// Whether a value is empty: null, or an empty string, as in an empty cell of a CSV file.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Text(text) => text.trim().is_empty(),
        _ => false,
    }
}

fn found(value: &Value) -> Found {
    match value {
        Value::Null => Found::Scalar("null".to_owned()),
        Value::Flag(flag) => Found::Scalar(flag.to_string()),
        Value::Number(number) => Found::Scalar(short(&number.to_string())),
        Value::Text(text) => Found::Scalar(format!("\"{}\"", short(text))),
        Value::List(_) => Found::List,
        Value::Object(_) => Found::Object,
    }
}

/// Whether a path needs no quotes around a character. Beyond ASCII, every visible character is allowed.
fn is_plain(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || c == '_' || c == '$' } else { !c.is_control() && !c.is_whitespace() }
}

/// The beginning of a text, short enough for a message.
fn short(text: &str) -> String {
    let head = head(text, 40);
    if head.len() < text.len() { format!("{head}…") } else { text.to_owned() }
}

fn parse_date(value: &Value) -> Option<Date> {
    match value {
        Value::Text(text) => Date::parse(text.trim()),
        _ => None,
    }
}

fn parse_flag(value: &Value) -> Option<bool> {
    match value {
        Value::Flag(flag) => Some(*flag),
        Value::Text(text) => match text.trim() {
            "true" | "True" | "TRUE" | "yes" | "Yes" => Some(true),
            "false" | "False" | "FALSE" | "no" | "No" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

fn parse_week(value: &Value) -> Option<usize> {
    parse_amount(value).filter(|week| week.fract() == 0.0 && (1.0..=1e6).contains(week)).map(maths::index)
}

fn parse_amount(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        Value::Text(text) => parse_number(text),
        _ => None,
    }
    .filter(|number| (0.0..=LARGEST).contains(number))
}

/// A plain decimal number. Rust's own parser would also accept `inf` and `1e5`.
fn parse_number(text: &str) -> Option<f64> {
    maths::decimal(text.trim())
}

fn parse_done(value: &Value) -> Option<Done> {
    let Value::Text(text) = value else {
        return parse_amount(value).map(Done::Amount);
    };
    if let Some(percent) = text.trim().strip_suffix('%') {
        return parse_number(percent).filter(|percent| *percent <= 1000.0).map(Done::Percent);
    }
    if let Some((done, of)) = text.split_once('/') {
        let (done, of) = (parse_number(done)?, parse_number(of)?);
        let sane = of > 0.0 && of <= LARGEST && done <= LARGEST;
        return sane.then_some(Done::Fraction { done, of });
    }
    parse_amount(value).map(Done::Amount)
}

fn is_safe_link(link: &str) -> bool {
    if link.is_empty() || link.chars().count() > 2000 || link.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return false;
    }
    let scheme_end = link.find([':', '/', '?', '#', '\\']);
    match scheme_end.filter(|at| link.as_bytes()[*at] == b':') {
        Some(colon) => ["https", "http"].iter().any(|scheme| link[..colon].eq_ignore_ascii_case(scheme)),
        None => true,
    }
}
