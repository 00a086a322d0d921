//! Calls a function with the outcome of a promise. An executor of futures would add 2 KB to what a page loads.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

use super::calls;

/// Calls `done` once, with the promise's value or the reason of its rejection.
pub(super) fn after(promise: &Promise, done: impl FnOnce(Result<JsValue, JsValue>) + 'static) {
    chain(promise, Box::new(done));
}

/// Not generic, so that its code exists only once.
fn chain(promise: &Promise, done: Box<dyn FnOnce(Result<JsValue, JsValue>)>) {
    let done = Rc::new(Cell::new(Some(done)));
    let settle = |outcome: fn(JsValue) -> Result<JsValue, JsValue>| {
        let done = done.clone();
        Closure::<dyn FnMut(JsValue)>::new(move |value| {
            if let Some(done) = done.take() {
                calls::run(|| done(outcome(value)));
            }
        })
    };
    let (kept, broken) = (settle(Ok), settle(Err));
    let _chained = promise.then2(&kept, &broken);
    // From here on the page's garbage collector owns them: they live as long as the promise.
    for closure in [kept, broken] {
        let _function = closure.into_js_value();
    }
}
