//! Makes elements, node by node.
//!
//! No markup is parsed, so nothing in a goal can become markup, and the page's policies against injected markup and
//! styles hold.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};

/// A new element.
pub(super) fn create(tag: &str) -> Result<HtmlElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("no document")?;
    Ok(document.create_element(tag)?.unchecked_into())
}

/// A new element of a class.
pub(super) fn with_class(tag: &str, class: &str) -> Result<HtmlElement, JsValue> {
    let element = create(tag)?;
    element.set_attribute("class", class)?;
    Ok(element)
}

/// A new element with a text in it.
pub(super) fn with_text(tag: &str, text: &str) -> Result<HtmlElement, JsValue> {
    let element = create(tag)?;
    element.set_text_content(Some(text));
    Ok(element)
}

/// A link to an address that the author gives. The wire lets only web addresses through.
pub(super) fn link(text: &str, address: &str) -> Result<HtmlElement, JsValue> {
    let link = with_text("a", text)?;
    set(&link, &[("href", address), ("rel", "noopener nofollow")])?;
    Ok(link)
}

/// Sets attributes, given by name and value.
pub(super) fn set(element: &Element, attributes: &[(&str, &str)]) -> Result<(), JsValue> {
    attributes.iter().try_for_each(|(name, value)| element.set_attribute(name, value))
}

/// Adds a child at the end.
pub(super) fn append(parent: &Node, child: impl AsRef<Node>) -> Result<(), JsValue> {
    parent.append_child(child.as_ref()).map(drop)
}
