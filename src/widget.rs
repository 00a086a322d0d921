//! The widget in the page: reads an element's goal, draws it, shows errors, and redraws when the page changes.
//!
//! wasm32 only. All computing that needs no page is in the other stages. Nothing is borrowed while the
//! page's own code may run: shared state is in an `Rc` that is cloned out of its cell first.

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
