//! The widget in the page: reads an element's goal, draws it, says what is wrong, and draws again when the page changes.
//!
//! Only for wasm32. Everything that can be computed without a page is in the stages below. Nothing is borrowed while the
//! page's own code may run: what is shared lies behind an `Rc` that is cloned out of its cell first.

mod appearance;
mod calls;
mod canvas;
mod dom;
mod element;
mod interact;
mod kept;
mod listeners;
mod observers;
mod picture;
mod promise;
mod root;
mod source;

pub use calls::faulted;
pub use element::Widget;
