//! The buttons below the table: copy the data, save the picture.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlDocument, HtmlElement, HtmlTextAreaElement, Window};

use crate::locale::Locale;

use super::super::dom;
use super::super::listeners::Listeners;
use super::super::promise::after;

/// What a reader wants to copy or save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// The table, to the clipboard.
    CopyCsv,
    /// The goal as short lines, to the clipboard.
    CopyBrief,
    /// The picture, as a PNG file.
    SavePng,
    /// The picture, as an SVG file.
    SaveSvg,
}

pub(super) struct Menu {
    locale: Locale,
    bar: HtmlElement,
    /// The buttons and their wishes.
    buttons: [(HtmlElement, Wish); 4],
    /// A live region for the last outcome.
    status: HtmlElement,
}

impl Menu {
    /// Adds the buttons at the end of the table's `<details>`.
    pub(super) fn new(details: &HtmlElement, locale: Locale, listeners: &mut Listeners) -> Result<Self, JsValue> {
        let bar = dom::with_class("div", "menu")?;
        let button = |text: &str, wish: Wish| -> Result<(HtmlElement, Wish), JsValue> {
            let button = dom::with_text("button", text)?;
            dom::append(&bar, &button)?;
            Ok((button, wish))
        };
        let buttons = [
            button(locale.copy(), Wish::CopyCsv)?,
            button(locale.copy_brief(), Wish::CopyBrief)?,
            button(locale.save_png(), Wish::SavePng)?,
            button(locale.save_svg(), Wish::SaveSvg)?,
        ];
        let status = dom::create("span")?;
        status.set_attribute("role", "status")?;
        dom::append(&bar, &status)?;
        dom::append(details, &bar)?;
        listeners.add(&bar, &["click"])?;
        Ok(Self { locale, bar, buttons, status })
    }

    /// The wish of the button that was clicked.
    pub(super) fn wish(&self, event: &Event) -> Option<Wish> {
        let target = event.target();
        self.buttons.iter().find(|(button, _)| target.as_ref() == Some(button.as_ref())).map(|(_, wish)| *wish)
    }

    /// Reports that the browser got a file to save.
    pub(super) fn say_saved(&self) {
        self.status.set_text_content(Some(self.locale.saved()));
    }

    /// Copies a text to the clipboard, and reports the outcome.
    pub(super) fn copy(&self, wish: Wish, text: String) {
        let (bar, status, locale) = (self.bar.clone(), self.status.clone(), self.locale);
        let Some(button) = self.buttons.iter().find(|(_, its)| *its == wish).map(|(button, _)| button.clone()) else {
            return;
        };
        status.set_text_content(None);
        let written = write(&text);
        let say = move |written: bool| {
            let copied = written || select_and_copy(&bar, &text).unwrap_or(false);
            // The fallback moves the focus.
            let _focused = button.focus();
            status.set_text_content(Some(if copied { locale.copied() } else { locale.not_copied() }));
        };
        match written {
            Some(written) => after(&written, move |written| say(written.is_ok())),
            None => say(false),
        }
    }
}

/// Writes a text to the clipboard. `None` if there is no clipboard, as in pages without HTTPS.
fn write(text: &str) -> Option<Promise> {
    let clipboard = web_sys::window()?.navigator().clipboard();
    (!clipboard.is_undefined()).then(|| clipboard.write_text(text).unchecked_into())
}

/// Copies a text the way that worked before the clipboard API: selects it in a field.
fn select_and_copy(bar: &HtmlElement, text: &str) -> Result<bool, JsValue> {
    let document = web_sys::window().as_ref().and_then(Window::document).ok_or("no document")?;
    let field: HtmlTextAreaElement = dom::create("textarea")?.unchecked_into();
    field.set_value(text);
    dom::append(bar, &field)?;
    field.select();
    let copied = document.unchecked_ref::<HtmlDocument>().exec_command("copy");
    field.remove();
    copied
}

/// Saves the data at an address as a file.
pub(crate) fn save(address: &str, name: &str) -> Result<(), JsValue> {
    let link = dom::create("a")?;
    dom::set(&link, &[("href", address), ("download", name)])?;
    link.click();
    Ok(())
}
