//! What readers can do with a goal: step through its weeks, point at one, copy the table, save the picture.

mod menu;
mod stepper;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement, KeyboardEvent};

use crate::layout::Layout;

use super::appearance::Appearance;
use super::kept::Kept;
use super::listeners::Listeners;
use super::picture::Subject;
use super::root::Parts;

use menu::Menu;
pub(super) use menu::{Wish, save};
use stepper::Stepper;

/// The event of a canvas whose pixels the browser took away and can take again.
pub(super) const RESTORED: &str = "contextrestored";

/// All that a reader can touch in one widget.
pub(super) struct Interaction {
    /// The compact view has no weeks to step through.
    stepper: Option<Stepper>,
    /// The author may do without it.
    menu: Option<Menu>,
    /// What the table is folded into.
    details: Option<HtmlElement>,
    _listeners: Listeners,
}

impl Interaction {
    /// Adds it to a shown goal. `heard` is called with every event that is for it.
    pub(super) fn new(
        parts: &Parts,
        canvas: &HtmlElement,
        subject: &Subject,
        layout: &Layout,
        kept: Kept,
        heard: impl Fn(Event) + 'static,
    ) -> Result<Self, JsValue> {
        let mut listeners = Listeners::new(heard);
        listeners.add(canvas, &[RESTORED])?;
        let stepper = match &layout.chart {
            Some(chart) => {
                let name = subject.description(layout.view()).stepper;
                Some(Stepper::new(&parts.picture, &name, chart.scale.weeks(), kept.week, &mut listeners)?)
            }
            None => None,
        };
        let details = parts.details.as_ref().map(|(details, _)| details.clone());
        let menu = match &details {
            Some(details) if subject.progress.goal.beside.menu => {
                Some(Menu::new(details, subject.locale, &mut listeners)?)
            }
            _ => None,
        };
        Ok(Self { stepper, menu, details, _listeners: listeners })
    }

    /// Fits it to a new layout, in the colours of the picture.
    pub(super) fn fit(&self, subject: &Subject, layout: &Layout, appearance: &Appearance) -> Result<(), JsValue> {
        match (&self.stepper, &layout.chart) {
            (Some(stepper), Some(chart)) => stepper.fit(subject, layout, chart, appearance),
            _ => Ok(()),
        }
    }

    /// Handles an event inside the widget, and gives what the reader wants to take along.
    pub(super) fn heard(&self, subject: &Subject, event: &Event) -> Result<Option<Wish>, JsValue> {
        if event.type_() == "click" {
            return Ok(self.menu.as_ref().and_then(|menu| menu.wish(event)));
        }
        match &self.stepper {
            Some(stepper) => stepper.heard(subject, event).map(|()| None),
            None => Ok(None),
        }
    }

    /// Puts a text on the clipboard, and says how that went.
    pub(super) fn copy(&self, wish: Wish, text: String) {
        if let Some(menu) = &self.menu {
            menu.copy(wish, text);
        }
    }

    /// Says that a file was handed to the browser.
    pub(super) fn say_saved(&self) {
        if let Some(menu) = &self.menu {
            menu.say_saved();
        }
    }

    /// Handles what happens in the page outside of the widget, or was not used up inside it.
    pub(super) fn outside(&self, host: &HtmlElement, event: &Event) -> Result<(), JsValue> {
        match event.type_().as_str() {
            "beforeprint" => {
                if let Some(details) = self.details.as_ref().filter(|details| !details.has_attribute("open")) {
                    details.set_attribute("open", "")?;
                    details.set_attribute("data-for-print", "")?;
                }
            }
            "afterprint" => {
                if let Some(details) = self.details.as_ref().filter(|details| details.has_attribute("data-for-print")) {
                    details.remove_attribute("open")?;
                    details.remove_attribute("data-for-print")?;
                }
            }
            // An Escape that closes something here must not close the page's own dialog as well.
            "keydown" if is_escape(event) && self.hide() => event.prevent_default(),
            // To the page, the element itself is the target of everything inside it.
            "pointerdown" if event.target().as_ref() != Some(host.as_ref()) => _ = self.hide(),
            _ => {}
        }
        Ok(())
    }

    /// Hides what is shown of a week. Gives whether there was something.
    fn hide(&self) -> bool {
        self.stepper.as_ref().is_some_and(Stepper::hide)
    }
}

fn is_escape(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape")
}
