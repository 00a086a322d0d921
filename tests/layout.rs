//! The geometry of generated goals' pictures at every width: nothing overlaps, nothing is cut, all is readable.
//!
//! The goals are the same every time, so a failure repeats.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

mod common;

use common::amount;
use goalpost::geometry::{Point, Rect};
use goalpost::goal::View;
use goalpost::layout::text::SMALLEST;
use goalpost::layout::{self, Band, BandEnd, Chart, Column, Fill, Gauge, Layout, Weeks};
use goalpost::progress::{Progress, Standing, progress};
use goalpost::report::table;
use goalpost::scene::{self, Mark, Scene};
use goalpost::theme::Ink;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::{Value, json};

/// The tolerance: rounding to sixteenths, twice.
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
    /// A goal that an author could have written, though sometimes an odd one.
    fn a_goal()(
        weeks in weeks(),
        title in text(),
        unit in text(),
        lang in proptest::sample::select(vec!["en", "ko"]),
        dated in any::<bool>(),
        reached in proptest::option::weighted(0.3, 0.0..1.0_f64),
        carried in proptest::option::weighted(0.2, amount()),
        stated in proptest::option::weighted(0.1, 0..=100_u32),
        deadline in proptest::option::weighted(0.3, proptest::sample::select(vec!["2019-09-30", "2019-11-17", "2020-06-01"])),
        note in proptest::option::weighted(0.3, text()),
    ) -> Value {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a week")]
        let as_of = reached.map(|share| (share * weeks.len() as f64) as usize);
        let mut weeks = weeks;
        for week in &mut weeks {
            week["note"] = json!(note);
        }
        json!({ "title": title, "unit": unit, "lang": lang, "start": dated.then_some("2019-09-29"), "asOf": as_of,
                "deadline": deadline, "carried": carried, "stated": stated.map(|percent| format!("{percent}%")), "weeks": weeks })
    }
}

fn holds(area: Rect, point: Point) -> bool {
    (area.x..=area.right()).contains(&point.x) && (area.y..=area.bottom()).contains(&point.y)
}

/// Everything that a text may not touch: other texts, and the icons beside them.
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

/// No two boxes touch, and none leaves the picture.
fn assert_free(boxes: &[(String, Rect)], layout: &Layout) {
    let whole = Rect { x: 0.0, y: 0.0, width: layout.width, height: layout.height };
    for (index, (text, area)) in boxes.iter().enumerate() {
        assert!(area.is_in(&whole, HAIR), "{text:?} leaves the picture: {area:?}");
        for (other, there) in &boxes[index + 1..] {
            assert!(!area.overlaps(there, HAIR), "{text:?} {area:?} overlaps {other:?} {there:?}");
        }
    }
}

/// No text crosses the arc, the bar or the tick.
fn assert_gauge_clear(gauge: &Gauge) {
    let ways: Vec<Point> = match gauge {
        Gauge::Arc(arc) => {
            let half = arc.thickness / 2.0;
            let along = (0..=240).map(|step| f64::from(step) / 240.0);
            along.flat_map(|share| [-half, 0.0, half].map(|out| arc.point(share, out))).collect()
        }
        Gauge::Bar(bar) => {
            let along = (0..=240).map(|step| bar.x(f64::from(step) / 240.0));
            along.flat_map(|x| [bar.place.y, bar.place.bottom()].map(|y| Point::new(x, y))).collect()
        }
    };
    let tick = match gauge {
        Gauge::Arc(arc) => arc.tick_line(),
        Gauge::Bar(bar) => bar.tick_line(),
    };
    let on_tick =
        tick.into_iter().flat_map(|[from, to]| (0..=20).map(move |step| from.towards(to, f64::from(step) / 20.0)));
    let ways: Vec<Point> = ways.into_iter().chain(on_tick).collect();
    for label in gauge.labels() {
        let area = label.bounds();
        for point in &ways {
            assert!(!holds(area, *point), "{:?} {area:?} lies on the gauge at {point:?}", label.text);
        }
    }
}

fn columns(chart: &Chart) -> &[Column] {
    match &chart.weeks {
        Weeks::Columns(weeks) => &weeks.columns,
        Weeks::Backlog(weeks) => &weeks.columns,
        Weeks::Burnup(_) => &[],
    }
}

fn assert_in_plot(layout: &Layout) {
    let Some(chart) = &layout.chart else { return };
    let field = chart.field;
    let inside = |x: f64, y: f64, what: &str| {
        let across = (field.x - HAIR..=field.right() + HAIR).contains(&x);
        let upright = (field.y - HAIR..=field.bottom() + HAIR).contains(&y);
        assert!(across && upright, "{what} at {x}, {y} leaves {field:?}");
    };
    assert!(field.height >= 80.0, "there is room to draw in: {field:?}");
    assert!(chart.plot.is_in(&field, HAIR), "the listed weeks are a part of it");
    for column in columns(chart) {
        inside(column.across.start, field.bottom(), "a column");
        inside(column.across.end, field.bottom(), "a column");
        for part in &column.parts {
            inside(column.across.start, part.top, &format!("{:?}", part.fill));
        }
        if let Some(tick) = column.plan_tick {
            inside(column.across.start - column.tick_out, tick, "a tick");
            inside(column.across.end + column.tick_out, tick, "a tick");
        }
    }
    match &chart.weeks {
        Weeks::Columns(weeks) => {
            for Band { from, to, .. } in &weeks.bands {
                for BandEnd { x, down } in [from, to] {
                    inside(*x, down.start, "a band");
                    inside(*x, down.end, "a band");
                }
                assert!(from.x <= to.x, "a band flows onwards");
            }
        }
        Weeks::Backlog(weeks) => weeks.line.iter().for_each(|point| inside(point.x, point.y, "the backlog")),
        Weeks::Burnup(lines) => {
            let points = lines.plan.iter().chain(lines.done.iter().flatten()).chain(lines.wedges.iter().flatten());
            let fan = lines.fan.iter().flat_map(|fan| fan.area.iter().chain(&fan.middle));
            points.chain(fan).for_each(|point| inside(point.x, point.y, "a line"));
        }
    }
}

/// The lines that texts may not cross.
fn strokes(chart: &Chart) -> Vec<Vec<Point>> {
    let mut strokes: Vec<Vec<Point>> = chart.guides.iter().map(|guide| guide.line().to_vec()).collect();
    match &chart.weeks {
        Weeks::Columns(_) => {}
        Weeks::Backlog(weeks) => strokes.push(weeks.line.clone()),
        Weeks::Burnup(lines) => {
            strokes.push(lines.plan.clone());
            strokes.extend(lines.done.iter().cloned());
            strokes.extend(lines.fan.iter().map(|fan| fan.middle.to_vec()));
        }
    }
    strokes
}

/// Labels in the plot and words of vertical lines cross no line and no column.
fn assert_said_beside_marks(layout: &Layout) {
    let Some(chart) = &layout.chart else { return };
    let bottom = chart.field.bottom();
    let in_plot = chart.labels.iter().filter(|label| label.y < bottom);
    let said: Vec<_> = in_plot.chain(chart.guides.iter().filter_map(|guide| guide.label.as_ref())).collect();
    for label in said {
        let area = label.bounds();
        for line in strokes(chart) {
            for pair in line.windows(2) {
                let [from, to] = pair else { continue };
                for step in 0..=40 {
                    let point = from.towards(*to, f64::from(step) / 40.0);
                    assert!(!holds(area, point), "{:?} {area:?} lies on a line at {point:?}", label.text);
                }
            }
        }
        for column in columns(chart) {
            let top = column.parts.last().map_or(bottom, |part| part.top);
            let column = Rect::over(column.across, goalpost::geometry::Span::new(top, bottom));
            assert!(!area.overlaps(&column, HAIR), "{:?} {area:?} lies on {column:?}", label.text);
        }
    }
}

/// All columns have one scale: work done is in proportion in every week, and so is work done ahead.
fn assert_one_measure(numbers: &Progress, layout: &Layout) {
    let Some(chart @ Chart { weeks: Weeks::Columns(weeks), .. }) = &layout.chart else { return };
    let bottom = chart.plot.bottom();
    let mut told: Vec<(f64, f64)> = Vec::new();
    for column in weeks.columns.iter().filter(|column| column.first == column.last) {
        let week = &numbers.weeks[column.first];
        if week.load.is_none() && week.of_plan.is_some() {
            continue;
        }
        let mut below = bottom;
        for part in &column.parts {
            let height = std::mem::replace(&mut below, part.top) - part.top;
            let amount = match part.fill {
                Fill::Done | Fill::Complete => week.done.unwrap_or_default().get(),
                Fill::Ahead => week.ahead_in.get(),
                Fill::Open | Fill::Future | Fill::Unknown => continue,
            };
            assert!(amount > 0.0, "{:?} of nothing in week {}", part.fill, column.first + 1);
            told.push((amount, height));
        }
        if let [_, due] = column.value.as_slice() {
            let scope = week.planned.unwrap_or_default() - week.dropped;
            let least = week.load.unwrap_or_default().max(scope);
            let locale = common::locale_of(numbers);
            assert_eq!(due.text, format!("/{}", locale.number(least)), "in week {}", column.first + 1);
        }
    }
    let Some(&(most, highest)) = told.iter().max_by(|one, other| one.0.total_cmp(&other.0)) else { return };
    for (amount, height) in &told {
        let wanted = highest * amount / most;
        assert!((height - wanted).abs() < 0.01, "{height} px for {amount}, not {wanted}");
    }
}

/// One row of legend, the first column near the top, and orange only if work is behind.
fn assert_first_look(numbers: &Progress, layout: &Layout) {
    let is_behind = matches!(numbers.standing, Standing::Behind { .. });
    let has_orange = layout.header.iter().any(|label| label.ink == Ink::JamWords);
    let Some(chart) = &layout.chart else {
        // A very narrow list has room only for the percent.
        assert!(is_behind || !has_orange, "an alarm: {:?}", layout.header);
        return;
    };
    assert_eq!(is_behind, has_orange, "the verdict's colour: {:?}", layout.header);
    let rows: Vec<f64> = chart.legend.iter().map(|item| item.label.y).collect();
    assert!(rows.windows(2).all(|pair| pair[0] == pair[1]), "one row of legend: {rows:?}");
    if layout.width < layout::WIDE && matches!(chart.weeks, Weeks::Columns(_)) {
        assert!(chart.plot.y <= 150.0, "the first column begins at {}", chart.plot.y);
    }
    assert_eq!(layout.gauge.is_some(), numbers.stated.or(numbers.overall).is_some(), "no empty gauge");
}

/// All coordinates are finite, also after mirroring.
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

fn check(numbers: &Progress, view: Option<View>, width: f64, room: f64) {
    let height = layout::height_in(room, view, width.max(layout::NARROWEST));
    let layout = common::layout_in(numbers, view, width, height);
    assert_eq!(layout.height, height, "it takes the room that there is");
    for right_to_left in [false, true] {
        let scene = scene::scene(&layout, right_to_left);
        assert_finite(&scene);
        if !right_to_left {
            assert_free(&boxes(&layout, &scene), &layout);
        }
    }
    if let Some(gauge) = &layout.gauge {
        assert_gauge_clear(gauge);
    }
    assert_in_plot(&layout);
    assert_said_beside_marks(&layout);
    assert_one_measure(numbers, &layout);
    assert_first_look(numbers, &layout);
}

const VIEWS: [Option<View>; 4] = [None, Some(View::Weekly), Some(View::Burnup), Some(View::Compact)];

#[test]
fn nothing_overlaps_and_nothing_is_cut_in_two_thousand_generated_pictures() {
    let config = ProptestConfig {
        cases: 2_000,
        rng_seed: RngSeed::Fixed(4),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let widths = prop_oneof![240.0..420.0_f64, 240.0..1600.0_f64, Just(240.0), Just(559.0), Just(560.0)];
    proptest!(config, |(goal in a_goal(), width in widths, room in 200.0..700.0_f64)| {
        let numbers = match common::goal(&goal.to_string()) {
            Ok(goal) => progress(goal),
            // For example a skipped week with work done in it.
            Err(_) => return Err(TestCaseError::reject("not a goal")),
        };
        for view in VIEWS {
            check(&numbers, view, width, room);
        }
    });
}

/// Chartability's C12: labels are thinned out and weeks merged, so that all that is there has its room.
#[test]
fn the_gallery_is_sound_at_every_width() {
    for case in common::gallery() {
        let numbers = common::numbers(&case["goal"].to_string());
        for width in (240..=1600).step_by(if numbers.weeks.len() > 100 { 97 } else { 17 }) {
            for view in VIEWS {
                let usual = layout::height(view, f64::from(width));
                check(&numbers, view, f64::from(width), usual);
            }
        }
    }
}

/// Each kind of week has its own shapes: the fill of its column, and the icon below it.
#[test]
fn kinds_of_weeks_differ_without_colour() {
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
        "[Unknown] Some(Ring)",
        "[Open] Some(Flag)",
        "[Done, Open] None",
        "[Complete] None",
        "[Ahead, Future] None",
    ];
    assert_eq!(shapes, expected);
}

#[test]
fn merged_weeks_keep_their_work() {
    let done: Vec<u32> = (0..520).map(|week| week % 7).collect();
    let numbers = common::numbers(&json!({ "planned": vec![5; 520], "done": done }).to_string());
    let layout = common::layout(&numbers, View::Weekly, 240.0);
    let chart = layout.chart.expect("a chart");
    let drawn = columns(&chart);
    assert!(drawn.len() < 80, "{} columns", drawn.len());
    let drawn: Vec<usize> = drawn.iter().flat_map(|column| column.first..=column.last).collect();
    assert_eq!(drawn, (0..520).collect::<Vec<_>>(), "every week is in one column");
    assert_eq!(table(&numbers, common::locale_of(&numbers), 0..520).rows.len(), 520, "and has a row of its own");
}

/// Otherwise the device's grid would make some columns visibly wider.
#[test]
fn columns_are_as_wide_as_each_other_on_whole_pixels_and_never_touch() {
    for weeks in [1_usize, 5, 12, 52, 104, 520] {
        let numbers = common::numbers(&json!({ "planned": vec![5; weeks], "done": vec![4; weeks] }).to_string());
        for width in (240..=1600).step_by(if weeks > 100 { 43 } else { 7 }) {
            let layout = common::layout(&numbers, View::Weekly, f64::from(width));
            let chart = layout.chart.expect("a chart");
            let drawn = columns(&chart);
            let wide = drawn[0].across.length();
            assert!(wide.round() >= 2.0 && (wide - wide.round()).abs() < 1e-9, "{wide} px, {weeks} weeks at {width}");
            assert!(
                drawn.iter().all(|column| (column.across.length() - wide).abs() < 1e-9),
                "{weeks} weeks at {width}"
            );
            for pair in drawn.windows(2) {
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
        let mut rows: Vec<f64> =
            chart.labels.iter().map(|label| label.y).filter(|y| *y > chart.plot.bottom()).collect();
        rows.dedup();
        assert_eq!(rows.len(), row + 1, "rows at {rows:?}");
        assert!(rows.windows(2).all(|pair| (15.0..=18.0).contains(&(pair[1] - pair[0]))), "rows at {rows:?}");
        assert!(chart.signs.iter().all(|sign| Some(&sign.centre.y) == rows.last()), "the signs beside the words");
    }
}
