//! Puts diagnostics into words.

use crate::diagnostic::{Diagnostic, Expected, Fault, Found, Kind, Limit};

use super::{Locale, fill};

impl Locale {
    /// The message of a diagnostic: what is wrong, and how to fix it.
    #[must_use]
    pub fn message(self, diagnostic: &Diagnostic) -> String {
        let say = |template: &str, values: &[(&str, &str)]| fill(template, values);
        match &diagnostic.kind {
            Kind::Syntax { fault, line } => say(self.syntax(), &[("fault", self.fault(*fault)), ("line", line)]),
            Kind::Empty => self.empty().to_owned(),
            Kind::NoData => self.no_data().to_owned(),
            Kind::NotLoaded { reason } => say(self.not_loaded(), &[("reason", reason)]),
            Kind::HttpStatus(status) => say(self.http_status(), &[("status", &status.to_string())]),
            Kind::Expected { expected, found } => {
                say(self.phrases.expected(), &[("expected", &self.expected(*expected)), ("found", self.found(found))])
            }
            Kind::DateForm { found, suggestion } => {
                say(self.date_form(), &[("found", self.found(found)), ("suggestion", suggestion)])
            }
            Kind::NoSuchDay { found } => say(self.no_such_day(), &[("found", self.found(found))]),
            Kind::UnknownField { suggestion: Some(suggestion), .. } => {
                say(self.unknown_field_near(), &[("suggestion", suggestion)])
            }
            Kind::UnknownField { known, .. } => say(self.unknown_field(), &[("known", &known.join(", "))]),
            Kind::DuplicateField { field } => say(self.duplicate_field(), &[("field", field)]),
            Kind::Missing("week") => self.missing_week().to_owned(),
            Kind::Missing(field) => say(self.missing_field(), &[("field", field)]),
            Kind::NoWeeks => self.no_weeks().to_owned(),
            Kind::Contradiction { other, here, there } => {
                say(self.contradiction(), &[("here", here), ("there", there), ("other", other)])
            }
            Kind::Lengths { other, here, there } => {
                let template = if *here == 1 { self.length_one() } else { self.lengths() };
                say(template, &[("here", &here.to_string()), ("there", &there.to_string()), ("other", other)])
            }
            Kind::NoDates => self.no_dates().to_owned(),
            Kind::NoSuchWeek { week, weeks } => {
                let template = if *weeks == 1 { self.no_such_week_of_one() } else { self.no_such_week() };
                say(template, &[("week", &week.to_string()), ("weeks", &weeks.to_string())])
            }
            Kind::NothingToShare => self.nothing_to_share().to_owned(),
            Kind::DroppedTooMuch { dropped, most } => {
                say(self.dropped_too_much(), &[("dropped", &self.number(*dropped)), ("most", &self.number(*most))])
            }
            Kind::FinishedNotDone => self.finished_not_done().to_owned(),
            Kind::TooMany { what, limit, found } => {
                let (name, mend) = self.limit(*what);
                let (found, limit) = (self.count(*found), self.count(*limit));
                say(self.too_many(), &[("found", &found), ("limit", &limit), ("what", name), ("mend", mend)])
            }
            Kind::More(1) => self.more_one().to_owned(),
            Kind::More(more) => say(self.more_other(), &[("n", &more.to_string())]),
            Kind::StatedDiffers { stated, computed } => {
                let values = [("stated", &*self.number(*stated)), ("computed", &self.percent(*computed))];
                say(self.stated_differs(), &values)
            }
            Kind::DatesOutOfOrder { previous } => {
                say(self.dates_out_of_order(), &[("previous", &previous.to_string())])
            }
            Kind::DoneAfterAsOf { as_of, left_out } => {
                let values = [("week", &*as_of.to_string()), ("left_out", &self.number(*left_out))];
                say(self.done_after_as_of(), &values)
            }
            Kind::OpenInBreak { tasks: 1 } => self.open_in_break_one().to_owned(),
            Kind::OpenInBreak { tasks } => say(self.open_in_break_other(), &[("n", &tasks.to_string())]),
            Kind::TrailingZeros { weeks } => say(self.trailing_zeros(), &[("n", &weeks.to_string())]),
            Kind::Unrecorded { weeks: 1 } => self.unrecorded_one().to_owned(),
            Kind::Unrecorded { weeks } => say(self.unrecorded_other(), &[("n", &weeks.to_string())]),
        }
    }

    fn fault(self, fault: Fault) -> &'static str {
        match fault {
            Fault::Ended => self.fault_ended(),
            Fault::MissingValue => self.fault_missing_value(),
            Fault::TrailingComma => self.fault_trailing_comma(),
            Fault::MissingComma => self.fault_missing_comma(),
            Fault::MissingColon => self.fault_missing_colon(),
            Fault::SingleQuote => self.fault_single_quote(),
            Fault::CurlyQuote => self.fault_curly_quote(),
            Fault::OddSpace => self.fault_odd_space(),
            Fault::BareKey => self.fault_bare_key(),
            Fault::BareWord => self.fault_bare_word(),
            Fault::Start => self.fault_start(),
            Fault::Comment => self.fault_comment(),
            Fault::ControlCharacter => self.fault_control_character(),
            Fault::Escape => self.fault_escape(),
            Fault::Number => self.fault_number(),
            Fault::WrongBracket => self.fault_wrong_bracket(),
            Fault::TooDeep => self.fault_too_deep(),
            Fault::TrailingText => self.fault_trailing_text(),
            Fault::Unexpected => self.fault_unexpected(),
        }
    }

    fn expected(self, expected: Expected) -> String {
        let phrase = match expected {
            Expected::Object => self.expected_object(),
            Expected::List => self.expected_list(),
            Expected::Text => self.expected_text(),
            Expected::Amount => self.expected_amount(),
            Expected::Done => self.expected_done(),
            Expected::Percent => self.expected_percent(),
            Expected::Share => self.expected_share(),
            Expected::Flag => self.expected_flag(),
            Expected::Date => self.expected_date(),
            Expected::Week => self.expected_week(),
            Expected::WeekOrDate => self.expected_week_or_date(),
            Expected::Link => self.expected_link(),
            Expected::Unit => self.expected_unit(),
            Expected::OneOf(words) => {
                let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
                return quoted.join(self.or());
            }
        };
        phrase.to_owned()
    }

    fn found(self, found: &Found) -> &str {
        match found {
            Found::Scalar(text) => text,
            Found::List => self.found_list(),
            Found::Object => self.found_object(),
        }
    }

    /// What is limited, and how to fix it.
    fn limit(self, limit: Limit) -> (&'static str, &'static str) {
        match limit {
            Limit::Bytes => (self.limit_bytes(), self.mend_bytes()),
            Limit::Weeks => (self.limit_weeks(), self.mend_entries()),
            Limit::Tasks => (self.limit_tasks(), self.mend_entries()),
            Limit::Characters => (self.limit_characters(), self.mend_characters()),
        }
    }
}
