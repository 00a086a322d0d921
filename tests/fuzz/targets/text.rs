//! Any text, through all stages: parsed, read, resolved, computed, put into words, laid out and made into a scene.

#![no_main]

use goalpost::diagnostic::Diagnostic;
use goalpost::goal::{self, View};
use goalpost::layout::{self, Estimate, Input};
use goalpost::progress::progress;
use goalpost::report::{description, table};
use goalpost::wire::{self, Options};
use goalpost::{locale, scene};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let value = match wire::parse(text, |number| number.parse().unwrap_or(f64::NAN)) {
        Ok(value) => value,
        Err(problem) => return told(&[problem]),
    };
    assert_eq!(value, serde_json::from_str::<wire::Value>(text).expect("what parses here, parses there"));
    match goal::read(&value, &Options { page_lang: "ko", ..Options::default() }) {
        Err(problems) => told(&problems),
        Ok(goal) => {
            let numbers = progress(goal);
            let locale = locale::of(&numbers.goal.lang);
            let is_left = numbers.remaining.is_some_and(|remaining| remaining.is_positive());
            assert!(numbers.overall.is_none_or(|overall| overall.fraction() < 1.0 || !is_left));
            for view in [None, Some(View::Weekly), Some(View::Burnup), Some(View::Compact)] {
                for width in [240.0, 559.0, 1600.0] {
                    let input = Input { progress: &numbers, locale, measure: &Estimate, has_title: true };
                    let layout = layout::layout(input, view, width, layout::height(view, width));
                    assert!(!scene::scene(&layout, width < 300.0).marks.is_empty());
                    assert!(!description(&numbers, locale, layout.view()).summary.is_empty());
                }
            }
            let weeks = numbers.weeks.len();
            assert_eq!(table(&numbers, locale, 0..weeks).rows.len(), weeks);
        }
    }
});

/// A refusal has a message in every language.
fn told(problems: &[Diagnostic]) {
    assert!(!problems.is_empty());
    for language in locale::spoken() {
        for problem in problems {
            assert!(!locale::of(language).message(problem).is_empty());
        }
    }
}
