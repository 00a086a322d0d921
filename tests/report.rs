//! A goal in words: its name and summary, its table, each of its weeks, and its data as CSV.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

mod common;

use goalpost::locale;
use goalpost::report::{self, week_text};

const KOREAN: &str = include_str!("fixtures/goals/kubernetes.json");
const ENGLISH: &str = include_str!("../www/demo/_data/goals/kubernetes-en.json");

/// The table as lines of text, one a row.
fn table(goal: &str) -> Vec<String> {
    let numbers = common::numbers(goal);
    let table = report::table(&numbers, common::locale_of(&numbers), 0..numbers.weeks.len());
    let headers: Vec<&str> = table.columns.iter().map(|column| column.header.as_str()).collect();
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().map(String::as_str).chain(row.note.as_ref().map(|note| note.text.as_str()));
        std::iter::once(row.label.as_str()).chain(cells).collect::<Vec<_>>().join(" | ")
    });
    std::iter::once(headers.join(" | ")).chain(rows).collect()
}

#[test]
fn the_real_goal_is_described_in_korean() {
    let description = common::described(KOREAN);
    assert_eq!(description.name, "쿠버네티스 기초 정복: 주별 진행 차트, 83.3%, 24강 중 20강");
    let summary = [
        "24강 중 20강을 마쳤습니다(83.3%).",
        "2주차부터 밀린 일이 있고, 지금 4강이 밀려 있습니다.",
        "평소 속도(한 주에 6강)라면 계획이 끝나고 1주 뒤에 따라잡습니다.",
        "불참: 4주차.",
        "모두 마칠 가능성: 1주 안에 75%, 2주 안에 거의 100%(기록이 4주뿐이라 대략적).",
    ];
    assert_eq!(description.summary, summary);
    let rows = [
        "주 | 날짜 | 새 계획(강) | 넘겨받음(강) | 할 일(강) | 완료(강) | 완료율 | 넘김(강) | 메모",
        "1주차 | 9월 29일 | 6 | 0 | 6 | 6 | 100% | 0 | 킥오프, 목표한 강의 완료",
        "2주차 | 10월 5일 | 8 | 0 | 8 | 6 | 75% | 2 | 30분 일찍 자리에서 일어남",
        "3주차 | 10월 12일 | 6 | 2 | 8 | 6 | 75% | 2 | 별도 일정, 목표를 짧게 잡음",
        "4주차 | 10월 19일 | 4 | 2 | 6 | 2 | 33.3% | 4 | 불참 · 컨디션 난조로 불참",
        "5주차 | 10월 26일 | 0 | 4 | 4 | 0 | 0% | 4 | 발표 · 매일 야근, 정체를 풀지 못함",
    ];
    assert_eq!(table(KOREAN), rows);
}

#[test]
fn the_real_goal_is_described_in_english() {
    let description = common::described(ENGLISH);
    let name = "Kubernetes from the ground up: chart of the progress week by week, 83.3%, 20 of 24 lectures";
    assert_eq!(description.name, name);
    let summary = [
        "20 of 24 lectures done: 83.3%.",
        "Behind the plan since Week 2, by 4 lectures now.",
        "At the usual pace of 6 lectures a week, that clears 1 week after the planned weeks.",
        "Absent in Week 4.",
        "All done within 1 week: 75%; within 2 weeks: almost surely (roughly, judging by only 4 weeks).",
    ];
    assert_eq!(description.summary, summary);
    let rows = [
        "Week | Date | Planned (lectures) | Carried in (lectures) | To do (lectures) | Done (lectures) | Completed | Carried over (lectures) | Note",
        "Week 1 | September 29 | 6 | 0 | 6 | 6 | 100% | 0 | Kick-off; every planned lecture done",
        "Week 2 | October 5 | 8 | 0 | 8 | 6 | 75% | 2 | Left half an hour early",
        "Week 3 | October 12 | 6 | 2 | 8 | 6 | 75% | 2 | Other plans that day, a shorter goal",
        "Week 4 | October 19 | 4 | 2 | 6 | 2 | 33.3% | 4 | Absent · Not well, stayed at home",
        "Week 5 | October 26 | 0 | 4 | 4 | 0 | 0% | 4 | Talk · Overtime every day; the jam stayed",
    ];
    assert_eq!(table(ENGLISH), rows);
}

#[test]
fn a_goal_with_a_deadline_states_the_time_left() {
    let told = |rest: &str| {
        let goal = format!(
            r#"{{ {rest} "weeks": [{{ "planned": 6, "done": 2, "date": "2019-10-05" }}, {{ "planned": 2 }}] }}"#
        );
        common::described(&goal).summary
    };
    let says = |rest: &str, sentence: &str| told(rest).iter().any(|said| said == sentence);
    // The first week ends on the 11th.
    assert!(says(r#""deadline": "2019-10-25","#, "Left until the deadline: 2 weeks, for 6."));
    assert!(says(r#""deadline": "2019-10-18","#, "Left until the deadline: 1 week, for 6."));
    assert!(says(r#""deadline": "2019-10-12","#, "Left until the deadline: 1 day, for 6."));
    assert!(says(r#""deadline": "2019-10-11","#, "The deadline, October 11, has passed with 6 left."));
    assert!(says(r#""lang": "ko", "deadline": "2019-10-20","#, "마감까지 9일 남았고, 할 일은 6 남았습니다."));
    assert!(!told("").concat().contains("deadline"), "there is none");
    let done = r#"{ "deadline": "2019-10-20", "weeks": [{ "planned": 6, "done": 6, "date": "2019-10-05" }] }"#;
    assert!(!common::described(done).summary.concat().contains("deadline"), "there is nothing left to do");
}

/// The sentence of every week, in order.
fn told(json: &str) -> Vec<String> {
    let progress = common::numbers(json);
    let locale = common::locale_of(&progress);
    let sentence = |week| Some(week_text(&progress, locale, week)?.sentence(locale));
    (0..=progress.weeks.len()).filter_map(sentence).collect()
}

#[test]
fn each_week_of_the_real_goal_is_one_sentence() {
    let korean = [
        "1주차, 9월 29일: 6강 중 6강. 킥오프, 목표한 강의 완료",
        "2주차, 10월 5일: 8강 중 6강, 2강 넘김. 30분 일찍 자리에서 일어남",
        "3주차, 10월 12일: 8강 중 6강, 2강 넘김. 별도 일정, 목표를 짧게 잡음",
        "4주차, 10월 19일: 6강 중 2강, 4강 넘김. 불참. 컨디션 난조로 불참",
        "5주차, 10월 26일: 4강 중 0강, 4강 넘김. 발표. 매일 야근, 정체를 풀지 못함",
    ];
    assert_eq!(told(KOREAN), korean);
    assert_eq!(
        told(ENGLISH)[2],
        "Week 3, October 12: 6 of 8 lectures, 2 carried over. Other plans that day, a shorter goal"
    );
}

#[test]
fn each_kind_of_week_has_its_own_words() {
    let weeks = r#"{ "unit": "km", "asOf": 6, "weeks": [
        { "planned": 5, "done": 5, "approx": true }, { "planned": 0, "done": 0 }, { "planned": 5, "done": null },
        { "planned": 5, "status": "skipped" },
        { "planned": 5, "done": 5, "link": "https://example.org/" }, { "planned": 0, "done": 0, "milestone": "Talk" },
        { "planned": 5 }, { "planned": 3 }] }"#;
    let expected = [
        "Week 1: about 5 of 5 km",
        "Week 2: nothing to do",
        "Week 3: 5 km to do. No record",
        "Week 4. Break",
        "Week 5: 5 of 5 km. Enter opens the link",
        "Week 6: nothing to do. Talk",
        "Week 7: 5 km to do. To come",
        "Week 8: 3 km to do. To come",
    ];
    assert_eq!(told(weeks), expected);
    let ahead = r#"{ "unit": "km", "planned": [2, 2], "done": [6, 5] }"#;
    let expected = ["Week 1: 6 of 2 km", "Week 2: 5 km done, though nothing was due"];
    assert_eq!(told(ahead), expected, "in the second nothing was left to do");
    let ahead = r#"{ "unit": "km", "planned": [4, 4, 4, 4], "done": [11] }"#;
    let expected = [
        "Week 1: 11 of 4 km",
        "Week 2: 0 left of 4 km. To come",
        "Week 3: 1 left of 4 km. To come",
        "Week 4: 4 km to do. To come",
    ];
    assert_eq!(told(ahead), expected, "being ahead is used up week by week");
    let away = r#"{ "unit": "km", "weeks": [{ "planned": 5, "done": 3 }, { "planned": 5, "status": "absent" },
        { "status": "skipped" }, { "planned": 0, "done": 1 }] }"#;
    let expected = [
        "Week 1: 3 of 5 km, 2 carried over",
        "Week 2: 0 of 7 km, 7 carried over. Absent. counted as 0, as nothing is recorded",
        "Week 3: 7 carried over. Break",
        "Week 4: 1 of 7 km, 6 carried over",
    ];
    assert_eq!(told(away), expected);
    let percents = r#"{ "weeks": [{ "percent": 50 }, { "percent": 80, "approx": true }, { "date": "2019-10-05" }] }"#;
    assert_eq!(told(percents), ["Week 1: Completed 50%", "Week 2: Completed about 80%", "Week 3, October 5. To come"]);
}

#[test]
fn dropped_work_has_a_column_of_its_own() {
    let goal = r#"{ "unit": "km", "weeks": [{ "planned": 5, "done": 3 }, { "planned": 5, "dropped": 2, "done": 5 }] }"#;
    let rows = [
        "Week | Planned (km) | Carried in (km) | Taken out (km) | To do (km) | Done (km) | Completed | Carried over (km)",
        "Week 1 | 5 | 0 |  | 5 | 3 | 60% | 2",
        "Week 2 | 5 | 2 | 2 | 5 | 5 | 100% | 0",
    ];
    assert_eq!(table(goal), rows);
}

#[test]
fn a_goal_with_percents_only_has_no_columns_of_amounts() {
    let percents = r#"{ "weeks": [{ "percent": 50 }, { "percent": 80, "approx": true }] }"#;
    assert_eq!(table(percents), ["Week | Completed", "Week 1 | 50%", "Week 2 | about 80%"]);
}

#[test]
fn short_lines_fit_a_braille_display() {
    let brief = |goal: &str| {
        let numbers = common::numbers(goal);
        report::brief(&numbers, common::locale_of(&numbers))
    };
    let lines = [
        "쿠버네티스 기초 정복: 83.3%, 24강 중 20강",
        "1주 6/6",
        "2주 6/8, 2 넘김",
        "3주 6/8, 2 넘김",
        "4주 2/6, 4 넘김, 불참",
        "5주 0/4, 4 넘김, 발표",
        "",
    ];
    assert_eq!(brief(KOREAN), lines.join("\n"));
    let kinds = r#"{ "lang": "en", "asOf": 4, "weeks": [{ "planned": 5, "done": 7 }, { "planned": 5, "status": "skipped" },
        { "planned": 1000, "done": null }, { "planned": 3, "done": 0.5 }, { "planned": 4 }] }"#;
    let lines = brief(kinds);
    let lines: Vec<&str> = lines.lines().skip(1).collect();
    assert_eq!(lines, ["W1 7/5", "W2 Break", "W3 –/998, No record", "W4 0.5/1, 0.5 carried over", "W5 –/4.5, To come"]);
    assert!(lines.iter().all(|line| line.chars().count() <= 40));
    assert_eq!(brief(r#"{ "weeks": [{ "percent": 75 }] }"#).lines().nth(1), Some("W1 75%"));
}

#[test]
fn a_link_without_a_note_is_named_by_its_week() {
    let goal = r#"{ "weeks": [
        { "label": "Two", "planned": 1, "done": 1, "link": "https://example.org/" },
        { "planned": 1, "done": 1, "link": "/post" }, { "planned": 1, "done": 1, "link": "/post", "note": "Read" }] }"#;
    let named: Vec<_> =
        table(goal).iter().skip(1).filter_map(|row| row.rsplit(" | ").next().map(str::to_owned)).collect();
    assert_eq!(named, ["Two", "Week 2", "Read"]);
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
    let numbers = common::numbers(goal);
    assert_eq!(report::csv(&numbers, common::locale_of(&numbers)), lines.join("\r\n"));
}

#[test]
fn dates_say_their_year_where_the_goal_spans_more_than_one() {
    let dates = |json: &str| -> Vec<String> {
        let progress = common::numbers(json);
        let locale = locale::of(&progress.goal.lang);
        (0..progress.weeks.len()).filter_map(|at| Some(week_text(&progress, locale, at)?.week)).collect()
    };
    assert_eq!(
        dates(r#"{ "start": "2025-12-25", "planned": [1, 1] }"#),
        ["Week 1, December 25, 2025", "Week 2, January 1, 2026"]
    );
    assert_eq!(
        dates(r#"{ "lang": "ko", "start": "2025-12-25", "planned": [1, 1] }"#),
        ["1주차, 2025년 12월 25일", "2주차, 2026년 1월 1일"]
    );
    assert_eq!(
        dates(r#"{ "start": "2025-12-18", "planned": [1], "deadline": "2026-01-02" }"#),
        ["Week 1, December 18, 2025"]
    );
    assert_eq!(dates(r#"{ "start": "2025-12-18", "planned": [1, 1] }"#)[0], "Week 1, December 18");
}
