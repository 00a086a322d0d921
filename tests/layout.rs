//! The picture's geometry, tried on made-up goals at every width: nothing overlaps, nothing is cut, all can be read.
//!
//! The goals are the same ones every time: what this finds once, it finds again.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

mod common;

use common::amount;
use goalpost::geometry::{Point, Rect};
use goalpost::goal::View;
use goalpost::layout::text::SMALLEST;
use goalpost::layout::{self, Band, BandEnd, Gauge, Layout, Weeks};
use goalpost::progress::{Progress, progress};
use goalpost::report::table;
use goalpost::scene::{self, Mark, Scene};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

/// Rounding to sixteenths, twice.
const HAIR: f64 = 0.13;

const TEXTS: [&str; 14] = [
    "1",
    "W1",
    "Week 12",
    "4주차",
    "쿠버네티스 오브젝트와 컨트롤러 정리하기",
    "Ownership, borrowing and lifetimes in depth",
    "ジェネリクスとトレイト境界",
    "اختبار نهائي طويل جدا",
    "🚀🎉 launch",
    "👩‍👩‍👧‍👦",
    "Donaudampfschifffahrtsgesellschaft",
    "e\u{301}te\u{301}",
    "i",
    "WWWWWWWWWWWW",
];

fn text() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(TEXTS.to_vec())
}

fn week() -> impl Strategy<Value = Value> {
    let status = prop_oneof![8 => Just(Value::Null), 2 => Just(json!("absent")), 1 => Just(json!("skipped"))];
    let milestone = prop_oneof![4 => Just(None), 1 => text().prop_map(Some)];
    let label = prop_oneof![2 => Just(None), 1 => text().prop_map(Some)];
    let (planned, done) = (proptest::option::weighted(0.9, amount()), proptest::option::weighted(0.8, amount()));
    (planned, done, any::<bool>(), status, milestone, label).prop_map(
        |(planned, done, approx, status, milestone, label)| {
            json!({ "label": label, "planned": planned, "done": done, "approx": approx, "status": status,
                    "milestone": milestone })
        },
    )
}

fn percents() -> impl Strategy<Value = Vec<Value>> {
    vec(
        (0..=100_u32, any::<bool>()).prop_map(|(percent, approx)| json!({ "percent": percent, "approx": approx })),
        1..9,
    )
}

fn weeks() -> impl Strategy<Value = Vec<Value>> {
    prop_oneof![
        8 => vec(week(), 1..10),
        3 => vec(week(), 10..30),
        1 => vec(week(), 40..120),
        1 => (week(), 100..=520_usize).prop_map(|(week, count)| vec![week; count]),
        2 => percents(),
    ]
}

prop_compose! {
    /// A goal that its author could have written, if sometimes an odd one.
    fn a_goal()(
        weeks in weeks(),
        title in text(),
        unit in text(),
        lang in proptest::sample::select(vec!["en", "ko"]),
        dated in any::<bool>(),
        reached in proptest::option::weighted(0.3, 0.0..1.0_f64),
        carried in proptest::option::weighted(0.2, amount()),
        stated in proptest::option::weighted(0.1, 0..=100_u32),
    ) -> Value {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a week")]
        let as_of = reached.map(|share| (share * weeks.len() as f64) as usize);
        json!({ "title": title, "unit": unit, "lang": lang, "start": dated.then_some("2019-09-29"), "asOf": as_of,
                "carried": carried, "stated": stated.map(|percent| format!("{percent}%")), "weeks": weeks })
    }
}

fn holds(area: Rect, point: Point) -> bool {
    (area.x..=area.right()).contains(&point.x) && (area.y..=area.bottom()).contains(&point.y)
}

/// Everything in the way of a text: other texts, and the small signs beside them.
fn boxes(layout: &Layout, scene: &Scene) -> Vec<(String, Rect)> {
    let mut boxes: Vec<(String, Rect)> = Vec::new();
    for mark in &scene.marks {
        if let Mark::Text(label) = mark {
            assert!(!label.text.is_empty(), "an empty text");
            assert!(label.font.size >= SMALLEST, "{} at {} px", label.text, label.font.size);
            boxes.push((label.text.clone(), label.bounds()));
        }
    }
    if let Some(chart) = &layout.chart {
        for sign in &chart.signs {
            let Point { x, y } = sign.centre;
            boxes.push((format!("{:?}", sign.icon), Rect { x: x - 4.5, y: y - 5.0, width: 9.0, height: 10.0 }));
        }
        for item in &chart.legend {
            boxes.push((format!("{:?}", item.swatch), item.place));
        }
    }
    boxes
}

/// No two of them touch, and none leaves the picture.
fn assert_free(boxes: &[(String, Rect)], layout: &Layout) {
    let whole = Rect { x: 0.0, y: 0.0, width: layout.width, height: layout.height };
    for (index, (text, area)) in boxes.iter().enumerate() {
        assert!(area.is_in(&whole, HAIR), "{text:?} leaves the picture: {area:?}");
        for (other, there) in &boxes[index + 1..] {
            assert!(!area.overlaps(there, HAIR), "{text:?} {area:?} overlaps {other:?} {there:?}");
        }
    }
}

/// The arc and the tick are crossed by no text.
fn assert_gauge_clear(gauge: &Gauge) {
    let half = gauge.thickness / 2.0;
    for label in &gauge.labels {
        let area = label.bounds();
        for step in 0..=240 {
            let share = f64::from(step) / 240.0;
            for out in [-half, 0.0, half] {
                let point = gauge.point(share, out);
                assert!(!holds(area, point), "{:?} {area:?} lies on the arc at {share}", label.text);
            }
        }
        if let Some([from, to]) = gauge.tick_line() {
            for step in 0..=20 {
                let point = from.towards(to, f64::from(step) / 20.0);
                assert!(!holds(area, point), "{:?} {area:?} lies on the tick at {point:?}", label.text);
            }
        }
    }
}

fn assert_in_plot(layout: &Layout) {
    let Some(chart) = &layout.chart else { return };
    let plot = chart.plot;
    let inside = |x: f64, y: f64, what: &str| {
        let across = (plot.x - HAIR..=plot.right() + HAIR).contains(&x);
        let upright = (plot.y - HAIR..=plot.bottom() + HAIR).contains(&y);
        assert!(across && upright, "{what} at {x}, {y} leaves {plot:?}");
    };
    assert!(plot.height >= 80.0, "there is room to draw in: {plot:?}");
    match &chart.weeks {
        Weeks::Columns(weeks) => {
            for column in &weeks.columns {
                inside(column.across.start, plot.bottom(), "a column");
                inside(column.across.end, plot.bottom(), "a column");
                for part in &column.parts {
                    inside(column.across.start, part.top, &format!("{:?}", part.fill));
                }
                if let Some(tick) = column.plan_tick {
                    inside(column.across.start - column.tick_out, tick, "a tick");
                    inside(column.across.end + column.tick_out, tick, "a tick");
                }
            }
            for Band { from, to } in &weeks.bands {
                for BandEnd { x, down } in [from, to] {
                    inside(*x, down.start, "a band");
                    inside(*x, down.end, "a band");
                }
                assert!(from.x <= to.x, "a band flows onwards");
            }
        }
        Weeks::Burnup(lines) => {
            let points = lines.plan.iter().chain(lines.done.iter().flatten()).chain(lines.gap.iter().flatten());
            points.for_each(|point| inside(point.x, point.y, "a line"));
        }
    }
}

/// Lines and their values: a value may stand beside a line, not on one.
fn assert_values_beside_lines(layout: &Layout) {
    let Some(Weeks::Burnup(lines)) = layout.chart.as_ref().map(|chart| &chart.weeks) else { return };
    for label in &lines.values {
        let area = label.bounds();
        for line in lines.done.iter().chain([&lines.plan]) {
            for pair in line.windows(2) {
                let [from, to] = pair else { continue };
                for step in 0..=40 {
                    let point = from.towards(*to, f64::from(step) / 40.0);
                    assert!(!holds(area, point), "{:?} {area:?} lies on a line at {point:?}", label.text);
                }
            }
        }
    }
}

/// Everything is at a place, and goes there again when it is mirrored.
fn assert_finite(scene: &Scene) {
    let finite = |area: &Rect| [area.x, area.y, area.width, area.height].iter().all(|value| value.is_finite());
    for mark in &scene.marks {
        let right = match mark {
            Mark::Rect(area, _) | Mark::Frame(area, _, _) => finite(area) && area.width >= 0.0 && area.height >= 0.0,
            Mark::Polygon(points, _) | Mark::Path(points, _, _) => {
                points.len() > 1 && points.iter().all(|point| point.x.is_finite() && point.y.is_finite())
            }
            Mark::Text(label) => finite(&label.bounds()),
        };
        assert!(right, "{mark:?}");
    }
}

fn check(numbers: &Progress, view: View, width: f64) {
    let layout = common::layout(numbers, view, width);
    assert_eq!(layout.height, layout::height(view, layout.width), "the height is known beforehand");
    for right_to_left in [false, true] {
        let scene = scene::scene(&layout, right_to_left);
        assert_finite(&scene);
        if !right_to_left {
            assert_free(&boxes(&layout, &scene), &layout);
        }
    }
    assert_gauge_clear(&layout.gauge);
    assert_in_plot(&layout);
    assert_values_beside_lines(&layout);
}

const VIEWS: [View; 3] = [View::Weekly, View::Burnup, View::Compact];

#[test]
fn nothing_overlaps_and_nothing_is_cut_in_two_thousand_pictures_of_made_up_goals() {
    let config = ProptestConfig {
        cases: 2_000,
        rng_seed: RngSeed::Fixed(4),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let widths = prop_oneof![240.0..420.0_f64, 240.0..1600.0_f64, Just(240.0), Just(559.0), Just(560.0)];
    proptest!(config, |(goal in a_goal(), width in widths)| {
        let numbers = match common::goal(&goal.to_string()) {
            Ok(goal) => progress(goal),
            // Such as a skipped week with work done in it.
            Err(_) => return Err(TestCaseError::reject("not a goal")),
        };
        for view in VIEWS {
            check(&numbers, view, width);
        }
    });
}

#[test]
fn the_gallery_holds_at_every_width() {
    for case in common::gallery() {
        let numbers = common::numbers(&case["goal"].to_string());
        for width in (240..=1600).step_by(if numbers.weeks.len() > 100 { 97 } else { 17 }) {
            for view in VIEWS {
                check(&numbers, view, f64::from(width));
            }
        }
    }
}

/// Every kind of week by its shapes alone: what its column is filled with, and the sign below it.
#[test]
fn kinds_of_weeks_are_told_apart_without_colour() {
    let weeks = json!([
        { "planned": 6, "done": 4 },
        { "planned": 6, "done": 4, "status": "absent" },
        { "planned": 6, "status": "skipped" },
        { "planned": 6 },
        { "planned": 0, "done": 0, "milestone": "Talk" },
        { "planned": 6, "done": 9 },
        { "planned": 6, "done": 8 },
        { "planned": 6 },
    ]);
    let numbers = common::numbers(&json!({ "weeks": weeks, "asOf": 7 }).to_string());
    let chart = common::layout(&numbers, View::Weekly, 1200.0).chart.expect("a chart");
    let Weeks::Columns(drawn) = &chart.weeks else { panic!("columns") };
    let shapes: Vec<String> = drawn
        .columns
        .iter()
        .map(|column| {
            let fills: Vec<_> = column.parts.iter().map(|part| part.fill).collect();
            let width = column.across.length();
            let below = |x: f64| x >= column.across.start - width && x <= column.across.end;
            let icon = chart.signs.iter().find(|sign| below(sign.centre.x)).map(|sign| sign.icon);
            format!("{fills:?} {icon:?}")
        })
        .collect();
    let expected = [
        "[Done, Open] None",
        "[Done, Open] Some(Cross)",
        "[Open] Some(Pause)",
        "[Unknown] Some(Ring)",
        "[Open] Some(Flag)",
        "[Done, Open] None",
        "[Done, Beyond] None",
        "[Future] None",
    ];
    assert_eq!(shapes, expected);
}

#[test]
fn when_weeks_are_merged_their_work_is_kept() {
    let done: Vec<u32> = (0..520).map(|week| week % 7).collect();
    let numbers = common::numbers(&json!({ "planned": vec![5; 520], "done": done }).to_string());
    let layout = common::layout(&numbers, View::Weekly, 240.0);
    let Some(Weeks::Columns(weeks)) = layout.chart.map(|chart| chart.weeks) else { panic!("columns") };
    assert!(weeks.columns.len() < 80, "{} columns", weeks.columns.len());
    let drawn: Vec<usize> = weeks.columns.iter().flat_map(|column| column.first..=column.last).collect();
    assert_eq!(drawn, (0..520).collect::<Vec<_>>(), "every week is in one column");
    assert_eq!(table(&numbers, common::locale_of(&numbers), 0..520).rows.len(), 520, "and has a row of its own");
}

/// Else the device's grid would make every so many of them wider, and the eye would see bars in the rhythm of that.
#[test]
fn columns_are_as_wide_as_each_other_on_whole_pixels_and_never_touch() {
    for weeks in [1_usize, 5, 12, 52, 104, 520] {
        let numbers = common::numbers(&json!({ "planned": vec![5; weeks], "done": vec![4; weeks] }).to_string());
        for width in (240..=1600).step_by(if weeks > 100 { 43 } else { 7 }) {
            let layout = common::layout(&numbers, View::Weekly, f64::from(width));
            let Some(Weeks::Columns(drawn)) = layout.chart.map(|chart| chart.weeks) else { panic!("columns") };
            let wide = drawn.columns[0].across.length();
            assert!(wide.round() >= 2.0 && (wide - wide.round()).abs() < 1e-9, "{wide} px, {weeks} weeks at {width}");
            assert!(
                drawn.columns.iter().all(|column| (column.across.length() - wide).abs() < 1e-9),
                "{weeks} weeks at {width}"
            );
            for pair in drawn.columns.windows(2) {
                let gap = pair[1].across.start.round() - pair[0].across.end.round();
                assert!(gap >= 1.0, "{gap} px free, {weeks} weeks at {width}");
            }
        }
    }
}

#[test]
fn marks_stand_right_below_the_row_above_them() {
    for (start, row) in [(None, 1), (Some("2024-01-06"), 2)] {
        let weeks = json!([{ "planned": 6, "done": 4, "status": "absent" }, { "planned": 6, "done": 4 }]);
        let numbers = common::numbers(&json!({ "weeks": weeks, "start": start }).to_string());
        let chart = common::layout(&numbers, View::Weekly, 640.0).chart.expect("a chart");
        let mut rows: Vec<f64> = chart.labels.iter().map(|label| label.y).collect();
        rows.dedup();
        assert_eq!(rows.len(), row + 1, "rows at {rows:?}");
        assert!(rows.windows(2).all(|pair| (15.0..=18.0).contains(&(pair[1] - pair[0]))), "rows at {rows:?}");
        assert!(chart.signs.iter().all(|sign| Some(&sign.centre.y) == rows.last()), "the signs beside the words");
    }
}
