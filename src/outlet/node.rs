//! What Node calls: goals and options as JavaScript's values.

use js_sys::Function;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::goal;
use crate::js;
use crate::layout::{Estimate, Font, Measure};
use crate::problem::Problem;
use crate::progress::{self, Message, Progress};
use crate::{wire, words};

use super::{Style, WIDTH};

/// As the package documents them.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Options {
    view: Option<String>,
    theme: Option<String>,
    lang: Option<String>,
    width: f64,
    font: String,
    direction: Option<String>,
    embed: bool,
}

impl Default for Options {
    fn default() -> Self {
        let font = "system-ui, sans-serif".to_owned();
        Self { view: None, theme: None, lang: None, width: WIDTH, font, direction: None, embed: false }
    }
}

/// A goal with how it is to be shown.
struct Shown {
    progress: Progress,
    view: goal::View,
    theme: goal::Theme,
    options: Options,
}

impl Shown {
    fn read(goal: &JsValue, options: JsValue) -> Result<Self, JsValue> {
        let options: Options =
            if options.is_undefined() { Options::default() } else { serde_wasm_bindgen::from_value(options)? };
        let resolved = js::read(goal).and_then(|mut goal| {
            if options.lang.is_some() {
                goal.lang.clone_from(&options.lang);
            }
            let word = |name, value: &Option<String>, known| {
                let found = value.as_deref().map(|value| js::one_of(name, value, known));
                found.transpose().map_err(|problem: Problem| vec![problem])
            };
            goal.view = word("view", &options.view, wire::VIEWS)?.or(goal.view);
            goal.theme = word("theme", &options.theme, wire::THEMES)?.or(goal.theme);
            word("direction", &options.direction, &["ltr", "rtl"])?;
            goal::resolve(goal, "")
        });
        match resolved {
            Ok(goal) => Ok(Self { progress: progress::progress(&goal), view: goal.view, theme: goal.theme, options }),
            Err(problems) => Err(js::error(&problems, words::of(options.lang.as_deref().unwrap_or_default()))?),
        }
    }

    fn style<'a>(&'a self, measure: &'a dyn Measure) -> Style<'a> {
        let right_to_left = self.options.direction.as_deref() == Some("rtl");
        Style { view: self.view, theme: self.theme, family: &self.options.font, right_to_left, measure }
    }
}

/// Text widths as a function of the caller's knows them; estimates where there is none.
struct Given(Option<Function>);

impl Measure for Given {
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
/// As `progress`.
#[wasm_bindgen]
pub fn svg(goal: &JsValue, options: JsValue, measure: Option<Function>) -> Result<String, JsValue> {
    let shown = Shown::read(goal, options)?;
    Ok(super::picture(&shown.progress, shown.options.width, shown.style(&Given(measure))))
}

/// The figure as HTML; with `embed`, what stands in a `<goal-post>` until the widget draws.
///
/// # Errors
/// As `progress`.
#[wasm_bindgen]
pub fn html(goal: &JsValue, options: JsValue, measure: Option<Function>) -> Result<String, JsValue> {
    let shown = Shown::read(goal, options)?;
    let measure = Given(measure);
    let style = shown.style(&measure);
    let embed = shown.options.embed;
    Ok(if embed {
        super::placeholder(&shown.progress, style)
    } else {
        super::figure(&shown.progress, shown.options.width, style)
    })
}

/// What is wrong with a goal and what is doubtful, in the words of its language, else of `lang`.
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
    let found = match js::read(goal).and_then(|goal| goal::resolve(goal, lang)) {
        Ok(goal) => Found { warnings: progress::progress(&goal).warnings, ..Found::default() },
        Err(problems) => Found { problems: js::messages(&problems, words::of(lang)), ..Found::default() },
    };
    js::to_js(&found)
}
