//! Beside the table: copy the data, save the picture.

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlDocument, HtmlElement, HtmlTextAreaElement, Window};

use crate::scene::{self, Account};

use super::super::listen::Listeners;
use super::super::promise::after;
use super::super::{Drawable, Host, dom};

pub(super) struct Tools {
    bar: HtmlElement,
    copy: HtmlElement,
    save: HtmlElement,
    /// Says how it went, also to those who do not see it.
    status: HtmlElement,
}

impl Tools {
    pub(super) fn new(details: &HtmlElement, account: &Account, listeners: &mut Listeners) -> Result<Self, JsValue> {
        let bar = dom::with_class("div", "tools")?;
        let copy = dom::with_text("button", account.copy)?;
        let save = dom::with_text("button", account.save)?;
        let status = dom::create("span")?;
        status.set_attribute("role", "status")?;
        for part in [&copy, &save, &status] {
            dom::append(&bar, part)?;
        }
        dom::append(details, &bar)?;
        listeners.add(&bar, &["click"])?;
        Ok(Self { bar, copy, save, status })
    }

    pub(super) fn heard(&self, host: &Rc<Host>, goal: &Drawable, event: &Event) -> Result<(), JsValue> {
        let target = event.target();
        if target.as_ref() == Some(self.save.as_ref()) {
            save(host, &goal.progress.title)?;
        } else if target.as_ref() == Some(self.copy.as_ref()) {
            self.copy(scene::csv(&goal.progress), goal);
        }
        Ok(())
    }

    fn copy(&self, text: String, goal: &Drawable) {
        let (bar, status, words) = (self.bar.clone(), self.status.clone(), goal.progress.words);
        let button = self.copy.clone();
        status.set_text_content(None);
        let written = write(&text);
        let say = move |written: bool| {
            let copied = written || select_and_copy(&bar, &text).unwrap_or(false);
            // The old way takes the focus.
            let _focused = button.focus();
            status.set_text_content(Some(if copied { words.copied() } else { words.not_copied() }));
        };
        match written {
            Some(written) => after(&written, move |written| say(written.is_ok())),
            None => say(false),
        }
    }
}

/// Puts a text on the clipboard; nothing where there is none, as in pages that were not loaded over HTTPS.
fn write(text: &str) -> Option<Promise> {
    let clipboard = web_sys::window()?.navigator().clipboard();
    (!clipboard.is_undefined()).then(|| clipboard.write_text(text).unchecked_into())
}

/// The way before there was a clipboard to write to.
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

/// Hands the picture to the browser as a file, on the ground that it stands on.
fn save(host: &Host, title: &str) -> Result<(), JsValue> {
    let (canvas, look) = (host.canvas.borrow(), host.look.borrow());
    let (Some(canvas), Some(look)) = (canvas.as_ref(), look.as_ref()) else { return Ok(()) };
    let link = dom::create("a")?;
    dom::set(&link, &[("href", &canvas.png(look.palette.ground)?), ("download", &format!("{title}.png"))])?;
    link.click();
    Ok(())
}
