//! What readers can do with a goal: step through its weeks, point at one, copy the table, and save the picture.

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

pub(super) use menu::{Wish, give};
use stepper::Stepper;

/// The event of a canvas whose pixels the browser took away and can take again.
pub(super) const RESTORED: &str = "contextrestored";

/// The controls of one widget.
pub(super) struct Interaction {
    /// `None` in the compact view, which has no weeks to step through.
    stepper: Option<Stepper>,
    /// The `<details>` that holds the table.
    details: Option<HtmlElement>,
    _listeners: Listeners,
}

impl Interaction {
    /// Adds the controls to a shown goal. `heard` is called with each of their events.
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
        if let Some(details) = details.as_ref().filter(|_| subject.progress.goal.beside.menu) {
            menu::add(details, subject.locale, &mut listeners)?;
        }
        Ok(Self { stepper, details, _listeners: listeners })
    }

    /// Fits the controls to a new layout and appearance.
    pub(super) fn fit(&self, subject: &Subject, layout: &Layout, appearance: &Appearance) -> Result<(), JsValue> {
        match (&self.stepper, &layout.chart) {
            (Some(stepper), Some(chart)) => stepper.fit(subject, layout, chart, appearance),
            _ => Ok(()),
        }
    }

    /// Handles an event inside the widget. Returns what the reader wants to copy or save.
    pub(super) fn heard(&self, subject: &Subject, event: &Event) -> Result<Option<Wish>, JsValue> {
        if event.type_() == "click" {
            return Ok(menu::wish(event));
        }
        match &self.stepper {
            Some(stepper) => stepper.heard(subject, event).map(|()| None),
            None => Ok(None),
        }
    }

    /// Handles events outside of the widget, and those that bubble out of it.
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
            // An Escape that closes the tooltip must not also close a dialog of the page.
            "keydown" if is_escape(event) && self.hide() => event.prevent_default(),
            // Events from inside the element have the element itself as their target here.
            "pointerdown" if event.target().as_ref() != Some(host.as_ref()) => _ = self.hide(),
            _ => {}
        }
        Ok(())
    }

    /// Hides the tooltip. Returns whether it was shown.
    fn hide(&self) -> bool {
        self.stepper.as_ref().is_some_and(Stepper::hide)
    }
}

fn is_escape(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape")
}
