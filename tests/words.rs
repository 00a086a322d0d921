//! Every language complete: each sentence said, in that language, with the right forms, and without blame.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

mod common;

use std::collections::BTreeSet;

use goalpost::date::Date;
use goalpost::problem::{Expected, Fault, Found, Kind, Limit};
use goalpost::scene::{self, Account};
use goalpost::words::{self, Header, Legend, Picture, Words};

const KOREAN: &str = include_str!("fixtures/goals/kubernetes.json");
const ENGLISH: &str = include_str!("../www/demo/_data/goals/kubernetes-en.json");

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

/// The table as text, a line a row.
fn table(account: &Account) -> Vec<String> {
    let rows = account.rows.iter().map(|row| {
        let cells = row.cells.iter().map(|cell| cell.text.as_str());
        std::iter::once(row.label.as_str()).chain(cells).collect::<Vec<_>>().join(" | ")
    });
    std::iter::once(account.headers.join(" | ")).chain(rows).collect()
}

#[test]
fn the_real_goal_is_told_in_korean() {
    let account = common::scene(KOREAN, 640.0).account;
    assert_eq!(
        (account.lang, account.name.as_str()),
        ("ko", "쿠버네티스 기초 정복: 주별 진행 차트, 83.3%, 24강의 중 20강의")
    );
    let summary = [
        "24강의 중 20강의를 마쳤습니다(83.3%).",
        "2주차부터 밀린 일이 있고, 지금 4강의가 밀려 있습니다.",
        "지난 속도를 되찾는다면 남은 일은 1주(반반)에서 2주(85%) 안에 끝납니다.",
    ];
    assert_eq!(account.summary, summary);
    let rows = [
        "주 | 날짜 | 새 계획(강의) | 이월(강의) | 할 일(강의) | 완료(강의) | 완료율 | 남음(강의) | 메모",
        "1주차 | 9월 29일 | 6 | 0 | 6 | 6 | 100% | 0 | 킥오프, 목표한 강의 완료",
        "2주차 | 10월 5일 | 8 | 0 | 8 | 6 | 75% | 2 | 30분 일찍 자리에서 일어남",
        "3주차 | 10월 12일 | 6 | 2 | 8 | 6 | 75% | 2 | 별도 일정, 목표를 짧게 잡음",
        "4주차 | 10월 19일 | 4 | 2 | 6 | 2 | 33.3% | 4 | 불참 · 컨디션 난조로 불참",
        "5주차 | 10월 26일 | 0 | 4 | 4 | 0 | 0% | 4 | 발표 · 매일 야근, 정체를 풀지 못함",
    ];
    assert_eq!(table(&account), rows);
}

#[test]
fn the_real_goal_is_told_in_english() {
    let account = common::scene(ENGLISH, 640.0).account;
    let name = "Kubernetes from the ground up: chart of the progress week by week, 83.3%, 20 of 24 lectures";
    assert_eq!((account.lang, account.name.as_str()), ("en", name));
    let summary = [
        "20 of 24 lectures done: 83.3%.",
        "Work has been carried over since Week 2; by now it is 4 lectures.",
        "If the earlier pace returns, the rest takes 1 week (even chance) to 2 weeks (85% likely).",
    ];
    assert_eq!(account.summary, summary);
    let rows = [
        "Week | Date | Planned (lectures) | Carried in (lectures) | To do (lectures) | Done (lectures) | Completed | Carried over (lectures) | Note",
        "Week 1 | September 29 | 6 | 0 | 6 | 6 | 100% | 0 | Kick-off; every planned lecture done",
        "Week 2 | October 5 | 8 | 0 | 8 | 6 | 75% | 2 | Left half an hour early",
        "Week 3 | October 12 | 6 | 2 | 8 | 6 | 75% | 2 | Other plans that day, a shorter goal",
        "Week 4 | October 19 | 4 | 2 | 6 | 2 | 33.3% | 4 | Absent · Not well, stayed at home",
        "Week 5 | October 26 | 0 | 4 | 4 | 0 | 0% | 4 | Talk · Overtime every day; the jam stayed",
    ];
    assert_eq!(table(&account), rows);
}

/// Every week as it is said, one after the other.
fn told(json: &str) -> Vec<String> {
    let progress = common::numbers(json);
    (0..=progress.weeks.len()).filter_map(|week| Some(scene::telling(&progress, week)?.sentence(&progress))).collect()
}

#[test]
fn each_week_of_the_real_goal_is_told_in_one_sentence() {
    let korean = [
        "1주차, 9월 29일: 6강의 중 6강의. 킥오프, 목표한 강의 완료",
        "2주차, 10월 5일: 8강의 중 6강의, 2강의 이월. 30분 일찍 자리에서 일어남",
        "3주차, 10월 12일: 8강의 중 6강의, 2강의 이월. 별도 일정, 목표를 짧게 잡음",
        "4주차, 10월 19일: 6강의 중 2강의, 4강의 이월. 불참. 컨디션 난조로 불참",
        "5주차, 10월 26일: 4강의 중 0강의, 4강의 이월. 발표. 매일 야근, 정체를 풀지 못함",
    ];
    assert_eq!(told(KOREAN), korean);
    assert_eq!(
        told(ENGLISH)[2],
        "Week 3, October 12: 6 of 8 lectures, 2 carried over. Other plans that day, a shorter goal"
    );
}

#[test]
fn each_kind_of_week_is_told_apart() {
    let weeks = r#"{ "unit": "km", "asOf": 6, "weeks": [
        { "planned": 5, "done": 5, "approx": true }, { "planned": 0, "done": 0 }, { "planned": 5, "done": null },
        { "planned": 5, "status": "skipped" },
        { "planned": 5, "done": 5, "link": "https://example.org/" }, { "planned": 0, "done": 0, "milestone": "Talk" },
        { "planned": 5 }, { "planned": 3 }] }"#;
    let expected = [
        "Week 1: ~5 of 5 km",
        "Week 2: nothing to do",
        "Week 3: 5 km to do. No record",
        "Week 4: nothing to do. Break",
        "Week 5: 5 of 5 km. Enter opens the link",
        "Week 6: nothing to do. Talk",
        "Week 7: 5 km to do. To come",
        "Week 8: 3 km to do. To come",
    ];
    assert_eq!(told(weeks), expected);
    let ahead = r#"{ "unit": "km", "planned": [2, 2], "done": [6, 5] }"#;
    assert_eq!(told(ahead), ["Week 1: 6 of 2 km", "Week 2: 5 km"], "in the second nothing was left to do");
    let percents = r#"{ "weeks": [{ "percent": 50 }, { "percent": 80, "approx": true }, { "date": "2019-10-05" }] }"#;
    assert_eq!(told(percents), ["Week 1: Completed 50%", "Week 2: Completed ~80%", "Week 3, October 5. To come"]);
}

#[test]
fn the_data_are_copied_as_plain_values() {
    let goal = r#"{ "unit": "pages, read", "weeks": [
        { "label": "=1+1", "date": "2019-09-29", "planned": 3000, "done": 1000, "note": "said \"no\"" },
        { "label": "Two", "date": "2019-10-05", "planned": 0, "done": 0.5, "link": "https://example.org/" }] }"#;
    let lines = [
        r#"Week,Date,"Planned (pages, read)","Carried in (pages, read)","To do (pages, read)","Done (pages, read)",Completed,"Carried over (pages, read)",Note"#,
        r#"'=1+1,2019-09-29,3000,0,3000,1000,0.3333333333333333,2000,"said ""no""""#,
        "Two,2019-10-05,0,2000,2000,0.5,0.00025,1999.5,https://example.org/",
        "",
    ];
    assert_eq!(scene::csv(&common::numbers(goal)), lines.join("\r\n"));
}
