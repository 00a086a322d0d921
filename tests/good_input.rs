//! Good input: every fixture is accepted, gives the expected numbers, and has exactly the expected warnings.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

mod common;

use std::collections::BTreeMap;

use goalpost::bridge::json_writer;
use goalpost::report::{Numbers, messages};
use serde::Deserialize;
use serde_json::Value;

/// One good input, as text or as a value.
#[derive(Deserialize)]
struct Good {
    name: String,
    json: Option<String>,
    #[serde(default)]
    value: Value,
    /// JSON pointers into the announced numbers, with the expected values.
    expect: BTreeMap<String, Value>,
    /// The places and messages of the warnings.
    warnings: Vec<(String, String)>,
}

/// Whether both values are equal; numbers may differ in their last digits, because they are read from text.
fn same(found: &Value, expected: &Value) -> bool {
    match (found, expected) {
        (Value::Number(found), Value::Number(expected)) => {
            let [found, expected] = [found, expected].map(|number| number.as_f64().unwrap_or(f64::NAN));
            (found - expected).abs() <= 1e-12 * expected.abs()
        }
        (Value::Array(found), Value::Array(expected)) => {
            found.len() == expected.len() && found.iter().zip(expected).all(|(found, expected)| same(found, expected))
        }
        (Value::Object(found), Value::Object(expected)) => {
            let in_both = |(key, expected)| found.get(key).is_some_and(|found| same(found, expected));
            found.len() == expected.len() && expected.iter().all(in_both)
        }
        _ => found == expected,
    }
}

#[test]
fn every_good_input_gives_the_numbers_expected() {
    let fixtures: Vec<Good> = serde_json::from_str(include_str!("fixtures/good.json")).expect("the fixtures are JSON");
    assert!(fixtures.len() >= 40, "only {} fixtures", fixtures.len());
    let mut wrong = Vec::new();
    for Good { name, json, value, expect, warnings } in fixtures {
        let numbers = common::numbers(&json.unwrap_or_else(|| value.to_string()));
        let locale = common::locale_of(&numbers);
        let said: Vec<(String, String)> =
            messages(&numbers.warnings, locale).into_iter().map(|warning| (warning.path, warning.message)).collect();
        if said != warnings {
            wrong.push(format!("{name}: warned of {said:?}, not of {warnings:?}"));
        }
        let announced = common::announced(&numbers);
        let text = json_writer::text(&Numbers { progress: &numbers, locale }).expect("numbers are JSON");
        let parsed: Value = serde_json::from_str(&text).expect("the text parses");
        assert!(same(&parsed, &announced), "{name}: {text}, not {announced}");
        for (pointer, expected) in &expect {
            let found = announced.pointer(pointer);
            if !found.is_some_and(|found| same(found, expected)) {
                wrong.push(format!("{name}, {pointer}: {found:?}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
