//! What the native tests share: from JSON to numbers, and from numbers to an SVG picture.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part of this")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

use goalpost::goal::{self, Goal};
use goalpost::layout::{self, Estimate, Layout};
use goalpost::paint::{self, Pen, UNITS};
use goalpost::problem::Problem;
use goalpost::progress::{Progress, progress};
use goalpost::scene::{self, Account, Scene};
use goalpost::theme::Palette;
use goalpost::wire;
use plotters::prelude::SVGBackend;
use proptest::prelude::{Just, Strategy, prop_oneof};

/// From JSON text to a goal, by the same way as in the page.
pub fn goal(json: &str) -> Result<Goal, Vec<Problem>> {
    goal::resolve(wire::read(&value(json).map_err(|problem| vec![problem])?)?, "en")
}

/// From JSON text to a loose value, with the standard library's numbers.
pub fn value(json: &str) -> Result<wire::Value, Problem> {
    wire::parse(json, |number| number.parse().expect("a JSON number is one of Rust's"))
}

/// The numbers of a goal that has no problems.
pub fn numbers(json: &str) -> Progress {
    match goal(json) {
        Ok(goal) => progress(&goal),
        Err(problems) => panic!("{json}: {problems:?}"),
    }
}

/// The scene of a goal in its own view.
pub fn scene(json: &str, width: f64) -> Scene {
    scene::scene(&laid_out(json, width).1, false)
}

/// A goal in words, as they stand beside a picture of that width.
pub fn account(json: &str, width: f64) -> Account {
    let (numbers, layout) = laid_out(json, width);
    scene::account(&numbers, &layout)
}

fn laid_out(json: &str, width: f64) -> (Progress, Layout) {
    let goal = goal(json).unwrap_or_else(|problems| panic!("{json}: {problems:?}"));
    let numbers = progress(&goal);
    let layout = layout::layout(&numbers, goal.view, width, &Estimate);
    (numbers, layout)
}

/// The scene as an SVG picture.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a picture is some thousand units wide")]
pub fn svg(scene: &Scene, palette: &Palette) -> String {
    let size = |px: f64| (px * UNITS) as u32;
    let mut svg = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut svg, (size(scene.width), size(scene.height)));
        let pen = Pen { palette, family: "sans-serif", ratio: 1.0, text_scale: 1.24 };
        paint::paint(scene, pen, &mut backend).expect("a string takes everything");
    }
    svg
}

/// The cases that the demo site's gallery shows, each with `name`, `what` and `goal`.
pub fn gallery() -> Vec<serde_json::Value> {
    serde_json::from_str(include_str!("../../www/demo/_data/gallery.json")).expect("the gallery is JSON")
}

/// Amounts as authors have them, small, broken and huge.
pub fn amount() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => (0..20_u32).prop_map(f64::from),
        2 => (0..2_000_u32).prop_map(|hundredths| f64::from(hundredths) / 100.0),
        1 => 0.0..1e9_f64,
        1 => Just(1e9),
        1 => Just(1e-6),
    ]
}
