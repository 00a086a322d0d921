//! The shadow root of an element, and what stands in it: the picture, the words beside it, the table, or what is wrong.

use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlCanvasElement, HtmlElement, ShadowRoot};

use crate::bridge;
use crate::locale::Locale;
use crate::report::{self, Description, Message};

use super::dom;
use super::picture::Subject;
use super::promise::after;

/// The shadow root with its two invisible parts.
pub(super) struct Root {
    shadow: ShadowRoot,
    /// An empty line across the element. Its width is the picture's.
    ruler: HtmlElement,
    /// Its computed colours are the theme's custom properties.
    probe: HtmlElement,
}

/// The parts of a shown goal to which more can be added.
pub(super) struct Shown {
    /// A box as large as the canvas in it.
    pub(super) picture: HtmlElement,
    /// What the table is folded into.
    pub(super) details: HtmlElement,
}

impl Root {
    /// Clears an element's open shadow root. Until something is drawn, it shows the page's own content.
    pub(super) fn new(host: &HtmlElement) -> Result<Self, JsValue> {
        let shadow = host.shadow_root().ok_or("goalpost: the element has no shadow root")?;
        let (ruler, probe) = (dom::with_class("div", "ruler")?, dom::with_class("div", "probe")?);
        shadow.set_text_content(None);
        for part in [&ruler, &probe, &dom::create("slot")?] {
            dom::append(&shadow, part)?;
        }
        Ok(Self { shadow, ruler, probe })
    }

    pub(super) fn ruler(&self) -> &HtmlElement {
        &self.ruler
    }

    pub(super) fn probe(&self) -> &HtmlElement {
        &self.probe
    }

    /// The width that a picture has, in CSS px.
    pub(super) fn width(&self) -> f64 {
        self.ruler.get_bounding_client_rect().width()
    }

    /// Removes everything but ruler and probe.
    fn clear(&self) {
        while let Some(next) = self.probe.next_element_sibling() {
            next.remove();
        }
    }

    /// Puts the picture and its words in place of the page's own content.
    pub(super) fn show(
        &self,
        canvas: &HtmlCanvasElement,
        subject: &Rc<Subject>,
        description: &Description,
    ) -> Result<Shown, JsValue> {
        self.clear();
        let locale = subject.locale;
        let goal = dom::with_class("div", "goal")?;
        // Where a page has several goals, the name tells whose table is whose.
        dom::set(&goal, &[("lang", locale.tag()), ("role", "group"), ("aria-label", subject.title())])?;

        // On a page that is read from right to left, texts that begin at a point would end there.
        dom::set(canvas, &[("dir", "ltr"), ("role", "img"), ("aria-label", &description.name)])?;
        let picture = dom::with_class("div", "picture")?;
        dom::append(&picture, canvas)?;
        dom::append(&goal, &picture)?;

        let words = dom::with_class("p", "summary")?;
        words.set_text_content(Some(&description.summary.join(" ")));
        dom::append(&goal, &words)?;

        let details = dom::create("details")?;
        dom::append(&details, dom::with_text("summary", locale.table())?)?;
        dom::append(&details, table(subject)?)?;
        dom::append(&goal, &details)?;
        dom::append(&self.shadow, &goal)?;
        Ok(Shown { picture, details })
    }

    /// Says what is wrong above the page's own content, which stays.
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

/// The table. A year of weeks stands there at once. The rest is added when the page is idle, so that the picture does not
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
