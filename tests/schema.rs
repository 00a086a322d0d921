//! The JSON Schema for editors matches the code: names, words, limits, and which goals are accepted and refused.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may stop where something is not as it should be")]

mod common;

use std::collections::BTreeSet;

use goalpost::amount::LARGEST;
use goalpost::wire::{
    self, GOAL_FIELDS, MOST_CHARACTERS, MOST_TASKS, MOST_WEEKS, Status, TASK_FIELDS, Theme, View, WEEK_FIELDS, Word,
};
use serde_json::{Value, json};

fn schema() -> Value {
    serde_json::from_str(include_str!("../www/schema/goal.schema.json")).expect("the schema is JSON")
}

fn at<'a>(schema: &'a Value, pointer: &str) -> &'a Value {
    schema.pointer(pointer).unwrap_or_else(|| panic!("the schema has no {pointer}"))
}

fn keys(schema: &Value, pointer: &str) -> BTreeSet<String> {
    at(schema, pointer).as_object().expect("properties are an object").keys().cloned().collect()
}

fn names(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn it_knows_exactly_the_fields_that_the_code_reads() {
    let schema = schema();
    for (object, fields) in [("", GOAL_FIELDS), ("/definitions/week", WEEK_FIELDS), ("/definitions/task", TASK_FIELDS)]
    {
        assert_eq!(keys(&schema, &format!("{object}/properties")), names(fields), "{object}");
        assert_eq!(at(&schema, &format!("{object}/additionalProperties")), &json!(false), "{object}");
    }
}

#[test]
fn it_knows_the_words_and_limits_of_the_code() {
    let schema = schema();
    let words = [
        ("/properties/view/enum", View::WORDS),
        ("/properties/theme/enum", Theme::WORDS),
        ("/definitions/week/properties/status/enum", Status::WORDS),
    ];
    for (pointer, words) in words {
        let written: Vec<&str> =
            at(&schema, pointer).as_array().expect("words").iter().filter_map(Value::as_str).collect();
        assert_eq!(written, [words, &[""]].concat(), "{pointer}");
    }
    for (pointer, limit) in [
        ("/properties/weeks/anyOf/0/maxItems", MOST_WEEKS),
        ("/properties/planned/anyOf/0/maxItems", MOST_WEEKS),
        ("/properties/done/anyOf/0/maxItems", MOST_WEEKS),
        ("/properties/tasks/anyOf/0/maxItems", MOST_TASKS),
        ("/definitions/weekNumber/anyOf/0/maximum", MOST_WEEKS),
        ("/definitions/text/maxLength", MOST_CHARACTERS),
    ] {
        assert_eq!(at(&schema, pointer), &json!(limit), "{pointer}");
    }
    assert_eq!(at(&schema, "/definitions/amount/anyOf/0/maximum").as_f64(), Some(LARGEST));
}

#[test]
fn every_field_is_described() {
    let schema = schema();
    for object in ["", "/definitions/week", "/definitions/task"] {
        for (name, field) in at(&schema, &format!("{object}/properties")).as_object().expect("an object") {
            let description = field["description"].as_str().unwrap_or_default();
            assert!(description.ends_with('.'), "{object}.{name} is not described: {description:?}");
        }
    }
}

/// The names, values and problems of the fixtures in a file.
fn fixtures(text: &str) -> Vec<(String, Value)> {
    let fixtures: Vec<Value> = serde_json::from_str(text).expect("fixtures are JSON");
    let parsed = fixtures.into_iter().filter_map(|fixture| {
        let value = match fixture["json"].as_str() {
            Some(text) if common::value(text).is_err() => return None,
            Some(text) => serde_json::from_str(text).expect("what parses here, parses there"),
            None => fixture["value"].clone(),
        };
        Some((fixture["name"].as_str().expect("a fixture has a name").to_owned(), value))
    });
    parsed.collect()
}

#[test]
fn it_accepts_every_good_goal_and_its_own_examples() {
    let schema = schema();
    let validator = jsonschema::draft7::options().should_validate_formats(true).build(&schema).expect("a valid schema");
    let examples = at(&schema, "/examples").as_array().expect("examples").iter().cloned();
    let examples = examples.enumerate().map(|(index, value)| (format!("example {index}"), value));
    let kubernetes = serde_json::from_str(include_str!("fixtures/goals/kubernetes.json")).expect("the goal is JSON");
    let good = fixtures(include_str!("fixtures/good.json")).into_iter().chain([("kubernetes".to_owned(), kubernetes)]);
    for (name, value) in good.chain(examples) {
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}

#[test]
fn it_refuses_every_goal_whose_shape_the_code_refuses() {
    /// A schema cannot divide, so it accepts a fraction above 1 as a share.
    const BEYOND_A_SCHEMA: [&str; 2] = [r#"goal's stated: "7/6""#, r#"a task's done: "3/2""#];
    let validator =
        jsonschema::draft7::options().should_validate_formats(true).build(&schema()).expect("a valid schema");
    let mut refused = 0;
    for (name, value) in fixtures(include_str!("fixtures/bad.json")) {
        let loose: wire::Value = serde_json::from_value(value.clone()).expect("any JSON is a loose value");
        if wire::read(&loose).is_err() && !BEYOND_A_SCHEMA.contains(&name.as_str()) {
            assert!(!validator.is_valid(&value), "{name}: {value}");
            refused += 1;
        }
    }
    assert!(refused > 200, "only {refused} fixtures have a wrong shape");
}
