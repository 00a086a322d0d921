//! Every language complete: each sentence said, in that language, with the right forms, and without blame.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

use std::collections::BTreeSet;

use goalpost::date::Date;
use goalpost::problem::{Expected, Fault, Found, Kind, Limit};
use goalpost::words::{self, Header, Legend, Picture, Words};

/// Every sentence of a language, by the name of the method that says it. Some say several.
fn sentences(words: &dyn Words) -> Vec<(&'static str, String)> {
    let day = Date::new(2019, 9, 29).expect("that was a Sunday");
    let legend = [Legend::Done, Legend::Carried, Legend::Plan, Legend::Future, Legend::Beyond];
    let mut all: Vec<(&'static str, String)> = vec![
        ("untitled", words.untitled().to_owned()),
        ("week", words.week(3)),
        ("weeks", words.weeks(3, 5)),
        ("short_date", words.short_date(day)),
        ("long_date", words.long_date(day)),
        ("absent", words.absent().to_owned()),
        ("skipped", words.skipped().to_owned()),
        ("unknown", words.unknown().to_owned()),
        ("future", words.future().to_owned()),
        ("roughly", words.roughly("80%")),
        ("plan", words.plan().to_owned()),
        ("amount", words.amount(4.0, "km")),
        ("done_of", words.done_of(20.0, 24.0, "km")),
        ("left", words.left(4.0, "km")),
        ("complete", words.complete().to_owned()),
        ("beyond", words.beyond(2.0, "km")),
        ("behind", words.behind(2.0, "km")),
        ("ahead", words.ahead(2.0, "km")),
        ("stated", words.stated("90%", Some("83.3%"))),
        ("stated", words.stated("90%", None)),
        ("on_plan", words.on_plan().to_owned()),
        ("steps", words.steps("K8s")),
        ("carried", words.carried(2.0, "km")),
        ("to_do", words.to_do(2.0, "km")),
        ("nothing_to_do", words.nothing_to_do().to_owned()),
        ("opens_link", words.opens_link().to_owned()),
        ("header_in", words.header_in(Header::Planned, "km")),
        ("copy", words.copy().to_owned()),
        ("copied", words.copied().to_owned()),
        ("not_copied", words.not_copied().to_owned()),
        ("save", words.save().to_owned()),
        ("summary", words.summary(20.0, 24.0, "km", "83.3%")),
        ("no_amounts", words.no_amounts().to_owned()),
        ("jammed", words.jammed("W2", 4.0, "km")),
        ("clears", words.clears(2)),
        ("does_not_clear", words.does_not_clear(Some(1.5), "km")),
        ("does_not_clear", words.does_not_clear(None, "km")),
        ("time_left", words.time_left(3)),
        ("forecast", words.forecast(1, 2, true)),
        ("forecast", words.forecast(2, 2, false)),
        ("recorded", words.recorded(3, 5)),
        ("table", words.table().to_owned()),
        ("cannot_draw", words.cannot_draw().to_owned()),
        ("sentence", words.sentence(words.plan())),
        ("number", words.number(6.5)),
        ("percent", words.percent(0.8)),
    ];
    all.extend(legend.map(|part| ("legend", words.legend(part).to_owned())));
    let pictures = [Picture::Weekly, Picture::Burnup, Picture::Compact];
    all.extend(pictures.map(|kind| ("picture", words.picture(kind, "K8s", "83.3%"))));
    all.extend(Header::ALL.map(|header| ("header", words.header(header).to_owned())));
    all.extend(kinds().iter().map(|kind| ("problem", words.problem(kind))));
    all
}

fn spoken() -> Vec<&'static dyn Words> {
    words::spoken().map(words::of).collect()
}

/// One of each kind of problem, and all that the kinds can hold.
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
    const EXPECTED: [Expected; 13] = [
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
        Kind::DroppedTooMuch { dropped: 3.0, most: 2.0 },
        Kind::FinishedNotDone,
        Kind::More(1),
        Kind::More(2),
        Kind::StatedDiffers { stated: 90.0, computed: 83.3 },
        Kind::DoneAboveLoad { done: 6.0, load: 5.0 },
        Kind::DatesOutOfOrder { previous: "2019-09-29".to_owned() },
        Kind::DoneAfterAsOf { as_of: 3 },
        Kind::Unrecorded { weeks: 1 },
        Kind::Unrecorded { weeks: 2 },
    ];
    kinds.extend(FAULTS.map(|fault| Kind::Syntax { fault, line: "x".to_owned() }));
    kinds.extend(EXPECTED.map(|expected| Kind::Expected { expected, found: found() }));
    let limits = [Limit::Bytes, Limit::Weeks, Limit::Tasks, Limit::Characters];
    kinds.extend(limits.map(|what| Kind::TooMany { what, limit: 1, found: 2 }));
    kinds
}

/// The variants of an enum in the source of `problem`.
fn variants(name: &str) -> usize {
    let source = include_str!("../src/problem.rs");
    let (_, after) = source.split_once(&format!("pub enum {name} {{\n")).expect("the enum is there");
    let (body, _) = after.split_once("\n}\n").expect("and ends");
    body.lines().filter(|line| line.starts_with("    ") && line[4..].starts_with(char::is_uppercase)).count()
}

/// The name of a value's variant, as `Debug` prints it.
fn variant(value: &impl std::fmt::Debug) -> String {
    format!("{value:?}").chars().take_while(char::is_ascii_alphanumeric).collect()
}

#[test]
fn the_list_above_holds_every_sentence_and_every_kind_of_problem() {
    let source = include_str!("../src/words.rs");
    let (_, after) = source.split_once("pub trait Words {\n").expect("the trait is there");
    let (body, _) = after.split_once("\n}\n").expect("and ends");
    let declared: BTreeSet<&str> = body
        .lines()
        .filter_map(|line| line.strip_prefix("    fn ")?.split('(').next())
        .filter(|name| *name != "tag")
        .collect();
    let listed: BTreeSet<&str> = sentences(words::of("en")).iter().map(|(name, _)| *name).collect();
    assert_eq!(listed, declared);

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
}

#[test]
fn every_language_says_every_sentence() {
    for language in spoken() {
        for (name, sentence) in sentences(language) {
            assert!(!sentence.trim().is_empty(), "{} has nothing for {name}", language.tag());
            assert_eq!(sentence, sentence.trim(), "{}: {name}", language.tag());
            assert!(!sentence.contains("  "), "{}: {name}: {sentence}", language.tag());
        }
    }
}

#[test]
fn no_language_borrows_the_sentences_of_another() {
    /// Ranges and figures are written alike.
    const ALIKE: [&str; 3] = ["weeks", "number", "percent"];
    for (index, language) in spoken().into_iter().enumerate() {
        for other in spoken().into_iter().skip(index + 1) {
            for ((name, one), (_, two)) in sentences(language).into_iter().zip(sentences(other)) {
                assert!(ALIKE.contains(&name) || one != two, "{}, {}: {name}: {one}", language.tag(), other.tag());
            }
        }
    }
}

#[test]
fn nobody_is_blamed() {
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
    for language in spoken() {
        for (name, sentence) in sentences(language) {
            let lower = sentence.to_lowercase();
            let blame = BLAME.iter().find(|word| lower.contains(**word));
            assert_eq!(blame, None, "{}: {name}: {sentence}", language.tag());
        }
    }
}

#[test]
fn english_counts() {
    let words = words::of("en");
    assert_eq!(words.left(4.0, "lectures"), "4 lectures left");
    assert_eq!(words.left(1.0, "lectures"), "1 left");
    assert_eq!(words.left(0.5, ""), "0.5 left");
    assert_eq!(words.left(0.001, "km"), "<0.01 km left", "something is left");
    assert_eq!(words.done_of(20.0, 24.0, "lectures"), "20 of 24 lectures");
    assert_eq!(words.done_of(0.0, 1.0, "lectures"), "0 of 1");
    assert_eq!(words.beyond(1.0, "lectures"), "All done, and 1 more");
    assert_eq!(words.clears(1), "At the usual pace that clears in 1 week.");
    assert_eq!(words.clears(2), "At the usual pace that clears in 2 weeks.");
    assert_eq!(
        words.does_not_clear(Some(1.0), "lectures"),
        "At this pace it does not clear; 1 more a week would do it."
    );
    assert_eq!(
        words.does_not_clear(Some(1.21), "lectures"),
        "At this pace it does not clear; 1.3 more lectures a week would do it."
    );
    assert_eq!(words.recorded(0, 1), "0 of 1 week recorded, so at least this much is done.");
    assert_eq!(
        words.problem(&Kind::Unrecorded { weeks: 1 }),
        "1 week has no record: what is shown is the least that is done"
    );
}

#[test]
fn korean_particles_follow_any_unit() {
    let words = words::of("ko");
    let done = |unit: &str| words.summary(3.0, 6.0, unit, "50%");
    assert_eq!(done("강의"), "6강의 중 3강의를 마쳤습니다(50%).");
    assert_eq!(done("글"), "6글 중 3글을 마쳤습니다(50%).");
    assert_eq!(done("km"), "6km 중 3km을(를) 마쳤습니다(50%).");
    assert_eq!(done(""), "6 중 3을 마쳤습니다(50%).");
    assert_eq!(words.summary(2.0, 6.0, "", "33.3%"), "6 중 2를 마쳤습니다(33.3%).");
    let jammed = |depth: f64, unit: &str| words.jammed("2주차", depth, unit);
    assert_eq!(jammed(4.0, "강의"), "2주차부터 밀린 일이 있고, 지금 4강의가 밀려 있습니다.");
    assert_eq!(jammed(4.0, "장"), "2주차부터 밀린 일이 있고, 지금 4장이 밀려 있습니다.");
    assert_eq!(jammed(4.0, "pages"), "2주차부터 밀린 일이 있고, 지금 4pages이(가) 밀려 있습니다.");
    assert_eq!(jammed(10.0, ""), "2주차부터 밀린 일이 있고, 지금 10이 밀려 있습니다.");
}

#[test]
fn who_is_not_spoken_to_is_spoken_to_in_english() {
    for tag in ["fr", "zh-Hant-TW", "ar", "kok", "x-klingon", "", "en-GB"] {
        assert_eq!(words::of(tag).tag(), "en", "{tag}");
        assert_eq!(sentences(words::of(tag)), sentences(words::of("en")), "{tag}");
    }
    for tag in ["ko", "ko-KR", "KO_kr", "ko-Kore"] {
        assert_eq!(words::of(tag).tag(), "ko", "{tag}");
    }
}
