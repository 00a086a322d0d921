//! Counts the open calls into this instance. A call that traps never returns, and the instance is dead.

use std::cell::Cell;

use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static OPEN: Cell<u32> = const { Cell::new(0) };
}

/// Runs a call from the page, and counts it as open until it returns.
pub(super) fn run<T>(call: impl FnOnce() -> T) -> T {
    OPEN.set(OPEN.get() + 1);
    let outcome = call();
    OPEN.set(OPEN.get() - 1);
    outcome
}

/// Whether a call into this instance has trapped. Ask only when no call is under way.
#[wasm_bindgen]
#[must_use]
pub fn faulted() -> bool {
    OPEN.get() > 0
}
