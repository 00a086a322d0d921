//! What stands in an element's shadow root: the picture, the words beside it, the table, or what is wrong.
//!
//! Everything is built node by node: no markup is parsed, so nothing in a goal can become markup, and the page's
//! policies against injected markup and styles hold.

use js_sys::{JSON, Promise};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlCanvasElement, HtmlElement, Node, ShadowRoot};

use crate::js;
use crate::progress::{Message, Progress};
use crate::scene::{self, Account};
use crate::words::Words;

use super::Host;
use super::promise::after;

/// A new element.
pub(super) fn create(tag: &str) -> Result<HtmlElement, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or("no document")?;
    Ok(document.create_element(tag)?.unchecked_into())
}

pub(super) fn with_class(tag: &str, class: &str) -> Result<HtmlElement, JsValue> {
    let element = create(tag)?;
    element.set_attribute("class", class)?;
    Ok(element)
}

pub(super) fn with_text(tag: &str, text: &str) -> Result<HtmlElement, JsValue> {
    let element = create(tag)?;
    element.set_text_content(Some(text));
    Ok(element)
}

/// An object of options, from JSON: with a setter a key, each would be a function that every page has to load.
pub(super) fn options<T: JsCast>(json: &str) -> Result<T, JsValue> {
    JSON::parse(json).map(JsCast::unchecked_into)
}

/// Sets attributes, given by name and value.
pub(super) fn set(element: &Element, attributes: &[(&str, &str)]) -> Result<(), JsValue> {
    attributes.iter().try_for_each(|(name, value)| element.set_attribute(name, value))
}

pub(super) fn append(parent: &Node, child: impl AsRef<Node>) -> Result<(), JsValue> {
    parent.append_child(child.as_ref()).map(drop)
}

/// The ruler and the probe, and the page's own content until something is drawn.
pub(super) fn skeleton(root: &ShadowRoot) -> Result<(HtmlElement, HtmlElement), JsValue> {
    let (ruler, probe) = (with_class("div", "ruler")?, with_class("div", "probe")?);
    root.set_text_content(None);
    for part in [&ruler, &probe, &create("slot")?] {
        append(root, part)?;
    }
    Ok((ruler, probe))
}

/// Takes away what stands behind ruler and probe.
fn clear(host: &Host) {
    while let Some(next) = host.probe.next_element_sibling() {
        next.remove();
    }
}

/// The parts of what is shown of a goal that more can be added to.
pub(super) struct Shown {
    /// A box as large as the canvas in it.
    pub(super) picture: HtmlElement,
    /// What the table is folded into.
    pub(super) details: HtmlElement,
}

/// Puts the picture and its words in place of the page's own content.
pub(super) fn show(
    host: &Host,
    canvas: &HtmlCanvasElement,
    progress: &Progress,
    account: &Account,
) -> Result<Shown, JsValue> {
    clear(host);
    let goal = with_class("div", "goal")?;
    // Else nobody could tell whose table is whose, where a page has several goals.
    set(&goal, &[("lang", account.lang), ("role", "group"), ("aria-label", &progress.title)])?;

    // Else texts that begin at a point would end there on a page that is read from right to left.
    set(canvas, &[("dir", "ltr"), ("role", "img"), ("aria-label", &account.name)])?;
    let picture = with_class("div", "picture")?;
    append(&picture, canvas)?;
    append(&goal, &picture)?;

    let words = with_class("p", "summary")?;
    words.set_text_content(Some(&account.summary.join(" ")));
    append(&goal, &words)?;

    let details = create("details")?;
    append(&details, with_text("summary", account.details)?)?;
    append(&details, table(host, progress)?)?;
    append(&goal, &details)?;
    append(&host.root, &goal)?;
    Ok(Shown { picture, details })
}

/// The table. A year of weeks stands there at once: the picture does not wait for more, the page's next idle moment does.
fn table(host: &Host, progress: &Progress) -> Result<HtmlElement, JsValue> {
    const AT_ONCE: usize = 52;
    let first = &progress.weeks[..progress.weeks.len().min(AT_ONCE)];
    let table = begin_table(&js::to_js(&scene::table(progress, first))?);
    if first.len() < progress.weeks.len() {
        let (host, table) = (host.this.clone(), table.clone());
        after(&idle(), move |_| {
            // The element may have left the page in the meantime.
            let Some(host) = host.upgrade() else { return };
            let Some(goal) = &*host.goal.borrow() else { return };
            let further = scene::table(&goal.progress, &goal.progress.weeks[AT_ONCE..]);
            if let Ok(further) = js::to_js(&further) {
                continue_table(&table, &further);
            }
        });
    }
    Ok(table)
}

#[wasm_bindgen(module = "/www/shell/table.js")]
extern "C" {
    #[wasm_bindgen(js_name = begin)]
    fn begin_table(table: &JsValue) -> HtmlElement;
    #[wasm_bindgen(js_name = further)]
    fn continue_table(table: &HtmlElement, further: &JsValue);
    fn idle() -> Promise;
}

/// A link to an address that the author gives: the wire lets only web addresses through.
pub(super) fn link(text: &str, address: &str) -> Result<HtmlElement, JsValue> {
    let link = with_text("a", text)?;
    set(&link, &[("href", address), ("rel", "noopener nofollow")])?;
    Ok(link)
}

/// Says what is wrong above the page's own content, which stays.
pub(super) fn complain(host: &Host, words: &dyn Words, messages: &[Message]) -> Result<(), JsValue> {
    clear(host);
    let note = with_class("div", "problems")?;
    set(&note, &[("role", "note"), ("lang", words.tag())])?;
    append(&note, with_text("p", words.cannot_draw())?)?;
    let list = create("ul")?;
    for message in messages {
        let item = create("li")?;
        if !message.path.is_empty() {
            append(&item, with_text("code", &message.path)?)?;
        }
        item.append_with_str_1(&format!(" {}", message.message))?;
        append(&list, &item)?;
    }
    append(&note, &list)?;
    append(&host.root, &note)?;
    append(&host.root, create("slot")?)?;
    Ok(())
}
