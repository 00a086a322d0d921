//! Listeners that share one handler, and go with it.

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventTarget};

/// One handler on several targets; dropping it takes all of its listeners away.
pub(super) struct Listeners {
    /// Of the type that `promise` has too: each type takes code of its own.
    handler: Closure<dyn FnMut(JsValue)>,
    heard: Vec<(EventTarget, &'static str)>,
}

impl Listeners {
    pub(super) fn new(mut handler: impl FnMut(Event) + 'static) -> Self {
        Self { handler: Closure::new(move |event: JsValue| handler(event.unchecked_into())), heard: Vec::new() }
    }

    /// The handler, for observers: what they hand over is not looked at.
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
            // It was added to this very target.
            let _removed = target.remove_event_listener_with_callback(event, self.function());
        }
    }
}
