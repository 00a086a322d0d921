//! Words, numbers and dates in the language of a goal.
//!
//! Each language is a table of phrases in a file of its own. If goalpost does not speak a language, everything is English,
//! numbers and dates too, because a screen reader reads a text by the rules of one language.

mod en;
mod ko;
mod language;
mod messages;
mod phrases;
mod template;

use std::ops::Deref;

use crate::amount::{Amount, Ratio, Unit};
use crate::date::Date;
use crate::maths;

use language::Language;
pub use phrases::Phrases;
pub use template::fill;

/// The languages that goalpost speaks. The first is the default.
const LANGUAGES: &[&Language] = &[&en::ENGLISH, &ko::KOREAN];

/// The smallest amount that two decimals can show, in millionths.
const HUNDREDTH: i64 = 10_000;
/// One, in millionths.
const ONE: i64 = 1_000_000;

/// A language. Its phrases are its methods: `locale.untitled()`.
#[derive(Clone, Copy)]
pub struct Locale {
    language: &'static Language,
    phrases: Phrases,
}

impl Deref for Locale {
    type Target = Phrases;
    fn deref(&self) -> &Phrases {
        &self.phrases
    }
}

/// The locale for a BCP 47 tag such as `ko-KR`; English if goalpost does not speak the language.
#[must_use]
pub fn of(tag: &str) -> Locale {
    let language = spoken_as(tag).unwrap_or(LANGUAGES[0]);
    Locale { language, phrases: language.phrases() }
}

/// The tags of the languages that goalpost speaks.
pub fn spoken() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|language| language.tag)
}

fn spoken_as(tag: &str) -> Option<&'static Language> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    LANGUAGES.iter().find(|language| language.tag.eq_ignore_ascii_case(primary)).copied()
}

impl Locale {
    /// The tag of the language of the sentences.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.language.tag
    }

    /// A number: at most two decimals, thousands grouped, and "0" only for zero.
    #[must_use]
    pub fn number(self, amount: Amount) -> String {
        let hundredths = (amount.millionths() + HUNDREDTH / 2) / HUNDREDTH;
        if hundredths == 0 && amount.is_positive() {
            return "<".to_owned() + &group_thousands(HUNDREDTH);
        }
        group_thousands(hundredths.saturating_mul(HUNDREDTH))
    }

    /// A count, with thousands grouped.
    #[must_use]
    pub fn count(self, count: usize) -> String {
        group_thousands(i64::try_from(count).unwrap_or(i64::MAX).saturating_mul(ONE))
    }

    /// A share as a percent, with one decimal unless it is whole. It is 100% only if nothing is left, and 0% only
    /// if nothing is done.
    #[must_use]
    pub fn percent(self, share: Ratio) -> String {
        const LEAST: i64 = 1;
        const MOST: i64 = 999;
        let thousandths = share.thousandths();
        let (sign, shown) = match thousandths {
            0 if !share.is_zero() => ("<", LEAST),
            1000.. if !share.is_whole() => (">", MOST),
            _ => ("", thousandths),
        };
        sign.to_owned() + &group_thousands(shown.saturating_mul(ONE / 10)) + "%"
    }

    /// A probability, 0 to 1, in words.
    #[must_use]
    pub fn chance(self, chance: f64) -> String {
        match maths::index((chance * 100.0).round()) {
            0 => self.hardly().to_owned(),
            100.. => self.almost_surely().to_owned(),
            percent => self.count(percent) + "%",
        }
    }

    /// A number of days in words; in weeks, if it is a whole number of them.
    #[must_use]
    pub fn time(self, days: usize) -> String {
        if days > 0 && days.is_multiple_of(7) {
            return self.weeks(days / 7);
        }
        let template = if days == 1 { self.days_one() } else { self.days_other() };
        fill(template, &[("n", &self.count(days))])
    }

    /// A number of weeks in words.
    #[must_use]
    pub fn weeks(self, count: usize) -> String {
        let template = if count == 1 { self.weeks_one() } else { self.weeks_other() };
        fill(template, &[("n", &count.to_string())])
    }

    /// An amount with its unit: `4 lectures`.
    #[must_use]
    pub fn amount(self, amount: Amount, unit: &Unit) -> String {
        self.number_of(self.number(amount), unit)
    }

    /// A formatted number with its unit.
    fn number_of(self, n: String, unit: &Unit) -> String {
        let name = self.unit_of(&n, unit);
        if name.is_empty() { n } else { fill(self.phrases.amount(), &[("n", &n), ("unit", name)]) }
    }

    /// The name of a unit after a formatted number. If the singular is not known, "1" stands alone, unless the unit is
    /// a symbol such as km.
    #[must_use]
    pub fn unit_of<'a>(self, n: &str, unit: &'a Unit) -> &'a str {
        const LONGEST_SYMBOL: usize = 3;
        let is_plural = self.language.has_plurals && n == "1";
        match unit.one.as_str() {
            "" if is_plural && unit.many.chars().count() > LONGEST_SYMBOL => "",
            one if is_plural && !one.is_empty() => one,
            _ => &unit.many,
        }
    }

    /// A value, marked as approximate if `is_rough`: in a word, because screen readers skip signs.
    #[must_use]
    pub fn roughly_if(self, is_rough: bool, value: String) -> String {
        if is_rough { fill(self.about(), &[("value", &value)]) } else { value }
    }

    /// Work done, with enough digits to differ from the planned amount.
    fn done_number(self, done: Amount, planned: Amount) -> String {
        let n = self.number(done);
        if done != planned && n == self.number(planned) { group_thousands(done.millionths()) } else { n }
    }

    /// Work done with its unit, with enough digits to differ from the planned amount.
    #[must_use]
    pub fn done_amount(self, done: Amount, planned: Amount, unit: &Unit) -> String {
        self.number_of(self.done_number(done, planned), unit)
    }

    /// Work done out of the work planned: `20 of 24 lectures`. `is_rough` marks the work done as approximate.
    #[must_use]
    pub fn done_of(self, done: Amount, planned: Amount, unit: &Unit, is_rough: bool) -> String {
        let number = self.roughly_if(is_rough, self.done_number(done, planned));
        let amount = self.roughly_if(is_rough, self.done_amount(done, planned, unit));
        let planned = self.amount(planned, unit);
        fill(self.phrases.done_of(), &[("done", &number), ("done_amount", &amount), ("planned_amount", &planned)])
    }

    /// The author's label of a week, else its number, which counts from 1.
    #[must_use]
    pub fn week_label(self, label: Option<&str>, number: usize) -> String {
        label.map_or_else(|| fill(self.week(), &[("n", &number.to_string())]), str::to_owned)
    }

    /// The author's title of a goal, else a generic name.
    #[must_use]
    pub fn title(self, title: Option<&str>) -> &str {
        title.unwrap_or_else(|| self.untitled())
    }

    /// A date in the shortest clear form, for labels.
    #[must_use]
    pub fn short_date(self, day: Date) -> String {
        self.date(self.language.short_date, day)
    }

    /// A date in its spoken form, for tables and screen readers, with the year if the goal's dates have several.
    #[must_use]
    pub fn long_date(self, day: Date, has_year: bool) -> String {
        self.date(if has_year { self.language.full_date } else { self.language.long_date }, day)
    }

    fn date(self, template: &str, day: Date) -> String {
        let name = |months: &[&'static str; 12]| months.get(day.month_index()).copied().unwrap_or_default();
        let values = [
            ("month", name(&self.language.months)),
            ("short_month", name(&self.language.short_months)),
            ("m", &*day.month.to_string()),
            ("day", &day.day.to_string()),
            ("year", &day.year.to_string()),
        ];
        fill(template, &values)
    }
}

/// Millionths as a decimal number with all of its decimals, with commas between thousands, without trailing zeros.
fn group_thousands(millionths: i64) -> String {
    let whole = (millionths / ONE).to_string();
    let mut grouped = String::with_capacity(whole.len() + 6);
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let (mut rest, mut step) = (millionths % ONE, ONE / 10);
    if rest > 0 {
        grouped.push('.');
    }
    while rest > 0 {
        grouped += &(rest / step).to_string();
        (rest, step) = (rest % step, step / 10);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::amount::Amount;

    #[test]
    fn percents_never_round_to_an_end_that_is_not_reached() {
        let locale = of("en");
        for (done, planned, shown) in [
            (20.0, 24.0, "83.3%"),
            (3.0, 4.0, "75%"),
            (9994.0, 10_000.0, "99.9%"),
            (9996.0, 10_000.0, ">99.9%"),
            (999_999.0, 1_000_000.0, ">99.9%"),
            (1.0, 1.0, "100%"),
            (6.0, 10_000.0, "0.1%"),
            (1.0, 2_000_000.0, "<0.1%"),
            (0.0, 1.0, "0%"),
            (12.0, 1.0, "1,200%"),
        ] {
            let share = Amount::new(done).of(Amount::new(planned));
            assert_eq!(share.map(|share| locale.percent(share)).as_deref(), Some(shown), "{done} of {planned}");
        }
    }

    #[test]
    fn numbers_are_short_and_grouped() {
        let locale = of("ko-KR");
        for (number, shown) in [
            (6.0, "6"),
            (6.5, "6.5"),
            (6.05, "6.05"),
            (1.0 / 3.0, "0.33"),
            (0.005, "0.01"),
            (0.004_999, "<0.01"),
            (1234.0, "1,234"),
            (1e9, "1,000,000,000"),
            (0.0, "0"),
        ] {
            assert_eq!(locale.number(Amount::new(number)), shown, "{number}");
        }
        assert_eq!(locale.count(262_144), "262,144");
    }

    #[test]
    fn a_language_is_found_by_its_first_part_and_all_others_get_english() {
        assert_eq!(of("ko-KR").tag(), "ko");
        assert_eq!(of("KO").tag(), "ko");
        assert_eq!(of("pt-BR").tag(), "en");
        assert_eq!(of("").tag(), "en");
    }
}
