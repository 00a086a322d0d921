//! Finds an element's goal: in a script, in a code block, or in a file.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use crate::diagnostic::{Diagnostic, Kind};
use crate::maths;

use super::promise::after;

/// The source of an element's goal.
pub(super) enum Source {
    /// This text.
    Text(String),
    /// The file at this address.
    File(String),
    /// There is none.
    Nothing,
}

/// Looks for the goal of an element.
pub(super) fn find(element: &HtmlElement) -> Source {
    if let Some(address) = element.get_attribute("src") {
        return Source::File(address);
    }
    text_in(element).map_or(Source::Nothing, Source::Text)
}

/// Loads a file, and calls `done` with its text.
pub(super) fn load(address: &str, done: impl FnOnce(Result<String, Diagnostic>) + 'static) {
    after(&load_file(address), |loaded| {
        let text = loaded.map(|text| text.as_string().unwrap_or_default());
        done(text.map_err(|reason| Diagnostic::new("src", reason_kind(&reason))));
    });
}

fn reason_kind(reason: &JsValue) -> Kind {
    if let Some(status) = reason.as_f64() {
        return Kind::HttpStatus(u16::try_from(maths::round(status)).unwrap_or_default());
    }
    let error = reason.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    Kind::NotLoaded { reason: error.unwrap_or_default() }
}

#[wasm_bindgen(module = "/www/core/source.js")]
extern "C" {
    #[wasm_bindgen(js_name = textIn)]
    fn text_in(element: &HtmlElement) -> Option<String>;
}

#[wasm_bindgen(module = "/www/core/file.js")]
extern "C" {
    #[wasm_bindgen(js_name = load)]
    fn load_file(address: &str) -> Promise;
}
