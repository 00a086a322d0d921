//! The sentences about goals, next to their numbers: all of `fixtures/sentences.json`, in every language.
//!
//! `BLESS=1 cargo test --test sentences` writes the sentences again. Read each one before you commit it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

mod common;

use std::collections::BTreeMap;
use std::fs;

use goalpost::goal::View;
use goalpost::locale;
use goalpost::report::description;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/sentences.json");

#[derive(Deserialize, Serialize)]
struct Case {
    name: String,
    goal: Value,
    /// The numbers in the sentences.
    #[serde(default)]
    numbers: Value,
    /// The sentences, by language tag.
    #[serde(default)]
    said: BTreeMap<String, Vec<String>>,
}

/// The numbers in the sentences.
fn figures(announced: &Value) -> Value {
    let jam = &announced["jam"];
    let forecast = &announced["forecast"];
    json!({
        "done": announced["done"],
        "planned": announced["planned"],
        "remaining": announced["remaining"],
        "ahead": announced["ahead"],
        "pace": announced["pace"],
        "jam": if jam.is_null() { Value::Null } else { json!([jam["since"], jam["depth"], jam["clearedIn"], jam["extra"]]) },
        "chances": forecast["chances"],
    })
}

#[test]
fn every_sentence_matches_the_reviewed_one() {
    let mut cases: Vec<Case> =
        serde_json::from_str(&fs::read_to_string(FILE).expect("the fixtures are there")).expect("and are JSON");
    assert!(cases.len() >= 70, "only {} goals", cases.len());
    let blessing = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for case in &mut cases {
        let progress = common::numbers(&case.goal.to_string());
        let numbers = figures(&common::announced(&progress));
        let said: BTreeMap<String, Vec<String>> = locale::spoken()
            .map(|tag| (tag.to_owned(), description(&progress, locale::of(tag), View::Weekly).summary))
            .collect();
        if blessing {
            (case.numbers, case.said) = (numbers, said);
        } else if case.numbers != numbers || case.said != said {
            wrong.push(format!("{}: {numbers}\n{said:#?}", case.name));
        }
    }
    if blessing {
        // A goal a line, for readable differences.
        let lines: Vec<String> =
            cases.iter().map(|case| serde_json::to_string(case).expect("a case is JSON")).collect();
        fs::write(FILE, format!("[\n{}\n]\n", lines.join(",\n"))).expect("the fixtures can be written");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
