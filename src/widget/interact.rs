//! What readers can do with a goal: step through its weeks, point at one, copy the table, save the picture.

mod tools;
mod weeks;

use std::rc::{Rc, Weak};

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement, KeyboardEvent};

use crate::layout::Layout;
use crate::scene::Account;

use super::dom::Shown;
use super::listen::Listeners;
use super::look::Look;
use super::{Drawable, Host};

use tools::Tools;
use weeks::Weeks;

/// All that a reader can touch in one widget.
pub(super) struct Interaction {
    /// The compact view has no weeks to step through.
    weeks: Option<Weeks>,
    /// The author may do without them.
    tools: Option<Tools>,
    details: HtmlElement,
    _listeners: Listeners,
}

impl Interaction {
    /// Adds it to what is shown of a goal.
    pub(super) fn new(host: &Weak<Host>, shown: &Shown, account: &Account, layout: &Layout) -> Result<Self, JsValue> {
        let heard = host.clone();
        let mut listeners = Listeners::new(move |event| {
            if let Some(host) = heard.upgrade() {
                host.heard(&event);
            }
        });
        let weeks = match &layout.chart {
            Some(chart) => Some(Weeks::new(&shown.picture, account, chart.steps.weeks(), &mut listeners)?),
            None => None,
        };
        let off = host.upgrade().is_some_and(|host| host.attribute("menu").as_deref() == Some("off"));
        let tools = if off { None } else { Some(Tools::new(&shown.details, account, &mut listeners)?) };
        Ok(Self { weeks, tools, details: shown.details.clone(), _listeners: listeners })
    }

    /// Fits it to a new layout, in the colours of the picture.
    pub(super) fn fit(&self, goal: &Drawable, layout: &Layout, look: &Look) -> Result<(), JsValue> {
        match (&self.weeks, &layout.chart) {
            (Some(weeks), Some(chart)) => weeks.fit(&goal.progress, chart, layout.width, look),
            _ => Ok(()),
        }
    }

    fn heard(&self, host: &Rc<Host>, goal: &Drawable, event: &Event) -> Result<(), JsValue> {
        match (&self.tools, &self.weeks) {
            (Some(tools), _) if event.type_() == "click" => tools.heard(host, goal, event),
            (_, Some(weeks)) => weeks.heard(&goal.progress, event),
            _ => Ok(()),
        }
    }

    /// Takes away what is shown of a week; says whether there was something.
    fn hide(&self) -> bool {
        self.weeks.as_ref().is_some_and(Weeks::hide)
    }

    /// What happens in the page outside of the widget, or has not been used up inside of it.
    fn heard_outside(&self, host: &Host, event: &Event) -> Result<(), JsValue> {
        match event.type_().as_str() {
            "beforeprint" if !self.details.has_attribute("open") => {
                self.details.set_attribute("open", "")?;
                self.details.set_attribute("data-for-print", "")?;
            }
            "afterprint" if self.details.has_attribute("data-for-print") => {
                self.details.remove_attribute("open")?;
                self.details.remove_attribute("data-for-print")?;
            }
            // An Escape that has done something here shall not close the page's own dialog as well.
            "keydown" if is_escape(event) && self.hide() => event.prevent_default(),
            // The page sees the element itself as the target of everything inside.
            "pointerdown" if event.target().as_ref() != Some(host.element.as_ref()) => _ = self.hide(),
            _ => {}
        }
        Ok(())
    }
}

fn is_escape(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape")
}

impl Host {
    fn heard(self: &Rc<Self>, event: &Event) {
        let (goal, interaction) = (self.goal.borrow(), self.interaction.borrow());
        if let (Some(goal), Some(interaction)) = (goal.as_ref(), interaction.as_ref()) {
            report(interaction.heard(self, goal, event));
        }
    }

    /// Takes part in what happens to the page.
    pub(super) fn heard_outside(&self, event: &Event) {
        if let Some(interaction) = self.interaction.borrow().as_ref() {
            report(interaction.heard_outside(self, event));
        }
    }
}

/// An exception must not leave the widget.
fn report(result: Result<(), JsValue>) {
    if let Err(error) = result {
        web_sys::console::error_1(&error);
    }
}
