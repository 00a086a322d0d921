//! The functions that Node calls. Goals and options are JavaScript's values.

use js_sys::Function;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::bridge;
use crate::diagnostic::{self, Diagnostic};
use crate::layout::{Estimate, Font, Measure};
use crate::locale;
use crate::locale::Locale;
use crate::progress::{self, Progress};
use crate::report::{Message, messages};
use crate::wire::{self, Options, Word};

use super::{Style, WIDTH};

/// The options, as the package documents them.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Given {
    view: Option<String>,
    theme: Option<String>,
    lang: Option<String>,
    title: Option<String>,
    width: f64,
    height: Option<f64>,
    font: String,
    direction: Option<String>,
}

impl Default for Given {
    fn default() -> Self {
        let font = "system-ui, sans-serif".to_owned();
        Self { view: None, theme: None, lang: None, title: None, width: WIDTH, height: None, font, direction: None }
    }
}

/// The reading direction of the page around the picture.
#[derive(Clone, Copy, PartialEq)]
enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Word for Direction {
    const WORDS: &'static [&'static str] = &["ltr", "rtl"];
    const VALUES: &'static [Self] = &[Self::LeftToRight, Self::RightToLeft];
}

/// A goal and how to show it.
struct Shown {
    progress: Progress,
    locale: Locale,
    direction: Option<Direction>,
    given: Given,
}

impl Shown {
    fn read(goal: &JsValue, options: JsValue) -> Result<Self, JsValue> {
        let given: Given =
            if options.is_undefined() { Given::default() } else { serde_wasm_bindgen::from_value(options)? };
        let options = Options {
            view: given.view.as_deref(),
            theme: given.theme.as_deref(),
            lang: given.lang.as_deref(),
            title: given.title.as_deref(),
            ..Options::default()
        };
        let mut problems = Vec::new();
        let direction = wire::word("direction", given.direction.as_deref(), &mut problems);
        let refused = |problems: Vec<Diagnostic>| -> JsValue {
            let locale = locale::of(given.lang.as_deref().unwrap_or_default());
            bridge::error(&diagnostic::first(problems), locale).unwrap_or_else(|error| error)
        };
        match bridge::goal(goal, &options) {
            Ok(goal) if problems.is_empty() => {
                let locale = locale::of(&goal.lang);
                Ok(Self { progress: progress::progress(goal), locale, direction, given })
            }
            Ok(_) => Err(refused(problems)),
            Err(mut others) => {
                others.append(&mut problems);
                Err(refused(others))
            }
        }
    }

    fn style<'a>(&'a self, measure: &'a dyn Measure) -> Style<'a> {
        Style {
            progress: &self.progress,
            locale: self.locale,
            view: self.progress.goal.view,
            theme: self.progress.goal.theme,
            family: &self.given.font,
            right_to_left: self.direction == Some(Direction::RightToLeft),
            height: self.given.height,
            measure,
        }
    }
}

/// Text widths from the caller's function; estimates if there is none.
struct GivenWidths(Option<Function>);

impl Measure for GivenWidths {
    fn width(&self, text: &str, font: Font) -> f64 {
        let asked = self.0.as_ref().and_then(|measure| {
            measure.call3(&JsValue::UNDEFINED, &text.into(), &font.size.into(), &font.bold.into()).ok()?.as_f64()
        });
        asked.filter(|width| width.is_finite()).unwrap_or_else(|| Estimate.width(text, font))
    }
}

/// The picture as an SVG document.
///
/// # Errors
/// An `Error` with `problems`, as `progress` throws it.
#[wasm_bindgen]
pub fn svg(goal: &JsValue, options: JsValue, measure: Option<Function>) -> Result<String, JsValue> {
    let shown = Shown::read(goal, options)?;
    Ok(super::picture(&shown.style(&GivenWidths(measure)), shown.given.width))
}

/// The still: a figure of HTML, which a `<goal-post>` shows until the widget draws.
///
/// # Errors
/// An `Error` with `problems`, as `progress` throws it.
#[wasm_bindgen]
pub fn html(goal: &JsValue, options: JsValue, measure: Option<Function>) -> Result<String, JsValue> {
    let shown = Shown::read(goal, options)?;
    Ok(super::still(&shown.style(&GivenWidths(measure))))
}

/// The errors and warnings of a goal, in the goal's language, else in `lang`.
///
/// # Errors
/// None that a goal could cause.
#[wasm_bindgen]
pub fn check(goal: &JsValue, lang: &str) -> Result<JsValue, JsValue> {
    #[derive(Default, Serialize)]
    struct Found {
        problems: Vec<Message>,
        warnings: Vec<Message>,
    }
    let options = Options { page_lang: lang, ..Options::default() };
    let found = match bridge::goal(goal, &options) {
        Ok(goal) => {
            let locale = locale::of(&goal.lang);
            Found { warnings: messages(&progress::progress(goal).warnings, locale), ..Found::default() }
        }
        Err(problems) => Found { problems: messages(&problems, locale::of(lang)), ..Found::default() },
    };
    bridge::to_js(&found)
}
