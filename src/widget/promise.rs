//! Calls a function with the outcome of a promise. An executor of futures would add 2 KB to what a page loads.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::Promise;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};

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
        Closure::<dyn Fn(JsValue)>::new(move |value| {
            if let Some(done) = done.take() {
                calls::run(|| done(outcome(value)));
            }
        })
    };
    // The page's garbage collector owns them: they live as long as the promise.
    let (kept, broken) = (settle(Ok).into_js_value(), settle(Err).into_js_value());
    let _chained = promise.unchecked_ref::<Thenable>().then(&kept, &broken);
}

#[wasm_bindgen]
extern "C" {
    /// A promise. That of `js_sys` takes closures of another type than those of `listeners`.
    type Thenable;
    #[wasm_bindgen(method)]
    fn then(this: &Thenable, kept: &JsValue, broken: &JsValue) -> JsValue;
}
