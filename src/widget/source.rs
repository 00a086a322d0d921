//! Where an element's goal is: in a script, in a code block, or in a file.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, HtmlElement, RequestInit, Response};

use crate::bridge;
use crate::diagnostic::{Diagnostic, Kind};
use crate::maths;

use super::promise::after;

/// A file that takes longer than this counts as missing.
const PATIENCE_MS: u32 = 10_000;

/// Where an element says its goal is.
pub(super) enum Source {
    /// It is this text.
    Text(String),
    /// It is the file at this address.
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

/// Loads the text of a file, without cookies and without redirects, and calls `done` with it.
pub(super) fn load(address: &str, done: impl FnOnce(Result<String, Diagnostic>) + 'static) -> Result<(), JsValue> {
    let done = move |loaded: Result<JsValue, JsValue>| {
        let text = loaded.map(|text| text.as_string().unwrap_or_default());
        done(text.map_err(|reason| Diagnostic::new("src", reason_kind(&reason))));
    };
    let window = web_sys::window().ok_or("no window")?;
    let request: RequestInit = bridge::object(r#"{"credentials":"omit","redirect":"error"}"#)?;
    request.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)));
    after(&window.fetch_with_str_and_init(address, &request), |response| match response.and_then(body) {
        Ok(text) => after(&text, done),
        Err(reason) => done(Err(reason)),
    });
    Ok(())
}

/// The text of a response, or the status of one that brings none.
fn body(response: JsValue) -> Result<Promise, JsValue> {
    let response: Response = response.unchecked_into();
    if response.ok() { Ok(response.text()?.unchecked_into()) } else { Err(response.status().into()) }
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
