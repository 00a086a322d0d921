//! Event listeners that share one handler and are removed together.

use js_sys::Function;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget};

use super::calls;

/// One handler on several targets. Dropping it removes all of its listeners.
pub(super) struct Listeners {
    /// The closure type is that of `promise` too, because each type of closure adds code of its own. A `FnMut` would be
    /// borrowed while the page is called, which may raise the next event.
    handler: Closure<dyn Fn(JsValue)>,
    heard: Vec<(EventTarget, &'static str)>,
}

impl Listeners {
    pub(super) fn new(handler: impl Fn(Event) + 'static) -> Self {
        let handler = Closure::new(move |event: JsValue| calls::run(|| handler(event.unchecked_into())));
        Self { handler, heard: Vec::new() }
    }

    /// The handler as a function, for observers. It ignores their entries.
    pub(super) fn function(&self) -> &Function {
        self.handler.as_ref().unchecked_ref()
    }

    pub(super) fn add(&mut self, target: &EventTarget, events: &[&'static str]) -> Result<(), JsValue> {
        for event in events {
            target.add_event_listener_with_callback(event, self.function())?;
            self.heard.push((target.clone(), event));
        }
        Ok(())
    }
}

impl Drop for Listeners {
    fn drop(&mut self) {
        for (target, event) in &self.heard {
            // This cannot fail: the listener was added to this target.
            let _removed = target.remove_event_listener_with_callback(event, self.function());
        }
    }
}
