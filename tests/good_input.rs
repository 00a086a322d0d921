//! Good input: every fixture is taken, gives the numbers expected, and is doubted only where it is doubtful.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

mod common;

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

/// One good input, as text or as a value.
#[derive(Deserialize)]
struct Good {
    name: String,
    json: Option<String>,
    #[serde(default)]
    value: Value,
    /// Places in the announced numbers, as JSON pointers, and what stands there.
    expect: BTreeMap<String, Value>,
    /// The places and sentences of the warnings.
    warnings: Vec<(String, String)>,
}

/// Whether both say the same; numbers may differ in their last digits, as texts of them do.
fn same(found: &Value, expected: &Value) -> bool {
    match (found.as_f64(), expected.as_f64()) {
        (Some(found), Some(expected)) => (found - expected).abs() <= 1e-12 * expected.abs(),
        _ => found == expected,
    }
}

#[test]
fn every_good_input_gives_the_numbers_expected() {
    let fixtures: Vec<Good> = serde_json::from_str(include_str!("fixtures/good.json")).expect("the fixtures are JSON");
    assert!(fixtures.len() >= 40, "only {} fixtures", fixtures.len());
    for Good { name, json, value, expect, warnings } in fixtures {
        let numbers = common::numbers(&json.unwrap_or_else(|| value.to_string()));
        let said: Vec<(String, String)> =
            numbers.warnings.iter().map(|warning| (warning.path.clone(), warning.message.clone())).collect();
        assert_eq!(said, warnings, "{name}");
        let announced = serde_json::to_value(&numbers).expect("numbers serialise");
        for (pointer, expected) in &expect {
            let found = announced.pointer(pointer);
            assert!(found.is_some_and(|found| same(found, expected)), "{name}, {pointer}: {found:?}, not {expected}");
        }
    }
}
