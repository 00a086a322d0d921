//! Converts JavaScript's values: a goal from text or an object, and plain objects from what goalpost announces.

use js_sys::JSON;
use serde::Serialize;
#[cfg(feature = "static")]
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::diagnostic::{Diagnostic, Expected, Found, Kind};
use crate::goal::{self, Goal};
use crate::locale::{self, Locale};
use crate::progress;
use crate::report::{Message, Numbers, messages};
use crate::wire::{Options, Value};

use super::json_writer;

/// A goal from JSON text, or from a JavaScript object of the same shape.
///
/// # Errors
/// Every problem of the goal, each with its place.
pub(crate) fn goal(goal: &JsValue, options: &Options<'_>) -> Result<Goal, Vec<Diagnostic>> {
    match goal.as_string() {
        Some(text) => goal::parse(&text, options, js_sys::parse_float),
        None => goal::read(&value(goal)?, options),
    }
}

fn value(object: &JsValue) -> Result<Value, Vec<Diagnostic>> {
    serde_wasm_bindgen::from_value(object.clone()).map_err(|error| {
        let found = Found::Scalar(error.to_string());
        vec![Diagnostic::new("", Kind::Expected { expected: Expected::Object, found })]
    })
}

/// A plain object with the fields of a value. It crosses the border as one text, not field by field.
pub(crate) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let text = json_writer::text(value).map_err(|error| error.to_string())?;
    JSON::parse(&text)
}

/// An object of options, parsed from JSON. A setter per key would be an import per key that every page loads.
#[cfg(not(feature = "static"))]
pub(crate) fn object<T: JsCast>(json: &str) -> Result<T, JsValue> {
    JSON::parse(json).map(JsCast::unchecked_into)
}

/// The error that JavaScript throws for a goal that cannot be read.
pub(crate) fn error(problems: &[Diagnostic], locale: Locale) -> Result<JsValue, JsValue> {
    let messages = messages(problems, locale);
    let lines: Vec<String> = messages.iter().map(Message::to_string).collect();
    let error = js_sys::Error::new(&lines.join("\n"));
    js_sys::Reflect::set(error.unchecked_ref(), &"problems".into(), &to_js(&messages)?)?;
    Ok(error.into())
}

/// All numbers of a goal, given as an object of the schema's shape or as JSON text.
///
/// # Errors
/// An `Error` whose `problems` are `{ path, message }` objects. Its message lists them, one a line.
#[cfg_attr(feature = "static", wasm_bindgen)]
pub fn progress(goal: &JsValue) -> Result<JsValue, JsValue> {
    match self::goal(goal, &Options::default()) {
        Ok(goal) => {
            let locale = locale::of(&goal.lang);
            to_js(&Numbers { progress: &progress::progress(goal), locale })
        }
        Err(problems) => Err(error(&problems, locale::of(""))?),
    }
}
