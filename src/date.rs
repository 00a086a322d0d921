//! Plain calendar dates: no clock, no time zone, no time of day.
//!
//! Written by hand, because a date crate adds 10 to 48 KB to what a page loads. A native test compares every day of
//! every year with such a crate.

use std::fmt;

/// A day of the proleptic Gregorian calendar, from the year 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year, 1 to 9999.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: i32,
    /// The day of the month, 1 to 31.
    pub day: i32,
}

impl Date {
    /// The date, if the calendar has that day.
    #[must_use]
    pub fn new(year: i32, month: i32, day: i32) -> Option<Self> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `2019-09-29`, and nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if !Self::has_form(text) {
            return None;
        }
        let bytes = text.as_bytes();
        Self::new(digits(&bytes[..4])?, digits(&bytes[5..7])?, digits(&bytes[8..])?)
    }

    /// Whether the text has the form of a date. The day need not exist.
    #[must_use]
    pub fn has_form(text: &str) -> bool {
        let form =
            |(index, byte): (usize, u8)| if matches!(index, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
        text.len() == 10 && text.bytes().enumerate().all(form)
    }

    /// The date that an author probably meant by `2019.9.29` or `2019/09/29 10:00`, for messages to suggest.
    #[must_use]
    pub fn guess(text: &str) -> Option<Self> {
        let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
        let mut next = || digits(numbers.next()?.as_bytes());
        Self::new(next()?, next()?, next()?)
    }

    /// The month, counted from 0.
    #[must_use]
    pub fn month_index(self) -> usize {
        usize::try_from(self.month - 1).unwrap_or(0)
    }

    /// The date `days` days later, up to the year 9999.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_day_number(self.day_number() + days)
    }

    /// Days since 0000-03-01.
    ///
    /// The year begins in March, so that the leap day is its last day. The algorithm is `days_from_civil` from
    /// Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
    #[must_use]
    pub const fn day_number(self) -> i32 {
        let shift = if self.month > 2 { 0 } else { 1 };
        let year = self.year - shift;
        let month = self.month - 3 + 12 * shift;
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + self.day
            - 1
    }

    /// The inverse of [`Self::day_number`]: Hinnant's `civil_from_days`.
    fn from_day_number(number: i32) -> Option<Self> {
        const CYCLE: i32 = 146_097;
        let in_cycle = number.rem_euclid(CYCLE);
        let year_of_cycle = (in_cycle - in_cycle / 1460 + in_cycle / 36_524 - in_cycle / 146_096) / 365;
        let day_of_year = in_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
        let month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month + 2) / 5 + 1;
        let next_year = i32::from(month >= 10);
        let year = number.div_euclid(CYCLE) * 400 + year_of_cycle + next_year;
        Self::new(year, month + 3 - 12 * next_year, day)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn digits(bytes: &[u8]) -> Option<i32> {
    if bytes.is_empty() || bytes.len() > 4 {
        return None;
    }
    bytes.iter().try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + i32::from(byte - b'0')))
}

const fn days_in_month(year: i32, month: i32) -> i32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn every_day_of_all_years_agrees_with_jiff() {
        let first = jiff::civil::date(1, 1, 1);
        let base = Date::new(1, 1, 1).map(Date::day_number).unwrap_or_default();
        let mut theirs = first;
        for offset in 0..3_652_059 {
            let ours = Date::from_day_number(base + offset);
            let expected = Date::new(i32::from(theirs.year()), i32::from(theirs.month()), i32::from(theirs.day()));
            assert_eq!(ours, expected, "day {offset}");
            assert_eq!(ours.map(Date::day_number), Some(base + offset), "day {offset} and back");
            match theirs.tomorrow() {
                Ok(next) => theirs = next,
                Err(_) => assert_eq!(offset, 3_652_058, "9999-12-31 is the last day"),
            }
        }
    }

    #[test]
    fn only_the_plain_form_is_read() {
        assert!(Date::parse("2019-09-29").is_some());
        for wrong in ["2019-9-29", "2019.09.29", "2019-02-29", "2019-13-01", "2019-09-29T10:00", "0000-01-01", ""] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Date::guess("2019.9.29").map(|d| d.to_string()).as_deref(), Some("2019-09-29"));
        assert_eq!(Date::guess("next week"), None);
    }
}
