//! The text beside a goal's picture: sentences, the table, CSV, short lines, and the announced numbers.
//!
//! It depends on numbers and a language, and on nothing of the picture.

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
