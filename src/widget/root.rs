//! The shadow root of an element, and its content: the picture, the words beside it, the table, or the error messages.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlCanvasElement, HtmlElement, ShadowRoot};

use crate::bridge;
use crate::goal::View;
use crate::layout;
use crate::locale::Locale;
use crate::report::{self, Message};

use super::appearance::computed;
use super::dom;
use super::kept::Kept;
use super::picture::Subject;
use super::promise::after;

/// The shadow root with its two invisible parts.
pub(super) struct Root {
    shadow: ShadowRoot,
    /// An empty line as wide as the element. Its width is the picture's.
    ruler: HtmlElement,
    /// Its computed colours are the theme's custom properties.
    probe: HtmlElement,
    /// What a reader did to the parts of an earlier drawing.
    kept: Cell<Kept>,
}

/// The parts of a goal. They are in the root before they are shown, because only there their heights are known.
pub(super) struct Parts {
    /// The element around all parts.
    goal: HtmlElement,
    /// A box as large as its canvas.
    pub(super) picture: HtmlElement,
    /// The table's `<details>` and its handle. The compact view has none.
    pub(super) details: Option<(HtmlElement, HtmlElement)>,
}

impl Parts {
    /// Adds the picture, and hides the page's own content.
    fn show(&self, canvas: &HtmlCanvasElement) -> Result<(), JsValue> {
        // On a right-to-left page, texts that start at a point would end there.
        dom::set(canvas, &[("dir", "ltr"), ("role", "img")])?;
        dom::append(&self.picture, canvas)?;
        if let Some(slot) = self.goal.next_element_sibling() {
            slot.remove();
        }
        self.goal.set_class_name("goal");
        Ok(())
    }

    /// The height that the page's reserved room leaves for the picture; `None` if it reserves none.
    pub(super) fn room(&self, host: &HtmlElement) -> Option<f64> {
        let style = web_sys::window()?.get_computed_style_with_pseudo_elt(host, "::before").ok()??;
        let room = style.get_property_value("padding-bottom").ok()?;
        let room = js_sys::parse_float(room.strip_suffix("px")?);
        // Heights are whole px.
        (room > 0.0).then(|| (room - self.below() - 1.0).floor())
    }

    /// The height of everything below the picture that is always visible: the words and the handle of the table.
    fn below(&self) -> f64 {
        let Some((_, handle)) = &self.details else { return 0.0 };
        let picture = self.picture.offset_top() + self.picture.offset_height();
        f64::from(handle.offset_top() + handle.offset_height() - picture)
    }
}

impl Root {
    /// Clears a shadow root. Until the first drawing, it shows the page's own content.
    pub(super) fn new(shadow: ShadowRoot) -> Result<Self, JsValue> {
        let (ruler, probe) = (dom::with_class("div", "ruler")?, dom::with_class("div", "probe")?);
        let kept = Cell::new(Kept::of(&shadow));
        shadow.set_text_content(None);
        for part in [&ruler, &probe, &dom::create("slot")?] {
            dom::append(&shadow, part)?;
        }
        Ok(Self { shadow, ruler, probe, kept })
    }

    pub(super) fn ruler(&self) -> &HtmlElement {
        &self.ruler
    }

    pub(super) fn probe(&self) -> &HtmlElement {
        &self.probe
    }

    /// Shows the parts of a goal with their picture, hiding the page's own content. Returns what a reader did before.
    pub(super) fn show(&self, host: &HtmlElement, parts: &Parts, canvas: &HtmlCanvasElement) -> Result<Kept, JsValue> {
        let mut kept = self.kept.take();
        kept.take_over(host, &self.shadow);
        parts.show(canvas)?;
        if let Some((details, _)) = parts.details.as_ref().filter(|_| kept.is_open) {
            details.set_attribute("open", "")?;
        }
        Ok(kept)
    }

    /// Gives the focus back to the part that had it.
    pub(super) fn focus(&self, host: &HtmlElement, kept: Kept) {
        kept.give_back(host, &self.shadow);
    }

    /// The picture's width in the layout, in CSS px, regardless of transforms. 0 if it is not displayed.
    pub(super) fn width(&self) -> Result<f64, JsValue> {
        let width = computed(&self.ruler)?.get_property_value("width")?;
        Ok(width.strip_suffix("px").map_or(0.0, js_sys::parse_float))
    }

    /// How much larger than usual the page's text is, limited so that a picture of that width has room for its texts.
    pub(super) fn scale(&self, width: f64) -> Result<f64, JsValue> {
        const USUAL: f64 = 16.0;
        let size = computed(&self.probe)?.get_property_value("text-indent")?;
        let scale = size.strip_suffix("px").map_or(USUAL, js_sys::parse_float) / USUAL;
        Ok(scale.min(width / layout::NARROWEST).max(1.0))
    }

    /// Removes everything except ruler and probe.
    fn clear(&self) {
        while let Some(next) = self.probe.next_element_sibling() {
            next.remove();
        }
    }

    /// Creates the parts of a goal, without a picture and hidden: until the drawing, the page's own content is shown.
    pub(super) fn prepare(&self, subject: &Rc<Subject>) -> Result<Parts, JsValue> {
        let locale = subject.locale;
        let goal = dom::with_class("div", "goal pending")?;
        // On a page with several goals, the name tells the tables apart.
        dom::set(&goal, &[("lang", locale.tag()), ("role", "group"), ("aria-label", subject.title())])?;
        let picture = dom::with_class("div", "picture")?;
        dom::append(&goal, &picture)?;

        let is_compact = subject.view() == Some(View::Compact);
        let beside = subject.progress.goal.beside;
        let words = dom::with_class("p", if beside.words && !is_compact { "summary" } else { "summary spoken" })?;
        for (index, sentence) in report::summary(&subject.progress, locale).iter().enumerate() {
            let part = dom::with_text("span", &sentence.text)?;
            part.set_class_name(if sentence.is_drawn { "spoken" } else { "" });
            if index > 0 {
                words.append_with_str_1(" ")?;
            }
            dom::append(&words, part)?;
        }
        dom::append(&goal, &words)?;

        let details = if is_compact {
            let list = dom::with_class("div", "spoken")?;
            dom::append(&list, table(subject)?)?;
            dom::append(&goal, list)?;
            None
        } else {
            let (details, handle) = (dom::create("details")?, dom::with_text("summary", locale.table())?);
            dom::append(&details, &handle)?;
            dom::append(&details, table(subject)?)?;
            dom::append(&goal, &details)?;
            Some((details, handle))
        };
        self.clear();
        dom::append(&self.shadow, &goal)?;
        dom::append(&self.shadow, dom::create("slot")?)?;
        Ok(Parts { goal, picture, details })
    }

    /// Shows error messages above the page's own content, which stays.
    pub(super) fn complain(&self, locale: Locale, messages: &[Message]) -> Result<(), JsValue> {
        self.clear();
        let note = dom::with_class("div", "problems")?;
        dom::set(&note, &[("role", "note"), ("lang", locale.tag())])?;
        dom::append(&note, dom::with_text("p", locale.cannot_draw())?)?;
        let list = dom::create("ul")?;
        for message in messages {
            let item = dom::create("li")?;
            if !message.path.is_empty() {
                dom::append(&item, dom::with_text("code", &message.path)?)?;
            }
            item.append_with_str_1(&format!(" {}", message.message))?;
            dom::append(&list, &item)?;
        }
        dom::append(&note, &list)?;
        dom::append(&self.shadow, &note)?;
        dom::append(&self.shadow, dom::create("slot")?)
    }
}

/// The table, with a year of weeks. The rest is added when the page is idle, so that the picture does not
/// wait for it.
fn table(subject: &Rc<Subject>) -> Result<HtmlElement, JsValue> {
    const AT_ONCE: usize = 52;
    let weeks = subject.progress.weeks.len();
    let table = begin_table(&bridge::to_js(&report::table(&subject.progress, subject.locale, 0..weeks.min(AT_ONCE)))?);
    if weeks > AT_ONCE {
        let (subject, table) = (subject.clone(), table.clone());
        after(&idle(), move |_| {
            let further = report::table(&subject.progress, subject.locale, AT_ONCE..weeks);
            // The element may have left the page in the meantime.
            if let (true, Ok(further)) = (table.is_connected(), bridge::to_js(&further)) {
                continue_table(&table, &further);
            }
        });
    }
    Ok(table.unchecked_into())
}

#[wasm_bindgen(module = "/www/core/table.js")]
extern "C" {
    #[wasm_bindgen(js_name = begin)]
    fn begin_table(table: &JsValue) -> HtmlElement;
    #[wasm_bindgen(js_name = further)]
    fn continue_table(table: &HtmlElement, further: &JsValue);
    fn idle() -> Promise;
}
