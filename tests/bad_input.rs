//! Bad input: every fixture is refused with exactly its expected problems, in words that tell authors how to fix them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

mod common;

use std::collections::HashSet;

use goalpost::diagnostic::{Diagnostic, Kind, Limit, MOST_SHOWN};
use goalpost::locale;
use goalpost::wire::{MOST_BYTES, MOST_CHARACTERS, MOST_TASKS, MOST_WEEKS};
use serde::Deserialize;

/// One bad input: a text if the JSON itself is bad, else a value.
#[derive(Deserialize)]
struct Bad {
    name: String,
    json: Option<String>,
    #[serde(default)]
    value: serde_json::Value,
    problems: Vec<(String, String)>,
}

fn fixtures() -> Vec<Bad> {
    serde_json::from_str(include_str!("fixtures/bad.json")).expect("the fixtures are JSON")
}

fn problems(name: &str, json: &str) -> Vec<Diagnostic> {
    match common::goal(json) {
        Ok(_) => panic!("{name}: was taken for a good goal"),
        Err(problems) => problems,
    }
}

#[test]
fn every_bad_input_gives_the_expected_messages() {
    let fixtures = fixtures();
    assert!(fixtures.len() >= 200, "only {} fixtures", fixtures.len());
    let (english, korean) = (locale::of("en"), locale::of("ko"));
    for Bad { name, json, value, problems: expected } in fixtures {
        let json = json.unwrap_or_else(|| value.to_string());
        let found = problems(&name, &json);
        let said: Vec<(String, String)> =
            found.iter().map(|problem| (problem.path.clone(), english.message(problem))).collect();
        assert_eq!(said, expected, "{name}");
        for (problem, (_, english)) in found.iter().zip(&said) {
            let korean = korean.message(problem);
            assert!(!korean.is_empty() && korean != *english, "{name}: {korean}");
        }
    }
}

#[test]
fn no_two_fixtures_are_the_same() {
    let mut names = HashSet::new();
    let mut inputs = HashSet::new();
    for Bad { name, json, value, .. } in fixtures() {
        assert!(inputs.insert(json.unwrap_or_else(|| value.to_string())), "{name}: this input stands twice");
        assert!(names.insert(name.clone()), "{name}: this name stands twice");
    }
}

fn repeated(entry: &str, count: usize) -> String {
    vec![entry; count].join(",")
}

/// The kinds of the problems of `json`, with their paths.
fn refused(json: &str) -> Vec<(String, Kind)> {
    problems("a goal over a limit", json).into_iter().map(|problem| (problem.path, problem.kind)).collect()
}

/// A path, a function that writes a goal of a size, the limit that applies, and its value.
type Case = (&'static str, fn(usize) -> String, Limit, usize);

#[test]
fn values_just_above_a_limit_are_refused_by_its_name() {
    let over = |path: &str, what, limit| vec![(path.to_owned(), Kind::TooMany { what, limit, found: limit + 1 })];
    let cases: [Case; 6] = [
        ("", |bytes| format!("{{\"planned\":[1]}}{}", " ".repeat(bytes - 15)), Limit::Bytes, MOST_BYTES),
        ("weeks", |count| format!("{{\"weeks\":[{}]}}", repeated("{}", count)), Limit::Weeks, MOST_WEEKS),
        ("planned", |count| format!("{{\"planned\":[{}]}}", repeated("1", count)), Limit::Weeks, MOST_WEEKS),
        ("tasks", |week| format!("{{\"tasks\":[{{\"week\":{week}}}]}}"), Limit::Weeks, MOST_WEEKS),
        ("tasks", |count| format!("{{\"tasks\":[{}]}}", repeated(r#"{"week":1}"#, count)), Limit::Tasks, MOST_TASKS),
        (
            "title",
            |count| format!("{{\"planned\":[1],\"title\":\"{}\"}}", "가".repeat(count)),
            Limit::Characters,
            MOST_CHARACTERS,
        ),
    ];
    for (path, json, what, limit) in cases {
        assert!(common::goal(&json(limit)).is_ok(), "{path}: {limit} are not too many");
        assert_eq!(refused(&json(limit + 1)), over(path, what, limit));
    }
}

#[test]
fn a_thousand_problems_are_summed_up() {
    let problems = problems("no task has a week", &format!("{{\"tasks\":[{}]}}", repeated("{}", 1000)));
    assert_eq!(problems.len(), MOST_SHOWN + 1);
    assert_eq!(problems[MOST_SHOWN], Diagnostic::new("", Kind::More(1000 - MOST_SHOWN)));
}
