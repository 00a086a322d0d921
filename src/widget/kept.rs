//! What a reader has done to a widget, so that it survives when a drawing replaces the widget's parts.

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ShadowRoot};

/// The parts that can have the focus.
const PARTS: [&str; 3] = [SLIDER, HANDLE, "button"];
const SLIDER: &str = ".slider";
/// The handle of the table's `<details>`.
const HANDLE: &str = "summary";

/// What a reader has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    /// The focused part: its selector, and its index among the matches.
    focus: Option<(&'static str, u32)>,
    /// Whether the table is open.
    pub(super) is_open: bool,
    /// The index of the week that the slider is at.
    pub(super) week: usize,
}

impl Kept {
    /// Reads the state from the parts of an earlier drawing, if there was one.
    pub(super) fn of(shadow: &ShadowRoot) -> Self {
        let found = |selector: &str| shadow.query_selector(selector).ok().flatten();
        let week = found(SLIDER).and_then(|slider| slider.get_attribute("aria-valuenow")?.parse().ok());
        Self {
            focus: focus(shadow),
            is_open: found("details[open]:not([data-for-print])").is_some(),
            week: week.map_or(0, |number: usize| number.saturating_sub(1)),
        }
    }

    /// Takes over the focus from the page's own content, which is about to be hidden. There, the focus is on a table's
    /// handle or on a link in the table.
    pub(super) fn take_over(&mut self, host: &HtmlElement, shadow: &ShadowRoot) {
        if has_focus(host) && focus(shadow).is_none() {
            self.focus = Some((HANDLE, 0));
        }
    }

    /// Restores the focus, unless it has moved elsewhere in the page.
    pub(super) fn give_back(self, host: &HtmlElement, shadow: &ShadowRoot) {
        let Some((selector, index)) = self.focus else { return };
        let active = host.owner_document().and_then(|document| document.active_element());
        let is_free = has_focus(host) || active.is_none_or(|active| active.local_name() == "body");
        let part = shadow.query_selector_all(selector).ok().and_then(|parts| parts.item(index));
        if let (true, Some(part)) = (is_free, part) {
            let _focused = part.unchecked_ref::<HtmlElement>().focus();
        }
    }
}

/// Whether the focus is in an element's own content or in its shadow tree.
fn has_focus(host: &HtmlElement) -> bool {
    host.matches(":focus-within").unwrap_or(false)
}

/// The part of a shadow tree that has the focus.
fn focus(shadow: &ShadowRoot) -> Option<(&'static str, u32)> {
    let focused = shadow.query_selector(":focus").ok()??;
    PARTS.into_iter().find_map(|selector| {
        let parts = shadow.query_selector_all(selector).ok()?;
        let index = (0..parts.length()).find(|index| parts.item(*index).as_ref() == Some(focused.as_ref()))?;
        Some((selector, index))
    })
}
