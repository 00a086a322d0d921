//! What comes later: a promise's value or reason, handed to a function. An executor of futures would be 2 KB a page.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

/// Calls `done` once, with what the promise comes to.
pub(super) fn after(promise: &Promise, done: impl FnOnce(Result<JsValue, JsValue>) + 'static) {
    chain(promise, Box::new(done));
}

fn chain(promise: &Promise, done: Box<dyn FnOnce(Result<JsValue, JsValue>)>) {
    let done = Rc::new(Cell::new(Some(done)));
    let settle = |outcome: fn(JsValue) -> Result<JsValue, JsValue>| {
        let done = done.clone();
        Closure::<dyn FnMut(JsValue)>::new(move |value| {
            if let Some(done) = done.take() {
                done(outcome(value));
            }
        })
    };
    let (kept, broken) = (settle(Ok), settle(Err));
    let _chained = promise.then2(&kept, &broken);
    // From here on they live as long as the promise does: the page's garbage collector ends them with it.
    for closure in [kept, broken] {
        let _function = closure.into_js_value();
    }
}
