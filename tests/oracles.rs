//! The design's goals to the last digit: every column of its table, the jam, the forecast, and the same in every form.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

mod common;

use serde_json::{Value, json};

/// The real goal: 24 lectures in four weeks, and a talk in the fifth.
const KUBERNETES: &str = include_str!("fixtures/goals/kubernetes.json");

/// The second goal: 5/5/5/5/4 planned, 5/4/6/1/4 done, and the author away in the fourth week.
const SECOND: &str = r#"{ "title": "쿠버네티스 기초 정복", "lang": "ko", "unit": "강", "weeks": [
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

/// The names of a row's numbers in the announced numbers.
const COLUMNS: [&str; 11] = [
    "planned",
    "done",
    "carriedIn",
    "load",
    "carriedOut",
    "ofLoad",
    "ofPlan",
    "jam",
    "cumulativePlanned",
    "cumulativeDone",
    "overall",
];

fn assert_rows(goal: &Value, rows: &[Row]) {
    let weeks = goal["weeks"].as_array().expect("weeks are a list");
    for (week, row) in weeks.iter().zip(rows) {
        let (planned, done, carried_in, load, carried_out, of_load, of_plan, jam, plan_so_far, done_so_far, overall) =
            *row;
        let amounts = [planned, done, carried_in, load, carried_out].map(Some);
        let so_far = [plan_so_far, done_so_far, overall].map(Some);
        let expected = amounts.into_iter().chain([of_load, of_plan, jam]).chain(so_far);
        for (name, expected) in COLUMNS.into_iter().zip(expected) {
            assert_eq!(week[name].as_f64(), expected, "{name} of week {}", week["number"]);
        }
    }
}

/// The announced numbers of a goal.
fn numbers(json: &str) -> Value {
    common::announced(&common::numbers(json))
}

/// Everything except the texts, to compare goals that are written in different forms.
fn figures(goal: &Value) -> Value {
    let mut figures = goal.clone();
    let fields = figures.as_object_mut().expect("numbers are an object");
    fields.remove("warnings");
    figures
}

fn assert_kubernetes(goal: &Value) {
    assert_eq!(goal["weeks"].as_array().map(Vec::len), Some(5));
    assert_rows(goal, &KUBERNETES_ROWS);
    for (name, expected) in [
        ("overall", json!(20.0 / 24.0)),
        ("toDate", json!(20.0 / 24.0)),
        ("expected", json!(1.0)),
        ("stated", json!(null)),
        ("planned", json!(24.0)),
        ("done", json!(20.0)),
        ("remaining", json!(4.0)),
        ("beyond", json!(0.0)),
        ("ahead", json!(0.0)),
        ("unrecorded", json!(0)),
        ("asOf", json!(5)),
        // After five weeks, the work done is what the plan asked for after three.
        ("buffer", json!(-2)),
        ("needed", json!(null)),
        // The talk is no week of work.
        ("pace", json!(6.0)),
        ("jam", json!({ "since": 2, "depth": 4.0, "ratio": 1.5, "recovery": 1, "clearedIn": 6, "extra": null })),
        ("forecast", forecast(1, 2, 4, &[0.75, 1.0])),
        ("warnings", json!([])),
    ] {
        assert_eq!(goal[name], expected, "{name}");
    }
    assert_eq!([&goal["weeks"][3]["status"], &goal["weeks"][4]["status"]], ["absent", "milestone"]);
}

/// A rough forecast in the form of the announced numbers.
fn forecast(p50: u32, p85: u32, history: u32, chances: &[f64]) -> Value {
    json!({ "p50": p50, "p85": p85, "slowing": false, "history": history, "rough": true, "chances": chances })
}

#[test]
fn the_real_goal_is_exact() {
    assert_kubernetes(&numbers(KUBERNETES));
}

#[test]
fn the_real_goal_is_the_same_in_the_demo() {
    assert_kubernetes(&numbers(include_str!("../www/demo/_data/goals/kubernetes.json")));
}

#[test]
fn the_second_goal_is_exact() {
    let goal = numbers(SECOND);
    assert_rows(&goal, &SECOND_ROWS);
    for (name, expected) in [
        ("overall", json!(20.0 / 24.0)),
        ("toDate", json!(20.0 / 24.0)),
        ("expected", json!(1.0)),
        ("planned", json!(24.0)),
        ("done", json!(20.0)),
        ("remaining", json!(4.0)),
        ("beyond", json!(0.0)),
        ("ahead", json!(0.0)),
        ("asOf", json!(5)),
        ("buffer", json!(-1)),
        ("pace", json!(4.0)),
        ("jam", json!({ "since": 4, "depth": 4.0, "ratio": 2.0, "recovery": 1, "clearedIn": 6, "extra": null })),
    ] {
        assert_eq!(goal[name], expected, "{name}");
    }
    let forecast = &goal["forecast"];
    assert_eq!([&forecast["p50"], &forecast["p85"]], [&json!(1), &json!(2)]);
    let chances = forecast["chances"].as_array().expect("chances are a list");
    for (chance, expected) in chances.iter().zip([0.8, 0.96]) {
        assert!((chance.as_f64().expect("a chance is a number") - expected).abs() < 1e-12, "{chance}, not {expected}");
    }
    let mean = |name: &str| (0..5).filter_map(|week| goal["weeks"][week][name].as_f64()).sum::<f64>() / 5.0;
    assert!((mean("ofPlan") - 0.84).abs() < 1e-12, "the mean of weekly percents is another number");
    assert!((mean("ofLoad") - 0.70).abs() < 1e-12, "and so is that of the loads");
}

#[test]
fn the_second_goal_is_exact_after_its_fourth_week() {
    let goal = numbers(r#"{ "planned": [5, 5, 5, 5, 4], "done": [5, 4, 6, 1] }"#);
    assert_rows(&goal, &SECOND_ROWS[..4]);
    let fifth = &goal["weeks"][4];
    assert_eq!(
        (&fifth["status"], fifth["carriedIn"].as_f64(), fifth["load"].as_f64()),
        (&json!("future"), Some(4.0), Some(8.0))
    );
    for name in ["done", "carriedOut", "ofLoad", "cumulativeDone"] {
        assert_eq!(fifth[name], Value::Null, "{name} of a week to come");
    }
    for (name, expected) in [
        ("overall", json!(16.0 / 24.0)),
        ("toDate", json!(0.8)),
        ("expected", json!(20.0 / 24.0)),
        ("remaining", json!(8.0)),
        ("needed", json!(8.0)),
        ("buffer", json!(-1)),
        ("forecast", forecast(2, 3, 4, &[0.0, 0.5625, 0.890_625])),
        // 4 and 4 more, at 4.5 a week: 3.5 are left after the plan, and are done a week later.
        ("jam", json!({ "since": 4, "depth": 4.0, "ratio": 1.0, "recovery": 2, "clearedIn": 6, "extra": 3.5 })),
    ] {
        assert_eq!(goal[name], expected, "{name}");
    }
}

#[test]
fn before_four_finished_weeks_there_is_no_forecast_but_a_needed_pace() {
    let goal = numbers(r#"{ "planned": [5, 5, 5, 5, 4], "done": [5, 4, 6] }"#);
    assert_eq!((&goal["forecast"], goal["needed"].as_f64()), (&Value::Null, Some(4.5)));
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

/// Only the facts of the post, without any number that it does not state.
#[test]
fn facts_missing_from_the_post_stay_unknown() {
    let goal = numbers(
        r#"{ "title": "쿠버네티스 기초 정복", "lang": "ko", "asOf": 5, "stated": 83.3, "weeks": [
            { "label": "1주차", "date": "2019-09-29", "percent": 100 },
            { "label": "2주차", "date": "2019-10-05", "percent": 80, "approx": true, "note": "30분 일찍 일어남" },
            { "label": "3주차", "date": "2019-10-12", "percent": null, "note": "짧게 세운 목표는 지킴" },
            { "label": "4주차", "date": "2019-10-19", "percent": null, "status": "absent", "note": "컨디션 난조" },
            { "label": "5주차", "date": "2019-10-26", "percent": null, "milestone": "발표", "note": "야근" } ] }"#,
    );
    assert_eq!(goal["stated"].as_f64(), Some(0.833));
    assert_eq!(goal["unrecorded"], json!(3));
    for name in ["overall", "toDate", "expected", "planned", "done", "remaining", "needed", "jam", "forecast", "pace"] {
        assert_eq!(goal[name], Value::Null, "{name} is not known");
    }
    let weeks = goal["weeks"].as_array().expect("weeks are a list");
    let of_plan: Vec<Option<f64>> = weeks.iter().map(|week| week["ofPlan"].as_f64()).collect();
    assert_eq!(of_plan, [Some(1.0), Some(0.8), None, None, None]);
    assert_eq!(weeks[1]["approx"], json!(true));
    let statuses: Vec<&str> = weeks.iter().filter_map(|week| week["status"].as_str()).collect();
    assert_eq!(statuses, ["recorded", "recorded", "unknown", "absent", "unknown"]);
    for week in weeks {
        for name in ["planned", "done", "carriedIn", "load", "carriedOut", "cumulativePlanned"] {
            assert_eq!(week[name], Value::Null, "{name} of week {}", week["number"]);
        }
    }
}

#[test]
fn a_jam_clears_when_the_pace_has_worked_through_the_plan() {
    let jam = |json: &str| numbers(json)["jam"].clone();
    // 6 behind, and 6 planned a week at 4 a week: 10 are left after the plan, and take three weeks more. 2 behind each
    // week, and six to catch up in two weeks, are five more a week.
    assert_eq!(
        jam(r#"{ "planned": [6, 6, 6, 6, 6], "done": [4, 4, 4] }"#),
        json!({ "since": 1, "depth": 6.0, "ratio": 10.0 / 6.0, "recovery": 5, "clearedIn": 8, "extra": 5.0 })
    );
    // A pace that only just keeps up clears the backlog after the plan.
    let jam_after = jam(r#"{ "planned": [7, 5, 5], "done": [5, 5] }"#);
    assert_eq!([&jam_after["recovery"], &jam_after["clearedIn"]], [&json!(2), &json!(4)]);
    let before = jam(r#"{ "planned": [20, 20, 10, 10], "done": [11, 11] }"#);
    assert_eq!([&before["recovery"], &before["clearedIn"]], [&json!(4), &json!(6)], "18 + 10 + 10 at 11 a week");
    let inside = jam(r#"{ "planned": [6, 6, 2, 2, 6], "done": [5, 5] }"#);
    assert_eq!([&inside["recovery"], &inside["clearedIn"]], [&json!(1), &json!(3)], "in the light week");
    let a_break = jam(
        r#"{ "weeks": [{ "planned": 6, "done": 4 }, { "planned": 6, "done": 4 }, { "status": "skipped" }, { "planned": 1 }] }"#,
    );
    assert_eq!([&a_break["recovery"], &a_break["clearedIn"]], [&json!(2), &json!(5)], "a break brings nothing");
    let nothing = jam(r#"{ "planned": [6, 6, 6], "done": [0, 0] }"#);
    assert_eq!(
        [&nothing["recovery"], &nothing["clearedIn"]],
        [&Value::Null, &Value::Null],
        "only a pace of 0 never does"
    );
}

#[test]
fn a_jam_that_was_carried_in_began_before_the_first_week() {
    let since = |json: &str| numbers(json)["jam"]["since"].clone();
    assert_eq!(since(r#"{ "carried": 4, "planned": [6, 6], "done": [6, 6] }"#), json!(0));
    assert_eq!(since(r#"{ "carried": 4, "planned": [6, 6], "done": [10, 5] }"#), json!(2), "it was cleared in between");
}

#[test]
fn a_jam_begins_where_its_present_run_begins() {
    let jam = &numbers(r#"{ "planned": [6, 6, 6, 6], "done": [4, 8, 5, 5] }"#)["jam"];
    assert_eq!(
        (jam["since"].as_u64(), jam["depth"].as_f64()),
        (Some(3), Some(2.0)),
        "the first jam was cleared in week 2"
    );
}

#[test]
fn work_ahead_of_the_plan_is_kept_and_lightens_what_follows() {
    let goal = numbers(r#"{ "planned": [5, 5, 5], "done": [7, 3] }"#);
    assert_eq!((goal["ahead"].as_f64(), &goal["jam"], &goal["buffer"]), (Some(0.0), &Value::Null, &json!(0)));
    let week = &goal["weeks"][1];
    assert_eq!((week["load"].as_f64(), week["ofLoad"].as_f64()), (Some(3.0), Some(1.0)));
    let goal = numbers(r#"{ "planned": [5, 5, 5], "done": [12] }"#);
    assert_eq!((goal["ahead"].as_f64(), &goal["buffer"]), (Some(7.0), &json!(1)));
    assert_eq!(goal["weeks"][1]["load"].as_f64(), Some(0.0));
}

#[test]
fn a_later_change_of_scope_does_not_rewrite_the_past() {
    let before = numbers(r#"{ "weeks": [{ "planned": 6, "done": 4 }, { "planned": 6, "done": 6 }] }"#);
    let after = numbers(
        r#"{ "weeks": [{ "planned": 6, "done": 4 }, { "planned": 6, "done": 6 }, { "planned": 9, "dropped": 2 }] }"#,
    );
    for week in 0..2 {
        for name in ["cumulativePlanned", "carriedOut"] {
            assert_eq!(before["weeks"][week][name], after["weeks"][week][name], "{name} of week {}", week + 1);
        }
    }
    assert_eq!(after["planned"].as_f64(), Some(19.0));
}
