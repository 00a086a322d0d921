//! x
pub mod amount;
pub mod date;
pub mod goal;
pub mod layout;
pub mod paint;
pub mod problem;
pub mod progress;
pub mod scene;
pub mod theme;
pub mod wire;
pub mod words;
