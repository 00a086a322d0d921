//! Shared by the native tests: functions from JSON to numbers, words and pictures.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part of this")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

use goalpost::diagnostic::Diagnostic;
use goalpost::export::{self, Document};
use goalpost::goal::{self, Goal, View};
use goalpost::layout::{self, Estimate, Input, Layout};
use goalpost::locale::{self, Locale};
use goalpost::progress::{Progress, progress};
use goalpost::report::{Description, Numbers, description};
use goalpost::scene::{self, Scene};
use goalpost::theme::Palette;
use goalpost::wire::{self, Options};
use proptest::prelude::{Just, Strategy, prop_oneof};

/// The options of a goal on an English page.
pub const ENGLISH_PAGE: Options<'_> =
    Options { view: None, theme: None, lang: None, title: None, words: None, menu: None, page_lang: "en" };

/// A goal from JSON text, parsed as in the page.
pub fn goal(json: &str) -> Result<Goal, Vec<Diagnostic>> {
    goal::parse(json, &ENGLISH_PAGE, number)
}

/// A value from JSON text.
pub fn value(json: &str) -> Result<wire::Value, Diagnostic> {
    wire::parse(json, number)
}

/// Parses numbers with the standard library.
fn number(text: &str) -> f64 {
    text.parse().expect("a JSON number is one of Rust's")
}

/// The numbers of a goal without problems.
pub fn numbers(json: &str) -> Progress {
    match goal(json) {
        Ok(goal) => progress(goal),
        Err(problems) => panic!("{json}: {problems:?}"),
    }
}

/// The language of a goal.
pub fn locale_of(progress: &Progress) -> Locale {
    locale::of(&progress.goal.lang)
}

/// The numbers as they are announced, in the goal's language.
pub fn announced(progress: &Progress) -> serde_json::Value {
    serde_json::to_value(Numbers { progress, locale: locale_of(progress) }).expect("numbers serialise")
}

/// The layout of a goal in a view, at its usual height, with estimated text widths.
pub fn layout(progress: &Progress, view: impl Into<Option<View>>, width: f64) -> Layout {
    let view = view.into();
    layout_in(progress, view, width, layout::height(view, width))
}

/// The layout of a goal in a view, at a given height.
pub fn layout_in(progress: &Progress, view: Option<View>, width: f64, height: f64) -> Layout {
    let input = Input { progress, locale: locale_of(progress), measure: &Estimate, has_title: true };
    layout::layout(input, view, width, height)
}

/// The scene of a goal in its own view.
pub fn scene(json: &str, width: f64) -> Scene {
    let progress = numbers(json);
    scene::scene(&layout(&progress, progress.goal.view, width), false)
}

/// The description of a goal.
pub fn described(json: &str) -> Description {
    let progress = numbers(json);
    description(&progress, locale_of(&progress), progress.goal.view.unwrap_or_default())
}

/// The scene as an SVG picture with a fixed palette.
pub fn svg(scene: Scene, palette: Palette) -> String {
    let said = Description { name: String::new(), summary: Vec::new(), stepper: String::new() };
    let document =
        Document { description: &said, lang: "en", family: "sans-serif", measure: &Estimate, palette, sheet: None };
    export::svg(scene, &document)
}

/// The cases of the demo site's gallery, each with `name`, `what` and `goal`.
pub fn gallery() -> Vec<serde_json::Value> {
    serde_json::from_str(include_str!("../../www/demo/_data/gallery.json")).expect("the gallery is JSON")
}

/// Amounts of authors: small, broken and huge ones.
pub fn amount() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => (0..20_u32).prop_map(f64::from),
        2 => (0..2_000_u32).prop_map(|hundredths| f64::from(hundredths) / 100.0),
        1 => 0.0..1e9_f64,
        1 => Just(1e9),
        1 => Just(1e-6),
    ]
}
