//! Any text, all the way: parsed, read, resolved, computed, put into words, laid out and made into a scene.

#![no_main]

use goalpost::goal::{self, View};
use goalpost::layout::{self, Estimate};
use goalpost::progress::progress;
use goalpost::{scene, wire, words};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let value = match wire::parse(text, |number| number.parse().unwrap_or(f64::NAN)) {
        Ok(value) => value,
        Err(problem) => return told(&[problem]),
    };
    assert_eq!(value, serde_json::from_str::<wire::Value>(text).expect("what parses here, parses there"));
    match wire::read(&value).and_then(|wire| goal::resolve(wire, "ko")) {
        Err(problems) => told(&problems),
        Ok(goal) => {
            let numbers = progress(&goal);
            assert!(numbers.overall.is_none_or(|overall| overall < 1.0 || numbers.remaining == Some(0.0)));
            for view in [View::Weekly, View::Burnup, View::Compact] {
                for width in [240.0, 559.0, 1600.0] {
                    let layout = layout::layout(&numbers, view, width, &Estimate);
                    assert!(!scene::scene(&layout, width < 300.0).marks.is_empty());
                    assert_eq!(scene::account(&numbers, &layout).rows.len(), goal.weeks.len());
                }
            }
        }
    }
});

/// Whoever is refused is told why, in every language.
fn told(problems: &[goalpost::problem::Problem]) {
    assert!(!problems.is_empty());
    for language in words::spoken() {
        for problem in problems {
            assert!(!words::of(language).problem(&problem.kind).is_empty());
        }
    }
}
