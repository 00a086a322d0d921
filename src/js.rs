//! Between JavaScript's values and the stages' types: a goal in, numbers or problems out.

use js_sys::JSON;
use serde::Serialize;
#[cfg(feature = "static")]
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::goal;
use crate::json;
use crate::problem::{Expected, Found, Kind, Problem};
use crate::progress::{self, Message};
use crate::wire::{self, Value};
use crate::words::{self, Words};

/// Parses JSON text.
pub(crate) fn parse(text: &str) -> Result<Value, Vec<Problem>> {
    wire::parse(text, js_sys::parse_float).map_err(|problem| vec![problem])
}

/// A JavaScript value as loose JSON.
fn loosen(value: &JsValue) -> Result<Value, Vec<Problem>> {
    serde_wasm_bindgen::from_value(value.clone()).map_err(|error| {
        let found = Found::Scalar(error.to_string());
        vec![Problem::new("", Kind::Expected { expected: Expected::Object, found })]
    })
}

/// A goal as its author wrote it, from JSON text or from an object.
pub(crate) fn read(goal: &JsValue) -> Result<wire::Goal, Vec<Problem>> {
    let value = match goal.as_string() {
        Some(text) => parse(&text)?,
        None => loosen(goal)?,
    };
    wire::read(&value)
}

/// The one of the known words that an option is.
pub(crate) fn one_of(name: &str, value: &str, known: &'static [&'static str]) -> Result<&'static str, Problem> {
    known.iter().find(|word| **word == value).copied().ok_or_else(|| {
        let found = Found::Scalar(format!("\"{value}\""));
        Problem::new(name, Kind::Expected { expected: Expected::OneOf(known), found })
    })
}

/// A plain object with the value's fields.
pub(crate) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let text = json::text(value).map_err(|error| error.to_string())?;
    JSON::parse(&text)
}

/// Problems in the words of a language.
pub(crate) fn messages(problems: &[Problem], words: &dyn Words) -> Vec<Message> {
    problems.iter().map(|problem| Message::new(problem, words)).collect()
}

/// A message as one line of text.
pub(crate) fn line(message: &Message) -> String {
    if message.path.is_empty() {
        format!("goalpost: {}", message.message)
    } else {
        format!("goalpost: {}: {}", message.path, message.message)
    }
}

/// Problems as what JavaScript throws.
pub(crate) fn error(problems: &[Problem], words: &dyn Words) -> Result<JsValue, JsValue> {
    let messages = messages(problems, words);
    let lines: Vec<String> = messages.iter().map(line).collect();
    let error = js_sys::Error::new(&lines.join("\n"));
    js_sys::Reflect::set(error.unchecked_ref(), &"problems".into(), &to_js(&messages)?)?;
    Ok(error.into())
}

/// All numbers of a goal: an object as the schema has it, or JSON text.
///
/// # Errors
/// An `Error` whose `problems` are `{ path, message }` objects, and whose message is all of them, a line each.
#[cfg_attr(feature = "static", wasm_bindgen)]
pub fn progress(goal: &JsValue) -> Result<JsValue, JsValue> {
    match read(goal).and_then(|goal| goal::resolve(goal, "")) {
        Ok(goal) => to_js(&progress::progress(&goal)),
        Err(problems) => Err(error(&problems, words::of("en"))?),
    }
}
