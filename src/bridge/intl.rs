//! The locale of any language. If goalpost does not speak it, the host's `Intl` writes its numbers and dates, in a page
//! and in Node.

use std::cell::RefCell;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::date::Date;
use crate::locale::{self, Format, Locale};

use super::object;

/// The locale for a BCP 47 tag; English if neither goalpost nor the host knows the language.
pub(crate) fn locale(tag: &str) -> Locale {
    thread_local! {
        static KNOWN: RefCell<Vec<(String, Locale)>> = const { RefCell::new(Vec::new()) };
    }
    if locale::is_spoken(tag) {
        return locale::of(tag);
    }
    let known = KNOWN.with_borrow(|known| known.iter().find(|(theirs, _)| theirs == tag).map(|(_, locale)| *locale));
    known.unwrap_or_else(|| {
        let made = Formats::new(tag).map_or_else(
            || locale::of(tag),
            |formats| {
                // Never freed: a page has few languages.
                locale::with_format(Box::leak(Box::new(formats)))
            },
        );
        KNOWN.with_borrow_mut(|known| known.push((tag.to_owned(), made)));
        made
    })
}

struct Formats {
    number: Function,
    short_date: Function,
    long_date: Function,
}

impl Formats {
    /// `None` if the tag is not a valid language tag.
    fn new(tag: &str) -> Option<Self> {
        // Some systems write underscores; the host takes only hyphens.
        let tag: String = tag.chars().map(|c| if c == '_' { '-' } else { c }).collect();
        // Plain dates have no time zone, so none may shift them.
        Some(Self {
            number: formatter("NumberFormat", &tag, r#"{"maximumFractionDigits":2}"#)?,
            short_date: formatter("DateTimeFormat", &tag, r#"{"month":"short","day":"numeric","timeZone":"UTC"}"#)?,
            long_date: formatter("DateTimeFormat", &tag, r#"{"month":"long","day":"numeric","timeZone":"UTC"}"#)?,
        })
    }
}

/// The `format` function of a new formatter.
fn formatter(kind: &str, tag: &str, options: &str) -> Option<Function> {
    let get = |object: &JsValue, key: &str| Reflect::get(object, &key.into()).ok();
    let constructor: Function = get(&get(&js_sys::global(), "Intl")?, kind)?.unchecked_into();
    let options: JsValue = object(options).ok()?;
    let made = Reflect::construct(&constructor, &Array::of2(&tag.into(), &options)).ok()?;
    get(&made, "format").map(JsCast::unchecked_into)
}

fn format(formatter: &Function, value: &JsValue) -> Option<String> {
    formatter.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}

fn date(formatter: &Function, day: Date) -> Option<String> {
    format(formatter, &js_sys::Date::new(&day.to_string().into()))
}

impl Format for Formats {
    fn number(&self, value: f64) -> Option<String> {
        format(&self.number, &value.into())
    }
    fn short_date(&self, day: Date) -> Option<String> {
        date(&self.short_date, day)
    }
    fn long_date(&self, day: Date) -> Option<String> {
        date(&self.long_date, day)
    }
}
