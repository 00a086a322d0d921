//! Numbers and dates for languages that goalpost does not speak, by the browser's `Intl`; the sentences are English.

use std::cell::RefCell;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::date::Date;
use crate::words::{Format, Words, abroad};

use super::dom;

/// The words for a language that is not spoken: English ones with that language's numbers and dates. Plain English,
/// where the browser does not know the language either.
pub(super) fn words(lang: &str) -> Option<&'static dyn Words> {
    thread_local! {
        static KNOWN: RefCell<Vec<(String, &'static dyn Words)>> = const { RefCell::new(Vec::new()) };
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some((_, words)) = known.iter().find(|(tag, _)| tag == lang) {
            return Some(*words);
        }
        let words = made(lang)?;
        known.push((lang.to_owned(), words));
        Some(words)
    })
}

fn made(lang: &str) -> Option<&'static dyn Words> {
    // Plain dates have no zone, so none may shift them.
    let formats = Formats {
        number: formatter("NumberFormat", lang, r#"{"maximumFractionDigits":2}"#)?,
        short: formatter("DateTimeFormat", lang, r#"{"month":"short","day":"numeric","timeZone":"UTC"}"#)?,
        long: formatter("DateTimeFormat", lang, r#"{"month":"long","day":"numeric","timeZone":"UTC"}"#)?,
    };
    Some(abroad(formats))
}

struct Formats {
    number: Function,
    short: Function,
    long: Function,
}

/// The `format` function of a new formatter; nothing where the language tag is none.
fn formatter(kind: &str, lang: &str, options: &str) -> Option<Function> {
    let get = |object: &JsValue, key: &str| Reflect::get(object, &key.into()).ok();
    let constructor: Function = get(&get(&js_sys::global(), "Intl")?, kind)?.unchecked_into();
    let options: JsValue = dom::options(options).ok()?;
    let made = Reflect::construct(&constructor, &Array::of2(&lang.into(), &options)).ok()?;
    get(&made, "format").map(JsCast::unchecked_into)
}

fn format(formatter: &Function, value: &JsValue) -> Option<String> {
    formatter.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}

fn day(formatter: &Function, day: Date) -> Option<String> {
    format(formatter, &js_sys::Date::new(&day.to_string().into()))
}

impl Format for Formats {
    fn number(&self, value: f64) -> Option<String> {
        format(&self.number, &value.into())
    }
    fn short_date(&self, date: Date) -> Option<String> {
        day(&self.short, date)
    }
    fn long_date(&self, date: Date) -> Option<String> {
        day(&self.long, date)
    }
}
