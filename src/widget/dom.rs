//! Makes elements, node by node.
//!
//! It parses no markup, so nothing in a goal can become markup, and it works under policies that forbid injected
//! markup and styles.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};

/// A new element.
pub(super) fn create(tag: &str) -> Result<HtmlElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("no document")?;
    Ok(document.create_element(tag)?.unchecked_into())
}

/// A new element with a class.
pub(super) fn with_class(tag: &str, class: &str) -> Result<HtmlElement, JsValue> {
    let element = create(tag)?;
    element.set_attribute("class", class)?;
    Ok(element)
}

/// A new element with a text.
pub(super) fn with_text(tag: &str, text: &str) -> Result<HtmlElement, JsValue> {
    let element = create(tag)?;
    element.set_text_content(Some(text));
    Ok(element)
}

/// A link to an address from the goal data. `wire` accepts only web addresses.
pub(super) fn link(text: &str, address: &str) -> Result<HtmlElement, JsValue> {
    let link = with_text("a", text)?;
    set(&link, &[("href", address), ("rel", "noopener nofollow")])?;
    Ok(link)
}

/// Sets attributes, given as pairs of name and value.
pub(super) fn set(element: &Element, attributes: &[(&str, &str)]) -> Result<(), JsValue> {
    attributes.iter().try_for_each(|(name, value)| element.set_attribute(name, value))
}

/// Adds a child at the end.
pub(super) fn append(parent: &Node, child: impl AsRef<Node>) -> Result<(), JsValue> {
    parent.append_child(child.as_ref()).map(drop)
}
