//! goalpost: a goal in a blog post.
//!
//! A WebAssembly widget that reads goal data embedded as JSON in a page and draws, on a canvas, the progress week by
//! week and a gauge of the completion. What no other chart shows, it does: which work slipped, how it piled onto the
//! next week, and whether it was ever caught up.
//!
//! Data flow one way, and each stage has its own types:
//!
//! ```text
//! the page's JSON → wire → goal → progress → layout → scene → paint → canvas (browser) | SVG (native, Node)
//!                   as      resolved,  numbers   geometry  marks,   plotters'
//!                   written  validated           + words   words    DrawingBackend
//!                                        widget (web-sys: embeds, events, observers) drives it
//! ```
//!
//! | stage | is | may use |
//! | --- | --- | --- |
//! | [`wire`] | the JSON as its author wrote it | [`amount`], [`date`], [`problem`] |
//! | [`goal`] | the same, with one meaning and nothing left open | the above, [`words`] |
//! | [`mod@progress`] | the numbers: carry-over, load, jam, forecast | `goal` and below |
//! | [`layout`] | where everything stands, in CSS px | `progress`, [`theme`], `words` |
//! | [`scene`] | marks to draw, and the same in words and as a table | `layout` and below |
//! | [`paint`] | the marks on any of plotters' backends | `scene`, `theme` |
//! | [`json`] | numbers and words as JSON text | nothing |
//! | `js` | JavaScript's values in and out (wasm32 only) | everything above |
//! | `outlet` | the goal as SVG and HTML, where there is no page (feature `static` only) | everything above |
//! | `widget` | an element of a page (wasm32 only) | everything |
//!
//! Below `widget` there is no page, no clock and no font: the same input gives the same picture everywhere.

pub mod amount;
pub mod date;
pub mod goal;
#[cfg(target_arch = "wasm32")]
pub mod js;
pub mod json;
pub mod layout;
pub mod maths;
#[cfg(feature = "static")]
pub mod outlet;
pub mod paint;
pub mod problem;
pub mod progress;
pub mod scene;
pub mod theme;
#[cfg(all(target_arch = "wasm32", not(feature = "static")))]
pub mod widget;
pub mod wire;
pub mod words;

/// Half the size of the standard library's, for a module that keeps little and lives on one thread.
#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
