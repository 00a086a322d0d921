//! Converts between JavaScript's values and the stages' types: goals come in, numbers and problems go out.

#[cfg(target_arch = "wasm32")]
mod intl;
pub mod json_writer;
#[cfg(target_arch = "wasm32")]
mod values;

#[cfg(target_arch = "wasm32")]
pub(crate) use intl::locale;
#[cfg(all(target_arch = "wasm32", feature = "static"))]
pub(crate) use values::error;
#[cfg(target_arch = "wasm32")]
pub use values::progress;
#[cfg(target_arch = "wasm32")]
pub(crate) use values::{goal, object, to_js};
