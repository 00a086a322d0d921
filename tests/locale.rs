//! Every language is complete: it has each phrase, in that language, with the right placeholders, and without blame.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

use std::collections::BTreeSet;

use goalpost::amount::{Amount, Ratio, Unit};
use goalpost::date::Date;
use goalpost::diagnostic::{Diagnostic, Expected, Fault, Found, Kind, Limit};
use goalpost::locale::{self, Locale, fill};

/// Every language. The first one serves all others.
fn spoken() -> Vec<Locale> {
    locale::spoken().map(locale::of).collect()
}

/// The placeholders of a template. Particles and the braces of JSON are none.
fn placeholders(template: &str) -> BTreeSet<&str> {
    let pieces = template.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0));
    pieces.filter(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')).collect()
}

/// The placeholders in the declaration of each phrase.
fn declared() -> Vec<(String, BTreeSet<String>)> {
    let source = include_str!("../src/locale/phrases.rs");
    let (_, list) = source.split_once("\nphrases! {\n").expect("the phrases are declared");
    let mut declared = Vec::new();
    let mut name = "";
    for line in list.lines().map(str::trim) {
        // A long documentation has a line of its own.
        let (given, doc) = line.split_once(':').filter(|(given, _)| !given.starts_with('"')).unwrap_or((name, line));
        name = given;
        if doc.contains('"') {
            let names = doc.split('`').filter_map(|piece| piece.strip_prefix('{')?.strip_suffix('}'));
            declared.push((name.to_owned(), names.map(str::to_owned).collect()));
        }
    }
    declared
}

#[test]
fn every_phrase_declares_its_values() {
    let declared = declared();
    assert!(declared.len() > 130, "only {} phrases were found", declared.len());
    for locale in spoken() {
        let phrases: Vec<_> = locale.all().collect();
        assert_eq!(phrases.len(), declared.len(), "{}", locale.tag());
        for ((name, template), (expected, values)) in phrases.into_iter().zip(&declared) {
            assert_eq!(name, expected);
            let used = placeholders(template);
            let unknown: Vec<_> = used.iter().filter(|value| !values.contains(**value)).collect();
            assert!(unknown.is_empty(), "{}: {name} uses {unknown:?}, but is declared with {values:?}", locale.tag());
            assert!(
                values.is_empty() || !used.is_empty() || ALONE.contains(&name),
                "{}: {name}: {template}",
                locale.tag()
            );
        }
    }
}

/// Phrases that may use none of their values in some language.
const ALONE: [&str; 0] = [];

#[test]
fn every_language_has_every_phrase() {
    for locale in spoken() {
        for (name, template) in locale.all().filter(|(name, _)| !["or", "chances_next"].contains(name)) {
            assert!(!template.trim().is_empty(), "{} has nothing for {name}", locale.tag());
            assert_eq!(template, template.trim(), "{}: {name}", locale.tag());
            assert!(!template.contains("  "), "{}: {name}: {template}", locale.tag());
        }
    }
}

#[test]
fn no_language_borrows_the_phrases_of_another() {
    /// Phrases that are the same in all languages: ranges, and compounds of other phrases.
    const ALIKE: [&str; 3] = ["week_range", "sentence", "picture"];
    let languages = spoken();
    for (index, locale) in languages.iter().enumerate() {
        for other in &languages[index + 1..] {
            for ((name, one), (_, two)) in locale.all().zip(other.all()) {
                assert!(ALIKE.contains(&name) || one != two, "{}, {}: {name}: {one}", locale.tag(), other.tag());
            }
        }
    }
}

#[test]
fn no_message_blames_the_author() {
    const BLAME: [&str; 20] = [
        "fail",
        "late",
        "lazy",
        "poor",
        "bad",
        "miss the",
        "missed",
        "guilt",
        "shame",
        "wrong",
        "behind schedule",
        "should have",
        "실패",
        "게으",
        "부족",
        "나쁨",
        "지각",
        "못했",
        "잘못",
        "포기",
    ];
    for locale in spoken() {
        for (name, template) in locale.all() {
            let lower = template.to_lowercase();
            let blame = BLAME.iter().find(|word| lower.contains(**word));
            assert_eq!(blame, None, "{}: {name}: {template}", locale.tag());
        }
    }
}

/// A diagnostic of each kind, with every value that the kinds can contain.
fn kinds() -> Vec<Kind> {
    const FAULTS: [Fault; 19] = [
        Fault::Ended,
        Fault::MissingValue,
        Fault::TrailingComma,
        Fault::MissingComma,
        Fault::MissingColon,
        Fault::SingleQuote,
        Fault::CurlyQuote,
        Fault::OddSpace,
        Fault::BareKey,
        Fault::BareWord,
        Fault::Start,
        Fault::Comment,
        Fault::ControlCharacter,
        Fault::Escape,
        Fault::Number,
        Fault::WrongBracket,
        Fault::TooDeep,
        Fault::TrailingText,
        Fault::Unexpected,
    ];
    const EXPECTED: [Expected; 14] = [
        Expected::Object,
        Expected::List,
        Expected::Text,
        Expected::Amount,
        Expected::Done,
        Expected::Percent,
        Expected::Share,
        Expected::Flag,
        Expected::Date,
        Expected::Week,
        Expected::WeekOrDate,
        Expected::Link,
        Expected::Unit,
        Expected::OneOf(&["light", "dark"]),
    ];
    let found = || Found::Scalar("\"x\"".to_owned());
    let mut kinds = vec![
        Kind::Empty,
        Kind::NoData,
        Kind::NotLoaded { reason: "x".to_owned() },
        Kind::HttpStatus(404),
        Kind::Expected { expected: Expected::Text, found: Found::List },
        Kind::Expected { expected: Expected::Text, found: Found::Object },
        Kind::DateForm { found: found(), suggestion: "2019-09-29".to_owned() },
        Kind::NoSuchDay { found: found() },
        Kind::UnknownField { suggestion: Some("done"), known: &["done"] },
        Kind::UnknownField { suggestion: None, known: &["done"] },
        Kind::DuplicateField { field: "done".to_owned() },
        Kind::Missing("week"),
        Kind::Missing("planned"),
        Kind::NoWeeks,
        Kind::Contradiction { other: "x".to_owned(), here: "1".to_owned(), there: "2".to_owned() },
        Kind::Lengths { other: "weeks", here: 1, there: 2 },
        Kind::NoDates,
        Kind::NoSuchWeek { week: 3, weeks: 1 },
        Kind::NoSuchWeek { week: 3, weeks: 2 },
        Kind::NothingToShare,
        Kind::DroppedTooMuch { dropped: Amount::new(3.0), most: Amount::new(2.0) },
        Kind::FinishedNotDone,
        Kind::More(1),
        Kind::More(2),
        Kind::StatedDiffers { stated: Amount::new(90.0), computed: Ratio::from_percent(83.3) },
        Kind::DatesOutOfOrder { previous: Date::new(2019, 9, 29).expect("that was a Sunday") },
        Kind::DoneAfterAsOf { as_of: 3, left_out: Amount::new(2.0) },
        Kind::OpenInBreak { tasks: 1 },
        Kind::OpenInBreak { tasks: 2 },
        Kind::TrailingZeros { weeks: 2 },
        Kind::Unrecorded { weeks: 1 },
        Kind::Unrecorded { weeks: 2 },
    ];
    kinds.extend(FAULTS.map(|fault| Kind::Syntax { fault, line: "x".to_owned() }));
    kinds.extend(EXPECTED.map(|expected| Kind::Expected { expected, found: found() }));
    let limits = [Limit::Bytes, Limit::Weeks, Limit::Tasks, Limit::Characters];
    kinds.extend(limits.map(|what| Kind::TooMany { what, limit: 1, found: 2 }));
    kinds
}

/// The number of variants of an enum in the source of `diagnostic`.
fn variants(name: &str) -> usize {
    let source = include_str!("../src/diagnostic.rs");
    let (_, after) = source.split_once(&format!("pub enum {name} {{\n")).expect("the enum is there");
    let (body, _) = after.split_once("\n}\n").expect("and ends");
    body.lines().filter(|line| line.starts_with("    ") && line[4..].starts_with(char::is_uppercase)).count()
}

/// The name of a value's variant, as `Debug` prints it.
fn variant(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}").chars().take_while(char::is_ascii_alphanumeric).collect()
}

#[test]
fn every_diagnostic_has_a_message_with_nothing_left_to_fill_in() {
    let kinds = kinds();
    let names: BTreeSet<String> = kinds.iter().map(variant).collect();
    assert_eq!(names.len(), variants("Kind"), "{names:?}");
    let mut within: BTreeSet<(&str, String)> = BTreeSet::new();
    for kind in &kinds {
        match kind {
            Kind::Syntax { fault, .. } => _ = within.insert(("Fault", variant(fault))),
            Kind::Expected { expected, .. } => _ = within.insert(("Expected", variant(expected))),
            Kind::TooMany { what, .. } => _ = within.insert(("Limit", variant(what))),
            _ => {}
        }
    }
    for name in ["Fault", "Expected", "Limit"] {
        assert_eq!(within.iter().filter(|(of, _)| *of == name).count(), variants(name), "{within:?}");
    }
    for locale in spoken() {
        for kind in &kinds {
            let message = locale.message(&Diagnostic::new("", kind.clone()));
            assert!(placeholders(&message).is_empty(), "{}: {kind:?}: {message}", locale.tag());
        }
    }
}

fn amount(value: f64) -> Amount {
    Amount::new(value)
}

fn unit(name: &str) -> Unit {
    Unit { one: String::new(), many: name.to_owned() }
}

#[test]
fn english_counts() {
    let english = locale::of("en");
    let left = |left: f64, name: &str| fill(english.left(), &[("amount", &english.amount(amount(left), &unit(name)))]);
    assert_eq!(left(4.0, "lectures"), "4 lectures left");
    assert_eq!(left(1.0, "lectures"), "1 left");
    assert_eq!(left(0.5, ""), "0.5 left");
    assert_eq!(left(0.001, "km"), "<0.01 km left", "something is left");
    assert_eq!(english.done_of(amount(20.0), amount(24.0), &unit("lectures"), false), "20 of 24 lectures");
    assert_eq!(english.done_of(amount(0.0), amount(1.0), &unit("lectures"), false), "0 of 1");
    let pair = Unit { one: "lecture".to_owned(), many: "lectures".to_owned() };
    assert_eq!(english.amount(amount(1.0), &pair), "1 lecture");
    assert_eq!(english.amount(amount(0.5), &pair), "0.5 lectures");
    assert_eq!(english.done_of(amount(4.999), amount(5.0), &unit("km"), false), "4.999 of 5 km");
    assert_eq!(english.done_of(amount(5.0), amount(6.0), &unit("km"), true), "about 5 of 6 km");
    let times = [1, 6, 7, 13, 14].map(|days| english.time(days));
    assert_eq!(times, ["1 day", "6 days", "1 week", "13 days", "2 weeks"]);
    let chances = [0.0, 0.004, 0.5625, 0.994, 0.996, 1.0].map(|chance| english.chance(chance));
    assert_eq!(chances, ["hardly", "hardly", "56%", "99%", "almost surely", "almost surely"]);
    assert_eq!([1, 2, 11].map(|weeks| english.weeks(weeks)), ["1 week", "2 weeks", "11 weeks"]);
    let unrecorded = |weeks| english.message(&Diagnostic::new("", Kind::Unrecorded { weeks }));
    assert_eq!(unrecorded(1), "1 week has no record: what is shown is the least that is done");
    assert_eq!(unrecorded(2), "2 weeks have no record: what is shown is the least that is done");
}

#[test]
fn korean_particles_follow_any_unit() {
    let korean = locale::of("ko");
    let summary = |done: f64, name: &str| {
        let done = korean.amount(amount(done), &unit(name));
        let planned = korean.amount(amount(6.0), &unit(name));
        fill(korean.summary(), &[("done", &done), ("planned", &planned), ("percent", "50%")])
    };
    assert_eq!(summary(3.0, "강의"), "6강의 중 3강의를 마쳤습니다(50%).");
    assert_eq!(summary(3.0, "글"), "6글 중 3글을 마쳤습니다(50%).");
    assert_eq!(summary(3.0, "km"), "6km 중 3km를 마쳤습니다(50%).");
    assert_eq!(summary(3.0, ""), "6 중 3을 마쳤습니다(50%).");
    assert_eq!(summary(2.0, ""), "6 중 2를 마쳤습니다(50%).");
}

#[test]
fn all_other_languages_get_english() {
    for tag in ["fr", "zh-Hant-TW", "ar", "kok", "x-klingon", "", "en-GB"] {
        assert_eq!(locale::of(tag).tag(), "en", "{tag}");
    }
    for tag in ["ko", "ko-KR", "KO_kr", "ko-Kore"] {
        assert_eq!(locale::of(tag).tag(), "ko", "{tag}");
    }
}
