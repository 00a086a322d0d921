//! Converts between JavaScript's values and the stages' types: goals come in, numbers and problems go out.

pub mod json_writer;
#[cfg(target_arch = "wasm32")]
mod values;

#[cfg(all(target_arch = "wasm32", feature = "static"))]
pub(crate) use values::error;
#[cfg(all(target_arch = "wasm32", not(feature = "static")))]
pub(crate) use values::object;
#[cfg(target_arch = "wasm32")]
pub use values::progress;
#[cfg(target_arch = "wasm32")]
pub(crate) use values::{goal, to_js};
