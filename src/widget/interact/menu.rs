//! The buttons below the table: copy the data, save the picture, hear the weeks.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Event, HtmlElement};

use crate::locale::Locale;

use super::super::listeners::Listeners;

/// What each button is for, by its place.
const WISHES: [Wish; 5] = [Wish::CopyCsv, Wish::CopyBrief, Wish::SavePng, Wish::SaveSvg, Wish::Hear];

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
    /// The weeks, played.
    Hear,
}

/// Adds the buttons at the end of the table's `<details>`, once that is opened.
pub(super) fn add(details: &HtmlElement, locale: Locale, listeners: &mut Listeners) -> Result<(), JsValue> {
    let buttons = [locale.copy(), locale.copy_brief(), locale.save_png(), locale.save_svg(), locale.hear()];
    let said = [locale.copied(), locale.not_copied(), locale.saved(), locale.hear_how()];
    offer(details, &(buttons.join("\n") + "\n" + &said.join("\n")));
    listeners.add(details, &["click"])
}

/// The wish of the button that was clicked.
pub(super) fn wish(event: &Event) -> Option<Wish> {
    WISHES.get(usize::try_from(wished(event)).ok()?).copied()
}

#[wasm_bindgen(module = "/www/core/menu.js")]
extern "C" {
    fn offer(details: &HtmlElement, words: &str);
    fn wished(event: &Event) -> i32;
    /// Fulfils the wish of the clicked button, and reports the outcome.
    pub(crate) fn give(event: &Event, wish: u32, data: &str, title: &str);
}
