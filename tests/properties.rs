//! Properties of every goal, each checked with ten thousand generated ones.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

mod common;

use common::{ENGLISH_PAGE, amount, announced, value};
use goalpost::amount::{Amount, Ratio};
use goalpost::diagnostic::{Fault, Kind};
use goalpost::goal::{self, Attendance, Done, View, Work};
use goalpost::progress::{Progress, Recovery, forecast, progress};
use goalpost::report::{description, table};
use goalpost::{locale, scene, wire};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A week as an object, with amounts that may be unknown.
fn week() -> impl Strategy<Value = Value> {
    let status = prop_oneof![8 => Just(Value::Null), 1 => Just(json!("absent")), 1 => Just(json!("skipped"))];
    let milestone = prop_oneof![8 => Just(Value::Null), 1 => Just(json!("Talk"))];
    (option::weighted(0.9, amount()), option::weighted(0.7, amount()), 0.0..1.2_f64, status, milestone).prop_map(
        |(planned, done, drop, status, milestone)| {
            // Mostly zero, sometimes a part of the week's own plan.
            let dropped =
                (drop < 0.2).then(|| planned.filter(|_| status.is_null()).map(|planned| planned * drop)).flatten();
            json!({ "planned": planned, "done": done, "dropped": dropped, "status": status, "milestone": milestone })
        },
    )
}

/// A valid goal in weeks.
fn goal_json() -> impl Strategy<Value = String> {
    let carried = option::weighted(0.2, amount());
    (vec(week(), 1..14), carried, option::weighted(0.3, 1..14_usize)).prop_map(|(weeks, carried, as_of)| {
        let as_of = as_of.map(|week| week.min(weeks.len()));
        json!({ "weeks": weeks, "carried": carried, "asOf": as_of }).to_string()
    })
}

/// A task of one of six weeks.
fn task() -> impl Strategy<Value = Value> {
    let done =
        prop_oneof![Just(json!(true)), Just(json!(false)), Just(json!("25%")), (0.0..=1.0_f64).prop_map(Value::from)];
    (1..=6_u32, done, option::weighted(0.2, 1..=6_u32)).prop_map(|(week, done, finished)| {
        let started = done != json!(false) && done != json!(0.0);
        json!({ "week": week, "done": done, "finished": finished.filter(|_| started) })
    })
}

/// A list, and the same list in another order.
fn shuffled(list: impl Strategy<Value = Vec<Value>>) -> impl Strategy<Value = (Vec<Value>, Vec<Value>)> {
    list.prop_flat_map(|list| (Just(list.clone()), Just(list).prop_shuffle()))
}

/// The numbers without the warnings, because their paths depend on the form.
fn figures(goal: &Progress) -> Value {
    let mut figures = announced(goal);
    figures.as_object_mut().expect("they are an object").remove("warnings");
    figures
}

/// Any JSON that a page could contain. Keys of a goal are more frequent than others.
fn any_value() -> impl Strategy<Value = wire::Value> {
    let key = prop_oneof![
        8 => proptest::sample::select([wire::GOAL_FIELDS, wire::WEEK_FIELDS, wire::TASK_FIELDS].concat()).prop_map(str::to_owned),
        1 => ".{0,6}",
    ];
    let text = prop_oneof![
        3 => ".{0,12}",
        2 => proptest::sample::select(vec!["80%", "5/6", "2019-09-29", "absent", "skipped", "burnup", "6", "ko", "/post/5"])
            .prop_map(str::to_owned),
    ];
    let scalar = prop_oneof![
        Just(wire::Value::Null),
        any::<bool>().prop_map(wire::Value::Flag),
        amount().prop_map(wire::Value::Number),
        any::<f64>().prop_map(wire::Value::Number),
        text.prop_map(wire::Value::Text),
    ];
    scalar.prop_recursive(3, 48, 8, move |inner| {
        prop_oneof![
            1 => vec(inner.clone(), 0..8).prop_map(wire::Value::List),
            3 => vec((key.clone(), inner), 0..8).prop_map(wire::Value::Object),
        ]
    })
}

/// A valid goal with up to three more fields of any value.
fn likely_value() -> impl Strategy<Value = wire::Value> {
    (goal_json(), vec((proptest::sample::select(wire::GOAL_FIELDS), any_value()), 0..3)).prop_map(|(json, others)| {
        let mut value: wire::Value = serde_json::from_str(&json).expect("it was just written");
        if let wire::Value::Object(entries) = &mut value {
            entries.extend(others.into_iter().map(|(key, value)| (key.to_owned(), value)));
        }
        value
    })
}

/// Takes a value through all stages to scenes of every view.
fn draw(value: &wire::Value, width: f64) {
    let Ok(goal) = goal::read(value, &ENGLISH_PAGE) else { return };
    let numbers = progress(goal);
    let locale = common::locale_of(&numbers);
    for view in [None, Some(View::Weekly), Some(View::Burnup), Some(View::Compact)] {
        let layout = common::layout(&numbers, view, width);
        for right_to_left in [false, true] {
            assert!(!scene::scene(&layout, right_to_left).marks.is_empty());
        }
        assert!(!description(&numbers, locale, layout.view()).summary.is_empty());
    }
    assert_eq!(table(&numbers, locale, 0..numbers.weeks.len()).rows.len(), numbers.weeks.len());
}

/// Text that is JSON, nearly JSON, or made of pieces of JSON.
fn json_like() -> impl Strategy<Value = String> {
    let pieces = proptest::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"b\"",
        "\"\\u00e9\"",
        "\"\\ud83d\"",
        "\"\\q\"",
        "'",
        "“",
        "/",
        "//",
        "0",
        "-1",
        "01",
        "1.5",
        "1e5",
        "1e999",
        "1.",
        "-",
        "true",
        "null",
        "nul",
        " ",
        "\n",
        "\t",
        "\u{a0}",
        "\u{feff}",
        "\"",
        "\\",
        "가",
        "%",
    ]);
    prop_oneof![
        1 => vec(pieces.clone(), 0..16).prop_map(|pieces| pieces.concat()),
        // A whole goal, with one piece inserted at some place.
        1 => (goal_json(), pieces, any::<proptest::sample::Index>()).prop_map(|(json, piece, place)| {
            let at = place.index(json.len() + 1);
            format!("{}{piece}{}", &json[..at], &json[at..])
        }),
        1 => goal_json(),
    ]
}

/// Kinds of problems that only our own parser reports: duplicates, depth and size.
fn is_stricter(kind: &Kind) -> bool {
    matches!(kind, Kind::DuplicateField { .. } | Kind::TooMany { .. } | Kind::Syntax { fault: Fault::TooDeep, .. })
}

/// Every number in a value, at any depth.
fn numbers_in(value: &Value, found: &mut Vec<f64>) {
    match value {
        Value::Number(number) => found.extend(number.as_f64()),
        Value::Array(values) => values.iter().for_each(|value| numbers_in(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| numbers_in(value, found)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_balance_is_what_was_planned_less_what_was_dropped_and_done(json in goal_json()) {
        let numbers = progress(common::goal(&json).expect("it makes sense"));
        let mut balance = numbers.goal.carried;
        let weeks = numbers.goal.weeks.iter().zip(&numbers.weeks);
        for (week, numbers) in weeks.filter(|(_, numbers)| numbers.carried_out.is_some()) {
            let (dropped, done) = match week.work {
                Work::Counted { dropped, done: Done::Known(done), .. } => (dropped, done),
                Work::Counted { dropped, done: Done::Assumed | Done::Unknown | Done::Future, .. } => (dropped, Amount::ZERO),
                Work::Share(_) => (Amount::ZERO, Amount::ZERO),
            };
            prop_assert_eq!(numbers.carried_in, Some(balance.or_zero()));
            let load = balance + week.plan() - dropped;
            prop_assert_eq!(numbers.load, Some(load.or_zero()));
            balance = load - done;
            prop_assert_eq!(numbers.carried_out, Some(balance.or_zero()));
        }
        let depth = numbers.jam.map_or(Amount::ZERO, |jam| jam.depth);
        let ahead = (Amount::ZERO - balance).or_zero();
        prop_assert_eq!((depth, numbers.ahead), (balance.or_zero(), ahead));
        prop_assert!(depth == Amount::ZERO || ahead == Amount::ZERO, "nobody is behind and ahead at once");
    }

    #[test]
    fn nothing_is_complete_while_something_remains(json in goal_json()) {
        let numbers = common::numbers(&json);
        if let Some(overall) = numbers.overall {
            let locale = common::locale_of(&numbers);
            let printed = locale.percent(overall);
            let remaining = numbers.remaining.expect("where there is a share there are amounts");
            prop_assert_eq!(overall.fraction() < 1.0, remaining.is_positive());
            prop_assert_eq!(printed == "100%" || overall.fraction() > 1.0, remaining == Amount::ZERO, "{}", printed);
            prop_assert_eq!(printed == "0%", numbers.done == Some(Amount::ZERO));
            prop_assert_eq!(locale.number(remaining) == "0", remaining == Amount::ZERO);
        }
        for week in &numbers.weeks {
            prop_assert!(week.of_load.is_none_or(|share| (0.0..=1.0).contains(&share.fraction())));
        }
    }

    #[test]
    fn lists_and_weeks_and_texts_are_one(weeks in vec((amount(), option::of(amount())), 1..10), cut in 0..10_usize) {
        let plain = |value: f64| format!("{value}");
        let planned: Vec<f64> = weeks.iter().map(|week| week.0).collect();
        let done: Vec<Option<f64>> = weeks.iter().map(|week| week.1).collect();
        let lists = json!({ "planned": planned, "done": done });
        let texts = json!({ "weeks": weeks.iter().map(|(planned, done)| json!({
            "planned": plain(*planned), "done": done.map_or_else(String::new, plain) })).collect::<Vec<_>>() });
        // Each half has the values that the other one leaves out.
        let halves = json!({
            "planned": weeks.iter().enumerate().map(|(i, week)| (i < cut).then_some(week.0)).collect::<Vec<_>>(),
            "done": weeks.iter().enumerate().map(|(i, week)| week.1.filter(|_| i >= cut)).collect::<Vec<_>>(),
            "weeks": weeks.iter().enumerate().map(|(i, week)| json!({
                "planned": (i >= cut).then_some(week.0), "done": week.1.filter(|_| i < cut) })).collect::<Vec<_>>(),
        });
        let first = figures(&common::numbers(&lists.to_string()));
        for other in [texts, halves] {
            prop_assert_eq!(figures(&common::numbers(&other.to_string())), first.clone(), "{}", other);
        }
    }

    #[test]
    fn tasks_are_the_same_in_any_order((tasks, shuffled) in shuffled(vec(task(), 1..20))) {
        let first = figures(&common::numbers(&json!({ "tasks": tasks }).to_string()));
        prop_assert_eq!(figures(&common::numbers(&json!({ "tasks": shuffled }).to_string())), first);
    }

    #[test]
    fn a_forecast_is_a_distribution(remaining in amount(), history in vec(amount(), 1..12)) {
        let history: Vec<Amount> = history.into_iter().map(Amount::new).collect();
        if let Some(chances) = forecast::chances(Amount::new(remaining), &history, 0.85, 0) {
            prop_assert!(chances.iter().all(|chance| (0.0..=1.0).contains(chance)), "{:?}", chances);
            prop_assert!(chances.is_sorted(), "{:?}", chances);
            prop_assert!(chances.last() >= Some(&0.85));
        }
    }

    #[test]
    fn an_even_chance_comes_no_later_than_a_good_one(json in goal_json()) {
        if let Some(forecast) = &common::numbers(&json).forecast {
            prop_assert!(1 <= forecast.p50 && forecast.p50 <= forecast.p85);
        }
    }

    #[test]
    fn every_number_is_finite_and_none_is_lost(json in goal_json()) {
        let numbers = common::numbers(&json);
        let mut found = Vec::new();
        // serde_json writes null for numbers that are not finite, so every required figure is checked.
        let announced = announced(&numbers);
        numbers_in(&announced, &mut found);
        prop_assert!(found.iter().all(|number| number.is_finite()));
        for name in ["remaining", "beyond", "planned", "done", "asOf", "unrecorded", "ahead"] {
            prop_assert!(announced[name].is_number(), "{}", name);
        }
        let ratios = [numbers.overall, numbers.to_date, numbers.expected, numbers.jam.and_then(|jam| jam.ratio)];
        prop_assert!(ratios.into_iter().flatten().map(Ratio::fraction).all(f64::is_finite));
        let computed = [numbers.needed, numbers.jam.and_then(|jam| jam.extra).map(Amount::get)];
        prop_assert!(computed.into_iter().flatten().all(f64::is_finite));
        for week in &numbers.weeks {
            let ratios = [week.of_load, week.of_plan, week.jam, week.overall];
            prop_assert!(ratios.into_iter().flatten().map(Ratio::fraction).all(f64::is_finite));
        }
    }

    #[test]
    fn no_two_sentences_deny_each_other(json in goal_json()) {
        let numbers = common::numbers(&json);
        let english = locale::of("en");
        let said = description(&numbers, english, View::Weekly).summary;
        let says = |start: &str| said.iter().any(|sentence| sentence.contains(start));
        let verdicts = ["behind the plan", "Behind the plan", "ahead of the plan", "Caught up", "Everything planned so far",
            "Finished", "Nothing is recorded"];
        let given = verdicts.iter().filter(|verdict| says(verdict)).count();
        prop_assert!(given <= 1, "{said:?}");
        if says("does not clear") {
            prop_assert_eq!(numbers.pace, Some(Amount::ZERO), "{:?}", said);
            prop_assert!(numbers.forecast.is_none(), "{:?}", said);
        }
        if says(": 100%.") {
            prop_assert_eq!(numbers.remaining, Some(Amount::ZERO), "{:?}", said);
            prop_assert!(!says("a week would clear it") && !says("All done "), "{:?}", said);
        }
        let clears_after = said.iter().find(|sentence| sentence.contains("after the planned weeks"));
        if let (Some(sentence), Some(forecast)) = (clears_after, &numbers.forecast) {
            let Some(Recovery::In { weeks, .. }) = numbers.jam.and_then(|jam| jam.recovery) else { panic!("{sentence}") };
            prop_assert!(forecast.chance(weeks) >= 0.5, "{:?}", said);
        }
    }

    #[test]
    fn every_chance_that_is_said_is_one_of_the_distribution(json in goal_json()) {
        let numbers = common::numbers(&json);
        let Some(forecast) = &numbers.forecast else { return Ok(()) };
        let english = locale::of("en");
        let said = description(&numbers, english, View::Weekly).summary;
        let chances = said.iter().find(|sentence| sentence.starts_with("All done ")).expect("they are said");
        let history: Vec<Amount> = numbers.goal.weeks[..numbers.goal.reached].iter().filter_map(|week| match week.work {
            Work::Counted { planned, done, .. } => {
                let counts = week.attendance != Attendance::Skipped && (week.milestone.is_none() || planned.is_positive());
                match done {
                    Done::Known(done) if counts => Some(done),
                    Done::Assumed if counts => Some(Amount::ZERO),
                    _ => None,
                }
            }
            Work::Share(_) => None,
        }).collect();
        let remaining = numbers.remaining.expect("there are amounts");
        let distribution = forecast::chances(remaining, &history, 0.85, numbers.weeks_left).expect("there is a forecast");
        let mut weeks_said = vec![forecast.p50, forecast.p85];
        weeks_said.extend(forecast.target.map(|target| target.weeks));
        for weeks in weeks_said {
            let chance = english.chance(distribution[weeks - 1]);
            prop_assert!(chances.contains(&format!(": {chance}")), "{chance} of {weeks} weeks in {chances}");
        }
        prop_assert_eq!(chances.contains("roughly"), forecast.history < 8 || forecast.p85 > 2 * forecast.history);
    }

    #[test]
    fn a_recovery_is_what_a_walk_week_by_week_gives(json in goal_json()) {
        let numbers = common::numbers(&json);
        let (Some(jam), Some(pace)) = (numbers.jam, numbers.pace) else { return Ok(()) };
        // The same in floating point, from the announced numbers.
        let (mut behind, mut worked, mut week) = (jam.depth.get(), 0, numbers.goal.reached);
        while behind > 1e-9 && worked < 520 && pace.is_positive() {
            let planned = numbers.goal.weeks.get(week);
            behind += planned.map_or(0.0, |week| week.scope().get());
            if planned.is_none_or(|week| week.attendance != Attendance::Skipped) {
                behind -= pace.get();
                worked += 1;
            }
            week += 1;
        }
        match jam.recovery {
            Some(Recovery::In { week: cleared, weeks }) => {
                let near = behind.abs() < 1e-3 || (cleared == week && weeks == worked);
                prop_assert!(near, "{cleared} after {weeks}, not {week} after {worked}");
            }
            Some(Recovery::Never) => prop_assert_eq!(pace, Amount::ZERO),
            Some(Recovery::Late) => prop_assert!(worked >= 519),
            None => prop_assert!(false, "there is a pace"),
        }
        if let Some(extra) = jam.extra {
            let coming = &numbers.goal.weeks[numbers.goal.reached..];
            let weeks = coming.iter().filter(|week| week.attendance != Attendance::Skipped).count();
            let mut left = jam.depth;
            for week in coming {
                left += week.scope();
            }
            let brought = pace.millionths() + extra.millionths();
            let weeks = i64::try_from(weeks).expect("a few");
            prop_assert!(brought * weeks >= left.millionths(), "it is enough");
            prop_assert!((brought - 1) * weeks < left.millionths(), "and no millionth more than that");
        }
    }

    #[test]
    fn no_value_whatever_breaks_the_way_to_the_scene(value in any_value(), width in 240.0..1600.0_f64) {
        draw(&value, width);
    }

    #[test]
    fn no_goal_whatever_breaks_the_way_to_the_scene(value in likely_value(), width in 240.0..1600.0_f64) {
        draw(&value, width);
    }

    #[test]
    fn no_text_whatever_breaks_the_parser(text in ".{0,80}") {
        if let Ok(value) = value(&text) {
            prop_assert_eq!(value, serde_json::from_str::<wire::Value>(&text).expect("it parses here"));
        }
    }

    #[test]
    fn texts_and_numbers_are_read_to_the_last_bit(text in any::<String>(), number in "-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,18})?(e-?[0-9]{1,2})?") {
        let json = format!("[{},{number}]", json!(text));
        prop_assert_eq!(value(&json).ok(), serde_json::from_str::<wire::Value>(&json).ok());
    }

    #[test]
    fn the_parser_reads_what_serde_json_reads(text in json_like()) {
        let parsed = serde_json::from_str::<wire::Value>(&text);
        match &value(&text) {
            Ok(value) => prop_assert_eq!(value, &parsed.expect("it parses here")),
            Err(problem) if is_stricter(&problem.kind) => {}
            Err(problem) => prop_assert!(parsed.is_err(), "{}: {:?}", text, problem),
        }
    }
}
