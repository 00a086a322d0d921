//! The buttons below the table: copy the data, save the picture, hear the weeks.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Event, HtmlElement};

use crate::locale::Locale;

use super::super::listeners::Listeners;

/// What each button is for, by its place.
const WISHES: [Wish; 5] = [Wish::CopyCsv, Wish::CopyBrief, Wish::SavePng, Wish::SaveSvg, Wish::Hear];

/// What a reader wants to take along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// The table, on the clipboard.
    CopyCsv,
    /// The goal as short lines, on the clipboard.
    CopyBrief,
    /// The picture, as a file.
    SavePng,
    /// The picture, as a file that scales.
    SaveSvg,
    /// The weeks, played.
    Hear,
}

/// Adds the buttons at the end of the table, once that is unfolded.
pub(super) fn add(details: &HtmlElement, locale: Locale, listeners: &mut Listeners) -> Result<(), JsValue> {
    let buttons = [locale.copy(), locale.copy_brief(), locale.save_png(), locale.save_svg(), locale.hear()];
    let said = [locale.copied(), locale.not_copied(), locale.saved(), locale.hear_how()];
    offer(details, &(buttons.join("\n") + "\n" + &said.join("\n")));
    listeners.add(details, &["click"])
}

/// What the button under a click is for.
pub(super) fn wish(event: &Event) -> Option<Wish> {
    WISHES.get(usize::try_from(wished(event)).ok()?).copied()
}

#[wasm_bindgen(module = "/www/core/menu.js")]
extern "C" {
    fn offer(details: &HtmlElement, words: &str);
    fn wished(event: &Event) -> i32;
    /// Lets a reader have what the clicked button is for, and says how that went.
    pub(crate) fn give(event: &Event, wish: u32, data: &str, title: &str);
}
