//! The widget in a real browser: pixels at the places of the layout, error messages in place, and the browser's own
//! parser with the same fixtures as the native one.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may stop the moment something is not as it should be"
)]

use goalpost::bridge::progress;
use goalpost::geometry::Point;
use goalpost::goal::{self, View};
use goalpost::layout::{self, Estimate, Fill, Gauge, Input, Layout, Weeks};
use goalpost::locale;
use goalpost::scene::{self, Mark};
use goalpost::theme::{Colour, Ink, Palette};
use goalpost::widget::Widget;
use goalpost::wire::Options;
use js_sys::{Function, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement, ShadowRootInit, ShadowRootMode};

wasm_bindgen_test_configure!(run_in_browser);

const STYLE: &str = include_str!("../www/shell/style.css");
const REAL_GOAL: &str = include_str!("fixtures/goals/kubernetes.json");
const BAD: &str = include_str!("fixtures/bad.json");
const GOOD: &str = include_str!("fixtures/good.json");

/// A goal in the page, in the shell's markup. Dropping it removes it.
struct Post {
    element: HtmlElement,
    widget: Option<Widget>,
}

impl Post {
    fn new(json: &str, width: u32, theme: &str) -> Self {
        let document = web_sys::window().unwrap().document().unwrap();
        let element: HtmlElement = document.create_element("div").unwrap().dyn_into().unwrap();
        element.style().set_property("width", &format!("{width}px")).unwrap();
        element.set_attribute("theme", theme).unwrap();
        let data = document.create_element("script").unwrap();
        data.set_attribute("type", "application/json").unwrap();
        data.set_text_content(Some(json));
        element.append_child(&data).unwrap();
        let root = element.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
        let adopt = "const sheet = new CSSStyleSheet(); sheet.replaceSync(css); root.adoptedStyleSheets = [sheet];";
        Function::new_with_args("root, css", adopt).call2(&JsValue::NULL, &root, &STYLE.into()).unwrap();
        document.body().unwrap().append_child(&element).unwrap();
        let widget = Widget::new(element.clone(), root, &JsValue::UNDEFINED, Function::default()).unwrap();
        widget.measure().unwrap();
        widget.draw().unwrap();
        Self { element, widget: Some(widget) }
    }

    fn state(&self) -> Option<String> {
        self.element.get_attribute("data-state")
    }

    fn text(&self) -> String {
        self.element.shadow_root().unwrap().text_content().unwrap_or_default()
    }

    fn canvas(&self) -> HtmlCanvasElement {
        let root = self.element.shadow_root().unwrap();
        root.query_selector("canvas").unwrap().unwrap().dyn_into().unwrap()
    }

    /// The pixel at a point in CSS px.
    fn pixel(&self, x: f64, y: f64) -> [u8; 4] {
        let canvas = self.canvas();
        let ratio = web_sys::window().unwrap().device_pixel_ratio();
        let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap();
        let data = context.get_image_data(x * ratio, y * ratio, 1.0, 1.0).unwrap().data();
        [data[0], data[1], data[2], data[3]]
    }
}

impl Drop for Post {
    fn drop(&mut self) {
        self.widget.take();
        self.element.remove();
    }
}

fn layout_of(json: &str, width: f64) -> Layout {
    let goal = goal::parse(json, &Options::default(), |number| number.parse().unwrap()).unwrap();
    let progress = goalpost::progress::progress(goal);
    let locale = locale::of(&progress.goal.lang);
    let input = Input { progress: &progress, locale, measure: &Estimate, has_title: true };
    layout::layout(input, Some(View::Weekly), width, layout::height(Some(View::Weekly), width))
}

fn with_device_pixel_ratio(ratio: f64) {
    let descriptor = js_sys::Object::new();
    Reflect::set(&descriptor, &"value".into(), &ratio.into()).unwrap();
    Reflect::set(&descriptor, &"configurable".into(), &true.into()).unwrap();
    Reflect::set(&descriptor, &"writable".into(), &true.into()).unwrap();
    let window: js_sys::Object = web_sys::window().unwrap().unchecked_into();
    Reflect::define_property(&window, &"devicePixelRatio".into(), &descriptor).unwrap();
}

fn is(pixel: [u8; 4], colour: Colour) -> bool {
    let near = |a: u8, b: u8| a.abs_diff(b) <= 2;
    pixel[3] == 255 && pixel.iter().zip(colour.rgb).all(|(a, b)| near(*a, b))
}

/// Checks every part of every column, and the gauge along its arc, for the colours of the theme.
fn assert_drawn(theme: &str, palette: &Palette, ratio: f64) {
    with_device_pixel_ratio(ratio);
    for width in [640_u32, 340] {
        let post = Post::new(REAL_GOAL, width, theme);
        let layout = layout_of(REAL_GOAL, f64::from(width));
        assert_eq!(f64::from(post.canvas().width()), (layout.width * ratio).round(), "backing store");
        let (chart, gauge) = (layout.chart.unwrap(), layout.gauge.as_ref().unwrap());
        let Weeks::Columns(weeks) = chart.weeks else { unreachable!() };
        assert_eq!(weeks.columns.len(), 5, "one column a week");
        for column in &weeks.columns {
            let (mut bottom, middle) = (chart.plot.bottom(), column.across.middle());
            for part in &column.parts {
                let top = part.top;
                // Below half the height, where the plan's tick may be.
                let y = bottom + 0.3 * (top - bottom);
                let at = format!("{theme} {width} {ratio} {:?} at {middle}, {y}", part.fill);
                match part.fill {
                    Fill::Done | Fill::Complete => {
                        assert!(is(post.pixel(middle, y), palette.done), "{at}: {:?}", post.pixel(middle, y));
                        assert!(is(post.pixel(middle, bottom - 2.0), palette.done), "{at}, its foot");
                        assert!(is(post.pixel(middle, top + 3.0), palette.done), "{at}, its head");
                    }
                    Fill::Open => {
                        assert!(is(post.pixel(column.across.start + 0.8, y), palette.jam), "{at}: its outline");
                        assert!(
                            hatched(&post, column.across.start + 3.0, column.across.end - 3.0, y),
                            "{at}: its hatching"
                        );
                    }
                    Fill::Ahead | Fill::Future | Fill::Unknown => unreachable!("the real goal has none"),
                }
                bottom = top;
            }
        }
        assert_eq!(weeks.bands.len(), 4, "weeks 2 to 5 carry something over");
        for band in &weeks.bands {
            let x = f64::midpoint(band.from.x, band.to.x);
            let y = f64::midpoint(band.from.down.middle(), band.to.down.middle());
            let river = palette.colour(Ink::River).over(palette.ground);
            assert!(
                is(post.pixel(x, y), river),
                "{theme} {width} {ratio}: the river at {x}, {y}: {:?}",
                post.pixel(x, y)
            );
        }
        for percent in 1..100 {
            let share = f64::from(percent) / 100.0;
            let Point { x, y } = match gauge {
                Gauge::Arc(arc) => arc.point(share, 0.0),
                // Above the outline of the hatching and the curves of the ends.
                Gauge::Bar(bar) => Point::new(bar.x(share), bar.place.centre().y),
            };
            // In the bar, the part that was due and is not done is hatched.
            let (is_bar, is_done) = (matches!(gauge, Gauge::Bar(_)), share < 20.0 / 24.0);
            if is_bar && !is_done {
                continue;
            }
            let expected = if is_done { palette.done } else { palette.line };
            // The end of the value and the plan's tick have colours of their own.
            if (share - 20.0 / 24.0).abs() > 0.02 && share < 0.97 {
                assert!(is(post.pixel(x, y), expected), "{theme} {width} {ratio}: gauge at {share}");
            }
        }
    }
}

/// Whether a line across a box crosses hatching and ground several times.
fn hatched(post: &Post, from: f64, to: f64, y: f64) -> bool {
    let across = (0_u16..60).map(|step| from + f64::from(step));
    let greens: Vec<u8> = across.take_while(|x| *x < to).map(|x| post.pixel(x, y)[1]).collect();
    let (low, high) = (greens.iter().min().unwrap(), greens.iter().max().unwrap());
    let middle = low.midpoint(*high);
    let crossings = greens.windows(2).filter(|pair| (pair[0] > middle) != (pair[1] > middle)).count();
    high - low > 30 && crossings >= 2
}

#[wasm_bindgen_test]
fn the_real_goal_is_drawn_in_the_colours_of_a_light_theme() {
    assert_drawn("light", &Palette::LIGHT, 1.0);
    assert_drawn("light", &Palette::LIGHT, 2.0);
}

#[wasm_bindgen_test]
fn the_real_goal_is_drawn_in_the_colours_of_a_dark_theme() {
    assert_drawn("dark", &Palette::DARK, 1.0);
    assert_drawn("dark", &Palette::DARK, 2.0);
}

#[wasm_bindgen_test]
fn every_text_leaves_ink_and_korean_is_glyphs_rather_than_boxes() {
    with_device_pixel_ratio(2.0);
    let post = Post::new(REAL_GOAL, 640, "light");
    let layout = layout_of(REAL_GOAL, 640.0);
    let labels: Vec<_> =
        layout.chart.unwrap().labels.into_iter().filter(|label| label.text.ends_with("주차")).collect();
    assert_eq!(labels.len(), 5, "a label a week");
    for label in &labels {
        let points = (0..24).flat_map(|dx| (0..12).map(move |dy| (dx, dy)));
        let inked = points.filter(|(dx, dy)| {
            let pixel = post.pixel(label.x - 12.0 + f64::from(*dx), label.y - 6.0 + f64::from(*dy));
            pixel[..3].iter().all(|channel| *channel < 140)
        });
        let count = inked.count();
        assert!((20..200).contains(&count), "{}: {count} of 288 points inked", label.text);
    }
    // The box of a missing glyph is the same for every character.
    let glyph = |character: &str| {
        let document = web_sys::window().unwrap().document().unwrap();
        let canvas: HtmlCanvasElement = document.create_element("canvas").unwrap().dyn_into().unwrap();
        let context: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap();
        context.set_font("40px sans-serif");
        context.fill_text(character, 10.0, 60.0).unwrap();
        context.get_image_data(0.0, 0.0, 80.0, 80.0).unwrap().data().to_vec()
    };
    assert_ne!(glyph("주"), glyph("차"), "two syllables look different");
    assert_ne!(glyph("강"), glyph("\u{10ffff}"), "and unlike a character that no font has");
}

#[wasm_bindgen_test]
fn an_explicit_theme_has_its_own_ground() {
    with_device_pixel_ratio(1.0);
    let dark = Post::new(REAL_GOAL, 640, "dark");
    assert!(is(dark.pixel(1.0, 1.0), Palette::DARK.ground), "{:?}", dark.pixel(1.0, 1.0));
    let auto = Post::new(REAL_GOAL, 640, "auto");
    assert_eq!(auto.pixel(1.0, 1.0)[3], 0, "on the page's own ground nothing is painted");
}

#[wasm_bindgen_test]
fn a_right_to_left_page_is_mirrored() {
    let layout = layout_of(REAL_GOAL, 640.0);
    let boxes = |scene: scene::Scene| -> Vec<(f64, f64)> {
        scene
            .marks
            .into_iter()
            .filter_map(|mark| match mark {
                Mark::Rect(area, Ink::Done) => Some((area.x, area.right())),
                _ => None,
            })
            .collect()
    };
    let left = boxes(scene::scene(&layout, false));
    let right = boxes(scene::scene(&layout, true));
    assert!(!left.is_empty(), "there are boxes to mirror");
    for (a, b) in left.iter().zip(&right) {
        assert!((a.0 - (640.0 - b.1)).abs() < 1e-9, "{a:?} {b:?}");
    }
}

#[wasm_bindgen_test]
fn errors_are_shown_in_place_and_the_pages_content_stays() {
    let post = Post::new(r#"{ "weeks": [{ "plannd": 6 }] }"#, 640, "light");
    assert_eq!(post.state().as_deref(), Some("error"));
    assert!(post.text().contains("weeks[0].plannd"), "{}", post.text());
    assert!(post.text().contains("did you mean \"planned\"?"), "{}", post.text());
    let root = post.element.shadow_root().unwrap();
    assert!(root.query_selector("slot").unwrap().is_some(), "the element's own content is shown");
    assert!(root.query_selector("canvas").unwrap().is_none(), "and no picture");
}

#[wasm_bindgen_test]
fn an_unsupported_language_has_english_sentences_and_numbers() {
    with_device_pixel_ratio(1.0);
    let goal = r#"{ "lang": "de", "unit": "Seiten", "start": "2026-03-02", "planned": [1234.5], "done": [1000.25] }"#;
    let post = Post::new(goal, 640, "light");
    let text = post.text();
    assert!(text.contains("1,000.25 of 1,234.5 Seiten done: 81%"), "{text}");
    assert!(text.contains("March 2"), "{text}");
    let figure = post.element.shadow_root().unwrap().query_selector(".goal").unwrap().unwrap();
    assert_eq!(figure.get_attribute("lang").as_deref(), Some("en"));
    // An invalid language tag must not throw.
    let odd = Post::new(r#"{ "lang": "en_US.UTF-8 or so", "planned": [4], "done": [2] }"#, 640, "light");
    assert_eq!(odd.state().as_deref(), Some("drawn"));
    let odd = Post::new(r#"{ "lang": "x!", "planned": [4000], "done": [2] }"#, 640, "light");
    assert!(odd.text().contains("2 of 4,000 done"), "{}", odd.text());
}

#[wasm_bindgen_test]
fn a_thousand_weeks_and_five_thousand_tasks_are_computed_quickly() {
    let weeks: Vec<String> =
        (0..1040).map(|week| format!(r#"{{"planned":{},"done":{}}}"#, week % 9, week % 7)).collect();
    let tasks: Vec<String> =
        (0..5000).map(|task| format!(r#"{{"title":"t","week":{},"done":true}}"#, task % 50 + 1)).collect();
    for (what, json) in [
        ("1,040 weeks", format!(r#"{{"weeks":[{}]}}"#, weeks.join(","))),
        ("5,000 tasks", format!(r#"{{"tasks":[{}]}}"#, tasks.join(","))),
    ] {
        let started = js_sys::Date::now();
        assert!(progress(&json.as_str().into()).is_ok(), "{what}");
        let took = js_sys::Date::now() - started;
        web_sys::console::log_1(&format!("{what}: {took} ms in a build without optimisation").into());
        assert!(took < 2000.0, "{what} took {took} ms");
    }
}

/// The fixtures of the native tests, for the browser's parser and serde-wasm-bindgen.
fn fixtures(json: &str) -> Vec<serde_json::Value> {
    serde_json::from_str::<Vec<serde_json::Value>>(json).unwrap()
}

fn input(fixture: &serde_json::Value) -> JsValue {
    match fixture.get("json") {
        Some(text) => text.as_str().unwrap().into(),
        // `progress` takes a text as JSON, so a bare string must keep its quotes.
        None if fixture["value"].is_string() => fixture["value"].to_string().into(),
        None => JSON::parse(&fixture["value"].to_string()).unwrap(),
    }
}

#[wasm_bindgen_test]
fn bad_input_gives_the_same_messages_as_natively() {
    let fixtures = fixtures(BAD);
    assert!(fixtures.len() >= 200, "{}", fixtures.len());
    for fixture in &fixtures {
        let error = progress(&input(fixture)).expect_err(&fixture["name"].to_string());
        let problems = Reflect::get(&error, &"problems".into()).unwrap();
        let problems: serde_json::Value =
            serde_json::from_str(&String::from(JSON::stringify(&problems).unwrap())).unwrap();
        let said: Vec<_> =
            problems.as_array().unwrap().iter().map(|p| vec![p["path"].clone(), p["message"].clone()]).collect();
        assert_eq!(serde_json::json!(said), fixture["problems"], "{}", fixture["name"]);
    }
}

#[wasm_bindgen_test]
fn good_input_gives_the_same_numbers_as_natively() {
    let fixtures = fixtures(GOOD);
    assert!(fixtures.len() >= 40, "{}", fixtures.len());
    for fixture in &fixtures {
        let announced = progress(&input(fixture)).unwrap_or_else(|_| unreachable!("{} is good", fixture["name"]));
        let text = String::from(JSON::stringify(&announced).unwrap());
        let announced: serde_json::Value = serde_json::from_str(&text).unwrap();
        for (pointer, expected) in fixture["expect"].as_object().unwrap() {
            let found = announced.pointer(pointer);
            let is_same = found.is_some_and(|found| same(found, expected));
            assert!(is_same, "{}, {pointer}: {found:?}, not {expected}", fixture["name"]);
        }
        let warnings = announced["warnings"].as_array().unwrap();
        let said: Vec<_> =
            warnings.iter().map(|warning| serde_json::json!([warning["path"], warning["message"]])).collect();
        assert_eq!(&serde_json::json!(said), &fixture["warnings"], "{}", fixture["name"]);
    }
}

/// Whether both values are equal; numbers may differ in their last digits, because they are read from text.
fn same(found: &serde_json::Value, expected: &serde_json::Value) -> bool {
    use serde_json::Value;
    match (found, expected) {
        (Value::Number(found), Value::Number(expected)) => {
            let [found, expected] = [found, expected].map(|number| number.as_f64().unwrap_or(f64::NAN));
            (found - expected).abs() <= 1e-12 * expected.abs()
        }
        (Value::Array(found), Value::Array(expected)) => {
            found.len() == expected.len() && found.iter().zip(expected).all(|(found, expected)| same(found, expected))
        }
        _ => found == expected,
    }
}

#[wasm_bindgen_test]
fn removed_widgets_leave_nothing_behind() {
    with_device_pixel_ratio(1.0);
    let pages = || {
        let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
        let buffer: js_sys::ArrayBuffer = memory.buffer().unchecked_into();
        buffer.byte_length() / 65_536
    };
    for _ in 0..50 {
        drop(Post::new(REAL_GOAL, 340, "light"));
    }
    let after_some = pages();
    for _ in 0..200 {
        drop(Post::new(REAL_GOAL, 340, "light"));
    }
    assert_eq!(pages(), after_some, "pages of memory");
}
