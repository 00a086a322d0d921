//! Where an element's goal is: in a script, in a code block, or in a file.

use js_sys::futures::JsFuture;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{AbortSignal, HtmlElement, RequestCredentials, RequestInit, RequestRedirect, Response};

use crate::problem::{Kind, Problem};

/// A file that takes longer than this is as good as missing.
const PATIENCE_MS: u32 = 10_000;

/// In the order in which they are looked for. Of highlighted code the text alone counts, not its line numbers.
const CARRIERS: [&str; 4] = ["script[type='application/json']", ".rouge-code pre", "code", "pre"];

/// What an element says its goal is.
pub(super) enum Source {
    /// JSON in the page.
    Text(String),
    /// JSON at an address.
    File(String),
    /// Nothing.
    Nothing,
}

pub(super) fn find(element: &HtmlElement) -> Result<Source, JsValue> {
    if let Some(address) = element.get_attribute("src") {
        return Ok(Source::File(address));
    }
    for carrier in CARRIERS {
        if let Some(found) = element.query_selector(carrier)? {
            return Ok(Source::Text(found.text_content().unwrap_or_default()));
        }
    }
    Ok(Source::Nothing)
}

/// The text of a file, loaded without cookies and without following it elsewhere.
pub(super) async fn load(address: &str) -> Result<String, Problem> {
    let failed = |reason: JsValue| Problem::new("src", reason_kind(&reason));
    fetch(address).await.map_err(failed)
}

async fn fetch(address: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let request = RequestInit::new();
    request.set_credentials(RequestCredentials::Omit);
    request.set_redirect(RequestRedirect::Error);
    request.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)));
    let response = JsFuture::from(window.fetch_with_str_and_init(address, &request)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(response.status().into());
    }
    let text = JsFuture::from(response.text()?).await?;
    Ok(text.as_string().unwrap_or_default())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an HTTP status")]
fn reason_kind(reason: &JsValue) -> Kind {
    if let Some(status) = reason.as_f64() {
        return Kind::HttpStatus(status as u16);
    }
    let error = reason.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    Kind::NotLoaded { reason: error.unwrap_or_default() }
}
