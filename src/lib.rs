//! goalpost: a goal in a blog post.
//!
//! A WebAssembly widget that reads goal data from JSON in a page and draws, on a canvas, the progress week by week
//! and a gauge of the completion. It shows what other charts do not: which work slipped, how it piled up later,
//! and whether it was ever caught up.
//!
//! Data flow in one direction, and each stage has its own types:
//!
//! ```text
//! the page's JSON → wire → goal → progress ─→ layout → scene → paint → canvas (browser)
//!                   as      resolved,  numbers │  geometry  marks            export → SVG, HTML (Node, files)
//!                   written  validated         └→ report: sentences, table, CSV
//!                                     widget (web-sys: elements, observers, events) drives it
//! ```
//!
//! | stage | is | may use |
//! | --- | --- | --- |
//! | [`amount`], [`date`], [`geometry`], [`maths`] | quantities | each other |
//! | [`diagnostic`] | the errors and warnings of a goal, as data | quantities |
//! | [`theme`] | inks and palettes | `maths` |
//! | [`locale`] | words, numbers and dates of a language | quantities, `diagnostic` |
//! | [`wire`] | the JSON as its author wrote it | quantities, `diagnostic` |
//! | [`goal`] | the goal with one meaning, all defaults filled in | `wire` and what it uses |
//! | [`mod@progress`] | the numbers: carry-over, load, jam, forecast | `goal` and what it uses |
//! | [`layout`] | the place of everything, in CSS px | `progress`, `locale`, `theme` |
//! | [`report`] | sentences, the table, CSV, the announced numbers | `progress`, `locale` |
//! | [`scene`] | marks to draw | `layout`, `theme` |
//! | [`paint`] | draws the marks on a plotters backend | `scene`, `theme` |
//! | [`bridge`] | JavaScript's values, in and out | everything above but the picture |
//! | [`export`] | SVG and HTML | everything above |
//! | `widget` | an element of a page (wasm32 only) | everything |
//!
//! Stages other than `widget` use no page and no clock: the same input gives the same picture everywhere.
//!
//! # From text to picture
//!
//! ```
//! use goalpost::export::{self, Style};
//! use goalpost::layout::Estimate;
//! use goalpost::report::description;
//! use goalpost::{goal, locale, progress, wire};
//!
//! let json = r#"{ "title": "Kubernetes", "unit": "lectures", "planned": [6, 8, 6, 4], "done": [6, 6, 6, 2] }"#;
//! let goal = goal::parse(json, &wire::Options::default(), |number| number.parse().unwrap_or(f64::NAN)).unwrap();
//! let progress = progress::progress(goal);
//! assert_eq!(progress.overall.map(|overall| overall.fraction()), Some(20.0 / 24.0));
//!
//! let english = locale::of("en");
//! let said = description(&progress, english, goal::View::Weekly);
//! assert_eq!(said.summary[0], "20 of 24 lectures done: 83.3%.");
//!
//! let style = Style {
//!     progress: &progress,
//!     locale: english,
//!     view: progress.goal.view,
//!     theme: progress.goal.theme,
//!     family: "sans-serif",
//!     height: None,
//!     right_to_left: false,
//!     measure: &Estimate,
//! };
//! assert!(export::picture(&style, 640.0).starts_with("<svg"));
//! ```
//!
//! # Dependencies
//!
//! - `plotters`: [`paint`] draws through its `DrawingBackend` trait: rectangles, polygons, paths and texts. Its charts
//!   and meshes are not used: they measure text by adding elements to the page's body, and would add 15 to 18 KB to
//!   what a page loads. `plotters_canvas::CanvasBackend` is the backend in a page.
//! - `serde`: [`wire::Value`] is deserialized from any format; the announced numbers are serialized. Derived types for
//!   a whole goal would stop at the first wrong field.
//! - `serde-wasm-bindgen`: reads goals that are JavaScript objects, from the element's `goal` property or from callers
//!   of the package. [`wire::parse`] parses JSON text in a page, and reports the place of a fault.
//! - `wasm-bindgen`, `js-sys`, `web-sys`: access to the page.

pub mod amount;
pub mod bridge;
pub mod date;
pub mod diagnostic;
pub mod export;
pub mod geometry;
pub mod goal;
pub mod layout;
pub mod locale;
pub mod maths;
pub mod paint;
pub mod progress;
pub mod report;
pub mod scene;
pub mod theme;
#[cfg(all(target_arch = "wasm32", not(feature = "static")))]
pub mod widget;
pub mod wire;

/// A small allocator: the module uses little memory and runs on one thread. The standard library's is twice the size.
#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
