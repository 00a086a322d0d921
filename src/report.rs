//! What is said of a goal beside its picture: sentences, the table, CSV, short lines, and the numbers as they are announced.
//!
//! It needs numbers and a language, and nothing of the picture.

mod brief;
mod csv;
mod description;
mod message;
mod numbers;
mod table;
mod week_text;

pub use brief::brief;
pub use csv::csv;
pub use description::{Description, Sentence, description, summary};
pub use message::{Message, messages};
pub use numbers::Numbers;
pub use table::{Column, ColumnKind, Header, Note, Row, Table, table};
pub use week_text::{WeekText, voices, week_text};
