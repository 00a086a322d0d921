//! The design's goals to the last digit: every column of its table, the jam, the forecast, and the same by every form.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

mod common;

use common::numbers;
use goalpost::progress::{Forecast, Jam, Progress, Status, Week};

/// The real goal: 24 lectures in four weeks, and a talk in the fifth.
const KUBERNETES: &str = include_str!("fixtures/goals/kubernetes.json");

/// The second goal: 5/5/5/5/4 planned, 5/4/6/1/4 done, and the author away in the fourth week.
const SECOND: &str = r#"{ "title": "쿠버네티스 기초 정복", "lang": "ko", "unit": "강의", "weeks": [
    { "label": "1주차", "date": "2019-09-29", "planned": 5, "done": 5 },
    { "label": "2주차", "date": "2019-10-05", "planned": 5, "done": 4, "note": "30분 일찍 일어남" },
    { "label": "3주차", "date": "2019-10-12", "planned": 5, "done": 6, "note": "별도 일정, 지난주 1개 만회" },
    { "label": "4주차", "date": "2019-10-19", "planned": 5, "done": 1, "status": "absent", "note": "컨디션 난조" },
    { "label": "5주차", "date": "2019-10-26", "planned": 4, "done": 4, "note": "매일 야근", "milestone": "발표" } ] }"#;

/// A row of the design's table, in its order: p, d, carry-in, L, carry-out, d/L, d/p, L/p, cumulative plan and work,
/// overall so far.
type Row = (f64, f64, f64, f64, f64, Option<f64>, Option<f64>, Option<f64>, f64, f64, f64);

#[rustfmt::skip]
const KUBERNETES_ROWS: [Row; 5] = [
    (6.0, 6.0, 0.0, 6.0, 0.0, Some(1.0),       Some(1.0),  Some(1.0),       6.0,  6.0,  6.0 / 24.0),
    (8.0, 6.0, 0.0, 8.0, 2.0, Some(0.75),      Some(0.75), Some(1.0),       14.0, 12.0, 12.0 / 24.0),
    (6.0, 6.0, 2.0, 8.0, 2.0, Some(0.75),      Some(1.0),  Some(8.0 / 6.0), 20.0, 18.0, 18.0 / 24.0),
    (4.0, 2.0, 2.0, 6.0, 4.0, Some(2.0 / 6.0), Some(0.5),  Some(1.5),       24.0, 20.0, 20.0 / 24.0),
    (0.0, 0.0, 4.0, 4.0, 4.0, Some(0.0),       None,       None,            24.0, 20.0, 20.0 / 24.0),
];

#[rustfmt::skip]
const SECOND_ROWS: [Row; 5] = [
    (5.0, 5.0, 0.0, 5.0, 0.0, Some(1.0), Some(1.0), Some(1.0), 5.0,  5.0,  5.0 / 24.0),
    (5.0, 4.0, 0.0, 5.0, 1.0, Some(0.8), Some(0.8), Some(1.0), 10.0, 9.0,  9.0 / 24.0),
    (5.0, 6.0, 1.0, 6.0, 0.0, Some(1.0), Some(1.2), Some(1.2), 15.0, 15.0, 15.0 / 24.0),
    (5.0, 1.0, 0.0, 5.0, 4.0, Some(0.2), Some(0.2), Some(1.0), 20.0, 16.0, 16.0 / 24.0),
    (4.0, 4.0, 4.0, 8.0, 4.0, Some(0.5), Some(1.0), Some(2.0), 24.0, 20.0, 20.0 / 24.0),
];

fn assert_rows(goal: &Progress, rows: &[Row]) {
    assert_eq!(goal.weeks.len(), rows.len());
    for (week, row) in goal.weeks.iter().zip(rows) {
        let number = week.number;
        let (planned, done, carried_in, load, carried_out, of_load, of_plan, jam, plan_so_far, done_so_far, overall) =
            *row;
        let amounts = [week.planned, week.done, week.carried_in, week.load, week.carried_out];
        assert_eq!(amounts, [planned, done, carried_in, load, carried_out].map(Some), "amounts of week {number}");
        assert_eq!([week.of_load, week.of_plan, week.jam], [of_load, of_plan, jam], "ratios of week {number}");
        assert_eq!(week.cumulative_planned, Some(plan_so_far), "cumulative plan of week {number}");
        assert_eq!(week.cumulative_done, Some(done_so_far), "cumulative work of week {number}");
        assert_eq!(week.overall, Some(overall), "overall up to week {number}");
    }
}

/// Everything but the texts, to compare goals that are written in different ways.
fn figures(goal: &Progress) -> serde_json::Value {
    let mut figures = serde_json::to_value(goal).expect("numbers serialise");
    let object = figures.as_object_mut().expect("they are an object");
    for text in ["title", "lang", "unit", "deadline"] {
        object.remove(text);
    }
    for week in object["weeks"].as_array_mut().expect("the weeks are a list") {
        for text in ["label", "date", "note", "link"] {
            week.as_object_mut().expect("a week is an object").remove(text);
        }
    }
    figures
}

fn assert_kubernetes(goal: &Progress) {
    assert_rows(goal, &KUBERNETES_ROWS);
    let statuses = goal.weeks.iter().map(|week| week.status).collect::<Vec<_>>();
    let [recorded, absent, milestone] = [Status::Recorded, Status::Absent, Status::Milestone];
    assert_eq!(statuses, [recorded, recorded, recorded, absent, milestone]);
    assert_eq!([goal.overall, goal.to_date, goal.expected], [Some(20.0 / 24.0), Some(20.0 / 24.0), Some(1.0)]);
    assert_eq!(
        (goal.planned, goal.done, goal.remaining, goal.beyond, goal.ahead),
        (Some(24.0), Some(20.0), Some(4.0), 0.0, 0.0)
    );
    assert_eq!((goal.as_of, goal.unrecorded, goal.stated, goal.needed), (5, 0, None, None));
    assert_eq!(goal.buffer, Some(-2), "after five weeks the work is where the plan was after three");
    assert_eq!(goal.pace, Some(6.0), "the talk is no week of work");
    assert_eq!(goal.jam, Some(Jam { since: 2, depth: 4.0, ratio: Some(1.5), recovery: Some(1), extra: None }));
    assert_eq!(goal.forecast, Some(Forecast { p50: 1, p85: 2, slowing: true }));
    assert!(goal.warnings.is_empty(), "{:?}", goal.warnings);
}

#[test]
fn the_real_goal_is_exact() {
    assert_kubernetes(&numbers(KUBERNETES));
    assert_eq!(numbers(KUBERNETES).words.percent(20.0 / 24.0), "83.3%");
}

#[test]
fn the_real_goal_is_the_same_wherever_it_is_kept() {
    for path in ["www/demo/_data/goals/kubernetes.json", "../shared/data/kubernetes.json"] {
        // Not every checkout has them.
        if let Ok(json) = std::fs::read_to_string(path) {
            assert_kubernetes(&numbers(&json));
        }
    }
}

#[test]
fn the_second_goal_is_exact() {
    let goal = numbers(SECOND);
    assert_rows(&goal, &SECOND_ROWS);
    assert_eq!([goal.overall, goal.to_date, goal.expected], [Some(20.0 / 24.0), Some(20.0 / 24.0), Some(1.0)]);
    assert_eq!(
        (goal.planned, goal.done, goal.remaining, goal.beyond, goal.ahead),
        (Some(24.0), Some(20.0), Some(4.0), 0.0, 0.0)
    );
    assert_eq!((goal.as_of, goal.buffer, goal.pace), (5, Some(-1), Some(4.0)));
    assert_eq!(goal.jam, Some(Jam { since: 4, depth: 4.0, ratio: Some(2.0), recovery: Some(1), extra: None }));
    assert_eq!(
        goal.forecast,
        Some(Forecast { p50: 1, p85: 2, slowing: true }),
        "median of 1, 4 is below that of 5, 4, 6"
    );

    let mean = |ratio: fn(&Week) -> Option<f64>| goal.weeks.iter().filter_map(ratio).sum::<f64>() / 5.0;
    assert!((mean(|week| week.of_plan) - 0.84).abs() < 1e-12, "the mean of weekly percents is another number");
    assert!((mean(|week| week.of_load) - 0.70).abs() < 1e-12, "and so is that of the loads");
}

#[test]
fn the_second_goal_is_exact_after_its_fourth_week() {
    let goal = numbers(r#"{ "planned": [5, 5, 5, 5, 4], "done": [5, 4, 6, 1] }"#);
    assert_rows(&Progress { weeks: goal.weeks[..4].to_vec(), ..goal.clone() }, &SECOND_ROWS[..4]);
    let fifth = &goal.weeks[4];
    assert_eq!((fifth.status, fifth.carried_in, fifth.load), (Status::Future, Some(4.0), Some(8.0)));
    assert_eq!((fifth.done, fifth.carried_out, fifth.of_load, fifth.cumulative_done), (None, None, None, None));
    assert_eq!([goal.overall, goal.to_date, goal.expected], [Some(16.0 / 24.0), Some(0.8), Some(20.0 / 24.0)]);
    assert_eq!((goal.remaining, goal.needed, goal.buffer), (Some(8.0), Some(8.0), Some(-1)));
    assert_eq!(goal.forecast, Some(Forecast { p50: 2, p85: 3, slowing: true }));
    let jam = goal.jam.expect("four lectures are carried over");
    assert_eq!((jam.since, jam.depth, jam.ratio), (4, 4.0, Some(1.0)));
    assert_eq!((jam.recovery, jam.extra), (Some(8), None), "4.5 a week against 4 planned clears half a lecture a week");
}

#[test]
fn before_four_finished_weeks_there_is_no_forecast_but_a_needed_pace() {
    let goal = numbers(r#"{ "planned": [5, 5, 5, 5, 4], "done": [5, 4, 6] }"#);
    assert_eq!((goal.forecast, goal.needed), (None, Some(4.5)));
}

#[test]
fn every_form_gives_the_same_figures() {
    let forms = [
        r#"{ "planned": [5, 5, 5, 5, 4], "done": [5, 4, 6, 1, 4] }"#,
        r#"{ "planned": ["5", "5.0", " 5 ", 5, 4], "done": ["5/5", "80%", "120%", "1/5", "100%"] }"#,
        r#"{ "weeks": [{ "done": "5/5" }, { "done": "4/5" }, { "done": "6/5" }, { "done": "1/5" }, { "done": "4/4" }] }"#,
        r#"{ "weeks": [{ "planned": "5", "done": "5", "note": "" }, { "planned": "5", "percent": "80%" },
            { "planned": 5, "done": 6 }, { "planned": 5, "percent": "1/5" }, { "planned": 4, "percent": 100 }] }"#,
        r#"{ "weeks": [{}, {}, {}, {}, {}], "planned": [5, 5, 5, 5, 4], "done": [5, "4", 6, 1, 4] }"#,
        r#"{ "weeks": [{ "planned": 5, "done": 5 }, { "planned": 5 }, {}, {}, {}],
            "planned": [null, "", 5, 5, 4], "done": [null, 4, 6, 1, 4] }"#,
    ];
    let first = figures(&numbers(forms[0]));
    for form in forms {
        assert_eq!(figures(&numbers(form)), first, "{form}");
    }
    let tasks = r#"{ "weeks": [{}, {}, {}, {}, { "milestone": "발표" }], "tasks": [
        { "week": 1, "done": true }, { "week": 1, "done": "yes" }, { "week": 1, "done": 1 },
        { "week": 1, "done": "100%" }, { "week": 1, "done": "3/3" },
        { "week": 2, "done": true, "finished": 3 }, { "week": 2, "done": true }, { "week": 2, "done": true },
        { "week": 2, "done": true }, { "week": 2, "done": true },
        { "week": 3, "done": true }, { "week": 3, "done": true }, { "week": 3, "done": true },
        { "week": 3, "done": true }, { "week": 3, "done": true },
        { "week": 4, "done": 0.5 }, { "week": 4, "done": "50%" }, { "week": 4, "done": false },
        { "week": 4 }, { "week": 4, "done": "no" },
        { "week": 5, "done": true }, { "week": 5, "done": true }, { "week": 5, "done": true },
        { "week": 5, "done": true }] }"#;
    assert_rows(&numbers(tasks), &SECOND_ROWS);
}

/// The post alone, without any number that it does not state.
#[test]
fn what_the_post_does_not_say_stays_unknown() {
    let goal = numbers(
        r#"{ "title": "쿠버네티스 기초 정복", "lang": "ko", "asOf": 5, "stated": 83.3, "weeks": [
            { "label": "1주차", "date": "2019-09-29", "percent": 100 },
            { "label": "2주차", "date": "2019-10-05", "percent": 80, "approx": true, "note": "30분 일찍 일어남" },
            { "label": "3주차", "date": "2019-10-12", "percent": null, "note": "짧게 세운 목표는 지킴" },
            { "label": "4주차", "date": "2019-10-19", "percent": null, "status": "absent", "note": "컨디션 난조" },
            { "label": "5주차", "date": "2019-10-26", "percent": null, "milestone": "발표", "note": "야근" } ] }"#,
    );
    assert_eq!((goal.overall, goal.stated, goal.to_date, goal.expected), (None, Some(0.833), None, None));
    assert_eq!([goal.planned, goal.done, goal.remaining, goal.needed], [None; 4], "no amounts are known");
    assert_eq!((goal.unrecorded, goal.jam, goal.forecast, goal.pace), (3, None, None, None));
    let shares = goal.weeks.iter().map(|week| week.of_plan).collect::<Vec<_>>();
    assert_eq!(shares, [Some(1.0), Some(0.8), None, None, None]);
    assert!(goal.weeks[1].approx);
    let statuses = goal.weeks.iter().map(|week| week.status).collect::<Vec<_>>();
    let [recorded, unknown, absent] = [Status::Recorded, Status::Unknown, Status::Absent];
    assert_eq!(statuses, [recorded, recorded, unknown, absent, unknown]);
    for week in &goal.weeks {
        let amounts = [week.planned, week.done, week.carried_in, week.load, week.carried_out, week.cumulative_planned];
        assert_eq!(amounts, [None; 6], "week {} names no amount", week.number);
    }
}

#[test]
fn a_jam_that_does_not_clear_says_how_much_more_would_do() {
    let goal = numbers(r#"{ "planned": [6, 6, 6, 6, 6], "done": [4, 4, 4] }"#);
    let jam = goal.jam.expect("six are carried over");
    assert_eq!((jam.since, jam.depth, jam.recovery), (1, 6.0, None));
    assert_eq!(jam.extra, Some(5.0), "two behind each week, and six to catch up in two weeks");
    let goal = numbers(r#"{ "planned": [7, 5, 5], "done": [5, 5] }"#);
    let jam = goal.jam.expect("two are carried over");
    assert_eq!((jam.recovery, jam.extra), (None, Some(2.0)), "a pace that only just keeps up clears nothing");
}

#[test]
fn a_jam_begins_where_its_present_run_begins() {
    let goal = numbers(r#"{ "planned": [6, 6, 6, 6], "done": [4, 8, 5, 5] }"#);
    assert_eq!(goal.jam.map(|jam| (jam.since, jam.depth)), Some((3, 2.0)), "the first jam was cleared in week 2");
}

#[test]
fn work_ahead_of_the_plan_is_kept_and_lightens_what_follows() {
    let goal = numbers(r#"{ "planned": [5, 5, 5], "done": [7, 3] }"#);
    assert_eq!((goal.ahead, goal.jam, goal.buffer), (0.0, None, Some(0)));
    assert_eq!((goal.weeks[1].load, goal.weeks[1].of_load), (Some(3.0), Some(1.0)));
    let goal = numbers(r#"{ "planned": [5, 5, 5], "done": [12] }"#);
    assert_eq!((goal.ahead, goal.buffer, goal.weeks[1].load), (7.0, Some(1), Some(0.0)));
}

#[test]
fn a_later_change_of_scope_does_not_rewrite_the_past() {
    let before = numbers(r#"{ "weeks": [{ "planned": 6, "done": 4 }, { "planned": 6, "done": 6 }] }"#);
    let after = numbers(
        r#"{ "weeks": [{ "planned": 6, "done": 4 }, { "planned": 6, "done": 6 }, { "planned": 9, "dropped": 2 }] }"#,
    );
    for (before, after) in before.weeks.iter().zip(&after.weeks) {
        assert_eq!(before.cumulative_planned, after.cumulative_planned);
        assert_eq!(before.carried_out, after.carried_out);
    }
    assert_eq!(after.planned, Some(19.0));
}
